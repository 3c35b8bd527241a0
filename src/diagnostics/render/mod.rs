//! How problems are shown, one file a form.

mod excerpt;
mod human;
mod json;
#[cfg(test)]
mod tests;

pub use human::human;
pub use json::{json, object as json_object};
