//! Tests of following bases on disk, and of what an overlay project is made of.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::Chain;
use crate::content::EditionCode;
use crate::diagnostics::Diagnostics;
use crate::project::sample::{codes, told};
use crate::project::{self, Project};
use crate::source::Digest;

const NATIONAL: [(&str, &str); 6] = [
    (
        "suluh.yaml",
        "judul: Nasional\nlembaga: Bawaslu\nurl: https://uji.go.id\ntema: uji\npemilihan: { nama: Pemilu, tahun: 2029, rezim: pemilu }\n",
    ),
    ("themes/uji/theme.yaml", "nama: Uji\nwarna: { tinta: { rgb: \"#112233\", cmyk: [1, 2, 3, 4] } }\n"),
    ("content/halaman/beranda.md", "---\njudul: Beranda\n---\nisi\n"),
    ("content/daerah/61-kalbar/daerah.yaml", "kode: \"61\"\nnama: Kalimantan Barat\nkantor: { telepon: 0561-301234 }\n"),
    ("content/daerah/61.11-ku/daerah.yaml", "kode: \"61.11\"\nnama: Contoh\nkantor: { telepon: 0561-301234 }\n"),
    ("content/daerah/18-lampung/daerah.yaml", "kode: \"18\"\nnama: Lampung\nkantor: { telepon: 0561-301234 }\n"),
];
const REGENCY: (&str, &str) =
    ("content/daerah/61.11-kayong-utara/daerah.yaml", "kode: \"61.11\"\nnama: Kayong Utara\nkantor: { telepon: 0534-301234 }\n");

