//! All pieces of an edition in small, on A4 paper: what the head of the office looks at before anything is printed.

use std::fmt::Write;

use super::house::PrintHouse;
use super::places::Places;
use super::reading::ReadFile;
use super::world::Desk;
use super::{preview, screen};
use crate::content::{Id, number};
use crate::diagnostics::{Diagnostics, Place};
use crate::markdown::escape::typst_string;

const MAIN: &str = "#import \"/data.typ\": data\n#import \"/tema/lembar-kontak.typ\": susun\n#susun(data)\n";
/// The longer side of a picture on the sheet, in pixels: some 230 an inch.
const PICTURE: f64 = 480.0;
/// The unit of pictures for screens, after their measures.
const PIXELS: &str = " piksel";

/// What was made for a region.
#[derive(Clone, Debug)]
pub struct ContactSheet {
    /// The region's name.
    pub region: String,
    /// The institution that publishes.
    pub institution: String,
    /// The office's name.
    pub office: Option<String>,
    /// Contacts are placeholders.
    pub specimen: bool,
    /// Where problems are told.
    pub place: Place,
    /// The pieces, in order.
    pub shown: Vec<Shown>,
}

/// One piece of the sheet.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The piece.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// What its format is called.
    pub format: String,
    /// Trimmed width and height in mm.
    pub size: (f64, f64),
    /// Its width in pixels, for a picture for screens.
    pub pixels: Option<u32>,
    /// How many sides or pages one copy has.
    pub sides: usize,
    /// What these are called: `halaman`, `salindia`.
    pub sides_word: &'static str,
    /// How many villages have a sheet of their own, and what those are called: `desa dan kelurahan`.
    pub villages: Option<(usize, String)>,
    /// Whether the office orders it; none for what is not ordered from any shop, as a card for phones.
    pub order: Option<Ordered>,
    /// Width over height.
    pub proportion: f64,
    /// Its preview, a PNG.
    pub picture: Vec<u8>,
}

/// What an office orders of a piece.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ordered {
    /// All copies; nothing is ordered yet when there are none.
    pub copies: u64,
    /// The villages that get copies, of those that have a sheet of their own.
    pub villages: usize,
}

impl Shown {
    /// `Brosur lipat tiga (A4), 29,7 × 21 cm`; a format whose name says its size says it once: `Spanduk 3 × 1 m`.
    fn called(&self) -> String {
        let measures = measures(self.size, self.pixels);
        let (width, height) = self.size;
        let in_centimetres = format!("{} × {} cm", number(width / 10.0), number(height / 10.0));
        if [&measures, &in_centimetres].into_iter().any(|said| self.format.contains(said.as_str())) {
            self.format.clone()
        } else if let Some(pixels) = measures.strip_suffix(PIXELS).filter(|pixels| self.format.ends_with(pixels)) {
            self.format.replace(pixels, &measures)
        } else {
            format!("{}, {measures}", self.format)
        }
    }

    /// `brosur-warga · 2 halaman · satu untuk tiap desa (43)`: the id is the folder's name, and what commands want.
    fn amounts(&self) -> String {
        let sides = format!("{} · {} {}", self.id, self.sides, self.sides_word);
        match &self.villages {
            Some((count, kinds)) => format!("{sides} · satu untuk tiap {kinds} ({count})"),
            None => sides,
        }
    }

    /// `Dipesan: 2.150 lembar untuk 40 dari 43 desa`, and whether anything is.
    fn ordered(&self) -> Option<(bool, String)> {
        let order = self.order?;
        if order.copies == 0 {
            return Some((false, "Belum dipesan".to_owned()));
        }
        let copies = number::thousands(i64::try_from(order.copies).unwrap_or(i64::MAX));
        let some = self.villages.as_ref().filter(|(count, _)| *count > order.villages);
        let some = some.map(|(count, kinds)| format!(" untuk {} dari {count} {kinds}", order.villages));
        Some((true, format!("Dipesan: {copies} lembar{}", some.unwrap_or_default())))
    }
}

/// How large a sheet is, in words: in metres from 2 m on, else in centimetres; a picture in pixels.
fn measures((width, height): (f64, f64), pixels: Option<u32>) -> String {
    if let Some(pixels) = pixels {
        let tall = (f64::from(pixels) * height / width).round();
        return format!("{pixels} × {tall}{PIXELS}");
    }
    let (part, unit) = if width.max(height) >= 2000.0 { (1000.0, "m") } else { (10.0, "cm") };
    format!("{} × {} {unit}", number(width / part), number(height / part))
}

/// At most two decimals, with a comma.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

impl ContactSheet {
    /// Everything on the sheet but the pictures.
    pub fn ingredients(&self) -> String {
        data(self)
    }
}

