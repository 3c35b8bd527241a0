//! Tests of the two renderings.

use std::sync::Arc;

use proptest::prelude::*;
use snapbox::{IntoData, assert_data_eq, str};

use super::{human, json};
use crate::diagnostics::{Diagnostic, Place, SourceText};

fn place(source: &Arc<SourceText>, needle: &str) -> Place {
    let start = source.text().find(needle).expect("the needle is in the text");
    source.place(start..start + needle.len())
}

/// One problem with everything, and the three levels.
fn samples() -> Vec<Diagnostic> {
    let page = SourceText::new("content/halaman/lapor.md", "\u{feff}---\r\njudul: Lapor\r\n\tsumber: [é, x]\r\n---\r\n");
    let law = SourceText::new("content/regulasi/uu-5-2014.md", "---\nstatus: dicabut\n");
    vec![
        Diagnostic::error("S301", "`Pasal 2` sudah dicabut")
            .at(&place(&page, "x]").sub(0..1))
            .label("dirujuk di sini")
            .because("UU 20/2023 mencabut UU 5/2014")
            .because("pada 31 Oktober 2023")
            .hint("pakai `regulasi:uu-20-2023#pasal-24`")
            .related(&place(&page, "judul"), "di halaman ini")
            .related(&place(&law, "dicabut"), "dicabut di sini"),
        Diagnostic::warning("S401", "kontak contoh").in_file("content/daerah/61.11/daerah.yaml"),
        Diagnostic::note("S901", "tidak ada apa-apa").hint("lanjutkan"),
    ]
}

