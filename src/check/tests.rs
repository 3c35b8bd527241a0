//! Every rule with a project that breaks it, and one at the limit that does not.

mod random;
mod shared;

use crate::content::EditionCode;
use crate::diagnostics::Diagnostics;
use crate::edition::Edition;
use crate::project::Project;
use crate::project::sample::{PROVINCE, REGENCY, codes, project, told};

pub(super) const LAW: &str = "content/regulasi/uu-20-2023.md";
pub(super) const LAW_TEXT: &str = "---\njudul: ASN\njenis: UU\nnomor: '20'\ntahun: 2023\nstatus: berlaku\nrezim: umum\nsumber: x\nkeyakinan: tinggi\npasal:\n  - { nomor: Pasal 2 huruf f, ringkasan: Asas }\npasal_lain: [Lampiran, Pasal 76]\n---\nisi\n";
pub(super) const OLD_LAW: &str = "content/regulasi/uu-5-2014.md";
pub(super) const OLD_LAW_TEXT: &str = "---\njudul: ASN\njenis: UU\nnomor: '5'\ntahun: 2014\nstatus: dicabut\ndicabut_oleh: { oleh: uu-20-2023, pasal: Pasal 76, tanggal: 2023-10-31 }\nrezim: umum\nsumber: x\nkeyakinan: tinggi\npasal:\n  - { nomor: Pasal 2 huruf f, ringkasan: Asas, padanan: [{ regulasi: uu-20-2023, pasal: Pasal 2 huruf f }] }\n---\nisi\n";
pub(crate) const FORMATS: [(&str, &str); 4] = [
    (
        "themes/uji/formats/brosur.yaml",
        "judul: B\nkeluarga: lipat\nsalinan: penuh\nlebar: 200\ntinggi: 100\nbleed: 3\naman: 5\nteks: 10\nteks_minimal: 8\nsisi: [{ nama: luar, panel: [{ id: kiri, lebar: 100 }, { id: kanan, lebar: 100 }] }]\n",
    ),
    (
        "themes/uji/formats/spanduk.yaml",
        "judul: S\nkeluarga: lebar\nsalinan: ringkas\nlebar: 3000\ntinggi: 1000\nbleed: 0\naman: 50\nteks: 100\nteks_minimal: 80\n",
    ),
    (
        "themes/uji/formats/kartu.yaml",
        "judul: K\nkeluarga: kartu\nsalinan: spanduk\nlebar: 270\ntinggi: 270\npiksel: 1080\nbleed: 0\naman: 12\nteks: 40\nteks_minimal: 18\n",
    ),
    (
        "themes/uji/formats/naskah.yaml",
        "judul: N\nkeluarga: naskah\nsalinan: penuh\nlebar: 215\ntinggi: 330\nbleed: 0\naman: 5\nteks: 12\nteks_minimal: 9\ntepi: { atas: 20, kanan: 20, bawah: 20, kiri: 20 }\n",
    ),
];

/// One edition of a project that can be read, as of a day on which nothing has expired, with the problems of reading it.
pub(crate) fn edition(files: &[(&str, &str)], code: &EditionCode) -> (Project, Edition, Diagnostics) {
    let (project, d) = project(files);
    let project = project.unwrap();
    let edition = project.edition(code, "2026-11-22".parse().unwrap(), &d).unwrap();
    (project, edition, d)
}

/// The problems of the national edition of a project with the sample laws and formats.
pub(crate) fn problems(files: &[(&str, &str)]) -> Diagnostics {
    let mut all = vec![(LAW, LAW_TEXT), (OLD_LAW, OLD_LAW_TEXT)];
    all.extend(FORMATS);
    all.extend(files);
    let (project, edition, d) = edition(&all, &EditionCode::National);
    super::run_all(&[std::sync::Arc::new(edition)], &project.theme, None, &d);
    d
}

fn page(body: &str) -> String {
    format!("---\njudul: T\n---\n{body}\n")
}

fn violation(basis: &str) -> String {
    format!(
        "---\njudul: T\nringkas: R\ndaftar: x\nkelompok: desa\nsubjek: asn\nrezim: desa\nsumber: x\nkeyakinan: tinggi\n{basis}---\nisi\n"
    )
}

