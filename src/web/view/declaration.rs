//! One declaration: the wording, and the sheets to print it.

use serde_json::{Value, json};

use super::{Variables, disputes, evidence, frame, law, with};
use crate::content::declaration::{DeclarationKind, FormField, Occasion, Passage};
use crate::content::sentence::upper_first;
use crate::content::{Confidence, Id, Kind, day};
use crate::diagnostics::Located;
use crate::web::page::Page;

/// See `deklarasi.html` of the theme.
pub(super) fn variables(page: &Page<'_>, id: &Id) -> Option<Variables> {
    let item = page.house.edition().declarations.get(id)?;
    let declaration = &item.data;
    let meta = &declaration.meta;
    let summary = meta.summary.as_ref().map(|summary| page.text(summary));
    let heading = frame::Heading::below_list(page, Kind::Declaration, &page.text(&meta.title), summary).told_by(page, &item.body);
    let passage = |passage: &Passage| json!({"teks": page.text(&passage.text), "kutipan": passage.quoted});
    let points: Vec<Value> = declaration
        .points
        .iter()
        .map(|point| {
            json!({
                "nomor": point.number,
                "teks": page.text(&point.passage.text),
                "inti": point.gist.as_ref().map(|gist| page.text(gist)),
            })
        })
        .collect();
    let spoken = |list: &[Located<String>]| -> Vec<String> { list.iter().map(|text| upper_first(&page.text(text))).collect() };
    let (body, explained) = page.explained(&item.body);
    Some(with(
        frame::variables(page, &heading),
        json!({
            "isi": body,
            "arti": explained,
            "dibacakan": declaration.kind.value != DeclarationKind::IntegrityPact,
            "pembuka": declaration.opening.as_ref().map(passage),
            "butir": points,
            "penutup": declaration.closing.as_ref().map(passage),
            "penandatangan": spoken(&declaration.signatories),
            "urutan": spoken(&declaration.signing_order),
            "disaksikan": spoken(&declaration.witnesses),
            "alur": spoken(&declaration.steps),
            "bidang": declaration.fields.iter().map(|one| field(page, one)).collect::<Vec<_>>(),
            "ada_lazim": declaration.fields.iter().any(is_habit),
            "contoh": declaration.examples.iter().map(|one| occasion(page, one)).collect::<Vec<_>>(),
            "tanggal": declaration.date.as_ref().map(|date| day::spoken(date.value)),
            "unduhan": sheets(page, id),
            "dasar": law::bases(page, &declaration.basis),
            "sengketa": disputes::touched(page, meta),
            "bukti": evidence::evidence(page, meta, &[]),
        }),
    ))
}

/// A field of the form.
fn field(page: &Page<'_>, field: &FormField) -> Value {
    json!({"nama": upper_first(&page.text(&field.name)), "wajib": field.required, "lazim": is_habit(field)})
}

/// A field of low confidence rests on habit: no official form was found that has it.
fn is_habit(field: &FormField) -> bool {
    field.confidence.as_ref().is_some_and(|confidence| confidence.value == Confidence::Low)
}

fn occasion(page: &Page<'_>, occasion: &Occasion) -> Value {
    let low = occasion.confidence.as_ref().is_some_and(|confidence| confidence.value == Confidence::Low);
    let mark = low.then_some("Belum bersumber");
    json!({"isi": page.text(&occasion.text), "sumber": evidence::sources(page, &occasion.sources), "cap": mark})
}

/// The first file of every piece that this declaration fills.
fn sheets(page: &Page<'_>, id: &Id) -> Vec<Value> {
    let fills = |piece: &crate::content::Piece| {
        piece.fills_from.as_ref().is_some_and(|from| from.value.kind == Kind::Declaration && from.value.id == *id)
    };
    page.house
        .edition()
        .pieces
        .iter()
        .filter(|(_, item)| fills(&item.data))
        .filter_map(|(piece, item)| {
            let file = page.house.downloads.pieces.get(piece)?.to_print()?;
            Some(json!({
                "judul": page.text(&item.data.meta.title),
                "href": page.href(&page.house.plan.download_file(&file.name)),
                "rincian": file.details(),
            }))
        })
        .collect()
}
