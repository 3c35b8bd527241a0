//! Fields that several kinds of content share, taken out of front matter one by one.

use super::codes::{BAD_ID, LONG_HEADLINE, REVIEW_BEFORE_CHECK, UNKNOWN_WORD};
use crate::content::law::LegalBasis;
use crate::content::{Confidence, Id, Meta};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, did_you_mean};
use crate::markdown::{phone, slug};
use crate::source::reader::MapReader;

/// The keys that every content file may carry. None when the title is missing: the file can't be
/// shown then.
pub(super) fn meta(reader: &mut MapReader<'_>, d: &Diagnostics) -> Option<Meta> {
    let title = reader.required_text("judul");
    let meta = Meta {
        summary: reader.text("ringkas"),
        headline: headline(reader, d),
        keywords: reader.texts("kata_kunci"),
        order: reader.integer("urutan").map(|order| order.value),
        draft: flag(reader, "draf"),
        locked: flag(reader, "terkunci"),
        sources: reader.texts("sumber"),
        confidence: reader.choice("keyakinan", &Confidence::CHOICES),
        confidence_note: reader.text("keyakinan_catatan"),
        checked: reader.date("diperiksa"),
        review_before: reader.date("tinjau_sebelum"),
        note: reader.text("catatan"),
        disputes: ids(reader, "sengketa", d),
        on_purpose: ids(reader, "sengaja_menyebut", d),
        place: reader.place().clone(),
        title: title?,
    };
    check_review(&meta, d);
    Some(meta)
}

/// A day of review before the day of the last check would never remind anyone.
fn check_review(meta: &Meta, d: &Diagnostics) {
    if let (Some(checked), Some(review)) = (&meta.checked, &meta.review_before)
        && review.value < checked.value
    {
        d.push(
            Diagnostic::error(REVIEW_BEFORE_CHECK, "`tinjau_sebelum` lebih awal daripada `diperiksa`")
                .at(&review.place)
                .related(&checked.place, "diperiksa pada hari ini")
                .hint("isi `tinjau_sebelum` dengan hari sesudah `diperiksa`; mungkin tahunnya salah ketik"),
        );
    }
}

/// A telephone number of an office or a shop, in groups as people read it.
pub(super) fn number(reader: &mut MapReader<'_>, key: &str) -> Option<Located<String>> {
    reader.text(key).map(|number| Located { value: phone::grouped(&number.value), place: number.place })
}

/// The same for WhatsApp, also given as the link that WhatsApp shows.
pub(super) fn whatsapp(reader: &mut MapReader<'_>) -> Option<Located<String>> {
    let number = reader.text("whatsapp")?;
    let bare = ["https://", "http://"].iter().find_map(|scheme| number.value.strip_prefix(scheme)).unwrap_or(&number.value);
    let bare = bare.strip_prefix("wa.me/").unwrap_or(bare);
    Some(Located { value: phone::grouped(bare), place: number.place })
}

/// The most words of a headline that is read from afar.
/// Source: the seven-word rule of outdoor advertising, three seconds of view.
const HEADLINE_WORDS: usize = 7;

/// The words of a text. A placeholder is at least one, whatever stands between its braces; how many it is worth differs from region to
/// region and is counted on the laid-out sheet.
fn word_count(text: &str) -> usize {
    let (first, rest) = text.split_once("{{").unwrap_or((text, ""));
    let Some((_, after)) = rest.split_once("}}") else { return text.split_whitespace().count() };
    first.split_whitespace().count() + 1 + word_count(after)
}

fn headline(reader: &mut MapReader<'_>, d: &Diagnostics) -> Option<Located<String>> {
    let headline = reader.text("spanduk")?;
    let words = word_count(&headline.value);
    if words > HEADLINE_WORDS {
        d.push(
            Diagnostic::error(LONG_HEADLINE, format!("`spanduk` berisi {words} kata, paling banyak {HEADLINE_WORDS}"))
                .at(&headline.place)
                .because("spanduk dibaca sambil lalu, kira-kira tiga detik")
                .hint("pendekkan kalimatnya; uraian lengkap tetap di `ringkas` dan isi"),
        );
    }
    Some(headline)
}

