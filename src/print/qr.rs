//! QR codes: from an address to modules, from modules to one curve, and back again.
//!
//! A code is one filled curve of horizontal runs, put into the frame after layout: a template that
//! drew modules itself would take three times as long a sheet, and could get one wrong.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::Range;

use fast_qr::{ECL, Mask, QRBuilder};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Ratio, Size, Transform};
use typst::syntax::Span;
use typst::visualize::{Curve, FillRule, Geometry, Paint, Shape};

/// Modules of white on every side.
pub const QUIET_ZONE: usize = 4;

/// The modules of one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    size: usize,
    dark: Vec<bool>,
}

impl Matrix {
    /// Encodes `address`. Error correction is Q (a quarter may be lost to dirt and folds) when
    /// that costs no larger code than M, else M. `None` when the address is too long for any code.
    pub fn encode(address: &str) -> Option<Matrix> {
        // With a mask named, none has to be looked for, which is nearly all of the work.
        let size = |level| QRBuilder::new(address).ecl(level).mask(Mask::Checkerboard).build().map(|code| code.size);
        let medium = size(ECL::M).ok()?;
        let level = if size(ECL::Q).is_ok_and(|quartile| quartile == medium) { ECL::Q } else { ECL::M };
        let code = QRBuilder::new(address).ecl(level).build().ok()?;
        let size = code.size;
        let dark = (0..size).flat_map(|row| code[row].iter().map(|m| m.value()).collect::<Vec<_>>());
        Some(Matrix { size, dark: dark.collect() })
    }

    /// Modules on a side, without the quiet zone.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Modules on a side with the quiet zone.
    pub fn full_size(&self) -> usize {
        self.size + 2 * QUIET_ZONE
    }

    /// Whether a module is dark; outside the code everything is light.
    pub fn is_dark(&self, row: usize, column: usize) -> bool {
        row < self.size && column < self.size && self.dark[row * self.size + column]
    }

    /// The dark modules in a square of `side` that includes the quiet zone: one shape whose unit is a module, because whole
    /// numbers take a third of the bytes that lengths would take in every village's page.
    pub fn drawing(&self, side: Abs, ink: Paint) -> GroupItem {
        let at = |n: usize| Abs::pt(n as f64);
        let mut curve = Curve::new();
        for (rows, columns) in self.blocks() {
            curve.move_(Point::new(at(columns.start), at(rows.start)));
            curve.line(Point::new(at(columns.end), at(rows.start)));
            curve.line(Point::new(at(columns.end), at(rows.end)));
            curve.line(Point::new(at(columns.start), at(rows.end)));
            curve.close();
        }
        let shape = Shape { geometry: Geometry::Curve(curve), fill: Some(ink), fill_rule: FillRule::NonZero, stroke: None };
        let mut frame = Frame::hard(Size::splat(Abs::pt(self.full_size() as f64)));
        frame.push(Point::zero(), FrameItem::Shape(shape, Span::detached()));
        let mut group = GroupItem::new(frame);
        let scale = Ratio::new(side.to_pt() / self.full_size() as f64);
        group.transform = Transform::scale(scale, scale);
        group
    }

    /// The dark modules as rectangles, by rows and columns counted with the quiet zone: runs of a row, as far down as they are the
    /// same.
    pub fn blocks(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let mut blocks: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        for row in 0..self.size {
            let here = row + QUIET_ZONE;
            for (start, end) in self.runs(row) {
                let columns = start + QUIET_ZONE..end + QUIET_ZONE;
                match blocks.iter_mut().rev().find(|(rows, known)| rows.end == here && *known == columns) {
                    Some((rows, _)) => rows.end += 1,
                    None => blocks.push((here..here + 1, columns)),
                }
            }
        }
        blocks
    }

    /// Dark runs of a row, as half-open column ranges.
    fn runs(&self, row: usize) -> Vec<(usize, usize)> {
        let mut runs = Vec::new();
        let mut start = None;
        for column in 0..=self.size {
            match (self.is_dark(row, column), start) {
                (true, None) => start = Some(column),
                (false, Some(first)) => {
                    runs.push((first, column));
                    start = None;
                }
                _ => {}
            }
        }
        runs
    }
}

/// Codes that are needed more than once, by address: encoding takes longer than all that is done
/// with a code afterwards.
#[derive(Default)]
pub struct Codes(BTreeMap<String, Matrix>);

