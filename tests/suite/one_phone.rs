//! A new telephone number of one office is in everything that shows it, and touches nothing else.

use std::collections::BTreeSet;
use std::fs;

use rayon::prelude::*;

use crate::harness::{Project, Tree, repository, tools};

const OLD: &str = "(0534) 000-0000";
const NEW: &str = "(0534) 777-6543";

/// Whether a path belongs to 61.11, or is the index of all editions.
fn may_change(path: &str) -> bool {
    let own = ["situs/61.11/", "cetak/61.11/"].iter().any(|folder| path.starts_with(folder));
    own || matches!(path, "manifes/61.11.json" | "manifes/indeks.json")
}

#[test]
fn it_is_everywhere_and_nowhere_else() {
    let project = Project::bundled();
    project.build(&[]).expect_code(0);
    let before = Tree::of(&project.path("output"));
    let shown_before = showing(&project, OLD);
    let office = "content/daerah/61.11-kayong-utara/daerah.yaml";
    let project = project.edit(office, OLD, NEW);
    project.build(&[]).expect_code(0);
    let after = Tree::of(&project.path("output"));

    let changed = before.changed(&after);
    let foreign: Vec<_> = changed.iter().filter(|path| !may_change(path)).collect();
    assert!(foreign.is_empty(), "{foreign:#?}");
    let rewritten: Vec<_> = before.touched(&after).difference(&changed).copied().collect::<Vec<_>>();
    assert!(rewritten.is_empty(), "written again with the same bytes: {rewritten:#?}");

    assert_eq!(to_reprint(&project), pieces_of(&changed), "the list of what to print anew is that of the files that changed");
    assert_eq!(showing(&project, NEW), shown_before);
    assert!(showing(&project, OLD).is_empty());
    let must: Vec<String> = must_show(&after).collect();
    let missing: Vec<_> = must.iter().filter(|path| !shown_before.contains(*path)).collect();
    assert!(missing.is_empty(), "these do not show the number: {missing:#?}");
}

/// The pieces that the list beside the output names, by id.
fn to_reprint(project: &Project) -> BTreeSet<String> {
    let list = fs::read_to_string(project.path("output-laporan/cetak-ulang.txt")).unwrap();
    assert!(list.contains("\nKabupaten Kayong Utara (61.11)\n"), "{list}");
    let pieces = list.lines().filter(|line| line.starts_with("- ")).map(|line| {
        let (before, _) = line.split_once("): berubah 22 November 2026").unwrap();
        before.rsplit_once('(').unwrap().1.to_owned()
    });
    pieces.collect()
}

/// The pieces whose sheets are among these files, by their folders.
fn pieces_of(changed: &BTreeSet<&str>) -> BTreeSet<String> {
    let sheets = changed.iter().filter_map(|path| path.strip_prefix("cetak/61.11/")).filter(|path| path.ends_with(".pdf"));
    let folders = sheets.filter_map(|path| Some(path.split_once('/')?.0.to_owned()));
    let folders: BTreeSet<String> = folders.collect();
    assert!(folders.contains("brosur-warga") && !folders.contains("spanduk-netralitas"), "{folders:?}");
    folders
}

