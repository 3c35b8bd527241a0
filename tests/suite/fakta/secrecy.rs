//! No page and no sheet promises a reporter secrecy without saying when it ends.
//!
//! A supervisor keeps the name of a reporter, but has to bring him before a hearing or a court; some
//! offices promised more than they could keep. So wherever a text speaks of secrecy or of a name kept
//! safe, the condition must stand close by.

use std::path::PathBuf;

use crate::harness::{built, tools};
use crate::visible_text::html;

/// Words that promise secrecy, or may.
const PROMISES: [&str; 14] = [
    "rahasia",
    "anonim",
    "tanpa nama",
    "identitas anda",
    "identitas pelapor",
    "identitas pemberi",
    "nama anda",
    "nama pelapor",
    "nama saya",
    "tidak akan diketahui",
    "tidak akan disebut",
    "dijamin aman",
    "aman melapor",
    "dilindungi",
];

/// What else these words are about: the secret ballot, and filling in one's name.
const OTHERWISE: [&str; 7] = [
    // How sure a page is about what it says of secrecy.
    "kerahasiaan: sedang",
    "bebas, rahasia",
    "nama dan alamat anda",
    "nama anda dan",
    "tulis nama anda",
    "identitas pelapor: ",
    "menunjukkan identitas",
];

/// Words that name the condition.
const CONDITIONS: [&str; 9] = [
    "dapat diketahui",
    "dapat dihadirkan",
    "tidak bisa dijamin",
    "tidak dapat dijamin",
    "bukan janji",
    "tanpa syarat",
    "tanpa menyebut pengecualian",
    "bila perkara disidangkan",
    "bila perkaranya disidangkan",
];

/// How far the condition may stand from the promise, in characters.
const NEAR: usize = 320;

/// The promises in a text that no condition follows or precedes.
fn bare_promises(text: &str) -> Vec<String> {
    let words: String = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let around = |at: usize, before: usize, after: usize| {
        let start = words[..at].char_indices().rev().nth(before).map_or(0, |(index, _)| index);
        let end = words[at..].char_indices().nth(after).map_or(words.len(), |(index, _)| at + index);
        &words[start..end]
    };
    let mut found = Vec::new();
    for promise in PROMISES {
        for (at, _) in words.match_indices(promise) {
            let close = around(at, 24, promise.len() + 24);
            let near = around(at, NEAR, NEAR);
            let asked = words[at..].find(['.', '?', '!']).is_some_and(|end| words[at + end..].starts_with('?'));
            let other = asked || OTHERWISE.iter().any(|other| close.contains(other));
            if !other && !CONDITIONS.iter().any(|condition| near.contains(condition)) {
                found.push(around(at, 60, 80).to_owned());
            }
        }
    }
    found
}

#[test]
fn a_bare_promise_is_found_and_a_conditional_one_is_not() {
    for bare in [
        "Identitas pelapor dirahasiakan.",
        "Jangan takut. Nama Anda kami rahasiakan sepenuhnya.",
        "Pelapor dilindungi dan tidak akan diketahui siapa pun.",
        "Anda dapat melapor secara anonim.",
    ] {
        assert!(!bare_promises(bare).is_empty(), "{bare}");
    }
    for fair in [
        "Pengawas menjaga identitas pelapor. Namun pelapor resmi dapat diketahui bila perkara disidangkan.",
        "Pemilu yang langsung, umum, bebas, rahasia, jujur, dan adil.",
        "Bawa nama dan alamat Anda, dan siapa yang dilaporkan.",
        "Apakah nama saya dirahasiakan? Tidak selalu.",
    ] {
        assert_eq!(bare_promises(fair), Vec::<String>::new(), "{fair}");
    }
}

#[test]
fn no_page_or_sheet_promises_secrecy_without_its_condition() {
    let built = built::bundled();
    let mut faults = Vec::new();
    let mut looked = 0;
    for path in built.files("situs", ".html") {
        let text = html::text(&std::fs::read_to_string(&path).unwrap());
        faults.extend(bare_promises(&text).into_iter().map(|promise| format!("{}: …{promise}…", path.display())));
        looked += 1;
    }
    // A village's own sheet is the same artwork with other names in its slots.
    let of_village = |path: &PathBuf| path.iter().any(|part| part == "desa");
    for path in built.files("cetak", ".pdf").into_iter().filter(|path| !of_village(path)) {
        faults
            .extend(bare_promises(&tools::pdf_text(&path)).into_iter().map(|promise| format!("{}: …{promise}…", path.display())));
        looked += 1;
    }
    // Data entries that no page shows yet are content too.
    // Words and questions that people may type promise nothing; what answers them is on a page.
    for file in built.national_content().into_iter().filter(|file| file != "content/pencarian.yaml") {
        faults.extend(bare_promises(&built.source(&file)).into_iter().map(|promise| format!("{file}: …{promise}…")));
        looked += 1;
    }
    assert!(looked > 300, "the pages and sheets are where this test looks for them: {looked}");
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{} promises:\n{}", faults.len(), faults.iter().take(20).cloned().collect::<Vec<_>>().join("\n"));
}
