//! Pages of `content/halaman/`: running text, and the page that tells how to report.

use serde_json::{Value, json};

use super::{Variables, disputes, evidence, frame, law, with};
use crate::content::Id;
use crate::markdown::{Document, text};
use crate::web::page::Page;

/// From how many sections on a page lists them at its side.
const SECTIONS_LISTED: usize = 3;

/// The id of the page that tells how to report; it has a template of its own.
const REPORTING: &str = "lapor";

/// See `halaman.html` and `lapor.html` of the theme.
pub(super) fn variables(page: &Page<'_>, id: &Id) -> Option<(&'static str, Variables)> {
    let item = page.house.edition().pages.get(id)?;
    let meta = &item.data.meta;
    let summary = meta.summary.as_ref().map(|summary| page.text(summary));
    let heading = frame::Heading::below_home(page, &page.text(&meta.title), summary);
    let template = if id.as_str() == REPORTING { "lapor.html" } else { "halaman.html" };
    let variables = with(
        frame::variables(page, &heading),
        json!({
            "isi": page.body(&item.body),
            "bagian": sections(page, &item.body),
            "sejenis": related(page, &item.data),
            "dasar": law::bases(page, &item.data.basis),
            "sengketa": disputes::touched(page, meta),
            "bukti": evidence::evidence(page, meta, &[]),
        }),
    );
    Some((template, variables))
}

/// The other pages for the same readers; none for a page that does not say for whom it is.
fn related(page: &Page<'_>, own: &crate::content::Page) -> Value {
    let Some(group) = &own.group else { return Value::Null };
    let mut pages = frame::pages_for(page, group.value);
    pages.retain(|other| other["kini"] == false);
    if pages.is_empty() { Value::Null } else { json!({"judul": group.value.label(), "halaman": pages}) }
}

/// The headings that cut the page into its sections, when there are enough to lose one's way.
fn sections(page: &Page<'_>, body: &Document) -> Vec<Value> {
    let headings = body.headings();
    let Some(top) = headings.iter().map(|heading| heading.level).min() else { return Vec::new() };
    let tops: Vec<_> = headings.into_iter().filter(|heading| heading.level == top).collect();
    if tops.len() < SECTIONS_LISTED {
        return Vec::new();
    }
    tops.iter().map(|heading| json!({"id": heading.id, "judul": text::render_inlines(heading.content, page)})).collect()
}
