//! Indonesian prose cut into words, numbers and marks, each with its byte range.

use std::ops::Range;

use ecow::EcoString;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// `/` in any of its shapes.
    Slash,
    /// A hyphen or dash in any of its shapes.
    Dash,
    Dot,
    Comma,
    Colon,
    Open,
    Close,
    /// Whatever no citation has in it: ends one.
    Other,
}

/// One token.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) mark: Mark,
    /// Small letters, without what can't be seen; digits without zeros in front. Nearly every word is short enough to need no memory of its own.
    pub(super) text: EcoString,
    pub(super) range: Range<usize>,
    /// White space stands before it.
    pub(super) spaced: bool,
    /// Every letter is large.
    pub(super) upper: bool,
}

impl Token {
    pub(super) fn is(&self, word: &str) -> bool {
        self.text == word && matches!(self.mark, Mark::Word | Mark::Number)
    }

    /// The year it is, when it can be one of a regulation of the republic.
    pub(super) fn year(&self) -> Option<i64> {
        let year = self.text.parse().ok().filter(|year| (1945..=2100).contains(year));
        year.filter(|_| self.mark == Mark::Number && self.range.len() >= 4)
    }
}

/// Characters that are there for the layout alone: soft hyphens, joiners, zero-width spaces, direction marks.
fn unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

fn mark(c: char) -> Mark {
    match c {
        '/' | '\u{2044}' | '\u{2215}' | '\u{FF0F}' => Mark::Slash,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FF0D}' => Mark::Dash,
        '.' => Mark::Dot,
        ',' => Mark::Comma,
        ':' => Mark::Colon,
        '(' | '[' => Mark::Open,
        ')' | ']' => Mark::Close,
        c if c.is_ascii_digit() => Mark::Number,
        c if c.is_alphabetic() => Mark::Word,
        _ => Mark::Other,
    }
}

/// The tokens of a text, in order. Two line ends with nothing between them are an [`Mark::Other`]: no citation goes from one paragraph
/// into the next.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let (mut spaced, mut lines) = (false, 0);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let start = at;
        at += same(&text.as_bytes()[at..]).max(c.len_utf8());
        if c.is_whitespace() {
            spaced = true;
            lines += usize::from(c == '\n');
            if lines == 2 {
                tokens.push(Token {
                    mark: Mark::Other,
                    text: EcoString::new(),
                    range: start..start,
                    spaced: false,
                    upper: false,
                });
            }
            continue;
        }
        if unseen(c) {
            continue;
        }
        let mark = mark(c);
        let range = start..at;
        let piece = &text[range.clone()];
        let upper = piece.chars().all(char::is_uppercase);
        let goes_on = matches!(mark, Mark::Word | Mark::Number) && !spaced;
        match tokens.last_mut().filter(|last| goes_on && last.mark == mark) {
            Some(last) => {
                last.text.push_str(&small(piece));
                last.range.end = range.end;
                last.upper &= upper;
            }
            None => {
                tokens.push(Token { mark, text: small(piece), range, spaced, upper });
            }
        }
        (spaced, lines) = (false, 0);
    }
    for token in tokens.iter_mut().filter(|token| token.mark == Mark::Number && token.text.starts_with('0')) {
        let bare = token.text.trim_start_matches('0');
        token.text = EcoString::from(if bare.is_empty() { "0" } else { bare });
    }
    tokens
}

/// How many ASCII letters, or else ASCII digits, a text begins with: nearly all there is, and read at once.
fn same(bytes: &[u8]) -> usize {
    let other = match bytes.first() {
        Some(first) if first.is_ascii_alphabetic() => bytes.iter().position(|byte| !byte.is_ascii_alphabetic()),
        Some(first) if first.is_ascii_digit() => bytes.iter().position(|byte| !byte.is_ascii_digit()),
        _ => return 0,
    };
    other.unwrap_or(bytes.len())
}

/// Letters as they are compared. Not by the whole word: a final sigma would be another letter.
fn small(piece: &str) -> EcoString {
    if !piece.is_ascii() {
        return piece.chars().flat_map(char::to_lowercase).collect();
    }
    let large = piece.bytes().any(|byte| byte.is_ascii_uppercase());
    if large { piece.to_ascii_lowercase().into() } else { EcoString::from(piece) }
}

/// The words and numbers of a text, as [`tokens`] has them.
pub(super) fn words(text: &str) -> Vec<String> {
    tokens(text)
        .into_iter()
        .filter(|token| matches!(token.mark, Mark::Word | Mark::Number))
        .map(|token| token.text.into())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_know_where_they_stand() {
        let text = "Un\u{AD}dang‑Undang\u{A0}No. 05/2014";
        let found: Vec<(EcoString, &str)> =
            tokens(text).into_iter().map(|token| (token.text.clone(), &text[token.range])).collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(word, raw)| (word.as_str(), *raw)).collect();
        assert_eq!(
            found,
            [
                ("undang", "Un\u{AD}dang"),
                ("‑", "‑"),
                ("undang", "Undang"),
                ("no", "No"),
                (".", "."),
                ("5", "05"),
                ("/", "/"),
                ("2014", "2014")
            ]
        );
    }

    #[test]
    fn letters_of_any_script_make_a_word() {
        let found = tokens("CAF\u{C9} caféX XII0 007 ΟΔΟΣ 1٣");
        let found: Vec<(&str, bool)> = found.iter().map(|token| (token.text.as_str(), token.upper)).collect();
        let words = [("café", true), ("caféx", false), ("xii", true), ("0", false), ("7", false), ("οδοσ", true)];
        assert_eq!(found, [&words[..], &[("1", false), ("٣", false)]].concat());
    }

    #[test]
    fn a_paragraph_ends_what_stands_in_it() {
        let marks = |text: &str| tokens(text).iter().filter(|token| token.mark == Mark::Other).count();
        assert_eq!((marks("a\nb"), marks("a\r\n\r\nb"), marks("a\n \n\nb")), (0, 1, 1));
    }

    #[test]
    fn years_are_of_the_republic() {
        let year = |text: &str| tokens(text)[0].year();
        assert_eq!(
            (year("2014"), year("1944"), year("2101"), year("20145"), year("tahun")),
            (Some(2014), None, None, None, None)
        );
    }
}
