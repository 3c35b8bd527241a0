//! Typst's PDF export with the settings of the press.

use super::super::frames::outline::outline;
use super::scale;
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Writes pages as an untagged PDF 1.7 without a date, `smaller` times smaller than they are; `outlined`: with curves in place of letters.
/// `Err` says what Typst's exporter refused.
pub(crate) fn pdf(pages: &[Page], ident: &str, outlined: bool, smaller: f64) -> Result<Vec<u8>, String> {
    let real = smaller <= 1.0;
    let mut pages = if real { EcoVec::from(pages) } else { pages.iter().map(|page| scale::down(page, smaller)).collect() };
    if outlined {
        pages.make_mut().iter_mut().for_each(|page| outline(&mut page.frame));
    }
    let document = PagedDocument::new(pages, typst::model::DocumentInfo::default());
    let standards = PdfStandards::new(&[PdfStandard::V_1_7]).map_err(|error| error.message().to_string())?;
    let options = options(ident, standards, false);
    typst_pdf::pdf(&document, &options).map_err(|errors| {
        let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
        messages.join("; ")
    })
}

/// How every PDF of the house is written: without a date, so that the same input gives the same bytes.
pub(crate) fn options(ident: &str, standards: PdfStandards, tagged: bool) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("Suluh".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards,
        tagged,
        pretty: false,
    }
}
