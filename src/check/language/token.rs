//! The words of a stretch of text, as these rules see them.

use std::ops::Range;

use crate::markdown::passage::GAP;

/// What stands between two spaces, without the marks around it.
#[derive(Debug)]
pub(super) struct Token {
    /// Its bytes in the text; empty for a dash or a mark that stands alone.
    pub(super) range: Range<usize>,
    /// It begins behind an opening bracket, a quote or a dash: no word follows another across it.
    pub(super) opens: bool,
    /// It ends before a closing bracket, a comma or the like.
    pub(super) closes: bool,
    /// A sentence ends with it.
    pub(super) ends: bool,
    /// What follows it directly, without a space: `:`, `)`.
    pub(super) after: Option<char>,
}

/// The words of a text in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut lines = 0;
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_whitespace(), start) {
            (false, None) => {
                // An empty line ends a paragraph, also without a full stop.
                if let Some(last) = tokens.last_mut().filter(|_| lines > 1) {
                    last.ends = true;
                }
                lines = 0;
                start = Some(at);
            }
            (true, Some(from)) => {
                tokens.push(token(text, from..at));
                start = None;
                lines = usize::from(c == '\n');
            }
            (true, None) => lines += usize::from(c == '\n'),
            (false, Some(_)) => {}
        }
    }
    tokens
}

fn token(text: &str, chunk: Range<usize>) -> Token {
    let whole = &text[chunk.clone()];
    let is_mark = |c: char| !c.is_alphanumeric() && c != GAP;
    let inner = whole.trim_start_matches(is_mark);
    let from = chunk.start + whole.len() - inner.len();
    let word = inner.trim_end_matches(is_mark);
    let to = from + word.len();
    let ends = whole.trim_end_matches(['”', '"', ')', '\'', '*', '_']).ends_with(['.', '?', '!', ':']);
    Token { range: from..to, opens: from > chunk.start, closes: to < chunk.end, ends, after: text[to..chunk.end].chars().next() }
}

/// The parts of a word in which an abbreviation may stand: `BKN/PPK`, `ASN-nya`. None for a number such as `B/71/M.SM.00`.
pub(super) fn parts(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let word = &text[range.clone()];
    if word.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let mut parts = Vec::new();
    let mut from = range.start;
    for part in word.split(|c: char| !c.is_alphanumeric()) {
        let to = from + part.len();
        parts.push(from..to);
        // What stood between them is one character, of whatever length.
        from = to + text[to..].chars().next().map_or(0, char::len_utf8);
    }
    parts
}

/// Whether a word is letters in capitals, and no Roman number.
pub(super) fn is_capital(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase) && !is_roman(word)
}

/// `II`, `XXIII`: an annex, a year of a court. Two letters at least; nobody counts to fifty here.
fn is_roman(word: &str) -> bool {
    let ones = word.trim_start_matches('X');
    word.len() - ones.len() <= 3 && ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(&ones)
}
