//! What pages know of their age: the day on which their content was last compared with its sources. Never the clock, so that the
//! same content gives the same bytes.

use crate::content::{Kind, Meta, Page};
use crate::edition::Edition;
use crate::plan::PageKind;
use crate::source::Date;

/// The common keys of the content that a page shows; none for a page that is made of many.
pub fn meta<'a>(edition: &'a Edition, kind: &PageKind) -> Option<&'a Meta> {
    match kind {
        PageKind::Home => edition.pages.get(Page::HOME).map(|item| &item.data.meta),
        PageKind::Page(id) | PageKind::Item(Kind::Page, id) => edition.pages.get(id).map(|item| &item.data.meta),
        PageKind::Item(Kind::Violation, id) => edition.violations.get(id).map(|item| &item.data.meta),
        PageKind::Item(Kind::Sanction, id) => edition.sanctions.get(id).map(|item| &item.data.meta),
        PageKind::Item(Kind::Regulation, id) => edition.regulations.get(id).map(|item| &item.data.meta),
        PageKind::Item(Kind::Declaration, id) => edition.declarations.get(id).map(|item| &item.data.meta),
        _ => None,
    }
}

/// The day on which it was last compared with its sources (`diperiksa`).
pub fn checked(edition: &Edition, kind: &PageKind) -> Option<Date> {
    meta(edition, kind)?.checked.as_ref().map(|day| day.value)
}
