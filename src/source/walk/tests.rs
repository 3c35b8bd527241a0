//! Tests of reading a folder; the links and names that only Unix has are tested there.

use std::fs;
use std::path::Path;

use snapbox::{IntoData, assert_data_eq, str};
use tempfile::TempDir;

use super::{Limits, bad_name};
use crate::diagnostics::Diagnostics;
use crate::source::limits::{MAX_FOLDER_DEPTH, MAX_TEXT_BYTES};
use crate::source::testing::shown;
use crate::source::{BaseFiles, SourceFile, SourceTree};

fn folder(files: &[(&str, &str)]) -> TempDir {
    let root = TempDir::new().unwrap();
    for (path, text) in files {
        write(root.path(), path, text);
    }
    root
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn read(root: &Path) -> (Vec<String>, String) {
    let d = Diagnostics::new();
    let tree = SourceTree::read(root, &d);
    (tree.under("").map(|file| file.path().to_owned()).collect(), shown(d))
}

#[test]
fn reads_content_themes_and_settings_only() {
    let root = folder(&[
        ("suluh.yaml", "judul: x"),
        ("content/halaman/lapor.md", "x"),
        ("content/daerah/61.11-kayong-utara/desa.csv", "x"),
        ("themes/suluh/theme.yaml", "x"),
        ("output/situs/index.html", "x"),
        (".git/config", "x"),
        ("content/.git/config", "x"),
        ("content/.rahasia.md", "x"),
        ("content/~$desa.xlsx", "x"),
        ("content/Thumbs.db", "x"),
        ("README.md", "x"),
    ]);
    let (paths, problems) = read(root.path());
    assert_eq!(problems, "");
    assert_eq!(
        paths,
        ["content/daerah/61.11-kayong-utara/desa.csv", "content/halaman/lapor.md", "suluh.yaml", "themes/suluh/theme.yaml"]
    );
}

#[test]
fn gives_files_by_path_and_by_folder() {
    let tree = SourceTree::from_files(
        ["content/b.md", "content/a/x.md", "content-lain/y.md", "suluh.yaml", "content/a.md"]
            .map(|p| (p.to_owned(), b"x".to_vec())),
    );
    let under = |prefix: &str| tree.under(prefix).map(SourceFile::path).collect::<Vec<_>>();
    assert_eq!(under("content"), ["content/a.md", "content/a/x.md", "content/b.md"]);
    assert_eq!(under("content/a/"), ["content/a/x.md"]);
    assert_eq!(under("tidak-ada"), [] as [&str; 0]);
    assert_eq!(tree.get("suluh.yaml").unwrap().bytes().as_ref(), b"x");
    assert!(tree.get("content").is_none());
    assert_eq!(tree.len(), 5);
    assert!(!tree.is_empty());
}

#[test]
fn a_project_that_is_not_there() {
    let d = Diagnostics::new();
    assert!(SourceTree::read(Path::new("tidak-ada"), &d).is_empty());
    assert_data_eq!(
        shown(d),
        str![[r#"
galat[S001]: folder proyek `tidak-ada` tidak ada
 |
 = saran: jalankan dari folder yang berisi `suluh.yaml`

"#]]
        .raw()
    );
}

#[test]
fn a_file_that_is_too_large() {
    let root = folder(&[("suluh.yaml", "x"), ("content/kecil.md", "x")]);
    let file = fs::File::create(root.path().join("content/besar.md")).unwrap();
    // A hole: 100 MB that take no room on the disk.
    file.set_len(100_000_000).unwrap();
    fs::write(root.path().join("content/pas.md"), "x".repeat(usize::try_from(MAX_TEXT_BYTES).unwrap())).unwrap();
    let (paths, problems) = read(root.path());
    assert_eq!(paths, ["content/kecil.md", "content/pas.md", "suluh.yaml"]);
    assert_data_eq!(
        problems,
        str![[r#"
galat[S005]: berkas `content/besar.md` terlalu besar
--> content/besar.md
 = sebab: berkas Markdown paling besar 1 MiB
 = saran: perkecil atau bagi berkas ini

"#]]
        .raw()
    );
}

#[test]
fn folders_that_are_too_deep() {
    let deep = |folders: usize| format!("content/{}x.md", "a/".repeat(folders));
    let root = folder(&[(&deep(MAX_FOLDER_DEPTH - 1), "x"), (&deep(MAX_FOLDER_DEPTH + 3), "x")]);
    let (paths, problems) = read(root.path());
    assert_eq!(paths, [deep(MAX_FOLDER_DEPTH - 1)]);
    assert_data_eq!(
        problems,
        str![[r#"
galat[S006]: `content/a/a/a/a/a/a/a/a/a/a/a/a/a` terlalu dalam: paling banyak 12 folder bersusun
--> content/a/a/a/a/a/a/a/a/a/a/a/a/a
 = saran: pindahkan ke folder yang lebih dekat

"#]]
        .raw()
    );
}

#[test]
fn a_project_that_is_too_large() {
    let root = folder(&[("content/a.md", "xx"), ("content/b.md", "xx"), ("content/c.md", "xx"), ("suluh.yaml", "xx")]);
    let read = |files, bytes| {
        let d = Diagnostics::new();
        let files = super::read(root.path(), BaseFiles::OWN, &Limits { files, bytes }, &d).len();
        (files, shown(d))
    };
    assert_eq!(read(4, 8), (4, String::new()));
    let (files, problems) = read(2, 8);
    assert_eq!(files, 2);
    assert_data_eq!(
        problems,
        str![[r#"
galat[S006]: proyek berisi lebih dari 2 berkas
 |
 = saran: pindahkan berkas yang tidak dipakai ke luar proyek

"#]]
        .raw()
    );
    let (files, problems) = read(4, 5);
    assert_eq!(files, 2);
    assert_data_eq!(
        problems,
        str![[r#"
galat[S006]: berkas proyek bersama-sama lebih dari 0 MiB
 |
 = saran: perkecil gambar-gambar

"#]]
        .raw()
    );
}

#[test]
fn names_that_windows_can_not_hold() {
    for name in ["a.md", "uu-20-2023.md", "61.11-kayong-utara", "é.md", "console.md", "com.md", "com12.md", "nulir.md"] {
        assert_eq!(bad_name(name), None, "{name}");
    }
    for name in [
        "a:b.md", "a?.md", "a*.md", "a\\b.md", "a\"b", "a|b", "<a>", "a.", "a ", "con", "Con.md", "NUL.txt", "com1.md", "LPT9",
        "a\nb.md", "a\u{7f}b",
    ] {
        assert!(bad_name(name).is_some(), "{name}");
    }
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_are_refused() {
        let outside = folder(&[("rahasia.md", "x"), ("folder/x.md", "x")]);
        let root = folder(&[("suluh.yaml", "x"), ("content/a.md", "x"), ("themes/suluh/theme.yaml", "x")]);
        symlink(outside.path().join("rahasia.md"), root.path().join("content/keluar.md")).unwrap();
        symlink(outside.path().join("folder"), root.path().join("content/folder")).unwrap();
        symlink("a.md", root.path().join("content/dalam.md")).unwrap();
        symlink("tidak-ada.md", root.path().join("content/putus.md")).unwrap();
        symlink("..", root.path().join("content/lingkar")).unwrap();
        let (paths, problems) = read(root.path());
        assert_eq!(paths, ["content/a.md", "suluh.yaml", "themes/suluh/theme.yaml"]);
        assert_data_eq!(
            problems.replace(&*outside.path().to_string_lossy(), "/luar"),
            str![[r#"
galat[S007]: `content/dalam.md` adalah tautan simbolik
--> content/dalam.md
 = sebab: tujuannya `a.md`
 = saran: ganti dengan salinan berkasnya; tautan simbolik tidak dibaca

galat[S007]: tautan simbolik `content/folder` menunjuk ke luar proyek
--> content/folder
 = sebab: tujuannya `/luar/folder`
 = saran: ganti dengan salinan berkasnya; tautan simbolik tidak dibaca

galat[S007]: tautan simbolik `content/keluar.md` menunjuk ke luar proyek
--> content/keluar.md
 = sebab: tujuannya `/luar/rahasia.md`
 = saran: ganti dengan salinan berkasnya; tautan simbolik tidak dibaca

galat[S007]: `content/lingkar` adalah tautan simbolik
--> content/lingkar
 = sebab: tujuannya `..`
 = saran: ganti dengan salinan berkasnya; tautan simbolik tidak dibaca

galat[S007]: `content/putus.md` adalah tautan simbolik
--> content/putus.md
 = sebab: tujuannya `tidak-ada.md`
 = saran: ganti dengan salinan berkasnya; tautan simbolik tidak dibaca

"#]]
            .raw()
        );
    }

    #[test]
    fn linked_folders_at_the_top_are_refused() {
        let outside = folder(&[("content/rahasia.md", "x")]);
        let root = folder(&[("suluh.yaml", "x")]);
        symlink(outside.path().join("content"), root.path().join("content")).unwrap();
        let (paths, problems) = read(root.path());
        assert_eq!(paths, ["suluh.yaml"]);
        assert!(problems.starts_with("galat[S007]: tautan simbolik `content` menunjuk ke luar proyek\n"), "{problems}");
    }

    #[test]
    fn the_project_itself_may_be_reached_by_a_link() {
        let root = folder(&[("suluh.yaml", "x"), ("content/a.md", "x")]);
        let other = TempDir::new().unwrap();
        symlink(root.path(), other.path().join("proyek")).unwrap();
        assert_eq!(read(&other.path().join("proyek")), (vec!["content/a.md".to_owned(), "suluh.yaml".to_owned()], String::new()));
    }

    #[test]
    fn names_that_can_not_be_used() {
        let root = folder(&[
            ("content/a.md", "x"),
            ("content/tanya?.md", "x"),
            ("content/baris\nbaru.md", "x"),
            ("content/nul/x.md", "x"),
        ]);
        fs::write(root.path().join("content").join(OsString::from_vec(b"rusak-\xff.md".to_vec())), "x").unwrap();
        let (paths, problems) = read(root.path());
        assert_eq!(paths, ["content/a.md"]);
        assert_data_eq!(
            problems,
            str![[r#"
galat[S008]: nama berkas `content/baris baru.md` tidak dapat dipakai: berisi karakter kendali
--> content/baris baru.md
 = saran: ganti nama berkas atau folder ini

galat[S008]: nama berkas `content/nul` tidak dapat dipakai: nama ini milik Windows sendiri
--> content/nul
 = saran: ganti nama berkas atau folder ini

galat[S008]: nama berkas `content/rusak-�.md` tidak dapat dipakai: bukan UTF-8
--> content/rusak-�.md
 = saran: ganti nama berkas atau folder ini

galat[S008]: nama berkas `content/tanya?.md` tidak dapat dipakai: karakter \ < > : " | ? * tidak boleh di Windows
--> content/tanya?.md
 = saran: ganti nama berkas atau folder ini

"#]]
            .raw()
        );
    }

    #[test]
    fn names_that_differ_in_case_only() {
        let root = folder(&[
            ("content/Lapor.md", "x"),
            ("content/lapor.md", "x"),
            ("content/Halaman/a.md", "x"),
            ("content/halaman/b.md", "x"),
        ]);
        let (paths, problems) = read(root.path());
        assert_eq!(paths, ["content/Halaman/a.md", "content/Lapor.md"]);
        assert_data_eq!(
            problems,
            str![[r#"
galat[S009]: `content/Halaman` dan `content/halaman` hanya berbeda huruf besar dan kecil
--> content/halaman
 = sebab: Windows dan macOS menganggap keduanya sama
 = saran: ganti nama salah satunya

galat[S009]: `content/Lapor.md` dan `content/lapor.md` hanya berbeda huruf besar dan kecil
--> content/lapor.md
 = sebab: Windows dan macOS menganggap keduanya sama
 = saran: ganti nama salah satunya

"#]]
            .raw()
        );
    }

    #[test]
    fn what_is_no_file_is_refused() {
        let root = folder(&[("content/a.md", "x")]);
        let socket = root.path().join("content/soket.md");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let (paths, problems) = read(root.path());
        assert_eq!(paths, ["content/a.md"]);
        assert_data_eq!(
            problems,
            str![[r#"
galat[S001]: `content/soket.md` bukan berkas biasa
--> content/soket.md
 = saran: hapus dari folder proyek

"#]]
            .raw()
        );
    }
}
