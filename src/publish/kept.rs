//! Manifests of publications that are not written here: of the present one, and of earlier ones that somebody kept.
//!
//! They are foreign input. One that can't be read is told of with its path, and the others are read all the same. Of each only what the parts
//! told ([`PartRecord::facts`](super::PartRecord)) is taken; its thousands of files are passed over without being kept.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::manifest::{FORMAT, Index, MAX_BYTES};
use super::space::MANIFESTS;
use super::{EditionCode, Part};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// A manifest that can't be read, or is none.
pub const UNREADABLE: &str = "S966";
/// A path that leads to no manifest.
pub const NO_MANIFEST: &str = "S967";

/// The most manifests in one folder: twenty times the editions of the country.
const MOST: usize = 10_000;
/// The mark of UTF-8 that some editors put before a text.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// What a kept manifest says.
#[derive(Debug)]
pub struct Kept<F> {
    /// Where it was found.
    pub path: PathBuf,
    /// Whose it is.
    pub edition: EditionCode,
    /// What each part that was built has told; `None` when it told nothing.
    pub facts: BTreeMap<Part, Option<F>>,
}

#[derive(Deserialize)]
struct Stored<F> {
    version: u32,
    edition: EditionCode,
    parts: BTreeMap<Part, StoredPart<F>>,
}

#[derive(Deserialize)]
struct StoredPart<F> {
    // Not `default`: then `F` would need one.
    facts: Option<F>,
}

/// Reads the manifests that a path leads to: one file, a folder of them, an output folder, or a folder of output folders. What can't be read is
/// in `d`.
pub fn kept<F: DeserializeOwned + Send>(path: &Path, d: &Diagnostics) -> Vec<Kept<F>> {
    let files = match find(path) {
        Ok(files) => files,
        Err(problem) => {
            d.push(*problem);
            return Vec::new();
        }
    };
    let read = files.par_iter().map(|file| read(file).map_err(|problem| d.push(*problem)).ok());
    read.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// The manifests that a path leads to, sorted.
fn find(path: &Path) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
    let shown = path.display();
    let found = match fs::metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let problem = Diagnostic::error(NO_MANIFEST, format!("`{shown}` tidak ada"));
            return Err(Box::new(problem.hint("tunjuk berkas manifes, folder `manifes`, atau folder hasil yang memuatnya")));
        }
        Err(error) => return Err(refused(path, &error)),
    };
    if !found.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let in_folder = |folder: &Path| manifests(folder).map_err(|error| refused(folder, &error));
    let mut files = in_folder(&path.join(MANIFESTS))?;
    if files.is_empty() {
        files = in_folder(path)?;
    }
    if files.is_empty() {
        for folder in entries(path).map_err(|error| refused(path, &error))? {
            files.extend(in_folder(&folder.join(MANIFESTS))?);
        }
    }
    let problem = match files.len() {
        0 => Diagnostic::error(NO_MANIFEST, format!("tidak ada manifes di folder `{shown}`"))
            .hint("manifes dibuat `suluh build` di folder `manifes` di dalam folder hasil, satu berkas .json tiap daerah"),
        1..=MOST => return Ok(files),
        many => Diagnostic::error(NO_MANIFEST, format!("folder `{shown}` berisi {many} manifes; paling banyak {MOST}"))
            .hint("tunjuk folder `manifes` satu per satu"),
    };
    Err(Box::new(problem))
}

/// The files in a folder that may be manifests: all `.json` but the index. A folder that is not there has none.
fn manifests(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let is_json = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
    let is_index = |path: &PathBuf| path.file_name().is_some_and(|name| name == Index::NAME);
    Ok(entries(folder)?.into_iter().filter(|path| is_json(path) && !is_index(path)).collect())
}

/// What is in a folder, sorted; nothing when it is none.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let read = match fs::read_dir(folder) {
        Ok(read) => read,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut paths = read.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn refused(path: &Path, error: &io::Error) -> Box<Diagnostic> {
    let problem = Diagnostic::error(UNREADABLE, format!("`{}` tidak dapat dibaca", path.display()));
    Box::new(problem.because(format!("sistem menjawab: {error}")).hint("periksa izin berkas dan foldernya"))
}

fn read<F: DeserializeOwned>(path: &Path) -> Result<Kept<F>, Box<Diagnostic>> {
    let unfit = |why: String| {
        let problem = Diagnostic::error(UNREADABLE, format!("manifes `{}` tidak dapat dipakai", path.display()));
        Box::new(problem.because(why).hint("ambil salinan lain dari terbitan itu; manifes lain tetap dilihat"))
    };
    let found = fs::metadata(path).map_err(|error| refused(path, &error))?;
    if !found.is_file() {
        return Err(unfit("ini bukan berkas".to_owned()));
    }
    if found.len() > MAX_BYTES {
        return Err(unfit(format!("berkasnya lebih besar dari {} MiB", MAX_BYTES >> 20)));
    }
    let bytes = fs::read(path).map_err(|error| refused(path, &error))?;
    let text = bytes.strip_prefix(BOM).unwrap_or(&bytes);
    if text.iter().all(u8::is_ascii_whitespace) {
        return Err(unfit("berkasnya kosong".to_owned()));
    }
    let stored: Stored<F> = serde_json::from_slice(text).map_err(|error| unfit(why(&error, text)))?;
    if stored.version != FORMAT {
        return Err(unfit(other_format(stored.version)));
    }
    let facts = stored.parts.into_iter().map(|(part, stored)| (part, stored.facts)).collect();
    Ok(Kept { path: path.to_owned(), edition: stored.edition, facts })
}

