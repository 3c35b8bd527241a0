//! The finder on the list of violations: what the script filters by, and what is there without it.

use super::*;

#[test]
fn a_prohibition_carries_the_answers_it_fits_and_its_law() {
    let page = &website()["61.11/pelanggaran/index.html"];
    let row = page.split_once("data-butir").unwrap().1.split_once("</li>").unwrap().0;
    let row = format!("<li{row}");
    assert_eq!(attributes(&row, "data-siapa"), ["pns cpns kepala-desa lurah"]);
    assert_eq!(attributes(&row, "data-kapan"), ["masa-tenang"]);
    assert_eq!(attributes(&row, "data-pemilihan"), ["pemilu"]);
    // It names no kind of act, so it is found whatever the act.
    assert_eq!(attributes(&row, "data-perbuatan")[0].split(' ').count(), crate::content::finder::Deed::CHOICES.len());
    let shown = words(&row);
    assert!(shown.contains("Dasar: Pasal 2 huruf f UU 5/2014"), "{shown}");
    assert!(shown.contains(&format!("Sanksi: Berat {PUNCTUATION}")), "{shown}");
}

#[test]
fn each_reader_has_an_address_that_the_stylesheet_filters_by() {
    let website = website();
    let page = &website["61.11/pelanggaran/index.html"];
    let css = website.iter().find(|(path, _)| path.starts_with("aset/suluh-") && path.ends_with(".css")).unwrap().1;
    for who in &crate::content::finder::WHO {
        let rule = format!("#bagi-{}:target ~ .tersaring", who.key);
        assert!(css.contains(&rule), "{} has no rule in the stylesheet", who.key);
    }
    for key in ["pns", "kepala-desa"] {
        assert!(ids(page).contains(&format!("bagi-{key}")), "{key}");
        assert!(page.contains(&format!("<a href=\"#bagi-{key}\">")), "{key}");
        assert!(page.contains(&format!("<option value=\"{key}\">")), "{key}");
    }
    assert!(!page.contains("bagi-tni"), "a choice that finds nothing is not offered");
}

/// Where all villages are kelurahan nobody heads a desa.
#[test]
fn home_asks_only_for_readers_that_there_are() {
    let asked = |villages: &str| {
        let mut files = content();
        let (_, table) = files.iter_mut().find(|(path, _)| path.ends_with("desa.csv")).unwrap();
        *table = format!("kode,nama,kecamatan,jenis\n{villages}").into_bytes();
        let website = build(&plan_of(files), &Downloads::default(), false);
        ["pns", "kepala-desa"].map(|who| website["61.11/index.html"].contains(&format!("#bagi-{who}\"")))
    };
    assert_eq!(asked("61.11.03.1001,Kota,Tiga,kelurahan\n"), [true, false]);
    assert_eq!(asked("61.11.03.1001,Kota,Tiga,kelurahan\n61.11.02.2001,Tanpa,Dua,desa\n"), [true, true]);
}
