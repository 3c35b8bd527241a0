//! A theme: the tokens that website and print share, and the files that lay them out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Format, Id};
use crate::diagnostics::{Located, Place, SourceText};

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
        hex(self.rgb)
    }
}

/// `#591c6e`
pub fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// A colour of the website: one of the theme, or one that only screens have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shade {
    /// A name in `warna`.
    Named(String),
    /// `#RRGGBB`
    Own([u8; 3]),
}

/// What a colour is for on the website (`peran`), on light screens and on dark ones.
#[derive(Clone, Debug)]
pub struct Role {
    /// `terang`
    pub light: Shade,
    /// `gelap`
    pub dark: Shade,
    /// Its name in the theme's file.
    pub place: Place,
}

/// A colour of text and the one of its ground (`pasangan`), by name.
#[derive(Clone, Debug)]
pub struct Pair {
    /// `depan`
    pub front: Located<String>,
    /// `latar`
    pub back: Located<String>,
}

/// Colours that a region may choose in place of those of the theme (`aksen`).
#[derive(Clone, Debug)]
pub struct Accent {
    /// By the name of the colour that each stands in for.
    pub colours: BTreeMap<String, Colour>,
    /// Its name in the theme's file.
    pub place: Place,
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
    /// Where each colour is given.
    pub places: BTreeMap<String, Place>,
    /// `huruf`, by role: `teks`, `judul`.
    pub fonts: BTreeMap<String, FontFamily>,
    /// `ruang`: spacing, by name; in mm for print, the same steps in rem / 4 for the web.
    pub spacing: BTreeMap<String, f64>,
    /// `pasangan`: text and ground that may stand on each other, by the names of colours.
    pub pairs: Vec<Pair>,
    /// `peran`: colours of the website by what they are for.
    pub roles: BTreeMap<String, Role>,
    /// `pasangan_peran`: the same as `pairs` for roles, and for light screens as for dark ones.
    pub role_pairs: Vec<Pair>,
    /// `aksen`: what a region may choose, by name.
    pub accents: BTreeMap<String, Accent>,
    /// The print formats.
    pub formats: BTreeMap<Id, Format>,
    /// `web/*.html`: Tera templates, by path below `web/`.
    pub web_templates: BTreeMap<String, Arc<SourceText>>,
    /// `print/*.typ`: Typst templates, by path below `print/`.
    pub print_templates: BTreeMap<String, Arc<SourceText>>,
    /// `static/`: files copied to the website, by path below `static/`.
    pub static_files: BTreeMap<String, Arc<[u8]>>,
    /// `static/tambahan.css` of this theme and of those it is made from, the lowest first.
    pub added_rules: Vec<Arc<SourceText>>,
    /// `fonts/*`: font files, by path below `fonts/`.
    pub font_files: BTreeMap<String, Arc<[u8]>>,
}

impl Theme {
    /// The theme as a region with this accent sees it; as it is for an accent that it does not have.
    #[must_use]
    pub fn with_accent(&self, accent: &str) -> Theme {
        let mut theme = self.clone();
        if let Some(accent) = self.accents.get(accent) {
            theme.colours.extend(accent.colours.iter().map(|(name, colour)| (name.clone(), *colour)));
        }
        theme
    }

    /// A shade on the screen; none for a name that the theme does not have, which has been reported.
    pub fn shown(&self, shade: &Shade) -> Option<[u8; 3]> {
        match shade {
            Shade::Named(name) => self.colours.get(name).map(|colour| colour.rgb),
            Shade::Own(rgb) => Some(*rgb),
        }
    }
}
