//! `abaikan:`: the warnings that an office looked at and answers for. Front matter silences those of its own file, `daerah.yaml` those of
//! its region's folder, `suluh.yaml` those of itself and of the files that no region owns; the last two also one file by `berkas`.
//!
//! Which codes there are is known further up: here codes are taken as written.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::REGIONS;
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Rule, Scope, Silencer, did_you_mean, quoted};
use crate::source::SourceTree;
use crate::source::reader::MapReader;

/// A reason that says nothing.
pub const NO_REASON: &str = "S172";
/// Two entries of a file silence the same.
pub const SILENCED_TWICE: &str = "S173";
/// `berkas` of an entry is not there, or another's.
pub const NO_SUCH_FILE: &str = "S174";

/// What can be looked up about them.
pub const RULES: &[Rule] = &[
    Rule::error(NO_REASON, "`alasan` sebuah pengabaian tidak mengatakan apa-apa.")
        .why("Yang membaca laporan tahun depan harus tahu mengapa peringatannya boleh lewat, dan siapa pun dapat menilai apakah masih berlaku.")
        .repair("Tulis dalam satu kalimat mengapa peringatan itu tidak perlu diperbaiki, paling sedikit tiga kata.")
        .example("alasan `nanti dulu` belum menjelaskan apa-apa"),
    Rule::error(SILENCED_TWICE, "Satu berkas mengabaikan hal yang sama dua kali.")
        .why("Dua alasan untuk hal yang sama saling membantah, dan yang satu tertinggal bila yang lain dihapus.")
        .repair("Gabungkan keduanya menjadi satu, dengan satu alasan.")
        .example("`S720` diabaikan dua kali"),
    Rule::error(NO_SUCH_FILE, "`berkas` sebuah pengabaian tidak ada, atau milik yang lain.")
        .why("Daerah hanya menjawab untuk berkasnya sendiri; pengabaian yang menunjuk berkas lain tidak pernah berlaku.")
        .repair("Tulis letak berkas dari folder daerah itu; di `suluh.yaml`, dari folder proyek dan di luar `content/daerah/`.")
        .example("tidak ada berkas `halaman/jadwl.md` di `content/daerah/61.11-kayong-utara/`"),
];

/// The key.
const KEY: &str = "abaikan";
/// The fewest words of a reason that say something.
const LEAST_WORDS: usize = 3;
/// Words that stand where a reason is to be written, or that only say that there is none.
const FILLERS: [&str; 16] = [
    "abaikan",
    "alasan",
    "alasannya",
    "belum",
    "di",
    "disini",
    "dulu",
    "isi",
    "nanti",
    "sementara",
    "sini",
    "tanpa",
    "todo",
    "tulis",
    "xx",
    "xxx",
];

/// An entry as written.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    code: Located<String>,
    reason: String,
    /// `berkas`
    file: Option<Located<String>>,
}

/// Whose entries they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Of a content file: for itself.
    File,
    /// Of `daerah.yaml`: for the folder it lies in.
    Region,
    /// Of `suluh.yaml`: for itself, and for the files of the project that no region owns.
    Project,
}

/// The entries of one file.
#[derive(Clone, Debug)]
pub(super) struct Written {
    /// The file as messages name it.
    pub(super) path: String,
    /// The same from the root of its own tree.
    pub(super) inside: String,
    pub(super) reach: Reach,
    pub(super) entries: Arc<[Entry]>,
}

/// Takes the entries out of a file.
pub(super) fn entries(reader: &mut MapReader<'_>, reach: Reach, d: &Diagnostics) -> Arc<[Entry]> {
    let mut entries: Vec<Entry> = Vec::new();
    for mut one in reader.maps(KEY) {
        let code = one.required_text("kode");
        let reason = one.required_text("alasan");
        // What is wrong with the reason is told, and the warning is not told besides.
        reason.iter().for_each(|reason| check_reason(reason, d));
        let file = if reach == Reach::File { None } else { one.text("berkas") };
        one.finish();
        let Some(code) = code else { continue };
        let reason = reason.map_or_else(String::new, |reason| reason.value);
        let same = |entry: &&Entry| {
            let files = (entry.file.as_ref().map(|file| &file.value), file.as_ref().map(|file| &file.value));
            entry.code.value == code.value && files.0 == files.1
        };
        if let Some(first) = entries.iter().find(same) {
            d.push(
                Diagnostic::error(SILENCED_TWICE, format!("{} diabaikan dua kali", quoted(&code)))
                    .at(&code.place)
                    .related(&first.code.place, "yang pertama di sini")
                    .hint("gabungkan keduanya, dengan satu alasan"),
            );
            continue;
        }
        entries.push(Entry { code, reason, file });
    }
    entries.into()
}

