//! How many copies of a piece an office prints.

use std::collections::BTreeMap;

use super::Edition;
use crate::content::{Piece, Village};

impl Edition {
    /// The copies for one village: its cell in the table of villages, else the number of the piece.
    pub fn village_copies(&self, piece: &Piece, village: &Village) -> Option<u64> {
        let own =
            village.copies.iter().find(|(column, _)| column.value == piece.id.as_str()).map(|(_, copies)| u64::from(*copies));
        own.or_else(|| given(piece))
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

    /// The copies of the whole piece; for one sheet a village those of all villages together. None when nobody has said.
    pub fn copies(&self, piece: &Piece) -> Option<u64> {
        if piece.per_recipient {
            let all: u64 = self.recipients.iter().map(|recipient| u64::from(recipient.copies)).sum();
            return (all > 0).then_some(all);
        }
        if !piece.per_village {
            return given(piece);
        }
        let villages = self.villages.iter().filter(|village| piece.is_for(village));
        let known: Vec<u64> = villages.filter_map(|village| self.village_copies(piece, village)).collect();
        (!known.is_empty()).then(|| known.iter().sum())
    }
}

fn given(piece: &Piece) -> Option<u64> {
    piece.copies.as_ref().and_then(|copies| u64::try_from(copies.value).ok())
}
