//! Wordings: words in a row, without those that say nothing and with a law as one word however it is spelled.
//!
//! All wordings of a book are looked for in one pass over a text: hundreds of rules cost no more than a few.

use std::collections::BTreeMap;
use std::ops::Range;

use ecow::EcoString;
use rustc_hash::FxHashMap;

use crate::check::citation::{self, Cited, Mention};
use crate::markdown::slug;

/// Words that may be there or not without another meaning; sorted, each word of each text is looked up here.
const SILENT: [&str; 27] = [
    "adalah", "akan", "bagi", "dalam", "dengan", "di", "ialah", "ini", "itu", "juga", "kami", "ke", "kepada", "oleh", "pada",
    "para", "pasti", "pun", "saja", "secara", "selalu", "sudah", "telah", "tersebut", "tetap", "untuk", "yang",
];
/// Before these words the opposite is said.
const NOT: [&str; 6] = ["tidak", "tak", "bukan", "jangan", "belum", "dilarang"];

/// A text as a row of words with their places.
pub(super) struct Words(Vec<(EcoString, Range<usize>)>);

/// A wording of a [`Phrases`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Phrase(usize);

/// Every wording that a book looks for.
#[derive(Default)]
pub(super) struct Phrases {
    /// By the first word: the words after it.
    by_first: FxHashMap<String, Vec<(Vec<String>, Phrase)>>,
    count: usize,
}

/// Where the wordings of a book stand in a text.
#[derive(Default)]
pub(super) struct Found(BTreeMap<Phrase, Vec<Range<usize>>>);

impl Phrases {
    /// Takes up a row of words. One that is empty is never found.
    pub(super) fn add(&mut self, row: Vec<String>) -> Phrase {
        let mut words = row.into_iter();
        let first = words.next();
        let rest: Vec<String> = words.collect();
        let new = Phrase(self.count);
        if let Some(first) = first {
            let list = self.by_first.entry(first).or_default();
            if let Some((_, known)) = list.iter().find(|(known, _)| *known == rest) {
                return *known;
            }
            list.push((rest, new));
        }
        self.count += 1;
        new
    }

    /// Every place of every wording, first to last.
    pub(super) fn find(&self, words: &Words) -> Found {
        let mut found: BTreeMap<Phrase, Vec<Range<usize>>> = BTreeMap::new();
        for (at, (word, first)) in words.0.iter().enumerate() {
            let Some(list) = self.by_first.get(word.as_str()) else { continue };
            let behind = &words.0[at + 1..];
            for (rest, phrase) in list {
                let Some(window) = behind.get(..rest.len()) else { continue };
                if window.iter().zip(rest).all(|((word, _), wanted)| word == wanted) {
                    let end = window.last().map_or(first.end, |(_, last)| last.end);
                    found.entry(*phrase).or_default().push(first.start..end);
                }
            }
        }
        Found(found)
    }
}

impl Found {
    /// Whether nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a wording stands, first to last.
    pub(super) fn of(&self, phrase: Phrase) -> &[Range<usize>] {
        self.0.get(&phrase).map(Vec::as_slice).unwrap_or_default()
    }

    /// Where any of these stands, one wording after the other.
    pub(super) fn of_any(&self, phrases: &[Phrase]) -> impl Iterator<Item = Range<usize>> {
        phrases.iter().flat_map(|phrase| self.of(*phrase)).cloned()
    }
}

impl Words {
    /// The words of a text, as [`citation::words`] has them, in which this law is cited.
    pub(super) fn new(read: Vec<(EcoString, Range<usize>)>, mentions: &[Mention]) -> Words {
        let mut words = Vec::with_capacity(read.len());
        let mut laws = mentions.iter().peekable();
        let mut last: Option<&Mention> = None;
        for (word, range) in read {
            while let Some(law) = laws.next_if(|law| law.range.start <= range.start) {
                words.push((name(law).into(), law.range.clone()));
                last = Some(law);
            }
            let within = last.is_some_and(|law| range.start < law.range.end);
            if !within && SILENT.binary_search(&word.as_str()).is_err() {
                words.push((word, range));
            }
        }
        Words(words)
    }

    /// The words alone.
    pub(super) fn row(&self) -> Vec<String> {
        self.0.iter().map(|(word, _)| word.to_string()).filter(|word| !is_end(word)).collect()
    }

    /// Whether the words at a range are said: not asked, and not denied by the word before.
    pub(super) fn is_said(&self, range: &Range<usize>) -> bool {
        let first = self.0.partition_point(|(_, one)| one.start < range.start);
        let before = first.checked_sub(1).map(|before| self.0[before].0.as_str());
        let end = self.0[first..].iter().find(|(word, _)| is_end(word)).map(|(word, _)| word.as_str());
        before.is_none_or(|word| !NOT.contains(&word)) && end != Some(citation::QUESTION_END)
    }

    /// The sentence that holds a range, as words.
    pub(super) fn sentence(&self, range: &Range<usize>) -> impl Iterator<Item = &str> {
        let at = self.0.partition_point(|(_, one)| one.start < range.start);
        let start = self.0[..at].iter().rposition(|(word, _)| is_end(word)).map_or(0, |end| end + 1);
        let end = self.0[at..].iter().position(|(word, _)| is_end(word)).map_or(self.0.len(), |end| at + end);
        self.0[start..end].iter().map(|(word, _)| word.as_str())
    }
}

/// A wording as a row of words.
pub(super) fn row(text: &str) -> Vec<String> {
    Words::new(citation::words(text), &[]).row()
}

fn is_end(word: &str) -> bool {
    word == citation::SENTENCE_END || word == citation::QUESTION_END
}

/// A law as one word.
fn name(mention: &Mention) -> String {
    let law = match &mention.cited {
        Cited::Known(id) => id.to_string(),
        Cited::Unknown { form, number, year } => {
            format!("{form} {}/{}", number.as_deref().unwrap_or_default(), year.unwrap_or_default())
        }
    };
    match &mention.article {
        Some(article) => format!("§{law}#{}", slug(&article.label)),
        None => format!("§{law}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        Words::new(citation::words(text), &[])
    }

    #[test]
    fn silent_words_are_sorted() {
        assert!(SILENT.is_sorted());
        assert_eq!(row("Itu sudah dibuka kembali, ya."), ["dibuka", "kembali", "ya"]);
    }

    #[test]
    fn every_wording_is_found_where_it_stands() {
        let mut phrases = Phrases::default();
        let [one, two, longer, again, nothing] =
            ["boleh", "boleh hadir", "boleh hadir diam", "Boleh yang hadir", ""].map(|text| phrases.add(row(text)));
        let text = "Boleh hadir. Boleh untuk hadir, boleh";
        let found = phrases.find(&words(text));
        let cut = |phrase| found.of(phrase).iter().map(|range| &text[range.clone()]).collect::<Vec<_>>();
        assert_eq!(cut(one), ["Boleh", "Boleh", "boleh"]);
        assert_eq!(cut(two), ["Boleh hadir", "Boleh untuk hadir"]);
        assert!(cut(longer).is_empty() && cut(nothing).is_empty());
        assert!(two == again && one != two && nothing != longer);
        let any: Vec<_> = found.of_any(&[two, one]).map(|range| range.start).collect();
        assert_eq!(any, [0, 13, 0, 13, 32], "one wording after the other");
        assert!(phrases.find(&words("hadir, diam")).is_empty());
    }
}
