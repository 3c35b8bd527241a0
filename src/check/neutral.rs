//! S6: nothing of the office seems to side with a party or a candidate: names, ballot numbers, slogans, colours of `netral.yaml`.
//!
//! A printed sheet can't be taken back, so there it is an error; a page may have to name somebody, so there it is a warning.

use std::collections::BTreeMap;
use std::ops::Range;

use super::sources::address;
use super::texts::{self, Seen, Text, Word};
use crate::content::Theme;
use crate::content::colour_difference::difference;
use crate::content::neutral::Neutral;
use crate::content::{day, theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Rule, quoted};
use crate::edition::Edition;

/// A print piece names somebody of the list.
pub const NAMED_IN_PRINT: &str = "S601";
/// A page, an entry of a data file, a picture's name or notes name somebody of the list.
pub const NAMED: &str = "S602";
/// A colour of the theme looks like a campaign's.
pub const NEAR_COLOUR: &str = "S603";
/// An entry of the list is of a past election.
pub const PAST_ENTRY: &str = "S604";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(NAMED_IN_PRINT, "Bahan cetak memuat nama, nomor urut, atau slogan dari `netral.yaml`.")
        .why("Pengawas yang menyebut satu calon di bahannya sendiri dapat dilaporkan memihak, dan lembarnya tidak dapat ditarik kembali.")
        .repair("Tulis kalimatnya tanpa menyebut partai, calon, nomor urut, atau slogan; contoh selalu dengan nama umum.")
        .example("bahan cetak memuat calon `Contoh Nama`"),
    Rule::warning(NAMED, "Halaman, berkas data, atau nama dan keterangan gambar memuat nama, nomor urut, atau slogan dari `netral.yaml`.")
        .why("Halaman kantor yang menyebut satu calon saja mudah dibaca sebagai dukungan atau serangan.")
        .repair("Tulis tanpa menyebutnya, atau sebut semua menurut urutan resmi.")
        .example("halaman memuat partai `Partai Contoh`"),
    Rule::warning(NEAR_COLOUR, "Warna tema atau aksen mirip warna kampanye di `netral.yaml`.")
        .why("Di jalan orang mengenali warna lebih dahulu daripada tulisan; spanduk pengawas tidak boleh dikira milik peserta.")
        .repair("Pilih aksen lain, atau geser warnanya sampai bedanya (ΔE2000) sedikitnya 10.")
        .example("warna `tinta` mirip warna partai `pertama` (ΔE 3,2)")
        .source("ISO/CIE 11664-6 (CIEDE2000); docs/tema.md"),
    Rule::warning(PAST_ENTRY, "Entri `netral.yaml` sudah lewat hari terakhirnya.")
        .why("Daftar dari pemilihan lalu tidak menjaga apa pun pada pemilihan ini.")
        .repair("Isi dengan peserta pemilihan ini, atau hapus entrinya.")
        .example("entri `pertama` berlaku sampai 1 Februari 2026"),
];

/// Colours nearer than this are taken for each other on the road.
const NEAR: f64 = 10.0;
/// Below this much difference of the strongest and the weakest light a colour is white, grey or black, and nobody's.
const COLOURLESS: u8 = 24;

/// Words that make a number one of the ballot. A bare `nomor 5` is a law.
const BALLOT: [&str; 8] =
    ["nomor urut", "no urut", "paslon", "paslon nomor", "pasangan calon", "pasangan calon nomor", "pilih nomor", "coblos nomor"];
/// Numbers in words.
const NUMBERS: [&str; 10] = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"];

/// One list as it is looked for, and the texts in which it was.
struct List<'a> {
    phrases: Phrases<'a>,
    seen: Seen,
}

/// Phrases by their first word, the longest first.
type Phrases<'a> = BTreeMap<String, Vec<(Vec<String>, &'a Neutral)>>;

/// Looks at each text once for each list: most editions share both.
pub(super) fn check<'a>(editions: impl Iterator<Item = &'a Edition>, theme: &Theme, d: &Diagnostics) {
    let mut lists: BTreeMap<Vec<usize>, List<'_>> = BTreeMap::new();
    for edition in editions.filter(|edition| !edition.neutral.is_empty()) {
        let key = edition.neutral.iter().map(address).collect();
        let list = lists.entry(key).or_insert_with(|| {
            check_entries(edition, theme, d);
            List { phrases: phrases(edition), seen: Seen::new() }
        });
        for text in texts::unseen(edition, &mut list.seen) {
            check_text(&text, &list.phrases, d);
        }
        for name in edition.images.keys() {
            for (range, entry) in found(name, &list.phrases) {
                let message = format!("nama gambar memuat {} {}", entry.side.called(), quoted(&name[range]));
                d.push(told(Diagnostic::warning(NAMED, message).in_file(name)));
            }
        }
    }
}

/// Entries that still matter on the day.
fn current(edition: &Edition) -> impl Iterator<Item = &Neutral> {
    edition.neutral.iter().filter(|entry| entry.until.as_ref().is_none_or(|until| until.value >= edition.as_of))
}

