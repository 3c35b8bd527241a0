//! The report as page and as JSON.

use super::{Finding, Outcome, Report, Sheet, html, json};
use crate::content::{EditionCode, Id};
use crate::diagnostics::{Diagnostic, SourceText};

fn sheets() -> Vec<Sheet> {
    let table = SourceText::new("content/daerah/61.11-ku/desa.csv", "kode,nama\n61.11.01.2001,Sutera <baru>\n");
    let of_village = |message: &str| Diagnostic::error("S511", message).at(&table.place(10..23)).hint("pendekkan `nama`");
    let piece = Diagnostic::warning("S519", "judul memuat 9 kata, paling banyak 7").because("karya `spanduk`, halaman 1");
    let village = Some(("Sutera <baru>".to_owned(), "61.11.01.2001".to_owned()));
    vec![Sheet {
        edition: EditionCode::parse("61.11").unwrap(),
        office: "Kayong Utara".to_owned(),
        piece: "spanduk".to_owned(),
        title: "Spanduk & umbul-umbul".to_owned(),
        format: Id::new("spanduk-300x100").unwrap(),
        found: vec![
            Finding { village: None, diagnostic: piece },
            Finding { village, diagnostic: of_village("slot `desa.nama` tidak muat: 3,0 mm melewati kotaknya") },
        ],
    }]
}

#[test]
fn the_page_tells_piece_village_problem_and_remedy() {
    let sheets = sheets();
    let content = [Diagnostic::error("S301", "regulasi `uu-1` tidak dikenal").in_file("content/halaman/a.md")];
    let page = html::page(&Report { sheets: &sheets, content: &content, outcome: Outcome::Refused });
    let body = page.split("<main>").nth(1).unwrap();
    let expected = [
        "<h1>Laporan pemeriksaan cetak</h1>",
        "<p>Ada galat, jadi tidak ada yang diterbitkan. Terbitan lama tetap seperti semula.</p>",
        "<li><strong>2</strong> galat: harus dibetulkan</li>",
        "<li><strong>1</strong> peringatan: sebaiknya dibetulkan</li>",
        "<li><strong>1</strong> bahan cetak dengan temuan</li>",
        "<li><strong>1</strong> desa dengan temuan</li>",
        "<li><a href=\"#karya-0\">Spanduk &amp; umbul-umbul, Kayong Utara</a> (2 temuan)</li>",
        "<h2 id=\"karya-0\">Spanduk &amp; umbul-umbul, Kayong Utara</h2>",
        "<h3>Semua lembar</h3>",
        "<tr><td>peringatan S519</td><td>Judul memuat 9 kata, paling banyak 7<br><small>Karya <code>spanduk</code>, halaman 1</small></td><td>–</td><td>–</td></tr>",
        "<h3>Desa Sutera &lt;baru&gt; (61.11.01.2001)</h3>",
        "<tr><td>galat S511</td><td>Slot <code>desa.nama</code> tidak muat: 3,0 mm melewati kotaknya</td><td>Pendekkan <code>nama</code></td><td><code>content/daerah/61.11-ku/desa.csv</code>, baris 2</td></tr>",
        "<h2 id=\"isi\">Isi</h2>",
        "<td>Regulasi <code>uu-1</code> tidak dikenal</td>",
    ];
    let mut rest = body;
    for line in expected {
        let at = rest.find(line).unwrap_or_else(|| panic!("no {line} in what is left:\n{rest}"));
        rest = &rest[at + line.len()..];
    }
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"id\">"), "{page}");
    assert_eq!(page.matches("scope=\"col\"").count(), 12, "four columns in each of three tables");
}

#[test]
fn a_run_without_findings_says_so() {
    let page = html::page(&Report { sheets: &[], content: &[], outcome: Outcome::Published });
    assert!(page.contains("<p>Tidak ada temuan. Semua bahan sudah diterbitkan.</p>"), "{page}");
    assert!(!page.contains("<table>") && !page.contains("<nav"), "{page}");
}

#[test]
fn programs_get_the_same() {
    let sheets = sheets();
    let text = json::json(&Report { sheets: &sheets, content: &[], outcome: Outcome::Unchecked });
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["hasil"], "cetakan_belum_diperiksa");
    assert_eq!(value["jumlah"], serde_json::json!({ "galat": 1, "peringatan": 1, "catatan": 0 }));
    let found = &value["karya"][0]["temuan"][1];
    assert_eq!((&found["code"], &found["line"], &found["desa"]["kode"]), (&"S511".into(), &2.into(), &"61.11.01.2001".into()));
}
