//! What the bundled content promises its readers: every claim shows where it comes from, sentences are
//! short, abbreviations are explained, and nobody is promised a secrecy that can't be kept.
//!
//! The Markdown is read here with pulldown-cmark alone, so that the program does not vouch for itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde_json::Value;

use crate::harness::{built, repository, tools};

/// Sections that say nothing that needs a source, each with the reason.
const WITHOUT_SOURCE: [(&str, &str, &str); 8] = [
    ("beranda", "Saya ASN", "links only; each page has its own sources"),
    ("beranda", "Saya humas", "links only; each page has its own sources"),
    ("acara-deklarasi", "Yang perlu dicetak", "tells where to find our own sheets"),
    ("aksesibilitas", "Yang kami upayakan", "what we do ourselves"),
    ("aksesibilitas", "Cara kami menguji", "what we do ourselves"),
    ("aksesibilitas", "Yang kami tahu masih kurang", "what we do not do yet ourselves"),
    ("hak-pilih", "Anjuran penyusun", "advice of low confidence; says so itself"),
    ("tentang", "Sumber", "how this site treats its sources"),
];

/// The most words that a sentence has on average, and at all.
/// Source: plain-language practice; a sentence above 35 words is lost on a reader in a hurry.
const MEAN_WORDS: f64 = 16.0;
const MOST_WORDS: usize = 35;

/// Abbreviations of the pages that the glossary does not list, and how they are spelt out.
const MORE_ABBREVIATIONS: [(&str, &str); 4] = [
    ("KTP", "kartu tanda penduduk"),
    ("MK", "mahkamah konstitusi"),
    ("TNI", "tentara nasional indonesia"),
    ("Polri", "kepolisian"),
];

/// Names of programs: readers know them by name, and how they are spelt out has no source.
const NAMES: [&str; 5] = ["SigapLapor", "SP4N-LAPOR", "SBT", "I'DIS", "SIASN"];

/// How far behind its first use the words of an abbreviation may stand, in characters: `Pemilu (pemilihan umum)`.
const NEAR: usize = 60;

/// A citation or an outside link in the running text: no words of the sentence.
const CITATION: char = '§';

/// A page of `content/halaman/`.
struct Page {
    id: String,
    summary: String,
    sections: Vec<Section>,
}

/// What stands below a `##`, or before the first.
#[derive(Default)]
struct Section {
    title: String,
    has_source: bool,
    /// Headings, sentences and tables in order, citations as [`CITATION`].
    text: String,
    /// Paragraphs and list items only.
    running: String,
}

fn pages() -> Vec<Page> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(repository("content/halaman")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 20, "the pages are where this test looks for them");
    files.iter().map(page).collect()
}

fn page(path: &PathBuf) -> Page {
    let source = fs::read_to_string(path).unwrap();
    let (front, body) = source.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    let front: Value = serde_yaml::from_str(front).unwrap();
    Page {
        id: path.file_stem().unwrap().to_str().unwrap().to_owned(),
        summary: front["ringkas"].as_str().unwrap_or_default().to_owned(),
        sections: sections(body),
    }
}

/// Cuts a body at its `##`.
fn sections(body: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let (mut in_link, mut in_title, mut in_heading, mut in_table) = (false, false, false, false);
    for event in Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES) {
        match &event {
            Event::Start(Tag::Heading { level, .. }) => {
                in_heading = true;
                in_title = *level == HeadingLevel::H2;
                if in_title {
                    sections.push(Section::default());
                }
            }
            Event::Start(Tag::Table(_)) => in_table = true,
            Event::End(TagEnd::Table) => in_table = false,
            _ => {}
        }
        let section = sections.last_mut().unwrap();
        match event {
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("regulasi:") || dest_url.starts_with("http") => {
                in_link = true;
                section.has_source = true;
                section.say(&CITATION.to_string(), !in_heading && !in_table);
            }
            Event::End(TagEnd::Link) => in_link = false,
            Event::Text(text) | Event::Code(text) if !in_link => {
                if in_title {
                    section.title.push_str(&text);
                }
                section.say(&text, !in_heading && !in_table);
            }
            Event::SoftBreak | Event::HardBreak => section.say(" ", !in_heading && !in_table),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::TableCell) => {
                section.say("\n", true);
                in_heading &= !matches!(event, Event::End(TagEnd::Heading(_)));
                in_title &= in_heading;
            }
            _ => {}
        }
    }
    for section in &mut sections {
        section.finish();
    }
    sections
}

impl Section {
    fn say(&mut self, text: &str, running: bool) {
        self.text.push_str(text);
        if running {
            self.running.push_str(text);
        }
    }

    /// Takes directives and bracketed citations out of the text, and knows news that are kept in our own archive.
    fn finish(&mut self) {
        let is_directive = |line: &&str| line.starts_with("{{") && !line.contains('.');
        let archived = ["arsip berita nomor", "arsip nomor", "berita sosialisasi pengawasan"];
        self.has_source |=
            self.text.lines().any(|line| is_directive(&line)) || archived.iter().any(|name| self.text.contains(name));
        for text in [&mut self.text, &mut self.running] {
            *text = text.lines().filter(|line| !is_directive(line)).map(without_citations).collect::<Vec<_>>().join("\n");
        }
    }
}

