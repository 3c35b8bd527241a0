//! What an edition will hold, and links that lead to it or nowhere.

use std::sync::Arc;

use super::{PageKind, Plan};
use crate::content::EditionCode;
use crate::diagnostics::Diagnostics;
use crate::project::sample::{PROVINCE, REGENCY, codes, project};

const HOME: (&str, &str) = ("content/halaman/beranda.md", "---\njudul: Beranda\n---\n## Bagian\n\nisi\n");
const LAPOR: (&str, &str) = ("content/halaman/lapor.md", "---\njudul: Lapor\n---\n## Cara\n\nisi\n");
const VILLAGES: (&str, &str) =
    ("content/daerah/61.11-ku/desa.csv", "kode,nama,kecamatan,jenis\n61.11.01.2001,Sutera,Sukadana,desa\n");
const LAW: (&str, &str) = (
    "content/regulasi/uu-1-2020.md",
    "---\njudul: T\njenis: UU\nnomor: '1'\ntahun: 2020\nstatus: berlaku\nrezim: umum\nsumber: x\nkeyakinan: tinggi\npasal: [{ nomor: Pasal 1, ringkasan: r }]\n---\nisi\n",
);
const BANNER: &str = "content/cetak/s.md";

fn plan(files: &[(&str, &str)]) -> (Plan, Diagnostics) {
    let mut all = vec![PROVINCE, REGENCY, HOME, LAPOR, VILLAGES, LAW];
    all.extend(files);
    let (project, d) = project(&all);
    let project = project.unwrap();
    let as_of = "2026-11-22".parse().unwrap();
    // Handed over in the wrong order on purpose.
    let editions =
        project.edition_codes().iter().rev().filter_map(|code| project.edition(code, as_of, &d)).map(Arc::new).collect();
    let plan = Plan::new(editions, Arc::clone(&project.theme));
    plan.check_links(&d);
    (plan, d)
}

#[test]
fn addresses_are_short_and_the_national_edition_comes_first() {
    let (plan, _) = plan(&[(BANNER, "---\njudul: T\nformat: x\n---\n")]);
    let codes: Vec<_> = plan.editions.iter().map(|edition| edition.edition.code.as_str()).collect();
    assert_eq!(codes, ["nasional", "61", "61.11"]);
    let addresses: Vec<_> = plan.editions[2].pages.iter().map(|page| page.address.as_str()).collect();
    assert_eq!(
        addresses,
        [
            "/61.11/",
            "/61.11/lapor/",
            "/61.11/regulasi/",
            "/61.11/regulasi/uu-1-2020/",
            "/61.11/unduhan/",
            "/61.11/verifikasi/",
            "/61.11/desa/",
            "/61.11/d/61.11.01.2001/",
            "/61.11/bagikan/",
            "/61.11/sematan/",
            "/61.11/saku.html",
            "/61.11/luring.html",
            "/61.11/cari/",
        ]
    );
    assert!(plan.editions[0].pages.iter().any(|page| page.kind == PageKind::NotFound));
    assert!(plan.edition(&EditionCode::National).is_some());
}

#[test]
fn villages_make_sheets_only_where_there_are_some() {
    let (plan, _) = plan(&[(BANNER, "---\njudul: T\nformat: x\nper_desa: true\n---\n")]);
    let sheets: Vec<_> = plan.editions.iter().map(|edition| edition.sheets.len()).collect();
    assert_eq!(sheets, [0, 0, 1]);
}

#[test]
fn what_is_printed_is_the_whole_address() {
    let (first, _) = plan(&[]);
    let edition = &first.editions[2];
    assert_eq!(edition.printed(&edition.root.resolve("/lapor/")), "https://uji.go.id/61.11/lapor/");
    let own =
        ("content/daerah/61.11-ku/daerah.yaml", "kode: \"61.11\"\nnama: K\nurl: https://ku.go.id/\nkantor: { telepon: 1 }\n");
    let (second, _) = plan(&[own]);
    let edition = &second.editions[2];
    assert_eq!(edition.printed(&edition.root.resolve("/lapor/")), "https://ku.go.id/lapor/", "its own address has no code in it");
}

#[test]
fn links_lead_to_what_is_planned() {
    let rows: [(&str, &[&str]); 11] = [
        ("[a](/lapor/)", &[]),
        ("[a](/lapor/#cara)", &[]),
        ("[a](/lapor/#bukan)", &["S241"]),
        ("[a](/lapur/)", &["S240"]),
        ("[a](/regulasi/uu-1-2020/#pasal-1)", &[]),
        ("[a](/regulasi/uu-1-2020/#pasal-2)", &["S241"]),
        ("## Sini\n\n[a](#sini)", &[]),
        ("![](qr:/lapor/)", &[]),
        ("![](qr:/lapur/)", &["S243"]),
        ("![x](gambar/a.png)", &["S242"]),
        ("[a](/unduhan/)", &["S240"]),
    ];
    for (body, expected) in rows {
        let text = format!("---\njudul: T\n---\n{body}\n");
        let (_, d) = plan(&[("content/halaman/tes.md", &text)]);
        // The same page stands in three editions; the same finding is told once for each name.
        let mut raised = codes(d);
        raised.dedup();
        assert_eq!(raised, expected, "{body}");
    }
}

#[test]
fn the_code_of_a_banner_leads_somewhere() {
    let (_, d) = plan(&[(BANNER, "---\njudul: T\nformat: x\nqr: /tidak-ada/\n---\n")]);
    assert!(codes(d).iter().all(|code| *code == "S243"));
    let (_, d) = plan(&[(BANNER, "---\njudul: T\nformat: x\nqr: /lapor/\n---\n")]);
    assert!(codes(d).is_empty());
}

