//! What directives become on the website and on paper.

use crate::content::EditionCode;
use crate::content::village::Medium;
use crate::edition::Edition;
use crate::markdown::{NoContext, html, text};
use crate::project::sample::{codes, project, told};

const PAGE: &str = "content/halaman/tes.md";

const FACTS: [(&str, &str); 4] = [
    (
        "content/glosarium.yaml",
        "istilah:\n  - { id: pns, istilah: PNS, kepanjangan: Pegawai Negeri Sipil, arti: Pegawai tetap., sumber: x, keyakinan: tinggi }\n  - { id: asn, istilah: ASN, arti: PNS dan PPPK., catatan: Profesi., sumber: [https://www.a.go.id/x, https://a.go.id/y], keyakinan: tinggi }\n  - { id: se, istilah: SE, arti: Surat edaran., keyakinan: rendah }\n",
    ),
    (
        "content/statistik.yaml",
        "statistik:\n  - { id: lama, judul: Kasus, lembaga: KASN, per_tanggal: 2021-12, angka: [{ label: laporan, nilai: 2007 }], banding: [baru], sumber: x, keyakinan: tinggi }\n  - { id: baru, judul: Kasus lain, lembaga: Bawaslu, per_tanggal: 2024-12-03, angka: [{ label: laporan, nilai: 2034, persen: 78.5 }], layak_cetak: true, kalimat_cetak: Ada 2.034 laporan., catatan: Belum akhir., sumber: x, keyakinan: tinggi }\n  - { id: tanpa-tanggal, judul: Dipecat, lembaga: KASN, angka: [{ label: ASN, nilai: 13 }], sumber: x, keyakinan: sedang }\n",
    ),
    (
        "content/sengketa.yaml",
        "sengketa:\n  - id: hadir\n    isu: Bolehkah hadir?\n    pendapat:\n      - { pihak: Menteri, isi: boleh, sumber: https://m.go.id/1 }\n      - { pihak: Undang-undang, isi: tidak boleh, sumber: x }\n    saran: Jangan hadir.\n    keyakinan: tinggi\nsalah_kutip:\n  - { id: lama, tertulis: UU lama, benar: UU baru, sumber: x, keyakinan: tinggi }\n  - { id: ragu, tertulis: Kata orang, benar: Entah, keyakinan: rendah }\n",
    ),
    (
        "content/pelaporan.yaml",
        "pelapor:\n  - { id: a, rezim: pemilu, siapa: [pemilih, pemantau], sumber: x, keyakinan: tinggi }\n  - { id: b, rezim: pilkada, siapa: pemilih, sumber: x, keyakinan: rendah }\nalur:\n  - { id: a, jenis: Kode etik, langkah: [Dikaji, Diteruskan], sumber: x, keyakinan: tinggi }\nformulir:\n  - { id: b1, nama: Model B.1, rezim: pemilu, bidang: [{ bagian: pelapor, isi: [nama, alamat, surel] }], sumber: x, keyakinan: sedang, keyakinan_catatan: Namanya belum pasti. }\n  - { id: p, nama: Formulir Pilkada, rezim: pilkada, catatan: Isinya sama., sumber: x, keyakinan: sedang }\nsaluran:\n  - { id: s, nama: SBT, rezim: pilkada, cara: Laman s.go.id., tautan: https://s.go.id, catatan: Baru., sumber: x, keyakinan: tinggi }\n  - { id: t, nama: Lain, rezim: pilkada, cara: Lewat laman., tautan: https://t.go.id/, catatan: Lama., sumber: x, keyakinan: tinggi }\ntenggat:\n  - { id: u, hal: Menegur, nilai: 7, satuan: hari, jenis_hari: tidak_disebut, rezim: umum, catatan: Prosedur., sumber: x, keyakinan: tinggi }\n  - { id: v, hal: Melapor, nilai: 3, satuan: hari, jenis_hari: tidak_disebut, rezim: pemilu, sumber: x, keyakinan: tinggi }\n",
    ),
];

fn edition(page: &str) -> Edition {
    let mut files = FACTS.to_vec();
    let page = format!("---\njudul: T\n---\n{page}\n");
    files.push((PAGE, &page));
    let (project, d) = project(&files);
    let edition = project.unwrap().edition(&EditionCode::National, "2026-11-22".parse().unwrap(), &d).unwrap();
    assert!(!d.has_errors(), "{}", told(d));
    edition
}

/// The words that a directive becomes, a block a line.
fn words(directive: &str, medium: Medium) -> Vec<String> {
    let edition = edition(directive);
    let document = &edition.pages["tes"].body;
    let blocks = edition.expand(document.directives()[0], medium);
    let words = text::render_blocks(&blocks, &NoContext, text::Options::default());
    words.lines().map(|line| line.replace('\t', " | ").trim_end_matches([' ', '|']).to_owned()).collect()
}

