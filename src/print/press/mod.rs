//! Press finishing: from Typst's PDF to the file that goes to the shop.
//!
//! 1. [`export`]: Typst writes an untagged PDF 1.7 with DeviceCMYK inks;
//! 2. [`binder`]: the artwork becomes one shared form, each village's slots a thin page over it,
//!    and every page gets its boxes;
//!    [`contour`] draws the line that a knife follows on a layer of its own;
//!    `stream` writes such files as they come, [`repertoire`] keeps their fonts alike and [`code`] draws QR codes;
//!    [`impose`] puts several copies on one press sheet;
//!    [`intent`] names the press that a file is for, when its [`profile`] was given;
//! 3. [`inspect`]: the finished file is read again: boxes, colour operators, fonts;
//! 4. [`office`] makes of it the file for the office's own printer.
//!
//! What is too long for a page is drawn at a tenth ([`scale`]); a poster of several sheets is cut into them ([`tiles`]).

pub(crate) mod binder;
pub(crate) mod code;
pub(crate) mod contour;
pub(crate) mod export;
pub(crate) mod impose;
pub(crate) mod inspect;
pub(crate) mod intent;
pub(crate) mod office;
pub(crate) mod profile;
pub(crate) mod repertoire;
pub(crate) mod scale;
mod stream;
pub(crate) mod tiles;

#[cfg(test)]
mod tests;
