//! YAML that is correct but not used here, or that its writer did not mean, every message whole.

use snapbox::{IntoData, assert_data_eq, str};

use crate::source::testing::problems;

#[test]
fn words_lost_to_a_comment() {
    assert_data_eq!(
        problems("ringkas: Ayo awasi #PemiluNetral bersama\njudul: #1\nurutan: 1 # sungguh komentar\n"),
        str![[r#"
peringatan[S016]: `#PemiluNetral bersama` dibaca sebagai komentar, bukan bagian nilai
 --> content/uji.md:1:20
  |
1 | ringkas: Ayo awasi #PemiluNetral bersama
  |                    ^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: apit seluruh nilai dengan tanda kutip; bila ini memang komentar, beri spasi sesudah `#`

peringatan[S016]: `#1` dibaca sebagai komentar, bukan bagian nilai
 --> content/uji.md:2:8
  |
2 | judul: #1
  |        ^^
  |
  = saran: apit seluruh nilai dengan tanda kutip; bila ini memang komentar, beri spasi sesudah `#`

"#]]
        .raw()
    );
}

#[test]
fn what_yaml_has_and_we_do_not() {
    assert_data_eq!(
        problems("a: &x {k: 1}\nb:\n  <<: *x\n  c: 1\n"),
        str![[r#"
galat[S012]: kunci gabungan `<<` tidak dipakai
 --> content/uji.md:3:3
  |
3 |   <<: *x
  |   ^^
  |
  = saran: tulis kunci-kuncinya langsung di sini

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("a: 1\n---\nb: 1\n"),
        str![[r#"
galat[S012]: satu berkas hanya boleh berisi satu dokumen YAML
 --> content/uji.md:2:1
  |
2 | ---
  | ^^^ dokumen kedua
  |
  = saran: hapus baris `---` ini

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("%YAML 1.1\n---\nb: 1\n"),
        str![[r#"
galat[S012]: direktif YAML tidak dipakai
 --> content/uji.md:1:1
  |
1 | %YAML 1.1
  | ^^^^^^^^^
  |
  = saran: hapus baris yang diawali `%` ini

"#]]
        .raw()
    );
}

#[test]
fn keys_that_are_no_text() {
    assert_data_eq!(
        problems("? [a, b]\n: 1\n"),
        str![[r#"
galat[S012]: kunci harus berupa teks
 --> content/uji.md:1:3
  |
1 | ? [a, b]
  |   ^
  |
  = saran: teks yang diawali `[` atau `{` harus diapit tanda kutip

"#]]
        .raw()
    );
    assert_data_eq!(
        problems(": 1\n"),
        str![[r#"
galat[S010]: kunci kosong
 --> content/uji.md:1:1
  |
1 | : 1
  | ^
  |
  = saran: tulis nama kunci sebelum titik dua

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("a: &x [*x]\n"),
        str![[r#"
galat[S010]: alias `*x` menunjuk ke dirinya sendiri
 --> content/uji.md:1:8
  |
1 | a: &x [*x]
  |        ^^
  |
  = saran: tulis nilainya langsung

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("&x a: 1\n*x : 2\n"),
        str![[r#"
galat[S012]: alias tidak dapat menjadi kunci
 --> content/uji.md:2:1
  |
2 | *x : 2
  | ^^
  |
  = saran: tulis kuncinya sebagai teks; teks yang diawali `*` harus diapit tanda kutip

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("*x : 2\n"),
        str![[r#"
galat[S012]: alias tidak dapat menjadi kunci
 --> content/uji.md:1:1
  |
1 | *x : 2
  | ^^
  |
  = saran: tulis kuncinya sebagai teks; teks yang diawali `*` harus diapit tanda kutip

"#]]
        .raw()
    );
}

#[test]
fn nothing_at_all() {
    assert_data_eq!(
        problems(""),
        str![[r#"
galat[S003]: isi YAML `content/uji.md` kosong
 --> content/uji.md:1:1
  |
1 |
  | ^
  |
  = saran: isi kuncinya, misalnya `judul: …`

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("# hanya catatan\n"),
        str![[r#"
galat[S003]: isi YAML `content/uji.md` kosong
 --> content/uji.md:1:1
  |
1 | # hanya catatan
  | ^
  |
  = saran: isi kuncinya, misalnya `judul: …`

"#]]
        .raw()
    );
}

#[test]
fn what_nobody_foresaw_has_an_indonesian_lead() {
    assert_data_eq!(
        problems("a: ,\n"),
        str![[r#"
galat[S010]: YAML tidak dapat dibaca di sini
 --> content/uji.md:1:4
  |
1 | a: ,
  |    ^
  |
  = sebab: pengurai YAML berkata: unexpected EOF while parsing a block mapping
  = saran: apit teks yang berisi tanda baca khusus dengan tanda kutip

"#]]
        .raw()
    );
}

#[test]
fn values_that_need_quotes() {
    assert_data_eq!(
        problems("akun: @bawaslu\n"),
        str![[r#"
galat[S010]: nilai tidak boleh diawali `@`
 --> content/uji.md:1:7
  |
1 | akun: @bawaslu
  |       ^
  |
  = saran: apit seluruh nilai dengan tanda kutip

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("judul: **tebal**\nringkas: *x\n"),
        str![[r#"
galat[S010]: alias `**tebal**` tidak dikenal
 --> content/uji.md:1:8
  |
1 | judul: **tebal**
  |        ^^^^^^^^^
  |
  = saran: teks yang diawali `*` harus diapit tanda kutip

galat[S010]: alias `*x` tidak dikenal
 --> content/uji.md:2:10
  |
2 | ringkas: *x
  |          ^^
  |
  = saran: teks yang diawali `*` harus diapit tanda kutip

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("judul: * x\n"),
        str![[r#"
galat[S010]: nilai tidak boleh diawali `*`
 --> content/uji.md:1:8
  |
1 | judul: * x
  |        ^
  |
  = saran: apit seluruh nilai dengan tanda kutip

"#]]
        .raw()
    );
}

#[test]
fn values_that_look_like_more() {
    assert_data_eq!(
        problems("judul: &b teks\n"),
        str![[r#"
galat[S012]: jangkar `&b` tidak dipakai
 --> content/uji.md:1:8
  |
1 | judul: &b teks
  |        ^^
  |
  = saran: teks yang diawali `&` harus diapit tanda kutip

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("judul: !penting sekali\n"),
        str![[r#"
galat[S012]: tag YAML `!penting` tidak dipakai
 --> content/uji.md:1:8
  |
1 | judul: !penting sekali
  |        ^^^^^^^^
  |
  = saran: hapus tag ini; teks yang diawali `!` harus diapit tanda kutip

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("judul: {{ kantor.nama }}\n"),
        str![[r#"
galat[S010]: nilai yang diawali `{{` harus diapit tanda kutip
 --> content/uji.md:1:8
  |
1 | judul: {{ kantor.nama }}
  |        ^^
  |
  = saran: tulis seperti ini: "{{ kantor.nama }}"

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("judul: > satu baris\n"),
        str![[r#"
galat[S010]: sesudah `|` atau `>` teks harus mulai pada baris baru
 --> content/uji.md:1:8
  |
1 | judul: > satu baris
  |        ^
  |
  = saran: pindahkan teksnya ke baris berikut, atau apit dengan tanda kutip

"#]]
        .raw()
    );
}
