//! The order sheet, line by line.

use super::item::{bleed, notes, part_paper};
use super::paper::Imposed;
use super::text::thousands;
use super::{Attached, DistrictLine, Item, Order, VillageLine};
use crate::content::format::{Edge, Eyelets, Finishing, Panel, PressSheet, Roll, Side, Sleeve, Strips, Tiles};
use crate::content::shop::{Price, Profile, Shop, Unit};
use crate::content::{Format, Id, Office};
use crate::diagnostics::{Diagnostics, Located, Place};
use crate::print::frames;
use crate::print::geometry::Sheet;
use crate::print::tests::{PLAIN, format, house_with};
use crate::project::sample;

fn given(text: &str) -> Located<String> {
    Located::new(text.to_owned(), place())
}

/// Some place: nothing here asks where a word was written.
fn place() -> Place {
    sample::project(&[]).0.unwrap().site.place.clone()
}

fn profile() -> Profile {
    Profile {
        id: Id::new("spanduk").unwrap(),
        title: given("Bahan besar"),
        families: vec![],
        formats: vec![],
        village_families: vec![],
        bleed: 0.0,
        marks: false,
        outlined: true,
        contour: None,
        materials: vec![],
        icc: None,
        place: place(),
    }
}

fn attached(file: &str) -> Attached {
    Attached { path: format!("cetak/61.11/x/{file}"), sha256: String::new() }
}

fn item(file: &str, (width, height): (f64, f64), copies: Option<u64>) -> Item {
    Item {
        press: vec![attached(file)],
        folder: None,
        proofs: vec![],
        composed: vec![],
        title: "Spanduk netralitas".to_owned(),
        width,
        height,
        scale: 1.0,
        bleed: "3 mm di semua sisi".to_owned(),
        material: Some("Flexi China 340 gsm".to_owned()),
        finishing: Some("Mata ayam".to_owned()),
        copies,
        suggested: None,
        large: width * height >= 500_000.0,
        imposed: None,
        pages: 1,
        tiled: None,
        one_ink: false,
        notes: vec!["mata ayam 10 lubang".to_owned()],
        estimate: None,
        districts: vec![],
        villages: vec![],
    }
}

fn line(first: usize, last: usize, name: &str, copies: Option<u64>) -> VillageLine {
    let (code, district) = ("61.11.01.2001".to_owned(), "Sukadana".to_owned());
    VillageLine { file: None, first, last, code, name: name.to_owned(), district, copies }
}

fn office() -> Office {
    Office {
        name: Some(given("Bawaslu Kabupaten Kayong Utara")),
        whatsapp: Some(given("0812-0000-0000")),
        phone: Some(given("(0534) 123-456")),
        address: Some(given("Jalan Merdeka 1, Sukadana")),
        ..Office::default()
    }
}

