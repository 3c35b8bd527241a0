//! Content made to break the checks: any keys with any values, any words in any order, endless ones. Nothing panics, every finding points
//! into its text, and what is ten times as long takes one pass as before.

use proptest::prelude::*;

use super::{edition, problems};
use crate::content::EditionCode;
use crate::diagnostics::render;
use crate::project::sample::{PROVINCE, REGENCY};

/// What sentences are made of here: law in all spellings, numbers, names, marks, Markdown and letters of the edge.
const WORDS: [&str; 48] = [
    "UU",
    "No.",
    "Nomor",
    "5",
    "20",
    "2014",
    "Tahun",
    "tentang",
    "ASN",
    "Pasal",
    "ayat",
    "(1)",
    "huruf",
    "f",
    "UU 5/2014",
    "PP 53/2010",
    "jo.",
    "KASN",
    "Rp12.000.000",
    "Rp12 juta",
    "penjara",
    "paling lama",
    "1 tahun",
    "7 hari",
    "laporan",
    "boleh hadir",
    "Pemilu",
    "0812-5550-9999",
    "(021) 300-1234",
    "+62",
    "https://wa.me/0812",
    "Partai Contoh",
    "nomor urut 1",
    "BPIP",
    "PPK",
    "TOLAK UANG",
    "[a](regulasi:uu-5-2014)",
    "[b](/lapor/)",
    "![](gambar/a.png)",
    "{{ kantor.telepon }}",
    "{{ desa.nama }}",
    "{{ daftar: sanksi }}",
    "**",
    "\u{AD}",
    "e\u{301}",
    "漢字",
    "\u{FEFF}",
    "\u{202E}",
];
const BETWEEN: [&str; 8] = [" ", " ", " ", "\n", "\n\n", ", ", ". ", "\n\n## "];
const KEYS: [&str; 22] = [
    "judul",
    "ringkas",
    "spanduk",
    "format",
    "dasar",
    "sumber",
    "keyakinan",
    "diperiksa",
    "tinjau_sebelum",
    "sengketa",
    "kelompok",
    "subjek",
    "rezim",
    "status",
    "isi",
    "keterangan",
    "per_desa",
    "bahan",
    "finishing",
    "jumlah",
    "sengaja_menyebut",
    "nomor",
];
const VALUES: [&str; 22] = [
    "T",
    "",
    "null",
    "[]",
    "{}",
    "[a, b]",
    "{ a: b }",
    "2026-13-45",
    "2026-01-31",
    "tinggi",
    "naskah",
    "brosur",
    "true",
    "-1",
    "99999999999999999999",
    "'5'",
    "uu-5-2014",
    "[{ regulasi: uu-5-2014, pasal: Pasal 2 }]",
    "deklarasi:ikrar",
    "\"UU 5/2014\"",
    "*a",
    "> x",
];
const FOLDERS: [&str; 6] = ["halaman", "pelanggaran", "sanksi", "regulasi", "deklarasi", "cetak"];

fn text() -> impl Strategy<Value = String> {
    let pair = (prop::sample::select(&WORDS[..]), prop::sample::select(&BETWEEN[..]));
    prop::collection::vec(pair, 0..40).prop_map(|pairs| pairs.into_iter().flat_map(|(word, between)| [word, between]).collect())
}

fn file() -> impl Strategy<Value = String> {
    let keys = prop::collection::vec((prop::sample::select(&KEYS[..]), prop::sample::select(&VALUES[..])), 0..12);
    (keys, text()).prop_map(|(keys, body)| {
        let keys: String = keys.into_iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
        format!("---\n{keys}---\n{body}\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_content_is_checked(files in prop::collection::vec((prop::sample::select(&FOLDERS[..]), file()), 1..5), data in text()) {
        let data = format!("saluran:\n  - {{ id: a, nama: N, cara: {data:?}, rezim: pemilu, sumber: x, keyakinan: tinggi }}\n");
        let paths: Vec<String> = files.iter().enumerate().map(|(at, (folder, _))| format!("content/{folder}/a{at}.md")).collect();
        let mut all: Vec<(&str, &str)> = paths.iter().zip(&files).map(|(path, (_, text))| (path.as_str(), text.as_str())).collect();
        all.push(("content/pelaporan.yaml", &data));
        let found = problems(&all).into_sorted();
        for one in &found {
            prop_assert!(!one.message.is_empty() && one.path().is_some(), "{one:?}");
            if let Some(place) = &one.place {
                prop_assert!(place.range().end <= place.source().text().len(), "{one:?}");
            }
        }
        // Whatever was found can be told.
        render::human(&found, false);
    }
}

/// A rule that looked back from every word would not come to an end here.
#[test]
fn endless_content_is_checked_in_one_pass() {
    for word in WORDS.iter().step_by(4) {
        let body = format!("{word} ").repeat(100_000 / (word.len() + 1));
        let page = format!("---\njudul: T\nringkas: {:?}\n---\n{body}\n", "UU 5/2014 ".repeat(200));
        problems(&[("content/halaman/a.md", &page)]);
    }
}

/// Villages are many, and each is looked at for itself.
#[test]
fn a_table_without_end_is_checked_in_one_pass() {
    let rows: String = (0..20_000)
        .map(|at| format!("61.11.{:02}.{:04},Desa {at},Kecamatan {},desa\n", 1 + at / 9000, 1001 + at % 9000, at % 700))
        .collect();
    let table = format!("kode,nama,kecamatan,jenis\n{rows}");
    let files = [PROVINCE, REGENCY, ("content/daerah/61.11-ku/desa.csv", table.as_str())];
    let (project, edition, d) = edition(&files, &EditionCode::parse("61.11").unwrap());
    crate::check::run_all(&[std::sync::Arc::new(edition)], &project.theme, None, &d);
    assert!(!d.is_empty());
}