#[test]
fn a_glossary_is_sorted_and_paper_has_only_what_is_sourced() {
    let web = words("{{ glosarium }}", Medium::Web);
    assert_eq!(
        web,
        [
            "A",
            "ASN",
            "PNS dan PPPK.",
            "Profesi.",
            "Sumber: a.go.id, a.go.id (2)",
            "P",
            "PNS (Pegawai Negeri Sipil)",
            "Pegawai tetap.",
            "Sumber: x",
            "S",
            "SE",
            "Surat edaran.",
            "Belum bersumber",
        ]
    );
    assert_eq!(words("{{ glosarium }}", Medium::Print), ["ASN", "PNS dan PPPK.", "PNS (Pegawai Negeri Sipil)", "Pegawai tetap."]);
}

#[test]
fn a_figure_never_stands_without_institution_and_day() {
    let web = words("{{ statistik: semua }}", Medium::Web);
    assert_eq!(
        web,
        [
            "Kasus",
            "Angkanya berbeda karena lembaga, tanggal, atau cara menghitungnya berbeda. Jangan dijumlahkan.",
            "Menurut KASN, per Desember 2021.",
            "Yang dihitung | Jumlah",
            "laporan | 2.007",
            "Sumber: x",
            "Kasus lain. Menurut Bawaslu, per 3 Desember 2024.",
            "Yang dihitung | Jumlah",
            "laporan | 2.034 (78,5%)",
            "Belum akhir.",
            "Sumber: x",
            "Dipecat",
            "Menurut KASN, tanggal hitung tidak disebut.",
            "Yang dihitung | Jumlah",
            "ASN | 13",
            "Sumber: x",
        ]
    );
    let printed = ["Ada 2.034 laporan. (Bawaslu, per 3 Desember 2024)"];
    assert_eq!(words("{{ statistik: semua }}", Medium::Print), printed);
    assert_eq!(words("{{ statistik: baru }}", Medium::Print), printed);
    assert_eq!(words("{{ statistik: tanpa-tanggal }}", Medium::Print), Vec::<String>::new());
    assert_eq!(words("{{ statistik: layak_cetak }}", Medium::Web)[..2], ["Kasus lain", "Menurut Bawaslu, per 3 Desember 2024."]);
    assert_eq!(words("{{ statistik: baru }}", Medium::Web)[0], "Kasus lain. Menurut Bawaslu, per 3 Desember 2024.");
}

#[test]
fn a_dispute_shows_every_side_and_never_on_paper() {
    let web = words("{{ sengketa: hadir }}", Medium::Web);
    assert_eq!(
        web,
        [
            "Bolehkah hadir?",
            "Menteri: boleh",
            "Sumber: m.go.id",
            "Undang-undang: tidak boleh",
            "Sumber: x",
            "Saran: Jangan hadir.",
        ]
    );
    assert_eq!(words("{{ sengketa: semua }}", Medium::Web), web);
    // A website is called as the texts call it.
    let named = words("{{ sengketa: hadir }}\n\nKata [Kementerian](https://www.m.go.id/2) begitu.", Medium::Web);
    assert_eq!(named[2], "Sumber: Kementerian (m.go.id)");
    assert!(words("{{ sengketa: semua }}", Medium::Print).is_empty());
}

#[test]
fn other_lists_have_their_sources_and_marks() {
    let wrong = ["Sering tertulis: UU lama. Yang benar: UU baru.", "Sumber: x"];
    assert_eq!(words("{{ salah_kutip }}", Medium::Web)[..2], wrong);
    assert_eq!(words("{{ salah_kutip }}", Medium::Print), wrong[..1]);
    assert_eq!(
        words("{{ pelapor }}", Medium::Web),
        ["Pemilu: pemilih dan pemantau", "Sumber: x", "Pilkada: pemilih", "Belum bersumber", "Sumber: x"]
    );
    assert_eq!(words("{{ pelapor: semua, rezim: pilkada }}", Medium::Print), Vec::<String>::new());
    assert_eq!(words("{{ alur }}", Medium::Print), ["Kode etik", "Dikaji", "Diteruskan"]);
    assert_eq!(
        words("{{ formulir: semua, rezim: pemilu }}", Medium::Web),
        ["Model B.1 (Pemilu)", "Pelapor: nama, alamat, dan surel", "Tentang keyakinan: Namanya belum pasti.", "Sumber: x"]
    );
}

