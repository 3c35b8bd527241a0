//! How sure a statement is, when it was checked, and where it comes from.

use serde_json::{Value, json};

use crate::content::sentence::upper_first;
use crate::content::{Confidence, Meta, archive};
use crate::diagnostics::Located;
use crate::markdown::escape::is_web_address;
use crate::web::page::Page;

/// The longest address that is shown whole, in characters.
const LONGEST_SHOWN: usize = 72;

/// What the confidence of a statement means, in words.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "Tinggi: teks resmi atau dua sumber yang tidak saling menyalin",
        Confidence::Medium => "Sedang: satu sumber",
        Confidence::Low => "Rendah: belum bersumber",
    }
}

/// The variables of the component `bukti`; null when there is nothing to say. `more` are remarks
/// of the kind itself, title and text.
pub fn evidence(page: &Page<'_>, meta: &Meta, more: &[(&str, String)]) -> Value {
    let noted =
        |title: &str, text: &Option<Located<String>>| text.as_ref().map(|text| json!({"judul": title, "teks": page.text(text)}));
    let mut notes: Vec<Value> = noted("Tentang keyakinan", &meta.confidence_note).into_iter().collect();
    notes.extend(more.iter().map(|(title, text)| json!({"judul": title, "teks": text})));
    notes.extend(noted("Catatan", &meta.note));
    let nothing = meta.confidence.is_none() && meta.checked.is_none() && meta.sources.is_empty() && notes.is_empty();
    if nothing {
        return Value::Null;
    }
    json!({
        "keyakinan": meta.confidence.as_ref().map(|confidence| confidence.value.label()),
        "keyakinan_kata": meta.confidence.as_ref().map(|confidence| self::confidence(confidence.value)),
        "catatan": notes,
        "diperiksa": meta.checked.as_ref().map(|day| day.value.to_string()),
        "tinjau_sebelum": meta.review_before.as_ref().map(|day| day.value.to_string()),
        "sumber": sources(page, &meta.sources),
    })
}

/// Addresses become links, with the name of the website where that is known; anything else, such as the name of a file, is only shown.
pub fn sources(page: &Page<'_>, sources: &[Located<String>]) -> Vec<Value> {
    let one = |source: &Located<String>| {
        let text = source.value.as_str();
        if is_web_address(text) {
            json!({"nama": page.house.edition().names().called(text), "teks": shown(text), "pendek": archive::host(text), "href": text})
        } else {
            json!({"nama": null, "teks": archive::name(text), "pendek": archive::name(text), "href": null})
        }
    };
    sources.iter().map(one).collect()
}

/// An address without its scheme, cut where it gets too long to read.
fn shown(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/');
    if bare.chars().count() <= LONGEST_SHOWN {
        return bare.to_owned();
    }
    let start: String = bare.chars().take(LONGEST_SHOWN).collect();
    format!("{start}…")
}

/// A remark on confidence that differs from the rest of the page.
pub fn differing(title: &'static str, own: &Option<Located<Confidence>>) -> Option<(&'static str, String)> {
    own.as_ref().map(|own| (title, upper_first(own.value.label())))
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn long_addresses_are_cut() {
        assert_eq!(shown("https://www.contoh.go.id/a/"), "contoh.go.id/a");
        let long = format!("https://contoh.go.id/{}", "é".repeat(200));
        assert_eq!(shown(&long).chars().count(), super::LONGEST_SHOWN + 1);
    }
}
