//! What readers get on a screen: the edition of each piece, each page as a document, and the contact sheet.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use lopdf::{Document, Object};

use crate::harness::built::bundled;
use crate::harness::{Project, tools};

/// Where the bundled site says it stands.
const SITE: &str = "https://contoh.go.id/";

/// The files below `unduhan/` that are for readers: `-layar.pdf`, and those of pages in a folder a kind.
fn for_readers() -> Vec<PathBuf> {
    let folder_of_kind = |path: &Path| path.parent().and_then(Path::parent).is_some_and(|above| above.ends_with("unduhan"));
    let all = bundled().files("situs", ".pdf").into_iter();
    all.filter(|path| path.to_str().unwrap().ends_with("-layar.pdf") || folder_of_kind(path)).collect()
}

/// What the structure says, one element or text a line. Poppler grumbles at a key that its own specification allows.
fn structure(file: &Path) -> String {
    let output = tools::output("pdfinfo", [OsStr::new("-struct-text"), file.as_os_str()]);
    assert!(output.status.success(), "{}", file.display());
    String::from_utf8(output.stdout).unwrap()
}

/// The titles of the headings with their levels, in the order of the structure.
fn headings(file: &Path) -> Vec<(u8, String)> {
    fn descend(document: &Document, at: &Object, found: &mut Vec<(u8, String)>) {
        match document.dereference(at).map_or(at, |(_, object)| object) {
            Object::Array(kids) => kids.iter().for_each(|kid| descend(document, kid, found)),
            Object::Dictionary(element) => {
                let kind = element.get(b"S").and_then(Object::as_name).unwrap_or_default();
                if let [b'H', level @ b'1'..=b'9'] = kind {
                    let title = element.get(b"T").map(|title| lopdf::decode_text_string(title).unwrap());
                    found.push((level - b'0', title.unwrap_or_default()));
                }
                if let Ok(kids) = element.get(b"K") {
                    descend(document, kids, found);
                }
            }
            _ => {}
        }
    }
    let document = Document::load(file).unwrap();
    let mut found = Vec::new();
    descend(&document, document.catalog().unwrap().get(b"StructTreeRoot").unwrap(), &mut found);
    found
}

#[test]
fn every_piece_and_page_can_be_read_aloud() {
    let files = for_readers();
    let pieces = files.iter().filter(|path| path.to_str().unwrap().ends_with("-layar.pdf")).count();
    assert!(pieces >= 20 && files.len() - pieces >= 150, "{pieces} pieces, {} pages", files.len() - pieces);
    for file in files {
        let what = file.display();
        let document = Document::load(&file).unwrap();
        let catalog = document.catalog().unwrap();
        assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).unwrap(), b"id", "{what}");
        let metadata = catalog.get_deref(b"Metadata", &document).unwrap().as_stream().unwrap();
        let metadata = metadata.decompressed_content().unwrap_or_else(|_| metadata.content.clone());
        let metadata = String::from_utf8(metadata).unwrap();
        assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>") && metadata.contains("<dc:title>"), "{what}");
        assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Outlines"), "{what}");
        assert!(document.objects.values().all(|object| !object.as_dict().is_ok_and(|page| page.has(b"BleedBox"))), "{what}");
    }
}

/// Each has one title, and no level is skipped: a screen reader finds its way by them.
#[test]
fn headings_lead_through_every_file() {
    for file in for_readers() {
        let levels: Vec<u8> = headings(&file).into_iter().map(|(level, _)| level).collect();
        assert_eq!(levels.first(), Some(&1), "{}", file.display());
        assert!(levels.iter().filter(|level| **level == 1).count() == 1, "{}: {levels:?}", file.display());
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{}: {levels:?}", file.display());
    }
}

/// Cover, inside, back: the panels come as one turns them, whatever their place on the sheet.
#[test]
fn a_leaflet_is_read_as_it_is_turned() {
    let built = bundled();
    let source = built.source("content/cetak/brosur-warga.md");
    let title = |panel: &str| {
        let line = source.lines().find(|line| line.ends_with(&format!("{{#{panel}}}"))).unwrap();
        line.trim_start_matches('#').rsplit_once('{').unwrap().0.trim().to_owned()
    };
    let expected = ["sampul", "lipatan", "dalam-1", "dalam-2", "dalam-3", "belakang"].map(title);
    let file = built.output("situs/61.11/unduhan/brosur-warga-layar.pdf");
    let read: Vec<String> = headings(&file).into_iter().filter(|(level, _)| *level <= 2).map(|(_, title)| title).collect();
    assert_eq!(read, expected);
    let text = structure(&file);
    assert!(text.contains("Desa Anda") && !text.contains("CONTOH"), "{text}");
}

/// Where the head of a desa is called otherwise, whatever speaks of one in few words does too: nobody there would feel meant.
#[test]
fn a_village_head_is_called_as_people_there_do() {
    let shown = |region: &str, id: &str| {
        let text = tools::pdf_text(&bundled().output(&format!("situs/{region}/unduhan/{id}-layar.pdf")));
        text.to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect::<String>()
    };
    for id in ["spanduk-desa", "roll-up-kantor-desa", "spanduk-netralitas", "poster-desa", "poster-warga", "selebaran-fotokopi"] {
        let (here, there) = (shown("18.13", id), shown("61.11", id));
        assert!(here.contains("peratin") && !here.contains("kepaladesa"), "{id}: {here}");
        assert!(there.contains("kepaladesa") && !there.contains("peratin"), "{id}: {there}");
    }
}

