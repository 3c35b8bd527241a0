//! What can be looked up about the codes of links and letters: S24x, S443 and S444.

use super::left_out::{HOME_LEFT_OUT, LINKS_LEFT_OUT};
use super::letters::{NO_RECIPIENTS, NO_SIGNATORIES};
use super::links::{UNKNOWN_ANCHOR, UNKNOWN_IMAGE, UNKNOWN_PAGE, UNKNOWN_QR};
use super::taken::TAKEN_NAME;
use crate::diagnostics::Rule;

/// The rules of this room.
pub const RULES: &[Rule] = &[
    Rule::error(UNKNOWN_PAGE, "Tautan menuju halaman yang tidak akan ada.")
        .why("Pembaca yang menekannya mendapat halaman kosong.")
        .repair("Tulis alamat halaman yang ada; pesan menyarankan yang terdekat.")
        .example("tautan menuju `/lapur/`, halaman yang tidak ada"),
    Rule::error(UNKNOWN_ANCHOR, "Tautan menuju bagian yang tidak ada di halaman itu.")
        .why("Pembaca sampai di atas halaman dan harus mencari sendiri.")
        .repair("Tulis pengenal judul yang ada di halaman itu.")
        .example("`#bukan` tidak ada di halaman itu"),
    Rule::error(UNKNOWN_IMAGE, "Gambar tidak ada di folder `gambar/` mana pun.")
        .why("Tempatnya akan kosong.")
        .repair("Taruh gambarnya di folder `gambar/` dan tulis `gambar/nama.png`.")
        .example("gambar `gambar/a.png` tidak ada"),
    Rule::error(UNKNOWN_QR, "Kode QR menuju halaman yang tidak akan ada.")
        .why("Kode yang sudah dicetak tidak dapat ditarik kembali.")
        .repair("Tulis alamat halaman yang ada, atau hapus tautannya.")
        .example("kode QR di `cetak/spanduk.md` menuju `/tni-polri/`, halaman yang dihilangkan berkas ini"),
    Rule::note(LINKS_LEFT_OUT, "Tautan menjadi teks biasa karena tujuannya dihilangkan daerah.")
        .why("Kalimatnya tetap benar, tetapi pembaca tidak lagi dapat membuka rinciannya.")
        .repair("Tidak perlu apa-apa bila memang dimaksud; kalau tidak, hapus `hapus: true`.")
        .example("halaman `tni-polri` dihilangkan; tautan ke sana di 1 berkas menjadi teks biasa: halaman/tanya.md"),
    Rule::error(HOME_LEFT_OUT, "Beranda dihilangkan.")
        .why("Situs dibuka dari beranda, dan semua kode QR umum menuju ke sana.")
        .repair("Tulis beranda kantor sendiri di berkas itu, atau hapus berkasnya.")
        .example("beranda tidak dapat dihilangkan"),
    Rule::error(TAKEN_NAME, "Halaman bernama sama dengan yang dibuat program, misalnya `halaman/cari.md`.")
        .why("Di alamat itu berdiri halaman pencarian, daftar, atau edisi daerah; halaman itu akan menggantikannya tanpa ada yang tahu.")
        .repair("Ganti nama berkasnya, misalnya `halaman/tentang-cari.md`.")
        .example("halaman tidak dapat bernama `cari`"),
    Rule::note(NO_RECIPIENTS, "Surat tidak dicetak karena tidak ada penerimanya.")
        .why("Surat imbauan yang dikira terkirim ternyata tidak dibuat.")
        .repair("Tulis penerimanya di `penerima.csv` di folder daerah, satu baris satu surat.")
        .example("surat ini tidak dicetak untuk Kayong Utara: tidak ada `penerima.csv`"),
    Rule::note(NO_SIGNATORIES, "Daftar tanda tangan dicetak dengan baris kosong.")
        .why("Nama dan jabatan harus ditulis tangan di acara, dan sering tidak terbaca.")
        .repair("Tulis namanya di `penandatangan.csv` di folder daerah.")
        .example("baris tanda tangan lembar ini kosong untuk Kayong Utara: tidak ada `penandatangan.csv`"),
];
