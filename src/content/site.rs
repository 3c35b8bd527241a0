//! Who publishes: the project's own settings and an office with its contacts.

use super::Id;
use super::law::Regime;
use crate::diagnostics::{Located, Place};
use crate::source::Date;

/// An office's contacts (`kantor`). A key that a kabupaten leaves out is not filled from above:
/// another office's number on its leaflet would be a wrong number.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// `nama`
    pub name: Option<Located<String>>,
    /// `alamat`
    pub address: Option<Located<String>>,
    /// `telepon`, as printed.
    pub phone: Option<Located<String>>,
    /// `whatsapp`, as printed.
    pub whatsapp: Option<Located<String>>,
    /// `whatsapp_bisnis`: the number is a landline that is registered with WhatsApp Business.
    pub whatsapp_business: bool,
    /// `surel`
    pub email: Option<Located<String>>,
    /// `situs`
    pub website: Option<Located<String>>,
    /// `media_sosial`: name of the network and account.
    pub social: Vec<(Located<String>, Located<String>)>,
}

/// The election under way (`pemilihan`).
#[derive(Clone, Debug)]
pub struct Election {
    /// `nama`: how it is called in running text.
    pub name: Located<String>,
    /// `tahun`
    pub year: Located<i64>,
    /// `rezim`
    pub regime: Located<Regime>,
    /// `hari`: the day of the vote, when it is known.
    pub day: Option<Located<Date>>,
}

/// `suluh.yaml`.
#[derive(Clone, Debug)]
pub struct Site {
    /// `judul`: the name of the site.
    pub title: Located<String>,
    /// `lembaga`: the institution.
    pub institution: Located<String>,
    /// `url`: where the site will stand, without a slash at the end. QR codes begin with it.
    pub url: Located<String>,
    /// `tema`: the folder below `themes/`.
    pub theme: Located<Id>,
    /// `pemilihan`
    pub election: Election,
    /// `kantor`: the national office.
    pub office: Office,
    /// `contoh`: contacts are placeholders.
    pub specimen: Option<Place>,
    /// `dokumen`: whether pages are also made as PDF documents to download.
    pub documents: bool,
    /// The file as a whole.
    pub place: Place,
}
