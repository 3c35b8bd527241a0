//! The download page: every print piece with its picture and its files, by those for whom it is.

use serde_json::{Value, json};

use super::{Variables, frame, with};
use crate::content::format::Family;
use crate::content::{Format, Piece};
use crate::edition::in_order;
use crate::web::downloads::{DownloadFile, PieceFiles, Use};
use crate::web::page::Page;
use crate::web::words;

/// How many digits of a SHA-256 a person compares.
const SHORT_HASH: usize = 12;
/// The groups of the page: the word of `sasaran`, an id and a title. A piece for several readers is for all.
const GROUPS: [(&str, &str, &str); 4] = [
    ("", "semua", "Untuk siapa saja"),
    ("warga", "warga", "Untuk warga"),
    ("desa", "perangkat-desa", "Untuk kepala dan perangkat desa"),
    ("asn", "asn", "Untuk ASN"),
];

/// See `unduhan.html` of the theme.
pub(super) fn variables(page: &Page<'_>) -> Variables {
    let summary = "Bahan untuk dibaca, dibagikan, dan dicetak.".to_owned();
    let heading = frame::Heading::below_home(page, "Unduhan", Some(summary));
    let groups: Vec<Value> = GROUPS
        .iter()
        .map(|(audience, id, title)| json!({"id": id, "judul": title, "karya": pieces(page, audience)}))
        .filter(|group| group["karya"].as_array().is_some_and(|pieces| !pieces.is_empty()))
        .collect();
    let contact = page.house.downloads.contact.as_ref().map(|sheet| file(page, sheet));
    let zip = page.house.downloads.zip.as_ref().map(|zip| file(page, zip));
    with(frame::variables(page, &heading), json!({ "kelompok": groups, "lembar_kontak": contact, "zip": zip }))
}

/// Whom a piece is for: the word of its `sasaran` when there is one alone.
fn audience(piece: &Piece) -> &str {
    match piece.audience.as_slice() {
        [only] => only.value.as_str(),
        _ => "",
    }
}

fn pieces(page: &Page<'_>, group: &str) -> Vec<Value> {
    let all = in_order(&page.house.edition().pieces, |piece| &piece.meta).into_iter();
    let known = |audience: &str| GROUPS.iter().any(|(word, _, _)| *word == audience);
    let here = all.filter(|(_, item)| {
        let audience = audience(&item.data);
        audience == group || group.is_empty() && !known(audience)
    });
    let shown = here.filter_map(|(id, item)| {
        let made = page.house.downloads.pieces.get(id)?;
        let meta = &item.data.meta;
        let format = page.house.all.theme.formats.get(&item.data.format.value);
        let of = |uses: &[Use]| {
            let files = made.files.iter().filter(|one| uses.contains(&one.purpose));
            files.map(|one| file(page, one)).collect::<Vec<_>>()
        };
        Some(json!({
            "id": id.as_str(),
            "judul": page.text(&meta.title),
            "ringkas": meta.summary.as_ref().map(|summary| page.text(summary)),
            "format": format.map(|format| called(format, made)),
            "guna": format.map(purpose),
            "jumlah": page.house.edition().copies(&item.data).map(words::thousands),
            "gambar": picture(page, made),
            "bentuk": shape(made),
            "baca": of(&[Use::Read, Use::Share]),
            "cetak": of(&[Use::Press]),
            "kecamatan": of(&[Use::District]),
            "per_desa": made.villages.len(),
        }))
    });
    shown.collect()
}

/// What a sheet of this kind is put to.
fn purpose(format: &Format) -> &'static str {
    match format.family {
        Family::Lipat => "Dibagikan dari tangan ke tangan",
        Family::Lembar => "Dibagikan atau ditempel",
        Family::Lebar => "Dipasang di jalan dan di gerbang",
        Family::Tegak => "Berdiri di ruang acara atau di tepi jalan",
        Family::Papan => "Dipasang di papan besar di tepi jalan",
        Family::Kartu if format.is_screen() => "Dikirim lewat telepon dan media sosial",
        Family::Kartu => "Ditempel",
        Family::Naskah => "Dibacakan, diisi, atau dikirim",
        Family::Paparan => "Ditayangkan dalam pertemuan",
    }
}

/// `Brosur lipat tiga (A4), 29,7 × 21 cm`; a format whose name says its size says it once: `Spanduk 3 × 1 m`.
fn called(format: &Format, made: &PieceFiles) -> String {
    let measures = measures(format, made);
    let title = &format.title.value;
    if title.contains(&measures) { title.clone() } else { format!("{title}, {measures}") }
}

/// How large it is: in metres from 2 m on, else in centimetres; a picture in pixels.
fn measures(format: &Format, made: &PieceFiles) -> String {
    let (width, height) = made.size;
    match format.pixels {
        Some(pixels) => format!("{pixels} × {:.0} piksel", f64::from(pixels) * height / width),
        None if width.max(height) >= 2000.0 => {
            format!("{} × {} m", words::decimal(width / 1000.0), words::decimal(height / 1000.0))
        }
        None => format!("{} × {} cm", words::decimal(width / 10.0), words::decimal(height / 10.0)),
    }
}

/// `lebar` for what is far wider than tall, `tinggi` for the reverse: such a picture needs another place on the page.
fn shape(made: &PieceFiles) -> Option<&'static str> {
    let preview = made.preview.as_ref()?;
    let proportion = f64::from(preview.width) / f64::from(preview.height.max(1));
    match proportion {
        p if p >= 2.0 => Some("lebar"),
        p if p <= 0.5 => Some("tinggi"),
        _ => None,
    }
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
