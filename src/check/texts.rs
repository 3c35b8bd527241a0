//! The texts that readers see, each once: hundreds of editions share most of them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::sources;
use crate::diagnostics::Place;
use crate::edition::Edition;
use crate::markdown::slug;

/// Where the data of texts that have been looked at lie in memory.
pub(super) type Seen = BTreeSet<usize>;

/// What one file or entry says to its readers, as it is written: descriptions of pictures and addresses are in it.
pub(super) struct Text<'a> {
    /// Whether it is printed.
    pub(super) printed: bool,
    /// How a message calls it.
    pub(super) called: &'static str,
    /// The body, and what is shown of the front matter.
    pub(super) places: Vec<&'a Place>,
}

/// The texts of an edition that have not been seen, and now are.
pub(super) fn unseen<'a>(edition: &'a Edition, seen: &mut Seen) -> Vec<Text<'a>> {
    let sources = sources::all(edition, &mut |address| seen.insert(address));
    let text = |source: sources::Source<'a>| {
        let body = source.body.map(|body| &body.place);
        let places = source.front().map(|text| &text.place).chain(body).collect();
        Text { printed: source.piece.is_some(), called: source.called, places }
    };
    sources.into_iter().map(text).collect()
}

/// A word as it is compared, and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Small letters without accents.
    pub(super) folded: String,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
}

/// The words of a text. Case, accents, soft hyphens and marks of emphasis inside a word make no difference; any space is one.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Word> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c.is_alphanumeric() {
            let word = open.get_or_insert_with(|| Word { folded: String::new(), range: at..end });
            word.range.end = end;
            fold(c, &mut word.folded);
        } else if !is_inside(c) {
            words.extend(open.take());
        }
    }
    words.extend(open);
    words
}

/// What stands inside of words and is not seen, or joins.
fn is_inside(c: char) -> bool {
    matches!(c, '*' | '\'' | '’' | '‘' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{300}'..='\u{36F}')
}

fn fold(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let plain = slug(c.encode_utf8(&mut [0; 4]));
    match plain.is_empty() {
        // A letter of another script stands for itself.
        true => out.extend(c.to_lowercase()),
        false => out.push_str(&plain),
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_compared_without_what_is_not_seen() {
        let folded = |text: &str| words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>();
        assert_eq!(folded("Con\u{AD}toh **Na**ma\u{A0}RAYA, é/b_c"), ["contoh", "nama", "raya", "e", "b", "c"]);
        assert_eq!(folded("Jum'at cafe\u{301} Ж"), ["jumat", "cafe", "ж"]);
        assert!(folded(" \n…").is_empty());
    }

    #[test]
    fn a_word_knows_its_bytes() {
        let text = "é Con\u{AD}toh*";
        let word = &words(text)[1];
        assert_eq!(&text[word.range.clone()], "Con\u{AD}toh");
    }
}
