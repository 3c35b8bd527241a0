//! Village pages: rendered once a variant, filled a row at a time.

use super::{attributes, build, content, document, downloads, element, plan, plan_of, region, website, words};
use crate::content::Id;
use crate::diagnostics::{Diagnostics, SourceText, render::human};
use crate::web::page::{Links, Page};
use crate::web::view::village;
use crate::web::{DownloadFile, PieceFiles, WebHouse};

#[test]
fn filling_slots_gives_the_page_that_rendering_the_values_gives() {
    let plan = plan();
    let downloads = downloads(&plan);
    let website = build(&plan, &downloads, false);
    let d = Diagnostics::new();
    let house = WebHouse::new(&plan.theme, &d).unwrap();
    let edition = plan.edition(&region()).unwrap();
    let opened = house.edition(&plan, edition, &downloads);
    assert_eq!(edition.edition.villages.len(), 4);
    for row in edition.edition.villages.iter() {
        let address = edition.village(&row.code.value);
        let page = Page { house: &opened, address: &address, links: Links::Relative };
        let variant = village::Variant::of(&opened, row);
        let context = village::context(&page, &variant, &village::values(&opened, row));
        let direct = opened.template("desa.html", &context, &opened.around(&page), &d).unwrap();
        assert_eq!(website[&address.output_path()], direct, "{address}");
    }
}

#[test]
fn a_supervisor_shows_only_in_the_term_and_else_the_office_does() {
    let website = website();
    let who = |code: &str| words(element(&website[&format!("61.11/d/{code}/index.html")], "<section class=\"panel pengawas\""));
    assert!(who("61.11.01.2001").contains("0811-0000-0001"));
    let over = who("61.11.01.2002");
    assert!(over.starts_with("Siapa yang dihubungi Untuk Desa Sutera, hubungi kantor kabupaten: Kantor"), "{over}");
    assert!(over.contains("(0534) 000-0000"));
    for (path, page) in &website {
        assert!(!page.contains("0811-0000-0002") && !page.contains("Lewat Masa"), "{path} shows a contact whose term is over");
    }
}

#[test]
fn a_village_has_its_own_posts_brochure_and_kind() {
    let website = website();
    let page = |code: &str| &website[&format!("61.11/d/{code}/index.html")];
    let posts = |code: &str| page(code).matches("<li class=\"posko\"").count();
    assert_eq!((posts("61.11.01.2001"), posts("61.11.02.2001"), posts("61.11.03.1001")), (1, 1, 2), "its kecamatan's, else all");
    assert!(page("61.11.02.2001").contains("href=\"../../unduhan/61.11.02.2001.pdf\" download"));
    assert!(!page("61.11.03.1001").contains("2001.pdf\" download>"), "there is no brochure of this one");
    assert!(page("61.11.03.1001").contains("<h1>Kelurahan Kota</h1>"));
    assert!(page("61.11.02.2001").contains("<link rel=\"canonical\" href=\"https://contoh.go.id/61.11/d/61.11.02.2001/\">"));
}

/// What is printed for a village beside its brochure is on its page, and on that of no other.
#[test]
fn every_file_of_a_village_is_on_its_page() {
    let mut files = content();
    files.push(("content/cetak/selebaran.md", document("judul: 'Selebaran @'\nformat: brosur\nper_desa: true\n", "Isi.")));
    let plan = plan_of(files);
    let mut downloads = downloads(&plan);
    let brochure = &downloads.pieces[&Id::new("brosur").unwrap()];
    let leaflet = |(code, file): (&String, &DownloadFile)| {
        (code.clone(), DownloadFile { name: format!("selebaran-{code}.pdf"), ..file.clone() })
    };
    let villages = brochure.villages.iter().map(leaflet).collect();
    downloads.pieces.insert(Id::new("selebaran").unwrap(), PieceFiles { villages, ..PieceFiles::default() });
    let website = build(&plan, &downloads, false);
    for code in ["61.11.01.2001", "61.11.01.2002", "61.11.02.2001"] {
        let hrefs = attributes(&website[&format!("61.11/d/{code}/index.html")], "href");
        let own: Vec<_> = hrefs.iter().filter(|href| href.contains("/unduhan/") && href.ends_with(".pdf")).collect();
        assert_eq!(own, [&format!("../../unduhan/{code}.pdf"), &format!("../../unduhan/selebaran-{code}.pdf")]);
    }
    assert!(!website["61.11/d/61.11.03.1001/index.html"].contains("selebaran-"));
}

#[test]
fn a_template_that_changes_a_slot_is_told_so() {
    let mut plan = plan();
    let mut theme = (*plan.theme).clone();
    let text = theme.web_templates["desa.html"].text().replace("{{ desa.kode }}", "{{ desa.kode | upper }}");
    theme.web_templates.insert("desa.html".to_owned(), SourceText::new("themes/suluh/web/desa.html", text));
    plan.theme = theme.into();
    let d = Diagnostics::new();
    let house = WebHouse::new(&plan.theme, &d).unwrap();
    let edition = plan.edition(&region()).unwrap();
    let page = edition.pages.iter().find(|page| page.address.as_str().contains("/d/")).unwrap();
    let downloads = downloads(&plan);
    assert!(house.edition(&plan, edition, &downloads).render(page, &d).is_empty());
    let expected = "galat[S913]: templat mengubah ruang isi `DESA.KODE`\n--> themes/suluh/web/desa.html\n = sebab: nilai desa diisi sesudah halaman disusun, jadi tidak dapat diberi filter\n = saran: cetak nilai `desa` apa adanya; untuk memilih, pakai `ragam`\n";
    assert_eq!(human(&d.into_sorted(), false), expected);
}
