//! The report for people: one page that needs no other file, read by someone who prints and does not program.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Finding, Outcome, Report, Sheet};
use crate::content::day::spoken;
use crate::content::sentence::upper_first;
use crate::diagnostics::{Diagnostic, Place, Severity, Silenced};
use crate::markdown::escape::{html_message, html_text};

/// The colours of the theme's website; nothing is said by colour alone.
const STYLE: &str = "
:root { color-scheme: light; --tinta: #591c6e; --garis: #cfc8d3; --muda: #f0e8f3; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem; background: #fbf8f2; color: #1b1620; font: 1rem/1.5 system-ui, sans-serif; }
h1, h2, h3 { color: var(--tinta); line-height: 1.2; }
h1 { margin: 0 0 .5rem; font-size: 2rem; }
h2 { margin: 2.5rem 0 .25rem; font-size: 1.4rem; border-top: 3px solid var(--tinta); padding-top: 1rem; }
h3 { margin: 1.5rem 0 .25rem; font-size: 1.1rem; }
p { margin: .25rem 0; }
.jumlah { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; padding: 0; list-style: none; }
.jumlah li { background: #fff; border: 1px solid var(--garis); border-radius: .5rem; padding: .5rem 1rem; }
.jumlah strong { display: block; font-size: 1.6rem; color: var(--tinta); }
.gulir { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; background: #fff; }
caption { text-align: left; padding: .25rem 0; color: #5e5966; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border: 1px solid var(--garis); overflow-wrap: anywhere; }
th { background: var(--muda); color: var(--tinta); overflow-wrap: normal; }
td:first-child { width: 8rem; }
.aturan td:first-child { width: 4rem; }
.aturan td:last-child { white-space: nowrap; }
code { font-size: .9em; }
a { color: var(--tinta); }
@media print { body { max-width: none; padding: 0; background: #fff; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
";

/// The whole page.
pub(super) fn page(report: &Report<'_>) -> String {
    let mut out = String::from("<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Laporan pemeriksaan cetak</title>\n",
    );
    let _ = writeln!(out, "<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>Laporan pemeriksaan cetak</h1>");
    head(report, &mut out);
    holding(report, &mut out);
    for (index, sheet) in report.sheets.iter().enumerate() {
        piece(index, sheet, &mut out);
    }
    if !report.content.is_empty() {
        out.push_str("<h2 id=\"isi\">Isi</h2>\n<p>Naskah, data desa, dan kontak, sebelum dicetak.</p>\n");
        table("Temuan pada isi", report.content.iter(), &mut out);
    }
    silenced(report, &mut out);
    checked(report, &mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// How it ended, the counts, and the way to each piece.
fn head(report: &Report<'_>, out: &mut String) {
    let ended = match report.outcome {
        Outcome::Unchecked => "Isinya harus dibetulkan dahulu: cetakan belum diperiksa, dan tidak ada yang diterbitkan.",
        Outcome::Refused => "Ada galat, jadi tidak ada yang diterbitkan. Terbitan lama tetap seperti semula.",
        Outcome::Published if report.all().next().is_some() => {
            "Sudah diterbitkan. Temuan berikut tidak menghalangi, tetapi sebaiknya dibetulkan."
        }
        Outcome::Published if report.silenced.is_empty() => "Tidak ada temuan. Semua bahan sudah diterbitkan.",
        Outcome::Published => "Tidak ada temuan selain yang diabaikan dengan alasan. Semua bahan sudah diterbitkan.",
    };
    let _ = writeln!(out, "<p>{ended}</p>");
    if let Some(day) = report.as_of {
        let _ = writeln!(out, "<p>Diperiksa menurut keadaan <time datetime=\"{day}\">{}</time>.</p>", spoken(day));
    }
    out.push_str("<ul class=\"jumlah\">\n");
    let villages: BTreeSet<&str> = report
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.found)
        .filter_map(|found| Some(found.village.as_ref()?.1.as_str()))
        .collect();
    let counts = [
        (report.count(Severity::Error), "galat: harus dibetulkan"),
        (report.count(Severity::Warning), "peringatan: sebaiknya dibetulkan"),
        (report.sheets.len(), "bahan cetak dengan temuan"),
        (villages.len(), "desa dengan temuan"),
    ];
    for (count, what) in counts {
        let _ = writeln!(out, "<li><strong>{count}</strong> {what}</li>");
    }
    if !report.silenced.is_empty() {
        let count = report.silenced.len();
        let _ = writeln!(out, "<li><strong>{count}</strong> <a href=\"#diabaikan\">diabaikan dengan alasan</a></li>");
    }
    out.push_str("</ul>\n");
    if report.sheets.len() + usize::from(!report.content.is_empty()) > 1 {
        out.push_str("<nav aria-label=\"Bahan dengan temuan\">\n<ul>\n");
        for (index, sheet) in report.sheets.iter().enumerate() {
            let (title, office, found) = (html_text(&sheet.title), html_text(&sheet.office), sheet.found.len());
            let _ = writeln!(out, "<li><a href=\"#karya-{index}\">{title}, {office}</a> ({found} temuan)</li>");
        }
        if !report.content.is_empty() {
            let _ = writeln!(out, "<li><a href=\"#isi\">Isi</a> ({} temuan)</li>", report.content.len());
        }
        out.push_str("</ul>\n</nav>\n");
    }
}

/// Which pieces keep everything from being published, and how to do without them.
fn holding(report: &Report<'_>, out: &mut String) {
    if report.outcome != Outcome::Refused {
        return;
    }
    out.push_str(
        "<h2 id=\"menahan\">Yang menahan terbitan</h2>\n<p>Terbitan utuh atau tidak sama sekali: satu bahan yang bergalat menahan \
         semuanya, supaya tidak ada bahan yang hilang tanpa diketahui. Betulkan, atau terbitkan sisanya tanpa bahan itu. Daerah lain dapat \
         diterbitkan sendiri dengan <code>suluh build --region KODE</code>.</p>\n<ul>\n",
    );
    for (index, sheet) in report.sheets.iter().enumerate().filter(|(_, sheet)| sheet.holds_back()) {
        let (title, office) = (html_text(&sheet.title), html_text(&sheet.office));
        let villages = match sheet.failed_villages() {
            0 => String::new(),
            count => format!(", {count} desa"),
        };
        let _ = writeln!(
            out,
            "<li><a href=\"#karya-{index}\">{title}, {office}</a>{villages}. Tanpa bahan ini: {}.</li>",
            html_message(&sheet.without)
        );
    }
    out.push_str("</ul>\n");
}

/// What somebody answers for, and why: whoever reads on can judge whether that still holds.
fn silenced(report: &Report<'_>, out: &mut String) {
    if report.silenced.is_empty() {
        return;
    }
    out.push_str(
        "<h2 id=\"diabaikan\">Diabaikan dengan alasan</h2>\n<p>Peringatan ini ditemukan seperti yang lain, tetapi sudah dilihat \
         dan dijawab. Galat tidak dapat diabaikan. Bila alasannya tidak berlaku lagi, hapus entrinya dari <code>abaikan:</code> di berkas \
         yang disebut.</p>\n<div class=\"gulir\"><table>\n<caption>Peringatan yang diabaikan, dengan alasannya</caption>\n",
    );
    let heads = ["Kode", "Masalah", "Alasan", "Tempat", "Diabaikan di"].map(|head| format!("<th scope=\"col\">{head}</th>"));
    let _ = writeln!(out, "<thead><tr>{}</tr></thead>\n<tbody>", heads.concat());
    for Silenced { diagnostic, reason, by } in report.silenced {
        let _ = writeln!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            diagnostic.code,
            marked(&diagnostic.message),
            upper_first(&html_text(reason)),
            place(diagnostic),
            spot(by)
        );
    }
    out.push_str("</tbody>\n</table></div>\n");
}

/// Every rule with its limit, what was held to it, and how often it was broken.
fn checked(report: &Report<'_>, out: &mut String) {
    let looked = report.looked;
    if looked.now.pieces + looked.before.pieces == 0 {
        return;
    }
    out.push_str("<h2 id=\"pemeriksaan\">Yang diperiksa</h2>\n<p>Setiap lembar, bukan contohnya saja.");
    let _ = write!(out, " Dibuat dan diperiksa kali ini: {}.", looked.now.told());
    if looked.before.pieces > 0 {
        let _ = write!(out, " Sama dengan terbitan sebelumnya, diperiksa waktu dibuat: {}.", looked.before.told());
    }
    out.push_str("</p>\n<div class=\"gulir\"><table class=\"aturan\">\n<caption>Pemeriksaan, batasnya, dan hasilnya</caption>\n");
    let heads = ["Kode", "Pemeriksaan", "Batas", "Diperiksa pada", "Temuan"].map(|head| format!("<th scope=\"col\">{head}</th>"));
    let _ = writeln!(out, "<thead><tr>{}</tr></thead>\n<tbody>", heads.concat());
    for rule in looked.told() {
        let on = if rule.counted.pieces == 0 { "tidak ada yang perlu".to_owned() } else { rule.counted.told() };
        let found = match (report.broken(rule.code), report.silenced(rule.code)) {
            (0, 0) => "tidak ada".to_owned(),
            (0, silenced) => format!("{silenced} diabaikan"),
            (count, 0) => format!("<strong>{count}</strong>"),
            (count, silenced) => format!("<strong>{count}</strong>, {silenced} diabaikan"),
        };
        let _ = writeln!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{on}</td><td>{found}</td></tr>",
            rule.code,
            html_text(rule.what),
            html_text(&rule.limit)
        );
    }
    out.push_str("</tbody>\n</table></div>\n");
}

/// One piece: first what all its sheets share, then village by village.
fn piece(index: usize, sheet: &Sheet, out: &mut String) {
    let (title, office) = (html_text(&sheet.title), html_text(&sheet.office));
    let _ = writeln!(out, "<h2 id=\"karya-{index}\">{title}, {office}</h2>");
    let _ = writeln!(out, "<p>Karya <code>{}</code>, format <code>{}</code>.</p>", html_text(&sheet.piece), sheet.format);
    for group in sheet.found.chunk_by(|a, b| a.village == b.village) {
        let village = group.first().and_then(|finding| finding.village.as_ref());
        let name = match village {
            Some((name, code)) => format!("Desa {} ({})", html_text(name), html_text(code)),
            None => "Semua lembar".to_owned(),
        };
        let _ = writeln!(out, "<h3>{name}</h3>");
        table(
            &format!("Temuan: {title}, {}", name.to_lowercase()),
            group.iter().map(|Finding { diagnostic, .. }| diagnostic),
            out,
        );
    }
}

fn table<'a>(caption: &str, found: impl Iterator<Item = &'a Diagnostic>, out: &mut String) {
    let _ = writeln!(out, "<div class=\"gulir\"><table>\n<caption>{caption}</caption>");
    let heads = ["Jenis", "Masalah", "Cara membetulkan", "Tempat"].map(|head| format!("<th scope=\"col\">{head}</th>"));
    let _ = writeln!(out, "<thead><tr>{}</tr></thead>\n<tbody>", heads.concat());
    for diagnostic in found {
        let (kind, code) = (diagnostic.severity.name(), diagnostic.code);
        let causes: String = diagnostic.causes.iter().map(|cause| format!("<br><small>{}</small>", marked(cause))).collect();
        let hint = diagnostic.hint.as_deref().map_or_else(|| "–".to_owned(), marked);
        let message = marked(&diagnostic.message);
        let _ = writeln!(
            out,
            "<tr><td>{kind} {code}</td><td>{message}{causes}</td><td>{hint}</td><td>{}</td></tr>",
            place(diagnostic)
        );
    }
    out.push_str("</tbody>\n</table></div>\n");
}

/// File, line and cell, and the words that are meant.
fn place(diagnostic: &Diagnostic) -> String {
    match &diagnostic.place {
        Some(place) => spot(place),
        None => diagnostic.path().map_or_else(|| "–".to_owned(), |path| format!("<code>{}</code>", html_text(path))),
    }
}

fn spot(place: &Place) -> String {
    let (line, _) = place.line_column();
    let cell = place.cell().map_or_else(String::new, |cell| format!(", sel {cell}"));
    format!("<code>{}</code>, baris {line}{cell}", html_text(place.path()))
}

/// A message as a sentence: messages begin in lower case, here each has a cell of its own.
fn marked(text: &str) -> String {
    upper_first(&html_message(text))
}
