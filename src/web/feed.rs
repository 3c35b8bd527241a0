//! The Atom feed of an edition: what was last compared with its sources, newest first.

use std::fmt::Write as _;

use super::dated;
use crate::markdown::escape::html_text;
use crate::plan::{EditionPlan, PagePlan};
use crate::source::Date;

/// Its name at the root of the edition.
pub const FILE: &str = "umpan.xml";

/// How many entries it has: readers keep what they have read.
const MOST_ENTRIES: usize = 50;

/// Whether an edition has anything to tell: Atom asks for a date, and content without dates has none.
pub fn has_entries(plan: &EditionPlan) -> bool {
    plan.pages.iter().any(|page| dated::checked(&plan.edition, &page.kind).is_some())
}

/// The feed; none for an edition whose content has no dates. An entry is known by its printed address, which is permanent.
pub fn feed(plan: &EditionPlan) -> Option<String> {
    let edition = &plan.edition;
    let mut entries: Vec<(Date, &PagePlan)> =
        plan.pages.iter().filter_map(|page| Some((dated::checked(edition, &page.kind)?, page))).collect();
    entries.sort_by(|(a_day, a), (b_day, b)| b_day.cmp(a_day).then_with(|| a.address.cmp(&b.address)));
    let (newest, _) = *entries.first()?;
    let home = html_text(&plan.printed(&plan.root));
    let own = html_text(&plan.printed(&plan.root.file(FILE)));
    let title = if edition.code.is_national() {
        edition.site.title.value.clone()
    } else {
        format!("{}, {}", edition.site.title.value, edition.name)
    };
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"id\">\n",
    );
    // Writing to a string can't fail.
    let _ = write!(
        out,
        "<title>{}</title>\n<id>{own}</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<updated>{}</updated>\n<author><name>{}</name></author>\n",
        html_text(&title),
        instant(newest),
        html_text(&edition.site.institution.value),
    );
    for (day, page) in entries.into_iter().take(MOST_ENTRIES) {
        entry(plan, page, day, &mut out);
    }
    out.push_str("</feed>\n");
    Some(out)
}

fn entry(plan: &EditionPlan, page: &PagePlan, day: Date, out: &mut String) {
    let edition = &plan.edition;
    let Some(meta) = dated::meta(edition, &page.kind) else { return };
    let address = html_text(&plan.printed(&page.address));
    let _ = write!(
        out,
        "<entry>\n<title>{}</title>\n<id>{address}</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n<updated>{}</updated>\n",
        html_text(&edition.fill(&meta.title)),
        instant(day),
    );
    if let Some(summary) = &meta.summary {
        let _ = writeln!(out, "<summary>{}</summary>", html_text(&edition.fill(summary)));
    }
    out.push_str("</entry>\n");
}

/// The beginning of a day in western Indonesia, as Atom writes an instant.
fn instant(day: Date) -> String {
    format!("{day}T00:00:00+07:00")
}
