//! What a template may see: one builder a page kind, each a map with Indonesian keys.
//!
//! Every key of a template is always there, null when there is nothing to say, so that a template
//! can't stumble over content. The head of each template in the theme lists its keys.

pub mod declaration;
pub mod disputes;
pub mod downloads;
pub mod embed;
pub mod evidence;
pub mod finder;
pub mod frame;
pub mod home;
pub mod law;
pub mod lists;
pub mod pocket;
pub mod posts;
pub mod prose;
pub mod regulation;
pub mod reporting;
pub mod sanction;
pub mod search;
pub mod sharing;
pub mod verification;
pub mod village;
pub mod villages;
pub mod violation;

use serde_json::{Map, Value};

use super::page::Page;
use crate::content::Kind;
use crate::plan::PageKind;

/// The variables of a template.
pub type Variables = Map<String, Value>;

/// The template of a page and what it may see; nothing for a village, whose page is filled from slots.
pub fn context(page: &Page<'_>, kind: &PageKind) -> Option<(&'static str, Value)> {
    let (template, variables) = match kind {
        PageKind::Home => ("beranda.html", home::variables(page)?),
        PageKind::Page(id) => prose::variables(page, id)?,
        PageKind::List(Kind::Violation) => ("pelanggaran-daftar.html", finder::variables(page)),
        PageKind::List(Kind::Regulation) => ("regulasi-daftar.html", lists::regulations(page)),
        PageKind::List(Kind::Sanction) => ("sanksi-daftar.html", lists::sanctions(page)),
        PageKind::List(Kind::Page) => ("halaman-daftar.html", lists::pages(page)),
        PageKind::List(Kind::Declaration) => ("deklarasi-daftar.html", lists::declarations(page)),
        PageKind::Item(Kind::Violation, id) => ("pelanggaran.html", violation::variables(page, id)?),
        PageKind::Item(Kind::Regulation, id) => ("regulasi.html", regulation::variables(page, id)?),
        PageKind::Item(Kind::Sanction, id) => ("sanksi.html", sanction::variables(page, id)?),
        PageKind::Item(Kind::Declaration, id) => ("deklarasi.html", declaration::variables(page, id)?),
        PageKind::Downloads => ("unduhan.html", downloads::variables(page)),
        PageKind::Verification => ("verifikasi.html", verification::variables(page)),
        PageKind::Villages => ("desa-daftar.html", villages::variables(page)),
        PageKind::Search => ("cari.html", search::variables(page)),
        PageKind::Share => ("bagikan.html", sharing::variables(page)),
        PageKind::Embed => ("sematan.html", embed::variables(page)),
        PageKind::Pocket => ("saku.html", pocket::variables(page)),
        PageKind::Offline => {
            ("luring.html", stand_in(page, "Tidak ada sambungan", "Halaman ini belum tersimpan di perangkat Anda."))
        }
        PageKind::NotFound => ("404.html", stand_in(page, "Halaman tidak ditemukan", "Alamat ini tidak ada di situs ini.")),
        PageKind::List(Kind::Piece) | PageKind::Item(Kind::Page | Kind::Piece, _) | PageKind::Village(_) => {
            return None;
        }
    };
    Some((template, Value::Object(variables)))
}

/// A page that is shown in the place of another.
fn stand_in(page: &Page<'_>, title: &str, description: &str) -> Variables {
    let description = Some(description.to_owned());
    frame::variables(page, &frame::Heading { description, ..frame::Heading::new(title) })
}

/// Adds the fields of a map to the variables of the frame. A name that the frame has already would change what stands around the page, so a view
/// may only take such a value away, by null.
fn with(mut variables: Variables, more: Value) -> Variables {
    if let Value::Object(more) = more {
        let taken = |(name, value): (&String, &Value)| !value.is_null() && variables.contains_key(name);
        debug_assert!(!more.iter().any(taken), "the frame has one of these already: {:?}", more.keys());
        variables.extend(more);
    }
    variables
}