/// An address that nobody can follow, a doubt about a name, a regime that says nothing: paper has no room for them.
#[test]
fn ways_to_report_say_on_paper_what_paper_can_use() {
    assert_eq!(
        words("{{ saluran }}", Medium::Web)[..4],
        ["SBT: Laman s.go.id. s.go.id. Baru.", "Sumber: x", "Lain: Lewat laman. t.go.id. Lama.", "Sumber: x"]
    );
    assert_eq!(
        words("{{ saluran }}", Medium::Print),
        ["SBT: Laman s.go.id. Baru.", "Lain: Lewat laman. t.go.id. Lama."],
        "an address is written where the sentence does not name it"
    );
    assert_eq!(
        words("{{ formulir }}", Medium::Print),
        ["Model B.1 (Pemilu)", "Pelapor: nama, alamat, dan surel", "Formulir Pilkada", "Isinya sama."],
        "a note that is all there is to say"
    );
    let rows = words("{{ tenggat: semua }}", Medium::Print).join("\n");
    assert!(rows.contains("7 hari |") || rows.contains("| 7 hari\n"), "{rows}");
    assert!(rows.contains("3 hari (Pemilu)"), "{rows}");
}

/// What is in the text must be in the page, in the same order.
#[test]
fn pages_hold_all_words_of_a_directive() {
    for directive in ["glosarium", "statistik", "sengketa", "salah_kutip", "pelapor", "alur", "formulir"] {
        let edition = edition(&format!("{{{{ {directive} }}}}"));
        let document = &edition.pages["tes"].body;
        let blocks = edition.expand(document.directives()[0], Medium::Web);
        let page = html::render_blocks(document, &blocks, &NoContext, &html::Options::default());
        let mut stripped = String::new();
        let mut inside = false;
        for c in page.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => stripped.push(c),
                _ => {}
            }
        }
        let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = text::render_blocks(&blocks, &NoContext, text::Options::default());
        assert_eq!(folded(&stripped), folded(&said), "{directive}");
        assert!(!said.trim().is_empty(), "{directive}");
    }
    let glossary = edition("{{ glosarium }}");
    let document = &glossary.pages["tes"].body;
    let blocks = glossary.expand(document.directives()[0], Medium::Web);
    let page = html::render_blocks(document, &blocks, &NoContext, &html::Options::default());
    assert!(page.contains("<div id=\"asn\">\n<dt>ASN</dt>"), "{page}");
}

#[test]
fn what_the_readers_of_facts_refuse() {
    let rows: [(&str, &str, &[&str]); 8] = [
        ("glosarium", "istilah: [{ id: a, istilah: A, keyakinan: tinggi, sumber: x }]\n", &["S104"]),
        ("glosarium", "istilah: [{ id: a, istilah: A, arti: B, keyakinan: tinggi }]\n", &["S104"]),
        ("glosarium", "istilah: [{ id: a, istilah: A, arti: B, keyakinan: rendah }]\n", &[]),
        (
            "statistik",
            "statistik: [{ id: a, judul: A, lembaga: K, angka: [{ label: x, nilai: 1,5 }], sumber: x, keyakinan: tinggi }]\n",
            &["S101"],
        ),
        (
            "statistik",
            "statistik: [{ id: a, judul: A, lembaga: K, layak_cetak: true, sumber: x, keyakinan: tinggi }]\n",
            &["S165", "S165"],
        ),
        (
            "sengketa",
            "sengketa: [{ id: a, isu: I, pendapat: [{ pihak: P, isi: I, sumber: x }], saran: S, keyakinan: tinggi }]\n",
            &["S164"],
        ),
        (
            "sengketa",
            "sengketa: [{ id: a, isu: I, pendapat: [{ pihak: P, isi: I }, { pihak: Q, isi: I, sumber: x }], saran: S, keyakinan: tinggi }]\n",
            &["S104"],
        ),
        ("pelaporan", "pelapor: [{ id: a, siapa: x, sumber: x, keyakinan: tinggi }]\n", &["S104"]),
    ];
    for (name, text, expected) in rows {
        assert_eq!(codes(project(&[(&format!("content/{name}.yaml"), text)]).1), expected, "{text}");
    }
}

/// Where the page names an item, the page's region is meant; so it is where a list names it.
#[test]
fn a_list_fills_in_what_titles_leave_to_the_region() {
    let pledge = "---\njudul: Ikrar menjelang {{ pemilihan.nama }}\nringkas: Dibacakan {{ daerah.kepala_desa_tengah }}.\njenis: ikrar\nrezim: [pilkada]\npengikrar: [asn]\nbutir: [{ nomor: 1, teks: Netral., kutipan: false }]\nsumber: x\nkeyakinan: tinggi\n---\nisi\n";
    let page = "---\njudul: T\n---\n{{ daftar: deklarasi }}\n";
    let (project, d) = project(&[("content/deklarasi/ikrar.md", pledge), (PAGE, page)]);
    let edition = project.unwrap().edition(&EditionCode::National, "2026-11-22".parse().unwrap(), &d).unwrap();
    let blocks = edition.expand(edition.pages["tes"].body.directives()[0], Medium::Web);
    let words = text::render_blocks(&blocks, &NoContext, text::Options::default());
    let election = &edition.site.election.name.value;
    assert_eq!(words.trim(), format!("Ikrar menjelang {election}: Dibacakan kepala desa."), "{}", told(d));
}
