//! Finding the terms of a glossary in running text, each at its first use.

use std::collections::{BTreeMap, BTreeSet};

/// A term shorter than this is part of too many other things: `PP 94/2021`.
const SHORTEST: usize = 3;

/// The terms that may be explained.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// By the first letter, small; the longest first, so that `bakal calon` is never taken for `calon`.
    by_initial: BTreeMap<char, Vec<Term>>,
}

/// A term and the id of its explanation.
#[derive(Clone, Debug)]
struct Term {
    id: String,
    word: String,
    /// `KASN`: nothing but these letters. `Masa tenang` may begin small.
    exact: bool,
}

impl Terms {
    /// Takes pairs of id and word. Words with brackets (`PPK (pemilu)`) have several meanings and are left out, and so is what is
    /// too short.
    pub fn new(pairs: impl Iterator<Item = (String, String)>) -> Terms {
        let mut by_initial: BTreeMap<char, Vec<Term>> = BTreeMap::new();
        for (id, word) in pairs.filter(|(_, word)| word.chars().count() >= SHORTEST && !word.contains(['(', ')'])) {
            let Some(first) = word.chars().next() else { continue };
            let exact = word.chars().skip(1).any(char::is_uppercase);
            by_initial.entry(small(first)).or_default().push(Term { id, word, exact });
        }
        for terms in by_initial.values_mut() {
            terms.sort_by(|a, b| b.word.len().cmp(&a.word.len()).then_with(|| a.word.cmp(&b.word)));
        }
        Terms { by_initial }
    }

    /// The term that `text` begins with, as a whole word.
    fn at_start(&self, text: &str) -> Option<&Term> {
        let terms = self.by_initial.get(&small(text.chars().next()?))?;
        terms.iter().find(|term| term.begins(text))
    }
}

impl Term {
    fn begins(&self, text: &str) -> bool {
        let Some(start) = text.get(..self.word.len()) else { return false };
        let same = if self.exact { start == self.word } else { rest(start) == rest(&self.word) };
        same && !text[self.word.len()..].starts_with(in_word)
    }
}

fn small(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

/// All but the first letter.
fn rest(word: &str) -> &str {
    let mut chars = word.chars();
    chars.next();
    chars.as_str()
}

/// A term in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The id of its explanation.
    pub id: String,
    /// Where it begins, in bytes.
    pub start: usize,
    /// How long it is, in bytes.
    pub length: usize,
}

/// The terms of a page that were not used yet.
#[derive(Clone, Debug)]
pub struct Open<'a> {
    terms: &'a Terms,
    used: BTreeSet<&'a str>,
}

impl<'a> Open<'a> {
    /// All of them.
    pub fn new(terms: &'a Terms) -> Open<'a> {
        Open { terms, used: BTreeSet::new() }
    }

    /// The first uses in the next piece of text, in order.
    pub fn find(&mut self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        let mut before = ' ';
        let mut past = 0;
        for (start, c) in text.char_indices() {
            if start >= past
                && !in_word(before)
                && let Some(term) = self.terms.at_start(&text[start..])
            {
                past = start + term.word.len();
                if self.used.insert(&term.id) {
                    found.push(Found { id: term.id.clone(), start, length: term.word.len() });
                }
            }
            before = c;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Terms {
        let pairs = [
            ("asn", "ASN"),
            ("kasn", "KASN"),
            ("calon", "Calon"),
            ("bakal-calon", "Bakal calon"),
            ("tenang", "Masa tenang"),
            ("ppk", "PPK (pemilu)"),
            ("pp", "PP"),
            ("sp4n", "SP4N-LAPOR"),
        ];
        Terms::new(pairs.into_iter().map(|(id, word)| (id.to_owned(), word.to_owned())))
    }

    fn found(text: &str) -> Vec<String> {
        let terms = terms();
        Open::new(&terms)
            .find(text)
            .into_iter()
            .map(|one| format!("{}={}", one.id, &text[one.start..one.start + one.length]))
            .collect()
    }

    #[test]
    fn whole_words_are_found_once_and_the_longest_first() {
        for (text, wanted) in [
            ("ASN dan KASN, lalu ASN lagi", vec!["asn=ASN", "kasn=KASN"]),
            ("bakal calon, bakal calon, calon", vec!["bakal-calon=bakal calon", "calon=calon"]),
            ("mencalonkan calonnya asn Asn", vec![]),
            ("Pada masa tenang", vec!["tenang=masa tenang"]),
            ("PPK menurut PP 94/2021", vec![]),
            ("(ASN) non-ASN ASN-nya", vec!["asn=ASN"]),
            ("lewat SP4N-LAPOR.", vec!["sp4n=SP4N-LAPOR"]),
            ("é ASN", vec!["asn=ASN"]),
            ("", vec![]),
        ] {
            assert_eq!(found(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_term_is_found_once_on_a_page_of_many_pieces() {
        let terms = terms();
        let mut open = Open::new(&terms);
        assert_eq!(open.find("ASN").len(), 1);
        assert_eq!(open.find("ASN dan calon").len(), 1);
    }
}
