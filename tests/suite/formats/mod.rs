//! Every format of the theme, whatever formats there are: one piece of each as the shop gets it. Its boxes are the format's,
//! no operator brings RGB, every font is inside, no glyph is missing, and its first page looks like `tests/golden/<format>.png`. What is for
//! phones and projectors is a picture of the format's pixels, and no glyph is missing in the edition to read that is made of the same text.
//! Of folded sheets the inner side is held too, of slides one from the middle: `tests/golden/<format>_<page>.png`.
//!
//! A new format needs no line here: with `SNAPSHOTS=overwrite` its picture is drawn, and with neither piece nor picture the test
//! names it.

mod glyphs;
mod golden;
mod slug;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use lopdf::{Dictionary, Document};
use serde_json::Value;
use walkdir::WalkDir;

use crate::harness::{Project, Run, press_file, repository, tools};
use crate::pdf::rgb;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;
/// How far a box may be from its place, in points.
const TOLERANCE: f64 = 0.1;
/// The longest side of a PDF page, in mm.
const LONGEST: f64 = 5080.0;

/// A format file.
struct Format {
    id: String,
    data: Value,
}

impl Format {
    fn read(path: &Path) -> Format {
        let data = serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        Format { id: path.file_stem().unwrap().to_str().unwrap().to_owned(), data }
    }

    fn number(&self, key: &str) -> f64 {
        self.data[key].as_f64().unwrap_or_else(|| panic!("{}: no `{key}`", self.id))
    }

    /// The trimmed size of a page of the press file, in points: a sheet of a tiled poster, a tenth of what is too long for a page.
    fn trim(&self) -> (f64, f64) {
        let (width, height) = (self.number("lebar"), self.number("tinggi"));
        let tile = |side: f64, count: &str| {
            let (count, overlap) = match &self.data["ubin"] {
                Value::Null => (1.0, 0.0),
                tiles => (tiles[count].as_f64().unwrap(), tiles["tumpang"].as_f64().unwrap()),
            };
            (side + (count - 1.0) * overlap) / count
        };
        let scale = if width.max(height) > LONGEST { 10.0 } else { 1.0 };
        (tile(width, "kolom") / scale * MM, tile(height, "baris") / scale * MM)
    }
}

/// All formats of the theme.
fn formats() -> Vec<Format> {
    let files = WalkDir::new(repository("themes/suluh/formats")).sort_by_file_name().into_iter().map(Result::unwrap);
    let formats: Vec<Format> = files
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "yaml"))
        .map(|file| Format::read(file.path()))
        .collect();
    assert!(formats.len() >= 3, "only {} formats", formats.len());
    formats
}

/// The bundled content of one kabupaten, of one that writes letters, and of the country, printed.
fn printed() -> &'static Project {
    static PRINTED: OnceLock<Project> = OnceLock::new();
    PRINTED.get_or_init(|| {
        let project = Project::bundled();
        project.build(&["--only", "print", "--region", "61.11", "--region", "18.13", "--region", "nasional"]).expect_code(0);
        project
    })
}

/// Editions that may have a piece, and the folders of their content, the nearest first.
const EDITIONS: [(&str, &[&str]); 3] = [
    ("61.11", &["content/daerah/61.11-kayong-utara/cetak", "content/cetak"]),
    ("18.13", &["content/cetak"]),
    ("nasional", &["content/cetak"]),
];

/// What was made of a piece of a format.
struct Made {
    /// Its press file, or the picture that is sent to phones.
    file: PathBuf,
    /// The edition of it to read, with every page.
    screen: PathBuf,
}

