//! A text for each kind of content.

use crate::commands::fill::{fill, yaml};
use crate::content::Kind;
use crate::project::template;

/// The most words of a headline.
const HEADLINE_WORDS: usize = 7;

/// What a new file of this kind says: a draft that can be read.
pub(super) fn text(kind: Kind, title: &str) -> String {
    let headline = title.split(' ').take(HEADLINE_WORDS).collect::<Vec<_>>().join(" ");
    fill(
        template::text(kind),
        &[("judul", &yaml(title)), ("spanduk", &yaml(&headline)), ("sumber", template::SOURCES), ("umum", template::COMMON)],
    )
}
