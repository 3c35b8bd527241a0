//! `suluh new`: writes a content file that only needs to be filled in.
//!
//! 1. [`place`] says where: the region that was asked for, the project's only region, or the national content.
//! 2. [`kinds`] has a text for each kind of content: every key that must be there, every other key as a comment.
//! 3. [`copy`] takes a file of the layers below instead, to be changed.
//! 4. [`write`](mod@super::write) puts it there, never over a file that exists.

mod copy;
mod kinds;
mod place;
#[cfg(test)]
mod tests;

use std::process::ExitCode;

use super::codes::{FILE_EXISTS, LOCKED_FILE, NO_SLUG};
use super::refusal::{self, Refusal};
use super::write::WriteError;
use super::{prepare, write};
use crate::cli::{NewArgs, NewKind};
use crate::content::Id;
use crate::diagnostics::{Diagnostic, Diagnostics, quoted};
use crate::markdown::slug;
use crate::project::Chain;

/// Runs the command.
pub fn run(args: &NewArgs) -> ExitCode {
    refusal::end(new(args))
}

fn new(args: &NewArgs) -> Result<String, Refusal> {
    if let Some(problem) = prepare::missing_folder(&args.project) {
        return Err(Refusal::disk(problem));
    }
    let d = Diagnostics::new();
    let chain = Chain::open(&args.project, &d);
    if chain.own().is_none_or(|own| own.tree.get("suluh.yaml").is_none()) {
        return Err(Refusal::content(d));
    }
    // What else is wrong with the project is for `check` to say.
    let layer = place::layer(&chain, args.region.as_deref())?;
    let write = |path: &str, bytes: &[u8]| {
        write::file(&args.project, path, bytes)?;
        Ok::<_, Refusal>(write::seen(&args.project, path).display().to_string())
    };
    let NewKind::Content(kind) = args.kind else {
        let copy = copy::of(args, &chain, &layer)?;
        write::file(&args.project, &copy.path, &copy.bytes).map_err(|error| match error {
            WriteError::Exists(path) => Refusal::disk(own_copy(&path.display().to_string(), &copy.subject, chain.has_base())),
            error => error.into(),
        })?;
        let path = write::seen(&args.project, &copy.path).display().to_string();
        if copy.subject == copy::SHOPS {
            return Ok(format!(
                "Ditulis: {path}\n\nIsinya salinan {}. Hapus profil yang tidak Anda ubah: yang tidak tertulis tetap mengikuti bahan nasional. \
                 Tulis yang dipesan di `pesan:`, lalu jalankan `suluh check`.",
                quoted(&copy.from)
            ));
        }
        return Ok(format!(
            "Ditulis: {path}\n\nIsinya salinan {}, dan menggantikannya. Ubah seperlunya, lalu jalankan `suluh check`.",
            quoted(&copy.from)
        ));
    };
    let title = args.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let title: String = title.chars().filter(|letter| !letter.is_control()).collect();
    let Some(id) = id(&title) else { return Err(Refusal::usage(no_slug(&args.title))) };
    let inside = format!("{}/{id}.md", kind.folder());
    let below = place::below(&chain, &layer, &inside);
    if below.as_ref().is_some_and(|below| below.locked) {
        return Err(Refusal::usage(locked(&inside)));
    }
    let path = write(&format!("{}{inside}", layer.folder), kinds::text(kind, &title).as_bytes())?;
    Ok(told(&path, below.map(|below| below.path)))
}

/// The file's name for a title: whole words of it, as many as an address can take.
fn id(title: &str) -> Option<Id> {
    let slug = slug(title);
    let mut words = slug.match_indices('-').map(|(end, _)| end).chain([slug.len()]);
    let end = words.rfind(|end| *end <= Id::MAX_BYTES).unwrap_or(Id::MAX_BYTES);
    Id::new(slug.get(..end)?)
}

fn no_slug(title: &str) -> Diagnostic {
    Diagnostic::error(NO_SLUG, format!("judul {} tidak dapat menjadi nama berkas", quoted(title)))
        .because("nama berkas, yang juga menjadi alamat halaman, hanya memakai huruf latin dan angka")
        .hint("tulis judul dengan huruf latin, misalnya \"Jadwal posko\"")
}

/// A file that no layer above may take the place of.
fn locked(inside: &str) -> Diagnostic {
    Diagnostic::error(LOCKED_FILE, format!("{} terkunci dan tidak dapat diganti daerah", quoted(inside)))
        .because("naskah resmi harus sama di semua daerah")
        .hint("tambahkan berkas baru dengan judul lain")
}

/// A copy that was made before: what it was made of can be seen elsewhere.
fn own_copy(path: &str, subject: &str, has_base: bool) -> Diagnostic {
    let below = if has_base { format!("`suluh base --show {subject}`") } else { format!("`suluh explain {subject}`") };
    Diagnostic::error(FILE_EXISTS, format!("{} sudah ada", quoted(path)))
        .because("berkas itu milik kantor sendiri, dan sudah menggantikan naskah nasional")
        .hint(format!("sunting berkas itu; naskah nasionalnya: {below}; tidak ada yang diubah"))
}

fn told(path: &str, below: Option<String>) -> String {
    let mut said = format!(
        "Ditulis: {path}\n\nBerkas ini masih draf, jadi belum terbit. Isi berkasnya, hapus baris `draf: true`, lalu jalankan `suluh check`."
    );
    if let Some(below) = below {
        said.push_str(&format!("\nSetelah terbit, isinya menggantikan {}.", quoted(&below)));
    }
    said
}
