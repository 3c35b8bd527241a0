//! A QR code on a page: one path, dark on light in both colour schemes, so that a camera can read it.

use std::fmt::Write as _;

use fast_qr::ECL;
use fast_qr::qr::{QRBuilder, QRCode};

/// Light modules around the code, as the standard asks.
const QUIET: usize = 4;

/// The `<svg>` of the code for `text`, without text in it; none when the text is too long for a code.
pub fn svg(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let size = code.size + 2 * QUIET;
    let mut out = format!(
        "<svg aria-hidden=\"true\" viewBox=\"0 0 {size} {size}\" width=\"{0}\" height=\"{0}\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path d=\"",
        size * 5
    );
    for row in 0..code.size {
        draw_row(&code, row, &mut out);
    }
    out.push_str("\"/></svg>");
    Some(out)
}

/// Runs of dark modules as rectangles of one module's height.
fn draw_row(code: &QRCode, row: usize, out: &mut String) {
    let dark = |column: usize| column < code.size && code[row][column].value();
    let mut column = 0;
    while column < code.size {
        let length = (column..).take_while(|at| dark(*at)).count();
        if length > 0 {
            // Writing to a string can't fail.
            let _ = write!(out, "M{} {}h{length}v1h-{length}z", column + QUIET, row + QUIET);
        }
        column += length.max(1);
    }
}
