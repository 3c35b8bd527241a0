//! Tests of `basis.lock`: there and back, what is damaged, and what a changed base means for an overlay.

use snapbox::{IntoData, assert_data_eq, str};

use super::{BaseDigests, Change, FILE, accepted, changes, check, digests, text};
use crate::diagnostics::Diagnostics;
use crate::project::Chain;
use crate::project::sample::told;
use crate::source::SourceTree;

fn tree(files: &[(&str, &str)]) -> SourceTree {
    SourceTree::from_files(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())))
}

/// A base and an overlay, each with its files.
fn chain(base: &[(&str, &str)], own: &[(&str, &str)]) -> Chain {
    let d = Diagnostics::new();
    Chain::of([("../nasional".to_owned(), tree(base)), (String::new(), tree(own))], &d)
}

const OLD: [(&str, &str); 7] = [
    ("suluh.yaml", "judul: a"),
    ("content/halaman/lapor.md", "lama"),
    ("content/halaman/tentang.md", "lama"),
    ("content/halaman/hilang.md", "lama"),
    ("content/pelaporan.yaml", "lama"),
    ("content/daerah/61-kalbar/gambar/x.png", "lama"),
    ("themes/suluh/web/a.html", "lama"),
];
const NEW: [(&str, &str); 8] = [
    ("suluh.yaml", "judul: b"),
    ("content/halaman/lapor.md", "baru"),
    ("content/halaman/tentang.md", "baru"),
    ("content/halaman/tambahan.md", "baru"),
    ("content/halaman/lain.md", "baru"),
    ("content/pelaporan.yaml", "baru"),
    ("content/daerah/61-kalbar/gambar/x.png", "baru"),
    ("themes/suluh/web/a.html", "baru"),
];
const OWN: [(&str, &str); 8] = [
    ("suluh.yaml", "basis: bawaan"),
    ("content/daerah/61.11-ku/daerah.yaml", "x"),
    ("content/daerah/61.11-ku/halaman/lapor.md", "x"),
    ("content/daerah/61.11-ku/halaman/hilang.md", "x"),
    ("content/daerah/61.11-ku/halaman/tambahan.md", "x"),
    ("content/daerah/61.11-ku/pelaporan.yaml", "x"),
    ("content/daerah/61.11-ku/gambar/x.png", "x"),
    ("themes/suluh/web/a.html", "x"),
];

