//! Office papers: hundreds of signatories over as many pages as they need, and letters, one a recipient.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use crate::harness::{Project, tools};

/// As many village heads as signed together in Serang in 2025.
/// Source: `https://banten.antaranews.com/berita/328189/bawaslu-serang-gelar-ikrar-netralitas-kades-pada-psu-pilkada-2024`.
const VILLAGES: usize = 326;

/// A table of so many villages, some with names as long as names are.
fn villages() -> String {
    let mut table = "kode,nama,kecamatan,jenis\n".to_owned();
    for number in 0..VILLAGES {
        let district = 1 + number / 60;
        let name = if number % 50 == 7 { "Tanjung Pasir Putih Sungai Belimbing Hilir" } else { "Desa Uji" };
        writeln!(table, "61.11.{district:02}.{},{name} {},Kecamatan Uji {district},desa", 2001 + number % 60, number + 1)
            .unwrap();
    }
    table
}

fn region(project: &Project) -> String {
    let folder = fs::read_dir(project.path("content/daerah")).unwrap().map(|entry| entry.unwrap().file_name());
    let names: Vec<String> = folder.map(|name| name.into_string().unwrap()).collect();
    let own = names.iter().find(|name| name.starts_with("61.11")).unwrap();
    format!("content/daerah/{own}")
}

/// The press files of a piece, by their folder.
fn files(project: &Project, folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(project.path(&format!("output/cetak/61.11/{folder}"))).into_iter().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "pdf")).collect();
    files.sort();
    files
}

#[test]
fn hundreds_of_signatories_run_over_pages() {
    let project = Project::base();
    let folder = region(&project);
    let project = project.write(&format!("{folder}/desa.csv"), villages()).write(
        "content/cetak/lembar.md",
        "---\njudul: Lembar ikrar bersama\nformat: lembar-deklarasi-f4\n---\n{{ tanda_tangan: desa }}\n",
    );
    project.build(&["--only", "print", "--region", "61.11"]).expect_code(0);
    let files = files(&project, "lembar");
    let text = tools::content("pdftotext", ["-layout".as_ref(), files[0].as_os_str(), "-".as_ref()]);
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!((8..40).contains(&pages.len()), "{} pages", pages.len());
    let mut next = 1;
    for (page, number) in pages.iter().zip(1..) {
        assert!(page.contains(&format!("Halaman {number} dari {}", pages.len())), "{page}");
        assert!(page.contains("Tanda tangan") && page.contains("Kecamatan"), "page {number} has no head of the table");
        // Every row is whole: its number, its village and its kecamatan stand on one page, and none is missing or twice.
        while page.lines().any(|line| line.trim_start().starts_with(&format!("{next}. "))) {
            assert!(page.contains(&format!(" {next} ")) || page.contains(&format!(" {next}\n")), "row {next} on page {number}");
            next += 1;
        }
    }
    assert_eq!(next - 1, VILLAGES);
}

