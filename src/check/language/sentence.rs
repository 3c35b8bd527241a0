//! Sentences are as short as their reader needs them.

use super::token::Token;
use super::{LONG_SENTENCE, Writing, at};
use crate::content::format::Family;
use crate::content::{Kind, Piece, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// The most words of a sentence. Source: plain-language practice; a sentence above 35 words is lost on a reader in a hurry.
const MOST_WORDS: usize = 35;
/// The most on what is printed for whoever passes by. Source: insidegovuk.blog.gov.uk, "Sentence length: why 25 words is our limit".
const MOST_FOR_PUBLIC: usize = 25;
/// Whom such a sheet is for, in `sasaran`.
const PUBLIC: &str = "warga";

/// The most words here; none for letters, declarations and law, whose sentences are as their form asks.
fn limit(writing: &Writing<'_>, theme: &Theme) -> Option<usize> {
    match (writing.kind, writing.piece) {
        (Some(Kind::Declaration | Kind::Regulation), _) => None,
        (_, Some(piece)) => of_piece(piece, theme),
        _ => Some(MOST_WORDS),
    }
}

fn of_piece(piece: &Piece, theme: &Theme) -> Option<usize> {
    let public = piece.audience.iter().any(|audience| audience.value == PUBLIC);
    match theme.formats.get(&piece.format.value)?.family {
        Family::Naskah => None,
        Family::Lipat | Family::Lembar if !public => Some(MOST_WORDS),
        Family::Paparan => Some(MOST_WORDS),
        Family::Lipat | Family::Lembar | Family::Lebar | Family::Tegak | Family::Papan | Family::Kartu => Some(MOST_FOR_PUBLIC),
    }
}

/// Counts the words of each sentence; what is only the name of a source counts as none.
pub(super) fn check(writing: &Writing<'_>, theme: &Theme, d: &Diagnostics) {
    let Some(most) = limit(writing, theme) else { return };
    for (passage, tokens) in writing.read() {
        for sentence in tokens.split_inclusive(|token| token.ends) {
            let is_word = |token: &&Token| !token.range.is_empty() && !passage.is_source(token.range.start);
            let words = sentence.iter().filter(is_word).count();
            let (Some(first), Some(last)) = (sentence.first(), sentence.last()) else { continue };
            if words > most {
                let problem =
                    Diagnostic::warning(LONG_SENTENCE, format!("kalimat ini berisi {words} kata, paling banyak {most}"))
                        .because("pembaca yang terburu-buru kehilangan awalnya")
                        .hint("pecah menjadi beberapa kalimat, atau jadikan daftar");
                d.push(at(passage, first.range.start..last.range.end, problem));
            }
        }
    }
}
