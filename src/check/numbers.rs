//! S4: telephone numbers that content writes out, instead of asking for the office's own.

use std::collections::BTreeSet;
use std::ops::Range;

use super::texts::{self, Seen, Text};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, Rule, quoted};
use crate::edition::Edition;
use crate::markdown::phone;

/// A number in running text that is none of the office's.
pub const FOREIGN_NUMBER: &str = "S447";
/// A `wa.me` address that opens no chat.
pub const BAD_WHATSAPP_LINK: &str = "S448";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(FOREIGN_NUMBER, "Naskah memuat nomor telepon yang bukan nomor kantor, posko, atau kecamatan daerah itu.")
        .why("Naskah yang sama terbit di ratusan daerah; nomor yang ditulis langsung membawa warga ke kantor yang salah dan tertinggal saat nomornya berganti.")
        .repair("Pakai isian `{{ kantor.telepon }}` atau `{{ kantor.whatsapp }}`, dan tulis nomornya di `daerah.yaml`.")
        .example("nomor `0812-5550-9999` bukan nomor kantor ini"),
    Rule::error(BAD_WHATSAPP_LINK, "Alamat `wa.me` tidak membuka percakapan.")
        .why("WhatsApp hanya mengenal kode negara dan angka: `wa.me/0812…` atau yang bertanda hubung terbuka tanpa penerima.")
        .repair("Tulis `https://wa.me/62812…` tanpa angka 0, tanda tambah, spasi, atau tanda hubung.")
        .example("`wa.me/0812-5550-9999` tidak membuka percakapan WhatsApp")
        .source("faq.whatsapp.com, Click to chat"),
];

/// The digits of a number of Indonesia with its trunk zero; fewer are years, hours and articles.
const DIGITS: std::ops::RangeInclusive<usize> = 9..=14;
/// How a chat is addressed.
const CHAT: &str = "wa.me/";

/// Looks at each text once, with the numbers of the first edition that shows it: national texts with the national office's.
pub(super) fn check<'a>(editions: impl Iterator<Item = &'a Edition>, d: &Diagnostics) {
    let mut seen = Seen::new();
    for edition in editions {
        let texts = texts::unseen(edition, &mut seen);
        if !texts.is_empty() {
            let known = Known::of(edition);
            texts.iter().for_each(|text| check_text(text, &known, d));
        }
    }
}

/// The numbers of an edition.
struct Known {
    /// Those that it may show.
    shown: BTreeSet<String>,
    /// Landlines that are registered with WhatsApp Business.
    business: BTreeSet<String>,
}

impl Known {
    fn of(edition: &Edition) -> Known {
        let offices = [&edition.office, &edition.site.office].into_iter().filter(|office| office.whatsapp_business);
        let districts = edition.region.iter().flat_map(|region| &region.districts).filter(|district| district.whatsapp_business);
        let business = offices.map(|office| &office.whatsapp).chain(districts.map(|district| &district.whatsapp)).flatten();
        let business = business.filter_map(|number: &Located<String>| phone::dialled(&number.value)).collect();
        Known { shown: shown(edition), business }
    }
}

fn shown(edition: &Edition) -> BTreeSet<String> {
    let offices = [&edition.office, &edition.site.office].into_iter().flat_map(|office| [&office.phone, &office.whatsapp]);
    let posts = edition.posts.iter().map(|post| &post.phone);
    let districts = edition.region.iter().flat_map(|region| &region.districts);
    let districts = districts.flat_map(|district| [&district.phone, &district.whatsapp]);
    let numbers = offices.chain(posts).chain(districts).flatten();
    numbers.filter_map(|number: &Located<String>| phone::dialled(&number.value)).collect()
}

fn check_text(text: &Text<'_>, known: &Known, d: &Diagnostics) {
    for place in &text.places {
        chats(place.text()).into_iter().for_each(|range| check_chat(&place.sub(range), known, d));
        numbers(place.text()).into_iter().for_each(|range| check_number(&place.sub(range), &known.shown, d));
    }
}

fn check_number(at: &Place, known: &BTreeSet<String>, d: &Diagnostics) {
    if phone::dialled(at.text()).is_some_and(|number| !known.contains(&number)) {
        d.push(foreign(at.text(), at));
    }
}

fn foreign(number: &str, at: &Place) -> Diagnostic {
    Diagnostic::warning(FOREIGN_NUMBER, format!("nomor {} bukan nomor kantor ini", quoted(number)))
        .at(at)
        .because("naskah dipakai banyak daerah, dan nomor yang ditulis langsung tidak ikut berganti")
        .hint("ganti nomor itu, berikut `https://wa.me/` bila ada, dengan `{{ kantor.telepon }}` atau `{{ kantor.whatsapp }}`; nomornya di `daerah.yaml`")
}