#[test]
fn for_people() {
    assert_data_eq!(
        human(&samples(), false),
        str![[r#"
galat[S301]: `Pasal 2` sudah dicabut
 --> content/halaman/lapor.md:3:14
  |
2 | judul: Lapor
  | ----- di halaman ini
3 |     sumber: [é, x]
  |                 ^ dirujuk di sini
  |
 ::: content/regulasi/uu-5-2014.md:2:9
  |
2 | status: dicabut
  |         ------- dicabut di sini
  |
  = sebab: UU 20/2023 mencabut UU 5/2014
  = sebab: pada 31 Oktober 2023
  = saran: pakai `regulasi:uu-20-2023#pasal-24`

peringatan[S401]: kontak contoh
--> content/daerah/61.11/daerah.yaml

catatan[S901]: tidak ada apa-apa
 |
 = saran: lanjutkan

"#]]
        .raw()
    );
}

#[test]
fn for_programs() {
    assert_data_eq!(
        json(&samples()),
        str![[r#"
[
  {
    "code": "S301",
    "severity": "error",
    "message": "`Pasal 2` sudah dicabut",
    "file": "content/halaman/lapor.md",
    "line": 3,
    "column": 14,
    "end_line": 3,
    "end_column": 15,
    "start": 33,
    "end": 34,
    "label": "dirujuk di sini",
    "causes": [
      "UU 20/2023 mencabut UU 5/2014",
      "pada 31 Oktober 2023"
    ],
    "hint": "pakai `regulasi:uu-20-2023#pasal-24`",
    "related": [
      {
        "file": "content/halaman/lapor.md",
        "line": 2,
        "column": 1,
        "end_line": 2,
        "end_column": 6,
        "start": 5,
        "end": 10,
        "message": "di halaman ini"
      },
      {
        "file": "content/regulasi/uu-5-2014.md",
        "line": 2,
        "column": 9,
        "end_line": 2,
        "end_column": 16,
        "start": 12,
        "end": 19,
        "message": "dicabut di sini"
      }
    ]
  },
  {
    "code": "S401",
    "severity": "warning",
    "message": "kontak contoh",
    "file": "content/daerah/61.11/daerah.yaml"
  },
  {
    "code": "S901",
    "severity": "note",
    "message": "tidak ada apa-apa",
    "hint": "lanjutkan"
  }
]

"#]]
        .raw()
    );
    assert_eq!(json(&[]), "[]\n");
    assert_eq!(human(&[], false), "");
}

#[test]
fn colour_adds_escapes_only() {
    let coloured = human(&samples(), true);
    assert!(coloured.contains("\u{1b}["));
    let mut plain = String::new();
    let mut rest = coloured.as_str();
    while let Some(start) = rest.find('\u{1b}') {
        plain.push_str(&rest[..start]);
        rest = &rest[start + rest[start..].find('m').unwrap() + 1..];
    }
    plain.push_str(rest);
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&plain), words(&human(&samples(), false)));
}

#[test]
fn a_mark_over_several_lines_shows_the_first() {
    let text = SourceText::new("a.md", "satu\r\n  dua tiga  \r\nempat\r\nlima");
    let all = text.place(8..text.text().len());
    assert_data_eq!(
        human(&[Diagnostic::error("S000", "x").at(&all)], false),
        str![[r#"
galat[S000]: x
 --> a.md:2:3
  |
2 |   dua tiga
  |   ^^^^^^^^

"#]]
        .raw()
    );
}

#[test]
fn far_places_of_one_file_are_parted() {
    let text = SourceText::new("a.md", format!("satu\n{}dua\n", "\n".repeat(1000)));
    let problem = Diagnostic::error("S000", "x").at(&place(&text, "dua")).related(&place(&text, "satu"), "pertama");
    assert_data_eq!(
        human(&[problem], false),
        str![[r#"
galat[S000]: x
    --> a.md:1002:1
     |
1002 | dua
     | ^^^
     |
    ::: a.md:1:1
     |
   1 | satu
     | ---- pertama

"#]]
        .raw()
    );
}

#[test]
fn long_lines_are_trimmed() {
    let text = SourceText::new("a.md", format!("{}salah {}", "kata ".repeat(2000), "kata ".repeat(200_000)));
    assert_data_eq!(
        human(&[Diagnostic::error("S000", "x").at(&place(&text, "salah"))], false),
        str![[r#"
galat[S000]: x
 --> a.md:1:10001
  |
1 | ...a kata kata kata kata kata kata kata kata kata kata salah kata kata kata kata kata kata kata kata kata kata ka...
  |                                                        ^^^^^

"#]]
        .raw()
    );
    let far = SourceText::new("a.md", format!("{}salah", "kata ".repeat(20_000)));
    assert_data_eq!(
        human(&[Diagnostic::error("S000", "x").at(&place(&far, "salah"))], false),
        str![[r#"
galat[S000]: x
--> a.md:1:100001

"#]]
        .raw()
    );
}

#[test]
fn the_end_of_a_text_can_be_marked() {
    let text = SourceText::new("a.md", "satu\n");
    assert_data_eq!(
        human(&[Diagnostic::error("S000", "x").at(&text.place(5..5))], false),
        str![[r#"
galat[S000]: x
 --> a.md:2:1
  |
2 |
  | ^

"#]]
        .raw()
    );
    assert_data_eq!(
        human(&[Diagnostic::error("S000", "x").at(&text.place(4..4))], false),
        str![[r#"
galat[S000]: x
 --> a.md:1:5
  |
1 | satu
  |     ^

"#]]
        .raw()
    );
}

#[test]
fn hostile_words_stay_harmless() {
    let text = SourceText::new("a.md", "a\u{1b}[31mb\u{202e}c");
    let hostile = "x\u{1b}[2Jy\u{202e}z";
    let problem = Diagnostic::error("S000", hostile).at(&text.place(0..1)).label(hostile).because(hostile).hint(hostile);
    let shown = human(&[problem, Diagnostic::error("S000", "x").in_file(hostile)], false);
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// No text and no places can make a rendering panic, and the position shown is the position meant.
    #[test]
    fn never_panics(
        text in "[a\u{e9}\u{4e00}\u{301}\u{1f468}\t\r\n\u{0}\u{2028} ]{0,60}",
        ranges in proptest::collection::vec((0_usize..70, 0_usize..70), 1..5),
    ) {
        let source = SourceText::new("a.md", text);
        let places: Vec<_> = ranges.iter().map(|&(start, end)| source.place(start..end)).collect();
        let mut problem = Diagnostic::error("S000", "x").at(&places[0]);
        for place in &places[1..] {
            problem = problem.related(place, "juga");
        }
        let (line, column) = places[0].line_column();
        let shown = human(&[problem.clone()], false);
        let position = format!("--> a.md:{line}:{column}\n");
        prop_assert!(shown.contains(&position), "{}\n{}", shown, position);
        json(&[problem]);
    }
}
