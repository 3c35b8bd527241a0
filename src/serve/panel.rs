//! The panel beside a page: the sheets that it feeds, as pictures, the way to other editions, and how much is wrong elsewhere.

use std::fmt::Write;

use rayon::prelude::*;

use super::fed::{self, Fed};
use super::sheets::{self, Made};
use super::snapshot::Snapshot;
use super::target::RECORD;
use super::{own, problems};
use crate::diagnostics::Diagnostic;
use crate::markdown::escape::{html_attribute, html_text, url_component};
use crate::plan::{Address, EditionPlan, PageKind, PagePlan};

/// The width of a picture in the panel and in lists, in pixels: twice what it is shown at.
pub(super) const SMALL: u32 = 640;
/// The width of a picture that is looked at alone, in pixels.
pub(super) const LARGE: u32 = 1600;
/// Editions that the panel names; a national project has hundreds.
const EDITIONS: usize = 40;

/// The banner above a page with errors; empty without any.
pub(super) fn banner(errors: &[&Diagnostic], is_old: bool) -> String {
    if errors.is_empty() {
        return String::new();
    }
    let below =
        if is_old { "Yang tampak di bawah ini isi terakhir yang benar." } else { "Halaman di bawah ini mungkin belum lengkap." };
    let mut out = format!("<section class=\"pita\" role=\"alert\">\n<h2>{} galat di halaman ini</h2>\n", errors.len());
    let _ = writeln!(out, "<p>{below} Betulkan dan simpan berkasnya; tanda ini hilang sendiri.</p>");
    out.push_str(&problems::list(errors.iter().copied()));
    out.push_str("</section>\n");
    out
}

/// The panel of a page. `told` is the newest snapshot, which knows what is wrong; `snapshot` the one that the page comes from.
pub(super) fn panel(told: &Snapshot, snapshot: &Snapshot, plan: &EditionPlan, page: &PagePlan) -> String {
    let fed = fed::fed(plan, &page.kind);
    let record = match &page.kind {
        PageKind::Village(index) => plan.edition.villages.get(*index).map(|village| village.code.value.as_str()),
        _ => None,
    };
    let mut out = String::from("<details class=\"papan\">\n<summary><b>Pratinjau</b>");
    if !fed.is_empty() {
        let _ = write!(out, " <span>{} lembar</span>", fed.len());
    }
    let count = problems::count(&told.problems);
    if let Some(count) = &count {
        let _ = write!(out, " <span class=\"{}\">{count}</span>", if told.is_sound() { "peringatan" } else { "galat" });
    }
    out.push_str("</summary>\n<div class=\"isi\">\n");
    if let Some(count) = &count {
        let _ = writeln!(out, "<p><a href=\"{}\">Lihat {count}</a></p>", own::PROBLEMS);
    }
    out.push_str(&editions(snapshot, plan, &page.address));
    out.push_str("<h2>Lembar cetak</h2>\n");
    if fed.is_empty() {
        out.push_str("<p>Halaman ini tidak mengisi lembar cetak mana pun.</p>\n");
    }
    out.push_str(&figures(snapshot, plan, &fed, record));
    let code = plan.edition.code.as_str();
    let _ = writeln!(
        out,
        "<p><a href=\"{}{code}/\">Semua lembar {}</a></p>\n</div>\n</details>",
        own::SHEETS,
        html_text(&plan.edition.name)
    );
    out
}

/// Links to the same page of the other editions, or to their home where there is none.
fn editions(snapshot: &Snapshot, plan: &EditionPlan, here: &Address) -> String {
    let all = snapshot.editions();
    if all.len() < 2 {
        return String::new();
    }
    let inside = here.as_str().strip_prefix(plan.root.as_str()).unwrap_or_default();
    let mut out = String::from("<nav aria-label=\"Edisi\">\n<ul class=\"edisi\">\n");
    for other in all.iter().take(EDITIONS) {
        let there = Some(other.root.resolve(inside)).filter(|there| other.at(there).is_some());
        let there = there.as_ref().unwrap_or(&other.root);
        let current = if std::ptr::eq(plan, other) { " aria-current=\"true\"" } else { "" };
        let _ = writeln!(
            out,
            "<li><a href=\"{}\"{current}>{}</a></li>",
            html_attribute(there.as_str()),
            html_text(&other.edition.name)
        );
    }
    out.push_str("</ul>\n</nav>\n");
    out
}

