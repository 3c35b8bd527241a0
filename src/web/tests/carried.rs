//! What is read away from the pages: feed, sitemap, manifest, worker, the file for one phone, pieces for other websites. Hostile values
//! show as themselves in each, and none of it is a program.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use roxmltree::Document;
use sha2::{Digest as _, Sha256};

use super::{
    PUNCTUATION, attributes, build, content, downloads, element, hostile, html, plan, plan_of, region, unescape, website, words,
};
use crate::diagnostics::Diagnostics;
use crate::plan::{Address, PageKind};
use crate::source::Digest;
use crate::web::{DownloadFile, Downloads, OutputFile, Use, WebHouse, bundle, worker};

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// Text of the one child of that name.
fn child(node: roxmltree::Node<'_, '_>, name: &str) -> String {
    let found: Vec<_> = node.children().filter(|child| child.has_tag_name((ATOM, name))).collect();
    assert_eq!(found.len(), 1, "one {name}");
    found[0].text().unwrap_or_default().to_owned()
}

/// RFC 4287: a feed and each entry have one id, title and date; the feed has an author and the address of itself; ids differ.
#[test]
fn the_feed_is_atom_and_says_what_the_content_says() {
    let website = website();
    let document = Document::parse(&website["61.11/umpan.xml"]).unwrap();
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")));
    assert_eq!(child(feed, "title"), format!("Netralitas, Kabupaten {PUNCTUATION}"));
    assert_eq!(child(feed, "updated"), "2026-01-31T00:00:00+07:00");
    assert_eq!(child(feed, "id"), "https://contoh.go.id/61.11/umpan.xml");
    let author = feed.children().find(|node| node.has_tag_name((ATOM, "author"))).unwrap();
    assert_eq!(child(author, "name"), "Bawaslu");
    let own = feed.children().find(|node| node.attribute("rel") == Some("self")).unwrap();
    assert_eq!(own.attribute("href"), Some("https://contoh.go.id/61.11/umpan.xml"));
    let entries: Vec<_> = feed.children().filter(|node| node.has_tag_name((ATOM, "entry"))).collect();
    assert_eq!(entries.len(), 1, "only what has been checked has a date");
    assert_eq!(child(entries[0], "title"), format!("Judul {PUNCTUATION}"));
    assert_eq!(child(entries[0], "summary"), format!("Jangan {PUNCTUATION}"));
    assert_eq!(child(entries[0], "id"), "https://contoh.go.id/61.11/pelanggaran/satu/");
    assert_eq!(child(entries[0], "updated"), "2026-01-31T00:00:00+07:00");
    assert!(website["61.11/lapor/index.html"].contains("<link rel=\"alternate\" type=\"application/atom+xml\""));
    let own_host = Document::parse(&website["61/umpan.xml"]).unwrap();
    assert_eq!(child(own_host.root_element(), "id"), "https://kalbar.go.id/netral/umpan.xml");
}

#[test]
fn sitemap_and_manifest_are_well_formed() {
    let website = website();
    for path in ["sitemap.xml", "61/sitemap.xml", "61.11/sitemap.xml"] {
        Document::parse(&website[path]).unwrap();
    }
    let manifest: serde_json::Value = serde_json::from_str(&website["61.11/situs.webmanifest"]).unwrap();
    assert_eq!(manifest["name"], format!("Netralitas, Kabupaten {PUNCTUATION}"));
    assert_eq!(manifest["theme_color"], "#112233");
    for icon in manifest["icons"].as_array().unwrap() {
        let path = icon["src"].as_str().unwrap();
        assert!(website.contains_key(&format!("61.11/{path}")), "{path}");
    }
    assert_eq!(manifest["icons"].as_array().unwrap().len(), 3);
}

/// Nothing on any page is a program or a style of its own, but for the one stylesheet whose digest the page names.
#[test]
fn no_page_needs_an_exception_in_its_policy() {
    let website = website();
    let mut pages = 0;
    for (path, page) in html(&website) {
        let policy = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").unwrap().1.split('"').next().unwrap();
        let policy = unescape(policy);
        assert!(
            policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe") && !policy.contains('*'),
            "{path}: {policy}"
        );
        assert!(policy.contains("base-uri 'none'") && policy.contains("form-action "), "{path}: {policy}");
        let mut rest = page.as_str();
        while let Some((_, tag)) = rest.split_once("<script") {
            let (opening, after) = tag.split_once('>').unwrap();
            assert!(opening.starts_with(" src=\"") && after.starts_with("</script>"), "{path}: <script{opening}>");
            rest = after;
        }
        if path.ends_with("saku.html") {
            let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
            let digest = BASE64.encode(Sha256::digest(style));
            assert!(policy.contains(&format!("style-src 'sha256-{digest}'")), "{path}: {policy}");
            assert_eq!(page.matches("<style").count(), 1);
        } else {
            assert!(!page.contains("<style"), "{path}");
        }
        for tag in tags(page) {
            let bad = |name: &str| name == "style" || name.starts_with("on") || name == "srcdoc";
            let names = tag.split('"').step_by(2).flat_map(str::split_whitespace).map(|part| part.trim_end_matches('='));
            assert!(!names.clone().skip(1).any(bad), "{path}: <{tag}>");
        }
        pages += 1;
    }
    assert!(pages > 30, "{pages}");
}

