//! Where Indonesian words may be broken at the end of a line, by rule and without a dictionary.
//!
//! The rules are those of the official spelling (EYD edisi V 2022, "Pemenggalan Kata"; PUEBI 2016 has the same): between two vowels except in
//! `ai au ei oi eu`; before a consonant between vowels; between two consonants; after the first of three or more; `ny ng sy kh` are one
//! consonant; affixes are divided from their root ([`affix`]). Where only a dictionary could tell (`meng-` before a vowel may have swallowed
//! the k of the root), there is no break: a missing one costs a ragged line, a wrong one is read wrongly.
//!
//! Breaks are soft hyphens (U+00AD), which Typst and browsers obey and readers never see elsewhere. Names, abbreviations, addresses and
//! numbers stay whole; short words too, because a divided word is harder to read than a ragged line.

mod affix;
mod roots;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

/// The soft hyphen.
pub const SOFT_HYPHEN: char = '\u{AD}';
/// The shortest word that is divided, in letters. Clear-print guides ask for whole words (UKAAF G003); only words that would tear a hole
/// into a line are worth a hyphen.
const SHORTEST: usize = 10;
/// The least number of letters before and after a break.
const LEAST: usize = 3;
/// The longest run of letters that is looked at: no word is longer, and what is no word costs no time.
const LONGEST: usize = 60;

/// The text with soft hyphens in its long words. Taking them out gives the text back.
pub fn soften(text: &str) -> Cow<'_, str> {
    let mut out: Option<String> = None;
    let mut done = 0;
    for (start, word, opens) in Words::of(text) {
        if word.len() < SHORTEST || !is_ordinary(word, opens) {
            continue;
        }
        for at in breaks(word) {
            let out = out.get_or_insert_with(|| String::with_capacity(text.len() + text.len() / 8));
            out.push_str(&text[done..start + at]);
            out.push(SOFT_HYPHEN);
            done = start + at;
        }
    }
    match out {
        Some(mut out) => {
            out.push_str(&text[done..]);
            Cow::Owned(out)
        }
        None => Cow::Borrowed(text),
    }
}

/// Where a byte of the softened text stands in the text it was made from.
pub fn hard_offset(text: &str, softened: usize) -> usize {
    let soft = soften(text);
    let Cow::Owned(soft) = soft else { return softened.min(text.len()) };
    let end = soft.floor_char_boundary(softened);
    // Soft hyphens of the author stand in both texts.
    let (mut hard, mut own) = (0, text.char_indices());
    let mut next = own.next();
    for (_, c) in soft.char_indices().take_while(|(at, _)| *at < end) {
        if let Some((at, same)) = next
            && same == c
        {
            hard = at + c.len_utf8();
            next = own.next();
        }
    }
    hard
}

/// The text without soft hyphens: for titles, captions, search, and wherever the words themselves count.
pub fn harden(text: &str) -> Cow<'_, str> {
    if text.contains(SOFT_HYPHEN) { Cow::Owned(text.replace(SOFT_HYPHEN, "")) } else { Cow::Borrowed(text) }
}

/// The breaks of a long word that are good at the end of a line.
fn breaks(word: &str) -> Vec<usize> {
    let within = LEAST..=word.len().saturating_sub(LEAST);
    let mut places = divisions(word);
    places.retain(|at| within.contains(at));
    places
}

/// Every place where the rules divide a word of ASCII letters, as bytes from its start. No single letter is left alone.
pub fn divisions(word: &str) -> Vec<usize> {
    if word.len() > LONGEST || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Vec::new();
    }
    let word = word.to_ascii_lowercase();
    if FOREIGN.iter().any(|letters| word.contains(letters)) {
        return Vec::new();
    }
    let cuts = affix::cut(&word);
    let mut places = Vec::new();
    for part in cuts.parts {
        if part.start > 0 {
            places.push(part.start);
        }
        places.extend(of_root(&word[part.clone()]).into_iter().map(|at| part.start + at));
    }
    places.retain(|at| !cuts.unsure.contains(at) && (2..=word.len().saturating_sub(2)).contains(at));
    places
}

