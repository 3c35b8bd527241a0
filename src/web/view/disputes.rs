//! The disputed points that a page touches, each with what every side says.

use serde_json::{Value, json};

use super::evidence;
use crate::content::{Confidence, Dispute, Meta};
use crate::web::page::Page;

/// The variables of the component `sengketa`; empty for what touches none.
pub fn touched(page: &Page<'_>, meta: &Meta) -> Vec<Value> {
    let disputes = &page.house.edition().disputes;
    meta.disputes.iter().filter_map(|id| disputes.get(id.value.as_str())).map(|one| dispute(page, one)).collect()
}

fn dispute(page: &Page<'_>, dispute: &Dispute) -> Value {
    let opinions: Vec<Value> = dispute
        .opinions
        .iter()
        .map(|opinion| {
            json!({
                "pihak": opinion.party.value,
                "isi": opinion.text.value,
                "sumber": evidence::sources(page, &opinion.sources),
            })
        })
        .collect();
    json!({
        "id": dispute.id.as_str(),
        "isu": dispute.question.value,
        "pendapat": opinions,
        "saran": dispute.advice.value,
        "rendah": dispute.confidence.value == Confidence::Low,
    })
}