/// What a layer leaves out: links from below become plain text, those of its own and QR codes are wrong.
#[test]
fn links_to_what_was_left_out() {
    const REMOVED: &str = "---\nhapus: true\n---\n";
    const LINK: &str = "---\njudul: T\n---\n[a](/tes/) dan [b](/tes/)\n";
    const QR: &str = "---\njudul: T\n---\n![](qr:/tes/)\n";
    let tes = ("content/halaman/tes.md", "---\njudul: T\n---\nisi\n");
    let own = |path: &'static str| (path, REMOVED);
    let (regency, province) = (own("content/daerah/61.11-ku/halaman/tes.md"), own("content/daerah/61-kalbar/halaman/tes.md"));
    type Pairs<'a> = &'a [(&'a str, &'a str)];
    let rows: [(Pairs<'_>, Pairs<'_>); 8] = [
        (&[tes, regency], &[]),
        (&[tes, regency, ("content/halaman/a.md", LINK)], &[("S244", regency.0)]),
        // For the kabupaten too, it is the province's file, told once.
        (&[tes, province, ("content/halaman/a.md", LINK)], &[("S244", province.0)]),
        (&[tes, regency, ("content/daerah/61-kalbar/halaman/a.md", LINK)], &[("S244", regency.0)]),
        (&[tes, regency, ("content/daerah/61.11-ku/halaman/a.md", LINK)], &[("S240", "content/daerah/61.11-ku/halaman/a.md")]),
        (&[tes, province, ("content/daerah/61.11-ku/halaman/a.md", LINK)], &[("S240", "content/daerah/61.11-ku/halaman/a.md")]),
        (&[tes, regency, ("content/halaman/a.md", QR)], &[("S243", regency.0)]),
        (&[own("content/daerah/61.11-ku/halaman/beranda.md")], &[("S245", "content/daerah/61.11-ku/halaman/beranda.md")]),
    ];
    for (files, expected) in rows {
        let (_, d) = plan(files);
        let mut problems = d.into_sorted();
        problems.dedup_by_key(|problem| (problem.code, problem.place.clone().map(|place| place.path().to_owned())));
        let found: Vec<_> = problems.iter().map(|problem| (problem.code, problem.path().unwrap())).collect();
        assert_eq!(found, expected, "{files:?}");
    }
}

#[test]
fn what_a_layer_adds_again_is_there() {
    let files = [
        ("content/halaman/a.md", "---\njudul: T\n---\n[a](/lapor/)\n"),
        ("content/daerah/61-kalbar/halaman/lapor.md", "---\nhapus: true\n---\n"),
        ("content/daerah/61.11-ku/halaman/lapor.md", "---\njudul: Lapor\n---\nisi\n"),
    ];
    let (plan, d) = plan(&files);
    assert_eq!(codes(d), ["S244"], "in the province only");
    assert!(plan.editions[1].edition.removed.len() == 1 && plan.editions[2].edition.removed.is_empty());
}

/// A banner that names no address leads to the page on reporting; a region that left it out would print a code that leads nowhere.
#[test]
fn the_usual_code_leads_somewhere_too() {
    let removed = ("content/daerah/61.11-ku/halaman/lapor.md", "---\nhapus: true\n---\n");
    for piece in ["---\njudul: T\nformat: x\n---\n", "---\njudul: T\nformat: x\nper_desa: true\n---\n"] {
        let (_, d) = plan(&[(BANNER, piece), removed]);
        let found: Vec<_> = d.into_sorted().iter().map(|one| (one.code, one.path().unwrap().to_owned())).collect();
        assert_eq!(found, [("S243", removed.0.to_owned())], "{piece}");
    }
}

/// The search page can't be replaced by accident, nor a region hidden by a page with its code.
#[test]
fn a_page_takes_no_address_that_the_program_fills() {
    for name in ["cari", "unduhan", "halaman", "61"] {
        let path = format!("content/halaman/{name}.md");
        let (_, d) = plan(&[(&path, "---\njudul: T\n---\nisi\n")]);
        assert_eq!(codes(d), ["S247"], "{name}");
    }
    let (_, d) = plan(&[("content/halaman/cari-posko.md", "---\njudul: T\n---\nisi\n")]);
    assert!(codes(d).is_empty());
}

/// Every address that is not that of a page in `content/halaman/` begins with a name that no such page can have.
#[test]
fn whatever_the_program_makes_has_its_name_taken() {
    let (plan, _) = plan(&[(BANNER, "---\njudul: T\nformat: x\n---\n")]);
    for edition in &plan.editions {
        let made = edition.pages.iter().filter(|page| !matches!(page.kind, PageKind::Home | PageKind::Page(_)));
        for page in made.filter(|page| page.address.is_page()) {
            let inside = page.address.as_str().strip_prefix(edition.root.as_str()).unwrap();
            let name = inside.split('/').next().unwrap();
            assert!(super::taken::TAKEN.contains(&name), "{}", page.address);
        }
    }
}

/// The foot of each page names so many pages of a group; of more, there is a list of all.
#[test]
fn many_pages_have_a_list_of_their_own() {
    let files = |count: usize| -> Vec<(String, &str)> {
        (0..count).map(|number| (format!("content/halaman/h-{number}.md"), "---\njudul: T\n---\nisi\n")).collect()
    };
    // *Lapor* is one of the group too.
    for (count, listed) in [(crate::content::Page::MOST_IN_MAP - 1, false), (crate::content::Page::MOST_IN_MAP, true)] {
        let files = files(count);
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        let (plan, _) = plan(&files);
        let list = plan.editions[0].pages.iter().any(|page| page.kind == PageKind::List(crate::content::Kind::Page));
        assert_eq!(list, listed, "{count}");
    }
}
