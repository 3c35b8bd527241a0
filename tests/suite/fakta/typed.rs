//! What the program's own reader understands of the content is what the notes say: regime, status,
//! confidence, the day of the text, and how days are counted.

use std::collections::BTreeMap;

use serde_json::Value;
use suluh::content::law::{Phase, Regime};
use suluh::content::regulation::Status;
use suluh::content::reporting::DayKind;
use suluh::content::sanction::SanctionStatus;
use suluh::content::{Confidence, EditionCode, Id, WrongCitation};
use suluh::diagnostics::{Diagnostics, Located};
use suluh::edition::Edition;
use suluh::project::Chain;
use suluh::source::Date;

use super::tree::yaml;
use crate::harness::{TODAY, repository};

/// The national edition of the bundled content.
fn national() -> Edition {
    let d = Diagnostics::new();
    let project = suluh::project::read(&Chain::open(&repository(""), &d), &d).expect("the bundled content can be read");
    let day: Date = TODAY.parse().unwrap();
    project.edition(&EditionCode::National, day, &d).expect("there is a national edition")
}

/// The entries of a file of notes, by id.
fn notes(file: &str, key: &str) -> BTreeMap<Id, Value> {
    let text = std::fs::read_to_string(repository(&format!("tests/fakta/{file}.yaml"))).unwrap();
    let entries = yaml(&text)[key].as_array().unwrap().clone();
    entries.into_iter().map(|entry| (Id::new(entry["id"].as_str().unwrap()).unwrap(), entry)).collect()
}

