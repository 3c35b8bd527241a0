//! Letters with rows, and letters without.

use crate::content::EditionCode;
use crate::diagnostics::Diagnostics;
use crate::project::sample::{PROVINCE, REGENCY, codes, project, told};

const LETTER: &str = "content/cetak/surat.md";
const ROWS: &str = "content/daerah/61.11-ku/penerima.csv";
const TABLE: &str = "nama,jabatan,instansi,alamat,kecamatan,jumlah\n,Camat,Kecamatan A,Jalan B,,1\nNama Dua,,,,,1\n";

fn letter(keys: &str, body: &str) -> String {
    format!("---\njudul: Surat\nformat: naskah\n{keys}---\n{body}\n")
}

/// The problems of the editions of a project with this letter, these recipients and this page.
fn problems(letter: &str, table: Option<&str>, page: &str) -> Diagnostics {
    let page = format!("---\njudul: T\n---\n{page}\n");
    let villages = ("content/daerah/61.11-ku/desa.csv", "kode,nama,kecamatan,jenis\n61.11.01.2001,A,B,desa\n");
    let mut files = vec![PROVINCE, REGENCY, villages, (LETTER, letter), ("content/halaman/tes.md", &page)];
    files.extend(table.map(|table| (ROWS, table)));
    let (project, d) = project(&files);
    let project = project.unwrap();
    let day = "2026-11-22".parse().unwrap();
    let codes = project.edition_codes().into_iter();
    codes.filter_map(|code| project.edition(&code, day, &d)).for_each(|edition| super::check(&edition, &d));
    d
}

#[test]
fn values_of_a_recipient_stand_in_letters_alone() {
    let per = "per_penerima: true\n";
    assert_eq!(codes(problems(&letter(per, "{{ penerima.jabatan }}, {{ penerima.nama }}"), Some(TABLE), "")), Vec::<&str>::new());
    let outside = problems(&letter("", "{{ penerima.jabatan }}"), Some(TABLE), "");
    assert!(told(outside).contains("galat[S441]: isian `penerima.jabatan` tidak ada nilainya di sini"));
    assert_eq!(codes(problems(&letter(per, "a"), Some(TABLE), "{{ penerima.nama }}")), ["S441"]);
    let both = letter("per_penerima: true\nper_desa: true\n", "a");
    assert_eq!(codes(problems(&both, Some(TABLE), "")), ["S440"]);
}

#[test]
fn a_letter_never_has_a_gap() {
    let told = told(problems(&letter("per_penerima: true\n", "Di {{ penerima.alamat }}"), Some(TABLE), ""));
    assert!(told.contains("galat[S442]: kolom `alamat` kosong untuk `Nama Dua`, padahal disebut di surat"), "{told}");
    assert!(told.contains("penerima.csv:3:1"), "{told}");
}

#[test]
fn recipients_are_called_by_their_office() {
    let (project, d) = project(&[PROVINCE, REGENCY, (ROWS, TABLE)]);
    let code = EditionCode::parse("61.11").unwrap();
    let edition = project.unwrap().edition(&code, "2026-11-22".parse().unwrap(), &d).unwrap();
    let value = |name: &str, row: usize| {
        let placeholder = crate::markdown::Placeholder::from_name(name).unwrap();
        edition.recipient_value(placeholder, &edition.recipients[row])
    };
    assert_eq!(["penerima.nama", "penerima.jabatan", "penerima.kecamatan"].map(|name| value(name, 0)), ["Camat", "Camat", ""]);
    assert_eq!(["penerima.nama", "penerima.jabatan"].map(|name| value(name, 1)), ["Nama Dua", "Nama Dua"]);
    assert_eq!(edition.recipients[0].lines(), ["Camat", "Kecamatan A", "Jalan B"]);
}
