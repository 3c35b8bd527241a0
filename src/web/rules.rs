//! What can be looked up about the codes of templates and stylesheets: S91x.

use super::codes::*;
use crate::diagnostics::Rule;

/// The rules of this room.
pub const RULES: &[Rule] = &[
    Rule::error(BAD_TEMPLATE, "Templat tema tidak terbaca, atau memakai sesuatu yang tidak ada.")
        .why("Semua halaman yang memakainya tidak dapat dibuat.")
        .repair("Perbaiki di baris yang ditunjuk.")
        .example("blok `sebelum_iis` tidak ada di templat induk"),
    Rule::error(RENDERING, "Templat gagal saat halaman disusun.")
        .why("Halaman yang setengah jadi tidak boleh terbit.")
        .repair("Perbaiki templatnya di baris yang ditunjuk.")
        .example("templat memakai nilai `muka` yang tidak ada"),
    Rule::error(MISSING_FILE, "Tema tidak punya berkas yang harus ada.")
        .why("Tanpa gaya dan skrip itu situs tidak terbaca di ponsel.")
        .repair("Salin berkasnya dari tema bawaan, lalu ubah.")
        .example("tema `suluh` tidak punya `static/suluh.css`"),
    Rule::error(BROKEN_SLOT, "Templat mengubah ruang isi desa dengan filter.")
        .why("Nilai desa diisi sesudah halaman disusun; ruang yang diubah tidak ditemukan lagi.")
        .repair("Cetak nilai `desa` apa adanya; untuk memilih, pakai `ragam`.")
        .example("templat mengubah ruang isi `DESA.KODE`"),
    Rule::error(UNKNOWN_PROPERTY, "Gaya memakai token yang tidak ada.")
        .why("Peramban membuang baris itu diam-diam, dan warnanya menjadi warna bawaan.")
        .repair("Pakai nama token dari `theme.yaml`, atau beri nilainya di `:root`.")
        .example("token `--tinta-mudaa` tidak ada"),
];
