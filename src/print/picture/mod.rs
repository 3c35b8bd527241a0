//! Pictures for the press: logos, drawings and photos of the content in press inks.
//!
//! 1. [`gate`] looks at the bytes before anything is laid out: whether this is a whole picture of a kind we print, and small enough to be
//!    opened. What is wrong is told in one run, at the place that names the picture.
//! 2. Typst lays out the pictures as they are; so pages, previews and screen files show their own colours, and preflight sees their pixels. Only
//!    what is printed in one ink is shown in it.
//! 3. [`for_press`] exchanges every picture of the laid-out pages: an SVG of plain fills and strokes becomes curves, anything else pixels at
//!    the size at which it stands, never more of them than it has. A picture is converted as a whole, by one rule, and never stretched.
//!
//! The rule from RGB to ink is in [`ink`].

mod convert;
mod gate;
mod ink;
pub(crate) mod jpeg;
mod photo;
mod svg;
mod vector;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use convert::{Remark, for_press};
pub(crate) use gate::{Gate, kind};
pub(crate) use ink::Inks;
