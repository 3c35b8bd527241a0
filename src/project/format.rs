//! Reads the print formats of a theme.

use super::codes::BAD_MEASURE;
use super::fields::flag;
use super::format_measures;
use crate::content::format::{
    Contour, CopyLength, Edge, Eyelets, Family, Finishing, Margins, Panel, PressSheet, QrSpec, Roll, Side, Sleeve, Strips, Tiles,
    WordLimits,
};
use crate::content::{Format, Id};
use crate::diagnostics::{Diagnostic, Diagnostics, Located};
use crate::source::reader::MapReader;

/// The longest side of a sheet in mm. Above 5,080 mm it is drawn at a tenth; four times that is no sheet any more.
const LONGEST_SIDE: f64 = 20_000.0;
/// The least resolution of pictures when the format does not say, in pixels per inch: what Indonesian shops ask for on paper.
const RESOLUTION: f64 = 300.0;

/// Reads `themes/<theme>/formats/<id>.yaml`.
pub(super) fn format(id: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Format> {
    let title = reader.required_text("judul");
    let family = reader.require("keluarga").choice("keluarga", &Family::CHOICES);
    let copy = reader.require("salinan").choice("salinan", &CopyLength::CHOICES);
    let width = measure(&mut reader, "lebar", 20.0..=LONGEST_SIDE, d);
    let height = measure(&mut reader, "tinggi", 20.0..=LONGEST_SIDE, d);
    let bleed = measure(&mut reader, "bleed", 0.0..=100.0, d);
    let safe = measure(&mut reader, "aman", 0.0..=300.0, d);
    let marks = flag(&mut reader, "tanda");
    let sides: Vec<Side> = reader.maps("sisi").into_iter().filter_map(|side| self::side(side, d)).collect();
    let margins = reader.map("tepi").and_then(|entry| margins(entry, d));
    let text_size = measure(&mut reader, "teks", 4.0..=2000.0, d);
    let min_text_size = measure(&mut reader, "teks_minimal", 4.0..=2000.0, d);
    let viewing_distance = optional(&mut reader, "jarak_pandang", 0.1..=500.0, d);
    let cap_height_per_metre = optional(&mut reader, "huruf_per_meter", 0.5..=100.0, d);
    let qr = reader.map("qr").and_then(|entry| qr(entry, d));
    let pixels = optional(&mut reader, "piksel", 100.0..=8000.0, d);
    let one_ink = flag(&mut reader, "satu_warna");
    let resolution = optional(&mut reader, "resolusi", 10.0..=1200.0, d);
    let words = reader.map("kata").and_then(|entry| words(entry, d));
    let finishing = reader.maps("finishing").into_iter().filter_map(|entry| finishing(entry, d)).collect();
    let rolls = reader.maps("gulungan").into_iter().filter_map(|entry| roll(entry, d)).collect();
    let tiles = reader.map("ubin").and_then(|entry| tiles(entry, d));
    let press_sheet = reader.map("cetak_di").and_then(|entry| press_sheet(entry, d));
    let place = reader.place().clone();
    reader.finish();
    let format = Format {
        id,
        title: title?,
        family: family?.value,
        width: width?,
        height: height?,
        bleed: bleed?,
        safe: safe?,
        marks,
        copy: copy?.value,
        sides,
        margins,
        text_size: text_size?,
        min_text_size: min_text_size?,
        viewing_distance,
        cap_height_per_metre,
        qr,
        pixels: pixels.map(whole),
        one_ink,
        resolution: resolution.unwrap_or(RESOLUTION),
        words,
        finishing,
        rolls,
        tiles,
        press_sheet,
        place,
    };
    format_measures::check(&format, d);
    Some(format)
}

/// A required number within a range.
pub(super) fn measure(
    reader: &mut MapReader<'_>,
    key: &str,
    range: std::ops::RangeInclusive<f64>,
    d: &Diagnostics,
) -> Option<f64> {
    let number = reader.require(key).number(key)?;
    within(&number, key, range, d)
}

/// A number within a range that need not be there.
fn optional(reader: &mut MapReader<'_>, key: &str, range: std::ops::RangeInclusive<f64>, d: &Diagnostics) -> Option<f64> {
    let number = reader.number(key)?;
    within(&number, key, range, d)
}

fn within(number: &Located<f64>, key: &str, range: std::ops::RangeInclusive<f64>, d: &Diagnostics) -> Option<f64> {
    if range.contains(&number.value) {
        return Some(number.value);
    }
    let (least, most, unit) = (range.start(), range.end(), unit(key));
    d.push(
        Diagnostic::error(BAD_MEASURE, format!("`{key}: {}` di luar batas", number.value))
            .at(&number.place)
            .hint(format!("tulis angka dari {least} sampai {most}{unit}")),
    );
    None
}

/// What a measure is counted in, for a hint; people write metres.
fn unit(key: &str) -> &'static str {
    match key {
        "lebar" | "tinggi" => " mm: satu meter ditulis `1000`",
        "bleed" | "aman" | "lipat" | "dalam" => " mm",
        "teks" | "teks_minimal" => " pt",
        "jarak_pandang" | "jarak" => " meter",
        "piksel" => " piksel",
        "resolusi" => " piksel per inci",
        _ => "",
    }
}

