//! The promises of the room, each tried on a real folder.
//!
//! A [`Yard`] is a folder with an output folder in it. It is filled with made-up editions in numbered versions: what
//! an edition holds in a version is known ([`files`]), so that any mixture of two shows.

mod damage;
mod editions;
pub(super) mod faults;
mod folders;
mod full_disk;
mod killed;
mod messages;
mod recovery;
mod reuse;
mod scale;
mod untidy;
#[cfg(unix)]
mod untouched;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tempfile::TempDir;

use super::disk::Disk;
use super::manifest::{Index, Manifest};
use super::walk::{Kind, portable, walk};
use super::{Digest, EditionCode, EditionWriter, Key, OutputPath, Part, Publication, PublishError, Scope, Summary};

/// The editions of the made-up publication.
const CODES: [&str; 3] = ["nasional", "61", "61.11"];

pub(super) fn code(text: &str) -> EditionCode {
    EditionCode::parse(text).unwrap()
}

pub(super) fn path(text: &str) -> OutputPath {
    OutputPath::parse(text).unwrap()
}

/// One file of a made-up edition.
struct Sample {
    part: Part,
    path: OutputPath,
    bytes: Vec<u8>,
    key: Option<Key>,
}

/// What an edition holds in a version: a file that changes, one that never does, one of this version only, and the
/// same in print.
fn files(edition: &str, version: u32) -> Vec<Sample> {
    let web = if edition == "nasional" { "situs".to_owned() } else { format!("situs/{edition}") };
    let print = format!("cetak/{edition}");
    let job = |name: &str, text: &str| Some(Key::of("uji").with(edition).with(name).with(text).key());
    let mut list = Vec::new();
    for (part, root) in [(Part::Web, &web), (Part::Print, &print)] {
        let mut add = |name: &str, text: String| {
            let key = job(&format!("{root}/{name}"), &text);
            list.push(Sample { part, path: path(&format!("{root}/{name}")), bytes: text.into_bytes(), key });
        };
        add("index.html", format!("{edition} versi {version}"));
        add("aset/tetap.css", format!("{edition} tetap"));
        add(&format!("hanya/v{version}.html"), format!("hanya versi {version}"));
    }
    list
}

/// A folder with an output folder in it.
struct Yard {
    folder: TempDir,
}

impl Yard {
    /// An empty yard, in memory where there is such a folder: flushing a busy disk takes seconds.
    fn new() -> Yard {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        Yard { folder: folder.unwrap() }
    }

    /// A yard in which all editions are published in version 1, with a file of the user beside them.
    fn published() -> Yard {
        let yard = Yard::new();
        fs::create_dir(yard.output()).unwrap();
        fs::write(yard.output().join("README.md"), "punya pengguna").unwrap();
        let summary = yard.publish(1).unwrap();
        assert!(summary.changed && summary.diagnostics.is_empty());
        yard.assert_all_in(1);
        yard
    }

    fn output(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    fn file(&self, path: &str) -> PathBuf {
        self.output().join(path)
    }

    fn area(&self) -> PathBuf {
        self.folder.path().join(".output.suluh")
    }

    fn begin(&self) -> Publication {
        Publication::begin(&self.output()).unwrap()
    }

    /// Publishes all editions in a version.
    fn publish(&self, version: u32) -> Result<Summary, PublishError> {
        publish(&self.output(), version, Disk::default())
    }

    /// In which version an edition is, all of it: its files are exactly those of the version, and the manifest and
    /// index agree.
    fn version(&self, edition: &str) -> u32 {
        let text = files(edition, 1)[0].path.below(&self.output());
        let text = fs::read_to_string(text).unwrap();
        let version: u32 = text.rsplit(' ').next().unwrap().parse().unwrap();
        let manifest = fs::read(self.file(&format!("manifes/{edition}.json"))).unwrap();
        let index = Index::parse(&fs::read(self.file("manifes/indeks.json")).unwrap()).unwrap();
        assert_eq!(index.find(&code(edition)).unwrap().manifest, Digest::of(&manifest), "index and manifest of {edition} differ");
        let manifest = Manifest::parse(&manifest, &code(edition)).unwrap();
        let listed: BTreeMap<String, Digest> = manifest.files().map(|file| (file.path.to_string(), file.sha256)).collect();
        let wanted = files(edition, version).into_iter().map(|file| (file.path.to_string(), Digest::of(&file.bytes)));
        assert_eq!(listed, wanted.collect(), "manifest of {edition} mixes versions");
        let on_disk = snapshot(&self.output())
            .into_iter()
            .filter(|(path, _)| OutputPath::parse(path).is_ok_and(|path| EditionCode::owner(&path) == Some(code(edition))));
        assert_eq!(on_disk.collect::<BTreeMap<_, _>>(), listed, "files of {edition} mix versions");
        version
    }

    fn assert_all_in(&self, version: u32) {
        for edition in CODES {
            assert_eq!(self.version(edition), version, "{edition}");
        }
    }

    /// Nothing is left beside the output folder but what is meant to stay.
    fn assert_tidy(&self) {
        let mut names: Vec<_> = fs::read_dir(self.area()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.retain(|name| name != ".gitignore" && name != "kunci" && name != "keadaan");
        assert!(names.is_empty(), "{names:?} left in the work area");
        assert_eq!(fs::read_dir(self.folder.path()).unwrap().count(), 2, "only `output` and the work area belong here");
    }
}

/// Publishes all editions in a version.
fn publish(output: &Path, version: u32, disk: Disk) -> Result<Summary, PublishError> {
    let publication = Publication::begin_on(output, disk)?;
    for edition in CODES {
        let writer = publication.edition(&code(edition), &Part::ALL)?;
        fill(&writer, version)?;
        writer.finish()?;
    }
    publication.commit(Scope::Whole)
}

/// Writes the files of a version, of the parts that are being built.
fn fill(writer: &EditionWriter<'_>, version: u32) -> Result<(), PublishError> {
    fill_part(writer, version, Part::Web)?;
    fill_part(writer, version, Part::Print)
}

fn fill_part(writer: &EditionWriter<'_>, version: u32, part: Part) -> Result<(), PublishError> {
    for file in files(writer.code().as_str(), version).into_iter().filter(|file| file.part == part) {
        writer.write(part, &file.path, &file.bytes, file.key.as_ref())?;
    }
    Ok(())
}

/// Every file below a folder with the hash of its bytes; symlinks and the like with the hash of nothing.
fn snapshot(root: &Path) -> BTreeMap<String, Digest> {
    let found = Mutex::new(BTreeMap::new());
    walk(root, &[PathBuf::new()], &|path, kind| {
        let digest = match kind {
            Kind::Folder { .. } => return Ok(()),
            Kind::File => Digest::of_file(&root.join(path)).unwrap(),
            Kind::Symlink | Kind::Other => Digest::of(b""),
        };
        found.lock().unwrap().insert(portable(path).unwrap().into_owned(), digest);
        Ok(())
    })
    .unwrap();
    found.into_inner().unwrap()
}
