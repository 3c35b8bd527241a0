//! Reads the entries of `percetakan.yaml`.

use super::codes::{BAD_COPIES, BAD_PRICE, BAD_SPOT};
use super::fields::{flag, id, number, whatsapp};
use super::format::measure;
use crate::content::Id;
use crate::content::format::Family;
use crate::content::shop::{Price, Profile, Shop, Unit, Wanted};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, quoted};
use crate::source::reader::MapReader;

/// The most that one unit costs, in rupiah: a slip of a zero more is rather a mistake.
const DEAREST: i64 = 100_000_000;
/// The most copies of one piece: a sheet for every family of the largest province.
const MOST_COPIES: i64 = 10_000_000;

/// Reads an entry of `profil`.
pub(super) fn profile(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Profile> {
    let title = reader.required_text("judul");
    let families = reader.choices("keluarga", &Family::CHOICES);
    let formats = reader.texts("format").into_iter().filter_map(|text| id(text, d)).collect();
    let village_families = reader.choices("per_desa", &Family::CHOICES);
    let bleed = measure(&mut reader, "bleed", 0.0..=50.0, d);
    let marks = flag(&mut reader, "tanda");
    let outlined = flag(&mut reader, "kurva");
    let contour = reader.text("kontur").filter(|name| is_spot(name, d));
    let materials = reader.texts("bahan");
    let icc = reader.text("icc");
    let place = reader.place().clone();
    reader.finish();
    Some(Profile {
        id: own,
        title: title?,
        families,
        formats,
        village_families,
        bleed: bleed?,
        marks,
        outlined,
        contour,
        materials,
        icc,
        place,
    })
}

/// Reads an entry of `toko`.
pub(super) fn shop(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Shop> {
    let name = reader.required_text("nama");
    let address = reader.text("alamat");
    let phone = number(&mut reader, "telepon");
    let whatsapp = whatsapp(&mut reader);
    let prices = reader.maps("harga").into_iter().filter_map(|entry| price(entry, d)).collect();
    let place = reader.place().clone();
    reader.finish();
    Some(Shop { id: own, name: name?, address, phone, whatsapp, prices, place })
}

/// Reads an entry of `pesan`.
pub(super) fn wanted(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Wanted> {
    let copies = reader.require("jumlah").integer("jumlah").filter(|count| is_printable(count, d));
    let place = reader.place().clone();
    reader.finish();
    Some(Wanted { id: own, copies: copies?, place })
}

/// Whether so many copies can be ordered; 0 orders none.
pub(super) fn is_printable(count: &Located<i64>, d: &Diagnostics) -> bool {
    let printable = (0..=MOST_COPIES).contains(&count.value);
    if !printable {
        d.push(
            Diagnostic::error(BAD_COPIES, format!("`jumlah: {}` tidak dapat dicetak", count.value))
                .at(&count.place)
                .hint("tulis bilangan bulat sampai 10.000.000; 0 berarti tidak dipesan"),
        );
    }
    printable
}

/// The longest name of a spot colour that cutters show whole (an assumption).
const LONGEST_SPOT: usize = 40;
/// Names of inks that are no spot colours: those of the four plates, and the two that PDF keeps for itself (PDF 32000-1, 8.6.6.4).
const NO_SPOTS: [&str; 6] = ["all", "none", "cyan", "magenta", "yellow", "black"];

/// Whether a cutter can find a line by this name.
fn is_spot(name: &Located<String>, d: &Diagnostics) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.');
    let sound = (1..=LONGEST_SPOT).contains(&name.value.len())
        && name.value.chars().all(plain)
        && !NO_SPOTS.contains(&name.value.to_lowercase().as_str());
    if !sound {
        d.push(
            Diagnostic::error(BAD_SPOT, format!("{} bukan nama warna pisau", quoted(name)))
                .at(&name.place)
                .because("mesin potong mencari garisnya menurut nama itu, huruf demi huruf")
                .hint("tanyakan namanya kepada percetakan; yang lazim `CutContour`"),
        );
    }
    sound
}

fn price(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Price> {
    let format = reader.text("format").and_then(|text| id(text, d));
    let material = reader.text("bahan");
    let unit = reader.require("satuan").choice("satuan", &Unit::CHOICES);
    let rupiah = reader.require("rupiah").integer("rupiah").filter(|rupiah| is_price(rupiah, d));
    reader.finish();
    Some(Price { format, material, unit: unit?.value, rupiah: rupiah?.value })
}

fn is_price(rupiah: &Located<i64>, d: &Diagnostics) -> bool {
    let sound = (1..=DEAREST).contains(&rupiah.value);
    if !sound {
        d.push(
            Diagnostic::error(BAD_PRICE, format!("`rupiah: {}` bukan harga", rupiah.value))
                .at(&rupiah.place)
                .hint("tulis bilangan bulat dari 1 sampai 100000000, tanpa titik dan tanpa `Rp`"),
        );
    }
    sound
}
