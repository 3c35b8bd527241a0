//! A piece of content as read: typed front matter, parsed body, where it came from.

use std::sync::Arc;

use crate::content::EditionCode;
use crate::diagnostics::Place;
use crate::markdown::Document;

/// A piece of content with its parsed body and the layer it came from.
#[derive(Debug)]
pub struct Item<T> {
    /// The typed front matter.
    pub data: Arc<T>,
    /// The parsed body; shared by every edition that uses it.
    pub body: Arc<Document>,
    /// The file it came from, from the project's root; shared as the body is.
    pub path: Arc<str>,
    /// The layer it came from.
    pub layer: EditionCode,
}

// Not derived: `T` itself need not be `Clone`, only its `Arc` is.
impl<T> Clone for Item<T> {
    fn clone(&self) -> Self {
        Item {
            data: Arc::clone(&self.data),
            body: Arc::clone(&self.body),
            path: Arc::clone(&self.path),
            layer: self.layer.clone(),
        }
    }
}

/// What a layer says of one id.
#[derive(Debug)]
pub enum Entry<T> {
    /// Here it is, new or in place of the one below.
    Present(Item<T>),
    /// `hapus: true`: leave out the one below.
    Removed(Place),
    /// Its file can't be used, as has been reported; what leads to it is not at fault.
    Unreadable,
}

// Not derived: `T` itself need not be `Clone`, only its item is.
impl<T> Clone for Entry<T> {
    fn clone(&self) -> Self {
        match self {
            Entry::Present(item) => Entry::Present(item.clone()),
            Entry::Removed(place) => Entry::Removed(place.clone()),
            Entry::Unreadable => Entry::Unreadable,
        }
    }
}