/// Lays the sheet out. `None` when it can't be; the diagnostics tell why.
pub fn contact_sheet(house: &PrintHouse, sheet: &ContactSheet, diagnostics: &Diagnostics) -> Option<ReadFile> {
    let found = Diagnostics::new();
    let made = house.run(|| {
        let mut desk = Desk::new(house, MAIN.to_owned());
        desk.add_source("/sistem/mode.typ", "#let layar = true\n#let umum = (:)\n".to_owned());
        desk.add_source("/data.typ", format!("#let data = (\n{})\n", data(sheet)));
        for (number, shown) in sheet.shown.iter().enumerate() {
            desk.add_file(&picture(number), preview::smaller(&shown.picture, PICTURE)?);
        }
        let title = format!("Lembar kontak – {}", sheet.region);
        let author = format!("{} {}", sheet.institution, sheet.region);
        let naming = screen::Naming { title: &title, author: &author, ident: &title, place: &sheet.place };
        screen::document(house, &desk, &Places::new(house), &naming, &found)
    });
    diagnostics.absorb(found);
    made.map(|made| ReadFile { bytes: made.bytes, pages: made.pages })
}

fn picture(number: usize) -> String {
    format!("/karya/{number}.png")
}

fn data(sheet: &ContactSheet) -> String {
    let mut out = String::new();
    let office = sheet.office.as_ref().map_or_else(|| "none".to_owned(), |name| typst_string(name));
    let _ = writeln!(out, "  daerah: {}, lembaga: {},", typst_string(&sheet.region), typst_string(&sheet.institution));
    let _ = writeln!(out, "  kantor: {office}, contoh: {},\n  karya: (", sheet.specimen);
    for (number, shown) in sheet.shown.iter().enumerate() {
        let (ordered, order) = match shown.ordered() {
            Some((ordered, said)) => (ordered, typst_string(&said)),
            None => (false, "none".to_owned()),
        };
        let _ = writeln!(
            out,
            "    (judul: {}, format: {}, jumlah: {}, dipesan: {ordered}, pesanan: {order}, bentuk: {:.4}, gambar: {}),",
            typst_string(&shown.title),
            typst_string(&shown.called()),
            typst_string(&shown.amounts()),
            shown.proportion,
            typst_string(&picture(number)),
        );
    }
    out.push_str("  ),\n");
    out
}

#[cfg(test)]
mod tests {
    use super::{Ordered, Shown, measures};
    use crate::content::Id;

    fn shown(villages: Option<(usize, &str)>, order: Option<(u64, usize)>) -> Shown {
        Shown {
            id: Id::new("uji").unwrap(),
            title: String::new(),
            format: String::new(),
            size: (1.0, 1.0),
            pixels: None,
            sides: 1,
            sides_word: "halaman",
            villages: villages.map(|(count, kinds)| (count, kinds.to_owned())),
            order: order.map(|(copies, villages)| Ordered { copies, villages }),
            proportion: 1.0,
            picture: vec![],
        }
    }

    #[test]
    fn what_is_ordered_is_told_from_what_is_not() {
        let villages = Some((43, "desa dan kelurahan"));
        for (shown, amounts, ordered) in [
            (shown(None, None), "uji · 1 halaman", None),
            (shown(None, Some((0, 0))), "uji · 1 halaman", Some((false, "Belum dipesan"))),
            (shown(None, Some((24, 0))), "uji · 1 halaman", Some((true, "Dipesan: 24 lembar"))),
            (
                shown(villages, Some((2150, 43))),
                "uji · 1 halaman · satu untuk tiap desa dan kelurahan (43)",
                Some((true, "Dipesan: 2.150 lembar")),
            ),
            (
                shown(villages, Some((2000, 40))),
                "uji · 1 halaman · satu untuk tiap desa dan kelurahan (43)",
                Some((true, "Dipesan: 2.000 lembar untuk 40 dari 43 desa dan kelurahan")),
            ),
        ] {
            assert_eq!(shown.amounts(), amounts);
            assert_eq!(shown.ordered(), ordered.map(|(is, said)| (is, said.to_owned())));
        }
    }

    #[test]
    fn sizes_are_said_as_offices_say_them() {
        for (size, pixels, expected) in [
            ((297.0, 210.0), None, "29,7 × 21 cm"),
            ((600.0, 1600.0), None, "60 × 160 cm"),
            ((6000.0, 1000.0), None, "6 × 1 m"),
            ((900.0, 3000.0), None, "0,9 × 3 m"),
            ((90.0, 112.5), Some(1080), "1080 × 1350 piksel"),
        ] {
            assert_eq!(measures(size, pixels), expected);
        }
    }

    #[test]
    fn a_format_says_its_size_once() {
        for (format, size, pixels, expected) in [
            ("Brosur lipat tiga (A4)", (297.0, 210.0), None, "Brosur lipat tiga (A4), 29,7 × 21 cm"),
            ("Spanduk 3 × 1 m", (3000.0, 1000.0), None, "Spanduk 3 × 1 m"),
            ("Umbul-umbul 90 × 300 cm", (900.0, 3000.0), None, "Umbul-umbul 90 × 300 cm"),
            ("Kartu persegi 1080 × 1080", (90.0, 90.0), Some(1080), "Kartu persegi 1080 × 1080 piksel"),
            ("Bahan tayang 16:9", (160.0, 90.0), Some(1920), "Bahan tayang 16:9, 1920 × 1080 piksel"),
        ] {
            let shown = Shown { format: format.to_owned(), size, pixels, ..shown(None, None) };
            assert_eq!(shown.called(), expected);
        }
    }
}
