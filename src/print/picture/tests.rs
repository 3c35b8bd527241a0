//! Pictures on a sheet of the real theme, and what stands in the file for the press.

use std::collections::BTreeMap;
use std::sync::Arc;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use lopdf::{Document, Object, Stream};

use super::jpeg;
use crate::content::Format;
use crate::diagnostics::{Diagnostic, Severity};
use crate::print::tests::{format, house_with, job, located, print as print_job};
use crate::print::{Job, PictureFile};

/// A sheet with one picture, 20 mm wide, and what was said.
struct Printed {
    pdf: Option<Document>,
    told: Vec<Diagnostic>,
}

fn print(bytes: &[u8]) -> Printed {
    print_as(bytes, "width: 20mm", &format())
}

fn print_as(bytes: &[u8], size: &str, format: &Format) -> Printed {
    let ending = super::kind(bytes).map_or("svg", super::gate::Kind::ending);
    let template =
        format!("#let susun(d) = (sisi: (place(dx: 10mm, dy: 10mm, image(\"/gambar/0.{ending}\", alt: \"Uji\", {size})),))");
    let title = located("Judul");
    let mut job = job(format, &title, "Kata");
    job.pictures = pictures(&[("gambar/uji.png", bytes)]);
    run(&template, &job)
}

pub(crate) fn pictures(files: &[(&str, &[u8])]) -> BTreeMap<String, PictureFile> {
    let file = |(path, bytes): &(&str, &[u8])| {
        let place = located(&format!("logo: {path}")).place;
        ((*path).to_owned(), PictureFile { bytes: Arc::from(*bytes), place })
    };
    files.iter().map(file).collect()
}

fn run(template: &str, job: &Job<'_>) -> Printed {
    let (_, shelf, told) = print_job(&house_with(template), job);
    let path = format!("{}.pdf", job.stem);
    let pdf = shelf.0.iter().find(|(own, _)| *own == path).map(|(_, bytes)| Document::load_mem(bytes).unwrap());
    Printed { pdf, told }
}

impl Printed {
    fn pdf(&self) -> &Document {
        let errors: Vec<_> = self.told.iter().filter(|d| d.severity == Severity::Error).collect();
        self.pdf.as_ref().unwrap_or_else(|| panic!("{errors:?}"))
    }

    fn images(&self) -> Vec<&Stream> {
        let streams = self.pdf().objects.values().filter_map(|object| object.as_stream().ok());
        streams
            .filter(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image"))
            .collect()
    }

    /// The only picture, its inks.
    fn image(&self) -> jpeg::Inked {
        let images = self.images();
        assert_eq!(images.len(), 1);
        assert!(!images[0].dict.has(b"SMask"));
        jpeg::inks(&images[0].content).unwrap()
    }

    /// The operators of the page.
    fn page(&self) -> String {
        let document = self.pdf();
        let page = *document.get_pages().get(&1).unwrap();
        String::from_utf8_lossy(&document.get_page_content(page)).into_owned()
    }

    /// Whether an operator of the page takes an ink, in whole percent.
    fn takes(&self, operator: &str, ink: [u8; 4]) -> bool {
        let page = self.page();
        let words: Vec<&str> = page.split_whitespace().collect();
        let is = |word: &str, percent: u8| word.parse::<f64>().is_ok_and(|part| (part * 100.0 - f64::from(percent)).abs() < 0.5);
        words.windows(5).any(|five| five[4] == operator && five.iter().zip(ink).all(|(word, percent)| is(word, percent)))
    }

    fn said(&self) -> Vec<(&str, &str)> {
        self.told.iter().map(|d| (d.code, d.message.as_str())).collect()
    }
}

fn svg(inside: &str) -> Vec<u8> {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\">{inside}</svg>").into_bytes()
}

