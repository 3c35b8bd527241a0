//! The report as page and as JSON.

use super::looked::Looked;
use super::{Finding, Outcome, Report, Sheet, html, json};
use crate::content::{EditionCode, Format, Id};
use crate::diagnostics::{Diagnostic, Silenced, SourceText};
use crate::print::tests::{format, job, located, village};
use crate::source::Date;

/// A leaflet of three villages and a larger sheet looked at now, one more that is as before.
fn looked() -> Looked {
    let (small, title) = (format(), located("Uji"));
    let large = Format { min_text_size: 20.0, ..small.clone() };
    let mut leaflet = job(&small, &title, "Halo");
    leaflet.villages = (1..=3).map(|number| village(number, "Sutera")).collect::<Vec<_>>().into();
    let mut looked = Looked::default();
    looked.add(&leaflet, true);
    looked.add(&job(&large, &title, "Halo"), true);
    looked.add(&job(&small, &title, "Halo"), false);
    looked
}

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
        without: "buat berkas `content/daerah/61.11-ku/cetak/spanduk.md`".to_owned(),
        found: vec![
            Finding { village: None, diagnostic: piece },
            Finding { village, diagnostic: of_village("slot `desa.nama` tidak muat: 3,0 mm melewati kotaknya") },
        ],
    }]
}

/// A warning of a rule that is looked at on every sheet, and one of the content.
fn silenced() -> Vec<Silenced> {
    let source = SourceText::new("content/daerah/61.11-ku/daerah.yaml", "abaikan:\n  - kode: S508\n");
    let one = |code, message: &str| Silenced {
        diagnostic: Diagnostic::warning(code, message).in_file("content/cetak/spanduk.md"),
        reason: "bunyi <resmi> KPU".to_owned(),
        by: source.place(19..23),
    };
    vec![one("S504", "huruf `judul` kecil"), one("S720", "kalimat panjang")]
}

#[test]
fn the_page_tells_piece_village_problem_and_remedy() {
    let sheets = sheets();
    let content = [Diagnostic::error("S301", "regulasi `uu-1` tidak dikenal").in_file("content/halaman/a.md")];
    let page = html::page(&Report {
        as_of: Date::new(2026, 11, 22),
        looked: &looked(),
        sheets: &sheets,
        content: &content,
        silenced: &silenced(),
        outcome: Outcome::Refused,
    });
    let body = page.split("<main>").nth(1).unwrap();
    let expected = [
        "<h1>Laporan pemeriksaan cetak</h1>",
        "<p>Ada galat, jadi tidak ada yang diterbitkan. Terbitan lama tetap seperti semula.</p>",
        "<p>Diperiksa menurut keadaan <time datetime=\"2026-11-22\">22 November 2026</time>.</p>",
        "<li><strong>2</strong> galat: harus dibetulkan</li>",
        "<li><strong>1</strong> peringatan: sebaiknya dibetulkan</li>",
        "<li><strong>1</strong> bahan cetak dengan temuan</li>",
        "<li><strong>1</strong> desa dengan temuan</li>",
        "<li><strong>2</strong> <a href=\"#diabaikan\">diabaikan dengan alasan</a></li>",
        "<li><a href=\"#karya-0\">Spanduk &amp; umbul-umbul, Kayong Utara</a> (2 temuan)</li>",
        "<h2 id=\"menahan\">Yang menahan terbitan</h2>",
        "<li><a href=\"#karya-0\">Spanduk &amp; umbul-umbul, Kayong Utara</a>, 1 desa. Tanpa bahan ini: buat berkas <code>content/daerah/61.11-ku/cetak/spanduk.md</code>.</li>",
        "<h2 id=\"karya-0\">Spanduk &amp; umbul-umbul, Kayong Utara</h2>",
        "<h3>Semua lembar</h3>",
        "<tr><td>peringatan S519</td><td>Judul memuat 9 kata, paling banyak 7<br><small>Karya <code>spanduk</code>, halaman 1</small></td><td>–</td><td>–</td></tr>",
        "<h3>Desa Sutera &lt;baru&gt; (61.11.01.2001)</h3>",
        "<tr><td>galat S511</td><td>Slot <code>desa.nama</code> tidak muat: 3,0 mm melewati kotaknya</td><td>Pendekkan <code>nama</code></td><td><code>content/daerah/61.11-ku/desa.csv</code>, baris 2</td></tr>",
        "<h2 id=\"isi\">Isi</h2>",
        "<td>Regulasi <code>uu-1</code> tidak dikenal</td>",
        "<h2 id=\"diabaikan\">Diabaikan dengan alasan</h2>",
        "<tr><td>S504</td><td>Huruf <code>judul</code> kecil</td><td>Bunyi &lt;resmi&gt; KPU</td><td><code>content/cetak/spanduk.md</code></td><td><code>content/daerah/61.11-ku/daerah.yaml</code>, baris 2</td></tr>",
        "<tr><td>S720</td><td>Kalimat panjang</td><td>Bunyi &lt;resmi&gt; KPU</td>",
        "<p>Setiap lembar, bukan contohnya saja. Dibuat dan diperiksa kali ini: 2 bahan, 3 lembar desa. Sama dengan terbitan sebelumnya, diperiksa waktu dibuat: 1 bahan.</p>",
        "<tr><td>S504</td><td>Ukuran huruf</td><td>paling sedikit 8 sampai 20\u{a0}pt, menurut formatnya</td><td>3 bahan, 3 lembar desa</td><td>1 diabaikan</td></tr>",
        "<tr><td>S511</td><td>Isian tiap desa muat di tempatnya</td><td>tidak ada yang melewati tempatnya</td><td>1 bahan, 3 lembar desa</td><td><strong>1</strong></td></tr>",
        "<tr><td>S512</td><td>Panjang lembar</td><td>paling banyak 5.080\u{a0}mm</td><td>3 bahan, 3 lembar desa</td><td>tidak ada</td></tr>",
        "<tr><td>S513</td><td>Lipatan jahit di tepi</td><td>–</td><td>tidak ada yang perlu</td><td>tidak ada</td></tr>",
    ];
    let mut rest = body;
    for line in expected {
        let at = rest.find(line).unwrap_or_else(|| panic!("no {line} in what is left:\n{rest}"));
        rest = &rest[at + line.len()..];
    }
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"id\">"), "{page}");
    assert_eq!(page.matches("scope=\"col\"").count(), 22, "four columns in each of three tables, and five in two more");
}

