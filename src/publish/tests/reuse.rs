//! Jobs that need not be done again, and those that must.

use std::fs;

use serde_json::json;

use super::{Yard, code, files, path};
use crate::publish::{EditionWriter, Key, Part, Publication, PublishError, Scope};

fn key(text: &str) -> Key {
    Key::of("uji").with(text).key()
}

/// Publishes 61.11 with one job of two files and one job of none.
fn with_jobs() -> Yard {
    let yard = Yard::new();
    let publication = yard.begin();
    let writer = publication.edition(&code("61.11"), &Part::ALL).unwrap();
    for name in ["cetak/61.11/brosur.pdf", "situs/61.11/unduh/brosur.png"] {
        writer.write(Part::Print, &path(name), name.as_bytes(), Some(&key("brosur"))).unwrap();
    }
    writer.note(Part::Print, &key("brosur"), json!({ "halaman": 2 }));
    writer.note(Part::Web, &key("periksa"), json!("lulus"));
    writer.set_facts(Part::Print, json!({ "karya": ["brosur"] }));
    writer.finish().unwrap();
    publication.commit(Scope::Whole).unwrap();
    yard
}

fn writer(publication: &Publication) -> EditionWriter<'_> {
    publication.edition(&code("61.11"), &Part::ALL).unwrap()
}

/// Whether the job with two files is taken over.
fn brochure_is_reused(yard: &Yard) -> bool {
    let publication = yard.begin();
    let reused = writer(&publication).reuse(Part::Print, &key("brosur")).unwrap();
    reused.is_some()
}

#[test]
fn a_known_job_is_taken_over_with_what_it_noted() {
    let yard = with_jobs();
    let publication = yard.begin();
    let writer = writer(&publication);
    let reused = writer.reuse(Part::Print, &key("brosur")).unwrap().unwrap();
    assert_eq!(reused.facts, json!({ "halaman": 2 }));
    assert_eq!(reused.files.len(), 2);
    assert_eq!(writer.read(&path("cetak/61.11/brosur.pdf")).unwrap(), b"cetak/61.11/brosur.pdf");
    assert_eq!(writer.reuse(Part::Web, &key("periksa")).unwrap().unwrap().facts, json!("lulus"));
    assert_eq!(writer.reuse(Part::Web, &key("brosur")).unwrap(), None, "another part's job");
    assert_eq!(writer.reuse(Part::Print, &key("lain")).unwrap(), None);
    assert_eq!(writer.previous().unwrap().parts[&Part::Print].facts, json!({ "karya": ["brosur"] }));
    writer.set_facts(Part::Print, json!({ "karya": ["brosur"] }));
    writer.finish().unwrap();
    assert!(!publication.commit(Scope::Whole).unwrap().changed, "a job taken over whole changes nothing");
    assert!(brochure_is_reused(&yard), "and can be taken over again");
}

#[test]
fn a_job_is_done_again_when_a_file_was_touched_or_removed() {
    let yard = with_jobs();
    assert!(brochure_is_reused(&yard));
    let place = yard.file("situs/61.11/unduh/brosur.png");
    let right = fs::read(&place).unwrap();
    fs::write(&place, vec![b'x'; right.len()]).unwrap();
    assert!(!brochure_is_reused(&yard), "same size, other bytes");
    fs::write(&place, &right).unwrap();
    assert!(brochure_is_reused(&yard), "right again, by reading");
    fs::write(&place, b"").unwrap();
    assert!(!brochure_is_reused(&yard), "cut short");
    fs::remove_file(&place).unwrap();
    assert!(!brochure_is_reused(&yard), "gone");
    fs::create_dir(&place).unwrap();
    assert!(!brochure_is_reused(&yard), "a folder");
}

