//! The download page: every print piece with its picture and its files.

use serde_json::{Value, json};

use super::{Variables, frame, with};
use crate::edition::in_order;
use crate::web::downloads::{DownloadFile, PieceFiles};
use crate::web::page::Page;

/// How many digits of a SHA-256 a person compares.
const SHORT_HASH: usize = 12;

/// See `unduhan.html` of the theme.
pub(super) fn variables(page: &Page<'_>) -> Variables {
    let summary = "Bahan siap cetak untuk kantor, desa, dan sekolah.".to_owned();
    let heading = frame::Heading::below_home(page, "Unduhan", Some(summary));
    let pieces: Vec<Value> = in_order(&page.house.edition().pieces, |piece| &piece.meta)
        .into_iter()
        .filter_map(|(id, item)| {
            let made = page.house.downloads.pieces.get(id)?;
            let meta = &item.data.meta;
            let format = page.house.all.theme.formats.get(&item.data.format.value);
            Some(json!({
                "id": id.as_str(),
                "judul": page.text(&meta.title),
                "ringkas": meta.summary.as_ref().map(|summary| page.text(summary)),
                "format": format.map(|format| &format.title.value),
                "gambar": picture(page, made),
                "berkas": made.files.iter().map(|one| file(page, one)).collect::<Vec<_>>(),
                "per_desa": !made.villages.is_empty(),
            }))
        })
        .collect();
    with(frame::variables(page, &heading), json!({ "karya": pieces }))
}

fn picture(page: &Page<'_>, made: &PieceFiles) -> Option<Value> {
    let preview = made.preview.as_ref()?;
    let href = page.href(&page.house.plan.download_file(&preview.name));
    Some(json!({"href": href, "lebar": preview.width, "tinggi": preview.height}))
}

fn file(page: &Page<'_>, file: &DownloadFile) -> Value {
    json!({
        "nama": file.label,
        "href": page.href(&page.house.plan.download_file(&file.name)),
        "rincian": file.details(),
        "sidik": file.sha256.get(..SHORT_HASH).unwrap_or(&file.sha256),
        "sidik_penuh": file.sha256,
    })
}
