//! Reads a theme: its tokens, its formats, and the files that lay pages and sheets out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Chain;
use super::codes::{BAD_COLOUR, BAD_MEASURE, NO_THEME, PANEL_WIDTH};
use super::fields::flag;
use super::theme_files::ThemeFiles;
use crate::content::format::{CopyLength, Family, Margins, Panel, QrSpec, Side};
use crate::content::theme::{Colour, FontFamily};
use crate::content::{Format, Id, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, SourceText};
use crate::source::reader::MapReader;
use crate::source::yaml::Node;
use crate::source::{SourceFile, yaml};

/// Reads the theme that `suluh.yaml` names, from the project and its bases.
pub(super) fn theme(chain: &Chain, name: &Located<Id>, d: &Diagnostics) -> Option<Theme> {
    let root = format!("themes/{}", name.value);
    let files = ThemeFiles::lay(chain, &name.value, d);
    if chain.links.iter().all(|link| link.tree.get(&format!("{root}/theme.yaml")).is_none()) {
        d.push(
            Diagnostic::error(NO_THEME, format!("tema `{}` tidak ada", name.value))
                .at(&name.place)
                .hint(format!("buat `{root}/theme.yaml`, atau tulis nama tema yang ada, misalnya `suluh`")),
        );
        return None;
    }
    let tokens = tokens(MapReader::new(files.settings.as_ref()?, "tema", d)?, d)?;
    Some(Theme {
        id: name.value.clone(),
        name: tokens.name,
        colours: tokens.colours,
        fonts: tokens.fonts,
        spacing: tokens.spacing,
        pairs: tokens.pairs,
        formats: formats(&files, d),
        web_templates: texts(&files, "web/", d),
        print_templates: texts(&files, "print/", d),
        static_files: bytes(&files, "static/"),
        font_files: bytes(&files, "fonts/"),
    })
}

/// What `theme.yaml` says.
pub(super) struct Tokens {
    name: String,
    colours: BTreeMap<String, Colour>,
    fonts: BTreeMap<String, FontFamily>,
    spacing: BTreeMap<String, f64>,
    pairs: Vec<(String, String)>,
}