/// What waits to be printed anew is told build after build, until somebody takes its line out or it is again as it was printed.
#[test]
fn a_list_of_what_to_print_anew_forgets_nothing() {
    let project = Project::base();
    let list = project.path("output-laporan/cetak-ulang.txt");
    let (print, summary) = (["--only", "print", "--region", "61.11"], "Lihat aparat memihak? Kabari Bawaslu.");
    let told = |project: &Project| {
        let said = project.build(&print).expect_code(0).stdout;
        let told = said.lines().filter(|line| line.starts_with("Berubah:") || line.starts_with("Masih menunggu:"));
        let told: Vec<String> = told.map(|line| line.split("; ").next().unwrap().to_owned()).collect();
        let text = fs::read_to_string(&list).unwrap_or_default();
        (told.join("\n"), text.split_once("(61.11)\n").map_or(text.as_str(), |(_, rest)| rest).to_owned())
    };
    assert_eq!(told(&project), (String::new(), String::new()), "nothing was printed before");

    let project = project.edit("content/daerah/61.11-kayong-utara/daerah.yaml", "(0534) 5550-6111", "(0534) 5550-6999");
    let leaflets = "Cetak ulang:\n- Brosur netralitas (brosur-warga): berubah 22 November 2026; semua desa (3)\n";
    assert_eq!(told(&project), ("Berubah: 1 bahan perlu dicetak ulang".to_owned(), leaflets.to_owned()));

    let project = project.edit("content/cetak/spanduk.md", summary, "Ada aparat memihak? Kabari Bawaslu.");
    let banner = "Tidak dipesan; ganti hanya bila pernah dicetak atau dipakai:\n- Spanduk netralitas (spanduk): berubah 22 November 2026\n";
    let said = "Berubah: 1 bahan lain yang tidak dipesan\nMasih menunggu: 1 bahan yang berubah sebelum ini";
    assert_eq!(told(&project), (said.to_owned(), format!("{leaflets}{banner}")));
    let before = fs::metadata(&list).unwrap().modified().unwrap();
    let waits = "Masih menunggu: 1 bahan yang berubah sebelum ini";
    assert_eq!(told(&project), (waits.to_owned(), format!("{leaflets}{banner}")), "nothing changed");
    assert_eq!(fs::metadata(&list).unwrap().modified().unwrap(), before);
    project.build(&["--only", "web"]).expect_code(0);
    assert_eq!(fs::metadata(&list).unwrap().modified().unwrap(), before);

    let text = fs::read_to_string(&list).unwrap();
    fs::write(&list, text.replace(leaflets, "")).unwrap();
    assert_eq!(told(&project), (String::new(), banner.to_owned()), "the leaflets have been printed");

    let project = project.edit("content/cetak/spanduk.md", "Ada aparat memihak? Kabari Bawaslu.", summary);
    assert_eq!(told(&project), (String::new(), "Tidak ada yang perlu dicetak ulang.\n".to_owned()));
}

/// Pages and sheets that show a number.
fn showing(project: &Project, number: &str) -> BTreeSet<String> {
    let output = project.path("output");
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let shows = |path: &str| {
        let file = output.join(path);
        match path.rsplit('.').next() {
            Some("html") => fs::read_to_string(file).unwrap().contains(number),
            Some("pdf") => squeezed(&tools::pdf_text(&file)).contains(&squeezed(number)),
            _ => false,
        }
    };
    let tree = Tree::of(&output);
    let paths: Vec<&str> = tree.paths().collect();
    paths.into_par_iter().filter(|path| shows(path)).map(str::to_owned).collect()
}

/// What shows the number of an office:
/// * every page of its edition, at the foot;
/// * `lapor`, `posko` and the other pages with `{{ kontak }}`, in the text besides;
/// * the page of each village;
/// * the leaflets of each village whose own supervisor is not printed, and the leaflets of all villages,
///   in both places. Banners, posters and declaration sheets show one number, and that is WhatsApp.
fn must_show(after: &Tree) -> impl Iterator<Item = String> {
    let pages = after.paths().filter(|path| path.starts_with("situs/61.11/") && path.ends_with(".html"));
    let pages: Vec<String> = pages.map(str::to_owned).collect();
    for page in ["index", "lapor/index", "posko/index", "pelanggaran/index", "unduhan/index", "desa/index"] {
        assert!(pages.contains(&format!("situs/61.11/{page}.html")), "no {page}");
    }
    let table = fs::read_to_string(repository("content/daerah/61.11-kayong-utara/desa.csv")).unwrap();
    let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|row| row.split(',').collect()).collect();
    assert_eq!(rows.len(), 43);
    assert_eq!(pages.iter().filter(|page| page.starts_with("situs/61.11/d/")).count(), rows.len());
    let without: Vec<&str> = rows.iter().filter(|row| row[4].is_empty()).map(|row| row[0]).collect();
    assert!(without.len() > 30, "{without:?}");
    let press = |piece: &str, part: &str| {
        let folder = format!("cetak/61.11/{piece}/");
        let mut files = after.paths().filter(|path| path.starts_with(&folder) && path.contains(part));
        files.next().unwrap_or_else(|| panic!("no press file of {piece} with {part}")).to_owned()
    };
    let of_piece = |piece: &'static str| {
        let own = without.iter().flat_map(|code| [press(piece, code), format!("situs/61.11/unduhan/{piece}-{code}.pdf")]);
        own.chain([press(piece, "_Semua-Desa"), format!("situs/61.11/unduhan/{piece}.pdf")]).collect::<Vec<_>>()
    };
    let sheets: Vec<String> = ["brosur-warga", "selebaran-warga"].into_iter().flat_map(of_piece).collect();
    pages.into_iter().chain(sheets)
}