fn encode(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image.into().write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A JPEG of three colours; `orientation` as a camera notes it.
pub(crate) fn camera(width: u16, height: u16, orientation: u8, colour: impl Fn(u32, u32) -> [u8; 3]) -> Vec<u8> {
    let image = RgbImage::from_fn(width.into(), height.into(), |x, y| Rgb(colour(x, y)));
    let mut out = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut out, 95);
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    encoder.add_app_segment(1, exif).unwrap();
    encoder.encode(image.as_raw(), width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    out
}

fn at(image: &jpeg::Inked, x: u32, y: u32) -> [u8; 4] {
    let start = 4 * (y * image.width + x) as usize;
    image.pixels[start..start + 4].try_into().unwrap()
}

#[track_caller]
fn near(found: [u8; 4], expected: [u8; 4]) {
    assert!(found.iter().zip(expected).all(|(a, b)| a.abs_diff(b) <= 4), "{found:?} is not {expected:?}");
}

#[test]
fn the_bundled_lockups_are_curves_in_the_inks_of_the_theme() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content/daerah");
    for path in [
        "18-lampung/gambar/logo.svg",
        "18.13-pesisir-barat/gambar/logo.svg",
        "18.13-pesisir-barat/gambar/mitra-pemkab.svg",
        "36.72-cilegon/gambar/mitra-forkopimda.svg",
    ] {
        let printed = print_as(&std::fs::read(root.join(path)).unwrap(), "width: 60mm", &format());
        assert_eq!((printed.said(), printed.images().len()), (vec![], 0), "{path}");
        let ink = if path.ends_with("logo.svg") { [75, 100, 10, 25] } else { [0, 0, 0, 72] };
        assert!(printed.takes("k", ink), "{path}");
    }
}

#[test]
fn plain_drawings_are_curves() {
    let clip = "<clipPath id=\"k\"><circle cx=\"10\" cy=\"10\" r=\"8\"/></clipPath><rect clip-path=\"url(#k)\" width=\"20\" height=\"20\" fill=\"#f00\"/>";
    for (inside, operator) in [
        ("<rect width=\"9\" height=\"9\" fill=\"#000\"/>", "0 0 0 1 k"),
        ("<path d=\"M1 1h9v9z\" fill=\"none\" stroke=\"#f00\" stroke-dasharray=\"2 1\" stroke-linecap=\"round\"/>", "0 1 1 0 K"),
        ("<path fill-rule=\"evenodd\" d=\"M0 0h9v9h-9zM2 2h5v5h-5z\"/>", "f*"),
        ("<g transform=\"scale(1 2) rotate(9)\"><path d=\"M1 1h9\" stroke=\"#00f\"/></g>", "1 0.8 0 0 K"),
        ("<defs><g id=\"a\"><circle r=\"3\"/></g></defs><use href=\"#a\" x=\"9\" y=\"9\"/>", "0 0 0 1 k"),
        ("<path d=\"M1 1Q5 9 9 1z\" fill=\"#0ff\"/>", "1 0 0 0 k"),
        (clip, "W"),
    ] {
        let printed = print(&svg(inside));
        assert_eq!((printed.said(), printed.images().len()), (vec![], 0), "{inside}");
        assert!(printed.page().contains(operator), "{inside}: {}", printed.page());
    }
}

#[test]
fn what_only_pixels_can_show_is_drawn_and_said() {
    let stops = "<stop offset=\"0\" stop-color=\"#f00\"/><stop offset=\"1\" stop-color=\"#00f\"/>";
    for (inside, why) in [
        (format!("<linearGradient id=\"g\">{stops}</linearGradient><rect id=\"r\" width=\"40\" height=\"20\" fill=\"url(#g)\"/>"), "gradasi `r`"),
        ("<rect width=\"40\" height=\"20\" opacity=\"0.5\"/>".to_owned(), "bagian tembus pandang"),
        ("<rect id=\"x\" width=\"40\" height=\"20\" fill-opacity=\"0.5\"/>".to_owned(), "bagian tembus pandang `x`"),
        (
            "<filter id=\"f\"><feGaussianBlur stdDeviation=\"2\"/></filter><g filter=\"url(#f)\"><rect width=\"20\" height=\"9\"/></g>".to_owned(),
            "efek",
        ),
        ("<mask id=\"m\"><rect width=\"9\" height=\"9\" fill=\"#fff\"/></mask><rect mask=\"url(#m)\" width=\"20\" height=\"9\"/>".to_owned(), "topeng"),
        ("<g style=\"mix-blend-mode:multiply\"><rect width=\"20\" height=\"9\"/></g>".to_owned(), "campuran warna"),
    ] {
        let printed = print(&svg(&inside));
        let image = printed.image();
        // 20 mm at the 600 to the inch that edges get.
        assert_eq!((image.width, image.height), (472, 236), "{inside}");
        assert_eq!(printed.said(), [("S551", "gambar `gambar/uji.png` dicetak sebagai titik, bukan kurva")]);
        assert_eq!(printed.told[0].causes, [format!("di dalamnya ada {why}")]);
        assert_eq!(printed.told[0].severity, Severity::Note);
    }
}