impl Codes {
    /// Encodes all addresses; those too long for a code are left out.
    pub fn of<'a>(addresses: impl IntoIterator<Item = &'a str>) -> Codes {
        let encoded = |address: &str| Some((address.to_owned(), Matrix::encode(address)?));
        Codes(addresses.into_iter().filter_map(encoded).collect())
    }

    /// The code of an address; `None` when it is too long for any.
    pub fn get(&self, address: &str) -> Option<Cow<'_, Matrix>> {
        let known = self.0.get(address).map(Cow::Borrowed);
        known.or_else(|| Matrix::encode(address).map(Cow::Owned))
    }
}

/// A square picture of a code.
pub struct Picture {
    side: usize,
    /// Red, green, blue and opacity of each pixel, row by row.
    rgba: Vec<u8>,
}

/// Channels at or below this count as dark: half way.
const DARK: u8 = 127;

impl Picture {
    /// Takes the pixels of a picture of `side` × `side`, four bytes each.
    pub fn new(side: usize, rgba: Vec<u8>) -> Picture {
        Picture { side, rgba }
    }

    /// The lightest channel of a pixel: a dark module is black in all of them.
    fn light(&self, x: usize, y: usize) -> u8 {
        let at = 4 * (y * self.side + x);
        self.rgba.get(at..at + 3).map_or(255, |rgb| rgb[0].max(rgb[1]).max(rgb[2]))
    }

    /// Whether every pixel is white.
    pub fn is_blank(&self) -> bool {
        self.rgba.iter().all(|channel| *channel >= 250)
    }

    /// The first module, by row and column counted with the quiet zone, that differs from
    /// `matrix` when every module is sampled at its middle.
    pub fn first_difference(&self, matrix: &Matrix) -> Option<(usize, usize)> {
        let full = matrix.full_size();
        let middle = |n: usize| (2 * n + 1) * self.side / (2 * full);
        for row in 0..full {
            for column in 0..full {
                let seen = self.light(middle(column), middle(row)) <= DARK;
                let meant = row >= QUIET_ZONE && column >= QUIET_ZONE && matrix.is_dark(row - QUIET_ZONE, column - QUIET_ZONE);
                if seen != meant {
                    return Some((row, column));
                }
            }
        }
        None
    }

    /// Reads the code as a phone would.
    pub fn decode(&self) -> Option<String> {
        NonZeroUsize::new(self.side)?;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(self.side, self.side, |x, y| self.light(x, y));
        let grids = image.detect_grids();
        let (_, text) = grids.first()?.decode().ok()?;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of a code, `scale` pixels a module.
    fn draw(matrix: &Matrix, scale: usize) -> Picture {
        let side = matrix.full_size() * scale;
        let dark = |x: usize, y: usize| {
            let (row, column) = (y / scale, x / scale);
            row >= QUIET_ZONE && column >= QUIET_ZONE && matrix.is_dark(row - QUIET_ZONE, column - QUIET_ZONE)
        };
        let pixel = |n: usize| if dark(n % side, n / side) { [0, 0, 0, 255] } else { [255; 4] };
        Picture::new(side, (0..side * side).flat_map(pixel).collect())
    }

    #[test]
    fn a_code_reads_back_as_its_address() {
        for address in ["https://contoh.go.id/61.11/lapor/", "a", "https://contoh.go.id/?q=é&x=%20#~"] {
            let matrix = Matrix::encode(address).unwrap();
            let picture = draw(&matrix, 3);
            assert_eq!(picture.first_difference(&matrix), None);
            assert_eq!(picture.decode().as_deref(), Some(address));
            assert!(!picture.is_blank());
        }
    }

    #[test]
    fn one_wrong_module_is_found() {
        let matrix = Matrix::encode("https://contoh.go.id/61.11/lapor/").unwrap();
        let mut other = matrix.clone();
        let last = other.dark.len() - 1;
        other.dark[last] = !other.dark[last];
        let end = QUIET_ZONE + matrix.size() - 1;
        assert_eq!(draw(&other, 3).first_difference(&matrix), Some((end, end)));
    }

    #[test]
    fn correction_is_as_strong_as_the_size_allows() {
        let address = "https://contoh.go.id/61.11/lapor/";
        let medium = QRBuilder::new(address).ecl(ECL::M).build().ok().map(|code| code.size);
        assert_eq!(Matrix::encode(address).map(|matrix| matrix.size()), medium);
        assert_eq!(Matrix::encode(&"x".repeat(3000)), None);
    }
}
