//! What can be looked up about the codes of what is typed: S90x, S93x and S94x.

use crate::commands::codes::*;
use crate::diagnostics::Rule;

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(UNKNOWN_REGION, "`--region` menyebut daerah yang tidak ada dalam proyek.")
        .why("Situs kosong tidak boleh dibuat untuk daerah yang salah ketik.")
        .repair("Pakai kode atau nama yang disarankan.")
        .example("daerah `61.12` tidak ada dalam proyek ini"),
    Rule::error(NO_FOLDER, "`--project` tidak menunjuk folder.")
        .why("Tanpa folder proyek tidak ada yang dapat dibaca.")
        .repair("Tunjuk folder yang berisi `suluh.yaml`.")
        .example("folder proyek `tidak-ada` tidak ada"),
    Rule::error(FOLDER_IN_USE, "Folder untuk proyek baru sudah berisi.")
        .why("Proyek baru tidak menimpa berkas siapa pun.")
        .repair("Tulis nama folder yang belum ada atau kosong.")
        .example("folder `.` sudah berisi"),
    Rule::error(CANNOT_WRITE, "Berkas atau folder tidak dapat ditulis.")
        .why("Proyek yang ditulis separuh lebih buruk daripada tidak ada; tidak ada yang diubah.")
        .repair("Beri izin tulis, atau pilih folder lain.")
        .example("`kit` tidak dapat ditulis"),
    Rule::error(NO_SUCH_PLACE, "Tidak ada daerah Indonesia dengan kode atau nama itu.")
        .why("Daftar desa dan nama kantor diambil menurut kode ini.")
        .repair("Tulis kode Kemendagri atau nama daerah.")
        .example("tidak ada daerah dengan kode atau nama `sintag`")
        .source("data/wilayah/README.md"),
    Rule::error(SEVERAL_PLACES, "Beberapa daerah bernama sama.")
        .why("Kota dan kabupaten sering bernama sama, dan desanya berlainan.")
        .repair("Tulis kode yang disebut pesan.")
        .example("ada 2 daerah bernama `bandung`")
        .source("data/wilayah/README.md"),
    Rule::error(NO_BASIS, "`--basis` tidak menunjuk proyek.")
        .why("Daerah baru mengambil semua isi nasional dari sana.")
        .repair("Tunjuk folder atau zip yang berisi `suluh.yaml`.")
        .example("tidak ada proyek di `nasional`"),
    Rule::error(FILE_EXISTS, "Berkas isi yang akan ditulis sudah ada.")
        .why("Tulisan Anda tidak pernah ditimpa.")
        .repair("Sunting berkas yang ada, atau pilih judul lain.")
        .example("`content/daerah/61.05-sintang/halaman/lapor.md` sudah ada"),
    Rule::error(NO_SLUG, "Judul tidak dapat menjadi nama berkas.")
        .why("Nama berkas menjadi alamat halaman, jadi hanya huruf latin dan angka.")
        .repair("Tulis judul dengan huruf latin.")
        .example("judul `!!!` tidak dapat menjadi nama berkas"),
    Rule::error(REGION_WANTED, "Proyek mempunyai beberapa daerah dan tidak satu pun disebut.")
        .why("Isi daerah yang satu tidak boleh masuk ke daerah yang lain.")
        .repair("Tambahkan `--region` dengan salah satu kode yang disebut pesan.")
        .example("proyek ini mempunyai beberapa daerah, jadi daerahnya harus disebut"),
    Rule::error(OUTSIDE, "Letak berkas keluar dari proyek.")
        .why("Perintah ini hanya menunjukkan isi proyek.")
        .repair("Tulis letaknya dari folder proyek.")
        .example("`../rahasia.md` berada di luar proyek ini"),
    Rule::error(UNKNOWN_FILE, "Tidak ada lapis yang memiliki berkas itu.")
        .why("Biasanya nama yang salah ketik, atau berkas milik daerah lain.")
        .repair("Pakai nama yang disarankan, atau tambahkan `--region`.")
        .example("tidak ada `halaman/digant.md` untuk edisi nasional"),
    Rule::error(LOCKED_FILE, "Berkas yang akan disalin untuk diubah terkunci di basis.")
        .why("Naskah resmi harus sama di semua daerah.")
        .repair("Tambahkan berkas baru dengan judul lain.")
        .example("`deklarasi/ikrar-netralitas-asn.md` terkunci dan tidak dapat diganti daerah"),
    Rule::error(MERGED_FILE, "Berkas yang akan disalin digabung bagian demi bagian.")
        .why("Salinan utuh membekukan semua entri nasional, juga yang kelak diperbaiki.")
        .repair("Tulis berkas baru dengan nama itu, berisi hanya yang berubah.")
        .example("`pelaporan.yaml` digabung bagian demi bagian, jadi tidak perlu disalin"),
    Rule::error(NOT_TEXT, "Berkas yang akan ditampilkan bukan teks.")
        .why("Isi gambar atau huruf merusak layar terminal.")
        .repair("Lihat gambarnya di situs yang dibuat `suluh build`.")
        .example("`<bawaan>/themes/suluh/fonts/PlusJakartaSans_700Bold.ttf` bukan teks"),
    Rule::error(NO_PORT, "Porta pratinjau tidak dapat dipakai.")
        .why("Program lain sudah memakainya, biasanya pratinjau yang lupa ditutup.")
        .repair("Pilih nomor lain dengan `--port`, atau hapus `--port`.")
        .example("porta 8000 tidak dapat dipakai"),
    Rule::error(UNKNOWN_LAW, "Peraturan atau pasal yang dicari tidak ada dalam isi maupun manifes.")
        .why("Jawaban tidak ada yang memuatnya menyesatkan bila namanya hanya salah ketik.")
        .repair("Tulis nama berkasnya di `content/regulasi/` tanpa `.md`, misalnya `uu-5-2014`.")
        .example("regulasi `uu-5-2041` tidak dikenal"),
    Rule::warning(NO_GROUNDS, "Manifes terbitan lama tidak mencatat dasar hukumnya.")
        .not_silenceable("temuannya menunjuk terbitan lama, bukan naskah")
        .why("Lembar dari terbitan itu dapat saja memuat pasal yang dicari, tanpa tersebut dalam daftar tarik.")
        .repair("Periksa cetakannya dengan mata, atau buat lagi dari isi lama dengan versi ini.")
        .example("dibuat dengan versi lama, tidak mencatat dasar hukum: arsip/61.11.json"),
    Rule::error(UNKNOWN_CODE, "`suluh explain` ditanya kode yang tidak ada.")
        .why("Kode tidak pernah berganti arti, jadi yang tidak ada pasti salah ketik.")
        .repair("Salin kodenya dari pesan, misalnya `S303`; semua kode ada di `docs/pemeriksaan.md`.")
        .example("kode `S999` tidak dikenal"),
    Rule::error(NOT_A_PROJECT, "`suluh diff` ditunjuk ke folder hasil, bukan folder proyek.")
        .why("Hasil menyimpan halaman dan lembar jadi, bukan naskahnya, jadi kalimatnya tidak dapat dibandingkan.")
        .repair("Tunjuk folder yang berisi `suluh.yaml`, atau zip dari folder itu.")
        .example("`output` folder hasil, bukan folder proyek"),
];
