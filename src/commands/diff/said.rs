//! The answer for people.

use super::changes::{Change, Detail, Kind, Section};
use super::sentences::{self, Run, SentenceChange};
use super::sheets::Reprint;
use super::side::Side;
use super::story::{EditionStory, Everywhere, Story};
use crate::commands::output::on_one_line;
use crate::content::{day, number};
use crate::diagnostics::listed;

/// The most sentences of one entry that are shown.
const MOST_SENTENCES: usize = 5;
/// The most names of one list that are shown.
const MOST_NAMES: usize = 12;
/// The longest text that is shown, in characters: a sentence of a leaflet has two hundred.
const LONGEST: usize = 600;

/// The whole answer. `emphasis`: the words that are others are set apart, as a terminal can.
pub(super) fn text(old: &Side, new: &Side, story: &Story, emphasis: bool) -> String {
    if story.is_empty() {
        return match story.theme {
            true => "Hanya tampilan (tema) yang berubah; tidak ada kata yang berubah bagi pembaca.".to_owned(),
            false => "Tidak ada yang berubah bagi pembaca.".to_owned(),
        };
    }
    let mut out = Teller { lines: Vec::new(), emphasis };
    out.line(0, &format!("Yang berubah bagi pembaca dari {} ke {}, menurut {}", old.name, new.name, day::spoken(new.as_of)));
    let mut told_everywhere = false;
    for edition in &story.editions {
        out.blank();
        if edition.code.is_national() {
            let published = new.codes.contains(&edition.code);
            out.line(0, if published { "Nasional, berlaku di semua daerah" } else { "Isi nasional di bawah proyek ini" });
        } else {
            out.line(0, &format!("{} ({})", edition.name, edition.code));
        }
        out.edition(edition);
        if edition.code.is_national() {
            out.everywhere(&story.everywhere);
            told_everywhere = true;
        }
    }
    if !told_everywhere && !story.everywhere.is_empty() {
        out.blank();
        out.line(0, "Nasional, berlaku di semua daerah");
        out.everywhere(&story.everywhere);
    }
    if story.theme {
        out.blank();
        out.line(0, "Tampilan (tema) berubah juga.");
    }
    out.lines.join("\n")
}

struct Teller {
    lines: Vec<String>,
    emphasis: bool,
}

impl Teller {
    fn line(&mut self, depth: usize, text: &str) {
        self.lines.push(format!("{}{text}", "  ".repeat(depth)));
    }

    fn blank(&mut self) {
        self.lines.push(String::new());
    }

    fn edition(&mut self, edition: &EditionStory) {
        match &edition.whole {
            Some(Kind::Added) => self.line(1, "daerah baru"),
            Some(Kind::Removed) => self.line(1, "daerah ini tidak ada lagi"),
            Some(Kind::Changed(_)) | None => {}
        }
        for same in edition.changes.chunk_by(|a, b| a.section == b.section) {
            let Some(section) = same.first().map(|change| change.section) else { continue };
            self.line(1, section.label());
            same.iter().for_each(|change| self.change(section, change));
        }
        if !edition.reprints.is_empty() {
            self.line(1, "Cetak ulang");
            edition.reprints.iter().for_each(|reprint| self.reprint(reprint));
        }
        if !edition.kept.is_empty() {
            let names = listed(edition.kept.iter().map(|title| shown(title)), MOST_NAMES);
            self.line(1, &format!("Tidak ikut berubah karena daerah memakai naskahnya sendiri: {names}"));
        }
    }

    fn change(&mut self, section: Section, change: &Change) {
        let title = shown(&change.title);
        // What is found by the name of its file is named by it too.
        let by_file = matches!(
            section,
            Section::Page | Section::Violation | Section::Sanction | Section::Regulation | Section::Declaration | Section::Piece
        );
        let name = if by_file { format!("{title} ({})", change.key) } else { title };
        match &change.kind {
            Kind::Added => self.line(2, &format!("baru: {name}")),
            Kind::Removed => self.line(2, &format!("dihapus: {name}")),
            Kind::Changed(details) => {
                self.line(2, &name);
                details.iter().for_each(|detail| self.detail(detail));
            }
        }
    }

