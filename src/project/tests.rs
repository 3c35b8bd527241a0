//! What the readers of this room refuse, each with its place.

use super::sample::{PROVINCE, REGENCY, bare, codes, project, told};
use super::{Layer, Project};
use crate::content::EditionCode;

const TABLE: &str = "content/daerah/61.11-ku/desa.csv";
const HEAD: &str = "kode,nama,kecamatan,jenis,pengawas,telepon,mulai,selesai,izin_web,izin_cetak,brosur\n";

/// The codes that a table of villages raises.
fn table(rows: &str) -> Vec<&'static str> {
    let text = format!("{HEAD}{rows}");
    codes(project(&[PROVINCE, REGENCY, BROCHURE, (TABLE, &text)]).1)
}

const BROCHURE: (&str, &str) = ("content/cetak/brosur.md", "---\njudul: B\nformat: a4\nsumber: x\nkeyakinan: tinggi\n---\nisi\n");

#[test]
fn a_village_row_is_checked_cell_by_cell() {
    let rows: [(&str, &[&str]); 13] = [
        ("61.11.01.2001,Sutera,Sukadana,desa,Ani,0812,2026-01-01,2026-12-31,ya,tidak,50\n", &[]),
        ("61.11.01.2001,Sutera,Sukadana,kelurahan,,,,,,,\n", &[]),
        ("61.12.01.2001,Sutera,Sukadana,desa,,,,,,,\n", &["S402"]),
        ("61.11.01.201,Sutera,Sukadana,desa,,,,,,,\n", &["S405"]),
        ("61.11.01.2001,,Sukadana,desa,,,,,,,\n", &["S405"]),
        ("61.11.01.2001,Sutera,Sukadana,nagari,,,,,,,\n", &["S405"]),
        ("61.11.01.2001,Sutera,Sukadana,desa,Ani,,1-1-2026,31/12/2026,,,\n", &[]),
        ("61.11.01.2001,Sutera,Sukadana,desa,Ani,,6/13/2026,31.11.2026,,,\n", &["S405", "S405"]),
        ("61.11.01.2001,Sutera,Sukadana,desa,Ani,,Juni 2026,,,,\n", &["S405"]),
        ("61.11.01.2001,Sutera,Sukadana,desa,Ani,,1-1-26,,,,\n", &["S405"]),
        ("61.11.01.2001,Sutera,Sukadana,desa,Ani,,,,mungkin,,\n", &["S405"]),
        ("61.11.01.2001,Sutera,Sukadana,desa,,,,,,,banyak\n", &["S405"]),
        ("61.11.01.2001,A,Sukadana,desa,,,,,,,\n61.11.01.2001,B,Sukadana,desa,,,,,,,\n", &["S403"]),
    ];
    for (row, expected) in rows {
        assert_eq!(table(row), expected, "{row}");
    }
}

/// Offices keep columns of their own; only what may be a slip of the pen is a fault.
#[test]
fn a_column_of_the_offices_own_is_told_once_and_not_read() {
    let leaflet = ("content/daerah/61-kalbar/cetak/brosur-warga.md", BROCHURE.1);
    let read = |names: &str| {
        let text = format!("kode,nama,kecamatan,{names}\n61.11.01.2001,A,Kec. Sukadana,L,7\n");
        let (project, d) = project(&[PROVINCE, REGENCY, BROCHURE, leaflet, (TABLE, &text)]);
        let village = regency(&project.unwrap()).villages.first().cloned();
        (village, told(d))
    };
    let (village, told) = read("L/P,Alamat PKD");
    let own = "catatan[S431]: kolom `L/P`, `Alamat PKD` tidak dibaca\n --> content/daerah/61.11-ku/desa.csv:1:21\n";
    assert!(told.starts_with(own) && told.matches("S4").count() == 1, "{told}");
    assert!(village.as_ref().unwrap().copies.is_empty());
    assert_eq!(village.unwrap().district.value, "Sukadana");
    for name in ["Brosur Warga", "brosur_warga", "brosur-warga", "BROSUR WARGA"] {
        let (village, told) = read(&format!("NIK,{name}"));
        assert!(told.starts_with("catatan[S431]: kolom `NIK` tidak dibaca") && told.matches("S4").count() == 1, "{told}");
        let copies = village.unwrap().copies;
        assert_eq!((copies.len(), copies[0].0.value.as_str(), copies[0].1), (1, "brosur-warga", 7), "{name}");
    }
    for (name, near) in [("Telpon", "telepon"), ("Nomer HP", "telepon"), ("Tanggal Mulay", "mulai")] {
        let (village, told) = read(&format!("NIK,{name}"));
        assert!(told.contains(&format!("galat[S404]: kolom `{name}` tidak dikenal")), "{told}");
        assert!(told.contains(&format!("saran: maksud Anda `{near}`?")) && village.is_none(), "{told}");
    }
    let (village, told) = read("NIK,Brosur Wrga");
    assert!(told.contains("galat[S404]") && told.contains("maksud Anda `brosur-warga`?") && village.is_some(), "{told}");
    assert!(read("Brosur Warga,brosur_warga").1.contains("galat[S404]: kolom `brosur-warga` tertulis dua kali"));
}

