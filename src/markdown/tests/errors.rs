//! Every problem this room names, whole.

use super::*;

fn expect(text: &str, problem: &str) {
    assert_eq!(read(text).1, format!("{problem}\n"), "{text}");
}
