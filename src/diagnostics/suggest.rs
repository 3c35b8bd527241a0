//! "Maksud Anda …?": the known word nearest to a mistyped one.

/// Words longer than this (characters) are not compared: nobody mistypes them, and the comparison is quadratic.
const LONGEST_WORD: usize = 64;

/// The candidate nearest to `word`, if one is near enough to be meant.
///
/// Near enough: at most a third of the letters (at least one, at most three) differ, a swap of neighbours counted once. Case, and `-` or
/// space for `_`, count for nothing. Among equals the first candidate wins.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = word.chars().take(LONGEST_WORD + 1).count();
    if letters > LONGEST_WORD {
        return None;
    }
    let allowed = (letters / 3).clamp(1, 3);
    let word = plain(word);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let distance = strsim::damerau_levenshtein(&word, &plain(candidate));
        // A word of one or two letters has nothing in common with a neighbour that differs in as many.
        if distance <= allowed && distance < letters.max(1) && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// A hint: the candidate that may be meant, else what `otherwise` says.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>, otherwise: impl FnOnce() -> String) -> String {
    suggest(word, candidates).map_or_else(otherwise, |near| format!("maksud Anda `{near}`?"))
}

fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['-', ' '], "_")
}

#[cfg(test)]
mod tests {
    use super::suggest;

    const KEYS: [&str; 5] = ["judul", "ringkas", "dicabut_oleh", "diubah_oleh", "urutan"];

    #[test]
    fn finds_the_nearest_word() {
        assert_eq!(suggest("judl", KEYS), Some("judul"));
        assert_eq!(suggest("ringaks", KEYS), Some("ringkas"));
        assert_eq!(suggest("dicabut-oleh", KEYS), Some("dicabut_oleh"));
        assert_eq!(suggest("diubah oleh", KEYS), Some("diubah_oleh"));
        assert_eq!(suggest("JUDUL", KEYS), Some("judul"));
    }

    #[test]
    fn stays_silent_when_nothing_is_near() {
        assert_eq!(suggest("warna", KEYS), None);
        assert_eq!(suggest("", KEYS), None);
        assert_eq!(suggest("a", ["b"]), None);
        let endless = "judul".repeat(100_000);
        assert_eq!(suggest(&endless, [endless.as_str()]), None);
    }
}
