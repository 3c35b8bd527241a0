//! Editions and their parts come and go one by one.

use std::fs;

use rayon::prelude::*;
use serde_json::json;

use super::{CODES, Yard, code, fill, fill_part, path, snapshot};
use crate::publish::{EditionSummary, Outcome, Part, PublishError, Scope};

#[test]
fn an_edition_that_fails_stays_and_the_others_are_published() {
    for drop_it in [true, false] {
        let yard = Yard::published();
        let publication = yard.begin();
        for edition in CODES {
            let writer = publication.edition(&code(edition), &Part::ALL).unwrap();
            fill(&writer, 2).unwrap();
            match (edition, drop_it) {
                ("61.11", true) => drop(writer),
                ("61.11", false) => writer.abandon(),
                _ => drop(writer.finish().unwrap()),
            }
        }
        assert!(!yard.area().join("berikut/situs/61.11").exists(), "its space is given back at once");
        assert!(yard.area().join("berikut/situs/61/index.html").exists());
        let summary = publication.commit(Scope::Whole).unwrap();
        assert_eq!(summary.editions[&code("61.11")], Outcome::Failed);
        assert_eq!(CODES.map(|edition| yard.version(edition)), [2, 2, 1]);
        yard.assert_tidy();
    }
}

#[test]
fn giving_up_the_national_edition_leaves_what_regions_staged() {
    let yard = Yard::published();
    let publication = yard.begin();
    let (national, region) = (code("nasional"), code("61.11"));
    let (national, region) =
        (publication.edition(&national, &Part::ALL).unwrap(), publication.edition(&region, &Part::ALL).unwrap());
    fill(&national, 2).unwrap();
    fill(&region, 2).unwrap();
    national.abandon();
    region.finish().unwrap();
    publication.commit(Scope::Selected).unwrap();
    assert_eq!(CODES.map(|edition| yard.version(edition)), [1, 1, 2]);
}

#[test]
fn when_the_first_publication_fails_there_is_none() {
    let yard = Yard::new();
    let publication = yard.begin();
    let writer = publication.edition(&code("61"), &Part::ALL).unwrap();
    fill(&writer, 1).unwrap();
    drop(writer);
    let summary = publication.commit(Scope::Whole).unwrap();
    assert!(!summary.changed);
    assert!(!yard.output().exists());
}

#[test]
fn a_run_that_is_given_up_leaves_everything() {
    let yard = Yard::published();
    let publication = yard.begin();
    let writer = publication.edition(&code("61"), &Part::ALL).unwrap();
    fill(&writer, 2).unwrap();
    writer.finish().unwrap();
    drop(publication);
    yard.assert_all_in(1);
    yard.assert_tidy();
}

#[test]
fn an_edition_that_is_no_longer_wanted_goes_with_a_whole_build_only() {
    let yard = Yard::published();
    fs::write(yard.file("situs/61.11/catatan.txt"), "punya pengguna").unwrap();
    for (scope, stays) in [(Scope::Selected, true), (Scope::Whole, false)] {
        let publication = yard.begin();
        for edition in ["nasional", "61"] {
            let writer = publication.edition(&code(edition), &Part::ALL).unwrap();
            fill(&writer, 1).unwrap();
            writer.finish().unwrap();
        }
        let summary = publication.commit(scope).unwrap();
        assert_eq!(summary.changed, !stays);
        assert_eq!(summary.editions[&code("61.11")], if stays { Outcome::Kept } else { Outcome::Removed });
        assert_eq!(yard.file("situs/61.11/index.html").exists(), stays);
        assert_eq!(yard.file("cetak/61.11").exists(), stays);
        assert_eq!(yard.file("manifes/61.11.json").exists(), stays);
        assert_eq!(fs::read_to_string(yard.file("situs/61.11/catatan.txt")).unwrap(), "punya pengguna");
        assert_eq!(["nasional", "61"].map(|edition| yard.version(edition)), [1, 1]);
    }
    assert!(!fs::read_to_string(yard.file("manifes/indeks.json")).unwrap().contains("61.11"));
    assert!(!yard.area().join("keadaan/61.11.json").exists());
}

#[test]
fn a_part_that_is_not_built_stays_with_its_facts() {
    let yard = Yard::published();
    let build = |part, version, facts| {
        let publication = yard.begin();
        let writer = publication.edition(&code("61.11"), &[part]).unwrap();
        fill_part(&writer, version, part).unwrap();
        writer.set_facts(part, facts);
        writer.finish().unwrap();
        publication.commit(Scope::Selected).unwrap()
    };
    assert!(build(Part::Print, 1, json!({ "halaman": 2 })).changed);
    assert!(build(Part::Web, 2, json!(null)).changed);
    let manifest = yard.begin().previous(&code("61.11")).unwrap().unwrap();
    assert_eq!(manifest.parts[&Part::Print].facts, json!({ "halaman": 2 }));
    assert_eq!(fs::read_to_string(yard.file("situs/61.11/index.html")).unwrap(), "61.11 versi 2");
    assert_eq!(fs::read_to_string(yard.file("cetak/61.11/index.html")).unwrap(), "61.11 versi 1");
    assert!(yard.file("cetak/61.11/hanya/v1.html").exists() && !yard.file("situs/61.11/hanya/v1.html").exists());
    assert!(!build(Part::Web, 2, json!(null)).changed);
    build(Part::Print, 2, json!(null));
    yard.version("61.11");
}

