//! What an edition says in its content files: pages, prohibitions, sanctions, regulations, declarations, pieces; and whom one calls.
//!
//! Values of a region stay as their placeholders: a sentence of the national content is then the same in all editions, and a changed number is
//! told once, as the number.

use std::collections::BTreeSet;

use super::changes::{Entry, Section, Value};
use super::sentences;
use crate::content::law::{LegalBasis, subject_label};
use crate::content::region::Post;
use crate::content::regulation::{Actor, Amendment};
use crate::content::{District, EditionCode, Meta, Office, Regulation, day};
use crate::diagnostics::Located;
use crate::edition::{Edition, Item, Shelf};
use crate::markdown::{Block, Citation, CitationText, Context, Directive, Document, Placeholder, QrTarget, SiteLink, text};

/// Everything that an edition says, but its villages and what its sheets look like.
pub(super) fn of(edition: &Edition) -> Vec<Entry> {
    let mut entries = Writer { edition, entries: Vec::new() };
    entries.contacts();
    entries.regulations();
    entries.shelf(Section::Page, &edition.pages, |item| (&item.data.meta, vec![entries_basis(edition, &item.data.basis)]));
    entries.violations();
    entries.sanctions();
    entries.declarations();
    entries.pieces();
    entries.site();
    super::entries_of_data::add(edition, &mut entries.entries);
    entries.entries
}

/// A short text under a word for it.
pub(super) fn fact(label: &str, text: &Located<String>) -> (String, Value) {
    (label.to_owned(), Value::Text(text.value.clone()))
}

/// The same of one that may be missing.
pub(super) fn some(label: &str, text: Option<&Located<String>>) -> Option<(String, Value)> {
    text.map(|text| fact(label, text))
}

/// Several texts under a word for them.
pub(super) fn list(label: &str, texts: impl IntoIterator<Item = String>) -> (String, Value) {
    (label.to_owned(), Value::List(texts.into_iter().collect()))
}

/// What something rests on.
pub(super) fn entries_basis(edition: &Edition, basis: &[LegalBasis]) -> (String, Value) {
    list("dasar hukum", basis.iter().map(|one| edition.basis_label(one)))
}

struct Writer<'a> {
    edition: &'a Edition,
    entries: Vec<Entry>,
}

