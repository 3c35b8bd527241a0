//! What holds for every page, whatever it shows.

use std::sync::Arc;

use super::{
    Website, attributes, build, content, document, downloads, element, html, ids, plan, plan_of, region, unescape, website, words,
};
use crate::content::{Kind, Page};
use crate::edition::Item;
use crate::plan::{EditionPlan, PageKind, Plan};
use crate::web::Downloads;

#[test]
fn the_visible_text_of_a_body_is_the_text_of_its_markdown() {
    let plan = plan();
    let website = build(&plan, &downloads(&plan), false);
    let mut seen = 0;
    for edition in &plan.editions {
        for page in &edition.pages {
            let Some(text) = body_text(edition, &page.kind) else { continue };
            let file = &website[&page.address.output_path()];
            assert_eq!(file.matches(" data-isi").count(), 1, "{}", page.address);
            let tag = file[..file.find(" data-isi").unwrap()].rsplit('<').next().unwrap();
            let shown = words(element(file, &format!("<{tag} data-isi")));
            assert_eq!(shown, text.split_whitespace().collect::<Vec<_>>().join(" "), "{}", page.address);
            seen += 1;
        }
    }
    assert!(seen >= 24, "{seen} bodies");
}

/// What the Markdown of a page says, for pages that have a body.
fn body_text(plan: &EditionPlan, kind: &PageKind) -> Option<String> {
    let edition = &plan.edition;
    fn body<T>(item: Option<&Item<T>>) -> Option<&crate::markdown::Document> {
        item.map(|item| &*item.body)
    }
    let document = match kind {
        PageKind::Home => body(edition.pages.get("beranda")),
        PageKind::Page(id) => body(edition.pages.get(id)),
        PageKind::Item(Kind::Violation, id) => body(edition.violations.get(id)),
        PageKind::Item(Kind::Regulation, id) => body(edition.regulations.get(id)),
        PageKind::Item(Kind::Sanction, id) => body(edition.sanctions.get(id)),
        PageKind::Item(Kind::Declaration, id) => body(edition.declarations.get(id)),
        _ => None,
    };
    // A QR code is a picture on the page; the text room, which has no address, says its words.
    document.map(|document| edition.visible_text(document).replace("/lapor/\n", "\n"))
}

#[test]
fn every_link_leads_to_a_file_and_an_anchor_that_are_there() {
    let website = website();
    for (path, page) in html(&website).filter(|(path, _)| !path.ends_with("404.html")) {
        for name in ["href", "src"] {
            for link in attributes(page, name) {
                follow(&website, path, &link);
            }
        }
    }
}

fn follow(website: &Website, from: &str, link: &str) {
    if ["https:", "tel:", "mailto:"].iter().any(|scheme| link.starts_with(scheme)) {
        return;
    }
    assert!(!link.starts_with('/'), "{from}: {link} is not relative");
    let (file, fragment) = link.split_once('#').map_or((link, None), |(file, fragment)| (file, Some(fragment)));
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{from}: {link} leaves the web root"),
            part => parts.push(part),
        }
    }
    let target = if file.is_empty() { from.to_owned() } else { parts.join("/") };
    if target.contains("/unduhan/") && !target.ends_with(".html") || target.starts_with("unduhan/brosur") {
        return; // made by print
    }
    let page = website.get(&target).unwrap_or_else(|| panic!("{from}: {link} leads to {target}, which is not there"));
    if let Some(fragment) = fragment {
        assert!(ids(page).contains(fragment), "{from}: {link}: no such place");
    }
}

/// What a search engine shows under the name of a page, and a chat beside a link: on every page, and short. The hostile names of the villages
/// of this project are longer than any real one.
#[test]
fn every_page_says_what_it_is_about() {
    for (path, page) in html(&website()) {
        let start = "<meta name=\"description\" content=\"";
        let said: Vec<String> =
            page.match_indices(start).map(|(at, _)| unescape(page[at + start.len()..].split('"').next().unwrap())).collect();
        let [said] = said.as_slice() else { panic!("{path}: {said:?}") };
        let longest = if path.contains("/d/") { 400 } else { 200 };
        assert!(!said.trim().is_empty() && said.chars().count() <= longest, "{path}: {said}");
    }
}

