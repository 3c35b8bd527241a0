//! The list of what is to be printed anew over several runs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{Entry, Office, Reprints, Sheet, Sheets, Stale, Way, merged, said};
use crate::content::EditionCode;
use crate::source::Date;

const FIRST: &str = "2026-11-22";
const SECOND: &str = "2026-11-24";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn stale(way: Way, changed: &str, whose: Option<&str>) -> Stale {
    Stale {
        way,
        changed: day(changed),
        whose: whose.map(str::to_owned),
        name: whose.unwrap_or_default().to_owned(),
        printed: vec!["0".to_owned()],
        fresh: changed == SECOND,
    }
}

fn offices(pieces: &[(&str, usize, &str, Vec<Stale>)]) -> BTreeMap<EditionCode, Office> {
    let entry = |(id, of, kinds, stale): &(&str, usize, &str, Vec<Stale>)| {
        let entry = Entry { title: "Judul".to_owned(), of: *of, kinds: (*kinds).to_owned(), stale: stale.clone() };
        ((*id).to_owned(), entry)
    };
    let office = Office { name: "Kabupaten Kayong Utara".to_owned(), pieces: pieces.iter().map(entry).collect() };
    [(EditionCode::parse("61.11").unwrap(), office)].into_iter().collect()
}

/// Every form of a line.
fn sample() -> BTreeMap<EditionCode, Office> {
    let (ordered, other) = (Way::Ordered, Way::Unordered);
    let split = vec![
        stale(ordered, FIRST, Some("Sutera")),
        stale(ordered, FIRST, Some("Padang")),
        stale(ordered, SECOND, Some("Harapan")),
        stale(other, FIRST, Some("Teluk")),
    ];
    offices(&[
        ("brosur", 5, "pekon dan kelurahan", split),
        ("kartu", 0, "", vec![stale(Way::Sent, SECOND, None)]),
        ("selebaran", 2, "kelurahan", vec![stale(ordered, FIRST, Some("A")), stale(ordered, FIRST, Some("B"))]),
        ("spanduk", 0, "", vec![stale(other, SECOND, None)]),
        ("surat", 3, "penerima", vec![stale(ordered, FIRST, Some("Camat Sukadana"))]),
    ])
}

const LIST: &str = "Yang berubah sejak dicetak atau dikirim. Lembar yang dicetak sebelum hari yang disebut jangan dibagikan lagi.
Sudah diganti? Hapus baris bahannya di berkas ini, lalu simpan; bila semuanya sudah, hapus berkas ini.
Selama barisnya ada, bahan itu tetap disebut.

Kabupaten Kayong Utara (61.11)
Cetak ulang:
- Judul (brosur): berubah 22 November 2026; 2 dari 5 pekon dan kelurahan:
    Sutera, Padang
- Judul (brosur): berubah 24 November 2026; 1 dari 5 pekon dan kelurahan:
    Harapan
- Judul (selebaran): berubah 22 November 2026; semua kelurahan (2)
- Judul (surat): berubah 22 November 2026; 1 dari 3 penerima:
    Camat Sukadana
Kirim ulang:
- Judul (kartu): berubah 24 November 2026
Tidak dipesan; ganti hanya bila pernah dicetak atau dipakai:
- Judul (brosur): berubah 22 November 2026; 1 dari 5 pekon dan kelurahan:
    Teluk
- Judul (spanduk): berubah 24 November 2026
";

#[test]
fn what_is_ordered_stands_first_and_what_is_not_apart() {
    assert_eq!(said::text(&sample()), LIST);
    assert_eq!(said::text(&BTreeMap::new()), "Tidak ada yang perlu dicetak ulang.\n");
}

#[test]
fn each_line_is_understood_when_it_comes_back() {
    let standing = said::standing(LIST);
    assert_eq!(standing.len(), 7, "{standing:?}");
    let code = EditionCode::parse("61.11").unwrap();
    assert!(standing.contains(&(code, Way::Unordered, "brosur".to_owned(), day(FIRST))));
    let typed = format!("\u{FEFF}{}", LIST.replace('\n', "\r\n").replace("    ", "\t"));
    assert_eq!(said::standing(&typed), standing, "an editor of Windows");
    for nothing in ["", "- Judul (brosur): berubah 22 November 2026", "X (61.11)\n- Judul: berubah 22 November 2026", "(61.11"] {
        assert!(said::standing(nothing).is_empty(), "{nothing}");
    }
}

#[test]
fn the_terminal_tells_what_changed_and_what_waits() {
    let path = Path::new("x/cetak-ulang.txt");
    assert_eq!(
        said::lines(&sample(), path),
        [
            "Berubah: 1 bahan perlu dicetak ulang, 1 kartu perlu dikirim ulang, 1 bahan lain yang tidak dipesan; daftarnya di x/cetak-ulang.txt",
            "Masih menunggu: 2 bahan yang berubah sebelum ini; juga di daftar itu"
        ]
    );
    let old = offices(&[("surat", 3, "penerima", vec![stale(Way::Ordered, FIRST, Some("Camat"))])]);
    assert_eq!(said::lines(&old, path), ["Masih menunggu: 1 bahan yang berubah sebelum ini; daftarnya di x/cetak-ulang.txt"]);
    let new = offices(&[("spanduk", 0, "", vec![stale(Way::Ordered, SECOND, None)])]);
    assert_eq!(said::lines(&new, path), ["Berubah: 1 bahan perlu dicetak ulang; daftarnya di x/cetak-ulang.txt"]);
    let unordered = offices(&[("spanduk", 0, "", vec![stale(Way::Unordered, FIRST, None)])]);
    assert!(said::lines(&unordered, path).is_empty(), "nobody is reminded of what nobody ordered");
}