fn made(project: &Project, format: &Format) -> Made {
    let found = EDITIONS.iter().find_map(|(edition, folders)| {
        let files = folders.iter().flat_map(|folder| WalkDir::new(project.path(folder)).sort_by_file_name());
        files.filter_map(Result::ok).find_map(|file| {
            let text = std::fs::read_to_string(file.path()).ok()?;
            let line = text.lines().find_map(|line| line.strip_prefix("format:"))?;
            let id = file.path().file_stem()?.to_str()?.to_owned();
            let press = project.root().join(format!("output/cetak/{edition}/{id}/{id}.pdf"));
            let picture = project.path(&format!("output/kartu/{edition}/{id}.png"));
            let made = [press_file(press), picture].into_iter().find(|path| path.is_file())?;
            let site = if *edition == "nasional" { "output/situs".to_owned() } else { format!("output/situs/{edition}") };
            let screen = project.root().join(format!("{site}/unduhan/{id}-layar.pdf"));
            (line.trim() == format.id).then_some(Made { file: made, screen })
        })
    });
    found.unwrap_or_else(|| panic!("format `{}` has no printed piece in 61.11, 18.13 or nasional", format.id))
}

/// The pages of a format that are held: name of the golden picture, file, page.
fn held(project: &Project, format: &Format) -> Vec<(String, PathBuf, usize)> {
    let Made { file, screen } = made(project, format);
    let mut held = vec![(format.id.clone(), file.clone(), 1)];
    let mut further = |file: PathBuf, page: usize| held.push((format!("{}_{page}", format.id), file, page));
    if format.data["sisi"].as_array().is_some_and(|sides| sides.len() > 1) {
        further(file, 2);
    } else if format.data["keluarga"] == "paparan" {
        let slides = Document::load(&screen).unwrap().get_pages().len();
        assert!(slides > 2, "{}: {slides} slides have no middle", format.id);
        further(screen, slides.div_ceil(2));
    }
    held
}

/// What is no press file: as many pixels as the format says, and no glyph is missing.
fn expect_fit_for_screens(format: &Format, made: &Made) {
    let (wide, high) = golden::size(&made.file);
    let width = format.number("piksel");
    assert_eq!(wide.to_string(), width.to_string(), "{}", format.id);
    let height = width * format.number("tinggi") / format.number("lebar");
    // A last row of pixels may be lost or won in rounding.
    assert!([height.floor(), height.ceil()].map(|rows| rows.to_string()).contains(&high.to_string()), "{}: {high}", format.id);
    // A card is its picture alone; slides are read as a document.
    if format.data["keluarga"] != "paparan" {
        assert!(!made.screen.exists(), "{}: a card has a document", format.id);
        return;
    }
    let document = Document::load(&made.screen).unwrap();
    assert_eq!(glyphs::missing(&document), 0, "{}: glyphs are missing", format.id);
    assert!(glyphs::all(&document) > 20, "{}: hardly any text", format.id);
}

/// Everything but the picture.
fn expect_fit_for_press(format: &Format, file: &Path) {
    let document = Document::load(file).unwrap();
    for page in document.get_pages().into_values() {
        expect_boxes(format, document.get_dictionary(page).unwrap());
    }
    let found = rgb(&document);
    assert!(found.is_empty(), "{}: {found:#?}", format.id);
    assert_eq!(glyphs::missing(&document), 0, "{}: glyphs are missing", format.id);
    let fonts = tools::content("pdffonts", [file]);
    for row in fonts.lines().skip(2) {
        // Counted from the right, because the type of a font has spaces: emb sub uni object number.
        let words: Vec<&str> = row.split_whitespace().rev().collect();
        assert_eq!((words[4], words[2]), ("yes", "yes"), "{}: {row}", format.id);
    }
}

