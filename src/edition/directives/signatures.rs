//! Lines to sign on: blank, one a village, or one for each of those who sign.

use super::Maker;
use crate::content::village::{Medium, VillageKind};
use crate::content::{Id, Kind, Signatory, Village};
use crate::diagnostics::Located;
use crate::edition::Edition;
use crate::markdown::{AsideRole, Block, BlockKind, Cell, Directive, DirectiveName, Document, NoContext, text};

/// How many blank lines a sheet has when `baris` is left out.
const DEFAULT_LINES: usize = 12;

impl Edition {
    /// Who signs, each with what tells them apart: a village with its kecamatan, a person with the institution, unless that is
    /// [`Edition::signing_institution`]. Blank lines where the directive asks for them, or where there is nobody to list.
    pub fn signing_lines(&self, directive: &Directive) -> Vec<(String, String)> {
        let listed: Vec<(String, String)> = match list(directive) {
            "desa" => self
                .signing_villages(directive)
                .map(|village| (self.village_title(village), village.district.value.clone()))
                .collect(),
            PEOPLE => {
                let own =
                    |one: &Signatory| if self.common_institution().is_none() { said(&one.institution) } else { String::new() };
                self.signatories.iter().map(|one| (one.called().to_owned(), own(one))).collect()
            }
            _ => Vec::new(),
        };
        if listed.is_empty() {
            return vec![Default::default(); directive.count("baris").unwrap_or(DEFAULT_LINES)];
        }
        listed
    }

    /// The institution of all whom a directive lists, to be said once; none where they differ or have none.
    pub fn signing_institution(&self, directive: &Directive) -> Option<String> {
        self.common_institution().filter(|common| is_of_people(directive) && !common.is_empty())
    }

    /// Whether a block of a body leaves blank what its list of those who sign says: `Instansi: ………`.
    pub(crate) fn is_filled(&self, body: &Document, block: &Block) -> bool {
        let BlockKind::Paragraph(content) = &block.kind else { return false };
        let words = text::render_inlines(content, &NoContext);
        let is_blank =
            words.strip_prefix("Instansi:").is_some_and(|rest| rest.trim().chars().all(|c| matches!(c, '…' | '.' | '_')));
        is_blank && body.directives().iter().any(|directive| self.signing_institution(directive).is_some())
    }

    /// What those who sign have in common; none where they differ.
    fn common_institution(&self) -> Option<String> {
        let mut institutions = self.signatories.iter().map(|one| said(&one.institution));
        let first = institutions.next()?;
        institutions.all(|other| other == first).then_some(first)
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
            (PEOPLE, Medium::Web) if !self.signatories.is_empty() => {
                let count = self.signatories.len();
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
            (PEOPLE, Medium::Print) if !self.signatories.is_empty() => self.people(make),
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

    /// A line for each of those who sign. An institution that is the same for all is said once, above the lines: every row would repeat
    /// it, and leave less room to sign.
    fn people(&self, make: &Maker<'_>) -> Vec<Block> {
        let common = self.common_institution();
        let row = |(one, number): (&Signatory, usize)| {
            let mut told = vec![said(&one.name), said(&one.position)];
            told.extend(common.is_none().then(|| said(&one.institution)));
            let width = told.len() + 2;
            line(make, number, &told, width)
        };
        let mut names = vec!["No.", "Nama", "Jabatan", "Instansi", "Tanda tangan"];
        names.retain(|name| *name != "Instansi" || common.is_none());
        let head = names.iter().map(|name| make.cell(vec![make.text(name)])).collect();
        let above = common.as_ref().filter(|common| !common.is_empty());
        let above = above.map(|common| make.paragraph(vec![make.text(&format!("Instansi: {common}"))]));
        let table = make.table(head, self.signatories.iter().zip(1..).map(row).collect());
        above.into_iter().chain(table).collect()
    }

    /// Whether a piece names people: a letter does, and a list of those who sign. It is for them, not for everyone.
    pub fn names_people(&self, piece: &Id) -> bool {
        let Some(item) = self.pieces.get(piece) else { return false };
        let page = item.data.fills_from.as_ref().filter(|from| from.value.kind == Kind::Page);
        let page = page.and_then(|from| self.pages.get(&from.value.id)).map(|page| &page.body);
        item.data.per_recipient || self.lists_people(&item.body) || page.is_some_and(|body| self.lists_people(body))
    }

    fn lists_people(&self, body: &Document) -> bool {
        !self.signatories.is_empty() && body.directives().iter().any(|directive| is_of_people(directive))
    }

    fn called(&self, village: &Village) -> String {
        // Where all are of one kind, the head of the column says which.
        let same = self.village_word(village.kind) == self.villages_word();
        if same { village.name.value.clone() } else { self.village_title(village) }
    }
}

/// The list of those who sign, `penandatangan.csv`.
const PEOPLE: &str = "penandatangan";

/// Whether a directive lists those who sign.
pub(crate) fn is_of_people(directive: &Directive) -> bool {
    directive.name == DirectiveName::Signatures && list(directive) == PEOPLE
}

fn said(text: &Option<Located<String>>) -> String {
    text.as_ref().map(|text| text.value.clone()).unwrap_or_default()
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
