//! One declaration: the wording, and the sheets to print it.

use serde_json::{Value, json};

use super::{Variables, evidence, frame, law, with};
use crate::content::declaration::Passage;
use crate::content::{Id, Kind};
use crate::web::page::Page;
use crate::web::words;

/// See `deklarasi.html` of the theme.
pub(super) fn variables(page: &Page<'_>, id: &Id) -> Option<Variables> {
    let item = page.house.edition().declarations.get(id)?;
    let declaration = &item.data;
    let meta = &declaration.meta;
    let summary = meta.summary.as_ref().map(|summary| page.text(summary));
    let heading = frame::Heading::below_list(page, Kind::Declaration, &page.text(&meta.title), summary);
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
    let signatories: Vec<String> = declaration.signatories.iter().map(|who| words::upper_first(&who.value)).collect();
    Some(with(
        frame::variables(page, &heading),
        json!({
            "isi": page.body(&item.body),
            "pembuka": declaration.opening.as_ref().map(passage),
            "butir": points,
            "penutup": declaration.closing.as_ref().map(passage),
            "penandatangan": signatories,
            "unduhan": sheets(page, id),
            "dasar": law::bases(page, &declaration.basis),
            "bukti": evidence::evidence(page, meta, &[]),
        }),
    ))
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
            let file = page.house.downloads.pieces.get(piece)?.files.first()?;
            Some(json!({
                "judul": page.text(&item.data.meta.title),
                "href": page.href(&page.house.plan.download_file(&file.name)),
                "rincian": file.details(),
            }))
        })
        .collect()
}
