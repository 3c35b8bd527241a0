//! Typst's PDF export with the settings of the press.

use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Writes pages as an untagged PDF 1.7 without a date. `Err` says what Typst's exporter refused.
pub(crate) fn pdf(pages: &[Page], ident: &str) -> Result<Vec<u8>, String> {
    let document = PagedDocument::new(EcoVec::from(pages), typst::model::DocumentInfo::default());
    let standards = PdfStandards::new(&[PdfStandard::V_1_7]).map_err(|error| error.message().to_string())?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("Suluh".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards,
        tagged: false,
        pretty: false,
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| {
        let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
        messages.join("; ")
    })
}