/// The inside of every tag. Values are quoted and hold no `>`, which the escapes see to.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<')
        .skip(1)
        .filter_map(|after| after.split_once('>').map(|(tag, _)| tag))
        .filter(|tag| !tag.starts_with(['/', '!']))
}

#[test]
fn the_file_for_one_phone_needs_nothing_beside_it() {
    let website = website();
    for path in ["saku.html", "61/saku.html", "61.11/saku.html"] {
        let page = &website[path];
        assert!(page.len() <= 300_000, "{path}: {}", page.len());
        for link in attributes(page, "href").into_iter().chain(attributes(page, "src")) {
            let whole = ["https://", "tel:", "mailto:", "data:image/", "#"].iter().any(|start| link.starts_with(start));
            assert!(whole, "{path}: {link}");
        }
        assert!(
            !page.contains("<script") && !page.contains("<link rel=\"stylesheet\"") && !page.contains("<link rel=\"icon\""),
            "{path}"
        );
    }
    let page = &website["61.11/saku.html"];
    let shown = words(page);
    for text in [
        format!("Jangan {PUNCTUATION}"),
        format!("Kantor {PUNCTUATION}"),
        format!("Posko {PUNCTUATION}"),
        "(0534) 000-0001".to_owned(),
        "Isinya terakhir diperiksa 31 Januari 2026.".to_owned(),
    ] {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(&text), "{text}");
    }
    assert!(page.contains("href=\"https://contoh.go.id/61.11/pelanggaran/satu/\""));
    assert!(website["61/saku.html"].contains("href=\"https://kalbar.go.id/netral/pelanggaran/satu/\""));
    assert!(page.contains("<h3 id=\"satu\">Satu</h3>"), "the body stands below a heading of its own");
}

/// What an office pastes is markup without classes, styles and scripts, with whole addresses, and hostile values in it are text.
#[test]
fn pieces_for_other_websites_are_plain_markup() {
    let website = website();
    let page = &website["61.11/sematan/index.html"];
    let pieces: Vec<String> = page.match_indices("<code id=\"").map(|(at, _)| unescape(element(&page[at..], "<code "))).collect();
    assert_eq!(pieces.len(), 3);
    for piece in &pieces {
        assert!(piece.starts_with("<section>\n<h3>") && piece.ends_with("</section>\n"), "{piece}");
        for tag in tags(piece) {
            let plain = ["section", "h3", "p", "strong", "ul", "li"].contains(&tag) || tag.starts_with("a href=\"");
            assert!(plain && tag.matches('"').count() <= 2, "{tag}");
        }
        for link in attributes(piece, "href") {
            assert!(["https://", "tel:"].iter().any(|start| link.starts_with(start)), "{link}");
        }
        assert!(piece.contains("<strong>Contoh.</strong>"), "the contacts are placeholders");
    }
    assert!(words(&pieces[0]).contains("(0534) 000-0000"));
    let expected = format!("Dilarang. Jangan {PUNCTUATION}").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&pieces[2]).contains(&expected), "{}", pieces[2]);
}

/// Every page can be passed on, by its permanent address, and says what it is beside the link.
#[test]
fn every_page_can_be_passed_on() {
    let website = website();
    let page = &website["61.11/pelanggaran/satu/index.html"];
    let links = attributes(page, "href");
    let link = links.iter().find(|link| link.starts_with("https://wa.me/?text=")).unwrap();
    assert!(link.ends_with("%0Ahttps%3A%2F%2Fcontoh.go.id%2F61.11%2Fpelanggaran%2Fsatu%2F"), "{link}");
    assert!(link["https://".len()..].chars().all(|c| c.is_ascii_alphanumeric() || "-._~%/?=".contains(c)), "{link}");
    let village = attributes(&website["61.11/d/61.11.01.2002/index.html"], "href");
    assert!(
        village
            .iter()
            .any(|link| link.starts_with("https://wa.me/?text=Desa%20Sutera%2C%20") && link.ends_with("61.11.01.2002%2F"))
    );
    assert!(page.contains("<meta property=\"og:locale\" content=\"id_ID\">"));
    assert!(page.contains("<meta property=\"og:url\" content=\"https://contoh.go.id/61.11/pelanggaran/satu/\">"));
    let picture = page.split_once("property=\"og:image\" content=\"").unwrap().1.split('"').next().unwrap();
    assert!(website.contains_key(picture.strip_prefix("https://contoh.go.id/").unwrap()), "{picture}");
    assert!(!website["404.html"].contains("og:") && !website["61.11/luring.html"].contains("https://wa.me/?text="));
}

