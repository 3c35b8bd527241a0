//! Wordings: words in a row, without those that say nothing and with a law as one word however it is spelled.

use std::ops::Range;

use crate::check::citation::{self, Cited, Mention};
use crate::markdown::slug;

/// Words that may be there or not without another meaning.
const SILENT: [&str; 27] = [
    "sudah", "telah", "oleh", "dengan", "yang", "ke", "kepada", "pada", "dalam", "di", "itu", "ini", "adalah", "ialah", "akan",
    "secara", "juga", "pun", "tersebut", "para", "untuk", "bagi", "saja", "selalu", "pasti", "kami", "tetap",
];
/// Before these words the opposite is said.
const NOT: [&str; 6] = ["tidak", "tak", "bukan", "jangan", "belum", "dilarang"];

/// A text as a row of words with their places.
pub(super) struct Words(Vec<(String, Range<usize>)>);

impl Words {
    /// The words of a text in which this law is cited.
    pub(super) fn of(text: &str, mentions: &[Mention]) -> Words {
        let mut words = Vec::new();
        let mut laws = mentions.iter().peekable();
        for (word, range) in citation::words(text) {
            while let Some(law) = laws.next_if(|law| law.range.start <= range.start) {
                words.push((name(law), law.range.clone()));
            }
            let inside = mentions.get(..mentions.partition_point(|law| law.range.start <= range.start));
            let within = inside.and_then(<[Mention]>::last).is_some_and(|law| range.start < law.range.end);
            if !within && !SILENT.contains(&word.as_str()) {
                words.push((word, range));
            }
        }
        Words(words)
    }

    /// The words alone.
    pub(super) fn row(&self) -> Vec<String> {
        self.0.iter().map(|(word, _)| word.clone()).filter(|word| !is_end(word)).collect()
    }

    /// Where these words stand in a row, first to last.
    pub(super) fn find(&self, row: &[String]) -> Vec<Range<usize>> {
        if row.is_empty() {
            return Vec::new();
        }
        let fits = |window: &&[(String, Range<usize>)]| window.iter().zip(row).all(|((word, _), wanted)| word == wanted);
        let found = self.0.windows(row.len()).filter(fits);
        found.map(|window| window[0].1.start..window[window.len() - 1].1.end).collect()
    }

    /// Whether these words stand somewhere.
    pub(super) fn has(&self, row: &[String]) -> bool {
        !self.find(row).is_empty()
    }

    /// Where these words are said: not asked, and not denied by the word before.
    pub(super) fn find_said(&self, row: &[String]) -> Vec<Range<usize>> {
        let mut found = self.find(row);
        found.retain(|range| {
            let first = self.0.partition_point(|(_, one)| one.start < range.start);
            let before = first.checked_sub(1).map(|before| self.0[before].0.as_str());
            let end = self.0[first..].iter().find(|(word, _)| is_end(word)).map(|(word, _)| word.as_str());
            before.is_none_or(|word| !NOT.contains(&word)) && end != Some(citation::QUESTION_END)
        });
        found
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
    Words::of(text, &[]).row()
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