/// Excel saves a day typed in any form as `01/06/2026` where the computer speaks Indonesian.
#[test]
fn days_are_read_as_indonesians_write_them() {
    for (from, until) in [("01/06/2026", "31/01/2027"), ("1-6-2026", "31-1-2027"), ("01.06.2026", "31 Januari 2027")] {
        let text = format!("{HEAD}61.11.01.2001,A,K,desa,Ani,0812,{from},{until},ya,tidak,\n");
        let (project, d) = project(&[PROVINCE, REGENCY, BROCHURE, (TABLE, &text)]);
        assert_eq!(told(d), "", "{from}");
        let project = project.unwrap();
        let permit = regency(&project).villages[0].supervisor.as_ref().unwrap().permit;
        assert_eq!((permit.from, permit.until), ("2026-06-01".parse().ok(), "2027-01-31".parse().ok()), "{from}");
    }
    let text = format!("{HEAD}61.11.01.2001,A,K,desa,Ani,0812,06/30/2026,31-6-2026,ya,tidak,\n");
    let told = told(project(&[PROVINCE, REGENCY, BROCHURE, (TABLE, &text)]).1);
    assert!(told.contains("`06/30/2026` bukan tanggal: tidak ada bulan 30"), "{told}");
    assert!(told.contains("urutannya tanggal-bulan-tahun") && told.contains("tulis `30-06-2026`"), "{told}");
    assert!(told.contains("`31-6-2026` bukan tanggal: bulan 6 tahun 2026 tidak punya tanggal 31"), "{told}");
}

/// The one layer of the sample's kabupaten.
fn regency(project: &Project) -> &Layer {
    let [layer] = project.layers(&EditionCode::parse("61.11").unwrap()) else { panic!("one layer") };
    layer
}

#[test]
fn villages_come_in_the_order_of_their_codes() {
    let text = format!("{HEAD}61.11.02.2001,B,K,desa,,,,,,,\n61.11.01.2001,A,K,desa,,,,,,,\n");
    let (project, _) = project(&[PROVINCE, REGENCY, (TABLE, &text)]);
    let project = project.unwrap();
    let villages = &regency(&project).villages;
    let names: Vec<_> = villages.iter().map(|village| village.name.value.as_str()).collect();
    assert_eq!(names, ["A", "B"]);
}

#[test]
fn a_table_without_its_columns_says_which() {
    let told = told(project(&[PROVINCE, REGENCY, (TABLE, "kode,name,kecamatan,jenis\n")]).1);
    assert!(told.contains("galat[S404]: kolom `nama` tidak ada"), "{told}");
}

