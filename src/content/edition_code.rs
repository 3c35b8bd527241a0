//! Which edition a file or page belongs to: the national one or a region's.

use std::fmt;

use super::RegionCode;

/// Which edition: the national one or a region's. National sorts first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditionCode {
    /// The national edition, at the root of the website.
    National,
    /// A province's or kabupaten's.
    Region(RegionCode),
}

impl EditionCode {
    /// `nasional` or the region's code: the name in file names and manifests.
    pub fn as_str(&self) -> &str {
        match self {
            EditionCode::National => "nasional",
            EditionCode::Region(code) => code.as_str(),
        }
    }

    /// The layers that an edition of this code is made of, lowest first.
    pub fn layers(&self) -> Vec<EditionCode> {
        match self {
            EditionCode::National => vec![EditionCode::National],
            EditionCode::Region(code) if code.is_province() => {
                vec![EditionCode::National, self.clone()]
            }
            EditionCode::Region(code) => {
                vec![EditionCode::National, EditionCode::Region(code.province()), self.clone()]
            }
        }
    }
}

impl fmt::Display for EditionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
