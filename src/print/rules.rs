//! What can be looked up about the codes of print: S50x to S55x, and S92x.

use super::codes::*;
use crate::diagnostics::Rule;

const READ_FROM_AFAR: &str = "docs/format.md";

/// The rules of this room.
pub const RULES: &[Rule] = &[
    Rule::error(OVERSET, "Teks tidak muat di kotaknya.")
        .why("Kalimat yang keluar dari kotak hilang atau menimpa kalimat lain, dan baru terlihat di cetakan.")
        .repair("Pendekkan kira-kira sebanyak kata yang disebut, atau, pada lembar berpanel, pindahkan sebagian ke panel lain.")
        .example("teks panel `dalam-2` tidak muat: 12,5 mm melewati kotaknya"),
    Rule::error(WIDE_WORD, "Satu kata lebih lebar daripada kotaknya.")
        .why("Kata itu terpotong di tepi kotak.")
        .repair("Pakai kata yang lebih pendek, atau sisipkan tanda hubung lunak (U+00AD).")
        .example("kata `Mempertanggungjawabkannya` lebih lebar 3,1 mm dari kotak panel `dalam-2`"),
    Rule::error(MISSING_GLYPH, "Huruf tema tidak punya aksara yang dipakai naskah.")
        .why("Aksara itu tercetak sebagai kotak kosong.")
        .repair("Ganti aksaranya, atau tambahkan huruf yang memilikinya ke tema.")
        .example("huruf tema tidak punya aksara `三` (U+4E09)"),
    Rule::error(SMALL_TEXT, "Teks lebih kecil daripada yang boleh untuk formatnya.")
        .why("Warga tua di bawah lampu redup tidak dapat membacanya.")
        .repair("Besarkan huruf di templat tema, atau pendekkan teksnya.")
        .example("teks panel `dalam-1` hanya 8 pt, paling kecil 12 pt"),
    Rule::error(ON_FOLD, "Teks berada di atas lipatan.")
        .why("Tinta pecah di lipatan dan hurufnya tidak terbaca.")
        .repair("Pendekkan teks, atau jauhkan dari lipatan.")
        .example("teks panel `dalam-1` berada di atas lipatan"),
    Rule::error(UNSAFE_ZONE, "Teks atau kode berada di luar batas aman.")
        .why("Pisau potong bergeser satu dua milimeter dan mengenainya.")
        .repair("Pendekkan teks, atau geser ke dalam.")
        .example("teks panel `sampul` keluar 2 mm dari batas aman 5 mm"),
    Rule::error(LOW_LETTERS, "Huruf terlalu rendah untuk jarak bacanya.")
        .at_times_a_warning()
        .why("Spanduk yang tidak terbaca dari jalan tidak memberi tahu siapa pun.")
        .repair("Pendekkan kalimatnya agar hurufnya dapat lebih besar.")
        .example("huruf `judul` hanya 40 mm tingginya, terlalu rendah untuk jarak baca format ini")
        .source(READ_FROM_AFAR),
    Rule::error(SMALL_QR, "Kode QR atau modulnya terlalu kecil.")
        .why("Kamera ponsel murah tidak dapat memisahkan titik-titiknya.")
        .repair("Besarkan kode QR, atau pendekkan alamatnya.")
        .example("modul kode QR hanya 0,31 mm")
        .source("ISO/IEC 18004"),
    Rule::error(QR_UNREADABLE, "Kode QR yang tercetak tidak terbaca kembali sebagai alamatnya.")
        .why("Setiap kode dibaca lagi dari lembar jadi; yang tertutup gambar tidak berguna sesudah dicetak.")
        .repair("Beri kotak putih di bawah kode, atau pendekkan alamatnya.")
        .example("alas kode QR desa tidak putih bersih")
        .source("ISO/IEC 18004"),
    Rule::error(NOT_CMYK, "Sesuatu di lembar tidak memakai tinta CMYK.")
        .why("Mesin cetak mengubah warna layar sesukanya: hitam menjadi empat tinta, ungu menjadi biru.")
        .repair("Pakai warna dari token tema.")
        .example("gambar `logo.png` tidak dapat diubah menjadi tinta cetak")
        .source("PDF/X-4 (ISO 15930-7)"),
    Rule::error(SLOT_OVERSET, "Isi sebuah desa atau penerima tidak muat di tempatnya.")
        .why("Satu desa bernama panjang cukup untuk merusak lembarnya sendiri; desa lain tidak menunjukkannya.")
        .repair("Singkat isi baris itu, misalnya nama tanpa gelar. Bila tidak boleh disingkat, salin bahan cetaknya ke `cetak/` di folder daerah dan pendekkan alineanya.")
        .example("alinea yang menyebut desa di panel `belakang` tidak muat: 4 mm melewati kotaknya"),
    Rule::error(TOO_LONG, "Sisi lembar lebih panjang daripada yang dapat disimpan PDF.")
        .why("Program percetakan menolak atau memotong halaman seperti itu.")
        .repair("Kurangi ukuran, bleed, atau tanda potong; format besar ditulis 1:10.")
        .example("lembar `spanduk` sepanjang 6000 mm melewati batas PDF 5080 mm")
        .source("PDF (ISO 32000-1), lampiran C"),
    Rule::error(IN_HEM, "Teks atau kode masuk ke lipatan tepi spanduk.")
        .why("Bagian itu dijahit ke belakang.")
        .repair("Geser ke dalam, atau pilih finishing lain.")
        .example("teks `judul` masuk ke lipatan tepi"),
    Rule::error(IN_SLEEVE, "Teks atau kode masuk ke selongsong tiang.")
        .why("Bagian itu melingkari tiang dan tidak terbaca.")
        .repair("Geser ke dalam, atau pilih finishing lain.")
        .example("teks `judul` masuk ke selongsong"),
    Rule::error(IN_EYELET, "Teks atau kode terkena mata ayam.")
        .why("Lubang dan cincin logam menembus hurufnya.")
        .repair("Geser ke dalam, atau pilih finishing lain.")
        .example("kode QR terkena mata ayam"),
    Rule::error(ON_SEAM, "Teks atau kode berada di sambungan bahan.")
        .why("Sambungan dua lajur meleset beberapa milimeter dan memutus huruf.")
        .repair("Geser di templat tema, atau cetak di bahan yang lebih lebar.")
        .example("teks `judul` berada di sambungan bahan gulungan 3,2 m"),
    Rule::error(ON_JOIN, "Teks atau kode berada di sambungan dua lembar poster.")
        .why("Tangan tidak menyambung setepat mesin.")
        .repair("Geser di templat tema menurut `sambungan`.")
        .example("kode QR berada di sambungan dua lembar poster"),
    Rule::error(COARSE_PICTURE, "Gambar terlalu sedikit pikselnya untuk ukuran cetaknya.")
        .why("Foto yang tajam di ponsel menjadi kotak-kotak pada kertas.")
        .repair("Pakai foto yang lebih besar, atau kecilkan di templat tema.")
        .example("gambar `foto.jpg` hanya 60 piksel per inci pada ukuran cetaknya, paling sedikit 150"),
    Rule::warning(MANY_WORDS, "Lembar memuat lebih banyak kata daripada yang terbaca pada formatnya.")
        .why("Yang dibaca sambil lewat harus pendek; kata berlebih membuat semuanya tidak terbaca.")
        .repair("Kurangi paling sedikit sebanyak kata yang disebut pesan.")
        .example("judul memuat 12 kata, paling banyak 7")
        .source(READ_FROM_AFAR),
    Rule::error(SECOND_INK, "Lembar satu warna memakai tinta kedua.")
        .why("Mesin fotokopi hanya punya hitam; warna lain menjadi kelabu yang tidak terduga.")
        .repair("Pakai `warna.hitam` dan tingkat kelabunya saja.")
        .example("bidang `sampul` memakai tinta selain hitam, padahal format ini satu warna"),
    Rule::error(LARGE_SOLID, "Lembar fotokopi memuat bidang hitam yang luas.")
        .why("Mesin fotokopi mencetak bidang luas belang dan menghabiskan tinta kantor.")
        .repair("Ganti bidang dengan garis.")
        .example("bidang hitam menutup 22 % lembar, paling banyak 8 %"),
    Rule::error(DISTANT_QR, "Kode QR terlalu kecil untuk jarak pindainya.")
        .why("Kode harus selebar kira-kira sepersepuluh jarak orang memindainya.")
        .repair("Tulis `lebar` yang disebut pesan di `qr` format ini, atau `jarak` bila memang dipindai lebih dekat.")
        .example("kode QR 40 mm; untuk dipindai dari 2 m paling sedikit 200 mm"),
    Rule::warning(USELESS_QR, "Lembar yang dibaca dari jauh memuat kode QR yang tidak dapat dipindai.")
        .why("Tidak ada yang memindai spanduk di atas jalan; tempatnya lebih berguna untuk nomor telepon.")
        .repair("Hapus kode QR dan tulis alamat pendeknya besar-besar.")
        .example("kode QR format ini dipindai dari 12 m: tidak terpindai dari sana"),
    Rule::error(WEAK_TEXT, "Teks kurang berbeda dari alasnya.")
        .why("Pembaca berpenglihatan lemah tidak melihatnya, dan tinta di lapangan lebih pudar daripada di layar.")
        .repair("Pakai warna yang lebih gelap atau lebih terang daripada alasnya.")
        .example("teks `judul` hanya berkontras 2,1 : 1 dengan alasnya, paling sedikit 4,5 : 1")
        .source("WCAG 2.2, 1.4.3"),
    Rule::error(HEAVY_FILL, "Bidang atau teks memakai terlalu banyak tinta.")
        .why("Tinta yang terlalu tebal tidak kering dan membekas di lembar di bawahnya.")
        .repair("Kurangi persen tintanya.")
        .example("bidang `sampul` memakai 340 % tinta, paling banyak 300 %"),
    Rule::error(TILED_VILLAGES, "Poster beberapa lembar diminta per desa.")
        .why("Setiap desa akan menjadi beberapa berkas yang mudah tertukar saat ditempel.")
        .repair("Hapus `per_desa`, atau pilih format satu lembar.")
        .example("poster beberapa lembar tidak dapat dibuat per desa"),
    Rule::error(PRESS_SHEET, "Tidak satu salinan pun muat di kertas cetak yang disebut format.")
        .why("Percetakan akan memotong atau mengecilkan sendiri.")
        .repair("Perbesar `cetak_di`, atau kecilkan `tepi` dan `sela` di dalamnya.")
        .example("lembar 148 × 210 mm tidak muat di kertas cetak 140 × 210 mm"),
    Rule::error(NOT_ACCESSIBLE, "PDF untuk layar tidak memenuhi PDF/UA-1.")
        .why("Pembaca layar membacakan PDF menurut susunannya; tanpa itu warga netra tidak mendapat isinya.")
        .repair("Tulis ulang bagian yang ditunjuk; bila itu templat tema, lihat kepala `print/bagian.typ`.")
        .example("PDF layar `brosur-warga` tidak memenuhi PDF/UA-1")
        .source("PDF/UA-1 (ISO 14289-1)"),
    Rule::error(BAD_PICTURE, "Berkas gambar tidak dapat dicetak.")
        .why("Tempatnya akan kosong di seribu lembar.")
        .repair("Simpan ulang sebagai PNG, JPEG, atau SVG biasa.")
        .example("gambar `gambar/logo.png` tidak dapat dicetak"),
    Rule::note(DRAWN_AS_PIXELS, "Gambar garis dicetak sebagai titik, bukan kurva.")
        .why("Pada spanduk tepinya tampak bergerigi dari dekat.")
        .repair("Pakai bidang dan garis berwarna rata saja bila tepinya harus tajam.")
        .example("gambar `logo.svg` dicetak sebagai titik, bukan kurva"),
    Rule::error(STRETCHED, "Templat menarik gambar sehingga bentuknya berubah.")
        .why("Lambang yang gepeng mempermalukan pemiliknya.")
        .repair("Beri gambar salah satu saja, `width` atau `height`.")
        .example("gambar `logo.svg` ditarik: perbandingan sisinya berubah"),
    Rule::error(BAD_PROFILE, "Berkas profil warna mesin cetak tidak dapat dipakai.")
        .why("Profil yang salah menggeser semua warna satu pesanan.")
        .repair("Minta lagi berkas .icc ke percetakan, atau hapus `icc`.")
        .example("profil ICC `mesin.icc` tidak dapat dipakai")
        .source("ICC.1 (ISO 15076-1)"),
    Rule::warning(PRESS_DROPPED, "Pesanan yang dulu dibuat untuk mesin tertentu kini dibuat tanpa profilnya.")
        .why("Nama berkasnya sama, jadi percetakan mengira warnanya juga sama.")
        .repair("Taruh berkas .icc di samping `percetakan.yaml` dan tulis `icc:` pada profilnya.")
        .example("berkas pesanan `digital` Kayong Utara tidak lagi memakai profil warna `mesin.icc`"),
    Rule::error(TEMPLATE, "Templat cetak tema tidak dapat dijalankan.")
        .at_times_a_warning()
        .why("Lembar yang memakainya tidak dapat dibuat sama sekali.")
        .repair("Perbaiki templat di folder `print/` tema; bila tidak diubah, laporkan kepada pembuatnya.")
        .example("templat cetak tidak dapat dijalankan"),
    Rule::error(FONT, "Berkas huruf tema tidak ada atau tidak terbaca.")
        .why("Huruf pengganti punya lebar lain, sehingga semua lembar berubah.")
        .repair("Kembalikan berkas hurufnya di folder `fonts/` tema.")
        .example("berkas huruf `PlusJakartaSans_700Bold.ttf` tidak dapat dibaca"),
    Rule::error(BAD_PDF, "PDF yang ditulis bukan seperti yang diminta formatnya.")
        .why("Setiap PDF dibaca kembali sebelum diterbitkan; yang cacat tidak boleh sampai ke percetakan.")
        .repair("Ini kesalahan program atau templat tema, bukan naskah: laporkan.")
        .example("berkas cetak `brosur-warga` cacat: jumlah halaman lain")
        .source("PDF/X-4 (ISO 15930-7)"),
    Rule::error(HEAVY_INK, "Warna tema memakai terlalu banyak tinta.")
        .why("Tinta yang terlalu tebal tidak kering dan membekas.")
        .repair("Kurangi persen tintanya di `cmyk`.")
        .example("warna `tinta` memakai 340 % tinta, paling banyak 300 %"),
];
