//! From a glyph back to the words that someone wrote: Typst's span, the generated module, the
//! Markdown or front matter it was generated from.

use std::collections::BTreeMap;
use std::ops::Range;

use typst::syntax::{DiagSpan, Span};
use typst::WorldExt;

use super::house::PrintHouse;
use super::world::Desk;
use crate::diagnostics::{Diagnostic, Place};

/// Which part of a generated module comes from where. Later, narrower segments win.
#[derive(Clone, Debug, Default)]
pub struct Segments(Vec<(Range<usize>, Place)>);

impl Segments {
    /// Adds a segment: bytes `range` of the module come from `place`.
    pub fn push(&mut self, range: Range<usize>, place: Place) {
        self.0.push((range, place));
    }

    /// Adds all of `other`, moved by `offset` bytes.
    pub fn append(&mut self, other: &Segments, offset: usize) {
        let moved = |range: &Range<usize>| range.start + offset..range.end + offset;
        self.0.extend(other.0.iter().map(|(range, place)| (moved(range), place.clone())));
    }

    /// The place of the narrowest segment that holds byte `offset`.
    fn find(&self, offset: usize) -> Option<Place> {
        let holding = self.0.iter().filter(|(range, _)| range.contains(&offset));
        holding.min_by_key(|(range, _)| range.len()).map(|(_, place)| place.clone())
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
        let range = desk.range(span)?;
        let start = range.start + usize::from(offset).min(range.len());
        self.find(span.id()?.vpath().get_with_slash(), start..range.end.max(start))
    }

    /// Puts the place behind a span on a diagnostic.
    pub(crate) fn mark(
        &self,
        diagnostic: Diagnostic,
        desk: &Desk<'_>,
        span: impl Into<DiagSpan>,
    ) -> Diagnostic {
        let span = span.into();
        let Some(path) = span.id().map(|id| id.vpath().get_with_slash().to_owned()) else {
            return diagnostic;
        };
        let place = desk.range(span).and_then(|range| self.find(&path, range));
        match place {
            Some(place) => diagnostic.at(&place),
            None => diagnostic.in_file(path),
        }
    }

    fn find(&self, path: &str, range: Range<usize>) -> Option<Place> {
        match self.modules.get(path) {
            Some(segments) => segments.find(range.start),
            None => self.house.template(path).map(|text| text.place(range)),
        }
    }
}
