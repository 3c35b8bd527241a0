// One page of each kind. A kind that has no page is a fault: a check of nothing must not pass.

const first = (pattern) => (pages) => pages.find((page) => pattern.test(page));
const last = (pattern) => (pages) => pages.findLast((page) => pattern.test(page));
const at = (path) => (pages) => pages.find((page) => page === path);

const KINDS = {
  beranda: at("index.html"),
  "beranda-provinsi": at("61/index.html"),
  "beranda-kabupaten": at("61.11/index.html"),
  "beranda-kota": at("36.72/index.html"),
  lapor: at("61.11/lapor/index.html"),
  halaman: at("tentang/index.html"),
  aksesibilitas: at("61.11/aksesibilitas/index.html"),
  "halaman-tabel": at("faktor/index.html"),
  "halaman-daerah": at("61.11/posko/index.html"),
  "halaman-gambar": at("18.13/lampung/index.html"),
  "halaman-langkah": at("acara-deklarasi/index.html"),
  "tanya-jawab": at("tanya-jawab/index.html"),
  siaran: at("siaran/index.html"),
  glosarium: at("glosarium/index.html"),
  statistik: at("statistik/index.html"),
  "salah-kutip": at("salah-kutip/index.html"),
  boleh: at("boleh/index.html"),
  sengketa: at("hak-pilih/index.html"),
  "pelanggaran-daftar": at("pelanggaran/index.html"),
  pelanggaran: first(/^pelanggaran\/.+\/index\.html$/),
  "sanksi-daftar": at("sanksi/index.html"),
  sanksi: first(/^sanksi\/.+\/index\.html$/),
  "sanksi-catatan": at("sanksi/ringan/index.html"),
  "regulasi-daftar": at("regulasi/index.html"),
  regulasi: at("regulasi/uu-20-2023/index.html"),
  "regulasi-dicabut": at("regulasi/uu-5-2014/index.html"),
  "regulasi-dicabut-sebagian": at("regulasi/pp-53-2010/index.html"),
  "regulasi-diubah": at("regulasi/uu-7-2017/index.html"),
  "regulasi-historis": at("regulasi/kb-netralitas-2022/index.html"),
  "regulasi-keyakinan-rendah": at("regulasi/pkpu-15-2023/index.html"),
  "deklarasi-daftar": at("61.11/deklarasi/index.html"),
  deklarasi: at("61.11/deklarasi/pakta-integritas-netralitas/index.html"),
  "deklarasi-tanpa-naskah": at("61.11/deklarasi/deklarasi-damai-kabupaten/index.html"),
  unduhan: at("61.11/unduhan/index.html"),
  verifikasi: at("61.11/verifikasi/index.html"),
  "unduhan-nasional": at("unduhan/index.html"),
  "desa-daftar": at("61.11/desa/index.html"),
  desa: first(/^61\.11\/d\/.+\/index\.html$/),
  "desa-tanpa-pengawas": last(/^61\.11\/d\/.+\/index\.html$/),
  cari: at("61.11/cari/index.html"),
  bagikan: at("61.11/bagikan/index.html"),
  sematan: at("61.11/sematan/index.html"),
  saku: at("61.11/saku.html"),
  luring: at("61.11/luring.html"),
  "tidak-ada": at("404.html"),
};

/// Pairs of kind and path.
export function kinds(site, report) {
  const found = Object.entries(KINDS).map(([kind, pick]) => ({ kind, path: pick(site.pages) }));
  const missing = found.filter(({ path }) => !path);
  report.check("setiap jenis halaman ada", missing.map(({ kind }) => `tidak ada halaman ${kind}`));
  return found.filter(({ path }) => path);
}
