//! Lines to sign on: blank, one a village, or one a recipient of letters.

use super::Maker;
use crate::content::Village;
use crate::content::village::{Medium, VillageKind};
use crate::edition::Edition;
use crate::markdown::{AsideRole, Block, Cell, Directive};

/// How many blank lines a sheet has when `baris` is left out.
const DEFAULT_LINES: usize = 12;

impl Edition {
    /// Who signs, each with what tells them apart: a village with its kecamatan, a recipient with the institution. Blank lines where the
    /// directive asks for them, or where there is nobody to list.
    pub fn signatories(&self, directive: &Directive) -> Vec<(String, String)> {
        let text = |text: &Option<crate::diagnostics::Located<String>>| text.as_ref().map(|text| text.value.clone());
        let listed: Vec<(String, String)> = match list(directive) {
            "desa" => self
                .signing_villages(directive)
                .map(|village| (format!("{} {}", self.village_word(village.kind), *village.name), village.district.value.clone()))
                .collect(),
            "penerima" => {
                let named = self.recipients.iter();
                named.map(|one| (one.called().to_owned(), text(&one.institution).unwrap_or_default())).collect()
            }
            _ => Vec::new(),
        };
        if listed.is_empty() {
            return vec![Default::default(); directive.count("baris").unwrap_or(DEFAULT_LINES)];
        }
        listed
    }

    fn signing_villages(&self, directive: &Directive) -> impl Iterator<Item = &Village> {
        let kind = directive
            .arg("jenis")
            .and_then(|wanted| VillageKind::CHOICES.into_iter().find(|(word, _)| *word == wanted.value).map(|(_, kind)| kind));
        self.villages.iter().filter(move |village| kind.is_none_or(|kind| village.kind == kind))
    }

    pub(super) fn signatures(&self, directive: &Directive, make: &Maker<'_>) -> Vec<Block> {
        let head = |names: &[&str]| names.iter().map(|name| make.cell(vec![make.text(name)])).collect();
        let villages: Vec<&Village> = self.signing_villages(directive).collect();
        let table = match (list(directive), make.medium) {
            // On a website nobody signs; there it says who does.
            ("desa", Medium::Web) if !villages.is_empty() => {
                let row = |(village, number): (&&Village, usize)| {
                    vec![numbered(make, number), words(make, &self.called(village)), words(make, &village.district)]
                };
                make.table(head(&["No.", self.villages_word(), "Kecamatan"]), villages.iter().zip(1..).map(row).collect())
            }
            ("penerima", Medium::Web) if !self.recipients.is_empty() => {
                let count = self.recipients.len();
                vec![make.paragraph(vec![make.text(&format!("Lembar cetaknya memuat {count} baris tanda tangan."))])]
            }
            ("desa", Medium::Print) if !villages.is_empty() => {
                let row = |(village, number): (&&Village, usize)| {
                    let told = [self.called(village), village.district.value.clone()];
                    line(make, number, &told, 5)
                };
                let names = ["No.", self.villages_word(), "Kecamatan", "Nama", "Tanda tangan"];
                make.table(head(&names), villages.iter().zip(1..).map(row).collect())
            }
            ("penerima", Medium::Print) if !self.recipients.is_empty() => {
                let row = |(one, number): (&crate::content::Recipient, usize)| {
                    let text = |text: &Option<crate::diagnostics::Located<String>>| {
                        text.as_ref().map(|text| text.value.clone()).unwrap_or_default()
                    };
                    line(make, number, &[text(&one.name), text(&one.position), text(&one.institution)], 5)
                };
                let names = ["No.", "Nama", "Jabatan", "Instansi", "Tanda tangan"];
                make.table(head(&names), self.recipients.iter().zip(1..).map(row).collect())
            }
            _ => {
                let count = directive.count("baris").unwrap_or(DEFAULT_LINES);
                let rows = (1..=count).map(|number| line(make, number, &[], 4)).collect();
                make.table(head(&["No.", "Nama", "Jabatan", "Tanda tangan"]), rows)
            }
        };
        match make.medium {
            Medium::Print => vec![make.aside(AsideRole::Signatures, table)],
            Medium::Web => table,
        }
    }

    fn called(&self, village: &Village) -> String {
        // Where all are of one kind, the head of the column says which.
        let kind = self.village_word(village.kind);
        if kind == self.villages_word() { village.name.value.clone() } else { format!("{kind} {}", *village.name) }
    }
}

/// What the directive lists.
fn list(directive: &Directive) -> &str {
    directive.arg("isi").map_or("daftar", |list| list.value.as_str())
}

fn numbered(make: &Maker<'_>, number: usize) -> Cell {
    words(make, &format!("{number}."))
}

fn words(make: &Maker<'_>, text: &str) -> Cell {
    make.cell(if text.is_empty() { Vec::new() } else { vec![make.text(text)] })
}

/// A line to sign on: its number, what is known of who signs, and blank cells up to `width`.
fn line(make: &Maker<'_>, number: usize, known: &[String], width: usize) -> Vec<Cell> {
    let mut row = vec![numbered(make, number)];
    row.extend(known.iter().map(|text| words(make, text)));
    row.resize_with(width, || make.cell(Vec::new()));
    row
}

#[cfg(test)]
mod tests;