/// Reads `theme.yaml`.
pub(super) fn tokens(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Tokens> {
    let title = reader.text("nama");
    if title.is_none() && !reader.has("nama") {
        reader.missing_in_all("nama");
    }
    // Taken when the files were laid over those of the bases.
    let _ = (reader.texts("hapus"), reader.texts("terkunci"));
    let colours = colours(&mut reader, d);
    let fonts = fonts(&mut reader);
    let spacing = reader.named_numbers("ruang").into_iter().map(|(name, value)| (name.value, value)).collect();
    let pairs = reader.maps("pasangan").into_iter().filter_map(pair).collect();
    reader.finish();
    Some(Tokens { name: title?.value, colours, fonts, spacing, pairs })
}

/// A whole file as one YAML node.
pub(super) fn whole(file: &SourceFile, d: &Diagnostics) -> Option<Node> {
    let text = file.text(d)?;
    let length = text.text().len();
    yaml::parse(&text, 0..length, d)
}

fn texts(files: &ThemeFiles<'_>, folder: &str, d: &Diagnostics) -> BTreeMap<String, Arc<SourceText>> {
    files.under(folder).filter_map(|(path, file)| Some((path.to_owned(), file.text(d)?))).collect()
}

fn bytes(files: &ThemeFiles<'_>, folder: &str) -> BTreeMap<String, Arc<[u8]>> {
    files.under(folder).map(|(path, file)| (path.to_owned(), Arc::clone(file.bytes()))).collect()
}

fn colours(theme: &mut MapReader<'_>, d: &Diagnostics) -> BTreeMap<String, Colour> {
    let mut colours = BTreeMap::new();
    for (name, mut reader) in theme.named_maps("warna") {
        let place = reader.place().clone();
        let rgb = reader.required_text("rgb");
        let cmyk = reader.texts("cmyk");
        reader.finish();
        let colour = rgb.as_ref().and_then(|rgb| hex(&rgb.value)).zip(percents(&cmyk));
        match colour {
            Some((rgb, cmyk)) => drop(colours.insert(name.value, Colour { rgb, cmyk })),
            None => d.push(
                Diagnostic::error(BAD_COLOUR, format!("warna `{}` tidak lengkap", name.value))
                    .at(&place)
                    .hint("tulis `rgb: \"#591C6E\"` dan `cmyk: [75, 100, 10, 25]` (persen, 0 sampai 100)"),
            ),
        }
    }
    colours
}

fn hex(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

fn percents(texts: &[Located<String>]) -> Option<[u8; 4]> {
    let values: Vec<u8> = texts.iter().filter_map(|text| text.value.parse().ok()).filter(|p| *p <= 100).collect();
    values.try_into().ok().filter(|_| texts.len() == 4)
}

fn fonts(theme: &mut MapReader<'_>) -> BTreeMap<String, FontFamily> {
    let mut fonts = BTreeMap::new();
    for (role, mut reader) in theme.named_maps("huruf") {
        let family = reader.required_text("keluarga");
        let files = reader.texts("berkas").into_iter().map(|file| file.value).collect();
        reader.finish();
        if let Some(family) = family {
            fonts.insert(role.value, FontFamily { family: family.value, files });
        }
    }
    fonts
}

fn pair(mut reader: MapReader<'_>) -> Option<(String, String)> {
    let front = reader.required_text("depan");
    let back = reader.required_text("latar");
    reader.finish();
    Some((front?.value, back?.value))
}

fn formats(files: &ThemeFiles<'_>, d: &Diagnostics) -> BTreeMap<Id, Format> {
    let mut formats = BTreeMap::new();
    for (path, file) in files.under("formats/") {
        let Some(id) = path.strip_suffix(".yaml").and_then(Id::new) else { continue };
        let Some(node) = whole(file, d) else { continue };
        let Some(reader) = MapReader::new(&node, "format", d) else { continue };
        if let Some(format) = format(id.clone(), reader, d) {
            formats.insert(id, format);
        }
    }
    formats
}

/// The longest side of a sheet in mm: Acrobat's 14,400 units of 1/72 inch.
const LONGEST_SIDE: f64 = 5080.0;

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
    let viewing_distance = reader.number("jarak_pandang").map(|value| value.value);
    let cap_height_per_metre = reader.number("huruf_per_meter").map(|value| value.value);
    let qr = reader.map("qr").and_then(|entry| qr(entry, d));
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
        place,
    };
    check_panels(&format, d);
    Some(format)
}

/// A required number within a range.
fn measure(reader: &mut MapReader<'_>, key: &str, range: std::ops::RangeInclusive<f64>, d: &Diagnostics) -> Option<f64> {
    let number = reader.require(key).number(key)?;
    if range.contains(&number.value) {
        return Some(number.value);
    }
    d.push(Diagnostic::error(BAD_MEASURE, format!("`{key}: {}` di luar batas", number.value)).at(&number.place).hint(format!(
        "tulis angka dari {} sampai {}",
        range.start(),
        range.end()
    )));
    None
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
    reader.finish();
    Some(QrSpec { width: width?, min_module: min_module? })
}

/// Panels that do not add up to the sheet would put a fold through the text.
fn check_panels(format: &Format, d: &Diagnostics) {
    for side in &format.sides {
        let sum: f64 = side.panels.iter().map(|panel| panel.width).sum();
        if (sum - format.width).abs() > 0.01 {
            d.push(
                Diagnostic::error(
                    PANEL_WIDTH,
                    format!("panel sisi `{}` berjumlah {sum} mm, lebar lembar {} mm", side.name, format.width),
                )
                .at(&format.place)
                .hint("ubah lebar panel sampai jumlahnya sama dengan `lebar`"),
            );
        }
    }
}
