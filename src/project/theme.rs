//! Reads a theme: its tokens, its formats, and the files that lay pages and sheets out. [`super::theme_files`] lays those of its parents
//! and bases under it; [`super::theme_screen`] reads what concerns screens alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Chain;
use super::codes::{BAD_COLOUR, NO_THEME};
use super::format::format;
use super::theme_files::{SETTINGS, ThemeFiles};
use super::theme_lineage::{exists, lineage};
use super::theme_screen::{accents, pairs, roles};
use crate::content::theme::{Accent, Colour, FontFamily, Pair, Role};
use crate::content::{Format, Id, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, SourceText};
use crate::source::reader::MapReader;
use crate::source::yaml::Node;
use crate::source::{SourceFile, yaml};

/// Reads the theme that `suluh.yaml` names, over the themes it is made from, from the project and its bases.
pub(super) fn theme(chain: &Chain, name: &Located<Id>, d: &Diagnostics) -> Option<Theme> {
    if !exists(chain, &name.value) {
        d.push(no_settings(&name.value).at(&name.place));
        return None;
    }
    let line = lineage(chain, name, d)?;
    let settings = |id: &Id| chain.links.iter().any(|link| link.tree.get(&format!("themes/{id}/{SETTINGS}")).is_some());
    if let Some(lowest) = line.first().filter(|id| !settings(id)) {
        d.push(no_settings(lowest).at(&name.place));
        return None;
    }
    let files = ThemeFiles::lay(chain, &line, d);
    let tokens = tokens(MapReader::new(files.settings.as_ref()?, "tema", d)?, d)?;
    Some(Theme {
        id: name.value.clone(),
        name: tokens.name,
        colours: tokens.colours,
        places: tokens.places,
        fonts: tokens.fonts,
        spacing: tokens.spacing,
        pairs: tokens.pairs,
        roles: tokens.roles,
        role_pairs: tokens.role_pairs,
        accents: tokens.accents,
        formats: formats(&files, d),
        web_templates: texts(&files, "web/", d).into_iter().chain(files.beneath(d)).collect(),
        print_templates: texts(&files, "print/", d),
        static_files: bytes(&files, "static/"),
        added_rules: files.added_rules.iter().filter_map(|file| file.text(d)).collect(),
        font_files: bytes(&files, "fonts/"),
    })
}

fn no_settings(id: &Id) -> Diagnostic {
    Diagnostic::error(NO_THEME, format!("tema `{id}` tidak ada"))
        .hint(format!("buat `themes/{id}/theme.yaml`, atau tulis nama tema yang ada, misalnya `suluh`"))
}

/// What `theme.yaml` says.
pub(super) struct Tokens {
    name: String,
    colours: BTreeMap<String, Colour>,
    fonts: BTreeMap<String, FontFamily>,
    spacing: BTreeMap<String, f64>,
    places: BTreeMap<String, Place>,
    pairs: Vec<Pair>,
    roles: BTreeMap<String, Role>,
    role_pairs: Vec<Pair>,
    accents: BTreeMap<String, Accent>,
}

/// Reads `theme.yaml`.
pub(super) fn tokens(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Tokens> {
    let title = reader.text("nama");
    if title.is_none() && !reader.has("nama") {
        reader.missing_in_all("nama");
    }
    // Taken when the files were laid over those of the bases.
    let _ = (reader.text("induk"), reader.texts("hapus"), reader.texts("terkunci"));
    let (colours, places) = colours(&mut reader, d);
    let fonts = fonts(&mut reader);
    let spacing = reader.named_numbers("ruang").into_iter().map(|(name, value)| (name.value, value)).collect();
    let roles = roles(&mut reader, &colours, d);
    let (role_pairs, pairs) = (pairs(&mut reader, "pasangan_peran"), pairs(&mut reader, "pasangan"));
    let accents = accents(&mut reader, &colours, d);
    reader.finish();
    Some(Tokens { name: title?.value, colours, fonts, spacing, places, pairs, roles, role_pairs, accents })
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

/// Reads `warna`, and where each stands.
pub(super) fn colours(theme: &mut MapReader<'_>, d: &Diagnostics) -> (BTreeMap<String, Colour>, BTreeMap<String, Place>) {
    let (mut colours, mut places) = (BTreeMap::new(), BTreeMap::new());
    for (name, mut reader) in theme.named_maps("warna") {
        let place = reader.place().clone();
        let rgb = reader.required_text("rgb");
        let cmyk = reader.texts("cmyk");
        reader.finish();
        let colour = rgb.as_ref().and_then(|rgb| hex(&rgb.value)).zip(percents(&cmyk));
        match colour {
            Some((rgb, cmyk)) => {
                colours.insert(name.value.clone(), Colour { rgb, cmyk });
                places.insert(name.value, name.place);
            }
            None => d.push(
                Diagnostic::error(BAD_COLOUR, format!("warna `{}` tidak lengkap", name.value))
                    .at(&place)
                    .hint("tulis `rgb: \"#591C6E\"` dan `cmyk: [75, 100, 10, 25]` (persen, 0 sampai 100)"),
            ),
        }
    }
    (colours, places)
}

/// The three bytes of `#591C6E`.
pub(super) fn hex(text: &str) -> Option<[u8; 3]> {
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

fn formats(files: &ThemeFiles<'_>, d: &Diagnostics) -> BTreeMap<Id, Format> {
    let mut formats = BTreeMap::new();
    for (path, file) in files.under("formats/") {
        let Some(id) = path.strip_suffix(".yaml").and_then(Id::new) else { continue };
        let read = |d: &Diagnostics| format(id.clone(), MapReader::new(&whole(file, d)?, "format", d)?, d);
        if let Some(format) = file.make_once(d, read) {
            formats.insert(id, format);
        }
    }
    formats
}
