//! How many words a sheet carries: a banner is read in passing.

use std::collections::BTreeMap;

use typst::text::TextItem;

use super::finding::{Finding, Findings, Rule, Subject};
use super::rules::box_name;
use crate::diagnostics::{Located, Place};
use crate::print::frames::{HEADLINE, Item};

/// The words of a page so far. Those of the sender, of partners and of the source line are not among them.
#[derive(Default)]
pub(super) struct Words {
    headline: Counted,
    all: Counted,
}

#[derive(Default)]
struct Counted {
    words: usize,
    /// How many words each box has, and where they begin.
    boxes: BTreeMap<String, (usize, Place)>,
}

impl Counted {
    fn add(&mut self, words: usize, name: String, place: &Place) {
        self.words += words;
        self.boxes.entry(name).or_insert_with(|| (0, place.clone())).0 += words;
    }

    fn report(self, most: usize, rule: Rule, findings: &mut Findings) {
        if self.words > most {
            #[allow(clippy::cast_precision_loss, reason = "a sheet has some thousand words")]
            let worst = self.words as f64;
            // Where there are most of them there is most to be cut.
            let place = self.boxes.into_values().max_by_key(|(words, _)| *words).map(|(_, place)| place);
            findings.add(rule, "", Finding { place, file: None, worst, words: self.words - most });
        }
    }
}

impl Words {
    /// Counts the words of a run that someone wrote for this piece.
    pub(super) fn count(&mut self, subject: &Subject<'_>, item: &Item<'_>, text: &TextItem) {
        if subject.inspection.job.format.words.is_none() {
            return;
        }
        let written =
            text.glyphs.iter().find_map(|glyph| subject.inspection.places.of_glyph(subject.inspection.desk, glyph.span));
        let Some(place) = written.filter(|place| counts(subject, place)) else { return };
        let words = text.text.split_whitespace().count();
        if item.inside(HEADLINE).is_some() {
            self.headline.add(words, box_name(item), &place);
        }
        self.all.add(words, box_name(item), &place);
    }

    /// Tells what the format does not carry.
    pub(super) fn report(self, subject: &Subject<'_>, findings: &mut Findings) {
        if let Some(most) = subject.inspection.job.format.words {
            self.headline.report(most.headline, Rule::LongHeadline, findings);
            self.all.report(most.all, Rule::ManyWords, findings);
        }
    }
}

/// Whether words written here are the piece's message: not the template's, not the sender's or a partner's, not the source line's.
fn counts(subject: &Subject<'_>, place: &Place) -> bool {
    let job = subject.inspection.job;
    let sender = &job.sender;
    let office =
        [&sender.institution, &sender.name, &sender.address, &sender.phone, &sender.whatsapp, &sender.email, &sender.website];
    let within = |whole: &Located<String>| {
        let (whole, part) = (&whole.place, place.range());
        whole.path() == place.path() && whole.range().start <= part.start && part.end <= whole.range().end
    };
    let from_theme = subject.inspection.desk.house().is_template(place.path());
    let basis = job.texts.get("dasar").is_some_and(|line| line.segments.cover(place));
    let partners = job.partners.iter().map(|partner| &partner.name);
    !from_theme && !basis && !office.into_iter().flatten().chain(partners).any(within)
}
