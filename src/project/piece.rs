//! Reads the front matter of print pieces.

use super::codes::BAD_REFERENCE;
use super::fields::{basis, flag, id, meta, words};
use super::shop::is_printable;
use crate::content::piece::{Binding, ContentRef, Drawing, RegionalLine};
use crate::content::village::VillageKind;
use crate::content::{Id, Kind, Piece};
use crate::diagnostics::{Diagnostic, Diagnostics, Located};
use crate::source::reader::MapReader;

/// For whom a piece is written (`sasaran`).
pub const AUDIENCES: [(&str, &str); 3] = [("asn", "Pegawai ASN"), ("desa", "Kepala dan perangkat desa"), ("warga", "Warga")];

/// Reads `content/cetak/<id>.md`.
pub(super) fn piece(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Piece> {
    let meta = meta(&mut reader, d);
    let format = reader.required_text("format").and_then(|text| id(text, d));
    let audience = words(&mut reader, "sasaran", &AUDIENCES, d);
    let per_village = flag(&mut reader, "per_desa");
    let binding = reader.choice("gabung", &Binding::CHOICES).map(|chosen| chosen.value).unwrap_or_default();
    let per_recipient = flag(&mut reader, "per_penerima");
    let village_kinds = reader.choices("jenis_desa", &VillageKind::CHOICES);
    let fills_from = reader.text("isi").and_then(|text| content_ref(text, d));
    let basis = basis(&mut reader, "dasar", d);
    let regional_line = reader.map("bahasa_daerah").and_then(self::regional_line);
    let drawing = reader.choice("gambar", &Drawing::CHOICES);
    let points = reader.texts("poin");
    let caption = reader.text("keterangan");
    let qr = reader.text("qr");
    let material = reader.text("bahan");
    let finishing = reader.text("finishing");
    let copies = reader.integer("jumlah").filter(|count| is_printable(count, d));
    reader.finish();
    Some(Piece {
        id: own,
        meta: meta?,
        format: format?,
        audience,
        per_village,
        binding,
        village_kinds,
        per_recipient,
        fills_from,
        basis,
        regional_line,
        drawing,
        points,
        caption,
        qr,
        material,
        finishing,
        copies,
    })
}

fn regional_line(mut reader: MapReader<'_>) -> Option<RegionalLine> {
    let language = reader.required_text("bahasa");
    let text = reader.required_text("teks");
    reader.finish();
    Some(RegionalLine { language: language?, text: text? })
}

fn content_ref(text: Located<String>, d: &Diagnostics) -> Option<Located<ContentRef>> {
    let Some(value) = ContentRef::parse(&text.value) else {
        let kinds: Vec<_> = Kind::ALL.into_iter().map(Kind::folder).collect();
        d.push(
            Diagnostic::error(BAD_REFERENCE, format!("`{}` bukan rujukan isi", text.value))
                .at(&text.place)
                .hint(format!("tulis `jenis:pengenal`, misalnya `deklarasi:ikrar-netralitas-asn`; jenis: {}", kinds.join(", "))),
        );
        return None;
    };
    Some(Located { value, place: text.place })
}
