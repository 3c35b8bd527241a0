//! What the Markdown says is what the page and the sheet say: in order, with repeats, nothing more.
//!
//! The text of the Markdown is derived here from pulldown-cmark's events alone ([`markdown`]), the text
//! of a page by taking the tags away ([`html`]), the text of a sheet by `pdftotext`. What a directive
//! puts in its place is not in the Markdown; there anything may stand, and something must.

mod editions;
pub(crate) mod html;
mod markdown;
mod pages;
mod paper;

/// A run of text without a gap.
type Segment = String;

/// Fails unless `shown` is the segments in order with something in each gap and nothing elsewhere.
#[track_caller]
fn expect(shown: &str, segments: &[Segment], what: &str) {
    let shown = words(shown);
    let mut at = 0;
    for (index, segment) in segments.iter().enumerate() {
        let wanted = words(segment);
        let found = match index {
            0 => shown.starts_with(&wanted).then_some(0),
            // Something stands in the gap, so the segment begins at least a word later.
            _ => (at + 1..=shown.len().saturating_sub(wanted.len())).find(|&at| shown[at..].starts_with(&wanted)),
        };
        let Some(found) = found else { panic!("{what}: {}", difference(&shown[at..], &wanted)) };
        at = found + wanted.len();
    }
    // A body that ends with a directive ends with whatever that shows.
    let open = segments.last().is_some_and(|last| words(last).is_empty());
    assert!(open || at == shown.len(), "{what}: shows besides: {}", shown[at..].join(" "));
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// The first words that differ, for people.
fn difference(shown: &[&str], wanted: &[&str]) -> String {
    let same = shown.iter().zip(wanted).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(4);
    let part = |words: &[&str]| words.iter().skip(from).take(14).copied().collect::<Vec<_>>().join(" ");
    format!("\n  shows: …{}…\n  wants: …{}…", part(shown), part(wanted))
}
