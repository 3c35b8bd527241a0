//! Every PDF of the bundled content as a printer's tools read it: sound, in its boxes, without RGB,
//! with its fonts, black from one plate.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use lopdf::{Document, Object};
use serde_json::Value;

use crate::harness::built::{Built, bundled};
use crate::harness::{Project, tools};

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;
/// How far a box may be from its place, in points.
const TOLERANCE: f64 = 0.1;

fn press_files() -> Vec<PathBuf> {
    let files = bundled().press_files();
    assert!(files.len() > 50, "only {} files", files.len());
    files
}

#[test]
fn poppler_and_qpdf_and_ghostscript_accept_them() {
    let files = press_files();
    for file in &files {
        tools::content("pdfinfo", [file]);
        let said = tools::content("qpdf", [Path::new("--check"), file]);
        assert!(said.contains("No syntax or stream encoding errors found"), "{}: {said}", file.display());
    }
    let options = ["-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage"];
    let args = options.iter().map(Path::new).chain(files.iter().map(PathBuf::as_path));
    let said = tools::content("gs", args);
    assert_eq!(said.trim(), "", "Ghostscript has something to say");
}

/// What readers download is, byte for byte, what the printer gets. Letters name people: no page offers them.
#[test]
fn the_website_offers_the_same_files() {
    let built = bundled();
    let mut offered: BTreeMap<String, BTreeSet<Vec<u8>>> = BTreeMap::new();
    for file in press_files() {
        let inside = file.strip_prefix(built.output("cetak")).unwrap();
        let [edition, piece] = [0, 1].map(|part| inside.iter().nth(part).unwrap().to_str().unwrap());
        let root = if edition == "nasional" { String::new() } else { format!("{edition}/") };
        let read = |file: PathBuf| std::fs::read(file).unwrap();
        let downloads = || built.files(&format!("situs/{root}unduhan"), ".pdf").into_iter().map(read).collect();
        let downloads = offered.entry(edition.to_owned()).or_insert_with(downloads);
        let is_letter = piece.starts_with("surat-");
        assert_eq!(downloads.contains(&read(file.clone())), !is_letter, "the site and {}", file.display());
    }
}

/// The shop that a press file goes to: the profile that names its format, else the one that names its family, for sheets of villages first
/// the one that names it for those.
fn shop_of(built: &Built, format: &str, family: &Value, per_village: bool) -> Value {
    let shops: Value = serde_yaml::from_str(&built.source("content/percetakan.yaml")).unwrap();
    let lists = |shop: &Value, key: &str, wanted: &Value| shop[key].as_array().is_some_and(|list| list.contains(wanted));
    let shops = shops["profil"].as_array().unwrap();
    let by_format = shops.iter().find(|shop| lists(shop, "format", &Value::from(format)));
    let by_village = shops.iter().find(|shop| per_village && lists(shop, "per_desa", family));
    by_format.or(by_village).or_else(|| shops.iter().find(|shop| lists(shop, "keluarga", family))).unwrap().clone()
}

/// Whether a file is drawn at a tenth: its name says so.
fn is_tenth(file: &Path) -> bool {
    file.to_str().unwrap().contains("SKALA-1-10")
}

/// The format of the piece that a press file belongs to, `cetak/<edition>/<piece>/…`, as its shop wants it and as its pages are drawn:
/// one sheet of a tiled poster, a tenth of what no page can hold.
fn format_of(built: &Built, file: &Path) -> Value {
    let (id, mut format, per_village) = own_format(built, file);
    let shop = shop_of(built, &id, &format["keluarga"], per_village);
    format["tanda"] = shop["tanda"].clone();
    format["kurva"] = shop["kurva"].clone();
    if format["bleed"].as_f64() > Some(0.0) && !format["cetak_di"].is_object() {
        format["bleed"] = shop["bleed"].clone();
    }
    if format["ubin"].is_object() {
        let overlap = format["ubin"]["tumpang"].as_f64().unwrap();
        for (side, count) in [("lebar", "kolom"), ("tinggi", "baris")] {
            let count = format["ubin"][count].as_f64().unwrap();
            format[side] = Value::from((format[side].as_f64().unwrap() + (count - 1.0) * overlap) / count);
        }
    }
    if is_tenth(file) {
        for key in ["lebar", "tinggi", "bleed"] {
            format[key] = Value::from(format[key].as_f64().unwrap() / 10.0);
        }
    }
    format
}

