//! The answers as an inverted index: each root with the answers that hold it, and how much it counts in each.
//!
//! The weight of a stem in an answer is that of BM25F: what the fields say is added up, each by its weight and its length, and then levels
//! off, so that a word in the title counts more than the same word ten times in the body. How rare a stem is, the script counts itself.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Answer, Field, Mark};
use super::roots::Roots;
use super::words::{Stems, is_stop_word, words};

/// Weights are written as one letter, `A` to `L`.
pub(super) const LEVELS: u8 = 12;
/// From where on more of the same word counts little more.
const SATURATION: f64 = 5.0;
/// How much the length of a field takes from each of its words; 0 nothing, 1 all.
const LENGTH: f64 = 0.6;

/// A stem that stands in more than one of so many answers tells little; where it barely counts, it is left out.
const COMMON: usize = 8;
/// The level up to which a common stem barely counts in an answer.
const BARELY: u8 = 1;

/// A root, the words of the content that have it, and the answers that hold it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Term {
    /// Words of the content with this root, and their stems; itself left out.
    pub(super) forms: BTreeSet<String>,
    /// The numbers of answers, each with the level of its weight, 1 to [`LEVELS`].
    pub(super) postings: Vec<(usize, u8)>,
}

/// Every root of the answers, and which root each stem belongs to.
pub(super) fn terms(answers: &[Answer], stems: &Stems) -> (BTreeMap<String, Term>, Roots) {
    let mut terms: BTreeMap<String, Term> = BTreeMap::new();
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let read: Vec<_> = answers.iter().map(|answer| fields(answer, stems, &mut known)).collect();
    let means = means(&read);
    let roots = Roots::new(&known);
    for (number, fields) in read.iter().enumerate() {
        let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
        for (field, counts) in fields {
            let length: f64 = counts.values().map(|count| f64::from(*count)).sum();
            let norm = 1.0 - LENGTH + LENGTH * length / means.get(field).copied().unwrap_or(1.0).max(1.0);
            for (stem, count) in counts {
                *sums.entry(roots.of(stem)).or_default() += field.weight() * f64::from(*count) / norm;
            }
        }
        let boost = answers[number].sort.weight() * answers[number].mark.map_or(1.0, Mark::weight);
        for (stem, sum) in sums {
            let term = terms.entry(stem.to_owned()).or_default();
            term.postings.push((number, level(boost * sum / (sum + SATURATION))));
        }
    }
    for term in terms.values_mut().filter(|term| term.postings.len() * COMMON > answers.len()) {
        if term.postings.iter().any(|(_, level)| *level > BARELY) {
            term.postings.retain(|(_, level)| *level > BARELY);
        }
    }
    for (word, stem) in known {
        let root = roots.of(&stem).to_owned();
        if let Some(term) = terms.get_mut(&root) {
            term.forms.extend([word, stem].into_iter().filter(|form| *form != root));
        }
    }
    (terms, roots)
}

/// How often each stem stands in each field of an answer.
type Counts = BTreeMap<Field, BTreeMap<String, u32>>;

fn fields(answer: &Answer, stems: &Stems, known: &mut BTreeMap<String, String>) -> Counts {
    let mut counts = Counts::new();
    for (field, text) in &answer.fields {
        let counts = counts.entry(*field).or_default();
        for word in words(text) {
            // A single letter is `huruf a` of an article; a search for it finds everything.
            if is_stop_word(&word) || word.len() < 2 && !word.starts_with(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let stem = known.entry(word).or_insert_with_key(|word| stems.stem(word));
            *counts.entry(stem.clone()).or_default() += 1;
        }
    }
    counts
}

/// How many words each field has where it has any.
fn means(all: &[Counts]) -> BTreeMap<Field, f64> {
    let mut sums: BTreeMap<Field, (f64, f64)> = BTreeMap::new();
    for (field, counts) in all.iter().flatten() {
        let (words, answers) = sums.entry(*field).or_default();
        *words += counts.values().map(|count| f64::from(*count)).sum::<f64>();
        *answers += 1.0;
    }
    sums.into_iter().map(|(field, (words, answers))| (field, words / answers)).collect()
}

/// A weight between 0 and 1.2 as one of [`LEVELS`].
fn level(weight: f64) -> u8 {
    const HEAVIEST: f64 = 1.2;
    (1..LEVELS).find(|level| weight / HEAVIEST * f64::from(LEVELS) <= f64::from(*level)).unwrap_or(LEVELS)
}
