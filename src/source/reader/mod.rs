//! Typed values out of a YAML mapping, one by one, going on after an error.

pub mod describe;
mod scalar;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use self::describe::{Form, Script, Shape};
use super::Date;
use super::codes::{BAD_CHOICE, MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE};
use super::yaml::{Entry, Node, Value};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, quoted, suggest};

/// Takes values out of a mapping. Every method names a key that is thereby known; [`MapReader::finish`] reports the keys that were
/// never named, so it must come last. A key without a value (`judul:`), or with an empty text, counts as not given.
#[must_use = "call `finish` so that unknown keys are reported"]
pub struct MapReader<'a> {
    entries: &'a [Entry],
    place: &'a Place,
    what: String,
    known: BTreeSet<String>,
    /// Keys that must be given and do not stand in the file at all.
    absent: BTreeSet<String>,
    /// Set when no file is read and only what is asked for is noted; see [`describe`].
    script: Option<Script<'a>>,
    d: &'a Diagnostics,
}

impl<'a> MapReader<'a> {
    /// Starts on a mapping; `what` names it in messages (`regulasi`). `None`, with an error, when the node is no mapping.
    pub fn new(node: &'a Node, what: &str, d: &'a Diagnostics) -> Option<MapReader<'a>> {
        let Value::Map(entries) = &node.value else {
            d.push(wrong_type(what, MAP, node));
            return None;
        };
        let (known, absent) = (BTreeSet::new(), BTreeSet::new());
        Some(MapReader { entries, place: &node.place, what: what.to_owned(), known, absent, script: None, d })
    }

    /// Where the whole mapping stands.
    pub fn place(&self) -> &'a Place {
        self.place
    }

    /// Where a key stands, if it is given.
    pub fn key_place(&mut self, key: &str) -> Option<&'a Place> {
        if let Some(script) = &self.script {
            return script.has(key).then(|| script.place());
        }
        self.entry(key).map(|entry| &entry.key.place)
    }

    /// Whether a key is given with a value.
    pub fn has(&mut self, key: &str) -> bool {
        if let Some(script) = &self.script {
            return script.has(key);
        }
        self.node(key).is_some()
    }

    /// The value of a key, of whatever type.
    fn node(&mut self, key: &str) -> Option<&'a Node> {
        let node = &self.entry(key)?.value;
        let blank = match &node.value {
            Value::Null => true,
            Value::Scalar { text, .. } => text.trim().is_empty(),
            Value::List(_) | Value::Map(_) => false,
        };
        (!blank).then_some(node)
    }

    /// A text; plain scalars as they are written.
    pub fn text(&mut self, key: &str) -> Option<Located<String>> {
        if let Some(script) = &self.script {
            return script.ask(key, Form::Text, describe::TEXT.to_owned());
        }
        let node = self.node(key)?;
        self.taken(scalar::text(node), key, TEXT, node)
    }

    /// A text that must be given.
    pub fn required_text(&mut self, key: &str) -> Option<Located<String>> {
        self.require(key).text(key)
    }

    /// `true` or `false`, without quotes.
    pub fn boolean(&mut self, key: &str) -> Option<Located<bool>> {
        if let Some(script) = &self.script {
            return script.ask(key, Form::Boolean, false);
        }
        let node = self.node(key)?;
        self.taken(scalar::boolean(node), key, BOOLEAN, node)
    }

    /// A whole number, without quotes and leading zeros.
    pub fn integer(&mut self, key: &str) -> Option<Located<i64>> {
        if let Some(script) = &self.script {
            return script.ask(key, Form::Integer, 1);
        }
        let node = self.node(key)?;
        self.taken(scalar::integer(node), key, INTEGER, node)
    }

    /// A number, with a decimal point if need be.
    pub fn number(&mut self, key: &str) -> Option<Located<f64>> {
        if let Some(script) = &self.script {
            return script.ask(key, Form::Number, 1.0);
        }
        let node = self.node(key)?;
        self.taken(scalar::number(node), key, NUMBER, node)
    }

    /// A date of the form `2026-01-05`.
    pub fn date(&mut self, key: &str) -> Option<Located<Date>> {
        if let Some(script) = &self.script {
            return script.ask(key, Form::Date, describe::DAY);
        }
        let node = self.node(key)?;
        match scalar::date(key, node) {
            Ok(date) => Some(Located::new(date, node.place.clone())),
            Err(problem) => {
                self.d.push(*problem);
                None
            }
        }
    }

    /// A list of texts; a single text is a list of one.
    pub fn texts(&mut self, key: &str) -> Vec<Located<String>> {
        if let Some(script) = &self.script {
            return script.ask(key, Form::Texts, describe::TEXT.to_owned()).into_iter().collect();
        }
        let items = self.items(key);
        items.iter().filter_map(|node| self.taken(scalar::text(node), key, TEXTS, node)).collect()
    }

    /// A list of mappings, each to be read and finished.
    pub fn maps(&mut self, key: &str) -> Vec<MapReader<'a>> {
        if let Some(script) = &self.script {
            return vec![script.enter(key, Form::Maps(Shape::default()))];
        }
        let Some(node) = self.node(key) else { return Vec::new() };
        let Value::List(items) = &node.value else {
            self.d.push(wrong_type(&quoted(key), MAPS, node));
            return Vec::new();
        };
        items.iter().filter_map(|node| MapReader::new(node, &self.inner(key), self.d)).collect()
    }

    /// A mapping, to be read and finished.
    pub fn map(&mut self, key: &str) -> Option<MapReader<'a>> {
        if let Some(script) = &self.script {
            return Some(script.enter(key, Form::Map(Shape::default())));
        }
        let node = self.node(key)?;
        MapReader::new(node, &self.inner(key), self.d)
    }

    /// A text, or a mapping in its stead, to be read and finished.
    pub fn text_or_map(&mut self, key: &str) -> Option<TextOrMap<'a>> {
        if let Some(script) = &self.script {
            let _ = script.ask(key, Form::Text, ());
            return Some(TextOrMap::Map(script.enter(key, Form::Map(Shape::default()))));
        }
        let node = self.node(key)?;
        match &node.value {
            Value::Map(_) => self.map(key).map(TextOrMap::Map),
            _ => self.taken(scalar::text(node), key, TEXT_OR_MAP, node).map(TextOrMap::Text),
        }
    }

    /// A mapping whose keys the file chooses itself: each with its mapping, to be read and finished.
    pub fn named_maps(&mut self, key: &str) -> Vec<(Located<String>, MapReader<'a>)> {
        if let Some(script) = &self.script {
            let name = Located::new(describe::TEXT.to_owned(), script.place().clone());
            return vec![(name, script.enter(key, Form::NamedMaps(Shape::default())))];
        }
        let entries = self.named(key);
        let read = |entry: &'a Entry| Some((entry.key.clone(), MapReader::new(&entry.value, &self.inner(key), self.d)?));
        entries.iter().filter_map(read).collect()
    }

    /// A mapping whose keys the file chooses itself: each with its number.
    pub fn named_numbers(&mut self, key: &str) -> Vec<(Located<String>, f64)> {
        if let Some(script) = &self.script {
            let _ = script.ask(key, Form::NamedNumbers, ());
            return Vec::new();
        }
        let entries = self.named(key);
        let read = |entry: &'a Entry| {
            let number = self.taken(scalar::number(&entry.value), &entry.key.value, NUMBER, &entry.value);
            Some((entry.key.clone(), number?.value))
        };
        entries.iter().filter_map(read).collect()
    }

    /// One of a closed list of words.
    pub fn choice<T: Clone>(&mut self, key: &str, table: &[(&str, T)]) -> Option<Located<T>> {
        if let Some(script) = &self.script {
            let (_, sample) = script.pick(table)?;
            return script.ask(key, Form::Choice(describe::words(table)), sample.clone());
        }
        let text = self.text(key)?;
        self.chosen(key, text, table)
    }

    /// Some of a closed list of words; a single word is a list of one.
    pub fn choices<T: Clone>(&mut self, key: &str, table: &[(&str, T)]) -> Vec<Located<T>> {
        if let Some(script) = &self.script {
            let sample = script.pick(table).map(|(_, sample)| sample.clone());
            let asked = sample.and_then(|sample| script.ask(key, Form::Choices(describe::words(table)), sample));
            return asked.into_iter().collect();
        }
        let texts = self.texts(key);
        texts.into_iter().filter_map(|text| self.chosen(key, text, table)).collect()
    }

    /// Says which words a text that was taken may be, for who asks for a description. Checking them stays with the caller.
    pub fn offer(&self, key: &str, words: &[(&str, &str)]) {
        if let Some(script) = &self.script {
            script.offer(key, words);
        }
    }

    /// Whether a key is given as a list with nothing in it.
    pub fn is_empty_list(&mut self, key: &str) -> bool {
        matches!(self.node(key), Some(Node { value: Value::List(items), .. }) if items.is_empty())
    }

    /// Reports a key that must be given and is not. A key that does not stand in the file is told by [`MapReader::finish`], because
    /// a misspelt one there may be meant.
    pub fn missing(&mut self, key: &str) {
        if let Some(script) = &self.script {
            return script.demand(key);
        }
        match self.entry(key) {
            Some(entry) => self.d.push(
                Diagnostic::error(MISSING_KEY, format!("{} belum diisi", quoted(key)))
                    .at(&entry.key.place)
                    .hint("isi nilainya sesudah titik dua"),
            ),
            None => drop(self.absent.insert(key.to_owned())),
        }
    }

    /// The same for a key that a file may leave to one it is laid over: a description does not call it required.
    pub fn missing_in_all(&mut self, key: &str) {
        if self.script.is_none() {
            self.missing(key);
        }
    }

    /// Reports a key that is not given; chains to the method that takes it: `reader.require("tahun").integer("tahun")`.
    pub fn require(&mut self, key: &str) -> &mut MapReader<'a> {
        if self.script.is_some() || !self.has(key) {
            self.missing(key);
        }
        self
    }

    /// Ends the reading: reports every key that no method named, and every key that is missing, unless an unknown one is close to it:
    /// then the slip of the pen is the one fault.
    pub fn finish(mut self) {
        if self.script.is_some() {
            return;
        }
        for entry in self.entries.iter().filter(|entry| !self.known.contains(entry.key.as_str())) {
            let name = entry.key.as_str();
            let message = format!("kunci {} tidak dikenal pada {}", quoted(name), self.what);
            let known = self.known.iter().map(String::as_str);
            let hint = match suggest(name, known.clone()) {
                Some(word) => {
                    self.absent.remove(word);
                    format!("maksud Anda `{word}`?")
                }
                None => format!("kunci yang dikenal: {}", known.collect::<Vec<_>>().join(", ")),
            };
            self.d.push(Diagnostic::error(UNKNOWN_KEY, message).at(&entry.key.place).hint(hint));
        }
        for key in &self.absent {
            self.d.push(
                Diagnostic::error(MISSING_KEY, format!("{} wajib punya kunci {}", self.what, quoted(key)))
                    .at(self.place)
                    .hint(format!("tambahkan `{key}: …`")),
            );
        }
    }

    fn entry(&mut self, key: &str) -> Option<&'a Entry> {
        if !self.known.contains(key) {
            self.known.insert(key.to_owned());
        }
        self.entries.iter().find(|entry| entry.key.value == key)
    }

    /// The entries of a mapping whose keys the file chooses itself.
    fn named(&mut self, key: &str) -> &'a [Entry] {
        match self.node(key) {
            Some(Node { value: Value::Map(entries), .. }) => entries,
            Some(node) => {
                self.d.push(wrong_type(&quoted(key), MAP, node));
                &[]
            }
            None => &[],
        }
    }

    /// The items of a list; of a single value, itself.
    fn items(&mut self, key: &str) -> &'a [Node] {
        match self.node(key) {
            Some(Node { value: Value::List(items), .. }) => items,
            Some(node) => std::slice::from_ref(node),
            None => &[],
        }
    }

    /// What messages call a mapping inside this one.
    fn inner(&self, key: &str) -> String {
        format!("`{key}` {}", self.what)
    }

    fn taken<T>(&self, value: Option<T>, key: &str, wanted: Wanted, node: &Node) -> Option<Located<T>> {
        if value.is_none() {
            self.d.push(wrong_type(&quoted(key), wanted, node));
        }
        Some(Located::new(value?, node.place.clone()))
    }

    fn chosen<T: Clone>(&self, key: &str, text: Located<String>, table: &[(&str, T)]) -> Option<Located<T>> {
        if let Some((_, value)) = table.iter().find(|(word, _)| *word == text.value) {
            return Some(text.map(|_| value.clone()));
        }
        let words = table.iter().map(|(word, _)| *word);
        let message = format!("{} bukan pilihan untuk {}", quoted(&text), quoted(key));
        let cause = format!("pilihannya: {}", words.clone().collect::<Vec<_>>().join(", "));
        let problem = Diagnostic::error(BAD_CHOICE, message).at(&text.place).because(cause);
        self.d.push(match suggest(&text, words) {
            Some(word) => problem.hint(format!("maksud Anda `{word}`?")),
            None => problem.hint("pakai salah satu pilihan di atas"),
        });
        None
    }
}