/// The id and the file of a format, and whether the piece has a sheet for each village.
fn own_format(built: &Built, file: &Path) -> (String, Value, bool) {
    let inside = file.strip_prefix(built.output("cetak")).unwrap();
    let piece = inside.iter().nth(1).unwrap().to_str().unwrap();
    let source = built.source(&format!("content/cetak/{piece}.md"));
    let front = source.split("\n---").next().unwrap().trim_start_matches("---\n");
    let piece: Value = serde_yaml::from_str(front).unwrap();
    let id = piece["format"].as_str().unwrap();
    let format = serde_yaml::from_str(&built.source(&format!("themes/suluh/formats/{id}.yaml"))).unwrap();
    (id.to_owned(), format, piece["per_desa"] == true)
}

/// The boxes of every page as poppler reads them: left, bottom, right, top in points.
fn boxes(file: &Path) -> Vec<BTreeMap<String, [f64; 4]>> {
    let said =
        tools::content("pdfinfo", [Path::new("-box"), Path::new("-f"), Path::new("1"), Path::new("-l"), Path::new("9999"), file]);
    let mut pages: BTreeMap<usize, BTreeMap<String, [f64; 4]>> = BTreeMap::new();
    for line in said.lines().filter(|line| line.starts_with("Page") && line.contains("Box:")) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let numbers: Vec<f64> = words[3..].iter().map(|word| word.parse().unwrap()).collect();
        pages.entry(words[1].parse().unwrap()).or_default().insert(words[2].to_owned(), numbers.try_into().unwrap());
    }
    pages.into_values().collect()
}

/// The same boxes as they stand in the file; a page may inherit them.
fn boxes_in_file(document: &Document, page: lopdf::ObjectId) -> BTreeMap<String, [f64; 4]> {
    let dictionary = document.get_dictionary(page).unwrap();
    let names = ["MediaBox", "BleedBox", "TrimBox"];
    let number = |object: &Object| f64::from(object.as_float().unwrap());
    let read = |name: &str| -> Option<[f64; 4]> {
        let array = dictionary.get_deref(name.as_bytes(), document).ok()?.as_array().ok()?;
        array.iter().map(number).collect::<Vec<_>>().try_into().ok()
    };
    names.iter().filter_map(|name| Some((format!("{name}:"), read(name)?))).collect()
}

#[test]
fn boxes_are_as_the_format_says() {
    let built = bundled();
    for file in press_files() {
        let format = format_of(built, &file);
        let mm = |key: &str| format[key].as_f64().unwrap() * MM;
        let (width, height, bleed) = (mm("lebar"), mm("tinggi"), mm("bleed"));
        let document = Document::load(&file).unwrap();
        let pages = boxes(&file);
        assert_eq!(pages.len(), document.get_pages().len());
        for (page, id) in pages.iter().zip(document.get_pages().into_values()) {
            let what = format!("{}: {page:?}", file.display());
            let near = |a: f64, b: f64| assert!((a - b).abs() <= TOLERANCE, "{a} is not {b}: {what}");
            let [media, outer, trim] = ["MediaBox:", "BleedBox:", "TrimBox:"].map(|name| page[name]);
            near(trim[2] - trim[0], width);
            near(trim[3] - trim[1], height);
            for (edge, sign) in [(0, -1.0), (1, -1.0), (2, 1.0), (3, 1.0)] {
                near(outer[edge], trim[edge] + sign * bleed);
                let room = (media[edge] - outer[edge]) * sign;
                // Marks stand outside what is cut off; without marks there is nothing outside but the slug of what is drawn at a tenth.
                if format["tanda"] == true {
                    assert!(room > 3.0, "{what}");
                } else {
                    near(room, if is_tenth(&file) { 5.0 * MM } else { 0.0 });
                }
            }
            for (name, written) in boxes_in_file(&document, id) {
                for edge in 0..4 {
                    near(written[edge], page[&name][edge]);
                }
            }
        }
    }
}

/// Everything that could bring RGB into a file: operators in any content stream, and colour spaces
/// anywhere.
pub(crate) fn rgb(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for page in document.get_pages().into_values() {
        operators(&document.get_page_content(page), "page", &mut found);
    }
    for (id, object) in &document.objects {
        spaces(document, object, &format!("{id:?}"), &mut found);
        let Object::Stream(stream) = object else { continue };
        let is = |key: &[u8], value: &[u8]| stream.dict.get(key).and_then(Object::as_name).is_ok_and(|name| name == value);
        if is(b"Subtype", b"Form") || stream.dict.has(b"PatternType") {
            operators(&stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()), &format!("{id:?}"), &mut found);
        }
    }
    found
}

