//! Tests of the reader: typed values, and every error message whole.

use snapbox::{IntoData, assert_data_eq, str};

use crate::source::Date;
use crate::source::codes::{MISSING_KEY, UNKNOWN_KEY};
use crate::source::testing::read;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Regime {
    Pemilu,
    Pilkada,
}

const REGIMES: &[(&str, Regime)] = &[("pemilu", Regime::Pemilu), ("pilkada", Regime::Pilkada)];

#[test]
fn takes_typed_values() {
    let text = "judul: Netral\nkode: 11.10\ndraf: true\nurutan: -3\nlebar: 1.50\ntanggal: 2026-01-05\nsumber:\n  - satu\n  - 'dua'\n\
        sanksi: tegur\nrezim: pilkada\nfase: [pemilu, pilkada]\nkantor: {nama: X}\npasal:\n  - nomor: 2\n  - nomor: 2a\n";
    let (_, problems) = read(text, |r| {
        assert_eq!(r.text("judul").unwrap().value, "Netral");
        assert_eq!(r.required_text("kode").unwrap().value, "11.10");
        assert!(r.boolean("draf").unwrap().value);
        assert_eq!(r.integer("urutan").unwrap().value, -3);
        assert_eq!(r.number("lebar").unwrap().value, 1.5);
        assert_eq!(r.date("tanggal").unwrap().value, Date::new(2026, 1, 5).unwrap());
        assert_eq!(r.texts("sumber").iter().map(|t| t.value.as_str()).collect::<Vec<_>>(), ["satu", "dua"]);
        assert_eq!(r.texts("sanksi")[0].place.text(), "tegur");
        assert_eq!(r.choice("rezim", REGIMES).unwrap().value, Regime::Pilkada);
        assert_eq!(r.choices("fase", REGIMES).iter().map(|c| c.value).collect::<Vec<_>>(), [Regime::Pemilu, Regime::Pilkada]);
        let mut office = r.map("kantor").unwrap();
        assert_eq!(office.text("nama").unwrap().place.line_column(), (13, 16));
        office.finish();
        let articles = r.maps("pasal").into_iter().map(|mut article| {
            let number = article.required_text("nomor").unwrap().value;
            article.finish();
            number
        });
        assert_eq!(articles.collect::<Vec<_>>(), ["2", "2a"]);
        assert!(r.has("judul"));
        assert!(!r.has("ringkas"));
        assert_eq!(r.key_place("kode").unwrap().line_column(), (2, 1));
    });
    assert_eq!(problems, "");
}

#[test]
fn what_is_not_given_is_no_error() {
    let (_, problems) = read("judul:\nringkas: ''\nlain: ~\n", |r| {
        assert_eq!(r.text("judul"), None);
        assert_eq!(r.text("ringkas"), None);
        assert_eq!(r.integer("lain"), None);
        assert_eq!(r.date("tanggal"), None);
        assert!(r.texts("sumber").is_empty());
        assert!(r.maps("pasal").is_empty());
        assert!(r.map("kantor").is_none());
        assert!(!r.has("judul"));
    });
    assert_eq!(problems, "");
}

