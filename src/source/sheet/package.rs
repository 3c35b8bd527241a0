//! The zip of a workbook: unpacked once within limits, before the reader of workbooks may unpack it again.
//!
//! That reader reserves room for as many strings as a workbook claims to hold; so the claim is looked at here, with the very parser that
//! it uses.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::kind;
use crate::diagnostics::Diagnostic;
use crate::source::codes::TOO_LARGE;
use crate::source::limits::{MAX_UNPACKED_BYTES, MIB};

/// Parts of a workbook; each picture and sheet is one.
const MAX_PARTS: usize = 2_000;
/// Strings that a workbook may claim to hold.
const MAX_STRINGS: u64 = 2_000_000;

/// Refuses what is no workbook, what is broken, and what unpacks to more than a table has.
pub(super) fn refuse(path: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Some(kind::broken(path, "arsip zip di dalamnya tidak utuh"));
    };
    if let Some((what, how)) = kind::zip(archive.file_names()) {
        return Some(kind::not_a_sheet(path, what, how));
    }
    if archive.len() > MAX_PARTS {
        return Some(too_large(path, format!("berkas ini berisi {} bagian", archive.len())));
    }
    let mut left = MAX_UNPACKED_BYTES;
    for index in 0..archive.len() {
        let Ok(mut part) = archive.by_index(index) else {
            return Some(kind::broken(path, "salah satu bagiannya terkunci atau dimampatkan dengan cara lain"));
        };
        let name = part.name().to_lowercase();
        let mut unpacked = Vec::new();
        if part.by_ref().take(left + 1).read_to_end(&mut unpacked).is_err() {
            return Some(kind::broken(path, "salah satu bagiannya tidak utuh"));
        }
        let size = u64::try_from(unpacked.len()).unwrap_or(u64::MAX);
        if size > left {
            return Some(too_large(path, format!("sesudah dibuka isinya lebih dari {} MiB", MAX_UNPACKED_BYTES / MIB)));
        }
        left -= size;
        if name.ends_with("sharedstrings.xml") && claims_too_much(&unpacked) {
            return Some(kind::broken(path, "jumlah teks yang diakuinya tidak masuk akal"));
        }
    }
    None
}

fn too_large(path: &str, why: String) -> Diagnostic {
    Diagnostic::error(TOO_LARGE, format!("berkas `{path}` terlalu besar"))
        .in_file(path)
        .because(why)
        .hint("salin tabelnya saja ke buku kerja baru, lalu simpan")
}

/// Whether the list of strings says that it is longer than any.
fn claims_too_much(xml: &[u8]) -> bool {
    let mut reader = Reader::from_reader(BufReader::new(xml));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) if element.local_name().as_ref() == b"sst" && claims(&element) => return true,
            // A part that is no XML ends where it stops being so, here as there.
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

fn claims(list: &BytesStart<'_>) -> bool {
    let mut counts = list.attributes();
    let counts = counts.with_checks(false).flatten().filter(|attribute| attribute.key.as_ref().ends_with(b"ount"));
    let too_many =
        |digits: &[u8]| std::str::from_utf8(digits).ok().and_then(|text| text.parse().ok()).is_none_or(|n: u64| n > MAX_STRINGS);
    counts.into_iter().any(|attribute| too_many(&attribute.value))
}
