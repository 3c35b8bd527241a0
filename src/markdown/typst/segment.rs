//! From a place in generated Typst back to the place in the Markdown it was made from.

use std::ops::Range;

use super::super::syllables::hard_offset;
use crate::diagnostics::Place;

/// One literal or call in the generated text.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Bytes of the generated text; of a literal, its quotes included.
    pub generated: Range<usize>,
    /// What it was made from.
    pub place: Place,
    /// How the value of the literal goes with the text of the place.
    pub wording: Wording,
}

/// How the value of a literal goes with the text of its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// It is that text, byte for byte.
    Exact,
    /// It is that text with soft hyphens.
    Softened,
    /// It is something else.
    Other,
}

/// All segments of a module, in order and apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SegmentMap {
    segments: Vec<Segment>,
}

impl SegmentMap {
    /// The segments, in order.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    pub(super) fn push(&mut self, segment: Segment) {
        self.segments.push(segment);
    }

    /// The place of one glyph.
    ///
    /// `range` is the range of its span in the generated text, `offset` the bytes Typst counts from the start of the text of that span
    /// (`glyph.span.1`). In a literal that is the text of its place the place is the word the glyph is in, else all that the segment was made from.
    pub fn glyph(&self, range: Range<usize>, offset: usize) -> Option<Place> {
        let segment = self.at(range.start)?;
        let text = segment.place.text();
        let offset = match segment.wording {
            Wording::Exact => Some(offset),
            Wording::Softened => Some(hard_offset(text, offset)),
            Wording::Other => None,
        };
        if let Some(offset) = offset.filter(|offset| segment.generated == range && *offset < text.len()) {
            return Some(word(&segment.place, offset));
        }
        self.place(range)
    }

    /// The place of a range of the generated text: what all segments in it were made from, as far as they are of one file.
    pub fn place(&self, range: Range<usize>) -> Option<Place> {
        let first = self.segments.partition_point(|segment| segment.generated.end <= range.start);
        let inside = self.segments[first..].iter().take_while(|segment| segment.generated.start < range.end.max(range.start + 1));
        let mut places = inside.map(|segment| &segment.place);
        let start = places.next()?;
        let mut whole = start.range();
        for place in places.filter(|place| place.path() == start.path()) {
            whole = whole.start.min(place.range().start)..whole.end.max(place.range().end);
        }
        Some(start.source().place(whole))
    }

    /// The map for the same text with `bytes` more before it.
    #[must_use]
    pub fn shifted(mut self, bytes: usize) -> SegmentMap {
        for segment in &mut self.segments {
            segment.generated = segment.generated.start + bytes..segment.generated.end + bytes;
        }
        self
    }

    fn at(&self, offset: usize) -> Option<&Segment> {
        let index = self.segments.partition_point(|segment| segment.generated.end <= offset);
        self.segments.get(index).filter(|segment| segment.generated.start <= offset)
    }
}

/// The word around an offset of a place, or the white space character there.
fn word(place: &Place, offset: usize) -> Place {
    let text = place.text();
    let offset = text.floor_char_boundary(offset);
    let behind = text[offset..].find(char::is_whitespace).map_or(text.len(), |at| offset + at);
    if behind == offset {
        return place.sub(offset..text.ceil_char_boundary(offset + 1));
    }
    let start = text[..offset].char_indices().rfind(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    place.sub(start..behind)
}
