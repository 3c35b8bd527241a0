//! Markdown bodies: events to a tree, the tree to HTML, Typst and plain text.
//!
//! A body is [parsed](fn@parse) once and rendered many times, by every edition with its own [`Context`].
//!
//! 1. Placeholders and directives are hidden from the parser, by stand-ins of the same length.
//! 2. Markdown is read to a [`Document`]: a tree of our own in which every node knows its [`Place`](crate::diagnostics::Place).
//!    Whatever has no place in the tree is named in an error. Content is not trusted: no HTML, no programs, no dangerous address gets in.
//! 3. [`html`], [`typst`] and [`text`] render the tree. What is seen in the first two is what the third says.

mod address;
mod braces;
mod builder;
pub mod codes;
pub mod contact;
mod context;
mod directive;
mod document;
pub mod escape;
mod finish;
pub mod html;
mod inline_text;
mod link;
mod link_check;
mod mask;
mod notes;
mod parse;
pub mod passage;
pub mod phone;
mod picture;
mod placeholder;
mod report;
pub mod rules;
mod running;
mod slug;
mod strict;
pub mod syllables;
mod template;
pub mod terms;
pub mod text;
mod tree;
pub mod typst;
pub mod visit;

#[cfg(test)]
mod tests;

pub use context::{CitationText, Context, NoContext};
pub use directive::{Directive, DirectiveName};
pub use document::{Document, Heading, Section};
pub use inline_text::inline_text;
pub use link::{Citation, LinkTarget, SiteLink};
pub use parse::parse;
pub use picture::QrTarget;
pub use placeholder::{Placeholder, Scope};
pub use slug::{is_slug, slug};
pub use template::{Piece, Template};
pub use tree::{Alignment, AsideRole, Bar, Block, BlockKind, Cell, Chart, Definition, Inline, InlineKind, ListItem, Note, Table};

/// The longest body, in bytes. An honest page has a few thousand.
pub const MAX_BODY_BYTES: usize = 1 << 20;

/// The deepest nesting of blocks and inline markup together; a list counts twice, for itself and its item.
///
/// Rendering recurses, so this bounds the call stack. Typst gives up at 64 show rules inside each other, and a quotation alone takes two.
pub const MAX_DEPTH: usize = 16;

/// The most placeholders and directives in one body.
pub const MAX_PLACEHOLDERS: usize = 10_000;
