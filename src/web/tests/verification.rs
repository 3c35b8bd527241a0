//! The verification page and the list of sums beside it.

use super::*;

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
