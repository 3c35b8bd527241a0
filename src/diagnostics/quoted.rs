//! Words of the content inside a message.

/// At most this many characters of a value are repeated in a message; the snippet below it shows the rest.
const LONGEST_QUOTE: usize = 60;

/// A value of the content as a message shows it: in backticks, on one line, not longer than a line.
pub fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'");
    if line.chars().count() <= LONGEST_QUOTE {
        return format!("`{line}`");
    }
    let start: String = line.chars().take(LONGEST_QUOTE - 1).collect();
    format!("`{}…`", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_QUOTE, quoted};

    #[test]
    fn keeps_a_message_on_one_line() {
        assert_eq!(quoted("satu\n  dua"), "`satu dua`");
        assert_eq!(quoted("a`b"), "`a'b`");
        assert_eq!(quoted(""), "``");
    }

    #[test]
    fn shortens_what_is_long() {
        let text = quoted(&"kata ".repeat(1000));
        assert_eq!(text.chars().count(), LONGEST_QUOTE + 2);
        assert!(text.ends_with("kata…`"), "{text}");
    }
}