/// Reports a reason that says nothing.
fn check_reason(reason: &Located<String>, d: &Diagnostics) {
    if says_something(&reason.value) {
        return;
    }
    d.push(
        Diagnostic::error(NO_REASON, format!("alasan {} belum menjelaskan apa-apa", quoted(reason)))
            .at(&reason.place)
            .because(format!("alasan ini dibaca orang lain di laporan; paling sedikit {LEAST_WORDS} kata yang menjelaskan"))
            .hint("tulis mengapa peringatan itu tidak perlu diperbaiki, misalnya `bunyi resmi surat edaran, tidak boleh diubah`"),
    );
}

fn says_something(reason: &str) -> bool {
    let words = reason.to_lowercase();
    let words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    words.filter(|word| !FILLERS.contains(word)).collect::<BTreeSet<_>>().len() >= LEAST_WORDS
}

/// The silencers of a file, each with the file or folder that it is for. `own`: of the project itself, not of a base.
pub(super) fn silencers(written: &Written, tree: &SourceTree, own: bool, d: &Diagnostics) -> Vec<Silencer> {
    let made = written.entries.iter().filter_map(|entry| {
        let scope = match (&entry.file, written.reach) {
            (None, Reach::Region) => Scope::Folder(folder(&written.path).to_owned()),
            (None, Reach::File | Reach::Project) => Scope::File(written.path.clone()),
            (Some(file), _) => Scope::File(named(file, written, tree, d)?),
        };
        Some(Silencer { code: entry.code.clone(), reason: entry.reason.clone(), scope, own })
    });
    made.collect()
}

/// The folder of a file, with a slash at the end; empty for a file at the root.
fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |slash| &path[..=slash])
}

/// The path of the file that `berkas` names, as messages name it, or reports that there is none.
fn named(file: &Located<String>, written: &Written, tree: &SourceTree, d: &Diagnostics) -> Option<String> {
    let inside = folder(&written.inside);
    let of_region = written.reach == Reach::Project && file.value.starts_with(REGIONS);
    if let Some(found) = tree.get(&format!("{inside}{}", file.value)).filter(|_| !of_region) {
        return Some(found.path().to_owned());
    }
    let (message, hint) = if of_region {
        let hint = "tulis `abaikan:` di `daerah.yaml` daerah itu, atau di kepala berkasnya".to_owned();
        (format!("{} milik daerah, bukan milik proyek", quoted(file)), hint)
    } else {
        let known = tree.under(inside).map(|file| &file.inside()[inside.len()..]);
        let known: Vec<&str> = known.filter(|path| written.reach == Reach::Region || !path.starts_with(REGIONS)).collect();
        let (whose, example) = match written.reach {
            Reach::Project => ("folder proyek", "content/glosarium.yaml"),
            Reach::Region | Reach::File => ("folder daerah ini", "halaman/lapor.md"),
        };
        let place = match folder(&written.path) {
            "" => "folder proyek".to_owned(),
            folder => quoted(folder),
        };
        let hint = did_you_mean(file, known, || {
            format!("tulis letaknya dari {whose}, misalnya `{example}`; berkas di luarnya tidak dapat disebut di sini")
        });
        (format!("tidak ada berkas {} di {place}", quoted(file)), hint)
    };
    d.push(Diagnostic::error(NO_SUCH_FILE, message).at(&file.place).hint(hint));
    None
}

#[cfg(test)]
mod tests {
    use super::says_something;

    #[test]
    fn a_reason_is_three_words_that_say_something() {
        for reason in ["nomor memang lama", "Bunyi resmi: jangan diubah!", "isi di sini: nomor dari KPU"] {
            assert!(says_something(reason), "{reason}");
        }
        for reason in [
            "-",
            "...",
            "TODO",
            "tulis alasannya di sini",
            "nomor lama",
            "nomor nomor nomor",
            "a b c d",
            "xxx xxx xxx",
            "nanti dulu, belum",
        ] {
            assert!(!says_something(reason), "{reason}");
        }
    }
}
