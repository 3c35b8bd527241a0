//! What was read is known again while the law is the same, and only then.

use std::sync::Arc;

use crate::check::prose::{Book, Memory, check, law_of};
use crate::check::tests::{FORMATS, LAW, LAW_TEXT, OLD_LAW, OLD_LAW_TEXT};
use crate::diagnostics::Diagnostics;
use crate::edition::{Edition, EditionCode};
use crate::project::sample::project;

const TEXT: &str = "Menurut UU 5/2014.";

/// The national edition with a page of [`TEXT`], as of a day; with the old law in the content, or without.
fn edition(with_law: bool, day: &str) -> Arc<Edition> {
    let page = format!("---\njudul: T\nsumber: x\nkeyakinan: tinggi\n---\n{TEXT}\n");
    let mut files = vec![(LAW, LAW_TEXT), ("content/halaman/tes.md", page.as_str())];
    files.extend(with_law.then_some((OLD_LAW, OLD_LAW_TEXT)));
    files.extend(FORMATS);
    let (project, d) = project(&files);
    let edition = project.unwrap().edition(&EditionCode::National, day.parse().unwrap(), &d);
    Arc::new(edition.unwrap())
}

/// The codes that a run with this memory finds.
fn found(edition: &Arc<Edition>, memory: &Memory) -> Vec<&'static str> {
    let d = Diagnostics::new();
    check([edition].into_iter(), Some(memory), &d);
    d.into_sorted().into_iter().map(|problem| problem.code).collect()
}

#[test]
fn a_text_is_read_once_and_judged_each_time() {
    let (memory, edition) = (Memory::default(), edition(true, "2026-11-22"));
    let first = found(&edition, &memory);
    assert!(first.contains(&"S303"), "{first:?}");
    // Taken out and put back: what the next run would have.
    let texts = memory.recall(&law_of(&edition), edition.as_of);
    let book = Book::new(&edition);
    let known = texts.read(TEXT, &book);
    assert!(Arc::ptr_eq(&known, &texts.known(TEXT).unwrap()), "it is the one of the run before");
    assert_eq!(known.mentions.len(), 1);
    memory.keep(vec![(law_of(&edition), Arc::clone(&edition), texts)]);
    assert_eq!(found(&edition, &memory), first);
}

#[test]
fn another_law_or_day_reads_anew() {
    let memory = Memory::default();
    let without = edition(false, "2026-11-22");
    assert!(!found(&without, &memory).contains(&"S303"), "nobody knows the law");
    let with = edition(true, "2026-11-22");
    assert!(memory.recall(&law_of(&with), with.as_of).known(TEXT).is_none());
    assert!(found(&with, &memory).contains(&"S303"));
    assert!(memory.recall(&law_of(&with), "2026-11-23".parse().unwrap()).known(TEXT).is_none());
}