#[test]
fn photos_stand_upright_and_no_larger_than_the_press_needs() {
    // Red on the left as stored; the camera was turned, so that red is above.
    let stored = camera(600, 300, 6, |x, _| if x < 300 { [255, 0, 0] } else { [0, 0, 0] });
    let image = print(&stored).image();
    // 20 mm at 300 to the inch.
    assert_eq!((image.width, image.height), (237, 473));
    near(at(&image, 100, 50), [0, 255, 255, 0]);
    near(at(&image, 100, 400), [0, 0, 0, 255]);
    for (orientation, upper_left) in [(1, [0, 255, 255, 0]), (2, [0, 0, 0, 255]), (3, [0, 0, 0, 255]), (8, [0, 0, 0, 255])] {
        let stored = camera(480, 480, orientation, |x, y| if x < 240 && y < 240 { [255, 0, 0] } else { [0, 0, 0] });
        near(at(&print(&stored).image(), 20, 20), upper_left);
    }
}

/// What a telephone takes, 12 megapixels held upright, comes out upright and as small as its place on the sheet.
#[test]
fn a_photo_of_twelve_megapixels_is_turned_and_made_smaller() {
    // As stored: red and black above, white and cyan below. Turned by a quarter to the right: white and red above, cyan and black below.
    let stored = camera(4000, 3000, 6, |x, y| match (x < 2000, y < 1500) {
        (true, true) => [255, 0, 0],
        (false, true) => [0, 0, 0],
        (true, false) => [255, 255, 255],
        (false, false) => [0, 255, 255],
    });
    let corners = |image: &jpeg::Inked| [(50, 50), (300, 50), (50, 420), (300, 420)].map(|(x, y)| at(image, x, y));
    for (one_ink, inks) in [
        (false, [[0, 0, 0, 0], [0, 255, 255, 0], [255, 0, 0, 0], [0, 0, 0, 255]]),
        (true, [[0, 0, 0, 0], [0, 0, 0, 201], [0, 0, 0, 54], [0, 0, 0, 255]]),
    ] {
        let printed = print_as(&stored, "width: 30mm", &Format { one_ink, ..format() });
        assert_eq!(printed.said(), vec![]);
        let image = printed.image();
        // 30 × 40 mm at 300 to the inch.
        assert_eq!((image.width, image.height), (355, 473));
        corners(&image).into_iter().zip(inks).for_each(|(found, expected)| near(found, expected));
    }
}

#[test]
fn no_picture_gets_more_pixels_than_it_has() {
    let small = encode(RgbImage::from_pixel(240, 120, Rgb([9, 90, 200])), ImageFormat::Png);
    let image = print(&small).image();
    assert_eq!((image.width, image.height), (240, 120));
}

#[test]
fn opacity_is_laid_on_white() {
    let half = RgbaImage::from_fn(300, 150, |x, _| if x < 150 { Rgba([0, 0, 0, 0]) } else { Rgba([0, 0, 0, 128]) });
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let image = print(&encode(half.clone(), format)).image();
        near(at(&image, 20, 20), [0, 0, 0, 0]);
        near(at(&image, 220, 20), [0, 0, 0, 128]);
    }
}

#[test]
fn greys_are_black_ink_alone() {
    let grey = image::GrayImage::from_fn(300, 150, |x, _| image::Luma([u8::try_from(x * 255 / 299).unwrap()]));
    let image = print(&encode(grey, ImageFormat::Jpeg)).image();
    assert!(image.pixels.as_chunks::<4>().0.iter().all(|[c, m, y, _]| [c, m, y].iter().all(|part| **part <= 1)));
    near(at(&image, 2, 20), [0, 0, 0, 252]);
}

#[test]
fn inks_of_a_photo_stay_its_inks() {
    for kind in [jpeg_encoder::ColorType::Cmyk, jpeg_encoder::ColorType::CmykAsYcck] {
        let mut bytes = Vec::new();
        let pixels = [20, 180, 40, 60].repeat(300 * 150);
        jpeg_encoder::Encoder::new(&mut bytes, 98).encode(&pixels, 300, 150, kind).unwrap();
        let image = print(&bytes).image();
        assert_eq!((image.width, image.height), (237, 119));
        near(at(&image, 100, 50), [20, 180, 40, 60]);
    }
}

#[test]
fn a_sheet_of_one_ink_has_pictures_of_one_ink() {
    let one = Format { one_ink: true, ..format() };
    let violet = print_as(&svg("<rect width=\"9\" height=\"9\" fill=\"#591C6E\"/>"), "width: 20mm", &one);
    assert!(violet.takes("k", [0, 0, 0, 82]), "{}", violet.page());
    let red = encode(RgbImage::from_pixel(240, 120, Rgb([255, 0, 0])), ImageFormat::Png);
    near(at(&print_as(&red, "width: 20mm", &one).image(), 9, 9), [0, 0, 0, 201]);
}

