//! Articles as they are cited on a page, with what became of them.

use serde_json::{Value, json};

use crate::content::Kind;
use crate::content::law::{LegalBasis, Phase, subject_label};
use crate::content::regulation::{Actor, Status};
use crate::diagnostics::Located;
use crate::markdown::{Citation, CitationText, slug};
use crate::web::page::Page;
use crate::web::words;

/// `Pasal 2 huruf f UU 20/2023`, and where it stands.
pub fn citation(page: &Page<'_>, citation: &Citation) -> Option<CitationText> {
    let edition = page.house.edition();
    let label = edition.citation_label(citation)?;
    let (id, item) = edition.regulations.get_key_value(citation.regulation.as_str())?;
    let anchor = citation.article.as_deref().filter(|article| item.data.article(article).is_some());
    let href = page.item(Kind::Regulation, id).map(|href| match anchor {
        Some(anchor) => format!("{href}#{anchor}"),
        None => href,
    });
    Some(CitationText { label, href })
}

/// The articles of a `dasar`, as the component `dasar` shows them.
pub fn bases(page: &Page<'_>, bases: &[LegalBasis]) -> Vec<Value> {
    bases.iter().map(|basis| base(page, basis)).collect()
}

fn base(page: &Page<'_>, basis: &LegalBasis) -> Value {
    let (label, href) = linked(page, basis);
    let regulation = page.house.edition().regulations.get(&basis.regulation.value);
    let found = regulation.and_then(|item| item.data.article(&slug(&basis.article.value)));
    let revoked = regulation.is_some_and(|item| item.data.status.value == Status::Revoked);
    let successor = found.and_then(|found| found.successors.first()).filter(|_| revoked).map(|successor| {
        let (label, href) = linked(page, successor);
        json!({"label": label, "href": href})
    });
    json!({
        "label": label,
        "href": href,
        "ringkasan": found.map(|found| page.text(&found.summary)),
        "dicabut": revoked,
        "pengganti": successor,
    })
}

/// What an article is called and where it stands.
pub fn linked(page: &Page<'_>, basis: &LegalBasis) -> (String, Option<String>) {
    let edition = page.house.edition();
    let href = citation(page, &edition.citation_of(basis)).and_then(|text| text.href);
    (edition.basis_label(basis), href)
}

/// A regulation that touched another: its name, and its page when it is in the content.
pub fn actor(page: &Page<'_>, actor: &Actor) -> (String, Option<String>) {
    match actor {
        Actor::Known(id) => {
            let known = page.house.edition().regulations.get(id);
            let name = known.map_or_else(|| id.as_str().to_owned(), |item| item.data.short_name());
            (name, page.item(Kind::Regulation, id))
        }
        Actor::Named(name) => (name.clone(), None),
    }
}

/// The class and words of a regulation's status.
pub fn status(status: Status) -> Value {
    let sentence = match status {
        Status::InForce => None,
        Status::Amended => Some("Peraturan ini masih berlaku, dengan perubahan."),
        Status::PartlyRevoked => Some("Sebagian peraturan ini sudah dicabut."),
        Status::Revoked => Some("Peraturan ini sudah dicabut. Jangan dipakai sebagai dasar."),
    };
    json!({"id": status.key(), "kata": status.label(), "kalimat": sentence})
}

/// `PNS`: a subject without the explanation in brackets.
pub fn subject(key: &str) -> String {
    let label = subject_label(key);
    label.split(" (").next().unwrap_or(label).to_owned()
}

/// `PNS dan PPPK, sebelum penetapan calon`: whom a prohibition binds and when, on one line.
pub fn bound(subjects: &[Located<String>], phases: &[Located<Phase>]) -> Option<String> {
    let who: Vec<String> = subjects.iter().map(|key| words::lower_first(&subject(&key.value))).collect();
    let always = phases.iter().any(|phase| phase.value == Phase::Always);
    let when: Vec<String> = phases.iter().map(|phase| words::lower_first(phase.value.label())).collect();
    match (who.is_empty(), always || when.is_empty()) {
        (true, _) => None,
        (false, true) => Some(words::and(&who)),
        (false, false) => Some(format!("{}; {}", words::and(&who), words::and(&when))),
    }
}
