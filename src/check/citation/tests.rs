//! The recogniser against tables of what is met, and against whatever may come.

use std::time::{Duration, Instant};

use super::{Cited, Mention, Recogniser};
use crate::content::EditionCode;
use crate::diagnostics::Diagnostics;
use crate::markdown::slug;
use crate::project::{self, Chain};
use crate::source::embedded;

/// `tulisan => pengenal#pasal; …`, one a line.
const KNOWN: &str = include_str!("../../../tests/kutipan/dikenal.txt");
/// What looks like a citation and is none, one a line.
const ALIKE: &str = include_str!("../../../tests/kutipan/serupa.txt");

/// Knows the regulations of the content in the program.
pub(crate) fn recogniser() -> Recogniser {
    let d = Diagnostics::new();
    let chain = Chain::of([(String::new(), embedded::project())], &d);
    let project = project::read(&chain, &d).unwrap();
    let edition = project.edition(&EditionCode::National, "2026-11-22".parse().unwrap(), &d).unwrap();
    Recogniser::new(edition.regulations.values().map(|item| item.data.as_ref()))
}

fn lines(table: &str) -> impl Iterator<Item = String> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.replace('␣', "\u{A0}").replace('¬', "\u{AD}").replace('⏎', "\n").replace('⇥', "\t"))
}

/// As the table has it.
fn shown(mention: &Mention) -> String {
    let law = match &mention.cited {
        Cited::Known(id) => id.to_string(),
        Cited::Unknown { form, number, year } => {
            let number = number.clone().unwrap_or_default();
            year.map_or_else(|| format!("? {form} {number}"), |year| format!("? {form} {number}/{year}"))
        }
    };
    match &mention.article {
        Some(article) => format!("{law}#{}", slug(&article.label)),
        None => law,
    }
}

fn all(recogniser: &Recogniser, text: &str) -> String {
    recogniser.find(text).iter().map(shown).collect::<Vec<_>>().join("; ")
}

#[test]
fn every_spelling_means_what_the_table_says() {
    let recogniser = recogniser();
    let mut count = 0;
    let mut wrong = Vec::new();
    for line in lines(KNOWN) {
        let (text, expected) = line.rsplit_once(" => ").unwrap();
        count += 1;
        // In a sentence it is the same, and so with line ends of Windows.
        let sentence = format!("Larangan itu ada dalam {text}, kata pengawas pada 2024.");
        for text in [text.to_owned(), sentence, text.replace('\n', "\r\n")] {
            let found = all(&recogniser, &text);
            if found != expected {
                wrong.push(format!("{text:?}: {found}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 120, "{count}");
}

#[test]
fn what_looks_alike_is_no_citation() {
    let recogniser = recogniser();
    let found: Vec<String> =
        lines(ALIKE).map(|text| format!("{text:?}: {}", all(&recogniser, &text))).filter(|one| !one.ends_with(": ")).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(lines(ALIKE).count() >= 60);
}

#[test]
fn a_citation_is_where_its_words_are() {
    let recogniser = recogniser();
    let text = "Menurut\u{A0}Pasal 2 huruf f Undang-\r\nUndang Nomor 5 Tahun 2014 (UU ASN), dan PP 53/2010.";
    let found = recogniser.find(text);
    let words: Vec<&str> = found.iter().map(|one| &text[one.range.clone()]).collect();
    assert_eq!(words, ["Pasal 2 huruf f Undang-\r\nUndang Nomor 5 Tahun 2014", "PP 53/2010"]);
    assert_eq!(&text[found[0].law.clone()], "Undang-\r\nUndang Nomor 5 Tahun 2014");
    assert_eq!(&text[found[0].article.as_ref().unwrap().range.clone()], "Pasal 2 huruf f");
}

#[test]
fn amendments_are_cited_with_a_law_in_several_ways() {
    let recogniser = recogniser();
    for (text, expected) in [
        ("UU 6/2014", false),
        ("UU 6/2014 dan UU 3/2024", false),
        ("UU 6/2014 yang mengubah", false),
        ("UU 6/2014 sebagaimana diubah dengan UU 3/2024", true),
        ("UU 6/2014, sebagaimana telah beberapa kali diubah", true),
        ("UU 6/2014 jo. UU 3/2024", true),
        ("UU 6/2014 beserta perubahannya", true),
    ] {
        assert_eq!(recogniser.find(text)[0].as_amended, expected, "{text}");
    }
}

/// A generator of its own, so that what failed fails again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

#[test]
fn random_text_is_read_without_a_fault() {
    const PIECES: [&str; 44] = [
        "UU", "Undang", "-", "undang", " ", "Nomor", "No", ".", "5", "05", "/", "2014", "Tahun", "PP", "94", "2021", "Pasal",
        "ayat", "(", ")", "huruf", "n", "angka", "dan", ",", "s", "d", "sampai", "SKB", "tentang", "ASN", "Pemilu", "lama",
        "\u{AD}", "\u{A0}", "\n", "\r\n", "Putusan", "MK", "PUU", "XXII", "é", "🙂", "Lampiran",
    ];
    let recogniser = recogniser();
    let mut dice = Dice(7);
    for _ in 0..20_000 {
        let text: String = (0..dice.roll(40)).map(|_| PIECES[dice.roll(PIECES.len())]).collect();
        let found = recogniser.find(&text);
        let mut past = 0;
        for one in found {
            assert!(past <= one.range.start && one.range.end <= text.len(), "{text:?}");
            assert!(text.get(one.range.clone()).is_some() && text.get(one.law.clone()).is_some(), "{text:?}");
            assert!(one.range.start <= one.law.start && one.law.end <= one.range.end, "{text:?}");
            past = one.range.end;
        }
    }
}

/// A text that is 128 times as long takes about 128 times the time, not 16,384 times, whatever is repeated. Between the two lies room for a machine
/// that does thirty other things at once.
#[test]
fn time_grows_with_the_text() {
    let recogniser = recogniser();
    let time = |piece: &str, count: usize| {
        let text = piece.repeat(count);
        let best = (0..3).map(|_| {
            let start = Instant::now();
            std::hint::black_box(recogniser.find(&text));
            start.elapsed()
        });
        best.min().unwrap_or(Duration::ZERO)
    };
    for piece in [
        "Pasal 1 dan ",
        "Pasal 1, ",
        "Undang-Undang ",
        "UU No. 5 Tahun ",
        "UU 5/2014, ",
        "UU 1/2/3/4/5-",
        "PP 94/2021 Pasal 5 huruf n dan ",
        "(",
        "huruf a, ",
        "sampai dengan ",
        "\u{AD}",
        "a",
    ] {
        // What grows with the square is slow every time.
        let slow = || time(piece, 25_600) > time(piece, 200) * 4_096 + Duration::from_millis(20);
        assert!(!(0..2).all(|_| slow()), "{piece:?}");
    }
}