#[test]
fn citations_are_of_law_that_is_known_and_in_force() {
    let rows: [(&str, &[&str]); 8] = [
        ("[a](regulasi:uu-20-2023#pasal-2-huruf-f)", &[]),
        ("[a](regulasi:uu-20-2023)", &[]),
        ("[a](regulasi:uu-20-2024)", &["S301"]),
        ("[a](regulasi:uu-20-2023#pasal-2-huruf-g)", &["S302"]),
        ("[a](regulasi:uu-5-2014)", &["S303"]),
        ("[a](regulasi:uu-5-2014#pasal-2-huruf-f)", &["S303"]),
        ("[a](regulasi:uu-5-2014 \"historis\")", &[]),
        ("[a](regulasi:uu-5-2014#pasal-9 \"historis\")", &["S302"]),
    ];
    for (body, expected) in rows {
        assert_eq!(codes(problems(&[("content/halaman/tes.md", &page(body))])), expected, "{body}");
    }
}

#[test]
fn a_revoked_article_names_the_one_in_force() {
    let text = page("[a](regulasi:uu-5-2014#pasal-2-huruf-f)");
    let told = told(problems(&[("content/halaman/tes.md", &text)]));
    assert!(told.contains("galat[S303]: `UU 5/2014` sudah dicabut sejak 31 Oktober 2023"), "{told}");
    assert!(told.contains("content/halaman/tes.md:4:1"), "{told}");
    assert!(told.contains("pakai Pasal 2 huruf f UU 20/2023"), "{told}");
    let text = page("[a](regulasi:uu-5-2014)");
    let told = crate::project::sample::told(problems(&[("content/halaman/tes.md", &text)]));
    assert!(told.contains("ganti dengan UU 20/2023, yang mencabutnya"), "{told}");
}

#[test]
fn a_legal_basis_is_checked_by_article_number() {
    let rows: [(&str, &[&str]); 7] = [
        ("uu-20-2023, pasal: Pasal 2 huruf f", &[]),
        ("uu-20-2023, pasal: Pasal 2 huruf z", &[]),
        ("uu-20-2023, pasal: Pasal 3", &["S302"]),
        ("uu-20-2023, pasal: Lampiran", &[]),
        ("uu-20-2023, pasal: Pasal 76", &[]),
        ("uu-20-2024, pasal: Pasal 2", &["S301"]),
        ("uu-5-2014, pasal: Pasal 2 huruf f", &["S303"]),
    ];
    for key in ["dasar", "dasar_sanksi"] {
        for (basis, expected) in rows {
            let text = violation(&format!("{key}:\n  - {{ regulasi: {basis} }}\n"));
            assert_eq!(codes(problems(&[("content/pelanggaran/tes.md", &text)])), expected, "{key} {basis}");
        }
    }
}

#[test]
fn whoever_revokes_or_amends_is_known() {
    for key in ["dicabut_oleh: { oleh: uu-99-2099 }", "diubah_oleh: [{ oleh: uu-99-2099 }]"] {
        let text = LAW_TEXT.replace("status: berlaku", &format!("status: berlaku\n{key}"));
        assert_eq!(codes(problems(&[(LAW, &text)])), ["S301"], "{key}");
    }
    let text = LAW_TEXT.replace("status: berlaku", "status: diubah\ndiubah_oleh: [{ oleh: UU 6/2023 (Cipta Kerja) }]");
    assert!(codes(problems(&[(LAW, &text)])).is_empty(), "a name that is no id stands for itself");
}

#[test]
fn sanctions_exist() {
    assert_eq!(codes(problems(&[("content/pelanggaran/tes.md", &violation("sanksi: [berat]\n"))])), ["S230"]);
}

