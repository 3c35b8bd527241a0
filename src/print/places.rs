//! From a glyph back to the words that someone wrote: Typst's span, the generated module, the
//! Markdown or front matter it was generated from.

use std::collections::BTreeMap;
use std::ops::Range;

use typst::WorldExt;
use typst::syntax::{DiagSpan, Span};

use super::house::PrintHouse;
use super::world::Desk;
use crate::diagnostics::{Diagnostic, Place};
use crate::markdown::typst::SegmentMap;

/// Where the parts of a generated module come from: one map for each text that was put into it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Segments(Vec<SegmentMap>);

impl Segments {
    /// Adds a map.
    pub(crate) fn push(&mut self, map: SegmentMap) {
        self.0.push(map);
    }

    /// Adds all of `other`, moved by `offset` bytes.
    pub(crate) fn append(&mut self, other: &Segments, offset: usize) {
        self.0.extend(other.0.iter().map(|map| map.clone().shifted(offset)));
    }

    /// Whether a place lies in what these parts come from.
    pub(crate) fn cover(&self, place: &Place) -> bool {
        let mut all = self.0.iter().flat_map(SegmentMap::segments).map(|segment| &segment.place);
        all.any(|whole| {
            whole.path() == place.path() && whole.range().start <= place.range().start && place.range().end <= whole.range().end
        })
    }

    /// The place of a glyph: the range of its span and the offset into the span's text.
    fn glyph(&self, range: &Range<usize>, offset: usize) -> Option<Place> {
        self.0.iter().find_map(|map| map.glyph(range.clone(), offset))
    }
}

/// The segments of all generated modules of a job.
pub(crate) struct Places<'h> {
    house: &'h PrintHouse,
    modules: BTreeMap<String, Segments>,
}

impl<'h> Places<'h> {
    pub(crate) fn new(house: &'h PrintHouse) -> Places<'h> {
        Places { house, modules: BTreeMap::new() }
    }

    /// Remembers where the generated module at `path` comes from.
    pub(crate) fn add(&mut self, path: &str, segments: Segments) {
        self.modules.insert(path.to_owned(), segments);
    }

    /// The written place behind a glyph: its span and the offset into the span's text.
    pub(crate) fn of_glyph(&self, desk: &Desk<'_>, (span, offset): (Span, u16)) -> Option<Place> {
        self.find(span.id()?.vpath().get_with_slash(), desk.range(span)?, usize::from(offset))
    }

    /// Puts the place behind a span on a diagnostic.
    pub(crate) fn mark(&self, diagnostic: Diagnostic, desk: &Desk<'_>, span: impl Into<DiagSpan>) -> Diagnostic {
        let span = span.into();
        let Some(path) = span.id().map(|id| id.vpath().get_with_slash().to_owned()) else {
            return diagnostic;
        };
        let place = desk.range(span).and_then(|range| self.find(&path, range, 0));
        match place {
            Some(place) => diagnostic.at(&place),
            None => diagnostic.in_file(path),
        }
    }

    fn find(&self, path: &str, range: Range<usize>, offset: usize) -> Option<Place> {
        match self.modules.get(path) {
            Some(segments) => segments.glyph(&range, offset),
            None => self.house.template(path).map(|text| text.place(range)),
        }
    }
}
