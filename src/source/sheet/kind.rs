//! What a file that is called `.xlsx` really is, by its first bytes.

use crate::diagnostics::Diagnostic;
use crate::source::codes::NOT_A_SHEET;

/// How a spreadsheet is saved in the one form that is read.
pub(super) const SAVE_AS: &str = "buka di Excel atau LibreOffice, lalu Simpan Sebagai → Buku Kerja Excel (.xlsx)";

/// What the bytes are, as a message calls it, and what to do; none when they may be a zip, as XLSX is.
fn other(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const COPY: &str = "salin tabelnya ke Excel atau LibreOffice, lalu Simpan Sebagai → Buku Kerja Excel (.xlsx)";
    const RENAME: &str =
        "ganti nama berkas ini menjadi `.csv`, atau buka di Excel lalu Simpan Sebagai → Buku Kerja Excel (.xlsx)";
    let text = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024))?).to_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    Some(if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return None;
    } else if starts(b"%PDF") {
        ("dokumen PDF", COPY)
    } else if starts(&[0xd0, 0xcf, 0x11, 0xe0]) {
        match contains(bytes, &utf16("EncryptedPackage")) {
            true => ("buku kerja Excel yang dikunci dengan kata sandi", "hapus kata sandinya di Excel, lalu simpan lagi"),
            false => ("buku kerja Excel lama (.xls) atau dokumen Word lama", SAVE_AS),
        }
    } else if starts(b"\x89PNG") || starts(&[0xff, 0xd8, 0xff]) || starts(b"GIF8") {
        ("gambar", "ketik tabelnya di Excel; foto tabel tidak dapat dibaca")
    } else if text.starts_with("<!doctype html") || text.starts_with("<html") || text.starts_with("<table") {
        ("halaman web (HTML)", SAVE_AS)
    } else if text.starts_with("<?xml") && text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        ("lembar kerja XML lama", SAVE_AS)
    } else if starts(&[0xff, 0xfe]) || starts(&[0xfe, 0xff]) {
        ("teks UTF-16", SAVE_AS)
    } else if text.lines().next().is_some_and(|line| line.contains([',', ';', '\t'])) && !text.contains('\0') {
        ("tabel CSV", RENAME)
    } else if text.starts_with("{\\rtf") {
        ("dokumen RTF", COPY)
    } else {
        ("berkas lain yang tidak dikenal", SAVE_AS)
    })
}

/// What a zip without a workbook is, by the names in it.
pub(super) fn zip<'a>(names: impl Iterator<Item = &'a str>) -> Option<(&'static str, &'static str)> {
    let mut found = ("arsip zip biasa", SAVE_AS);
    for name in names {
        let lower = name.replace('\\', "/").to_lowercase();
        match lower.as_str() {
            "xl/workbook.xml" => return None,
            "xl/workbook.bin" => found = ("buku kerja Excel biner (.xlsb)", SAVE_AS),
            "word/document.xml" => {
                found = ("dokumen Word (.docx)", "salin tabelnya ke Excel, lalu Simpan Sebagai → Buku Kerja Excel (.xlsx)");
            }
            "ppt/presentation.xml" => found = ("presentasi (.pptx)", "salin tabelnya ke Excel, lalu simpan sebagai .xlsx"),
            "content.xml" => found = ("dokumen LibreOffice (.ods atau .odt)", SAVE_AS),
            // A workbook may lie elsewhere, as its relations say.
            _ if lower.ends_with("/workbook.xml") || lower == "workbook.xml" => return None,
            _ => {}
        }
    }
    Some(found)
}

/// The problem of a file that is something else.
pub(super) fn refuse(path: &str, bytes: &[u8]) -> Option<Diagnostic> {
    other(bytes).map(|(what, how)| not_a_sheet(path, what, how))
}

/// Says what a file is instead.
pub(super) fn not_a_sheet(path: &str, what: &str, how: &str) -> Diagnostic {
    Diagnostic::error(NOT_A_SHEET, format!("`{path}` bukan buku kerja Excel (.xlsx)"))
        .in_file(path)
        .because(format!("isinya {what}, hanya namanya yang berakhiran .xlsx"))
        .hint(how)
}

/// Says that a workbook can't be opened.
pub(super) fn broken(path: &str, why: &str) -> Diagnostic {
    Diagnostic::error(NOT_A_SHEET, format!("buku kerja `{path}` rusak dan tidak dapat dibuka"))
        .in_file(path)
        .because(why)
        .hint(SAVE_AS)
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
