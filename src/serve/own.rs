//! The preview's own pages and files, all below `/_suluh/`: what is wrong, the sheets of an edition, one sheet alone, script and styles.

use std::fmt::Write;

use super::fed;
use super::inject::{EDGE, SCRIPT, STYLE};
use super::panel::{self, LARGE, SMALL};
use super::problems;
use super::site::Answer;
use super::snapshot::Snapshot;
use super::studio::Studio;
use super::target::{RECORD, Target};
use crate::markdown::escape::{html_attribute, html_text, url_component};
use crate::plan::{EditionPlan, PageKind, SheetPlan};
use crate::print::SCREEN_FILE;

/// Everything of ours stands below this.
pub(super) const ROOT: &str = "/_suluh/";
/// All that is wrong.
pub(super) const PROBLEMS: &str = "/_suluh/temuan/";
/// The sheets, by edition.
pub(super) const SHEETS: &str = "/_suluh/lembar/";
/// Where open pages wait for news.
pub(super) const NEWS: &str = "/_suluh/peristiwa";

/// A file of ours: where, what kind, what is in it.
const FILES: [(&str, &str, &str); 3] = [
    (SCRIPT, "text/javascript; charset=utf-8", include_str!("pratinjau.js")),
    (STYLE, "text/css; charset=utf-8", include_str!("papan.css")),
    (EDGE, "text/css; charset=utf-8", include_str!("tepi.css")),
];

/// What stands at one of our addresses.
pub(super) fn answer(studio: &Studio, target: &Target) -> Answer {
    let path = target.path.as_str();
    if let Some((_, kind, text)) = FILES.iter().find(|(known, _, _)| *known == path) {
        return Answer::file(kind, text.as_bytes().into());
    }
    let now = studio.now();
    if path == PROBLEMS {
        return all_problems(&now, target);
    }
    let answer = path.strip_prefix(SHEETS).and_then(|inside| {
        let (code, inside) = inside.split_once('/')?;
        let plan = now.edition(code)?;
        if inside.is_empty() {
            return Some(all_sheets(&now, plan, target));
        }
        let (piece, what) = inside.split_once('/')?;
        let sheet = plan.sheets.iter().find(|sheet| sheet.piece.as_str() == piece)?;
        one_sheet(studio, &now, plan, sheet, what, target)
    });
    answer.unwrap_or_else(|| missing(target, "Di pratinjau tidak ada halaman ini."))
}

/// A page that says why there is nothing.
pub(super) fn missing(target: &Target, why: &str) -> Answer {
    let text = format!("<p>{why}</p>\n<p><a href=\"/\">Ke beranda</a></p>\n");
    Answer { status: 404, ..page("Tidak ada", &text, target) }
}

/// A page of ours, which reloads itself like any other.
pub(super) fn page(title: &str, inside: &str, target: &Target) -> Answer {
    let body = format!("<main class=\"lembar\">\n<h1>{}</h1>\n{inside}</main>\n", html_text(title));
    let mark = Answer::mark_of(body.as_bytes());
    let html = format!(
        "<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<title>{} – pratinjau Suluh</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"stylesheet\" href=\"{STYLE}\">\n<link rel=\"icon\" href=\"data:,\">\n</head>\n<body class=\"suluh\">\n{body}\
         <script src=\"{SCRIPT}\" data-halaman=\"{}\" data-sidik=\"{mark}\" defer></script>\n</body>\n</html>\n",
        html_text(title),
        html_attribute(&target.shown())
    );
    Answer::page(200, html, mark)
}

/// Everything that is wrong; shown in place of any page when there is none at all.
pub(super) fn all_problems(now: &Snapshot, target: &Target) -> Answer {
    let mut inside = match problems::count(&now.problems) {
        Some(count) => format!("<p>{count}. Betulkan dan simpan berkasnya; halaman ini ikut berubah.</p>\n"),
        None => "<p>Tidak ada galat dan tidak ada peringatan.</p>\n".to_owned(),
    };
    inside.push_str(&problems::list(&now.problems));
    inside.push_str(&problems::silenced(&now.silenced));
    if now.plan.is_some() {
        inside.push_str("<p><a href=\"/\">Ke beranda</a></p>\n");
    }
    page("Temuan", &inside, target)
}

/// All sheets of an edition in small.
fn all_sheets(now: &Snapshot, plan: &EditionPlan, target: &Target) -> Answer {
    let fed = fed::fed(plan, &PageKind::Downloads);
    let figures = panel::figures(now, plan, &fed, None);
    let inside = format!(
        "<p><a href=\"{}\">{}</a>, {} lembar</p>\n<div class=\"kisi\">\n{figures}</div>\n",
        html_attribute(plan.root.as_str()),
        html_text(&plan.edition.name),
        fed.len()
    );
    page("Lembar cetak", &inside, target)
}

