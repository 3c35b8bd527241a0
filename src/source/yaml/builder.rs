//! Parser events to a tree, without recursion and within budgets.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, Span, StructureStyle};

use super::explain::explain;
use super::{Entry, MAX_ALIASES, MAX_DEPTH, MAX_NODES, MAX_REPEATED_BYTES, Node, Value};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, SourceText, quoted};
use crate::source::codes::{DUPLICATE_KEY, EMPTY, YAML_BUDGET, YAML_UNSUPPORTED, YAML_SYNTAX};

/// Reading stopped; the reason is in the list of problems.
pub(super) struct Stop;

pub(super) struct Builder<'a> {
    source: &'a Arc<SourceText>,
    range: Place,
    d: &'a Diagnostics,
    open: Vec<Frame>,
    root: Option<Built>,
    documents: usize,
    anchors: BTreeMap<usize, Built>,
    nodes: usize,
    aliases: usize,
    repeated_bytes: usize,
}

/// A finished value and what repeating it would cost.
#[derive(Clone)]
struct Built {
    node: Node,
    nodes: usize,
    bytes: usize,
    height: usize,
}

/// A collection that is not closed yet.
struct Frame {
    start: Place,
    flow: bool,
    anchor: usize,
    content: Content,
    nodes: usize,
    bytes: usize,
    height: usize,
}

enum Content {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, keys: BTreeMap<String, Place>, key: Option<Key> },
}

/// A key that waits for its value.
enum Key {
    Good(Located<String>),
    /// Already reported; its value is read and dropped.
    Refused,
}

