//! The longest and the strangest village names of the official list on every sheet that names a village: each fits, or the build says which
//! does not. Source: `data/wilayah/villages.csv` (idn-area-data, Open Database License 1.0, see docs/data-wilayah.md).

use std::collections::BTreeSet;

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

#[test]
fn they_fit_or_are_named() {
    let known = official();
    assert!(STRANGE.iter().all(|name| known.contains(*name)), "a strange name is not official");
    let names: Vec<String> = longest().into_iter().chain(STRANGE.map(str::to_owned)).collect();
    let table = |names: &[String]| Project::bundled().write("content/daerah/61.11-kayong-utara/desa.csv", table(names));
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
    // What is printed shows the whole name, however its lines are broken.
    let squeezed = |text: &str| {
        text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{ad}' && *letter != '-').collect::<String>()
    };
    let mut sheets = 0;
    for file in walkdir::WalkDir::new(project.path("output/cetak/61.11")).into_iter().map(Result::unwrap) {
        let path = file.into_path();
        let own = path.parent().unwrap().ends_with("desa") && path.extension().is_some_and(|ending| ending == "pdf");
        if own {
            let text = squeezed(&tools::pdf_text(&path));
            let shown = fitting.iter().filter(|name| text.contains(&squeezed(name))).count();
            assert!(shown >= 1, "{}: {text}", path.display());
            sheets += 1;
        }
    }
    assert!(sheets >= fitting.len(), "{sheets} sheets");
}
