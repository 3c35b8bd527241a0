//! Who gets a letter: a row of `penerima.csv`.

use crate::diagnostics::{Located, Place};

/// Someone an office writes to: by name, by office held, or both.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// `nama`
    pub name: Option<Located<String>>,
    /// `jabatan`: the office held.
    pub position: Option<Located<String>>,
    /// `instansi`
    pub institution: Option<Located<String>>,
    /// `alamat`
    pub address: Option<Located<String>>,
    /// `kecamatan`
    pub district: Option<Located<String>>,
    /// `jumlah`: copies, at least one.
    pub copies: u32,
    /// The row as a whole.
    pub place: Place,
}
