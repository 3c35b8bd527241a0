//! Reads `suluh.yaml`.

use super::Link;
use super::basis::basis;
use super::codes::BAD_URL;
use super::fields::{id, number, raised_flag, whatsapp, yes};
use super::silence::{self, Reach, Written};
use crate::content::Site;
use crate::content::law::Regime;
use crate::content::site::{Election, Office};
use crate::diagnostics::{Diagnostic, Diagnostics, Located};
use crate::source::reader::MapReader;

/// Reads `suluh.yaml`.
pub(super) fn site(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Site> {
    // Followed when the chain was opened; what is wrong with it is told once.
    let _ = basis(&mut reader, d);
    // Taken from each project of the chain for its own files.
    let _ = silence::entries(&mut reader, Reach::Project, d);
    let title = inherited(&mut reader, "judul").text("judul");
    let institution = inherited(&mut reader, "lembaga").text("lembaga");
    let url = inherited(&mut reader, "url").text("url").filter(|url| is_url(url, d));
    let theme = inherited(&mut reader, "tema").text("tema").and_then(|text| id(text, d));
    let election = inherited(&mut reader, "pemilihan").map("pemilihan").and_then(election);
    let office = reader.map("kantor").map(office).unwrap_or_default();
    let specimen = raised_flag(&mut reader, "contoh");
    let documents = reader.boolean("dokumen").is_none_or(|documents| documents.value);
    let place = reader.place().clone();
    reader.finish();
    Some(Site {
        title: title?,
        institution: institution?,
        url: url?,
        theme: theme?,
        election: election?,
        office,
        specimen,
        documents,
        place,
    })
}

/// `abaikan:` of one project of the chain: unlike other keys it is not inherited, since it speaks of the files beside it.
pub(super) fn silenced(link: &Link, d: &Diagnostics) -> Option<Written> {
    let file = link.tree.get("suluh.yaml")?;
    let mut reader = MapReader::new(link.settings.as_ref()?, "suluh.yaml", d)?;
    let entries = silence::entries(&mut reader, Reach::Project, d);
    Some(Written { path: file.path().to_owned(), inside: file.inside().to_owned(), reach: Reach::Project, entries })
}

/// Reports a key that neither the project nor its bases give.
fn inherited<'r, 'a>(reader: &'r mut MapReader<'a>, key: &str) -> &'r mut MapReader<'a> {
    if !reader.has(key) {
        reader.missing_in_all(key);
    }
    reader
}

/// Whether an address can stand in a QR code and before a path.
pub(super) fn is_url(url: &Located<String>, d: &Diagnostics) -> bool {
    let rest = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let fits = !host.is_empty() && url.value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~:/".contains(&b));
    if !fits {
        d.push(
            Diagnostic::error(BAD_URL, format!("`{}` bukan alamat situs yang lengkap", url.value))
                .at(&url.place)
                .because("alamat ini menjadi awal setiap kode QR yang dicetak")
                .hint("tulis dengan `https://`, tanpa spasi dan tanpa tanda tanya, misalnya `https://kayongutara.bawaslu.go.id`"),
        );
    }
    fits
}

fn election(mut reader: MapReader<'_>) -> Option<Election> {
    let name = reader.required_text("nama");
    let year = reader.require("tahun").integer("tahun");
    let regime = reader.require("rezim").choice("rezim", &Regime::CHOICES);
    let day = reader.date("hari");
    reader.finish();
    Some(Election { name: name?, year: year?, regime: regime?, day })
}

/// Reads `kantor:`.
pub(super) fn office(mut reader: MapReader<'_>) -> Office {
    let office = Office {
        name: reader.text("nama"),
        address: reader.text("alamat"),
        phone: number(&mut reader, "telepon"),
        whatsapp: whatsapp(&mut reader),
        whatsapp_business: yes(&mut reader, "whatsapp_bisnis"),
        email: reader.text("surel"),
        website: reader.text("situs"),
        social: reader.maps("media_sosial").into_iter().filter_map(social).collect(),
    };
    reader.finish();
    office
}

fn social(mut reader: MapReader<'_>) -> Option<(Located<String>, Located<String>)> {
    let network = reader.required_text("nama");
    let account = reader.required_text("akun");
    reader.finish();
    Some((network?, account?))
}
