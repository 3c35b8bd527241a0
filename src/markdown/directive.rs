//! The closed list of directives, `{{ daftar: pelanggaran, paling: 6 }}` and the like, and how they are read.

use super::codes;
use super::report::Report;
use crate::diagnostics::{Diagnostic, Located, Place, quoted, suggest};

/// What a directive puts in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DirectiveName {
    /// `daftar`: a list of content, filtered.
    List,
    /// `tenggat`: the deadlines for a report.
    Deadlines,
    /// `saluran`: the channels for a report.
    Channels,
    /// `kontak`: how to reach the office.
    Contact,
    /// `posko`: the posts of the office.
    Posts,
    /// `tanda_tangan`: lines to sign on.
    Signatures,
    /// `glosarium`: terms and what they mean.
    Glossary,
    /// `statistik`: figures with institution and day.
    Statistics,
    /// `sengketa`: points on which authorities disagree.
    Disputes,
    /// `salah_kutip`: what is often cited wrongly.
    WrongCitations,
    /// `pelapor`: who may report.
    Reporters,
    /// `alur`: what follows a report.
    Procedures,
    /// `formulir`: what a report's form asks for.
    Forms,
}

impl DirectiveName {
    /// Every directive there is.
    pub const ALL: &'static [DirectiveName] = &[
        DirectiveName::List,
        DirectiveName::Deadlines,
        DirectiveName::Channels,
        DirectiveName::Contact,
        DirectiveName::Posts,
        DirectiveName::Signatures,
        DirectiveName::Glossary,
        DirectiveName::Statistics,
        DirectiveName::Disputes,
        DirectiveName::WrongCitations,
        DirectiveName::Reporters,
        DirectiveName::Procedures,
        DirectiveName::Forms,
    ];

    /// The name as written between the braces.
    pub fn name(self) -> &'static str {
        match self {
            DirectiveName::List => "daftar",
            DirectiveName::Deadlines => "tenggat",
            DirectiveName::Channels => "saluran",
            DirectiveName::Contact => "kontak",
            DirectiveName::Posts => "posko",
            DirectiveName::Signatures => "tanda_tangan",
            DirectiveName::Glossary => "glosarium",
            DirectiveName::Statistics => "statistik",
            DirectiveName::Disputes => "sengketa",
            DirectiveName::WrongCitations => "salah_kutip",
            DirectiveName::Reporters => "pelapor",
            DirectiveName::Procedures => "alur",
            DirectiveName::Forms => "formulir",
        }
    }

    /// Whether its `isi` may also be the id of one entry.
    pub fn takes_id(self) -> bool {
        matches!(self, DirectiveName::Statistics | DirectiveName::Disputes)
    }

    /// The directive of this exact name.
    pub fn from_name(name: &str) -> Option<DirectiveName> {
        DirectiveName::ALL.iter().copied().find(|directive| directive.name() == name)
    }

    /// The keys it takes. The first, `isi`, may be written without its key: `{{ daftar: pelanggaran }}`.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            DirectiveName::List => &["isi", "id", "kelompok", "subjek", "rezim", "fase", "status", "paling"],
            DirectiveName::Deadlines | DirectiveName::Channels | DirectiveName::Reporters | DirectiveName::Forms => {
                &["isi", "rezim"]
            }
            DirectiveName::Contact
            | DirectiveName::Posts
            | DirectiveName::Glossary
            | DirectiveName::Statistics
            | DirectiveName::Disputes
            | DirectiveName::WrongCitations
            | DirectiveName::Procedures => &["isi"],
            DirectiveName::Signatures => &["isi", "baris", "jenis"],
        }
    }

    /// What its `isi` can be. Only a list has a choice and must make it. Figures and disputes also take the id of one: that it is
    /// there is for the check to say.
    pub fn contents(self) -> &'static [&'static str] {
        match self {
            DirectiveName::List => &["pelanggaran", "regulasi", "sanksi", "deklarasi"],
            DirectiveName::Deadlines
            | DirectiveName::Channels
            | DirectiveName::Posts
            | DirectiveName::Glossary
            | DirectiveName::Disputes
            | DirectiveName::WrongCitations
            | DirectiveName::Reporters
            | DirectiveName::Procedures
            | DirectiveName::Forms => &["semua"],
            DirectiveName::Statistics => &["semua", "layak_cetak"],
            DirectiveName::Contact => &["kantor"],
            DirectiveName::Signatures => &["daftar", "desa", "penandatangan"],
        }
    }
}

/// What `jenis` of `tanda_tangan` can be.
const VILLAGE_KINDS: [&str; 2] = ["desa", "kelurahan"];
/// The largest number a directive takes: no page has room for more lines.
const MAX_COUNT: u16 = 500;

/// A paragraph that the edition replaces by blocks of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Directive {
    /// Which one.
    pub name: DirectiveName,
    /// Its arguments in the order written; every key is one of [`DirectiveName::keys`] and stands once.
    pub args: Vec<(Located<String>, Located<String>)>,
    /// All of it, braces included.
    pub place: Place,
}

impl Directive {
    /// The value of a key.
    pub fn arg(&self, key: &str) -> Option<&Located<String>> {
        self.args.iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
    }

