//! Roots that tell apart what rules alone can't. Each list is sorted; a root stands for all words that begin with it after the prefix.
//!
//! Chosen from words that officials and villagers read in this field; a root that is missing costs a break, never a wrong one.

/// A list of roots.
pub(super) struct Roots(&'static str);

impl Roots {
    /// The roots, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.split_ascii_whitespace()
    }

    /// The length of the longest root that `rest` begins with; 0 when there is none.
    pub(super) fn longest(&self, rest: &str) -> usize {
        self.iter().filter(|root| rest.starts_with(root)).map(str::len).max().unwrap_or(0)
    }
}

/// Roots with a vowel first: before them `meng-`, `peng-`, `ber-`, `ter-` and `per-` are divided off (`meng-a-wa-si`, `per-a-tur-an`).
pub(super) const VOWEL: Roots = Roots(
    "abadi abdi ada adab adat adil adu agama agenda agih agung air ajak ajar aju akar akhir akhlak akibat aksara akses aktif \
     aku akui alam alami alas alih alir alokasi aman amanat amat ambil ampun anak analisis ancam ancang andal anggap anggar \
     anggota angka angkat angkut aniaya anjur antar antara antisipasi antre anulir anut apresiasi arah arak arsip arti arus \
     asal asas asing aspirasi asuh atas atribut atur audit awal awas awet ayom edar edukasi efek ejek ekonomi ekspor elak \
     elok emban emosi empat enam endap energi erat esa etika evakuasi evaluasi ibadah ibarat iblis ibukota identifikasi \
     identitas ikat iklan ikrar ikut imbang imbau imbuh iming implementasi inap inci indah indeks indikasi induk informasi \
     ingat ingin ingkar injak inovasi instansi integrasi integritas intervensi inti intimidasi investigasi irigasi iring isi \
     istirahat istri izin obat objek obral olah oleh omong operasi opini orang organisasi orientasi otak otonomi otorisasi \
     ubah ucap uji ukir ukur ulang ulas umpama umpan umum unda undang undi unduh undur unggah unggul ungkap ungkit ungsi \
     unjuk untuk untung upah upaya urai urus urut usaha usai usia usik usir usul usung usut utama utang utara utus",
);

/// Roots with k first that `meng-` and `peng-` swallow, written without it: `me-nga-ta-kan`, `pe-nge-nal-an`.
pub(super) const SWALLOWED_K: Roots = Roots(
    "abar abul aget ait aji ampanye andung angkang antong apasit arang aruh ata ategori ebut ecam ecewa ecil ecoh ecuali \
     ehendak ejar ejut elola elompok eluar eluh emas embali embang emuka ena enai enal enang endali endara epung erah eras \
     ereta eringat erja erti esah esampingkan etahu etat etik etuk ikis ira irim isah omentar ompromi omunikasi onfirmasi \
     onsolidasi onsultasi onsumsi ontrol oordinasi oordinir oreksi ritik uak uasa uat ucil ukuh umandang umpul unci unjung \
     upas urang utip utuk",
);

/// Words in which `ber`, `ter` or `per` before a vowel is no prefix, or is `be-`, `te-`, `pe-` before a root with r: `be-ri-ta`,
/// `te-ri-ma`, `pe-ru-mah-an`.
pub(super) const WITH_R: Roots = Roots(
    "berabe beragam beragaman beragu berahi berai berak beranda berang berangas berani beranta berantas berapa beras berat \
     bereaksi beredam berekam berenang berencana berengsek beres beri beringas beringin berita perabot peracik peradang \
     peraga perah peraih perajin perak peralat peram peramal perampas perampok peran perancang perancis perang perangai \
     perangkap perangkat perangko perantau peras perasa perawan perawat peraya perebut perekam perekat perekonomi perekrut \
     perempuan perenang perencana perenung peresap peresmi perestu peretas perevisi perigi perihal perikanan periksa perilaku \
     perinci perindu peringkas peringkat perintah perintis periode perisai peristiwa periuk perobek perokok peroksida \
     perombak perona perosok perosot perubung perugi perukun perum perumah perumpun perumus perunding perundung perunggu \
     perunut perupa perusak perusuh perut terabas terali terampil terang terangi terap terapi terapis teras terasa teratai \
     terawang terendah teriak terigu terik terima teripang teritis teritori teroka teror terowong teruna terung terus terusi",
);

/// Roots that end with `an` themselves, also with their first consonant changed by a prefix: `pe-la-wan`, `pe-na-han`.
pub(super) const WITH_AN: Roots = Roots(
    "akan aman badan beban bulan dewan halaman hewan hutan ikan jalan kawan kesan laman lawan makan mempan mesan nahan nakan \
     nandatangan nawan nekan papan pekan pesan rekan sopan tahan taman tandatangan tangan tawan tekan teman tuhan zaman",
);

/// Words of three syllables and more that end with `an` without a suffix.
pub(super) const WHOLE_AN: Roots = Roots(
    "belakangan delapan halaman jembatan kawasan kebanyakan keseharian pedoman perawan perlahan ramadan selatan sembilan \
     umpan",
);

/// Roots that end with k, so that a `kan` behind a vowel is k and `-an`: `tin-dak-an`.
pub(super) const WITH_K: Roots = Roots(
    "acak ajak anak baik banyak bentuk cetak desak didik duduk gerak injak lantik letak masuk naik pajak periuk petik pihak \
     rusak selidik sidik tarik tembak ternak tindak tolak tunjuk usik",
);

/// Roots that end with a vowel though a noun's prefix stands before: their `-kan` is whole.
pub(super) const BEFORE_KAN: Roots = Roots("ada beda cinta guna kata kerja laku muka nama satu");

/// Roots with two consonants first: what ends with a vowel before them stays whole (`di-prog-ram-kan`).
pub(super) const CLUSTER: Roots = Roots(
    "blokir fraksi global grafik gratis klaim klarifikasi klasifikasi kreasi kreatif kredit kristal kriteria kritik kritis \
     pleno praktik pribadi prihatin prioritas privat produksi produktif profesi profesional program promosi proses protes \
     provokasi proyek skala skor spesifik stabil standar status strategi struktur tradisi transfer transkrip transparan",
);
