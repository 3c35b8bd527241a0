//! S3: an institution that ceased to be is not named as if one could still go there.

use std::ops::Range;

use super::Book;
use super::phrase::{self, Phrase, Phrases};
use super::subject::{Reading, Subject};
use crate::content::{Term, day};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::edition::Edition;

/// An institution that ceased to be.
pub const FORMER_INSTITUTION: &str = "S314";

/// An institution of the past.
pub(super) struct Former<'a> {
    pub(super) term: &'a Term,
    /// Its names: the short one and the long one.
    names: Vec<Phrase>,
    /// The day on which it ended, in words.
    day: Vec<String>,
    /// What took its place.
    successor: Option<&'a str>,
}

impl Former<'_> {
    /// Whether the sentence says on which day it ended: then it says all that is to be said.
    fn tells_end(&self, reading: &Reading<'_>, range: &Range<usize>) -> bool {
        let day = &self.day;
        let sentence: Vec<&str> = reading.words.sentence(range).collect();
        !day.is_empty() && sentence.windows(day.len()).any(|words| words.iter().zip(day).all(|(word, wanted)| word == wanted))
    }
}

/// The institutions of the glossary that are no longer there on the day as of which is judged.
pub(super) fn former<'a>(edition: &'a Edition, phrases: &mut Phrases) -> Vec<Former<'a>> {
    let ended = edition.terms.iter().filter(|term| term.ended.as_ref().is_some_and(|day| day.value <= edition.as_of));
    let former = ended.map(|term| {
        let names = [Some(&term.term), term.expansion.as_ref()].into_iter().flatten();
        let names = names.map(|name| phrases.add(phrase::row(&name.value))).collect();
        let day = term.ended.as_ref().map(|ended| phrase::row(&day::spoken(ended.value))).unwrap_or_default();
        let successor = term.successor.as_ref().and_then(|id| edition.terms.get(id.value.as_str()));
        Former { term, names, day, successor: successor.map(|term| term.term.value.as_str()) }
    });
    former.collect()
}

/// Checks a text for institutions of the past; a text names each once.
pub(super) fn check(book: &Book<'_>, subject: &Subject<'_>, d: &Diagnostics) {
    for former in &book.institutions {
        // The glossary explains it, and a figure says who counted.
        if subject.source.about == Some(former.term.term.value.as_str()) {
            continue;
        }
        for reading in subject.readings.iter().filter(|reading| !reading.found.is_empty()) {
            let open = |range: &Range<usize>| !reading.is_historical(range.start) && !former.tells_end(reading, range);
            let open = reading.found.of_any(&former.names).filter(open).min_by_key(|range| range.start);
            let Some(range) = open.filter(|_| !subject.on_purpose(former.term.id.as_str())) else { continue };
            let mark = subject.how_to_mark(reading, former.term.id.as_str(), Some(&format!("/glosarium/#{}", former.term.id)));
            d.push(reading.at(range, problem(former, &mark)));
            break;
        }
    }
}

fn problem(former: &Former<'_>, mark: &str) -> Diagnostic {
    let name = &former.term.term.value;
    let when = former.term.ended.as_ref().map_or_else(String::new, |ended| format!(" sejak {}", day::spoken(ended.value)));
    let instead = match former.successor {
        Some(successor) => format!("sebut {successor}"),
        None => "sebut lembaga yang menggantikannya".to_owned(),
    };
    Diagnostic::warning(FORMER_INSTITUTION, format!("`{name}` tidak ada lagi{when}"))
        .hint(format!("{instead}; bila memang bercerita tentang masa lalu, {mark}"))
}
