//! The overlay as a table, and what an edition makes of placeholders and directives.

mod layers;

use snapbox::{IntoData, assert_data_eq, str};

use super::{Edition, EditionCode};
use crate::content::RegionCode;
use crate::diagnostics::Diagnostics;
use crate::markdown::Placeholder;
use crate::project::sample::{PROVINCE, REGENCY, codes, project, told};

const PAGE: &str = "content/halaman/tes.md";
const IN_PROVINCE: &str = "content/daerah/61-kalbar/halaman/tes.md";
const IN_REGENCY: &str = "content/daerah/61.11-ku/halaman/tes.md";

const NATIONAL_TEXT: &str = "---\njudul: Nasional\n---\nisi\n";
const LOCKED_TEXT: &str = "---\njudul: Nasional\nterkunci: true\n---\nisi\n";
const PROVINCE_TEXT: &str = "---\njudul: Provinsi\n---\nisi\n";
const REGENCY_TEXT: &str = "---\njudul: Kabupaten\n---\nisi\n";
const REMOVED: &str = "---\nhapus: true\n---\n";
const DRAFT: &str = "---\njudul: Draf\ndraf: true\n---\nisi\n";

/// Resolves one edition of a sample, as of a day on which nothing has expired.
fn edition(files: &[(&str, &str)], code: &str) -> (Option<Edition>, Diagnostics) {
    let (project, d) = project(files);
    let code = RegionCode::new(code).map_or(EditionCode::National, EditionCode::Region);
    let as_of = "2026-11-22".parse().unwrap();
    (project.and_then(|project| project.edition(&code, as_of, &d)), d)
}

/// The law leaves the word to the region: `Kepala Desa atau sebutan lain`.
#[test]
fn a_village_head_is_called_as_the_region_says() {
    let said = |own: &str| {
        let region = format!("kode: \"61.11\"\nnama: Kayong Utara\n{own}");
        let (edition, d) = edition(&[PROVINCE, ("content/daerah/61.11-ku/daerah.yaml", &region)], "61.11");
        assert!(!told(d).contains("sebutan_kepala_desa"));
        let edition = edition.unwrap();
        [Placeholder::VillageHead, Placeholder::VillageHeadWithin].map(|placeholder| edition.value(placeholder).unwrap())
    };
    assert_eq!(said(""), ["Kepala desa", "kepala desa"]);
    assert_eq!(said("sebutan_desa: Pekon\n"), ["Kepala desa", "kepala desa"]);
    assert_eq!(said("sebutan_kepala_desa: Wali Nagari\n"), ["Wali Nagari", "wali nagari"]);
    assert_eq!(edition(&[PROVINCE, REGENCY], "").0.unwrap().value(Placeholder::VillageHead).as_deref(), Some("Kepala desa"));
}

/// What national, province and kabupaten say; the title shown; the codes of the problems.
type Row = (Option<&'static str>, Option<&'static str>, Option<&'static str>, Option<&'static str>, &'static [&'static str]);

/// Each row: what national, province and kabupaten say of one file, the title that the kabupaten's
/// edition shows (none: no such page), and the codes of the problems besides those of the region.
#[test]
fn the_nearest_layer_wins_unless_the_file_is_locked() {
    let rows: [Row; 14] = [
        (None, None, None, None, &[]),
        (Some(NATIONAL_TEXT), None, None, Some("Nasional"), &[]),
        (Some(NATIONAL_TEXT), Some(PROVINCE_TEXT), None, Some("Provinsi"), &[]),
        (Some(NATIONAL_TEXT), None, Some(REGENCY_TEXT), Some("Kabupaten"), &[]),
        (Some(NATIONAL_TEXT), Some(PROVINCE_TEXT), Some(REGENCY_TEXT), Some("Kabupaten"), &[]),
        (None, Some(PROVINCE_TEXT), None, Some("Provinsi"), &[]),
        (None, None, Some(REGENCY_TEXT), Some("Kabupaten"), &[]),
        (Some(NATIONAL_TEXT), Some(REMOVED), None, None, &[]),
        (Some(NATIONAL_TEXT), Some(REMOVED), Some(REGENCY_TEXT), Some("Kabupaten"), &[]),
        (Some(NATIONAL_TEXT), None, Some(REMOVED), None, &[]),
        (None, None, Some(REMOVED), None, &["S221"]),
        (Some(LOCKED_TEXT), None, Some(REGENCY_TEXT), Some("Nasional"), &["S220"]),
        (Some(LOCKED_TEXT), Some(REMOVED), None, Some("Nasional"), &["S220"]),
        (Some(NATIONAL_TEXT), None, Some(DRAFT), Some("Nasional"), &[]),
    ];
    for (national, province, regency, shown, problems) in rows {
        let layers = [(PAGE, national), (IN_PROVINCE, province), (IN_REGENCY, regency)];
        let mut files = vec![PROVINCE, REGENCY];
        files.extend(layers.iter().filter_map(|(path, text)| text.map(|text| (*path, text))));
        let (edition, d) = edition(&files, "61.11");
        let edition = edition.unwrap();
        let title = edition.pages.get("tes").map(|item| item.data.meta.title.value.as_str());
        assert_eq!(title, shown, "{national:?} {province:?} {regency:?}");
        let raised: Vec<_> = codes(d).into_iter().filter(|code| code.starts_with("S2")).collect();
        assert_eq!(raised, problems, "{national:?} {province:?} {regency:?}");
    }
}

