//! Telephone numbers as offices write them, as a telephone dials them and as people read them.
//!
//! Lengths and groups are those of libphonenumber for Indonesia (`PhoneNumberMetadata` ID), and of the Indonesian habit of groups of four.

/// The fewest digits a number has: `112`.
const FEWEST: usize = 3;
/// The most digits a number has, by ITU-T E.164.
const MOST: usize = 15;
/// From this many digits on, a leading `62` is the country code and not the start of a local number.
const WITH_COUNTRY: usize = 10;
/// The digits of a mobile number without the trunk zero.
const MOBILE: std::ops::RangeInclusive<usize> = 9..=12;
/// Area codes of two digits: Jakarta, Bandung, Semarang, Surabaya and Medan. All others have three.
const SHORT_AREAS: [&str; 5] = ["21", "22", "24", "31", "61"];

/// The number for `tel:`, in international form where it has a trunk zero: `(0534) 123-456` becomes `+62534123456`.
///
/// Short numbers without a trunk zero (`112`, `1500-234`) stay as they are. `None` when it is no number.
///
/// Two numbers behind each other are none: together they have the digits of a number that nobody has.
pub fn dialled(text: &str) -> Option<String> {
    let text = text.trim();
    if is_several(text) {
        return None;
    }
    let (plus, rest) = match text.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut digits = String::new();
    for c in rest.chars() {
        match c {
            '0'..='9' => digits.push(c),
            ' ' | '-' | '.' | '(' | ')' | '/' | '\u{A0}' | '\u{2010}'..='\u{2013}' => {}
            _ => return None,
        }
    }
    if !(FEWEST..=MOST).contains(&digits.len()) {
        return None;
    }
    if plus || digits.starts_with("62") && digits.len() >= WITH_COUNTRY {
        // `+62 (0)812`: the zero is dialled only without the country code.
        return Some(match digits.strip_prefix("620") {
            Some(national) => format!("+62{national}"),
            None => format!("+{digits}"),
        });
    }
    match digits.strip_prefix('0') {
        Some(national) => Some(format!("+62{national}")),
        None => Some(digits),
    }
}

/// What stands between two numbers.
const BETWEEN: [&str; 6] = ["/", ",", ";", "&", " atau ", " dan "];
/// The fewest digits of a number with its area code, as in `(021) 12345`: fewer before a slash are a part of one number.
const FEWEST_WITH_AREA: usize = 8;

/// Whether several numbers are written behind each other: `(0728) 21234 / 21235`, `0728-21234/35`. The slash of `0728/21234` is none between two.
pub fn is_several(text: &str) -> bool {
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    let splits = BETWEEN.iter().filter_map(|between| text.split_once(between));
    splits.into_iter().any(|(first, rest)| digits(first) >= FEWEST_WITH_AREA && digits(rest) > 0)
}

/// The fewest digits of a line behind its area code.
const FEWEST_OF_LINE: usize = 5;

/// Whether it is a line of Indonesia with fewer digits than any behind an area code.
pub fn is_short_landline(text: &str) -> bool {
    national(text).is_some_and(|number| !number.starts_with('8') && number.len() < area_width(&number) + FEWEST_OF_LINE)
}

/// How many digits the area code of a national number has.
fn area_width(number: &str) -> usize {
    if SHORT_AREAS.iter().any(|short| number.starts_with(short)) { 2 } else { 3 }
}

/// The number as `https://wa.me/` wants it: digits with the country code and nothing else.
pub fn whatsapp(text: &str) -> Option<String> {
    dialled(text)?.strip_prefix('+').map(str::to_owned)
}

/// The digits behind the country code, where it is a number of Indonesia.
fn national(text: &str) -> Option<String> {
    dialled(text)?.strip_prefix("+62").map(str::to_owned)
}

/// Whether it is a mobile number of Indonesia that lacks digits or has too many.
pub fn is_broken_mobile(text: &str) -> bool {
    national(text).is_some_and(|number| number.starts_with('8') && !MOBILE.contains(&number.len()))
}

/// Whether it is a line of a house or an office in Indonesia, which has WhatsApp only where somebody made it a business account.
pub fn is_landline(text: &str) -> bool {
    national(text).is_some_and(|number| !number.starts_with('8'))
}

/// A number typed in one piece, in groups: `081234567890` is `0812-3456-7890`, `0561123456` is `(0561) 123456`. A number that somebody has
/// grouped, a short one, and one of another country stay as they are.
pub fn grouped(text: &str) -> String {
    let text = text.trim();
    let digits = text.strip_prefix('+').unwrap_or(text);
    let whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    match national(text).filter(|_| whole) {
        // The country code stays where it was written as one; a bare `62` is how a telephone book keeps it.
        Some(number) if text.starts_with('+') => format!("+62 {}", groups(&number, str::to_owned, "")),
        Some(number) => groups(&number, |area| format!("(0{area})"), "0"),
        None => text.to_owned(),
    }
}

