//! For each length of copy: a piece that lacks a part of it, one that has exactly that, and one with more than is printed.

use crate::check::tests::problems;

/// A format of a family and a length, beside those of the sample.
fn format(family: &str, copy: &str) -> String {
    format!(
        "judul: F\nkeluarga: {family}\nsalinan: {copy}\nlebar: 600\ntinggi: 1600\nbleed: 0\naman: 50\nteks: 100\nteks_minimal: 80\n\
         tepi: {{ atas: 20, kanan: 20, bawah: 20, kiri: 20 }}\n"
    )
}

/// What is said about a piece with these keys and this body.
fn said(family: &str, copy: &str, keys: &str, body: &str) -> Vec<String> {
    let piece = format!("---\njudul: T\nformat: tes\n{keys}---\n{body}");
    let files = [("themes/uji/formats/tes.yaml", format(family, copy)), ("content/cetak/tes.md", piece)];
    let files = files.each_ref().map(|(path, text)| (*path, text.as_str()));
    problems(&files).into_sorted().into_iter().map(|found| format!("{} {}", found.code, found.message)).collect()
}

fn lacks(key: &str) -> String {
    format!("S235 karya `tes` belum punya `{key}`, padahal format `tes` memerlukannya")
}

const HEADLINE: &str = "spanduk: Satu dua\n";
const LINE: &str = "spanduk: Satu dua\nringkas: Satu kalimat.\n";
const POINTS: &str = "spanduk: Satu dua\nringkas: Satu kalimat.\npoin: [Satu, Dua, Tiga]\n";

#[test]
fn each_length_names_what_is_missing() {
    for family in ["lebar", "tegak", "papan", "kartu", "lembar"] {
        assert_eq!(said(family, "spanduk", "", ""), [lacks("spanduk")], "{family}");
        assert_eq!(said(family, "spanduk", HEADLINE, ""), [""; 0], "{family}");
        assert_eq!(said(family, "ringkas", HEADLINE, ""), [lacks("ringkas")], "{family}");
        assert_eq!(said(family, "ringkas", LINE, ""), [""; 0], "{family}");
        assert_eq!(said(family, "poin", LINE, ""), [lacks("poin")], "{family}");
        assert_eq!(said(family, "poin", POINTS, ""), [""; 0], "{family}");
    }
    assert_eq!(said("tegak", "poin", "", ""), [lacks("poin"), lacks("ringkas"), lacks("spanduk")]);
    for family in ["lembar", "naskah", "paparan"] {
        assert_eq!(said(family, "penuh", "", ""), [lacks("isi")], "{family}");
        assert_eq!(said(family, "penuh", "", "isi\n"), [""; 0], "{family}");
    }
}

#[test]
fn the_layouts_take_three_points() {
    let points = |list: &str| said("tegak", "poin", &POINTS.replace("[Satu, Dua, Tiga]", list), "");
    assert_eq!(points("[Satu, Dua]"), ["S235 `poin` karya `tes` berisi 2 butir, format `tes` memuat tepat 3"]);
    assert_eq!(points("[Satu, Dua, Tiga, Empat]"), ["S235 `poin` karya `tes` berisi 4 butir, format `tes` memuat tepat 3"]);
}

#[test]
fn what_would_not_be_printed_is_refused() {
    let body = "S235 isi di bawah garis `---` tidak akan tercetak pada format `tes`";
    for family in ["lebar", "tegak", "papan", "kartu"] {
        assert_eq!(said(family, "ringkas", LINE, "isi\n"), [body], "{family}");
        assert_eq!(said(family, "ringkas", POINTS, ""), ["S235 `poin` tidak akan tercetak pada format `tes`"], "{family}");
    }
    assert_eq!(said("naskah", "penuh", POINTS, "isi\n"), ["S235 `poin` tidak akan tercetak pada format `tes`"]);
    assert_eq!(said("lembar", "penuh", POINTS, "isi\n"), [""; 0], "a poster may show points beside its text");
}
