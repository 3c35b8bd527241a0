//! What a reader function asks for, found out by running it. A schema made of that is made by the code that reads, so the two can't
//! drift apart.
//!
//! The function runs twice over a file that does not exist. First every key is there, with a value that could be one: so everything is
//! asked for. Then only what must be given is there: so also a key that is demanded only because it is missing is told. A key that is
//! demanded only for some values of another one is not told as required: that is for the reader to say.

use std::cell::{Cell, RefCell};

use super::MapReader;
use crate::diagnostics::{Diagnostics, Located, Place, SourceText};
use crate::source::Date;

/// The keys of a mapping, in the order in which its reader asks for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The keys.
    pub keys: Vec<Key>,
}

/// One key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// As written in the file.
    pub name: String,
    /// Whether the file must have it.
    pub required: bool,
    /// What its value may be; several for a key that can be written in more than one way.
    pub forms: Vec<Form>,
}

/// What a value may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A day.
    Date,
    /// A text or a list of texts.
    Texts,
    /// One of a closed list of words.
    Choice(Vec<Word>),
    /// One or several of a closed list of words.
    Choices(Vec<Word>),
    /// A mapping.
    Map(Shape),
    /// A list of mappings.
    Maps(Shape),
    /// A mapping whose keys the file chooses itself, to mappings.
    NamedMaps(Shape),
    /// A mapping whose keys the file chooses itself, to numbers.
    NamedNumbers,
}

/// A word of a closed list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As written in the file.
    pub word: String,
    /// What a reader sees for it, where the list itself says that.
    pub label: Option<String>,
}

impl Shape {
    /// The key of this name.
    pub fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    fn entry(&mut self, name: &str) -> &mut Key {
        let index = self.keys.iter().position(|key| key.name == name).unwrap_or_else(|| {
            self.keys.push(Key { name: name.to_owned(), required: false, forms: Vec::new() });
            self.keys.len() - 1
        });
        &mut self.keys[index]
    }
}

impl Key {
    /// The mapping that one of its forms holds.
    pub fn inner(&self) -> Option<&Shape> {
        self.forms.iter().find_map(|form| match form {
            Form::Map(shape) | Form::Maps(shape) | Form::NamedMaps(shape) => Some(shape),
            _ => None,
        })
    }

    fn inner_mut(&mut self) -> Option<&mut Shape> {
        self.forms.iter_mut().find_map(|form| match form {
            Form::Map(shape) | Form::Maps(shape) | Form::NamedMaps(shape) => Some(shape),
            _ => None,
        })
    }
}

/// Runs a reader function without a file and tells what it asked for.
pub fn describe(read: impl Fn(MapReader<'_>, &Diagnostics)) -> Shape {
    let describer = Describer {
        place: SourceText::new("", "").place(0..0),
        d: Diagnostics::new(),
        shape: RefCell::default(),
        sparse: Cell::new(false),
    };
    for sparse in [false, true] {
        describer.sparse.set(sparse);
        read(describer.reader(Vec::new()), &describer.d);
    }
    describer.shape.into_inner()
}

/// What the readers of one description share.
pub(super) struct Describer {
    place: Place,
    d: Diagnostics,
    shape: RefCell<Shape>,
    /// Only what must be given is there.
    sparse: Cell<bool>,
}

/// Where in the described file a reader is.
#[derive(Clone)]
pub(super) struct Script<'a> {
    describer: &'a Describer,
    path: Vec<String>,
}

impl Describer {
    fn reader(&self, path: Vec<String>) -> MapReader<'_> {
        let script = Script { describer: self, path };
        MapReader {
            entries: &[],
            place: &self.place,
            what: String::new(),
            known: std::collections::BTreeSet::new(),
            absent: std::collections::BTreeSet::new(),
            script: Some(script),
            d: &self.d,
        }
    }
}

impl<'a> Script<'a> {
    /// Notes that a key is asked for.
    fn at<T>(&self, key: &str, note: impl FnOnce(&mut Key) -> T) -> T {
        let mut shape = self.describer.shape.borrow_mut();
        let mut inner: &mut Shape = &mut shape;
        for name in &self.path {
            let key = inner.entry(name);
            if key.inner().is_none() {
                key.forms.push(Form::Map(Shape::default()));
            }
            inner = match key.inner_mut() {
                Some(inner) => inner,
                // It was just put there.
                None => return note(&mut Key { name: String::new(), required: false, forms: Vec::new() }),
            };
        }
        note(inner.entry(key))
    }

    /// Notes what a key is asked as; the sample when it is there.
    pub(super) fn ask<T>(&self, key: &str, form: Form, sample: T) -> Option<Located<T>> {
        let there = self.at(key, |key| {
            if !key.forms.contains(&form) {
                key.forms.push(form);
            }
            key.required
        });
        (there || !self.describer.sparse.get()).then(|| Located::new(sample, self.describer.place.clone()))
    }

