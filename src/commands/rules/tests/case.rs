//! One case of the catalogue as it is written in `tests/temuan/*.txt`, and the project that it makes.
//!
//! A case begins with `=== CODE` and has lines of its own before and between files:
//!
//! | line | does |
//! |---|---|
//! | `+++ path` | a file; the lines below are its text |
//! | `~~~ path │ old => new` | changes the file of the small project (`dasar.txt`) |
//! | `xxx path` | takes it away |
//! | `??? old => new` | what makes the project sound again: in the text of its files, or the name of one of them |
//! | `!!!` | what is said, up to the next case |
//!
//! A file that says `soket` is a socket, one that says `-> path` a link, one that begins with `lembar:` a workbook of rows, a `.zip` that
//! begins with `zip:` one of these files.
//!
//! In texts `⟨u202E⟩` is a character, `⟨x80⟩` a byte, `⟨n⟩` a new line, `⟨kata ×36⟩` words again and again.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::source::Digest;
use crate::source::workbook::{self, Cell};

/// Files of a project by path, before their escapes are read.
pub(super) type Files = BTreeMap<String, String>;

/// One case.
pub(super) struct Case {
    pub(super) code: String,
    /// Everything before what is said, as it is written.
    pub(super) written: String,
    /// The files that it lays over the small project, and those that it takes away.
    own: Vec<(String, Laid)>,
    near: Vec<(String, String)>,
}

enum Laid {
    Whole(String),
    Changed(String, String),
    Gone,
}

/// The cases of a file, and the lines before the first.
pub(super) fn cases(text: &str) -> (String, Vec<Case>) {
    let mut parts = text.split("\n=== ");
    let head = parts.next().unwrap_or_default().to_owned();
    (head, parts.map(case).collect())
}

fn case(text: &str) -> Case {
    let (written, _) = text.split_once("\n!!!").unwrap_or_else(|| panic!("no `!!!` in {text}"));
    let code = written.lines().next().unwrap_or_default().trim().to_owned();
    let mut case = Case { code, written: written.to_owned(), own: Vec::new(), near: Vec::new() };
    for line in written.lines().skip(1) {
        let (mark, rest) = line.split_at_checked(4).unwrap_or((line, ""));
        let change = |rest: &str| {
            let (old, new) = rest.split_once(" =>").unwrap_or_else(|| panic!("no ` =>` in {line}"));
            (old.to_owned(), new.strip_prefix(' ').unwrap_or(new).to_owned())
        };
        match mark {
            "+++ " => case.own.push((rest.to_owned(), Laid::Whole(String::new()))),
            "xxx " => case.own.push((rest.to_owned(), Laid::Gone)),
            "??? " => case.near.push(change(rest)),
            "~~~ " => {
                let (path, rest) = rest.split_once(" │ ").unwrap_or_else(|| panic!("no ` │ ` in {line}"));
                let (old, new) = change(rest);
                case.own.push((path.to_owned(), Laid::Changed(old, new)));
            }
            _ => match case.own.last_mut() {
                Some((_, Laid::Whole(text))) => {
                    text.push_str(line);
                    text.push('\n');
                }
                _ => assert!(line.trim().is_empty(), "{}: {line}", case.code),
            },
        }
    }
    case
}

/// Replaces text that must be there.
fn replaced(code: &str, text: &str, old: &str, new: &str) -> String {
    let (old, new) = (old.replace("⟨n⟩", "\n"), new.replace("⟨n⟩", "\n"));
    assert!(text.contains(&old), "{code}: no `{old}` in {text}");
    text.replace(&old, &new)
}

impl Case {
    /// The project that is wrong.
    pub(super) fn wrong(&self, small: &Files) -> Files {
        self.lay(small).0
    }

    /// The nearest project that is not, and which of its files the case names.
    pub(super) fn near(&self, small: &Files) -> Files {
        let (mut files, own) = self.lay(small);
        assert!(!self.near.is_empty(), "{}: no `???`", self.code);
        for (old, new) in &self.near {
            if let Some(text) = own.contains(old).then(|| files.remove(old)).flatten() {
                if !new.is_empty() {
                    files.insert(new.clone(), text);
                }
                continue;
            }
            let wanted = old.replace("⟨n⟩", "\n");
            let holding: Vec<&String> =
                own.iter().filter(|path| files.get(*path).is_some_and(|text| text.contains(&wanted))).collect();
            assert!(!holding.is_empty(), "{}: no file of the case has `{old}`", self.code);
            for path in holding {
                let text = replaced(&self.code, &files[path], old, new);
                files.insert(path.clone(), text);
            }
        }
        files
    }

