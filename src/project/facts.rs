//! Reads the entries of `glosarium.yaml`, `statistik.yaml` and `sengketa.yaml`.

use super::codes::{ONE_OPINION, UNDATED_FIGURE};
use super::fields::{id, ids, require_entry_sources, required_confidence, required_texts};
use crate::content::dispute::Opinion;
use crate::content::statistic::Figure;
use crate::content::{Common, Dispute, Id, Statistic, Term, WrongCitation};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::source::reader::MapReader;

/// Reads an entry of `istilah`.
pub(super) fn term(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Term> {
    let term = reader.required_text("istilah");
    let expansion = reader.text("kepanjangan");
    let meaning = reader.required_text("arti");
    let ended = reader.date("berakhir");
    let successor = reader.text("pengganti").and_then(|text| id(text, d));
    let note = reader.text("catatan");
    let sources = reader.texts("sumber");
    let confidence = required_confidence(&mut reader);
    require_entry_sources(&mut reader, &sources, confidence.as_ref());
    reader.finish();
    let term =
        Term { id: own, term: term?, expansion, meaning: meaning?, ended, successor, note, sources, confidence: confidence? };
    Some(term)
}

/// Reads an entry of `lazim`.
pub(super) fn common(id: Id, mut reader: MapReader<'_>, _: &Diagnostics) -> Option<Common> {
    let words = required_texts(&mut reader, "kata");
    reader.finish();
    (!words.is_empty()).then_some(Common { id, words })
}

/// Reads an entry of `statistik`.
pub(super) fn statistic(id: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Statistic> {
    let title = reader.required_text("judul");
    let institution = reader.required_text("lembaga");
    let context = reader.text("konteks");
    let as_of = reader.text("per_tanggal");
    let figures = reader.maps("angka").into_iter().filter_map(figure).collect();
    let print_sentence = reader.text("kalimat_cetak");
    let printable = reader.boolean("layak_cetak").filter(|printable| printable.value);
    let compare = ids(&mut reader, "banding", d);
    let note = reader.text("catatan");
    let sources = reader.texts("sumber");
    let confidence = required_confidence(&mut reader);
    require_entry_sources(&mut reader, &sources, confidence.as_ref());
    reader.finish();
    if let Some(flag) = &printable {
        for key in [("per_tanggal", as_of.is_none()), ("kalimat_cetak", print_sentence.is_none())]
            .into_iter()
            .filter_map(|(key, missing)| missing.then_some(key))
        {
            d.push(
                Diagnostic::error(UNDATED_FIGURE, format!("angka yang `layak_cetak` belum punya `{key}`"))
                    .at(&flag.place)
                    .because("angka yang dicetak selalu menyebut lembaga dan tanggal hitungnya")
                    .hint(format!("tambahkan `{key}: …`, atau hapus `layak_cetak`")),
            );
        }
    }
    Some(Statistic {
        id,
        title: title?,
        institution: institution?,
        context,
        as_of,
        figures,
        print_sentence,
        printable: printable.is_some(),
        compare,
        note,
        sources,
        confidence: confidence?,
    })
}

fn figure(mut reader: MapReader<'_>) -> Option<Figure> {
    let label = reader.required_text("label");
    let value = reader.require("nilai").integer("nilai");
    let percent = reader.number("persen").map(|percent| percent.value);
    reader.finish();
    Some(Figure { label: label?, value: value?.value, percent })
}

/// Reads an entry of `sengketa`.
pub(super) fn dispute(id: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Dispute> {
    let question = reader.required_text("isu");
    let opinions: Vec<Opinion> = reader.require("pendapat").maps("pendapat").into_iter().filter_map(opinion).collect();
    let advice = reader.required_text("saran");
    let settled = reader.texts("jangan_ditulis");
    let open = reader.texts("kecuali_disertai");
    let confidence = required_confidence(&mut reader);
    let place = reader.key_place("pendapat").cloned();
    reader.finish();
    if let (1, Some(place)) = (opinions.len(), &place) {
        d.push(
            Diagnostic::error(ONE_OPINION, "titik sengketa baru memuat satu pendapat")
                .at(place)
                .because("yang diperdebatkan punya sekurang-kurangnya dua pendapat, masing-masing dengan sumbernya")
                .hint("tambahkan pendapat yang lain, atau hapus titik sengketa ini"),
        );
    }
    Some(Dispute { id, question: question?, opinions, advice: advice?, settled, open, confidence: confidence? })
}

fn opinion(mut reader: MapReader<'_>) -> Option<Opinion> {
    let party = reader.required_text("pihak");
    let text = reader.required_text("isi");
    let sources = required_texts(&mut reader, "sumber");
    reader.finish();
    Some(Opinion { party: party?, text: text?, sources })
}

/// Reads an entry of `salah_kutip`.
pub(super) fn wrong_citation(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<WrongCitation> {
    let written = reader.required_text("tertulis");
    let right = reader.required_text("benar");
    let regulation = reader.text("regulasi").and_then(|text| id(text, d));
    let sources = reader.texts("sumber");
    let confidence = required_confidence(&mut reader);
    require_entry_sources(&mut reader, &sources, confidence.as_ref());
    reader.finish();
    Some(WrongCitation { id: own, written: written?, right: right?, regulation, sources, confidence: confidence? })
}