#[test]
fn a_page_without_a_summary_is_described_by_its_beginning() {
    let website = website();
    let has = |path: &str, text: &str| {
        let wanted = format!("<meta name=\"description\" content=\"{text}");
        assert!(website[path].contains(&wanted), "{path}");
    };
    has("tentang/index.html", "Utama Isi.\"");
    has("pelanggaran/satu/index.html", "Jangan &lt;/b&gt;");
    has("61.11/d/61.11.01.2002/index.html", "Siapa yang dihubungi di Desa Sutera, Kecamatan Satu, ");
}

/// Who wants to go there looks where it is; who taps the number for chats opens one.
#[test]
fn contacts_lead_where_they_say() {
    let website = website();
    let map = "https://www.openstreetmap.org/?mlat=-1.25&mlon=109.95#map=17/-1.25/109.95";
    for page in ["61.11/index.html", "61.11/lapor/index.html", "61.11/d/61.11.01.2002/index.html"] {
        assert!(attributes(&website[page], "href").iter().any(|href| href == map), "{page}");
    }
    let text = element(&website["61.11/lapor/index.html"], "<div class=\"tulisan tulisan-lapor\" data-isi");
    assert!(
        text.contains("WhatsApp: <a href=\"https://wa.me/6280000006111\" rel=\"external noopener\">0800-0000-6111</a>"),
        "{text}"
    );
    assert_eq!(text.matches("openstreetmap").count(), 1, "a post without coordinates has no map");
}

/// One place on a map is the nearest anyway; a list that is not on the page can't be sorted there.
#[test]
fn posts_with_places_can_be_sorted() {
    let sorted = |content: Vec<(&'static str, Vec<u8>)>| {
        let website = build(&plan_of(content), &Downloads::default(), false);
        let has = |path: &str| website[path].contains("aset/terdekat-");
        ["61.11/lapor/index.html", "61.11/tentang/index.html", "lapor/index.html"].map(has)
    };
    assert_eq!(sorted(content()), [false; 3]);
    let mut both = content();
    let (_, region) = both.iter_mut().find(|(path, _)| *path == "content/daerah/61.11-kku/daerah.yaml").unwrap();
    let second = "nama: Posko Dua, alamat: Jalan Dua, kecamatan: Dua";
    let with_place = String::from_utf8(region.clone()).unwrap().replace(second, &format!("{second}, koordinat: '-1.3, 110'"));
    *region = with_place.into_bytes();
    assert_eq!(sorted(both), [true, false, false]);
}

/// Of a whole country home lists provinces, and only those regencies that no province leads to.
#[test]
fn home_does_not_list_a_whole_country() {
    let below = |plan: &Plan| {
        let website = build(plan, &Downloads::default(), false);
        let panel = element(&website["index.html"], "<section class=\"panel\" aria-labelledby=\"_daerah\"").to_owned();
        attributes(&panel, "href")
    };
    assert_eq!(below(&plan()), ["https://kalbar.go.id/netral/", "61.11/index.html"], "few are listed one by one");
    let mut many = content();
    let codes: Vec<String> = (1..=13).flat_map(|number| [format!("61.{number:02}"), format!("62.{number:02}")]).collect();
    let others: Vec<(String, Vec<u8>)> = codes
        .iter()
        .filter(|code| *code != "61.11")
        .map(|code| {
            (format!("content/daerah/{code}-x/daerah.yaml"), format!("kode: \"{code}\"\nnama: Kabupaten {code}\n").into_bytes())
        })
        .collect();
    many.extend(others.iter().map(|(path, bytes)| (path.as_str(), bytes.clone())));
    let listed = below(&plan_of(many));
    assert_eq!(listed.len(), 14, "{listed:?}");
    assert!(listed.iter().skip(1).all(|href| href.starts_with("62.")), "{listed:?}");
}

