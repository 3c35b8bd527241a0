//! `suluh recall`: what rests on a regulation that falls, in the content and in everything that was published.

use std::fs;

use snapbox::str;

use crate::harness::{Project, Run, TODAY};

/// Exit code: the command line was not understood.
const USAGE: i32 = 2;
/// Exit code: a file could not be read.
const IO: i32 = 3;

const OLD_LAW: &str = "content/regulasi/uu-5-2014.md";
const NEW_LAW: &str = "content/regulasi/uu-20-2023.md";
const REVOKES: &str = "Mencabut UU 5/2014.";
const REVOKED: &str = "status: dicabut\ndicabut_oleh:\n  oleh: uu-20-2023\n  pasal: Pasal 76\n  tanggal: 2023-10-31\n";
const ARTICLE: &str = "    ringkasan: Asas netralitas.\n";
const REPLACED: &str =
    "    ringkasan: Asas netralitas.\n    padanan:\n      - regulasi: uu-20-2023\n        pasal: Pasal 2 huruf f\n";
const BASIS: &str = "dasar:\n  - regulasi: uu-5-2014\n    pasal: Pasal 2 huruf f\nbahan:";

fn recall(project: &Project, args: &[&str]) -> Run {
    Run::of(project.command("recall").args(["--as-of", TODAY]).args(args), &project.root(), None)
}

/// A project that was published while the old law held, and has been mended since.
fn published_then_mended() -> Project {
    let brochure = "content/cetak/brosur-warga.md";
    let home = "content/halaman/beranda.md";
    let in_force = Project::base().edit(OLD_LAW, REVOKED, "status: berlaku\n").edit(OLD_LAW, REPLACED, ARTICLE);
    let project = in_force.edit(NEW_LAW, REVOKES, "Ketentuan penutup.").edit(brochure, "bahan:", BASIS).edit(
        home,
        "regulasi:uu-20-2023#pasal-2-huruf-f",
        "regulasi:uu-5-2014#pasal-2-huruf-f",
    );
    project.build(&[]).expect_code(0);
    let revoked = project.edit(OLD_LAW, "status: berlaku\n", REVOKED).edit(OLD_LAW, ARTICLE, REPLACED);
    revoked.edit(NEW_LAW, "Ketentuan penutup.", REVOKES).edit(brochure, "uu-5-2014", "uu-20-2023").edit(
        home,
        "regulasi:uu-5-2014#pasal-2-huruf-f",
        "regulasi:uu-20-2023#pasal-2-huruf-f",
    )
}

