//! Text with placeholders in it, where no other markup can be: link addresses, code, descriptions of pictures.

use super::{Context, Placeholder};
use crate::diagnostics::Place;

/// One piece of a [`Template`].
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Text as it is.
    Text(String, Place),
    /// A value put in by the edition.
    Placeholder(Placeholder, Place),
}

impl Piece {
    /// Where it stands in the content.
    pub fn place(&self) -> &Place {
        match self {
            Piece::Text(_, place) | Piece::Placeholder(_, place) => place,
        }
    }
}

/// Text with placeholders.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Template {
    /// The pieces in order.
    pub pieces: Vec<Piece>,
}

impl Template {
    /// A template that is only text.
    pub fn text(text: impl Into<String>, place: &Place) -> Template {
        Template { pieces: vec![Piece::Text(text.into(), place.clone())] }
    }

    /// Whether there is nothing to see: no placeholder and no character but white space.
    pub fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Text(text, _) if text.trim().is_empty()))
    }

    /// The text, when there is no placeholder in it.
    pub fn as_text(&self) -> Option<String> {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(more, _) => text.push_str(more),
                Piece::Placeholder(..) => return None,
            }
        }
        Some(text)
    }

    /// The placeholders in it.
    pub fn placeholders(&self) -> impl Iterator<Item = (Placeholder, &Place)> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(..) => None,
            Piece::Placeholder(placeholder, place) => Some((*placeholder, place)),
        })
    }

    /// Whether a value in it varies by village.
    pub fn varies_by_village(&self) -> bool {
        self.placeholders().any(|(placeholder, _)| placeholder.scope().is_by_row())
    }

    /// The text with the values of an edition in it.
    pub fn resolve(&self, context: &dyn Context) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(more, _) => text.push_str(more),
                Piece::Placeholder(placeholder, _) => text.push_str(&value(*placeholder, context)),
            }
        }
        text
    }
}

/// The value of a placeholder. One that the edition does not know shows its own name: loud, and easy to search for.
pub(super) fn value(placeholder: Placeholder, context: &dyn Context) -> String {
    context.value(placeholder).unwrap_or_else(|| placeholder.to_string())
}
