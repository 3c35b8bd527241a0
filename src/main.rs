//! Suluh.
fn main() {}
