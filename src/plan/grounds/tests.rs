//! What pages and sheets of a small project rest on.

use std::sync::Arc;

use super::*;
use crate::content::EditionCode;
use crate::plan::{EditionPlan, Plan};
use crate::project::sample::{PROVINCE, REGENCY, project};

const LAW: &str = "jenis: UU\nrezim: umum\nsumber: x\nkeyakinan: tinggi\npasal: [{ nomor: Pasal 1, ringkasan: r }, { nomor: Pasal 2 ayat (1), ringkasan: r }]\n";

fn planned(files: &[(&str, &str)]) -> Plan {
    let law =
        |number: &str, more: &str| format!("---\njudul: T\nnomor: '{number}'\ntahun: 2020\nstatus: berlaku\n{LAW}{more}---\n");
    let itself = format!("{}[a](regulasi:uu-1-2020) [b](regulasi:uu-2-2020#pasal-1 \"historis\")\n", law("1", ""));
    let old = law("2", "").replace("ringkasan: r }]", "ringkasan: r, padanan: [{ regulasi: uu-1-2020, pasal: Pasal 1 }] }]");
    let table =
        "kode,nama,kecamatan,jenis,b\n61.11.01.2001,A,K,desa,20\n61.11.01.2002,B,K,desa,30\n61.11.01.1001,C,K,kelurahan,\n";
    let mut all = vec![
        PROVINCE,
        REGENCY,
        ("content/regulasi/uu-1-2020.md", itself.as_str()),
        ("content/regulasi/uu-2-2020.md", old.as_str()),
        ("content/daerah/61.11-ku/desa.csv", table),
    ];
    all.extend(files);
    let (project, d) = project(&all);
    let project = project.unwrap();
    let as_of = "2026-11-22".parse().unwrap();
    let editions = project.edition_codes().iter().filter_map(|code| project.edition(code, as_of, &d)).map(Arc::new).collect();
    Plan::new(editions, Arc::clone(&project.theme))
}

fn regency(plan: &Plan) -> &EditionPlan {
    plan.edition(&EditionCode::parse("61.11").unwrap()).unwrap()
}

/// `lapor/ T: uu-1-2020 Pasal 1 | uu-2-2020`
fn told(grounds: &Grounds) -> Vec<String> {
    let names = |places: &[usize]| places.iter().map(|at| String::from(grounds.laws[*at].clone())).collect::<Vec<_>>().join(", ");
    let line = |item: &Grounded| format!("{} {}: {} | {}", item.id, item.title, names(&item.law), names(&item.past));
    grounds.items.iter().map(line).collect()
}

#[test]
fn what_a_page_rests_on_and_what_it_only_tells_of() {
    let plan = planned(&[
        (
            "content/halaman/a.md",
            "---\njudul: A {{ daerah.nama }}\ndasar: [{ regulasi: uu-1-2020, pasal: Keseluruhan }]\n---\n[x](regulasi:uu-2-2020 \"historis\")\n",
        ),
        (
            "content/halaman/b.md",
            "---\njudul: B\n---\n[x](regulasi:uu-1-2020#pasal-2-ayat-1) [y](regulasi:uu-1-2020#pasal-2-ayat-1 \"historis\")\n",
        ),
        ("content/halaman/c.md", "---\njudul: C\n---\n{{ tenggat }}\n"),
        ("content/halaman/d.md", "---\njudul: D\n---\nTanpa hukum.\n"),
        ("content/halaman/e.md", "---\njudul: E\n---\n{{ daftar: regulasi, id: uu-2-2020 }}\n"),
        (
            "content/pelaporan.yaml",
            "tenggat:\n  - { id: t, rezim: pemilu, hal: h, nilai: 7, satuan: hari, jenis_hari: kerja, dasar: [{ regulasi: uu-1-2020, pasal: Pasal 1 }], sumber: x, keyakinan: tinggi }\n",
        ),
    ]);
    let grounds = of_site(regency(&plan));
    assert_eq!(grounds.at, "https://uji.go.id/61.11/");
    let expected = [
        "a/ A Kayong Utara: uu-1-2020 | uu-2-2020",
        "b/ B: uu-1-2020 Pasal 2 ayat (1) | ",
        "c/ C: uu-1-2020 Pasal 1 | ",
        "e/ E: uu-2-2020 | ",
        "regulasi/uu-1-2020/ UU 1/2020: T:  | uu-2-2020 Pasal 1",
        "regulasi/uu-2-2020/ UU 2/2020: T: uu-1-2020 Pasal 1 | ",
    ];
    assert_eq!(told(&grounds), expected);
    let json = serde_json::to_string(&grounds).unwrap();
    assert_eq!(serde_json::from_str::<Grounds>(&json).unwrap(), grounds, "{json}");
}

/// Words count as links do, in bodies and in front matter; what is said on purpose of the past is past.
#[test]
fn law_that_is_cited_in_words() {
    let plan = planned(&[
        ("content/halaman/a.md", "---\njudul: A\n---\nMenurut Pasal 1 Undang-Undang Nomor 1 Tahun 2020, netral itu wajib.\n"),
        (
            "content/halaman/b.md",
            "---\njudul: B\nringkas: Dahulu UU 2/2020.\nsengaja_menyebut: [uu-2-2020]\n---\nDan UU No. 1/2020.\n",
        ),
        ("content/halaman/c.md", "---\njudul: C\n---\nUU 9/2020 tidak ada dalam isi.\n"),
        ("content/cetak/d.md", "---\njudul: D\nformat: x\npoin: [Taat Pasal 1 UU 1/2020]\n---\n"),
    ]);
    let site = told(&of_site(regency(&plan)));
    let expected = ["a/ A: uu-1-2020 Pasal 1 | ", "b/ B: uu-1-2020 | uu-2-2020"];
    assert_eq!(
        site.iter().filter(|line| !line.starts_with("regulasi/")).collect::<Vec<_>>(),
        expected.iter().collect::<Vec<_>>()
    );
    assert_eq!(told(&of_paper(regency(&plan))), ["d D: uu-1-2020 Pasal 1 | "]);
}

#[test]
fn a_sheet_has_its_villages_and_copies_once() {
    let plan = planned(&[
        (
            "content/cetak/b.md",
            "---\njudul: Brosur\nformat: x\nper_desa: true\njenis_desa: [desa]\ndasar: [{ regulasi: uu-1-2020, pasal: Pasal 1 }]\n---\n",
        ),
        (
            "content/cetak/c.md",
            "---\njudul: Lain\nformat: x\nper_desa: true\njenis_desa: [desa]\ndasar: [{ regulasi: uu-1-2020, pasal: Pasal 1 }]\n---\n",
        ),
        ("content/cetak/d.md", "---\njudul: Dari halaman\nformat: x\nisi: halaman:p\n---\n"),
        ("content/halaman/p.md", "---\njudul: P\n---\n[x](regulasi:uu-2-2020#pasal-1)\n"),
    ]);
    let grounds = of_paper(regency(&plan));
    assert_eq!(grounds.villages, ["61.11.01.2001-2002"]);
    let expected = ["b Brosur: uu-1-2020 Pasal 1 | ", "c Lain: uu-1-2020 Pasal 1 | ", "d Dari halaman: uu-2-2020 Pasal 1 | "];
    assert_eq!(told(&grounds), expected);
    let more: Vec<_> = grounds.items.iter().map(|item| (item.villages, item.copies)).collect();
    assert_eq!(more, [(Some(0), Some(50)), (Some(0), None), (None, None)]);
    assert!(of_paper(&plan.editions[0]).items.iter().all(|item| item.villages.is_none()), "the country has no villages");
}
