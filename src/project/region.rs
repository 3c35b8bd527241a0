//! Reads a region's `daerah.yaml`.

use super::cells;
use super::codes::{BAD_CODE, DISTRICT_TWICE};
use super::fields::{number, raised_flag, whatsapp, yes};
use super::site::{is_url, office};
use crate::content::region::{Partner, Post};
use crate::content::sentence::upper_first;
use crate::content::village::Permit;
use crate::content::{District, Region, RegionCode};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, quoted};
use crate::source::reader::MapReader;

/// Reads `daerah.yaml`; `folder` is the code that the folder's name begins with.
pub(super) fn region(folder: &str, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Region> {
    let code = reader.required_text("kode").and_then(|text| code(folder, text, d));
    let name = reader.required_text("nama");
    let office = reader.map("kantor").map(office).unwrap_or_default();
    let posts = reader.maps("posko").into_iter().filter_map(post).collect();
    let districts: Vec<District> = reader.maps("kecamatan").into_iter().filter_map(district).collect();
    check_twice(&districts, d);
    // Both begin titles and lines; inside a sentence they are made small again.
    let capital = |word: Located<String>| word.map(|word| upper_first(&word));
    let village_word = reader.text("sebutan_desa").map(capital);
    let head_word = reader.text("sebutan_kepala_desa").map(capital);
    let logo = reader.text("logo");
    let partners = reader.maps("mitra").into_iter().filter_map(partner).collect();
    let accent = reader.text("aksen");
    let given = reader.text("url");
    let url = given.clone().filter(|url| is_url(url, d));
    let url_refused = given.is_some() && url.is_none();
    let specimen = raised_flag(&mut reader, "contoh");
    let place = reader.place().clone();
    reader.finish();
    Some(Region {
        code: code?,
        name: name?,
        office,
        posts,
        districts,
        village_word,
        head_word,
        logo,
        partners,
        accent,
        url,
        url_refused,
        specimen,
        place,
    })
}

fn code(folder: &str, text: Located<String>, d: &Diagnostics) -> Option<Located<RegionCode>> {
    let code = RegionCode::new(&text.value);
    let Some(code) = code.filter(|code| code.as_str() == folder) else {
        d.push(
            Diagnostic::error(BAD_CODE, format!("kode daerah `{}` tidak sama dengan nama foldernya, `{folder}`", text.value))
                .at(&text.place)
                .hint("samakan keduanya; kode Kemendagri ditulis di antara tanda kutip, misalnya \"61.11\""),
        );
        return None;
    };
    Some(Located { value: code, place: text.place })
}

fn post(mut reader: MapReader<'_>) -> Option<Post> {
    let name = reader.required_text("nama");
    let address = reader.required_text("alamat");
    let district = reader.text("kecamatan").map(cells::district);
    let phone = number(&mut reader, "telepon");
    // An empty text says no hours: the check tells so.
    let hours = reader.text("jam").filter(|hours| !hours.value.trim().is_empty());
    let coordinates = reader.text("koordinat");
    reader.finish();
    Some(Post { name: name?, address: address?, district, phone, hours, coordinates })
}

fn partner(mut reader: MapReader<'_>) -> Option<Partner> {
    let name = reader.required_text("nama");
    let logo = reader.text("logo");
    reader.finish();
    Some(Partner { name: name?, logo })
}

/// Reads an entry of `kecamatan:`.
fn district(mut reader: MapReader<'_>) -> Option<District> {
    let name = reader.required_text("nama").map(cells::district);
    let district = District {
        secretariat: reader.text("sekretariat"),
        address: reader.text("alamat"),
        phone: number(&mut reader, "telepon"),
        whatsapp: whatsapp(&mut reader),
        whatsapp_business: yes(&mut reader, "whatsapp_bisnis"),
        permit: Permit {
            from: reader.date("mulai").map(|day| day.value),
            until: reader.date("selesai").map(|day| day.value),
            web_consent: yes(&mut reader, "izin_web"),
            print_consent: yes(&mut reader, "izin_cetak"),
        },
        place: reader.place().clone(),
        name: name.clone().unwrap_or_else(|| Located::new(String::new(), reader.place().clone())),
    };
    reader.finish();
    name.map(|_| district)
}

fn check_twice(districts: &[District], d: &Diagnostics) {
    for (index, district) in districts.iter().enumerate() {
        let Some(first) = districts[..index].iter().find(|first| first.name.value == district.name.value) else { continue };
        d.push(
            Diagnostic::error(DISTRICT_TWICE, format!("kecamatan {} tertulis dua kali", quoted(&district.name)))
                .at(&district.name.place)
                .related(&first.name.place, "yang pertama di sini")
                .hint("gabungkan keduanya: satu kecamatan mempunyai satu kontak"),
        );
    }
}
