//! S3: what is often cited wrongly is not said once more: an article credited to another law, a number that is none, a wording that is not so.

use super::Book;
use super::phrase::{Phrase, Phrases, Words};
use super::subject::{Reading, Subject};
use crate::check::citation::{Cited, Mention, Recogniser};
use crate::content::WrongCitation;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::edition::Edition;
use crate::markdown::slug;

/// A citation that is known to be wrong.
pub const WRONG_CITATION: &str = "S313";

/// The wrong citations of the content (`salah_kutip`), ready to be found.
pub(super) struct Wrong<'a>(Vec<(&'a WrongCitation, Pattern)>);

enum Pattern {
    /// The law, and the anchor of the article, however they are spelled.
    Law(Cited, Option<String>),
    /// Words in a row, with the laws in them.
    Wording(Phrase),
}

impl<'a> Wrong<'a> {
    pub(super) fn new(edition: &'a Edition, recogniser: &Recogniser, phrases: &mut Phrases) -> Wrong<'a> {
        let mut known = |one: &WrongCitation| pattern(&one.written.value, recogniser, phrases);
        Wrong(edition.wrong_citations.iter().filter_map(|one| Some((one, known(one)?))).collect())
    }
}

/// What to look for; none where only a law is named that may be cited for other things.
fn pattern(written: &str, recogniser: &Recogniser, phrases: &mut Phrases) -> Option<Pattern> {
    let (mentions, words) = recogniser.read(written);
    if let [one] = mentions.as_slice() {
        let article = one.article.as_ref().map(|article| slug(&article.label));
        if article.is_some() || matches!(one.cited, Cited::Unknown { .. }) {
            return Some(Pattern::Law(one.cited.clone(), article));
        }
    }
    let row = Words::new(words, &mentions).row();
    (row.len() > 1).then(|| Pattern::Wording(phrases.add(row)))
}

/// Checks a text for wrong citations.
pub(super) fn check(book: &Book<'_>, subject: &Subject<'_>, d: &Diagnostics) {
    for reading in subject.readings.iter().filter(|reading| !reading.mentions.is_empty() || !reading.found.is_empty()) {
        for (wrong, pattern) in &book.wrong.0 {
            let found = match pattern {
                Pattern::Law(cited, article) => {
                    let meant = reading.mentions.iter().filter(|mention| is_meant(mention, cited, article.as_deref()));
                    meant.map(|mention| mention.range.clone()).collect()
                }
                Pattern::Wording(phrase) => reading.found.of(*phrase).to_vec(),
            };
            for range in found {
                if reading.is_historical(range.start) || subject.on_purpose(wrong.id.as_str()) {
                    continue;
                }
                d.push(reading.at(range, problem(wrong, subject, reading)));
            }
        }
    }
}

/// Whether a citation is the wrong one, or of a part of its article.
fn is_meant(mention: &Mention, cited: &Cited, article: Option<&str>) -> bool {
    let anchor = mention.article.as_ref().map(|article| slug(&article.label));
    let same = match (article, anchor.as_deref()) {
        (None, _) => true,
        (Some(wrong), Some(anchor)) => anchor.strip_prefix(wrong).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')),
        (Some(_), None) => false,
    };
    same && mention.cited == *cited
}

fn problem(wrong: &WrongCitation, subject: &Subject<'_>, reading: &Reading<'_>) -> Diagnostic {
    let mark = subject.how_to_mark(reading, wrong.id.as_str(), None);
    Diagnostic::error(WRONG_CITATION, format!("kutipan ini keliru: `{}`", wrong.written.value))
        .hint(format!("yang benar: {}; bila memang bercerita tentang kekeliruan itu, {mark}", wrong.right.value))
}
