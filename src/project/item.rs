//! A piece of content as read: typed front matter, parsed body, where it came from.

use std::sync::Arc;

use crate::content::EditionCode;
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
