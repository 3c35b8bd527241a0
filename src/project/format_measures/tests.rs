//! Formats that leave no room, hostile numbers, and the limits themselves.

use super::super::format::format;
use crate::content::Id;
use crate::diagnostics::{Diagnostics, SourceText};
use crate::source::reader::MapReader;
use crate::source::yaml;

/// A sheet of 300 × 200 mm; lines of a case come after it.
const SOUND: &str =
    "judul: Uji\nkeluarga: lembar\nsalinan: penuh\nlebar: 300\ntinggi: 200\nbleed: 3\naman: 5\nteks: 10\nteks_minimal: 8\n";

/// Code and message of everything said about a format.
fn said(text: &str) -> Vec<String> {
    let d = Diagnostics::new();
    let source = SourceText::new("themes/uji/formats/uji.yaml", text);
    if let Some(node) = yaml::parse(&source, 0..text.len(), &d)
        && let Some(reader) = MapReader::new(&node, "format", &d)
    {
        drop(format(Id::new("uji").unwrap(), reader, &d));
    }
    d.into_sorted().into_iter().map(|found| format!("{} {}", found.code, found.message)).collect()
}

/// What is said with more lines, or with a line in place of one of the sound ones.
fn with(line: &str) -> Vec<String> {
    let key = line.split(':').next().unwrap_or_default();
    let kept = SOUND.lines().filter(|old| old.split(':').next() != Some(key));
    said(&kept.chain([line]).map(|line| format!("{line}\n")).collect::<String>())
}

#[test]
fn a_sound_format_says_nothing() {
    assert_eq!(said(SOUND), [""; 0]);
}

#[test]
fn numbers_that_are_none_or_out_of_bounds_are_told() {
    let number = "harus berupa bilangan";
    for value in [".nan", ".inf", "-.inf", "1e308", "0x10", "3000 mm", "[3000]", "{a: 1}", "tiga"] {
        let found = with(&format!("lebar: {value}"));
        assert!(found.len() == 1 && found[0].contains(number), "{value}: {found:?}");
    }
    for value in ["-1", "0", "19.9", "20001", "99999999999999999999999999"] {
        let found = with(&format!("lebar: {value}"));
        assert!(
            found.len() == 1 && found[0].starts_with("S143 `lebar: ") && found[0].ends_with("di luar batas"),
            "{value}: {found:?}"
        );
    }
    for (line, code) in [
        ("jarak_pandang: -3", "S143"),
        ("jarak_pandang: 0", "S143"),
        ("huruf_per_meter: 1000000", "S143"),
        ("piksel: 9000", "S143"),
        ("resolusi: 0", "S143"),
        ("qr: { lebar: 0, modul_minimal: 1 }", "S143"),
        ("qr: { lebar: 20, modul_minimal: 1, jarak: 0 }", "S143"),
        ("kata: { judul: 0, semua: 9 }", "S143"),
        ("ubin: { kolom: 0, baris: 1, tumpang: 0 }", "S143"),
        ("ubin: { kolom: 2, baris: 1, tumpang: -1 }", "S143"),
        ("gulungan: [{ lebar: 1, arah: tegak }]", "S143"),
        ("finishing: [{ nama: A, mata_ayam: { jarak: 0, tepi: 20, jari: 10 } }]", "S143"),
        ("lebarr: 9", "S101"),
        ("qr: { lebar: 20, modul_minimal: 1, tinggi: 3 }", "S101"),
    ] {
        let found = with(line);
        assert!(found.len() == 1 && found[0].starts_with(code), "{line}: {found:?}");
    }
}

