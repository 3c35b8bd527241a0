//! What can be looked up about the codes of running text: S03x, S04x, S11x and S20x.

use super::codes::*;
use crate::diagnostics::Rule;

/// The rules of this room.
pub const RULES: &[Rule] = &[
    Rule::error(RAW_HTML, "Naskah memuat HTML mentah, komentar pun tidak boleh.")
        .why("HTML dalam isi dapat menjalankan program di ponsel pembaca, dan tidak dapat dicetak.")
        .repair("Tulis dengan Markdown; tanda `<` yang memang dimaksud ditulis `\\<`.")
        .example("HTML mentah `<script>` tidak boleh ada dalam isi"),
    Rule::error(TEMPLATE_CODE, "Naskah memuat kode templat `{%`.")
        .why("Isi tidak pernah dijalankan sebagai program: satu perulangan tanpa akhir menghentikan seluruh pembuatan.")
        .repair("Pakai arahan seperti `{{ daftar: pelanggaran }}`; tulisannya saja ditulis `&#123;%`.")
        .example("kode templat `{%` tidak boleh ada dalam isi"),
    Rule::error(PRIVATE_CHARACTER, "Naskah memuat karakter wilayah pribadi Unicode.")
        .why("Karakter itu tidak punya arti tetap, biasanya sisa lambang dari PDF, dan tampil sebagai kotak.")
        .repair("Hapus karakter di tempat yang ditunjuk.")
        .example("karakter wilayah pribadi U+E000 tidak boleh ada dalam isi")
        .source("Unicode, bab 23.5"),
    Rule::error(INVISIBLE_CHARACTER, "Naskah memuat karakter kendali atau pembalik arah yang tidak terlihat.")
        .why("Pembalik arah membuat teks terbaca lain daripada yang tersimpan: yang disetujui bukan yang tercetak.")
        .repair("Hapus karakter di tempat yang ditunjuk.")
        .example("karakter kendali yang tidak terlihat U+202E tidak boleh ada dalam isi")
        .source("Unicode UTR #36"),
    Rule::error(BODY_TOO_LONG, "Naskah satu berkas melebihi batas panjang.")
        .why("Tidak ada pembaca untuk halaman sepanjang itu, dan waktu pembuatan menjadi tidak terbatas.")
        .repair("Bagi menjadi beberapa halaman.")
        .example("isi ini 300 KiB, batasnya 256 KiB"),
    Rule::error(TOO_DEEP, "Daftar, kutipan, atau penebalan bersarang terlalu dalam.")
        .why("Susunan yang sangat dalam menghabiskan tumpukan program, dan tidak terbaca di layar ponsel.")
        .repair("Sederhanakan daftar atau kutipannya.")
        .example("isi ini bersarang lebih dari 16 lapis"),
    Rule::error(UNSUPPORTED, "Naskah memakai Markdown yang tidak dikenal di sini.")
        .why("Bagian yang dilewati diam-diam berarti kalimat yang hilang dari situs atau cetakan.")
        .repair("Tulis dengan cara lain, misalnya daftar biasa.")
        .example("atribut judul `.merah` tidak dikenal")
        .source("CommonMark 0.31"),
    Rule::error(EXCESS_CELLS, "Baris tabel Markdown punya lebih banyak kolom daripada kepalanya.")
        .why("Sel yang berlebih dibuang tanpa pesan oleh pembaca Markdown.")
        .repair("Tambahkan kolom pada kepala, atau tulis `\\|` untuk garis tegak di dalam sel.")
        .example("baris tabel ini punya lebih banyak kolom daripada kepalanya"),
    Rule::warning(UNUSED_NOTE, "Catatan kaki tidak dirujuk dari naskah.")
        .why("Catatan yang tidak dirujuk tidak ditampilkan: sumber yang Anda tulis tidak sampai ke pembaca.")
        .repair("Tulis rujukannya di tempat yang diterangkan, atau hapus catatannya.")
        .example("catatan kaki `[^a]` tidak dirujuk, jadi tidak ditampilkan"),
    Rule::error(DUPLICATE_NOTE, "Dua catatan kaki memakai nama yang sama.")
        .why("Rujukannya akan menunjuk ke catatan yang salah.")
        .repair("Beri salah satunya nama lain.")
        .example("catatan kaki `[^a]` ditulis dua kali"),
    Rule::note(MORE_PROBLEMS, "Satu naskah mempunyai lebih banyak masalah daripada yang ditampilkan.")
        .why("Ribuan pesan dari satu sebab menutupi pesan yang lain.")
        .repair("Perbaiki yang ditampilkan, lalu jalankan lagi.")
        .example("masih ada 12 masalah lain dalam teks ini yang tidak ditampilkan"),
    Rule::error(HEADING_ID, "Nama bagian pada judul tidak sah atau dipakai dua kali.")
        .why("Nama itu menjadi alamat `#bagian`; yang ganda atau tidak sah membuat tautan meleset.")
        .repair("Pakai huruf kecil, angka, dan `-`, misalnya `{#cara-melapor}`, satu kali saja.")
        .example("nama bagian `#lapor` dipakai dua kali"),
    Rule::warning(BROKEN_TABLE, "Baris berawalan `|` bukan bagian dari tabel.")
        .why("Tabel yang tidak terbaca tampil sebagai deretan garis tegak, di situs dan di kertas.")
        .repair("Beri baris pemisah `|---|---|` di bawah kepalanya, sebanyak kolomnya, tanpa baris kosong di tengah tabel. Garis tegak yang memang dimaksud ditulis `\\|`.")
        .example("baris ini berawalan `|`, tetapi bukan bagian dari tabel")
        .source("GitHub Flavored Markdown 0.29, 4.10"),
    Rule::error(UNCLOSED_PLACEHOLDER, "`{{` tidak ditutup `}}` pada baris yang sama.")
        .why("Isian yang tidak ditutup tercetak sebagai kurung kurawal di brosur.")
        .repair("Tutup dengan `}}`; tulisannya saja ditulis `\\{{`.")
        .example("`{{` tidak ditutup dengan `}}` pada baris yang sama"),
    Rule::error(UNKNOWN_PLACEHOLDER, "Isian `{{ … }}` tidak ada dalam daftar isian.")
        .why("Isian yang salah ketik akan tercetak kosong di setiap desa.")
        .repair("Pakai nama yang disarankan; semua isian ada di panduan.")
        .example("isian `desa.kepala` tidak dikenal"),
    Rule::error(UNKNOWN_DIRECTIVE, "Arahan `{{ nama: … }}` tidak dikenal.")
        .why("Daftar atau tabel yang diharapkan tidak akan muncul.")
        .repair("Pakai arahan yang disarankan.")
        .example("arahan `daftr` tidak dikenal"),
    Rule::error(DIRECTIVE_ARGUMENT, "Kunci atau nilai sebuah arahan tidak dikenal, ganda, atau tidak dapat dibaca.")
        .why("Saringan yang salah tulis akan menampilkan seluruh daftar, atau tidak satu pun.")
        .repair("Tulis `kunci: nilai` dipisah koma, dengan kunci yang disebut pesan.")
        .example("arahan `daftar` tidak mengenal kunci `warna`"),
    Rule::error(DIRECTIVE_NOT_ALONE, "Arahan tidak berdiri sendiri sebagai alinea.")
        .why("Sebuah daftar tidak dapat disisipkan di tengah kalimat.")
        .repair("Beri baris kosong di atas dan di bawahnya, tanpa tulisan lain pada baris itu.")
        .example("arahan `daftar` harus berdiri sendiri sebagai satu paragraf"),
    Rule::error(PLACEHOLDER_NOT_ALLOWED, "Isian dipakai di tempat yang tidak dapat diisi, misalnya letak gambar.")
        .why("Nilai isian baru diketahui setelah tautan dan gambar diperiksa.")
        .repair("Tulis langsung, tanpa isian.")
        .example("isian `desa.nama` tidak dapat dipakai sebagai awal tautan"),
    Rule::error(TOO_MANY_PLACEHOLDERS, "Satu naskah memuat terlalu banyak isian.")
        .why("Setiap isian diganti untuk setiap desa; ribuan isian kali ribuan desa tidak pernah selesai.")
        .repair("Kurangi isian, atau bagi naskahnya.")
        .example("lebih dari 1000 isian `{{ … }}` dalam satu teks"),
    Rule::error(FORBIDDEN_LINK, "Tautan dapat menjalankan program, atau menyamarkan ke mana ia menuju.")
        .why("Pembaca yang menekan tautan resmi tidak boleh sampai di situs tiruan.")
        .repair("Pakai alamat lengkap `https:`, `mailto:`, `tel:`, `regulasi:`, atau `/halaman/`.")
        .example("tautan `javascript:` tidak boleh ada dalam isi"),
    Rule::error(BAD_LINK, "Alamat tautan tidak sah atau jenisnya tidak dikenal.")
        .why("Tautan seperti itu tidak membuka apa-apa saat ditekan.")
        .repair("Tulis alamat lengkap, misalnya `https://www.bawaslu.go.id/` atau `mailto:humas@bawaslu.go.id`.")
        .example("tautan ini tidak punya alamat")
        .source("RFC 3986"),
    Rule::error(RELATIVE_LINK, "Tautan bergantung pada letak berkas.")
        .why("Isi yang sama terbit di banyak alamat, jadi tautan relatif hanya benar di salah satunya.")
        .repair("Tulis alamat halaman dari akar situs, misalnya `/lapor/`.")
        .example("tautan `lapor.md` bergantung pada letak berkas"),
    Rule::error(BAD_CITATION, "Tautan `regulasi:` tidak terbaca.")
        .why("Rujukan hukum yang tidak terbaca tidak ikut diperiksa apakah masih berlaku.")
        .repair("Tulis `regulasi:uu-20-2023` atau `regulasi:uu-20-2023#pasal-2-huruf-f`.")
        .example("rujukan `regulasi:UU 20` tidak sah"),
    Rule::error(IMAGE_PATH, "Letak gambar berada di situs lain, di luar proyek, atau tidak disebut.")
        .why("Gambar dari situs lain membocorkan siapa yang membaca, dan hilang saat luring.")
        .repair("Taruh berkasnya di folder `gambar/` dan tulis `gambar/nama.png`.")
        .example("gambar `../../rahasia.png` keluar dari foldernya"),
    Rule::error(MISSING_ALT, "Gambar tidak punya keterangan.")
        .why("Pembaca layar dan ponsel yang tidak memuat gambar hanya mengenal keterangannya.")
        .repair("Tulis isi gambar di dalam kurung siku: `![Posko di kantor camat](…)`.")
        .example("gambar `gambar/a.png` tidak punya keterangan")
        .source("WCAG 2.2, 1.1.1"),
    Rule::error(BAD_QR, "Alamat kode QR tidak sah.")
        .why("Kode QR yang sudah dicetak tidak dapat diperbaiki.")
        .repair("Tulis `![](qr:/lapor/)` atau `![](qr:https://…)`.")
        .example("kode QR ditulis sebagai gambar"),
    Rule::error(EMPTY_LINK, "Tautan tidak punya teks.")
        .why("Pembaca tidak melihat apa-apa untuk ditekan, dan pembaca layar hanya membacakan alamatnya.")
        .repair("Tulis di dalam kurung siku apa yang dibuka.")
        .example("tautan ini tidak punya teks")
        .source("WCAG 2.2, 2.4.4"),
    Rule::error(UNDEFINED_LABEL, "Tautan atau catatan kaki merujuk nama yang tidak ditulis.")
        .why("Kurung sikunya akan tampil apa adanya di halaman.")
        .repair("Tulis isinya pada baris sendiri: `[nama]: https://…` atau `[^nama]: …`.")
        .example("catatan kaki `[^a]` tidak ditulis"),
    Rule::error(UNKNOWN_ANCHOR, "Tautan `#bagian` tidak ada dalam teks itu.")
        .why("Tautan itu tidak memindahkan pembaca ke mana pun.")
        .repair("Pakai nama bagian yang disarankan; nama dibuat dari judulnya.")
        .example("bagian `#cara` tidak ada dalam teks ini"),
    Rule::warning(UNUSED_DEFINITION, "Alamat tautan ditulis tetapi tidak dipakai.")
        .why("Biasanya nama di naskah salah ketik, dan tautannya tidak jadi.")
        .repair("Pakai `[teks][nama]` di tempatnya, atau hapus baris itu.")
        .example("alamat `[a]` tidak dipakai"),
    Rule::warning(UNREAD_LINK, "Tulisan `](` tampak seperti tautan tetapi tidak terbaca.")
        .why("Satu spasi dalam alamat membuat seluruh tautan tampil sebagai kurung.")
        .repair("Hapus spasi dalam alamat dan tutup dengan `)`.")
        .example("tulisan `](` ini tampak seperti tautan, tetapi tidak terbaca")
        .source("CommonMark 0.31"),
];
