//! The bytes of a project folder, read once, as trees in which every value keeps its place.
//!
//! 1. [`SourceTree`] reads the folder, or the zip of a base, within [`limits`]; each [`SourceFile`] gives its bytes, or its text once it proved to be text.
//! 2. [`front_matter`] cuts a Markdown file, [`yaml`] turns YAML into a tree, [`table`] a CSV file and [`sheet`] a
//!    spreadsheet into rows, of which [`grid`] makes a table.
//! 3. [`reader`] takes typed values out of a tree one by one and goes on after an error, so that one run shows them all.
//! 4. [`embedded`] is a project that needs no folder: the program carries it.
//!
//! This is the only room that reads content from disk. Nothing read here is trusted: every size, depth and count is bounded.

pub mod base;
pub mod codes;
mod date;
mod digest;
pub mod embedded;
mod file;
pub mod front_matter;
pub mod grid;
pub mod limits;
pub mod named;
#[cfg(test)]
mod properties;
pub mod reader;
pub mod rules;
pub mod sheet;
pub mod svg;
pub mod table;
#[cfg(test)]
mod testing;
mod tree;
mod walk;
#[cfg(test)]
#[path = "../../tests/suite/harness/workbook.rs"]
pub(crate) mod workbook;
pub mod yaml;
mod zip;

pub use date::{Date, DateError};
pub use digest::Digest;
pub use file::SourceFile;
pub use tree::{BaseFiles, SourceTree};
