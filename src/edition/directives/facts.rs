//! Terms, figures and disputed points: `glosarium`, `statistik`, `sengketa`, `salah_kutip`.

use std::collections::BTreeSet;

use super::maker::Maker;
use crate::content::statistic::Figure;
use crate::content::village::Medium;
use crate::content::{Dispute, Id, Statistic, Term};
use crate::edition::Edition;
use crate::markdown::{AsideRole, Bar, Block, BlockKind, Cell, Chart, Definition, Directive, Inline};

/// Said where figures of several institutions or days stand together.
const COMPARED: &str = "Angkanya berbeda karena lembaga, tanggal, atau cara menghitungnya berbeda. Jangan dijumlahkan.";

impl Edition {
    pub(super) fn glossary(&self, make: &Maker<'_>) -> Vec<Block> {
        let mut terms: Vec<&Term> = self.terms.iter().filter(|term| make.may_show(term.confidence.value)).collect();
        terms.sort_by_key(|term| (term.term.value.to_lowercase(), term.id.clone()));
        if terms.is_empty() {
            return Vec::new();
        }
        let definition = |term: &Term| {
            let mut blocks = vec![make.paragraph(vec![make.text(&term.meaning.value)])];
            if let Some(note) = term.note.as_ref().filter(|_| make.medium == Medium::Web) {
                blocks.push(make.paragraph(vec![make.text(&note.value)]));
            }
            blocks.extend(make.backing(term.confidence.value, &term.sources));
            Definition { id: term.id.to_string(), term: vec![make.text(&term.name())], blocks }
        };
        if make.medium == Medium::Print {
            return vec![Block::new(BlockKind::Definitions(terms.into_iter().map(definition).collect()), make.place)];
        }
        let mut blocks = Vec::new();
        for same in terms.chunk_by(|a, b| initial(a) == initial(b)) {
            let letter = same.first().map(|term| initial(term)).unwrap_or_default();
            blocks.push(make.heading(&format!("huruf-{}", letter.to_lowercase()), &letter));
            blocks.push(Block::new(BlockKind::Definitions(same.iter().copied().map(definition).collect()), make.place));
        }
        blocks
    }

    pub(super) fn figures(&self, directive: &Directive, make: &Maker<'_>) -> Vec<Block> {
        let chosen: Vec<&Statistic> = match directive.wanted_id() {
            Some(id) => self.statistics.get(id).into_iter().collect(),
            None => {
                let printable_only = directive.arg("isi").is_some_and(|value| value.value == "layak_cetak");
                self.statistics.iter().filter(|one| !printable_only || one.printable).collect()
            }
        };
        if make.medium == Medium::Print {
            let fit = chosen.into_iter().filter(|one| one.printable && make.may_show(one.confidence.value));
            return make.bullets(fit.filter_map(|one| Some(vec![make.text(&one.printed()?)])).collect());
        }
        let mut shown: BTreeSet<&Id> = BTreeSet::new();
        let mut blocks = Vec::new();
        for one in chosen {
            if shown.contains(&one.id) {
                continue;
            }
            let mut group = vec![one];
            group.extend(one.compare.iter().filter_map(|id| self.statistics.get(id.value.as_str())));
            group.retain(|member| shown.insert(&member.id));
            let headed = directive.wanted_id().is_none();
            if headed {
                blocks.push(make.heading(&format!("angka-{}", one.id), &titled(one)));
            }
            blocks.extend(figures(&group, headed, make));
        }
        blocks
    }

    pub(super) fn disputed(&self, directive: &Directive, make: &Maker<'_>) -> Vec<Block> {
        if make.medium == Medium::Print {
            return Vec::new();
        }
        let chosen: Vec<&Dispute> = match directive.wanted_id() {
            Some(id) => self.disputes.get(id).into_iter().collect(),
            None => self.disputes.iter().collect(),
        };
        chosen.into_iter().map(|dispute| disputed(dispute, make)).collect()
    }

