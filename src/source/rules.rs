//! What can be looked up about the codes of reading: S00x to S02x, and S10x.

use super::codes::*;
use crate::diagnostics::Rule;

/// The rules of this room.
pub const RULES: &[Rule] = &[
    Rule::error(CANNOT_READ, "Berkas atau folder proyek tidak dapat dibaca dari disk.")
        .why("Berkas yang dilewati berarti halaman atau desa yang hilang tanpa ada yang tahu.")
        .repair("Periksa letak dan izin berkasnya; jalankan perintah dari folder yang berisi `suluh.yaml`.")
        .example("folder proyek `tidak-ada` tidak ada"),
    Rule::error(NOT_UTF8, "Berkas teks tidak disimpan sebagai UTF-8.")
        .why("Huruf dan tanda akan tercetak rusak, misalnya nama desa dengan tanda petik.")
        .repair("Simpan ulang dengan pengodean UTF-8; di Excel pilih CSV UTF-8.")
        .example("berkas `content/daerah/61.11-kayong-utara/desa.csv` bukan teks UTF-8")
        .source("RFC 3629"),
    Rule::error(EMPTY, "Berkas, lembar Excel, atau isi YAML kosong.")
        .why("Berkas kosong hampir selalu berarti penyimpanan yang gagal, bukan isi yang memang tidak ada.")
        .repair("Isi berkasnya, atau hapus.")
        .example("lembar `Daftar` di `content/daerah/61.11-kayong-utara/desa.xlsx` kosong"),
    Rule::error(CONTROL_CHARACTER, "Teks memuat karakter kendali yang tidak tampak di penyunting mana pun.")
        .why("Karakter seperti itu memutus pencarian, merusak cetakan, dan tidak dapat ditemukan dengan mata.")
        .repair("Hapus karakter di tempat yang ditunjuk; biasanya terbawa saat menyalin dari Word atau PDF.")
        .example("berkas `content/uji.md` berisi karakter kendali U+0000"),
    Rule::error(TOO_LARGE, "Berkas lebih besar daripada batas untuk jenisnya.")
        .why("Berkas raksasa menghabiskan memori komputer kantor; naskah dan tabel yang wajar jauh di bawah batas itu.")
        .repair("Perkecil atau bagi berkasnya; pada Excel, salin tabelnya saja ke buku kerja baru.")
        .example("berkas `content/daerah/61.11-kayong-utara/desa.xlsx` terlalu besar"),
    Rule::error(TOO_MANY, "Proyek, zip, atau lembar berisi terlalu banyak berkas, bita, baris, atau folder bersusun.")
        .why("Batas ini menahan zip jahat yang mengembang tanpa henti, dan folder yang salah tunjuk, misalnya seluruh disk.")
        .repair("Pindahkan yang bukan bagian proyek ke luar, dan perkecil gambar.")
        .example("isi zip bersama-sama lebih dari 256 MiB"),
    Rule::error(SYMLINK, "Berkas adalah tautan simbolik.")
        .why("Tautan simbolik dapat membawa berkas pribadi dari luar proyek ke dalam situs, dan putus di komputer lain.")
        .repair("Ganti dengan salinan berkasnya.")
        .example("tautan simbolik `content/gambar` menunjuk ke luar proyek"),
    Rule::error(BAD_NAME, "Nama berkas tidak dapat disimpan di setiap sistem, atau keluar dari zip.")
        .why("Proyek berpindah antara Windows, macOS, dan Linux; nama yang ditolak salah satunya menghilangkan berkas.")
        .repair("Ganti namanya: huruf, angka, tanda hubung, dan titik saja.")
        .example("nama berkas `/etc/passwd` di dalam zip tidak dapat dipakai: menunjuk ke luar zip"),
    Rule::error(CASE_CLASH, "Dua nama hanya berbeda huruf besar dan kecil.")
        .why("Windows dan macOS menganggap keduanya sama, sehingga salah satunya tertimpa.")
        .repair("Ganti nama salah satunya.")
        .example("`content/Halaman` dan `content/halaman` hanya berbeda huruf besar dan kecil"),
    Rule::error(YAML_SYNTAX, "YAML tidak dapat dibaca.")
        .why("YAML yang dibaca setengah dapat memasangkan nilai dengan kunci yang salah.")
        .repair("Perbaiki di baris yang ditunjuk: indentasi dengan spasi, spasi sesudah `-` dan `:`, tanda kutip yang ditutup.")
        .example("tab dipakai untuk indentasi")
        .source("YAML 1.2"),
    Rule::error(YAML_BUDGET, "YAML terlalu dalam, terlalu panjang, atau terlalu sering mengulang lewat alias.")
        .why("Beberapa baris alias dapat mengembang menjadi miliaran nilai dan mematikan program.")
        .repair("Tulis nilainya tanpa alias, atau bagi berkasnya.")
        .example("YAML ini terlalu panjang atau terlalu sering mengulang"),
    Rule::error(
        YAML_UNSUPPORTED,
        "YAML memakai bagian bahasa yang tidak dipakai di sini: tag, kunci gabungan, beberapa dokumen.",
    )
    .why("Bagian itu menyembunyikan dari mana sebuah nilai datang, sehingga tempat kesalahan tidak dapat ditunjuk.")
    .repair("Tulis kunci dan nilainya langsung.")
    .example("kunci gabungan `<<` tidak dipakai"),
    Rule::error(FRONT_MATTER, "Berkas isi tidak diawali atau tidak ditutup garis `---`.")
        .why("Tanpa garis itu judul dan sumber tidak dapat dibedakan dari naskah.")
        .repair("Awali berkas dengan `---`, lalu kunci seperti `judul: …`, lalu `---` pada baris sendiri.")
        .example("berkas `content/uji.md` tidak diawali garis `---`"),
    Rule::error(CSV_FORM, "Tanda kutip atau kepala tabel salah.")
        .why("Tanda kutip yang ditebak menggeser semua sel sesudahnya: nomor seorang pengawas masuk ke desa lain.")
        .repair("Gandakan tanda kutip di dalam sel, tutup setiap sel yang dibuka, dan beri setiap kolom nama sendiri.")
        .example("kolom ke-2 tidak punya nama")
        .source("RFC 4180"),
    Rule::error(CSV_CELLS, "Baris tabel berisi lebih banyak atau lebih sedikit sel daripada kepalanya.")
        .why("Satu koma yang lupa dikutip menggeser alamat menjadi nomor telepon.")
        .repair("Apit teks yang berisi pemisah dengan tanda kutip dua, atau lengkapi selnya.")
        .example("baris ini berisi 2 sel, seharusnya 3")
        .source("RFC 4180"),
    Rule::warning(YAML_COMMENT, "Kata sesudah `#` dibaca sebagai komentar, padahal tampak seperti isi.")
        .why("YAML membuang sisa baris sesudah spasi dan `#`; tagar dalam judul hilang tanpa pesan.")
        .repair("Apit seluruh nilai dengan tanda kutip; bila memang komentar, beri spasi sesudah `#`.")
        .example("`#PemiluNetral bersama` dibaca sebagai komentar, bukan bagian nilai")
        .source("YAML 1.2"),
    Rule::error(BAD_ZIP, "Basis berupa zip, tetapi bukan zip atau rusak.")
        .why("Zip yang terputus saat diunduh akan menghasilkan terbitan tanpa sebagian isi nasional.")
        .repair("Unduh lagi, atau minta zip itu dibuat ulang.")
        .example("`../nasional.zip` tidak dapat dibaca sebagai zip"),
    Rule::error(AMBIGUOUS_ZIP, "Zip dapat dibaca dengan dua cara: nama ganda atau berkas bertumpang tindih.")
        .why("Dua program akan melihat isi yang berbeda dari zip yang sama; yang diperiksa bukan yang terbit.")
        .repair("Buat ulang zip itu dari folder proyeknya.")
        .example("zip `nasional.zip` dapat dibaca dengan dua cara"),
    Rule::error(NOT_A_SHEET, "Berkas berakhiran .xlsx, tetapi bukan buku kerja Excel yang dapat dibuka.")
        .why("Mengganti akhiran nama tidak mengubah isi; desa yang ada di dalamnya tidak akan terbaca.")
        .repair("Buka di program asalnya, lalu simpan sebagai Buku Kerja Excel (.xlsx) atau CSV UTF-8.")
        .example("`content/daerah/61.11-kayong-utara/desa.xlsx` bukan buku kerja Excel (.xlsx)"),
    Rule::error(NO_HEADER, "Tidak ada baris tabel yang berisi nama-nama kolom.")
        .why("Tanpa kepala tidak diketahui kolom mana yang kode, nama, atau nomor telepon.")
        .repair("Tulis nama kolom seperti di panduan pada satu baris di atas data.")
        .example("baris nama kolom tidak ditemukan di `content/daerah/61.11-kayong-utara/desa.xlsx`"),
    Rule::error(FORMULA_WITHOUT_RESULT, "Sel Excel berisi rumus yang hasilnya tidak tersimpan.")
        .why("Suluh membaca hasil, tidak menghitung rumus; sel seperti itu kosong bagi pembaca.")
        .repair("Buka di Excel dan simpan lagi, atau salin sebagai nilai.")
        .example("rumus di sel ini belum ada hasilnya"),
    Rule::error(NOT_A_PICTURE, "Berkas di folder gambar bukan gambar, atau SVG yang berisi lebih dari gambar.")
        .why("SVG dapat membawa program dan panggilan ke situs lain, yang lalu berjalan di ponsel pembaca.")
        .repair("Simpan ulang sebagai SVG biasa (di Inkscape: Plain SVG), atau pakai PNG atau JPEG.")
        .example("`halaman.html` bukan gambar"),
    Rule::error(UNKNOWN_KEY, "Kunci YAML tidak dikenal untuk jenis berkas ini.")
        .why("Kunci yang salah ketik tidak berpengaruh apa-apa: `dicabut_olh` membuat peraturan tampak masih berlaku.")
        .repair("Pakai kunci yang disarankan; semua kunci ada di `docs/skema.md` dan `suluh schema`.")
        .example("kunci `pemilik` tidak dikenal pada keterangan gambar"),
    Rule::error(DUPLICATE_KEY, "Satu kunci tertulis dua kali.")
        .why("Nilai yang mana yang berlaku bergantung pada program pembacanya.")
        .repair("Hapus salah satunya.")
        .example("kunci `telepon` tertulis dua kali")
        .source("YAML 1.2"),
    Rule::error(WRONG_TYPE, "Nilai bukan jenis yang diminta: teks, bilangan, daftar, atau `true`/`false`.")
        .why("Nilai yang ditebak jenisnya mengubah arti, misalnya kode `61.10` menjadi bilangan 61,1.")
        .repair("Tulis nilai seperti yang disebut pesan; teks yang mirip bilangan diapit tanda kutip.")
        .example("`hapus` harus berupa `true` atau `false`, bukan `ya`"),
    Rule::error(MISSING_KEY, "Kunci wajib tidak ada atau kosong.")
        .why("Halaman tanpa judul atau pelanggaran tanpa dasar hukum tidak dapat diterbitkan.")
        .repair("Tambahkan kuncinya dan isi nilainya.")
        .example("`judul` belum diisi"),
    Rule::error(BAD_CHOICE, "Nilai bukan salah satu pilihan tetap untuk kuncinya.")
        .why("Daftar pilihan menentukan warna, urutan, dan saringan; kata lain tidak akan pernah tersaring.")
        .repair("Pakai salah satu pilihan yang disebut pesan.")
        .example("`tegakk` bukan pilihan untuk `keluarga`"),
    Rule::error(BAD_DATE, "Tanggal tidak berbentuk `2026-01-05`, atau harinya tidak ada di kalender.")
        .why("`5/1/2026` berarti dua hari yang berbeda bagi dua orang; berlakunya hukum dihitung dari tanggal ini.")
        .repair("Tulis tahun-bulan-hari dengan angka.")
        .example("`31 Oktober 2023` bukan tanggal untuk `tanggal`")
        .source("ISO 8601"),
];