impl Writer<'_> {
    fn add(&mut self, section: Section, key: String, title: &str, own: bool, facts: Vec<(String, Value)>) {
        self.entries.push(Entry { section, key, title: title.to_owned(), own, facts });
    }

    fn contacts(&mut self) {
        let edition = self.edition;
        let mut facts = office(&edition.office);
        let state = if edition.specimen { "contoh" } else { "nyata" };
        facts.push(("keadaan".to_owned(), Value::Text(state.to_owned())));
        facts.push(list("mitra", edition.partners.iter().map(|partner| partner.name.value.clone())));
        self.add(Section::Contact, "kantor".to_owned(), "Kantor", false, facts);
        for one in &edition.posts {
            self.add(Section::Contact, format!("posko/{}", one.name.value), &one.name.value, false, post(one));
        }
        for one in edition.region.iter().flat_map(|region| &region.districts) {
            let title = format!("Kecamatan {}", one.name.value);
            self.add(Section::Contact, format!("kecamatan/{}", one.name.value), &title, false, district(one));
        }
    }

    /// The entries of a kind: its common keys, its body, and what the kind adds.
    fn shelf<T>(&mut self, section: Section, shelf: &Shelf<T>, more: impl Fn(&Item<T>) -> (&Meta, Vec<(String, Value)>)) {
        for (id, item) in shelf {
            let (meta, more) = more(item);
            let facts = common(meta).into_iter().chain(more).chain(body(self.edition, &item.body)).collect();
            self.add(section, id.to_string(), &meta.title.value, item.layer != EditionCode::National, facts);
        }
    }

    fn violations(&mut self) {
        let edition = self.edition;
        self.shelf(Section::Violation, &edition.violations, |item| {
            let one = &item.data;
            let mut facts = vec![
                ("kelompok".to_owned(), Value::Text(one.group_label().to_owned())),
                subjects("bagi", &one.subjects),
                list("rezim", one.regimes.iter().map(|regime| regime.value.label().to_owned())),
                list("kapan", one.phases.iter().map(|phase| phase.value.label().to_owned())),
                entries_basis(edition, &one.basis),
                list("dasar sanksi", one.sanction_basis.iter().map(|basis| edition.basis_label(basis))),
            ];
            let sanction = |id: &crate::content::Id| edition.sanctions.get(id).map(|item| item.data.meta.title.value.clone());
            facts
                .push(list("sanksi", one.sanctions.iter().map(|id| sanction(&id.value).unwrap_or_else(|| id.value.to_string()))));
            facts.extend(some("terhadap", one.against.as_ref()));
            facts.extend(some("diputus oleh", one.decided_by.as_ref()));
            (&one.meta, facts)
        });
    }

    fn sanctions(&mut self) {
        let edition = self.edition;
        self.shelf(Section::Sanction, &edition.sanctions, |item| {
            let one = &item.data;
            let mut facts = vec![
                ("keadaan".to_owned(), Value::Text(one.status.value.label().to_owned())),
                fact("tingkat", &one.level),
                list("rezim", one.regimes.iter().map(|regime| regime.value.label().to_owned())),
                subjects("bagi", &one.subjects),
                list("bentuk", one.kinds.iter().map(|kind| kind.value.clone())),
                entries_basis(edition, &one.basis),
            ];
            let texts = [
                ("pidana", &one.criminal_kind),
                ("lamanya", &one.term),
                ("denda", &one.fine),
                ("diputus oleh", &one.decided_by),
                ("catatan netralitas", &one.neutrality_note),
            ];
            facts.extend(texts.into_iter().filter_map(|(label, text)| some(label, text.as_ref())));
            (&one.meta, facts)
        });
    }

    fn regulations(&mut self) {
        let edition = self.edition;
        for (id, item) in &edition.regulations {
            let one = item.data.as_ref();
            let mut facts = vec![("status".to_owned(), Value::Text(status(edition, one)))];
            facts.extend(common(&one.meta));
            facts.push(list("diubah oleh", one.amended_by.iter().map(|by| amendment(edition, by))));
            facts.push(list("rezim", one.regimes.iter().map(|regime| regime.value.label().to_owned())));
            for article in &one.articles {
                facts.push(fact(&article.number.value, &article.summary));
                facts.extend(some(&format!("bunyi {}", article.number.value), article.quote.as_ref()));
                let new = article.successors.iter().map(|basis| edition.basis_label(basis));
                facts.push(list(&format!("pengganti {}", article.number.value), new));
            }
            facts.extend(body(edition, &item.body));
            let title = format!("{} ({})", one.short_name(), one.meta.title.value);
            self.add(Section::Regulation, id.to_string(), &title, item.layer != EditionCode::National, facts);
        }
    }

    fn declarations(&mut self) {
        let edition = self.edition;
        self.shelf(Section::Declaration, &edition.declarations, |item| {
            let one = &item.data;
            let points = one.points.iter().map(|point| &point.passage.text);
            let passages = one.opening.iter().map(|passage| &passage.text).chain(points);
            let wording = passages.chain(one.closing.iter().map(|passage| &passage.text)).map(|text| text.value.clone());
            let steps = one.steps.iter().map(|step| step.value.clone());
            let facts = vec![
                ("teks".to_owned(), Value::Prose(wording.collect())),
                ("acara".to_owned(), Value::Prose(steps.collect())),
                subjects("yang mengucapkan", &one.declarants),
                list("yang menandatangani", one.signatories.iter().map(|who| who.value.clone())),
                list("saksi", one.witnesses.iter().map(|who| who.value.clone())),
                entries_basis(edition, &one.basis),
            ];
            (&one.meta, facts)
        });
    }

    fn pieces(&mut self) {
        let edition = self.edition;
        self.shelf(Section::Piece, &edition.pieces, |item| {
            let one = &item.data;
            let mut facts = vec![
                ("format".to_owned(), Value::Text(one.format.value.to_string())),
                ("poin".to_owned(), Value::Prose(one.points.iter().map(|point| point.value.clone()).collect())),
                entries_basis(edition, &one.basis),
            ];
            facts.extend(some("baris bahasa daerah", one.regional_line.as_ref().map(|line| &line.text)));
            facts.extend(some("kata pengantar", one.caption.as_ref()));
            facts.extend(some("kode QR ke", one.qr.as_ref()));
            (&one.meta, facts)
        });
    }

    fn site(&mut self) {
        let edition = self.edition;
        let site = &edition.site;
        let mut facts = vec![
            fact("judul", &site.title),
            fact("lembaga", &site.institution),
            fact("alamat situs", edition.url()),
            fact("pemilihan", &site.election.name),
            ("tahun".to_owned(), Value::Text(site.election.year.value.to_string())),
        ];
        let day = site.election.day.as_ref().map(|day| day::spoken(day.value));
        facts.extend(day.map(|day| ("hari pemungutan suara".to_owned(), Value::Text(day))));
        let region = edition.region.as_ref();
        facts.extend(some("nama daerah", region.map(|region| &region.name)));
        facts.extend(some("sebutan desa", region.and_then(|region| region.village_word.as_ref())));
        facts.extend(some("sebutan kepala desa", region.and_then(|region| region.head_word.as_ref())));
        facts.extend(some("warna aksen", region.and_then(|region| region.accent.as_ref())));
        self.add(Section::Site, "situs".to_owned(), "Pengaturan situs", false, facts);
    }
}

