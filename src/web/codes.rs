//! The codes this room raises: S91x, the theme's templates.

/// A template of the theme can't be read, or uses something that does not exist.
pub const BAD_TEMPLATE: &str = "S910";
/// A template failed while a page was being rendered.
pub const RENDERING: &str = "S911";
/// The theme lacks a file that every theme must have.
pub const MISSING_FILE: &str = "S912";
/// A template changed a slot, so that village values can't be filled in.
pub const BROKEN_SLOT: &str = "S913";
/// A stylesheet uses a token that neither the theme nor a stylesheet has.
pub const UNKNOWN_PROPERTY: &str = "S914";
