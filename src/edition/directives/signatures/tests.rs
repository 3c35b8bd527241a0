//! Who signs, on paper and on the website.

use crate::content::EditionCode;
use crate::content::village::Medium;
use crate::edition::Edition;
use crate::markdown::{Block, BlockKind, NoContext, text};
use crate::project::sample::{PROVINCE, REGENCY, project, told};

fn edition(villages: &str, signatories: &str, body: &str) -> Edition {
    let page = format!("---\njudul: T\n---\n{body}\n");
    let mut files = vec![PROVINCE, REGENCY, ("content/halaman/tes.md", page.as_str())];
    files.extend((!villages.is_empty()).then_some(("content/daerah/61.11-ku/desa.csv", villages)));
    files.extend((!signatories.is_empty()).then_some(("content/daerah/61.11-ku/penandatangan.csv", signatories)));
    let (project, d) = project(&files);
    let code = EditionCode::parse("61.11").unwrap();
    let edition = project.unwrap().edition(&code, "2026-11-22".parse().unwrap(), &d).unwrap();
    assert!(!d.has_errors(), "{}", told(d));
    edition
}

fn expanded(edition: &Edition, medium: Medium) -> Vec<Block> {
    let directive = edition.pages.values().next().unwrap().body.directives()[0].clone();
    edition.expand(&directive, medium)
}

/// What the directive becomes, a row a line, cells apart by `|`.
fn rows(edition: &Edition, medium: Medium) -> Vec<String> {
    let words = text::render_blocks(&expanded(edition, medium), &NoContext, text::Options::default());
    words.lines().map(|line| line.trim_end_matches('\t').replace('\t', "|")).filter(|line| !line.is_empty()).collect()
}

const VILLAGES: &str = "kode,nama,kecamatan,jenis\n61.11.01.2001,Sutera,Sukadana,desa\n61.11.01.1002,Pasar,Sukadana,kelurahan\n";

#[test]
fn a_row_for_each_village() {
    let all = edition(VILLAGES, "", "{{ tanda_tangan: desa }}");
    let rows_on = |medium| rows(&all, medium);
    assert_eq!(
        rows_on(Medium::Print),
        ["No.|Desa|Kecamatan|Nama|Tanda tangan", "1.|Kelurahan Pasar|Sukadana", "2.|Sutera|Sukadana"]
    );
    assert_eq!(rows_on(Medium::Web), ["No.|Desa|Kecamatan", "1.|Kelurahan Pasar|Sukadana", "2.|Sutera|Sukadana"]);
    let some = edition(VILLAGES, "", "{{ tanda_tangan: desa, jenis: desa }}");
    assert_eq!(rows(&some, Medium::Print).len(), 2);
    let directive = some.pages.values().next().unwrap().body.directives()[0].clone();
    assert_eq!(some.signing_lines(&directive), [("Desa Sutera".to_owned(), "Sukadana".to_owned())]);
}

#[test]
fn a_row_for_each_who_signs_whom_the_website_does_not_name() {
    let table = "nama,jabatan,instansi\n,Camat,Kecamatan A\nNama Dua,Lurah,Kelurahan B\n";
    let edition = edition("", table, "{{ tanda_tangan: penandatangan }}");
    assert_eq!(
        rows(&edition, Medium::Print),
        ["No.|Nama|Jabatan|Instansi|Tanda tangan", "1.||Camat|Kecamatan A", "2.|Nama Dua|Lurah|Kelurahan B"]
    );
    assert_eq!(rows(&edition, Medium::Web), ["Lembar cetaknya memuat 2 baris tanda tangan."]);
}

