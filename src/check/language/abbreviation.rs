//! Abbreviations: explained by the file, by the glossary, or known to everybody; one with two meanings says which.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::token::{self, Token};
use super::{TWO_MEANINGS, UNEXPLAINED, Writing, at};
use crate::diagnostics::{Diagnostic, Diagnostics, quoted};
use crate::edition::Edition;
use crate::markdown::passage::Passage;

/// Longer words in capitals are no abbreviations.
const LONGEST: usize = 10;
/// Words that begin an explanation behind an abbreviation.
const MEANS: [&str; 4] = ["ialah", "adalah", "berarti", "singkatan"];

/// The abbreviations that an edition explains.
pub(super) struct Glossary<'a> {
    /// Each with what it stands for.
    expansions: BTreeMap<&'a str, Vec<&'a str>>,
    /// Terms and abbreviations that need no more words; each word of every text is looked for here.
    known: FxHashSet<&'a str>,
}

impl<'a> Glossary<'a> {
    pub(super) fn new(edition: &'a Edition) -> Glossary<'a> {
        let mut glossary = Glossary { expansions: BTreeMap::new(), known: FxHashSet::default() };
        for term in edition.terms.iter() {
            // `PPK (pemilu)` is PPK.
            let short = term.term.value.split(" (").next().unwrap_or_default();
            glossary.known.insert(short);
            if let Some(expansion) = &term.expansion {
                glossary.expansions.entry(short).or_default().push(&expansion.value);
            }
        }
        glossary.known.extend(edition.common.iter().flat_map(|common| &common.words).map(|word| word.value.as_str()));
        glossary
    }

    /// Whether a word is an abbreviation of the glossary, or one that everybody knows.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.known.contains(word)
    }

    /// What an abbreviation with several meanings may stand for.
    fn meanings(&self, word: &str) -> &[&'a str] {
        self.expansions.get(word).filter(|meanings| meanings.len() > 1).map_or(&[], Vec::as_slice)
    }
}

/// An abbreviation of a file.
struct Found<'a, 'b> {
    /// Where it stands first.
    passage: &'b Passage<'a>,
    range: Range<usize>,
    /// Some place explains it.
    explained: bool,
}

/// Checks every abbreviation of a file once.
pub(super) fn check(writing: &Writing<'_>, glossary: &Glossary<'_>, shouted: &[Vec<Range<usize>>], d: &Diagnostics) {
    let mut all: BTreeMap<&str, Found<'_, '_>> = BTreeMap::new();
    for ((passage, tokens), shouted) in writing.read().zip(shouted) {
        let mut shouted = shouted.iter().peekable();
        for (index, token) in tokens.iter().enumerate() {
            while shouted.next_if(|range| range.end <= token.range.start).is_some() {}
            if passage.is_source(token.range.start) || shouted.peek().is_some_and(|range| range.start <= token.range.start) {
                continue;
            }
            for range in short(&passage.text, token, glossary) {
                let explained = explains(&passage.text, tokens, index);
                let word = &passage.text[range.clone()];
                all.entry(word).or_insert(Found { passage, range, explained: false }).explained |= explained;
            }
        }
    }
    let mut text = None;
    for (word, found) in all {
        let meanings = glossary.meanings(word);
        let problem = if !meanings.is_empty() {
            let text = text.get_or_insert_with(|| folded(writing));
            let said = meanings.iter().any(|meaning| text.contains(&fold(meaning)));
            (!said).then(|| two_meanings(word, meanings))
        } else {
            // Where there is no glossary at all, nobody has said yet what readers know.
            (!found.explained && !glossary.known.is_empty() && !glossary.knows(word)).then(|| unexplained(word))
        };
        if let Some(problem) = problem {
            d.push(at(found.passage, found.range, problem));
        }
    }
}

/// The abbreviations in a word.
fn short(text: &str, token: &Token, glossary: &Glossary<'_>) -> Vec<Range<usize>> {
    let word = &text[token.range.clone()];
    // Nearly every word is in small letters: no abbreviation, and of no interest unless it may mean several things.
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) && glossary.meanings(word).is_empty() {
        return Vec::new();
    }
    if glossary.knows(word) {
        return vec![token.range.clone()];
    }
    let is_short = |part: &Range<usize>| {
        let word = &text[part.clone()];
        token::is_capital(word) && word.len() <= LONGEST
    };
    token::parts(text, &token.range).into_iter().filter(is_short).collect()
}

/// `aparatur sipil negara (ASN)`, `ASN (aparatur sipil negara)`, `ASN: aparatur sipil negara`, `ASN ialah aparatur sipil negara`.
fn explains(text: &str, tokens: &[Token], index: usize) -> bool {
    let token = &tokens[index];
    let next = tokens.get(index + 1);
    let in_brackets = token.opens && token.after == Some(')') && index > 0;
    let before_brackets = !token.closes && next.is_some_and(|next| text[..next.range.start].ends_with('('));
    let said = next.is_some_and(|next| MEANS.contains(&&text[next.range.clone()]));
    in_brackets || before_brackets || said || (token.after == Some(':') && next.is_some())
}

/// A text in which an expansion can be looked for.
fn folded(writing: &Writing<'_>) -> String {
    writing.passages.iter().map(|passage| fold(&passage.text)).collect::<Vec<_>>().join("\n")
}

fn fold(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unexplained(word: &str) -> Diagnostic {
    Diagnostic::warning(UNEXPLAINED, format!("singkatan {} tidak dijelaskan", quoted(word)))
        .because("pembaca yang tidak mengenalnya berhenti membaca di sini")
        .hint(format!("tulis kepanjangannya: `… ({word})`, atau tambahkan istilahnya ke `glosarium.yaml`"))
}

fn two_meanings(word: &str, meanings: &[&str]) -> Diagnostic {
    let spelled: Vec<String> = meanings.iter().map(|meaning| format!("`{meaning} ({word})`")).collect();
    Diagnostic::warning(TWO_MEANINGS, format!("{} dapat berarti {}", quoted(word), meanings.join(" atau ")))
        .because("keduanya lembaga yang berlainan")
        .hint(format!("tulis kepanjangannya pada kemunculan pertama: {}", spelled.join(" atau ")))
}
