//! The house rules that a reader relies on, held as tests over our own sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the lowest up; a room may use those before it.
const ROOMS: [&str; 13] = [
    "diagnostics",
    "source",
    "content",
    "markdown",
    "project",
    "edition",
    "check",
    "plan",
    "print",
    "web",
    "publish",
    "serve",
    "commands",
];

/// The longest file, in lines.
const LONGEST_FILE: usize = 500;

fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 100, "the sources are where this test looks for them");
    found
}

#[test]
fn every_file_says_what_it_is_for_and_stays_short() {
    for (path, text) in sources() {
        assert!(text.starts_with("//!"), "{}: no `//!` at the top", path.display());
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE, "{}: {lines} lines", path.display());
    }
}

/// A file that no module names is not compiled, and tests in it never run.
#[test]
fn every_file_is_named_by_the_module_above_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (path, _) in sources() {
        let of_folder = path.ends_with("mod.rs");
        let named = if of_folder { path.parent().unwrap() } else { path.as_path() };
        let folder = named.parent().unwrap();
        if folder == root && ["lib.rs", "main.rs"].iter().any(|top| path.ends_with(top)) {
            continue;
        }
        let above = if folder == root {
            ["lib.rs", "main.rs"].map(|top| root.join(top))
        } else {
            [folder.join("mod.rs"), folder.with_extension("rs")]
        };
        let line = format!("mod {};", named.file_stem().unwrap().to_str().unwrap());
        let names = |file: &PathBuf| fs::read_to_string(file).is_ok_and(|text| text.lines().any(|known| known.ends_with(&line)));
        assert!(above.iter().any(names), "{}: no module names it", path.display());
    }
}

/// A code has one meaning for ever, so no two constants may share one.
#[test]
fn every_code_has_one_meaning() {
    let mut meanings: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, text) in sources() {
        for line in text.lines().filter(|line| line.contains("const ") && line.contains(": &str = \"S")) {
            let code: String = line.split('"').nth(1).unwrap_or_default().to_owned();
            let well_formed = code.len() == 4 && code[1..].bytes().all(|digit| digit.is_ascii_digit());
            if well_formed {
                meanings.entry(code).or_default().push(format!("{}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(meanings.len() > 60, "the codes are where this test looks for them: {}", meanings.len());
    for (code, places) in meanings {
        assert_eq!(places.len(), 1, "{code} has several meanings:\n{}", places.join("\n"));
    }
}

#[test]
fn no_room_uses_one_above_it() {
    let rank = |room: &str| ROOMS.iter().position(|known| *known == room);
    for (path, text) in sources() {
        let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
        let room = inside.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
        let Some(own) = rank(&room) else { continue };
        for used in text.lines().filter_map(|line| line.trim().strip_prefix("use crate::")) {
            let used: String = used.chars().take_while(char::is_ascii_lowercase).collect();
            if let Some(theirs) = rank(&used) {
                assert!(theirs <= own, "{}: `{room}` uses `{used}`, which is above it", path.display());
            }
        }
    }
}

/// Content is read by `source`, output is written by `publish`, and a project by one file of `commands`.
#[test]
fn the_disk_is_touched_in_few_places() {
    for (path, text) in sources() {
        let inside =
            path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap().to_str().unwrap().replace('\\', "/");
        let may = ["source/", "publish/", "serve/"].iter().any(|room| inside.starts_with(room)) || inside == "commands/write.rs";
        let is_test = inside.contains("/tests") || inside.ends_with("sample.rs");
        // Tests below the code may do as they like.
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(&text);
        assert!(may || is_test || !code.contains("std::fs"), "{inside} touches the disk");
    }
}