#[test]
fn a_piece_fits_its_format() {
    let brochure = |body: &str| format!("---\njudul: T\nformat: brosur\n---\n{body}\n");
    let full = "## A {#kiri}\n\na\n\n## B {#kanan}\n\nb";
    let rows: [(String, &[&str]); 14] = [
        (brochure(full), &[]),
        (brochure(&format!("pembuka\n\n{full}")), &["S233"]),
        (brochure("## A {#kiri}\n\na"), &["S234"]),
        (brochure(&format!("{full}\n\n## C\n\nc")), &["S233"]),
        ("---\njudul: T\nformat: brosurr\n---\n".to_owned(), &["S231"]),
        ("---\njudul: T\nformat: spanduk\nspanduk: Satu dua\nringkas: Tiga\n---\n".to_owned(), &[]),
        ("---\njudul: T\nformat: spanduk\nringkas: Tiga\n---\n".to_owned(), &["S235"]),
        ("---\njudul: T\nformat: spanduk\nspanduk: Satu\nringkas: Dua\n---\nisi\n".to_owned(), &["S235"]),
        ("---\njudul: T\nformat: kartu\nspanduk: Satu\nketerangan: K\n---\nisi\n".to_owned(), &["S235"]),
        ("---\njudul: T\nformat: kartu\nspanduk: Satu\nketerangan: K\n---\n".to_owned(), &[]),
        ("---\njudul: T\nformat: kartu\nspanduk: Satu\nketerangan: K\nper_desa: true\n---\n".to_owned(), &["S246"]),
        ("---\njudul: T\nformat: naskah\nisi: halaman:tidak-ada\n---\n".to_owned(), &["S232"]),
        ("---\njudul: T\nformat: naskah\nisi: sanksi:berat\n---\n".to_owned(), &["S232"]),
        ("---\njudul: T\nformat: naskah\n---\nisi\n".to_owned(), &[]),
    ];
    for (text, expected) in rows {
        assert_eq!(codes(problems(&[("content/cetak/tes.md", &text)])), expected, "{text}");
    }
}

#[test]
fn directives_filter_by_known_words() {
    let rows: [(&str, &[&str]); 5] = [
        ("{{ daftar: pelanggaran, kelompok: desa }}", &[]),
        ("{{ daftar: pelanggaran, kelompok: dessa }}", &["S236"]),
        ("{{ daftar: pelanggaran, subjek: asn, rezim: desa, fase: masa_kampanye }}", &[]),
        ("{{ daftar: regulasi, status: batal }}", &["S236"]),
        ("{{ daftar: pelanggaran, rezim: pemilukada, fase: besok }}", &["S236", "S236"]),
    ];
    for (body, expected) in rows {
        assert_eq!(codes(problems(&[("content/halaman/tes.md", &page(body))])), expected, "{body}");
    }
}

#[test]
fn an_office_can_be_called() {
    let site = |extra: &str| {
        format!(
            "judul: U\nlembaga: B\nurl: https://u.go.id\ntema: uji\npemilihan: {{ nama: P, tahun: 2029, rezim: pemilu }}\n{extra}"
        )
    };
    let rows: [(&str, &[&str]); 17] = [
        ("", &["S410"]),
        ("kantor: { telepon: 0812345678 }\n", &[]),
        ("kantor: { telepon: 081234567 }\n", &["S412"]),
        ("kantor: { whatsapp: 08123456789012 }\n", &["S412"]),
        ("kantor: { whatsapp: https://wa.me/6281234567890 }\n", &[]),
        ("kantor: { whatsapp: 0561123456 }\n", &["S433"]),
        ("kantor: { whatsapp: 14045 }\n", &["S412"]),
        ("kantor: { whatsapp: 0812-3456-7890 }\n", &[]),
        ("kantor: { telepon: (021) 300-1234 }\n", &[]),
        ("kantor: { telepon: +62 812 3456 7890 }\n", &[]),
        ("kantor: { telepon: (0534) 3O3-1234 }\n", &["S412"]),
        ("kantor: { telepon: 8121111222 }\n", &["S412"]),
        ("kantor: { telepon: 8.12E+09 }\n", &["S412"]),
        ("kantor: { telepon: 0812 }\n", &["S412"]),
        ("kantor: { telepon: (021) 300-1234, surel: humas.go.id }\n", &["S413"]),
        ("kantor: { telepon: (021) 000-0000 }\ncontoh: true\n", &["S411"]),
        ("kantor: { telepon: (021) 000-0000, alamat: Jalan Contoh 1 }\n", &["S415", "S415"]),
    ];
    for (extra, expected) in rows {
        assert_eq!(codes(problems(&[("suluh.yaml", &site(extra))])), expected, "{extra}");
    }
}

