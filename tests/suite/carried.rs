//! `--zip`: a website that opens on a computer without internet, and the same bytes each time.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use crate::harness::{Project, Tree};

/// The files of a zip by name.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        assert!(entry.enclosed_name().is_some(), "{}", entry.name());
        files.insert(entry.name().to_owned(), String::from_utf8_lossy(&bytes).into_owned());
    }
    files
}

/// The values of `href` and `src` on a page.
fn links(page: &str) -> impl Iterator<Item = &str> {
    let after = [" href=\"", " src=\""].into_iter().flat_map(|start| page.split(start).skip(1));
    after.filter_map(|after| after.split('"').next())
}

/// Where a relative link leads from a file of the zip.
fn target(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('#').next().unwrap_or_default().split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

#[test]
fn a_zipped_website_is_whole_and_leads_out_only_by_whole_addresses() {
    let project = Project::base();
    project.build(&["--zip"]).expect_code(0);
    let read = |path: &str| std::fs::read(project.path("output/situs").join(path)).unwrap();
    for (edition, folder) in [("nasional", ""), ("61", "61/"), ("61.11", "61.11/")] {
        let bytes = read(&format!("{folder}unduhan/situs-{edition}.zip"));
        let files = unpacked(&bytes);
        assert!(files["MULAI-DI-SINI.html"].contains("href=\"situs/index.html\""));
        let style = links(&files["MULAI-DI-SINI.html"]).find(|link| link.contains(".css")).unwrap();
        assert!(files.contains_key(style), "{style}");
        assert!(files.keys().filter(|name| name.ends_with(".html")).count() > 8, "{:?}", files.keys());
        for (name, page) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
            for link in links(page).filter(|link| !link.starts_with('#') && !link.contains(':')) {
                let target = target(name, link);
                assert!(files.contains_key(&target), "{edition}: {name} leads to {link}, which is not in the zip");
            }
        }
        let has = |name: &str| files.contains_key(&format!("situs/{name}"));
        assert!(has("saku.html") && has("lapor/index.html"));
        assert!(files.keys().any(|name| name.starts_with("situs/aset/indeks-")), "one searches without internet, too");
        assert!(!["sw.js", "404.html", "luring.html", "sitemap.xml", "umpan.xml", "robots.txt"].into_iter().any(has));
        assert!(files.keys().any(|name| name.ends_with(".png")), "pictures of what is printed go along: {:?}", files.keys());
        let own = format!("situs-{edition}.zip");
        assert!(!files["situs/unduhan/index.html"].contains(&own), "a zip can't say its own size");
        assert!(String::from_utf8(read(&format!("{folder}unduhan/index.html"))).unwrap().contains(&own));
    }
    let regional = unpacked(&read("61.11/unduhan/situs-61.11.zip"));
    assert!(!regional.keys().any(|name| name.contains("61.11/")), "an edition of a region begins at the folder itself");
    let before = Tree::of(&project.path("output"));
    project.build(&["--zip", "--threads", "1"]).expect_code(0);
    before.expect_untouched(&Tree::of(&project.path("output")));
    // The website alone, with the pictures that an earlier run printed, is the same.
    project.build(&["--only", "web", "--zip"]).expect_code(0);
    before.expect_untouched(&Tree::of(&project.path("output")));
    // Without the flag there is none, and no page speaks of one.
    project.build(&["--only", "web"]).expect_code(0);
    assert!(!project.path("output/situs/61.11/unduhan/situs-61.11.zip").exists());
    assert!(!String::from_utf8(read("61.11/bagikan/index.html")).unwrap().contains(".zip"));
}