/// The trim is the format's, the bleed the same on every side, the page holds both.
fn expect_boxes(format: &Format, page: &Dictionary) {
    let read = |name: &str| -> [f64; 4] {
        let array = page.get(name.as_bytes()).and_then(lopdf::Object::as_array).unwrap();
        array.iter().map(|number| f64::from(number.as_float().unwrap())).collect::<Vec<_>>().try_into().unwrap()
    };
    let (media, bleed, trim) = (read("MediaBox"), read("BleedBox"), read("TrimBox"));
    let what = format!("{}: media {media:?}, bleed {bleed:?}, trim {trim:?}", format.id);
    let near = |a: f64, b: f64| (a - b).abs() <= TOLERANCE;
    let (width, height) = format.trim();
    let upright = near(trim[2] - trim[0], width) && near(trim[3] - trim[1], height);
    assert!(upright, "{what}: not {width} × {height}");
    let reach = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]];
    assert!(reach.iter().all(|by| near(*by, reach[0]) && (-TOLERANCE..=100.0 * MM).contains(by)), "{what}");
    let beyond = [bleed[0] - media[0], bleed[1] - media[1], media[2] - bleed[2], media[3] - bleed[3]];
    assert!(beyond.iter().all(|by| *by >= -TOLERANCE), "{what}");
    assert!(media.iter().all(|edge| edge.abs() <= LONGEST * MM + TOLERANCE), "{what}: longer than a PDF page");
}

#[test]
fn every_format_is_fit_for_what_it_is_for() {
    let project = printed();
    let mut pictures = 0;
    for format in formats() {
        let made = made(project, &format);
        if made.file.extension().is_some_and(|ending| ending == "pdf") {
            expect_fit_for_press(&format, &made.file);
        } else {
            expect_fit_for_screens(&format, &made);
            pictures += 1;
        }
    }
    assert!(pictures >= 5, "only {pictures} formats for screens");
}

#[test]
fn every_format_looks_as_it_did() {
    let project = printed();
    let held = formats().into_iter().flat_map(|format| held(project, &format));
    let different: Vec<String> = held.filter_map(|(name, file, page)| golden::compare(&name, &file, page)).collect();
    assert!(different.is_empty(), "look at them; when they are right, run with SNAPSHOTS=overwrite:\n{}", different.join("\n"));
}

#[test]
fn every_picture_belongs_to_a_format() {
    let project = printed();
    let held: BTreeSet<String> = formats().iter().flat_map(|format| held(project, format)).map(|(name, ..)| name).collect();
    assert!(held.iter().filter(|name| name.contains('_')).count() >= 3, "two leaflets and slides: {held:?}");
    let pictures = std::fs::read_dir(repository("tests/golden")).unwrap().map(|entry| entry.unwrap().path());
    for picture in pictures.filter(|path| path.extension().is_some_and(|ending| ending == "png")) {
        let name = picture.file_stem().unwrap().to_str().unwrap();
        assert!(held.contains(name) || name == OWN, "{name}.png belongs to no format");
    }
}

/// The format that the guide invents.
const OWN: &str = "spanduk-240x60";

/// The first block of a kind (```` ```yaml ````) in the guide to formats of one's own.
fn example(kind: &str) -> String {
    let guide = std::fs::read_to_string(repository("docs/format.md")).unwrap();
    let block = guide.split(&format!("```{kind}\n")).nth(1).unwrap_or_else(|| panic!("no {kind} in docs/format.md"));
    block.split("```").next().unwrap().to_owned()
}

/// An office adds the format of the guide to nothing but the program, and prints a piece of it.
#[test]
fn a_format_of_ones_own_needs_no_program() {
    let project = Project::empty("kit");
    std::fs::remove_dir(project.root()).unwrap();
    let folder = project.root().parent().unwrap().to_path_buf();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_suluh"));
    Run::of(program.args(["init", "--region", "61.11", "kit"]).current_dir(&folder), &folder, None).expect_code(0);
    let file = format!("themes/suluh/formats/{OWN}.yaml");
    let project = project
        .write(&file, example("yaml"))
        .write("content/daerah/61.11-kayong-utara/cetak/spanduk-posko.md", example("markdown"));
    project.build(&["--only", "print", "--region", "61.11"]).expect_code(0);
    let format = Format::read(&project.path(&file));
    let press = press_file(project.path("output/cetak/61.11/spanduk-posko/spanduk-posko.pdf"));
    expect_fit_for_press(&format, &press);
    assert_eq!(golden::compare(OWN, &press, 1), None);
}
