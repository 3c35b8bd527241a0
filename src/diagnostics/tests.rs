//! Tests of places and of the list of problems.

use std::sync::Arc;

use proptest::prelude::*;

use super::{Diagnostic, Diagnostics, Located, MAX_ALIKE, Severity, SourceText};

#[test]
fn lines_and_columns() {
    let text = SourceText::new("a.md", "\u{feff}satu\r\n\tdüa\rtiga\n\nx");
    let at = |needle: &str| text.line_column(text.text().find(needle).unwrap());
    assert_eq!(at("satu"), (1, 1));
    assert_eq!(at("düa"), (2, 2));
    assert_eq!(at("a\rtiga"), (2, 4));
    assert_eq!(at("tiga"), (3, 1));
    assert_eq!(at("x"), (5, 1));
    assert_eq!(text.line_column(usize::MAX), (5, 2));
    assert_eq!(text.line_range(2).map(|range| &text.text()[range]), Some("\tdüa"));
    assert_eq!(text.line_range(4).map(|range| &text.text()[range]), Some(""));
    assert_eq!(text.line_range(0), None);
    assert_eq!(text.line_range(6), None);
}

#[test]
fn an_empty_text_has_one_line() {
    let text = SourceText::new("a.md", "");
    assert_eq!(text.line_column(9), (1, 1));
    assert_eq!(text.line_range(1), Some(0..0));
}

#[test]
fn places_stay_in_the_text() {
    let text = SourceText::new("a.md", "aéb");
    assert_eq!(text.place(2..2).range(), 1..3);
    assert_eq!(text.place(1..2).text(), "é");
    assert_eq!(text.place(9..99).range(), 4..4);
    let reversed = std::ops::Range { start: 3, end: 0 };
    assert_eq!(text.place(reversed).range(), 3..3);
    let place = text.place(1..4);
    assert_eq!(place.sub(2..3).text(), "b");
    assert_eq!(place.sub(5..9).range(), 4..4);
    assert_eq!(format!("{place:?}"), "a.md:1:2");
}

#[test]
fn located_reads_as_its_value() {
    let text = SourceText::new("a.md", "12");
    let located = Located::new("12".to_owned(), text.place(0..2));
    assert_eq!(located.len(), 2);
    let number = located.map(|text| text.parse::<u8>().unwrap());
    assert_eq!((*number, number.place.text()), (12, "12"));
}

#[test]
fn the_list_is_sorted_and_without_repeats() {
    let (a, b) = (SourceText::new("a.md", "xyz"), SourceText::new("b.md", "xyz"));
    let d = Diagnostics::new();
    assert!(d.is_empty());
    d.push(Diagnostic::error("S2", "satu").at(&b.place(0..1)));
    d.push(Diagnostic::warning("S2", "dua").at(&a.place(2..3)));
    d.push(Diagnostic::note("S1", "tiga").at(&a.place(2..3)));
    assert!(d.has_errors());
    let more = Diagnostics::new();
    more.push(Diagnostic::error("S9", "empat").at(&a.place(0..1)));
    more.push(Diagnostic::error("S2", "satu").at(&b.place(0..1)));
    more.push(Diagnostic::error("S2", "satu").at(&b.place(0..1)).hint("lain"));
    more.push(Diagnostic::error("S0", "lima").in_file("a.png"));
    more.push(Diagnostic::error("S0", "enam"));
    d.absorb(more);
    assert_eq!((d.count(Severity::Error), d.count(Severity::Warning), d.count(Severity::Note)), (6, 1, 1));
    let messages: Vec<_> = d.into_sorted().into_iter().map(|d| d.message).collect();
    assert_eq!(messages, ["enam", "empat", "tiga", "dua", "lima", "satu", "satu"]);
}

#[test]
fn of_many_alike_the_rest_is_counted() {
    let text = SourceText::new("a.md", "x".repeat(1_000));
    let found = |number: usize| {
        let d = Diagnostics::new();
        for offset in 0..number {
            d.push(Diagnostic::warning("S1", format!("ke-{offset}")).at(&text.place(offset..offset + 1)));
        }
        d.push(Diagnostic::error("S1", "terakhir").at(&text.place(999..1_000)));
        d.push(Diagnostic::error("S2", "lain").at(&text.place(999..1_000)));
        d.push(Diagnostic::error("S1", "berkas lain").in_file("b.md"));
        d.into_sorted()
    };
    assert_eq!(found(MAX_ALIKE).len(), MAX_ALIKE + 3);
    let sorted = found(MAX_ALIKE + 50);
    assert_eq!(sorted.len(), MAX_ALIKE + 3);
    let rest = &sorted[MAX_ALIKE];
    assert_eq!(rest.message, "masih ada 51 temuan serupa di berkas ini");
    assert_eq!((rest.code, rest.severity), ("S1", Severity::Error));
    assert_eq!(rest.place.as_ref().unwrap().line_column(), (1, MAX_ALIKE + 1));
    assert_eq!(sorted[MAX_ALIKE + 1].message, "lain");
    assert_eq!(sorted[MAX_ALIKE + 2].message, "berkas lain");
}

#[test]
fn warnings_alone_are_no_errors() {
    let d = Diagnostics::new();
    d.push(Diagnostic::warning("S1", "x"));
    assert!(!d.has_errors());
    assert!(!d.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Line and column lead back to the offset they came from.
    #[test]
    fn line_and_column_are_exact(text in "[a\u{e9}\t\r\n ]{0,40}", at in 0_usize..80) {
        let source = SourceText::new("a.md", text.as_str());
        let offset = text.floor_char_boundary(at);
        let (line, column) = source.line_column(at);
        let range = source.line_range(line).unwrap();
        let half = text[..offset].ends_with('\r') && text[offset..].starts_with('\n');
        let offset = offset - usize::from(half);
        let characters = text[range.start..].char_indices().map(|(i, _)| range.start + i).chain([text.len()]);
        prop_assert_eq!(characters.into_iter().nth(column - 1), Some(offset));
        prop_assert!(range.start <= offset && offset <= range.end);
        // The line is the one that the usual rules give: CRLF is one break.
        prop_assert_eq!(line, text[..offset].replace("\r\n", "\n").matches(['\n', '\r']).count() + 1);
    }

    /// Whatever the order in which problems come, they are shown in the same one.
    #[test]
    fn order_does_not_matter(seed in proptest::collection::vec((0_usize..3, 0_usize..3, 0_usize..2, any::<bool>()), 0..12)) {
        let texts = ["a", "b", "c"].map(|path| SourceText::new(path, "xyz"));
        let make = |&(file, offset, word, hint): &(usize, usize, usize, bool)| {
            let text: &Arc<SourceText> = &texts[file];
            let problem = Diagnostic::error("S1", ["x", "y"][word]).at(&text.place(offset..3));
            if hint { problem.hint("z") } else { problem }
        };
        let sorted = |list: Vec<Diagnostic>| {
            let d = Diagnostics::new();
            list.into_iter().for_each(|problem| d.push(problem));
            d.into_sorted()
        };
        prop_assert_eq!(sorted(seed.iter().map(make).collect()), sorted(seed.iter().rev().map(make).collect()));
    }
}
