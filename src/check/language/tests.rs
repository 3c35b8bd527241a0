//! Every rule with its message, and with what is just no fault.

use std::sync::Arc;

use crate::check::tests::{FORMATS, edition};
use crate::content::EditionCode;
use crate::diagnostics::Diagnostics;
use crate::project::sample::{codes, told};

const GLOSSARY: &str = "istilah:\n  - { id: asn, istilah: ASN, kepanjangan: Aparatur Sipil Negara, arti: A., keyakinan: rendah }\n  - { id: ppk-a, istilah: PPK (kepegawaian), kepanjangan: Pejabat Pembina Kepegawaian, arti: A., keyakinan: rendah }\n  - { id: ppk-b, istilah: PPK (pemilu), kepanjangan: Panitia Pemilihan Kecamatan, arti: A., keyakinan: rendah }\nlazim:\n  - { id: umum, kata: [KTP, SP4N-LAPOR] }\n";
const INDONESIAN: &str = "---\njudul: Kata\n---\nMari jaga pemilihan yang jujur dan adil bersama semua warga.\n";

fn found(files: &[(&str, &str)]) -> Diagnostics {
    let mut all = FORMATS.to_vec();
    all.extend([("content/glosarium.yaml", GLOSSARY), ("content/halaman/kata.md", INDONESIAN)]);
    all.extend(files);
    let (project, edition, _) = edition(&all, &EditionCode::National);
    let d = Diagnostics::new();
    // Two editions that share everything say it once.
    let edition = Arc::new(edition);
    super::check([&edition, &edition].into_iter(), &project.theme, None, &d);
    d
}

fn of_page(body: &str) -> Diagnostics {
    found(&[("content/halaman/a.md", &format!("---\njudul: T\n---\n{body}\n"))])
}

fn of_piece(front: &str, body: &str) -> Diagnostics {
    found(&[("content/cetak/a.md", &format!("---\njudul: T\n{front}---\n{body}\n"))])
}

fn words(count: usize) -> String {
    vec!["kata"; count].join(" ")
}

