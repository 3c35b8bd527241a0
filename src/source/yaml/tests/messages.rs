//! Wrong YAML, every message whole.

use snapbox::{IntoData, assert_data_eq, str};

use super::tree;
use crate::source::testing::problems;

#[test]
fn all_duplicate_keys_are_told() {
    assert_data_eq!(
        problems("judul: a\nurutan: 1\njudul: b\nkantor: {nama: x, nama: y}\njudul: c\n"),
        str![[r#"
galat[S102]: kunci `judul` tertulis dua kali
 --> content/uji.md:3:1
  |
1 | judul: a
  | ----- pertama kali di sini
2 | urutan: 1
3 | judul: b
  | ^^^^^ tertulis lagi di sini
  |
  = saran: hapus salah satunya

galat[S102]: kunci `nama` tertulis dua kali
 --> content/uji.md:4:19
  |
4 | kantor: {nama: x, nama: y}
  |          ----     ^^^^ tertulis lagi di sini
  |          |
  |          pertama kali di sini
  |
  = saran: hapus salah satunya

galat[S102]: kunci `judul` tertulis dua kali
 --> content/uji.md:5:1
  |
1 | judul: a
  | ----- pertama kali di sini
...
5 | judul: c
  | ^^^^^ tertulis lagi di sini
  |
  = saran: hapus salah satunya

"#]]
        .raw()
    );
}

#[test]
fn tabs() {
    assert_data_eq!(
        problems("a:\n\tb: 1\n"),
        str![[r#"
galat[S010]: tab dipakai untuk indentasi
 --> content/uji.md:2:1
  |
2 |     b: 1
  | ^^^^ tab
  |
  = saran: ganti tab dengan spasi

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("judul: x\nkantor:\n  nama: y\n\talamat: z\n"),
        str![[r#"
galat[S010]: tab dipakai untuk indentasi
 --> content/uji.md:4:1
  |
4 |     alamat: z
  | ^^^^ tab
  |
  = saran: ganti tab dengan spasi

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("a: |\n\tteks\n"),
        str![[r#"
galat[S010]: tab dipakai untuk indentasi
 --> content/uji.md:2:1
  |
2 |     teks
  | ^^^^ tab
  |
  = saran: ganti tab dengan spasi

"#]]
        .raw()
    );
}

#[test]
fn quotes() {
    assert_data_eq!(
        problems("judul: \"Netral\nringkas: x\n"),
        str![[r#"
galat[S010]: tanda kutip dibuka tetapi tidak ditutup
 --> content/uji.md:1:8
  |
1 | judul: "Netral
  |        ^ dibuka di sini
  |
  = saran: tutup dengan tanda kutip yang sama pada akhir nilai

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("judul: \"Netral\nringkas: \"x\"\n"),
        str![[r#"
galat[S010]: tanda kutip dibuka tetapi tidak ditutup
 --> content/uji.md:1:8
  |
1 | judul: "Netral
  |        ^ dibuka di sini
  |
  = saran: tutup dengan tanda kutip yang sama pada akhir nilai

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("judul: 'Jum'at bersih'\n"),
        str![[r#"
galat[S010]: ada teks sesudah tanda kutip penutup
 --> content/uji.md:1:13
  |
1 | judul: 'Jum'at bersih'
  |             ^^^^^^^^^^
  |
  = saran: tulis dua kali (`''`) tanda petik di dalam teks yang diapit

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("berkas: \"C:\\data\"\n"),
        str![[r#"
galat[S010]: `\d` tidak dikenal di dalam tanda kutip dua
 --> content/uji.md:1:12
  |
1 | berkas: "C:\data"
  |            ^^
  |
  = saran: tulis `\\` untuk garis miring terbalik, atau pakai tanda kutip tunggal

"#]]
        .raw()
    );
}

#[test]
fn colons() {
    assert_data_eq!(
        problems("judul: Awas: bahaya\n"),
        str![[r#"
galat[S010]: nilai ini berisi titik dua dan spasi
 --> content/uji.md:1:12
  |
1 | judul: Awas: bahaya
  |            ^ dibaca sebagai kunci baru
  |
  = saran: apit seluruh nilai dengan tanda kutip: `judul: "Awas: bahaya"`

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("judul: x\nringkas y\nurutan: 1\n"),
        str![[r#"
galat[S010]: baris ini tidak berbentuk `kunci: nilai`
 --> content/uji.md:2:1
  |
2 | ringkas y
  | ^^^^^^^^^
  |
  = saran: tambahkan titik dua dan spasi sesudah kuncinya; lanjutan teks di atasnya harus menjorok lebih dalam

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("judul x\nringkas: y\n"),
        str![[r#"
galat[S010]: baris ini tidak berbentuk `kunci: nilai`
 --> content/uji.md:1:1
  |
1 | judul x
  | ^^^^^^^
  |
  = saran: tambahkan titik dua dan spasi sesudah kuncinya; lanjutan teks di atasnya harus menjorok lebih dalam

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("judul: x\nringkas:y\n"),
        str![[r#"
galat[S010]: sesudah titik dua harus ada spasi
 --> content/uji.md:2:8
  |
2 | ringkas:y
  |        ^
  |
  = saran: tulis `kunci: nilai`

"#]]
        .raw()
    );
    assert_data_eq!(
        problems(&format!("judul: x\n{}: y\n", "k".repeat(1100))),
        str![[r#"
galat[S010]: kunci ini terlalu panjang
 --> content/uji.md:2:1
  |
2 | kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk...kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^...^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: kunci paling panjang 1024 karakter

"#]]
        .raw()
    );
}

#[test]
fn indentation() {
    assert_data_eq!(
        problems("judul: x\n  ringkas: y\n"),
        str![[r#"
galat[S010]: baris ini tidak sejajar dengan kunci atau daftar di atasnya
 --> content/uji.md:2:3
  |
2 |   ringkas: y
  |   ^^^^^^^^^^
  |
  = saran: samakan spasi di depannya; kunci dan `- ` tidak dapat bercampur pada tingkat yang sama

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("a:\n  b: 1\n c: 2\n"),
        str![[r#"
galat[S010]: baris ini tidak sejajar dengan kunci atau daftar di atasnya
 --> content/uji.md:3:2
  |
3 |  c: 2
  |  ^^^^
  |
  = saran: samakan spasi di depannya; kunci dan `- ` tidak dapat bercampur pada tingkat yang sama

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("a: 1\n- b\n"),
        str![[r#"
galat[S010]: baris ini tidak sejajar dengan kunci atau daftar di atasnya
 --> content/uji.md:2:1
  |
2 | - b
  | ^^^
  |
  = saran: samakan spasi di depannya; kunci dan `- ` tidak dapat bercampur pada tingkat yang sama

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("  a: 1\nb: 2\n"),
        str![[r#"
galat[S010]: baris ini tidak sejajar dengan kunci atau daftar di atasnya
 --> content/uji.md:2:1
  |
2 | b: 2
  | ^^^^
  |
  = saran: samakan spasi di depannya; kunci dan `- ` tidak dapat bercampur pada tingkat yang sama

"#]]
        .raw()
    );
}

#[test]
fn dashes() {
    assert_data_eq!(
        problems("a: - b\n"),
        str![[r#"
galat[S010]: daftar harus mulai pada baris baru
 --> content/uji.md:1:4
  |
1 | a: - b
  |    ^
  |
  = saran: pindahkan `- …` ke baris baru, atau apit teksnya dengan tanda kutip

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("sumber:\n  -satu\n  -dua\n"),
        str![[r#"
galat[S010]: sesudah `-` harus ada spasi
 --> content/uji.md:2:3
  |
2 |   -satu
  |   ^
  |
  = saran: tulis `- isi` untuk daftar, atau apit teksnya dengan tanda kutip

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("sumber:\n- satu\n-dua\n"),
        str![[r#"
galat[S010]: sesudah `-` harus ada spasi
 --> content/uji.md:3:1
  |
3 | -dua
  | ^
  |
  = saran: tulis `- isi`

"#]]
        .raw()
    );
    assert_eq!(tree("a: -1\nb: --\n"), "{a: -1, b: --}");
}

#[test]
fn brackets() {
    assert_data_eq!(
        problems("rezim: [pemilu, pilkada\njudul: x\n"),
        str![[r#"
galat[S010]: kurung `[` tidak ditutup
 --> content/uji.md:1:8
  |
1 | rezim: [pemilu, pilkada
  |        ^ dibuka di sini
  |
  = saran: tutup dengan `]`

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("rezim: [pemilu, pilkada\n"),
        str![[r#"
galat[S010]: kurung `[` tidak ditutup
 --> content/uji.md:1:8
  |
1 | rezim: [pemilu, pilkada
  |        ^ dibuka di sini
  |
  = saran: tutup dengan `]`

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("kantor: {nama: x\njudul: y\n"),
        str![[r#"
galat[S010]: kurung `{` tidak ditutup
 --> content/uji.md:1:9
  |
1 | kantor: {nama: x
  |         ^ dibuka di sini
  |
  = saran: tutup dengan `}`

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("kantor: {nama: x alamat: y}\n"),
        str![[r#"
galat[S010]: di dalam kurung, antara dua isi harus ada koma
 --> content/uji.md:1:24
  |
1 | kantor: {nama: x alamat: y}
  |                        ^
  |
  = saran: tambahkan koma, atau apit teksnya dengan tanda kutip

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("rezim: [pemilu]]\n"),
        str![[r#"
galat[S010]: kurung tutup tanpa kurung buka
 --> content/uji.md:1:16
  |
1 | rezim: [pemilu]]
  |                ^
  |
  = saran: hapus kurung ini, atau apit teksnya dengan tanda kutip

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("rezim: [pemilu}\n"),
        str![[r#"
galat[S010]: kurung `[` ditutup dengan `}`
 --> content/uji.md:1:8
  |
1 | rezim: [pemilu}
  |        ^
  |
  = saran: pakai pasangan kurung yang sama

"#]]
        .raw()
    );
}