/// Letters that no Indonesian word has side by side within a root: what has them is English, and divided otherwise.
const FOREIGN: [&str; 5] = ["sh", "th", "ph", "ck", "wh"];

/// One sound of a word: a vowel, a diphthong or a consonant, and where its letters begin.
#[derive(Clone, Copy)]
struct Sound {
    start: usize,
    len: usize,
    vowel: bool,
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The sounds of a part of a word.
fn sounds(part: &str) -> Vec<Sound> {
    let bytes = part.as_bytes();
    let mut sounds = Vec::with_capacity(bytes.len());
    let mut start = 0;
    while start < bytes.len() {
        let vowel = is_vowel(bytes[start]);
        let pair = bytes.get(start..start + 2).is_some_and(|pair| match pair {
            b"ny" | b"ng" | b"sy" | b"kh" | b"eu" => true,
            b"ai" | b"au" | b"ei" | b"oi" => glides(pair, &bytes[start + 2..]),
            _ => false,
        });
        let len = if pair { 2 } else { 1 };
        sounds.push(Sound { start, len, vowel });
        start += len;
    }
    sounds
}

/// Whether two vowels are one sound, by what follows them in the root: `pan-dai`, `sau-da-ra`, but `ba-ik`, `la-ut`, `la-in`.
fn glides(pair: &[u8], rest: &[u8]) -> bool {
    let opens = |rest: &[u8]| match rest {
        [] => true,
        [first, ..] if is_vowel(*first) => true,
        [b'n', b'y' | b'g', third, ..] | [b's', b'y', third, ..] | [b'k', b'h', third, ..] => is_vowel(*third),
        [_, second, ..] => is_vowel(*second),
        [_] => false,
    };
    match pair {
        b"ai" | b"au" => opens(rest),
        // `survei`, `amboi`; inside a word they are two: `protein`, `koinsiden`.
        _ => rest.is_empty(),
    }
}

/// The breaks of a part of a word that holds no affix.
fn of_root(part: &str) -> Vec<usize> {
    let sounds = sounds(part);
    let vowels: Vec<usize> = (0..sounds.len()).filter(|at| sounds[*at].vowel).collect();
    let mut places = Vec::new();
    for pair in vowels.windows(2) {
        let [before, after] = pair else { continue };
        let between = &sounds[before + 1..*after];
        let at = match between {
            [] => sounds[*after].start,
            [one] => one.start,
            [_, second] => second.start,
            more => cluster(part, more),
        };
        places.push(element(part, at).unwrap_or(at));
    }
    places
}

/// Consonants that may begin a syllable together.
const ONSETS: [&str; 30] = [
    "bl", "br", "dr", "dw", "fl", "fr", "gl", "gr", "kl", "kr", "kw", "pl", "pr", "ps", "sk", "skr", "sl", "sm", "sn", "sp",
    "spr", "sr", "st", "str", "sw", "tr", "tw", "vl", "vr", "ty",
];

/// Where three or more consonants are divided: after the first, as far as the others can begin a syllable (`in-stru-men`, but `sank-si`);
/// `ks` stays together (`eks-tra`).
fn cluster(part: &str, between: &[Sound]) -> usize {
    let end = between.last().map_or(0, |last| last.start + last.len);
    let first = if part[between[0].start..].starts_with("ks") { 2 } else { 1 };
    let onset = between[first..].iter().find(|sound| ONSETS.contains(&&part[sound.start..end]));
    onset.or(between.last()).map_or(end, |sound| sound.start)
}

/// Second elements of compounds; before them the word is divided: `de-mo-kra-si`, `fo-to-gra-fi`.
const ELEMENTS: [&str; 8] = ["krasi", "kratis", "kratik", "grafi", "grafis", "gramasi", "skopi", "sfer"];

/// Where the element that ends the part begins, when a break falls into its first consonants.
fn element(part: &str, at: usize) -> Option<usize> {
    let starts = ELEMENTS.iter().filter(|element| part.ends_with(**element)).map(|element| part.len() - element.len());
    starts.filter(|start| (*start + 1..=*start + 2).contains(&at)).min()
}

/// Whether a run of letters is a word of the running text: not a name, not an abbreviation.
fn is_ordinary(word: &str, opens: bool) -> bool {
    let mut letters = word.bytes();
    let first = letters.next().is_some_and(|byte| byte.is_ascii_lowercase());
    letters.all(|byte| byte.is_ascii_lowercase()) && (first || (opens && affix::begins_with_one(&word.to_ascii_lowercase())))
}

/// The runs of ASCII letters in a text that may be words, with their start and whether a sentence begins there.
struct Words<'a> {
    text: &'a str,
    /// Where the next token is looked for.
    at: usize,
    /// The token that is being taken apart, if it is one of words.
    token: std::ops::Range<usize>,
    opens: bool,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Words<'a> {
        Words { text, at: 0, token: 0..0, opens: true }
    }

    /// Goes on to the next token that holds words and nothing else.
    fn next_token(&mut self) -> bool {
        while self.at < self.text.len() {
            let start = skip(self.text, self.at, true);
            let end = skip(self.text, start, false);
            self.at = end;
            if is_wordy(&self.text[start..end]) {
                self.token = start..end;
                return true;
            }
            self.opens = ends_sentence(&self.text[start..end]);
        }
        false
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = (usize, &'a str, bool);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let token = &self.text[self.token.clone()];
            let Some(first) = token.bytes().position(|byte| byte.is_ascii_alphabetic()) else {
                if !token.is_empty() || !self.token.is_empty() {
                    self.opens |= ends_sentence(token);
                }
                self.token = 0..0;
                if self.next_token() {
                    continue;
                }
                return None;
            };
            let len = token[first..].bytes().take_while(u8::is_ascii_alphabetic).count();
            let start = self.token.start + first;
            self.token.start = start + len;
            return Some((start, &self.text[start..start + len], std::mem::take(&mut self.opens)));
        }
    }
}

