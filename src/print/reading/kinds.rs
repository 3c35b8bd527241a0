//! What the page of each kind says, in the order of the page.

use std::collections::BTreeMap;

use super::context::Pages;
use super::{Entry, Frame, Reading, Section};
use crate::content::law::{LegalBasis, Regime, subject_label};
use crate::content::regulation::{Actor, Article, Status};
use crate::content::sanction::SanctionStatus;
use crate::content::sentence::upper_first;
use crate::content::{Confidence, Declaration, Dispute, Id, Kind, Meta, Page, Regulation, Sanction, Violation, archive, day};
use crate::diagnostics::Located;
use crate::edition::{Edition, in_order};
use crate::markdown::escape::is_web_address;
use crate::markdown::typst::{Options, render};
use crate::markdown::{Document, contact, slug};
use crate::print::job::Copy;

/// The document of an item's page, without its frame.
pub(super) fn reading(pages: &Pages<'_>, kind: Kind, id: &Id) -> Option<Reading> {
    let edition = pages.edition();
    Some(match kind {
        Kind::Page => {
            edition.pages.get(id).filter(|item| !item.data.is_home()).map(|item| page(pages, &item.data, &item.body))?
        }
        Kind::Violation => edition.violations.get(id).map(|item| violation(pages, &item.data, &item.body))?,
        Kind::Regulation => edition.regulations.get(id).map(|item| regulation(pages, &item.data, &item.body))?,
        Kind::Sanction => edition.sanctions.get(id).map(|item| sanction(pages, &item.data, &item.body))?,
        Kind::Declaration => edition.declarations.get(id).map(|item| declaration(pages, &item.data, &item.body))?,
        Kind::Piece => return None,
    })
}

