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

/// Reads `5 Januari 2026`; none for any other form, and for a day that does not exist.
pub fn read_spoken(text: &str) -> Option<Date> {
    let mut words = text.split_whitespace();
    let (day, month, year) = (words.next()?, words.next()?.to_lowercase(), words.next()?);
    let month = MONTHS.iter().position(|name| name.to_lowercase() == month)? + 1;
    let ended = words.next().is_none();
    Date::new(year.parse().ok()?, u8::try_from(month).ok()?, day.parse().ok()?).filter(|_| ended)
}

#[cfg(test)]
mod tests {
    use super::{read_spoken, spoken, spoken_text};

    #[test]
    fn spoken_days_are_read_back() {
        for text in ["2026-01-05", "2024-02-29", "2023-12-31"] {
            let day = text.parse().unwrap();
            assert_eq!(read_spoken(&spoken(day)), Some(day));
        }
        assert_eq!(read_spoken(" 1  juni 2026 "), "2026-06-01".parse().ok());
        for bad in ["", "31 April 2026", "1 June 2026", "1/6/2026", "Juni 2026", "1 Juni 2026 pagi"] {
            assert_eq!(read_spoken(bad), None, "{bad}");
        }
    }

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