/// Drops brackets that hold a citation, with what else they hold.
fn without_citations(line: &str) -> String {
    let mut kept = String::new();
    let mut rest = line;
    while let Some(open) = rest.find('(') {
        let close = rest[open..].find(')').map_or(rest.len(), |close| open + close + 1);
        let cited = rest[open..close].contains(CITATION);
        kept.push_str(if cited { rest[..open].trim_end() } else { &rest[..close] });
        rest = &rest[close..];
    }
    kept + rest
}

/// The sentences of running text with their numbers of words. A placeholder is one word.
fn sentences(running: &str) -> Vec<(usize, String)> {
    let mut all = Vec::new();
    for line in running.lines() {
        let mut sentence: Vec<&str> = Vec::new();
        let mut braces = false;
        for word in line.split_whitespace() {
            braces |= word.starts_with("{{");
            if !braces {
                sentence.push(word);
            } else if word.contains("}}") {
                braces = false;
                sentence.push(word);
            }
            if !braces && word.trim_end_matches(['”', ')']).ends_with(['.', '?', '!', ':']) {
                all.push((sentence.len(), sentence.join(" ")));
                sentence.clear();
            }
        }
        if !sentence.is_empty() {
            all.push((sentence.len(), sentence.join(" ")));
        }
    }
    all
}

#[test]
fn every_section_shows_where_its_claims_come_from() {
    let mut open: Vec<(String, String)> = Vec::new();
    for page in pages() {
        let bare = page.sections.into_iter().skip(1).filter(|section| !section.has_source && !section.running.trim().is_empty());
        open.extend(bare.map(|section| (page.id.clone(), section.title)));
    }
    let mut excused: Vec<(String, String)> =
        WITHOUT_SOURCE.iter().map(|(page, title, _)| ((*page).to_owned(), (*title).to_owned())).collect();
    excused.sort();
    open.sort();
    assert_eq!(open, excused, "left: sections without a source; right: those that may be");
}

#[test]
fn sentences_are_short() {
    let mut long = Vec::new();
    for page in pages() {
        let all: Vec<(usize, String)> = page.sections.iter().flat_map(|section| sentences(&section.running)).collect();
        let words: usize = all.iter().map(|(words, _)| words).sum();
        #[expect(clippy::cast_precision_loss, reason = "a page has a few thousand words")]
        let mean = words as f64 / all.len().max(1) as f64;
        if mean >= MEAN_WORDS {
            long.push(format!("{}: {mean:.1} words a sentence", page.id));
        }
        let too_long = all.into_iter().filter(|(words, _)| *words > MOST_WORDS);
        long.extend(too_long.map(|(words, sentence)| format!("{}: {words} words: {sentence}", page.id)));
    }
    assert!(long.is_empty(), "{long:#?}");
}

/// Abbreviations with everything they may stand for, in small letters.
fn abbreviations() -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut put = |short: &str, long: &str| {
        let long = long.split(" (").next().unwrap_or(long).to_lowercase();
        all.entry(short.to_owned()).or_default().push(long);
    };
    for (short, long) in MORE_ABBREVIATIONS {
        put(short, long);
    }
    let glossary = fs::read_to_string(repository("content/glosarium.yaml")).unwrap();
    let glossary: Value = serde_yaml::from_str(&glossary).unwrap();
    for entry in glossary["istilah"].as_array().unwrap() {
        let (Some(term), Some(long)) = (entry["istilah"].as_str(), entry["kepanjangan"].as_str()) else { continue };
        // `PPK (pemilu)` is PPK; `Pemilihan (Pilkada)` is Pilkada.
        let (outside, inside) = term.split_once(" (").unwrap_or((term, ""));
        let short = if outside == "Pemilihan" { inside.trim_end_matches(')') } else { outside };
        if !short.contains(' ') && !NAMES.contains(&short) {
            put(short, long);
        }
    }
    all
}

/// Where a word stands as a whole word.
fn find_word(text: &str, word: &str) -> Option<usize> {
    let part_of_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '/'));
    text.match_indices(word)
        .map(|(at, _)| at)
        .find(|&at| !part_of_word(text[..at].chars().next_back()) && !part_of_word(text[at + word.len()..].chars().next()))
}

#[test]
fn abbreviations_are_explained_where_they_are_first_used() {
    let mut unexplained = Vec::new();
    for page in pages() {
        let body: Vec<&str> = page.sections.iter().map(|section| section.text.as_str()).collect();
        let text = format!("{}\n{}", page.summary, body.join("\n"));
        let small = text.to_lowercase();
        assert_eq!(small.len(), text.len(), "{}: places are the same in small letters", page.id);
        for (short, longs) in abbreviations() {
            let Some(at) = find_word(&text, &short) else { continue };
            let explained = longs.iter().any(|long| small.find(long).is_some_and(|place| place <= at + NEAR));
            if !explained {
                let from = text[..at].char_indices().rev().nth(40).map_or(0, |(place, _)| place);
                unexplained.push(format!("{}: {short}: …{}", page.id, &text[from..at + short.len()]));
            }
        }
    }
    assert!(unexplained.is_empty(), "{unexplained:#?}");
}