/// What is approved is what is printed: a coloured logo is grey on the proof of a sheet that is copied, and coloured on any other.
#[test]
fn the_proof_of_a_sheet_of_one_ink_is_of_one_ink() {
    let drawn = svg("<rect width=\"40\" height=\"20\" fill=\"#C01818\"/>");
    let photo = encode(RgbImage::from_pixel(480, 240, Rgb([0xC0, 0x18, 0x18])), ImageFormat::Png);
    for (bytes, ending) in [(drawn, "svg"), (photo, "png")] {
        let coloured = |one_ink, ending_of: &str| {
            let (format, title) = (Format { one_ink, ..format() }, located("Judul"));
            let mut job = job(&format, &title, "Kata");
            job.pictures = pictures(&[("gambar/uji.png", &bytes)]);
            let picture = format!("image(\"/gambar/0.{ending}\", alt: \"Uji\", width: 20mm)");
            let template = format!("#let susun(d) = (sisi: (place(dx: 10mm, dy: 10mm, {picture}),))");
            let (_, shelf, _) = print_job(&house_with(&template), &job);
            let (_, shown) = shelf.0.iter().find(|(path, _)| path.ends_with(ending_of)).unwrap();
            let shown = image::load_from_memory(shown).unwrap().into_rgb8();
            let spread = |pixel: &Rgb<u8>| pixel.0.iter().max().unwrap() - pixel.0.iter().min().unwrap();
            assert!(shown.pixels().filter(|pixel| pixel.0[0] < 0xD0).count() > 5000, "{ending}: the picture is there");
            shown.pixels().map(spread).max().unwrap() > 30
        };
        for shown in ["-proof-1.png", "uji-1.png"] {
            assert!(!coloured(true, shown) && coloured(false, shown), "{ending} on {shown}");
        }
    }
}

#[test]
fn a_stretched_picture_is_an_error() {
    let square = svg("<rect width=\"9\" height=\"9\"/>");
    let printed = print_as(&square, "width: 20mm, height: 12mm, fit: \"stretch\"", &format());
    assert_eq!(printed.said(), [("S552", "gambar `gambar/uji.png` ditarik: perbandingan sisinya berubah")]);
    assert!(print_as(&square, "width: 20mm, height: 12mm, fit: \"contain\"", &format()).said().is_empty());
}

#[test]
fn one_lockup_in_three_places_is_converted_once() {
    let red = encode(RgbImage::from_pixel(300, 150, Rgb([255, 0, 0])), ImageFormat::Png);
    let place = |x: u32| format!("place(dx: {x}mm, dy: 10mm, image(\"/gambar/0.png\", alt: \"Uji\", width: 20mm))");
    let template = format!("#let susun(d) = (sisi: ({{ {} }},))", [place(6), place(30), place(64)].join("; "));
    let (format, title) = (format(), located("Judul"));
    let mut job = job(&format, &title, "Kata");
    job.pictures = pictures(&[("gambar/uji.png", &red)]);
    let printed = run(&template, &job);
    assert_eq!((printed.said(), printed.images().len()), (vec![], 1));
}

