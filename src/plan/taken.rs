//! Names that a page of `content/halaman/` can't have: at their address stands what the program makes. A page there would take the place
//! of the search, say, and nobody would know why.

use super::EditionPlan;
use crate::diagnostics::{Diagnostic, Diagnostics};

/// A page whose address the program fills.
pub const TAKEN_NAME: &str = "S247";

/// What the program makes below the root of an edition: pages and folders.
pub(super) const TAKEN: [&str; 14] = [
    "aset",
    "bagikan",
    "cari",
    "d",
    "deklarasi",
    "desa",
    "gambar",
    "halaman",
    "pelanggaran",
    "regulasi",
    "sanksi",
    "sematan",
    "unduhan",
    "verifikasi",
];

impl EditionPlan {
    /// Checks the names of the pages that people wrote.
    pub(super) fn check_names(&self, d: &Diagnostics) {
        for (id, item) in &self.edition.pages {
            let name = id.as_str();
            // Below the national edition lie the regions, each in a folder that is called by its code.
            let is_code = name.bytes().all(|letter| letter.is_ascii_digit());
            if !is_code && !TAKEN.contains(&name) {
                continue;
            }
            let why = if is_code { "di alamat itu berdiri edisi daerah" } else { "halaman di alamat itu dibuat oleh program" };
            d.push(
                Diagnostic::error(TAKEN_NAME, format!("halaman tidak dapat bernama `{name}`"))
                    .at(&item.data.meta.place)
                    .because(why)
                    .hint(format!("ganti nama berkasnya, misalnya `halaman/tentang-{name}.md`")),
            );
        }
    }
}
