//! Terms of the glossary on a page: the link at the first use, the explanation it leads to, and the way back.

use super::*;

#[test]
fn a_term_leads_to_its_explanation_and_back() {
    let page = &website()["61.11/pelanggaran/satu/index.html"];
    assert!(page.contains("<a class=\"arti\" id=\"_ke-uraian\" href=\"#_arti-uraian\">Uraian</a> &amp;"), "{page}");
    let shown = words(element(page, "<div id=\"_arti-uraian\""));
    let wanted = format!("Uraian Arti {PUNCTUATION} Kembali ke bacaan: Uraian");
    assert_eq!(shown, wanted.split_whitespace().collect::<Vec<_>>().join(" "));
    assert!(page.contains("href=\"#_ke-uraian\""));
}

#[test]
fn a_page_without_terms_has_no_explanations_and_what_nothing_backs_explains_nothing() {
    let website = website();
    assert!(!website["61.11/lapor/index.html"].contains("arti-istilah"));
    // Its body is one word, a term of low confidence.
    assert!(!website["61.11/regulasi/uu-5-2014/index.html"].contains("arti-istilah"));
}