fn check_chat(at: &Place, known: &Known, d: &Diagnostics) {
    let number = at.text().strip_prefix(CHAT).unwrap_or_default();
    let dead = || Diagnostic::error(BAD_WHATSAPP_LINK, format!("{} tidak membuka percakapan WhatsApp", quoted(at.text()))).at(at);
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || !number.starts_with("62") || !(10..=15).contains(&number.len()) {
        d.push(dead().because("yang dikenal hanya kode negara dan angka, tanpa 0 di depan dan tanpa tanda hubung").hint(
            match phone::dialled(number).filter(|number| number.starts_with("+628")) {
                Some(number) if !known.shown.contains(&number) => {
                    "ganti seluruh tautan ini dengan `{{ kantor.whatsapp }}`; nomor kantor ada di `daerah.yaml`".to_owned()
                }
                Some(number) => format!("tulis `https://wa.me/{}`", number.trim_start_matches('+')),
                None => "tulis nomor ponsel dengan 62 di depan, misalnya `https://wa.me/6281255509999`".to_owned(),
            },
        ));
        return;
    }
    let dialled = format!("+{number}");
    if phone::is_landline(&dialled) && !known.business.contains(&dialled) {
        d.push(dead().because("nomor itu nomor telepon rumah atau kantor").hint(
            "tulis nomor ponsel; bila nomor itu terdaftar di WhatsApp Business, isi di `whatsapp:` dengan `whatsapp_bisnis: ya`",
        ));
    } else if !known.shown.contains(&dialled) {
        d.push(foreign(number, at));
    }
}

/// The addresses of chats in a text, up to what is asked of them. One with a placeholder is the office's.
fn chats(text: &str) -> Vec<Range<usize>> {
    let starts = text.match_indices(CHAT).map(|(at, _)| at);
    let whole = starts.map(|start| {
        let rest = &text[start + CHAT.len()..];
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.%".contains(c)).unwrap_or(rest.len());
        start..start + CHAT.len() + rest[..length].trim_end_matches(['.', '-']).len()
    });
    whole.filter(|range| !text[range.end..].starts_with("{{")).collect()
}