#[test]
fn a_run_without_findings_says_so() {
    let page = |silenced: &[Silenced]| {
        let (looked, outcome) = (Looked::default(), Outcome::Published);
        html::page(&Report { as_of: None, looked: &looked, sheets: &[], content: &[], silenced, outcome })
    };
    let empty = page(&[]);
    assert!(empty.contains("<p>Tidak ada temuan. Semua bahan sudah diterbitkan.</p>"), "{empty}");
    assert!(!empty.contains("<table>") && !empty.contains("<nav") && !empty.contains("diabaikan"), "{empty}");
    let only = page(&silenced());
    assert!(
        only.contains("<p>Tidak ada temuan selain yang diabaikan dengan alasan. Semua bahan sudah diterbitkan.</p>"),
        "{only}"
    );
}

#[test]
fn programs_get_the_same() {
    let sheets = sheets();
    let text = json::json(&Report {
        as_of: Date::new(2026, 11, 22),
        looked: &looked(),
        sheets: &sheets,
        content: &[],
        silenced: &silenced(),
        outcome: Outcome::Unchecked,
    });
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["hasil"], "cetakan_belum_diperiksa");
    assert_eq!(value["jumlah"], serde_json::json!({ "galat": 1, "peringatan": 1, "catatan": 0, "diabaikan": 2 }));
    let answered = &value["diabaikan"][1];
    assert_eq!(
        (&answered["code"], &answered["severity"], &answered["alasan"]),
        (&"S720".into(), &"warning".into(), &"bunyi <resmi> KPU".into())
    );
    let by = serde_json::json!({ "file": "content/daerah/61.11-ku/daerah.yaml", "line": 2, "column": 11 });
    assert_eq!(answered["diabaikan_di"], by);
    assert_eq!((&value["tanggal"], &value["menahan"][0]["desa"]), (&"2026-11-22".into(), &1.into()));
    assert_eq!(value["diperiksa"]["sekarang"], serde_json::json!({ "bahan": 2, "lembar_desa": 3 }));
    let rules = value["pemeriksaan"].as_array().unwrap();
    let slots = rules.iter().find(|rule| rule["kode"] == "S511").unwrap();
    let sizes = rules.iter().find(|rule| rule["kode"] == "S504").unwrap();
    assert_eq!((&sizes["temuan"], &sizes["diabaikan"]), (&0.into(), &1.into()));
    assert_eq!((&slots["pada"]["lembar_desa"], &slots["temuan"]), (&3.into(), &1.into()));
    let found = &value["karya"][0]["temuan"][1];
    assert_eq!((&found["code"], &found["line"], &found["desa"]["kode"]), (&"S511".into(), &2.into(), &"61.11.01.2001".into()));
}
