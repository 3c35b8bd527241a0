//! A kecamatan's secretariat: whom to call where a village's own supervisor can't be shown.

use super::village::Permit;
use crate::diagnostics::{Located, Place};

/// An entry of `kecamatan:` in `daerah.yaml`.
#[derive(Clone, Debug)]
pub struct District {
    /// `nama`: the kecamatan's name, as the table of villages has it.
    pub name: Located<String>,
    /// `sekretariat`: what the contact is called; `Panwaslu Kecamatan …` when left out.
    pub secretariat: Option<Located<String>>,
    /// `alamat`
    pub address: Option<Located<String>>,
    /// `telepon`
    pub phone: Option<Located<String>>,
    /// `whatsapp`
    pub whatsapp: Option<Located<String>>,
    /// `whatsapp_bisnis`: the number is a landline that is registered with WhatsApp Business.
    pub whatsapp_business: bool,
    /// When and where it may be shown.
    pub permit: Permit,
    /// The entry as a whole.
    pub place: Place,
}

impl District {
    /// What the contact is called.
    pub fn called(&self) -> String {
        self.secretariat.as_ref().map_or_else(|| format!("Sekretariat Kecamatan {}", self.name.value), |name| name.value.clone())
    }
}
