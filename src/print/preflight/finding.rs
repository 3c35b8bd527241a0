//! What the rules found on one page, gathered by box, and how it is told.

use std::collections::BTreeMap;

use super::Inspection;
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Severity};
use crate::print::codes;
use crate::print::compose::village_text_panel;
use crate::print::job::{Job, Row};
use crate::print::tokens::decimal;

/// The least cap height in mm for each metre of distance: an inch for 25 feet, the lower of the
/// rules that sign makers use. A format may ask for more.
const LEAST_CAP_HEIGHT: f64 = 3.3;

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
        // The least size and height are the worst; of everything else the most.
        let least_is_worst = matches!(rule, Rule::SmallText | Rule::LowLetters | Rule::SmallModule | Rule::SmallCode);
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
            let Telling { code, message, label, hint } = match (subject.village, &rule) {
                (Some(_), Rule::Overset | Rule::WideWord(_)) => tell_slot(&name, &finding, subject),
                _ => tell(&rule, &name, &finding, subject),
            };
            let severity = subject.severity(&rule, &finding);
            let mut diagnostic = Diagnostic::new(severity, code, message).because(subject.whereabouts());
            if let Some(village) = subject.village {
                diagnostic = diagnostic.at(&village.place).because(format!("desa `{}` ({})", village.name, village.code));
                if let Some(place) = &finding.place {
                    diagnostic = diagnostic.related(place, "di alinea ini");
                }
            } else if let Some(place) = &finding.place {
                diagnostic = diagnostic.at(place);
                if let Some(label) = label {
                    diagnostic = diagnostic.label(label);
                }
            } else if let Some(file) = finding.file {
                diagnostic = diagnostic.in_file(file);
            } else {
                diagnostic = diagnostic.at(&subject.inspection.job.title.place);
            }
            diagnostics.push(diagnostic.hint(hint));
        }
    }
}

impl Subject<'_> {
    /// Letters that can still be read, but not at a glance, are worth a warning; all else is an error.
    fn severity(&self, rule: &Rule, finding: &Finding) -> Severity {
        let distance = self.inspection.job.format.viewing_distance.unwrap_or(0.0);
        let readable = *rule == Rule::LowLetters && finding.worst >= distance * LEAST_CAP_HEIGHT;
        if readable { Severity::Warning } else { Severity::Error }
    }

    /// Piece, format and page, for the cause of an error.
    fn whereabouts(&self) -> String {
        let job = self.inspection.job;
        let side = self.inspection.sheet.sides.get(self.page);
        let side = side.map(|side| format!(" (sisi {})", side.name)).unwrap_or_default();
        format!("karya `{}`, format `{}`, halaman {}{side}", job.id, job.format.id, self.page + 1)
    }
}

struct Telling {
    code: &'static str,
    message: String,
    label: Option<&'static str>,
    hint: String,
}

/// A village's text that does not fit, however it does not.
fn tell_slot(name: &str, finding: &Finding, subject: &Subject<'_>) -> Telling {
    let what = match village_text_panel(subject.inspection.job, name.trim_matches('`')) {
        Some(Job::WHOLE) => "alinea yang menyebut desa".to_owned(),
        Some(panel) => format!("alinea yang menyebut desa di panel `{panel}`"),
        None => format!("slot {name}"),
    };
    Telling {
        code: codes::SLOT_OVERSET,
        message: format!("{what} tidak muat: {} mm melewati kotaknya", decimal(finding.worst)),
        label: None,
        hint: "pendekkan isi baris desa ini atau alineanya, atau longgarkan slotnya di templat tema".to_owned(),
    }
}

fn tell(rule: &Rule, name: &str, finding: &Finding, subject: &Subject<'_>) -> Telling {
    let format = &subject.inspection.job.format;
    let worst = decimal(finding.worst);
    let telling =
        |code, message: String, label: Option<&'static str>, hint: &str| Telling { code, message, label, hint: hint.to_owned() };
    match rule {
        Rule::Overset => telling(
            codes::OVERSET,
            format!("teks {name} tidak muat: {worst} mm melewati kotaknya"),
            Some("mulai dari sini"),
            &format!("pendekkan kira-kira {} kata, atau pindahkan sebagian ke panel lain", finding.words),
        ),
        Rule::WideWord(word) => telling(
            codes::WIDE_WORD,
            format!("kata `{word}` lebih lebar {worst} mm dari kotak {name}"),
            None,
            "pakai kata yang lebih pendek, atau sisipkan tanda hubung lunak (U+00AD) di tempat kata boleh dipenggal",
        ),
        Rule::MissingGlyph(c) => telling(
            codes::MISSING_GLYPH,
            format!("huruf tema tidak punya aksara `{c}` (U+{:04X})", u32::from(*c)),
            None,
            "ganti aksara itu, atau tambahkan huruf yang memilikinya ke tema",
        ),
        Rule::SmallText => telling(
            codes::SMALL_TEXT,
            format!("teks {name} hanya {worst} pt, paling kecil {} pt", decimal(format.min_text_size)),
            None,
            "besarkan huruf di templat tema, atau pendekkan teksnya",
        ),
        Rule::OnFold => telling(
            codes::ON_FOLD,
            format!("teks {name} berada di atas lipatan"),
            None,
            "pendekkan teks, atau jauhkan dari lipatan",
        ),
        Rule::UnsafeZone => telling(
            codes::UNSAFE_ZONE,
            format!("teks {name} keluar {worst} mm dari batas aman {} mm", decimal(format.safe)),
            None,
            "pendekkan teks, atau geser ke dalam: pisau potong dapat mengenainya",
        ),
        Rule::LowLetters => telling(
            codes::LOW_LETTERS,
            format!("huruf {name} hanya {worst} mm tingginya, terlalu rendah untuk jarak baca format ini"),
            None,
            "pendekkan kalimatnya agar hurufnya dapat lebih besar",
        ),
        Rule::SmallModule => telling(
            codes::SMALL_QR,
            format!("modul kode QR hanya {} mm", decimal_fine(finding.worst)),
            None,
            "besarkan kode QR, atau pendekkan alamatnya",
        ),
        Rule::SmallCode => {
            telling(codes::SMALL_QR, format!("kode QR hanya {worst} mm lebarnya"), None, "besarkan kode QR di templat tema")
        }
        Rule::NotCmyk => telling(
            codes::NOT_CMYK,
            format!("{name} tidak memakai tinta CMYK"),
            None,
            "pakai warna dari token tema: `warna.tinta`, `warna.hitam` …",
        ),
    }
}

fn decimal_fine(value: f64) -> String {
    format!("{value:.2}").replace('.', ",")
}
