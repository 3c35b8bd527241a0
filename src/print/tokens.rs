//! The theme's tokens as a Typst module, and whether paper takes their inks.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::codes;
use crate::content::Theme;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::markdown::escape::typst_string;

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
        let heavy = crate::content::theme::Colour { rgb: [0; 3], cmyk: [80, 80, 80, 61] };
        theme.colours.insert("pekat".to_owned(), heavy);
        let diagnostics = Diagnostics::new();
        check_ink(&theme, &diagnostics);
        let said: Vec<String> = diagnostics.into_sorted().into_iter().map(|d| d.message).collect();
        assert_eq!(said, ["warna `pekat` memakai 301 % tinta, paling banyak 300 %"]);
    }
}
