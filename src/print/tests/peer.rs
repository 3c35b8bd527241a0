//! The peer of `scripts/bench-cetak`: a village's sheet as a project for Typst's own command line, and the proof that it is the same sheet.
//!
//! A test and not a command, because nobody else needs it; inside the crate, because what it writes is the house's own: generated modules,
//! templates, rows. With `SULUH_PEER=FOLDER` it writes the project there, for the first `SULUH_PEER_VILLAGES` villages of
//! `SULUH_PEER_REGION` in the project `SULUH_PEER_PROJECT`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::json;

use super::*;
use crate::plan::Plan;
use crate::print::house::typeset;
use crate::print::slots::{Fit, SlotPlan, rows_json};
use crate::print::world::{Desk, MAIN};
use crate::print::{compose, places, preview};
use crate::project::{self, Chain};

/// The leaflet of every village.
const PIECE: &str = "brosur-warga";

/// Modules of a code, and the blocks that are dark: left, top, right, bottom.
fn code_json(address: &str) -> serde_json::Value {
    let matrix = qr::Matrix::encode(address).unwrap();
    let blocks: Vec<[usize; 4]> =
        matrix.blocks().into_iter().map(|(rows, columns)| [columns.start, rows.start, columns.end, rows.end]).collect();
    json!({ "sisi": matrix.full_size(), "blok": blocks })
}

/// The values of one village, as its run of the command line reads them.
fn village_json(row: &Row) -> Vec<u8> {
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&rows_json(std::slice::from_ref(row), Fit::Measured)).unwrap();
    let code = code_json(&row.qr);
    serde_json::to_vec(&json!({ "nilai": rows[0]["nilai"], "kode": code })).unwrap()
}

/// The plan of a project on the disk as of the day of the benches.
pub(super) fn plan(project: &Path, region: &str) -> Plan {
    let d = Diagnostics::new();
    let project = project::read(&Chain::open(project, &d), &d).unwrap();
    let code = project.edition_codes().into_iter().find(|code| code.as_str() == region).unwrap();
    let edition = project.edition(&code, "2026-11-22".parse().unwrap(), &d).unwrap();
    Plan::new(vec![Arc::new(edition)], Arc::clone(&project.theme))
}

/// The files of the peer's project, by path, and the villages it is for.
fn peer<'h>(house: &'h PrintHouse, job: &Job<'_>, plan: &SlotPlan) -> Desk<'h> {
    let (artwork, _) = compose::artwork(house, job);
    let (slots, _) = compose::slots(house, job, plan.json(), vec![]);
    let mut desk = Desk::new(house, include_str!("peer.typ").to_owned());
    for (path, bytes) in slots.everything().into_iter().chain(artwork.everything()) {
        match path.strip_suffix(".typ") {
            Some(_) if path == MAIN => {}
            Some(_) => desk.add_source(&path, String::from_utf8(bytes).unwrap()),
            None => desk.add_file(&path, bytes),
        }
    }
    for (row, number) in job.villages.iter().zip(1..) {
        desk.add_file(&format!("/desa/{number}.json"), village_json(&row));
    }
    desk
}

/// Writes everything that the command line needs: `typst compile --root FOLDER --font-path FOLDER/huruf … utama.typ`.
fn write(folder: &Path, desk: &Desk<'_>, fonts: &BTreeMap<String, Arc<[u8]>>) {
    let put = |path: PathBuf, bytes: &[u8]| {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    };
    for (path, bytes) in desk.everything() {
        put(folder.join(path.trim_start_matches('/')), &bytes);
    }
    for (name, bytes) in fonts {
        put(folder.join("huruf").join(name), bytes);
    }
}

/// What the bench compares is the same sheet: the peer's page and ours differ in no pixel that anybody sees.
#[test]
fn the_peer_of_the_bench_sets_the_same_sheet() {
    let from = |name: &str| std::env::var(name).ok();
    let project = from("SULUH_PEER_PROJECT").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").to_owned());
    let plan = plan(Path::new(&project), &from("SULUH_PEER_REGION").unwrap_or_else(|| "61.11".to_owned()));
    let edition = &plan.editions[0];
    let sheet = edition.sheets.iter().find(|sheet| sheet.piece.as_str() == PIECE).unwrap();
    let mut job = brief(&plan, edition, sheet).unwrap();
    job.villages = job.villages.chunk(0, from("SULUH_PEER_VILLAGES").map_or(1, |count| count.parse().unwrap())).into();
    let d = Diagnostics::new();
    let house = PrintHouse::new(&plan.theme, &d).unwrap();
    let set = |(desk, places): (Desk<'_>, places::Places<'_>)| typeset(&desk, &places, &d).unwrap();
    let artwork = set(compose::artwork(&house, &job));
    let slots = SlotPlan::of(&artwork);
    let desk = peer(&house, &job, &slots);
    if let Some(folder) = from("SULUH_PEER") {
        write(Path::new(&folder), &desk, &plan.theme.font_files);
    }
    let row = &job.villages.chunk(0, 1);
    let filled = set(compose::slots(&house, &job, slots.json(), rows_json(row, Fit::Measured)));
    let codes = qr::Codes::of([row[0].qr.as_str()]);
    let (artwork, filled) = (render::finish_frames(&artwork, None), render::finish_frames(&filled, Some(&codes)));
    let whole = set((desk, places::Places::new(&house)));
    assert_eq!(d.into_sorted(), vec![]);
    assert_eq!(whole.pages().len(), artwork.pages().len());
    for ((ours, over), theirs) in artwork.pages().iter().zip(filled.pages()).zip(whole.pages()) {
        let picture = |page, over| {
            let (png, ..) = preview::png(page, over, house.screen_colours()).unwrap();
            image::load_from_memory(&png).unwrap().into_rgb8()
        };
        let (ours, theirs) = (picture(ours, Some(over)), picture(theirs, None));
        assert_eq!(ours.dimensions(), theirs.dimensions());
        let differs = |(a, b): &(&u8, &u8)| a.abs_diff(**b) > 24;
        let different = ours.iter().zip(theirs.iter()).filter(differs).count();
        assert_eq!(different, 0, "of {} values", ours.len());
    }
}
