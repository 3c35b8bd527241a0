//! Every QR code on every sheet, read off the rendered page by a program that is not ours, leads to a
//! page that exists.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::harness::built::{Built, bundled};
use crate::harness::{repository, tools};

/// The address that the bundled content prints before every path.
const HOST: &str = "https://contoh.go.id/";

/// Pixels on the longest side of a rendered page: on a banner a module is then four pixels wide.
const LONGEST_SIDE: &str = "1800";

/// Pages of a file that are looked at: slides have their code on the last.
const MOST_PAGES: usize = 20;

/// The addresses in the codes of a file.
fn codes(pdf: &Path, first: usize, last: usize) -> BTreeSet<String> {
    let folder = tempfile::tempdir().unwrap();
    let (first, last) = (first.to_string(), last.to_string());
    let options = ["-gray", "-scale-to", LONGEST_SIDE, "-f", &first, "-l", &last].map(Path::new);
    let target = folder.path().join("halaman");
    tools::content("pdftoppm", options.into_iter().chain([pdf, target.as_path()]));
    let mut pages: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    let options = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"].map(Path::new);
    let said = tools::output("zbarimg", options.into_iter().chain(pages.iter().map(PathBuf::as_path)));
    String::from_utf8(said.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// Whether an address is a page of the built site.
fn exists(built: &Built, address: &str) -> bool {
    let inside = address.strip_prefix(HOST).unwrap_or_else(|| panic!("{address} leads elsewhere"));
    inside.ends_with('/') && built.output(&format!("situs/{inside}index.html")).is_file()
}

/// The line of a front matter or a format that begins with `key`.
fn value(text: &str, key: &str) -> Option<String> {
    text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':')).map(|value| value.trim().to_owned())
}

/// The path that the code of a piece must lead to from its edition; none when its format has no code, because it is seen from
/// where none can be read.
fn target(file: &Path) -> Option<String> {
    // `cetak/<edition>/<piece>/…`, or the pieces of recipients one folder below.
    let parents = file.ancestors().skip(1).map(|folder| folder.file_name().unwrap().to_str().unwrap());
    let folder = parents.into_iter().find(|folder| *folder != "penerima").unwrap();
    let piece = std::fs::read_to_string(repository(&format!("content/cetak/{folder}.md"))).unwrap();
    let format = repository(&format!("themes/suluh/formats/{}.yaml", value(&piece, "format").unwrap()));
    value(&std::fs::read_to_string(format).unwrap(), "qr")?;
    Some(value(&piece, "qr").map_or_else(|| "lapor/".to_owned(), |path| path.trim_start_matches('/').to_owned()))
}

/// Where the code of a sheet must lead: a village's to its page, any other where its piece says.
fn expected(file: &Path) -> Option<String> {
    let name = file.file_stem().unwrap().to_str().unwrap();
    let is_edition = |part: &&str| *part == "nasional" || part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let edition = file.iter().rev().find_map(|part| part.to_str().filter(is_edition));
    let root = edition.filter(|code| *code != "nasional").map_or_else(String::new, |code| format!("{code}/"));
    let village = name.split(['-', '_']).find(|part| part.matches('.').count() == 3);
    let path = village.map_or_else(|| target(file), |village| Some(format!("d/{village}/")));
    path.map(|path| format!("{HOST}{root}{path}"))
}

#[test]
fn each_leads_to_its_page() {
    let built = bundled();
    // All villages in one file, beside the folder with one for each.
    let merged = |file: &Path| file.with_file_name("desa").is_dir();
    let all = built.press_files().into_iter().filter(|file| !merged(file));
    // Every sheet of one region; of the villages elsewhere, one in ten.
    let kept = |(index, file): &(usize, PathBuf)| {
        let of_village = file.iter().any(|part| part == "desa");
        !of_village || file.iter().any(|part| part == "61.11") || index % 10 == 0
    };
    let sheets: Vec<PathBuf> = all.enumerate().filter(kept).map(|(_, file)| file).collect();
    let wrong: Vec<String> = sheets
        .par_iter()
        .filter_map(|file| {
            let found = codes(file, 1, MOST_PAGES);
            let expected = expected(file);
            let right = found == BTreeSet::from_iter(expected.clone()) && expected.iter().all(|address| exists(built, address));
            (!right).then(|| format!("{}: {found:?}, not {expected:?}", file.display()))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let of_region = sheets.iter().filter(|file| file.iter().any(|part| part == "61.11")).count();
    assert!(of_region > 2 * 43, "{of_region} sheets: two pieces have one for each of 43 villages");
    assert!(sheets.len() > of_region + 90, "{} sheets", sheets.len());
}

/// The merged file holds the sheets of all villages in the order of their codes; the first and the
/// last are looked at.
#[test]
fn the_merged_leaflet_leads_to_each_village() {
    let built = bundled();
    let merged = built.output("cetak/61.11/brosur-warga/brosur-warga.pdf");
    let pages = lopdf::Document::load(&merged).unwrap().get_pages().len();
    let mut villages: Vec<PathBuf> = built.files("cetak/61.11/brosur-warga/desa", ".pdf");
    villages.sort_by_key(|file| expected(file));
    assert_eq!(pages, villages.len() * 2);
    for (first, village) in [(1, villages.first()), (pages - 1, villages.last())] {
        assert_eq!(codes(&merged, first, first + 1), BTreeSet::from_iter(expected(village.unwrap())));
    }
}