#[test]
fn a_part_may_not_write_for_the_other_nor_over_it() {
    let yard = Yard::published();
    let publication = yard.begin();
    let writer = publication.edition(&code("61.11"), &[Part::Web]).unwrap();
    let refused = writer.write(Part::Print, &path("cetak/61.11/baru.pdf"), b"x", None);
    assert!(matches!(refused, Err(PublishError::WrongPlace { .. })));
    let refused = writer.write(Part::Web, &path("cetak/61.11/index.html"), b"x", None);
    assert!(matches!(refused, Err(PublishError::Collision { .. })));
}

#[test]
fn an_edition_stays_in_its_folders() {
    let yard = Yard::new();
    let publication = yard.begin();
    let region = publication.edition(&code("61.11"), &Part::ALL).unwrap();
    let national = publication.edition(&code("nasional"), &Part::ALL).unwrap();
    for (writer, outside) in [
        (&region, "situs/index.html"),
        (&region, "situs/61.12/index.html"),
        (&region, "cetak/nasional/x.pdf"),
        (&region, "manifes/61.11.json"),
        (&region, "README.md"),
        (&national, "situs/61.11/index.html"),
        (&national, "situs/61.11"),
        (&national, "lain/index.html"),
    ] {
        let refused = writer.write(Part::Web, &path(outside), b"x", None);
        assert!(matches!(refused, Err(PublishError::WrongPlace { .. })), "{outside}");
    }
    assert!(region.finish().is_err(), "an edition with a refused file is not whole");
}

#[test]
fn two_files_that_would_be_one_are_refused() {
    let yard = Yard::new();
    let publication = yard.begin();
    let writer = publication.edition(&code("61"), &Part::ALL).unwrap();
    writer.write(Part::Web, &path("situs/61/lapor/index.html"), b"x", None).unwrap();
    for twin in ["situs/61/lapor/index.html", "situs/61/Lapor/index.html", "situs/61/lapor", "situs/61/lapor/index.html/x"] {
        let refused = writer.write(Part::Print, &path(twin), b"x", None);
        assert!(matches!(refused, Err(PublishError::Collision { .. })), "{twin}");
    }
}

#[test]
fn an_edition_is_opened_once() {
    let yard = Yard::new();
    let publication = yard.begin();
    let first = publication.edition(&code("61"), &Part::ALL).unwrap();
    assert!(matches!(publication.edition(&code("61"), &Part::ALL), Err(PublishError::EditionTwice { .. })));
    drop(first);
    assert!(matches!(publication.edition(&code("61"), &Part::ALL), Err(PublishError::EditionTwice { .. })));
}

#[test]
fn the_summary_counts() {
    let yard = Yard::published();
    let publication = yard.begin();
    let writer = publication.edition(&code("61"), &Part::ALL).unwrap();
    fill(&writer, 2).unwrap();
    let summary = writer.finish().unwrap();
    let bytes = super::files("61", 2).iter().map(|file| file.bytes.len() as u64).sum();
    assert_eq!(summary, EditionSummary { files: 6, bytes, written: 4, removed: 2 });
    let outcome = &publication.commit(Scope::Selected).unwrap().editions[&code("61")];
    assert_eq!(*outcome, Outcome::Published(summary));
}

#[test]
fn many_threads_and_any_order_give_the_same_bytes() {
    let build = |threads: usize, reversed: bool| {
        let yard = Yard::new();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let publication = yard.begin();
            CODES.par_iter().for_each(|edition| {
                let writer = publication.edition(&code(edition), &Part::ALL).unwrap();
                let mut numbers: Vec<u32> = (0..300).collect();
                if reversed {
                    numbers.reverse();
                }
                let root = if *edition == "nasional" { "situs".to_owned() } else { format!("situs/{edition}") };
                numbers.par_iter().for_each(|number| {
                    let place = path(&format!("{root}/d/{}/{number}.html", number % 7));
                    writer.write(Part::Web, &place, number.to_string().as_bytes(), None).unwrap();
                });
                fill_part(&writer, 1, Part::Print).unwrap();
                writer.finish().unwrap();
            });
            publication.commit(Scope::Whole).unwrap();
        });
        snapshot(&yard.output())
    };
    let one = build(1, false);
    assert_eq!(one.len(), 3 * 303 + 4);
    assert_eq!(build(8, true), one);
}

#[test]
fn a_file_of_this_run_can_be_read_back() {
    let yard = Yard::published();
    let publication = yard.begin();
    let writer = publication.edition(&code("61"), &Part::ALL).unwrap();
    fill(&writer, 2).unwrap();
    assert_eq!(writer.read(&path("situs/61/index.html")).unwrap(), b"61 versi 2");
    assert_eq!(writer.read(&path("situs/61/aset/tetap.css")).unwrap(), b"61 tetap");
    assert!(writer.read(&path("situs/61/hanya/v1.html")).is_err(), "published, but not of this run");
}