    fn lay(&self, small: &Files) -> (Files, Vec<String>) {
        let mut files = small.clone();
        for (path, laid) in &self.own {
            match laid {
                Laid::Whole(text) => drop(files.insert(path.clone(), format!("{}\n", text.trim_end_matches('\n')))),
                Laid::Gone => files.retain(|known, _| known != path && !known.starts_with(&format!("{path}/"))),
                Laid::Changed(old, new) => {
                    let text = files.get(path).unwrap_or_else(|| panic!("{}: no {path}", self.code));
                    let text = replaced(&self.code, text, old, new);
                    files.insert(path.clone(), text);
                }
            }
        }
        (files, self.own.iter().map(|(path, _)| path.clone()).collect())
    }
}

/// Writes the files of a project into the folder `root/proyek`; paths with `../` lie beside it.
pub(super) fn write(files: &Files, root: &Path) {
    let project = root.join("proyek");
    std::fs::create_dir_all(&project).unwrap();
    let bytes: BTreeMap<&String, Vec<u8>> = files.iter().map(|(path, text)| (path, of_file(path, text))).collect();
    let digest = bytes.iter().find(|(path, _)| path.ends_with(".zip")).map(|(_, bytes)| Digest::of(bytes).to_string());
    for (path, mut bytes) in bytes {
        let file = match path.strip_prefix("../") {
            Some(beside) => root.join(beside),
            None => project.join(path),
        };
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        if let Some(target) = bytes.strip_prefix(b"-> ") {
            let target = std::str::from_utf8(target).unwrap().trim_end();
            std::os::unix::fs::symlink(target, &file).unwrap();
            continue;
        }
        if bytes == b"soket\n" {
            drop(std::os::unix::net::UnixListener::bind(&file).unwrap());
            continue;
        }
        if let (Some(digest), "suluh.yaml") = (&digest, path.as_str()) {
            bytes = String::from_utf8(bytes).unwrap().replace("[SIDIK]", digest).into_bytes();
        }
        std::fs::write(&file, bytes).unwrap();
    }
}

fn of_file(path: &str, text: &str) -> Vec<u8> {
    if let Some(rows) = text.strip_prefix("lembar:\n") {
        let cell = |cell: &str| match cell.trim() {
            "" => Cell::Empty,
            "=?" => Cell::Formula("1+1", None),
            text => workbook::text(text),
        };
        let rows: Vec<Vec<Cell>> = rows.lines().map(|row| row.split('|').map(cell).collect()).collect();
        return workbook::workbook(&rows, &[]);
    }
    if path.ends_with(".zip") {
        return text.strip_prefix("zip:\n").map_or_else(|| text.into(), zip);
    }
    unescaped(text)
}

/// A zip of the names in the lines, each with what stands after `: ` in it; `a ~ b` renames an entry where no writer would.
fn zip(lines: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut renamed = Vec::new();
    for line in lines.lines() {
        let (name, text) = line.split_once(": ").unwrap_or((line, "x"));
        let name = match name.split_once(" ~ ") {
            Some((name, later)) => {
                renamed.push((name, later));
                name
            }
            None => name,
        };
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&unescaped(text)).unwrap();
    }
    let mut bytes = writer.finish().unwrap().into_inner();
    for (name, later) in renamed {
        assert_eq!(name.len(), later.len());
        for at in 0..bytes.len() - name.len() {
            if bytes[at..].starts_with(name.as_bytes()) {
                bytes[at..at + name.len()].copy_from_slice(later.as_bytes());
            }
        }
    }
    bytes
}

/// The bytes of a text whose escapes are read.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut parts = text.split('⟨');
    bytes.extend(parts.next().unwrap_or_default().bytes());
    for part in parts {
        let (escape, rest) = part.split_once('⟩').unwrap_or_else(|| panic!("`⟨` is not closed in {part}"));
        if let Some((words, times)) = escape.split_once(" ×") {
            let words = words.replace("\\n", "\n").replace("␣", " ");
            bytes.extend(words.repeat(times.parse().unwrap()).bytes());
        } else if escape == "n" {
            bytes.push(b'\n');
        } else if let Some(code) = escape.strip_prefix('u') {
            let c = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
            bytes.extend(c.to_string().bytes());
        } else if let Some(code) = escape.strip_prefix('x') {
            bytes.push(u8::from_str_radix(code, 16).unwrap());
        } else {
            panic!("no such escape: {escape}");
        }
        bytes.extend(rest.bytes());
    }
    bytes
}
