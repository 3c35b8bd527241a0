//! Who signs at a ceremony: a row of `penandatangan.csv`.

use crate::diagnostics::{Located, Place};

/// Someone who signs a declaration: by name, by office held, or both. No letter goes to them, so the list is not that of the recipients.
#[derive(Clone, Debug)]
pub struct Signatory {
    /// `nama`
    pub name: Option<Located<String>>,
    /// `jabatan`: the office held.
    pub position: Option<Located<String>>,
    /// `instansi`
    pub institution: Option<Located<String>>,
    /// The row as a whole.
    pub place: Place,
}

impl Signatory {
    /// The table that lists them.
    pub const FILE: &'static str = "penandatangan.csv";

    /// What stands below their line on a banner: the office held before the name, because a name alone says little.
    pub fn called(&self) -> &str {
        let name = self.position.as_ref().or(self.name.as_ref());
        name.map_or("", |name| name.value.as_str())
    }
}