/// Legal content must say where it comes from: `sumber` and `keyakinan` are required. Only what says
/// of itself that it has no source yet (`rendah`) needs none; it is marked on pages and never printed.
pub(super) fn require_sources(reader: &mut MapReader<'_>, meta: &Meta) {
    require_entry_sources(reader, &meta.sources, meta.confidence.as_ref());
    reader.require("keyakinan");
}

/// `keyakinan`, required.
pub(super) fn required_confidence(reader: &mut MapReader<'_>) -> Option<Located<Confidence>> {
    reader.require("keyakinan").choice("keyakinan", &Confidence::CHOICES)
}

/// An entry of a data file says where it comes from, unless it says of itself that it has no source yet (`rendah`).
pub(super) fn require_entry_sources(
    reader: &mut MapReader<'_>,
    sources: &[Located<String>],
    confidence: Option<&Located<Confidence>>,
) {
    let low = confidence.is_some_and(|confidence| confidence.value == Confidence::Low);
    if sources.is_empty() && !low {
        reader.missing("sumber");
    }
}

/// Texts of which at least one must be given.
pub(super) fn required_texts(reader: &mut MapReader<'_>, key: &str) -> Vec<Located<String>> {
    let texts = reader.texts(key);
    if texts.is_empty() {
        reader.missing(key);
    }
    texts
}

/// A yes-or-no key that is no when left out.
pub(super) fn flag(reader: &mut MapReader<'_>, key: &str) -> bool {
    reader.boolean(key).is_some_and(|flag| flag.value)
}

/// `ya` and `tidak`, as in the table of villages; a YAML reader's own words mean the same.
pub(super) fn yes(reader: &mut MapReader<'_>, key: &str) -> bool {
    const WORDS: [(&str, bool); 4] = [("ya", true), ("tidak", false), ("true", true), ("false", false)];
    reader.choice(key, &WORDS).is_some_and(|given| given.value)
}

/// Where a yes-or-no key says yes.
pub(super) fn raised_flag(reader: &mut MapReader<'_>, key: &str) -> Option<Place> {
    reader.boolean(key).filter(|flag| flag.value).map(|flag| flag.place)
}

/// The id that a text is most likely meant to be.
fn as_id(text: &str) -> String {
    Id::new(&slug(text)).map_or_else(|| "uu-20-2023".to_owned(), |id| id.to_string())
}

/// Takes the id of a regulation; a name such as `UU Nomor 6 Tahun 2014` is answered with the id that goes with it.
pub(super) fn regulation_id(text: Located<String>, d: &Diagnostics) -> Option<Located<Id>> {
    match Id::new(&text.value).is_none().then(|| named_regulation(&text.value)).flatten() {
        Some(meant) => {
            let problem = Diagnostic::error(BAD_ID, format!("`{}` bukan pengenal yang sah", text.value)).at(&text.place);
            d.push(problem.hint(format!("maksud Anda `{meant}`?")));
            None
        }
        None => id(text, d),
    }
}

/// `uu-6-2014` for `UU 6/2014`, `uu 6 tahun 2014` and `Undang-Undang Nomor 6 Tahun 2014`.
fn named_regulation(text: &str) -> Option<Id> {
    const WHOLE: [(&str, &str); 4] = [
        ("undang-undang", "uu"),
        ("peraturan-pemerintah", "pp"),
        ("peraturan-presiden", "perpres"),
        ("peraturan-bawaslu", "perbawaslu"),
    ];
    const LEFT_OUT: [&str; 8] = ["no", "nomor", "nomer", "tahun", "thn", "th", "ri", "republik-indonesia"];
    let mut name = slug(&text.replace('/', " "));
    if let Some((whole, short)) = WHOLE.iter().find(|(whole, _)| name.starts_with(whole)) {
        name = format!("{short}{}", &name[whole.len()..]);
    }
    let words: Vec<&str> = name.split('-').filter(|word| !LEFT_OUT.contains(word)).collect();
    let is_number = |word: &&str| !word.is_empty() && word.bytes().all(|letter| letter.is_ascii_digit());
    let [.., number, year] = words.as_slice() else { return None };
    (words.len() >= 3 && is_number(number) && is_number(year) && year.len() == 4).then(|| Id::new(&words.join("-"))).flatten()
}