/// Names and titles where ids are wanted are answered with the id.
#[test]
fn names_are_answered_with_ids() {
    let sanction = "---\njudul: Teguran tertulis\nkelompok: disiplin\ntingkat: ringan\nrezim: desa\nstatus: berlaku\nsumber: x\nkeyakinan: tinggi\n---\nisi\n";
    let law = violation("dasar: [{ regulasi: uu 20 tahun 2023, pasal: Pasal 2 huruf f }]\n");
    let files = [
        ("content/pelanggaran/a.md", law.as_str()),
        ("content/pelanggaran/b.md", &violation("sanksi: [teguran-tertulis]\n")),
        ("content/pelanggaran/c.md", &violation("sanksi: [Teguran tertulis]\n")),
        ("content/sanksi/ringan.md", sanction),
    ];
    snapbox::assert_data_eq!(
        told(problems(&files)),
        snapbox::str![[r#"
galat[S107]: `uu 20 tahun 2023` bukan pengenal yang sah
  --> content/pelanggaran/a.md:10:21
   |
10 | dasar: [{ regulasi: uu 20 tahun 2023, pasal: Pasal 2 huruf f }]
   |                     ^^^^^^^^^^^^^^^^
   |
   = saran: maksud Anda `uu-20-2023`?

galat[S230]: sanksi `teguran-tertulis` tidak dikenal
  --> content/pelanggaran/b.md:10:10
   |
10 | sanksi: [teguran-tertulis]
   |          ^^^^^^^^^^^^^^^^
   |
   = saran: maksud Anda `ringan`?

galat[S107]: `Teguran tertulis` bukan pengenal yang sah
  --> content/pelanggaran/c.md:10:10
   |
10 | sanksi: [Teguran tertulis]
   |          ^^^^^^^^^^^^^^^^
   |
   = saran: pakai huruf kecil, angka, dan tanda hubung, misalnya `teguran-tertulis`

"#]]
    );
}

/// The village calls the office, which gave a number and no address.
#[test]
fn what_is_not_filled_in_is_never_printed() {
    let piece = "---\njudul: B\nringkas: Datang ke {{ kantor.alamat }}\nformat: naskah\nsasaran: warga\nper_desa: true\n---\n{{ desa.pengawas }}, {{ desa.telepon }}, {{ kantor.alamat }}\n";
    let table = "kode,nama,kecamatan,jenis\n61.11.01.2001,Sutera,Sukadana,desa\n";
    let files = [
        ("content/cetak/brosur.md", piece),
        ("content/halaman/tes.md", &page("Telepon {{ kantor.whatsapp }} atau {{ kantor.telepon }}")),
        ("content/daerah/61.11-ku/desa.csv", table),
        FORMATS[2],
        PROVINCE,
        REGENCY,
    ];
    let (_, edition, d) = edition(&files, &EditionCode::parse("61.11").unwrap());
    super::blanks::check(&edition, &d);
    snapbox::assert_data_eq!(
        told(d),
        snapbox::str![[r#"
galat[S429]: `alamat` kantor Kayong Utara belum diisi, padahal dicetak pada `cetak/brosur.md`
 --> content/daerah/61.11-ku/daerah.yaml:1:1
  |
1 | kode: "61.11"
  | ^^^^^^^^^^^^^
  |
 ::: content/cetak/brosur.md:8:42
  |
8 | {{ desa.pengawas }}, {{ desa.telepon }}, {{ kantor.alamat }}
  |                                          ------------------- dipakai di sini
  |
  = sebab: lembar yang sudah dicetak berbunyi `(belum diisi)`, dan tidak dapat ditarik kembali
  = saran: isi `alamat` di bawah `kantor:` di `content/daerah/61.11-ku/daerah.yaml`

galat[S429]: `nama` kantor Kayong Utara belum diisi, padahal dicetak pada `cetak/brosur.md`
 --> content/daerah/61.11-ku/daerah.yaml:1:1
  |
1 | kode: "61.11"
  | ^^^^^^^^^^^^^
  |
 ::: content/cetak/brosur.md:8:1
  |
8 | {{ desa.pengawas }}, {{ desa.telepon }}, {{ kantor.alamat }}
  | ------------------- dipakai di sini
  |
  = sebab: lembar yang sudah dicetak berbunyi `(belum diisi)`, dan tidak dapat ditarik kembali
  = saran: isi `nama` di bawah `kantor:` di `content/daerah/61.11-ku/daerah.yaml`

peringatan[S430]: `whatsapp` kantor Kayong Utara belum diisi, padahal tampil di `halaman/tes.md`
 --> content/daerah/61.11-ku/daerah.yaml:1:1
  |
1 | kode: "61.11"
  | ^^^^^^^^^^^^^
  |
 ::: content/halaman/tes.md:4:9
  |
4 | Telepon {{ kantor.whatsapp }} atau {{ kantor.telepon }}
  |         --------------------- dipakai di sini
  |
  = sebab: kalimat di halaman itu berbunyi `(belum diisi)`
  = saran: isi `whatsapp` di bawah `kantor:` di `content/daerah/61.11-ku/daerah.yaml`

"#]]
    );
}

#[test]
fn a_supervisor_can_be_called_in_a_term_that_exists() {
    const HEAD: &str = "kode,nama,kecamatan,jenis,pengawas,telepon,mulai,selesai,izin_web,izin_cetak\n";
    let rows: [(&str, &[&str]); 13] = [
        ("Ani,0812-3456-7890,2026-01-01,2026-12-31,ya,tidak", &[]),
        ("Ani,O812-3456,2026-01-01,2026-12-31,ya,ya", &["S412"]),
        ("Ani,8.12E+09,2026-01-01,2026-12-31,ya,ya", &["S408"]),
        ("Ani,81234567890,2026-01-01,2026-12-31,ya,ya", &["S409"]),
        ("Ani,0812-3456-7890,2026-12-31,2026-01-01,ya,ya", &["S414"]),
        ("Ani,0812-3456-7890,2027-01-01,2027-12-31,ya,ya", &["S421"]),
        ("Ani,0812-3456-7890,2026-01-01,2026-11-21,ya,ya", &["S420"]),
        ("Ani,0812-3456-7890,2026-01-01,2028-01-02,ya,ya", &[]),
        ("Ani,0812-3456-7890,2026-01-01,2028-01-03,ya,ya", &["S424"]),
        ("Ani,0812-3456-7890,2026-01-01,2026-12-31,tidak,", &["S422"]),
        ("Ani,0812-3456-7890,2026-01-01,,ya,", &["S423"]),
        ("Ani,,2026-01-01,2026-12-31,ya,ya", &["S425"]),
        (",0812-3456-7890,2026-01-01,2026-12-31,ya,ya", &["S416"]),
    ];
    for (row, expected) in rows {
        let table = format!("{HEAD}61.11.01.2001,Sutera,Sukadana,desa,{row}\n");
        let files = [PROVINCE, REGENCY, ("content/daerah/61.11-ku/desa.csv", &*table)];
        let (project, edition, d) = edition(&files, &EditionCode::parse("61.11").unwrap());
        super::run_all(&[std::sync::Arc::new(edition)], &project.theme, None, &d);
        assert_eq!(codes(d), expected, "{row}");
    }
}

/// A regulation that others revoke or change.
fn law(number: u32, more: &str) -> String {
    format!(
        "---\njudul: T\njenis: UU\nnomor: '{number}'\ntahun: 2020\n{more}rezim: umum\nsumber: x\nkeyakinan: tinggi\n---\nisi\n"
    )
}

#[test]
fn no_law_revokes_itself_by_way_of_others() {
    let revoked = |by: &str| format!("status: dicabut\ndicabut_oleh: {{ oleh: {by} }}\n");
    let changed = |by: &str| format!("status: diubah\ndiubah_oleh: [{{ oleh: {by} }}]\n");
    let rows: [(String, String, String, &[&str]); 5] = [
        (revoked("b"), changed("c"), "status: berlaku\n".to_owned(), &[]),
        (revoked("b"), changed("c"), revoked("a"), &["S304"]),
        (changed("a"), changed("c"), "status: berlaku\n".to_owned(), &["S304"]),
        (revoked("b"), revoked("a"), changed("a"), &["S304"]),
        (changed("b"), changed("c"), changed("b"), &["S304"]),
    ];
    for (a, b, c, expected) in rows {
        let (a, b, c) = (law(1, &a), law(2, &b), law(3, &c));
        let files = [("content/regulasi/a.md", &*a), ("content/regulasi/b.md", &*b), ("content/regulasi/c.md", &*c)];
        assert_eq!(codes(problems(&files)), expected, "{a}{b}{c}");
    }
}

#[test]
fn partial_revocation_and_criminal_figures_are_complete() {
    let partly = |more: &str| law(1, &format!("status: dicabut_sebagian\ndicabut_oleh: {{ oleh: uu-20-2023{more} }}\n"));
    let path = "content/regulasi/a.md";
    assert_eq!(codes(problems(&[(path, &partly(""))])), ["S161"]);
    assert!(codes(problems(&[(path, &partly(", lingkup: selain Pasal 7"))])).is_empty());
    let rows: [(&str, &[&str]); 5] = [
        ("", &[]),
        ("pidana_badan: 1 tahun\n", &["S162"]),
        ("pidana_badan: 1 tahun\ndenda: Rp1\n", &["S162", "S162"]),
        ("denda: Rp1\nmenurut_teks_sebelum: 2026-01-02\n", &[]),
        ("diperiksa: 2028-02-01\ntinjau_sebelum: 2028-01-31\n", &["S323", "S163"]),
    ];
    for (more, expected) in rows {
        assert_eq!(codes(problems(&[("content/sanksi/a.md", &sanction("berlaku", more))])), expected, "{more}");
    }
}

fn sanction(status: &str, more: &str) -> String {
    format!(
        "---\njudul: T\nkelompok: disiplin\ntingkat: berat\nrezim: umum\nstatus: {status}\n{more}sumber: x\nkeyakinan: tinggi\n---\nisi\n"
    )
}

/// A dispute, two figures, a deferred sanction and one in force.
fn facts() -> [(&'static str, String); 4] {
    [
        (
            "content/sengketa.yaml",
            "sengketa: [{ id: hadir, isu: I, pendapat: [{ pihak: A, isi: a, sumber: x }, { pihak: B, isi: b, sumber: x }], saran: S, keyakinan: tinggi }]\n"
                .to_owned(),
        ),
        (
            "content/statistik.yaml",
            "statistik:\n  - { id: ada, judul: A, lembaga: K, per_tanggal: 2024, kalimat_cetak: K., layak_cetak: true, sumber: x, keyakinan: tinggi }\n  - { id: tidak, judul: A, lembaga: K, sumber: x, keyakinan: tinggi }\n"
                .to_owned(),
        ),
        ("content/sanksi/tertunda.md", sanction("tertunda", "")),
        ("content/sanksi/berlaku.md", sanction("berlaku", "")),
    ]
}

#[test]
fn what_is_printed_is_sourced_undisputed_and_in_force() {
    let sheet = |front: &str, body: &str| format!("---\njudul: T\nformat: naskah\n{front}---\n{body}\n");
    let page = |front: &str| format!("---\njudul: T\n{front}---\nisi\n");
    let rows: [(String, String, &[&str]); 13] = [
        (sheet("isi: halaman:tes\n", ""), page("keyakinan: sedang\n"), &[]),
        (sheet("isi: halaman:tes\n", ""), page("keyakinan: rendah\n"), &["S305"]),
        (sheet("isi: halaman:tes\n", ""), page("sengketa: hadir\n"), &["S305"]),
        (sheet("keyakinan: rendah\n", "isi"), page(""), &["S305"]),
        (sheet("sengketa: hadir\n", "isi"), page(""), &["S305"]),
        (sheet("", "{{ daftar: sanksi }}"), page(""), &[]),
        (sheet("", "{{ daftar: sanksi, id: berlaku }}"), page(""), &[]),
        (sheet("", "{{ daftar: sanksi, id: tertunda }}"), page(""), &["S305"]),
        (sheet("", "{{ daftar: sanksi, id: tiada }}"), page(""), &["S238"]),
        (sheet("", "{{ statistik: semua }}"), page(""), &[]),
        (sheet("", "{{ statistik: ada }}"), page(""), &[]),
        (sheet("", "{{ statistik: tidak }}"), page(""), &["S305"]),
        (sheet("", "{{ sengketa: hadir }}"), page("sengketa: hadir\n"), &["S305"]),
    ];
    let facts = facts();
    for (sheet, page, expected) in rows {
        let mut files: Vec<(&str, &str)> = facts.iter().map(|(path, text)| (*path, text.as_str())).collect();
        files.extend([("content/cetak/lembar.md", sheet.as_str()), ("content/halaman/tes.md", page.as_str())]);
        assert_eq!(codes(problems(&files)), expected, "{sheet}{page}");
    }
}

#[test]
fn lists_on_paper_leave_out_what_is_deferred() {
    use crate::content::village::Medium;
    use crate::markdown::{NoContext, text};
    let facts = facts();
    let page = page("{{ daftar: sanksi }}");
    let mut files: Vec<(&str, &str)> = facts.iter().map(|(path, text)| (*path, text.as_str())).collect();
    files.extend([(LAW, LAW_TEXT), ("content/halaman/tes.md", &page)]);
    let (project, d) = project(&files);
    let edition = project.unwrap().edition(&EditionCode::National, "2026-11-22".parse().unwrap(), &d).unwrap();
    let body = &edition.pages["tes"].body;
    let lines = |medium| {
        let blocks = edition.expand(body.directives()[0], medium);
        text::render_blocks(&blocks, &NoContext, text::Options::default()).lines().count()
    };
    assert_eq!((lines(Medium::Web), lines(Medium::Print)), (2, 1));
}

const CARD: &str = "judul: K\nkeluarga: kartu\nsalinan: spanduk\nlebar: 108\ntinggi: 108\nbleed: 0\naman: 5\nteks: 10\nteks_minimal: 8\npiksel: 1080\n";

#[test]
fn a_card_has_the_words_that_go_with_it() {
    let rows: [(String, &[&str]); 7] = [
        (String::new(), &["S706"]),
        ("keterangan: Kabari Bawaslu {{ kantor.telepon }}.\n".to_owned(), &[]),
        ("keterangan: Tolak *uangnya*, laporkan pemberinya.\n".to_owned(), &[]),
        ("keterangan: Tolak **uangnya**.\n".to_owned(), &["S708"]),
        ("keterangan: \"[lapor](/lapor/)\"\n".to_owned(), &["S708"]),
        (format!("keterangan: {}\n", "a".repeat(super::shops::LONGEST_CAPTION)), &[]),
        (format!("keterangan: {}\n", "a".repeat(super::shops::LONGEST_CAPTION + 1)), &["S707"]),
    ];
    for (caption, expected) in rows {
        let card = format!("---\njudul: T\nformat: kartu\nspanduk: Satu suka\nringkas: R\n{caption}---\n");
        let files = [("content/cetak/tes.md", card.as_str()), ("themes/uji/formats/kartu.yaml", CARD)];
        assert_eq!(codes(problems(&files)), expected, "{caption}");
    }
}

/// A shop is phoned too: its numbers are shown in groups on the order sheet, and a landline can't be written to.
#[test]
fn a_shop_can_be_called() {
    for (numbers, expected) in [
        ("telepon: \"0213905889\", whatsapp: \"081234567890\"", &[][..]),
        ("telepon: \"0812\"", &["S412"]),
        ("whatsapp: \"0213905889\"", &["S433"]),
    ] {
        let shops = format!(
            "profil:\n  - {{ id: digital, judul: D, keluarga: [lembar], bleed: 3 }}\ntoko:\n  - {{ id: digital, nama: T, {numbers} }}\n"
        );
        assert_eq!(codes(problems(&[("content/percetakan.yaml", &shops)])), expected, "{numbers}");
    }
}

/// A cutter looks for a line by the name of its ink.
#[test]
fn a_knife_has_the_name_of_a_spot_colour() {
    let named = |name: &str| {
        let shops = format!("profil:\n  - {{ id: digital, judul: D, keluarga: [lembar], bleed: 3, kontur: {name} }}\n");
        codes(problems(&[("content/percetakan.yaml", &shops)]))
    };
    for name in ["CutContour", "Thru-cut", "\"Kiss Cut 1\"", &"a".repeat(40)] {
        assert_eq!(named(name), [""; 0], "{name}");
    }
    for name in ["Magenta", "all", "\"Garis (1)\"", "Pisau/1", "Kontür", &"a".repeat(41)] {
        assert_eq!(named(name), ["S168"], "{name}");
    }
}
