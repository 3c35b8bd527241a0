//! The verification page: the SHA-256 of each official file, so that a shop or a citizen can tell a genuine one.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Variables, frame, with};
use crate::edition::in_order;
use crate::web::downloads::{DownloadFile, Downloads};
use crate::web::edition::EditionHouse;
use crate::web::page::Page;

/// The list of every file, those of villages among them, as `sha256sum --check` reads it.
pub const SUMS: &str = "sidik.txt";

/// How many digits of a SHA-256 a person compares, and in groups of how many.
const SHORT_HASH: usize = 12;
const GROUP: usize = 4;

/// See `verifikasi.html` of the theme.
pub(super) fn variables(page: &Page<'_>) -> Variables {
    let summary = "Cara memastikan berkas atau cetakan berasal dari kantor ini dan tidak diubah orang.".to_owned();
    let heading = frame::Heading::below_home(page, "Periksa keaslian berkas", Some(summary));
    let downloads = page.house.downloads;
    let of_villages: usize = downloads.pieces.values().map(|made| made.villages.len()).sum();
    let sums = (!is_empty(downloads)).then(|| page.href(&page.house.plan.verification().file(SUMS)));
    with(
        frame::variables(page, &heading),
        json!({
            "karya": pieces(page),
            "per_desa": of_villages,
            "sidik_semua": sums,
            "lembar_kontak": downloads.contact.as_ref().map(file),
        }),
    )
}

fn pieces(page: &Page<'_>) -> Vec<Value> {
    let all = in_order(&page.house.edition().pieces, |piece| &piece.meta).into_iter();
    let shown = all.filter_map(|(id, item)| {
        let made = page.house.downloads.pieces.get(id)?;
        Some(json!({
            "id": id.as_str(),
            "judul": page.text(&item.data.meta.title),
            "href": format!("{}#{id}", page.href(&page.house.plan.downloads())),
            "berkas": made.files.iter().map(file).collect::<Vec<_>>(),
        }))
    });
    shown.filter(|piece| piece["berkas"].as_array().is_some_and(|files| !files.is_empty())).collect()
}

fn file(file: &DownloadFile) -> Value {
    json!({
        "berkas": file.name,
        "nama": file.label,
        "rincian": file.details(),
        "pendek": short(&file.sha256),
        "sidik": file.sha256,
    })
}

/// `3f2a 91bc 07de`: the beginning of a SHA-256, as it is read to somebody.
pub fn short(sha256: &str) -> String {
    let digits: Vec<char> = sha256.chars().take(SHORT_HASH).collect();
    digits.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn is_empty(downloads: &Downloads) -> bool {
    downloads.contact.is_none() && downloads.pieces.values().all(|made| made.files.is_empty() && made.villages.is_empty())
}

/// The lines of [`SUMS`], by name; none when nothing was printed.
pub fn sums(house: &EditionHouse<'_>) -> Option<String> {
    let downloads = house.downloads;
    if is_empty(downloads) {
        return None;
    }
    let of_pieces = downloads.pieces.values().flat_map(|made| made.files.iter().chain(made.villages.values()));
    let mut files: Vec<&DownloadFile> = of_pieces.chain(&downloads.contact).collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files.dedup_by(|a, b| a.name == b.name);
    let mut out = String::new();
    for file in files {
        // Writing to a string can't fail.
        let _ = writeln!(out, "{}  {}", file.sha256, file.name);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_short_code_is_read_in_groups() {
        assert_eq!(short(&"0123456789abcdef".repeat(4)), "0123 4567 89ab");
        assert_eq!(short("é"), "é");
        assert_eq!(short(""), "");
    }
}