#[test]
fn nothing_is_asked_of_another_host() {
    let website = website();
    for (path, page) in html(&website) {
        let loaded =
            page.match_indices("<link rel=\"stylesheet\" href=\"").chain(page.match_indices("<link rel=\"icon\" href=\""));
        for (at, start) in loaded {
            let address = page[at + start.len()..].split('"').next().unwrap();
            assert!(!address.contains("//"), "{path}: {address}");
        }
        for address in attributes(page, "src") {
            assert!(!address.contains(':') && !address.starts_with("//"), "{path}: {address}");
        }
        assert!(page.contains("content=\"default-src 'none';"), "{path} has no content security policy");
        assert!(!page.contains("unsafe-"), "{path}");
    }
    for (path, css) in website.iter().filter(|(path, _)| path.ends_with(".css")) {
        assert!(!css.contains("url(") && !css.contains("@import"), "{path}");
        // What a phone fetches is held by the browser tests (14 KB compressed); this holds a picture out of the stylesheet.
        assert!(css.len() <= 48_000, "{path} has {} bytes", css.len());
    }
}

#[test]
fn headings_landmarks_and_ids_are_in_order() {
    for (path, page) in html(&website()) {
        for (tag, count) in [("<h1", 1), ("<main", 1), ("<header", 1), ("<footer", 1), ("<title>", 1), ("<html lang=\"id\">", 1)]
        {
            assert_eq!(page.matches(tag).count(), count, "{path}: {tag}");
        }
        let all = attributes(page, "id");
        assert_eq!(all.len(), ids(page).len(), "{path}: an id stands twice in {all:?}");
        let mut level = 0;
        for (at, _) in page.match_indices("<h") {
            let Some(next) = page[at + 2..].chars().next().and_then(|c| c.to_digit(10)) else { continue };
            assert!(next <= level + 1, "{path}: h{next} after h{level}");
            level = next;
        }
        for reference in attributes(page, "aria-labelledby") {
            assert!(ids(page).contains(&reference), "{path}: {reference}");
        }
    }
}

#[test]
fn the_same_content_gives_the_same_bytes_in_any_order() {
    let plan = plan();
    let downloads = downloads(&plan);
    let forwards = build(&plan, &downloads, false);
    assert_eq!(forwards, build(&plan, &downloads, true));
    assert_eq!(forwards, website());
}

#[test]
fn a_revoked_law_says_so_and_names_its_successor() {
    let website = website();
    let page = &website["61.11/regulasi/uu-5-2014/index.html"];
    let ribbon = words(element(page, "<p class=\"cap-pita cap-dicabut\""));
    assert_eq!(ribbon, "Dicabut");
    let warning = words(element(page, "<aside class=\"peringatan peringatan-dicabut\""));
    assert_eq!(
        warning,
        "Peraturan ini sudah dicabut. Jangan dipakai sebagai dasar. Penggantinya: UU 20/2023, Pasal 76, sejak 31 Oktober 2023."
    );
    let article = element(page, "<article class=\"pasal\" id=\"pasal-2-huruf-f\"");
    assert!(article.contains("<a href=\"../uu-20-2023/index.html#pasal-2-huruf-f\">Pasal 2 huruf f UU 20/2023</a>"), "{article}");
    assert!(article.contains("href=\"../../pelanggaran/satu/index.html\""), "{article}");
    let violation = &website["61.11/pelanggaran/satu/index.html"];
    let basis = words(element(violation, "<ul class=\"dasar\""));
    assert!(basis.starts_with("Pasal 2 huruf f UU 5/2014 Sudah dicabut Asas"), "{basis}");
    assert!(basis.ends_with("Sekarang: Pasal 2 huruf f UU 20/2023"), "{basis}");
}

