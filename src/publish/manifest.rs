//! The manifest of an edition: every file it consists of, with size, SHA-256 and the job that made it.
//!
//! It is published beside the edition (`manifes/61.11.json`), so it holds nothing that changes from run to run: no
//! time, no folder, no machine. One line a file, so that `diff` and `grep` serve an office too. Reading one is
//! reading foreign input: every path is checked again, sizes are bounded, and a manifest with anything odd in it
//! counts as none.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Read, Write};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::claims::Claims;
use super::{Digest, EditionCode, Key, OutputPath};

/// The version of the format; another one counts as unreadable, so that the edition is built afresh.
pub(super) const FORMAT: u32 = 1;

/// Largest manifest or index that is read, in bytes: a million files and more.
pub(super) const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// Who made a file: what `build --only` builds or leaves alone. A preview made by the print house belongs to print
/// wherever it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The website.
    Web,
    /// The print pieces, their previews and screen editions.
    Print,
}

impl Part {
    /// Both parts.
    pub const ALL: [Part; 2] = [Part::Web, Part::Print];

    fn keyword(self) -> &'static str {
        match self {
            Part::Web => "web",
            Part::Print => "print",
        }
    }
}

/// One published file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRecord {
    /// Where it is below `output/`.
    pub path: OutputPath,
    /// Its size.
    pub bytes: u64,
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
    /// The job that made it, when the job can be reused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Key>,
}

/// What one part of an edition consists of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct PartRecord {
    /// The version of the program that built it.
    pub program: String,
    /// What the part wants to tell later runs, such as the pages of each print piece; chosen by the caller.
    #[serde(default)]
    pub facts: Value,
    /// What each job wants to be told when it is reused.
    #[serde(default)]
    pub jobs: BTreeMap<Key, Value>,
    /// Its files, sorted by path.
    pub files: Vec<FileRecord>,
}

/// The manifest of one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// Whose it is.
    pub edition: EditionCode,
    /// Its parts; one that was never built is missing.
    pub parts: BTreeMap<Part, PartRecord>,
}

/// The shape in the file.
#[derive(Deserialize)]
struct Stored {
    version: u32,
    edition: EditionCode,
    parts: BTreeMap<Part, PartRecord>,
}

impl Manifest {
    /// Reads a manifest; `None` when it is not whole, not this edition's, or not of this format.
    pub(super) fn parse(bytes: &[u8], edition: &EditionCode) -> Option<Manifest> {
        let stored: Stored = serde_json::from_slice(bytes).ok()?;
        let manifest = Manifest { edition: stored.edition, parts: stored.parts };
        let sorted = |part: &PartRecord| part.files.is_sorted_by(|a, b| a.path < b.path);
        let owned = |file: &FileRecord| EditionCode::owner(&file.path).as_ref() == Some(edition);
        let sound = stored.version == FORMAT
            && manifest.edition == *edition
            && manifest.parts.values().all(sorted)
            && manifest.files().all(owned)
            && no_collision(&manifest);
        sound.then_some(manifest)
    }

    /// The manifest as it is published.
    pub(super) fn to_json(&self) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        self.write(&mut text)?;
        Ok(text)
    }

    /// The SHA-256 of the manifest as it is published.
    pub(super) fn digest(&self) -> io::Result<Digest> {
        let mut hashed = Hashed::new(());
        self.write(&mut hashed)?;
        Ok(hashed.digest())
    }

    /// Writes the manifest as it is published, line by line: whole it would be the largest thing in memory.
    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\n\"version\": {FORMAT},\n\"edition\": {},\n\"parts\": {{", serde_json::to_string(&self.edition)?)?;
        for (number, (part, record)) in self.parts.iter().enumerate() {
            write!(out, "{}\n\"{}\": {{\n\"program\": ", if number == 0 { "" } else { "," }, part.keyword())?;
            serde_json::to_writer(&mut *out, &record.program)?;
            out.write_all(b",\n\"facts\": ")?;
            serde_json::to_writer(&mut *out, &record.facts)?;
            out.write_all(b",\n\"jobs\": {")?;
            write_lines(out, record.jobs.iter(), |out, (key, facts)| {
                write!(out, "\"{key}\": ")?;
                Ok(serde_json::to_writer(out, facts)?)
            })?;
            out.write_all(b"},\n\"files\": [")?;
            write_lines(out, record.files.iter(), |out, file| Ok(serde_json::to_writer(out, file)?))?;
            out.write_all(b"]\n}")?;
        }
        out.write_all(b"\n}\n}\n")
    }

    /// All files, part by part.
    pub fn files(&self) -> impl Iterator<Item = &FileRecord> {
        self.parts.values().flat_map(|part| &part.files)
    }

    /// The record of a path, in whichever part, with its place in [`Manifest::files`].
    pub(super) fn find(&self, path: &str) -> Option<(usize, &FileRecord)> {
        find(self.parts.values().map(|part| part.files.as_slice()), path, |file| &file.path)
    }
}