/// The worker of an edition from its files.
fn worker_of(downloads: &Downloads, change: impl Fn(&mut OutputFile)) -> serde_json::Value {
    let plan = plan();
    let d = Diagnostics::new();
    let house = WebHouse::new(&plan.theme, &d).unwrap();
    let edition = plan.edition(&region()).unwrap();
    let opened = house.edition(&plan, edition, downloads);
    let wanted = worker::wanted(&opened);
    let mut files: Vec<OutputFile> =
        edition.pages.iter().flat_map(|page| opened.render(page, &d)).chain(opened.shared_files()).collect();
    files.iter_mut().for_each(change);
    let known = files.iter().map(|file| worker::known(file, Digest::of(&file.bytes), &wanted)).collect();
    let script = worker::script(&opened, known, &wanted);
    assert_eq!(script.path, "61.11/sw.js");
    let script = String::from_utf8(script.bytes).unwrap();
    let publication = script.lines().find_map(|line| line.strip_prefix("const TERBITAN = ")).unwrap();
    serde_json::from_str(publication.trim_end_matches(';')).unwrap()
}

/// Any changed file is another version, so that nothing old outlives it; an unchanged one is the same to the byte.
#[test]
fn the_worker_changes_with_every_file_and_only_then() {
    let files = downloads(&plan());
    let first = worker_of(&files, |_| {});
    assert_eq!(first, worker_of(&files, |_| {}));
    let village = worker_of(&files, |file| {
        if file.path.ends_with("61.11.01.2002/index.html") {
            file.bytes.push(b' ');
        }
    });
    assert_ne!(first["versi"], village["versi"]);
    assert_eq!(first["simpan"], village["simpan"], "what a phone holds already is not fetched again");
    let kept: Vec<&str> = first["simpan"].as_array().unwrap().iter().map(|entry| entry[0].as_str().unwrap()).collect();
    for path in ["luring.html", "index.html", "lapor/index.html", "pelanggaran/index.html", "desa/index.html"] {
        assert!(kept.contains(&path), "{path} of {kept:?}");
    }
    assert!(kept.iter().all(|path| !path.contains(".jpg") && !path.contains("/d/")), "{kept:?}");
    assert_eq!(first["luar"], false);
    let heavy = worker_of(&files, |file| {
        if file.path.ends_with("61.11/pelanggaran/index.html") {
            // What does not get smaller, and does not fit.
            let mut state = 1_u32;
            file.bytes.extend(
                std::iter::repeat_with(|| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    state.to_be_bytes()[0]
                })
                .take(worker::MOST_KEPT),
            );
        }
    });
    let kept: Vec<&str> = heavy["simpan"].as_array().unwrap().iter().map(|entry| entry[0].as_str().unwrap()).collect();
    assert!(!kept.contains(&"pelanggaran/index.html") && kept.contains(&"lapor/index.html"), "{kept:?}");
}

/// A page of the office's own under one of our names stands in place of ours.
#[test]
fn the_pages_to_pass_on_are_planned_in_every_edition() {
    let plan = plan();
    for edition in &plan.editions {
        for kind in [PageKind::Share, PageKind::Embed, PageKind::Pocket, PageKind::Offline] {
            assert_eq!(edition.pages.iter().filter(|page| page.kind == kind).count(), 1, "{}: {kind:?}", edition.edition.code);
        }
    }
    assert_eq!(build(&plan, &downloads(&plan), true), website(), "whatever the order");
}

