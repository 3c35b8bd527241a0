//! How many copies of a piece an office prints.

use super::Edition;
use crate::content::{Piece, Village};

impl Edition {
    /// The copies for one village: its cell in the table of villages, else the number of the piece.
    pub fn village_copies(&self, piece: &Piece, village: &Village) -> Option<u64> {
        let own =
            village.copies.iter().find(|(column, _)| column.value == piece.id.as_str()).map(|(_, copies)| u64::from(*copies));
        own.or_else(|| given(piece))
    }

    /// The copies of the whole piece; for one sheet a village those of all villages together. None when nobody has said.
    pub fn copies(&self, piece: &Piece) -> Option<u64> {
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
