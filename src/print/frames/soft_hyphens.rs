//! Soft hyphens out of laid-out text: what a reader's search and voice get is the word as it is spelled.

use typst::layout::{Frame, FrameItem};
use typst::text::{Glyph, TextItem};

use crate::markdown::syllables::SOFT_HYPHEN;

/// Takes out the places where a word may break and does not. The hyphen at the end of a line keeps its own: a reader joins what it parts.
pub(crate) fn drop_soft_hyphens(frame: &mut Frame) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => drop_soft_hyphens(&mut group.frame),
            FrameItem::Text(text) if text.text.contains(SOFT_HYPHEN) => spell_out(text),
            _ => {}
        }
        true
    });
}

fn spell_out(item: &mut TextItem) {
    let text = item.text.clone();
    let drawn = |range: std::ops::Range<usize>| text.get(range).is_some_and(|of| of.chars().all(|c| c == SOFT_HYPHEN));
    let hyphens: Vec<_> = item.glyphs.iter().map(Glyph::range).filter(|range| drawn(range.clone())).collect();
    let stays = |at: usize, c: char| c != SOFT_HYPHEN || hyphens.iter().any(|range| range.contains(&at));
    // Where each byte of the text goes; the last is the end.
    let mut places = vec![0_u16; text.len() + 1];
    let mut kept = typst::ecow::EcoString::new();
    for (at, c) in text.char_indices() {
        let place = u16::try_from(kept.len()).unwrap_or(u16::MAX);
        places[at..at + c.len_utf8()].fill(place);
        if stays(at, c) {
            kept.push(c);
        }
    }
    places[text.len()] = u16::try_from(kept.len()).unwrap_or(u16::MAX);
    for glyph in &mut item.glyphs {
        let range = glyph.range();
        let own = text.get(range.clone()).unwrap_or_default();
        // A letter's cluster holds the soft hyphen behind it, which the hyphen at the end of the line may have as its own.
        let letters = own.trim_end_matches(SOFT_HYPHEN).len();
        let end = if letters == 0 { range.end } else { range.start + letters };
        glyph.range = places.get(range.start).copied().unwrap_or_default()..places.get(end).copied().unwrap_or_default();
    }
    item.text = kept;
}