/// In a zip, links to what is with it stay relative; all else is written whole, by the address of the edition that has it. What only
/// looks like a link is text.
#[test]
fn links_of_a_carried_page_lead_out_of_the_zip_only_where_they_must() {
    let plan = plan();
    let edition = plan.edition(&region()).unwrap();
    let here = edition.root.join("lapor");
    let inside = |to: &Address| *to == edition.root || *to == edition.root.join("lapor");
    let page = "<a href=\"../index.html#a\" title=\"href=&quot;x&quot; >\">b</a> href=\"../x.html\" <img alt=\"\" src=\"../gambar/a.svg\">\
        <a href=\"../../index.html#_daerah\">c</a><a href=\"../../61/lapor/index.html\">d</a><a href=\"#e\">e</a>\
        <a href=\"https://contoh.go.id/?a=1&amp;b\">f</a><a href=\"../unduhan/a.pdf\" download>g</a><a href=\"index.html\">h</a><a href=\"../../../x\">i</a>";
    let carried = bundle::carried(page, &here, &plan, inside);
    let expected = "<a href=\"../index.html#a\" title=\"href=&quot;x&quot; >\">b</a> href=\"../x.html\" <img alt=\"\" src=\"https://contoh.go.id/61.11/gambar/a.svg\">\
        <a href=\"https://contoh.go.id/#_daerah\">c</a><a href=\"https://kalbar.go.id/netral/lapor/\">d</a><a href=\"#e\">e</a>\
        <a href=\"https://contoh.go.id/?a=1&amp;b\">f</a><a href=\"https://contoh.go.id/61.11/unduhan/a.pdf\" download>g</a><a href=\"index.html\">h</a><a href=\"../../../x\">i</a>";
    assert_eq!(carried, expected);
    let website = website();
    for (path, page) in html(&website).filter(|(path, _)| path.starts_with("61.11/")) {
        let here = Address::root().file(path.strip_suffix("index.html").unwrap_or(path));
        assert_eq!(bundle::carried(page, &here, &plan, |_| true), *page, "{path}: with everything beside it nothing changes");
    }
}

/// Where there is a zip the pages that tell of it do so, and no other page changes: the zip holds those.
#[test]
fn a_zip_is_told_of_where_it_is_looked_for() {
    let plan = plan();
    let zip = DownloadFile {
        name: "situs-61.11.zip".to_owned(),
        label: "Situs ini".to_owned(),
        purpose: Use::Read,
        bytes: 1_344_187,
        pages: 0,
        sha256: "fedcba9876543210".repeat(4),
    };
    let with = Downloads { zip: Some(zip), ..downloads(&plan) };
    let (with, without) = (build(&plan, &with, false), website());
    for path in ["61.11/unduhan/index.html", "61.11/bagikan/index.html"] {
        assert!(words(&with[path]).contains("ZIP, 1,4 MB") && !words(&without[path]).contains("ZIP"), "{path}");
    }
    let changed: Vec<&String> = with.iter().filter(|(path, page)| without[*path] != **page).map(|(path, _)| path).collect();
    let tell = ["unduhan/", "bagikan/", "verifikasi/"];
    assert!(changed.iter().all(|path| tell.iter().any(|folder| path.contains(folder))), "{changed:?}");
}

/// The secretariats of the kecamatan: whom to call when the phone is all there is. Only with consent, within their term, and with a number.
#[test]
fn the_file_for_phones_names_the_kecamatan_that_may_be_shown() {
    let districts = "kecamatan:\n\
        \x20 - { nama: Satu, sekretariat: 'Panwas Satu @', alamat: 'Jalan Satu @', telepon: (0534) 000-0021, whatsapp: 0800-0000-0021, mulai: 2026-05-01, selesai: 2027-02-28, izin_web: ya, izin_cetak: tidak }\n\
        \x20 - { nama: Dua, telepon: (0534) 000-0022, mulai: 2026-05-01, selesai: 2027-02-28, izin_web: tidak, izin_cetak: ya }\n\
        \x20 - { nama: Tiga, telepon: (0534) 000-0023, mulai: 2025-05-01, selesai: 2026-02-28, izin_web: ya, izin_cetak: ya }\n\
        \x20 - { nama: Empat, alamat: Jalan Empat, mulai: 2026-05-01, selesai: 2027-02-28, izin_web: ya, izin_cetak: ya }\n";
    let with_districts = |(path, bytes): (&'static str, Vec<u8>)| match path.ends_with("61.11-kku/daerah.yaml") {
        true => (path, [bytes, hostile(districts).into_bytes()].concat()),
        false => (path, bytes),
    };
    let plan = plan_of(content().into_iter().map(with_districts).collect());
    let website = build(&plan, &downloads(&plan), false);
    let page = &website["61.11/saku.html"];
    let shown = words(page);
    assert!(
        shown.contains(&format!("Panwas Satu {PUNCTUATION}")) && shown.contains(&format!("Jalan Satu {PUNCTUATION}")),
        "{shown}"
    );
    assert!(page.contains("href=\"tel:+625340000021\"") && page.contains("href=\"https://wa.me/6280000000021\""), "{page}");
    for hidden in ["000-0022", "000-0023", "Jalan Empat"] {
        assert!(!page.contains(hidden), "{hidden}");
    }
    assert!(!website["61/saku.html"].contains("Panwas Satu"), "a province has no kecamatan");
}
