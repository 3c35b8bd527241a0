//! What the text of a scalar means.

use crate::diagnostics::{Diagnostic, quoted};
use crate::source::codes::BAD_DATE;
use crate::source::yaml::{Node, Value};
use crate::source::{Date, DateError};

pub(super) fn text(node: &Node) -> Option<String> {
    match &node.value {
        Value::Scalar { text, .. } if !text.trim().is_empty() => Some(text.clone()),
        _ => None,
    }
}

/// Exactly `true` or `false`: `yes`, `no`, `on` and `off` mean different things to different YAML readers.
pub(super) fn boolean(node: &Node) -> Option<bool> {
    match plain(node)? {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// Decimal digits with an optional sign. A leading zero is refused: it is a code (`01`), or octal to other YAML readers.
pub(super) fn integer(node: &Node) -> Option<i64> {
    let text = plain(node)?;
    is_whole(unsigned(text)).then(|| text.parse().ok())?
}

/// A whole number, or one with a decimal point and digits on both sides.
pub(super) fn number(node: &Node) -> Option<f64> {
    let text = plain(node)?;
    let good = match unsigned(text).split_once('.') {
        Some((whole, part)) => is_whole(whole) && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()),
        None => is_whole(unsigned(text)),
    };
    let number = good.then(|| text.parse::<f64>().ok())??;
    number.is_finite().then_some(number)
}

pub(super) fn date(key: &str, node: &Node) -> Result<Date, Box<Diagnostic>> {
    let Some(text) = text(node) else {
        let problem = Diagnostic::error(BAD_DATE, format!("{} harus berupa tanggal", quoted(key)));
        return Err(Box::new(problem.at(&node.place).hint(DATE_FORM)));
    };
    text.parse().map_err(|error| {
        let problem = match error {
            DateError::Form => {
                let hint = meant(&text).map_or_else(|| DATE_FORM.to_owned(), |date| format!("tulis `{date}`: tahun-bulan-hari"));
                Diagnostic::error(BAD_DATE, format!("{} bukan tanggal untuk {}", quoted(&text), quoted(key))).hint(hint)
            }
            DateError::NoSuchDay => Diagnostic::error(BAD_DATE, format!("tanggal {} tidak ada di kalender", quoted(&text)))
                .hint("periksa hari dan bulannya; urutannya tahun-bulan-hari"),
        };
        Box::new(problem.at(&node.place))
    })
}

/// The day that was written in another order, where it can be no other: `31/01/2026`, `31 Januari 2026`.
fn meant(text: &str) -> Option<Date> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];
    let parts: Vec<&str> = text.split([' ', '/', '-', '.']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let month = match month.parse::<usize>() {
        Ok(month) if day.parse::<u8>().is_ok_and(|day| day > 12) => month,
        Ok(_) => return None,
        Err(_) => 1 + MONTHS.iter().position(|name| month.to_lowercase().starts_with(name))?,
    };
    format!("{year}-{month:02}-{day:0>2}").parse().ok()
}

const DATE_FORM: &str = "tulis tahun-bulan-hari dengan angka, misalnya `2026-01-05`";

fn plain(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar { text, quoted: false } => Some(text),
        _ => None,
    }
}

fn unsigned(text: &str) -> &str {
    text.strip_prefix(['-', '+']).unwrap_or(text)
}

fn is_whole(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'))
}
