//! A child theme: one file changes one thing and the rest stays; what is wrong with one is told with its place. The guide shows the very
//! files that are tried here.

use std::fs;

use crate::harness::{Project, fixture, repository};

/// The smallest child themes, each a single file.
const SMALLEST: [(&str, &str); 2] =
    [("tema-satu-token", "themes/kantor/theme.yaml"), ("tema-satu-blok", "themes/kantor/web/lapor.html")];

fn build(project: &Project) {
    project.build(&["--only", "web"]).expect_code(0);
}

/// A page of the website.
fn page(project: &Project, path: &str) -> String {
    fs::read_to_string(project.path("output/situs").join(path)).unwrap()
}

/// The stylesheet of an edition.
fn stylesheet(project: &Project, folder: &str) -> String {
    let files = fs::read_dir(project.path("output/situs").join(folder).join("aset")).unwrap().map(|entry| entry.unwrap().path());
    let sheets: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "css")).collect();
    assert_eq!(sheets.len(), 1, "{sheets:?}");
    fs::read_to_string(&sheets[0]).unwrap()
}

#[test]
fn one_token_is_a_theme() {
    let project = Project::fixture("tema-satu-token");
    build(&project);
    let page = page(&project, "lapor/index.html");
    assert!(page.contains("<h1>Dua cara memberi tahu</h1>"), "the parent's templates");
    let css = stylesheet(&project, "");
    assert!(css.contains("--toska:#d8cfe6;") && css.contains("--tinta:#591c6e;"), "its own colour, and those of its parent");
}

#[test]
fn one_block_is_a_theme() {
    let project = Project::fixture("tema-satu-blok");
    build(&project);
    let lapor = page(&project, "lapor/index.html");
    assert!(lapor.contains("<p class=\"peringatan\">Kantor tutup pada hari libur nasional."), "its own block");
    assert!(lapor.contains("<h1>Dua cara memberi tahu</h1>") && lapor.contains("class=\"kaki\""), "the rest of its parent");
    assert!(!page(&project, "index.html").contains("Kantor tutup"), "other pages are as they were");
}

/// Nobody has to build to learn that a template can't be read, nor once for each.
#[test]
fn check_reads_all_templates() {
    let project = Project::fixture("tema-satu-blok")
        .write("themes/kantor/web/404.html", "{% extends \"induk/404.html\" %}\n{% block utma %}{% endblock %}\n")
        .write(
            "themes/kantor/web/cari.html",
            "{% extends \"induk/cari.html\" %}\n{% block utama %}{{ halaman | tangal }}{% endblock %}\n",
        );
    let said = project.check(&[]).expect_code(1).stderr;
    for place in ["themes/kantor/web/404.html:2:10", "themes/kantor/web/cari.html:2:"] {
        assert!(said.contains(place), "{said}");
    }
    assert_eq!(said.matches("galat[S910]").count(), 2, "{said}");
}

/// Nor to learn that a page finds not all that its template asks for.
#[test]
fn check_puts_pages_together() {
    let project = Project::base()
        .write("themes/kantor/web/desa.html", "{% extends \"induk/desa.html\" %}\n{% block sebelum_isi %}{{ desa.dusun }}{% endblock %}\n")
        .write("themes/kantor/web/lapor.html", "{% extends \"induk/lapor.html\" %}\n{% block sebelum_isi %}{% if kantor.jam.buka %}x{% endif %}{{ kantor.fax }}{% endblock %}\n")
        .edit("suluh.yaml", "tema: suluh", "tema: kantor");
    let said = project.check(&[]).expect_code(1).stderr;
    let places: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix(" --> themes/kantor/web/")).collect();
    assert_eq!(places, ["desa.html:2:32", "lapor.html:2:37", "lapor.html:2:70"], "{said}");
    project
        .write("themes/kantor/web/desa.html", "{% extends \"induk/desa.html\" %}\n")
        .write("themes/kantor/web/lapor.html", "{% extends \"induk/lapor.html\" %}\n")
        .check(&[])
        .expect_code(0);
}

#[test]
fn the_guide_shows_these_files() {
    let guide = fs::read_to_string(repository("docs/tema.md")).unwrap();
    for (name, path) in SMALLEST {
        let text = fs::read_to_string(fixture(name).join(path)).unwrap();
        assert!(guide.contains(&format!("\n{text}```")), "docs/tema.md does not show {path} of {name}");
        assert!(guide.contains(&format!("`{path}`")), "docs/tema.md does not name {path}");
    }
}

#[test]
fn rules_are_added_behind_those_of_the_parent() {
    let project = Project::fixture("tema-satu-token")
        .write("themes/kantor/static/tambahan.css", "/* kami */ .kartu { border-radius: 0; color: var(--judul) }\n");
    build(&project);
    let css = stylesheet(&project, "");
    assert!(
        css.ends_with(".kartu{border-radius: 0;color: var(--judul)}")
            || css.ends_with(".kartu{border-radius:0;color:var(--judul)}"),
        "{}",
        &css[css.len() - 90..]
    );
}

#[test]
fn a_region_wears_the_accent_it_chose_and_no_other_does() {
    let region = "content/daerah/61.11-kayong-utara/daerah.yaml";
    let project = Project::base().edit(region, "kode:", "aksen: lembayung\nkode:");
    build(&project);
    let (own, national) = (stylesheet(&project, "61.11"), stylesheet(&project, ""));
    assert!(own.contains("--toska:#e2c6f1;") && own.contains("--tinta:#591c6e;"), "its accent on the same ink");
    assert!(national.contains("--toska:#8fd9d0;"), "the other editions keep theirs");
}

#[test]
fn what_is_wrong_with_a_child_theme_is_told_at_once() {
    Project::fixture("tema-salah").build(&["--only", "web"]).expect_code(1).expect_nothing_published().expect_golden();
}

#[test]
fn a_parent_that_is_not_there() {
    Project::fixture("tema-induk-hilang").check(&[]).expect_code(1).expect_golden();
}

#[test]
fn a_theme_that_is_its_own_parent() {
    Project::fixture("tema-melingkar").check(&[]).expect_code(1).expect_golden();
}

#[test]
fn the_sheets_of_a_region_wear_its_accent_too() {
    let region = "content/daerah/61.11-kayong-utara/daerah.yaml";
    let project = Project::base().edit(region, "kode:", "aksen: lembayung\nkode:");
    project.build(&["--only", "print"]).expect_code(0);
    // Lavender is C10 M24, the torch's own turquoise C42 Y22.
    let (own, torch) = ("0.101960786 0.23921569 0 0 k", "0.41960785 0 0.21960784 0 k");
    for (folder, worn, not) in [("61.11", own, torch), ("nasional", torch, own)] {
        let inks = inks(&project.path("output/cetak").join(folder));
        assert!(inks.contains(worn) && !inks.contains(not), "{folder}");
    }
}

/// What the press files of an edition paint with.
fn inks(folder: &std::path::Path) -> String {
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
    let sheets = files.filter(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    let documents = sheets.map(|path| lopdf::Document::load(path).unwrap());
    let streams = documents.flat_map(|document| document.objects.into_values()).filter_map(|object| {
        let stream = object.as_stream().ok()?.clone();
        Some(stream.decompressed_content().unwrap_or(stream.content))
    });
    streams.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
}
