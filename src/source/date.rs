//! A day of the calendar.

use std::fmt;
use std::str::FromStr;

/// A day that exists in the Gregorian calendar, years 1 to 9999; ordered by time, shown as ISO 8601 (`2026-01-05`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `2026-01-05`.
    Form,
    /// Of that form, but there is no such day.
    NoSuchDay,
}

impl Date {
    /// The first day of the calendar, 1 January of year 1.
    pub const MIN: Date = Date { year: 1, month: 1, day: 1 };

    /// The day, if the calendar has it. `month` and `day` count from 1.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let fits = (1..=9999).contains(&year) && (1..=12).contains(&month);
        (fits && (1..=days_in(year, month)).contains(&day)).then_some(Date { year, month, day })
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January of year 1, which is day 0; the difference of two is the time between them.
    pub fn day_number(self) -> i32 {
        let before = i32::from(self.year) - 1;
        let leap_days = before / 4 - before / 100 + before / 400;
        let months: i32 = (1..self.month).map(|month| i32::from(days_in(self.year, month))).sum();
        before * 365 + leap_days + months + i32::from(self.day) - 1
    }

    /// The day of a [`day_number`](Date::day_number); none outside the years 1 to 9999.
    pub fn from_day_number(number: i32) -> Option<Date> {
        // 400 years have 146,097 days; the estimate is at most one year too late.
        let mut year = u16::try_from(i64::from(number) * 400 / 146_097 + 1).ok()?;
        while year > 1 && Date::new(year, 1, 1)?.day_number() > number {
            year -= 1;
        }
        let mut rest = number - Date::new(year, 1, 1)?.day_number();
        for month in 1..=12 {
            let days = i32::from(days_in(year, month));
            if rest < days {
                return Date::new(year, month, u8::try_from(rest + 1).ok()?);
            }
            rest -= days;
        }
        Date::new(year + 1, 1, u8::try_from(rest + 1).ok()?)
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads `2026-01-05`: four, two and two digits, nothing else.
    fn from_str(text: &str) -> Result<Date, DateError> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()));
            part.and_then(|part| part.parse::<u16>().ok()).ok_or(DateError::Form)
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        let small = |number: u16| u8::try_from(number).map_err(|_| DateError::NoSuchDay);
        Date::new(year, small(month)?, small(day)?).ok_or(DateError::NoSuchDay)
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, DateError};

    #[test]
    fn reads_and_shows_iso() {
        let date: Date = "2026-01-05".parse().unwrap();
        assert_eq!((date.year(), date.month(), date.day()), (2026, 1, 5));
        assert_eq!(date.to_string(), "2026-01-05");
        assert!(date < "2026-01-06".parse().unwrap());
    }

    #[test]
    fn knows_the_calendar() {
        assert!("2024-02-29".parse::<Date>().is_ok());
        assert!("2000-02-29".parse::<Date>().is_ok());
        for text in ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-01-00", "0000-01-01"] {
            assert_eq!(text.parse::<Date>(), Err(DateError::NoSuchDay), "{text}");
        }
    }

    #[test]
    fn refuses_other_forms() {
        for text in [
            "",
            "2026",
            "2026-1-5",
            "05-01-2026",
            "5 Januari 2026",
            "2026-01-05-",
            "2026-01-05T00:00",
            "+026-01-05",
            "２０２６-01-05",
        ] {
            assert_eq!(text.parse::<Date>(), Err(DateError::Form), "{text}");
        }
    }

    #[test]
    fn day_numbers_lead_back() {
        for number in (0..3_652_059).step_by(17).chain([364, 365, 146_096, 146_097, 3_652_058]) {
            assert_eq!(Date::from_day_number(number).unwrap().day_number(), number);
        }
        assert_eq!(Date::from_day_number(-1), None);
        assert_eq!(Date::from_day_number(3_652_059), None);
    }

    #[test]
    fn counts_days() {
        let number = |text: &str| text.parse::<Date>().unwrap().day_number();
        assert_eq!(number("0001-01-01"), 0);
        assert_eq!(number("2000-03-01") - number("2000-02-28"), 2);
        assert_eq!(number("1970-01-01"), 719_162);
        assert_eq!(number("2026-12-31") - number("2025-12-31"), 365);
    }
}
