//! Parser events to a tree, without recursion and within budgets.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, Span, StructureStyle};

use super::explain::{Stopped, explain};
use super::parts::{Built, Content, Cost, Frame, Key};
use super::{MAX_ALIASES, MAX_DEPTH, MAX_NODES, MAX_REPEATED_BYTES, Node, Value, refuse};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, SourceText};

pub(super) struct Builder<'a> {
    source: &'a Arc<SourceText>,
    document: Place,
    d: &'a Diagnostics,
    /// Collections that are not closed, outermost first.
    open: Vec<Frame>,
    root: Option<Built>,
    documents: usize,
    anchors: BTreeMap<usize, Built>,
    /// Anchors that no alias named yet.
    unused_anchors: BTreeMap<usize, Place>,
    nodes: usize,
    /// Keys and values kept a second time because an anchor names them.
    anchored_nodes: usize,
    aliases: usize,
    repeated_bytes: usize,
    /// Bytes, within the document, of the last key or value.
    last: Range<usize>,
}

/// Reading can't go on; the reason is in the list of problems.
struct Stop;

impl<'a> Builder<'a> {
    pub(super) fn new(source: &'a Arc<SourceText>, document: Place, d: &'a Diagnostics) -> Builder<'a> {
        Builder {
            source,
            document,
            d,
            open: Vec::new(),
            root: None,
            documents: 0,
            anchors: BTreeMap::new(),
            unused_anchors: BTreeMap::new(),
            nodes: 0,
            anchored_nodes: 0,
            aliases: 0,
            repeated_bytes: 0,
            last: 0..0,
        }
    }

    pub(super) fn build(mut self) -> Option<Node> {
        let document = self.document.clone();
        for event in Parser::new_from_str_with_options(document.text(), options()) {
            match event {
                Ok((event, span)) => self.event(event, &span).ok()?,
                Err(error) => {
                    let at = error.marker().byte_offset().unwrap_or_default().min(document.text().len());
                    self.d.push(self.explain(error.kind(), at));
                    return None;
                }
            }
        }
        for place in self.unused_anchors.values() {
            self.d.push(refuse::unused_anchor(place));
        }
        if self.root.is_none() {
            self.d.push(refuse::nothing(&document));
        }
        self.root.map(|built| built.node)
    }

    fn explain(&self, kind: &ErrorKind, at: usize) -> Diagnostic {
        let base = self.document.range().start;
        let bracket = self.open.iter().rev().find(|frame| frame.flow).map(|frame| frame.start.range().start - base);
        let inside = !self.open.is_empty();
        explain(kind, &Stopped { document: &self.document, at, last: self.last.clone(), bracket, inside })
    }

    fn event(&mut self, event: Event<'_>, span: &Span) -> Result<(), Stop> {
        let bytes = span.byte_range().unwrap_or_default();
        let place = self.document.sub(bytes.clone());
        if event.is_node() {
            self.last = bytes;
        }
        if event.tag().is_some() {
            let tag = span.tag_span().and_then(|tag| tag.byte_range());
            self.d.push(refuse::tag(&tag.map_or(place.clone(), |tag| self.document.sub(tag))));
        }
        match event {
            Event::DocumentStart(..) => self.document(&place),
            Event::Scalar(text, style, anchor, _) => self.scalar(&text, style, anchor, &place),
            Event::SequenceStart(style, anchor, _) => self.open(place, style, anchor, Content::List(Vec::new())),
            Event::MappingStart(style, anchor, _) => {
                let content = Content::Map { entries: Vec::new(), keys: BTreeMap::new(), key: None };
                self.open(place, style, anchor, content)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(&place),
            Event::Anchor(id, _) => {
                self.unused_anchors.insert(id, place);
                Ok(())
            }
            Event::Alias(id) => self.alias(id, place),
            Event::UnresolvedAlias(_) if self.key_is_next() => self.stop(refuse::alias_key(&place)),
            Event::UnresolvedAlias(_) => {
                self.d.push(refuse::unknown_alias(&place));
                self.value(Built::leaf(Value::Null, place), 0)
            }
            _ => Ok(()),
        }
    }

    fn stop(&self, problem: Diagnostic) -> Result<(), Stop> {
        self.d.push(problem);
        Err(Stop)
    }

    fn document(&mut self, place: &Place) -> Result<(), Stop> {
        self.documents += 1;
        if self.documents > 1 { self.stop(refuse::second_document(place)) } else { Ok(()) }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, anchor: usize, place: &Place) -> Result<(), Stop> {
        // A block scalar ends where the next key begins; what is shown ends with its text.
        let place = place.sub(0..place.text().trim_end_matches([' ', '\t', '\r', '\n']).len());
        let quoted = style != ScalarStyle::Plain;
        if self.key_is_next() {
            return self.key(text, quoted, &place);
        }
        if !quoted {
            let lost = refuse::comment_after(self.source, self.end_of_value(&place));
            lost.into_iter().chain(refuse::dash(&place)).for_each(|problem| self.d.push(problem));
        }
        let null = !quoted && (place.text().is_empty() || matches!(text, "~" | "null" | "Null" | "NULL"));
        let value = if null { Value::Null } else { Value::Scalar { text: text.to_owned(), quoted } };
        self.value(Built::leaf(value, place), anchor)
    }

    /// The byte after a plain value; after the colon of its key when there is none, since the parser puts it on a later line.
    fn end_of_value(&self, value: &Place) -> usize {
        let end = value.range().end;
        let Some(Frame { content: Content::Map { key: Some(Key::Good(key)), .. }, .. }) = self.open.last() else {
            return end;
        };
        let after_key = key.place.range().end;
        let colon = self.source.text()[after_key..].starts_with(':');
        if value.text().is_empty() && colon { after_key + 1 } else { end }
    }

    fn key_is_next(&self) -> bool {
        matches!(self.open.last(), Some(Frame { content: Content::Map { key: None, .. }, .. }))
    }

    fn key(&mut self, text: &str, quoted: bool, place: &Place) -> Result<(), Stop> {
        self.count(1, place)?;
        let Some(Frame { content: Content::Map { keys, key, .. }, .. }) = self.open.last_mut() else { return Ok(()) };
        let problem = if text == "<<" && !quoted {
            refuse::merge_key(place)
        } else if place.text().is_empty() {
            refuse::empty_key(place)
        } else if let Some(first) = keys.get(text) {
            refuse::duplicate_key(text, place, first)
        } else {
            keys.insert(text.to_owned(), place.clone());
            *key = Some(Key::Good(Located::new(text.to_owned(), place.clone())));
            return Ok(());
        };
        *key = Some(Key::Refused);
        self.d.push(problem);
        Ok(())
    }

    fn open(&mut self, start: Place, style: StructureStyle, anchor: usize, content: Content) -> Result<(), Stop> {
        if self.key_is_next() {
            return self.stop(refuse::complex_key(self.source, &start));
        }
        if self.open.len() >= MAX_DEPTH {
            return self.stop(refuse::too_deep(&start));
        }
        self.open.push(Frame { start, flow: style == StructureStyle::Flow, anchor, content, cost: Cost::default() });
        Ok(())
    }

    fn close(&mut self, end: &Place) -> Result<(), Stop> {
        let Some(frame) = self.open.pop() else { return Ok(()) };
        let anchor = frame.anchor;
        self.value(frame.close(end), anchor)
    }

    fn alias(&mut self, id: usize, place: Place) -> Result<(), Stop> {
        self.unused_anchors.remove(&id);
        if self.key_is_next() {
            return self.stop(refuse::alias_key(&place));
        }
        let Some(Cost { nodes, bytes, height }) = self.anchors.get(&id).map(|original| original.cost) else {
            return self.stop(refuse::alias_of_itself(&place));
        };
        self.aliases += 1;
        self.repeated_bytes += bytes;
        if self.aliases > MAX_ALIASES || self.repeated_bytes > MAX_REPEATED_BYTES {
            return self.stop(refuse::too_much(&place));
        }
        if self.open.len() + height > MAX_DEPTH {
            return self.stop(refuse::too_deep(&place));
        }
        // Counted before the copy is made; the alias itself counts as the one left out.
        self.count(nodes - 1, &place)?;
        let Some(Built { node, cost }) = self.anchors.get(&id).cloned() else { return Ok(()) };
        self.value(Built { node: Node { value: node.value, place }, cost }, 0)
    }

    /// Puts a finished value where it belongs.
    fn value(&mut self, built: Built, anchor: usize) -> Result<(), Stop> {
        self.count(1, &built.node.place)?;
        if anchor > 0 {
            self.anchored_nodes += built.cost.nodes;
            if self.anchored_nodes > MAX_NODES {
                return self.stop(refuse::too_much(&built.node.place));
            }
            self.anchors.insert(anchor, built.clone());
        }
        let Some(frame) = self.open.last_mut() else {
            self.root = Some(built);
            return Ok(());
        };
        frame.take(built);
        Ok(())
    }

    fn count(&mut self, nodes: usize, place: &Place) -> Result<(), Stop> {
        self.nodes += nodes;
        if self.nodes > MAX_NODES { self.stop(refuse::too_much(place)) } else { Ok(()) }
    }
}

fn options() -> Options {
    let mut options = Options::default();
    options.disallow_directives = true;
    options.emit_unresolved_aliases = true;
    options.emit_anchor_events = true;
    options.flow_nesting_limit = MAX_DEPTH;
    options.set_emit_comments(false);
    options
}
