//! The index as a file: one assignment of a JSON value.
//!
//! | key | holds |
//! |---|---|
//! | `a` | what answers are (`Tanya jawab`, `Larangan`, …) |
//! | `c` | marks of answers (`belum bersumber`, …) |
//! | `d` | answers: number in `a`, title, address from the edition's root, text; then, where there is one, the page above, the number of its mark, and its sections as headings and anchors |
//! | `k` | a line a root: the root, its answers, the words of the content with this root and their stems |
//! | `s` | synonyms: in each, phrases of roots |
//! | `x` | words that say nothing |
//! | `w` | villages: in each, the kecamatan, its anchor in the list and how its codes begin, then the word (`Desa`) where it changes, the rest of the code and the name of each village |
//! | `r` | other editions: name and address |
//!
//! The answers of a root are the distances between their numbers to the base of 36, each followed by the letter of its weight: `3E1A`.

use serde::ser::{Serialize, SerializeSeq, Serializer};
use serde_json::{Value, json};

use super::document::{Answer, Mark, Sort};
use super::gather;
use super::index::Term;
use super::words::{STOP_WORDS, Stems};
use crate::edition::Edition;
use crate::markdown::slug;
use crate::web::EditionHouse;
use crate::web::page::{Links, Page};
use crate::web::view::{frame, home, villages};

/// The name under which the script finds the index.
const VARIABLE: &str = "suluhIndeks";

/// What the region calls a desa and its head, beside the words of national pages: people search their own.
fn own_words(edition: &Edition) -> impl Iterator<Item = Vec<&str>> {
    let region = edition.region.as_ref();
    let heads = region.and_then(|region| region.head_word.as_ref()).map(|word| vec!["kepala desa", word.value.as_str()]);
    let villages = region.and_then(|region| region.village_word.as_ref()).map(|word| vec!["desa", word.value.as_str()]);
    heads.into_iter().chain(villages)
}

/// The whole file.
pub(super) fn script(house: &EditionHouse<'_>) -> String {
    let stems = Stems::new();
    let (answers, found) = gather::answers(house);
    let (terms, roots) = found.terms(&answers, &stems);
    let lines: Vec<String> = terms.iter().map(|(stem, term)| line(stem, term)).collect();
    let edition = house.edition();
    let phrases = |words: Vec<&str>| {
        let mut phrases: Vec<String> = words.into_iter().map(|word| stems.phrase(word, &roots)).collect();
        phrases.retain(|phrase| !phrase.is_empty());
        phrases.sort();
        phrases.dedup();
        phrases
    };
    let written = edition.synonyms.iter().map(|entry| entry.words.iter().map(|word| word.value.as_str()).collect());
    let synonyms: Vec<Vec<String>> = written.chain(own_words(edition)).map(phrases).filter(|phrases| phrases.len() > 1).collect();
    let parts = Parts {
        a: Sort::ALL.map(Sort::label),
        c: Mark::LABELS,
        d: answers.iter().map(Row).collect(),
        k: lines.join("\n"),
        r: regions(house),
        s: synonyms,
        w: village_list(house),
        x: STOP_WORDS,
    };
    // Texts and numbers can always be told.
    let json = serde_json::to_string(&parts).unwrap_or_default();
    format!("{VARIABLE}={};\n", escaped(json))
}

/// The keys of the table above.
#[derive(serde::Serialize)]
struct Parts<'a> {
    a: [&'static str; Sort::ALL.len()],
    c: [&'static str; Mark::LABELS.len()],
    d: Vec<Row<'a>>,
    k: String,
    r: Vec<Value>,
    s: Vec<Vec<String>>,
    w: Vec<Value>,
    x: &'static str,
}

/// Two characters that JSON allows and old scripts take for the end of a line.
fn escaped(json: String) -> String {
    if json.contains(['\u{2028}', '\u{2029}']) {
        return json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    }
    json
}

/// An answer as it is written: what is empty at its end is left out.
struct Row<'a>(&'a Answer);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Row(answer) = self;
        let sort = Sort::ALL.iter().position(|sort| *sort == answer.sort).unwrap_or_default();
        let sections: Vec<&str> = answer.text.sections.iter().flat_map(|(heading, id)| [heading.as_str(), id.as_str()]).collect();
        let under = answer.under.as_deref().unwrap_or_default();
        let mark = answer.mark.map_or(0, Mark::number);
        let mut row = serializer.serialize_seq(None)?;
        row.serialize_element(&sort)?;
        for text in [&answer.title, &answer.href, &answer.text.text] {
            row.serialize_element(text)?;
        }
        if !under.is_empty() || mark > 0 || !sections.is_empty() {
            row.serialize_element(under)?;
        }
        if mark > 0 || !sections.is_empty() {
            row.serialize_element(&mark)?;
        }
        if !sections.is_empty() {
            row.serialize_element(&sections)?;
        }
        row.end()
    }
}

fn line(stem: &str, term: &Term) -> String {
    let mut line = format!("{stem} ");
    let mut before = 0;
    for (number, level) in &term.postings {
        line.push_str(&base36(number - before));
        line.push(char::from(b'A' + level - 1));
        before = *number;
    }
    for form in &term.forms {
        line.push(' ');
        line.push_str(form);
    }
    line
}

/// `0` is empty: most distances are written most often.
fn base36(mut number: u32) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut digits = Vec::new();
    while number > 0 {
        digits.push(char::from(DIGITS[(number % 36) as usize]));
        number /= 36;
    }
    digits.iter().rev().collect()
}

fn village_list(house: &EditionHouse<'_>) -> Vec<Value> {
    let page = Page { house, address: &house.plan.root, links: Links::Relative };
    let edition = house.edition();
    let districts = villages::by_district(&page).into_iter();
    districts
        .map(|(district, villages)| {
            let folder = villages.first().map_or("", |village| district_code(&village.code.value));
            let mut row = vec![json!(district), json!(slug(district)), json!(folder)];
            let mut word = "";
            for village in villages {
                let own = edition.village_word(village.kind);
                row.extend((own != word).then(|| json!([own])));
                let code = village.code.value.as_str();
                let inside = code.strip_prefix(folder).unwrap_or(code);
                row.extend([json!(inside), json!(edition.bare_name(village))]);
                word = own;
            }
            Value::Array(row)
        })
        .collect()
}

/// `61.11.01.` of `61.11.01.2001`.
fn district_code(code: &str) -> &str {
    code.rfind('.').map_or("", |dot| &code[..=dot])
}

/// The editions below this one; a kabupaten has none.
fn regions(house: &EditionHouse<'_>) -> Vec<Value> {
    let page = Page { house, address: &house.plan.root, links: Links::Relative };
    home::below(&page).map(|plan| json!([plan.edition.name, frame::across(&page, plan, &plan.root)])).collect()
}

/// The same file in a zip, which holds this edition alone: others by their whole address.
pub(super) fn carried(house: &EditionHouse<'_>, script: &str) -> String {
    let page = Page { house, address: &house.plan.root, links: Links::Relative };
    let whole: Vec<Value> = home::below(&page).map(|plan| json!([plan.edition.name, plan.printed(&plan.root)])).collect();
    // A quotation mark inside a text is written with a backslash, so that this stands once in the file.
    let list = |rows: Vec<Value>| escaped(format!("\"r\":{}", Value::Array(rows)));
    script.replacen(&list(regions(house)), &list(whole), 1)
}