#[test]
fn the_sheet_says_what_a_shop_asks() {
    let (profile, office) = (profile(), office());
    let price = Price { format: None, material: None, unit: Unit::SquareMetre, rupiah: 45_000 };
    let shop = Shop {
        id: profile.id.clone(),
        name: given("Percetakan Maju"),
        address: Some(given("Sukadana")),
        phone: None,
        whatsapp: Some(given("0811-1111-1111")),
        prices: vec![price],
        place: place(),
    };
    let mut banner = item("SPANDUK_300x100cm_24lbr_MataAyam_netralitas.pdf", (3000.0, 1000.0), Some(24));
    banner.estimate = Some(3_240_000);
    let mut long = item("SPANDUK_600x100cm_1lbr_MataAyam_desa_SKALA-1-10.pdf", (6000.0, 1000.0), Some(1));
    (long.scale, long.estimate) = (10.0, Some(270_000));
    let items = vec![banner, long];
    let order = Order {
        profile: &profile,
        shop: Some(&shop),
        sender: "Bawaslu Kayong Utara".to_owned(),
        office: &office,
        press: None,
        specimen: false,
        items,
    };
    let expected = "\
*PESANAN CETAK: Bahan besar*
Pemesan: Bawaslu Kayong Utara

*1. SPANDUK_300x100cm_24lbr_MataAyam_netralitas.pdf*
Isi: Spanduk netralitas
Ukuran jadi: 300 × 100 cm, skala 1:1
Bleed: 3 mm di semua sisi
Bahan: Flexi China 340 gsm
Finishing: Mata ayam
Jumlah: 24 lembar
Luas: 3 m² per lembar, 72 m² semuanya
Sisi: 1, warna penuh (CMYK)
Perkiraan: Rp 3.240.000
Catatan: mata ayam 10 lubang

*2. SPANDUK_600x100cm_1lbr_MataAyam_desa_SKALA-1-10.pdf*
Isi: Spanduk netralitas
Ukuran jadi: 600 × 100 cm, *skala berkas 1:10*
Bleed: 3 mm di semua sisi
Bahan: Flexi China 340 gsm
Finishing: Mata ayam
Jumlah: 1 lembar
Luas: 6 m²
Sisi: 1, warna penuh (CMYK)
Perkiraan: Rp 270.000
Catatan: mata ayam 10 lubang

Berkas: 2
Sidik isi: 1544-627b
Luas seluruhnya: 78 m²
Perkiraan biaya: Rp 3.510.000, menurut harga Percetakan Maju yang dicatat kantor
Percetakan: Percetakan Maju, Sukadana, 0811-1111-1111
Narahubung: …………
Pertanyaan: WhatsApp 0812-0000-0000, telepon (0534) 123-456
Dikirim ke: Jalan Merdeka 1, Sukadana
Tanggal pesan: …………
Tanggal selesai: …………
";
    assert_eq!(order.text(), expected);
}

/// What an order notes of a sheet of 120 × 80 mm whose edges are finished like this.
/// Every x is the font's own, also between digits, where fonts would set a cross: a name that is copied from the sheet finds its file.
#[test]
fn names_of_files_are_set_as_they_are_typed() {
    let (profile, office) = (profile(), office());
    let items = vec![item("STIKER_10x5cm_100lbr_tolak-uang.pdf", (100.0, 50.0), Some(100))];
    let sender = "Bawaslu Kayong Utara".to_owned();
    let order = Order { profile: &profile, shop: None, sender, office: &office, press: None, specimen: false, items };
    let found = Diagnostics::new();
    let pages = order.laid_out(&house_with(PLAIN), &found).unwrap();
    let (mut letters, mut others) = (0, 0);
    frames::walk(
        &pages.pages()[0].frame,
        &mut |item| {
            let typst::layout::FrameItem::Text(text) = item.item else { return };
            let own = text.font.ttf().glyph_index('x').map(|glyph| glyph.0);
            for glyph in text.glyphs.iter().filter(|glyph| text.text.get(glyph.range()) == Some("x")) {
                letters += 1;
                others += usize::from(own != Some(glyph.id));
            }
        },
        &mut |_, _| {},
    );
    assert!(letters > 0 && others == 0, "{others} of {letters}");
}

fn noted(format: &Format, finishing: Option<&Finishing>) -> Vec<String> {
    notes(format, finishing, &Sheet::of(format, finishing))
}

#[test]
fn a_clamped_edge_is_told_in_the_words_of_its_format() {
    let format = Format { marks: false, sides: vec![], ..format() };
    let sleeve = Some(Sleeve { edges: vec![Edge::Bottom], depth: 12.0 });
    let derived = Finishing { name: "Selongsong".to_owned(), hem: 0.0, sleeve, eyelets: None, contour: None, note: None };
    assert_eq!(noted(&format, Some(&derived)), ["selongsong 1,2 cm di sisi bawah, diambil dari ukuran jadi"]);
    let told = Finishing { note: Some("dijepit rangka".to_owned()), ..derived };
    assert_eq!(noted(&format, Some(&told)), ["dijepit rangka"]);
}