/// What [`MapReader::text_or_map`] found.
pub enum TextOrMap<'a> {
    /// A text.
    Text(Located<String>),
    /// A mapping.
    Map(MapReader<'a>),
}

/// What a reader wants: its name, and how to write it.
type Wanted = (&'static str, &'static str);

const TEXT: Wanted = ("teks", "tulis satu teks, diapit tanda kutip bila perlu");
const TEXTS: Wanted = ("teks atau daftar teks", "tulis satu teks pada tiap baris yang diawali `- `");
const TEXT_OR_MAP: Wanted = ("satu teks, atau kunci dan nilai", "tulis satu teks, atau `kunci: nilai` pada tiap baris");
const BOOLEAN: Wanted = ("`true` atau `false`", "tulis `true` atau `false` tanpa tanda kutip");
const INTEGER: Wanted = ("bilangan bulat", "tulis angkanya saja, tanpa titik ribuan dan tanpa tanda kutip, misalnya `1250`");
const NUMBER: Wanted = ("bilangan", "tulis angkanya saja, dengan titik untuk desimal, misalnya `1.5`");
const MAP: Wanted = ("kunci dan nilai", "tulis `kunci: nilai` pada tiap baris");
const MAPS: Wanted = ("daftar", "awali tiap isinya dengan `- `");

fn wrong_type(name: &str, (wanted, how): Wanted, node: &Node) -> Diagnostic {
    let found = match &node.value {
        Value::Null => "kosong".to_owned(),
        Value::Scalar { text, .. } if text.trim().is_empty() => "kosong".to_owned(),
        Value::Scalar { text, quoted: false } => quoted(text),
        Value::Scalar { text, quoted: true } => format!("teks {}", quoted(text)),
        Value::List(_) => "daftar".to_owned(),
        Value::Map(_) => "kunci dan nilai".to_owned(),
    };
    Diagnostic::error(WRONG_TYPE, format!("{name} harus berupa {wanted}, bukan {found}")).at(&node.place).hint(how)
}