/// The common keys that a reader sees.
fn common(meta: &Meta) -> Vec<(String, Value)> {
    let mut facts = vec![fact("judul", &meta.title)];
    facts.extend(some("ringkasan", meta.summary.as_ref()));
    facts.extend(some("kalimat spanduk", meta.headline.as_ref()));
    facts.extend(some("catatan", meta.note.as_ref()));
    facts.extend(meta.confidence.as_ref().map(|one| ("keyakinan".to_owned(), Value::Text(one.value.label().to_owned()))));
    facts.push(list("sumber", meta.sources.iter().map(|source| source.value.clone())));
    facts
}

/// The words of a body, and the directives in it: what they list is told where it stands.
fn body(edition: &Edition, document: &Document) -> Vec<(String, Value)> {
    let words = sentences::cut(&text::render(document, &Written(edition)));
    let directives: BTreeSet<String> = document.directives().iter().map(|one| one.place.text().trim().to_owned()).collect();
    let images: BTreeSet<String> = document.images().iter().map(|(path, _)| (*path).to_owned()).collect();
    vec![
        ("isi".to_owned(), Value::Prose(words)),
        ("daftar otomatis".to_owned(), Value::List(directives)),
        ("gambar".to_owned(), Value::List(images)),
    ]
}

fn subjects(label: &str, keys: &[Located<String>]) -> (String, Value) {
    list(label, keys.iter().map(|key| subject_label(&key.value).to_owned()))
}

fn office(office: &Office) -> Vec<(String, Value)> {
    let texts = [
        ("nama", &office.name),
        ("alamat", &office.address),
        ("telepon", &office.phone),
        ("WhatsApp", &office.whatsapp),
        ("surel", &office.email),
        ("situs", &office.website),
    ];
    let mut facts: Vec<_> = texts.into_iter().filter_map(|(label, text)| some(label, text.as_ref())).collect();
    facts.push(list(
        "media sosial",
        office.social.iter().map(|(network, account)| format!("{} {}", network.value, account.value)),
    ));
    facts
}

fn post(post: &Post) -> Vec<(String, Value)> {
    let texts =
        [("kecamatan", &post.district), ("telepon", &post.phone), ("jam buka", &post.hours), ("koordinat", &post.coordinates)];
    let texts = texts.into_iter().filter_map(|(label, text)| some(label, text.as_ref()));
    std::iter::once(fact("alamat", &post.address)).chain(texts).collect()
}

fn district(district: &District) -> Vec<(String, Value)> {
    let texts = [
        ("sekretariat", &district.secretariat),
        ("alamat", &district.address),
        ("telepon", &district.phone),
        ("WhatsApp", &district.whatsapp),
    ];
    texts.into_iter().filter_map(|(label, text)| some(label, text.as_ref())).collect()
}

fn actor(edition: &Edition, by: &Actor) -> String {
    match by {
        Actor::Known(id) => edition.law_name(id),
        Actor::Named(name) => name.clone(),
    }
}

/// `dicabut oleh UU 20/2023 sejak 31 Oktober 2023`
fn status(edition: &Edition, regulation: &Regulation) -> String {
    let mut said = regulation.status.value.label().to_lowercase();
    if let Some(revocation) = &regulation.revoked_by {
        said.push_str(&format!(" oleh {}", actor(edition, &revocation.by.value)));
        said.extend(revocation.date.as_ref().map(|date| format!(" sejak {}", day::spoken(date.value))));
        said.extend(revocation.scope.as_ref().map(|scope| format!(" ({})", scope.value)));
    }
    said
}

fn amendment(edition: &Edition, amendment: &Amendment) -> String {
    let nature = amendment.nature.as_ref().map(|nature| format!(" ({})", nature.value)).unwrap_or_default();
    format!("{}{nature}", actor(edition, &amendment.by.value))
}

/// A body as it is written: values by their names, directives left out.
struct Written<'a>(&'a Edition);

impl Context for Written<'_> {
    fn value(&self, placeholder: Placeholder) -> Option<String> {
        Some(format!("{{{{ {} }}}}", placeholder.name()))
    }

    fn href(&self, _: &SiteLink) -> Option<String> {
        None
    }

    fn citation(&self, citation: &Citation) -> Option<CitationText> {
        self.0.citation_label(citation).map(|label| CitationText { label, href: None })
    }

    fn directive(&self, _: &Directive) -> Vec<Block> {
        Vec::new()
    }

    fn image(&self, _: &str) -> Option<String> {
        None
    }

    fn qr(&self, _: &QrTarget) -> Option<String> {
        None
    }
}
