//! What is told of two states of a small project, both in memory.

use std::sync::Arc;

use super::*;
use crate::plan::Plan;
use crate::project::sample::{PROVINCE, REGENCY, project};
use crate::publish::Digest;

const TABLE: &str = "content/daerah/61.11-ku/desa.csv";
const VILLAGES: &str = "kode,nama,kecamatan,jenis\n61.11.01.2001,Sutera,Sukadana,desa\n61.11.01.2002,Padang,Sukadana,desa\n";
const PAGE: (&str, &str) =
    ("content/halaman/a.md", "---\njudul: Halaman A\n---\nSatu kalimat tetap. Telepon {{ kantor.telepon }} sekarang.\n");

fn side(name: &str, files: &[(&str, &str)]) -> Side {
    // The last of two files with one path counts.
    let mut all = vec![PROVINCE, REGENCY, (TABLE, VILLAGES), PAGE];
    all.extend(files);
    let as_of = "2026-11-22".parse().unwrap();
    let (project, d) = project(&all);
    let project = project.unwrap();
    let codes = project.edition_codes();
    let editions = codes.iter().filter_map(|code| project.edition(code, as_of, &d)).map(Arc::new).collect();
    let plan = Plan::new(editions, Arc::clone(&project.theme));
    Side { name: name.to_owned(), codes, plan, theme: Digest::of(b""), as_of, house: std::sync::OnceLock::new() }
}

fn told(old: &[(&str, &str)], new: &[(&str, &str)]) -> String {
    let (old, new) = (side("lama", old), side("baru", new));
    said::text(&old, &new, &Story::of(&old, &new, &[]), false)
}

const HEAD: &str = "Yang berubah bagi pembaca dari lama ke baru, menurut 22 November 2026\n\n";

#[test]
fn nothing_is_said_of_nothing() {
    assert_eq!(told(&[], &[]), "Tidak ada yang berubah bagi pembaca.");
    let (old, mut new) = (side("lama", &[]), side("baru", &[]));
    new.theme = Digest::of(b"x");
    let said = said::text(&old, &new, &Story::of(&old, &new, &[]), false);
    assert_eq!(said, "Hanya tampilan (tema) yang berubah; tidak ada kata yang berubah bagi pembaca.");
}

/// A sentence of the national content is told once, though three editions show it with three numbers.
#[test]
fn the_nation_is_told_once() {
    let page =
        ("content/halaman/a.md", "---\njudul: Halaman A\n---\nSatu kalimat tetap. Hubungi {{ kantor.telepon }} sekarang.\n");
    let expected = "Nasional, berlaku di semua daerah\n  Halaman\n    Halaman A (a)\n      \
        − Telepon {{ kantor.telepon }} sekarang.\n      + Hubungi {{ kantor.telepon }} sekarang.";
    assert_eq!(told(&[], &[page]), format!("{HEAD}{expected}"));
    // A region with a text of its own does not follow, and is told of.
    let own = ("content/daerah/61.11-ku/halaman/a.md", "---\njudul: A daerah\n---\nNaskah sendiri.\n");
    let kept = "\n\nKayong Utara (61.11)\n  Tidak ikut berubah karena daerah memakai naskahnya sendiri: A daerah";
    assert_eq!(told(&[own], &[page, own]), format!("{HEAD}{expected}{kept}"));
}

#[test]
fn a_region_tells_its_own() {
    let office = (REGENCY.0, "kode: \"61.11\"\nnama: Kayong Utara\nkantor: { telepon: 0534-301999 }\n");
    let table = (TABLE, "kode,nama,kecamatan,jenis\n61.11.01.2001,Sutra,Sukadana,desa\n61.11.01.2003,Baru,Sukadana,desa\n");
    let own = ("content/daerah/61.11-ku/halaman/b.md", "---\njudul: B\n---\nx\n");
    let expected = "Kayong Utara (61.11)\n  Kontak\n    Kantor\n      telepon: 0534-301234 → 0534-301999\n  \
        Halaman\n    baru: B (b)\n  \
        Desa dan kelurahan\n    Daftar desa dan kelurahan\n      daftar: − Padang (Sukadana)\n      daftar: + Baru (Sukadana)\n      \
        nama atau kecamatan: Sutera (Sukadana) → Sutra (Sukadana)";
    assert_eq!(told(&[], &[office, table, own]), format!("{HEAD}{expected}"));
    let back = told(&[office, table, own], &[]);
    assert!(back.contains("dihapus: B (b)") && back.contains("0534-301999 → 0534-301234"), "{back}");
}

#[test]
fn law_deadlines_and_figures() {
    let law = |status: &str| {
        format!(
            "---\njudul: T\njenis: UU\nnomor: '1'\ntahun: 2020\n{status}\nrezim: umum\nsumber: x\nkeyakinan: tinggi\npasal: [{{ nomor: Pasal 1, ringkasan: r }}]\n---\n"
        )
    };
    let (before, after) =
        (law("status: berlaku"), law("status: dicabut\ndicabut_oleh: { oleh: UU 9/2026, tanggal: 2026-10-01 }"));
    let deadline = |value: &str| {
        format!(
            "tenggat:\n  - {{ id: t, rezim: pemilu, hal: Lapor, nilai: {value}, satuan: hari, jenis_hari: kerja, dasar: [{{ regulasi: uu-1-2020, pasal: Pasal 1 }}], sumber: x, keyakinan: tinggi }}\n"
        )
    };
    let figure = |value: &str| {
        format!(
            "statistik:\n  - {{ id: s, judul: Laporan, lembaga: KASN, per_tanggal: 2024-12-03, angka: [{{ label: Semua, nilai: {value} }}], layak_cetak: tidak, sumber: x, keyakinan: tinggi }}\n"
        )
    };
    let (path, reporting, figures) = ("content/regulasi/uu-1-2020.md", "content/pelaporan.yaml", "content/statistik.yaml");
    let said = told(
        &[(path, &before), (reporting, &deadline("7")), (figures, &figure("10"))],
        &[(path, &after), (reporting, &deadline("3")), (figures, &figure("1200"))],
    );
    for line in [
        "status: berlaku → dicabut oleh UU 9/2026 sejak 1 Oktober 2026",
        "batas waktu: 7 hari kerja → 3 hari kerja",
        "Semua: 10 → 1.200",
    ] {
        assert!(said.contains(line), "no {line:?} in:\n{said}");
    }
}

/// Everything of JSON, five sentences of text.
#[test]
fn what_is_long_is_counted() {
    let page = |word: &str| {
        let body: Vec<String> = (0..12).map(|number| format!("{word} {number}.")).collect();
        format!("---\njudul: Halaman A\n---\n{}\n", body.join(" "))
    };
    let (before, after) = (page("Lama"), page("Anyar"));
    let (old, new) = (side("lama", &[("content/halaman/a.md", &before)]), side("baru", &[("content/halaman/a.md", &after)]));
    let story = Story::of(&old, &new, &[]);
    assert!(said::text(&old, &new, &story, false).contains("kalimat lain"));
    let json: serde_json::Value = serde_json::from_str(&json::text(&old, &new, &story)).unwrap();
    let sentences = &json["editions"][0]["changes"][0]["details"][0]["sentences"];
    assert!(sentences.as_array().is_some_and(|all| all.len() >= 12), "{json:#}");
}