    /// The one entry that it asks for by id.
    pub fn wanted_id(&self) -> Option<&Located<String>> {
        let own = self.arg("isi").filter(|value| self.name.takes_id() && !self.name.contents().contains(&value.as_str()));
        own.or_else(|| self.arg("id"))
    }

    /// The value of a key that takes a number (`paling`, `baris`): 1 to 500.
    pub fn count(&self, key: &str) -> Option<usize> {
        self.arg(key).and_then(|value| value.parse().ok())
    }
}

/// Reads what stands between the braces: `inside` without them, `place` with them. `None`: an error was reported.
///
/// After the name comes `:` or `,`, then `key: value` pairs with commas between. The first may be a bare value.
pub(super) fn read(name: DirectiveName, inside: &Place, place: &Place, report: &Report) -> Option<Directive> {
    let text = inside.text();
    let mut directive = Directive { name, args: Vec::new(), place: place.clone() };
    let mut sound = true;
    if let Some(first) = text.find([':', ',']) {
        let mut start = first + 1;
        for (index, part) in text[start..].split(',').enumerate() {
            let part = inside.sub(start..start + part.len());
            start += part.text().len() + 1;
            sound &= argument(&mut directive, index, &part, report).is_some();
        }
    }
    if name == DirectiveName::List && directive.arg("isi").is_none() && sound {
        let message = "arahan `daftar` tidak menyebut isinya";
        let hint = "tulis misalnya `{{ daftar: pelanggaran }}`";
        report.push(Diagnostic::error(codes::DIRECTIVE_ARGUMENT, message).at(place).hint(hint));
        sound = false;
    }
    sound.then_some(directive)
}

fn argument(directive: &mut Directive, index: usize, part: &Place, report: &Report) -> Option<()> {
    let text = part.text();
    let (key, value) = match text.split_once(':') {
        Some((key, _)) => (trimmed(part, 0..key.len()), trimmed(part, key.len() + 1..text.len())),
        None if index == 0 && !text.trim().is_empty() => {
            let value = trimmed(part, 0..text.len());
            (Located { value: "isi".to_owned(), place: value.place.clone() }, value)
        }
        None => {
            return bad(
                report,
                part,
                match text.trim() {
                    "" => format!("ada argumen kosong pada arahan `{}`", directive.name.name()),
                    _ => format!("argumen {} pada arahan `{}` tidak dapat dibaca", quoted(text), directive.name.name()),
                },
                "tulis `kunci: nilai`, dipisah koma".to_owned(),
            );
        }
    };
    let keys = directive.name.keys();
    if !keys.contains(&key.as_str()) {
        let hint = match suggest(&key, keys.iter().copied()) {
            Some(near) => format!("maksud Anda `{near}`?"),
            None => format!("yang dikenal: {}", keys.join(", ")),
        };
        return bad(
            report,
            &key.place,
            format!("arahan `{}` tidak mengenal kunci {}", directive.name.name(), quoted(&key)),
            hint,
        );
    }
    if directive.arg(&key).is_some() {
        return bad(report, &key.place, format!("kunci `{}` ditulis dua kali", key.value), "hapus salah satunya".to_owned());
    }
    check_value(directive.name, &key, &value, report)?;
    directive.args.push((key, value));
    Some(())
}

fn check_value(name: DirectiveName, key: &str, value: &Located<String>, report: &Report) -> Option<()> {
    let (good, hint) = match key {
        "paling" | "baris" => (
            value.bytes().all(|byte| byte.is_ascii_digit())
                && value.parse::<u16>().is_ok_and(|count| (1..=MAX_COUNT).contains(&count)),
            format!("tulis bilangan 1 sampai {MAX_COUNT}"),
        ),
        "jenis" => (VILLAGE_KINDS.contains(&value.as_str()), format!("yang dikenal: {}", VILLAGE_KINDS.join(", "))),
        "isi" => (
            name.contents().contains(&value.as_str()) || (name.takes_id() && is_id(value)),
            match suggest(value, name.contents().iter().copied()) {
                Some(near) => format!("maksud Anda `{near}`?"),
                None => format!("yang dikenal: {}", name.contents().join(", ")),
            },
        ),
        _ => (!value.is_empty(), String::new()),
    };
    if good {
        return Some(());
    }
    if value.is_empty() {
        return bad(
            report,
            &value.place,
            format!("kunci `{key}` tidak punya nilai"),
            "isi nilainya setelah titik dua".to_owned(),
        );
    }
    bad(report, &value.place, format!("nilai {} untuk `{key}` tidak sah", quoted(value)), hint)
}

/// The form of an id: lower-case letters, digits and hyphens.
fn is_id(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn bad(report: &Report, place: &Place, message: String, hint: String) -> Option<()> {
    report.push(Diagnostic::error(codes::DIRECTIVE_ARGUMENT, message).at(place).hint(hint));
    None
}

/// The part of a place without the white space around it.
pub(super) fn trimmed(place: &Place, within: std::ops::Range<usize>) -> Located<String> {
    let text = &place.text()[within.clone()];
    let start = within.start + (text.len() - text.trim_start().len());
    let text = text.trim();
    Located { value: text.to_owned(), place: place.sub(start..start + text.len()) }
}
