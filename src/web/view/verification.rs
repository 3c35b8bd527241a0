//! The verification page: the SHA-256 of each official file, so that a shop or a citizen can tell a genuine one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Variables, frame, with};
use crate::edition::in_order;
use crate::web::downloads::{DownloadFile, Downloads};
use crate::web::edition::EditionHouse;
use crate::web::page::Page;

/// The list of every file, those of villages and the documents of pages among them, as `sha256sum --check` reads it.
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
            "jumlah_dokumen": downloads.readings.len(),
            "zip": downloads.zip.as_ref().map(file),
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
    let others = downloads.contact.is_none() && downloads.zip.is_none() && downloads.readings.is_empty();
    others && downloads.pieces.values().all(|made| made.files.is_empty() && made.villages.is_empty())
}

/// The lines of [`SUMS`], by name below `unduhan/`; none when there is nothing to download.
pub fn sums(house: &EditionHouse<'_>) -> Option<String> {
    let downloads = house.downloads;
    if is_empty(downloads) {
        return None;
    }
    let of_pieces = downloads.pieces.values().flat_map(|made| made.files.iter().chain(made.villages.values()));
    let files = of_pieces.chain(&downloads.contact).chain(&downloads.zip).map(|file| (file.name.clone(), file.sha256.as_str()));
    let readings = downloads.readings.iter();
    // A document that stands in the national edition too: a page of this edition leads to it.
    let readings = readings.map(|((kind, id), file)| (format!("{}/{id}.pdf", kind.folder()), file.sha256.as_str()));
    let files: BTreeMap<String, &str> = files.chain(readings).collect();
    let mut out = String::new();
    for (name, sha256) in files {
        // Writing to a string can't fail.
        let _ = writeln!(out, "{sha256}  {name}");
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