#[test]
fn a_job_of_another_program_is_done_again() {
    let yard = with_jobs();
    let state = yard.area().join("keadaan/61.11.json");
    let text = fs::read_to_string(&state).unwrap();
    fs::write(&state, text.replace(crate::publish::state::program(), "1:1")).unwrap();
    assert!(!brochure_is_reused(&yard), "another build of this version");
    fs::remove_file(&state).unwrap();
    assert!(brochure_is_reused(&yard), "unknown build of this version: an output folder kept by a build server");

    let manifest = yard.file("manifes/61.11.json");
    let text = fs::read_to_string(&manifest).unwrap();
    let other = text.replace(concat!("\"program\": \"", env!("CARGO_PKG_VERSION"), "\""), "\"program\": \"0.0.0\"");
    assert_ne!(other, text);
    fs::write(&manifest, other).unwrap();
    fs::write(yard.file("manifes/indeks.json"), "rusak").unwrap();
    assert!(!brochure_is_reused(&yard), "another version");
}

#[test]
fn a_job_taken_over_twice_is_a_collision() {
    let yard = with_jobs();
    let publication = yard.begin();
    let writer = writer(&publication);
    writer.reuse(Part::Print, &key("brosur")).unwrap();
    assert!(matches!(writer.reuse(Part::Print, &key("brosur")), Err(PublishError::Collision { .. })));
    assert!(matches!(writer.finish(), Err(PublishError::Incomplete { .. })));
}

#[test]
fn a_reused_file_may_move_to_no_other_job() {
    let yard = Yard::published();
    let publication = yard.begin();
    let writer = writer(&publication);
    for file in files("61.11", 1) {
        assert!(writer.reuse(file.part, &file.key.unwrap()).unwrap().is_some());
        assert!(writer.write(file.part, &file.path, &file.bytes, None).is_err());
    }
}

/// A file with two places is one file, also over generations and when only one place was touched.
#[test]
fn a_second_place_is_another_name_of_the_same_file() {
    use std::os::unix::fs::MetadataExt;
    let (first, second) = (path("cetak/61.11/brosur.pdf"), path("situs/61.11/unduhan/brosur.pdf"));
    let yard = Yard::new();
    let build = |bytes: &[u8]| {
        let publication = yard.begin();
        let writer = writer(&publication);
        writer.write(Part::Print, &first, bytes, Some(&key("brosur"))).unwrap();
        let again = writer.again(Part::Print, &first, &second, Some(&key("brosur"))).unwrap();
        assert_eq!((again.record.path.as_str(), again.record.bytes), (second.as_str(), bytes.len() as u64));
        writer.finish().unwrap();
        (again.fresh, publication.commit(Scope::Whole).unwrap().changed)
    };
    let at = |path: &str| yard.output().join(path);
    let inode = |path: &str| fs::metadata(at(path)).unwrap().ino();
    assert_eq!(build(b"satu"), (true, true));
    assert_eq!(inode(first.as_str()), inode(second.as_str()));
    assert_eq!(build(b"satu"), (false, false), "nothing changed");
    fs::remove_file(at(second.as_str())).unwrap();
    fs::write(at(second.as_str()), b"lain").unwrap();
    assert_eq!(build(b"satu"), (true, true), "what somebody put there is replaced");
    assert_eq!(fs::read(at(second.as_str())).unwrap(), b"satu");
    assert_eq!(build(b"dua"), (true, true));
    assert_eq!(
        (fs::read(at(first.as_str())).unwrap(), fs::read(at(second.as_str())).unwrap()),
        (b"dua".to_vec(), b"dua".to_vec())
    );
}

#[test]
fn what_was_not_added_has_no_second_place() {
    let yard = Yard::new();
    let publication = yard.begin();
    let writer = writer(&publication);
    let (there, other) = (path("cetak/61.11/brosur.pdf"), path("situs/61.11/unduhan/brosur.pdf"));
    assert!(matches!(writer.again(Part::Print, &there, &other, None), Err(PublishError::Io { .. })));
    assert!(matches!(writer.finish(), Err(PublishError::Incomplete { .. })));
}