    /// The word that is there: the first, or the last when only what must be given is there. Lists begin with what asks for most and
    /// end with what asks for least (`keyakinan: rendah` needs no source).
    pub(super) fn pick<'t, 'w, T>(&self, table: &'t [(&'w str, T)]) -> Option<&'t (&'w str, T)> {
        if self.describer.sparse.get() { table.last() } else { table.first() }
    }

    /// Notes a mapping or a list of them, and gives the reader of one.
    pub(super) fn enter(&self, key: &str, form: Form) -> MapReader<'a> {
        self.at(key, |key| {
            if key.inner().is_none() {
                key.forms.push(form);
            }
        });
        let mut path = self.path.clone();
        path.push(key.to_owned());
        self.describer.reader(path)
    }

    /// Notes that a key must be given.
    pub(super) fn demand(&self, key: &str) {
        self.at(key, |key| key.required = true);
    }

    /// Whether a key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.at(key, |key| key.required) || !self.describer.sparse.get()
    }

    /// Where everything is.
    pub(super) fn place(&self) -> &'a Place {
        &self.describer.place
    }

    /// Notes the words that a text may be.
    pub(super) fn offer(&self, key: &str, words: &[(&str, &str)]) {
        let words: Vec<Word> =
            words.iter().map(|(word, label)| Word { word: (*word).to_owned(), label: Some((*label).to_owned()) }).collect();
        self.at(key, |key| {
            for form in &mut key.forms {
                match form {
                    Form::Text => *form = Form::Choice(words.clone()),
                    Form::Texts => *form = Form::Choices(words.clone()),
                    _ => {}
                }
            }
            // Asked once more in the second run, it is the same key.
            let mut seen: Vec<Form> = Vec::new();
            key.forms.retain(|form| {
                let new = !seen.contains(form);
                seen.push(form.clone());
                new
            });
        });
    }
}

/// The words of a table.
pub(super) fn words<T>(table: &[(&str, T)]) -> Vec<Word> {
    table.iter().map(|(word, _)| Word { word: (*word).to_owned(), label: None }).collect()
}

/// A text that many readers take: an id, a name.
pub(super) const TEXT: &str = "contoh";

/// A day.
pub(super) const DAY: Date = Date::MIN;

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [(&str, bool); 2] = [("yakin", true), ("ragu", false)];

    #[test]
    fn everything_a_reader_asks_for_is_told_in_its_order() {
        let shape = describe(|mut reader, _| {
            reader.required_text("judul");
            reader.require("tahun").integer("tahun");
            let sure = reader.require("sikap").choice("sikap", &WORDS);
            if sure.is_some_and(|sure| sure.value) && !reader.has("bukti") {
                reader.missing("bukti");
            }
            if !reader.has("alamat") {
                reader.missing("alamat");
            }
            reader.text("alamat");
            for mut inner in reader.maps("butir") {
                inner.required_text("teks");
                inner.date("hari");
                inner.finish();
            }
            for (_, mut inner) in reader.named_maps("warna") {
                inner.texts("cmyk");
                inner.finish();
            }
            reader.named_numbers("ruang");
            reader.texts("siapa");
            reader.offer("siapa", &[("pns", "PNS")]);
            reader.finish();
        });
        let told: Vec<(&str, bool)> = shape.keys.iter().map(|key| (key.name.as_str(), key.required)).collect();
        let expected = [
            ("judul", true),
            ("tahun", true),
            ("sikap", true),
            ("bukti", false),
            ("alamat", true),
            ("butir", false),
            ("warna", false),
            ("ruang", false),
            ("siapa", false),
        ];
        assert_eq!(told, expected, "`bukti` is demanded for some values of `sikap` only");
        assert_eq!(shape.key("tahun").unwrap().forms, [Form::Integer]);
        assert!(matches!(shape.key("sikap").unwrap().forms.as_slice(), [Form::Choice(words)] if words.len() == 2));
        assert!(matches!(shape.key("siapa").unwrap().forms.as_slice(), [Form::Choices(words)] if words[0].label.is_some()));
        let inner = shape.key("butir").unwrap().inner().unwrap();
        assert_eq!(
            inner.keys.iter().map(|key| (key.name.as_str(), key.required)).collect::<Vec<_>>(),
            [("teks", true), ("hari", false)]
        );
        assert!(matches!(shape.key("warna").unwrap().forms.as_slice(), [Form::NamedMaps(_)]));
        assert!(matches!(shape.key("ruang").unwrap().forms.as_slice(), [Form::NamedNumbers]));
    }
}
