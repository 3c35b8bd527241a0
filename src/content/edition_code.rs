//! Which edition a file or page belongs to: the national one or a region's.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::RegionCode;

/// The national edition's code in file names and manifests.
const NATIONAL: &str = "nasional";

/// Which edition: the national one or a region's. National sorts first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum EditionCode {
    /// The national edition, at the root of the website.
    National,
    /// A province's or kabupaten's.
    Region(RegionCode),
}

impl EditionCode {
    /// Reads `nasional` or a region's code.
    pub fn parse(text: &str) -> Option<EditionCode> {
        if text == NATIONAL {
            return Some(EditionCode::National);
        }
        RegionCode::new(text).map(EditionCode::Region)
    }

    /// Whether it is the national edition, whose pages stand at the web root.
    pub fn is_national(&self) -> bool {
        *self == EditionCode::National
    }

    /// `nasional` or the region's code: the name in file names and manifests.
    pub fn as_str(&self) -> &str {
        match self {
            EditionCode::National => NATIONAL,
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

impl TryFrom<String> for EditionCode {
    type Error = String;

    fn try_from(text: String) -> Result<EditionCode, String> {
        EditionCode::parse(&text).ok_or_else(|| format!("`{text}` bukan kode edisi"))
    }
}

impl From<EditionCode> for String {
    fn from(code: EditionCode) -> String {
        code.to_string()
    }
}
