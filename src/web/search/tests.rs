//! The index of a small edition: what is found by what, and what it is written as.

use std::collections::BTreeSet;

use serde_json::Value;

use super::document::Excerpt;
use super::roots::Roots;
use super::words::{Stems, is_stop_word, words};
use crate::diagnostics::SourceText;
use crate::markdown::{AsideRole, Block, BlockKind, Inline, ListItem, NoContext, text};
use crate::web::tests::{build, downloads, plan, region};
use crate::web::{OutputFile, WebHouse};

/// The index of a region, as its JSON.
fn index() -> Value {
    let plan = plan();
    let downloads = downloads(&plan);
    let d = crate::diagnostics::Diagnostics::new();
    let house = WebHouse::new(&plan.theme, &d).unwrap();
    let edition = plan.edition(&region()).unwrap();
    let files: Vec<OutputFile> = house.edition(&plan, edition, &downloads).shared_files();
    let file = files.iter().find(|file| file.path.starts_with("61.11/aset/indeks-")).unwrap();
    let text = std::str::from_utf8(&file.bytes).unwrap();
    serde_json::from_str(text.strip_prefix("suluhIndeks=").unwrap().strip_suffix(";\n").unwrap()).unwrap()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// Titles of the answers that hold a stem, heaviest first.
fn holding(index: &Value, stem: &str) -> Vec<String> {
    let terms = index["k"].as_str().unwrap();
    let Some(line) = terms.lines().find(|line| line.split(' ').next() == Some(stem)) else { return Vec::new() };
    let mut found = Vec::new();
    let (mut at, mut gap) = (0, String::new());
    for c in line.split(' ').nth(1).unwrap().chars() {
        if c.is_ascii_uppercase() {
            at += if gap.is_empty() { 0 } else { usize::from_str_radix(&gap, 36).unwrap() };
            gap.clear();
            found.push((std::cmp::Reverse(c), index["d"][at][1].as_str().unwrap().to_owned()));
        } else {
            gap.push(c);
        }
    }
    found.sort();
    found.into_iter().map(|(_, title)| title).collect()
}

#[test]
fn text_is_cut_into_small_plain_words() {
    assert_eq!(words("Jum’at, non-ASN: “Café” UU 20/2023 (PPPK)…"), ["jumat", "non", "asn", "cafe", "uu", "20", "2023", "pppk"]);
    assert_eq!(words("peng\u{ad}awas 中文"), ["pengawas"]);
    assert!(words(" … ").is_empty());
}

#[test]
fn forms_of_a_word_have_one_stem() {
    let stems = Stems::new();
    for word in ["pelanggaran", "melanggar", "dilanggar", "langgar"] {
        assert_eq!(stems.stem(word), "langgar");
    }
    assert_eq!(stems.phrase("Apakah ada pelanggaran di desa?", &Roots::default()), "langgar desa");
    assert!(is_stop_word("bolehkah") && !is_stop_word("kampanye"));
}

/// The list that the script of the website is held to, in the browser tests.
#[test]
fn the_script_is_held_to_the_same_stems() {
    let list = include_str!("../../../tests/peramban/kata-dasar.txt");
    let stems = Stems::new();
    let mut count = 0;
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let (word, stem) = line.split_once(' ').unwrap();
        assert_eq!(stems.stem(word), stem, "{word}");
        count += 1;
    }
    assert!(count >= 1000, "{count} words");
}

#[test]
fn a_word_of_the_title_counts_more_than_one_of_the_body() {
    let index = index();
    assert!(holding(&index, "lapor")[0].starts_with("Lapor"), "{:?}", holding(&index, "lapor"));
    assert!(holding(&index, "netral").iter().any(|title| title.contains("Ikrar")));
    assert!(holding(&index, "yang").is_empty(), "words that say nothing are not indexed");
}

#[test]
fn every_part_of_an_edition_is_found() {
    let index = index();
    let sorts: BTreeSet<&str> =
        index["d"].as_array().unwrap().iter().map(|row| index["a"][number(&row[0])].as_str().unwrap()).collect();
    for sort in ["Halaman", "Larangan", "Sanksi", "Peraturan", "Pasal", "Deklarasi", "Bahan cetak"] {
        assert!(sorts.contains(sort), "{sort} {sorts:?}");
    }
    let villages: usize = index["w"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row.to_string().matches("001\"").count() + row.to_string().matches("002\"").count())
        .sum();
    assert_eq!(villages, 4, "{}", index["w"]);
    let revoked = index["d"].as_array().unwrap().iter().find(|row| row[1].as_str().unwrap().starts_with("UU 5/2014")).unwrap();
    assert_eq!(index["c"][number(&revoked[5]) - 1], "sudah dicabut");
}

