//! Words in capitals are read as shouting.

use std::ops::Range;

use super::abbreviation::Glossary;
use super::token::{Token, is_capital};
use super::{SHOUTING, Writing, at};
use crate::diagnostics::{Diagnostic, Diagnostics, quoted};
use crate::markdown::passage::Passage;

/// So many words in capitals that are no abbreviations are no slip.
const FEWEST: usize = 2;
/// A word that is spoken as one has a vowel and so many letters; what has not is spelt out.
const SPOKEN: usize = 3;

/// Checks every stretch; where words are shouted in each of them.
pub(super) fn check(writing: &Writing<'_>, glossary: &Glossary<'_>, d: &Diagnostics) -> Vec<Vec<Range<usize>>> {
    let mut shouted = Vec::new();
    for (passage, tokens) in writing.read() {
        let found = runs(passage, tokens, glossary);
        for range in &found {
            let words = quoted(&passage.text[range.clone()]);
            let problem = Diagnostic::warning(SHOUTING, format!("{words} ditulis dengan huruf besar semua"))
                .because("huruf besar semua terbaca sebagai teriakan, dan lebih lambat dibaca")
                .hint("tulis seperti kalimat biasa, huruf besar hanya di awal kalimat dan nama; yang penting ditebalkan dengan `**…**`");
            d.push(at(passage, range.clone(), problem));
        }
        shouted.push(found);
    }
    shouted
}

/// Runs of words in capitals with no mark between them.
fn runs(passage: &Passage<'_>, tokens: &[Token], glossary: &Glossary<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut run: Option<Range<usize>> = None;
    let mut loud = 0;
    for token in tokens {
        let word = &passage.text[token.range.clone()];
        let capital = is_capital(word) && !passage.is_source(token.range.start);
        if !capital || token.opens {
            found.extend(run.take().filter(|_| loud >= FEWEST));
            loud = 0;
        }
        if capital {
            let start = run.map_or(token.range.start, |run| run.start);
            run = Some(start..token.range.end);
            loud += usize::from(is_spoken(word) && !glossary.knows(word));
        }
        if token.closes {
            found.extend(run.take().filter(|_| loud >= FEWEST));
            loud = 0;
        }
    }
    found.extend(run.filter(|_| loud >= FEWEST));
    found
}

fn is_spoken(word: &str) -> bool {
    word.chars().count() >= SPOKEN && word.contains(['A', 'E', 'I', 'O', 'U'])
}