#[test]
fn a_region_does_not_leak_into_its_neighbours() {
    let files = [PROVINCE, REGENCY, (PAGE, NATIONAL_TEXT), (IN_REGENCY, REGENCY_TEXT)];
    for (code, shown) in [("nasional", "Nasional"), ("61", "Nasional"), ("61.11", "Kabupaten")] {
        let (edition, _) = edition(&files, code);
        assert_eq!(edition.unwrap().pages["tes"].data.meta.title.value, shown, "{code}");
    }
}

#[test]
fn a_locked_file_says_where_it_is_locked() {
    let files = [PROVINCE, REGENCY, (PAGE, LOCKED_TEXT), (IN_REGENCY, REGENCY_TEXT)];
    let (_, d) = edition(&files, "61.11");
    let told = told(d);
    assert!(told.contains("galat[S220]: `halaman/tes.md` terkunci dan tidak dapat diganti daerah"), "{told}");
    assert!(told.contains("content/daerah/61.11-ku/halaman/tes.md:2:1"), "{told}");
    assert!(told.contains("dikunci di `content/halaman/tes.md`"), "{told}");
}

#[test]
fn an_office_keeps_its_own_gaps() {
    let bare = ("content/daerah/61.11-ku/daerah.yaml", "kode: \"61.11\"\nnama: Kayong Utara\n");
    let page = (PAGE, "---\njudul: Telepon {{ kantor.telepon }}\n---\nisi\n");
    let (edition, _) = edition(&[PROVINCE, bare, page], "61.11");
    let edition = edition.unwrap();
    let title = edition.fill(&edition.pages["tes"].data.meta.title);
    assert_eq!(title, "Telepon (belum diisi)", "the number of another office would be a wrong number");
}

#[test]
fn deadlines_stand_beside_their_regime() {
    let deadlines = "tenggat:\n  - { id: a, rezim: pemilu, hal: Melapor, nilai: 7, satuan: hari, jenis_hari: kerja, sumber: x, keyakinan: tinggi }\n  - { id: b, rezim: pilkada, hal: Melapor, nilai: 7, satuan: hari, jenis_hari: kalender, sumber: x, keyakinan: tinggi }\n";
    let files = [("content/pelaporan.yaml", deadlines), (PAGE, "---\njudul: T\n---\n{{ tenggat: semua, rezim: pilkada }}\n")];
    let (edition, d) = edition(&files, "nasional");
    let edition = edition.unwrap();
    assert!(!d.has_errors(), "{}", told(d));
    let text = edition.visible_text(&edition.pages["tes"].body);
    assert!(text.contains("Pilkada") && text.contains("7 hari kalender"), "{text}");
    assert!(!text.contains("kerja"), "{text}");
}

/// The ids of the channels that the kabupaten shows, with their names, and everything that is told.
fn channels(national: &str, province: &str, regency: &str) -> (Vec<String>, String) {
    let file = |entries: &str| format!("saluran:\n{entries}");
    let (national, province, regency) = (file(national), file(province), file(regency));
    let mut files = vec![PROVINCE, REGENCY, ("content/pelaporan.yaml", national.as_str())];
    let regional = [("content/daerah/61-kalbar/pelaporan.yaml", &province), ("content/daerah/61.11-ku/pelaporan.yaml", &regency)];
    files.extend(regional.iter().filter(|(_, text)| text.len() > "saluran:\n".len()).map(|(path, text)| (*path, text.as_str())));
    let (edition, d) = edition(&files, "61.11");
    let names = edition.unwrap().reporting.channels.with_ids().map(|(id, entry)| format!("{id}: {}", entry.name.value)).collect();
    (names, told_without(d, "S407"))
}

/// What is told besides one code.
fn told_without(d: Diagnostics, code: &str) -> String {
    let rest: Vec<_> = d.into_sorted().into_iter().filter(|problem| problem.code != code).collect();
    crate::diagnostics::render::human(&rest, false)
}