/// The word of a closed list for a value.
fn word<T: PartialEq + Copy>(choices: &[(&'static str, T)], value: T) -> String {
    choices.iter().find(|(_, choice)| *choice == value).map(|(word, _)| (*word).to_owned()).unwrap()
}

fn sure(confidence: Option<&Located<Confidence>>) -> Value {
    confidence.map_or(Value::Null, |confidence| word(&Confidence::CHOICES, confidence.value).into())
}

fn regimes(regimes: &[Located<Regime>]) -> Value {
    regimes.iter().map(|regime| word(&Regime::CHOICES, regime.value)).collect()
}

#[test]
fn every_regulation_is_as_sure_and_as_much_in_force_as_its_note() {
    let edition = national();
    for (id, note) in notes("regulasi", "regulasi") {
        let own = &edition.regulations.get(&id).unwrap_or_else(|| panic!("no regulation {id}")).data;
        assert_eq!(word(&Status::CHOICES, own.status.value), note["status"], "{id}: status");
        assert_eq!(regimes(&own.regimes), note["rezim"], "{id}: rezim");
        assert_eq!(sure(own.meta.confidence.as_ref()), note["keyakinan"], "{id}: keyakinan");
        for article in note["pasal"].as_array().unwrap() {
            let number = article["nomor"].as_str().unwrap();
            let mine = own.articles.iter().find(|mine| mine.number.value == number);
            let mine = mine.unwrap_or_else(|| panic!("{id}: no {number}"));
            assert_eq!(sure(mine.confidence.as_ref()), article["keyakinan"], "{id}, {number}: keyakinan");
            assert_eq!(mine.quote.is_some(), article["kutipan"] == true, "{id}, {number}: kutipan");
        }
    }
}

#[test]
fn every_violation_has_the_regime_the_phases_and_the_confidence_of_its_note() {
    let edition = national();
    for (id, note) in notes("pelanggaran", "pelanggaran") {
        let own = &edition.violations.get(&id).unwrap_or_else(|| panic!("no violation {id}")).data;
        assert_eq!(regimes(&own.regimes), note["rezim"], "{id}: rezim");
        // "see the description" is no phase; the map says what the description says.
        if note["fase"][0] != "lihat_uraian" {
            let phases: Value = own.phases.iter().map(|phase| word(&Phase::CHOICES, phase.value)).collect();
            assert_eq!(phases, note["fase"], "{id}: fase");
        }
        assert_eq!(sure(own.meta.confidence.as_ref()), note["keyakinan"], "{id}: keyakinan");
        assert_eq!(sure(own.basis_confidence.as_ref()), note["keyakinan_dasar"], "{id}: keyakinan_dasar");
        assert_eq!(sure(own.sanction_confidence.as_ref()), note["keyakinan_sanksi"], "{id}: keyakinan_sanksi");
        let sanctions: Value = own.sanctions.iter().map(|sanction| sanction.value.to_string()).collect();
        assert_eq!(sanctions, note["sanksi"], "{id}: sanksi");
    }
}

#[test]
fn every_sanction_has_the_status_the_day_of_its_text_and_one_regime_of_its_law() {
    let edition = national();
    for (id, note) in notes("sanksi", "sanksi") {
        let own = &edition.sanctions.get(&id).unwrap_or_else(|| panic!("no sanction {id}")).data;
        assert_eq!(
            word(&SanctionStatus::CHOICES, own.status.value),
            note["status"].as_str().unwrap().replace(' ', "_"),
            "{id}: status"
        );
        let before = own.text_before.as_ref().map_or(Value::Null, |day| day.value.to_string().into());
        assert_eq!(before, note["menurut_teks_sebelum"], "{id}: menurut_teks_sebelum");
        assert_eq!(sure(own.meta.confidence.as_ref()), note["keyakinan"], "{id}: keyakinan");
        let figures = own.term.is_some() || own.fine.is_some();
        assert_eq!(figures, own.text_before.is_some(), "{id}: figures without the day of their text");
        assert!(!own.regimes.is_empty(), "{id}: no regime");
        let law = [("pidana-uu7", "pemilu"), ("pidana-pilkada", "pilkada"), ("desa-", "desa")];
        if let Some((_, regime)) = law.iter().find(|(start, _)| id.as_str().starts_with(start)) {
            assert_eq!(regimes(&own.regimes), serde_json::json!([regime]), "{id}: rezim");
        }
    }
}

#[test]
fn every_deadline_counts_the_days_of_its_regime() {
    let edition = national();
    let notes = notes("pelaporan", "tenggat");
    assert_eq!(edition.reporting.deadlines.len(), notes.len());
    for (id, note) in notes {
        let own = edition.reporting.deadlines.iter().find(|own| own.id == id).unwrap_or_else(|| panic!("no deadline {id}"));
        assert_eq!(word(&Regime::CHOICES, own.regime.value), note["rezim"], "{id}: rezim");
        assert_eq!(own.value, note["nilai"], "{id}: nilai");
        assert_eq!(own.unit, note["satuan"], "{id}: satuan");
        assert_eq!(word(&DayKind::CHOICES, own.day_kind), note["jenis_hari"], "{id}: jenis_hari");
        assert_eq!(sure(Some(&own.confidence)), note["keyakinan"], "{id}: keyakinan");
    }
}

#[test]
fn official_wording_is_locked() {
    let edition = national();
    for (id, note) in notes("deklarasi", "deklarasi") {
        let own = &edition.declarations.get(&id).unwrap_or_else(|| panic!("no declaration {id}")).data;
        assert_eq!(regimes(&own.regimes), note["rezim"], "{id}: rezim");
        assert_eq!(sure(own.meta.confidence.as_ref()), note["keyakinan"], "{id}: keyakinan");
        let official = note["butir"].as_array().is_some_and(|points| points.iter().any(|point| point["kutipan"] == true));
        assert_eq!(own.meta.locked, official, "{id}: terkunci");
    }
}

#[test]
fn every_figure_is_printed_only_where_its_note_allows_and_stands_beside_its_likes() {
    let edition = national();
    let text = std::fs::read_to_string(repository("tests/fakta/statistik.yaml")).unwrap();
    let whole = yaml(&text);
    let printable: Vec<&str> = whole["layak_cetak"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    for (id, note) in notes("statistik", "statistik") {
        let own = edition.statistics.get(id.as_str()).unwrap_or_else(|| panic!("no statistic {id}"));
        assert_eq!(own.printable, printable.contains(&id.as_str()), "{id}: layak_cetak");
        assert_eq!(sure(Some(&own.confidence)), note["keyakinan"], "{id}: keyakinan");
        assert_eq!(own.as_of.is_some(), !note["per_tanggal"].is_null(), "{id}: per_tanggal");
        let figures = note["angka"].as_array().unwrap();
        assert_eq!(own.figures.len(), figures.len(), "{id}: angka");
        for (mine, figure) in own.figures.iter().zip(figures) {
            assert_eq!(mine.label.value, figure["label"], "{id}");
            assert_eq!(mine.value, figure["nilai"], "{id}: {}", mine.label.value);
            assert_eq!(mine.percent, figure["persen"].as_f64(), "{id}: {}", mine.label.value);
        }
        // Both or neither: figures that differ are shown side by side from wherever one comes.
        for other in &own.compare {
            let other = edition.statistics.get(other.value.as_str()).unwrap_or_else(|| panic!("{id}: no {}", other.value));
            assert_eq!(
                other.context.as_ref().map(|text| &text.value),
                own.context.as_ref().map(|text| &text.value),
                "{id}: banding"
            );
        }
    }
}

#[test]
fn every_term_dispute_and_wrong_citation_is_as_sure_as_its_note() {
    let edition = national();
    let note = |file: &str, key: &str, name: &str, value: &str| -> Value {
        let text = std::fs::read_to_string(repository(&format!("tests/fakta/{file}.yaml"))).unwrap();
        let entries = yaml(&text)[key].as_array().unwrap().clone();
        entries.into_iter().find(|entry| entry[name] == value).unwrap_or_else(|| panic!("no note on {value}"))["keyakinan"]
            .clone()
    };
    assert_eq!(edition.terms.iter().count(), 69);
    for own in edition.terms.iter() {
        assert_eq!(sure(Some(&own.confidence)), note("glosarium", "istilah", "istilah", &own.term.value), "{}", own.term.value);
    }
    // One is from the notes on wrong texts that go round, which say no word of how sure they are.
    let going_round = std::fs::read_to_string(repository("tests/fakta/lembaga.yaml")).unwrap();
    let is_listed = |own: &&WrongCitation| own.id.as_str() != "pasal-5-huruf-n-uu-asn";
    assert!(going_round.contains("Pasal 5 huruf n sebagai isi UU 20/2023, padahal itu PP 94/2021"));
    for own in edition.wrong_citations.iter().filter(is_listed) {
        assert_eq!(sure(Some(&own.confidence)), note("regulasi", "salah_kutip_umum", "tertulis", &own.written.value));
    }
    let dispute = edition.disputes.get("hadir-tanpa-atribut").expect("the dispute is there");
    assert_eq!(sure(Some(&dispute.confidence)), note("regulasi", "titik_sengketa", "isu", &dispute.question.value));
    let touched = edition.violations.get("pp94-n1").expect("the violation is there");
    assert_eq!(touched.data.meta.disputes.iter().map(|id| id.value.as_str()).collect::<Vec<_>>(), ["hadir-tanpa-atribut"]);
}

/// A page made of several notes may be as sure as the surest of them only where it says which part is less so.
#[test]
fn no_page_on_a_concept_is_surer_than_its_note() {
    let edition = national();
    let text = std::fs::read_to_string(repository("tests/fakta/konsep.yaml")).unwrap();
    let concepts = yaml(&text);
    for (concept, page) in [
        ("faktor", "faktor"),
        ("survei_penyebab_2020", "faktor"),
        ("indikator", "indikator"),
        ("tahapan_rawan", "tahapan-rawan"),
        ("fase", "fase"),
        ("hak_pilih", "hak-pilih"),
        ("boleh_dan_jangan", "hak-pilih"),
        ("pose", "pose-foto"),
        ("media_sosial", "media-sosial"),
        ("akibat_langsung", "pelayanan-publik"),
    ] {
        let page = &edition.pages.get(page).unwrap_or_else(|| panic!("no page {page}")).data;
        let own = page.meta.confidence.as_ref().unwrap_or_else(|| panic!("{concept}: the page says nothing of it")).value;
        let word = concepts[concept]["keyakinan"].as_str().unwrap_or_else(|| panic!("{concept}: no confidence"));
        let noted = Confidence::CHOICES.iter().find(|(choice, _)| *choice == word).map(|(_, noted)| *noted).unwrap();
        let said = page.meta.confidence_note.as_ref().is_some_and(|note| note.value.contains(word));
        assert!(own <= noted || said, "{concept}: its page is surer than the note ({word}) and does not say so");
    }
}
