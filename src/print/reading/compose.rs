//! A document as Typst source: the data module, the body, and the call of the theme's `bacaan.typ`.

use std::fmt::Write;
use std::sync::Arc;

use super::{Entry, Reading};
use crate::markdown::escape::typst_string;
use crate::print::house::PrintHouse;
use crate::print::places::{Places, Segments};
use crate::print::world::Desk;

const MAIN: &str = "#import \"/data.typ\": data\n#import \"/tema/bacaan.typ\": susun\n#susun(data)\n";
const BODY: &str = "/isi/bacaan.typ";
const BODY_PRELUDE: &str = "#import \"/tema/tulisan.typ\": *\n";

/// The desk on which the document is laid out, and the way back from its words.
pub(super) fn desk<'h>(house: &'h PrintHouse, reading: &Reading) -> (Desk<'h>, Places<'h>) {
    let mut desk = Desk::new(house, MAIN.to_owned());
    let mut places = Places::new(house);
    desk.add_source("/sistem/mode.typ", "#let layar = true\n#let umum = (:)\n".to_owned());
    desk.add_source("/data.typ", format!("#let data = (\n{}  isi: include {},\n)\n", data(reading), typst_string(BODY)));
    let mut segments = Segments::default();
    segments.append(&reading.body.segments, BODY_PRELUDE.len());
    desk.add_source(BODY, format!("{BODY_PRELUDE}{}", reading.body.markup));
    places.add(BODY, segments);
    for (path, bytes) in &reading.images {
        desk.add_file(&format!("/{path}"), Arc::clone(bytes));
    }
    (desk, places)
}

/// Everything but the body, as entries of a Typst dictionary.
pub(super) fn data(reading: &Reading) -> String {
    let mut out = String::new();
    let frame = &reading.frame;
    for (name, value) in [
        ("jenis", Some(&reading.kind)),
        ("judul", Some(&reading.title)),
        ("ringkas", reading.summary.as_ref()),
        ("situs", Some(&frame.site)),
        ("alamat", Some(&frame.address)),
    ] {
        let _ = writeln!(out, "  {name}: {},", optional(value));
    }
    let _ = writeln!(out, "  contoh: {},", reading.specimen);
    let warnings: String = reading.warnings.iter().map(|text| format!("{}, ", typst_string(text))).collect();
    let _ = writeln!(out, "  peringatan: ({warnings}),");
    for (name, rows) in [("fakta", &reading.facts), ("bukti", &reading.evidence)] {
        let rows: String =
            rows.iter().map(|(name, value)| format!("({}, {}), ", typst_string(name), typst_string(value))).collect();
        let _ = writeln!(out, "  {name}: ({rows}),");
    }
    let office: String = frame
        .office
        .iter()
        .map(|(name, value, to)| format!("({}, {}, {}), ", typst_string(name), typst_string(value), optional(to.as_ref())))
        .collect();
    let _ = writeln!(out, "  kantor: ({office}),\n  sumber: ({}),", entries(&reading.sources));
    out.push_str("  bagian: (");
    for section in &reading.sections {
        let _ = write!(
            out,
            "(judul: {}, pengantar: {}, bernomor: {}, butir: ({})), ",
            typst_string(&section.title),
            optional(section.before.as_ref()),
            section.numbered,
            entries(&section.entries)
        );
    }
    out.push_str("),\n");
    out
}

fn entries(entries: &[Entry]) -> String {
    let mut out = String::new();
    for entry in entries {
        let more: String =
            entry.more.iter().map(|(words, to)| format!("({}, {}), ", typst_string(words), optional(to.as_ref()))).collect();
        let _ = write!(
            out,
            "(label: {}, alamat: {}, teks: {}, kutipan: {}, lanjut: ({more})), ",
            typst_string(&entry.label),
            optional(entry.href.as_ref()),
            optional(entry.text.as_ref()),
            optional(entry.quote.as_ref()),
        );
    }
    out
}

fn optional(text: Option<&String>) -> String {
    text.map_or_else(|| "none".to_owned(), |text| typst_string(text))
}
