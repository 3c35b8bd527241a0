//! What can be looked up about the codes of single files: S107 and up, S13x to S16x, S40x and S43x.

use super::codes::*;
use crate::diagnostics::Rule;

/// The rules of single files; those of layers are in [`super::layer_rules`].
pub const RULES: &[Rule] = &[
    Rule::error(BAD_ID, "Pengenal atau nama berkas bukan huruf kecil, angka, dan tanda hubung.")
        .why("Pengenal menjadi alamat halaman dan nama berkas cetak; spasi dan huruf besar memutus tautan.")
        .repair("Pakai bentuk yang disarankan, misalnya `uu-20-2023`.")
        .example("`uu 20 tahun 2023` bukan pengenal yang sah"),
    Rule::error(UNKNOWN_WORD, "Kata tidak ada dalam daftar tetap kuncinya.")
        .why("Kata itu dipakai untuk menyaring; yang salah ketik membuat isinya tidak pernah ditemukan.")
        .repair("Pakai salah satu kata yang disebut pesan.")
        .example("`kpala-desa` tidak dikenal untuk kunci `subjek`"),
    Rule::error(LONG_HEADLINE, "Kalimat `spanduk` lebih panjang daripada yang terbaca sambil lewat.")
        .why("Spanduk dibaca kira-kira tiga detik; kata yang kedelapan tidak terbaca siapa pun.")
        .repair("Pendekkan kalimatnya; uraian lengkap tetap di `ringkas` dan isi.")
        .example("`spanduk` berisi 9 kata, paling banyak 7"),
    Rule::error(REVOKER_MISSING, "Peraturan yang dicabut tidak menyebut pencabutnya.")
        .why("Pembaca perlu tahu peraturan mana yang sekarang harus dikutip.")
        .repair("Tambahkan `dicabut_oleh:` dengan `oleh:`, `pasal:`, dan `tanggal:`.")
        .example("regulasi yang dicabut tidak menyebut pencabutnya"),
    Rule::error(BAD_REFERENCE, "`isi` tidak berbentuk `jenis:pengenal`.")
        .why("Lembar cetaknya tidak tahu naskah mana yang harus dimuat.")
        .repair("Tulis misalnya `deklarasi:ikrar-netralitas-asn`.")
        .example("`ikrar` bukan rujukan isi"),
    Rule::error(BAD_COPIES, "Jumlah cetak bukan bilangan yang dapat dipesan.")
        .why("Angka ini masuk lembar pesanan; percetakan mencetak apa yang tertulis.")
        .repair("Tulis bilangan bulat sampai 10.000.000; 0 berarti tidak dipesan.")
        .example("`jumlah: -1` tidak dapat dicetak"),
    Rule::error(BAD_PRICE, "Harga bukan bilangan rupiah.")
        .why("Taksiran biaya dihitung dari angka ini dan dipakai menyusun anggaran.")
        .repair("Tulis bilangan bulat dari 1 sampai 100000000, tanpa titik dan tanpa `Rp`.")
        .example("`rupiah: -5000` bukan harga"),
    Rule::error(BAD_URL, "Alamat situs tidak lengkap.")
        .why("Alamat ini menjadi awal setiap kode QR yang dicetak, dan yang sudah dicetak tidak dapat diperbaiki.")
        .repair("Tulis dengan `https://`, tanpa spasi dan tanpa tanda tanya.")
        .example("`kayongutara.bawaslu.go.id` bukan alamat situs yang lengkap"),
    Rule::error(NO_SITE, "`suluh.yaml` tidak ada di folder proyek.")
        .why("Tanpa berkas itu tidak diketahui apakah folder ini memang sebuah proyek.")
        .repair("Jalankan dari folder yang berisi `suluh.yaml`, atau mulai proyek baru dengan `suluh init`.")
        .example("`suluh.yaml` tidak ada"),
    Rule::error(NO_THEME, "Tema yang disebut `suluh.yaml` tidak ada.")
        .why("Tanpa tema tidak ada templat untuk halaman dan lembar cetak.")
        .repair("Tulis nama tema yang ada, misalnya `suluh`.")
        .example("tema `sulu` tidak ada"),
    Rule::error(BAD_COLOUR, "Warna tema tidak lengkap atau bukan warna.")
        .why("Warna cetak tidak dapat dihitung dari warna layar: ungu menjadi biru di mesin.")
        .repair("Tulis `rgb` dan `cmyk` keduanya.")
        .example("`#F3ECF` bukan warna"),
    Rule::error(BAD_MEASURE, "Ukuran sebuah format di luar batas.")
        .why("Ukuran yang mustahil baru ketahuan di mesin potong.")
        .repair("Tulis angka di dalam batas yang disebut pesan, dalam milimeter.")
        .example("`bleed: 300` di luar batas"),
    Rule::error(PANEL_WIDTH, "Panel lembar lipat tidak sama lebar dengan lembarnya.")
        .why("Lipatan akan jatuh di tengah kalimat.")
        .repair("Samakan jumlah lebar panel tiap sisi dengan lebar lembar.")
        .example("lembar lipat tanpa panel"),
    Rule::error(STRAY_FILE, "Berkas berada di tempat yang tidak dibaca.")
        .at_times_a_warning()
        .why("Petugas mengira isinya terbit, padahal tidak.")
        .repair("Pindahkan ke folder yang disebut pesan, atau ke luar proyek.")
        .example("berkas `jadwal.docx` tidak dikenal di sini"),
    Rule::error(PLACEHOLDER_HERE, "Isian dipakai pada kunci yang tidak mengisinya.")
        .why("Kurung kurawalnya akan tampil apa adanya.")
        .repair("Tulis langsung kata-katanya, atau pindahkan kalimat itu ke naskah.")
        .example("isian `desa.nama` tidak dapat dipakai di sini"),
    Rule::error(ENTRY_TWICE, "Dua entri satu daftar memakai `id` yang sama.")
        .why("Entri yang kedua menutupi yang pertama, dan daerah tidak tahu mana yang digantinya.")
        .repair("Beri salah satunya `id` lain, atau hapus yang tidak dipakai.")
        .example("`id: asn` tertulis dua kali dalam `istilah`"),
    Rule::error(PICTURE_NOTES, "Keterangan di samping gambar tidak cocok dengan gambarnya.")
        .why("Gambar tanpa keterangan dan sumber tidak dapat dipertanggungjawabkan haknya.")
        .repair("Isi `alt` dan `sumber` dalam berkas `.yaml` di samping gambar, atau hapus berkas itu.")
        .example("`gambar/alur.svg` ada, tetapi keterangannya berkata `hapus: true`"),
    Rule::error(SCOPE_MISSING, "Peraturan yang dicabut sebagian tidak menyebut bagian mana.")
        .why("Pembaca mengira seluruhnya tidak berlaku lagi, atau seluruhnya masih berlaku.")
        .repair("Tambahkan `lingkup:` di dalam `dicabut_oleh`.")
        .example("regulasi yang dicabut sebagian tidak menyebut bagian mana"),
    Rule::error(TEXT_DAY_MISSING, "Pidana badan atau denda tidak menyebut teks tanggal berapa yang dibaca.")
        .why("Angka pidana berubah dengan undang-undang baru; angka tanpa tanggal salah pada separuh waktunya.")
        .repair("Tambahkan `menurut_teks_sebelum: tahun-bulan-hari`.")
        .example("`pidana_badan` tanpa `menurut_teks_sebelum`"),
    Rule::error(REVIEW_BEFORE_CHECK, "Tanggal tinjau lebih awal daripada tanggal periksa.")
        .why("Isi yang harus ditinjau kemarin tidak pernah muncul dalam daftar tinjau yang benar.")
        .repair("Isi `tinjau_sebelum` dengan hari sesudah `diperiksa`.")
        .example("`tinjau_sebelum` lebih awal daripada `diperiksa`"),
    Rule::error(ONE_OPINION, "Titik sengketa hanya memuat satu pendapat.")
        .why("Satu pendapat yang disebut sengketa sama dengan memihak pendapat itu.")
        .repair("Tambahkan pendapat yang lain dengan sumbernya, atau hapus titik sengketa ini.")
        .example("titik sengketa baru memuat satu pendapat"),
    Rule::error(UNDATED_FIGURE, "Angka yang boleh dicetak tidak punya tanggal atau kalimat cetak.")
        .why("Angka tanpa lembaga dan tanggal hitung dibaca sebagai keadaan hari ini, bertahun-tahun kemudian.")
        .repair("Tambahkan `per_tanggal` dan `kalimat_cetak`, atau hapus `layak_cetak`.")
        .example("angka yang `layak_cetak` belum punya `per_tanggal`"),
    Rule::error(TEMPLATE_LEFT, "Kalimat contoh dari `suluh new` masih ada dalam isi yang bukan draf.")
        .why("Kalimat itu akan terbit seolah-olah isi yang sebenarnya.")
        .repair("Ganti dengan kalimat sendiri; bila belum siap, tulis lagi `draf: true`.")
        .example("`Tulis untuk siapa bahan ini, dalam satu kalimat.` masih teks contoh dari `suluh new`"),
    Rule::error(BAD_SYNONYM, "Entri sinonim pencarian tidak dapat dipakai.")
        .why("Warga yang mengetik kata sehari-hari tidak menemukan halaman yang memakai istilah hukum.")
        .repair("Tulis dua kata atau lebih seperti yang diketik orang, misalnya `kades, kepala desa`.")
        .example("`kata` baru memuat satu kata"),
    Rule::error(BAD_SPOT, "Nama warna pisau tidak dapat dipakai mesin potong.")
        .why("Mesin potong mencari garisnya menurut nama itu, huruf demi huruf; yang lain tercetak sebagai garis.")
        .repair("Tanyakan namanya kepada percetakan; yang lazim `CutContour`.")
        .example("`garis potong` bukan nama warna pisau"),
    Rule::error(BAD_NEUTRAL, "Entri `netral.yaml` tidak dapat dipakai untuk mencari.")
        .why("Nama atau warna yang tidak dicari akan lolos sampai ke cetakan, padahal kantor mengira sudah dijaga.")
        .repair("Isi `kata` sedikitnya tiga huruf, `nomor` 1 sampai 99, atau `warna` seperti \"#591C6E\".")
        .example("`merah` bukan warna"),
    Rule::error(REGION_TWICE, "Dua folder memakai kode daerah yang sama.")
        .why("Tidak diketahui kontak siapa yang dicetak.")
        .repair("Gabungkan isinya ke satu folder.")
        .example("daerah `61.11` mempunyai dua folder"),
    Rule::error(NO_REGION_FILE, "Folder daerah tidak mempunyai `daerah.yaml`.")
        .why("Tanpa berkas itu tidak ada nama kantor dan nomor yang dihubungi.")
        .repair("Buat `daerah.yaml` dengan `kode`, `nama`, dan `kantor`.")
        .example("daerah `61.11` tidak mempunyai `daerah.yaml`"),
    Rule::error(NO_CONTENT, "Proyek tanpa basis tidak mempunyai isi.")
        .why("Situs kosong akan menggantikan situs yang sedang terbit.")
        .repair("Kembalikan folder `content`; proyek baru dimulai dengan `suluh init`.")
        .example("folder `content` tidak ada atau kosong"),
    Rule::error(BAD_CODE, "Kode daerah bukan kode Kemendagri, atau tidak sama dengan nama foldernya.")
        .why("Kode menentukan desa mana yang menjadi bagian daerah dan alamat situsnya.")
        .repair("Samakan keduanya; kode ditulis di antara tanda kutip, misalnya \"61.11\".")
        .example("folder `ketapang` tidak diawali kode daerah")
        .source("data/wilayah/README.md"),
    Rule::error(VILLAGE_OUTSIDE, "Kode desa berada di luar daerahnya.")
        .why("Brosur desa itu akan memuat kontak kantor kabupaten lain.")
        .repair("Perbaiki kodenya, atau hapus baris itu.")
        .example("kode desa `61.12.01.2001` bukan bagian dari daerah `61.11`")
        .source("data/wilayah/README.md"),
    Rule::error(VILLAGE_TWICE, "Dua baris memakai kode desa yang sama.")
        .why("Satu desa dicetak dua kali dan desa lain tidak sama sekali.")
        .repair("Hapus salah satu baris, atau perbaiki kodenya.")
        .example("kode desa `61.11.01.2001` tertulis dua kali"),
    Rule::error(BAD_COLUMN, "Kolom tabel tidak ada, ganda, atau salah tulis.")
        .why("Kolom yang tidak dikenal tidak dibaca: semua nomor pengawas di dalamnya hilang.")
        .repair("Pakai nama kolom yang disarankan.")
        .example("kolom `kecamatan` tidak ada"),
    Rule::error(BAD_CELL, "Isi sel tabel tidak dapat dibaca.")
        .why("Sel yang ditebak dapat menjadi tanggal atau jumlah yang salah di seribu lembar.")
        .repair("Tulis seperti contoh pada pesan; tanggal sebagai tahun-bulan-hari.")
        .example("jumlah surat 0"),
    Rule::error(NUMBER_LOST, "Excel membulatkan nomor telepon sehingga angkanya hilang.")
        .why("Nomor itu milik orang lain, atau tidak milik siapa pun, dan akan dicetak.")
        .repair("Ketik ulang nomornya sesudah kolom dijadikan Teks (Format Sel → Teks).")
        .example("angka-angka nomor telepon `812556000000` hilang"),
    Rule::note(NUMBER_MENDED, "Angka 0 di depan nomor telepon dibuang Excel, lalu dikembalikan.")
        .why("Perbaikan otomatis atas data orang harus terlihat agar dapat diperiksa.")
        .repair("Periksa nomornya; jadikan kolomnya Teks agar tidak terjadi lagi.")
        .example("nomor `81255500001` dibaca `081255500001`"),
    Rule::warning(NAMELESS_NUMBER, "Baris desa memuat nomor telepon tanpa nama pengawas.")
        .why("Nomor tanpa nama tidak ditampilkan: tidak diketahui siapa yang mengizinkannya.")
        .repair("Isi kolom `pengawas`, atau kosongkan `telepon`.")
        .example("nomor `0812-5550-0005` tidak ada nama pengawasnya"),
    Rule::error(TWO_TABLES, "Satu daerah mempunyai `desa.csv` dan `desa.xlsx`.")
        .why("Yang satu diperbarui, yang lain tertinggal, dan tidak diketahui mana yang terbit.")
        .repair("Hapus salah satunya.")
        .example("daerah `61.11` mempunyai `desa.csv` dan `desa.xlsx`"),
    Rule::error(DISTRICT_TWICE, "Satu kecamatan mempunyai dua kontak.")
        .why("Tidak diketahui nomor mana yang dicetak untuk desa-desanya.")
        .repair("Gabungkan keduanya menjadi satu entri.")
        .example("kecamatan `Sukadana` tertulis dua kali"),
    Rule::note(OWN_COLUMN, "Tabel memuat kolom milik kantor sendiri yang tidak dibaca.")
        .why("Kolom yang salah nama tampak seperti kolom milik sendiri; periksa sekali.")
        .repair("Tidak perlu apa-apa bila memang kolom kantor; kalau tidak, perbaiki namanya.")
        .example("kolom `Telepon` tidak dibaca"),
    Rule::note(NO_VILLAGE, "Baris di bawah tabel bukan baris desa.")
        .why("Jumlah dan tanda tangan di bawah tabel wajar, tetapi desa tanpa kode juga tampak seperti itu.")
        .repair("Periksa bahwa yang disebut pesan memang bukan desa.")
        .example("baris 5 sampai 8 tidak dibaca: bukan baris desa"),
];