fn phrases(edition: &Edition) -> Phrases<'_> {
    let mut phrases = Phrases::new();
    for entry in current(edition) {
        let number = entry.number.iter().flat_map(|number| spoken(number.value));
        for text in entry.words.iter().map(|word| word.value.clone()).chain(number) {
            let words: Vec<String> = texts::words(&text).into_iter().map(|word| word.folded).collect();
            let Some(first) = words.first().cloned() else { continue };
            phrases.entry(first).or_default().push((words, entry));
        }
    }
    for same_start in phrases.values_mut() {
        same_start.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    phrases
}

/// How a number of the ballot is written.
fn spoken(number: i64) -> Vec<String> {
    let word = usize::try_from(number - 1).ok().and_then(|at| NUMBERS.get(at));
    let written = [Some(number.to_string()), Some(format!("{number:02}")), word.map(|word| (*word).to_owned())];
    let written: Vec<String> = written.into_iter().flatten().collect();
    BALLOT.iter().flat_map(|before| written.iter().map(move |number| format!("{before} {number}"))).collect()
}

/// Where a text names an entry; of phrases that begin at one word the longest.
fn found<'a>(text: &str, phrases: &Phrases<'a>) -> Vec<(Range<usize>, &'a Neutral)> {
    let words = texts::words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let rest: &[Word] = words.get(at..).unwrap_or_default();
        let hit = phrases.get(&word.folded).and_then(|starting| {
            let fits = |phrase: &[String]| {
                rest.len() >= phrase.len() && rest.iter().zip(phrase).all(|(word, wanted)| word.folded == *wanted)
            };
            starting.iter().find(|(phrase, _)| fits(phrase))
        });
        at += match hit {
            None => 1,
            Some((phrase, entry)) => {
                let end = rest.get(phrase.len() - 1).map_or(word.range.end, |last| last.range.end);
                found.push((word.range.start..end, *entry));
                phrase.len()
            }
        };
    }
    found
}

fn check_text(text: &Text<'_>, phrases: &Phrases<'_>, d: &Diagnostics) {
    for place in &text.places {
        for (range, entry) in found(place.text(), phrases) {
            let at: Place = place.sub(range);
            let message = format!("{} memuat {} {}", text.called, entry.side.called(), quoted(at.text()));
            let problem = match text.printed {
                true => Diagnostic::error(NAMED_IN_PRINT, message),
                false => Diagnostic::warning(NAMED, message),
            };
            d.push(told(problem.at(&at).related(&entry.side.place, "tercatat di sini")));
        }
    }
}

fn told(problem: Diagnostic) -> Diagnostic {
    problem
        .because("kantor pengawas tidak boleh tampak memihak atau menyerang siapa pun")
        .hint("tulis dengan sebutan umum, misalnya `seorang calon`; bila entrinya tidak perlu lagi, hapus dari `netral.yaml`")
}

/// What is wrong with the list itself, and which colours of the theme are too near to it.
fn check_entries(edition: &Edition, theme: &Theme, d: &Diagnostics) {
    for (id, entry) in edition.neutral.with_ids() {
        if let Some(until) = entry.until.as_ref().filter(|until| until.value < edition.as_of) {
            d.push(
                Diagnostic::warning(PAST_ENTRY, format!("entri `{id}` berlaku sampai {}", day::spoken(until.value)))
                    .at(&until.place)
                    .because("yang sudah lewat tidak dicari lagi")
                    .hint("isi peserta pemilihan ini, atau hapus entrinya"),
            );
        }
    }
    let own = theme.colours.iter().filter_map(|(name, colour)| Some((name, colour.rgb, theme.places.get(name)?)));
    let accents = theme.accents.values();
    let accents = accents.flat_map(|accent| accent.colours.iter().map(|(name, colour)| (name, colour.rgb, &accent.place)));
    for (name, rgb, place) in own.chain(accents).filter(|(_, rgb, _)| !is_colourless(*rgb)) {
        for entry in current(edition) {
            let listed = entry.colours.iter().map(|listed| (listed, difference(rgb, listed.value)));
            for (listed, apart) in listed.filter(|(_, apart)| *apart < NEAR) {
                let apart = format!("{apart:.1}").replace('.', ",");
                let message = format!("warna `{name}` mirip warna {} `{}` (ΔE {apart})", entry.side.called(), entry.id);
                d.push(
                    Diagnostic::warning(NEAR_COLOUR, message)
                        .at(place)
                        .because(format!("di bawah ΔE {NEAR} keduanya tampak sama dari jauh"))
                        .hint("pilih warna lain untuk tema atau aksen ini")
                        .related(&listed.place, format!("{} tercatat di sini", theme::hex(listed.value))),
                );
            }
        }
    }
}

/// White, grey and black belong to nobody.
fn is_colourless(rgb: [u8; 3]) -> bool {
    let (most, least) = (rgb.iter().max().copied().unwrap_or(0), rgb.iter().min().copied().unwrap_or(0));
    most - least < COLOURLESS
}

#[cfg(test)]
#[path = "neutral/tests.rs"]
mod tests;
