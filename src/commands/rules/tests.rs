//! Every code has one rule, every rule is whole, and what it shows is what the program says.

// Links and sockets can't be made everywhere.
#[cfg(unix)]
mod case;
#[cfg(unix)]
mod catalogue;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::*;
use crate::commands::schema::tests::committed;
use crate::diagnostics::{Severity, Silenceable};

/// The sources without their tests, and without the rules themselves.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                if name != "tests" {
                    walk(&path, found);
                }
            } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
                let text = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
                let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
                let table = text.find("RULES: &[Rule]").unwrap_or(text.len());
                let end = text[table..].find("];\n").map_or(text.len(), |at| table + at);
                found.push((path, [&text[..table], &text[end..]].concat()));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort();
    found
}

/// Each code that some room has a constant for, and the name of the constant.
fn constants(sources: &[(PathBuf, String)]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for line in sources.iter().flat_map(|(_, text)| text.lines()) {
        let Some((name, code)) = line.split_once("const ").and_then(|(_, rest)| rest.split_once(": &str = \"S")) else {
            continue;
        };
        let code = code.trim_end_matches("\";");
        if code.len() == 3 && code.bytes().all(|digit| digit.is_ascii_digit()) {
            found.insert(format!("S{code}"), name.to_owned());
        }
    }
    found
}

/// Whether a line has a name as a whole word.
fn names(line: &str, name: &str) -> bool {
    line.split(|c: char| c != '_' && !c.is_ascii_alphanumeric()).any(|word| word == name)
}

#[test]
fn every_code_has_one_rule() {
    let known: Vec<&str> = all().iter().map(|rule| rule.code).collect();
    let constants = constants(&sources());
    assert!(constants.len() > 250, "the codes are where this test looks for them");
    let without: Vec<&String> = constants.keys().filter(|code| !known.contains(&code.as_str())).collect();
    assert!(without.is_empty(), "add a `Rule` beside each of {without:?}, see `diagnostics::Rule`");
    let gone: Vec<&&str> = known.iter().filter(|code| !constants.contains_key(**code)).collect();
    assert!(gone.is_empty(), "no such codes any more: {gone:?}");
    assert!(known.windows(2).all(|two| two[0] != two[1]), "a code has two rules");
}

/// A source without its `use …;`, which name what they do not raise.
fn without_imports(text: &str) -> String {
    let statements = text.split_inclusive(';');
    let is_import = |statement: &&str| {
        let first = statement.lines().map(str::trim_start).find(|line| !line.is_empty() && !line.starts_with("//"));
        first.is_some_and(|line| line.starts_with("use ") || line.starts_with("pub use "))
    };
    statements.filter(|statement| !is_import(statement)).collect()
}

/// A constant that only its rule names is a rule that nothing raises.
#[test]
fn every_rule_is_raised() {
    let sources = sources();
    let code: Vec<String> = sources.iter().map(|(_, text)| without_imports(text)).collect();
    for (rule, name) in constants(&sources) {
        let is_use = |line: &str| {
            let says = line.trim_start().starts_with("//") || line.contains(&format!("const {name}:"));
            names(line, &name) && !says
        };
        assert!(code.iter().any(|text| text.lines().any(is_use)), "{rule} {name} is never raised");
    }
}

#[test]
fn a_rule_is_whole_sentences() {
    for rule in all() {
        assert!(rule.family().is_some(), "{} has no family", rule.code);
        for (what, words) in [("sees", rule.sees), ("why", rule.why), ("repair", rule.repair)] {
            assert!(words.ends_with('.') && words.chars().count() > 12, "{}: {what}: {words:?}", rule.code);
        }
        assert!(!rule.source.is_empty() && !rule.example.ends_with('.') && !rule.example.is_empty(), "{}", rule.code);
    }
    let whys: BTreeSet<&str> = all().iter().map(|rule| rule.why).collect();
    // A few share their cause; hundreds of one sentence would be filler.
    assert!(whys.len() * 10 >= all().len() * 9, "{} reasons for {} rules", whys.len(), all().len());
}

/// The string literals of a source.
fn literals(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        // A quote as a character: `'"'`.
        if c == '\'' && rest.as_str().starts_with("\"'") {
            rest.next();
        } else if c == '"' {
            let mut literal = String::new();
            while let Some(c) = rest.next().filter(|c| *c != '"') {
                literal.push(if c == '\\' { rest.next().unwrap_or(c) } else { c });
            }
            found.push(literal);
        }
    }
    found
}

/// The fixed parts of a message: `{…}` varies, `{{` is a brace.
fn parts(literal: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut rest = literal.chars().peekable();
    while let Some(c) = rest.next() {
        let last = parts.last_mut().unwrap();
        match c {
            '{' | '}' if rest.peek() == Some(&c) => {
                rest.next();
                last.push(c);
            }
            '{' => {
                rest.by_ref().find(|c| *c == '}');
                parts.push(String::new());
            }
            c => last.push(c),
        }
    }
    parts
}

/// Whether a text is a message with its holes filled.
fn fits(parts: &[String], text: &str) -> bool {
    let Some((first, rest)) = parts.split_first() else { return false };
    let Some(mut text) = text.strip_prefix(first.as_str()) else { return false };
    let Some((last, middle)) = rest.split_last() else { return text.is_empty() };
    for part in middle {
        let Some(at) = text.find(part.as_str()) else { return false };
        text = &text[at + part.len()..];
    }
    text.ends_with(last.as_str())
}

