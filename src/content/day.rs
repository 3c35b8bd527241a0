//! A day as it is written in Indonesian.

use crate::source::Date;

const MONTHS: [&str; 12] =
    ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

/// `5 Januari 2026`.
pub fn spoken(date: Date) -> String {
    // A date's month is 1 to 12; the fallback is never seen.
    let month = MONTHS.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// A text that may be a day (`2026-01-05`), a month (`2026-01`) or words: days and months as they are said, words as they are.
pub fn spoken_text(text: &str) -> String {
    if let Ok(date) = text.parse::<Date>() {
        return spoken(date);
    }
    match format!("{text}-01").parse::<Date>() {
        Ok(first) if text.len() == "2026-01".len() => spoken(first).trim_start_matches("1 ").to_owned(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{spoken, spoken_text};

    #[test]
    fn dates_are_spelled_out() {
        assert_eq!(spoken("2026-01-05".parse().unwrap()), "5 Januari 2026");
        assert_eq!(spoken("2023-12-31".parse().unwrap()), "31 Desember 2023");
    }

    #[test]
    fn texts_that_are_days_are_spelled_out() {
        for (text, said) in [
            ("2024-12-03", "3 Desember 2024"),
            ("2021-12", "Desember 2021"),
            ("awal Februari 2024", "awal Februari 2024"),
            ("2021-13", "2021-13"),
            ("", ""),
        ] {
            assert_eq!(spoken_text(text), said);
        }
    }
}
