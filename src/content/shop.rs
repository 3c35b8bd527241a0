//! Print shops: how the files of each must be made, who they are, and what they charge.

use super::Id;
use super::format::{Family, Format};
use super::{Entries, Piece};
use crate::diagnostics::{Located, Place};

/// How files are made for one kind of shop: an entry of `profil` in `percetakan.yaml`.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The entry's id: `spanduk`, `digital`, `offset`.
    pub id: Id,
    /// `judul`: what this kind of printing is called.
    pub title: Located<String>,
    /// `keluarga`: the families that go there.
    pub families: Vec<Located<Family>>,
    /// `format`: formats that go there whatever their family.
    pub formats: Vec<Located<Id>>,
    /// `per_desa`: families whose pieces go there when each village has a sheet of its own: a plate for fifty copies pays nowhere.
    pub village_families: Vec<Located<Family>>,
    /// `bleed`: in mm, for formats whose colours run over the edge.
    pub bleed: f64,
    /// `tanda`: crop, fold and registration marks in the slug.
    pub marks: bool,
    /// `kurva`: text as curves, because the shop's program has not our fonts.
    pub outlined: bool,
    /// `kontur`: what the shop's cutter calls the ink of the line that it follows; none where nothing is cut along one.
    pub contour: Option<Located<String>>,
    /// `bahan`: what the shop prints on; empty when it takes anything.
    pub materials: Vec<Located<String>>,
    /// `icc`: the file with the profile of the shop's press, beside `percetakan.yaml`.
    pub icc: Option<Located<String>>,
    /// The entry as a whole.
    pub place: Place,
}

impl Profile {
    /// The format as this shop wants it. One without bleed stays so: its colours end at the edge, and there is nothing to print beyond. Where
    /// several copies stand on one press sheet, the bleed is the format's own: the gap between two was made for it.
    pub fn shape(&self, format: &Format) -> Format {
        let bleed = match format.press_sheet {
            Some(_) => format.bleed,
            None if format.bleed > 0.0 => self.bleed,
            None => 0.0,
        };
        Format { bleed, marks: self.marks, ..format.clone() }
    }

    /// Whether the shop has this material, whatever its capitals.
    pub fn takes(&self, material: &str) -> bool {
        let wanted = material.trim().to_lowercase();
        self.materials.is_empty() || self.materials.iter().any(|known| known.value.trim().to_lowercase() == wanted)
    }
}

/// The shop that prints a profile's orders for one office: an entry of `toko`.
#[derive(Clone, Debug)]
pub struct Shop {
    /// The id of its [`Profile`].
    pub id: Id,
    /// `nama`
    pub name: Located<String>,
    /// `alamat`
    pub address: Option<Located<String>>,
    /// `telepon`
    pub phone: Option<Located<String>>,
    /// `whatsapp`
    pub whatsapp: Option<Located<String>>,
    /// `harga`: what it charges; the first that fits an item counts.
    pub prices: Vec<Price>,
    /// The entry as a whole.
    pub place: Place,
}

/// What one unit costs.
#[derive(Clone, Debug)]
pub struct Price {
    /// `format`: only for this format.
    pub format: Option<Located<Id>>,
    /// `bahan`: only on this material.
    pub material: Option<Located<String>>,
    /// `satuan`
    pub unit: Unit,
    /// `rupiah` for one unit.
    pub rupiah: i64,
}

/// What a price counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// `m2`: square metres of the trimmed sheet.
    SquareMetre,
    /// `lembar`: sheets.
    Sheet,
}

impl Unit {
    /// The words of the file.
    pub const CHOICES: [(&'static str, Unit); 2] = [("m2", Unit::SquareMetre), ("lembar", Unit::Sheet)];
}

impl Shop {
    /// The price of a piece of this format.
    pub fn price(&self, piece: &Piece, format: &Format) -> Option<&Price> {
        let material = piece.material.as_ref().map(|material| material.value.trim().to_lowercase());
        self.prices.iter().find(|price| {
            let format_fits = price.format.as_ref().is_none_or(|only| only.value == format.id);
            let wanted = price.material.as_ref().map(|only| only.value.trim().to_lowercase());
            format_fits && (wanted.is_none() || wanted == material)
        })
    }
}

/// The profile that a piece of a format goes to: the one that names the format, else the one that takes its family, where pieces with a sheet
/// a village may have one of their own. What is for screens goes nowhere.
pub fn profile_for<'a>(profiles: &'a Entries<Profile>, format: &Format, per_village: bool) -> Option<&'a Profile> {
    if format.is_screen() {
        return None;
    }
    let takes = |families: &[Located<Family>]| families.iter().any(|family| family.value == format.family);
    let named = profiles.iter().find(|profile| profile.formats.iter().any(|id| id.value == format.id));
    let of_villages = || profiles.iter().find(|profile| per_village && takes(&profile.village_families));
    named.or_else(of_villages).or_else(|| profiles.iter().find(|profile| takes(&profile.families)))
}

/// A piece that an office orders: an entry of `pesan` in its own `percetakan.yaml`.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The piece's id.
    pub id: Id,
    /// `jumlah`: how many copies; of a piece with a sheet a village, for each village whose cell says nothing. 0 orders none.
    pub copies: Located<i64>,
    /// The entry as a whole.
    pub place: Place,
}
