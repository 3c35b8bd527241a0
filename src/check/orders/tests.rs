//! What an office orders, with what a shop could not make of it.

use crate::check::tests::{FORMATS, edition};
use crate::content::EditionCode;
use crate::project::sample::{PROVINCE, REGENCY};

/// The problems of a kabupaten's orders: what its `percetakan.yaml` says, and what its one piece does.
fn ordering(orders: &str, piece: &str, table: &str) -> Vec<String> {
    let text = format!("---\njudul: T\nringkas: R\nspanduk: Satu suka\nsumber: x\nkeyakinan: tinggi\n{piece}---\nisi\n");
    let banner = "judul: S\nkeluarga: lebar\nsalinan: ringkas\nlebar: 3000\ntinggi: 1000\nbleed: 0\naman: 50\nteks: 100\nteks_minimal: 80\nfinishing:\n  - nama: Mata ayam\n  - nama: Selongsong atas-bawah\n";
    let mut files = FORMATS.to_vec();
    files.extend([
        PROVINCE,
        REGENCY,
        ("themes/uji/formats/dijahit.yaml", banner),
        ("content/cetak/tes.md", &text),
        ("content/daerah/61.11-ku/percetakan.yaml", orders),
        ("content/daerah/61.11-ku/desa.csv", table),
    ]);
    let (project, edition, d) = edition(&files, &EditionCode::parse("61.11").unwrap());
    super::check(&edition, &project.theme, &d);
    let said = d.into_sorted();
    said.iter().filter(|one| one.code.starts_with("S7")).map(|one| format!("{} {}", one.code, one.message)).collect()
}

/// The first problem of orders whole, with names to sign where there are any.
fn told(orders: &str, piece: &str, signatories: Option<&str>) -> String {
    let text = |title: &str, piece: &str, body: &str| {
        format!("---\njudul: {title}\nringkas: R\nspanduk: Satu suka\nsumber: x\nkeyakinan: tinggi\n{piece}---\n{body}\n")
    };
    let (signed, other) =
        (text("Lembar tes", piece, "{{ tanda_tangan: penandatangan }}"), text("Lain", "format: naskah\n", "isi"));
    let mut files = FORMATS.to_vec();
    files.extend([
        PROVINCE,
        REGENCY,
        ("content/cetak/aneka.md", &*other),
        ("content/cetak/tes.md", &*signed),
        ("content/daerah/61.11-ku/percetakan.yaml", orders),
    ]);
    files.extend(signatories.map(|table| ("content/daerah/61.11-ku/penandatangan.csv", table)));
    let (project, edition, d) = edition(&files, &EditionCode::parse("61.11").unwrap());
    super::check(&edition, &project.theme, &d);
    let said = d.into_sorted();
    let one = said.iter().find(|one| one.code == super::UNKNOWN_ORDER);
    one.map(|one| format!("{}: {}; {}", one.message, one.causes.join(", "), one.hint.clone().unwrap_or_default()))
        .unwrap_or_default()
}

#[test]
fn a_piece_that_is_not_there_is_answered_with_those_that_are() {
    let near = told("pesan:\n  - { id: tez, jumlah: 1 }\n", "format: naskah\n", None);
    assert!(near.ends_with("; maksud Anda `tes` (Lembar tes)? Yang lain: `aneka` (Lain)"), "{near}");
    let far = told("pesan:\n  - { id: spanduk-besar, jumlah: 1 }\n", "format: naskah\n", None);
    assert!(far.ends_with("; bahan cetak yang ada: `aneka` (Lain), `tes` (Lembar tes)"), "{far}");
}

/// The guide to printing sends whoever does not know the names here.
#[test]
fn every_piece_that_there_is_is_named() {
    let text = "---\njudul: Lembar\nringkas: R\nspanduk: Satu suka\nsumber: x\nkeyakinan: tinggi\nformat: naskah\n---\nisi\n";
    let paths: Vec<String> = (b'a'..=b'z').map(|letter| format!("content/cetak/lembar-{0}{0}.md", char::from(letter))).collect();
    for wanted in ["apa", "lembar"] {
        let orders = format!("pesan:\n  - {{ id: {wanted}, jumlah: 1 }}\n");
        let mut files = FORMATS.to_vec();
        files.extend([PROVINCE, REGENCY, ("content/daerah/61.11-ku/percetakan.yaml", orders.as_str())]);
        files.extend(paths.iter().map(|path| (path.as_str(), text)));
        let (project, edition, d) = edition(&files, &EditionCode::parse("61.11").unwrap());
        super::check(&edition, &project.theme, &d);
        let said = d.into_sorted();
        let hint = said.iter().find(|one| one.code == super::UNKNOWN_ORDER).and_then(|one| one.hint.clone()).unwrap();
        assert!((b'a'..=b'z').all(|letter| hint.contains(&format!("`lembar-{0}{0}`", char::from(letter)))), "{hint}");
    }
}

#[test]
fn a_sheet_that_names_people_is_in_no_order() {
    let wanted = "pesan:\n  - { id: tes, jumlah: 1 }\n";
    let named = told(wanted, "format: naskah\nbahan: X\n", Some("nama,jabatan\nSatu,Camat\n"));
    assert!(named.starts_with("`tes` tidak masuk pesanan mana pun: lembar ini memuat nama"), "{named}");
    assert_eq!(told(wanted, "format: naskah\nbahan: X\n", None), "");
}

#[test]
fn an_order_is_of_what_a_shop_can_make() {
    let table =
        "kode,nama,kecamatan,jenis,tes\n61.11.01.2001,Sutera,Sukadana,desa,50\n61.11.01.2002,Lalang Jaya,Sukadana,desa,\n";
    let wanted = "pesan:\n  - { id: tes, jumlah: 24 }\n";
    let sewn = "format: dijahit\n";
    let rows: [(&str, &str, &[&str]); 11] = [
        (wanted, "format: dijahit\nbahan: X\nfinishing: selongsong atas-bawah\n", &[]),
        (
            wanted,
            "format: dijahit\nbahan: X\nfinishing: Selongsong atas bawah\n",
            &["S709 finishing `Selongsong atas bawah` tidak ada pada format `dijahit`"],
        ),
        (wanted, "format: spanduk\nbahan: X\nfinishing: Mata ayam\n", &["S710 format `spanduk` tidak punya daftar finishing"]),
        (wanted, sewn, &["S712 `tes` dipesan tanpa `bahan`"]),
        ("pesan:\n  - { id: tes, jumlah: 0 }\n", sewn, &[]),
        ("toko: []\n", sewn, &[]),
        ("pesan:\n  - { id: tez, jumlah: 1 }\n", sewn, &["S711 `pesan` menyebut `tez`, yang bukan bahan cetak di daerah ini"]),
        (wanted, "format: kartu\nbahan: X\nketerangan: K\n", &["S711 `tes` tidak masuk pesanan mana pun"]),
        (wanted, "format: naskah\nper_penerima: true\n", &["S711 `tes` tidak masuk pesanan mana pun"]),
        (
            "toko: []\n",
            "format: dijahit\nbahan: X\nper_desa: true\n",
            &["S713 1 desa tanpa jumlah pada kolom `tes`: Lalang Jaya"],
        ),
        (wanted, "format: dijahit\nbahan: X\nper_desa: true\n", &[]),
    ];
    for (orders, piece, expected) in rows {
        assert_eq!(ordering(orders, piece, table), expected, "{orders}{piece}");
    }
}