/// An entry of `saluran`.
fn channel(id: &str, name: &str, more: &str) -> String {
    format!("  - {{ id: {id}, nama: {name}, cara: c, rezim: pemilu, sumber: x, keyakinan: tinggi{more} }}\n")
}

#[test]
fn entries_of_data_files_are_laid_by_their_id() {
    let national = channel("a", "Satu", "") + &channel("b", "Dua", "") + &channel("c", "Tiga", "");
    let province = channel("b", "Provinsi", "") + "  - { id: c, hapus: true }\n";
    let (names, told) = channels(&national, &province, &(channel("d", "Baru", "") + &channel("a", "Kabupaten", "")));
    assert_eq!(names, ["a: Kabupaten", "b: Provinsi", "d: Baru"], "an override stands where the overridden stood");
    assert_eq!(told, "");
}

#[test]
fn a_locked_entry_says_where_it_is_locked() {
    let (names, told) =
        channels(&channel("a", "Satu", ", terkunci: true"), "  - { id: a, hapus: true }\n", &channel("a", "Lain", ""));
    assert_eq!(names, ["a: Satu"]);
    assert_data_eq!(
        told,
        str![[r#"
galat[S220]: `a` di `pelaporan.yaml` terkunci dan tidak dapat diganti daerah
 --> content/daerah/61-kalbar/pelaporan.yaml:2:11
  |
2 |   - { id: a, hapus: true }
  |           ^
  |
 ::: content/pelaporan.yaml:2:11
  |
2 |   - { id: a, nama: Satu, cara: c, rezim: pemilu, sumber: x, keyakinan: tinggi, terkunci: true }
  |           - dikunci di `content/pelaporan.yaml`
  |
  = sebab: isi resmi harus sama di semua daerah
  = saran: hapus entri ini; bila perlu, tambahkan entri baru dengan `id` lain

galat[S220]: `a` di `pelaporan.yaml` terkunci dan tidak dapat diganti daerah
 --> content/daerah/61.11-ku/pelaporan.yaml:2:11
  |
2 |   - { id: a, nama: Lain, cara: c, rezim: pemilu, sumber: x, keyakinan: tinggi }
  |           ^
  |
 ::: content/pelaporan.yaml:2:11
  |
2 |   - { id: a, nama: Satu, cara: c, rezim: pemilu, sumber: x, keyakinan: tinggi, terkunci: true }
  |           - dikunci di `content/pelaporan.yaml`
  |
  = sebab: isi resmi harus sama di semua daerah
  = saran: hapus entri ini; bila perlu, tambahkan entri baru dengan `id` lain

"#]]
        .raw()
    );
}

#[test]
fn an_entry_that_is_not_there_cannot_be_removed() {
    let (names, told) = channels(&channel("a", "Satu", ""), "", "  - { id: b, hapus: true }\n");
    assert_eq!(names, ["a: Satu"]);
    assert_data_eq!(
        told,
        str![[r#"
peringatan[S221]: tidak ada `b` di `pelaporan.yaml` yang dapat dihapus
 --> content/daerah/61.11-ku/pelaporan.yaml:2:11
  |
2 |   - { id: b, hapus: true }
  |           ^
  |
  = saran: periksa `id`-nya, atau hapus entri ini

"#]]
        .raw()
    );
}

#[test]
fn an_entry_stands_once_in_a_file() {
    let (names, told) = channels(&(channel("a", "Satu", "") + &channel("a", "Dua", "")), "", "");
    assert_eq!(names, ["a: Satu"]);
    assert_data_eq!(
        told,
        str![[r#"
galat[S149]: `id: a` tertulis dua kali dalam `saluran`
 --> content/pelaporan.yaml:3:11
  |
2 |   - { id: a, nama: Satu, cara: c, rezim: pemilu, sumber: x, keyakinan: tinggi }
  |           - yang pertama di sini
3 |   - { id: a, nama: Dua, cara: c, rezim: pemilu, sumber: x, keyakinan: tinggi }
  |           ^
  |
  = saran: beri salah satunya `id` lain, atau hapus yang tidak dipakai

"#]]
        .raw()
    );
}

#[test]
fn lists_follow_their_filters_and_order() {
    let sanction = |title: &str, group: &str, order: u8| {
        format!(
            "---\njudul: {title}\nkelompok: {group}\ntingkat: x\nrezim: umum\nstatus: berlaku\nsumber: x\nkeyakinan: tinggi\nurutan: {order}\n---\nisi\n"
        )
    };
    let (a, b, c) = (sanction("Satu", "disiplin", 2), sanction("Dua", "disiplin", 1), sanction("Tiga", "pidana", 0));
    let files = [
        ("content/sanksi/satu.md", a.as_str()),
        ("content/sanksi/dua.md", b.as_str()),
        ("content/sanksi/tiga.md", c.as_str()),
        (PAGE, "---\njudul: T\n---\n{{ daftar: sanksi, kelompok: disiplin }}\n"),
        ("content/halaman/satu.md", "---\njudul: T\n---\n{{ daftar: sanksi, paling: 1 }}\n"),
    ];
    let (edition, d) = edition(&files, "nasional");
    let edition = edition.unwrap();
    let words = |page: &str| edition.visible_text(&edition.pages[page].body).split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words("tes"), "Dua Satu");
    assert_eq!(words("satu"), "Tiga");
    assert!(!d.has_errors(), "{}", told(d));
}

/// What an edition orders of a piece: its own number, else that of its village table; never the number of a national file.
#[test]
fn only_the_office_itself_orders() {
    let piece = |more: &str| format!("---\njudul: T\nringkas: R\nformat: brosur\n{more}---\nisi\n");
    let (one, each) = (piece("jumlah: 6\n"), piece("per_desa: true\njumlah: 6\n"));
    let table = "kode,nama,kecamatan,jenis,tes\n61.11.01.2001,Sutera,Sukadana,desa,50\n61.11.01.2002,Baru,Sukadana,desa,\n61.11.01.2003,Lama,Sukadana,desa,0\n";
    let (national, own) = ("content/cetak/tes.md", "content/daerah/61.11-ku/cetak/tes.md");
    let wanted = |copies: u32| format!("pesan:\n  - {{ id: tes, jumlah: {copies} }}\n");
    let (none, some) = (wanted(0), wanted(24));
    let (orders, above) = ("content/daerah/61.11-ku/percetakan.yaml", "content/daerah/61-kalbar/percetakan.yaml");
    // Files; copies of the piece; what is suggested; villages in the shop's file; villages that were forgotten.
    type Case<'a> = (&'a [(&'a str, &'a str)], Option<u64>, Option<u64>, usize, usize);
    let cases: [Case<'_>; 9] = [
        (&[(national, &one)], None, Some(6), 0, 0),
        (&[(own, &one)], Some(6), None, 0, 0),
        (&[(national, &one), (orders, &some)], Some(24), None, 0, 0),
        (&[(own, &one), (orders, &none)], None, None, 0, 0),
        (&[(national, &one), (above, &some)], None, Some(6), 0, 0),
        (&[(national, &each)], Some(50), None, 1, 1),
        (&[(own, &each)], Some(56), None, 2, 0),
        (&[(national, &each), (orders, &some)], Some(74), None, 2, 0),
        (&[(national, &each), (orders, &none)], None, None, 3, 0),
    ];
    for (files, copies, suggested, bound, forgotten) in cases {
        let mut all = vec![PROVINCE, REGENCY, ("content/daerah/61.11-ku/desa.csv", table)];
        all.extend(files);
        let edition = edition(&all, "61.11").0.unwrap();
        let piece = &edition.pieces["tes"].data;
        assert_eq!((edition.copies(piece), edition.suggested(piece)), (copies, suggested), "{files:?}");
        assert_eq!(
            (edition.bound_villages(piece).len(), edition.forgotten_villages(piece).len()),
            (bound, forgotten),
            "{files:?}"
        );
    }
    let nation = edition(&[(national, &one)], "nasional").0.unwrap();
    assert_eq!(nation.copies(&nation.pieces["tes"].data), None, "a national file is for all offices");
}

/// `Gampong Teungoh` is the whole name of a gampong; `Gampong Gampong Teungoh` would stand on its leaflet.
#[test]
fn a_name_that_begins_with_the_word_for_it_has_it_once() {
    let region = "kode: \"61.11\"\nnama: Kayong Utara\nsebutan_desa: gampong\n";
    let table = "kode,nama,kecamatan,jenis\n61.11.01.2001,Gampong Teungoh,K,desa\n61.11.01.2002,Gampongan,K,desa\n61.11.01.2003,Gampong,K,desa\n61.11.01.2004,Lek-Lek,K,desa\n";
    let files = [PROVINCE, ("content/daerah/61.11-ku/daerah.yaml", region), ("content/daerah/61.11-ku/desa.csv", table)];
    let edition = edition(&files, "61.11").0.unwrap();
    let titles: Vec<String> = edition.villages.iter().map(|village| edition.village_title(village)).collect();
    assert_eq!(titles, ["Gampong Teungoh", "Gampong Gampongan", "Gampong Gampong", "Gampong Lek-Lek"]);
    let names = edition.village_names();
    assert_eq!(names["61.11.01.2001"], "Gampong Teungoh", "a list of names has it whole");
}
