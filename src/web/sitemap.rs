//! What search engines read: the sitemap of an edition and robots.txt.

use super::dated;
use crate::markdown::escape::html_text;
use crate::plan::{EditionPlan, Plan};

/// `sitemap.xml` of an edition: every page by its printed address, with the day on which its content was last checked.
pub fn sitemap(edition: &EditionPlan) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in edition.pages.iter().filter(|page| page.kind.is_listed()) {
        out.push_str("<url><loc>");
        out.push_str(&html_text(&edition.printed(&page.address)));
        out.push_str("</loc>");
        if let Some(day) = dated::checked(&edition.edition, &page.kind) {
            out.push_str(&format!("<lastmod>{day}</lastmod>"));
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}

/// `robots.txt` for the host that the national edition stands on: everything may be read. Editions
/// with an address of their own have their own file.
pub fn robots(plan: &Plan, edition: &EditionPlan) -> String {
    let mut out = String::from("User-agent: *\nAllow: /\n\n");
    let own_host = own_host(edition);
    let here = plan.editions.iter().filter(|other| if own_host { std::ptr::eq(*other, edition) } else { !self::own_host(other) });
    for other in here {
        out.push_str("Sitemap: ");
        out.push_str(&other.printed(&other.root.file("sitemap.xml")));
        out.push('\n');
    }
    out
}

/// Whether the edition's office publishes it under an address of its own.
pub fn own_host(edition: &EditionPlan) -> bool {
    edition.edition.region.as_ref().is_some_and(|region| region.url.is_some())
}