#[test]
fn an_example_is_what_the_program_says() {
    let messages: BTreeSet<String> = sources().iter().flat_map(|(_, text)| literals(text)).collect();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    // A whole message, or the most of one that is put together; `{what} {name}` would fit everything.
    let formats: Vec<Vec<String>> = messages.iter().map(|literal| parts(literal)).collect();
    let formats: Vec<&Vec<String>> = formats.iter().filter(|parts| letters(&parts.concat()) >= 5).collect();
    let plain: Vec<&String> = messages.iter().filter(|literal| letters(literal) >= 15).collect();
    let rules = all();
    let is_said = |example: &str| {
        formats.iter().any(|format| fits(format, example)) || plain.iter().any(|literal| example.contains(literal.as_str()))
    };
    let made_up = rules.iter().filter(|rule| !is_said(rule.example));
    let made_up: Vec<String> = made_up.map(|rule| format!("{}: {}", rule.code, rule.example)).collect();
    assert!(made_up.is_empty(), "{made_up:#?}");
}

/// Where a diagnostic is made in so many words, its severity is that of the rule; the heaviest, where there are several.
#[test]
fn a_rule_has_its_severity() {
    let sources = sources();
    let constants = constants(&sources);
    let mut wrong = Vec::new();
    for rule in all() {
        let name = &constants[rule.code];
        if constants.values().filter(|other| *other == name).count() > 1 {
            continue;
        }
        let raised = |word: &str| {
            let made = format!("Diagnostic::{word}(");
            sources.iter().any(|(_, text)| {
                text.match_indices(&made).any(|(at, _)| {
                    let first = text[at + made.len()..].split([',', '(']).next().unwrap_or_default();
                    names(first, name)
                })
            })
        };
        let severities = [Severity::Error, Severity::Warning, Severity::Note];
        let heaviest = severities.into_iter().find(|severity| raised(severity.keyword()));
        if heaviest.is_some_and(|heaviest| heaviest != rule.severity) {
            wrong.push(format!("{} is raised as {heaviest:?}", rule.code));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// The words that stand first in the diagnostics that are made with this severity, in so many words: codes among them.
fn made(sources: &[(PathBuf, String)], severity: Severity) -> BTreeSet<&str> {
    let made = format!("Diagnostic::{}(", severity.keyword());
    let firsts = sources.iter().flat_map(|(_, text)| {
        let first = |(at, found): (usize, &str)| text[at + found.len()..].split([',', '(']).next().unwrap_or_default();
        text.match_indices(&made).map(first).collect::<Vec<_>>()
    });
    firsts.flat_map(|first| first.split(|c: char| c != '_' && !c.is_ascii_alphanumeric())).collect()
}

/// What is *galat* at worst and *peringatan* at times can be silenced only as the latter, and its rule says so.
#[test]
fn a_rule_of_two_severities_says_so() {
    let (sources, rules) = (sources(), all());
    let (errors, warnings) = (made(&sources, Severity::Error), made(&sources, Severity::Warning));
    let mut found = BTreeSet::new();
    for (code, name) in constants(&sources) {
        if errors.contains(name.as_str()) && warnings.contains(name.as_str()) {
            let rule = rules.iter().find(|rule| rule.code == code).unwrap();
            assert_eq!(rule.silenceable, Silenceable::Warnings, "{code}");
            found.insert(code);
        }
    }
    assert!(found.len() > 3, "{found:?}");
}

/// Silencers are judged by the room of their rule: what is warned of before anything is made is not warned of later.
#[test]
fn no_room_that_makes_raises_a_warning_of_one_that_reads() {
    let sources = sources();
    let makes = |path: &Path| ["print", "web", "publish", "build"].iter().any(|room| path.iter().any(|part| part == *room));
    let making: Vec<_> = sources.iter().filter(|(path, _)| makes(path)).cloned().collect();
    let late = made(&making, Severity::Warning);
    for (code, name) in constants(&sources) {
        let is_late = late.contains(name.as_str());
        assert!(!is_late || stage(&code) == Some(Stage::Making), "{code} is warned of while something is made");
    }
    assert_eq!((stage("S720"), stage("S519"), stage("S000")), (Some(Stage::Reading), Some(Stage::Making), None));
}

#[test]
fn each_rule_says_whether_it_can_be_silenced() {
    let rules = all();
    let told = |code: &str| said::silence(rules.iter().find(|rule| rule.code == code).unwrap());
    assert!(told("S720").starts_with("Dapat: tulis kode dan alasannya"));
    assert!(told("S412").starts_with("Hanya bila disebut peringatan: "));
    assert_eq!(told("S301"), "Tidak dapat: galat harus dibetulkan.");
    assert_eq!(told("S411"), "Tidak perlu: catatan tidak meminta apa-apa.");
    assert_eq!(told("S175"), "Tidak dapat: pengabaian yang tidak terpakai cukup dihapus.");
}

#[test]
fn the_committed_guide_is_that_of_the_rules() {
    committed("docs/pemeriksaan.md", &guide::guide(&all()));
}

#[test]
fn a_code_is_told_from_a_file() {
    for code in ["S303", "s303", "S3", "S3030", "s9"] {
        assert!(is_code(code), "{code}");
    }
    for file in ["S", "suluh.yaml", "S30a", "halaman/s303", "S30303", "303", "ſ303", ""] {
        assert!(!is_code(file), "{file}");
    }
}