/// The office's contacts, in the order in which people use them.
pub(super) fn office(edition: &Edition) -> Vec<(String, String, Option<String>)> {
    let office = &edition.office;
    let dialled = |text: &Located<String>| contact::tel(text);
    let chat = |text: &Located<String>| contact::wa_me(text);
    let mail = |text: &Located<String>| contact::mailto(text);
    let none = |_: &Located<String>| None;
    type Leads<'a> = &'a dyn Fn(&Located<String>) -> Option<String>;
    let contacts: [(&str, &Option<Located<String>>, Leads<'_>); 5] = [
        ("Kantor", &office.name, &none),
        ("Telepon", &office.phone, &dialled),
        ("WhatsApp", &office.whatsapp, &chat),
        ("Surel", &office.email, &mail),
        ("Alamat", &office.address, &none),
    ];
    let given = contacts.into_iter().filter_map(|(name, value, leads)| value.as_ref().map(|value| (name, value, leads)));
    given.map(|(name, value, leads)| (name.to_owned(), value.value.clone(), leads(value))).collect()
}

/// What all kinds have.
fn common(pages: &Pages<'_>, kind: &str, meta: &Meta, body: &Document) -> Reading {
    let edition = pages.edition();
    let images = body.images().into_iter().filter_map(|(path, _)| Some((path.to_owned(), edition.images.get(path)?.clone())));
    let low = meta.confidence.as_ref().is_some_and(|confidence| confidence.value == Confidence::Low);
    Reading {
        kind: kind.to_owned(),
        title: edition.fill(&meta.title),
        summary: meta.summary.as_ref().map(|summary| edition.fill(summary)),
        warnings: low.then(|| "Isi halaman ini belum bersumber. Jangan dipakai sebagai dasar.".to_owned()).into_iter().collect(),
        facts: Vec::new(),
        body: Copy::of(render(body, pages, &Options::default())),
        sections: disputes(edition, meta),
        evidence: evidence(edition, meta),
        sources: sources(&meta.sources),
        images: images.collect::<BTreeMap<_, _>>(),
        specimen: edition.specimen,
        place: Some(meta.place.clone()),
        frame: Frame::default(),
    }
}

fn page(pages: &Pages<'_>, page: &Page, body: &Document) -> Reading {
    let mut reading = common(pages, "", &page.meta, body);
    reading.sections.extend(bases(pages, "Dasar hukum", &page.basis));
    reading
}

fn violation(pages: &Pages<'_>, violation: &Violation, body: &Document) -> Reading {
    let edition = pages.edition();
    let mut reading = common(pages, "Larangan", &violation.meta, body);
    let subjects = violation.subjects.iter().map(|key| subject_label(&key.value)).collect::<Vec<_>>().join("; ");
    let phases = violation.phases.iter().map(|phase| phase.value.label()).collect::<Vec<_>>().join("; ");
    reading.facts = rows([
        ("Berlaku bagi", Some(subjects)),
        ("Kapan", Some(phases)),
        ("Lingkup", Some(regimes(&violation.regimes))),
        ("Terhadap", violation.against.as_ref().map(|against| upper_first(&against.value))),
        ("Jenis", Some(violation.group_label().to_owned())),
        ("Diputus oleh", violation.decided_by.as_ref().map(|who| upper_first(&who.value))),
    ]);
    let sanctions = violation.sanctions.iter().filter_map(|id| {
        let sanction = &edition.sanctions.get(&id.value)?.data;
        let status = (sanction.status.value != SanctionStatus::InForce).then(|| (sanction.status.value.label().to_owned(), None));
        Some(Entry {
            label: edition.fill(&sanction.meta.title),
            href: pages.item(Kind::Sanction, &id.value),
            text: sanction.meta.summary.as_ref().map(|summary| edition.fill(summary)),
            more: status.into_iter().collect(),
            ..Entry::default()
        })
    });
    reading.sections.extend(list("Sanksi yang mungkin", sanctions.collect()));
    reading.sections.extend(bases(pages, "Dasar hukum larangan", &violation.basis));
    reading.sections.extend(bases(pages, "Dasar hukum sanksi", &violation.sanction_basis));
    reading
}

fn sanction(pages: &Pages<'_>, sanction: &Sanction, body: &Document) -> Reading {
    let edition = pages.edition();
    let mut reading = common(pages, "Sanksi", &sanction.meta, body);
    let said = |value: &Option<Located<String>>| value.as_ref().map(|text| upper_first(&text.value));
    let before = sanction.text_before.as_ref().map(|day| format!(" sebelum {}", day::spoken(day.value))).unwrap_or_default();
    reading.warnings.extend(match sanction.status.value {
        SanctionStatus::InForce => None,
        SanctionStatus::Interim => Some("Dipakai menurut ketentuan peralihan, sampai peraturan penggantinya berlaku.".to_owned()),
        SanctionStatus::Deferred => Some("Sudah tertulis dalam peraturan, tetapi belum dapat dijatuhkan.".to_owned()),
        SanctionStatus::ReadWithUu12026 => {
            Some(format!("Angkanya menurut teks{before}. Baca bersama UU 1/2026, yang menyesuaikannya."))
        }
    });
    let level = Some(sanction.level.value.replace('_', " ")).filter(|level| level.chars().any(char::is_alphanumeric));
    reading.facts = rows([
        ("Keadaan", Some(sanction.status.value.label().to_owned())),
        ("Bagi", Some(sanction.subjects.iter().map(|key| subject_label(&key.value)).collect::<Vec<_>>().join("; "))),
        ("Tingkat", level.map(|level| upper_first(&level))),
        ("Lingkup", Some(regimes(&sanction.regimes))),
        ("Diputus oleh", said(&sanction.decided_by)),
        ("Jenis pidana", said(&sanction.criminal_kind)),
        ("Lamanya", said(&sanction.term)),
        ("Denda", said(&sanction.fine)),
    ]);
    let kinds = sanction.kinds.iter().map(|kind| Entry { label: upper_first(&kind.value), ..Entry::default() });
    reading.sections.extend(list("Jenis hukumannya", kinds.collect()));
    if let Some(note) = &sanction.neutrality_note {
        reading.sections.push(Section {
            title: "Bila soal netralitas".to_owned(),
            before: Some(edition.fill(note)),
            ..Section::default()
        });
    }
    reading.sections.extend(bases(pages, "Dasar hukum", &sanction.basis));
    reading
}

fn regulation(pages: &Pages<'_>, regulation: &Regulation, body: &Document) -> Reading {
    let edition = pages.edition();
    let mut reading = common(pages, "Peraturan", &regulation.meta, body);
    let about = edition.fill(&regulation.meta.title);
    reading.title = format!("{}: {about}", regulation.short_name());
    let day = |day: &Option<Located<crate::source::Date>>| day.as_ref().map(|day| day::spoken(day.value));
    if regulation.status.value == Status::Revoked {
        reading.warnings.push("Peraturan ini sudah dicabut. Jangan dipakai sebagai dasar.".to_owned());
    }
    reading.facts = rows([
        ("Keadaan", Some(regulation.status.value.label().to_owned())),
        ("Sebutan", regulation.called.as_ref().map(|called| called.value.clone())),
        ("Ditetapkan", day(&regulation.date)),
        ("Diundangkan", day(&regulation.promulgated)),
        ("Lembaran", regulation.gazette.as_ref().map(|gazette| gazette.value.clone())),
        ("Lingkup", Some(regimes(&regulation.regimes))),
    ]);
    let revoked = regulation.revoked_by.iter().map(|by| {
        let text = [by.scope.as_ref(), by.note.as_ref()].into_iter().flatten().map(|text| edition.fill(text));
        let dated = by.date.as_ref().map(|day| format!("Sejak {}.", day::spoken(day.value)));
        actor(pages, &by.by.value, dated.into_iter().chain(text).collect::<Vec<_>>().join(" "))
    });
    reading.sections.extend(list("Dicabut oleh", revoked.collect()));
    let amended = regulation.amended_by.iter().map(|by| {
        let nature = by.nature.as_ref().map(|nature| upper_first(&nature.value));
        let part = by.part.as_ref().map(|part| edition.fill(part));
        let day = by.date.as_ref().map(|day| day::spoken(day.value));
        actor(pages, &by.by.value, [nature, part, day].into_iter().flatten().collect::<Vec<_>>().join("; "))
    });
    reading.sections.extend(list("Diubah oleh", amended.collect()));
    reading
        .sections
        .extend(list("Pasal demi pasal", regulation.articles.iter().map(|one| article(pages, &regulation.id, one)).collect()));
    reading
}

fn actor(pages: &Pages<'_>, actor: &Actor, text: String) -> Entry {
    let text = Some(text).filter(|text| !text.is_empty());
    match actor {
        Actor::Known(id) => {
            let known = pages.edition().regulations.get(id);
            let label = known.map_or_else(|| id.to_string(), |item| item.data.short_name());
            Entry { label, href: pages.item(Kind::Regulation, id), text, ..Entry::default() }
        }
        Actor::Named(name) => Entry { label: name.clone(), text, ..Entry::default() },
    }
}

fn article(pages: &Pages<'_>, regulation: &Id, article: &Article) -> Entry {
    let successors = article.successors.iter().map(|successor| {
        let (label, href) = pages.basis(successor);
        (format!("Sekarang: {label}"), href)
    });
    let rests = |violation: &Violation| {
        let mut bases = violation.basis.iter();
        bases.any(|basis| basis.regulation.value == *regulation && slug(&basis.article.value) == article.anchor)
    };
    let resting = in_order(&pages.edition().violations, |violation| &violation.meta).into_iter();
    let resting = resting.filter(|(_, item)| rests(&item.data)).map(|(id, item)| {
        (format!("Larangan: {}", pages.edition().fill(&item.data.meta.title)), pages.item(Kind::Violation, id))
    });
    // Where an article's sources or their strength differ from its regulation's, the page says so, and so does paper.
    let confidence = article.confidence.as_ref().map(|own| (format!("Keyakinan {}", own.value.label()), None));
    let own = sources(&article.sources).into_iter().map(|source| (format!("Sumber: {}", source.label), source.href));
    Entry {
        label: article.number.value.clone(),
        text: Some(pages.edition().fill(&article.summary)),
        quote: article.quote.as_ref().map(|quote| quote.value.clone()),
        more: successors.chain(resting).chain(confidence).chain(own).collect(),
        ..Entry::default()
    }
}

fn declaration(pages: &Pages<'_>, declaration: &Declaration, body: &Document) -> Reading {
    let edition = pages.edition();
    let mut reading = common(pages, "Deklarasi", &declaration.meta, body);
    let spoken = |list: &[Located<String>]| list.iter().map(|text| upper_first(&edition.fill(text))).collect::<Vec<_>>();
    let points = declaration.points.iter().map(|point| Entry { label: edition.fill(&point.passage.text), ..Entry::default() });
    let wording = Section {
        title: "Bunyinya".to_owned(),
        before: declaration.opening.as_ref().map(|passage| edition.fill(&passage.text)),
        numbered: true,
        entries: points.collect(),
    };
    let has_wording = wording.before.is_some() || !wording.entries.is_empty();
    reading.sections.splice(0..0, has_wording.then_some(wording));
    if let Some(closing) = &declaration.closing {
        let after = Section { before: Some(edition.fill(&closing.text)), ..Section::default() };
        reading.sections.insert(usize::from(has_wording), after);
    }
    let lines = |texts: Vec<String>| texts.into_iter().map(|label| Entry { label, ..Entry::default() }).collect::<Vec<_>>();
    reading.facts = rows([
        ("Lingkup", Some(regimes(&declaration.regimes))),
        ("Penanda tangan", Some(spoken(&declaration.signatories).join("; "))),
        ("Disaksikan", Some(spoken(&declaration.witnesses).join("; "))),
        ("Dideklarasikan", declaration.date.as_ref().map(|date| day::spoken(date.value))),
    ]);
    reading.sections.extend(numbered("Urutan tanda tangan", lines(spoken(&declaration.signing_order))));
    reading.sections.extend(numbered("Alur acara", lines(spoken(&declaration.steps))));
    reading.sections.extend(bases(pages, "Dasar hukum", &declaration.basis));
    reading
}

fn bases(pages: &Pages<'_>, title: &str, bases: &[LegalBasis]) -> Option<Section> {
    let edition = pages.edition();
    let entries = bases.iter().map(|basis| {
        let (label, href) = pages.basis(basis);
        let regulation = edition.regulations.get(&basis.regulation.value);
        let found = regulation.and_then(|item| item.data.article(&slug(&basis.article.value)));
        let revoked = regulation.is_some_and(|item| item.data.status.value == Status::Revoked);
        let now = found.and_then(|found| found.successors.first()).filter(|_| revoked).map(|successor| {
            let (label, href) = pages.basis(successor);
            (format!("Sekarang: {label}"), href)
        });
        let gone = revoked.then(|| ("Sudah dicabut".to_owned(), None));
        let text = found.map(|found| edition.fill(&found.summary));
        Entry { label, href, text, more: gone.into_iter().chain(now).collect(), ..Entry::default() }
    });
    list(title, entries.collect())
}

fn disputes(edition: &Edition, meta: &Meta) -> Vec<Section> {
    let one = |dispute: &Dispute| {
        let opinions = dispute.opinions.iter().map(|opinion| Entry {
            label: opinion.party.value.clone(),
            text: Some(opinion.text.value.clone()),
            more: sources(&opinion.sources).into_iter().map(|source| (source.label, source.href)).collect(),
            ..Entry::default()
        });
        let advice = Entry { label: "Saran".to_owned(), text: Some(dispute.advice.value.clone()), ..Entry::default() };
        Section {
            title: format!("Masih diperdebatkan: {}", dispute.question.value),
            entries: opinions.chain([advice]).collect(),
            ..Section::default()
        }
    };
    meta.disputes.iter().filter_map(|id| edition.disputes.get(id.value.as_str())).map(one).collect()
}

fn evidence(edition: &Edition, meta: &Meta) -> Vec<(String, String)> {
    let day = |day: &Option<Located<crate::source::Date>>| day.as_ref().map(|day| day::spoken(day.value));
    let confidence = meta.confidence.as_ref().map(|confidence| match confidence.value {
        Confidence::High => "Tinggi: teks resmi atau dua sumber yang tidak saling menyalin".to_owned(),
        Confidence::Medium => "Sedang: satu sumber".to_owned(),
        Confidence::Low => "Rendah: belum bersumber".to_owned(),
    });
    rows([
        ("Keyakinan", confidence),
        ("Tentang keyakinan", meta.confidence_note.as_ref().map(|note| edition.fill(note))),
        ("Catatan", meta.note.as_ref().map(|note| edition.fill(note))),
        ("Diperiksa", day(&meta.checked)),
        ("Ditinjau lagi sebelum", day(&meta.review_before)),
    ])
}

fn sources(sources: &[Located<String>]) -> Vec<Entry> {
    let one = |source: &Located<String>| {
        let address = is_web_address(&source.value);
        let label = if address { source.value.clone() } else { archive::name(&source.value) };
        Entry { label, href: address.then(|| source.value.clone()), ..Entry::default() }
    };
    sources.iter().map(one).collect()
}

fn list(title: &str, entries: Vec<Entry>) -> Option<Section> {
    (!entries.is_empty()).then(|| Section { title: title.to_owned(), entries, ..Section::default() })
}

fn numbered(title: &str, entries: Vec<Entry>) -> Option<Section> {
    list(title, entries).map(|section| Section { numbered: true, ..section })
}

fn rows<const N: usize>(rows: [(&str, Option<String>); N]) -> Vec<(String, String)> {
    let given = rows.into_iter().filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)));
    given.map(|(name, value)| (name.to_owned(), value)).collect()
}

fn regimes(regimes: &[Located<Regime>]) -> String {
    regimes.iter().map(|regime| regime.value.label()).collect::<Vec<_>>().join(", ")
}
