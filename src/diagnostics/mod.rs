//! Problems found while reading and making: what they are, where they are, how they are shown. Knows no other room.
//!
//! 1. A room reads a [`SourceText`]; every value it takes out keeps its [`Place`] (see [`Located`]).
//! 2. What is wrong becomes a [`Diagnostic`] and is pushed into the one sink, [`Diagnostics`]; reading goes on.
//! 3. What somebody silenced with a reason is sifted out ([`Silencers`]).
//! 4. At the end the sink is sorted and [`render`]ed, for people or for programs.
//!
//! Codes are grouped by family: S0xx reading, S1xx schema, S2xx references and links, S3xx law, S4xx region, S5xx print,
//! S6xx neutrality, S7xx language and orders, S9xx theme and program. The constant of a code lives in the room that raises it, and beside it the
//! [`Rule`] that says why it exists.

mod alike;
mod diagnostic;
mod located;
mod place;
mod quoted;
pub mod render;
mod rule;
mod silence;
mod sink;
mod source_text;
mod suggest;
#[cfg(test)]
mod tests;

pub use alike::{Alike, FEW};
pub use diagnostic::{Diagnostic, Severity};
pub use located::Located;
pub use place::Place;
pub use quoted::{listed, quoted};
pub use rule::{FAMILIES, Family, Rule, Silenceable};
pub use silence::{Scope, Silenced, Silencer, Silencers, sorted as sorted_silenced};
pub use sink::{Diagnostics, MAX_ALIKE};
pub use source_text::{CELL_BORDER, SourceText, column_name};
pub use suggest::{did_you_mean, suggest};
