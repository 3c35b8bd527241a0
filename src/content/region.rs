//! A province, kabupaten or kota: its code, its office and where people can go.

use std::fmt;
use std::sync::Arc;

use super::{District, Office};
use crate::diagnostics::{Located, Place};

/// The Kemendagri code of a province (`61`) or a kabupaten/kota (`61.11`). Always text: `11.10`
/// is not the number 11.1. A copy shares the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionCode(Arc<str>);

impl RegionCode {
    /// Takes `text` if it has the form of a province's or kabupaten's code.
    pub fn new(text: &str) -> Option<RegionCode> {
        let mut parts = text.split('.');
        let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        let well_formed = parts.next().is_some_and(two_digits) && parts.next().is_none_or(two_digits) && parts.next().is_none();
        well_formed.then(|| RegionCode(Arc::from(text)))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is a province.
    pub fn is_province(&self) -> bool {
        self.0.len() == 2
    }

    /// The province that this region belongs to; itself when it is one.
    pub fn province(&self) -> RegionCode {
        RegionCode(self.0.get(..2).map_or_else(|| Arc::clone(&self.0), Arc::from))
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A place where people can tell the supervisor something (`posko`).
#[derive(Clone, Debug)]
pub struct Post {
    /// `nama`
    pub name: Located<String>,
    /// `alamat`
    pub address: Located<String>,
    /// `kecamatan`
    pub district: Option<Located<String>>,
    /// `telepon`
    pub phone: Option<Located<String>>,
    /// `jam`: opening hours.
    pub hours: Option<Located<String>>,
    /// `koordinat`: `lintang, bujur`.
    pub coordinates: Option<Located<String>>,
}

impl Post {
    /// Where it stands on a map that everybody may use, when its coordinates are two numbers.
    pub fn map(&self) -> Option<String> {
        let (latitude, longitude) = self.coordinates.as_ref()?.value.split_once(',')?;
        let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        let (latitude, longitude) = (number(latitude)?, number(longitude)?);
        Some(format!("https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=17/{latitude}/{longitude}"))
    }
}

/// Who signs and pays together with the office (`mitra`).
#[derive(Clone, Debug)]
pub struct Partner {
    /// `nama`
    pub name: Located<String>,
    /// `logo`: an image below the region's folder.
    pub logo: Option<Located<String>>,
}

/// A region's `daerah.yaml`.
#[derive(Clone, Debug)]
pub struct Region {
    /// `kode`
    pub code: Located<RegionCode>,
    /// `nama`: `Kabupaten Kayong Utara`.
    pub name: Located<String>,
    /// `kantor`
    pub office: Office,
    /// `posko`
    pub posts: Vec<Post>,
    /// `kecamatan`: whom to call where a village's own supervisor can't be shown.
    pub districts: Vec<District>,
    /// `sebutan_desa`: what a desa is called here, `Pekon` or `Nagari`; else `Desa`.
    pub village_word: Option<Located<String>>,
    /// `sebutan_kepala_desa`: what the head of a desa is called here, `Peratin`; else `Kepala desa`.
    pub head_word: Option<Located<String>>,
    /// `logo`: the office's whole lockup, an image below the region's folder.
    pub logo: Option<Located<String>>,
    /// `mitra`
    pub partners: Vec<Partner>,
    /// `aksen`: the name of an accent of the theme.
    pub accent: Option<Located<String>>,
    /// `url`: the office's own address, when it has one.
    pub url: Option<Located<String>>,
    /// `url` is there but is no address, as has been reported.
    pub url_refused: bool,
    /// `contoh`: contacts are placeholders; every sheet carries CONTOH until this is gone.
    pub specimen: Option<Place>,
    /// The file as a whole.
    pub place: Place,
}

#[cfg(test)]
mod tests {
    use super::RegionCode;

    #[test]
    fn codes_have_one_or_two_parts_of_two_digits() {
        for good in ["61", "61.11", "11.10"] {
            assert!(RegionCode::new(good).is_some(), "{good}");
        }
        for bad in ["", "6", "61.1", "61.111", "61.11.01", "61.", ".11", "6a", "٦١"] {
            assert!(RegionCode::new(bad).is_none(), "{bad}");
        }
        let code = RegionCode::new("61.11").unwrap();
        assert_eq!(code.province().as_str(), "61");
        assert!(!code.is_province());
    }
}
