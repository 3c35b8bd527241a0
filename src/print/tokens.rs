//! The theme's tokens as a Typst module, and whether paper takes their inks.

use std::collections::BTreeMap;
use std::fmt::Write;

use typst::text::{Font, FontStyle};

use super::codes;
use crate::content::Theme;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::markdown::escape::typst_string;

/// The most ink on one spot, in percent of all four plates together: what digital and sheet-fed
/// presses take on coated paper.
pub(crate) const MAX_INK: u32 = 300;

/// How far letters begin left of where they stand, as a part of the size of the text.
pub(crate) type Overhangs = BTreeMap<char, f64>;

/// Adds the letters of a font that begin left of where they stand: a `J` at the edge of a banner would be cut off by centimetres. Slanted
/// faces set no headlines.
pub(crate) fn add_overhangs(font: &Font, overhangs: &mut Overhangs) {
    let face = ttf_parser::Face::parse(font.data(), font.index());
    let Some(face) = face.ok().filter(|_| font.info().variant.style == FontStyle::Normal) else { return };
    let size = f64::from(face.units_per_em());
    for letter in ('0'..='9').chain('A'..='Z').chain('a'..='z') {
        let glyph = face.glyph_index(letter).and_then(|glyph| face.glyph_bounding_box(glyph));
        let beyond = glyph.map_or(0.0, |bounds| -f64::from(bounds.x_min) / size);
        if beyond > 0.0 {
            let known = overhangs.entry(letter).or_default();
            *known = known.max(beyond);
        }
    }
}

/// `/token.typ`: `warna` in press inks, `huruf` as family names, `ruang` as lengths, `jorok` as the letters of each family of fonts that
/// begin left of where they stand, and by how much.
///
/// `families` are the names by which Typst knows the fonts: it takes `Extra Condensed` for a width,
/// not for a part of the name.
pub(crate) fn module(theme: &Theme, families: &BTreeMap<String, String>, overhangs: &BTreeMap<String, Overhangs>) -> String {
    let mut out = String::from("#let warna = (:\n");
    // Keys are quoted, so any name that the theme file allows is a valid key.
    for (name, colour) in &theme.colours {
        let [c, m, y, k] = colour.cmyk;
        let _ = writeln!(out, "  {}: cmyk({c}%, {m}%, {y}%, {k}%),", typst_string(name));
    }
    out.push_str(")\n#let huruf = (:\n");
    for (role, family) in families {
        let _ = writeln!(out, "  {}: {},", typst_string(role), typst_string(family));
    }
    out.push_str(")\n#let ruang = (:\n");
    for (name, millimetres) in &theme.spacing {
        let _ = writeln!(out, "  {}: {millimetres}mm,", typst_string(name));
    }
    out.push_str(")\n#let jorok = (:\n");
    for (role, letters) in overhangs {
        let letters: String =
            letters.iter().map(|(letter, by)| format!("{}: {by}, ", typst_string(&letter.to_string()))).collect();
        let letters = if letters.is_empty() { ":".to_owned() } else { letters };
        let _ = writeln!(out, "  {}: ({letters}),", typst_string(role));
    }
    out.push_str(")\n");
    out.replace("(:\n)", "(:)").replace("(:\n", "(\n")
}

/// Reports colours that lay more ink on the paper than it dries.
pub(crate) fn check_ink(theme: &Theme, diagnostics: &Diagnostics) {
    for (name, colour) in &theme.colours {
        let total: u32 = colour.cmyk.iter().copied().map(u32::from).sum();
        if total > MAX_INK {
            let message = format!("warna `{name}` memakai {total} % tinta, paling banyak {MAX_INK} %");
            diagnostics.push(
                Diagnostic::error(codes::HEAVY_INK, message)
                    .in_file(format!("themes/{}/theme.yaml", theme.id))
                    .hint("kurangi persen tintanya: tinta yang terlalu tebal tidak kering dan membekas"),
            );
        }
    }
}

/// One decimal with a comma, as Indonesian writes it.
pub(crate) fn decimal(value: f64) -> String {
    format!("{value:.1}").replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heavy_inks_are_named() {
        let mut theme = crate::print::tests::theme(&[]);
        let ink = |k| crate::content::theme::Colour { rgb: [0; 3], cmyk: [80, 80, 80, k] };
        theme.colours.insert("pekat".to_owned(), ink(61));
        theme.colours.insert("batas".to_owned(), ink(60));
        let diagnostics = Diagnostics::new();
        check_ink(&theme, &diagnostics);
        let said: Vec<String> = diagnostics.into_sorted().into_iter().map(|d| d.message).collect();
        assert_eq!(said, ["warna `pekat` memakai 301 % tinta, paling banyak 300 %"]);
    }
}
