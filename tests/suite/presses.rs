//! A shop's own profile: used for what goes to that shop, as long as the office's file names it; and told of when it is gone.

use std::fs;
use std::path::PathBuf;

use lopdf::Document;

use crate::harness::{Project, repository};

const REGION: &str = "content/daerah/61.11-kayong-utara";
/// A profile of a press that never was: those of real presses may not be passed on.
const PROFILE: &str = "tests/fixtures/icc/mesin-uji.icc";
const SHOPS: &str = "profil:\n  - { id: spanduk, judul: Besar, keluarga: [lebar], bleed: 0, icc: toko.icc }\n  - { id: digital, judul: Digital, keluarga: [naskah, lipat], bleed: 3 }\npesan:\n  - { id: spanduk, jumlah: 2 }\n";

/// The file in a folder for the shops whose name begins like this.
fn made(project: &Project, folder: &str, begin: &str) -> PathBuf {
    let all = fs::read_dir(project.path(&format!("output/cetak/61.11/{folder}"))).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    all.into_iter().find(|path| name(path).starts_with(begin)).unwrap_or_else(|| panic!("no {begin} in {folder}"))
}

#[test]
fn a_shop_has_a_press_of_its_own() {
    let own = format!("{REGION}/percetakan.yaml");
    let project = Project::base().write(&own, SHOPS).write(&format!("{REGION}/toko.icc"), fs::read(repository(PROFILE)).unwrap());
    project.build(&["--only", "print"]).expect_code(0);
    let for_press = |path: PathBuf| Document::load(path).unwrap().catalog().unwrap().has(b"OutputIntents");
    assert!(for_press(made(&project, "spanduk", "SPANDUK_300x100cm_2lbr")));
    assert!(!for_press(made(&project, "lembar-ikrar", "LEMBAR-DEKLARASI")), "another shop's file is made for this press");
    let sheet = fs::read_to_string(made(&project, "", "pesanan-spanduk.txt")).unwrap();
    assert!(sheet.contains("Profil warna: Mesin Uji; "), "{sheet}");
    let project = project.write(&own, SHOPS.replace(", icc: toko.icc", ""));
    project.build(&["--only", "print"]).expect_code(0).expect_stderr_has("S554");
    assert!(!for_press(made(&project, "spanduk", "SPANDUK_300x100cm_2lbr")));
    let project = project.write(&own, SHOPS.replace("toko.icc", "tokoo.icc"));
    project.check(&[]).expect_code(1).expect_stderr_has("maksud Anda `toko.icc`?");
    let project = project.write(&own, SHOPS).write(&format!("{REGION}/toko.icc"), "bukan profil");
    project.build(&["--only", "print"]).expect_code(1).expect_stderr_has("isinya bukan profil ICC");
}
