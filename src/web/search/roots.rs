//! Stems that the algorithm cuts in two ways are one root again.
//!
//! Snowball takes `per-` off `periksa` but leaves `diperiksa` at `periksa`, and does not put back the consonant that `meN-` swallows:
//! `menerima` becomes `erima`. The words of the content tell which stems belong together.

use std::collections::BTreeMap;

/// Which root each stem belongs to; a stem that is no part of it is its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Roots(BTreeMap<String, String>);

/// Prefixes that swallow the first consonant of a root, with the consonant.
const SWALLOWED: [(&str, char); 4] = [("men", 't'), ("pen", 't'), ("meng", 'k'), ("peng", 'k')];

impl Roots {
    /// Joins the stems of these words.
    pub(super) fn new(known: &BTreeMap<String, String>) -> Roots {
        let mut roots = Roots::default();
        for (word, stem) in known {
            // What is left of one word is another word, whose stem is shorter still.
            if let Some(other) = known.get(stem) {
                roots.join(stem, other);
            }
            let swallowed = SWALLOWED.iter().filter(|(prefix, _)| word.strip_prefix(prefix).is_some_and(begins_with_vowel));
            for (_, consonant) in swallowed.filter(|_| begins_with_vowel(stem)) {
                let whole = format!("{consonant}{stem}");
                let as_stem = known.values().any(|other| *other == whole).then_some(&whole);
                if let Some(other) = known.get(&whole).or(as_stem) {
                    roots.join(stem, other);
                }
            }
        }
        roots
    }

    /// The root of a stem.
    pub(super) fn of<'a>(&'a self, stem: &'a str) -> &'a str {
        let mut root = stem;
        while let Some(next) = self.0.get(root) {
            root = next;
        }
        root
    }

    /// The smaller of the two becomes the root of both, so that no order of words makes a difference.
    fn join(&mut self, a: &str, b: &str) {
        let (a, b) = (self.of(a).to_owned(), self.of(b).to_owned());
        match a.cmp(&b) {
            std::cmp::Ordering::Less => drop(self.0.insert(b, a)),
            std::cmp::Ordering::Greater => drop(self.0.insert(a, b)),
            std::cmp::Ordering::Equal => {}
        }
    }
}

fn begins_with_vowel(text: &str) -> bool {
    text.starts_with(['a', 'e', 'i', 'o', 'u'])
}
