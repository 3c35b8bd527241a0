//! The longest and the strangest village names of the official list on every sheet that names a village: each fits, or the build says which
//! does not. Source: `data/wilayah/villages.csv` (idn-area-data, Open Database License 1.0, see docs/data-wilayah.md).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::harness::{Project, repository, tools};

/// Names with quotes, brackets, slashes, stars and marks that no keyboard has; the shortest; one with the longest word.
const STRANGE: [&str; 10] = [
    "Ta",
    "T\"Singa",
    "Teuw*",
    "Bu Nuapu\u{2019}u",
    "Matang Glumpang Dua Mns. Timu (X)",
    "Perk. Tolan I/II",
    "Roroan Barra'-Barra'",
    "Leragawi/Megagirakuk",
    "Sibarani Nasampulu/Namungkup",
    "Kedungpomahanwetan",
];

/// All names of the official list.
fn official() -> BTreeSet<String> {
    let mut rows = csv::Reader::from_path(repository("data/wilayah/villages.csv")).unwrap();
    rows.records().map(|row| row.unwrap()[2].to_owned()).collect()
}

fn longest() -> Vec<String> {
    let mut names: Vec<String> = official().into_iter().collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    names.truncate(10);
    names
}

/// The table of Kayong Utara with these names, desa and kelurahan in turn.
fn table(names: &[String]) -> String {
    let row = |(index, name): (usize, &String)| {
        let (kind, number) = if index % 2 == 0 { ("desa", 2001 + index) } else { ("kelurahan", 1001 + index) };
        format!("61.11.01.{number},\"{}\",Sukadana,{kind}\n", name.replace('"', "\"\""))
    };
    let rows: String = names.iter().enumerate().map(row).collect();
    format!("kode,nama,kecamatan,jenis\n{rows}")
}

/// The folder of the kabupaten that prints them.
const FOLDER: &str = "content/daerah/61.11-kayong-utara";

/// Every piece of the bundled content with a sheet a village, of any office: what its file says, by a name of its own.
fn pieces() -> BTreeMap<String, String> {
    let files = walkdir::WalkDir::new(repository("content")).sort_by_file_name().into_iter().map(Result::unwrap);
    let files =
        files.map(walkdir::DirEntry::into_path).filter(|path| path.parent().is_some_and(|folder| folder.ends_with("cetak")));
    let read = files.filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), std::fs::read_to_string(&path).ok()?)));
    let mut pieces = BTreeMap::new();
    for (id, text) in read.filter(|(_, text)| text.contains("\nper_desa: true\n")) {
        pieces.insert(format!("{id}-{}", pieces.len()), text);
    }
    pieces
}

/// The names that a file shows whole, however its lines are broken.
fn shown(path: &Path, names: &[String]) -> BTreeSet<String> {
    let squeezed = |text: &str| {
        text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{ad}' && *letter != '-').collect::<String>()
    };
    let text = squeezed(&tools::pdf_text(path));
    names.iter().filter(|name| text.contains(&squeezed(name))).cloned().collect()
}

/// Below a piece's folder: the names in the files of single villages, in those that go to the shop, and in those for the office's printer.
fn printed(folder: &Path, names: &[String]) -> [BTreeSet<String>; 3] {
    let mut found = [BTreeSet::new(), BTreeSet::new(), BTreeSet::new()];
    for file in walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap) {
        let path = file.into_path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let kind = match path.parent().unwrap().ends_with("desa") {
            _ if !name.ends_with(".pdf") || ["daftar-sebar", "tanda-terima", "_susun"].iter().any(|list| name.contains(list)) => {
                continue;
            }
            true => 0,
            false if name.contains("printer-kantor") => 2,
            false => 1,
        };
        let names = shown(&path, names);
        assert!(!names.is_empty(), "{} names no village", path.display());
        found[kind].extend(names);
    }
    found
}

