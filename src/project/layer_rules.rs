//! What can be looked up about the codes of bases, themes and layers: S15x, S18x and S22x.

use super::codes::*;
use crate::diagnostics::Rule;

/// The rules of what lies over each other.
pub const RULES: &[Rule] = &[
    Rule::error(BAD_BASIS, "`basis` tidak berbentuk salah satu yang dikenal.")
        .why("Tanpa basis yang jelas tidak diketahui isi nasional mana yang dipakai.")
        .repair("Tulis `basis: bawaan`, `folder: …`, atau `zip: …` dengan `sha256`.")
        .example("`basis` menyebut `folder` dan `zip` sekaligus"),
    Rule::error(BASIS_MISSING, "Basis tidak ada di tempat yang disebut, atau bukan proyek.")
        .why("Terbitan tanpa isi nasional kehilangan semua dasar hukumnya.")
        .repair("Periksa letaknya, dihitung dari folder yang berisi `suluh.yaml` ini.")
        .example("basis `../nasional` tidak dapat dipakai"),
    Rule::error(BASIS_LOOP, "Basis kembali ke dirinya sendiri.")
        .why("Tidak ada isi yang paling bawah.")
        .repair("Tunjuk proyek lain, atau tulis `basis: bawaan`.")
        .example("basis `../proyek` kembali ke dirinya sendiri"),
    Rule::error(BASIS_TOO_DEEP, "Terlalu banyak basis bertumpuk.")
        .why("Semakin banyak lapis, semakin sulit diketahui siapa yang menulis sebuah kalimat.")
        .repair("Pakai basis yang lebih dekat ke isi nasional.")
        .example("basis bertumpuk lebih dari 8"),
    Rule::error(ZIP_HASH, "Zip basis bukan zip yang sidiknya dicatat.")
        .why("Zip yang tertukar atau diubah orang akan menerbitkan naskah yang tidak pernah disetujui.")
        .repair("Minta zip yang benar; bila ini kiriman resmi yang baru, catat sidiknya di `sha256`.")
        .example("isi `../nasional.zip` bukan yang dicatat di `sha256`")
        .source("FIPS 180-4 (SHA-256)"),
    Rule::error(NO_OWN_REGION, "Proyek dengan `basis` belum mempunyai daerah sendiri.")
        .why("Yang dibuat hanya daerah yang mempunyai folder di proyek ini, jadi tidak ada yang dibuat.")
        .repair("Buat folder daerah Anda dengan `daerah.yaml`.")
        .example("proyek ini memakai `basis` tetapi belum mempunyai daerah"),
    Rule::warning(BASE_CHANGED_UNDER, "Berkas basis yang Anda ganti sudah berubah isinya.")
        .why("Perbaikan nasional, misalnya pasal yang dicabut, tertutup salinan lama milik daerah.")
        .repair("Bandingkan dengan `suluh base --show`, perbarui berkas Anda, lalu `suluh base --accept`.")
        .example("`content/daerah/61.11-ku/gambar/x.png` mengganti berkas basis yang isinya sudah lain"),
    Rule::note(BASE_CHANGED, "Berkas basis yang lain berubah sejak terakhir diterima.")
        .why("Kantor harus tahu kalimat apa yang berubah di situsnya sendiri.")
        .repair("Baca perubahannya dengan `suluh base`, lalu `suluh base --accept`.")
        .example("berkas basis sejak terakhir diterima: 2 berubah, 1 baru; `suluh base` menyebutkannya satu per satu"),
    Rule::note(NO_LOCK, "`basis.lock` belum ada.")
        .why("Tanpa berkas itu perubahan basis tidak dapat dilaporkan.")
        .repair("Jalankan `suluh base --accept`.")
        .example("`basis.lock` belum ada; `suluh base --accept` menulisnya, agar perubahan basis dilaporkan"),
    Rule::error(BAD_LOCK, "`basis.lock` rusak.")
        .why("Tanpa berkas itu tidak dapat diketahui apa yang berubah di basis.")
        .repair("Ambil dari cadangan; bila tidak ada, jalankan `suluh base --accept`.")
        .example("`basis.lock` rusak: baris ini bukan sidik dan nama berkas"),
    Rule::error(UNKNOWN_TOKEN, "Tema memakai nama warna atau ukuran yang tidak ada di tema induknya.")
        .why("Token yang salah ketik tidak mengubah apa-apa, atau menghilangkan warnanya.")
        .repair("Pakai nama yang disarankan; warna baru harus dipakai di `pasangan` atau `peran`.")
        .example("warna `tintaa` tidak ada di tema induk"),
    Rule::error(NO_PARENT, "Tema induk tidak ada.")
        .why("Semua yang tidak ditulis tema ini diambil dari induknya.")
        .repair("Tulis nama folder yang ada di `themes/`.")
        .example("tema induk `sulu` tidak ada"),
    Rule::error(THEME_LOOP, "Tema menjadi induk dirinya sendiri.")
        .why("Tidak ada tema yang paling bawah.")
        .repair("Hapus salah satu `induk`.")
        .example("tema `kantor` menjadi induk dirinya sendiri"),
    Rule::error(THEME_TOO_DEEP, "Terlalu banyak tema bertumpuk.")
        .why("Asal sebuah warna tidak dapat lagi ditelusuri.")
        .repair("Pakai induk yang lebih dekat ke tema bawaan.")
        .example("di bawah tema ini ada lebih dari 8 tema"),
    Rule::error(LOCKED, "Daerah mengganti atau menghapus isi yang terkunci.")
        .why("Naskah resmi, misalnya ikrar, harus sama di semua daerah.")
        .repair("Hapus berkas atau entri Anda; bila perlu tambahkan yang baru dengan nama lain.")
        .example("`deklarasi/ikrar.md` terkunci dan tidak dapat diganti daerah"),
    Rule::warning(NOTHING_TO_REMOVE, "`hapus: true` tidak menghapus apa pun.")
        .why("Biasanya namanya salah ketik, dan yang ingin dihapus tetap terbit.")
        .repair("Periksa namanya, atau hapus baris ini.")
        .example("tidak ada `kantr` di `pelaporan.yaml` yang dapat dihapus"),
    Rule::warning(NOTHING_TO_LOCK, "`terkunci` menunjuk berkas tema yang tidak ada.")
        .why("Yang dikira terkunci ternyata dapat diganti.")
        .repair("Tulis letaknya dari folder tema, misalnya `print/naskah.typ`.")
        .example("tidak ada berkas tema `print/naskh.typ` yang dapat dikunci"),
];
