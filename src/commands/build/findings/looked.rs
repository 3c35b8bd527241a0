//! What was looked at: how many sheets each rule was held to, and how strict it was.

use crate::content::number::{decimal, thousands};
use crate::print::{CHECKS, Job, Limit};

/// All that was looked at in a run.
#[derive(Default)]
pub(super) struct Looked {
    /// Pieces and sheets of villages that were made and looked at in this run.
    pub(super) now: Counted,
    /// Those that are as they were published: they were looked at when they were made.
    pub(super) before: Counted,
    /// One for each rule, in the order of the list.
    rules: Vec<Rule>,
}

/// Pieces, and the sheets of villages among them.
#[derive(Clone, Copy, Default)]
pub(super) struct Counted {
    pub(super) pieces: usize,
    pub(super) villages: usize,
}

/// A rule over all pieces.
#[derive(Clone, Default)]
struct Rule {
    counted: Counted,
    /// The limits of its pieces: the one that asks least, and the one that asks most.
    limits: Option<(Limit, Limit)>,
}

/// A rule as the report tells it.
pub(super) struct Told {
    pub(super) code: &'static str,
    pub(super) what: &'static str,
    pub(super) limit: String,
    pub(super) counted: Counted,
}

impl Counted {
    fn add(&mut self, job: &Job<'_>) {
        self.pieces += 1;
        self.villages += job.villages.len();
    }

    /// `25 bahan, 86 lembar desa`
    pub(super) fn told(self) -> String {
        let count = |count: usize| thousands(i64::try_from(count).unwrap_or(i64::MAX));
        match self.villages {
            0 => format!("{} bahan", count(self.pieces)),
            villages => format!("{} bahan, {} lembar desa", count(self.pieces), count(villages)),
        }
    }
}

impl Looked {
    pub(super) fn add(&mut self, job: &Job<'_>, again: bool) {
        if again { &mut self.now } else { &mut self.before }.add(job);
        self.rules.resize(CHECKS.len(), Rule::default());
        for (rule, check) in self.rules.iter_mut().zip(CHECKS) {
            let Some(limit) = (check.limit)(job) else { continue };
            rule.counted.add(job);
            rule.limits = Some(match rule.limits {
                None => (limit, limit),
                Some((least, most)) => (looser(least, limit), stricter(most, limit)),
            });
        }
    }

    /// Every rule; those that nothing was held to have nothing counted.
    pub(super) fn told(&self) -> impl Iterator<Item = Told> {
        let rules = self.rules.iter().cloned().chain(std::iter::repeat(Rule::default()));
        CHECKS.iter().zip(rules).map(|(check, rule)| Told {
            code: check.code,
            what: check.what,
            limit: rule.limits.map_or_else(|| "–".to_owned(), |(least, most)| limit(least, most)),
            counted: rule.counted,
        })
    }
}

fn value(limit: Limit) -> f64 {
    match limit {
        Limit::Always(_) => 0.0,
        Limit::AtLeast(value, _) | Limit::AtMost(value, _) => value,
    }
}

/// `50.800`; `3,4`.
fn number(value: f64) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "measures of sheets")]
    let whole = value as i64;
    if value >= 1000.0 && value.fract() == 0.0 { thousands(whole) } else { decimal(value) }
}

fn looser(one: Limit, other: Limit) -> Limit {
    if value(other) < value(one) { other } else { one }
}

fn stricter(one: Limit, other: Limit) -> Limit {
    if value(other) > value(one) { other } else { one }
}

/// `paling sedikit 6 sampai 300 pt, menurut formatnya`
fn limit(least: Limit, most: Limit) -> String {
    let words = |word: &str, unit: &str| {
        let (low, high) = (number(value(least)), number(value(most)));
        // A percent sign and a ratio belong to their number.
        let unit = if unit.starts_with(':') { format!(" {unit}") } else { format!("\u{a0}{unit}") };
        if low == high { format!("{word} {low}{unit}") } else { format!("{word} {low} sampai {high}{unit}, menurut formatnya") }
    };
    match least {
        Limit::Always(text) => text.to_owned(),
        Limit::AtLeast(_, unit) => words("paling sedikit", unit),
        Limit::AtMost(_, unit) => words("paling banyak", unit),
    }
}