/// The number may be left out, and a row of sums below the list is not taken for the names of the columns.
#[test]
fn a_letter_of_which_no_number_is_given_is_sent_once() {
    for (table, copies) in [
        ("jabatan,kecamatan\nCamat,K\n", vec![1]),
        ("DAFTAR PENERIMA,\njabatan,kecamatan\nCamat,K\n", vec![1]),
        ("nama,jabatan\nSatu,Camat\nJumlah,1\n", vec![1, 1]),
        ("jabatan,jumlah\nCamat,\nLurah,3\n", vec![1, 3]),
    ] {
        let (project, d) = project(&[PROVINCE, REGENCY, ("content/daerah/61.11-ku/penerima.csv", table)]);
        let project = project.unwrap();
        let read: Vec<u32> = regency(&project).recipients.iter().map(|recipient| recipient.copies).collect();
        assert_eq!(read, copies, "{table}{}", told(d));
    }
}

#[test]
fn a_supervisor_shows_only_in_term_and_with_consent() {
    use crate::content::village::Medium;
    let text = format!("{HEAD}61.11.01.2001,A,K,desa,Ani,0812,2026-02-01,2026-08-31,ya,tidak,\n");
    let (project, _) = project(&[PROVINCE, REGENCY, (TABLE, &text)]);
    let project = project.unwrap();
    let villages = &regency(&project).villages;
    let supervisor = villages[0].supervisor.as_ref().unwrap();
    let on = |day: &str, medium| supervisor.permit.may_show(medium, day.parse().unwrap());
    assert!(on("2026-02-01", Medium::Web) && on("2026-08-31", Medium::Web));
    assert!(!on("2026-01-31", Medium::Web) && !on("2026-09-01", Medium::Web), "outside the term");
    assert!(!on("2026-03-01", Medium::Print), "no consent for print");
}

#[test]
fn what_front_matter_may_not_say() {
    let page = |front: &str| format!("---\njudul: T\n{front}---\nisi\n");
    let rows = [
        (page("spanduk: satu dua tiga empat lima enam tujuh delapan\n"), "S109"),
        (page("catatan: \"{{ desa.nama }}\"\n"), "S148"),
        (page("sumber: \"{{ kantor.telepon }}\"\n"), "S148"),
        (page("catatan: \"{% if x %}\"\n"), "S031"),
        (page("catatan: \"{{ kantor.telpon }}\"\n"), "S111"),
    ];
    for (text, code) in &rows {
        assert_eq!(codes(project(&[("content/halaman/tes.md", text)]).1), [*code], "{text}");
    }
}

#[test]
fn a_revoked_regulation_names_its_revoker() {
    let text = "---\njudul: T\njenis: UU\nnomor: '5'\ntahun: 2014\nstatus: dicabut\nrezim: umum\nsumber: x\nkeyakinan: tinggi\n---\nisi\n";
    assert_eq!(codes(project(&[("content/regulasi/uu-5-2014.md", text)]).1), ["S130"]);
}

#[test]
fn only_what_says_that_it_has_no_source_needs_none() {
    let law =
        |end: &str| format!("---\njudul: T\njenis: UU\nnomor: '5'\ntahun: 2014\nstatus: berlaku\nrezim: umum\n{end}---\nisi\n");
    let rows: [(&str, &[&str]); 4] = [
        ("sumber: x\nkeyakinan: tinggi\n", &[]),
        ("keyakinan: rendah\n", &[]),
        ("keyakinan: sedang\n", &["S104"]),
        ("", &["S104", "S104"]),
    ];
    for (end, expected) in rows {
        assert_eq!(codes(project(&[("content/regulasi/uu-5-2014.md", &law(end))]).1), expected, "{end}");
    }
}

#[test]
fn addresses_that_become_qr_codes_are_whole() {
    for url in ["bawaslu.go.id", "https://", "https://a b.go.id", "https://a.go.id/?x=1", "ftp://a.go.id"] {
        let text =
            format!("judul: U\nlembaga: B\nurl: \"{url}\"\ntema: uji\npemilihan: {{ nama: P, tahun: 2029, rezim: pemilu }}\n");
        assert_eq!(codes(project(&[("suluh.yaml", &text)]).1), ["S133"], "{url}");
    }
}