fn side(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Side> {
    let name = reader.required_text("nama");
    let panels = reader.maps("panel").into_iter().filter_map(|panel| self::panel(panel, d)).collect();
    reader.finish();
    Some(Side { name: name?.value, panels })
}

fn panel(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Panel> {
    let id = reader.required_text("id");
    let width = measure(&mut reader, "lebar", 20.0..=1000.0, d);
    reader.finish();
    Some(Panel { id: id?.value, width: width? })
}

fn margins(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Margins> {
    let mut edge = |key| measure(&mut reader, key, 0.0..=300.0, d);
    let (top, right, bottom, left) = (edge("atas"), edge("kanan"), edge("bawah"), edge("kiri"));
    reader.finish();
    Some(Margins { top: top?, right: right?, bottom: bottom?, left: left? })
}

fn qr(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<QrSpec> {
    let width = measure(&mut reader, "lebar", 10.0..=2000.0, d);
    let min_module = measure(&mut reader, "modul_minimal", 0.1..=100.0, d);
    let distance = optional(&mut reader, "jarak", 0.1..=20.0, d);
    reader.finish();
    Some(QrSpec { width: width?, min_module: min_module?, distance })
}

/// A small count that came as a number; the range it was read with keeps it far below the limit.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "read within a range of small positive numbers")]
fn whole(number: f64) -> u32 {
    number.round() as u32
}

fn words(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<WordLimits> {
    let headline = measure(&mut reader, "judul", 1.0..=100.0, d);
    let all = measure(&mut reader, "semua", 1.0..=5000.0, d);
    reader.finish();
    Some(WordLimits { headline: whole(headline?) as usize, all: whole(all?) as usize })
}

fn finishing(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Finishing> {
    let name = reader.required_text("nama");
    let hem = optional(&mut reader, "lipat", 0.0..=200.0, d);
    let sleeve = reader.map("selongsong").and_then(|entry| sleeve(entry, d));
    let eyelets = reader.map("mata_ayam").and_then(|entry| eyelets(entry, d));
    let contour = reader.map("kontur").and_then(|entry| contour(entry, d));
    let note = reader.text("catatan").map(|text| text.value);
    reader.finish();
    Some(Finishing { name: name?.value, hem: hem.unwrap_or(0.0), sleeve, eyelets, contour, note })
}

fn contour(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Contour> {
    let radius = measure(&mut reader, "sudut", 0.0..=500.0, d);
    reader.finish();
    Some(Contour { radius: radius? })
}

fn sleeve(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Sleeve> {
    let edges = reader.require("sisi").choices("sisi", &Edge::CHOICES);
    let depth = measure(&mut reader, "dalam", 10.0..=500.0, d);
    reader.finish();
    Some(Sleeve { edges: edges.into_iter().map(|edge| edge.value).collect(), depth: depth? })
}

fn eyelets(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Eyelets> {
    let spacing = measure(&mut reader, "jarak", 100.0..=5000.0, d);
    let inset = measure(&mut reader, "tepi", 5.0..=200.0, d);
    let radius = measure(&mut reader, "jari", 3.0..=100.0, d);
    reader.finish();
    Some(Eyelets { spacing: spacing?, inset: inset?, radius: radius? })
}

fn roll(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Roll> {
    let width = measure(&mut reader, "lebar", 500.0..=10_000.0, d);
    let strips = reader.require("arah").choice("arah", &Strips::CHOICES);
    reader.finish();
    Some(Roll { width: width?, strips: strips?.value })
}

fn tiles(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Tiles> {
    let columns = measure(&mut reader, "kolom", 1.0..=20.0, d);
    let rows = measure(&mut reader, "baris", 1.0..=20.0, d);
    let overlap = measure(&mut reader, "tumpang", 0.0..=50.0, d);
    reader.finish();
    Some(Tiles { columns: whole(columns?), rows: whole(rows?), overlap: overlap? })
}

fn press_sheet(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<PressSheet> {
    let width = measure(&mut reader, "lebar", 50.0..=2000.0, d);
    let height = measure(&mut reader, "tinggi", 50.0..=2000.0, d);
    let margin = measure(&mut reader, "tepi", 0.0..=100.0, d);
    let gap = measure(&mut reader, "sela", 0.0..=100.0, d);
    reader.finish();
    Some(PressSheet { width: width?, height: height?, margin: margin?, gap: gap? })
}
