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

/// The first `most` of some names as a message lists them, and how many more there are: `a, b, dan 3 lainnya`.
pub fn listed(names: impl ExactSizeIterator<Item = String>, most: usize) -> String {
    let more = names.len().saturating_sub(most);
    let shown = names.take(most).collect::<Vec<_>>().join(", ");
    if more == 0 { shown } else { format!("{shown}, dan {more} lainnya") }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_QUOTE, listed, quoted};

    #[test]
    fn names_a_few_and_counts_the_rest() {
        let names = |count: u8| (b'a'..b'a' + count).map(|letter| char::from(letter).to_string()).collect::<Vec<_>>();
        for (count, text) in [(0, ""), (1, "a"), (2, "a, b"), (3, "a, b, dan 1 lainnya"), (5, "a, b, dan 3 lainnya")] {
            assert_eq!(listed(names(count).into_iter(), 2), text);
        }
    }

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
