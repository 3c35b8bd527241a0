//! All kinds as tables in Markdown: the list of keys that people who fill them in ask for.

use std::fmt::Write as _;

use super::file_name;
use super::json::meaning;
use crate::project::schema::{KINDS, Kind, explanation};
use crate::source::reader::describe::{Form, Key, Shape, Word};

/// Said before the tables: what they are, and how an editor uses the schemas.
const HEAD: &str = include_str!("kepala.md");

/// Words up to this many stand in the table itself; more stand below it.
const FEW_WORDS: usize = 4;

/// The whole page.
pub(super) fn tables() -> String {
    let mut out = HEAD.replace("{{ peta }}\n", &association());
    out.push_str("\n## Jenis berkas\n\n");
    for kind in KINDS {
        let _ = writeln!(out, "- [{}](#{}): {}", kind.title, anchor(kind.title), kind.about);
    }
    out.push_str("\nDi isi berkas Markdown, di bawah garis `---`, dapat ditulis [isian](#isian) dan [arahan](#arahan).\n");
    for kind in KINDS {
        one(kind, &mut out);
    }
    super::fillers::tables(&mut out);
    out
}

/// The settings that tie YAML files to their schemas.
fn association() -> String {
    let mut out = String::from("```json\n{\n  \"yaml.schemas\": {\n");
    let kinds: Vec<&Kind> = KINDS.iter().filter(|kind| !kind.front_matter).collect();
    for (index, kind) in kinds.iter().enumerate() {
        let files: Vec<String> = kind.files.iter().map(|file| format!("\"{file}\"")).collect();
        let comma = if index + 1 < kinds.len() { "," } else { "" };
        let _ = writeln!(out, "    \"./schema/{}\": [{}]{comma}", file_name(kind), files.join(", "));
    }
    out.push_str("  }\n}\n```\n");
    out
}

fn one(kind: &Kind, out: &mut String) {
    let _ = write!(out, "\n## {}\n\n{} Berkas: ", kind.title, kind.about);
    let files: Vec<String> = kind.files.iter().map(|file| format!("`{file}`")).collect();
    let _ = writeln!(out, "{}.", files.join(", "));
    if kind.front_matter {
        out.push_str("Kunci ditulis di antara dua garis `---` di awal berkas.\n");
    }
    out.push_str("\n| Kunci | Isi | Wajib | Arti |\n|---|---|---|---|\n");
    let mut lists = Vec::new();
    rows(&kind.shape(), &mut vec![kind.name], out, &mut lists);
    for (name, words) in lists {
        let _ = writeln!(out, "\nPilihan `{name}`:\n");
        for (word, meaning) in words {
            let _ = writeln!(out, "- `{word}`: {meaning}");
        }
    }
}

/// The words of one key, each with its meaning, under the key's name.
type WordList = (String, Vec<(String, String)>);

fn rows<'a>(shape: &'a Shape, path: &mut Vec<&'a str>, out: &mut String, lists: &mut Vec<WordList>) {
    for key in &shape.keys {
        path.push(&key.name);
        let name = path[1..].join(" › ");
        let mut told = explanation(path).unwrap_or_default().to_owned();
        if let Some(words) = words(key) {
            let words: Vec<(String, String)> = words.iter().map(|word| (word.word.clone(), meaning(word, path))).collect();
            if words.len() <= FEW_WORDS {
                let all: Vec<String> = words.iter().map(|(word, meaning)| format!("`{word}` ({meaning})")).collect();
                let _ = write!(told, " Pilihan: {}.", all.join(", "));
            } else {
                told.push_str(" Pilihannya di bawah tabel ini.");
                lists.push((name.clone(), words));
            }
        }
        let required = if key.required { "ya" } else { "" };
        let forms: Vec<&str> = key.forms.iter().map(form).collect();
        let _ = writeln!(out, "| `{name}` | {} | {required} | {} |", forms.join(" atau "), told.replace('|', "\\|"));
        if let Some(inner) = key.inner() {
            rows(inner, path, out, lists);
        }
        path.pop();
    }
}

fn words(key: &Key) -> Option<&[Word]> {
    key.forms.iter().find_map(|form| match form {
        Form::Choice(words) | Form::Choices(words) => Some(words.as_slice()),
        _ => None,
    })
}

fn form(form: &Form) -> &'static str {
    match form {
        Form::Text => "teks",
        Form::Boolean => "`true` atau `false`",
        Form::Integer => "bilangan bulat",
        Form::Number => "bilangan",
        Form::Date => "tanggal",
        Form::Texts => "teks atau daftar teks",
        Form::Choice(_) => "satu pilihan",
        Form::Choices(_) => "satu atau beberapa pilihan",
        Form::Map(_) => "kunci di dalamnya",
        Form::Maps(_) => "daftar, tiap isinya berkunci",
        Form::NamedMaps(_) => "nama dan kunci di dalamnya",
        Form::NamedNumbers => "nama dan bilangan",
    }
}

/// The anchor that a heading gets.
fn anchor(title: &str) -> String {
    crate::markdown::slug(title)
}