/// Writes the files of a project below a folder.
fn write(root: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// The national project in `nasional` and an overlay project in `kabupaten` with this `suluh.yaml`.
fn folders(settings: &str) -> TempDir {
    let root = TempDir::new().unwrap();
    write(&root.path().join("nasional"), &NATIONAL);
    write(&root.path().join("kabupaten"), &[("suluh.yaml", settings), REGENCY]);
    root
}

fn read(root: &TempDir) -> (Option<Project>, Diagnostics) {
    let d = Diagnostics::new();
    let project = project::read(&Chain::open(&root.path().join("kabupaten"), &d), &d);
    (project, d)
}

fn edition_names(project: &Project) -> Vec<String> {
    project.editions.iter().map(ToString::to_string).collect()
}

#[test]
fn an_overlay_makes_only_its_own_regions_of_the_layers_of_its_base() {
    let root = folders("basis: { folder: ../nasional }\njudul: Kami\n");
    let (project, d) = read(&root);
    let project = project.unwrap();
    assert_eq!(told(d), "");
    assert_eq!(edition_names(&project), ["61.11"]);
    assert_eq!((project.site.title.value.as_str(), project.site.url.value.as_str()), ("Kami", "https://uji.go.id"));
    assert_eq!(project.theme.name, "Uji");
    let layers = |code: &str| project.layers(&EditionCode::parse(code).unwrap()).len();
    assert_eq!((layers("nasional"), layers("61")), (2, 1), "the national layers of both, the province of the base");
    assert_eq!((layers("61.11"), layers("18")), (1, 0), "no other region of the base is read");
    let d = Diagnostics::new();
    let edition = project.edition(&project.editions[0], "2026-11-22".parse().unwrap(), &d).unwrap();
    assert_eq!((edition.name.as_str(), edition.province.as_deref()), ("Kayong Utara", Some("Kalimantan Barat")));
    assert!(edition.pages.contains_key("beranda"));
    let place = &edition.pages["beranda"].data.meta.place;
    assert_eq!(place.path(), "../nasional/content/halaman/beranda.md");
}

#[test]
fn bases_stand_on_bases() {
    let root = folders("basis: { folder: ../provinsi }\n");
    let province = [
        ("suluh.yaml", "basis: { folder: ../nasional }\njudul: Provinsi\n"),
        ("content/daerah/61-barat/halaman/x.md", "---\njudul: X\n---\nisi\n"),
        ("content/halaman/beranda.md", "---\njudul: Rumah\n---\nisi\n"),
    ];
    write(&root.path().join("provinsi"), &province);
    let (project, d) = read(&root);
    assert_eq!(told(d), "");
    let project = project.unwrap();
    let d = Diagnostics::new();
    let edition = project.edition(&project.editions[0], "2026-11-22".parse().unwrap(), &d).unwrap();
    assert_eq!(project.site.title.value, "Provinsi");
    assert_eq!(edition.pages["beranda"].data.meta.title.value, "Rumah");
    assert_eq!(edition.pages["beranda"].path.as_ref(), "../provinsi/content/halaman/beranda.md");
    assert!(edition.pages.contains_key("x"), "a region's folder is known by its code, whatever its name");
}

#[test]
fn the_program_carries_a_base() {
    let root = folders("basis: bawaan\n");
    let (project, d) = read(&root);
    assert_eq!(told(d), "");
    let project = project.unwrap();
    assert_eq!(edition_names(&project), ["61.11"]);
    let national = project.layers(&EditionCode::National);
    assert!(national[0].pages.len() > 3 && national[1].pages.is_empty());
    assert!(!project.theme.font_files.is_empty());
}

#[test]
fn a_zip_is_a_base_when_it_is_the_one_that_was_written_down() {
    let (root, zip) = zipped();
    let settings = root.path().join("kabupaten/suluh.yaml");
    fs::write(&settings, format!("basis: {{ zip: ../nasional.zip, sha256: {} }}\n", Digest::of(&zip))).unwrap();
    let (project, d) = read(&root);
    assert_eq!(told(d), "");
    assert!(project.unwrap().layers(&EditionCode::National)[0].pages.contains_key("beranda"));
    fs::write(&settings, format!("basis: {{ zip: ../nasional.zip, sha256: {} }}\n", Digest::of(b"lain"))).unwrap();
    let (project, d) = read(&root);
    assert!(project.is_none());
    assert_eq!(codes(d), ["S155"], "and nothing is said of what the base would have had");
}

/// The two projects, and the national one as a zip in one folder, with the bytes of it.
fn zipped() -> (TempDir, Vec<u8>) {
    use std::io::Write as _;
    let root = folders("");
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (path, text) in NATIONAL {
        writer.start_file(format!("nasional/{path}"), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    fs::write(root.path().join("nasional.zip"), &bytes).unwrap();
    (root, bytes)
}

#[test]
fn what_basis_may_say() {
    let digest = "ab".repeat(32);
    let rows = [
        ("basis:\n".to_owned(), "S151"),
        ("basis: nasional.zip\n".to_owned(), "S151"),
        ("basis: [bawaan]\n".to_owned(), "S103"),
        ("basis: {}\n".to_owned(), "S151"),
        ("basis: { folder: /srv/nasional }\n".to_owned(), "S151"),
        ("basis: { folder: 'D:\\nasional' }\n".to_owned(), "S151"),
        ("basis: { folder: '..\\nasional' }\n".to_owned(), "S151"),
        (format!("basis: {{ folder: ../nasional, zip: a.zip, sha256: {digest} }}\n"), "S151"),
        (format!("basis: {{ folder: ../nasional, sha256: {digest} }}\n"), "S151"),
        ("basis: { zip: a.zip, sha256: 123 }\n".to_owned(), "S151"),
        ("basis: { zip: a.zip }\n".to_owned(), "S104"),
        ("basis: { foldr: ../nasional }\n".to_owned(), "S101"),
        ("basis: { folder: ../tidak-ada }\n".to_owned(), "S152"),
        (format!("basis: {{ zip: tidak-ada.zip, sha256: {digest} }}\n"), "S152"),
        ("basis: { folder: ../nasional/content }\n".to_owned(), "S152"),
        ("basis: { folder: . }\n".to_owned(), "S153"),
        ("basis: { folder: ../kabupaten }\n".to_owned(), "S153"),
    ];
    for (settings, code) in rows {
        let (project, d) = read(&folders(&settings));
        assert!(project.is_none(), "{settings}");
        let raised = codes(d);
        assert!(raised.contains(&code) && raised.len() <= 2, "{settings}: {raised:?}");
    }
}

#[test]
fn a_chain_that_leads_back_or_goes_too_deep() {
    let root = folders("basis: { folder: ../nasional }\n");
    fs::write(root.path().join("nasional/suluh.yaml"), "basis: { folder: ../kabupaten }\n").unwrap();
    assert_eq!(codes(read(&root).1), ["S153"]);
    let root = folders("basis: { folder: ../b1 }\n");
    for at in 1..9 {
        write(&root.path().join(format!("b{at}")), &[("suluh.yaml", &format!("basis: {{ folder: ../b{} }}\n", at + 1))]);
    }
    assert_eq!(codes(read(&root).1), ["S154"]);
}

#[test]
fn an_overlay_without_a_region_says_so() {
    let root = folders("basis: { folder: ../nasional }\n");
    fs::remove_dir_all(root.path().join("kabupaten/content")).unwrap();
    assert_eq!(codes(read(&root).1), ["S156"]);
}

#[test]
fn a_province_needs_no_file_that_its_base_has() {
    let root = folders("basis: { folder: ../nasional }\n");
    fs::remove_dir_all(root.path().join("kabupaten/content")).unwrap();
    write(&root.path().join("kabupaten"), &[("content/daerah/61-kalbar/halaman/x.md", "---\njudul: X\n---\nisi\n")]);
    let (project, d) = read(&root);
    assert_eq!(told(d), "");
    let project = project.unwrap();
    let d = Diagnostics::new();
    let edition = project.edition(&project.editions[0], "2026-11-22".parse().unwrap(), &d).unwrap();
    assert_eq!(edition.name, "Kalimantan Barat");
}

#[test]
fn themes_are_laid_file_by_file() {
    let lower = [
        (
            "themes/uji/theme.yaml",
            "nama: Bawah\nterkunci: [print/naskah.typ]\nwarna:\n  a: { rgb: \"#000001\", cmyk: [0, 0, 0, 1] }\n  b: { rgb: \"#000002\", cmyk: [0, 0, 0, 2] }\n",
        ),
        ("themes/uji/web/a.html", "a"),
        ("themes/uji/web/b.html", "b"),
        ("themes/uji/print/naskah.typ", "n"),
    ];
    let root = folders("basis: { folder: ../nasional }\n");
    write(&root.path().join("nasional"), &lower);
    let upper = [
        (
            "themes/uji/theme.yaml",
            "hapus: [web/b.html, web/tidak-ada.html]\nterkunci: [web/tidak-ada.html]\nwarna:\n  a: { rgb: \"#000009\", cmyk: [0, 0, 0, 9] }\n",
        ),
        ("themes/uji/web/a.html", "A"),
        ("themes/uji/web/c.html", "C"),
        ("themes/uji/print/naskah.typ", "N"),
    ];
    write(&root.path().join("kabupaten"), &upper);
    let (project, d) = read(&root);
    let theme = &project.unwrap().theme;
    let templates: Vec<_> = theme.web_templates.iter().map(|(path, text)| (path.as_str(), text.text())).collect();
    assert_eq!(templates, [("a.html", "A"), ("c.html", "C")]);
    assert_eq!(theme.print_templates["naskah.typ"].text(), "n", "locked");
    assert_eq!((theme.name.as_str(), theme.colours["a"].cmyk[3], theme.colours["b"].cmyk[3]), ("Bawah", 9, 2));
    assert_eq!(codes(d), ["S220", "S221", "S222"]);
}
