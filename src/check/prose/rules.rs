//! What can be looked up about the rules of this room.

use super::cited::{AMENDMENT_UNSAID, PART_UNSAID};
use super::claim::{DEFERRED, REGIME_UNSAID, SETTLED, UNDATED_FIGURE};
use super::institution::FORMER_INSTITUTION;
use super::upkeep::{CHECKED_AHEAD, NO_SOURCE, REVIEW_NEAR, REVIEW_PASSED};
use super::wrong::WRONG_CITATION;
use super::{IDLE_MARK, Rule};

/// The rules.
pub(in crate::check) const RULES: &[Rule] = &[
    Rule::warning(PART_UNSAID, "Peraturan yang sudah dicabut sebagian disebut tanpa pasalnya.")
        .why("Pembaca mengira seluruhnya masih berlaku, atau seluruhnya sudah tidak.")
        .repair("Sebut pasal yang masih berlaku, atau peraturan yang menggantikan bagian yang dicabut.")
        .example("`PP 53/2010` sudah dicabut sebagian")
        .source("`content/regulasi/`: `dicabut_oleh` dan `lingkup`"),
    Rule::warning(AMENDMENT_UNSAID, "Peraturan yang sudah diubah dikutip resmi tanpa perubahannya.")
        .why("Dasar hukum sebuah surat tidak lengkap bila bunyi yang berlaku ada di peraturan lain.")
        .repair("Tambahkan `sebagaimana diubah dengan …`; nama saja, seperti `UU Desa`, tidak memerlukannya.")
        .example("`UU 6/2014` disebut tanpa perubahannya")
        .source("`content/regulasi/`: `diubah_oleh`"),
    Rule::error(WRONG_CITATION, "Kutipan yang sudah diketahui keliru, dalam ejaan apa pun.")
        .why("Kekeliruan yang sama beredar di surat edaran dan bahan tayang, lalu disalin terus.")
        .repair("Tulis yang benar; bila kekeliruannya memang sedang diceritakan, tulis pengenalnya di `sengaja_menyebut`.")
        .example("kutipan ini keliru: `SKB Nomor 22 Tahun 2022`")
        .source("`content/sengketa.yaml`: `salah_kutip`"),
    Rule::warning(FORMER_INSTITUTION, "Lembaga yang sudah tidak ada disebut tanpa tanda bahwa itu masa lalu.")
        .why("Warga yang melapor ke lembaga yang sudah bubar tidak akan dijawab.")
        .repair("Sebut penggantinya, sebut hari berakhirnya dalam kalimat itu, atau tandai sebagai cerita masa lalu.")
        .example("`KASN` tidak ada lagi sejak 24 Agustus 2024")
        .source("`content/glosarium.yaml`: `berakhir` dan `pengganti`"),
    Rule::error(
        DEFERRED,
        "Sanksi yang belum berlaku ditulis seolah-olah berlaku; pada bahan cetak menggagalkan, di halaman diperingatkan.",
    )
    .why("Ancaman yang tidak dapat dijatuhkan membuat pembaca tidak percaya pada ancaman yang lain.")
    .repair("Hapus dari bahan cetak; di halaman, tulis pada bagian yang sama bahwa sanksinya belum berlaku.")
    .example("sanksi `Pemotongan tunjangan kinerja 25%` belum berlaku")
    .source("`content/sanksi/`: `status: tertunda`; `judul` dan `kata_kunci`-nya yang dicari"),
    Rule::error(UNDATED_FIGURE, "Denda atau lama pidana yang berasal dari teks lama ditulis tanpa menyebut hari perubahannya.")
        .why("Setelah undang-undang berubah, angka lama yang tanpa tanggal menjadi keterangan palsu.")
        .repair("Tambahkan `menurut teks sebelum …`, sebut undang-undang yang mengubahnya, atau hapus angkanya.")
        .example("`Rp12.000.000` berasal dari teks sebelum 2 Januari 2026")
        .source("`content/sanksi/`: `denda`, `pidana_badan`, dan `menurut_teks_sebelum`"),
    Rule::error(
        SETTLED,
        "Satu pendapat dalam hal yang masih diperdebatkan ditulis sebagai kepastian; juga janji rahasia tanpa syarat.",
    )
    .why("Pegawai yang menuruti pendapat yang keliru dapat dihukum, dan pelapor yang dijanjikan rahasia dapat diketahui.")
    .repair("Ikuti sarannya, tulis juga syaratnya, atau tandai halaman dengan `sengketa:` supaya semua pendapat tampil.")
    .example("`boleh hadir` masih diperdebatkan")
    .source("`content/sengketa.yaml`: `jangan_ditulis` dan `kecuali_disertai`"),
    Rule::error(REGIME_UNSAID, "Batas waktu melapor atau ancaman pidana ditulis tanpa menyebut Pemilu atau Pilkada.")
        .why("Tujuh hari dihitung lain pada Pemilu dan Pilkada; yang salah hitung laporannya ditolak.")
        .repair("Sebut `Pemilu` atau `Pilkada` dalam kalimat, judul bagian, atau judul berkasnya.")
        .example("batas waktu `7 hari` tidak menyebut Pemilu atau Pilkada")
        .source("`content/pelaporan.yaml`: `tenggat`; `content/sanksi/`: `denda`"),
    Rule::warning(IDLE_MARK, "`sengaja_menyebut` memuat yang tidak disebut, tidak dikenal, atau tidak perlu ditandai.")
        .why("Tanda yang tertinggal menutupi kekeliruan yang ditulis kemudian.")
        .repair("Hapus pengenal itu dari `sengaja_menyebut`, atau betulkan ejaannya.")
        .example("`uu-5-2014` tidak disebut di berkas ini, atau tidak perlu ditandai"),
    Rule::warning(REVIEW_PASSED, "Hari peninjauan isi ini sudah lewat.")
        .why("Hukum berubah; isi yang tidak ditinjau lagi makin lama makin mungkin salah.")
        .repair("Cocokkan isinya dengan sumbernya, lalu perbarui `diperiksa` dan `tinjau_sebelum`.")
        .example("isi ini seharusnya sudah ditinjau sebelum 1 November 2026"),
    Rule::note(REVIEW_NEAR, "Hari peninjauan isi ini kurang dari sebulan lagi.")
        .why("Jawaban tertulis dari lembaga lain sering memerlukan berminggu-minggu.")
        .repair("Mulailah mencocokkan isinya dengan sumbernya.")
        .example("isi ini harus ditinjau sebelum 1 Desember 2026, 9 hari lagi"),
    Rule::warning(NO_SOURCE, "Halaman atau bahan cetak menyebut hukum tanpa `dasar`, tanpa `sumber`, dan tanpa tautan.")
        .why("Pernyataan tentang hukum yang tidak dapat ditelusuri tidak dapat diperiksa siapa pun.")
        .repair("Isi `dasar:` dengan pasalnya, atau `sumber:` dengan alamat halamannya.")
        .example("hukum disebut tanpa sumber"),
    Rule::warning(CHECKED_AHEAD, "`diperiksa` menyebut hari yang belum tiba.")
        .why("Tanggal itu tampil di halaman; hari yang belum tiba membuat pembaca tidak percaya pada tanggal yang lain.")
        .repair("Tulis hari isinya sungguh dicocokkan dengan sumbernya.")
        .example("isi ini tertulis diperiksa 31 Januari 2027, hari yang belum tiba"),
];
