//! Every rule with its message, and with what is just no fault.

mod content;
mod upkeep;

use std::sync::Arc;

use crate::check::tests::{FORMATS, problems};
use crate::content::EditionCode;
use crate::diagnostics::Diagnostics;
use crate::project::sample::{codes, told};

/// A partly revoked law, an amended one with what amended it, and one that the criminal figures changed with.
const LAWS: [(&str, &str); 4] = [
    (
        "content/regulasi/pp-53-2010.md",
        "---\njudul: Disiplin\njenis: PP\nnomor: '53'\ntahun: 2010\nstatus: dicabut_sebagian\ndicabut_oleh: { oleh: uu-20-2023, lingkup: selain Pasal 7 }\nrezim: umum\nsumber: x\nkeyakinan: tinggi\npasal:\n  - { nomor: Pasal 4, ringkasan: R, padanan: [{ regulasi: uu-20-2023, pasal: Pasal 2 huruf f }] }\n  - { nomor: Pasal 7, ringkasan: R }\n---\nisi\n",
    ),
    (
        "content/regulasi/uu-6-2014.md",
        "---\njudul: Desa\njenis: UU\nnomor: '6'\ntahun: 2014\nsebutan: UU Desa\nstatus: diubah\ndiubah_oleh: [{ oleh: uu-3-2024 }]\nrezim: pilkada\nsumber: x\nkeyakinan: tinggi\n---\nisi\n",
    ),
    (
        "content/regulasi/uu-3-2024.md",
        "---\njudul: Perubahan UU 6/2014 tentang Desa\njenis: UU\nnomor: '3'\ntahun: 2024\nstatus: berlaku\nrezim: desa\nsumber: x\nkeyakinan: tinggi\n---\nisi\n",
    ),
    (
        "content/regulasi/uu-1-2026.md",
        "---\njudul: Penyesuaian Pidana\njenis: UU\nnomor: '1'\ntahun: 2026\ntanggal: 2026-01-02\nstatus: berlaku\nrezim: umum\nsumber: x\nkeyakinan: tinggi\n---\nisi\n",
    ),
];

/// What is known of institutions, disputes, wrong citations, sanctions and deadlines.
const FACTS: [(&str, &str); 5] = [
    (
        "content/glosarium.yaml",
        "istilah:\n  - { id: kasn, istilah: KASN, kepanjangan: Komisi Aparatur Sipil Negara, arti: KASN mengawasi, berakhir: 2024-08-24, pengganti: bkn, sumber: x, keyakinan: tinggi }\n  - { id: bkn, istilah: BKN, arti: Badan, sumber: x, keyakinan: tinggi }\nlazim:\n  - { id: umum, kata: [ASN, KASNO, PP, SKB, UU] }\n",
    ),
    (
        "content/sengketa.yaml",
        "sengketa:\n  - { id: hadir, isu: Bolehkah hadir?, pendapat: [{ pihak: A, isi: a, sumber: x }, { pihak: B, isi: b, sumber: x }], saran: Jangan hadir., jangan_ditulis: [boleh hadir], kecuali_disertai: [masih diperdebatkan], keyakinan: tinggi }\nsalah_kutip:\n  - { id: skb-22, tertulis: SKB Nomor 22 Tahun 2022, benar: SKB tanggal 22, sumber: x, keyakinan: tinggi }\n  - { id: pasal-5, tertulis: Pasal 5 huruf n UU 20/2023, benar: Pasal 5 huruf n PP 94/2021, sumber: x, keyakinan: tinggi }\n  - { id: seluruhnya, tertulis: PP 53/2010 sudah dicabut seluruhnya, benar: sebagian, sumber: x, keyakinan: tinggi }\n",
    ),
    (
        "content/sanksi/tukin.md",
        "---\njudul: Potongan tunjangan kinerja\nringkas: Belum berlaku.\nkata_kunci: [potong tukin]\nkelompok: disiplin\ntingkat: sedang\nrezim: umum\nstatus: tertunda\nsumber: x\nkeyakinan: tinggi\n---\nisi\n",
    ),
    (
        "content/sanksi/pidana.md",
        "---\njudul: Pidana\nkelompok: pidana\ntingkat: pidana\nrezim: pemilu\nstatus: berlaku\njenis_pidana: penjara dan denda\npidana_badan: paling lama 1 tahun\ndenda: paling banyak Rp12.000.000\nmenurut_teks_sebelum: 2026-01-02\nsumber: x\nkeyakinan: tinggi\n---\nisi\n",
    ),
    (
        "content/pelaporan.yaml",
        "tenggat:\n  - { id: a, rezim: pemilu, hal: Laporan, nilai: 7, satuan: hari, jenis_hari: kerja, dasar: [], sumber: x, keyakinan: tinggi }\n  - { id: b, rezim: pilkada, hal: Laporan, nilai: 7, satuan: hari, jenis_hari: kalender, dasar: [], sumber: x, keyakinan: tinggi }\n",
    ),
];