/// What is beside the output, run by run: lines stay until they are taken out, one by one or all at once.
#[test]
fn a_list_is_kept_until_its_lines_are_taken_out() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output");
    let report = |file: &str| folder.path().join("output-laporan").join(file);
    let read = |file: &str| fs::read_to_string(report(file)).unwrap();
    let list = Reprints { offices: sample(), ..Reprints::default() }.write(&output).unwrap();
    assert_eq!((list, read("cetak-ulang.txt").as_str()), (report("cetak-ulang.txt"), LIST));

    let before = fs::metadata(report("cetak-ulang.json")).unwrap().modified().unwrap();
    Reprints::read(&output).write(&output).unwrap();
    assert_eq!(read("cetak-ulang.txt"), LIST, "a run that found nothing");
    assert_eq!(fs::metadata(report("cetak-ulang.json")).unwrap().modified().unwrap(), before);

    let done = "- Judul (brosur): berubah 22 November 2026; 2 dari 5 pekon dan kelurahan:\n    Sutera, Padang\n";
    fs::write(report("cetak-ulang.txt"), LIST.replacen(done, "", 1)).unwrap();
    Reprints::read(&output).write(&output).unwrap();
    assert_eq!(read("cetak-ulang.txt"), LIST.replacen(done, "", 1));
    assert_eq!(Reprints::read(&output).offices.values().next().unwrap().pieces["brosur"].stale.len(), 2);

    // As a text of two bytes a character, which this program does not read.
    let wide: Vec<u8> = LIST.encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(report("cetak-ulang.txt"), wide).unwrap();
    assert_eq!(Reprints::read(&output).offices.values().next().unwrap().pieces.len(), 5);

    fs::remove_file(report("cetak-ulang.txt")).unwrap();
    let read_again = Reprints::read(&output);
    assert!(read_again.offices.is_empty());
    read_again.write(&output).unwrap();
    assert!(!report("cetak-ulang.txt").exists());
    assert_eq!(read("cetak-ulang.json"), "{\"version\":1,\"editions\":{}}");
}

#[test]
fn a_list_without_its_state_is_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output");
    let report = |file: &str| folder.path().join("output-laporan").join(file);
    fs::create_dir(folder.path().join("output-laporan")).unwrap();
    for state in [None, Some("{"), Some("{\"version\":2,\"editions\":{}}"), Some("{\"version\":1,\"editions\":{\"x\":{}}}")] {
        fs::write(report("cetak-ulang.txt"), "lama").unwrap();
        if let Some(state) = state {
            fs::write(report("cetak-ulang.json"), state).unwrap();
        }
        let mut reprints = Reprints::read(&output);
        reprints.write(&output).unwrap();
        assert_eq!(fs::read_to_string(report("cetak-ulang.txt")).unwrap(), "lama");
        reprints.offices = sample();
        reprints.write(&output).unwrap();
        let texts = ["cetak-ulang.txt", "cetak-ulang-lama.txt"].map(|file| fs::read_to_string(report(file)).unwrap());
        assert_eq!(texts, [LIST, "lama"], "{state:?}");
        for file in ["cetak-ulang.json", "cetak-ulang-lama.txt"] {
            fs::remove_file(report(file)).unwrap();
        }
    }
}

fn sheets(files: &[(Option<&str>, &str)]) -> Sheets {
    let sheet = |files: &str| Sheet { way: Way::Ordered, name: String::new(), files: vec![files.to_owned()] };
    files.iter().map(|(whose, files)| (whose.map(str::to_owned), sheet(files))).collect()
}

/// Whose sheets are wrong, and since when, after each of several changes of the same sheets.
#[test]
fn changes_add_up_until_a_sheet_is_again_as_it_was_printed() {
    let changes = |rows: &[(&str, &str)]| -> BTreeMap<Option<String>, Vec<String>> {
        rows.iter().map(|(whose, before)| (Some((*whose).to_owned()), vec![(*before).to_owned()])).collect()
    };
    let told = |stale: &[Stale]| -> Vec<String> {
        stale.iter().map(|one| format!("{} {} {}", one.name_or_code(), one.changed, one.printed[0])).collect()
    };
    let first =
        merged(vec![], changes(&[("a", "a0"), ("b", "b0")]), &sheets(&[(Some("a"), "a1"), (Some("b"), "b1")]), day(FIRST));
    assert_eq!(told(&first), ["a 2026-11-22 a0", "b 2026-11-22 b0"]);

    let now = sheets(&[(Some("a"), "a2"), (Some("b"), "b1"), (Some("c"), "c1")]);
    let second = merged(first, changes(&[("a", "a1"), ("c", "c0")]), &now, day(SECOND));
    assert_eq!(told(&second), ["a 2026-11-24 a0", "b 2026-11-22 b0", "c 2026-11-24 c0"]);

    let now = sheets(&[(Some("a"), "a0"), (Some("b"), "b1")]);
    let third = merged(second, changes(&[("a", "a2")]), &now, day(SECOND));
    assert_eq!(told(&third), ["b 2026-11-22 b0"], "one is as it was printed, one has no sheet any more");

    let whole = merged(vec![], [(None, vec!["w0".to_owned()])].into(), &sheets(&[(None, "w1")]), day(FIRST));
    let split = merged(whole, BTreeMap::new(), &sheets(&[(Some("a"), "a1")]), day(SECOND));
    assert_eq!(split.len(), 1, "what was the same for all is still wrong");
}

impl Stale {
    fn name_or_code(&self) -> &str {
        self.whose.as_deref().unwrap_or_default()
    }
}