#[test]
fn files_that_nobody_takes_are_named() {
    let told = told(project(&[("content/pelangaran/x.md", "---\njudul: T\n---\n")]).1);
    assert!(told.contains("galat[S145]") && told.contains("maksud Anda folder `pelanggaran`?"), "{told}");
    assert_eq!(codes(project(&[("content/halaman/Besar.md", "---\njudul: T\n---\n")]).1), ["S107"]);
    assert_eq!(codes(project(&[("content/daerah/ketapang/daerah.yaml", "kode: \"61.04\"\n")]).1), ["S401"]);
    assert_eq!(codes(project(&[("content/daerah/61.04-ketapang/halaman/a.md", "---\njudul: T\n---\nisi\n")]).1), ["S147"]);
}

/// Whatever stands in a data file, reading it ends, and every fault has its place.
#[test]
fn data_files_may_hold_anything() {
    const GOOD: [(&str, &str); 5] = [
        ("pencarian", "sinonim:\n  - { id: a, kata: [kades, kepala desa] }\ncontoh:\n  - { id: b, tanya: T, ke: / }\n"),
        (
            "glosarium",
            "istilah:\n  - { id: asn, istilah: ASN, arti: Pegawai., sumber: x, keyakinan: tinggi }\nlazim:\n  - { id: a, kata: [KTP, RT] }\n",
        ),
        (
            "statistik",
            "statistik:\n  - { id: a, judul: A, lembaga: K, per_tanggal: 2024-12, angka: [{ label: x, nilai: 5, persen: 1.5 }], banding: [a], layak_cetak: true, kalimat_cetak: K., sumber: x, keyakinan: tinggi }\n",
        ),
        (
            "sengketa",
            "sengketa:\n  - { id: a, isu: I, pendapat: [{ pihak: A, isi: a, sumber: x }, { pihak: B, isi: b, sumber: x }], saran: S, keyakinan: tinggi }\nsalah_kutip:\n  - { id: b, tertulis: T, benar: B, regulasi: uu-1, sumber: x, keyakinan: tinggi }\n",
        ),
        (
            "pelaporan",
            "pelapor:\n  - { id: a, rezim: pemilu, siapa: x, sumber: x, keyakinan: tinggi }\nalur:\n  - { id: a, jenis: J, langkah: [a, b], sumber: x, keyakinan: tinggi }\nformulir:\n  - { id: a, nama: N, rezim: pemilu, bidang: [{ bagian: b, isi: [c] }], sumber: x, keyakinan: tinggi }\n",
        ),
    ];
    for (name, text) in GOOD {
        let path = format!("content/{name}.yaml");
        assert!(codes(project(&[(&path, text)]).1).is_empty(), "{name}");
        for end in (0..text.len()).step_by(3) {
            drop(told(project(&[(&path, &text[..end])]).1));
        }
        for part in [
            "{ ",
            "[",
            "]",
            "}",
            ": ",
            "- ",
            "\"",
            "'",
            "&a ",
            "*a",
            "!!x ",
            "\u{0}",
            "\u{202e}",
            "\t",
            "~",
            "{{ desa.nama }}",
            "{% x %}",
        ] {
            for at in (0..text.len()).step_by(17) {
                let broken = format!("{}{part}{}", &text[..at], &text[at..]);
                drop(told(project(&[(&path, &broken)]).1));
            }
        }
        for empty in ["", "\n", "~\n", "[]\n", "x\n", "[[[[\n"] {
            assert!(!codes(project(&[(&path, empty)]).1).is_empty(), "{name} {empty:?}");
        }
        let many = format!("{}:\n{}", text.split(':').next().unwrap_or_default(), "  - { id: a }\n".repeat(2000));
        assert!(!codes(project(&[(&path, &many)]).1).is_empty(), "{name}");
    }
}

/// A project that lost its folder would be built as a site of nothing, in place of what was published.
#[test]
fn a_project_without_content_is_an_error() {
    let lacking = "galat[S184]: folder `content` tidak ada atau kosong";
    let said = |files: &[(&str, &str)]| told(bare(files).1);
    assert!(said(&[]).contains(lacking), "{}", said(&[]));
    assert!(!said(&[PROVINCE, REGENCY]).contains(lacking));
}
