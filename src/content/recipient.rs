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
    /// `jumlah`: copies, at least one; one where the table does not say.
    pub copies: u32,
    /// The row as a whole.
    pub place: Place,
}

impl Recipient {
    /// The table that lists them.
    pub const FILE: &'static str = "penerima.csv";

    /// How messages and files call the recipient: the office held before the name, because a name alone says little.
    pub fn called(&self) -> &str {
        let name = self.position.as_ref().or(self.name.as_ref());
        name.map_or("", |name| name.value.as_str())
    }

    /// The lines of the address on a letter, behind `Yth.`
    pub fn lines(&self) -> Vec<&str> {
        let lines = [&self.name, &self.position, &self.institution, &self.address];
        let mut lines: Vec<&str> = lines.into_iter().flatten().map(|line| line.value.as_str()).collect();
        let district = self.district.as_ref().map(|district| district.value.as_str());
        if district.is_some_and(|district| lines.iter().any(|line| line.contains(district))) {
            return lines;
        }
        lines.extend(district);
        lines
    }
}