#[test]
fn what_is_out_there_is_found_when_the_content_is_mended() {
    let project = published_then_mended();
    let told = recall(&project, &["uu-5-2014"]).expect_code(0);
    told.expect_stderr("").expect_stdout(str![[r#"
UU 5/2014 (Aparatur Sipil Negara (lama)): dicabut sejak 31 Oktober 2023 oleh UU 20/2023

Yang dilihat:
  [1] isi proyek ini: 3 edisi
  [2] [PROYEK]/output: 3 manifes

Nasional
  Di situs, turunkan sampai isinya diperbaiki (1 halaman):
    Bolehkah aparat memihak? (https://uji.go.id/)
      [2] Pasal 2 huruf f
  Hanya menceritakannya, boleh tetap (1):
    UU 20/2023: Aparatur Sipil Negara

Kabupaten Kayong Utara (61.11)
  Di situs, 1 halaman lain sama dengan edisi nasional.
  Di kertas, tarik dan jangan dibagikan lagi (1 cetakan):
    Brosur netralitas (brosur-warga)
      [2] Pasal 2 huruf f; semua 3 desa dan kelurahan; 150 eksemplar dipesan
  Desa dan kelurahan yang menerimanya (3):
    Sutera, Pangkalan Buton, Teluk Batang

Halamannya sama dengan edisi nasional di 1 daerah ini:
  Provinsi Kalimantan Barat (61)

Pasal penggantinya:
  Pasal 2 huruf f: kini Pasal 2 huruf f UU 20/2023

UU 5/2014: 3 halaman dan 1 cetakan (150 eksemplar dipesan) di 3 edisi bersandar padanya.

"#]]);
    // The region alone, by the article, by the name that people write, by the word of the manual.
    let alone = recall(&project, &["UU 5/2014 Pasal 2", "--region", "kayong utara"]).expect_code(0);
    assert!(alone.stdout.contains("brosur-warga") && !alone.stdout.contains("Kalimantan Barat (61)"), "{}", alone.stdout);
    let tarik = Run::of(project.command("tarik").args(["uu-5-2014", "--as-of", TODAY]), &project.root(), None);
    assert_eq!(tarik.expect_code(0).stdout, recall(&project, &["uu-5-2014"]).stdout);
    // A manifest that was kept stands on its own, without the project.
    let kept = project.beside("arsip-2023");
    fs::create_dir(&kept).unwrap();
    fs::copy(project.path("output/manifes/61.11.json"), kept.join("61.11.json")).unwrap();
    let elsewhere = Project::empty("lain");
    let told = recall(&elsewhere, &["uu-5-2014", kept.to_str().unwrap(), "--json"]).expect_code(0);
    let json: serde_json::Value = serde_json::from_str(&told.stdout).unwrap();
    let piece = &json["regions"][0]["pieces"][0];
    assert_eq!((&piece["id"], &piece["seen"][0]["copies"]), (&"brosur-warga".into(), &150.into()), "{json:#}");
    assert_eq!(json["regions"][0]["villages"]["61.11.03.2001"], "Mas Bangun", "the name of the official list: {json:#}");
}

/// Two builds of the same content note the same, and a second one touches nothing.
#[test]
fn the_record_is_small_and_the_same_each_time() {
    let project = Project::base();
    project.build(&["--only", "web"]).expect_code(0);
    let path = project.path("output/manifes/61.11.json");
    let before = fs::read_to_string(&path).unwrap();
    let record = before.lines().find(|line| line.contains("_dasar-hukum")).unwrap();
    assert!(record.len() < 2_000, "{record}");
    assert_eq!(record.matches("uu-20-2023 Pasal 24 ayat (1) huruf d").count(), 1, "each article stands in it once: {record}");
    project.build(&["--only", "web"]).expect_code(0);
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
}

#[test]
fn damaged_manifests_are_named_and_the_rest_is_told() {
    let project = Project::base();
    project.build(&["--only", "web"]).expect_code(0);
    let folder = project.beside("arsip");
    fs::create_dir(&folder).unwrap();
    let sound = fs::read_to_string(project.path("output/manifes/61.11.json")).unwrap();
    let cut = sound.find("_dasar-hukum").unwrap();
    let steering = sound.replace("Bolehkah aparat", "\\u001b[2J\\u202eBolehkah aparat").replace("\"61.11\"", "\"61\"");
    for (name, text) in [
        ("a.json", ""),
        ("b.json", &sound[..cut]),
        ("c.json", "{\"version\": 1}"),
        ("d.json", &sound.replace("\"version\": 1", "\"version\": 7")),
        ("e.json", &"[".repeat(100_000)),
        ("f.json", &sound.replace("_dasar-hukum", "_lain")),
        ("g.json", &steering),
        ("h.json", &sound),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    fs::write(folder.join("i.json"), [0xFF, 0xFE, 0x00, 0x7B]).unwrap();
    let told = recall(&project, &["uu-20-2023", folder.to_str().unwrap()]).expect_code(IO);
    let stderr = told.stderr.replace(folder.parent().unwrap().to_str().unwrap(), "");
    for line in [
        "manifes `/arsip/a.json` tidak dapat dipakai\n |\n = sebab: berkasnya kosong",
        "manifes `/arsip/b.json` tidak dapat dipakai\n |\n = sebab: isinya terpotong di baris",
        "manifes `/arsip/c.json` tidak dapat dipakai\n |\n = sebab: isinya bukan manifes suluh",
        "manifes `/arsip/d.json` tidak dapat dipakai\n |\n = sebab: bentuknya nomor 7",
        "manifes `/arsip/e.json` tidak dapat dipakai\n |\n = sebab: isinya bukan manifes suluh",
        "manifes `/arsip/i.json` tidak dapat dipakai\n |\n = sebab: isinya rusak di baris 1",
        "tidak mencatat dasar hukum: /arsip/f.json",
    ] {
        assert!(stderr.contains(line), "no {line:?} in:\n{stderr}");
    }
    assert!(told.stdout.contains("Kabupaten Kayong Utara (61.11)"), "{}", told.stdout);
    assert!(!told.stdout.contains('\u{1b}') && !told.stdout.contains('\u{202e}'), "a title steers the terminal");
}

#[test]
fn an_old_manifest_is_not_read_as_nothing_found() {
    let project = Project::base();
    project.build(&["--only", "web"]).expect_code(0);
    let path = project.path("output/manifes/61.11.json");
    let old = fs::read_to_string(&path).unwrap().replace("_dasar-hukum", "_lain");
    fs::write(&path, old).unwrap();
    recall(&project, &["uu-5-2014"]).expect_code(0).expect_stderr(str![[r#"
peringatan[S945]: dibuat dengan versi lama, tidak mencatat dasar hukum: [PROYEK]/output/manifes/61.11.json
 |
 = sebab: apa yang ada di terbitan itu tidak dapat diketahui dari manifesnya
 = saran: periksa cetakannya dengan mata, atau bangun lagi dari isi lama itu dengan versi suluh ini

1 peringatan

"#]]);
}

#[test]
fn what_is_typed_wrong() {
    let project = Project::base();
    recall(&project, &["uu-5-2041"]).expect_code(USAGE).expect_stderr(str![[r#"
galat[S944]: regulasi `uu-5-2041` tidak dikenal
 |
 = sebab: tidak ada dalam isi proyek, dan tidak satu pun manifes yang dilihat menyebutnya
 = saran: maksud Anda `uu-5-2014`?

1 galat

"#]]);
    recall(&project, &["uu-20-2023#pasal-999"]).expect_code(USAGE).expect_stderr(str![[r#"
galat[S944]: `pasal-999` tidak tercatat untuk UU 20/2023
 |
 = saran: pasal yang tercatat: Pasal 2 huruf f, Pasal 24 ayat (1) huruf d, Pasal 76

1 galat

"#]]);
    recall(&project, &["uu-20-2023", "tidak-ada"]).expect_code(IO).expect_stderr_has("`tidak-ada` tidak ada");
    recall(&project, &["uu-20-2023", "--region", "61.12"]).expect_code(USAGE).expect_stderr_has("daerah `61.12` tidak ada");
    let empty = Project::empty("kosong");
    recall(&empty, &["uu-5-2014"]).expect_code(1).expect_stderr_has("`suluh.yaml` tidak ada");
}

/// Manifests come from anywhere: what is no manifest is named, and the others are looked at all the same.
#[test]
fn what_is_no_manifest_is_named() {
    let project = Project::base();
    project.build(&["--only", "web"]).expect_code(0);
    let path = project.path("output/manifes/61.json");
    fs::write(&path, " \n").unwrap();
    recall(&project, &["uu-5-2014"]).expect_code(IO).expect_stderr(str![[r#"
galat[S966]: manifes `[PROYEK]/output/manifes/61.json` tidak dapat dipakai
 |
 = sebab: berkasnya kosong
 = saran: ambil salinan lain dari terbitan itu; manifes lain tetap dilihat

1 galat

"#]]);
    fs::write(&path, "{\"versi\": 1").unwrap();
    recall(&project, &["uu-5-2014"]).expect_code(IO).expect_stderr_has("galat[S966]: manifes `[PROYEK]/output/manifes/61.json`");
}

#[test]
fn a_folder_without_manifests_is_named() {
    let project = Project::base();
    let folder = project.beside("lama");
    fs::create_dir(&folder).unwrap();
    let none = recall(&project, &["uu-5-2014", folder.to_str().unwrap()]).expect_code(IO);
    let said = none.stderr.replace(folder.to_str().unwrap(), "[LAMA]");
    snapbox::assert_data_eq!(
        said,
        str![[r#"
galat[S967]: tidak ada manifes di folder `[LAMA]`
 |
 = saran: manifes dibuat `suluh build` di folder `manifes` di dalam folder hasil, satu berkas .json tiap daerah

1 galat

"#]]
    );
}