fn operators(content: &[u8], place: &str, found: &mut Vec<String>) {
    let content = lopdf::content::Content::decode(content).unwrap();
    for operation in content.operations {
        let named = operation.operands.first().and_then(|operand| operand.as_name().ok());
        let forbidden = match operation.operator.as_str() {
            "rg" | "RG" => true,
            "cs" | "CS" => named.is_some_and(|name| name.windows(3).any(|part| part.eq_ignore_ascii_case(b"rgb"))),
            // An inline picture brings its own colour space.
            "BI" | "ID" => true,
            _ => false,
        };
        if forbidden {
            found.push(format!("{place}: {} {:?}", operation.operator, operation.operands));
        }
    }
}

fn spaces(document: &Document, object: &Object, place: &str, found: &mut Vec<String>) {
    match object {
        Object::Name(name) if matches!(name.as_slice(), b"DeviceRGB" | b"CalRGB" | b"RGB" | b"Lab") => {
            found.push(format!("{place}: {}", String::from_utf8_lossy(name)));
        }
        Object::Array(items) => {
            if let [Object::Name(name), Object::Reference(profile)] = items.as_slice()
                && name == b"ICCBased"
            {
                let profile = document.get_object(*profile).and_then(Object::as_stream).unwrap();
                let components = profile.dict.get(b"N").and_then(Object::as_i64).unwrap();
                if components == 3 {
                    found.push(format!("{place}: a profile of three components"));
                }
            }
            items.iter().for_each(|item| spaces(document, item, place, found));
        }
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, item)| spaces(document, item, place, found)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, item)| spaces(document, item, place, found)),
        _ => {}
    }
}

#[test]
fn no_rgb_in_any_press_file() {
    for file in press_files() {
        let document = Document::load(&file).unwrap();
        let found = rgb(&document);
        assert!(found.is_empty(), "{}: {found:#?}", file.display());
    }
}

/// The search above finds what it looks for.
#[test]
fn rgb_is_found_where_it_is() {
    let mut found = Vec::new();
    operators(b"q 1 0 0 rg 0 0 10 10 re f /DeviceRGB CS Q", "page", &mut found);
    assert_eq!(found.len(), 2, "{found:?}");
    let file = &press_files()[0];
    let mut document = Document::load(file).unwrap();
    let page = *document.get_pages().values().next().unwrap();
    let group = lopdf::dictionary! { "S" => "Transparency", "CS" => "DeviceRGB" };
    document.get_object_mut(page).and_then(Object::as_dict_mut).unwrap().set("Group", group);
    assert_eq!(rgb(&document).len(), 1);
}

/// For shops that want letters as curves no font is left.
#[test]
fn fonts_are_embedded() {
    let built = bundled();
    for file in press_files() {
        let said = tools::content("pdffonts", [&file]);
        let rows: Vec<&str> = said.lines().skip(2).collect();
        assert_eq!(rows.is_empty(), format_of(built, &file)["kurva"] == true, "fonts of {}", file.display());
        for row in rows {
            // Counted from the right, because the type of a font has spaces: emb sub uni object number.
            let words: Vec<&str> = row.split_whitespace().rev().collect();
            assert_eq!((words[4], words[2]), ("yes", "yes"), "{}: {row}", file.display());
        }
    }
}

/// A sheet set in the black token alone, drawn by Ghostscript plate by plate.
#[test]
fn black_separates_to_one_plate() {
    let project = Project::fixture("hitam");
    project.build(&["--only", "print", "--region", "61.11"]).expect_code(0);
    let folder = project.path("output/cetak/61.11/lembar-ikrar").read_dir().unwrap().map(|entry| entry.unwrap().path());
    let is_sheet = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.ends_with(".pdf") && !name.contains("_printer-kantor")
    };
    let sheets: Vec<PathBuf> = folder.filter(is_sheet).collect();
    let [sheet] = sheets.as_slice() else { panic!("not one press file: {sheets:?}") };
    let options = ["-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-r100", "-sDEVICE=inkcov", "-o", "-"];
    let said = tools::content("gs", options.iter().map(Path::new).chain([sheet.as_path()]));
    let mut pages = 0;
    for line in said.lines().filter(|line| line.contains("CMYK")) {
        let inks: Vec<f64> = line.split_whitespace().take(4).map(|ink| ink.parse().unwrap()).collect();
        assert_eq!(inks[..3], [0.0, 0.0, 0.0], "{said}");
        assert!(inks[3] > 0.005, "there is hardly any black: {said}");
        pages += 1;
    }
    assert!(pages > 0, "Ghostscript measured nothing: {said}");
}
