//! Sentences that are others, and the words in them that are.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A pair of lists longer than this, multiplied, is not compared item by item: the time grows with the product.
const MOST_WORK: usize = 25_000_000;
/// Two sentences with less than this part of their words in common are not one sentence that changed.
const ALIKE: f32 = 0.4;

/// A sentence that was changed, added (no old one) or taken away (no new one).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SentenceChange {
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
}

/// The sentences of a text: each line of it cut behind the marks that end one.
pub(super) fn cut(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    for line in text.lines() {
        let mut start = 0;
        for (at, mark) in line.char_indices().filter(|(_, letter)| matches!(letter, '.' | '?' | '!')) {
            let end = at + mark.len_utf8();
            let mut rest = line[end..].chars();
            let ends = rest.next().is_some_and(char::is_whitespace) && rest.next().is_some_and(|next| !next.is_lowercase());
            if ends && !is_abbreviation(&line[start..at]) {
                push(&mut sentences, &line[start..end]);
                start = end;
            }
        }
        push(&mut sentences, &line[start..]);
    }
    sentences
}

fn push(sentences: &mut Vec<String>, text: &str) {
    let sentence = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
}

/// `No. 5`, `Jl. Merdeka`, `H. Ahmad`
fn is_abbreviation(before: &str) -> bool {
    const KNOWN: [&str; 8] = ["No", "Jl", "Jln", "Hj", "Dr", "Drs", "Kab", "Kec"];
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    is_initial || KNOWN.contains(&word)
}

/// What differs between two texts, sentence by sentence.
pub(super) fn compare(old: &[String], new: &[String]) -> Vec<SentenceChange> {
    let mut changes = Vec::new();
    for op in operations(old, new) {
        let (removed, added) = (&old[op.old_range()], &new[op.new_range()]);
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        for place in 0..removed.len().max(added.len()) {
            match (removed.get(place), added.get(place)) {
                (Some(old), Some(new)) if is_one(old, new) => changes.push(change(Some(old), Some(new))),
                (old, new) => {
                    changes.extend(old.map(|old| change(Some(old), None)));
                    changes.extend(new.map(|new| change(None, Some(new))));
                }
            }
        }
    }
    changes
}

fn change(old: Option<&String>, new: Option<&String>) -> SentenceChange {
    SentenceChange { old: old.cloned(), new: new.cloned() }
}

/// Whether two sentences are one that was changed.
fn is_one(old: &str, new: &str) -> bool {
    let (old, new) = (words(old), words(new));
    let shared: usize =
        operations(&old, &new).iter().filter(|op| matches!(op, DiffOp::Equal { .. })).map(|op| op.old_range().len()).sum();
    #[allow(clippy::cast_precision_loss, reason = "a sentence has few words")]
    let part = 2.0 * shared as f32 / (old.len() + new.len()).max(1) as f32;
    part >= ALIKE
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// How one list becomes another. Lists that are too long to compare in good time share what they begin and end with.
fn operations<T: Eq + std::hash::Hash>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    if old.len().saturating_mul(new.len()) <= MOST_WORK {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    vec![DiffOp::Replace {
        old_index: start,
        old_len: old.len() - start - end,
        new_index: start,
        new_len: new.len() - start - end,
    }]
}

/// A part of a sentence, and whether it is another than in the other one.
pub(super) type Run = (String, bool);

/// The two sentences of a change as runs of words.
pub(super) fn marked(old: &str, new: &str) -> (Vec<Run>, Vec<Run>) {
    let (old_words, new_words) = (words(old), words(new));
    let (mut old_runs, mut new_runs) = (Vec::new(), Vec::new());
    for op in operations(&old_words, &new_words) {
        let differs = !matches!(op, DiffOp::Equal { .. });
        for (runs, words) in [(&mut old_runs, &old_words[op.old_range()]), (&mut new_runs, &new_words[op.new_range()])] {
            if !words.is_empty() {
                runs.push((words.join(" "), differs));
            }
        }
    }
    (old_runs, new_runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_stops() {
        let text = "Netral itu wajib. Jalan No. 5, H. Ahmad. Boleh? Ya!\nPasal 9 ayat (2) huruf a. dan seterusnya\n\n  Akhir  ";
        let expected =
            ["Netral itu wajib.", "Jalan No. 5, H. Ahmad.", "Boleh?", "Ya!", "Pasal 9 ayat (2) huruf a. dan seterusnya", "Akhir"];
        assert_eq!(cut(text), expected);
        assert!(cut("").is_empty() && cut(" \n\n").is_empty());
    }

    fn list(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn a_sentence_that_changed_stands_beside_the_old_one() {
        let old = list(&["Sama.", "Hubungi kantor di nomor lama itu.", "Akan hilang.", "Tetap."]);
        let new = list(&["Sama.", "Hubungi kantor di nomor baru itu.", "Tetap.", "Tambahan lain."]);
        let changes = compare(&old, &new);
        let told: Vec<(Option<&str>, Option<&str>)> =
            changes.iter().map(|one| (one.old.as_deref(), one.new.as_deref())).collect();
        let expected = [
            (Some("Hubungi kantor di nomor lama itu."), Some("Hubungi kantor di nomor baru itu.")),
            (Some("Akan hilang."), None),
            (None, Some("Tambahan lain.")),
        ];
        assert_eq!(told, expected);
        assert!(compare(&old, &old).is_empty());
        let (was, is) = marked("nomor lama itu", "nomor baru itu");
        assert_eq!(was, [("nomor".to_owned(), false), ("lama".to_owned(), true), ("itu".to_owned(), false)]);
        assert_eq!(is[1], ("baru".to_owned(), true));
    }

    /// Texts as long as a body may be, with nothing in common, are compared in good time, and nothing of them is lost.
    #[test]
    fn endless_texts_take_no_endless_time() {
        let text = |letter: char| (0..60_000).map(|number| format!("{letter}{number}.")).collect::<Vec<_>>();
        let (old, new) = (text('a'), text('b'));
        let started = std::time::Instant::now();
        assert_eq!(compare(&old, &new).len(), 120_000);
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    }
}
