//! The visible text of every page with a body is the text of its Markdown.

use std::fs;

use super::editions::{BUNDLED, EDITIONS, values};
use super::markdown::{self, Medium};
use super::{expect, html};
use crate::harness::{Project, built};

/// The content file of a page, by its path below its edition's root.
fn source_of(inside: &str) -> String {
    let folder = inside.trim_end_matches("index.html").trim_end_matches('/');
    match folder {
        "" => "halaman/beranda.md".to_owned(),
        _ if folder.contains('/') => format!("{folder}.md"),
        _ => format!("halaman/{folder}.md"),
    }
}

#[test]
fn of_the_bundled_content() {
    let built = built::bundled();
    let mut compared = [0; BUNDLED.len()];
    for path in built.files("situs", "index.html") {
        let page = fs::read_to_string(&path).unwrap();
        let Some(shown) = html::body(&page) else { continue };
        let address = path.strip_prefix(built.output("situs")).unwrap().to_str().unwrap();
        let (edition, (root, layers)) = BUNDLED.iter().enumerate().find(|(_, (root, _))| address.starts_with(root)).unwrap();
        let inside = source_of(&address[root.len()..]);
        let layer = layers.iter().find(|layer| built.has(&format!("content/{layer}{inside}")));
        let layer = layer.unwrap_or_else(|| panic!("no source of {address}: {inside}"));
        let source = built.source(&format!("content/{layer}{inside}"));
        let values = values(&|path| built.source(path), layers);
        expect(&shown, &markdown::segments(markdown::body(&source), &values, Medium::Screen), address);
        compared[edition] += 1;
    }
    // Every file of content that becomes a page was looked at, in every edition.
    assert!(compared.iter().all(|&count| count > 60), "{compared:?}");
}

#[test]
fn of_every_construct() {
    let project = Project::fixture("semua-bentuk");
    project.build(&["--only", "web"]).expect_code(0);
    let source = fs::read_to_string(project.path("content/halaman/semua-bentuk.md")).unwrap();
    for (root, layers) in EDITIONS {
        let page = project.path(&format!("output/situs/{root}semua-bentuk/index.html"));
        let shown = html::body(&fs::read_to_string(&page).unwrap()).expect("the page has a body");
        let values = values(&|path| fs::read_to_string(project.path(path)).unwrap(), layers);
        let segments = markdown::segments(markdown::body(&source), &values, Medium::Screen);
        assert_eq!(segments.len(), 1, "the fixture has no directives");
        expect(&shown, &segments, root);
    }
}
