//! What the words of closed lists mean, where the list itself has no label for a reader.

/// What a word means as the value of a key. `path` is as in [`explanation`](super::explanation).
pub fn word_explanation(path: &[&str], word: &str) -> Option<&'static str> {
    (0..path.len()).find_map(|start| find(&path[start..].join("."), word)).map(|(_, _, text)| *text)
}

/// The entry that speaks for a word; for the test that none is idle.
#[cfg(test)]
pub(super) fn speaking(path: &[&str], word: &str) -> Option<(&'static str, &'static str)> {
    (0..path.len()).find_map(|start| find(&path[start..].join("."), word)).map(|(key, word, _)| (*key, *word))
}

fn find(key: &str, word: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    WORDS.iter().find(|(known, own, _)| *known == key && *own == word)
}

/// Key, word, meaning.
pub(super) const WORDS: &[(&str, &str, &str)] = &[
    ("keyakinan", "tinggi", "teks resmi, atau dua sumber yang tidak saling menyalin"),
    ("keyakinan", "sedang", "satu sumber"),
    ("keyakinan", "rendah", "belum bersumber: ditandai di situs, tidak dicetak"),
    ("keyakinan_dasar", "tinggi", "teks resmi, atau dua sumber yang tidak saling menyalin"),
    ("keyakinan_dasar", "sedang", "satu sumber"),
    ("keyakinan_dasar", "rendah", "belum bersumber"),
    ("keyakinan_sanksi", "tinggi", "teks resmi, atau dua sumber yang tidak saling menyalin"),
    ("keyakinan_sanksi", "sedang", "satu sumber"),
    ("keyakinan_sanksi", "rendah", "belum bersumber"),
    ("rezim", "pemilu", "Pemilu (UU 7/2017)"),
    ("rezim", "pilkada", "Pilkada (UU 1/2015 dan perubahannya)"),
    ("rezim", "desa", "hukum desa (UU 6/2014)"),
    ("rezim", "umum", "berlaku kapan saja, ada pemilihan atau tidak"),
    ("fase", "enam_bulan_sebelum_penetapan_calon", "sejak enam bulan sebelum penetapan calon"),
    ("fase", "sebelum_penetapan_calon", "masih bakal calon"),
    ("fase", "setelah_penetapan_calon", "sudah ada calon resmi"),
    ("fase", "sebelum_kampanye", "sebelum masa kampanye"),
    ("fase", "masa_kampanye", "masa kampanye"),
    ("fase", "masa_tenang", "masa tenang"),
    ("fase", "pemungutan_suara", "hari pemungutan suara"),
    ("fase", "sesudah_kampanye", "sesudah masa kampanye"),
    ("fase", "kapan_saja", "kapan saja"),
    ("regulasi.status", "berlaku", "berlaku seperti ditulis"),
    ("regulasi.status", "diubah", "berlaku dengan perubahan"),
    ("regulasi.status", "dicabut_sebagian", "sebagian sudah dicabut"),
    ("regulasi.status", "dicabut", "sudah dicabut"),
    ("sanksi.status", "berlaku", "dapat dijatuhkan sekarang"),
    ("sanksi.status", "berlaku_sementara", "berlaku sampai ada peraturan baru"),
    ("sanksi.status", "tertunda", "baru tertulis, belum dapat dijatuhkan"),
    ("sanksi.status", "perlu_dibaca_dengan_uu-1-2026", "angkanya dari teks sebelum UU 1/2026"),
    ("halaman.kelompok", "warga", "untuk siapa saja yang memilih"),
    ("halaman.kelompok", "asn", "untuk pegawai ASN"),
    ("halaman.kelompok", "desa", "untuk kepala desa, lurah, dan perangkatnya"),
    ("halaman.kelompok", "humas", "untuk yang membuat dan menyebarkan bahan"),
    ("halaman.kelompok", "situs", "tentang situs ini; juga bila kunci ini tidak ditulis"),
    ("jenis", "ikrar", "dibacakan"),
    ("jenis", "pakta_integritas", "ditandatangani satu orang"),
    ("jenis", "deklarasi", "ditandatangani bersama"),
    ("izin_web", "ya", "boleh tampil di situs"),
    ("izin_web", "tidak", "tidak tampil di situs; juga bila kunci ini tidak ditulis"),
    ("izin_web", "true", "sama dengan `ya`"),
    ("izin_web", "false", "sama dengan `tidak`"),
    ("izin_cetak", "ya", "boleh tampil di cetakan"),
    ("izin_cetak", "tidak", "tidak tampil di cetakan; juga bila kunci ini tidak ditulis"),
    ("izin_cetak", "true", "sama dengan `ya`"),
    ("izin_cetak", "false", "sama dengan `tidak`"),
    ("gabung", "kabupaten", "semua desa dalam satu berkas"),
    ("gabung", "kecamatan", "satu berkas tiap kecamatan"),
    ("gabung", "desa", "hanya satu berkas tiap desa"),
    ("cetak.gambar", "amplop", "amplop berisi uang"),
    ("cetak.gambar", "mobil", "mobil dinas"),
    ("cetak.gambar", "telepon", "telepon genggam dengan percakapan"),
    ("cetak.gambar", "stempel", "stempel kantor"),
    ("cetak.gambar", "mikrofon", "mikrofon"),
    ("jenis_desa", "desa", "hanya desa"),
    ("jenis_desa", "kelurahan", "hanya kelurahan"),
    ("jenis_hari", "kerja", "hari kerja"),
    ("jenis_hari", "kalender", "hari kalender"),
    ("jenis_hari", "tidak_disebut", "teksnya tidak menyebut"),
    ("keluarga", "lipat", "brosur lipat"),
    ("keluarga", "lembar", "selebaran dan poster"),
    ("keluarga", "lebar", "spanduk lebar"),
    ("keluarga", "tegak", "x-banner, roll-up, umbul-umbul"),
    ("keluarga", "papan", "baliho"),
    ("keluarga", "kartu", "stiker dan kartu untuk layar"),
    ("keluarga", "naskah", "tulisan di kertas kantor"),
    ("keluarga", "paparan", "salindia"),
    ("harga.satuan", "m2", "per meter persegi ukuran jadi"),
    ("harga.satuan", "lembar", "per lembar"),
    ("arah", "mendatar", "lajur mendatar, sambungan mendatar"),
    ("arah", "tegak", "lajur tegak, sambungan tegak"),
    ("sisi", "atas", "tepi atas"),
    ("sisi", "kanan", "tepi kanan"),
    ("sisi", "bawah", "tepi bawah"),
    ("sisi", "kiri", "tepi kiri"),
    ("salinan", "spanduk", "judul paling banyak tujuh kata"),
    ("salinan", "ringkas", "judul dan satu kalimat"),
    ("salinan", "poin", "judul, satu kalimat, dan poin-poin"),
    ("salinan", "penuh", "seluruh naskah"),
];