/// The problems of files beside the laws and facts.
fn found(files: &[(&str, &str)]) -> Diagnostics {
    let all: Vec<(&str, &str)> = LAWS.iter().chain(&FACTS).chain(files).copied().collect();
    problems(&all)
}

fn page(front: &str, body: &str) -> String {
    format!("---\njudul: T\nsumber: x\nkeyakinan: tinggi\n{front}---\n{body}\n")
}

fn of_page(front: &str, body: &str) -> Diagnostics {
    found(&[("content/halaman/tes.md", &page(front, body))])
}

/// A page and a sheet with these words, each with the codes expected of it.
fn expect(rows: &[(&str, &str, &[&str])]) {
    for (front, body, expected) in rows {
        assert_eq!(codes(of_page(front, body)), *expected, "{front}{body} {}", told(of_page(front, body)));
    }
}

#[test]
fn revoked_law_is_found_in_words() {
    expect(&[
        ("", "Menurut UU No. 5 Tahun 2014.", &["S303"]),
        ("", "Menurut **UU** ASN\nlama.", &["S303"]),
        ("", "| UU 5/2014 |\n|---|\n| Undang-Undang Nomor 5 Tahun 2014 |", &["S303", "S303"]),
        ("", "![UU 5/2014](a.svg)", &["S303"]),
        ("ringkas: Dasarnya UU 5/2014.\n", "isi", &["S303"]),
        ("ringkas: >-\n  Dasarnya UU Nomor 5\n  Tahun 2014.\n", "isi", &["S303"]),
        ("", "[UU 5/2014](regulasi:uu-5-2014)", &["S303"]),
        ("", "[UU 5/2014](regulasi:uu-20-2023)", &["S303"]),
        ("", "[UU 5/2014](regulasi:uu-5-2014 \"historis\")", &[]),
        ("", "[dahulu UU 5/2014](/ \"historis\")", &[]),
        ("sengaja_menyebut: [uu-5-2014]\n", "UU 5/2014", &[]),
        ("", "UU 20/2023", &[]),
        ("", "`UU 5/2014`", &[]),
    ]);
    snapbox::assert_data_eq!(
        told(of_page("", "Menurut Pasal 2 huruf f UU No. 5 Tahun 2014.")),
        snapbox::str![[r#"
galat[S303]: `UU 5/2014` sudah dicabut sejak 31 Oktober 2023
 --> content/halaman/tes.md:6:9
  |
6 | Menurut Pasal 2 huruf f UU No. 5 Tahun 2014.
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: pakai Pasal 2 huruf f UU 20/2023; bila memang bercerita tentang masa lalu, tautkan `[…](regulasi:uu-5-2014 "historis")`, atau tambahkan baris `sengaja_menyebut: [uu-5-2014]` di bawah baris `judul:`

"#]]
    );
}

#[test]
fn law_is_judged_on_a_day() {
    let text = page("", "Menurut UU 5/2014 dan KASN.");
    let files: Vec<(&str, &str)> =
        LAWS.iter().chain(&FACTS).chain(&FORMATS).copied().chain([("content/halaman/tes.md", text.as_str())]).collect();
    let old = (
        "content/regulasi/uu-5-2014.md",
        "---\njudul: ASN\njenis: UU\nnomor: '5'\ntahun: 2014\nstatus: dicabut\ndicabut_oleh: { oleh: uu-3-2024, tanggal: 2023-10-31 }\nrezim: umum\nsumber: x\nkeyakinan: tinggi\n---\nisi\n",
    );
    for (day, expected) in
        [("2023-10-30", &[][..]), ("2023-10-31", &["S303"]), ("2024-08-23", &["S303"]), ("2024-08-24", &["S303", "S314"])]
    {
        let all: Vec<(&str, &str)> =
            files.iter().copied().chain([old]).filter(|(path, _)| !path.ends_with("pp-53-2010.md")).collect();
        let (project, d) = crate::project::sample::project(&all);
        let project = project.unwrap();
        let edition = project.edition(&EditionCode::National, day.parse().unwrap(), &d).unwrap();
        super::check(std::iter::once(&Arc::new(edition)), None, &d);
        assert_eq!(codes(d), expected, "{day}");
    }
}

#[test]
fn an_article_that_was_replaced_is_found_in_words_links_and_bases() {
    expect(&[
        ("", "Pasal 4 PP 53/2010", &["S310"]),
        ("", "PP 53/2010 Pasal 4 angka 12", &["S310"]),
        ("", "[a](regulasi:pp-53-2010#pasal-4)", &["S310"]),
        ("", "[a](regulasi:pp-53-2010#pasal-4 \"historis\")", &[]),
        ("dasar: [{ regulasi: pp-53-2010, pasal: Pasal 4 }]\n", "isi", &["S310"]),
        ("dasar: [{ regulasi: pp-53-2010, pasal: Pasal 7 }]\n", "isi", &[]),
        ("", "Pasal 7 PP 53/2010", &[]),
    ]);
    snapbox::assert_data_eq!(
        told(of_page("", "Menurut Pasal 4 PP 53/2010.")),
        snapbox::str![[r#"
galat[S310]: `Pasal 4` dari `PP 53/2010` tidak berlaku lagi
 --> content/halaman/tes.md:6:9
  |
6 | Menurut Pasal 4 PP 53/2010.
  |         ^^^^^^^^^^^^^^^^^^
  |
  = saran: pakai Pasal 2 huruf f UU 20/2023; bila memang bercerita tentang masa lalu, tautkan `[…](regulasi:pp-53-2010 "historis")`, atau tambahkan baris `sengaja_menyebut: [pp-53-2010]` di bawah baris `judul:`

"#]]
    );
}

#[test]
fn of_a_partly_revoked_law_the_part_is_said() {
    expect(&[
        ("", "PP 53/2010", &["S311"]),
        ("", "Pasal 3 PP 53/2010", &["S311"]),
        ("", "PP 53/2010. Yang berlaku Pasal 7 PP 53/2010.", &[]),
        ("", "PP 53/2010, [pasalnya](regulasi:pp-53-2010#pasal-7)", &[]),
        ("sengaja_menyebut: [pp-53-2010]\n", "PP 53/2010", &[]),
    ]);
    snapbox::assert_data_eq!(
        told(of_page("", "Menurut PP 53/2010.")),
        snapbox::str![[r#"
peringatan[S311]: `PP 53/2010` sudah dicabut sebagian
 --> content/halaman/tes.md:6:9
  |
6 | Menurut PP 53/2010.
  |         ^^^^^^^^^^
  |
  = sebab: yang dicabut: selain Pasal 7
  = saran: sebut pasalnya; yang masih berlaku: Pasal 7

"#]]
    );
}

#[test]
fn an_amended_law_is_cited_with_its_amendment() {
    expect(&[
        ("", "UU Nomor 6 Tahun 2014 tentang Desa", &["S312"]),
        ("", "UU Nomor 6 Tahun 2014 tentang Desa sebagaimana diubah dengan UU 3/2024", &[]),
        ("", "UU Nomor 6 Tahun 2014 tentang Desa beserta perubahannya", &[]),
        ("", "UU 6/2014 dan UU Desa", &[]),
        ("dasar: [{ regulasi: uu-3-2024, pasal: Pasal 1 }]\n", "UU Nomor 6 Tahun 2014 tentang Desa", &["S302"]),
    ]);
    snapbox::assert_data_eq!(
        told(of_page("", "Undang-Undang Nomor 6 Tahun 2014 tentang Desa")),
        snapbox::str![[r#"
peringatan[S312]: `UU 6/2014` disebut tanpa perubahannya
 --> content/halaman/tes.md:6:1
  |
6 | Undang-Undang Nomor 6 Tahun 2014 tentang Desa
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: diubah oleh UU 3/2024
  = saran: tambahkan `sebagaimana diubah dengan UU 3/2024`

"#]]
    );
}

#[test]
fn what_is_often_cited_wrongly_is_found() {
    expect(&[
        ("", "SKB No. 22 Th. 2022", &["S313"]),
        ("", "Keputusan Bersama Nomor 22 Tahun 2022", &["S313"]),
        ("", "SKB tanggal 22 September 2022", &[]),
        ("", "UU ASN, khususnya Pasal 5 huruf n", &["S313"]),
        ("", "Pasal 5 huruf n angka 2 UU No. 20 Tahun 2023", &["S313"]),
        ("", "Pasal 5 UU 20/2023", &[]),
        ("", "PP No. 53 Tahun 2010 telah dicabut seluruhnya. Pasal 7 PP 53/2010.", &["S313"]),
        ("", "PP No. 53 Tahun 2010 telah dicabut. Seluruhnya Pasal 7 PP 53/2010.", &[]),
        ("sengaja_menyebut: [skb-22]\n", "SKB Nomor 22 Tahun 2022", &[]),
    ]);
    snapbox::assert_data_eq!(
        told(of_page("", "Pasal 5 huruf n UU 20/2023 melarangnya.")),
        snapbox::str![[r#"
galat[S313]: kutipan ini keliru: `Pasal 5 huruf n UU 20/2023`
 --> content/halaman/tes.md:6:1
  |
6 | Pasal 5 huruf n UU 20/2023 melarangnya.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: yang benar: Pasal 5 huruf n PP 94/2021; bila memang bercerita tentang kekeliruan itu, tambahkan baris `sengaja_menyebut: [pasal-5]` di bawah baris `judul:`

"#]]
    );
}

#[test]
fn an_institution_of_the_past_is_found() {
    expect(&[
        ("", "Lapor ke KASN.", &["S314"]),
        ("", "Lapor ke Komisi Aparatur Sipil Negara (KASN). KASN mengawasi.", &["S314"]),
        ("", "KASN berhenti pada 24 Agustus 2024.", &[]),
        ("", "[KASN](/ \"historis\")", &[]),
        ("sengaja_menyebut: [kasn]\n", "KASN", &[]),
        ("", "KASNO dan kas negara", &[]),
    ]);
    snapbox::assert_data_eq!(
        told(of_page("", "Lapor ke KASN.")),
        snapbox::str![[r#"
peringatan[S314]: `KASN` tidak ada lagi sejak 24 Agustus 2024
 --> content/halaman/tes.md:6:10
  |
6 | Lapor ke KASN.
  |          ^^^^
  |
  = saran: sebut BKN; bila memang bercerita tentang masa lalu, tautkan `[…](/glosarium/#kasn "historis")`, atau tambahkan baris `sengaja_menyebut: [kasn]` di bawah baris `judul:`

"#]]
    );
}

#[test]
fn a_deferred_sanction_is_no_fact() {
    expect(&[
        ("", "Hukumannya potong tukin.", &["S315"]),
        ("", "Potongan tunjangan kinerja belum berlaku.", &[]),
        ("", "Potong tukin.\n\nHukuman itu belum berlaku.", &[]),
        ("", "Potong tukin.\n\n## Lain\n\nHukuman itu belum berlaku.", &["S315"]),
        ("", "Tunjangan kinerja", &[]),
    ]);
    let sheet = |body: &str| format!("---\njudul: T\nformat: naskah\n---\n{body}\n");
    let rows: [(&str, &[&str]); 3] =
        [("Potong tukin", &["S315"]), ("[sanksi](/sanksi/tukin/)", &["S305"]), ("[sanksi](/sanksi/pidana/)", &[])];
    for (body, expected) in rows {
        assert_eq!(codes(found(&[("content/cetak/tes.md", &sheet(body))])), expected, "{body}");
    }
    snapbox::assert_data_eq!(
        told(found(&[("content/cetak/tes.md", &sheet("Hukumannya potong tukin."))])),
        snapbox::str![[r#"
galat[S315]: sanksi `Potongan tunjangan kinerja` belum berlaku
 --> content/cetak/tes.md:5:12
  |
5 | Hukumannya potong tukin.
  |            ^^^^^^^^^^^^
  |
 ::: content/sanksi/tukin.md:8:9
  |
8 | status: tertunda
  |         -------- ditandai di sini
  |
  = sebab: Belum berlaku
  = saran: hapus dari bahan ini sampai sanksinya berlaku

"#]]
    );
}

#[test]
fn a_fine_has_the_day_of_its_text() {
    expect(&[
        ("", "Pemilu: denda Rp12.000.000", &["S316"]),
        ("", "Pemilu: denda Rp 12 juta", &["S316"]),
        ("", "Pemilu: denda 12 juta rupiah", &["S316"]),
        ("", "Pemilu: penjara paling lama 1 tahun", &["S316"]),
        ("", "Pemilu: dipenjara 1 (satu) tahun", &["S316"]),
        ("", "Pemilu: pidana penjara satu tahun", &["S316"]),
        ("", "Pemilu: penjara paling lama 2 tahun", &[]),
        ("", "Pemilu: kurungan paling lama 1 tahun", &[]),
        ("", "Pemilu: tugasnya paling lama 1 tahun", &[]),
        ("", "Pemilu: penjara paling lama 1 tahun, menurut teks sebelum 2 Januari 2026", &[]),
        ("", "Pemilu: denda Rp12.000.000.000", &[]),
        ("", "Pemilu: denda Rp13.000.000", &[]),
        ("", "Pemilu: denda Rp12.000.000, menurut teks sebelum 2 Januari 2026", &[]),
        ("", "Pemilu: denda Rp12.000.000, lihat UU 1/2026", &[]),
    ]);
    snapbox::assert_data_eq!(
        told(of_page("", "Denda Pemilu Rp12.000.000.")),
        snapbox::str![[r#"
peringatan[S316]: `Rp12.000.000` berasal dari teks sebelum 2 Januari 2026
 --> content/halaman/tes.md:6:14
  |
6 | Denda Pemilu Rp12.000.000.
  |              ^^^^^^^^^^^^
  |
  = sebab: angka pidana berubah dengan undang-undang baru; pembaca harus tahu teks mana yang dibaca
  = saran: tambahkan `menurut teks sebelum 2 Januari 2026`, atau hapus angkanya

"#]]
    );
}

#[test]
fn a_dispute_is_not_settled() {
    expect(&[
        ("", "ASN boleh hadir.", &["S317"]),
        ("", "ASN boleh untuk hadir.", &["S317"]),
        ("", "ASN tidak boleh hadir.", &[]),
        ("", "Apakah ASN boleh hadir?", &[]),
        ("", "ASN boleh hadir; itu masih diperdebatkan.", &[]),
        ("sengketa: [hadir]\n", "ASN boleh hadir.", &[]),
    ]);
    snapbox::assert_data_eq!(
        told(of_page("", "ASN boleh hadir.")),
        snapbox::str![[r#"
peringatan[S317]: `boleh hadir` masih diperdebatkan
 --> content/halaman/tes.md:6:5
  |
6 | ASN boleh hadir.
  |     ^^^^^^^^^^^
  |
 ::: content/sengketa.yaml:2:23
  |
2 |   - { id: hadir, isu: Bolehkah hadir?, pendapat: [{ pihak: A, isi: a, sumber: x }, { pihak: B, isi: b, sumber: x ...
  |                       --------------- titik sengketanya di sini
  |
  = sebab: Bolehkah hadir?
  = saran: Jangan hadir

"#]]
    );
}

#[test]
fn a_deadline_says_its_regime() {
    expect(&[
        ("", "Laporan paling lambat 7 hari.", &["S318"]),
        ("", "Melapor paling lambat 7 (tujuh) hari.", &["S318"]),
        ("", "Melapor paling lambat tujuh hari.", &["S318"]),
        ("", "Laporan Pemilu paling lambat 7 hari.", &[]),
        ("", "## Pilkada\n\nLaporan paling lambat 7 hari.", &[]),
        ("", "Laporan paling lambat 7 hari (UU 6/2014).", &[]),
        ("", "Pelatihan selama 7 hari.", &[]),
        ("", "Laporan paling lambat 8 hari.", &[]),
        ("", "Denda Rp12.000.000, menurut teks sebelum 2 Januari 2026", &["S318"]),
        ("", "Penjara paling lama 1 tahun, menurut teks sebelum 2 Januari 2026", &["S318"]),
        ("", "Penjara Pemilu paling lama 1 tahun, menurut teks sebelum 2 Januari 2026", &[]),
    ]);
    snapbox::assert_data_eq!(
        told(of_page("", "Laporan paling lambat 7 hari.")),
        snapbox::str![[r#"
peringatan[S318]: batas waktu `7 hari` tidak menyebut Pemilu atau Pilkada
 --> content/halaman/tes.md:6:23
  |
6 | Laporan paling lambat 7 hari.
  |                       ^^^^^^
  |
  = sebab: batas waktu dan sanksi Pemilu berbeda dengan Pilkada
  = saran: sebut pemilihannya, `Pemilu` atau `Pilkada`, dalam kalimat itu, menurut sumber naskah ini; jangan menebak

"#]]
    );
}

#[test]
fn a_mark_marks_something() {
    expect(&[
        ("sengaja_menyebut: [uu-5-2014]\n", "isi", &["S319"]),
        ("sengaja_menyebut: [uu-20-2023]\n", "UU 20/2023", &["S319"]),
        ("sengaja_menyebut: [uu-5-2104]\n", "isi", &["S319"]),
        ("sengaja_menyebut: [kasn]\n", "KASN", &[]),
    ]);
    snapbox::assert_data_eq!(
        told(of_page("sengaja_menyebut: [uu-20-2023, kasm]\n", "isi")),
        snapbox::str![[r#"
peringatan[S319]: `uu-20-2023` tidak disebut di berkas ini, atau tidak perlu ditandai
 --> content/halaman/tes.md:5:20
  |
5 | sengaja_menyebut: [uu-20-2023, kasm]
  |                    ^^^^^^^^^^
  |
  = saran: hapus `uu-20-2023` dari `sengaja_menyebut`

peringatan[S319]: `kasm` dalam `sengaja_menyebut` tidak dikenal
 --> content/halaman/tes.md:5:32
  |
5 | sengaja_menyebut: [uu-20-2023, kasm]
  |                                ^^^^
  |
  = saran: maksud Anda `kasn`?

"#]]
    );
}

#[test]
fn what_is_said_of_law_has_a_source() {
    let bare = |front: &str, body: &str| format!("---\njudul: T\n{front}---\n{body}\n");
    let rows: [(String, &[&str]); 5] = [
        (bare("", "Menurut UU 20/2023."), &["S322"]),
        (bare("", "Menurut [UU 20/2023](regulasi:uu-20-2023)."), &[]),
        (bare("", "Menurut UU 20/2023, [beritanya](https://a.id/)."), &[]),
        (bare("dasar: [{ regulasi: uu-20-2023, pasal: Pasal 2 huruf f }]\n", "Menurut UU 20/2023."), &[]),
        (bare("", "isi"), &[]),
    ];
    for (text, expected) in &rows {
        assert_eq!(codes(found(&[("content/halaman/tes.md", text)])), *expected, "{text}");
    }
    snapbox::assert_data_eq!(
        told(found(&[("content/halaman/tes.md", &rows[0].0)])),
        snapbox::str![[r#"
peringatan[S322]: hukum disebut tanpa sumber
 --> content/halaman/tes.md:4:9
  |
4 | Menurut UU 20/2023.
  |         ^^^^^^^^^^
  |
  = sebab: pembaca tidak dapat mencocokkannya, dan peninjau tidak tahu ke mana melihat
  = saran: isi `dasar:` dengan pasalnya, atau `sumber:` dengan alamatnya

"#]]
    );
}
