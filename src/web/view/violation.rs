//! One violation.

use serde_json::{Value, json};

use super::{Variables, disputes, evidence, frame, law, sanction, with};
use crate::content::law::subject_label;
use crate::content::sentence::upper_first;
use crate::content::{Id, Kind, Violation};
use crate::edition::in_order;
use crate::web::page::Page;
use crate::web::words;

/// See `pelanggaran.html` of the theme.
pub(super) fn variables(page: &Page<'_>, id: &Id) -> Option<Variables> {
    let item = page.house.edition().violations.get(id)?;
    let violation = &item.data;
    let meta = &violation.meta;
    let forbidden = page.text(meta.summary.as_ref().unwrap_or(&meta.title));
    let mut heading = frame::Heading::below_list(page, Kind::Violation, &page.text(&meta.title), None);
    // The box of the prohibition says it on the page.
    heading.description = Some(words::beginning(&forbidden, frame::LONGEST_DESCRIPTION));
    let subjects: Vec<&str> = violation.subjects.iter().map(|key| subject_label(&key.value)).collect();
    let phases: Vec<&str> = violation.phases.iter().map(|phase| phase.value.label()).collect();
    let regimes: Vec<&str> = violation.regimes.iter().map(|regime| regime.value.label()).collect();
    let remarks: Vec<_> = [
        evidence::differing("Keyakinan dasar hukum", &violation.basis_confidence),
        evidence::differing("Keyakinan sanksi", &violation.sanction_confidence),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (body, explained) = page.explained(&item.body);
    Some(with(
        frame::variables(page, &heading),
        json!({
            "isi": body,
            "arti": explained,
            "larangan": forbidden,
            "kelompok": violation.group_label(),
            "siapa": subjects,
            "kapan": phases,
            "rezim": regimes,
            "terhadap": violation.against.as_ref().map(|against| upper_first(&against.value)),
            "diputus_oleh": violation.decided_by.as_ref().map(|who| &who.value),
            "dasar": law::bases(page, &violation.basis),
            "dasar_sanksi": law::bases(page, &violation.sanction_basis),
            "sanksi": sanctions(page, violation),
            "serupa": related(page, id, violation),
            "sengketa": disputes::touched(page, meta),
            "bukti": evidence::evidence(page, meta, &remarks),
        }),
    ))
}

fn sanctions(page: &Page<'_>, violation: &Violation) -> Vec<Value> {
    let shelf = &page.house.edition().sanctions;
    let known = violation.sanctions.iter().filter_map(|id| shelf.get(&id.value).map(|item| (&id.value, item)));
    known
        .map(|(id, item)| {
            json!({
                "nama": page.text(&item.data.meta.title),
                "href": page.item(Kind::Sanction, id),
                "ringkas": item.data.meta.summary.as_ref().map(|summary| page.text(summary)),
                "status": sanction::status(&item.data),
            })
        })
        .collect()
}

/// How many related violations are shown.
const MOST_RELATED: usize = 4;

/// Violations on the same article but for another time or another person: an act weighs otherwise
/// before and after candidates are determined.
fn related(page: &Page<'_>, id: &Id, violation: &Violation) -> Vec<Value> {
    let all = in_order(&page.house.edition().violations, |item| &item.meta);
    let shares_basis = |other: &Violation| {
        other.basis.iter().any(|one| {
            violation
                .basis
                .iter()
                .any(|own| own.regulation.value == one.regulation.value && own.article.value == one.article.value)
        })
    };
    all.into_iter()
        .filter(|(other, item)| *other != id && shares_basis(&item.data))
        .take(MOST_RELATED)
        .map(|(other, item)| {
            json!({
                "judul": page.text(&item.data.meta.title),
                "href": page.item(Kind::Violation, other),
                "bagi": law::bound(&item.data.subjects, &item.data.phases),
            })
        })
        .collect()
}
