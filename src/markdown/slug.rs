//! Names for headings and articles that can stand in an address.

/// Lower-case ASCII letters and digits with single hyphens between words: `Pasal 2 huruf f` becomes `pasal-2-huruf-f`.
///
/// Accents are dropped, apostrophes join (`Jum'at` becomes `jumat`), everything else separates. Empty when nothing is left.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if matches!(c, '\'' | '’' | '‘' | '`' | '\u{AD}') || matches!(c, '\u{300}'..='\u{36F}') {
            continue;
        }
        let plain = plain(c);
        if plain.is_empty() {
            if !out.is_empty() && !out.ends_with('-') {
                out.push('-');
            }
        } else {
            out.push_str(plain.encode(&mut [0; 4]));
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// Whether a text is what [`slug`] would make of it, and not empty.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty() && slug(text) == text
}

/// What a character becomes.
#[derive(Clone, Copy)]
enum Plain {
    Char(char),
    Text(&'static str),
}

impl Plain {
    fn is_empty(self) -> bool {
        matches!(self, Plain::Text(""))
    }

    fn encode(self, buffer: &mut [u8; 4]) -> &str {
        match self {
            Plain::Char(c) => c.encode_utf8(buffer),
            Plain::Text(text) => text,
        }
    }
}

fn plain(c: char) -> Plain {
    if c.is_ascii_alphanumeric() {
        return Plain::Char(c);
    }
    Plain::Text(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ì'..='ï' | 'ī' | 'ĭ' | 'ı' => "i",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ś' | 'š' | 'ş' => "s",
        'ß' => "ss",
        'ù'..='ü' | 'ū' | 'ŭ' | 'ů' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_become_anchors() {
        assert_eq!(slug("Pasal 2 huruf f"), "pasal-2-huruf-f");
        assert_eq!(slug("Pasal 9 ayat (2)"), "pasal-9-ayat-2");
        assert_eq!(slug("Pasal 10A"), "pasal-10a");
        assert_eq!(slug("Pasal 52 ayat (3) huruf j dan ayat (4)"), "pasal-52-ayat-3-huruf-j-dan-ayat-4");
    }

    #[test]
    fn odd_text_stays_an_address() {
        assert_eq!(slug("  Jum'at — Ké Café!? "), "jumat-ke-cafe");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("ÉCOLE e\u{301}"), "ecole-e");
        assert_eq!(slug("!!!"), "");
        assert_eq!(slug(""), "");
        assert_eq!(slug("İ"), "i");
    }

    #[test]
    fn a_slug_is_its_own_slug() {
        assert!(is_slug("pasal-2"));
        for bad in ["", "-a", "a-", "a--b", "A", "a b", "é"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
