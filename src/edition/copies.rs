//! How many copies of a piece an office orders.
//!
//! Only the office says so: in `pesan` of its own `percetakan.yaml`, in its table of villages, or in a piece of its own. The number in a piece
//! of a layer below is a suggestion: nobody pays for a billboard that a national file thought of.

use std::collections::BTreeMap;

use super::{Edition, EditionCode};
use crate::content::{Piece, Village};

impl Edition {
    /// The copies for one village: its cell in the table of villages, else the number of the piece. None where none are ordered.
    pub fn village_copies(&self, piece: &Piece, village: &Village) -> Option<u64> {
        let given = self.given(piece);
        if given == Some(0) {
            return None;
        }
        cell(piece, village).or(given).filter(|copies| *copies > 0)
    }

    /// The villages that have a sheet of a piece, in the order in which the sheets lie in one file: those of a kecamatan together, by code.
    pub fn sheet_villages(&self, piece: &Piece) -> Vec<&Village> {
        let mut villages: Vec<&Village> = self.villages.iter().filter(|village| piece.is_for(village)).collect();
        villages.sort_by(|a, b| a.code.value.cmp(&b.code.value));
        let mut districts: BTreeMap<&str, usize> = BTreeMap::new();
        for village in &villages {
            let next = districts.len();
            districts.entry(&village.district.value).or_insert(next);
        }
        villages.sort_by_key(|village| districts.get(village.district.value.as_str()).copied());
        villages
    }

    /// The villages whose sheets lie in one file for the shop: those that get copies, or all while none does.
    pub fn bound_villages(&self, piece: &Piece) -> Vec<&Village> {
        let mut villages = self.sheet_villages(piece);
        if villages.iter().any(|village| self.village_copies(piece, village).is_some()) {
            villages.retain(|village| self.village_copies(piece, village).is_some());
        }
        villages
    }

    /// The villages of an ordered piece of which nobody has said how many copies they get, not even none.
    pub fn forgotten_villages(&self, piece: &Piece) -> Vec<&Village> {
        if self.copies(piece).is_none() || !piece.per_village || self.given(piece).is_some() {
            return vec![];
        }
        self.sheet_villages(piece).into_iter().filter(|village| cell(piece, village).is_none()).collect()
    }

    /// The copies of the whole piece; for one sheet a village those of all villages together. None when none are ordered.
    pub fn copies(&self, piece: &Piece) -> Option<u64> {
        let all: u64 = if piece.per_recipient {
            self.recipients.iter().map(|recipient| u64::from(recipient.copies)).sum()
        } else if piece.per_village {
            let villages = self.villages.iter().filter(|village| piece.is_for(village));
            villages.filter_map(|village| self.village_copies(piece, village)).sum()
        } else {
            self.given(piece).unwrap_or_default()
        };
        (all > 0).then_some(all)
    }

    /// The number of a layer below, for a piece of which the office has not said anything.
    pub fn suggested(&self, piece: &Piece) -> Option<u64> {
        let unsaid = self.given(piece).is_none() && self.copies(piece).is_none();
        number(piece).filter(|copies| unsaid && *copies > 0)
    }

    /// The number that the office itself gives for the piece.
    fn given(&self, piece: &Piece) -> Option<u64> {
        match self.wanted.get(piece.id.as_str()) {
            Some(wanted) => u64::try_from(wanted.copies.value).ok(),
            None => number(piece).filter(|_| self.is_own(piece)),
        }
    }

    /// Whether the piece is a file of this office alone. A national one is for all of them.
    fn is_own(&self, piece: &Piece) -> bool {
        self.code != EditionCode::National && self.pieces.get(&piece.id).is_some_and(|item| item.layer == self.code)
    }
}

/// What the table of villages says of a village's copies.
fn cell(piece: &Piece, village: &Village) -> Option<u64> {
    village.copies.iter().find(|(column, _)| column.value == piece.id.as_str()).map(|(_, copies)| u64::from(*copies))
}

fn number(piece: &Piece) -> Option<u64> {
    piece.copies.as_ref().and_then(|copies| u64::try_from(copies.value).ok())
}