/// What is wrong with a text that is no manifest.
fn why(error: &serde_json::Error, text: &[u8]) -> String {
    let at = format!("baris {}, kolom {}", error.line(), error.column());
    // A later program may have changed anything else, so its number is looked for on its own.
    #[derive(Deserialize)]
    struct Numbered {
        version: u32,
    }
    match serde_json::from_slice(text) {
        Ok(Numbered { version }) if version != FORMAT => {
            return other_format(version);
        }
        _ => {}
    }
    match error.classify() {
        Category::Eof => format!("isinya terpotong di {at}"),
        Category::Data => format!("isinya bukan manifes suluh ({at})"),
        Category::Syntax | Category::Io => format!("isinya rusak di {at}"),
    }
}

fn other_format(version: u32) -> String {
    format!("bentuknya nomor {version}, sedangkan suluh versi ini mengenal nomor {FORMAT}")
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    const SOUND: &str =
        r#"{"version": 1, "edition": "61.11", "parts": {"web": {"program": "0.1.0", "facts": {"a": 1}, "files": [1]}}}"#;

    fn told(folder: &Path) -> (Vec<String>, String) {
        let d = Diagnostics::new();
        let found = kept::<Value>(folder, &d);
        let problems =
            d.into_sorted().iter().map(|one| format!("{} {:?}", one.message, one.causes)).collect::<Vec<_>>().join("\n");
        (found.iter().map(|one| format!("{} {:?}", one.edition, one.facts)).collect(), problems)
    }

    #[test]
    fn every_way_to_name_a_manifest() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("2025/manifes");
        fs::create_dir_all(&inside).unwrap();
        fs::write(inside.join("61.11.json"), SOUND).unwrap();
        fs::write(inside.join("indeks.json"), "{}").unwrap();
        fs::write(inside.join("catatan.txt"), "x").unwrap();
        fs::write(folder.path().join("baca-aku.txt"), "x").unwrap();
        for path in ["", "2025", "2025/manifes", "2025/manifes/61.11.json"] {
            let (found, problems) = told(&folder.path().join(path));
            assert_eq!((found.len(), problems.as_str()), (1, ""), "{path}");
            assert!(found[0].starts_with("61.11") && found[0].contains("Web: Some"), "{found:?}");
        }
        assert!(told(&folder.path().join("tidak-ada")).1.contains("tidak ada"));
        let empty = tempfile::tempdir().unwrap();
        assert!(told(empty.path()).1.contains("tidak ada manifes di folder"));
    }

    /// Each is told of with its path and why; the sound one beside them is read.
    #[test]
    fn what_is_no_manifest_is_named_and_the_rest_read() {
        let folder = tempfile::tempdir().unwrap();
        let cases: [(&str, Vec<u8>, &str); 10] = [
            ("a", Vec::new(), "berkasnya kosong"),
            ("b", SOUND.as_bytes()[..60].to_vec(), "terpotong di baris 1, kolom 60"),
            ("c", b"[]".to_vec(), "bukan manifes suluh"),
            ("d", vec![0xFF, 0xFE, 0x7B, 0x00], "rusak di baris 1"),
            ("e", vec![b'['; 100_000], "bukan manifes suluh"),
            ("f", SOUND.replace("\"version\": 1", "\"version\": 2").into_bytes(), "bentuknya nomor 2"),
            ("g", SOUND.replace("61.11", "../etc").into_bytes(), "bukan manifes suluh"),
            ("h", SOUND.replace("\"web\"", "\"lain\"").into_bytes(), "bukan manifes suluh"),
            ("i", SOUND.replace("\"a\": 1", "\"a\": \"\u{7}\"").into_bytes(), "rusak di baris 1"),
            ("j", br#"{"version": 3, "isi": []}"#.to_vec(), "bentuknya nomor 3"),
        ];
        for (name, bytes, _) in &cases {
            fs::write(folder.path().join(format!("{name}.json")), bytes).unwrap();
        }
        fs::write(folder.path().join("z.json"), [BOM, SOUND.as_bytes()].concat()).unwrap();
        fs::create_dir(folder.path().join("folder.json")).unwrap();
        let (found, problems) = told(folder.path());
        assert_eq!(found.len(), 1, "{found:?}");
        for (name, _, why) in &cases {
            let line = problems.lines().find(|line| line.contains(&format!("{name}.json"))).unwrap_or_default();
            assert!(line.contains(why), "{name}: {line}");
        }
        assert!(problems.contains("folder.json") && problems.contains("ini bukan berkas"), "{problems}");
    }

    #[test]
    fn a_part_without_facts_is_an_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("61.json");
        fs::write(&path, r#"{"version": 1, "edition": "61", "parts": {"web": {"program": "0"}, "print": {"facts": null}}}"#)
            .unwrap();
        let found = kept::<Value>(&path, &Diagnostics::new());
        assert!(found[0].facts.len() == 2 && found[0].facts.values().all(Option::is_none), "{found:?}");
    }

    /// A file of holes costs no disk, and is not read.
    #[test]
    fn a_huge_file_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("61.json");
        fs::File::create(&path).unwrap().set_len(MAX_BYTES + 1).unwrap();
        assert!(told(&path).1.contains("lebih besar dari 512 MiB"));
    }
}
