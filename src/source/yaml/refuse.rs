//! What YAML allows and we do not, or read otherwise than its writer meant: one function a problem.

use std::sync::Arc;

use super::{MAX_ALIASES, MAX_DEPTH, MAX_NODES};
use crate::diagnostics::{Diagnostic, Place, SourceText, quoted};
use crate::source::codes::{DUPLICATE_KEY, EMPTY, YAML_BUDGET, YAML_COMMENT, YAML_SYNTAX, YAML_UNSUPPORTED};

pub(super) fn nothing(document: &Place) -> Diagnostic {
    let message = format!("isi YAML `{}` kosong", document.path());
    Diagnostic::error(EMPTY, message).at(&document.sub(0..0)).hint("isi kuncinya, misalnya `judul: …`")
}

pub(super) fn second_document(place: &Place) -> Diagnostic {
    let message = "satu berkas hanya boleh berisi satu dokumen YAML";
    Diagnostic::error(YAML_UNSUPPORTED, message).at(place).label("dokumen kedua").hint("hapus baris `---` ini")
}

pub(super) fn tag(place: &Place) -> Diagnostic {
    Diagnostic::error(YAML_UNSUPPORTED, format!("tag YAML {} tidak dipakai", quoted(place.text())))
        .at(place)
        .hint("hapus tag ini; teks yang diawali `!` harus diapit tanda kutip")
}

pub(super) fn merge_key(place: &Place) -> Diagnostic {
    Diagnostic::error(YAML_UNSUPPORTED, "kunci gabungan `<<` tidak dipakai")
        .at(place)
        .hint("tulis kunci-kuncinya langsung di sini")
}

pub(super) fn empty_key(place: &Place) -> Diagnostic {
    Diagnostic::error(YAML_SYNTAX, "kunci kosong").at(place).hint("tulis nama kunci sebelum titik dua")
}

pub(super) fn duplicate_key(name: &str, place: &Place, first: &Place) -> Diagnostic {
    Diagnostic::error(DUPLICATE_KEY, format!("kunci {} tertulis dua kali", quoted(name)))
        .at(place)
        .label("tertulis lagi di sini")
        .related(first, "pertama kali di sini")
        .hint("hapus salah satunya")
}

/// A list or mapping where a key must be; most often a placeholder without quotes, which YAML reads as two braces.
pub(super) fn complex_key(source: &Arc<SourceText>, start: &Place) -> Diagnostic {
    let at = start.range().start;
    if start.text() == "{" && source.text()[..at].ends_with('{') {
        return Diagnostic::error(YAML_SYNTAX, "nilai yang diawali `{{` harus diapit tanda kutip")
            .at(&source.place(at - 1..at + 1))
            .hint("tulis seperti ini: \"{{ kantor.nama }}\"");
    }
    Diagnostic::error(YAML_UNSUPPORTED, "kunci harus berupa teks")
        .at(start)
        .hint("teks yang diawali `[` atau `{` harus diapit tanda kutip")
}

pub(super) fn alias_key(place: &Place) -> Diagnostic {
    Diagnostic::error(YAML_UNSUPPORTED, "alias tidak dapat menjadi kunci")
        .at(place)
        .hint("tulis kuncinya sebagai teks; teks yang diawali `*` harus diapit tanda kutip")
}

pub(super) fn unknown_alias(place: &Place) -> Diagnostic {
    Diagnostic::error(YAML_SYNTAX, format!("alias {} tidak dikenal", quoted(place.text())))
        .at(place)
        .hint("teks yang diawali `*` harus diapit tanda kutip")
}

pub(super) fn alias_of_itself(place: &Place) -> Diagnostic {
    Diagnostic::error(YAML_SYNTAX, format!("alias {} menunjuk ke dirinya sendiri", quoted(place.text())))
        .at(place)
        .hint("tulis nilainya langsung")
}

pub(super) fn unused_anchor(place: &Place) -> Diagnostic {
    Diagnostic::error(YAML_UNSUPPORTED, format!("jangkar {} tidak dipakai", quoted(place.text())))
        .at(place)
        .hint("teks yang diawali `&` harus diapit tanda kutip")
}

pub(super) fn too_much(place: &Place) -> Diagnostic {
    Diagnostic::error(YAML_BUDGET, "YAML ini terlalu panjang atau terlalu sering mengulang")
        .at(place)
        .label("berhenti membaca di sini")
        .because(format!("paling banyak {MAX_NODES} nilai dan {MAX_ALIASES} alias dalam satu dokumen"))
        .hint("tulis nilainya tanpa alias, atau bagi berkas ini")
}

pub(super) fn too_deep(place: &Place) -> Diagnostic {
    Diagnostic::error(YAML_BUDGET, "YAML ini terlalu dalam")
        .at(place)
        .label("berhenti membaca di sini")
        .because(format!("paling banyak {MAX_DEPTH} tingkat daftar dan kunci"))
        .hint("periksa kurung dan indentasi")
}

/// `judul: Awasi #Pemilu` loses its last word to a comment; a real comment has a space after the `#`.
/// `end` is the byte after the value.
pub(super) fn comment_after(source: &Arc<SourceText>, end: usize) -> Option<Diagnostic> {
    let rest = &source.text()[end..];
    // The line is measured only when there is a comment: a hostile file is one line of many values.
    let comment = rest.trim_start_matches([' ', '\t']);
    let first = comment.strip_prefix('#')?.chars().next()?;
    if first.is_whitespace() || matches!(first, '#' | '!' | '-' | '=') {
        return None;
    }
    let start = end + (rest.len() - comment.len());
    let comment = &comment[..comment.find(['\n', '\r']).unwrap_or(comment.len())];
    let place = source.place(start..start + comment.trim_end().len());
    let message = format!("{} dibaca sebagai komentar, bukan bagian nilai", quoted(place.text()));
    let hint = "apit seluruh nilai dengan tanda kutip; bila ini memang komentar, beri spasi sesudah `#`";
    Some(Diagnostic::warning(YAML_COMMENT, message).at(&place).hint(hint))
}

/// `-satu` is a text to YAML, not an item of a list, and swallows the lines below it.
pub(super) fn dash(value: &Place) -> Option<Diagnostic> {
    let first = value.text().strip_prefix('-')?.chars().next()?;
    first.is_alphabetic().then(|| {
        Diagnostic::error(YAML_SYNTAX, "sesudah `-` harus ada spasi")
            .at(&value.sub(0..1))
            .hint("tulis `- isi` untuk daftar, atau apit teksnya dengan tanda kutip")
    })
}
