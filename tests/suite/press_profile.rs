//! `--icc`: press files that name their press, and files that are no profile of one.

use std::fs;
use std::path::{Path, PathBuf};

use lopdf::Document;

use crate::harness::{Project, repository, tools};

/// A profile of a press that never was, written by the tests of `print/press/intent.rs`: those of real presses may not be passed on.
const PROFILE: &str = "tests/fixtures/icc/mesin-uji.icc";

fn profile() -> Vec<u8> {
    fs::read(repository(PROFILE)).unwrap()
}

/// The small project, with one banner to print.
fn banner() -> Project {
    Project::base().remove("content/cetak/brosur-warga.md").remove("content/cetak/lembar-ikrar.md")
}

fn press_file(project: &Project) -> PathBuf {
    let folder = project.path("output/cetak/nasional/spanduk");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|ending| ending == "pdf")).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    files.remove(0)
}

#[test]
fn a_press_file_carries_the_profile_of_its_press() {
    let project = banner();
    let icc = project.beside("mesin.icc");
    fs::write(&icc, profile()).unwrap();
    let only = ["--only", "print", "--region", "nasional"];
    project.build(&only).expect_code(0);
    let plain = fs::read(press_file(&project)).unwrap();
    assert!(!Document::load_mem(&plain).unwrap().catalog().unwrap().has(b"OutputIntents"));

    // The same banner for a press of its own is another file.
    project.build(&[&only[..], &["--icc", icc.to_str().unwrap()]].concat()).expect_code(0);
    let file = press_file(&project);
    let said = tools::content("qpdf", [Path::new("--check"), &file]);
    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    let info = tools::content("pdfinfo", [&file]);
    assert!(info.contains("PDF subtype:") && info.contains("PDF/X-4"), "{info}");
    let document = Document::load(&file).unwrap();
    let intents = document.catalog().unwrap().get_deref(b"OutputIntents", &document).unwrap().as_array().unwrap();
    assert_eq!(intents.len(), 1);
    let intent = document.dereference(&intents[0]).unwrap().1.as_dict().unwrap();
    assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFX");
    let name = lopdf::decode_text_string(intent.get(b"OutputConditionIdentifier").unwrap()).unwrap();
    assert_eq!(name, "Mesin Uji");
    let carried = intent.get_deref(b"DestOutputProfile", &document).unwrap().as_stream().unwrap();
    assert_eq!(carried.decompressed_content().unwrap(), profile());
}

/// Each is refused before anything is made, with the reason; what was published stays.
#[test]
fn what_is_no_profile_of_a_press() {
    let project = banner();
    let sound = profile();
    let half = sound[..sound.len() / 2].to_vec();
    let mut screen = sound.clone();
    screen[16..20].copy_from_slice(b"RGB ");
    let mut huge = sound.clone();
    huge.resize((16 << 20) + 1, 0);
    let cut = format!("berkasnya terpotong: {} dari {} byte", half.len(), sound.len());
    for (name, bytes, what) in [
        ("kosong.icc", vec![], "isinya bukan profil ICC"),
        ("terpotong.icc", half, cut.as_str()),
        ("layar.icc", screen, "profil ini untuk warna RGB, bukan CMYK"),
        ("tulisan.icc", "Profil kami kirim besok. ".repeat(20).into_bytes(), "isinya bukan profil ICC"),
        ("besar.icc", huge, "16 MiB"),
    ] {
        let file = project.beside(name);
        fs::write(&file, bytes).unwrap();
        let run = project.build(&["--only", "print", "--region", "nasional", "--icc", file.to_str().unwrap()]);
        run.expect_code(1).expect_nothing_published().expect_stderr_has("galat[S553]: profil ICC `").expect_stderr_has(what);
    }
    let missing = project.beside("hilang.icc");
    let run = project.build(&["--only", "print", "--region", "nasional", "--icc", missing.to_str().unwrap()]);
    run.expect_code(1).expect_nothing_published().expect_stderr_has("berkasnya tidak ada");
}