/// What looks like a number that is dialled from anywhere: begins with 0 or +62, and is no part of a longer word or address.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    // Few bytes can begin one, and all of them are characters of their own.
    while let Some(next) = bytes[at..].iter().position(|byte| matches!(byte, b'0' | b'(' | b'+')) {
        at += next;
        let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
        let apart = !before.is_ascii_alphanumeric() && !b"/.=-_%&#".contains(&before) && before.is_ascii();
        let starts =
            bytes[at] == b'0' || bytes[at] == b'(' && bytes.get(at + 1) == Some(&b'0') || bytes[at..].starts_with(b"+62");
        if !apart || !starts {
            at += 1;
            continue;
        }
        let (mut end, mut digits, mut last) = (at, 0, at);
        while let Some(byte) = bytes.get(end) {
            match byte {
                b'0'..=b'9' => {
                    digits += 1;
                    last = end + 1;
                }
                // One space or mark between groups; two end the number.
                b'+' | b'(' if end == at => {}
                b' ' | b'-' | b'.' | b'(' | b')' if end < last + 2 => {}
                _ => break,
            }
            end += 1;
        }
        let free = bytes.get(last).is_none_or(|after| !after.is_ascii_alphanumeric() && *after != b'/');
        if DIGITS.contains(&digits) && free {
            found.push(at..last);
        }
        at = last.max(at + 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{chats, numbers};
    use crate::content::EditionCode;
    use crate::diagnostics::Diagnostics;
    use crate::project::sample::{REGENCY, codes, project, told};

    fn found(files: &[(&str, &str)]) -> Diagnostics {
        let (project, silent) = project(files);
        let project = project.unwrap();
        let as_of = "2026-11-22".parse().unwrap();
        let editions: Vec<_> = project.edition_codes().iter().filter_map(|code| project.edition(code, as_of, &silent)).collect();
        assert!(editions.iter().any(|edition| edition.code == EditionCode::National));
        let d = Diagnostics::new();
        super::check(editions.iter(), &d);
        d
    }

    fn page(body: &str) -> String {
        format!("---\njudul: T\n---\n{body}\n")
    }

    #[test]
    fn numbers_are_told_from_what_looks_like_them() {
        let cut = |text: &str| numbers(text).into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>();
        for number in ["0812-5550-9999", "(0561) 123456", "+62 812 5550 9999", "021.3900.5889", "081255509999"] {
            assert_eq!(cut(&format!("hubungi {number}, ya")), [number]);
        }
        for other in [
            "08.00–15.00",
            "61.11.01.2001",
            "05-01-2026",
            "https://a.id/081255509999",
            "id=081255509999",
            "0812555099990000",
            "a081255509999",
            "081255509999x",
            "0207.1/PM.01/K1/08/2023",
            "Nomor 012345",
            "é0",
        ] {
            assert!(cut(other).is_empty(), "{other}");
        }
        let text = "lihat https://wa.me/62812?text=a, wa.me/{{ kantor.whatsapp }}";
        assert_eq!(chats(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>(), ["wa.me/62812"]);
    }

    #[test]
    fn a_number_that_is_not_the_offices_is_told() {
        let own = "content/daerah/61.11-ku/halaman/a.md";
        let rows: [(&str, &str, &[&str]); 9] = [
            ("content/halaman/a.md", "Telepon 021-3001234.", &[]),
            ("content/halaman/a.md", "Telepon 0534-301234.", &["S447"]),
            (own, "Telepon (0534) 301 234.", &[]),
            (own, "Telepon 0812-5550-9999.", &["S447"]),
            (own, "[chat](https://wa.me/62534301234)", &["S448"]),
            (own, "[chat](https://wa.me/6281255509999)", &["S447"]),
            (own, "[chat](https://wa.me/081255509999)", &["S448"]),
            (own, "[chat](https://wa.me/+62-812-5550-9999)", &["S448"]),
            (own, "Tanya {{ kantor.telepon }}.", &[]),
        ];
        for (path, body, expected) in rows {
            assert_eq!(codes(found(&[REGENCY, (path, &page(body))])), expected, "{path} {body}");
        }
    }

    #[test]
    fn a_chat_with_a_landline_needs_a_business_account() {
        let of = |office: &str| {
            let region = format!("kode: \"61.11\"\nnama: Kayong Utara\nkantor: {{ {office} }}\n");
            let body = page("[chat](https://wa.me/62534301234)");
            let files =
                [("content/daerah/61.11-ku/daerah.yaml", region.as_str()), ("content/daerah/61.11-ku/halaman/a.md", &body)];
            told(found(&files))
        };
        assert_eq!(
            of("telepon: 0534-301234"),
            "galat[S448]: `wa.me/62534301234` tidak membuka percakapan WhatsApp\n --> content/daerah/61.11-ku/halaman/a.md:4:16\n  |\n4 | [chat](https://wa.me/62534301234)\n  |                ^^^^^^^^^^^^^^^^^\n  |\n  = sebab: nomor itu nomor telepon rumah atau kantor\n  = saran: tulis nomor ponsel; bila nomor itu terdaftar di WhatsApp Business, isi di `whatsapp:` dengan `whatsapp_bisnis: ya`\n"
        );
        assert_eq!(of("whatsapp: 0534-301234, whatsapp_bisnis: ya"), "");
    }

    /// Of the office's own number the link is mended; any other would be a foreign number next.
    #[test]
    fn the_number_of_the_office_is_written_as_a_link_wants_it() {
        let own = "content/daerah/61.11-ku/daerah.yaml";
        let region = "kode: \"61.11\"\nnama: Kayong Utara\nkantor: { whatsapp: 0812-5550-9999 }\n";
        let body = page("[chat](https://wa.me/0812-5550-9999)");
        let told = told(found(&[(own, region), ("content/daerah/61.11-ku/halaman/a.md", &body)]));
        assert!(told.contains("galat[S448]") && told.ends_with("= saran: tulis `https://wa.me/6281255509999`\n"), "{told}");
    }

    #[test]
    fn the_messages_say_what_to_write() {
        let body = "Telepon 0812-5550-9999 atau\n[chat](https://wa.me/0812-5550-9999).";
        let told = told(found(&[("content/halaman/a.md", &page(body))]));
        assert_eq!(
            told,
            "peringatan[S447]: nomor `0812-5550-9999` bukan nomor kantor ini\n --> content/halaman/a.md:4:9\n  |\n4 | Telepon 0812-5550-9999 atau\n  |         ^^^^^^^^^^^^^^\n  |\n  = sebab: naskah dipakai banyak daerah, dan nomor yang ditulis langsung tidak ikut berganti\n  = saran: ganti nomor itu, berikut `https://wa.me/` bila ada, dengan `{{ kantor.telepon }}` atau `{{ kantor.whatsapp }}`; nomornya di `daerah.yaml`\n\ngalat[S448]: `wa.me/0812-5550-9999` tidak membuka percakapan WhatsApp\n --> content/halaman/a.md:5:16\n  |\n5 | [chat](https://wa.me/0812-5550-9999).\n  |                ^^^^^^^^^^^^^^^^^^^^\n  |\n  = sebab: yang dikenal hanya kode negara dan angka, tanpa 0 di depan dan tanpa tanda hubung\n  = saran: ganti seluruh tautan ini dengan `{{ kantor.whatsapp }}`; nomor kantor ada di `daerah.yaml`\n"
        );
    }

    #[test]
    fn strange_texts_are_read_in_one_pass() {
        let strange = "0 (0 +6 wa.me/ é".repeat(20_000);
        assert!(numbers(&strange).is_empty());
        assert_eq!(chats(&strange).len(), 20_000);
    }
}
