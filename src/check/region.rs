//! S4: a region's contacts, without which a leaflet tells nobody whom to call.

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::edition::Edition;

/// An office without a telephone or WhatsApp number.
pub const NO_NUMBER: &str = "S410";
/// Contacts are placeholders: everything printed carries CONTOH.
pub const SPECIMEN: &str = "S411";

/// Checks one edition's office.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    let (place, flag) = match &edition.region {
        Some(region) => (&region.place, region.specimen),
        None => (&edition.site.place, edition.site.specimen),
    };
    if edition.office.phone.is_none() && edition.office.whatsapp.is_none() {
        d.push(
            Diagnostic::warning(NO_NUMBER, format!("kantor {} tidak mempunyai nomor telepon", edition.name))
                .at(place)
                .because("pembaca brosur tidak tahu siapa yang dihubungi")
                .hint("isi `kantor: telepon:` atau `kantor: whatsapp:`"),
        );
    }
    if flag {
        d.push(
            Diagnostic::note(SPECIMEN, format!("kontak {} masih contoh", edition.name))
                .at(place)
                .because("setiap lembar cetak bertuliskan CONTOH sampai kontaknya diisi")
                .hint("isi kontak yang benar, lalu hapus baris `contoh: true`"),
        );
    }
}