/// Takes a text as an id, or reports it.
pub(super) fn id(text: Located<String>, d: &Diagnostics) -> Option<Located<Id>> {
    match Id::new(&text.value) {
        Some(id) => Some(Located { value: id, place: text.place }),
        None => {
            d.push(
                Diagnostic::error(BAD_ID, format!("`{}` bukan pengenal yang sah", text.value))
                    .at(&text.place)
                    .hint(format!("pakai huruf kecil, angka, dan tanda hubung, misalnya `{}`", as_id(&text.value))),
            );
            None
        }
    }
}

/// A list of ids, each checked.
pub(super) fn ids(reader: &mut MapReader<'_>, key: &str, d: &Diagnostics) -> Vec<Located<Id>> {
    reader.texts(key).into_iter().filter_map(|text| id(text, d)).collect()
}

/// A list of articles: `[{regulasi, pasal}]`.
pub(super) fn basis(reader: &mut MapReader<'_>, key: &str, d: &Diagnostics) -> Vec<LegalBasis> {
    let mut list = Vec::new();
    for mut entry in reader.maps(key) {
        let regulation = entry.required_text("regulasi").and_then(|text| regulation_id(text, d));
        let article = entry.required_text("pasal");
        entry.finish();
        if let (Some(regulation), Some(article)) = (regulation, article) {
            list.push(LegalBasis { regulation, article });
        }
    }
    list
}

/// Words of a closed list, each checked.
pub(super) fn words(reader: &mut MapReader<'_>, key: &str, known: &[(&str, &str)], d: &Diagnostics) -> Vec<Located<String>> {
    let words = reader.texts(key);
    reader.offer(key, known);
    words.into_iter().filter(|word| is_known(key, word, known, d)).collect()
}

/// One required word of a closed list.
pub(super) fn required_word(
    reader: &mut MapReader<'_>,
    key: &str,
    known: &[(&str, &str)],
    d: &Diagnostics,
) -> Option<Located<String>> {
    let word = reader.required_text(key);
    reader.offer(key, known);
    word.filter(|word| is_known(key, word, known, d))
}

fn is_known(key: &str, word: &Located<String>, known: &[(&str, &str)], d: &Diagnostics) -> bool {
    let names = || known.iter().map(|(name, _)| *name);
    if names().any(|name| name == word.value) {
        return true;
    }
    let hint = did_you_mean(&word.value, names(), || format!("pilihan: {}", names().collect::<Vec<_>>().join(", ")));
    d.push(
        Diagnostic::error(UNKNOWN_WORD, format!("`{}` tidak dikenal untuk kunci `{key}`", word.value)).at(&word.place).hint(hint),
    );
    false
}

#[cfg(test)]
mod tests {
    use super::{named_regulation, word_count};

    #[test]
    fn a_placeholder_is_a_word_whatever_it_is_called() {
        for (text, number) in [
            ("Kepala desa dilarang ikut", 4),
            ("{{ daerah.kepala_desa }} dilarang ikut", 3),
            ("Kata{{daerah.nama}}kata dan {{ kantor.telepon }}", 5),
            ("satu {{ dua tiga", 4),
            ("", 0),
        ] {
            assert_eq!(word_count(text), number, "{text}");
        }
    }

    #[test]
    fn names_of_regulations_lead_to_their_ids() {
        for (name, id) in [
            ("UU 6/2014", "uu-6-2014"),
            ("uu 6 tahun 2014", "uu-6-2014"),
            ("UU No. 6 Tahun 2014", "uu-6-2014"),
            ("Undang-Undang Nomor 6 Tahun 2014", "uu-6-2014"),
            ("PP 94/2021", "pp-94-2021"),
            ("SE MenPANRB 1/2023", "se-menpanrb-1-2023"),
        ] {
            assert_eq!(named_regulation(name).map(|id| id.to_string()).as_deref(), Some(id), "{name}");
        }
        for name in ["", "UU Desa", "2014", "6/2014", "UU 6/14"] {
            assert_eq!(named_regulation(name), None, "{name}");
        }
    }
}
