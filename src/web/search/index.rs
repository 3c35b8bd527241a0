//! The answers as an inverted index: each root with the answers that hold it, and how much it counts in each.
//!
//! The weight of a stem in an answer is that of BM25F: what the fields say is added up, each by its weight and its length, and then levels
//! off, so that a word in the title counts more than the same word ten times in the body. How rare a stem is, the script counts itself.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Answer, Field, Mark};
use super::roots::Roots;
use super::words::{Stems, for_each_word, is_stop_word};

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
    pub(super) postings: Vec<(u32, u8)>,
}

/// What one answer is found by: how often each word stands in each field, words that say nothing left out.
pub(super) type Counts = BTreeMap<Field, BTreeMap<String, u32>>;

/// The same by the numbers of the words.
type Numbered = Vec<(Field, Vec<(u32, u32)>)>;

/// Counts the words of an answer.
pub(super) fn counts(fields: &[(Field, String)]) -> Counts {
    let mut counts = Counts::new();
    for (field, text) in fields {
        let counts = counts.entry(*field).or_default();
        for_each_word(text, |word| {
            if let Some(count) = counts.get_mut(word) {
                *count += 1;
                return;
            }
            // A single letter is `huruf a` of an article; a search for it finds everything.
            let says_nothing = is_stop_word(word) || word.len() < 2 && !word.starts_with(|c: char| c.is_ascii_digit());
            if !says_nothing {
                counts.insert(word.to_owned(), 1);
            }
        });
    }
    counts
}

/// What all answers are found by. A word is kept once: each answer holds only its number, and thousands of answers stay small.
#[derive(Default)]
pub(super) struct Found {
    words: BTreeMap<String, u32>,
    answers: Vec<Numbered>,
}

impl Found {
    /// Adds the next answer.
    pub(super) fn add(&mut self, counts: Counts) {
        let number = |words: &mut BTreeMap<String, u32>, word: String| {
            let next = u32::try_from(words.len()).unwrap_or(u32::MAX);
            *words.entry(word).or_insert(next)
        };
        let fields = counts.into_iter();
        let fields = fields.map(|(field, counts)| {
            (field, counts.into_iter().map(|(word, count)| (number(&mut self.words, word), count)).collect())
        });
        self.answers.push(fields.collect());
    }

    /// Every root of the answers, and which root each stem belongs to. `answers` are the same answers.
    pub(super) fn terms(self, answers: &[Answer], stems: &Stems) -> (BTreeMap<String, Term>, Roots) {
        let known: BTreeMap<String, String> = self.words.keys().map(|word| (word.clone(), stems.stem(word))).collect();
        let roots = Roots::new(&known);
        let means = means(&self.answers);
        // The root of each word by its number, as a number in the order of roots.
        let names: BTreeSet<&str> = known.values().map(|stem| roots.of(stem)).collect();
        let numbers: BTreeMap<&str, usize> = names.iter().copied().zip(0..).collect();
        let mut root_of = vec![0; known.len()];
        for (word, number) in &self.words {
            let root = known.get(word).and_then(|stem| numbers.get(roots.of(stem)).copied());
            if let (Ok(at), Some(root)) = (usize::try_from(*number), root) {
                root_of[at] = root;
            }
        }
        let mut terms = vec![Term::default(); names.len()];
        for (number, (answer, fields)) in (0..).zip(answers.iter().zip(&self.answers)) {
            for (root, level) in levels(answer, fields, &means, &root_of) {
                terms[root].postings.push((number, level));
            }
        }
        for term in terms.iter_mut().filter(|term| term.postings.len() * COMMON > answers.len()) {
            if term.postings.iter().any(|(_, level)| *level > BARELY) {
                term.postings.retain(|(_, level)| *level > BARELY);
            }
        }
        for (word, stem) in &known {
            let root = roots.of(stem);
            if let Some(at) = numbers.get(root) {
                terms[*at].forms.extend([word, stem].into_iter().filter(|form| *form != root).cloned());
            }
        }
        let terms = names.into_iter().map(str::to_owned).zip(terms).collect();
        (terms, roots)
    }
}

/// How much each root counts in an answer, by the number of the root.
fn levels(
    answer: &Answer,
    fields: &[(Field, Vec<(u32, u32)>)],
    means: &BTreeMap<Field, f64>,
    root_of: &[usize],
) -> impl Iterator<Item = (usize, u8)> {
    let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
    for (field, counts) in fields {
        let norm = 1.0 - LENGTH + LENGTH * length(counts) / means.get(field).copied().unwrap_or(1.0).max(1.0);
        for (word, count) in counts {
            let root = usize::try_from(*word).ok().and_then(|at| root_of.get(at)).copied().unwrap_or_default();
            *sums.entry(root).or_default() += field.weight() * f64::from(*count) / norm;
        }
    }
    let boost = answer.sort.weight() * answer.mark.map_or(1.0, Mark::weight);
    sums.into_iter().map(move |(root, sum)| (root, level(boost * sum / (sum + SATURATION))))
}

/// How many words a field has.
fn length(counts: &[(u32, u32)]) -> f64 {
    counts.iter().map(|(_, count)| f64::from(*count)).sum()
}

/// How many words each field has where it has any.
fn means(all: &[Numbered]) -> BTreeMap<Field, f64> {
    let mut sums: BTreeMap<Field, (f64, f64)> = BTreeMap::new();
    for (field, counts) in all.iter().flatten() {
        let (words, answers) = sums.entry(*field).or_default();
        *words += length(counts);
        *answers += 1.0;
    }
    sums.into_iter().map(|(field, (words, answers))| (field, words / answers)).collect()
}

/// A weight between 0 and 1.2 as one of [`LEVELS`].
fn level(weight: f64) -> u8 {
    const HEAVIEST: f64 = 1.2;
    (1..LEVELS).find(|level| weight / HEAVIEST * f64::from(LEVELS) <= f64::from(*level)).unwrap_or(LEVELS)
}