impl<'a> Builder<'a> {
    pub(super) fn new(source: &'a Arc<SourceText>, range: Place, d: &'a Diagnostics) -> Builder<'a> {
        Builder {
            source,
            range,
            d,
            open: Vec::new(),
            root: None,
            documents: 0,
            anchors: BTreeMap::new(),
            nodes: 0,
            aliases: 0,
            repeated_bytes: 0,
        }
    }

    pub(super) fn build(mut self) -> Option<Node> {
        let mut options = Options::default();
        options.disallow_directives = true;
        options.emit_unresolved_aliases = true;
        options.flow_nesting_limit = MAX_DEPTH;
        options.block_nesting_limit = MAX_DEPTH;
        options.set_emit_comments(false);
        let range = self.range.clone();
        for event in Parser::new_from_str_with_options(range.text(), options) {
            match event {
                Ok((event, span)) => self.event(event, &span).ok()?,
                Err(error) => {
                    let offset = error.marker().byte_offset().unwrap_or_default();
                    self.d.push(explain(error.kind(), &range, offset));
                    return None;
                }
            }
        }
        if self.root.is_none() {
            let message = format!("isi YAML `{}` kosong", range.path());
            self.d.push(Diagnostic::error(EMPTY, message).at(&range.sub(0..0)).hint("isi kuncinya, misalnya `judul: …`"));
        }
        self.root.map(|built| built.node)
    }

    fn event(&mut self, event: Event<'_>, span: &Span) -> Result<(), Stop> {
        let place = self.place(span.byte_range().unwrap_or_default());
        if event.tag().is_some() {
            self.refuse_tag(span, &place);
        }
        match event {
            Event::DocumentStart(..) => self.document(&place),
            Event::Scalar(text, style, anchor, _) => self.scalar(&text, style, anchor, place),
            Event::SequenceStart(style, anchor, _) => {
                self.open(place, style, anchor, Content::List(Vec::new()))
            }
            Event::MappingStart(style, anchor, _) => {
                let content = Content::Map { entries: Vec::new(), keys: BTreeMap::new(), key: None };
                self.open(place, style, anchor, content)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(&place),
            Event::Alias(id) => self.alias(id, place),
            Event::UnresolvedAlias(name) => {
                let message = format!("alias {} tidak dikenal", quoted(&format!("*{name}")));
                let problem = Diagnostic::error(YAML_SYNTAX, message).at(&place);
                self.d.push(problem.hint("teks yang diawali `*` harus diapit tanda kutip"));
                self.value(Built::leaf(Value::Null, place), 0)
            }
            _ => Ok(()),
        }
    }

    fn place(&self, range: Range<usize>) -> Place {
        self.range.sub(range)
    }

    fn stop(&self, problem: Diagnostic) -> Result<(), Stop> {
        self.d.push(problem);
        Err(Stop)
    }

    fn document(&mut self, place: &Place) -> Result<(), Stop> {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let message = "satu berkas hanya boleh berisi satu dokumen YAML";
        self.stop(Diagnostic::error(YAML_UNSUPPORTED, message).at(place).label("dokumen kedua").hint("hapus baris `---` ini"))
    }

    fn refuse_tag(&self, span: &Span, place: &Place) {
        let place = span.tag_span().and_then(|tag| tag.byte_range()).map_or(place.clone(), |range| self.place(range));
        let message = format!("tag YAML {} tidak dipakai", quoted(place.text()));
        let problem = Diagnostic::error(YAML_UNSUPPORTED, message).at(&place);
        self.d.push(problem.hint("hapus tag ini; teks yang diawali `!` harus diapit tanda kutip"));
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, anchor: usize, place: Place) -> Result<(), Stop> {
        let place = place.sub(0..place.text().trim_end().len());
        let is_quoted = style != ScalarStyle::Plain;
        if self.key_is_next() {
            return self.key(text, is_quoted, place);
        }
        let null = !is_quoted && (place.text().is_empty() || matches!(text, "~" | "null" | "Null" | "NULL"));
        let value = if null { Value::Null } else { Value::Scalar { text: text.to_owned(), quoted: is_quoted } };
        self.value(Built::leaf(value, place), anchor)
    }

    fn key_is_next(&self) -> bool {
        matches!(self.open.last(), Some(Frame { content: Content::Map { key: None, .. }, .. }))
    }

    fn key(&mut self, text: &str, is_quoted: bool, place: Place) -> Result<(), Stop> {
        self.count(1, &place)?;
        let Some(Frame { content: Content::Map { keys, key, .. }, .. }) = self.open.last_mut() else { return Ok(()) };
        let problem = if text == "<<" && !is_quoted {
            Diagnostic::error(YAML_UNSUPPORTED, "kunci gabungan `<<` tidak dipakai").hint("tulis kunci-kuncinya langsung di sini")
        } else if place.text().is_empty() {
            Diagnostic::error(YAML_SYNTAX, "kunci kosong").hint("tulis nama kunci sebelum titik dua")
        } else if let Some(first) = keys.get(text) {
            Diagnostic::error(DUPLICATE_KEY, format!("kunci {} tertulis dua kali", quoted(text)))
                .label("tertulis lagi di sini")
                .related(first, "pertama kali di sini")
                .hint("hapus salah satunya")
        } else {
            keys.insert(text.to_owned(), place.clone());
            *key = Some(Key::Good(Located::new(text.to_owned(), place)));
            return Ok(());
        };
        *key = Some(Key::Refused);
        self.d.push(problem.at(&place));
        Ok(())
    }

    fn open(&mut self, start: Place, style: StructureStyle, anchor: usize, content: Content) -> Result<(), Stop> {
        if self.key_is_next() {
            return self.refuse_key(&start);
        }
        if self.open.len() >= MAX_DEPTH {
            return self.too_deep(&start);
        }
        let flow = style == StructureStyle::Flow;
        self.open.push(Frame { start, flow, anchor, content, nodes: 0, bytes: 0, height: 0 });
        Ok(())
    }

    /// A list or mapping where a key must be; most often a placeholder without quotes, which YAML reads as two braces.
    fn refuse_key(&mut self, start: &Place) -> Result<(), Stop> {
        let before = &self.source.text()[..start.range().start];
        if before.ends_with('{') && start.text() == "{" {
            let braces = self.source.place(start.range().start - 1..start.range().end);
            let problem = Diagnostic::error(YAML_SYNTAX, "nilai yang diawali `{{` harus diapit tanda kutip").at(&braces);
            return self.stop(problem.hint("tulis seperti ini: \"{{ kantor.nama }}\""));
        }
        let problem = Diagnostic::error(YAML_UNSUPPORTED, "kunci harus berupa teks").at(start);
        self.stop(problem.hint("teks yang diawali `[` atau `{` harus diapit tanda kutip"))
    }

    fn close(&mut self, end: &Place) -> Result<(), Stop> {
        let Some(frame) = self.open.pop() else { return Ok(()) };
        let (value, last) = match frame.content {
            Content::List(items) => {
                let last = items.last().map(|node| node.place.range().end);
                (Value::List(items), last)
            }
            Content::Map { entries, .. } => {
                let last = entries.last().map(|entry| entry.value.place.range().end);
                (Value::Map(entries), last)
            }
        };
        let start = frame.start.range().start;
        let end = if frame.flow { end.range().end } else { last.unwrap_or(start) };
        let node = Node { value, place: self.source.place(start..end) };
        self.value(Built { node, nodes: frame.nodes, bytes: frame.bytes, height: frame.height + 1 }, frame.anchor)
    }

    fn alias(&mut self, id: usize, place: Place) -> Result<(), Stop> {
        self.aliases += 1;
        if self.key_is_next() {
            let problem = Diagnostic::error(YAML_UNSUPPORTED, "alias tidak dapat menjadi kunci").at(&place);
            return self.stop(problem.hint("tulis kuncinya sebagai teks"));
        }
        let Some(original) = self.anchors.get(&id).cloned() else {
            let message = format!("alias {} menunjuk ke dirinya sendiri", quoted(place.text()));
            return self.stop(Diagnostic::error(YAML_SYNTAX, message).at(&place).hint("tulis nilainya langsung"));
        };
        self.repeated_bytes += original.bytes;
        if self.aliases > MAX_ALIASES || self.repeated_bytes > MAX_REPEATED_BYTES {
            return self.too_much(&place);
        }
        if self.open.len() + original.height > MAX_DEPTH {
            return self.too_deep(&place);
        }
        self.count(original.nodes.saturating_sub(1), &place)?;
        let node = Node { value: original.node.value, place };
        self.value(Built { node, ..original }, 0)
    }

    /// Puts a finished value where it belongs.
    fn value(&mut self, built: Built, anchor: usize) -> Result<(), Stop> {
        self.count(1, &built.node.place)?;
        if anchor > 0 {
            self.anchors.insert(anchor, built.clone());
        }
        let Some(frame) = self.open.last_mut() else {
            self.root = Some(built);
            return Ok(());
        };
        frame.nodes += built.nodes;
        frame.bytes += built.bytes;
        frame.height = frame.height.max(built.height);
        match &mut frame.content {
            Content::List(items) => items.push(built.node),
            Content::Map { entries, key, .. } => {
                if let Some(Key::Good(key)) = key.take() {
                    frame.nodes += 1;
                    frame.bytes += key.len();
                    entries.push(Entry { key, value: built.node });
                }
            }
        }
        Ok(())
    }

    fn count(&mut self, nodes: usize, place: &Place) -> Result<(), Stop> {
        self.nodes += nodes;
        if self.nodes > MAX_NODES { self.too_much(place) } else { Ok(()) }
    }

    fn too_much(&self, place: &Place) -> Result<(), Stop> {
        let problem = Diagnostic::error(YAML_BUDGET, "YAML ini terlalu banyak mengulang atau terlalu panjang").at(place);
        let limits = format!("paling banyak {MAX_NODES} nilai dan {MAX_ALIASES} alias dalam satu dokumen");
        self.stop(problem.label("berhenti membaca di sini").because(limits).hint("tulis nilainya tanpa alias, atau bagi berkas ini"))
    }

    fn too_deep(&self, place: &Place) -> Result<(), Stop> {
        self.stop(too_deep(place))
    }
}

/// Too many collections inside each other; the parser finds it too, so both say the same.
pub(super) fn too_deep(place: &Place) -> Diagnostic {
    Diagnostic::error(YAML_BUDGET, "YAML ini terlalu dalam")
        .at(place)
        .label("berhenti membaca di sini")
        .because(format!("paling banyak {MAX_DEPTH} tingkat daftar dan kunci"))
        .hint("periksa kurung dan indentasi")
}

impl Built {
    fn leaf(value: Value, place: Place) -> Built {
        let bytes = if let Value::Scalar { text, .. } = &value { text.len() } else { 0 };
        Built { node: Node { value, place }, nodes: 1, bytes, height: 0 }
    }
}
