//! Sets of villages in few characters: `61.11.01.2001-2006,2008 61.11.02.2001`.

use std::fmt::Write as _;

/// Digits of the last part of a code, the village in its kecamatan.
const LAST: usize = 4;
/// The most villages of one set: twice those of the largest province.
const MOST: usize = 20_000;

/// Writes codes of villages: of each kecamatan the numbers, those that follow each other as a range. Tables of villages hold nothing else
/// than such codes.
pub fn compact<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    let mut codes: Vec<&str> = codes.collect();
    codes.sort_unstable();
    codes.dedup();
    let mut out = String::new();
    let parts: Vec<(&str, u16)> = codes.into_iter().filter_map(parts).collect();
    for same in parts.chunk_by(|(a, _), (b, _)| a == b) {
        let Some((district, _)) = same.first() else { continue };
        let numbers: Vec<u16> = same.iter().map(|(_, number)| *number).collect();
        let gap = if out.is_empty() { "" } else { " " };
        let _ = write!(out, "{gap}{district}.{}", ranges(&numbers));
    }
    out
}

/// The codes in a set that [`compact`] wrote, sorted; none for anything else, as manifests are foreign.
pub fn expand(text: &str) -> Option<Vec<String>> {
    let mut codes = Vec::new();
    for group in text.split(' ').filter(|group| !group.is_empty()) {
        let (district, numbers) = group.rsplit_once('.')?;
        if !is_code(district) {
            return None;
        }
        for range in numbers.split(',') {
            let (from, to) = range.split_once('-').unwrap_or((range, range));
            let (from, to) = (number(from)?, number(to)?);
            if from > to || codes.len() + usize::from(to - from) >= MOST {
                return None;
            }
            codes.extend((from..=to).map(|number| format!("{district}.{number:04}")));
        }
    }
    Some(codes)
}

/// `2001-2006,2008`
fn ranges(numbers: &[u16]) -> String {
    let follows = |a: &u16, b: &u16| a.checked_add(1) == Some(*b);
    let runs = numbers.chunk_by(follows).filter_map(|run| match run {
        [] => None,
        [only] => Some(format!("{only:04}")),
        [first, .., last] => Some(format!("{first:04}-{last:04}")),
    });
    runs.collect::<Vec<_>>().join(",")
}

/// The kecamatan's code and the village's number in it.
fn parts(code: &str) -> Option<(&str, u16)> {
    let (district, last) = code.rsplit_once('.')?;
    Some((district, number(last)?)).filter(|_| is_code(district))
}

fn number(text: &str) -> Option<u16> {
    let digits = text.len() == LAST && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// `61.11.01`: digits and dots, and not more than a code has.
fn is_code(text: &str) -> bool {
    const LONGEST: usize = 8;
    !text.is_empty() && text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::{MOST, compact, expand};

    #[test]
    fn ranges_are_short_and_come_back() {
        let codes = ["61.11.02.2001", "61.11.01.2003", "61.11.01.2001", "61.11.01.2002", "61.11.01.2008", "61.11.01.1001"];
        let text = compact(codes.into_iter());
        assert_eq!(text, "61.11.01.1001,2001-2003,2008 61.11.02.2001");
        let mut sorted: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        sorted.sort();
        assert_eq!(expand(&text), Some(sorted));
        assert_eq!((compact(std::iter::empty()), expand("")), (String::new(), Some(vec![])));
    }

    #[test]
    fn what_is_no_set_is_refused() {
        let endless = "61.11.01.0000-9999 ".repeat(MOST / 10_000 + 1);
        for text in
            ["x", "61.11.01", "61.11.01.2002-2001", "61.11.01.20011", "61.11.01.2001-", "\u{1b}[2J.2001", "..2001x", &endless]
        {
            assert_eq!(expand(text), None, "{text}");
        }
    }
}
