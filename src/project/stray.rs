//! Files that no rule of the project takes, and what to do about each: most have almost the right name, or lie in the wrong folder.

use std::path::Path;

use super::codes::STRAY_FILE;
use super::{DataFiles, own_regions};
use crate::content::{Kind, RegionCode};
use crate::diagnostics::{Diagnostic, Diagnostics, suggest};
use crate::source::{SourceFile, SourceTree};

/// The files of a region's folder that have a fixed name.
const OF_REGION: [&str; 3] = ["daerah.yaml", "desa.xlsx", "desa.csv"];
/// How far up a project is looked for.
const MOST_LEVELS: usize = 4;

/// Reports a file of a layer that no rule takes.
pub(super) fn report(inside: &str, region: Option<&RegionCode>, file: &SourceFile, d: &Diagnostics) {
    let stray = Diagnostic::error(STRAY_FILE, format!("berkas `{inside}` tidak dikenal di sini")).in_file(file.path());
    d.push(stray.hint(hint(inside, region.is_some())));
}

/// Reports tables of a region that were saved beside `suluh.yaml`, where nothing reads them.
pub(super) fn check_root(root: &Path, tree: &SourceTree, d: &Diagnostics) {
    for name in ["desa.xlsx", "desa.csv", "desa.xls", "penerima.csv", "penandatangan.csv", "daerah.yaml"] {
        if root.join(name).is_file() {
            let stray = Diagnostic::warning(STRAY_FILE, format!("berkas `{name}` tidak dibaca di folder proyek")).in_file(name);
            let first = own_regions(tree).into_iter().next();
            let first = first.and_then(|code| {
                let region = format!("{}{code}", super::REGIONS);
                tree.under(&region).next().and_then(|file| Some(super::region_folder(file.inside())?.1.to_owned()))
            });
            let folder = first.unwrap_or_else(|| EXAMPLE.to_owned());
            d.push(stray.hint(format!("pindahkan ke folder daerahnya, misalnya `{}{folder}/`", super::REGIONS)));
        }
    }
}

/// A folder of a region, as an example.
const EXAMPLE: &str = "61.11-kayong-utara";

/// What to do about a missing `suluh.yaml`: name the folder above that has one.
pub(super) fn project_above(root: &Path) -> String {
    let mut up = root.to_owned();
    for _ in 0..MOST_LEVELS {
        up = above(&up);
        if up.join("suluh.yaml").is_file() {
            let shown = up.display().to_string().replace('\\', "/");
            return format!(
                "proyeknya ada di folder `{shown}`; jalankan perintah ini di sana, atau tambahkan `--project {shown}`"
            );
        }
    }
    "jalankan perintah ini di folder proyek, atau tunjuk foldernya dengan `--project`".to_owned()
}

/// The folder above, as it would be typed.
fn above(path: &Path) -> std::path::PathBuf {
    match (path.file_name(), path.parent()) {
        (Some(_), Some(parent)) if parent.as_os_str().is_empty() => Path::new(".").to_owned(),
        (Some(_), Some(parent)) => parent.to_owned(),
        _ if path == Path::new(".") || path.as_os_str().is_empty() => Path::new("..").to_owned(),
        _ => path.join(".."),
    }
}

fn hint(inside: &str, is_region: bool) -> String {
    let (folder, name) = inside.rsplit_once('/').map_or(("", inside), |(folder, name)| (folder, name));
    let lower = name.to_lowercase();
    let written = without_txt(&lower);
    let plain = without_copy(written);
    if let Some(hint) = table_of_another_kind(&plain) {
        return hint;
    }
    let kind = Kind::from_folder(folder);
    let fixed =
        OF_REGION.into_iter().chain(["penerima.csv", "penandatangan.csv"]).chain(DataFiles::NAMES).find(|known| *known == plain);
    match (fixed, kind) {
        (Some(known), _) if OF_REGION.contains(&known) && !is_region => {
            let renamed = if known == name { String::new() } else { format!(" dengan nama `{known}`") };
            return format!("pindahkan ke folder daerahnya{renamed}, misalnya `content/daerah/{EXAMPLE}/`");
        }
        (Some(known), _) if !folder.is_empty() => return format!("pindahkan `{known}` ke luar folder `{folder}`"),
        (Some(known), _) => return rename(&lower, known),
        (None, Some(_)) if written != lower && written.ends_with(".md") => return rename(&lower, &plain),
        _ => {}
    }
    let kinds = || Kind::ALL.into_iter().map(Kind::folder);
    let near = if folder.is_empty() {
        let region = OF_REGION.into_iter().filter(|_| is_region);
        suggest(inside, DataFiles::NAMES.into_iter().chain(region)).map(|name| format!("maksud Anda `{name}`?"))
    } else {
        let first = folder.split('/').next().unwrap_or(folder);
        suggest(first, kinds()).filter(|kind| *kind != first).map(|kind| format!("maksud Anda folder `{kind}`?"))
    };
    near.unwrap_or_else(|| {
        format!("berkas isi berakhiran .md dan berada langsung di salah satu folder: {}", kinds().collect::<Vec<_>>().join(", "))
    })
}

