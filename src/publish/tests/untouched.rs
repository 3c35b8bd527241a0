//! Nothing changed: nothing touched. One thing changed: one thing touched.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::{CODES, Yard, code, fill, path};
use crate::publish::disk::Disk;
use crate::publish::tests::faults::Faults;
use crate::publish::tests::publish;
use crate::publish::walk::{portable, walk};
use crate::publish::{Outcome, Part, Scope};

/// Inode, time of change and number of names of everything below a folder, folders too.
fn marks(root: &Path) -> BTreeMap<String, (u64, i64, i64)> {
    let marks = Mutex::new(BTreeMap::new());
    walk(root, &[PathBuf::new()], &|path, _| {
        let found = fs::symlink_metadata(root.join(path)).unwrap();
        let mark = (found.ino(), found.mtime(), found.mtime_nsec());
        marks.lock().unwrap().insert(portable(path).unwrap().into_owned(), mark);
        Ok(())
    })
    .unwrap();
    marks.into_inner().unwrap()
}

#[test]
fn nothing_changed_nothing_touched() {
    let yard = Yard::published();
    let (before, folder) = (marks(&yard.output()), fs::metadata(yard.folder.path()).unwrap().mtime_nsec());
    let summary = yard.publish(1).unwrap();
    assert!(!summary.changed);
    assert!(summary.editions.values().all(|outcome| matches!(outcome, Outcome::Unchanged(_))));
    assert_eq!(marks(&yard.output()), before);
    assert_eq!(fs::metadata(yard.folder.path()).unwrap().mtime_nsec(), folder, "not even the name `output` was touched");
    yard.assert_tidy();
}

#[test]
fn without_the_memory_files_are_read_and_still_not_touched() {
    let yard = Yard::published();
    let before = marks(&yard.output());
    fs::remove_dir_all(yard.area()).unwrap();
    assert!(!yard.publish(1).unwrap().changed);
    assert_eq!(marks(&yard.output()), before);
}

#[test]
fn one_file_changed_one_inode_changed() {
    for no_exchange in [false, true] {
        let yard = Yard::published();
        let before = marks(&yard.output());
        let disk = Disk { faults: Faults { no_exchange, ..Faults::default() } };
        let publication = crate::publish::Publication::begin_on(&yard.output(), disk).unwrap();
        for edition in CODES {
            let writer = publication.edition(&code(edition), &Part::ALL).unwrap();
            let changed = path("situs/61.11/index.html");
            for file in super::files(edition, 1) {
                let bytes = if file.path == changed { b"baru".to_vec() } else { file.bytes };
                let written = writer.write(file.part, &file.path, &bytes, None).unwrap();
                assert_eq!(written.fresh, file.path == changed);
            }
            writer.finish().unwrap();
        }
        let summary = publication.commit(Scope::Whole).unwrap();
        assert_eq!(
            summary.editions.values().filter(|outcome| matches!(outcome, Outcome::Published(_))).count(),
            3,
            "keys are gone"
        );
        let after = marks(&yard.output());
        let changed = after.iter().filter(|(name, mark)| yard.file(name).is_file() && before.get(*name) != Some(*mark));
        let changed: Vec<&str> = changed.map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            changed,
            ["manifes/61.11.json", "manifes/61.json", "manifes/indeks.json", "manifes/nasional.json", "situs/61.11/index.html"]
        );
        // Kept files have one name again: the old generation is gone.
        assert_eq!(fs::metadata(yard.file("situs/61.11/aset/tetap.css")).unwrap().nlink(), 1);
    }
}

#[test]
fn without_hard_links_files_keep_their_time_and_bytes() {
    let yard = Yard::published();
    let time = |name: &str| fs::metadata(yard.file(name)).unwrap().modified().unwrap();
    let before = time("situs/61/aset/tetap.css");
    let copying = || Disk { faults: Faults { no_links: true, ..Faults::default() } };
    assert!(publish(&yard.output(), 2, copying()).unwrap().changed);
    yard.assert_all_in(2);
    assert_eq!(time("situs/61/aset/tetap.css"), before);
    assert!(!publish(&yard.output(), 2, copying()).unwrap().changed);
}

#[test]
fn a_touched_file_is_written_again_and_nothing_else() {
    let yard = Yard::published();
    let place = yard.file("situs/61.11/index.html");
    let (right, found) = (fs::read(&place).unwrap(), fs::metadata(&place).unwrap());
    // The same size and, as far as that can be set, the same time.
    fs::write(&place, vec![b'!'; right.len()]).unwrap();
    fs::File::open(&place).unwrap().set_modified(found.modified().unwrap() + std::time::Duration::from_nanos(1)).unwrap();
    let before = marks(&yard.output());
    let summary = yard.publish(1).unwrap();
    assert!(summary.changed);
    assert_eq!(fs::read(&place).unwrap(), right);
    let after = marks(&yard.output());
    let changed = after.iter().filter(|(name, mark)| yard.file(name).is_file() && before.get(*name) != Some(*mark));
    assert_eq!(changed.map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["situs/61.11/index.html"]);
    yard.assert_all_in(1);
}

#[test]
fn a_file_that_only_looks_touched_stays() {
    let yard = Yard::published();
    let place = yard.file("situs/61.11/index.html");
    fs::File::open(&place).unwrap().set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    let before = marks(&yard.output());
    assert!(!yard.publish(1).unwrap().changed);
    assert_eq!(marks(&yard.output()), before);
}

#[test]
fn one_edition_leaves_the_others_alone() {
    let yard = Yard::published();
    let before = marks(&yard.output());
    let publication = yard.begin();
    let writer = publication.edition(&code("61.11"), &Part::ALL).unwrap();
    fill(&writer, 2).unwrap();
    writer.finish().unwrap();
    let summary = publication.commit(Scope::Selected).unwrap();
    assert_eq!(summary.editions[&code("61")], Outcome::Kept);
    assert_eq!(CODES.map(|edition| yard.version(edition)), [1, 1, 2]);
    for (name, mark) in marks(&yard.output()) {
        if yard.file(&name).is_file() && !name.contains("61.11") && name != "manifes/indeks.json" {
            assert_eq!(before.get(&name), Some(&mark), "{name}");
        }
    }
}
