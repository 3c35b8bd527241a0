//! What is explained is what is published, for every file of every edition of the bundled content.

use std::path::Path;

use super::*;
use crate::content::{Id, Kind};
use crate::edition::Shelf;
use crate::source::SourceFile;

/// Where each item of an edition comes from, by kind.
fn published(edition: &crate::edition::Edition) -> Vec<(Kind, Id, String)> {
    fn of<T>(kind: Kind, shelf: &Shelf<T>, found: &mut Vec<(Kind, Id, String)>) {
        found.extend(shelf.iter().map(|(id, item)| (kind, id.clone(), item.path.to_string())));
    }
    let mut found = Vec::new();
    of(Kind::Page, &edition.pages, &mut found);
    of(Kind::Violation, &edition.violations, &mut found);
    of(Kind::Sanction, &edition.sanctions, &mut found);
    of(Kind::Regulation, &edition.regulations, &mut found);
    of(Kind::Declaration, &edition.declarations, &mut found);
    of(Kind::Piece, &edition.pieces, &mut found);
    found
}

#[test]
fn the_story_ends_with_what_is_published() {
    let d = Diagnostics::new();
    let chain = Chain::open(Path::new(env!("CARGO_MANIFEST_DIR")), &d);
    let project = project::read(&chain, &d).unwrap();
    let (mut told, mut pictures) = (0, 0);
    for code in project.edition_codes() {
        let edition = project.edition(&code, "2026-11-22".parse().unwrap(), &d).unwrap();
        let stack = Stack::new(&chain, &code, Some(&edition));
        let published = published(&edition);
        for path in stack.paths() {
            let subject = Subject { path, region: None };
            if subject.path.starts_with("gambar/") && !subject.path.ends_with(".yaml") {
                let winner = story::tell(&subject, &stack.files(&subject.path)).winner;
                let bytes = winner.and_then(|winner| chain.links[0].tree.get(&winner.path)).map(SourceFile::bytes);
                assert_eq!(bytes, edition.images.get(&subject.path), "{} in {code}", subject.path);
                pictures += 1;
            }
            let Some((kind, id)) = subject.content() else { continue };
            let story = story::tell(&subject, &stack.files(&subject.path));
            let expected = published.iter().find(|(k, i, _)| (*k, i) == (kind, &id)).map(|(_, _, path)| path);
            assert_eq!(story.winner.as_ref().map(|winner| &winner.path), expected, "{} in {code}", subject.path);
            told += 1;
        }
    }
    assert!(told > 500 && pictures > 5, "{told} and {pictures}");
}

#[test]
fn a_file_may_be_named_in_many_ways() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let chain = Chain::open(root, &Diagnostics::new());
    let read = |typed: &str| subject::read(typed, root, &chain).map(|subject| (subject.path, subject.region));
    let page = Ok(("halaman/lapor.md".to_owned(), None));
    let whole = root.join("content/halaman/lapor.md").display().to_string();
    for typed in [
        "halaman/lapor.md",
        "halaman/lapor",
        "./content/halaman/lapor.md",
        "content\\halaman\\lapor.md",
        "a/../halaman/lapor",
        &whole,
    ] {
        assert_eq!(read(typed), page, "{typed}");
    }
    let own = read("content/daerah/61.11-kayong-utara/halaman/posko.md").unwrap();
    assert_eq!((own.0.as_str(), own.1.unwrap().as_str()), ("halaman/posko.md", "61.11"));
    for typed in ["../lain", "a/../../lain", "/etc/passwd", "", ".", "/"] {
        assert!(read(typed).is_err(), "{typed}");
    }
}
