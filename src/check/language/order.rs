//! Indonesian stands above a regional language.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::INDONESIAN_SECOND;
use crate::check::texts;
use crate::content::Piece;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::edition::Edition;

/// The words of the pages of an edition, which are Indonesian.
pub(super) struct Vocabulary<'a> {
    edition: &'a Edition,
    /// Put together when a piece first has a line in another language.
    words: OnceLock<BTreeSet<String>>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn new(edition: &'a Edition) -> Vocabulary<'a> {
        Vocabulary { edition, words: OnceLock::new() }
    }

    fn words(&self) -> &BTreeSet<String> {
        self.words.get_or_init(|| {
            let pages = self.edition.pages.values();
            pages.flat_map(|item| texts::words(item.body.place.text())).map(|word| word.folded).collect()
        })
    }
}

/// How many of the words of a text are among those, of how many.
fn share(text: &str, known: &BTreeSet<String>) -> (usize, usize) {
    let words = texts::words(text);
    (words.iter().filter(|word| known.contains(&word.folded)).count(), words.len())
}

/// The headline of a piece with a line in a regional language is not less Indonesian than that line.
pub(super) fn check(piece: &Piece, vocabulary: &Vocabulary<'_>, d: &Diagnostics) {
    let (Some(line), Some(headline)) = (&piece.regional_line, &piece.meta.headline) else { return };
    let known = vocabulary.words();
    let (above, of_above) = share(&headline.value, known);
    let (below, of_below) = share(&line.text.value, known);
    if above * of_below < below * of_above {
        d.push(
            Diagnostic::warning(INDONESIAN_SECOND, "bahasa Indonesia berada di baris bahasa daerah, di bawah judul")
                .at(&headline.place)
                .related(&line.text.place, "baris ini lebih Indonesia daripada judulnya")
                .because("di ruang publik bahasa Indonesia diutamakan, bahasa daerah menyertai di bawahnya")
                .hint("tulis kalimat Indonesia di `spanduk`, dan kalimat daerah di `bahasa_daerah`"),
        );
    }
}
