//! Tests of reading zips: where the project lies in one, and everything that a hostile or broken one holds.

use std::io::{Cursor, Write as _};

use snapbox::{IntoData, assert_data_eq, str};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Limits;
use crate::diagnostics::Diagnostics;
use crate::source::BaseFiles;
use crate::source::testing::shown;

/// A zip of these files.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(*path, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const FILES: BaseFiles<'static> = BaseFiles { prefix: "nasional.zip/", wanted: &|path| path != "content/daerah/11-aceh" };

/// What is read of a zip, each file as messages name it, and what is told.
fn read_at_most(bytes: &[u8], limits: &Limits) -> (Option<Vec<String>>, String) {
    let d = Diagnostics::new();
    let files = super::read(bytes, FILES, limits, &d);
    (files.map(|files| files.iter().map(|file| file.path().to_owned()).collect()), shown(d))
}

fn read(bytes: &[u8]) -> (Option<Vec<String>>, String) {
    read_at_most(bytes, &super::LIMITS)
}

#[test]
fn the_project_lies_at_the_root_or_in_one_folder() {
    for folder in ["", "nasional/"] {
        let names = [
            "content/halaman/lapor.md",
            "suluh.yaml",
            "themes/suluh/theme.yaml",
            "output/situs/index.html",
            "basis.lock",
            "content/daerah/61-kalbar/daerah.yaml",
            "content/daerah/11-aceh/daerah.yaml",
            "content/.DS_Store",
        ]
        .map(|name| format!("{folder}{name}"));
        let mut files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
        files.push(("__MACOSX/._nasional", b"x"));
        let (paths, told) = read(&zip(&files));
        assert_eq!(told, "");
        let expected = [
            "nasional.zip/basis.lock",
            "nasional.zip/content/daerah/61-kalbar/daerah.yaml",
            "nasional.zip/content/halaman/lapor.md",
            "nasional.zip/suluh.yaml",
            "nasional.zip/themes/suluh/theme.yaml",
        ];
        assert_eq!(paths.unwrap(), expected, "{folder:?}");
    }
}

#[test]
fn bytes_and_folders_survive() {
    let d = Diagnostics::new();
    let bytes = zip(&[("a/", b""), ("a/suluh.yaml", b"judul: x"), ("a/content/gambar/x.png", &[0, 255, 10])]);
    let files = super::read(&bytes, FILES, &super::LIMITS, &d).unwrap();
    let found: Vec<_> = files.iter().map(|file| (file.inside(), file.as_slice())).collect();
    assert_eq!(found, [("content/gambar/x.png", [0, 255, 10].as_slice()), ("suluh.yaml", b"judul: x")]);
}