/// The names that all lists of a piece show whole: who gets how many, and who signed for them.
fn listed(folder: &Path, names: &[String]) -> BTreeSet<String> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
    let is_list = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        ["daftar-sebar", "tanda-terima"].iter().any(|list| name.contains(list))
    };
    let lists: Vec<BTreeSet<String>> = files.filter(is_list).map(|path| shown(&path, names)).collect();
    assert_eq!(lists.len(), 2, "{}", folder.display());
    lists.into_iter().reduce(|one, other| &one & &other).unwrap_or_default()
}

/// An address as offices have it, with all that belongs to it; the panels that show it have room for as much.
const ADDRESS: &str = "Jalan Raden Intan Nomor 12, Kelurahan Way Mengaku, Kecamatan Balik Bukit, Lampung Barat 34812";

/// The bundled content, and in one kabupaten every per-village piece of every office again, one file a village. Its office has a long address.
fn project() -> Project {
    let project = Project::bundled();
    let office = "Jalan Contoh Nomor 3, Kecamatan Sukadana";
    let project = project.edit(&format!("{FOLDER}/daerah.yaml"), office, ADDRESS);
    // Three copies for each village: what is handed out has its lists.
    let wanted: String = pieces().keys().map(|id| format!("  - {{ id: {id}, jumlah: 3 }}\n")).collect();
    let project = project.write(&format!("{FOLDER}/percetakan.yaml"), format!("pesan:\n{wanted}"));
    pieces().into_iter().fold(project, |project, (id, text)| {
        let text = text.replacen("\nper_desa: true\n", "\nper_desa: true\ngabung: desa\n", 1);
        project.write(&format!("{FOLDER}/cetak/{id}.md"), text)
    })
}

#[test]
fn they_fit_or_are_named() {
    let known = official();
    assert!(STRANGE.iter().all(|name| known.contains(*name)), "a strange name is not official");
    let names: Vec<String> = longest().into_iter().chain(STRANGE.map(str::to_owned)).collect();
    let table = |names: &[String]| project().write(&format!("{FOLDER}/desa.csv"), table(names));
    let run = |project: &Project| project.build(&["--only", "print", "--region", "61.11"]);
    let project = table(&names);
    let first = run(&project);
    // A name that does not fit is an error that names its village; without those the rest is printed.
    let refused: Vec<&String> = names.iter().filter(|name| first.stderr.contains(&format!("desa `{name}`"))).collect();
    let fitting: Vec<String> = names.iter().filter(|name| !refused.contains(name)).cloned().collect();
    assert_eq!(first.code, i32::from(!refused.is_empty()), "{}", first.stderr);
    assert!(refused.len() <= 2, "only the very longest may be refused: {refused:?}");
    let project = if refused.is_empty() { project } else { table(&fitting) };
    run(&project).expect_code(0);
    let at = |id: &str| printed(&project.path(&format!("output/cetak/61.11/{id}")), &fitting);
    let own = pieces();
    assert!(own.len() >= 5, "{:?}", own.keys());
    let mut all = BTreeSet::new();
    for id in own.keys() {
        // One file a village: the office's printer gets them by kecamatan.
        let [single, merged, office] = at(id);
        assert!(!single.is_empty() && merged.is_empty(), "{id}: {single:?} {merged:?}");
        assert_eq!(single, office, "{id}: copies for the office");
        assert_eq!(single, listed(&project.path(&format!("output/cetak/61.11/{id}")), &fitting), "{id}: lists");
        all.extend(single);
    }
    assert_eq!(all, fitting.iter().cloned().collect());
    // The sheet that all village heads sign has a row for each desa, and every other village is one.
    let desa: BTreeSet<String> = fitting.iter().step_by(2).cloned().collect();
    assert_eq!(at("lembar-ikrar-kades-serentak")[1], desa, "rows to sign on");
    // Those of the country as they are: one file of all.
    let national: BTreeSet<String> = ["brosur-kelurahan", "brosur-warga", "selebaran-warga"].map(str::to_owned).into();
    let of_country = own.keys().map(|id| id.rsplit_once('-').unwrap().0.to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(of_country, national, "a new per-village piece: name it here");
    for id in national {
        let [single, merged, office] = at(&id);
        assert!(!single.is_empty(), "{id}");
        assert_eq!((&single, &single), (&merged, &office), "{id}");
    }
}