/// What is told, and one step beside it nothing.
#[test]
fn measures_that_leave_no_room_are_told() {
    let cases = [
        ("aman: 100", "aman: 99.5", "`aman: 100` tidak menyisakan tempat di lembar selebar 200 mm"),
        ("teks_minimal: 10.5", "teks_minimal: 10", "`teks_minimal: 10.5` lebih besar dari `teks: 10`"),
        (
            "huruf_per_meter: 8",
            "huruf_per_meter: 8\njarak_pandang: 3",
            "`huruf_per_meter` tanpa `jarak_pandang` tidak memeriksa apa pun",
        ),
        (
            "qr: { lebar: 201, modul_minimal: 1 }",
            "qr: { lebar: 200, modul_minimal: 1 }",
            "kode QR selebar 201 mm tidak muat di lembar",
        ),
        (
            "keluarga: naskah",
            "keluarga: naskah\ntepi: { atas: 20, kanan: 20, bawah: 20, kiri: 20 }",
            "format keluarga `naskah` memerlukan `tepi`",
        ),
        (
            "tepi: { atas: 100, kanan: 20, bawah: 100, kiri: 20 }",
            "tepi: { atas: 100, kanan: 20, bawah: 99, kiri: 20 }",
            "`tepi` tidak menyisakan tempat untuk tulisan",
        ),
        ("finishing: [{ nama: A }, { nama: a }]", "finishing: [{ nama: A }, { nama: b }]", "finishing `A` ditulis dua kali"),
        (
            "finishing: [{ nama: A, selongsong: { sisi: [], dalam: 50 } }]",
            "finishing: [{ nama: A, selongsong: { sisi: [atas], dalam: 50 } }]",
            "selongsong `A` tidak menyebut sisinya",
        ),
        (
            "finishing: [{ nama: A, kontur: { sudut: 101 } }]",
            "finishing: [{ nama: A, kontur: { sudut: 100 } }]",
            "sudut `kontur` pada `A` lebih besar dari setengah lembar",
        ),
        ("finishing: [{ nama: A, lipat: 100 }]", "finishing: [{ nama: A, lipat: 99 }]", "finishing `A` memakan seluruh lembar"),
        ("ubin: { kolom: 1, baris: 1, tumpang: 0 }", "ubin: { kolom: 2, baris: 1, tumpang: 0 }", "`ubin` berisi 1 lembar"),
        (
            "ubin: { kolom: 7, baris: 1, tumpang: 0 }",
            "ubin: { kolom: 6, baris: 1, tumpang: 0 }",
            "satu lembar `ubin` hanya 43 mm",
        ),
        (
            "cetak_di: { lebar: 319, tinggi: 450, tepi: 60, sela: 0 }",
            "cetak_di: { lebar: 320, tinggi: 420, tepi: 60, sela: 0 }",
            "kertas `cetak_di` lebih kecil dari lembarnya",
        ),
    ];
    for (bad, good, message) in cases {
        let found = with(bad);
        assert!(found.iter().any(|said| *said == format!("S143 {message}")), "{bad}: {found:?}");
        assert_eq!(with(good), [""; 0], "{good}");
    }
}

#[test]
fn a_folded_sheet_has_panels_that_make_it_up() {
    let folded = |sides: &str| with(&format!("keluarga: lipat\n{sides}"));
    assert_eq!(folded(""), ["S144 lembar lipat tanpa panel"]);
    assert_eq!(folded("sisi: [{ nama: luar, panel: [] }]"), ["S144 lembar lipat tanpa panel"]);
    let twice = "sisi: [{ nama: luar, panel: [{ id: a, lebar: 150 }, { id: a, lebar: 150 }] }]";
    assert_eq!(folded(twice), ["S144 panel `a` ada dua"]);
    let short = "sisi: [{ nama: luar, panel: [{ id: a, lebar: 150 }, { id: b, lebar: 149 }] }]";
    assert_eq!(folded(short), ["S144 panel sisi `luar` berjumlah 299 mm, lebar lembar 300 mm"]);
    let good = "sisi: [{ nama: luar, panel: [{ id: a, lebar: 150 }, { id: b, lebar: 150 }] }]";
    assert_eq!(folded(good), [""; 0]);
}
