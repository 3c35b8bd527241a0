//! What can be looked up about the codes of publishing: S95x and S96x.

use super::error::*;
use super::kept::{NO_MANIFEST, UNREADABLE};
use crate::diagnostics::Rule;

/// Why what is left of an earlier publication can't be silenced.
const OF_OUTPUT: &str = "temuannya menunjuk folder keluaran, bukan naskah";

/// The rules of this room.
pub const RULES: &[Rule] = &[
    Rule::error(BUSY, "Folder keluaran sedang dipakai proses suluh lain.")
        .why("Dua pembuatan sekaligus akan mencampur dua terbitan.")
        .repair("Tunggu sampai selesai, atau pakai folder lain dengan `--output`.")
        .example("folder keluaran `output` sedang dipakai proses suluh lain"),
    Rule::error(NOT_A_FOLDER, "Di tempat folder keluaran ada berkas.")
        .why("Suluh tidak menghapus berkas yang bukan buatannya.")
        .repair("Pindahkan berkasnya, atau pakai folder lain dengan `--output`.")
        .example("`output` bukan folder"),
    Rule::error(READ_ONLY, "Folder keluaran tidak dapat ditulis.")
        .why("Terbitan disusun di samping folder keluaran, lalu ditukar sekaligus.")
        .repair("Beri izin tulis, atau pakai folder lain dengan `--output`.")
        .example("folder `output` tidak bisa ditulis"),
    Rule::error(NOT_OURS, "Folder keluaran berisi berkas yang bukan buatan suluh.")
        .why("Isi folder diganti seluruhnya; berkas orang lain akan hilang.")
        .repair("Pakai folder yang kosong atau belum ada.")
        .example("folder keluaran `output` berisi berkas yang bukan buatan suluh, misalnya `catatan.txt`"),
    Rule::error(IN_THE_WAY, "Berkas bukan buatan suluh menempati jalur berkas terbitan.")
        .why("Suluh tidak menimpa berkas yang bukan buatannya.")
        .repair("Pindahkan atau ganti nama berkas itu.")
        .example("`output/index.html` bukan buatan suluh dan menempati jalur berkas terbitan"),
    Rule::error(BAD_PATH, "Jalur keluaran tidak dapat disimpan di setiap sistem.")
        .why("Terbitan disalin ke flash disk dan server; nama yang ditolak salah satunya menghilangkan halaman.")
        .repair("Ganti nama berkas atau alamatnya.")
        .example("jalur keluaran `con/index.html` tidak sah: nama yang dipesan Windows"),
    Rule::error(COLLISION, "Dua berkas terbitan akan menjadi satu.")
        .why("Huruf besar dan kecil sama bagi Windows dan macOS.")
        .repair("Ganti salah satu nama.")
        .example("jalur keluaran `Lapor.html` bertabrakan dengan `lapor.html`"),
    Rule::error(DISK_FULL, "Ruang disk habis saat menulis.")
        .why("Terbitan yang lama masih utuh, yang baru belum ada.")
        .repair("Kosongkan ruang disk, lalu jalankan lagi.")
        .example("ruang disk habis saat menulis `output/situs/index.html`"),
    Rule::error(FILE_SYSTEM, "Sistem menolak membaca atau menulis berkas terbitan.")
        .why("Terbitan yang lama masih utuh, yang baru belum ada.")
        .repair("Periksa izin dan keadaan disk, lalu jalankan lagi.")
        .example("gagal menulis `output/situs/index.html`"),
    Rule::error(UNRECOVERED, "Pertukaran folder pernah terputus dan ada folder baru di tempatnya.")
        .why("Suluh tidak dapat tahu mana yang Anda maksud, dan tidak menghapus keduanya.")
        .repair("Pindahkan folder yang baru, lalu jalankan lagi; terbitan dikembalikan.")
        .example(
            "pertukaran folder `output` pernah terputus dan folder baru sudah menempatinya; terbitan terakhir ada di `.output-lama`",
        ),
    Rule::error(UNMOVABLE, "Folder keluaran tidak dapat dipertukarkan.")
        .why("Folder yang dipakai program lain atau titik kait tidak dapat diganti sekaligus.")
        .repair("Tutup program yang memakainya, atau pakai folder di dalamnya dengan `--output`.")
        .example("folder keluaran `output` tidak bisa dipertukarkan"),
    Rule::error(MISUSED, "Satu edisi dibuat dua kali, atau diselesaikan padahal gagal.")
        .why("Terbitan yang tidak lengkap tidak pernah diterbitkan.")
        .repair("Ini kesalahan program: laporkan kepada pembuatnya.")
        .example("edisi `61.11` dibangun dua kali dalam satu proses"),
    Rule::warning(DAMAGED, "Manifes terbitan rusak sehingga diabaikan.")
        .not_silenceable(OF_OUTPUT)
        .why("Tanpa manifes setiap berkas diperiksa lagi, jadi hanya waktunya yang bertambah.")
        .repair("Tidak perlu berbuat apa-apa; manifesnya ditulis ulang.")
        .example("`output/61.11/manifes.json` rusak atau diubah sehingga diabaikan"),
    Rule::note(RECOVERED, "Penerbitan sebelumnya terputus dan sudah dibereskan.")
        .why("Listrik padam di tengah penerbitan tidak boleh meninggalkan situs campuran.")
        .repair("Tidak perlu berbuat apa-apa.")
        .example("penerbitan sebelumnya ke `output` terputus dan kini diselesaikan"),
    Rule::warning(UNTIDY, "Sisa terbitan lama belum terhapus.")
        .not_silenceable(OF_OUTPUT)
        .why("Biasanya masih dibuka program lain; hanya memakan ruang disk.")
        .repair("Tidak perlu berbuat apa-apa; proses berikutnya menghapusnya.")
        .example("terbitan lama di `output` belum terhapus; proses berikutnya menghapusnya"),
    Rule::error(UNREADABLE, "Manifes terbitan lama tidak dapat dibaca.")
        .why("Terbitan yang tidak terbaca tidak ikut dicari, dan lembarnya tetap beredar.")
        .repair("Periksa izin berkasnya, atau ambil salinan lain dari terbitan itu.")
        .example("manifes `output/manifes/61.11.json` tidak dapat dipakai"),
    Rule::error(NO_MANIFEST, "Folder yang ditunjuk tidak memuat manifes terbitan.")
        .why("Tanpa manifes tidak diketahui apa yang pernah dicetak.")
        .repair("Tunjuk berkas manifes, folder `manifes`, atau folder hasil yang memuatnya.")
        .example("tidak ada manifes di folder `kosong`"),
];
