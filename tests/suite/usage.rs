//! What is typed wrong is told in Indonesian, with a way on.

use snapbox::str;

use crate::harness::{Project, Run};

/// Exit code: the command line was not understood.
const USAGE: i32 = 2;

fn typed(args: &[&str]) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_suluh"));
    Run::of(program.args(args).current_dir(&folder), folder.path(), None)
}

#[test]
fn unknown_flag() {
    typed(&["build", "--regoin", "61.11"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: pilihan `--regoin` tidak dikenal
  saran: maksud Anda `--region`?

"#]]);
}

#[test]
fn unknown_command() {
    typed(&["biuld"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: perintah `biuld` tidak dikenal
  saran: maksud Anda `build`?

"#]]);
}

#[test]
fn no_command() {
    typed(&[]).expect_code(USAGE).expect_stderr(str![[r#"
Bahan netralitas ASN dari satu folder Markdown: situs dan cetakan, per daerah

Pemakaian: suluh <PERINTAH>

Perintah:
  init     Tulis proyek sebuah daerah, lengkap dengan semua desanya
  new      Tulis berkas isi baru yang tinggal diisi
  build    Buat situs dan cetakan ke dalam folder output
  serve    Tampilkan situs dan lembar cetak di peramban sambil menulis
  check    Periksa isi dan gambar tanpa membuat apa pun
  explain  Tunjukkan dari berkas mana sebuah isi berasal, atau arti sebuah kode pemeriksaan
  recall   Cari yang harus ditarik bila sebuah regulasi dicabut: halaman, cetakan, daerah, desa
           (juga: tarik)
  diff     Katakan yang berubah bagi pembaca antara dua keadaan sebuah proyek (juga: beda)
  base     Tampilkan basis dan yang berubah di bawah proyek ini
  formats  Tampilkan semua format cetak yang tersedia
  schema   Tampilkan kunci setiap jenis berkas, atau tulis skemanya

Pilihan:
  -h, --help     Tampilkan bantuan ini
  -V, --version  Tampilkan versi

"#]]);
}

#[test]
fn bad_date() {
    for date in ["22-11-2026", "2026-02-30", "besok"] {
        let run = typed(&["check", "--as-of", date]).expect_code(USAGE);
        let expected = format!(
            "galat: nilai `{date}` tidak sah untuk `--as-of <TANGGAL>`\n  \
             saran: tulis tahun-bulan-tanggal, misalnya 2026-11-22\n"
        );
        assert_eq!(run.stderr, expected);
    }
}

#[test]
fn bad_number_of_threads() {
    typed(&["build", "--threads", "0"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: nilai `0` tidak sah untuk `--threads <N>`
  saran: tulis bilangan bulat dari 1 sampai 256

"#]]);
}

#[test]
fn bad_choice() {
    typed(&["build", "--only", "semua"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: nilai `semua` tidak sah untuk `--only <BAGIAN>`
  saran: pilihan: web, print

"#]]);
}

#[test]
fn flag_without_its_value() {
    typed(&["check", "--as-of"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: nilai untuk `--as-of <TANGGAL>` belum ditulis
  saran: jalankan `suluh --help` untuk melihat cara pemakaian

"#]]);
}

#[test]
fn unknown_region() {
    let project = Project::base();
    project.check(&["--region", "61.12"]).expect_code(1).expect_stderr(str![[r#"
galat[S902]: daerah `61.12` tidak ada dalam proyek ini
 |
 = saran: maksud Anda `61.11`?

1 galat

"#]]);
    project.check(&["--region", "kayong"]).expect_code(1).expect_stderr(str![[r#"
galat[S902]: daerah `kayong` tidak ada dalam proyek ini
 |
 = saran: maksud Anda 61.11 (Kabupaten Kayong Utara)?

1 galat

"#]]);
    project.check(&["--region", "sintang"]).expect_code(1).expect_stderr(str![[r#"
galat[S902]: daerah `sintang` tidak ada dalam proyek ini
 |
 = saran: daerah yang ada: nasional, 61, 61.11

1 galat

"#]]);
}

/// A name means the region of the project that has it, as it does for `init`.
#[test]
fn a_region_by_name() {
    let project = Project::base();
    let by_name = project.check(&["--region", "kayong utara"]).expect_code(0);
    assert_eq!(by_name.stdout, project.check(&["--region", "61.11"]).expect_code(0).stdout);
    project.check(&["--region", "Kabupaten Kayong Utara", "--region", "kalimantan barat"]).expect_code(0);
}

/// The shell cuts a name or a title at its spaces.
#[test]
fn words_without_quotes() {
    typed(&["init", "--region", "belitung", "timur", "kit"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: kata `kit` tidak dimengerti di sini
  saran: apit nama yang lebih dari satu kata dengan tanda kutip: `--region "belitung timur"`

"#]]);
    typed(&["check", "--region", "belitung", "timur"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: kata `timur` tidak dimengerti di sini
  saran: apit nama yang lebih dari satu kata dengan tanda kutip: `--region "belitung timur"`

"#]]);
    typed(&["new", "pelanggaran", "Memakai", "grup", "kantor"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: kata `grup` tidak dimengerti di sini
  saran: apit judul dengan tanda kutip: `suluh new pelanggaran "Memakai grup kantor"`

"#]]);
    typed(&["build", "kit"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: kata `kit` tidak dimengerti di sini
  saran: bila `kit` folder proyek, tulis `suluh build --project kit`

"#]]);
}

#[test]
fn commands_in_indonesian() {
    let words = [("buat", "build"), ("bangun", "build"), ("periksa", "check"), ("cek", "check"), ("tambah", "new")];
    let more = [("baru", "new"), ("jelaskan", "explain"), ("mulai", "init"), ("format", "formats"), ("skema", "schema")];
    for (word, command) in words.into_iter().chain(more).chain([("basis", "base")]) {
        let said = format!("galat: perintah `{word}` tidak dikenal\n  saran: maksud Anda `{command}`?\n");
        assert_eq!(typed(&[word]).expect_code(USAGE).stderr, said);
    }
    for word in ["help", "bantuan"] {
        let hint = "jalankan `suluh --help`; untuk satu perintah, misalnya `suluh build --help`";
        let said = format!("galat: perintah `{word}` tidak dikenal\n  saran: {hint}\n");
        assert_eq!(typed(&[word]).expect_code(USAGE).stderr, said);
    }
}

/// The halves of a build have Indonesian names too.
#[test]
fn only_the_website() {
    let project = Project::base();
    let said = project.build(&["--only", "situs", "--zip"]).expect_code(0).stdout;
    assert!(!project.path("output/61.11/cetak").exists());
    // What this run did not make has no number that reads as if it had.
    let row: Vec<&str> = row_of(&said, "61.11");
    assert!(row[2].parse::<usize>().is_ok() && row[3] == "–", "{said}");
    let zip = said.lines().find(|line| line.starts_with("Flash disk: ") && line.contains("situs-61.11.zip")).unwrap();
    assert!(zip.ends_with("  (seluruh situs Kabupaten Kayong Utara dalam satu zip)"), "{zip}");
    let said = project.build(&["--only", "cetak", "--region", "61.11"]).expect_code(0).stdout;
    let row: Vec<&str> = row_of(&said, "61.11");
    assert!(row[2] == "–" && row[3].parse::<usize>().is_ok() && !said.contains("Flash disk:"), "{said}");
}

/// The cells of an edition's line in the table of a build.
fn row_of<'a>(said: &'a str, code: &str) -> Vec<&'a str> {
    let line = said.lines().find(|line| line.starts_with(&format!("{code} "))).unwrap_or_else(|| panic!("no {code} in {said}"));
    line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
}

/// A name that goes on in another region's name may have lost a word.
#[test]
fn init_names_the_region_with_the_longer_name() {
    let said = typed(&["init", "--region", "belitung", "kit"]).expect_code(0).stdout;
    let others =
        "Ada juga 19.06 Kabupaten Belitung Timur; bila itu maksud Anda, hapus folder ini dan jalankan lagi dengan kodenya.";
    assert!(said.trim_end().ends_with(others), "{said}");
    assert!(!typed(&["init", "--region", "19.02", "kit"]).expect_code(0).stdout.contains("Ada juga"));
}

#[test]
fn a_folder_inside_a_project() {
    let project = Project::base();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_suluh"));
    program.arg("check").current_dir(project.path("content/halaman"));
    Run::of(&mut program, &project.path("content/halaman"), None).expect_code(1).expect_stderr(str![[r#"
galat[S140]: `suluh.yaml` tidak ada
--> suluh.yaml
 = saran: proyeknya ada di folder `../..`; jalankan perintah ini di sana, atau tambahkan `--project ../..`

1 galat

"#]]);
}

/// Tables that were saved beside `suluh.yaml` and almost the right names are told where they belong.
#[test]
fn tables_in_the_wrong_place() {
    let project = Project::base().write("desa.xlsx", "x").write("content/daerah/61.11-kayong-utara/desa (2).xlsx", "x");
    project.check(&[]).expect_code(1).expect_stderr(str![[r#"
peringatan[S145]: berkas `desa.xlsx` tidak dibaca di folder proyek
--> desa.xlsx
 = saran: pindahkan ke folder daerahnya, misalnya `content/daerah/61.11-kayong-utara/`

galat[S145]: berkas `desa (2).xlsx` tidak dikenal di sini
--> content/daerah/61.11-kayong-utara/desa (2).xlsx
 = saran: ganti namanya menjadi `desa.xlsx`, atau hapus bila ini hanya salinan

1 galat, 1 peringatan

"#]]);
}

#[test]
fn no_such_folder() {
    typed(&["check", "--project", "tidak-ada"]).expect_code(3).expect_stderr(str![[r#"
galat[S903]: folder proyek `tidak-ada` tidak ada
 |
 = saran: tunjuk folder yang berisi `suluh.yaml` dengan `--project`

1 galat

"#]]);
}

#[test]
fn a_folder_that_is_no_project() {
    typed(&["check"]).expect_code(1).expect_stderr(str![[r#"
galat[S140]: `suluh.yaml` tidak ada
--> suluh.yaml
 = saran: jalankan perintah ini di folder proyek, atau tunjuk foldernya dengan `--project`

1 galat

"#]]);
}

#[test]
fn help_is_indonesian() {
    let commands = ["init", "new", "build", "check", "explain", "formats", "schema"];
    for args in commands.map(|command| vec![command, "--help"]).into_iter().chain([vec!["--help"]]) {
        let run = typed(&args).expect_code(0);
        for english in ["Usage", "Options", "Commands", "Print", "default", "possible", "Arguments", "For more"] {
            assert!(!run.stdout.contains(english), "{english:?} in the help of {args:?}:\n{}", run.stdout);
        }
        assert!(run.stdout.contains("Pemakaian: suluh"), "{}", run.stdout);
    }
}

#[test]
fn unknown_kind_of_schema() {
    typed(&["schema", "regulsi"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: jenis `regulsi` tidak dikenal
  saran: maksud Anda `regulasi`?

"#]]);
}

/// One kind goes to the terminal, all go to a folder with the tables for people.
#[test]
fn schemas_are_shown_and_written() {
    let shown = typed(&["schema", "regulasi"]).expect_code(0).stdout;
    let schema: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(schema["title"], "Regulasi");
    assert!(typed(&["schema"]).expect_code(0).stdout.contains("content/regulasi/*.md"));

    let folder = tempfile::tempdir().unwrap();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_suluh"));
    program.args(["schema", "--output", "skema"]).current_dir(&folder);
    Run::of(&mut program, folder.path(), None).expect_code(0);
    let repository = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for (written, committed) in [("skema/sanksi.schema.json", "schema/sanksi.schema.json"), ("skema/skema.md", "docs/skema.md")] {
        let written = std::fs::read_to_string(folder.path().join(written)).unwrap();
        assert_eq!(written, std::fs::read_to_string(repository.join(committed)).unwrap());
    }
    std::fs::write(folder.path().join("berkas"), "x").unwrap();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_suluh"));
    program.args(["schema", "--output", "berkas"]).current_dir(&folder);
    Run::of(&mut program, folder.path(), None).expect_code(3).expect_stderr(str![[r#"
galat[S931]: `berkas` tidak dapat ditulis
 |
 = sebab: sudah ada berkas dengan nama itu
 = saran: tulis nama folder lain; tidak ada yang diubah

1 galat

"#]]);
}