/// The trim is the whole cloth: hems come off it, and a shop that cuts larger or looks for bleed is told so.
#[test]
fn a_hem_is_told_as_part_of_the_size_and_a_missing_bleed_with_its_reason() {
    let banner = Format { width: 3000.0, height: 1000.0, bleed: 0.0, marks: false, sides: vec![], ..format() };
    let hemmed = Finishing { name: "Mata ayam".to_owned(), hem: 30.0, sleeve: None, eyelets: None, contour: None, note: None };
    let told = "tepi dilipat 3 cm di semua sisi, diambil dari ukuran jadi: potong 300 × 100 cm, terlipat 294 × 94 cm";
    assert_eq!(noted(&banner, Some(&hemmed)), [told]);
    assert_eq!(bleed(&banner, None, 0.0), "tanpa; gambar berakhir tepat di ukuran jadi");
    let wished = "tanpa, walau pesanan ini memakai bleed 20 mm: gambar format ini berakhir tepat di ukuran jadi, dan tepinya dilipat ke belakang";
    assert_eq!(bleed(&banner, Some(&hemmed), 20.0), wished);
    assert_eq!(bleed(&Format { bleed: 1.5, ..banner }, Some(&hemmed), 20.0), "1,5 mm di semua sisi");
}

#[test]
fn rolls_are_named_in_metres_and_their_seams_in_centimetres() {
    let roll = |width| Roll { width, strips: Strips::Horizontal };
    let banner =
        |width| Format { marks: false, sides: vec![], width: 4000.0, height: 6000.0, rolls: vec![roll(width)], ..format() };
    let joined = |width| noted(&banner(width), None).into_iter().filter(|note| note.contains("gulungan")).collect::<Vec<_>>();
    assert_eq!(joined(3000.0), ["pada gulungan 3 m disambung di 300 cm dari atas"]);
    assert_eq!(joined(3200.0), ["pada gulungan 3,2 m disambung di 320 cm dari atas"]);
}

#[test]
fn the_parts_of_a_poster_are_not_front_and_back() {
    let mut poster = item("POSTER.pdf", (310.0, 394.0), Some(1));
    poster.pages = 2;
    let sides = |item: &Item| item.facts().into_iter().find(|(name, _)| *name == "Sisi").map(|(_, value)| value).unwrap();
    assert_eq!(sides(&poster), "2 (muka dan belakang), warna penuh (CMYK)");
    // Two parts of 310 × 202 mm, on the paper that holds them.
    let tiles = Some(Tiles { columns: 1, rows: 2, overlap: 10.0 });
    poster.tiled = part_paper(&Format { width: 310.0, height: 394.0, tiles, ..format() });
    poster.copies = Some(100);
    assert_eq!(sides(&poster), "1, di 2 lembar F4 yang lalu disambung (jangan bolak-balik), warna penuh (CMYK)");
    assert!(poster.facts().contains(&("Jumlah", "100 poster = 200 lembar F4".to_owned())), "{:?}", poster.facts());
}

#[test]
fn eyelets_are_counted_on_each_sheet() {
    let format = Format { marks: false, sides: vec![], ..format() };
    let eyelets = Some(Eyelets { spacing: 50.0, inset: 5.0, radius: 2.0 });
    let ringed = Finishing { name: "Mata ayam".to_owned(), hem: 0.0, sleeve: None, eyelets, contour: None, note: None };
    let told = noted(&format, Some(&ringed));
    assert!(told.iter().any(|note| note.starts_with("mata ayam ") && note.ends_with(" lubang tiap lembar")), "{told:?}");
}

/// A sum of some prices is not told as the sum of all.
#[test]
fn an_estimate_of_some_items_says_of_how_many() {
    let (profile, office) = (profile(), office());
    let shop = Shop {
        id: profile.id.clone(),
        name: given("Percetakan Maju"),
        address: None,
        phone: None,
        whatsapp: None,
        prices: vec![],
        place: place(),
    };
    let told = |estimates: [Option<i64>; 2]| {
        let priced = |estimate| Item { estimate, ..item("A.pdf", (1000.0, 1000.0), Some(1)) };
        let items = estimates.into_iter().map(priced).collect();
        let sender = String::new();
        let order = Order { profile: &profile, shop: Some(&shop), sender, office: &office, press: None, specimen: false, items };
        order.totals().into_iter().find(|(name, _)| *name == "Perkiraan biaya").map(|(_, value)| value)
    };
    let by = "menurut harga Percetakan Maju yang dicatat kantor";
    assert_eq!(told([Some(1_000), None]), Some(format!("Rp 1.000 untuk 1 dari 2 bahan, {by}")));
    assert_eq!(told([Some(1_000), Some(500)]), Some(format!("Rp 1.500, {by}")));
    assert_eq!(told([None, None]), None);
}