#[test]
fn a_sentence_has_as_many_words_as_its_reader_can_follow() {
    let one_more = format!("{} dari [pasal yang lain](regulasi:uu-1) akhir.", words(34));
    snapbox::assert_data_eq!(
        told(of_page(&one_more)).replace(&words(34), "…"),
        snapbox::str![[r#"
peringatan[S720]: kalimat ini berisi 36 kata, paling banyak 35
 --> content/halaman/a.md:4:1
  |
4 | … dari [pasal yang lain](regulasi:uu-1) akhir.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca yang terburu-buru kehilangan awalnya
  = saran: pecah menjadi beberapa kalimat, atau jadikan daftar

"#]]
    );
    for body in [
        words(35),
        format!("{}. {}", words(35), words(35)),
        format!("{}\n\n{}", words(35), words(35)),
        format!("- {}\n- {}", words(35), words(35)),
        format!("{} ([satu dua tiga](regulasi:uu-1)).", words(35)),
        format!("| {} | {} |\n|---|---|\n| a | b |", words(35), words(35)),
        format!("{} — — “{}?” {}", words(20), words(15), words(35)),
    ] {
        assert!(codes(of_page(&body)).is_empty(), "{body}");
    }
}

#[test]
fn a_leaflet_for_the_public_has_shorter_sentences() {
    let panel = |count: usize| format!("## Satu {{#kiri}}\n\n{}.\n\n## Dua {{#kanan}}\n\nisi", words(count));
    for (front, count, expected) in [
        ("format: brosur\nsasaran: [warga]\n", 25, &[][..]),
        ("format: brosur\nsasaran: [warga]\n", 26, &["S720"]),
        ("format: brosur\nsasaran: [asn, warga]\n", 26, &["S720"]),
        ("format: brosur\nsasaran: [asn]\n", 35, &[]),
        ("format: brosur\nsasaran: [asn]\n", 36, &["S720"]),
        ("format: naskah\nsasaran: [warga]\n", 90, &[]),
    ] {
        assert_eq!(codes(of_piece(front, &panel(count))), expected, "{front} {count}");
    }
    let line = format!("format: spanduk\nsasaran: [asn]\nspanduk: S\nringkas: {}\n", words(26));
    assert_eq!(codes(of_piece(&line, "")), ["S720"], "who passes a banner has no time");
}

#[test]
fn an_abbreviation_is_explained() {
    snapbox::assert_data_eq!(
        told(of_page("Laporkan **kepada** BPIP, lalu\nkepada BPIP.")),
        snapbox::str![[r#"
peringatan[S721]: singkatan `BPIP` tidak dijelaskan
 --> content/halaman/a.md:4:21
  |
4 | Laporkan **kepada** BPIP, lalu
  |                     ^^^^
  |
  = sebab: pembaca yang tidak mengenalnya berhenti membaca di sini
  = saran: tulis kepanjangannya: `… (BPIP)`, atau tambahkan istilahnya ke `glosarium.yaml`

"#]]
    );
    for body in [
        "ASN dan KTP, lewat SP4N-LAPOR.",
        "Badan Pembinaan (BPIP), lalu BPIP.",
        "BPIP (badan pembinaan).",
        "*BPIP: badan pembinaan.*",
        "BPIP ialah badan pembinaan.",
        "Lampiran II dan pasal XIV.",
        "Nomor B/71/M.SM.00.00/2017 dan 104/PUU-XXIII/2025.",
        "`BPIP` dan [BPIP 1/2020](regulasi:uu-1)",
        "ASN-nya, ASN/KTP, A dan B",
        "bpip, Bpip",
    ] {
        assert!(codes(of_page(body)).is_empty(), "{body}");
    }
    for body in ["BPIP-nya", "ASN/BPIP", "(BPIP dan lain-lain)", "BPIP:", "Bagi BPIP.", "![Kantor BPIP](a.svg)", "## BPIP"] {
        assert_eq!(codes(of_page(body)), ["S721"], "{body}");
    }
    assert_eq!(codes(of_piece("format: kartu\nspanduk: S\nketerangan: Kata BPIP\n", "")), ["S721"]);
}

#[test]
fn an_abbreviation_with_two_meanings_says_which() {
    snapbox::assert_data_eq!(
        told(of_page("Sanksi dijatuhkan PPK instansi.")),
        snapbox::str![[r#"
peringatan[S722]: `PPK` dapat berarti Pejabat Pembina Kepegawaian atau Panitia Pemilihan Kecamatan
 --> content/halaman/a.md:4:19
  |
4 | Sanksi dijatuhkan PPK instansi.
  |                   ^^^
  |
  = sebab: keduanya lembaga yang berlainan
  = saran: tulis kepanjangannya pada kemunculan pertama: `Pejabat Pembina Kepegawaian (PPK)` atau `Panitia Pemilihan Kecamatan (PPK)`

"#]]
    );
    for body in ["Pejabat pembina\nkepegawaian (PPK), lalu PPK.", "PPK: panitia pemilihan kecamatan.", "PPPK"] {
        assert!(!codes(of_page(body)).contains(&"S722"), "{body}");
    }
    assert_eq!(codes(of_page("Atasan (PPK) memutus.")), ["S722"], "brackets alone do not say which");
}

#[test]
fn nobody_is_shouted_at() {
    snapbox::assert_data_eq!(
        told(of_piece("format: spanduk\nspanduk: TOLAK UANGNYA sekarang\nringkas: R\n", "")),
        snapbox::str![[r#"
peringatan[S723]: `TOLAK UANGNYA` ditulis dengan huruf besar semua
 --> content/cetak/a.md:4:10
  |
4 | spanduk: TOLAK UANGNYA sekarang
  |          ^^^^^^^^^^^^^
  |
  = sebab: huruf besar semua terbaca sebagai teriakan, dan lebih lambat dibaca
  = saran: tulis seperti kalimat biasa, huruf besar hanya di awal kalimat dan nama; yang penting ditebalkan dengan `**…**`

"#]]
    );
    for body in ["# AYO LAPOR", "**LAPORKAN ASN YANG MEMIHAK**", "- JANGAN TERIMA\n- apa pun"] {
        assert_eq!(codes(of_page(body)), ["S723"], "{body}");
    }
    for body in ["ASN PPPK", "ASN KTP ASN", "[TOLAK UANG](regulasi:uu-1)", "Tolak Uangnya", "`TOLAK UANG`"] {
        assert!(!codes(of_page(body)).contains(&"S723"), "{body}");
    }
    assert_eq!(codes(of_page("JANGAN, TERIMA")), ["S721", "S721"], "a comma between them: two words");
}

#[test]
fn indonesian_stands_above_a_regional_language() {
    let banner = |above: &str, below: &str| {
        format!("format: spanduk\nspanduk: {above}\nringkas: R\nbahasa_daerah: {{ bahasa: Sunda, teks: {below} }}\n")
    };
    let (national, regional) = ("Mari jaga pemilihan jujur", "Hayu urang jaga pamilihan");
    assert!(codes(of_piece(&banner(national, regional), "")).is_empty());
    assert!(codes(of_piece(&banner("Hayu", "Urang"), "")).is_empty(), "nobody knows either");
    snapbox::assert_data_eq!(
        told(of_piece(&banner(regional, national), "")),
        snapbox::str![[r#"
peringatan[S724]: bahasa Indonesia berada di baris bahasa daerah, di bawah judul
 --> content/cetak/a.md:4:10
  |
4 | spanduk: Hayu urang jaga pamilihan
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^
5 | ringkas: R
6 | bahasa_daerah: { bahasa: Sunda, teks: Mari jaga pemilihan jujur }
  |                                       ------------------------- baris ini lebih Indonesia daripada judulnya
  |
  = sebab: di ruang publik bahasa Indonesia diutamakan, bahasa daerah menyertai di bawahnya
  = saran: tulis kalimat Indonesia di `spanduk`, dan kalimat daerah di `bahasa_daerah`

"#]]
    );
}

#[test]
fn strange_and_endless_texts_are_read_in_one_pass() {
    let strange =
        ["(", ")", "…", "—", "\u{301}", "Ж", "ЖЖЖ", "漢字", "\u{FEFF}", "A\u{301}B", "É", "ÉÉ", "-", "/", "ASN", "UANG"];
    let mut text = String::new();
    for (index, one) in strange.iter().cycle().take(60_000).enumerate() {
        text.push_str(one);
        text.push_str(["", " ", "\n", "/", "-", ". "][index % 6]);
    }
    of_page(&text);
    of_page(&"UANG ".repeat(60_000));
    of_page(&"BPIP/".repeat(60_000));
}