/// Everything that is no picture, or one that would take the machine down, is told in one run, at the place that names it.
#[test]
fn hostile_files_are_named_in_one_run() {
    let whole = camera(64, 64, 1, |x, y| [u8::try_from(x * 3).unwrap(), u8::try_from(y * 3).unwrap(), 0]);
    let png = encode(RgbImage::from_pixel(64, 64, Rgb([1, 2, 3])), ImageFormat::Png);
    let mut huge_png = png.clone();
    huge_png[16..24].copy_from_slice(&[0, 0, 0x40, 0, 0, 0, 0x40, 0]);
    let crc = crc32(&huge_png[12..29]);
    huge_png[29..33].copy_from_slice(&crc.to_be_bytes());
    let frame = whole.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    let mut huge_jpeg = whole.clone();
    huge_jpeg[frame + 5..frame + 9].copy_from_slice(&[0x40, 0, 0x40, 0]);
    let nested =
        (1..10).map(|n| format!("<g id=\"a{n}\">{}</g>", format!("<use href=\"#a{}\"/>", n - 1).repeat(10))).collect::<String>();
    let deep = "<g>".repeat(5000) + &"</g>".repeat(5000);
    let layers = "<g opacity=\"0.9\">".repeat(20) + "<rect width=\"40\" height=\"20\"/>" + &"</g>".repeat(20);
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("a.png", b"PK\x03\x04 not a picture".to_vec(), "bukan gambar yang dikenal"),
        ("b.png", Vec::new(), "bukan gambar yang dikenal"),
        ("c.jpg", whole[..whole.len() / 2].to_vec(), "rusak atau terpotong"),
        ("d.png", png[..png.len() - 20].to_vec(), "rusak atau terpotong"),
        ("e.png", huge_png, "terlalu besar: 768 MiB sesudah dibuka, paling banyak 144 MiB"),
        ("f.jpg", huge_jpeg, "terlalu besar: 768 MiB sesudah dibuka, paling banyak 144 MiB"),
        (
            "g.svg",
            svg(&format!("<rect id=\"a0\" width=\"1\" height=\"1\"/>{nested}<use href=\"#a9\"/>")),
            "terlalu rumit: lebih dari 200000 unsur",
        ),
        ("h.svg", svg(&deep), "terlalu rumit: lebih dari 200000 unsur"),
        ("i.svg", svg(&layers), "memakai terlalu banyak lapis tembus pandang, topeng, atau efek"),
        ("j.svg", svg("<script>alert(1)</script>"), "bukan SVG yang dapat dicetak: unsur `<script>`"),
        ("k.svg", svg("<image href=\"https://jauh.id/x.png\"/>"), "bukan SVG yang dapat dicetak: rujukan ke luar berkas ini"),
        (
            "l.svg",
            svg("<text x=\"1\" y=\"9\">Bawaslu <tspan>Uji</tspan></text>"),
            "memuat tulisan “Bawaslu Uji” yang hurufnya tidak ikut di dalamnya",
        ),
        (
            "m.svg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"9\"><rect width=\"1\" height=\"1\"/></svg>".to_vec(),
            "tidak punya ukuran",
        ),
        ("n.svg", svg("<rect width=\"9\" height=\"9\" clip-path=\"url(#a)\"/><clipPath id=\"a\" clip-path=\"url(#a)\"/>"), ""),
        ("o.webp", b"RIFF\x10\0\0\0WEBPVP8 \0\0\0\0".to_vec(), "rusak atau terpotong"),
        (
            "p.svg",
            svg(
                "<pattern id=\"p\" width=\"9000\" height=\"9000\" patternUnits=\"userSpaceOnUse\"><rect width=\"1\" height=\"1\"/></pattern><rect width=\"9\" height=\"9\" fill=\"url(#p)\"/>",
            ),
            "memakai pola yang jauh lebih besar dari gambarnya",
        ),
    ];
    let (format, title) = (format(), located("Judul"));
    let mut job = job(&format, &title, "Kata");
    let files: Vec<(&str, &[u8])> = cases.iter().map(|(path, bytes, _)| (*path, bytes.as_slice())).collect();
    job.pictures = pictures(&files);
    let printed = run("#let susun(d) = (sisi: ([],))", &job);
    let told: Vec<(String, String)> = printed.told.iter().map(|d| (d.message.clone(), d.causes[0].clone())).collect();
    let expected = cases.iter().filter(|(.., what)| !what.is_empty());
    let expected: Vec<(String, String)> =
        expected.map(|(path, _, what)| (format!("gambar `{path}` tidak dapat dicetak"), format!("gambar ini {what}"))).collect();
    for pair in &expected {
        assert!(told.contains(pair), "{pair:?} is not in {told:#?}");
    }
    assert_eq!(told.len(), expected.len());
    assert!(printed.pdf.is_none() && printed.told.iter().all(|d| d.code == "S550" && d.place.is_some()));
}

/// As PNG counts it.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 })
    };
    !bytes.iter().fold(!0, step)
}

/// Whoever wrote `logo:` is told of the file and its size, not of a line of the theme's template, and how much larger it must be.
#[test]
fn a_picture_too_small_is_told_where_it_was_asked_for() {
    let mut png = Vec::new();
    let picture = RgbImage::from_pixel(60, 30, Rgb([200, 20, 40]));
    DynamicImage::from(picture).write_to(&mut std::io::Cursor::new(&mut png), ImageFormat::Png).unwrap();
    let said = print(&png).told;
    let [coarse] = said.as_slice() else { panic!("{said:?}") };
    // 60 pixels on 20 mm are 76 to the inch, of 300.
    assert_eq!(
        coarse.message,
        "gambar `gambar/uji.png` (60 × 30 piksel) hanya 76 piksel per inci pada ukuran cetaknya, paling sedikit 300"
    );
    assert_eq!(coarse.place.as_ref().map(|place| place.source().text()), Some("logo: gambar/uji.png"));
    assert_eq!(coarse.hint.as_deref(), Some("pakai gambar yang 4 kali lebih lebar dan lebih tinggi; lambang sebaiknya SVG"));
}
