//! Content is not trusted: whatever it holds, it shows as itself and does nothing.

use super::{PUNCTUATION, attributes, element, html, unescape, website, words};

#[test]
fn every_character_shows_as_itself() {
    let website = website();
    for (path, opening, text) in [
        ("61.11/pelanggaran/satu/index.html", "<h1", format!("Judul {PUNCTUATION}")),
        ("61.11/pelanggaran/satu/index.html", "<p class=\"putusan\"", format!("Dilarang. Jangan {PUNCTUATION}")),
        ("61.11/regulasi/uu-20-2023/index.html", "<blockquote", format!("Bunyi {PUNCTUATION}")),
        ("61.11/sanksi/berat/index.html", "<h1", format!("Berat {PUNCTUATION}")),
        (
            "61.11/deklarasi/ikrar/index.html",
            "<section class=\"naskah\"",
            format!("Teks yang dibacakan Menjelang Pemilu {PUNCTUATION} Netral {PUNCTUATION} Demikian {PUNCTUATION}"),
        ),
        ("61.11/d/61.11.01.2001/index.html", "<h1", format!("Desa {PUNCTUATION}")),
        ("61.11/d/61.11.01.2001/index.html", "<p class=\"besar\"", format!("Nama {PUNCTUATION}")),
        ("61.11/index.html", "<h1", format!("Beranda {PUNCTUATION}")),
        ("61.11/index.html", "<a class=\"lambang\"", format!("Bawaslu Kabupaten {PUNCTUATION}")),
        ("61.11/unduhan/index.html", "<ul class=\"karya\"", format!("Brosur {PUNCTUATION}")),
    ] {
        let shown = words(element(&website[path], opening));
        let wanted = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.starts_with(&wanted), "{path} {opening}\n  shown: {shown}\n  wanted: {wanted}");
    }
    let page = &website["61.11/index.html"];
    let description = page.split_once("name=\"description\" content=\"").unwrap().1.split('"').next().unwrap();
    assert_eq!(unescape(description), format!("Ringkas {PUNCTUATION}"));
}

#[test]
fn nothing_of_it_becomes_markup() {
    for (path, page) in html(&website()) {
        for bad in
            ["<script>", "</script>]]", "<img src=x", "onerror=y>", "</b>\"", "javascript:alert(1)\"", " style=", " onclick"]
        {
            assert!(!page.contains(bad), "{path}: {bad}");
        }
        for (at, opening) in page.match_indices("<script") {
            assert!(page[at + opening.len()..].starts_with(" src=\""), "{path} has a script of its own");
        }
    }
}

#[test]
fn a_source_is_a_link_only_when_it_is_a_web_address() {
    let website = website();
    let page = &website["61.11/pelanggaran/satu/index.html"];
    assert!(page.contains("<a href=\"https://contoh.go.id/?a=1&amp;b=&quot;2&quot;\" rel=\"external noopener\">contoh.go.id/?a=1&amp;b=&quot;2&quot;</a>"));
    assert!(page.contains("<li>javascript:alert(1)</li>"));
    for (path, page) in html(&website) {
        for href in attributes(page, "href") {
            let scheme = href.split_once(':').map_or("", |(scheme, _)| scheme);
            assert!(["", "https", "tel", "mailto"].contains(&scheme), "{path}: {href}");
        }
    }
}
