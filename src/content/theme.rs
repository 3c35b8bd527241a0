//! A theme: the tokens that website and print share, and the files that lay them out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Format, Id};
use crate::diagnostics::SourceText;

/// A colour in both media. The CMYK values are chosen, not converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// For screens: sRGB, 0–255.
    pub rgb: [u8; 3],
    /// For the press: percent of cyan, magenta, yellow and black, 0–100.
    pub cmyk: [u8; 4],
}

impl Colour {
    /// `#591c6e`
    pub fn hex(self) -> String {
        let [r, g, b] = self.rgb;
        format!("#{r:02x}{g:02x}{b:02x}")
    }
}

/// A font family of the theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontFamily {
    /// The family name inside the font files.
    pub family: String,
    /// The files, below the theme's `fonts/`.
    pub files: Vec<String>,
}

/// A theme with everything it needs, already read.
#[derive(Clone, Debug)]
pub struct Theme {
    /// The folder below `themes/`.
    pub id: Id,
    /// `nama`
    pub name: String,
    /// `warna`, by name.
    pub colours: BTreeMap<String, Colour>,
    /// `huruf`, by role: `teks`, `judul`.
    pub fonts: BTreeMap<String, FontFamily>,
    /// `ruang`: spacing, by name; in mm for print, the same steps in rem / 4 for the web.
    pub spacing: BTreeMap<String, f64>,
    /// `pasangan`: foreground and background that may stand on each other, by colour name.
    pub pairs: Vec<(String, String)>,
    /// The print formats.
    pub formats: BTreeMap<Id, Format>,
    /// `web/*.html`: Tera templates, by path below `web/`.
    pub web_templates: BTreeMap<String, Arc<SourceText>>,
    /// `print/*.typ`: Typst templates, by path below `print/`.
    pub print_templates: BTreeMap<String, Arc<SourceText>>,
    /// `static/`: files copied to the website, by path below `static/`.
    pub static_files: BTreeMap<String, Arc<[u8]>>,
    /// `fonts/*`: font files, by path below `fonts/`.
    pub font_files: BTreeMap<String, Arc<[u8]>>,
}