    fn detail(&mut self, detail: &Detail) {
        match detail {
            Detail::Text { label, old: Some(old), new: Some(new) } if old.len() + new.len() <= 100 => {
                self.line(3, &format!("{}: {} → {}", shown(label), shown(old), shown(new)));
            }
            Detail::Text { label, old, new } => {
                self.line(3, &format!("{}:", shown(label)));
                self.sentence(&SentenceChange { old: old.clone(), new: new.clone() });
            }
            Detail::List { label, removed, added } => {
                for (sign, names) in [("−", removed), ("+", added)] {
                    if !names.is_empty() {
                        let names = listed(names.iter().map(|name| shown(name)), MOST_NAMES);
                        self.line(3, &format!("{}: {sign} {names}", shown(label)));
                    }
                }
            }
            Detail::Names { label, names } => {
                let names = listed(names.iter().map(|name| shown(name)), MOST_NAMES);
                self.line(3, &format!("{}: {names}", shown(label)));
            }
            Detail::Prose(changes) => {
                changes.iter().take(MOST_SENTENCES).for_each(|change| self.sentence(change));
                if changes.len() > MOST_SENTENCES {
                    self.line(3, &format!("dan {} kalimat lain", number_of(changes.len() - MOST_SENTENCES)));
                }
            }
        }
    }

    fn sentence(&mut self, change: &SentenceChange) {
        let (old, new) = match (&change.old, &change.new) {
            (Some(old), Some(new)) => {
                let (old, new) = sentences::marked(&shown(old), &shown(new));
                (Some(self.runs(&old)), Some(self.runs(&new)))
            }
            (old, new) => (old.as_deref().map(shown), new.as_deref().map(shown)),
        };
        old.into_iter().for_each(|old| self.line(3, &format!("− {old}")));
        new.into_iter().for_each(|new| self.line(3, &format!("+ {new}")));
    }

    /// A sentence with the words that are others in bold.
    fn runs(&self, runs: &[Run]) -> String {
        let run = |(text, differs): &Run| match *differs && self.emphasis {
            true => format!("\u{1b}[1m{text}\u{1b}[0m"),
            false => text.clone(),
        };
        runs.iter().map(run).collect::<Vec<_>>().join(" ")
    }

    fn reprint(&mut self, reprint: &Reprint) {
        let whom = match (reprint.sheets, reprint.of) {
            (_, 0) => String::new(),
            (some, all) if reprint.letter && some == all => format!(": {} penerima", number_of(all)),
            (some, all) if reprint.letter => format!(": {} dari {} penerima", number_of(some), number_of(all)),
            (some, all) if some == all => format!(": semua desa dan kelurahan ({})", number_of(all)),
            (some, all) => format!(": {} dari {} desa dan kelurahan", number_of(some), number_of(all)),
        };
        self.line(2, &format!("{} ({}){whom}", shown(&reprint.title), reprint.piece));
    }

    fn everywhere(&mut self, pieces: &[Everywhere]) {
        if pieces.is_empty() {
            return;
        }
        self.line(1, "Cetak ulang di mana pun dipakai");
        for piece in pieces {
            let villages = match piece.villages {
                0 => String::new(),
                villages => format!(", {} desa dan kelurahan", number_of(villages)),
            };
            let editions = number_of(piece.editions);
            self.line(2, &format!("{} ({}): {editions} edisi{villages}", shown(&piece.title), piece.piece));
        }
    }
}

fn shown(text: &str) -> String {
    on_one_line(text, LONGEST)
}

fn number_of(count: usize) -> String {
    number::thousands(i64::try_from(count).unwrap_or(i64::MAX))
}
