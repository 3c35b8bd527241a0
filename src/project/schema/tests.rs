//! Every key and word is explained, and every file of the content is as its kind says.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::explanations::{EXPLANATIONS, speaking};
use super::validator::violations;
use super::words::{self, WORDS};
use super::{KINDS, Kind};
use crate::diagnostics::{Diagnostics, SourceText};
use crate::source::reader::describe::{Form, Key, Shape};
use crate::source::yaml::{self, Node};

/// Shows every key of every kind with its path.
fn each_key(see: &mut dyn FnMut(&[&str], &Key)) {
    fn below(shape: &Shape, path: &[&str], see: &mut dyn FnMut(&[&str], &Key)) {
        for key in &shape.keys {
            let mut inner = path.to_vec();
            inner.push(&key.name);
            see(&inner, key);
            if let Some(shape) = key.inner() {
                below(shape, &inner, see);
            }
        }
    }
    for kind in KINDS {
        below(&kind.shape(), &[kind.name], see);
    }
}

#[test]
fn every_key_has_a_form_and_an_explanation() {
    let mut bad = Vec::new();
    each_key(&mut |path, key| {
        let path = path.join(".");
        if key.forms.is_empty() {
            bad.push(format!("{path} has no form"));
        }
        if speaking(&path.split('.').collect::<Vec<_>>()).is_none() {
            bad.push(format!("{path} is not explained"));
        }
    });
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

#[test]
fn no_explanation_is_idle() {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    each_key(&mut |path, _| used.extend(speaking(path)));
    let idle: Vec<&str> = EXPLANATIONS.iter().map(|(name, _)| *name).filter(|name| !used.contains(name)).collect();
    assert!(idle.is_empty(), "no key is explained by {idle:?}");
    let names: BTreeSet<&str> = EXPLANATIONS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), EXPLANATIONS.len(), "a key is explained twice");
}

#[test]
fn every_word_is_explained_once() {
    let mut bad = Vec::new();
    let mut used: BTreeSet<(&str, &str)> = BTreeSet::new();
    each_key(&mut |path, key| {
        for form in &key.forms {
            let (Form::Choice(words) | Form::Choices(words)) = form else { continue };
            for word in words.iter().filter(|word| word.label.is_none()) {
                match words::speaking(path, &word.word) {
                    Some(entry) => drop(used.insert(entry)),
                    None => bad.push(format!("{}: {}", path.join("."), word.word)),
                }
            }
        }
    });
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    let idle: Vec<_> = WORDS.iter().filter(|(key, word, _)| !used.contains(&(*key, *word))).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

/// The YAML of a file of a kind; none for a file that is not there or can't be read.
fn node(kind: &Kind, path: &str, text: &str) -> Node {
    let d = Diagnostics::new();
    let source = SourceText::new(path, text);
    let node = if kind.front_matter {
        crate::source::front_matter::split(&source, &d).map(|document| document.front)
    } else {
        yaml::parse(&source, 0..source.text().len(), &d)
    };
    node.unwrap_or_else(|| panic!("{path} can't be read"))
}

/// Files of the repository that match a pattern with `*` for one name or a part of it.
fn matching(pattern: &str) -> Vec<PathBuf> {
    let mut found = vec![Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()];
    for part in pattern.split('/') {
        let (before, after) = part.split_once('*').unwrap_or((part, ""));
        let mut next = Vec::new();
        for folder in found {
            let Ok(entries) = std::fs::read_dir(&folder) else { continue };
            let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            let fits = |name: &String| {
                if part.contains('*') {
                    name.len() >= before.len() + after.len() && name.starts_with(before) && name.ends_with(after)
                } else {
                    name == part
                }
            };
            next.extend(names.into_iter().filter(fits).map(|name| folder.join(name)));
        }
        found = next;
    }
    found
}

#[test]
fn the_bundled_content_is_as_its_schema_says() {
    for kind in KINDS {
        let shape = kind.shape();
        for pattern in kind.files {
            for path in matching(pattern) {
                let text = std::fs::read_to_string(&path).unwrap();
                let shown = path.display().to_string();
                assert_eq!(violations(&shape, &node(kind, &shown, &text)), Vec::<String>::new(), "{shown}");
            }
        }
        assert!(kind.files.iter().any(|files| !matching(files).is_empty()), "no file of the kind {} was found", kind.name);
    }
}

#[test]
fn what_is_wrong_does_not_conform() {
    let rows = [
        ("halaman", "---\njudull: T\n---\n", 2),
        ("halaman", "---\njudul: [a]\n---\n", 1),
        ("halaman", "---\njudul: T\ndraf: ya\n---\n", 1),
        ("halaman", "---\njudul: T\ndiperiksa: 5 Januari 2026\n---\n", 1),
        ("halaman", "---\njudul: T\nurutan: satu\n---\n", 1),
        ("halaman", "---\njudul: T\nkeyakinan: pasti\n---\n", 1),
        ("halaman", "---\njudul: T\ndasar: [{ regulasi: a }]\n---\n", 1),
        ("halaman", "---\njudul: T\ndasar: { regulasi: a, pasal: b }\n---\n", 1),
        ("halaman", "---\nhapus: true\n---\n", 0),
        ("halaman", "---\nhapus: false\n---\n", 1),
        ("sanksi", "---\njudul: T\n---\n", 5),
        ("cetak", "---\njudul: T\nformat: a\nsasaran: [warga, kota]\n---\n", 1),
        ("daerah", "kode: \"61\"\nnama: K\nkantor: { telpon: 1 }\n", 1),
        ("tema", "nama: T\nruang: { rapat: sempit }\n", 1),
    ];
    for (kind, text, count) in rows {
        let kind = Kind::named(kind).unwrap();
        let found = violations(&kind.shape(), &node(kind, "uji", text));
        assert_eq!(found.len(), count, "{text}\n{found:?}");
    }
}