#[test]
fn unknown_keys() {
    let (_, problems) = read("judl: x\nwarna: merah\nkantor:\n  telpon: 1\n", |r| {
        r.text("judul");
        r.text("ringkas");
        let mut office = r.map("kantor").unwrap();
        office.text("telepon");
        office.finish();
    });
    assert_data_eq!(
        problems,
        str![[r#"
galat[S101]: kunci `judl` tidak dikenal pada regulasi
 --> content/uji.md:1:1
  |
1 | judl: x
  | ^^^^
  |
  = saran: maksud Anda `judul`?

galat[S101]: kunci `warna` tidak dikenal pada regulasi
 --> content/uji.md:2:1
  |
2 | warna: merah
  | ^^^^^
  |
  = saran: kunci yang dikenal: judul, kantor, ringkas

galat[S101]: kunci `telpon` tidak dikenal pada `kantor` regulasi
 --> content/uji.md:4:3
  |
4 |   telpon: 1
  |   ^^^^^^
  |
  = saran: maksud Anda `telepon`?

"#]]
        .raw()
    );
}

#[test]
fn missing_keys() {
    let (_, problems) = read("ringkas: x\njudul:\nkantor:\n  nama: ''\n", |r| {
        assert_eq!(r.required_text("judul"), None);
        assert_eq!(r.require("tahun").integer("tahun"), None);
        r.text("ringkas");
        let mut office = r.map("kantor").unwrap();
        office.required_text("nama");
        office.required_text("alamat");
        office.finish();
    });
    assert_data_eq!(
        problems,
        str![[r#"
galat[S104]: regulasi wajib punya kunci `tahun`
 --> content/uji.md:1:1
  |
1 | ringkas: x
  | ^^^^^^^^^^
  |
  = saran: tambahkan `tahun: …`

galat[S104]: `judul` belum diisi
 --> content/uji.md:2:1
  |
2 | judul:
  | ^^^^^
  |
  = saran: isi nilainya sesudah titik dua

galat[S104]: `nama` belum diisi
 --> content/uji.md:4:3
  |
4 |   nama: ''
  |   ^^^^
  |
  = saran: isi nilainya sesudah titik dua

galat[S104]: `kantor` regulasi wajib punya kunci `alamat`
 --> content/uji.md:4:3
  |
4 |   nama: ''
  |   ^^^^^^^^
  |
  = saran: tambahkan `alamat: …`

"#]]
        .raw()
    );
}

#[test]
fn wrong_types() {
    let text =
        "judul: [a]\nsumber: {a: 1}\nkantor: x\npasal: 2\nbutir: [a, 'b']\nlampiran: [satu, [dua], '', ]\nringkas: {a: 1}\n";
    let (_, problems) = read(text, |r| {
        r.text("judul");
        r.texts("sumber");
        assert!(r.map("kantor").is_none());
        r.maps("pasal");
        r.maps("butir");
        assert_eq!(r.texts("lampiran").len(), 1);
        r.text("ringkas");
    });
    assert_data_eq!(
        problems,
        str![[r#"
galat[S103]: `judul` harus berupa teks, bukan daftar
 --> content/uji.md:1:8
  |
1 | judul: [a]
  |        ^^^
  |
  = saran: tulis satu teks, diapit tanda kutip bila perlu

galat[S103]: `sumber` harus berupa teks atau daftar teks, bukan kunci dan nilai
 --> content/uji.md:2:9
  |
2 | sumber: {a: 1}
  |         ^^^^^^
  |
  = saran: tulis satu teks pada tiap baris yang diawali `- `

galat[S103]: `kantor` regulasi harus berupa kunci dan nilai, bukan `x`
 --> content/uji.md:3:9
  |
3 | kantor: x
  |         ^
  |
  = saran: tulis `kunci: nilai` pada tiap baris

galat[S103]: `pasal` harus berupa daftar, bukan `2`
 --> content/uji.md:4:8
  |
4 | pasal: 2
  |        ^
  |
  = saran: awali tiap isinya dengan `- `

galat[S103]: `butir` regulasi harus berupa kunci dan nilai, bukan `a`
 --> content/uji.md:5:9
  |
5 | butir: [a, 'b']
  |         ^
  |
  = saran: tulis `kunci: nilai` pada tiap baris

galat[S103]: `butir` regulasi harus berupa kunci dan nilai, bukan teks `b`
 --> content/uji.md:5:12
  |
5 | butir: [a, 'b']
  |            ^^^
  |
  = saran: tulis `kunci: nilai` pada tiap baris

galat[S103]: `lampiran` harus berupa teks atau daftar teks, bukan daftar
 --> content/uji.md:6:18
  |
6 | lampiran: [satu, [dua], '', ]
  |                  ^^^^^
  |
  = saran: tulis satu teks pada tiap baris yang diawali `- `

galat[S103]: `lampiran` harus berupa teks atau daftar teks, bukan kosong
 --> content/uji.md:6:25
  |
6 | lampiran: [satu, [dua], '', ]
  |                         ^^
  |
  = saran: tulis satu teks pada tiap baris yang diawali `- `

galat[S103]: `ringkas` harus berupa teks, bukan kunci dan nilai
 --> content/uji.md:7:10
  |
7 | ringkas: {a: 1}
  |          ^^^^^^
  |
  = saran: tulis satu teks, diapit tanda kutip bila perlu

"#]]
        .raw()
    );
}

#[test]
fn booleans_and_numbers() {
    let (_, problems) = read("a: ya\nb: 'true'\nc: 1.5\nd: 1,5\n", |r| {
        assert_eq!((r.boolean("a"), r.boolean("b"), r.integer("c"), r.number("d")), (None, None, None, None));
    });
    assert_data_eq!(
        problems,
        str![[r#"
galat[S103]: `a` harus berupa `true` atau `false`, bukan `ya`
 --> content/uji.md:1:4
  |
1 | a: ya
  |    ^^
  |
  = saran: tulis `true` atau `false` tanpa tanda kutip

galat[S103]: `b` harus berupa `true` atau `false`, bukan teks `true`
 --> content/uji.md:2:4
  |
2 | b: 'true'
  |    ^^^^^^
  |
  = saran: tulis `true` atau `false` tanpa tanda kutip

galat[S103]: `c` harus berupa bilangan bulat, bukan `1.5`
 --> content/uji.md:3:4
  |
3 | c: 1.5
  |    ^^^
  |
  = saran: tulis angkanya saja, tanpa titik ribuan dan tanpa tanda kutip, misalnya `1250`

galat[S103]: `d` harus berupa bilangan, bukan `1,5`
 --> content/uji.md:4:4
  |
4 | d: 1,5
  |    ^^^
  |
  = saran: tulis angkanya saja, dengan titik untuk desimal, misalnya `1.5`

"#]]
        .raw()
    );
}

#[test]
fn only_one_way_to_write_a_boolean_or_a_number() {
    for text in ["yes", "no", "True", "on", "1", "' true'"] {
        assert!(read(&format!("a: {text}\n"), |r| r.boolean("a")).1.starts_with("galat[S103]"), "{text}");
    }
    for text in ["01", "'12'", "0x10", "1_000", "1.0", "99999999999999999999", "--1", "+", "٣", "1e3"] {
        assert!(read(&format!("a: {text}\n"), |r| r.integer("a")).1.starts_with("galat[S103]"), "{text}");
    }
    for text in ["01.5", "'1.5'", ".5", "1.", ".inf", ".nan", "1e3", "1.5.2", "+", "1. 5"] {
        assert!(read(&format!("a: {text}\n"), |r| r.number("a")).1.starts_with("galat[S103]"), "{text}");
    }
    let endless = format!("a: {}\n", "9".repeat(400));
    assert!(read(&endless, |r| r.number("a")).1.starts_with("galat[S103]"));
}

#[test]
fn numbers_at_the_edge() {
    let (_, problems) = read("a: 0\nb: +7\nc: -0\nd: 0.0\ne: -12.50\nf: 9223372036854775807\n", |r| {
        assert_eq!(r.integer("a").unwrap().value, 0);
        assert_eq!(r.integer("b").unwrap().value, 7);
        assert_eq!(r.integer("c").unwrap().value, 0);
        assert_eq!(r.number("d").unwrap().value, 0.0);
        assert_eq!(r.number("e").unwrap().value, -12.5);
        assert_eq!(r.integer("f").unwrap().value, i64::MAX);
    });
    assert_eq!(problems, "");
}

#[test]
fn dates() {
    let (_, problems) = read("a: 5 Januari 2026\nb: 2026-02-30\nc: [2026-01-01]\nd: 2026\ne: 31/01/2026\nf: 5/1/2026\n", |r| {
        for key in ["a", "b", "c", "d", "e", "f"] {
            assert_eq!(r.date(key), None);
        }
    });
    assert_data_eq!(
        problems,
        str![[r#"
galat[S106]: `5 Januari 2026` bukan tanggal untuk `a`
 --> content/uji.md:1:4
  |
1 | a: 5 Januari 2026
  |    ^^^^^^^^^^^^^^
  |
  = saran: tulis `2026-01-05`: tahun-bulan-hari

galat[S106]: tanggal `2026-02-30` tidak ada di kalender
 --> content/uji.md:2:4
  |
2 | b: 2026-02-30
  |    ^^^^^^^^^^
  |
  = saran: periksa hari dan bulannya; urutannya tahun-bulan-hari

galat[S106]: `c` harus berupa tanggal
 --> content/uji.md:3:4
  |
3 | c: [2026-01-01]
  |    ^^^^^^^^^^^^
  |
  = saran: tulis tahun-bulan-hari dengan angka, misalnya `2026-01-05`

galat[S106]: `2026` bukan tanggal untuk `d`
 --> content/uji.md:4:4
  |
4 | d: 2026
  |    ^^^^
  |
  = saran: tulis tahun-bulan-hari dengan angka, misalnya `2026-01-05`

galat[S106]: `31/01/2026` bukan tanggal untuk `e`
 --> content/uji.md:5:4
  |
5 | e: 31/01/2026
  |    ^^^^^^^^^^
  |
  = saran: tulis `2026-01-31`: tahun-bulan-hari

galat[S106]: `5/1/2026` bukan tanggal untuk `f`
 --> content/uji.md:6:4
  |
6 | f: 5/1/2026
  |    ^^^^^^^^
  |
  = saran: tulis tahun-bulan-hari dengan angka, misalnya `2026-01-05`

"#]]
        .raw()
    );
}

#[test]
fn choices() {
    let (_, problems) = read("rezim: [pilkda, umum, pemilu]\nlain: Pemilu\n", |r| {
        assert_eq!(r.choices("rezim", REGIMES).len(), 1);
        assert_eq!(r.choice("lain", REGIMES), None);
    });
    assert_data_eq!(
        problems,
        str![[r#"
galat[S105]: `pilkda` bukan pilihan untuk `rezim`
 --> content/uji.md:1:9
  |
1 | rezim: [pilkda, umum, pemilu]
  |         ^^^^^^
  |
  = sebab: pilihannya: pemilu, pilkada
  = saran: maksud Anda `pilkada`?

galat[S105]: `umum` bukan pilihan untuk `rezim`
 --> content/uji.md:1:17
  |
1 | rezim: [pilkda, umum, pemilu]
  |                 ^^^^
  |
  = sebab: pilihannya: pemilu, pilkada
  = saran: pakai salah satu pilihan di atas

galat[S105]: `Pemilu` bukan pilihan untuk `lain`
 --> content/uji.md:2:7
  |
2 | lain: Pemilu
  |       ^^^^^^
  |
  = sebab: pilihannya: pemilu, pilkada
  = saran: maksud Anda `pemilu`?

"#]]
        .raw()
    );
}

#[test]
fn positions_count_the_lines_as_written() {
    let text = "judul: x\r\nringkas: \"é\"\r\n\r\nkantor: {nama: \t[y]}\r\n";
    let (_, problems) = read(text, |r| {
        r.text("judul");
        r.text("ringkas");
        let mut office = r.map("kantor").unwrap();
        office.text("nama");
        office.finish();
    });
    assert_data_eq!(
        problems,
        str![[r#"
galat[S103]: `nama` harus berupa teks, bukan daftar
 --> content/uji.md:4:17
  |
4 | kantor: {nama:     [y]}
  |                    ^^^
  |
  = saran: tulis satu teks, diapit tanda kutip bila perlu

"#]]
        .raw()
    );
}

#[test]
fn a_misspelt_required_key_is_one_fault() {
    let codes = |text: &str| {
        let (_, problems) = read(text, |reader| drop(reader.required_text("judul")));
        let told = |code: &&str| problems.contains(&format!("galat[{code}]"));
        [UNKNOWN_KEY, MISSING_KEY].into_iter().filter(told).collect::<Vec<_>>()
    };
    assert_eq!(codes("judull: x\n"), [UNKNOWN_KEY]);
    assert_eq!(codes("warna: x\n"), [UNKNOWN_KEY, MISSING_KEY]);
    assert_eq!(codes("judul:\n"), [MISSING_KEY]);
}