/// A table that is almost of a kind that can be read.
fn table_of_another_kind(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    match (stem, ending) {
        ("desa", "xls" | "xlsm" | "xlsb" | "ods") => {
            Some("buka di Excel, lalu simpan sebagai .xlsx (Excel Workbook) dengan nama `desa.xlsx`".to_owned())
        }
        ("penerima" | "penandatangan", "xlsx" | "xls" | "xlsm" | "xlsb" | "ods") => {
            Some(format!("buka di Excel, lalu simpan sebagai CSV dengan nama `{stem}.csv`"))
        }
        _ => None,
    }
}

fn rename(lower: &str, known: &str) -> String {
    if without_txt(lower) != lower {
        return format!(
            "ganti namanya menjadi `{known}`; Windows menyembunyikan akhiran `.txt`, jadi tampilkan dulu akhiran nama berkas"
        );
    }
    if without_copy(lower) != lower {
        return format!("ganti namanya menjadi `{known}`, atau hapus bila ini hanya salinan");
    }
    format!("ganti namanya menjadi `{known}`, dengan huruf kecil semua")
}

/// A name without the ending that an editor on Windows adds.
fn without_txt(name: &str) -> &str {
    match name.strip_suffix(".txt") {
        Some(rest) if rest.contains('.') => rest,
        _ => name,
    }
}

/// A name without what a browser or a file manager adds to a copy: `desa (2).xlsx`, `desa - salinan.xlsx`.
fn without_copy(name: &str) -> String {
    let Some((stem, ending)) = name.rsplit_once('.') else { return name.to_owned() };
    let stem = stem.trim();
    let bare = match stem.rsplit_once('(') {
        Some((bare, number)) if number.trim_end_matches(')').bytes().all(|letter| letter.is_ascii_digit()) => bare,
        _ => stem,
    };
    let bare = bare.trim();
    let bare = [" - salinan", " - copy"].iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    format!("{bare}.{ending}")
}

#[cfg(test)]
mod tests {
    use crate::project::sample::{self, REGENCY};

    /// What is said of one file of a project.
    fn said(path: &str) -> String {
        let table = "kode,nama,kecamatan,jenis\n";
        let (_, d) = sample::project(&[REGENCY, (path, table)]);
        let problems = d.into_sorted();
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["S145"], "{path}");
        problems[0].hint.clone().unwrap()
    }

    #[test]
    fn each_stray_file_is_told_what_to_become() {
        let region = "content/daerah/61.11-ku";
        let txt = "Windows menyembunyikan akhiran `.txt`, jadi tampilkan dulu akhiran nama berkas";
        let rows = [
            (format!("{region}/Desa.xlsx"), "ganti namanya menjadi `desa.xlsx`, dengan huruf kecil semua".to_owned()),
            (
                format!("{region}/desa.xls"),
                "buka di Excel, lalu simpan sebagai .xlsx (Excel Workbook) dengan nama `desa.xlsx`".to_owned(),
            ),
            (
                format!("{region}/desa (2).xlsx"),
                "ganti namanya menjadi `desa.xlsx`, atau hapus bila ini hanya salinan".to_owned(),
            ),
            (format!("{region}/daerah.yaml.txt"), format!("ganti namanya menjadi `daerah.yaml`; {txt}")),
            (format!("{region}/DAERAH.YAML"), "ganti namanya menjadi `daerah.yaml`, dengan huruf kecil semua".to_owned()),
            (format!("{region}/halaman/lapor.md.txt"), format!("ganti namanya menjadi `lapor.md`; {txt}")),
            (format!("{region}/penerima.xlsx"), "buka di Excel, lalu simpan sebagai CSV dengan nama `penerima.csv`".to_owned()),
            (
                "content/desa.xlsx".to_owned(),
                "pindahkan ke folder daerahnya, misalnya `content/daerah/61.11-kayong-utara/`".to_owned(),
            ),
            (
                "content/daerah/desa.csv".to_owned(),
                "pindahkan ke folder daerahnya, misalnya `content/daerah/61.11-kayong-utara/`".to_owned(),
            ),
        ];
        for (path, expected) in rows {
            assert_eq!(said(&path), expected, "{path}");
        }
    }
}
