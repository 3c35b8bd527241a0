//! A text for each kind of content.

use crate::commands::fill::{fill, yaml};
use crate::content::Kind;

/// The most words of a headline.
const HEADLINE_WORDS: usize = 7;

/// What a new file of this kind says: a draft that can be read.
pub(super) fn text(kind: Kind, title: &str) -> String {
    let body = match kind {
        Kind::Page => include_str!("kinds/halaman.md"),
        Kind::Violation => include_str!("kinds/pelanggaran.md"),
        Kind::Sanction => include_str!("kinds/sanksi.md"),
        Kind::Regulation => include_str!("kinds/regulasi.md"),
        Kind::Declaration => include_str!("kinds/deklarasi.md"),
        Kind::Piece => include_str!("kinds/cetak.md"),
    };
    let headline = title.split(' ').take(HEADLINE_WORDS).collect::<Vec<_>>().join(" ");
    fill(
        body,
        &[
            ("judul", &yaml(title)),
            ("spanduk", &yaml(&headline)),
            ("sumber", include_str!("kinds/sumber.yaml")),
            ("umum", include_str!("kinds/umum.yaml")),
        ],
    )
}
