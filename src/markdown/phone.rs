//! Telephone numbers as offices write them, as a telephone dials them.

/// The fewest digits a number has: `112`.
const FEWEST: usize = 3;
/// The most digits a number has, by ITU-T E.164.
const MOST: usize = 15;
/// From this many digits on, a leading `62` is the country code and not the start of a local number.
const WITH_COUNTRY: usize = 10;

/// The number for `tel:`, in international form where it has a trunk zero: `(0534) 123-456` becomes `+62534123456`.
///
/// Short numbers without a trunk zero (`112`, `1500-234`) stay as they are. `None` when it is no number.
pub fn dialled(text: &str) -> Option<String> {
    let text = text.trim();
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
        return Some(format!("+{digits}"));
    }
    match digits.strip_prefix('0') {
        Some(national) => Some(format!("+62{national}")),
        None => Some(digits),
    }
}

/// The number as `https://wa.me/` wants it: digits with the country code and nothing else.
pub fn whatsapp(text: &str) -> Option<String> {
    dialled(text)?.strip_prefix('+').map(str::to_owned)
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
    fn whatsapp_needs_the_country() {
        assert_eq!(whatsapp("0812-3456-7890").as_deref(), Some("6281234567890"));
        assert_eq!(whatsapp("112"), None);
    }
}