/// An answer leads to a page of the edition, and its anchor to a place there.
#[test]
fn every_answer_leads_somewhere() {
    let plan = plan();
    let website = build(&plan, &downloads(&plan), false);
    let index = index();
    for row in index["d"].as_array().unwrap() {
        let href = row[2].as_str().unwrap();
        let (path, anchor) = href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor)));
        let page = website.get(&format!("61.11/{path}")).unwrap_or_else(|| panic!("{href}"));
        let sections = row[6].as_array().into_iter().flatten().skip(1).step_by(2).filter_map(Value::as_str);
        for anchor in anchor.into_iter().chain(sections) {
            assert!(page.contains(&format!("id=\"{anchor}\"")), "{href}: #{anchor}");
        }
    }
}

#[test]
fn an_excerpt_is_one_line_and_ends_with_a_word() {
    let mut excerpt = Excerpt::plain("Isi\n  depan 🙂.");
    excerpt.push("Tujuh hari.");
    assert_eq!(excerpt.text, "Isi depan 🙂. Tujuh hari.");
    excerpt.shorten(13);
    assert_eq!(excerpt.text, "Isi depan …");
}

#[test]
fn stems_of_one_root_are_joined() {
    let stems = Stems::new();
    let known = |words: &[&str]| words.iter().map(|word| ((*word).to_owned(), stems.stem(word))).collect();
    let roots = Roots::new(&known(&["terima", "diterima", "menerima", "periksa", "diperiksa", "mengirim", "kirim", "mengajak"]));
    let root = |word: &str| roots.of(&stems.stem(word)).to_owned();
    assert_eq!(root("menerima"), root("diterima"));
    assert_eq!(root("terima"), root("diterima"));
    assert_eq!(root("periksa"), root("diperiksa"));
    assert_eq!(root("mengirim"), root("kirim"));
    assert_eq!(root("mengajak"), "ajak");
    assert_eq!(roots.of("kampanye"), "kampanye");
}

#[test]
fn the_index_can_hold_no_end_of_line_but_its_last() {
    let plan = plan();
    let website = build(&plan, &downloads(&plan), false);
    let (_, text) = website.iter().find(|(path, _)| path.starts_with("61.11/aset/indeks-")).unwrap();
    assert_eq!(text.matches(['\n', '\r', '\u{2028}', '\u{2029}']).count(), 1);
    assert!(text.is_char_boundary(0) && text.contains("onerror=y"), "hostile text is there, as text");
}

/// A zip holds one edition: what leads to another is a whole address there, and everything else is as it was.
#[test]
fn in_a_zip_other_editions_have_whole_addresses() {
    let plan = plan();
    let downloads = downloads(&plan);
    let house = WebHouse::new(&plan.theme, &crate::diagnostics::Diagnostics::new()).unwrap();
    let read = |bytes: &[u8]| -> Value {
        let text = std::str::from_utf8(bytes).unwrap();
        serde_json::from_str(text.strip_prefix("suluhIndeks=").unwrap().strip_suffix(";\n").unwrap()).unwrap()
    };
    for edition in &plan.editions {
        let opened = house.edition(&plan, edition, &downloads);
        let (mut own, mut carried) = (read(&opened.index().bytes), read(&opened.carried_index(&opened.index().address).unwrap()));
        let (relative, whole) = (own["r"].take(), carried["r"].take());
        assert_eq!(own, carried, "{}", edition.root);
        assert_eq!(relative.as_array().unwrap().len(), whole.as_array().unwrap().len());
        for region in whole.as_array().unwrap() {
            assert!(region[1].as_str().unwrap().starts_with("https://"), "{region}");
        }
        assert!(opened.carried_index(&edition.root).is_none());
    }
    assert_eq!(plan.editions[0].edition.code, crate::content::EditionCode::National);
}

/// Names of websites below a list are no answer to anything, and would make its page look longer than what it says.
#[test]
fn sources_are_not_searched() {
    let source = SourceText::new("a.md", "x");
    let place = source.place(0..1);
    let paragraph = |words: &str| Block::new(BlockKind::Paragraph(vec![Inline::text(words, &place)]), &place);
    let aside = |role: AsideRole, blocks: Vec<Block>| Block::new(BlockKind::Aside(role, blocks), &place);
    let item =
        ListItem { blocks: vec![paragraph("boleh"), aside(AsideRole::Sources, vec![paragraph("Antara")])], place: place.clone() };
    let list = Block::new(BlockKind::List { start: None, tight: true, items: vec![item] }, &place);
    let blocks =
        vec![aside(AsideRole::Dispute, vec![paragraph("isu"), list]), aside(AsideRole::Sources, vec![paragraph("RMOL")])];
    let words = text::render_blocks(&super::gather::without_sources(blocks), &NoContext, text::Options::default());
    assert_eq!(words.split_whitespace().collect::<Vec<_>>(), ["isu", "boleh"]);
}