/// The paths of a manifest in the order of [`Manifest::files`], and nothing else of it: what a whole one takes in memory would be the peak of a
/// large run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Paths {
    parts: Vec<Vec<OutputPath>>,
}

/// The shape in the file, as far as it is wanted.
#[derive(Deserialize)]
struct StoredPaths {
    parts: BTreeMap<Part, PartPaths>,
}

#[derive(Deserialize)]
struct PartPaths {
    files: Vec<OnlyPath>,
}

#[derive(Deserialize)]
struct OnlyPath {
    path: OutputPath,
}

impl Paths {
    /// Reads the paths of a manifest that this run wrote or believed, bit by bit; `None` when it has not this SHA-256.
    ///
    /// # Errors
    /// It can't be read, or is no manifest.
    pub(super) fn read(from: impl Read, digest: Digest) -> io::Result<Option<Paths>> {
        let mut hashed = Hashed::new(from);
        let mut reader = serde_json::Deserializer::from_reader(BufReader::new(&mut hashed));
        let stored = StoredPaths::deserialize(&mut reader)?;
        reader.end()?;
        drop(reader);
        let part = |part: PartPaths| part.files.into_iter().map(|file| file.path).collect();
        let paths = Paths { parts: stored.parts.into_values().map(part).collect() };
        Ok((hashed.digest() == digest).then_some(paths))
    }

    /// All paths, part by part.
    pub(super) fn iter(&self) -> impl Iterator<Item = &OutputPath> {
        self.parts.iter().flatten()
    }

    /// The place of a path among them.
    pub(super) fn find(&self, path: &str) -> Option<usize> {
        find(self.parts.iter().map(Vec::as_slice), path, |known| known).map(|(at, _)| at)
    }
}

/// What stands for a path in one of the parts, each sorted by path, with its place among all of them.
fn find<'m, T>(parts: impl Iterator<Item = &'m [T]>, path: &str, of: impl Fn(&T) -> &OutputPath) -> Option<(usize, &'m T)> {
    let mut before = 0;
    for part in parts {
        if let Ok(at) = part.binary_search_by(|one| of(one).as_str().cmp(path)) {
            return Some((before + at, &part[at]));
        }
        before += part.len();
    }
    None
}

/// A path that stands twice, or twice but for its case, would stop the next run as a collision of its own making.
fn no_collision(manifest: &Manifest) -> bool {
    let mut claims = Claims::default();
    manifest.files().all(|file| claims.take(&file.path).is_ok())
}

/// One line an entry, commas between.
fn write_lines<T>(
    out: &mut dyn Write,
    entries: impl Iterator<Item = T>,
    mut line: impl FnMut(&mut dyn Write, T) -> io::Result<()>,
) -> io::Result<()> {
    let mut separator = "\n";
    for entry in entries {
        out.write_all(separator.as_bytes())?;
        line(out, entry)?;
        separator = ",\n";
    }
    if separator == "\n" { Ok(()) } else { out.write_all(b"\n") }
}

/// Takes the SHA-256 of what is written, or of what is read.
struct Hashed<R> {
    from: R,
    hash: Sha256,
}

impl<R> Hashed<R> {
    fn new(from: R) -> Hashed<R> {
        Hashed { from, hash: Sha256::new() }
    }

    fn digest(self) -> Digest {
        self.hash.into()
    }
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(bytes)?;
        self.hash.update(bytes.get(..read).unwrap_or_default());
        Ok(read)
    }
}

impl Write for Hashed<()> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.hash.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// `manifes/indeks.json`: the editions of the publication, each with its manifest's SHA-256.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    version: u32,
    /// The editions, sorted by code.
    pub editions: Vec<IndexEntry>,
}

/// One edition in the [`Index`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexEntry {
    /// Its code.
    pub edition: EditionCode,
    /// The SHA-256 of its manifest.
    pub manifest: Digest,
    /// How many files it has.
    pub files: usize,
    /// Their size together.
    pub bytes: u64,
}

impl Index {
    /// The file name in `manifes/`.
    pub(super) const NAME: &str = "indeks.json";

    /// An index of these editions.
    pub(super) fn new(editions: Vec<IndexEntry>) -> Index {
        Index { version: FORMAT, editions }
    }

    /// Reads an index; `None` when it is not whole or not of this format.
    pub(super) fn parse(bytes: &[u8]) -> Option<Index> {
        serde_json::from_slice(bytes).ok().filter(|index: &Index| index.version == FORMAT)
    }