#[test]
fn an_institution_that_all_share_is_said_once() {
    let table = "nama,jabatan,instansi\nSatu,Camat,Pemkab A\nDua,Lurah,Pemkab A\n";
    let edition = edition("", table, "{{ tanda_tangan: penandatangan }}");
    let shown = ["Instansi: Pemkab A", "No.|Nama|Jabatan|Tanda tangan", "1.|Satu|Camat", "2.|Dua|Lurah"];
    assert_eq!(rows(&edition, Medium::Print), shown);
    let directive = edition.pages.values().next().unwrap().body.directives()[0].clone();
    assert_eq!(edition.signing_lines(&directive)[0], ("Camat".to_owned(), String::new()));
    assert_eq!(edition.signing_institution(&directive).as_deref(), Some("Pemkab A"));
}

/// A sheet that leaves its institution blank for whoever signs needs no blank once the list says it.
#[test]
fn an_institution_that_the_list_says_is_not_left_blank() {
    let filled = |table: &str, list: &str| {
        let body = format!("Instansi: ………………\n\nInstansi: Dinas\n\n{{{{ tanda_tangan: {list} }}}}");
        let edition = edition("", table, &body);
        let body = &edition.pages.values().next().unwrap().body;
        body.blocks.iter().map(|block| edition.is_filled(body, block)).collect::<Vec<_>>()
    };
    let same = "nama,jabatan,instansi\nSatu,Camat,Pemkab A\nDua,Lurah,Pemkab A\n";
    let two = "nama,jabatan,instansi\nSatu,Camat,Pemkab A\nDua,Lurah,Pemkab B\n";
    assert_eq!(filled(same, "penandatangan"), [true, false, false]);
    assert_eq!(filled(same, "daftar"), [false; 3], "nobody is listed");
    assert_eq!(filled(two, "penandatangan"), [false; 3], "the list says two");
    assert_eq!(filled("nama,jabatan\nSatu,Camat\n", "penandatangan"), [false; 3], "the list says none");
}

#[test]
fn only_a_list_of_people_names_people() {
    let named = |table: &str, keys: &str, body: &str| {
        let piece = format!("---\njudul: P\nformat: naskah\n{keys}---\n{body}\n");
        let page = ("content/halaman/apel.md", "---\njudul: T\n---\n{{ tanda_tangan: penandatangan }}\n");
        let mut files = vec![PROVINCE, REGENCY, page, ("content/cetak/lembar.md", piece.as_str())];
        files.extend((!table.is_empty()).then_some(("content/daerah/61.11-ku/penandatangan.csv", table)));
        let (project, d) = project(&files);
        let code = EditionCode::parse("61.11").unwrap();
        let edition = project.unwrap().edition(&code, "2026-11-22".parse().unwrap(), &d).unwrap();
        assert!(!d.has_errors(), "{}", told(d));
        edition.names_people(edition.pieces.keys().next().unwrap())
    };
    let table = "nama,jabatan\nSatu,Camat\n";
    assert!(named(table, "", "{{ tanda_tangan: penandatangan }}"));
    assert!(named(table, "isi: halaman:apel\n", "Kata"), "the page that fills the sheet has the list");
    assert!(!named("", "", "{{ tanda_tangan: penandatangan }}"), "blank lines name nobody");
    assert!(!named(table, "", "{{ tanda_tangan: daftar }}"));
    assert!(named("", "per_penerima: true\n", "Kata"));
}

#[test]
fn without_anybody_lines_are_blank() {
    for list in ["daftar, baris: 3", "desa, baris: 3", "penandatangan, baris: 3"] {
        let edition = edition("", "", &format!("{{{{ tanda_tangan: {list} }}}}"));
        assert_eq!(rows(&edition, Medium::Print), ["No.|Nama|Jabatan|Tanda tangan", "1.", "2.", "3."], "{list}");
    }
}

#[test]
fn on_paper_they_are_lines_to_sign_on() {
    let edition = edition(VILLAGES, "", "{{ tanda_tangan: desa }}");
    let is_apart = |medium| matches!(expanded(&edition, medium).as_slice(), [Block { kind: BlockKind::Aside(..), .. }]);
    assert!(is_apart(Medium::Print) && !is_apart(Medium::Web));
}
