//! The page that tells how to report: its two doors at a glance, and until when the second is open.

use serde_json::{Value, json};

use crate::content::Confidence;
use crate::markdown::Document;
use crate::web::page::Page;

/// The page's id; it has a template of its own.
pub(super) const ID: &str = "lapor";

/// The sections of the body that the doors lead to.
const TELL: &str = "kabari";
const REPORT: &str = "lapor-resmi";

/// The deadlines of `pelaporan.yaml` that bind whoever reports: `pemilu-lapor`, `pilkada-lapor`.
const OF_REPORTER: &str = "-lapor";

/// The variable `pintu` of `lapor.html`; null where the body has not both doors, as an office may write its own page.
pub(super) fn doors(page: &Page<'_>, body: &Document) -> Value {
    let headings = body.headings();
    let has = |id: &str| headings.iter().any(|heading| heading.id == id);
    if !has(TELL) || !has(REPORT) {
        return Value::Null;
    }
    let deadlines = page.house.edition().reporting.deadlines.iter();
    let own =
        deadlines.filter(|deadline| deadline.id.as_str().ends_with(OF_REPORTER) && deadline.confidence.value != Confidence::Low);
    let own: Vec<Value> = own
        .map(|deadline| json!({"rezim": deadline.regime.value.label(), "waktu": deadline.span(), "hal": deadline.matter.value}))
        .collect();
    json!({"kabari": format!("#{TELL}"), "resmi": format!("#{REPORT}"), "tenggat": own})
}
