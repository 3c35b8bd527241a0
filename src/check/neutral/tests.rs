//! What is named is found however it is written, and nothing else is.

use crate::check::tests::{FORMATS, edition};
use crate::content::EditionCode;
use crate::diagnostics::{Diagnostics, render};
use crate::project::sample::{codes, told};

const LIST: &str = "netral:\n  - { id: satu, jenis: calon, kata: [Contoh Nama, Conama], nomor: 2 }\n  - { id: dua, jenis: partai, kata: Partai Contoh, warna: '#B01020' }\n  - { id: tiga, jenis: slogan, kata: Contoh Maju Terus, sampai: 2026-02-01 }\n";
const THEME: &str = "nama: Uji\nwarna:\n  merah: { rgb: \"#B21222\", cmyk: [20, 100, 90, 10] }\n  putih: { rgb: \"#FFFFFF\", cmyk: [0, 0, 0, 0] }\n";

fn found(files: &[(&str, &str)]) -> Diagnostics {
    let mut all = FORMATS.to_vec();
    all.push(("content/netral.yaml", LIST));
    all.extend(files);
    let (project, edition, _) = edition(&all, &EditionCode::National);
    let d = Diagnostics::new();
    super::check(std::iter::once(&edition), &project.theme, &d);
    d
}

fn page(body: &str) -> String {
    format!("---\njudul: T\n---\n{body}\n")
}

#[test]
fn names_numbers_and_slogans_are_found_as_they_are_written() {
    let past = "S604";
    for body in [
        "Pilih Contoh Nama.",
        "CONTOH\u{A0}NAMA",
        "Con\u{AD}toh **Na**ma",
        "contoh\nnama",
        "Cóntoh Nama",
        "![x](gambar/contoh-nama.png)",
        "![Foto Conama](gambar/a.png)",
        "nomor urut 2",
        "No. urut 02",
        "pasangan calon dua",
        "Partai Contoh",
    ] {
        assert_eq!(codes(found(&[("content/halaman/a.md", &page(body))])), ["S602", past], "{body}");
    }
    for body in
        ["Contoh Namanya", "nama contoh", "Nomor 2 Tahun 2023", "nomor urut 20", "nomor urut 12", "Conamaku", "contoh, lalu"]
    {
        assert_eq!(codes(found(&[("content/halaman/a.md", &page(body))])), [past], "{body}");
    }
}

/// What is said in data files, of places and beside pictures is read too.
#[test]
fn names_are_found_wherever_readers_see_them() {
    let entry = |list: &str, keys: &str| format!("{list}:\n  - {{ id: a, {keys}, sumber: x, keyakinan: tinggi }}\n");
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>";
    // The list itself has an entry of the past, whatever else is said.
    let said = |files: &[(&str, &str)]| codes(found(files)).into_iter().filter(|code| *code != "S604").collect::<Vec<_>>();
    for (path, text) in [
        ("content/pelaporan.yaml", entry("saluran", "nama: Kantor Partai Contoh, cara: C, rezim: pemilu")),
        ("content/pelaporan.yaml", entry("saluran", "nama: Kantor, cara: Datang ke Partai Contoh, rezim: pemilu")),
        ("content/statistik.yaml", entry("statistik", "judul: Laporan Partai Contoh, lembaga: B, angka: []")),
        ("content/glosarium.yaml", entry("istilah", "istilah: X, arti: Seperti Partai Contoh")),
        (
            "content/sengketa.yaml",
            entry(
                "sengketa",
                "isu: I, pendapat: [{ pihak: Partai Contoh, isi: a, sumber: x }, { pihak: B, isi: b, sumber: x }], saran: S",
            )
            .replace(", sumber: x, keyakinan", ", keyakinan"),
        ),
        ("content/pencarian.yaml", "sinonim:\n  - { id: a, kata: [partai contoh, pc] }\n".to_owned()),
        ("content/pencarian.yaml", "contoh:\n  - { id: a, tanya: Bolehkah Partai Contoh?, ke: / }\n".to_owned()),
    ] {
        assert_eq!(said(&[(path, &text)]), ["S602"], "{text}");
        let other = text.replace("Partai Contoh", "partai lain").replace("partai contoh", "partai lain");
        assert_eq!(said(&[(path, &other)]), [""; 0], "{other}");
    }
    for notes in ["alt: Foto Partai Contoh\n", "sumber: Humas Partai Contoh\n"] {
        let files = [("content/gambar/a.svg", svg), ("content/gambar/a.svg.yaml", notes)];
        let told = told(found(&files));
        assert!(
            told.contains("peringatan[S602]: keterangan gambar memuat partai `Partai Contoh`\n --> content/gambar/a.svg.yaml:1:"),
            "{told}"
        );
    }
}

#[test]
fn a_printed_name_is_an_error_and_its_message_says_where() {
    let piece = "---\njudul: T\nformat: spanduk\nspanduk: Pilih Contoh Nama\nringkas: R\n---\n";
    let found = found(&[("content/cetak/a.md", piece)]);
    let list: Vec<_> = found.into_sorted().into_iter().filter(|problem| problem.code == "S601").collect();
    assert_eq!(
        render::human(&list, false),
        "galat[S601]: bahan cetak memuat calon `Contoh Nama`\n --> content/cetak/a.md:4:16\n  |\n4 | spanduk: Pilih Contoh Nama\n  |                ^^^^^^^^^^^\n  |\n ::: content/netral.yaml:2:24\n  |\n2 |   - { id: satu, jenis: calon, kata: [Contoh Nama, Conama], nomor: 2 }\n  |                        ----- tercatat di sini\n  |\n  = sebab: kantor pengawas tidak boleh tampak memihak atau menyerang siapa pun\n  = saran: tulis dengan sebutan umum, misalnya `seorang calon`; bila entrinya tidak perlu lagi, hapus dari `netral.yaml`\n"
    );
}

#[test]
fn a_colour_of_the_theme_that_looks_like_a_campaigns_is_told() {
    let near = told(found(&[("themes/uji/theme.yaml", THEME)]));
    assert!(near.contains("peringatan[S603]: warna `merah` mirip warna partai `dua` (ΔE 0,"), "{near}");
    assert!(!near.contains("putih"), "{near}");
    let far = THEME.replace("#B21222", "#591C6E");
    assert_eq!(codes(found(&[("themes/uji/theme.yaml", &far)])), ["S604"]);
}

#[test]
fn a_past_entry_is_told_and_not_looked_for() {
    let told = told(found(&[("content/halaman/a.md", &page("Contoh Maju Terus"))]));
    assert!(told.contains("peringatan[S604]: entri `tiga` berlaku sampai 1 Februari 2026"), "{told}");
    assert!(!told.contains("S602"), "{told}");
}

#[test]
fn endless_and_strange_texts_are_read_in_one_pass() {
    let strange = "Contoh ".repeat(60_000) + "\u{301}\u{AD}*'\u{FEFF}ﬁ Ж 漢字";
    assert_eq!(codes(found(&[("content/halaman/a.md", &page(&strange))])), ["S604"]);
}