/// The groups of a national number: of a mobile one `812-3456-7890`, behind an area code `3905889` in two from seven digits on.
fn groups(number: &str, area: impl Fn(&str) -> String, trunk: &str) -> String {
    if number.starts_with('8') {
        let split = |at: usize| number.split_at_checked(at).filter(|(_, rest)| !rest.is_empty());
        // Nine digits are three groups of three.
        let second = if number.len() == *MOBILE.start() { 6 } else { 7 };
        return match (split(3), split(second)) {
            (Some((first, _)), Some((_, last))) => {
                format!("{trunk}{first}-{}-{last}", number.get(3..second).unwrap_or_default())
            }
            _ => format!("{trunk}{number}"),
        };
    }
    let Some((code, line)) = number.split_at_checked(area_width(number)).filter(|(_, line)| !line.is_empty()) else {
        return format!("{trunk}{number}");
    };
    match line.len().checked_sub(4).and_then(|front| line.split_at_checked(front)) {
        Some((front, back)) if line.len() >= 7 => format!("{} {front}-{back}", area(code)),
        _ => format!("{} {line}", area(code)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_dialled_from_anywhere() {
        for (written, number) in [
            ("(0534) 123-456", "+62534123456"),
            ("0812 3456 7890", "+6281234567890"),
            ("+62 812-3456-7890", "+6281234567890"),
            ("62812 3456 7890", "+6281234567890"),
            ("112", "112"),
            ("1500-234", "1500234"),
            ("+62 (0)812-3456-7890", "+6281234567890"),
            ("62081234567890", "+6281234567890"),
        ] {
            assert_eq!(dialled(written).as_deref(), Some(number), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for bad in ["", "12", "telepon", "0812x", "++62812345678", "1234567890123456", "0812;ext=1"] {
            assert_eq!(dialled(bad), None, "{bad}");
        }
    }

    #[test]
    fn two_numbers_are_none() {
        for two in [
            "(0728) 21234 / 21235",
            "0728-21234/35",
            "0812-3456-7890, 0813-3456-7890",
            "0812 3456 7890 atau 0813 3456 7890",
            "(0728) 21234;21235",
        ] {
            assert!(is_several(two) && dialled(two).is_none(), "{two}");
        }
        for one in ["0728/21234", "+62 728/21234", "(021) 390/5889", "0812-3456-7890", "0812-3456-7890 /"] {
            assert!(!is_several(one) && dialled(one).is_some(), "{one}");
        }
    }

    #[test]
    fn a_line_has_digits_behind_its_area_code() {
        for (number, short) in [
            ("(0728) 2123", true),
            ("(0728) 21234", false),
            ("(021) 1234", true),
            ("(061) 12345", false),
            ("0812-345-67", false),
            ("1500-234", false),
        ] {
            assert_eq!(is_short_landline(number), short, "{number}");
        }
    }

    #[test]
    fn whatsapp_needs_the_country() {
        assert_eq!(whatsapp("0812-3456-7890").as_deref(), Some("6281234567890"));
        assert_eq!(whatsapp("112"), None);
    }

    #[test]
    fn a_number_in_one_piece_is_shown_in_groups() {
        for (typed, shown) in [
            ("081234567890", "0812-3456-7890"),
            ("08123456789", "0812-3456-789"),
            ("0812345678", "0812-345-678"),
            ("0895123456789", "0895-1234-56789"),
            ("6281234567890", "0812-3456-7890"),
            ("+6281234567890", "+62 812-3456-7890"),
            ("+62561123456", "+62 561 123456"),
            ("0561123456", "(0561) 123456"),
            ("0213905889", "(021) 390-5889"),
            ("02131905889", "(021) 3190-5889"),
            ("06112345", "(061) 12345"),
            ("05347654321", "(0534) 765-4321"),
        ] {
            assert_eq!(grouped(typed), shown, "{typed}");
            assert_eq!(dialled(shown), dialled(typed), "{typed}");
            assert_eq!(grouped(shown), shown, "what is grouped stays");
        }
    }

    #[test]
    fn own_groups_short_and_foreign_numbers_stay() {
        for written in [
            "0534",
            "0812 34567890",
            "0561-123456",
            "(0534)301234",
            "0812.3456.7890",
            "112",
            "1500234",
            "+6561234567",
            "08",
            "0x1",
        ] {
            assert_eq!(grouped(written), written);
        }
    }

    #[test]
    fn a_mobile_number_has_its_digits_and_a_landline_is_none() {
        for (written, broken, landline) in [
            ("0812-345-678", false, false),
            ("0812-345-67", true, false),
            ("0895-1234-56789", false, false),
            ("0895-1234-567890", true, false),
            ("0800-0000-6111", false, false),
            ("(0561) 123456", false, true),
            ("+62 21 3905889", false, true),
            ("+65 6123 4567", false, false),
            ("112", false, false),
        ] {
            assert_eq!((is_broken_mobile(written), is_landline(written)), (broken, landline), "{written}");
        }
    }
}
