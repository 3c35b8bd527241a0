//! What editions share is looked at once: hundreds of regions cost no more than one. Counted by what is said before equal findings become one.

use std::sync::Arc;

use super::{FORMATS, LAW, LAW_TEXT, OLD_LAW, OLD_LAW_TEXT};
use crate::check::{language, law, neutral, numbers, prose};
use crate::diagnostics::{Diagnostics, Severity};
use crate::edition::Edition;
use crate::project::Project;
use crate::project::sample::{PROVINCE, REGENCY, project};

const NEUTRAL: &str = "netral:\n  - { id: satu, jenis: partai, kata: Partai Contoh }\n";
/// A page of the nation in which each rule that reads shared texts finds one thing.
const PAGE: &str = "---\njudul: T\nsumber: x\nkeyakinan: tinggi\n---\n[a](regulasi:uu-5-2014)\n\nMenurut UU 5/2014.\n\nTelepon 0812-5550-9999.\n\nPilih Partai Contoh, kata BPIP.\n";
const GLOSSARY: &str = "istilah: []\nlazim:\n  - { id: umum, kata: [UU, ASN] }\n";

/// The editions of a nation, a province and a kabupaten with the same page, and of the kabupaten once more.
fn editions() -> (Project, Vec<Arc<Edition>>) {
    let mut files = vec![
        PROVINCE,
        REGENCY,
        (LAW, LAW_TEXT),
        (OLD_LAW, OLD_LAW_TEXT),
        ("content/netral.yaml", NEUTRAL),
        ("content/glosarium.yaml", GLOSSARY),
        ("content/halaman/tes.md", PAGE),
    ];
    files.extend(FORMATS);
    let (project, d) = project(&files);
    let project = project.unwrap();
    let codes = project.edition_codes();
    let again = codes.last().cloned();
    let as_of = "2026-11-22".parse().unwrap();
    let editions = codes.iter().chain(&again).map(|code| Arc::new(project.edition(code, as_of, &d).unwrap())).collect::<Vec<_>>();
    assert_eq!(editions.len(), 4);
    (project, editions)
}

fn plain(editions: &[Arc<Edition>]) -> impl Iterator<Item = &Edition> {
    editions.iter().map(AsRef::as_ref)
}

/// How often something is said of the shared page, equal findings counted each.
fn said(check: impl FnOnce(&[Arc<Edition>], &Project, &Diagnostics), severity: Severity) -> usize {
    let (project, editions) = editions();
    let d = Diagnostics::new();
    check(&editions, &project, &d);
    d.count(severity)
}

#[test]
fn shared_law_is_looked_at_once() {
    assert_eq!(said(|editions, _, d| law::check(plain(editions), d), Severity::Error), 1);
    assert_eq!(said(|editions, _, d| prose::check(editions.iter(), None, d), Severity::Error), 1);
}

#[test]
fn shared_words_are_looked_at_once() {
    assert_eq!(said(|editions, _, d| numbers::check(plain(editions), d), Severity::Warning), 1);
    assert_eq!(said(|editions, project, d| neutral::check(plain(editions), &project.theme, d), Severity::Warning), 1);
    assert_eq!(said(|editions, project, d| language::check(editions.iter(), &project.theme, None, d), Severity::Warning), 1);
}
