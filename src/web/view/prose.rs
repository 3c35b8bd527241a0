//! Pages of `content/halaman/`: running text, and the page that tells how to report.

use serde_json::{Value, json};

use super::{Variables, disputes, evidence, frame, law, posts, reporting, with};
use crate::content::Id;
use crate::content::village::Medium;
use crate::markdown::{Block, BlockKind, Document, text};
use crate::web::page::Page;

/// From how many sections on a page lists them at its side.
const SECTIONS_LISTED: usize = 3;

/// See `halaman.html` and `lapor.html` of the theme.
pub(super) fn variables(page: &Page<'_>, id: &Id) -> Option<(&'static str, Variables)> {
    let item = page.house.edition().pages.get(id)?;
    let meta = &item.data.meta;
    let summary = meta.summary.as_ref().map(|summary| page.text(summary));
    let heading = frame::Heading::below_home(page, &page.text(&meta.title), summary).told_by(page, &item.body);
    let template = if id.as_str() == reporting::ID { "lapor.html" } else { "halaman.html" };
    let (body, explained) = page.explained(&item.body);
    let variables = with(
        frame::variables(page, &heading),
        json!({
            "isi": body,
            "arti": explained,
            "bagian": sections(page, &item.body),
            "id": id.as_str(),
            "pintu": reporting::doors(page, &item.body),
            "posko": posts::first(page),
            "terdekat": posts::can_be_sorted(page, &item.body),
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
    let all = frame::all_pages(page, group.value);
    if pages.is_empty() { Value::Null } else { json!({"judul": group.value.label(), "halaman": pages, "semua": all}) }
}

/// The headings that cut the page into its sections, those of its directives among them, when there are enough to lose one's way.
fn sections(page: &Page<'_>, body: &Document) -> Vec<Value> {
    let mut headings = Vec::new();
    for block in &body.blocks {
        match &block.kind {
            BlockKind::Directive(directive) => {
                page.house.edition().expand(directive, Medium::Web).iter().for_each(|block| section(page, block, &mut headings));
            }
            _ => section(page, block, &mut headings),
        }
    }
    let Some(top) = headings.iter().map(|(level, _)| *level).min() else { return Vec::new() };
    headings.retain(|(level, _)| *level == top);
    if headings.len() < SECTIONS_LISTED {
        return Vec::new();
    }
    headings.into_iter().map(|(_, section)| section).collect()
}

/// A heading with its level, as the component `bagian` shows it.
fn section(page: &Page<'_>, block: &Block, headings: &mut Vec<(u8, Value)>) {
    if let BlockKind::Heading { level, id, content, .. } = &block.kind {
        headings.push((*level, json!({"id": id, "judul": text::render_inlines(content, page)})));
    }
}
