//! The catalogue of findings, `tests/temuan/`: of each rule a project that breaks it, what is said of it to the letter, and the nearest
//! project that does not break it. A rule that is not in it fails by name; a rule that is taken out fails where it is shown.
//!
//! `SNAPSHOTS=overwrite cargo test --release --lib catalogue` writes what is said anew. Read the difference: it is what offices will read.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::super::all;
use super::case::{self, Case, Files};
use crate::cli::{MessageFormat, ProjectArgs};
use crate::commands::prepare;
use crate::commands::schema::tests::committed;
use crate::diagnostics::{Diagnostic, Diagnostics, Severity, render};
use crate::print;

/// Where the catalogue lies.
const FOLDER: &str = "tests/temuan";
/// The day as of which it is judged.
const AS_OF: &str = "2026-11-22";

fn text(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER).join(name);
    std::fs::read_to_string(file).unwrap().replace("\r\n", "\n")
}

/// The project that every case changes.
fn small() -> Files {
    let mut files = Files::new();
    let text = text("dasar.txt");
    for part in text.split("\n+++ ").skip(1) {
        let (path, text) = part.split_once('\n').unwrap();
        files.insert(path.to_owned(), format!("{}\n", text.trim_end_matches('\n')));
    }
    files
}

/// What `suluh check` finds in a project.
fn found(files: &Files) -> Vec<Diagnostic> {
    let root = tempfile::tempdir().unwrap();
    case::write(files, root.path());
    let d = Diagnostics::new();
    let args = ProjectArgs {
        project: root.path().join("proyek"),
        regions: Vec::new(),
        as_of: Some(AS_OF.parse().unwrap()),
        strict: false,
        message_format: MessageFormat::Text,
    };
    if let Some(prepared) = prepare::prepare(&args, &d) {
        print::check_pictures(&prepared.plan, &d);
    }
    d.into_sorted()
}

/// What is said of the code of a case, once it was seen that nothing is said of its neighbour.
fn shown(case: &Case, small: &Files) -> Result<String, String> {
    let code = &case.code;
    let of_code = |found: Vec<Diagnostic>| found.into_iter().filter(|one| one.code == code).collect::<Vec<_>>();
    let wrong = of_code(found(&case.wrong(small)));
    if wrong.is_empty() {
        let all = render::human(&found(&case.wrong(small)), false);
        return Err(format!("{code} is not said of its case:\n{}\n{all}", case.written));
    }
    let near = found(&case.near(small));
    let heavy = near.iter().filter(|one| one.severity == Severity::Error || one.code == code);
    let heavy: Vec<Diagnostic> = heavy.take(3).cloned().collect();
    if !heavy.is_empty() {
        return Err(format!("{code}: the neighbour is not sound:\n{}\n{}", case.written, render::human(&heavy, false)));
    }
    Ok(render::human(&wrong, false))
}

/// Compares a file of the catalogue with what is said.
fn family(name: &str) {
    let (head, cases) = case::cases(&text(name));
    let small = small();
    let results: Vec<Result<String, String>> = cases.par_iter().map(|case| shown(case, &small)).collect();
    let wrong: Vec<&String> = results.iter().filter_map(|result| result.as_ref().err()).collect();
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        cases.len(),
        wrong.iter().map(|one| format!("{one}\n")).collect::<String>()
    );
    let mut whole = format!("{head}\n");
    for (case, told) in cases.iter().zip(results) {
        whole.push_str(&format!("=== {}\n!!!\n{}\n", case.written, told.unwrap_or_default()));
    }
    committed(&format!("{FOLDER}/{name}"), &format!("{}\n", whole.trim_end()));
}

#[test]
fn nothing_is_said_of_the_small_project() {
    assert_eq!(render::human(&found(&small()), false), "");
}

#[test]
fn of_reading() {
    family("s0.txt");
}

#[test]
fn of_form() {
    family("s1.txt");
}

#[test]
fn of_references() {
    family("s2.txt");
}

#[test]
fn of_law() {
    family("s3.txt");
}

#[test]
fn of_regions() {
    family("s4.txt");
}

#[test]
fn of_neutrality() {
    family("s6.txt");
}

#[test]
fn of_language_and_orders() {
    family("s7.txt");
}

#[test]
fn of_pictures() {
    family("s5.txt");
}

/// Rules that no project in a folder can break, why, and the test that holds them.
const ELSEWHERE: [(&str, &str, &str); 3] = [
    ("S034", "a file of that size is refused before its body is looked at", "src/markdown/tests/hostile.rs"),
    ("S175", "judged at the end of a run, by all that it found", "tests/suite/silence.rs"),
    ("S554", "two builds, the first with the profile of a press", "tests/suite/presses.rs"),
];