#[test]
fn a_document_of_many_pages_is_ordered_in_copies() {
    let mut document = item("DOKUMEN.pdf", (210.0, 297.0), Some(50));
    let copies = |item: &Item| item.facts().into_iter().find(|(name, _)| *name == "Jumlah").map(|(_, value)| value).unwrap();
    assert_eq!(copies(&document), "50 lembar");
    document.pages = 5;
    assert_eq!(copies(&document), "50 rangkap");
    let told = document.facts();
    assert!(told.contains(&("Sisi", "5 halaman, bolak-balik di 3 lembar kertas, warna penuh (CMYK)".to_owned())), "{told:?}");
    assert!(told.iter().all(|(name, _)| *name != "Luas"), "nobody buys paper by its area: {told:?}");
}

/// A sticker of 10 × 5 cm on A3+ paper, as many on a sheet as there is room for.
fn stickers(item: &mut Item) -> Option<Imposed> {
    let press_sheet = Some(PressSheet { width: 320.0, height: 480.0, margin: 5.0, gap: 3.0 });
    let format = Format { width: 100.0, height: 50.0, bleed: 3.0, marks: false, sides: vec![], press_sheet, ..format() };
    item.composed = vec![attached("STIKER_susun.pdf")];
    item.imposed = Imposed::of(&format, item);
    item.imposed.clone()
}

#[test]
fn copies_on_press_sheets_are_counted_in_paper() {
    let mut item = item("STIKER.pdf", (100.0, 50.0), Some(48));
    assert_eq!(stickers(&mut item).unwrap().each, 20);
    let composed = |item: &Item| item.facts().into_iter().find(|(name, _)| *name == "Susunan").map(|(_, value)| value).unwrap();
    assert_eq!(composed(&item), "STIKER_susun.pdf: isi 20, 3 lembar kertas A3+ (32 × 48 cm), sisa 12");
    item.copies = Some(260);
    stickers(&mut item);
    assert_eq!(composed(&item), "STIKER_susun.pdf: isi 20, 13 lembar kertas A3+ (32 × 48 cm)");
    item.copies = None;
    stickers(&mut item);
    assert_eq!(composed(&item), "STIKER_susun.pdf: isi 20 di kertas A3+ (32 × 48 cm)");
    // Each village's copies fill sheets of their own.
    item.villages = vec![line(1, 1, "Desa Sutera", Some(25)), line(2, 2, "Desa Baru", Some(5))];
    item.copies = Some(30);
    assert_eq!(stickers(&mut item).map(|imposed| (imposed.sheets, imposed.spare)), Some((Some(3), 30)));
    assert!(item.village_table().ends_with("Desa Sutera;Sukadana;25;2\n2;61.11.01.2001;Desa Baru;Sukadana;5;1\n"));
    assert!(item.village_table().starts_with("halaman;kode;desa;kecamatan;lembar;kertas susun\n"));
}

#[test]
fn files_are_counted_once() {
    let (profile, office) = (profile(), office());
    let mut sticker = item("STIKER.pdf", (100.0, 50.0), Some(48));
    stickers(&mut sticker);
    let items = vec![sticker, item("POSTER.pdf", (297.0, 420.0), Some(5))];
    let mut order =
        Order { profile: &profile, shop: None, sender: String::new(), office: &office, press: None, specimen: false, items };
    assert!(order.text().contains("\nBerkas: 2, dan 1 susunan\nSidik isi: 56db-18d1\nNarahubung"), "{}", order.text());
    // Nothing but what a file holds changed: the number of the office on the poster.
    order.items[1].press[0].sha256 = "b0".repeat(32);
    assert!(!order.text().contains("56db-18d1"), "{}", order.text());
}