#[test]
fn a_lock_is_read_as_it_was_written() {
    let chain = chain(&OLD, &OWN);
    let written = text(&digests(&chain));
    assert_data_eq!(
        written.lines().take(3).collect::<Vec<_>>().join("\n"),
        str![[r#"
# Sidik SHA-256 setiap berkas basis saat terakhir diterima.
# Ditulis oleh `suluh base --accept`; jangan diubah dengan tangan.
e00443c76cfe2be97aa8dd26df5d7eae093af7ab22ff9902b30fce9b380699b3  content/daerah/61-kalbar/gambar/x.png
"#]]
        .raw()
    );
    let d = Diagnostics::new();
    let own: Vec<_> = OWN.iter().copied().chain([(FILE, written.as_str())]).collect();
    let chain = super::tests::chain(&OLD, &own);
    assert_eq!(accepted(&chain, &d), Ok(Some(digests(&chain))));
    assert_eq!(changes(&chain, &digests(&chain)), []);
    check(&chain, &d);
    assert_eq!(told(d), "");
    let crlf = written.replace('\n', "\r\n");
    let own: Vec<_> = OWN.iter().copied().chain([(FILE, crlf.as_str())]).collect();
    assert_eq!(accepted(&super::tests::chain(&OLD, &own), &Diagnostics::new()), Ok(Some(digests(&chain))));
}

#[test]
fn a_changed_base_is_told_where_it_matters() {
    let lock = text(&digests(&chain(&OLD, &OWN)));
    let own: Vec<_> = OWN.iter().copied().chain([(FILE, lock.as_str())]).collect();
    let d = Diagnostics::new();
    check(&chain(&NEW, &own), &d);
    assert_data_eq!(
        told(d),
        str![[r#"
catatan[S158]: berkas basis sejak terakhir diterima: 2 berubah, 1 baru; `suluh base` menyebutkannya satu per satu

peringatan[S157]: `content/daerah/61.11-ku/gambar/x.png` mengganti berkas basis yang isinya sudah lain
--> content/daerah/61.11-ku/gambar/x.png
 = sebab: `content/daerah/61-kalbar/gambar/x.png` berubah sejak basis terakhir diterima
 = saran: bandingkan keduanya, sesuaikan berkas ini bila perlu, lalu jalankan `suluh base --accept`

peringatan[S157]: `content/daerah/61.11-ku/halaman/hilang.md` mengganti berkas yang sudah tidak ada di basis
--> content/daerah/61.11-ku/halaman/hilang.md
 = sebab: `content/halaman/hilang.md` dihapus dari basis
 = saran: periksa apakah berkas ini masih benar, lalu jalankan `suluh base --accept`

peringatan[S157]: `content/daerah/61.11-ku/halaman/lapor.md` mengganti berkas basis yang isinya sudah lain
--> content/daerah/61.11-ku/halaman/lapor.md
 = sebab: `content/halaman/lapor.md` berubah sejak basis terakhir diterima
 = saran: bandingkan keduanya (yang dari basis: `suluh base --show halaman/lapor.md`), sesuaikan berkas ini bila perlu, lalu jalankan `suluh base --accept`

peringatan[S157]: `content/daerah/61.11-ku/halaman/tambahan.md` kini mengganti berkas basis yang baru
--> content/daerah/61.11-ku/halaman/tambahan.md
 = sebab: `content/halaman/tambahan.md` baru ada di basis
 = saran: pilih: hapus berkas ini dan pakai yang dari basis, atau biarkan; lalu jalankan `suluh base --accept`

peringatan[S157]: `content/daerah/61.11-ku/pelaporan.yaml` mengganti berkas basis yang isinya sudah lain
--> content/daerah/61.11-ku/pelaporan.yaml
 = sebab: `content/pelaporan.yaml` berubah sejak basis terakhir diterima
 = saran: bandingkan keduanya (yang dari basis: `suluh base --show pelaporan.yaml`), sesuaikan berkas ini bila perlu, lalu jalankan `suluh base --accept`

peringatan[S157]: `themes/suluh/web/a.html` mengganti berkas basis yang isinya sudah lain
--> themes/suluh/web/a.html
 = sebab: `themes/suluh/web/a.html` berubah sejak basis terakhir diterima
 = saran: bandingkan keduanya (yang dari basis: `suluh base --show themes/suluh/web/a.html`), sesuaikan berkas ini bila perlu, lalu jalankan `suluh base --accept`

"#]]
        .raw()
    );
}

#[test]
fn a_region_s_own_file_stands_over_no_other_office_s() {
    let region = |text: &'static str| [("suluh.yaml", "x"), ("content/daerah/61-kalbar/daerah.yaml", text)];
    let accepted = digests(&chain(&region("lama"), &OWN));
    let [change] = changes(&chain(&region("baru"), &OWN), &accepted).try_into().unwrap();
    let super::BaseChange { path, change, overridden_by } = change;
    assert_eq!((path.as_str(), change), ("content/daerah/61-kalbar/daerah.yaml", Change::Changed));
    assert!(overridden_by.is_empty());
}

#[test]
fn several_bases_count_together() {
    let three = |lowest: &str| {
        let d = Diagnostics::new();
        let trees = [tree(&[("content/pelaporan.yaml", lowest)]), tree(&[("content/pelaporan.yaml", "b")]), tree(&OWN)];
        Chain::of(trees.map(|tree| (String::new(), tree)), &d)
    };
    assert_ne!(digests(&three("a")), digests(&three("c")), "entries of data files come from every base");
}

#[test]
fn a_project_without_a_lock_is_told_how_to_get_one() {
    let d = Diagnostics::new();
    check(&chain(&OLD, &OWN), &d);
    assert_data_eq!(
        told(d),
        str![[r#"
catatan[S159]: `basis.lock` belum ada; `suluh base --accept` menulisnya, agar perubahan basis dilaporkan

"#]]
        .raw()
    );
}

#[test]
fn what_is_damaged_is_told_line_by_line() {
    let digest = "ab".repeat(32);
    let lock = format!(
        "# komentar\n\n<<<<<<< HEAD\n{digest}  content/a.md\n{digest} content/b.md\n{digest}  content/a.md\nab  content/c.md\n{digest}  \n"
    );
    let own: Vec<_> = OWN.iter().copied().chain([(FILE, lock.as_str())]).collect();
    let d = Diagnostics::new();
    assert!(accepted(&chain(&OLD, &own), &d).is_err());
    assert_data_eq!(
        told(d),
        str![[r#"
galat[S160]: `basis.lock` rusak: baris ini bukan sidik dan nama berkas
 --> basis.lock:3:1
  |
3 | <<<<<<< HEAD
  | ^^^^^^^^^^^^
  |
  = sebab: tanpa berkas ini tidak dapat diketahui apa yang berubah di basis
  = saran: ambil lagi berkas ini dari cadangan; bila tidak ada, jalankan `suluh base --accept` untuk menulisnya ulang

galat[S160]: `basis.lock` rusak: baris ini bukan sidik dan nama berkas
 --> basis.lock:5:1
  |
5 | abababababababababababababababababababababababababababababababab content/b.md
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: tanpa berkas ini tidak dapat diketahui apa yang berubah di basis
  = saran: ambil lagi berkas ini dari cadangan; bila tidak ada, jalankan `suluh base --accept` untuk menulisnya ulang

galat[S160]: `basis.lock` rusak: berkas yang sama tertulis dua kali
 --> basis.lock:6:1
  |
6 | abababababababababababababababababababababababababababababababab  content/a.md
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: tanpa berkas ini tidak dapat diketahui apa yang berubah di basis
  = saran: ambil lagi berkas ini dari cadangan; bila tidak ada, jalankan `suluh base --accept` untuk menulisnya ulang

galat[S160]: `basis.lock` rusak: baris ini bukan sidik dan nama berkas
 --> basis.lock:7:1
  |
7 | ab  content/c.md
  | ^^^^^^^^^^^^^^^^
  |
  = sebab: tanpa berkas ini tidak dapat diketahui apa yang berubah di basis
  = saran: ambil lagi berkas ini dari cadangan; bila tidak ada, jalankan `suluh base --accept` untuk menulisnya ulang

galat[S160]: `basis.lock` rusak: baris ini bukan sidik dan nama berkas
 --> basis.lock:8:1
  |
8 | abababababababababababababababababababababababababababababababab
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: tanpa berkas ini tidak dapat diketahui apa yang berubah di basis
  = saran: ambil lagi berkas ini dari cadangan; bila tidak ada, jalankan `suluh base --accept` untuk menulisnya ulang

"#]]
        .raw()
    );
}

proptest::proptest! {
    /// Whatever the text is, nothing panics.
    #[test]
    fn any_text(lock in ".{0,300}") {
        let own: Vec<_> = OWN.iter().copied().chain([(FILE, lock.as_str())]).collect();
        let d = Diagnostics::new();
        let _: Result<Option<BaseDigests>, _> = accepted(&chain(&OLD, &own), &d);
    }
}
