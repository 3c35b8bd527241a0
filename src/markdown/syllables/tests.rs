//! The division of some five hundred words, each with its rule, and what holds for every text.

use std::time::Instant;

use proptest::prelude::*;

use super::*;

/// Words, their division and the rules that make it.
const TABLE: &str = include_str!("kata.txt");

fn divided(word: &str) -> String {
    let places = divisions(word);
    let mut out = String::new();
    for (at, c) in word.char_indices() {
        if places.contains(&at) {
            out.push('-');
        }
        out.push(c);
    }
    out
}

#[test]
fn words_are_divided_as_the_table_says() {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in rows {
        let mut cells = row.split_whitespace();
        let (Some(word), Some(division), Some(_rule)) = (cells.next(), cells.next(), cells.next()) else {
            panic!("`{row}` names no rule");
        };
        assert_eq!(division.replace('-', ""), word, "the division is of another word");
        count += 1;
        if divided(word) != division {
            wrong.push(format!("{word}: {} instead of {division}", divided(word)));
        }
    }
    assert!(count >= 300, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn lists_are_sorted_and_hold_no_word_twice() {
    use super::roots::{BEFORE_KAN, CLUSTER, SWALLOWED_K, VOWEL, WHOLE_AN, WITH_AN, WITH_K, WITH_R};
    for list in [VOWEL, SWALLOWED_K, WITH_R, WITH_AN, WHOLE_AN, WITH_K, BEFORE_KAN, CLUSTER] {
        let words: Vec<&str> = list.iter().collect();
        assert!(words.is_sorted_by(|a, b| a < b), "{words:?}");
        assert!(words.iter().all(|root| root.bytes().all(|byte| byte.is_ascii_lowercase())));
    }
}

/// The text with its soft hyphens as `|`.
fn shown(text: &str) -> String {
    soften(text).replace(SOFT_HYPHEN, "|")
}

#[test]
fn only_long_words_are_divided_and_never_near_their_ends() {
    for (text, division) in [
        ("Lihat mempertanggungjawabkan itu.", "Lihat mem|per|tang|gung|ja|wab|kan itu."),
        ("pelanggaran", "pelang|garan"),
        ("netral melayani pilihan", "netral melayani pilihan"),
        ("(pemberhentian)", "(pem|ber|hen|tian)"),
        ("undang-undang perundang-undangan", "undang-undang perundang-undangan"),
    ] {
        assert_eq!(shown(text), division);
    }
}

#[test]
fn names_abbreviations_addresses_and_numbers_stay_whole() {
    for text in [
        "KEMENTERIAN PENDAYAGUNAAN",
        "di Tanjungkarang Timur dan Bandarlampungraya",
        "https://contoh.go.id/mempertanggungjawabkan/",
        "penyelenggaraan@pertanggungjawaban.id",
        "contoh.go.id/penyelenggaraan mempertanggungjawabkan2",
        "gambar/penyelenggaraan.svg",
        "mempertanggungjawabkané penyelenggaraan\u{200B}",
        "ASN-nya PANRB",
        "PermenpanRB penyelenggaraaN",
    ] {
        assert_eq!(shown(text), text);
    }
    let own = "mempertanggungj\u{AD}awabkan";
    assert_eq!(soften(own), own, "who divides a word by hand is not corrected");
    // A sentence's first word is ordinary when it has a prefix.
    assert_eq!(shown("Penyelenggaraan itu. Penyelenggaraan"), "Penye|leng|ga|raan itu. Penye|leng|ga|raan");
    assert_eq!(shown("Tanjungkarang. Bandarlampungraya"), "Tanjungkarang. Bandarlampungraya");
    assert_eq!(shown("Kabupaten Penyelenggaraan"), "Kabupaten Penyelenggaraan");
}

#[test]
fn offsets_lead_back() {
    let text = "a mempertanggungjawabkan é pemberhentian";
    let soft = soften(text);
    let mut own = text.char_indices();
    for (at, c) in soft.char_indices().filter(|(_, c)| *c != SOFT_HYPHEN) {
        assert_eq!(own.next(), Some((hard_offset(text, at), c)));
    }
    assert_eq!(hard_offset(text, soft.len()), text.len());
    assert_eq!(hard_offset("singkat", 3), 3);
    assert_eq!(harden(&soft), text);
}

#[test]
fn time_grows_with_the_text_and_no_faster() {
    let time = |text: &str| {
        let once = |_| {
            let start = Instant::now();
            (soften(text).len() >= text.len()).then_some(start.elapsed())
        };
        // The best of some: other tests run beside this one.
        (0..5).filter_map(once).min().unwrap()
    };
    for piece in ["mempertanggungjawabkan", "pemberhentian ", "- ", "a\u{301}", "((((", "meng", "\u{AD}penyelenggaraan"] {
        let short = time(&piece.repeat(2_000));
        let long = time(&piece.repeat(40_000));
        // Twenty times the text; a square would take four hundred times as long.
        assert!(long < short * 100 + std::time::Duration::from_millis(200), "{piece}: {short:?} and {long:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn without_soft_hyphens_it_is_the_text(text in "\\PC{0,80}") {
        let bare = text.replace(SOFT_HYPHEN, "");
        prop_assert_eq!(soften(&text).replace(SOFT_HYPHEN, ""), bare);
    }

    #[test]
    fn no_break_stands_within_a_sound_or_near_an_end(word in "(mem|meng|di|ke|pe|ber|per|)([bcdfghjklmnprstwy]|ng|ny|sy|kh|)([aiueo]|ai|au)([bdgklmnprst]|ng|ny|sy|kh|str|)[aiueo]{1,2}(ng|s|r|k|t|)(an|kan|i|nya|lah|)") {
        for at in divisions(&word) {
            prop_assert!((2..=word.len() - 2).contains(&at));
            let (before, after) = word.split_at(at);
            for sound in ["ny", "sy", "kh"] {
                prop_assert!(!(before.ends_with(&sound[..1]) && after.starts_with(&sound[1..])) , "{before}-{after}");
            }
            prop_assert!(!(before.ends_with('n') && after.starts_with('g')), "{before}-{after}");
        }
    }
}