/// The addresses that a reader of a PDF can tap.
fn targets(file: &Path) -> BTreeSet<String> {
    let document = Document::load(file).unwrap();
    let action = |object: &Object| {
        let action = object.as_dict().ok()?.get_deref(b"A", &document).ok()?.as_dict().ok()?;
        Some(String::from_utf8_lossy(action.get(b"URI").ok()?.as_str().ok()?).into_owned())
    };
    document.objects.values().filter_map(action).collect()
}

/// The addresses of the links in the running text of a page, as they are on the national website.
fn links(page: &str, folder: &str) -> Vec<String> {
    let Some((_, text)) = page.split_once("data-isi>") else { return Vec::new() };
    // What terms mean stands below the text and is not part of it.
    let ends = [
        "class=\"arti-istilah\"",
        "class=\"sengketa\"",
        "class=\"samping\"",
        "aria-labelledby=\"_dasar\"",
        "class=\"bukti\"",
        "class=\"dokumen",
    ];
    let end = ends.iter().filter_map(|end| text.find(end)).min().unwrap_or(text.len());
    let hrefs = text[..end].split("<a ").skip(1).filter_map(|link| link.split_once("href=\"")?.1.split_once('"'));
    let whole = |href: &str| {
        let href = href.replace("&amp;", "&");
        if href.contains(':') {
            return href;
        }
        let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in href.split('/') {
            match part {
                ".." => parts.truncate(parts.len().saturating_sub(1)),
                part => parts.push(part),
            }
        }
        format!("{SITE}{}", parts.join("/").replace("index.html", ""))
    };
    hrefs.map(|(href, _)| href).filter(|href| !href.starts_with('#')).map(whole).collect()
}

#[test]
fn no_link_of_a_page_is_lost() {
    let built = bundled();
    let mut counted = 0;
    for (kind, below) in [("halaman", ""), ("pelanggaran", "pelanggaran/"), ("regulasi", "regulasi/"), ("sanksi", "sanksi/")] {
        for file in built.files(&format!("situs/unduhan/{kind}"), ".pdf") {
            let id = file.file_stem().unwrap().to_str().unwrap().to_owned();
            let page = built.output(&format!("situs/{below}{id}/index.html"));
            let page = std::fs::read_to_string(page).unwrap();
            let there = targets(&file);
            for link in links(&page, &format!("{below}{id}")) {
                assert!(there.contains(&link), "{}: {link} is not in {there:?}", file.display());
                counted += 1;
            }
        }
    }
    assert!(counted > 200, "only {counted} links");
}

/// A page of a region that says the same leads to the national document; one that says something of its own has its own.
#[test]
fn pages_that_say_the_same_share_a_document() {
    let built = bundled();
    let page = |path: &str| std::fs::read_to_string(built.output(&format!("situs/61.11/{path}/index.html"))).unwrap();
    assert!(page("regulasi/uu-20-2023").contains("href=\"../../../unduhan/regulasi/uu-20-2023.pdf\""));
    assert!(!built.output("situs/61.11/unduhan/regulasi/uu-20-2023.pdf").exists());
    assert!(page("lapor").contains("href=\"../unduhan/halaman/lapor.pdf\""));
    let own = structure(&built.output("situs/61.11/unduhan/halaman/lapor.pdf"));
    assert!(own.contains("Bawaslu Kabupaten Kayong Utara"), "{own}");
}

#[test]
fn the_contact_sheet_shows_every_piece() {
    let built = bundled();
    let sheet = built.output("cetak/61.11/lembar-kontak.pdf");
    assert_eq!(std::fs::read(&sheet).unwrap(), std::fs::read(built.output("situs/61.11/unduhan/lembar-kontak.pdf")).unwrap());
    let titles = headings(&sheet);
    // A picture a side; cards and slides have one, without a number.
    let is_first = |picture: &&PathBuf| {
        let stem = picture.file_stem().unwrap().to_str().unwrap();
        stem.rsplit_once('-').and_then(|(_, side)| side.parse::<u32>().ok()).is_none_or(|side| side == 1)
    };
    let pieces = built.files("situs/61.11/unduhan", ".png").iter().filter(is_first).count();
    assert_eq!(titles.len(), pieces + 2, "{titles:?}");
    assert_eq!(titles.last().unwrap().1, "Disetujui untuk dicetak");
}

#[test]
fn a_site_may_go_without_documents() {
    let project = Project::base().edit("suluh.yaml", "tema: suluh", "tema: suluh\ndokumen: false");
    project.build(&["--only", "web"]).expect_code(0);
    let page = std::fs::read_to_string(project.path("output/situs/lapor/index.html")).unwrap();
    assert!(!page.contains("Unduh halaman ini"), "{page}");
    assert!(!project.path("output/situs/unduhan/halaman").exists());
}
