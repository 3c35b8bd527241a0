//! What is remembered is what would be found anew, and is remembered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};

use super::{Findings, Kept, Memory};
use crate::check::run_all;
use crate::check::tests::{FORMATS, LAW, LAW_TEXT, OLD_LAW, OLD_LAW_TEXT};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::edition::Edition;
use crate::project::sample::{REGENCY, chain};
use crate::project::{self, Chain};

const GLOSSARY: (&str, &str) = ("content/glosarium.yaml", "istilah: []\nlazim:\n  - { id: umum, kata: [UU, ASN] }\n");
const PAGE: (&str, &str) =
    ("content/halaman/a.md", "---\njudul: A\nsumber: x\n---\nMari jaga kata BKN yang jujur dan adil bersama.\n");
const OTHER: (&str, &str) = ("content/halaman/b.md", "---\njudul: B\nsumber: x\n---\nMenurut UU 5/2014, kata BPIP.\n");
const BANNER: (&str, &str) = (
    "content/cetak/c.md",
    "---\njudul: C\nformat: spanduk\nsasaran: warga\nspanduk: Ulah milih\nbahasa_daerah: { bahasa: Sunda, teks: Mari jaga bersama }\n---\nisi\n",
);

/// A preview in which files are saved one after the other.
struct Preview {
    files: BTreeMap<String, String>,
    as_of: &'static str,
    chain: Option<Chain>,
    memory: Memory,
}

impl Preview {
    fn new() -> Preview {
        let files = FORMATS.into_iter().chain([(LAW, LAW_TEXT), (OLD_LAW, OLD_LAW_TEXT), REGENCY, GLOSSARY, PAGE, OTHER, BANNER]);
        let files = files.map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
        Preview { files, as_of: "2026-11-22", chain: None, memory: Memory::default() }
    }

    fn write(&mut self, path: &str, text: &str) {
        self.files.insert(path.to_owned(), text.to_owned());
    }

    /// The codes that are found now; the same are found without a memory.
    fn save(&mut self) -> Vec<&'static str> {
        let d = Diagnostics::new();
        let files: Vec<(&str, &str)> = self.files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let mut chain = chain(&files, &d);
        if let Some(earlier) = self.chain.take() {
            chain = chain.renewed(earlier);
        }
        let project = project::read(&chain, &d).unwrap();
        self.chain = Some(chain);
        let day = self.as_of.parse().unwrap();
        let codes = project.edition_codes();
        let editions: Vec<Arc<Edition>> = codes.iter().map(|code| Arc::new(project.edition(code, day, &d).unwrap())).collect();
        let found = |memory| {
            let d = Diagnostics::new();
            run_all(&editions, &project.theme, memory, &d);
            d.into_sorted()
        };
        let (with, without) = (found(Some(&self.memory)), found(None));
        assert_eq!(with, without);
        with.into_iter().map(|problem| problem.code).collect()
    }

    /// What is remembered, by where it lies.
    fn kept(&self) -> BTreeSet<usize> {
        fn of<J>(kept: &Kept<J>) -> Vec<usize> {
            let shelves = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
            shelves
                .iter()
                .map(|shelf| shelf.found.values().map(|found| found.as_ptr().addr()).collect::<Vec<_>>())
                .collect::<Vec<_>>()
                .concat()
        }
        [of(&self.memory.prose), of(&self.memory.language), of(&self.memory.order)].concat().into_iter().collect()
    }
}

#[test]
fn what_is_remembered_is_what_would_be_found_anew() {
    let mut preview = Preview::new();
    let first = preview.save();
    for code in ["S303", "S721", "S724"] {
        assert!(first.contains(&code), "{code}: {first:?}");
    }
    assert_eq!(preview.save(), first, "nothing changed");
    // A file of its own.
    preview.write(PAGE.0, "---\njudul: A\nsumber: x\n---\nMenurut UU 5/2014.\n");
    let cited = preview.save();
    assert_eq!(cited.iter().filter(|code| **code == "S303").count(), 2, "{cited:?}");
    assert!(!cited.contains(&"S724"), "no page is Indonesian any more: {cited:?}");
    preview.write(PAGE.0, PAGE.1);
    assert_eq!(preview.save(), first);
    // What others are judged by: the glossary, the law, the day, the formats.
    preview.write(GLOSSARY.0, &GLOSSARY.1.replace("ASN]", "ASN, BKN, BPIP]"));
    assert!(!preview.save().contains(&"S721"));
    preview.write(GLOSSARY.0, GLOSSARY.1);
    preview.files.remove(OLD_LAW);
    assert!(!preview.save().contains(&"S303"));
    preview.write(OLD_LAW, OLD_LAW_TEXT);
    assert_eq!(preview.save(), first);
    preview.as_of = "2020-01-01";
    assert!(!preview.save().contains(&"S303"), "it was in force then");
    preview.as_of = "2026-11-22";
    assert_eq!(preview.save(), first);
    let long = format!("{}\n{}.\n", BANNER.1.trim_end(), "kata ".repeat(30).trim());
    preview.write(BANNER.0, &long);
    assert!(preview.save().contains(&"S720"));
    let (path, format) = FORMATS[1];
    preview.write(path, &format.replace("keluarga: lebar", "keluarga: paparan"));
    assert!(!preview.save().contains(&"S720"), "slides may say more in a sentence");
    // An office of its own text.
    preview.write("content/daerah/61.11-ku/halaman/b.md", "---\njudul: B\nsumber: x\n---\nKata LAPAN.\n");
    let own = preview.save();
    preview.files.remove("content/daerah/61.11-ku/halaman/b.md");
    assert_ne!(preview.save(), own);
}

#[test]
fn what_did_not_change_is_not_judged_again() {
    let mut preview = Preview::new();
    preview.save();
    let first = preview.kept();
    preview.save();
    // Empty findings have no place of their own; those of the pages and of the banner have.
    assert!(first.len() > 3 && preview.kept() == first, "{}", first.len());
    preview.write(PAGE.0, &PAGE.1.replace("jujur", "bersih"));
    preview.save();
    let second = preview.kept();
    let again = first.intersection(&second).count();
    assert!(again > 1 && again < first.len(), "{again} of {}", first.len());
}

#[test]
fn a_source_is_judged_once_by_each_judge() {
    let judged = |findings: &Findings, address: usize| {
        let d = Diagnostics::new();
        let mut called = false;
        findings.tell(address, &d, |d| {
            called = true;
            d.push(Diagnostic::note("S000", format!("{address}")));
        });
        assert_eq!(d.into_sorted().len(), 1, "told each time");
        called
    };
    let kept = Kept::default();
    for (judge, address, wanted) in [(1, 10, true), (1, 10, false), (1, 20, true), (1, 10, true), (2, 10, true), (1, 10, true)] {
        let findings = kept.recall(&judge);
        assert_eq!(judged(&findings, address), wanted, "{judge}, {address}");
        kept.keep(vec![(judge, Vec::new(), findings)]);
    }
    let without = Findings::default();
    assert!(judged(&without, 10) && judged(&without, 10));
}
