//! What an edition says in its data files: deadlines, channels, forms, figures, terms, disputed points.

use super::changes::{Entry, Section, Value};
use super::entries::{entries_basis, fact, list, some};
use crate::content::reporting::{Channel, Deadline, FormPart, ReportForm};
use crate::content::{Statistic, Term};
use crate::edition::Edition;

/// Adds the entries of all data files.
pub(super) fn add(edition: &Edition, entries: &mut Vec<Entry>) {
    let mut put = |section: Section, key: String, title: &str, facts: Vec<(String, Value)>| {
        entries.push(Entry { section, key, title: title.to_owned(), own: false, facts });
    };
    let reporting = &edition.reporting;
    for one in reporting.deadlines.iter() {
        let title = format!("{} ({})", one.matter.value, one.regime.value.label());
        put(Section::Deadline, one.id.to_string(), &title, deadline(edition, one));
    }
    for one in reporting.channels.iter() {
        put(Section::Reporting, format!("saluran/{}", one.id), &one.name.value, channel(one));
    }
    for one in reporting.reporters.iter() {
        let title = format!("Siapa yang boleh melapor ({})", one.regime.value.label());
        let facts = vec![list("siapa", one.who.iter().map(|who| who.value.clone())), entries_basis(edition, &one.basis)];
        put(Section::Reporting, format!("pelapor/{}", one.id), &title, facts);
    }
    for one in reporting.procedures.iter() {
        let steps = one.steps.iter().map(|step| step.value.clone()).collect();
        let title = format!("Sesudah laporan: {}", one.kind.value);
        put(Section::Reporting, format!("alur/{}", one.id), &title, vec![("langkah".to_owned(), Value::Prose(steps))]);
    }
    for one in reporting.forms.iter() {
        put(Section::Reporting, format!("formulir/{}", one.id), &one.name.value, form(edition, one));
    }
    for one in edition.statistics.iter() {
        put(Section::Figure, one.id.to_string(), &one.title.value, statistic(one));
    }
    for one in edition.terms.iter() {
        put(Section::Term, format!("istilah/{}", one.id), &one.name(), term(one));
    }
    for one in edition.disputes.iter() {
        let opinions = one.opinions.iter().map(|opinion| format!("{}: {}", opinion.party.value, opinion.text.value));
        let facts = vec![fact("pertanyaan", &one.question), list("pendapat", opinions), fact("saran", &one.advice)];
        put(Section::Term, format!("sengketa/{}", one.id), &one.question.value, facts);
    }
    for one in edition.wrong_citations.iter() {
        let facts = vec![fact("sering tertulis", &one.written), fact("yang benar", &one.right)];
        put(Section::Term, format!("salah-kutip/{}", one.id), &one.written.value, facts);
    }
}

fn deadline(edition: &Edition, one: &Deadline) -> Vec<(String, Value)> {
    let mut facts = vec![
        ("batas waktu".to_owned(), Value::Text(one.span())),
        ("rezim".to_owned(), Value::Text(one.regime.value.label().to_owned())),
        fact("untuk apa", &one.matter),
        entries_basis(edition, &one.basis),
    ];
    facts.extend(some("catatan", one.note.as_ref()));
    facts
}

fn channel(one: &Channel) -> Vec<(String, Value)> {
    let mut facts = vec![
        fact("nama", &one.name),
        fact("caranya", &one.how),
        list("rezim", one.regimes.iter().map(|regime| regime.value.label().to_owned())),
    ];
    let texts = [("tingkat", &one.level), ("tautan", &one.link), ("catatan", &one.note)];
    facts.extend(texts.into_iter().filter_map(|(label, text)| some(label, text.as_ref())));
    facts
}

fn form(edition: &Edition, one: &ReportForm) -> Vec<(String, Value)> {
    let part = |part: &FormPart| {
        let items: Vec<&str> = part.items.iter().map(|item| item.value.as_str()).collect();
        format!("{}: {}", part.name.value, items.join(", "))
    };
    let mut facts = vec![list("bagian", one.parts.iter().map(part)), entries_basis(edition, &one.basis)];
    facts.extend(some("catatan", one.note.as_ref()));
    facts
}

fn statistic(one: &Statistic) -> Vec<(String, Value)> {
    let mut facts: Vec<_> = one.figures.iter().map(|figure| (figure.label.value.clone(), Value::Text(figure.amount()))).collect();
    facts.push(("dihitung".to_owned(), Value::Text(one.counted())));
    facts.push(fact("judul", &one.title));
    let texts = [("kalimat cetak", &one.print_sentence), ("catatan", &one.note), ("pemilihan", &one.context)];
    facts.extend(texts.into_iter().filter_map(|(label, text)| some(label, text.as_ref())));
    facts
}

fn term(one: &Term) -> Vec<(String, Value)> {
    let mut facts = vec![fact("istilah", &one.term), fact("arti", &one.meaning)];
    let texts = [("kepanjangan", &one.expansion), ("catatan", &one.note)];
    facts.extend(texts.into_iter().filter_map(|(label, text)| some(label, text.as_ref())));
    facts
}