#[test]
fn confidence_and_days_are_shown() {
    let website = website();
    let shown = words(element(&website["61.11/pelanggaran/satu/index.html"], "<section class=\"bukti\""));
    for part in
        ["Keyakinan Tinggi: teks resmi", "Diperiksa 31 Januari 2026", "Ditinjau lagi sebelum 31 Januari 2027", "Catatan Catatan"]
    {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let sanction = words(element(&website["61.11/sanksi/berat/index.html"], "<aside class=\"peringatan\""));
    assert_eq!(sanction, "Sudah tertulis dalam peraturan, tetapi belum dapat dijatuhkan.");
}

#[test]
fn what_nothing_backs_is_marked_on_its_page_and_in_lists() {
    let website = website();
    let mark = "Isi halaman ini belum bersumber.";
    assert!(website["61.11/deklarasi/ikrar/index.html"].contains(mark));
    assert!(words(&website["61.11/deklarasi/index.html"]).contains("Belum bersumber"));
    assert!(!website["61.11/sanksi/berat/index.html"].contains(mark));
    assert!(!words(&website["61.11/sanksi/index.html"]).contains("Belum bersumber"));
}

#[test]
fn placeholder_contacts_are_marked_as_such() {
    let website = website();
    assert!(website["61.11/lapor/index.html"].contains("<aside class=\"contoh\""));
    assert!(!website["lapor/index.html"].contains("<aside class=\"contoh\""));
}

#[test]
fn editions_link_to_each_other() {
    let website = website();
    let national = &website["index.html"];
    assert!(national.contains("href=\"61.11/index.html\""), "a region on the same host is linked relatively");
    assert!(national.contains("href=\"https://kalbar.go.id/netral/\""), "one with its own address by that");
    assert!(website["61.11/lapor/index.html"].contains("href=\"../../index.html#_daerah\""));
    assert!(ids(national).contains("_daerah"));
}

/// The project of a region alone makes no national pages: a link there is whole, and none is better than one to a placeholder.
#[test]
fn a_region_made_alone_links_to_the_national_address() {
    let mut plan = plan();
    plan.editions.retain(|edition| edition.edition.code == region());
    let home = |plan: &Plan| build(plan, &Downloads::default(), false).remove("61.11/index.html").unwrap();
    let page = home(&plan);
    assert!(page.contains("href=\"https://contoh.go.id/#_daerah\""));
    assert!(!page.contains("href=\"../index.html"));
    let edition = Arc::make_mut(&mut plan.editions[0].edition);
    let site = Arc::make_mut(&mut edition.site);
    site.specimen = Some(site.place.clone());
    assert!(!home(&plan).contains("#_daerah"));
}

#[test]
fn a_missing_page_works_at_any_depth() {
    let website = website();
    let page = &website["404.html"];
    for href in attributes(page, "href") {
        assert!(href.starts_with('/') || href.starts_with('#') || href.contains(':'), "{href}");
    }
    assert!(page.contains("href=\"/lapor/\""));
    assert!(!page.contains("rel=\"canonical\""));
}

/// A host shows the page at its root, and an office's project has no national edition to lend its own.
#[test]
fn every_published_site_has_a_page_for_what_is_missing() {
    let there = website();
    assert!(there["61/404.html"].contains("href=\"/netral/cari/") && !there.contains_key("61.11/404.html"));
    let mut plan = plan();
    let edition = Arc::clone(&plan.editions.iter().find(|edition| edition.edition.code == region()).unwrap().edition);
    plan = Plan::new(vec![edition], Arc::clone(&plan.theme));
    let alone = build(&plan, &Downloads::default(), false);
    let page = &alone["61.11/404.html"];
    assert!(page.contains("role=\"search\"") && page.contains("href=\"/61.11/lapor/\""));
    assert!(element(page, "<main").contains("href=\"tel:+625340000000\""), "whoever is lost can call");
}

#[test]
fn search_engines_learn_every_page_once() {
    let plan = plan();
    let website = website();
    let sitemap = &website["61.11/sitemap.xml"];
    let edition = plan.edition(&region()).unwrap();
    assert_eq!(sitemap.matches("<loc>").count(), edition.pages.iter().filter(|page| page.kind.is_listed()).count());
    assert!(sitemap.contains("<loc>https://contoh.go.id/61.11/pelanggaran/satu/</loc><lastmod>2026-01-31</lastmod>"));
    assert!(["saku", "sematan", "luring"].iter().all(|name| !sitemap.contains(name)));
    assert!(sitemap.contains("<loc>https://contoh.go.id/61.11/d/61.11.01.2001/</loc>"));
    assert!(!website["sitemap.xml"].contains("404"));
    assert_eq!(
        website["robots.txt"],
        "User-agent: *\nAllow: /\n\nSitemap: https://contoh.go.id/sitemap.xml\nSitemap: https://contoh.go.id/61.11/sitemap.xml\n"
    );
    assert_eq!(website["61/robots.txt"], "User-agent: *\nAllow: /\n\nSitemap: https://kalbar.go.id/netral/sitemap.xml\n");
    assert!(website["61/index.html"].contains("<link rel=\"canonical\" href=\"https://kalbar.go.id/netral/\">"));
}

#[test]
fn downloads_show_picture_size_and_fingerprint() {
    let website = website();
    let page = &website["61.11/unduhan/index.html"];
    assert!(page.contains("<img src=\"brosur.png\" width=\"841\" height=\"595\""));
    let words = words(page);
    assert!(words.contains("Untuk dibaca PDF, 1,3 MB, 2 halaman"), "{words}");
    assert!(words.contains("Untuk percetakan PDF, 1,3 MB, 2 halaman SHA-256 0123456789ab"), "{words}");
}

/// However many pages an office writes, the foot of each names so many and leads to the list of all, which leads to each of them.
#[test]
fn the_map_is_cut_and_the_list_has_every_page() {
    const COUNT: usize = 40;
    let many = (0..COUNT).map(|number| -> (&'static str, Vec<u8>) {
        let path = format!("content/halaman/h-{number:02}.md").leak();
        (path, document(&format!("judul: Halaman {number:02} @\nkelompok: asn\n").replace(" @", ""), "Isi."))
    });
    let plan = plan_of(content().into_iter().chain(many).collect());
    let website = build(&plan, &downloads(&plan), false);
    let leads = |page: &str| attributes(page, "href").iter().filter(|href| href.contains("h-")).count();
    let list = &website["61.11/halaman/index.html"];
    assert!(element(list, "<main").contains("Halaman 39"));
    assert_eq!(leads(element(list, "<main")), COUNT);
    for path in ["61.11/index.html", "61.11/regulasi/uu-20-2023/index.html", "61.11/h-39/index.html"] {
        let foot = element(&website[path], "<footer");
        assert_eq!(leads(foot), Page::MOST_IN_MAP, "{path}");
        assert!(foot.contains("halaman/index.html\">Semua halaman</a>"), "{path}");
    }
    assert!(element(&website["61.11/h-39/index.html"], "<main").contains("Semua halaman</a>"), "beside the page too");
    assert!(!html(&super::website()).any(|(path, _)| path.ends_with("halaman/index.html")), "few pages have no list");
}

/// A region with posts says on its home page, and where one reports, where they are and when somebody is there.
#[test]
fn posts_are_told_with_their_hours() {
    let doors = document("judul: Lapor\n", "## Kabari {#kabari}\n\na\n\n## Lapor resmi {#lapor-resmi}\n\nb");
    let mut files = content();
    files.iter_mut().filter(|(path, _)| path.ends_with("halaman/lapor.md")).for_each(|file| file.1.clone_from(&doors));
    let plan = plan_of(files);
    let website = build(&plan, &downloads(&plan), false);
    let home = words(element(&website["61.11/index.html"], "<section class=\"panel\" aria-labelledby=\"_posko\""));
    for said in ["Senin </b>", "(0534) 000-0001", "Posko Dua Jalan Dua"] {
        assert!(home.contains(said), "{said}: {home}");
    }
    let report = words(element(&website["61.11/lapor/index.html"], "<div class=\"pintu\""));
    assert!(report.contains("Buka Senin </b>") && report.contains("Posko Dua Jalan Dua"), "{report}");
    assert!(!website["index.html"].contains("id=\"_posko\""), "the country has no posts");
}

/// A source is called as the texts call its website, with its address beside it.
#[test]
fn a_source_has_the_name_that_texts_give_its_website() {
    let page = document(
        "judul: Tentang\nsumber: ['https://www.rmol.id/a/1', 'https://lain.id/b']\nkeyakinan: sedang\n",
        "[RMOL](https://rmol.id/).",
    );
    let mut files = content();
    files.iter_mut().filter(|(path, _)| path.ends_with("halaman/tentang.md")).for_each(|file| file.1.clone_from(&page));
    let plan = plan_of(files);
    let page = &build(&plan, &downloads(&plan), false)["tentang/index.html"];
    assert!(
        page.contains(
            "<a href=\"https://www.rmol.id/a/1\" rel=\"external noopener\">RMOL</a> <span class=\"kecil\">rmol.id/a/1</span>"
        ),
        "{}",
        element(page, "<section class=\"bukti\"")
    );
    assert!(page.contains("<a href=\"https://lain.id/b\" rel=\"external noopener\">lain.id/b</a></li>"));
}
