//! The verification page and the list of sums beside it.

use super::*;
use crate::content::Kind;
use crate::web::ReadingFile;

#[test]
fn every_official_file_has_its_sum_and_villages_are_in_the_list() {
    let website = website();
    let page = &website["61.11/verifikasi/index.html"];
    let sum = "0123456789abcdef".repeat(4);
    assert!(page.contains(&format!("<code data-sidik=\"brosur-cetak.pdf\">{sum}</code>")));
    assert!(words(page).contains("0123 4567 89ab"));
    assert!(words(page).contains("contoh.go.id/61.11"), "the reader compares the address of the code");
    let sums = &website["61.11/verifikasi/sidik.txt"];
    let names: Vec<&str> = sums.lines().map(|line| line.split_once("  ").unwrap().1).collect();
    assert_eq!(names, ["61.11.01.2001.pdf", "61.11.01.2002.pdf", "61.11.02.2001.pdf", "brosur-cetak.pdf", "brosur.pdf"]);
    assert!(sums.lines().all(|line| line.starts_with(&sum)));
}

#[test]
fn without_printed_files_the_page_says_so_and_there_is_no_list() {
    let plan = plan();
    let website = build(&plan, &Downloads::default(), false);
    assert!(words(&website["61.11/verifikasi/index.html"]).contains("Belum ada berkas resmi"));
    assert!(!website.contains_key("61.11/verifikasi/sidik.txt"));
}

/// What this office itself publishes is never called unknown.
#[test]
fn documents_of_pages_and_the_zip_have_their_sums() {
    let plan = plan();
    let mut downloads = downloads(&plan);
    let (reading, zip) = ("1".repeat(64), "2".repeat(64));
    let document = ReadingFile { edition: EditionCode::National, bytes: 1, pages: 1, sha256: reading.clone() };
    downloads.readings.insert((Kind::Page, Id::new("lapor").unwrap()), document);
    let any = downloads.pieces.values().next().unwrap().files[0].clone();
    downloads.zip = Some(DownloadFile { name: "situs-61.11.zip".to_owned(), sha256: zip.clone(), ..any });
    let website = build(&plan, &downloads, false);
    let sums = &website["61.11/verifikasi/sidik.txt"];
    assert!(
        sums.contains(&format!("{reading}  halaman/lapor.pdf\n")) && sums.contains(&format!("{zip}  situs-61.11.zip\n")),
        "{sums}"
    );
    let page = &website["61.11/verifikasi/index.html"];
    assert!(page.contains("data-sidik=\"situs-61.11.zip\"") && words(page).contains("1 dokumen halaman"), "{page}");
    downloads.pieces.clear();
    let page = &build(&plan, &downloads, false)["61.11/verifikasi/index.html"];
    assert!(
        page.contains("data-periksa=") && !page.contains("Belum ada berkas"),
        "without print there is still something to check"
    );
}

/// A citizen chooses a file at once; commands are for those who know them.
#[test]
fn the_button_stands_before_words_on_sums() {
    let website = website();
    let page = element(&website["61.11/verifikasi/index.html"], "<main");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text}"));
    assert!(at("type=\"file\"") < at("SHA-256"));
    let folded = element(page, "<details class=\"petugas\"");
    assert!(["SHA-256", "Get-FileHash", "sha256sum"].iter().all(|word| folded.contains(word)));
}
