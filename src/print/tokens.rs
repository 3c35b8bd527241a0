//! The theme's tokens as a Typst module, and whether its colour pairs can be read.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::codes;
use crate::content::Theme;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::markdown::escape::typst_string;

/// The least contrast of text against its ground (WCAG 2.2, success criterion 1.4.3).
pub(crate) const MIN_CONTRAST: f64 = 4.5;

/// The most ink on one spot, in percent of all four plates together: what digital and sheet-fed
/// presses take on coated paper.
pub(crate) const MAX_INK: u32 = 300;

/// `/token.typ`: `warna` in press inks, `huruf` as family names, `ruang` as lengths.
///
/// `families` are the names by which Typst knows the fonts: it takes `Extra Condensed` for a width,
/// not for a part of the name.
pub(crate) fn module(theme: &Theme, families: &BTreeMap<String, String>) -> String {
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
    out.push_str(")\n");
    out.replace("(:\n)", "(:)").replace("(:\n", "(\n")
}

/// Reports pairs of the theme's `pasangan` that are too weak for text.
pub(crate) fn check_contrast(theme: &Theme, diagnostics: &Diagnostics) {
    let file = format!("themes/{}/theme.yaml", theme.id);
    for (front, back) in &theme.pairs {
        let (Some(a), Some(b)) = (theme.colours.get(front), theme.colours.get(back)) else {
            let message = format!("pasangan warna `{front}` di atas `{back}` menyebut warna yang tidak ada");
            diagnostics.push(Diagnostic::error(codes::WEAK_CONTRAST, message).in_file(file.clone()));
            continue;
        };
        let ratio = contrast(a.rgb, b.rgb);
        if ratio < MIN_CONTRAST {
            let message = format!(
                "kontras `{front}` di atas `{back}` hanya {} : 1, paling sedikit {} : 1",
                decimal(ratio),
                decimal(MIN_CONTRAST)
            );
            diagnostics.push(
                Diagnostic::error(codes::WEAK_CONTRAST, message)
                    .in_file(file.clone())
                    .hint("gelapkan atau terangkan salah satunya, atau hapus pasangan ini"),
            );
        }
    }
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

/// WCAG's contrast ratio of two sRGB colours, 1–21.
pub(crate) fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// WCAG's relative luminance.
fn luminance([r, g, b]: [u8; 3]) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_wcags() {
        assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 1e-9);
        assert!((contrast([0x76; 3], [255; 3]) - 4.54).abs() < 0.01);
    }

    #[test]
    fn weak_pairs_and_heavy_inks_are_named() {
        let mut theme = crate::print::tests::theme(&[]);
        let heavy = crate::content::theme::Colour { rgb: [0; 3], cmyk: [80, 80, 80, 61] };
        theme.colours.insert("pekat".to_owned(), heavy);
        theme.pairs = vec![("toska".to_owned(), "kertas".to_owned()), ("hitam".to_owned(), "kabut".to_owned())];
        let diagnostics = Diagnostics::new();
        check_contrast(&theme, &diagnostics);
        check_ink(&theme, &diagnostics);
        let said: Vec<String> = diagnostics.into_sorted().into_iter().map(|d| d.message).collect();
        let expected = [
            "kontras `toska` di atas `kertas` hanya 1,5 : 1, paling sedikit 4,5 : 1",
            "pasangan warna `hitam` di atas `kabut` menyebut warna yang tidak ada",
            "warna `pekat` memakai 301 % tinta, paling banyak 300 %",
        ];
        assert_eq!(said, expected);
    }
}
