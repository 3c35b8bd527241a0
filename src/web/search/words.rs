//! Text to the words that are looked for, and words to their stems.
//!
//! `themes/suluh/static/cari.js` does the same to what a reader types; `tests/peramban/pencarian.mjs` holds both to one list.

use std::collections::HashSet;
use std::sync::LazyLock;

use pagefind_stem::{Algorithm, Stemmer};

use super::roots::Roots;

/// Words that say nothing of what is looked for. They are neither indexed nor looked for; the index carries them for the script.
pub(super) const STOP_WORDS: &str = "ada adalah agar aja akan aku anda apa apakah apabila arti artinya atau bagaimana bagi bahwa banyak beberapa begitu berapa \
    bila bisa bisakah boleh bolehkah buat bukan bunyi cara caranya dalam dan dapat dapatkah dari dengan deh di dia dong dulu ga gak gimana gmn hal hanya \
    harus ia ialah ini itu itulah jadi jangan jelang jika juga ka kah kalau kalo kami kamu karena kayak ke kenapa kepada kita knp ku lagi lah lain \
    lalu maka maksud maksudnya mana mau masih menjelang mengapa mereka misalnya nanti ngga nggak nih nya oleh pada para pas per pernah pula pun \
    saat saja sama sampai sampe saya se sebagai sebelum sebuah sedang sehingga sejak semua seperti serta setiap si siapa sih suatu sudah supaya \
    tapi teks telah tentang tentu terhadap tersebut tetap tetapi tiap tidak tidaklah tolong tsb udah untuk utk walau ya yaitu yakni yang yg";

/// Whether a word says nothing of what is looked for.
pub(super) fn is_stop_word(word: &str) -> bool {
    static KNOWN: LazyLock<HashSet<&str>> = LazyLock::new(|| STOP_WORDS.split_ascii_whitespace().collect());
    KNOWN.contains(word)
}

/// The words of a text in order: Latin letters and digits, small, without accents.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for_each_word(text, |word| words.push(word.to_owned()));
    words
}

/// Hands over the words of a text one by one; they share one place in memory.
pub(super) fn for_each_word(text: &str, mut take: impl FnMut(&str)) {
    let mut word = String::new();
    let mut next = |c: char| match folded(c) {
        Some(c) => word.push(c),
        None if is_inside(c) || word.is_empty() => {}
        None => {
            take(&word);
            word.clear();
        }
    };
    for c in text.chars() {
        match c.is_ascii() {
            true => next(c.to_ascii_lowercase()),
            false => c.to_lowercase().for_each(&mut next),
        }
    }
    // Any blank ends the last word.
    next(' ');
}

/// A letter or digit without its accent.
fn folded(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' => Some(c),
        'à'..='å' => Some('a'),
        'è'..='ë' => Some('e'),
        'ì'..='ï' => Some('i'),
        'ò'..='ö' => Some('o'),
        'ù'..='ü' => Some('u'),
        'ç' => Some('c'),
        'ñ' => Some('n'),
        _ => None,
    }
}

/// Marks that do not end a word: `jum'at`, and what only a browser sees.
fn is_inside(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '\u{ad}' | '\u{300}'..='\u{36f}')
}

/// Finds stems: `pelanggaran`, `melanggar` and `dilanggar` are all `langgar`.
pub(super) struct Stems(Stemmer);

impl Stems {
    /// The Snowball algorithm for Indonesian.
    pub(super) fn new() -> Stems {
        Stems(Stemmer::create(Algorithm::Indonesian))
    }

    /// The stem of a small word.
    pub(super) fn stem(&self, word: &str) -> String {
        self.0.stem(word).into_owned()
    }

    /// The roots of a phrase, with blanks between; nothing of words that say nothing.
    pub(super) fn phrase(&self, text: &str, roots: &Roots) -> String {
        let words = words(text).into_iter().filter(|word| !is_stop_word(word));
        words.map(|word| roots.of(&self.stem(&word)).to_owned()).collect::<Vec<_>>().join(" ")
    }
}
