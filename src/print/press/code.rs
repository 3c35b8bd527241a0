//! A village's QR code as operators: rectangles in whole modules, half as many bytes as a curve and none of its making.

use std::fmt::Write;

use crate::print::geometry::{Area, Sheet};
use crate::print::qr::Matrix;

/// The operators that draw a code, with its quiet zone, into a box of the sheet.
pub(crate) fn operators(matrix: &Matrix, area: Area, sheet: &Sheet) -> String {
    let side = area.width().min(area.height());
    #[allow(clippy::cast_precision_loss, reason = "a code has at most 185 modules on a side")]
    let module = side / sheet.scale / matrix.full_size() as f64;
    let (x, y) = ((area.left - sheet.media.left) / sheet.scale, (sheet.media.bottom - area.top) / sheet.scale);
    let mut out = String::new();
    let _ = writeln!(out, "q {module:.5} 0 0 -{module:.5} {x:.3} {y:.3} cm 0 0 0 1 k");
    for (rows, columns) in matrix.blocks() {
        let _ = writeln!(out, "{} {} {} {} re", columns.start, rows.start, columns.len(), rows.len());
    }
    out.push_str("f Q\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::qr::{Picture, QUIET_ZONE};

    #[test]
    fn the_rectangles_are_the_code() {
        let matrix = Matrix::encode("https://contoh.go.id/61.11/d/61.11.01.2001/").unwrap();
        let sheet = Sheet::of(&crate::print::tests::format(), None);
        let side = matrix.full_size();
        let drawn = operators(&matrix, Area::new(10.0, 20.0, 49.0, 49.0), &sheet);
        let mut rgba = vec![255; 4 * side * side];
        for line in drawn.lines().filter(|line| line.ends_with(" re")) {
            let numbers: Vec<usize> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
            let [x, y, width, height] = numbers[..] else { panic!("{line}") };
            for row in y..y + height {
                for column in x..x + width {
                    rgba[4 * (row * side + column)..][..3].fill(0);
                }
            }
        }
        assert!(rgba[..4 * side * QUIET_ZONE].iter().all(|channel| *channel == 255));
        assert_eq!(Picture::new(side, rgba).first_difference(&matrix), None);
        let module = 49.0 / side as f64;
        let (x, y) = (10.0 - sheet.media.left, sheet.media.bottom - 20.0);
        assert!(drawn.starts_with(&format!("q {module:.5} 0 0 -{module:.5} {x:.3} {y:.3} cm 0 0 0 1 k\n")), "{drawn}");
        let tenth = operators(&matrix, Area::new(10.0, 20.0, 49.0, 49.0), &Sheet { scale: 10.0, ..sheet });
        let (module, x, y) = (module / 10.0, x / 10.0, y / 10.0);
        assert!(tenth.starts_with(&format!("q {module:.5} 0 0 -{module:.5} {x:.3} {y:.3} cm 0 0 0 1 k\n")), "{tenth}");
    }
}