#[test]
fn what_nobody_said_is_left_to_be_written() {
    let (profile, office) = (profile(), Office::default());
    let mut item = item("LEMBAR_F4_ikrar_CONTOH.pdf", (215.0, 330.0), None);
    (item.material, item.finishing, item.one_ink, item.pages, item.suggested) = (None, None, true, 2, Some(40));
    item.notes.clear();
    let order = Order {
        profile: &profile,
        shop: None,
        sender: "Bawaslu".to_owned(),
        office: &office,
        press: None,
        specimen: true,
        items: vec![item],
    };
    let expected = "\
*DAFTAR BERKAS: Bahan besar*
Pemesan: Bawaslu

Belum ada yang dipesan. Ini daftar berkas yang tersedia: tulis jumlah yang dipesan, dan coret sisanya.

*CONTOH: BELUM BOLEH DICETAK.* Kontak kantor belum yang sebenarnya.

*1. LEMBAR_F4_ikrar_CONTOH.pdf*
Isi: Spanduk netralitas
Ukuran jadi: 21,5 × 33 cm, skala 1:1
Bleed: 3 mm di semua sisi
Bahan: …………
Jumlah: ………… lembar, diisi kantor (saran 40)
Sisi: 2 (muka dan belakang), warna hitam saja

Berkas: 1
Sidik isi: 122c-09f4
Narahubung: …………
Pertanyaan: …………
Tanggal pesan: …………
Tanggal selesai: …………
";
    assert_eq!(order.text(), expected);
}

#[test]
fn the_table_of_villages_opens_in_a_spreadsheet() {
    let mut item = item("BROSUR.pdf", (297.0, 210.0), Some(90));
    item.villages = vec![line(1, 2, "Desa Sutera", Some(50)), line(3, 3, "Desa \"Baru\"; Lama", None)];
    let expected = "halaman;kode;desa;kecamatan;lembar\n\
                    1-2;61.11.01.2001;Desa Sutera;Sukadana;50\n\
                    3;61.11.01.2001;\"Desa \"\"Baru\"\"; Lama\";Sukadana;\n";
    assert_eq!(item.village_table(), expected);
}

#[test]
fn the_table_of_a_folder_names_the_file_of_each_village() {
    let mut item = item("BROSUR_Desa-Sutera.pdf", (297.0, 210.0), Some(50));
    item.press.push(attached("BROSUR_Desa-Baru.pdf"));
    item.folder = Some("BROSUR_Tiap-Desa".to_owned());
    item.villages = vec![line(1, 2, "Desa Sutera", Some(50)), line(3, 4, "Desa Baru", None)];
    (item.villages[0].file, item.villages[1].file) = (Some(0), Some(1));
    let expected = "berkas;kode;desa;kecamatan;lembar\n\
                    BROSUR_Desa-Sutera.pdf;61.11.01.2001;Desa Sutera;Sukadana;50\n\
                    BROSUR_Desa-Baru.pdf;61.11.01.2001;Desa Baru;Sukadana;\n";
    assert_eq!(item.village_table(), expected);
    assert_eq!((item.file(), item.stem()), ("BROSUR_Tiap-Desa", "BROSUR_Tiap-Desa"));
}