/// Sheets as pictures, each with its name, why it stands here, and room for what preflight finds.
pub(super) fn figures(snapshot: &Snapshot, plan: &EditionPlan, fed: &[Fed<'_>], record: Option<&str>) -> String {
    fed.par_iter().filter_map(|fed| figure(snapshot, plan, fed, record)).collect()
}

fn figure(snapshot: &Snapshot, plan: &EditionPlan, fed: &Fed<'_>, record: Option<&str>) -> Option<String> {
    let (job, key) = sheets::job(snapshot, plan, fed.sheet, record)?;
    let place = place(plan, fed.sheet.piece.as_str());
    let query = query(record, &key);
    let title = html_text(&plan.edition.fill(&fed.piece.data.meta.title));
    let format = html_text(&job.format.title.value);
    let height = (f64::from(SMALL) * job.format.height / job.format.width).round();
    let alone = record.map_or_else(String::new, |record| format!("?{RECORD}={}", url_component(record)));
    Some(format!(
        "<figure>\n<a href=\"{place}{alone}\"><img src=\"{place}1-{SMALL}.png{query}\" width=\"{SMALL}\" height=\"{height}\" loading=\"lazy\" alt=\"Lembar {}\"></a>\n\
         <figcaption><b>{title}</b> <small>{format}, {}</small></figcaption>\n<div data-rincian=\"{place}rincian{query}\"></div>\n</figure>\n",
        html_attribute(&plan.edition.fill(&fed.piece.data.meta.title)),
        fed.why
    ))
}

/// Where the sheet of a piece is looked at.
pub(super) fn place(plan: &EditionPlan, piece: &str) -> String {
    format!("{}{}/{piece}/", own::SHEETS, plan.edition.code)
}

/// What names a state of a sheet.
fn query(record: Option<&str>, key: &str) -> String {
    let record = record.map_or_else(String::new, |record| format!("{RECORD}={}&amp;", url_component(record)));
    format!("?{record}k={key}")
}

/// What is told of a sheet once it is laid out: that it is an old one, its further pages, what preflight found.
pub(super) fn details(now: &Snapshot, plan: &EditionPlan, piece: &str, record: Option<&str>, key: &str, made: &Made) -> String {
    let mut out = told(now, made);
    let (place, query) = (place(plan, piece), query(record, key));
    for (page, (width, height)) in made.sizes().into_iter().enumerate().skip(1) {
        let number = page + 1;
        let height = (f64::from(SMALL) * height / width).round();
        let _ = writeln!(
            out,
            "<img src=\"{place}{number}-{SMALL}.png{query}\" width=\"{SMALL}\" height=\"{height}\" loading=\"lazy\" alt=\"Halaman {number}\">"
        );
    }
    out
}

/// What preflight found on a sheet.
pub(super) fn told(now: &Snapshot, made: &Made) -> String {
    let mut out = String::new();
    if made.is_old() {
        out.push_str("<p>Lembar ini belum dapat disusun; yang tampak susunan terakhir yang dapat.</p>\n");
    } else if made.sizes().is_empty() {
        out.push_str("<p>Lembar ini belum dapat disusun.</p>\n");
    }
    let (found, silenced) = now.told(&made.found);
    if !found.is_empty() {
        out.push_str(&problems::list(found));
    }
    if silenced > 0 {
        let _ = writeln!(out, "<p>{silenced} peringatan diabaikan dengan alasan.</p>");
    }
    out
}
