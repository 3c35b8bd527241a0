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

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn dates_are_spelled_out() {
        assert_eq!(spoken("2026-01-05".parse().unwrap()), "5 Januari 2026");
        assert_eq!(spoken("2023-12-31".parse().unwrap()), "31 Desember 2023");
    }
}
