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

/// A day in figures, day before month as Indonesians write it: `30-11-2026`, `1/6/2026`, `30.11.2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The first number.
    pub day: u8,
    /// The second number: a month, or what stands in its place.
    pub month: u8,
    /// The last number, of four digits.
    pub year: u16,
}

impl Figures {
    /// Takes a text of that form; none for any other, such as a year of two digits. Whether the day exists is not asked.
    pub fn read(text: &str) -> Option<Figures> {
        let separator = text.chars().find(|c| !c.is_ascii_digit() && !c.is_whitespace()).filter(|c| "-/.".contains(*c))?;
        let mut parts = text.split(separator).map(str::trim);
        let mut number = |widths: std::ops::RangeInclusive<usize>| {
            let part = parts.next().filter(|part| widths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
            part.and_then(|part| part.parse::<u16>().ok())
        };
        let (day, month, year) = (number(1..=2)?, number(1..=2)?, number(4..=4)?);
        let ended = parts.next().is_none();
        ended.then_some(Figures { day: u8::try_from(day).ok()?, month: u8::try_from(month).ok()?, year })
    }

    /// The day, if the calendar has it.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::{Figures, read_spoken, spoken, spoken_text};

    #[test]
    fn days_in_figures_are_read_day_first() {
        for text in ["30-11-2026", "30/11/2026", "30.11.2026", " 30 / 11 / 2026 "] {
            assert_eq!(Figures::read(text).and_then(Figures::date), "2026-11-30".parse().ok(), "{text}");
        }
        for text in ["1-6-2026", "01/06/2026", "1.06.2026"] {
            assert_eq!(Figures::read(text).and_then(Figures::date), "2026-06-01".parse().ok(), "{text}");
        }
        let us = Figures::read("11/30/2026").unwrap();
        assert_eq!((us.day, us.month, us.year, us.date()), (11, 30, 2026, None));
        assert_eq!(Figures::read("31-6-2026").unwrap().date(), None);
        for bad in [
            "",
            "-",
            "2026-11-30",
            "30-11-26",
            "30-11",
            "30-11-2026-1",
            "30-11/2026",
            "+1-6-2026",
            "1 Juni 2026",
            "3０-11-2026",
            "46174",
            "30,11,2026",
        ] {
            assert_eq!(Figures::read(bad), None, "{bad}");
        }
    }

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