/// One sheet: alone, as a picture, or what is told of it.
fn one_sheet(
    studio: &Studio,
    now: &Snapshot,
    plan: &EditionPlan,
    sheet: &SheetPlan,
    what: &str,
    target: &Target,
) -> Option<Answer> {
    let record = target.word(RECORD);
    let piece = sheet.piece.as_str();
    let laid = studio.table.sheet(now, plan, sheet, record)?;
    let made = laid.made()?;
    if what.is_empty() {
        return Some(alone(studio, now, plan, sheet, target));
    }
    if what == "rincian" {
        return Some(Answer::fragment(panel::details(now, plan, piece, record, &laid.key, made)));
    }
    let (number, width) = what.strip_suffix(".png")?.split_once('-')?;
    // Two sizes, so that nobody asks for a picture that fills the memory.
    let width = [SMALL, LARGE].into_iter().find(|known| known.to_string() == width)?;
    let shot = made.shot(number.parse::<usize>().ok()?.checked_sub(1)?, width)?;
    let lasting = target.word("k") == Some(laid.key.as_str());
    Some(Answer { lasting, ..Answer::file("image/png", shot.bytes.as_slice().into()) })
}

/// The page of one sheet: large pictures, what preflight found, which file it is.
fn alone(studio: &Studio, now: &Snapshot, plan: &EditionPlan, sheet: &SheetPlan, target: &Target) -> Answer {
    let (piece, record) = (sheet.piece.as_str(), target.word(RECORD));
    let item = plan.edition.pieces.get(&sheet.piece);
    let title = item.map_or_else(|| piece.to_owned(), |item| plan.edition.fill(&item.data.meta.title));
    let mut inside = String::new();
    if let Some(item) = item {
        let format = now.plan.as_ref().and_then(|all| all.theme.formats.get(&sheet.format));
        let called = format.map_or_else(String::new, |format| html_text(&format.title.value));
        let _ = writeln!(
            inside,
            "<p>{called}, {}. Naskahnya <code>{}</code>.</p>",
            html_text(&plan.edition.name),
            html_text(&item.path)
        );
        let on_screen =
            format.is_some_and(crate::content::Format::has_screen_edition) && !plan.edition.names_people(&sheet.piece);
        if on_screen {
            let address = plan.download_file(&format!("{piece}{SCREEN_FILE}"));
            let _ = writeln!(inside, "<p><a href=\"{}\">PDF untuk dibaca di layar</a></p>", html_attribute(address.as_str()));
        }
        inside.push_str(&records(plan, item, record));
    }
    if let Some(laid) = studio.table.sheet(now, plan, sheet, record)
        && let Some(made) = laid.made()
    {
        inside.push_str(&panel::told(now, made));
        let place = panel::place(plan, piece);
        let record = record.map_or_else(String::new, |record| format!("{RECORD}={}&amp;", url_component(record)));
        for (page, (width, height)) in made.sizes().into_iter().enumerate() {
            let (number, height) = (page + 1, (f64::from(LARGE) * height / width).round());
            let _ = writeln!(
                inside,
                "<p><img class=\"besar\" src=\"{place}{number}-{LARGE}.png?{record}k={}\" width=\"{LARGE}\" height=\"{height}\" alt=\"Halaman {number}\"></p>",
                laid.key
            );
        }
    }
    let _ =
        writeln!(inside, "<p><a href=\"{SHEETS}{}/\">Semua lembar {}</a></p>", plan.edition.code, html_text(&plan.edition.name));
    page(&title, &inside, target)
}

/// The choice of the village whose sheet is shown; nothing for a sheet that is the same for all.
fn records(plan: &EditionPlan, item: &crate::edition::Item<crate::content::Piece>, chosen: Option<&str>) -> String {
    let villages = plan.edition.sheet_villages(&item.data);
    if villages.is_empty() {
        return String::new();
    }
    let mut out =
        format!("<form method=\"get\"><label for=\"desa\">Lembar untuk</label> <select id=\"desa\" name=\"{RECORD}\">\n");
    for village in villages {
        let code = village.code.value.as_str();
        let selected = if chosen == Some(code) { " selected" } else { "" };
        let name = html_text(&format!("{}, {}", plan.edition.village_title(village), village.district.value));
        let _ = writeln!(out, "<option value=\"{}\"{selected}>{name}</option>", html_attribute(code));
    }
    out.push_str("</select> <button>Tampilkan</button></form>\n");
    out
}
