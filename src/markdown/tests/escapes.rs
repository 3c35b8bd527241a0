//! Each escape with every punctuation character and with hostile text.

use super::super::escape::*;
use super::oracle;
use super::visible::PUNCTUATION;

const HOSTILE: &[&str] = &[
    PUNCTUATION,
    "",
    "</script><script>alert(1)</script>",
    "\" onmouseover=\"x",
    "' onmouseover='x",
    "javascript:alert(1)",
    "#{sys.inputs} #import \"a\" \\u{41} $x$ // /* */",
    "]] [[ ) ( \" \\",
    "a\nb\tc\rd",
    "é 😀 \u{202e} \u{0}\u{1}",
    "\\",
    "\\\"",
];

#[test]
fn html_text_comes_back() {
    for text in HOSTILE {
        let escaped = html_text(text);
        assert!(!escaped.contains(['<', '>', '\0', '\u{1}']), "{escaped}");
        let expected = text.replace('\r', "\n").replace(['\0', '\u{1}'], "\u{FFFD}");
        assert_eq!(oracle::decoded(&escaped), expected);
    }
}

#[test]
fn html_attributes_stay_closed() {
    for text in HOSTILE {
        let escaped = html_attribute(text);
        assert!(!escaped.contains(['<', '>', '"', '\'', '\n', '\0']), "{escaped}");
        assert_eq!(oracle::decoded(&escaped), text.replace(['\0', '\u{1}'], "\u{FFFD}"));
    }
}

#[test]
fn addresses_are_ascii_without_surprises() {
    assert_eq!(url_component("a b&c=d/é?#%"), "a%20b%26c%3Dd%2F%C3%A9%3F%23%25");
    assert_eq!(href("https://a.id/é b?c=d&e=%20#f"), "https://a.id/%C3%A9%20b?c=d&e=%20#f");
    assert_eq!(href("a\"<>`{}|\\^\n"), "a%22%3C%3E%60%7B%7D%7C%5C%5E%0A");
    for text in HOSTILE {
        assert!(url_component(text).bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
    }
}

#[test]
fn only_web_addresses_are_web_addresses() {
    for good in ["https://a.id", "http://a.id/b?c#d", "HTTPS://A.ID/@b"] {
        assert!(is_web_address(good), "{good}");
    }
    for bad in [
        "",
        "https://",
        "https:///a",
        "javascript:a",
        "//a.id",
        "https://a@b",
        "https://a b",
        "https://a\\b",
        " https://a.id",
        "ftp://a",
    ] {
        assert!(!is_web_address(bad), "{bad}");
    }
}

#[test]
fn csv_cells_come_back_and_are_no_formulas() {
    for text in HOSTILE {
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).from_reader(std::io::Cursor::new(format!("{},x\n", csv_cell(text))));
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!((&row[0], &row[1]), (*text, "x"));
    }
    assert_eq!(csv_cell("Desa Sukadana"), "Desa Sukadana");
    assert_eq!(csv_cell("+62 812-3456"), "+62 812-3456");
    assert_eq!(csv_cell("-1.25"), "-1.25");
    assert_eq!(csv_cell("=1+1"), "'=1+1");
    assert_eq!(csv_cell("@A1"), "'@A1");
    assert_eq!(csv_cell("-1+cmd|' /C calc'!A0"), "'-1+cmd|' /C calc'!A0");
    assert_eq!(csv_cell("+"), "'+");
    assert_eq!(csv_cell("\t=1"), "\"'\t=1\"");
    assert_eq!(csv_cell(" a"), "\" a\"");
}