/// Forty people fit two sheets; with every row as tall as that of the longest name they took twice as many.
#[test]
fn a_long_name_makes_only_its_own_row_taller() {
    let project = Project::base();
    let folder = region(&project);
    let long = "Raden Mas Haryo Kusumonegoro Prawirodirdjo Wiryodiningrat Sastroamidjojo Tjokroaminoto Mangkunegaran";
    let mut table = "nama,jabatan,instansi\n".to_owned();
    for number in 1..=40 {
        let name = if number == 12 { long.to_owned() } else { format!("Warga Uji {number}") };
        writeln!(table, "{name},Staf,Dinas {}", number % 2).unwrap();
    }
    let sheet = "---\njudul: Ikrar apel\nformat: lembar-deklarasi-f4\n---\n{{ tanda_tangan: penandatangan }}\n";
    let project = project.write(&format!("{folder}/penandatangan.csv"), table).write(&format!("{folder}/cetak/apel.md"), sheet);
    project.build(&["--only", "print", "--region", "61.11"]).expect_code(0);
    let text = tools::pdf_text(&files(&project, "apel")[0]);
    assert!(text.contains("Halaman 2 dari 2") && text.contains("Warga Uji 40"), "{text}");
    for word in long.split(' ') {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn a_letter_for_each_recipient_and_none_on_the_website() {
    let project = Project::base();
    let folder = region(&project);
    let table = "nama,jabatan,instansi,alamat,jumlah\n,Kepala Dinas Pendidikan,Pemerintah Kabupaten Uji,Jalan Uji 1,1\nBudi Uji,Camat Satu,Kecamatan Satu,Jalan Uji 2,2\n";
    let letter = "---\njudul: Surat uji\nformat: surat-imbauan-f4\nper_penerima: true\n---\nSaudara {{ penerima.jabatan }} kami imbau.\n\n## Tembusan\n\n1. Arsip\n";
    let project = project.write(&format!("{folder}/penerima.csv"), table).write("content/cetak/surat.md", letter);
    project.build(&["--region", "61.11"]).expect_code(0);
    let merged = files(&project, "surat");
    let text = tools::pdf_text(&merged[0]);
    for words in ["Kepala Dinas Pendidikan", "Jalan Uji 1", "Budi Uji", "Camat Satu", "Kecamatan Satu", "Arsip", "Yth."] {
        assert!(text.contains(words), "{words} in {text}");
    }
    // As often as each is sent, so that the office prints the file once.
    assert_eq!(text.matches("kami imbau.").count(), 3);
    let own = files(&project, "surat/penerima");
    let names: Vec<String> = own.iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(names.len(), 2);
    assert!(names[0].contains("_1rkp_") && names[0].contains("_001-Kepala-Dinas"), "{names:?}");
    assert!(names[1].contains("_2rkp_") && names[1].contains("_002-Camat-Satu"), "{names:?}");
    assert!(!tools::pdf_text(&own[0]).contains("Budi Uji"));
    // The letters name people: the website holds neither them nor their names.
    let site = walkdir::WalkDir::new(project.path("output/situs")).into_iter().map(|entry| entry.unwrap().into_path());
    for file in site.filter(|path| path.is_file()) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        assert!(!name.starts_with("surat"), "{}", file.display());
        assert!(!fs::read(&file).unwrap().windows(8).any(|part| part == b"Budi Uji"), "{}", file.display());
    }
}

#[test]
fn a_list_of_people_is_for_those_who_sign_it() {
    let project = Project::bundled();
    let folder = region(&project);
    let table = "nama,jabatan,instansi\nBudi Uji,Camat Satu,Pemkab Uji\nSiti Uji,Lurah Dua,Pemkab Uji\n";
    let sheet = "---\njudul: Ikrar apel\nformat: lembar-deklarasi-f4\njumlah: 1\n---\n{{ tanda_tangan: penandatangan }}\n";
    let project = project.write(&format!("{folder}/penandatangan.csv"), table).write(&format!("{folder}/cetak/apel.md"), sheet);
    project.build(&["--region", "61.11"]).expect_code(0);
    let text = tools::pdf_text(&files(&project, "apel")[0]);
    for words in ["Instansi: Pemkab Uji", "Budi Uji", "Lurah Dua"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    // Neither the website nor an order to a shop holds it: the office prints it.
    let open = ["output/situs", "output/cetak/61.11"].map(|folder| walkdir::WalkDir::new(project.path(folder)));
    for entry in open.into_iter().flatten().map(|entry| entry.unwrap().into_path()).filter(|path| path.is_file()) {
        let shown = entry.to_string_lossy().replace('\\', "/");
        let own = shown.contains("/cetak/61.11/apel/");
        assert!(own || !shown.contains("apel"), "{shown}");
        let bytes = fs::read(&entry).unwrap();
        assert!(own || !bytes.windows(8).any(|part| part == b"Budi Uji"), "{shown}");
        if shown.ends_with(".zip") {
            assert!(!bytes.windows(11).any(|part| part == b"_apel_CONTO"), "{shown}");
        }
    }
}

#[test]
fn a_letter_that_does_not_fit_names_its_row() {
    let project = Project::base();
    let folder = region(&project);
    let long = "Kepala Bidang Pembinaan dan Pengawasan Penyelenggaraan Pelayanan Terpadu ".repeat(8);
    let table = format!("nama,jabatan,instansi,alamat,jumlah\n,Camat,Kecamatan Satu,Jalan Uji 2,1\n,{long},Instansi,Jalan,1\n");
    let letter = "---\njudul: Surat uji\nformat: surat-imbauan-f4\nper_penerima: true\n---\nSaudara.\n";
    let project = project.write(&format!("{folder}/penerima.csv"), table).write("content/cetak/surat.md", letter);
    let run = project.build(&["--only", "print", "--region", "61.11"]);
    run.expect_code(1).expect_stderr_has("penerima.csv:3:1").expect_stderr_has("penerima `Kepala Bidang");
    assert!(files(&project, "surat").is_empty());
}
