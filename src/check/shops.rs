//! S7: print shops and what is sent on: every piece has one shop that can print it, every card the words that go with it.

use super::region::{check_number, check_whatsapp};
use crate::content::format::Family;
use crate::content::shop::{Profile, Shop, profile_for};
use crate::content::{EditionCode, Format, Id, Piece, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, Rule, did_you_mean, quoted};
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

/// A profile names a press whose file is not there.
pub const NO_ICC: &str = "S714";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(UNKNOWN_FORMAT, "`percetakan.yaml` menyebut format yang tidak ada.")
        .why("Harga atau profil itu tidak pernah dipakai.")
        .repair("Pakai nama format yang disarankan.")
        .example("format `spanduk-300x10` tidak dikenal di `percetakan.yaml`"),
    Rule::error(TWO_SHOPS, "Dua profil percetakan mengambil format atau keluarga yang sama.")
        .why("Satu bahan akan dipesan di dua toko.")
        .repair("Sisakan format itu pada satu profil saja.")
        .example("keluarga `naskah` masuk ke dua profil percetakan, `digital` dan `lain`"),
    Rule::error(UNKNOWN_PROFILE, "Toko ditulis untuk profil yang tidak ada.")
        .why("Alamat tokonya tidak akan tercantum di pesanan mana pun.")
        .repair("Pakai nama profil yang disebut pesan.")
        .example("toko untuk profil `spanduq`, yang tidak ada"),
    Rule::warning(UNKNOWN_MATERIAL, "Bahan yang dipesan tidak ada pada profil percetakannya.")
        .why("Percetakan akan bertanya, atau mengganti dengan bahan lain.")
        .repair("Pilih bahan yang disebut pesan, atau tambahkan di `bahan` profil itu.")
        .example("bahan `Flexi China 340 gsm` tidak ada pada profil `spanduk`"),
    Rule::warning(NO_SHOP, "Bahan cetak tidak masuk pesanan mana pun.")
        .why("Lembarnya dibuat tetapi tidak pernah dipesan.")
        .repair("Tambahkan keluarga atau formatnya pada salah satu profil di `percetakan.yaml`.")
        .example("bahan cetak `brosur-warga` tidak masuk pesanan mana pun"),
    Rule::error(NO_CAPTION, "Kartu WhatsApp belum punya kalimat pengantar.")
        .why("Gambar tanpa kalimat sering diteruskan tanpa sumber dan tanpa cara melapor.")
        .repair("Tambahkan `keterangan:` dengan satu sampai tiga kalimat.")
        .example("kartu `kartu-suka` belum punya `keterangan`"),
    Rule::warning(LONG_CAPTION, "Kalimat pengantar kartu lebih panjang daripada yang tampil di WhatsApp.")
        .why("Sisanya terlipat di bawah Baca selengkapnya.")
        .repair("Pendekkan; uraian lengkap ada di halaman yang dituju kode QR.")
        .example("`keterangan` sepanjang 812 huruf, paling baik 700"),
    Rule::error(MARKED_CAPTION, "Kalimat pengantar memuat tanda Markdown.")
        .why("WhatsApp menampilkan tanda itu apa adanya.")
        .repair("Tulis kalimat biasa; huruf tebal WhatsApp memakai satu bintang.")
        .example("`keterangan` memuat tanda `**`, yang tampil apa adanya di WhatsApp"),
    Rule::error(NO_ICC, "Profil percetakan menyebut profil warna yang tidak ada.")
        .why("Pesanan akan dibuat untuk mesin yang bukan dimaksud.")
        .repair("Taruh berkas .icc dari percetakan di samping `percetakan.yaml`.")
        .example("profil warna `mesin.icc` tidak ada"),
];

/// Checks an edition's profiles and shops, and its pieces against them.
pub(super) fn check(edition: &Edition, theme: &Theme, d: &Diagnostics) {
    for profile in edition.profiles.iter() {
        profile.formats.iter().for_each(|format| check_format(format, theme, d));
        check_twice(edition, profile, d);
        profile.icc.iter().for_each(|icc| check_icc(edition, icc, d));
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

fn check_icc(edition: &Edition, icc: &Located<String>, d: &Diagnostics) {
    if edition.presses.contains_key(&icc.value) {
        return;
    }
    let hint = did_you_mean(icc, edition.presses.keys().map(String::as_str), || {
        "taruh berkas .icc dari percetakan di folder yang sama dengan `percetakan.yaml`, dan tulis namanya saja".to_owned()
    });
    d.push(Diagnostic::error(NO_ICC, format!("profil warna {} tidak ada", quoted(icc))).at(&icc.place).hint(hint));
}

/// A list of families of a profile.
type FamiliesOf = fn(&Profile) -> &[Located<Family>];

/// A format that two profiles take would be in two orders, and be printed twice.
fn check_twice(edition: &Edition, profile: &Profile, d: &Diagnostics) {
    let before = || edition.profiles.iter().take_while(|other| other.id != profile.id);
    for format in &profile.formats {
        let first = before().find_map(|other| {
            let same = other.formats.iter().find(|known| known.value == format.value)?;
            Some((&other.id, &same.place))
        });
        if let Some(first) = first {
            d.push(twice(&format!("format `{}`", format.value), (&profile.id, &format.place), first));
        }
    }
    let lists: [(&str, FamiliesOf); 2] =
        [("keluarga", |profile| &profile.families), ("`per_desa` keluarga", |profile| &profile.village_families)];
    for (what, list) in lists {
        for family in list(profile) {
            let first = before().find_map(|other| {
                let same = list(other).iter().find(|known| known.value == family.value)?;
                Some((&other.id, &same.place))
            });
            if let Some(first) = first {
                d.push(twice(&format!("{what} `{}`", family.value.key()), (&profile.id, &family.place), first));
            }
        }
    }
}

/// Where the two stand in different files, an office can change only its own: it says how to do without the one of the layer below.
fn twice(what: &str, (own, place): (&Id, &Place), (other, first): (&Id, &Place)) -> Diagnostic {
    let hint = if first.path() == place.path() {
        "hapus salah satunya".to_owned()
    } else {
        let is_region = |place: &Place| place.path().contains("/daerah/");
        let (mine, below) = if is_region(first) && !is_region(place) { (first, own) } else { (place, other) };
        let file = mine.path();
        format!(
            "bila profil `{below}` tidak dipakai, tulis `- id: {below}` dengan `hapus: true` di `profil` dalam `{file}`; bila dipakai, \
             tulis ulang profil itu di sana tanpa {what}"
        )
    };
    Diagnostic::error(TWO_SHOPS, format!("{what} masuk ke dua profil percetakan, `{other}` dan `{own}`"))
        .at(place)
        .related(first, "yang pertama di sini")
        .because("satu bahan cetak masuk ke satu pesanan saja")
        .hint(hint)
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
    check_number(shop.phone.as_ref(), d);
    check_whatsapp(shop.whatsapp.as_ref(), d);
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
    match profile_for(&edition.profiles, format, piece.per_village) {
        // What an office orders nowhere need not be on the list of its shop.
        Some(_) if edition.code != EditionCode::National && edition.copies(piece).is_none() => {}
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
