//! The filters that templates have beside Tera's own.

use tera::{Kwargs, State, Tera};

use crate::content::day;
use crate::source::Date;
use crate::web::words;

/// Makes the filters known. Tera checks their names when a template is read.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("tanggal", date);
    tera.register_filter("ribuan", thousands);
}

/// `{{ "2026-01-05" | tanggal }}`: 5 Januari 2026. What is no date is an error of the template.
fn date(text: &str, _: Kwargs, _: &State) -> tera::TeraResult<String> {
    text.parse::<Date>().map(day::spoken).map_err(|_| tera::Error::message(format!("`{text}` is not a date such as 2026-01-05")))
}

/// `{{ 83763 | ribuan }}`: 83.763.
fn thousands(number: u64, _: Kwargs, _: &State) -> String {
    words::thousands(number)
}
