//! What an office orders, with what a shop could not make of it.

use crate::check::tests::FORMATS;
use crate::content::{EditionCode, RegionCode};
use crate::project::sample::{PROVINCE, REGENCY, project};

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
    let (project, d) = project(&files);
    let project = project.unwrap();
    let code = EditionCode::Region(RegionCode::new("61.11").unwrap());
    let edition = project.edition(&code, "2026-11-22".parse().unwrap(), &d).unwrap();
    super::check(&edition, &project.theme, &d);
    let said = d.into_sorted();
    said.iter().filter(|one| one.code.starts_with("S7")).map(|one| format!("{} {}", one.code, one.message)).collect()
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