/// The first place from `at` on where there is no white space, or, with `white` false, where there is.
fn skip(text: &str, mut at: usize, white: bool) -> usize {
    while let Some(byte) = text.as_bytes().get(at) {
        // Nearly all of a text is ASCII, and bytes are looked at faster than characters.
        let (is_white, length) = match text.get(at..).filter(|_| !byte.is_ascii()).and_then(|rest| rest.chars().next()) {
            Some(c) => (c.is_whitespace(), c.len_utf8()),
            None => (matches!(byte, b'\t'..=b'\r' | b' '), 1),
        };
        if is_white != white {
            break;
        }
        at += length;
    }
    at
}

/// Whether a token is words and punctuation: no address, number, path or foreign script.
fn is_wordy(token: &str) -> bool {
    let inner = token.trim_matches(is_punctuation);
    // Inside, only what joins words: `undang-undang`.
    inner.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '–' | '—' | '(' | ')'))
        && token.chars().all(|c| c.is_ascii_alphabetic() || is_punctuation(c))
}

fn is_punctuation(c: char) -> bool {
    match c {
        '(' | ')' | '[' | ']' | '"' | '\'' | ',' | ';' | ':' | '!' | '?' | '.' | '-' | '*' => true,
        c if c.is_ascii() => false,
        c => "“”‘’«»…–—".contains(c),
    }
}

fn ends_sentence(token: &str) -> bool {
    let bare = token.trim_end_matches([')', '”', '"', '’', '\'', ']', '*']);
    bare.ends_with(['.', '?', '!', ':'])
}