    pub(super) fn wrongly_cited(&self, make: &Maker<'_>) -> Vec<Block> {
        let shown = self.wrong_citations.iter().filter(|one| make.may_show(one.confidence.value));
        let items = shown.map(|one| {
            let line = vec![
                make.text(&format!("Sering tertulis: {}. ", one.written.value.trim_end_matches('.'))),
                make.strong("Yang benar:"),
                make.text(&format!(" {}.", one.right.value.trim_end_matches('.'))),
            ];
            (line, make.backing(one.confidence.value, &one.sources))
        });
        make.entries(items.collect())
    }
}

/// The letter under which a term stands.
fn initial(term: &Term) -> String {
    term.term.value.chars().next().map(|first| first.to_uppercase().to_string()).unwrap_or_default()
}

/// One matter: what each institution counted, one below the other, so that a phone shows them whole. The labels of two
/// institutions are often the same, what they mean is not; so each says first what it counted and until when. `headed`: the title of the
/// first stands above as a heading.
fn figures(group: &[&Statistic], headed: bool, make: &Maker<'_>) -> Vec<Block> {
    let Some(first) = group.first() else { return Vec::new() };
    let mut blocks = Vec::new();
    if group.len() > 1 {
        let context = first.context.as_ref().map(|context| make.strong(&format!("{}. ", context.value)));
        blocks.push(make.paragraph(context.into_iter().chain([make.text(COMPARED)]).collect()));
    }
    let largest = group.iter().flat_map(|one| &one.figures).map(|figure| count(figure.value)).max().unwrap_or_default();
    for (index, one) in group.iter().enumerate() {
        let counted = format!("Menurut {}.", one.counted());
        blocks.push(make.paragraph(if headed && index == 0 {
            vec![make.text(&counted)]
        } else {
            vec![make.strong(&format!("{}.", titled(one))), make.text(&format!(" {counted}"))]
        }));
        if !one.figures.is_empty() {
            let head = ["Yang dihitung", "Jumlah"].map(|text| make.cell(vec![make.text(text)]));
            let mut shown = vec![Block::new(BlockKind::Chart(chart(one, largest)), make.place)];
            shown.extend(make.table(head.into(), rows(one, make)));
            blocks.push(make.aside(AsideRole::Figures, shown));
        }
        blocks.extend(one.note.as_ref().map(|note| make.paragraph(vec![make.text(&note.value)])));
        blocks.extend(make.backing(one.confidence.value, &one.sources));
    }
    blocks
}

/// A count is never below nothing.
fn count(value: i64) -> u64 {
    u64::try_from(value).unwrap_or_default()
}

/// The figures as bars, on the scale of all that they are compared with.
fn chart(statistic: &Statistic, largest: u64) -> Chart {
    let bar = |figure: &Figure| Bar { label: figure.label.value.clone(), value: count(figure.value), amount: figure.amount() };
    Chart { bars: statistic.figures.iter().map(bar).collect(), largest }
}

/// The title, with the election where it does not name it.
fn titled(statistic: &Statistic) -> String {
    let title = &statistic.title.value;
    match statistic.context.as_ref().filter(|context| !title.contains(&context.value)) {
        Some(context) => format!("{title} ({})", context.value),
        None => title.clone(),
    }
}

fn rows(statistic: &Statistic, make: &Maker<'_>) -> Vec<Vec<Cell>> {
    let row = |label: &str, amount: Inline| vec![make.cell(vec![make.text(label)]), make.cell(vec![amount])];
    statistic.figures.iter().map(|figure| row(&figure.label.value, make.strong(&figure.amount()))).collect()
}

fn disputed(dispute: &Dispute, make: &Maker<'_>) -> Block {
    let mut blocks = vec![make.paragraph(vec![make.strong(&dispute.question.value)])];
    let opinions = dispute.opinions.iter().map(|opinion| {
        let line = vec![make.strong(&opinion.party.value), make.text(": "), make.text(&opinion.text.value)];
        (line, make.backing(dispute.confidence.value, &opinion.sources))
    });
    blocks.extend(make.entries(opinions.collect()));
    blocks.push(make.paragraph(vec![make.strong("Saran:"), make.text(&format!(" {}", dispute.advice.value))]));
    make.aside(AsideRole::Dispute, blocks)
}
