//! What the rules found on one page, gathered by box, and how it is told.

use std::collections::BTreeMap;

use super::Inspection;
use super::telling::{tell, tell_slot};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, Severity};
use crate::print::geometry::Obstacle;
use crate::print::job::{Copy, Part, Row};

/// The least cap height in mm for each metre of distance: an inch for 25 feet, the lower of the
/// rules that sign makers use. A format may ask for more.
const LEAST_CAP_HEIGHT: f64 = 3.3;
/// How much lower than asked for letters may be, in mm: sizes are rounded to points and back.
pub(super) const CAP_TOLERANCE: f64 = 0.01;

/// What is being looked at: a page of the artwork, or a village's slots on it.
pub(super) struct Subject<'a> {
    pub(super) inspection: &'a Inspection<'a>,
    /// Counted from 0.
    pub(super) page: usize,
    pub(super) village: Option<&'a Row>,
}

/// A rule that was broken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rule {
    Overset,
    WideWord(String),
    MissingGlyph(char),
    SmallText,
    OnFold,
    UnsafeZone,
    LowLetters,
    SmallModule,
    SmallCode,
    NotCmyk,
    InFinishing(Obstacle),
    OnSeam,
    OnJoin,
    CoarsePicture,
    LongHeadline,
    ManyWords,
    SecondInk,
    LargeSolid,
    DistantCode,
    UselessCode,
    WeakText,
    HeavyFill,
}

impl Rule {
    /// Whether the least measure is the worst; of everything else the most is.
    fn least_is_worst(&self) -> bool {
        matches!(
            self,
            Rule::SmallText
                | Rule::LowLetters
                | Rule::SmallModule
                | Rule::SmallCode
                | Rule::CoarsePicture
                | Rule::DistantCode
                | Rule::WeakText
        )
    }
}

/// One broken rule in one box.
pub(super) struct Finding {
    /// The first written place, when it leads back to something written.
    pub(super) place: Option<Place>,
    /// The virtual file it stands in otherwise.
    pub(super) file: Option<String>,
    /// The worst measure: mm, pt, or nothing, by rule.
    pub(super) worst: f64,
    /// How many words are concerned.
    pub(super) words: usize,
}

/// All broken rules of a page, by rule and box.
#[derive(Default)]
pub(super) struct Findings(BTreeMap<(Rule, String), Finding>);

impl Findings {
    /// Adds a find; the first keeps its place, the worst its measure.
    pub(super) fn add(&mut self, rule: Rule, name: &str, finding: Finding) {
        let least_is_worst = rule.least_is_worst();
        match self.0.get_mut(&(rule.clone(), name.to_owned())) {
            None => {
                self.0.insert((rule, name.to_owned()), finding);
            }
            Some(known) => {
                known.worst = if least_is_worst { known.worst.min(finding.worst) } else { known.worst.max(finding.worst) };
                known.words += finding.words;
                known.place = known.place.take().or(finding.place);
            }
        }
    }

    pub(super) fn absorb(&mut self, other: Findings) {
        self.0.extend(other.0);
    }

    /// Turns the finds into errors.
    pub(super) fn report(self, subject: &Subject<'_>, diagnostics: &Diagnostics) {
        for ((rule, name), finding) in self.0 {
            let telling = match (subject.village, &rule) {
                (Some(_), Rule::Overset | Rule::WideWord(_)) => tell_slot(&name, &finding, subject),
                _ => tell(&rule, &name, &finding, subject),
            };
            let severity = subject.severity(&rule, &finding);
            let mut diagnostic = Diagnostic::new(severity, telling.code, telling.message).because(subject.whereabouts());
            if rule == Rule::DistantCode {
                // Both numbers are the format's: no word of the piece mends it.
                diagnostic = diagnostic.at(&subject.inspection.job.format.place);
            } else if let Some(village) = subject.village {
                diagnostic = diagnostic.at(&village.place).because(subject.row_name(village));
                if let Some(place) = &finding.place {
                    diagnostic = diagnostic.related(place, "di alinea ini");
                }
            } else if let Some(place) = &finding.place {
                diagnostic = diagnostic.at(place);
                if let Some(label) = telling.label {
                    diagnostic = diagnostic.label(label);
                }
                if rule == Rule::Overset {
                    for (field, words) in subject.own_words(&name) {
                        diagnostic = diagnostic.related(&field.place, words);
                    }
                }
            } else if let Some(file) = finding.file {
                diagnostic = diagnostic.in_file(file);
            } else {
                diagnostic = diagnostic.at(&subject.inspection.job.title.place);
            }
            diagnostics.push(diagnostic.hint(telling.hint));
        }
    }
}

impl Subject<'_> {
    /// Letters that can still be read, but not at a glance, are worth a warning, and so is what costs attention, not
    /// legibility; all else is an error.
    fn severity(&self, rule: &Rule, finding: &Finding) -> Severity {
        let distance = self.inspection.job.format.viewing_distance.unwrap_or(0.0);
        match rule {
            Rule::LowLetters if finding.worst >= distance * LEAST_CAP_HEIGHT - CAP_TOLERANCE => Severity::Warning,
            Rule::LongHeadline | Rule::ManyWords | Rule::UselessCode => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// What a box shows of the office's own file: who has no say in the text can shorten that.
    fn own_words(&self, name: &str) -> Vec<(&Located<String>, String)> {
        let job = self.inspection.job;
        let panel = name.strip_prefix("panel `").and_then(|rest| rest.strip_suffix('`'));
        let bodies = job.body.iter().filter(|(id, _)| panel.is_none_or(|panel| panel == id.as_str()));
        let parts: Vec<&Part> = bodies.flat_map(|(_, body)| &body.parts).collect();
        let fields = [("nama", &job.sender.name), ("alamat", &job.sender.address)];
        let shown = fields.into_iter().filter_map(|(key, field)| {
            let field = field.as_ref()?;
            let markup = Copy::plain(field).markup;
            let letters = field.value.chars().count();
            let is_there = parts.iter().any(|part| match part {
                Part::Fixed(copy) | Part::Note(copy) | Part::Village(copy) => copy.markup.contains(&markup),
            });
            is_there.then(|| (field, format!("`{key}` kantor ikut mengisi tempat itu: {letters} huruf")))
        });
        shown.collect()
    }

    /// The village, or the recipient of a letter.
    fn row_name(&self, row: &Row) -> String {
        let what = if self.inspection.job.by_recipient { "penerima" } else { "desa" };
        format!("{what} `{}` ({})", row.name, row.code)
    }

    /// Piece, format and page, for the cause of an error.
    pub(super) fn whereabouts(&self) -> String {
        let side = self.inspection.sheet.sides.get(self.page);
        let side = side.map(|side| format!(" (sisi {})", side.name)).unwrap_or_default();
        format!("{}, halaman {}{side}", self.inspection.job.called(), self.page + 1)
    }
}
