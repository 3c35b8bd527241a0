//! S7: print shops and what is sent on: every piece has one shop that can print it, every card the words that go with it.

use crate::content::format::Family;
use crate::content::shop::{Profile, Shop, profile_for};
use crate::content::{Format, Id, Piece, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, did_you_mean};
use crate::edition::Edition;

/// A profile or a price names a format that the theme does not have.
pub const UNKNOWN_FORMAT: &str = "S701";
/// Two profiles take the same format or family.
pub const TWO_SHOPS: &str = "S702";
/// A shop for a profile that is not there.
pub const UNKNOWN_PROFILE: &str = "S703";
/// A material that the shop does not have.
pub const UNKNOWN_MATERIAL: &str = "S704";
/// A piece that no shop takes.
pub const NO_SHOP: &str = "S705";
/// A card without the words that go with it.
pub const NO_CAPTION: &str = "S706";
/// A caption that phones cut off.
pub const LONG_CAPTION: &str = "S707";
/// A caption with marks that WhatsApp shows as they are.
pub const MARKED_CAPTION: &str = "S708";

/// The longest caption, in characters, the contact lines at its end not counted. WhatsApp folds longer ones behind "Baca selengkapnya";
/// the number is an assumption, chosen so that the text fills about one screen of a cheap phone.
pub const LONGEST_CAPTION: usize = 700;

/// Checks an edition's profiles and shops, and its pieces against them.
pub(super) fn check(edition: &Edition, theme: &Theme, d: &Diagnostics) {
    for profile in edition.profiles.iter() {
        profile.formats.iter().for_each(|format| check_format(format, theme, d));
        check_twice(edition, profile, d);
    }
    for shop in edition.shops.iter() {
        check_shop(edition, shop, theme, d);
    }
    for item in edition.pieces.values() {
        if let Some(format) = theme.formats.get(&item.data.format.value) {
            check_piece(edition, &item.data, format, d);
        }
    }
}

fn check_format(format: &Located<Id>, theme: &Theme, d: &Diagnostics) {
    if theme.formats.contains_key(&format.value) {
        return;
    }
    let known = theme.formats.keys().map(Id::as_str);
    let hint = did_you_mean(format.value.as_str(), known, || "jalankan `suluh formats` untuk melihat semua format".to_owned());
    let unknown = format!("format `{}` tidak dikenal di `percetakan.yaml`", format.value);
    d.push(Diagnostic::error(UNKNOWN_FORMAT, unknown).at(&format.place).hint(hint));
}

/// A format that two profiles take would be in two orders, and be printed twice.
fn check_twice(edition: &Edition, profile: &Profile, d: &Diagnostics) {
    let before = || edition.profiles.iter().take_while(|other| other.id != profile.id);
    for format in &profile.formats {
        let first = before().find_map(|other| other.formats.iter().find(|known| known.value == format.value));
        if let Some(first) = first {
            d.push(twice(&format!("format `{}`", format.value), &format.place, &first.place));
        }
    }
    for family in &profile.families {
        let first = before().find_map(|other| other.families.iter().find(|known| known.value == family.value));
        if let Some(first) = first {
            d.push(twice(&format!("keluarga `{}`", family.value.key()), &family.place, &first.place));
        }
    }
}

fn twice(what: &str, place: &Place, first: &Place) -> Diagnostic {
    Diagnostic::error(TWO_SHOPS, format!("{what} masuk ke dua profil percetakan"))
        .at(place)
        .related(first, "yang pertama di sini")
        .because("satu bahan cetak masuk ke satu pesanan saja")
        .hint("hapus salah satunya")
}

fn check_shop(edition: &Edition, shop: &Shop, theme: &Theme, d: &Diagnostics) {
    let Some(profile) = edition.profiles.get(shop.id.as_str()) else {
        if !edition.profiles.is_unreadable(shop.id.as_str()) {
            let known: Vec<&str> = edition.profiles.with_ids().map(|(id, _)| id.as_str()).collect();
            let list = known.join(", ");
            let hint = did_you_mean(shop.id.as_str(), known, || format!("profil yang ada: {list}"));
            let unknown = format!("toko untuk profil `{}`, yang tidak ada", shop.id);
            d.push(Diagnostic::error(UNKNOWN_PROFILE, unknown).at(&shop.place).hint(hint));
        }
        return;
    };
    for price in &shop.prices {
        price.format.iter().for_each(|format| check_format(format, theme, d));
        price.material.iter().for_each(|material| check_material(material, profile, d));
    }
}

fn check_material(material: &Located<String>, profile: &Profile, d: &Diagnostics) {
    if profile.takes(material) {
        return;
    }
    let known = profile.materials.iter().map(|known| known.value.as_str());
    let list = known.clone().collect::<Vec<_>>().join(", ");
    let hint = did_you_mean(material, known, || format!("pilih salah satu: {list}; atau tambahkan di `bahan` profil itu"));
    let unknown = format!("bahan `{}` tidak ada pada profil `{}`", material.value, profile.id);
    d.push(Diagnostic::warning(UNKNOWN_MATERIAL, unknown).at(&material.place).hint(hint));
}

fn check_piece(edition: &Edition, piece: &Piece, format: &Format, d: &Diagnostics) {
    if format.is_screen() {
        if format.family == Family::Kartu {
            check_caption(edition, piece, d);
        }
        return;
    }
    match profile_for(&edition.profiles, format) {
        Some(profile) => piece.material.iter().for_each(|material| check_material(material, profile, d)),
        None if edition.profiles.is_empty() || edition.profiles.loses_any() => {}
        None => d.push(
            Diagnostic::warning(NO_SHOP, format!("bahan cetak `{}` tidak masuk pesanan mana pun", piece.id))
                .at(&piece.format.place)
                .because(format!("tidak ada profil percetakan untuk keluarga `{}`", format.family.key()))
                .hint("tambahkan keluarga atau format ini pada salah satu profil di `percetakan.yaml`"),
        ),
    }
}

fn check_caption(edition: &Edition, piece: &Piece, d: &Diagnostics) {
    let Some(caption) = &piece.caption else {
        d.push(
            Diagnostic::error(NO_CAPTION, format!("kartu `{}` belum punya `keterangan`", piece.id))
                .at(&piece.meta.place)
                .because("kartu dikirim lewat WhatsApp bersama tulisannya")
                .hint("tambahkan `keterangan:` dengan satu sampai tiga kalimat; alamat dan nomor kantor ditambahkan sendiri"),
        );
        return;
    };
    let length = edition.fill(caption).chars().count();
    if length > LONGEST_CAPTION {
        d.push(
            Diagnostic::warning(LONG_CAPTION, format!("`keterangan` sepanjang {length} huruf, paling baik {LONGEST_CAPTION}"))
                .at(&caption.place)
                .because("yang lebih panjang terlipat di bawah Baca selengkapnya")
                .hint("pendekkan; uraian lengkap ada di halaman yang dituju kode QR"),
        );
    }
    let leftover = ["**", "__", "](", "`"].into_iter().find(|mark| caption.value.contains(mark));
    let heading = caption.value.lines().any(|line| line.trim_start().starts_with('#') && line.contains("# "));
    if let Some(mark) = leftover.or(heading.then_some("#")) {
        d.push(
            Diagnostic::error(MARKED_CAPTION, format!("`keterangan` memuat tanda `{mark}`, yang tampil apa adanya di WhatsApp"))
                .at(&caption.place)
                .hint("tulis kalimat biasa; untuk huruf tebal WhatsApp memakai satu bintang: *tebal*"),
        );
    }
}