/// A question, yes or no, then why.
#[test]
fn questions_are_answered_yes_or_no_first() {
    let source = fs::read_to_string(repository("content/halaman/tanya-jawab.md")).unwrap();
    let questions: Vec<&str> = source.split("\n### ").skip(1).collect();
    assert!(questions.len() >= 25, "only {} questions", questions.len());
    for question in questions {
        let (title, answer) = question.split_once("\n\n").unwrap();
        assert!(title.starts_with("Boleh") && title.contains('?'), "{title}");
        let first = ["**Ya", "**Tidak", "**Sebaiknya tidak"].iter().any(|word| answer.starts_with(word));
        assert!(first, "{title}: {answer}");
        let sourced = ["](regulasi:", "](http", "arsip nomor"].iter().any(|mark| answer.contains(mark));
        assert!(sourced, "{title}: no source");
    }
}

/// Read at the pace of a radio speaker, 30 seconds are 65 to 75 words, 60 seconds 130 to 150.
#[test]
fn scripts_take_as_long_as_they_say() {
    let source = fs::read_to_string(repository("content/halaman/siaran.md")).unwrap();
    let mut scripts = 0;
    for section in source.split("\n## ").skip(1) {
        let title = section.lines().next().unwrap();
        let spoken: Vec<&str> = section.lines().filter_map(|line| line.strip_prefix('>')).collect();
        let words: usize = sentences(&spoken.join(" ")).iter().map(|(words, _)| words).sum();
        let range = if title.contains("30 detik") { 65..=75 } else { 130..=150 };
        assert!(range.contains(&words), "{title}: {words} words");
        assert!(spoken.iter().any(|line| line.contains("{{ kantor.telepon }}")), "{title}: no number to call");
        assert!(section.contains("](regulasi:"), "{title}: no source");
        scripts += 1;
    }
    assert_eq!(scripts, 6);
}

/// Who reports formally may become known in court: nothing of ours may promise otherwise.
#[test]
fn no_text_promises_secrecy_without_condition() {
    const PROMISES: [&str; 7] = [
        "pelapor dirahasiakan",
        "anda dirahasiakan",
        "dijamin rahasia",
        "pasti rahasia",
        "kerahasiaan terjamin",
        "kerahasiaan dijamin",
        "menjamin kerahasiaan",
    ];
    for entry in walkdir::WalkDir::new(repository("content")) {
        let entry = entry.unwrap();
        let is_text = entry.path().extension().is_some_and(|ending| ending == "md" || ending == "yaml");
        if !is_text {
            continue;
        }
        // What may not be written is listed where the check reads it.
        let text = fs::read_to_string(entry.path()).unwrap().to_lowercase();
        let listed =
            text.split("jangan_ditulis:\n").skip(1).flat_map(|list| list.lines().take_while(|line| line.starts_with("      - ")));
        let text = listed.fold(text.clone(), |text, line| text.replacen(line, "", 1));
        for promise in PROMISES {
            assert!(!text.contains(promise), "{}: {promise}", entry.path().display());
        }
    }
}

/// What is printed can't be clicked: the sheet itself names the law that it rests on.
#[test]
fn every_sheet_names_its_law() {
    let built = built::bundled();
    let root = built.output("");
    let of_village = |file: &PathBuf| file.strip_prefix(&root).unwrap().iter().any(|part| part == "desa");
    let sheets: Vec<PathBuf> = built.press_files().into_iter().filter(|file| !of_village(file)).collect();
    assert!(sheets.len() > 20, "{} sheets", sheets.len());
    for sheet in sheets {
        // Shops of large sheets get letters as curves; the edition for readers has the same words.
        let mut text = tools::pdf_text(&sheet);
        if text.trim().is_empty() {
            text = tools::pdf_text(&screen_edition(&sheet));
        }
        let law = text.split("Dasar:").nth(1).unwrap_or_default();
        assert!(law.contains("Pasal") || law.contains("Keputusan Bersama"), "{}: no law on it", sheet.display());
    }
}

/// The edition for readers of a press file, `cetak/<region>/<piece>/….pdf`.
fn screen_edition(sheet: &Path) -> PathBuf {
    let folder = sheet.parent().unwrap();
    let (region, piece) = (folder.parent().unwrap(), folder.file_name().unwrap().to_str().unwrap());
    let site = region.parent().unwrap().with_file_name("situs");
    let site = if region.ends_with("nasional") { site } else { site.join(region.file_name().unwrap()) };
    site.join(format!("unduhan/{piece}-layar.pdf"))
}
