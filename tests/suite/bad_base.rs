//! Bad layers and bad bases: the whole message of each, as [`crate::bad_input`] has them for the rest.
//!
//! Zips are made here, because a repository shows nobody what is in them.

use std::io::{Cursor, Write as _};

use sha2::{Digest as _, Sha256};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::harness::{Project, leaves_the_last_build_alone};

/// A zip of these files.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(*path, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The zip that a fixture has beside its project, where it has one.
fn beside(fixture: &str) -> Option<Vec<u8>> {
    const SETTINGS: (&str, &[u8]) = ("suluh.yaml", b"judul: Nasional\n");
    let whole = || zip(&[SETTINGS, ("content/halaman/lapor.md", b"---\njudul: Lapor\n---\nisi\n")]);
    match fixture {
        "zip-sidik-salah" => Some(b"kiriman lain".to_vec()),
        "bukan-zip" => Some(b"%PDF-1.7 yang diganti namanya".to_vec()),
        "zip-terpotong" => Some(whole()[..150].to_vec()),
        "zip-keluar" => {
            Some(zip(&[SETTINGS, ("content/../../.bashrc", b"x"), ("/etc/passwd", b"x"), ("content\\halaman\\a.md", b"x")]))
        }
        // Small on the way, 300 MiB once unpacked: a text larger than a text may be, and pictures that are too much together.
        "zip-bom" => {
            let zeros = vec![0; 30 * 1024 * 1024];
            let names: Vec<String> = (0..10).map(|at| format!("content/gambar/{at}.png")).collect();
            let mut files = vec![SETTINGS, ("content/a.md", zeros.as_slice())];
            files.extend(names.iter().map(|name| (name.as_str(), zeros.as_slice())));
            Some(zip(&files))
        }
        _ => None,
    }
}

/// Lays a fixture over the small project, with what lies beside it.
fn project(fixture: &str) -> Project {
    let project = Project::fixture(fixture);
    if fixture == "basis-melingkar" {
        let province = project.beside("provinsi");
        std::fs::create_dir(&province).unwrap();
        std::fs::write(province.join("suluh.yaml"), "basis:\n  folder: ../proyek\n").unwrap();
    }
    if fixture == "lock-rusak" {
        // Only a region over the base that the program carries.
        for entry in ["cetak", "deklarasi", "halaman", "pelanggaran", "regulasi", "sanksi"] {
            std::fs::remove_dir_all(project.path("content").join(entry)).unwrap();
        }
        std::fs::remove_dir_all(project.path("themes")).unwrap();
        return project.remove("content/pelaporan.yaml");
    }
    let Some(bytes) = beside(fixture) else { return project };
    std::fs::write(project.beside("nasional.zip"), &bytes).unwrap();
    if fixture == "zip-sidik-salah" {
        return project;
    }
    let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    project.edit("suluh.yaml", "[SIDIK]", &digest)
}

const ALL: [&str; 15] = [
    "berkas-terkunci",
    "entri-terkunci",
    "entri-ganda",
    "keterangan-gambar",
    "basis-hilang",
    "basis-melingkar",
    "basis-dua-bentuk",
    "basis-tak-dikenal",
    "zip-sidik-salah",
    "bukan-zip",
    "zip-terpotong",
    "zip-keluar",
    "zip-bom",
    "lock-rusak",
    "hapus-yang-dipakai",
];

#[test]
fn each_is_told_whole() {
    for fixture in ALL {
        project(fixture).check(&[]).expect_code(1).expect_golden();
    }
}

/// A region leaves out a page that national pages link to: their words stay, and one note says where.
#[test]
fn a_page_that_is_left_out_leaves_the_words_of_links() {
    let project = project("halaman-dihilangkan");
    project.check(&["--strict"]).expect_code(0).expect_golden();
    project.build(&["--only", "web"]).expect_code(0);
    let page = |path: &str| std::fs::read_to_string(project.path("output/situs").join(path).join("index.html")).unwrap();
    assert!(page("").contains("<a href=\"tni-polri/index.html\">aturan TNI dan Polri</a>"), "{}", page(""));
    let region = page("61.11");
    assert!(
        region.contains("Baca juga aturan TNI dan Polri, atau lihat <a href=\"lapor/index.html\">cara melapor</a>."),
        "{region}"
    );
    assert!(page("61.11/tanya").contains("Lihat TNI dan Polri."), "{}", page("61.11/tanya"));
    assert!(!project.path("output/situs/61.11/tni-polri").exists());
}

/// A build that meets any of them says the same as `check` and leaves what is published alone.
#[test]
fn each_leaves_the_last_build_alone() {
    leaves_the_last_build_alone(ALL.into_iter().map(project));
}

/// A damaged lock is mended by accepting the base anew.
#[test]
fn accepting_the_base_writes_a_damaged_lock_again() {
    use crate::harness::Run;
    let project = project("lock-rusak");
    let base = |args: &[&str]| Run::of(project.command("base").args(args), &project.root(), None);
    base(&[]).expect_code(1);
    base(&["--accept"]).expect_code(0);
    let said = base(&[]).expect_code(0);
    assert!(said.stdout.starts_with("Basis: <bawaan>\nSama dengan yang terakhir diterima: "), "{}", said.stdout);
    project.check(&[]).expect_code(0);
}