/// Merged per kecamatan a piece stays one thing to order: one line with all copies and all sheets of paper, and a table of its files.
#[test]
fn files_of_kecamatan_are_one_item_with_a_table() {
    let (profile, office) = (profile(), office());
    let mut item = item("SELEBARAN_30lbr_Kec-Sukadana.pdf", (100.0, 50.0), Some(1_230));
    item.press.push(attached("SELEBARAN_1200lbr_Kec-Teluk-Batang.pdf"));
    item.folder = Some("SELEBARAN_1230lbr_Tiap-Kecamatan".to_owned());
    let at = |file, line: VillageLine, district: &str| VillageLine { file: Some(file), district: district.to_owned(), ..line };
    item.villages = vec![
        at(0, line(1, 1, "Desa Sutera", Some(25)), "Sukadana"),
        at(0, line(2, 2, "Desa Baru", Some(5)), "Sukadana"),
        at(1, line(1, 1, "Desa Banyu", Some(1_200)), "Teluk Batang"),
    ];
    let district = |name: &str, pages, copies| DistrictLine { name: name.to_owned(), pages, copies: Some(copies) };
    item.districts = vec![district("Sukadana", 2, 30), district("Teluk Batang", 1, 1_200)];
    stickers(&mut item);
    let expected = "berkas;halaman;kode;desa;kecamatan;lembar;kertas susun\n\
        SELEBARAN_30lbr_Kec-Sukadana.pdf;1;61.11.01.2001;Desa Sutera;Sukadana;25;2\n\
        SELEBARAN_30lbr_Kec-Sukadana.pdf;2;61.11.01.2001;Desa Baru;Sukadana;5;1\n\
        SELEBARAN_1200lbr_Kec-Teluk-Batang.pdf;1;61.11.01.2001;Desa Banyu;Teluk Batang;1200;60\n";
    assert_eq!(item.village_table(), expected);
    let order = Order {
        profile: &profile,
        shop: None,
        sender: String::new(),
        office: &office,
        press: None,
        specimen: false,
        items: vec![item],
    };
    let told = order.text();
    assert!(told.contains("\n*1. SELEBARAN_1230lbr_Tiap-Kecamatan*\n") && !told.contains("\n*2."), "{told}");
    assert!(
        told.contains(": isi 20, 63 lembar kertas A3+ (32 × 48 cm), sisa 30\n") && told.contains("\nJumlah: 1.230 lembar\n"),
        "{told}"
    );
    let table = "Isi folder:\n- Sukadana: SELEBARAN_30lbr_Kec-Sukadana.pdf, 2 halaman, 30 lembar\n\
        - Teluk Batang: SELEBARAN_1200lbr_Kec-Teluk-Batang.pdf, 1 halaman, 1.200 lembar\n\nBerkas: 2, dan 1 susunan\n";
    assert!(told.contains(table), "{told}");
}

#[test]
fn numbers_are_grouped_by_dots() {
    for (number, expected) in [(0, "0"), (999, "999"), (1000, "1.000"), (2_150, "2.150"), (1_234_567, "1.234.567")] {
        assert_eq!(thousands(number), expected);
    }
}

/// A shop that wants more bleed gets it, but not where copies stand side by side in a gap that was made for theirs.
#[test]
fn bleed_is_the_shops_but_on_press_sheets_the_formats() {
    let shop = Profile { bleed: 5.0, ..profile() };
    let press_sheet = Some(PressSheet { width: 320.0, height: 480.0, margin: 5.0, gap: 3.0 });
    let shaped = |bleed: f64, press_sheet| shop.shape(&Format { bleed, press_sheet, ..format() }).bleed;
    assert_eq!([shaped(3.0, None), shaped(0.0, None), shaped(1.5, press_sheet), shaped(0.0, press_sheet)], [5.0, 0.0, 1.5, 0.0]);
}

/// What a shop asks of a leaflet: over which edge it is turned, and which panel goes in first. A zigzag has none that does, and a flat sheet
/// nothing to turn.
#[test]
fn a_folded_sheet_says_how_it_is_turned_and_folded() {
    let notes = |widths: &[[f64; 3]]| {
        let panel = |width: &f64| Panel { id: "p".to_owned(), width: *width };
        let names = ["luar", "dalam"].map(str::to_owned);
        let sides = widths.iter().zip(names);
        let sides = sides.map(|(widths, name)| Side { name, panels: widths.iter().map(panel).collect() }).collect();
        let format = Format { width: 297.0, height: 210.0, sides, ..format() };
        notes(&format, None, &Sheet::of(&format, None))
    };
    let three = notes(&[[97.0, 100.0, 100.0], [100.0, 100.0, 97.0]]);
    assert_eq!(
        three[..4],
        [
            "sisi luar: lipat pada 9,7 dan 19,7 cm dari kiri",
            "sisi dalam: lipat pada 10 dan 20 cm dari kiri",
            "bolak-balik: balik di sisi pendek, kepala bertemu kepala",
            "panel 9,7 cm di kiri sisi luar dilipat ke dalam dahulu",
        ]
    );
    let zigzag = notes(&[[99.0; 3]; 2]).join("; ");
    assert!(zigzag.contains("balik di sisi pendek") && !zigzag.contains("dilipat ke dalam"), "{zigzag}");
    assert!(!notes(&[]).join("; ").contains("balik"));
}