    /// The index as it is published.
    pub(super) fn to_json(&self) -> io::Result<Vec<u8>> {
        let mut text = format!("{{\n\"version\": {},\n\"editions\": [", self.version).into_bytes();
        write_lines(&mut text, self.editions.iter(), |out, edition| Ok(serde_json::to_writer(out, edition)?))?;
        text.extend_from_slice(b"]\n}\n");
        Ok(text)
    }

    /// The entry of an edition.
    pub fn find(&self, code: &EditionCode) -> Option<&IndexEntry> {
        self.editions.iter().find(|entry| entry.edition == *code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        let key = Key::of("uji").key();
        let file =
            |path: &str, key| FileRecord { path: OutputPath::parse(path).unwrap(), bytes: 3, sha256: Digest::of(b"abc"), key };
        let web = PartRecord {
            program: "0.1.0".to_owned(),
            facts: serde_json::json!({ "halaman": 2 }),
            jobs: BTreeMap::from([(key, serde_json::json!({ "z": 1, "a": "\"" }))]),
            files: vec![file("situs/61.11/a", Some(key)), file("situs/61.11/b", None)],
        };
        let print = PartRecord { program: "0.1.0".to_owned(), files: vec![file("cetak/61.11/a", None)], ..PartRecord::default() };
        let edition = EditionCode::parse("61.11").unwrap();
        Manifest { edition, parts: BTreeMap::from([(Part::Web, web), (Part::Print, print)]) }
    }

    #[test]
    fn written_and_read_back() {
        let manifest = sample();
        let json = manifest.to_json().unwrap();
        assert_eq!(Manifest::parse(&json, &manifest.edition), Some(manifest.clone()));
        assert_eq!(manifest.find("situs/61.11/b").unwrap().0, 1);
        assert_eq!(manifest.find("cetak/61.11/a").unwrap().0, 2);
        assert!(manifest.find("cetak/61.11/b").is_none());
        let empty = Manifest { edition: EditionCode::National, parts: BTreeMap::new() };
        assert_eq!(Manifest::parse(&empty.to_json().unwrap(), &empty.edition), Some(empty));
    }

    #[test]
    fn paths_are_those_of_the_manifest() {
        let manifest = sample();
        let json = manifest.to_json().unwrap();
        let paths = Paths::read(&*json, Digest::of(&json)).unwrap().unwrap();
        assert!(paths.iter().eq(manifest.files().map(|file| &file.path)) && paths.iter().count() == 3);
        for path in ["situs/61.11/a", "situs/61.11/b", "cetak/61.11/a", "cetak/61.11/b"] {
            assert_eq!(paths.find(path), manifest.find(path).map(|(at, _)| at), "{path}");
        }
        assert_eq!(Paths::read(&*json, Digest::of(b"lain")).unwrap(), None);
        assert!(Paths::read(&json[..json.len() / 2], Digest::of(&json)).is_err());
        let more = [&*json, b"{}"].concat();
        assert!(Paths::read(&*more, Digest::of(&more)).is_err());
    }

    #[test]
    fn anything_odd_counts_as_none() {
        let manifest = sample();
        let json = String::from_utf8(manifest.to_json().unwrap()).unwrap();
        let odd = [
            json.replace("\"version\": 1", "\"version\": 2"),
            json.replace("situs/61.11/a", "situs/../a"),
            json.replace("situs/61.11/a", "situs/61.12/a"),
            json.replace("situs/61.11/a", "situs/61.11/c"),
            json.replace("situs/61.11/a", "situs/61.11/b"),
            json.replace("situs/61.11/b", "situs/61.11/A"),
            json.replace("situs/61.11/b", "situs/61.11/a/b"),
            json.replace("cetak/61.11/a", "situs/61.11/a"),
            json.replace("\"print\"", "\"lain\""),
            json[..json.len() / 2].to_owned(),
            String::new(),
            "[]".to_owned(),
            "[".repeat(100_000),
        ];
        for text in odd {
            assert_eq!(Manifest::parse(text.as_bytes(), &manifest.edition), None, "{text}");
        }
        assert_eq!(Manifest::parse(json.as_bytes(), &EditionCode::National), None);
    }

    #[test]
    fn the_index_is_sorted_lines() {
        let entry = IndexEntry { edition: EditionCode::National, manifest: Digest::of(b""), files: 1, bytes: 2 };
        let index = Index::new(vec![entry.clone()]);
        let json = index.to_json().unwrap();
        assert_eq!(Index::parse(&json), Some(index.clone()));
        assert_eq!(index.find(&EditionCode::National), Some(&entry));
        assert_eq!(Index::parse(b"{\"version\": 9, \"editions\": []}"), None);
    }
}
