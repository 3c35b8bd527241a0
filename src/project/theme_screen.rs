//! Reads what `theme.yaml` says of the website alone: what each colour is for on light and dark screens, which may stand on each other,
//! and the accents that a region may choose.

use std::collections::BTreeMap;

use super::codes::{BAD_COLOUR, UNKNOWN_TOKEN};
use super::theme;
use crate::content::theme::{Accent, Colour, Pair, Role, Shade};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, did_you_mean};
use crate::source::reader::MapReader;

/// Reads `peran`; names of colours must be among `colours`.
pub(super) fn roles(theme: &mut MapReader<'_>, colours: &BTreeMap<String, Colour>, d: &Diagnostics) -> BTreeMap<String, Role> {
    let mut roles = BTreeMap::new();
    for (name, mut reader) in theme.named_maps("peran") {
        let light = reader.required_text("terang").and_then(|text| shade(text, colours, d));
        let dark = reader.required_text("gelap").and_then(|text| shade(text, colours, d));
        reader.finish();
        // What is wrong with a shade is told here; its role is there all the same.
        let [light, dark] = [light, dark].map(|shade| shade.unwrap_or(Shade::Named(String::new())));
        roles.insert(name.value, Role { light, dark, place: name.place });
    }
    roles
}

fn shade(text: Located<String>, colours: &BTreeMap<String, Colour>, d: &Diagnostics) -> Option<Shade> {
    if text.value.starts_with('#') {
        let rgb = theme::hex(&text.value);
        if rgb.is_none() {
            d.push(
                Diagnostic::error(BAD_COLOUR, format!("`{}` bukan warna", text.value))
                    .at(&text.place)
                    .hint("tulis enam angka atau huruf a sampai f di belakang pagar: \"#591C6E\""),
            );
        }
        return rgb.map(Shade::Own);
    }
    if colours.contains_key(&text.value) {
        return Some(Shade::Named(text.value));
    }
    let otherwise = || "tulis nama warna dari `warna`, atau warnanya sendiri: \"#591C6E\"".to_owned();
    let hint = did_you_mean(&text.value, colours.keys().map(String::as_str), otherwise);
    d.push(Diagnostic::error(UNKNOWN_TOKEN, format!("warna `{}` tidak ada di tema", text.value)).at(&text.place).hint(hint));
    None
}

/// Reads a list of pairs.
pub(super) fn pairs(theme: &mut MapReader<'_>, key: &str) -> Vec<Pair> {
    theme.maps(key).into_iter().filter_map(pair).collect()
}

fn pair(mut reader: MapReader<'_>) -> Option<Pair> {
    let front = reader.required_text("depan");
    let back = reader.required_text("latar");
    reader.finish();
    Some(Pair { front: front?, back: back? })
}

/// Reads `aksen`: colours in place of those with the same name.
pub(super) fn accents(theme: &mut MapReader<'_>, known: &BTreeMap<String, Colour>, d: &Diagnostics) -> BTreeMap<String, Accent> {
    let mut accents = BTreeMap::new();
    for (name, mut reader) in theme.named_maps("aksen") {
        let (colours, places) = theme::colours(&mut reader, d);
        reader.finish();
        for colour in colours.keys().filter(|colour| !known.contains_key(*colour)) {
            let hint = did_you_mean(colour, known.keys().map(String::as_str), || {
                "aksen hanya mengganti warna yang ada di `warna`".to_owned()
            });
            let problem =
                Diagnostic::error(UNKNOWN_TOKEN, format!("aksen `{}` mengganti warna `{colour}` yang tidak ada", name.value));
            d.push(problem.at(places.get(colour).unwrap_or(&name.place)).hint(hint));
        }
        accents.insert(name.value, Accent { colours, place: name.place });
    }
    accents
}
