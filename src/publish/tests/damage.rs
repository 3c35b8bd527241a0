//! Manifests that are cut, altered, hostile or gone.

use std::fs;

use super::{CODES, Yard, code, files, fill_part};
use crate::publish::{DAMAGED, Digest, Part, Scope, Summary};

fn warnings(summary: &Summary) -> Vec<&str> {
    summary.diagnostics.iter().filter(|told| told.code == DAMAGED).map(|told| told.message.as_str()).collect()
}

#[test]
fn a_damaged_manifest_costs_reading_and_a_warning() {
    let hostile =
        r#"{"version":1,"edition":"61.11","parts":{"web":{"program":"","files":[{"path":"../../x","bytes":0,"sha256":""}]}}}"#;
    for damage in ["", "{", "[]", hostile] {
        let yard = Yard::published();
        let right = fs::read(yard.file("manifes/61.11.json")).unwrap();
        fs::write(yard.file("manifes/61.11.json"), damage).unwrap();
        assert_eq!(yard.begin().previous(&code("61.11")).unwrap(), None);
        let publication = yard.begin();
        let writer = publication.edition(&code("61.11"), &Part::ALL).unwrap();
        for file in files("61.11", 1) {
            assert_eq!(writer.reuse(file.part, &file.key.unwrap()).unwrap(), None);
            assert!(!writer.write(file.part, &file.path, &file.bytes, file.key.as_ref()).unwrap().fresh, "the file is right");
        }
        writer.finish().unwrap();
        let summary = publication.commit(Scope::Selected).unwrap();
        assert_eq!(warnings(&summary), ["`manifes/61.11.json` rusak atau diubah sehingga diabaikan"]);
        assert_eq!(fs::read(yard.file("manifes/61.11.json")).unwrap(), right);
        yard.assert_all_in(1);
    }
}

#[test]
fn an_altered_manifest_is_noticed_though_it_reads_well() {
    let yard = Yard::published();
    let place = yard.file("manifes/61.11.json");
    let text = fs::read_to_string(&place).unwrap();
    let (right, wrong) = (Digest::of(b"61.11 tetap").to_string(), Digest::of(b"lain").to_string());
    fs::write(&place, text.replace(&right, &wrong)).unwrap();
    assert_eq!(warnings(&yard.publish(1).unwrap()).len(), 1);
    yard.assert_all_in(1);
}

#[test]
fn the_manifest_of_an_edition_that_is_not_built_is_made_anew() {
    for gone in [true, false] {
        let yard = Yard::published();
        let place = yard.file("manifes/61.11.json");
        if gone { fs::remove_file(&place) } else { fs::write(&place, "rusak") }.unwrap();
        let publication = yard.begin();
        let writer = publication.edition(&code("61"), &[Part::Web]).unwrap();
        fill_part(&writer, 1, Part::Web).unwrap();
        writer.finish().unwrap();
        let summary = publication.commit(Scope::Selected).unwrap();
        assert!(summary.changed && warnings(&summary).len() == 1);
        yard.assert_all_in(1);
        assert!(yard.publish(1).unwrap().diagnostics.is_empty());
    }
}

#[test]
fn files_of_a_damaged_edition_are_ours_to_drop() {
    let yard = Yard::published();
    fs::write(yard.file("manifes/61.11.json"), "rusak").unwrap();
    yard.publish(2).unwrap();
    yard.assert_all_in(2);
}

#[test]
fn a_part_that_is_not_built_survives_a_damaged_manifest() {
    let yard = Yard::published();
    fs::write(yard.file("manifes/61.11.json"), "rusak").unwrap();
    let publication = yard.begin();
    let writer = publication.edition(&code("61.11"), &[Part::Web]).unwrap();
    fill_part(&writer, 1, Part::Web).unwrap();
    writer.finish().unwrap();
    publication.commit(Scope::Selected).unwrap();
    assert_eq!(yard.version("61.11"), 1);
    let manifest = yard.begin().previous(&code("61.11")).unwrap().unwrap();
    assert_eq!(manifest.parts[&Part::Print].files.len(), 3);
}

#[test]
fn a_damaged_index_is_made_anew() {
    for damage in ["", "{}", "[1"] {
        let yard = Yard::published();
        let right = fs::read(yard.file("manifes/indeks.json")).unwrap();
        fs::write(yard.file("manifes/indeks.json"), damage).unwrap();
        let summary = yard.publish(1).unwrap();
        assert_eq!(warnings(&summary), ["`manifes/indeks.json` rusak atau diubah sehingga diabaikan"]);
        assert_eq!(fs::read(yard.file("manifes/indeks.json")).unwrap(), right);
        yard.assert_all_in(1);
    }
}

#[test]
fn the_index_lists_what_is_there() {
    let yard = Yard::published();
    let text = fs::read_to_string(yard.file("manifes/indeks.json")).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("edition\":")).collect();
    assert_eq!(lines.len(), CODES.len());
    let manifest = Digest::of(&fs::read(yard.file("manifes/61.json")).unwrap());
    assert!(lines[0].contains(r#""edition":"nasional""#), "the national edition comes first: {}", lines[0]);
    assert_eq!(lines[1], format!(r#"{{"edition":"61","manifest":"{manifest}","files":6,"bytes":62}},"#));
}
