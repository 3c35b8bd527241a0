//! Words and figures as they are written in Indonesian.

use crate::content::number;
use crate::content::sentence::upper_first;

/// `83.763`.
pub fn thousands(number: u64) -> String {
    number::thousands(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The size of a file: `812 B`, `182 KB`, `1,3 MB`. A kilobyte is 1000 bytes, as file managers of
/// telephones count.
pub fn file_size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1000)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            format!("{},{} MB", thousands(tenths / 10), tenths % 10)
        }
    }
}

/// At most two decimals, with a comma: `29,7`.
pub fn decimal(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

/// `a`, `a dan b`, `a, b, dan c`.
pub fn and(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} dan {second}"),
        [most @ .., last] => format!("{}, dan {last}", most.join(", ")),
    }
}

/// The beginning of a text on one line, at most `most` characters: whole sentences where they fill at least half of that, else whole words
/// and an ellipsis.
pub fn beginning(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let start: String = line.chars().take(most.saturating_sub(1)).collect();
    let sentence = start.rfind(". ").map(|at| &start[..=at]).filter(|sentence| sentence.chars().count() >= most / 2);
    let word = || start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words).trim_end_matches([',', ';', ':', ' ']);
    sentence.map_or_else(|| format!("{}…", word()), str::to_owned)
}

/// The first letter small, unless the word is an abbreviation: `PNS` stays, `Masa tenang` does not.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let (Some(first), second) = (chars.next(), chars.clone().next()) else { return String::new() };
    if second.is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

/// A key of the front matter as a reader sees it: `tim_kampanye` becomes `Tim kampanye`.
pub fn from_key(key: &str) -> String {
    upper_first(&key.replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_dots_and_commas() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1.000"), (83_763, "83.763"), (1_234_567, "1.234.567")] {
            assert_eq!(thousands(number), text);
        }
        for (bytes, text) in
            [(0, "0 B"), (999, "999 B"), (1_000, "1 KB"), (181_200, "182 KB"), (1_000_000, "1,0 MB"), (1_250_001, "1,3 MB")]
        {
            assert_eq!(file_size(bytes), text);
        }
    }

    #[test]
    fn words_are_joined() {
        let words = |list: &[&str]| and(&list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(words(&[]), "");
        assert_eq!(words(&["PNS"]), "PNS");
        assert_eq!(words(&["PNS", "PPPK"]), "PNS dan PPPK");
        assert_eq!(words(&["PNS", "PPPK", "CPNS"]), "PNS, PPPK, dan CPNS");
    }

    #[test]
    fn a_long_text_ends_at_a_sentence_or_a_word() {
        assert_eq!(beginning(" Satu\n dua ", 9), "Satu dua");
        assert_eq!(beginning("Satu dua. Tiga empat lima.", 16), "Satu dua.");
        assert_eq!(beginning("Satu. Dua tiga, empat lima enam.", 16), "Satu. Dua…");
        assert_eq!(beginning("Satu, dua tiga", 9), "Satu…");
        assert_eq!(beginning("Satudua", 5), "Satu…");
        assert_eq!(beginning(&"é ".repeat(300), 200).chars().count(), 198);
    }

    #[test]
    fn abbreviations_stay_large() {
        assert_eq!(lower_first("Masa tenang"), "masa tenang");
        assert_eq!(lower_first("PNS"), "PNS");
        assert_eq!(lower_first(""), "");
        assert_eq!(from_key("tim_kampanye"), "Tim kampanye");
    }
}
