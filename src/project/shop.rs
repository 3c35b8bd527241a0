//! Reads the entries of `percetakan.yaml`.

use super::codes::BAD_PRICE;
use super::fields::{flag, id};
use super::format::measure;
use crate::content::Id;
use crate::content::format::Family;
use crate::content::shop::{Price, Profile, Shop, Unit};
use crate::diagnostics::{Diagnostic, Diagnostics, Located};
use crate::source::reader::MapReader;

/// The most that one unit costs, in rupiah: a slip of a zero more is rather a mistake.
const DEAREST: i64 = 100_000_000;

/// Reads an entry of `profil`.
pub(super) fn profile(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Profile> {
    let title = reader.required_text("judul");
    let families = reader.choices("keluarga", &Family::CHOICES);
    let formats = reader.texts("format").into_iter().filter_map(|text| id(text, d)).collect();
    let bleed = measure(&mut reader, "bleed", 0.0..=50.0, d);
    let marks = flag(&mut reader, "tanda");
    let outlined = flag(&mut reader, "kurva");
    let materials = reader.texts("bahan");
    let place = reader.place().clone();
    reader.finish();
    Some(Profile { id: own, title: title?, families, formats, bleed: bleed?, marks, outlined, materials, place })
}

/// Reads an entry of `toko`.
pub(super) fn shop(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Shop> {
    let name = reader.required_text("nama");
    let address = reader.text("alamat");
    let phone = reader.text("telepon");
    let whatsapp = reader.text("whatsapp");
    let prices = reader.maps("harga").into_iter().filter_map(|entry| price(entry, d)).collect();
    let place = reader.place().clone();
    reader.finish();
    Some(Shop { id: own, name: name?, address, phone, whatsapp, prices, place })
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