/// Family S9 is about what is typed, about folders, and about what themes and programs make: the test that holds each, and the words in it
/// that say the code: the code, the name of its constant, or its message.
const BEYOND_CONTENT: [(&str, &str, &str); 47] = [
    ("S902", "tests/suite/usage.rs", "S902"),
    ("S903", "tests/suite/usage.rs", "S903"),
    ("S910", "src/web/engine/tests.rs", "S910"),
    ("S911", "src/web/engine/tests.rs", "S911"),
    ("S912", "src/web/tests/theme.rs", "S912"),
    ("S913", "src/web/tests/villages.rs", "S913"),
    ("S914", "tests/fixtures/tema-salah/pesan.txt", "S914"),
    ("S921", "tests/fixtures/templat-tema/pesan.txt", "S921"),
    ("S922", "tests/fixtures/huruf-palsu/pesan.txt", "S922"),
    ("S923", "tests/fixtures/tema-salah/pesan.txt", "S923"),
    ("S924", "src/print/render/tests/faulty.rs", "codes::BAD_PDF"),
    ("S925", "src/print/tokens.rs", "warna `pekat` memakai 301 % tinta, paling banyak 300 %"),
    ("S930", "tests/suite/offices.rs", "S930"),
    ("S931", "tests/suite/offices.rs", "S931"),
    ("S932", "tests/suite/offices.rs", "S932"),
    ("S933", "tests/suite/offices.rs", "S933"),
    ("S934", "tests/suite/offices.rs", "S934"),
    ("S935", "tests/suite/offices.rs", "S935"),
    ("S936", "tests/suite/offices.rs", "S936"),
    ("S937", "tests/suite/explain.rs", "S937"),
    ("S938", "tests/suite/explain.rs", "S938"),
    ("S939", "tests/suite/explain.rs", "S939"),
    ("S940", "tests/suite/offices.rs", "S940"),
    ("S941", "tests/suite/offices.rs", "S941"),
    ("S942", "tests/suite/offices.rs", "S942"),
    ("S943", "tests/suite/serve.rs", "S943"),
    ("S944", "tests/suite/recall.rs", "S944"),
    ("S945", "tests/suite/recall.rs", "S945"),
    ("S946", "tests/suite/explain.rs", "S946"),
    ("S947", "tests/suite/diff.rs", "S947"),
    ("S951", "src/publish/tests/messages.rs", "S951"),
    ("S952", "src/publish/tests/messages.rs", "S952"),
    ("S953", "src/publish/tests/messages.rs", "S953"),
    ("S954", "src/publish/tests/messages.rs", "S954"),
    ("S955", "src/publish/tests/messages.rs", "S955"),
    ("S956", "src/publish/tests/messages.rs", "S956"),
    ("S957", "src/publish/tests/messages.rs", "S957"),
    ("S958", "src/publish/tests/messages.rs", "S958"),
    ("S959", "src/publish/tests/messages.rs", "S959"),
    ("S960", "src/publish/tests/messages.rs", "S960"),
    ("S961", "src/publish/tests/messages.rs", "S961"),
    ("S962", "src/publish/tests/messages.rs", "S962"),
    ("S963", "src/publish/tests/damage.rs", "DAMAGED"),
    ("S964", "src/publish/tests/recovery.rs", "RECOVERED"),
    ("S965", "src/publish/tests/untidy.rs", "UNTIDY"),
    ("S966", "tests/suite/recall.rs", "S966"),
    ("S967", "tests/suite/recall.rs", "S967"),
];

fn is_of_content(code: &str) -> bool {
    code[1..2] != *"9"
}

#[test]
fn every_rule_beyond_content_is_held_by_a_test() {
    let codes: Vec<&str> = all().into_iter().map(|rule| rule.code).filter(|code| !is_of_content(code)).collect();
    // Also in order, and none twice.
    assert_eq!(BEYOND_CONTENT.map(|(code, ..)| code).to_vec(), codes, "say here which test holds the code");
    for (code, file, words) in BEYOND_CONTENT {
        let held = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        assert!(held.contains(words), "{code}: {file} does not say {words:?}");
    }
}

#[test]
fn every_rule_is_shown() {
    let files = ["s0.txt", "s1.txt", "s2.txt", "s3.txt", "s4.txt", "s5.txt", "s5-cetak.txt", "s6.txt", "s7.txt"];
    let shown: Vec<String> = files.iter().flat_map(|name| case::cases(&text(name)).1).map(|case| case.code).collect();
    let shown: BTreeSet<&str> = shown.iter().map(String::as_str).collect();
    let rules = all();
    let elsewhere = |code: &str| ELSEWHERE.iter().any(|(known, ..)| *known == code);
    let wanted = rules.iter().map(|rule| rule.code).filter(|code| is_of_content(code));
    let without: Vec<&str> = wanted.filter(|code| !shown.contains(code) && !elsewhere(code)).collect();
    assert!(without.is_empty(), "add a case to {FOLDER}/ for {without:?}");
    let gone: Vec<&&str> = shown.iter().filter(|code| rules.iter().all(|rule| rule.code != **code)).collect();
    assert!(gone.is_empty(), "no such rules any more: {gone:?}");
    for (code, why, file) in ELSEWHERE {
        let held = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        assert!(held.contains(code) && !shown.contains(code), "{code}: {why}, but {file} does not hold it");
    }
}