#[test]
fn what_is_no_zip_or_no_project() {
    let whole = zip(&[("suluh.yaml", b"judul: x"), ("content/a.md", &[b'x'; 4000])]);
    let told: Vec<String> = [
        b"".as_slice(),
        b"bukan zip sama sekali",
        &whole[..whole.len() / 2],
        &zip(&[]),
        &zip(&[("content/halaman/lapor.md", b"x")]),
        &zip(&[("a/b/suluh.yaml", b"x")]),
        &zip(&[("a/suluh.yaml", b"x"), ("b/suluh.yaml", b"x")]),
    ]
    .iter()
    .map(|bytes| {
        let (files, told) = read(bytes);
        assert!(files.is_none());
        told
    })
    .collect();
    assert_data_eq!(
        told.join("\n"),
        str![[r#"
galat[S017]: `nasional.zip` tidak dapat dibaca sebagai zip
--> nasional.zip
 = sebab: ini bukan zip, atau zip yang terpotong saat disalin
 = saran: unduh atau salin ulang zip itu; bila tetap gagal, minta pembuatnya membuat zip biasa tanpa kata sandi

galat[S017]: `nasional.zip` tidak dapat dibaca sebagai zip
--> nasional.zip
 = sebab: ini bukan zip, atau zip yang terpotong saat disalin
 = saran: unduh atau salin ulang zip itu; bila tetap gagal, minta pembuatnya membuat zip biasa tanpa kata sandi

galat[S017]: `nasional.zip` tidak dapat dibaca sebagai zip
--> nasional.zip
 = sebab: ini bukan zip, atau zip yang terpotong saat disalin
 = saran: unduh atau salin ulang zip itu; bila tetap gagal, minta pembuatnya membuat zip biasa tanpa kata sandi

galat[S017]: zip `nasional.zip` bukan proyek Suluh
--> nasional.zip
 = sebab: tidak ada `suluh.yaml` di dalamnya
 = saran: buat zip dari folder yang berisi `suluh.yaml`

galat[S017]: zip `nasional.zip` bukan proyek Suluh
--> nasional.zip
 = sebab: tidak ada `suluh.yaml` di dalamnya
 = saran: buat zip dari folder yang berisi `suluh.yaml`

galat[S017]: zip `nasional.zip` bukan proyek Suluh
--> nasional.zip
 = sebab: tidak ada `suluh.yaml` di dalamnya
 = saran: buat zip dari folder yang berisi `suluh.yaml`

galat[S017]: zip `nasional.zip` bukan proyek Suluh
--> nasional.zip
 = sebab: ada lebih dari satu proyek di dalamnya: `a` dan `b`
 = saran: buat zip dari folder yang berisi `suluh.yaml`

"#]]
        .raw()
    );
}

#[test]
fn names_that_lead_out_of_the_zip_or_that_not_every_system_can_hold() {
    let hostile =
        ["../../etc/passwd", "/etc/passwd", "content/../../x.md", "content\\halaman\\x.md", "content/CON", "content//x.md"];
    let mut files: Vec<(&str, &[u8])> = vec![("suluh.yaml", b"x")];
    files.extend(hostile.map(|name| (name, b"x".as_slice())));
    let (paths, told) = read(&zip(&files));
    assert_eq!(paths.unwrap(), ["nasional.zip/suluh.yaml"]);
    assert_data_eq!(
        told,
        str![[r#"
galat[S008]: nama berkas `../../etc/passwd` di dalam zip tidak dapat dipakai: menunjuk ke luar zip
--> nasional.zip
 = saran: zip proyek yang wajar tidak berisi nama seperti ini; tanyakan dulu ke pembuatnya

galat[S008]: nama berkas `/etc/passwd` di dalam zip tidak dapat dipakai: menunjuk ke luar zip
--> nasional.zip
 = saran: zip proyek yang wajar tidak berisi nama seperti ini; tanyakan dulu ke pembuatnya

galat[S008]: nama berkas `content/../../x.md` di dalam zip tidak dapat dipakai: menunjuk ke luar zip
--> nasional.zip
 = saran: zip proyek yang wajar tidak berisi nama seperti ini; tanyakan dulu ke pembuatnya

galat[S008]: nama berkas `content//x.md` di dalam zip tidak dapat dipakai: menunjuk ke luar zip
--> nasional.zip
 = saran: zip proyek yang wajar tidak berisi nama seperti ini; tanyakan dulu ke pembuatnya

galat[S008]: nama berkas `content/CON` di dalam zip tidak dapat dipakai: nama ini milik Windows sendiri
--> nasional.zip
 = saran: minta pembuatnya mengganti nama itu, lalu membuat ulang zip dari folder proyeknya

galat[S008]: nama berkas `content\halaman\x.md` di dalam zip tidak dapat dipakai: karakter \ < > : " | ? * tidak boleh di Windows
--> nasional.zip
 = saran: minta pembuatnya mengganti nama itu, lalu membuat ulang zip dari folder proyeknya

"#]]
        .raw()
    );
}

#[test]
fn links_are_not_followed() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("suluh.yaml", SimpleFileOptions::default()).unwrap();
    writer.add_symlink("content/rahasia.md", "../../rahasia.md", SimpleFileOptions::default()).unwrap();
    let (paths, told) = read(&writer.finish().unwrap().into_inner());
    assert_eq!(paths.unwrap(), ["nasional.zip/suluh.yaml"]);
    assert_data_eq!(
        told,
        str![[r#"
galat[S007]: `nasional.zip/content/rahasia.md` adalah tautan simbolik
--> nasional.zip/content/rahasia.md
 = saran: ganti dengan salinan berkasnya; tautan simbolik tidak dibaca

"#]]
        .raw()
    );
}

#[test]
fn a_zip_that_can_be_read_two_ways() {
    // No writer gives a name twice, so one is changed afterwards, in its header and in the list at the end.
    let mut bytes = zip(&[("suluh.yaml", b"x"), ("content/a.md", b"satu"), ("content/b.md", b"dua")]);
    let wanted = b"content/b.md";
    let starts: Vec<usize> = (0..bytes.len() - wanted.len()).filter(|at| &bytes[*at..*at + wanted.len()] == wanted).collect();
    assert_eq!(starts.len(), 2);
    for start in starts {
        bytes[start + 8] = b'a';
    }
    let (files, told) = read(&bytes);
    assert!(files.is_none());
    assert_data_eq!(
        told,
        str![[r#"
galat[S018]: zip `nasional.zip` dapat dibaca dengan dua cara
--> nasional.zip
 = sebab: ada nama berkas yang dua kali di dalamnya, atau berkas yang bertumpang tindih
 = saran: buat ulang zip itu dari folder proyeknya

"#]]
        .raw()
    );
}

#[test]
fn names_that_differ_in_case_only() {
    let (paths, told) = read(&zip(&[("suluh.yaml", b"x"), ("content/a.md", b"x"), ("content/A.md", b"x")]));
    assert_eq!(paths.unwrap().len(), 2);
    assert_data_eq!(
        told,
        str![[r#"
galat[S009]: `nasional.zip/content/a.md` dan `nasional.zip/content/A.md` hanya berbeda huruf besar dan kecil
--> nasional.zip/content/A.md
 = sebab: Windows dan macOS menganggap keduanya sama
 = saran: ganti nama salah satunya

"#]]
        .raw()
    );
}

#[test]
fn a_bomb_is_unpacked_no_further_than_its_limit() {
    let zeros = vec![0; 3 * 1024 * 1024];
    let bytes = zip(&[("suluh.yaml", b"x"), ("content/a-bom.md", &zeros), ("content/a.png", &zeros), ("content/b.png", &zeros)]);
    assert!(bytes.len() < 20_000, "{}", bytes.len());
    // One file larger than its kind may be, and all together larger than a zip may be.
    let (files, told) = read_at_most(&bytes, &Limits { files: 10, bytes: 4 * 1024 * 1024 });
    assert!(files.is_none());
    assert_data_eq!(
        told,
        str![[r#"
galat[S006]: isi zip bersama-sama lebih dari 4 MiB
--> nasional.zip
 = saran: perkecil gambar-gambar di dalamnya

galat[S005]: berkas `nasional.zip/content/a-bom.md` terlalu besar
--> nasional.zip/content/a-bom.md
 = sebab: berkas Markdown paling besar 1 MiB
 = saran: perkecil atau bagi berkas ini

"#]]
        .raw()
    );
    let (files, told) = read_at_most(&bytes, &Limits { files: 3, bytes: 4 * 1024 * 1024 });
    assert!(files.is_none());
    assert_data_eq!(
        told,
        str![[r#"
galat[S006]: zip berisi lebih dari 3 berkas
--> nasional.zip
 = saran: keluarkan berkas yang bukan bagian proyek

"#]]
        .raw()
    );
}

#[test]
fn a_file_that_was_damaged_on_the_way() {
    let mut bytes = zip(&[("suluh.yaml", b"x"), ("content/a.md", b"aaaaaaaaaabbbbbbbbbbbbb")]);
    let name = b"content/a.md";
    let start = (0..bytes.len()).find(|at| bytes[*at..].starts_with(name)).unwrap() + name.len();
    bytes[start + 2] ^= 0xff;
    let (paths, told) = read(&bytes);
    assert_eq!(paths.unwrap(), ["nasional.zip/suluh.yaml"]);
    assert_data_eq!(
        told,
        str![[r#"
galat[S017]: `content/a.md` tidak dapat dibaca dari zip
--> nasional.zip/content/a.md
 = sebab: isinya rusak
 = saran: unduh atau salin ulang zip itu; bila tetap gagal, minta pembuatnya membuat zip biasa tanpa kata sandi

"#]]
        .raw()
    );
}

proptest::proptest! {
    /// Whatever the bytes are, nothing panics.
    #[test]
    fn any_bytes(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        read(&bytes);
    }

    /// A zip in which any byte is another.
    #[test]
    fn any_byte_changed(at in 0usize..600, byte in proptest::num::u8::ANY) {
        let mut bytes = zip(&[("suluh.yaml", b"judul: x"), ("content/a.md", b"aaaaaaaaaaaaabbbbbbbbbb"), ("content/b.md", b"b")]);
        let at = at % bytes.len();
        bytes[at] = byte;
        read(&bytes);
    }
}
