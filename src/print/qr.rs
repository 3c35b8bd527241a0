//! QR codes: from an address to modules, from modules to one curve, and back again.
//!
//! A code is one filled curve of horizontal runs, put into the frame after layout: a template that
//! drew modules itself would take three times as long a sheet, and could get one wrong.

use std::num::NonZeroUsize;

use fast_qr::{ECL, QRBuilder};
use typst::layout::{Abs, Point};
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
        let medium = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
        let quartile = QRBuilder::new(address).ecl(ECL::Q).build().ok();
        let code = quartile.filter(|code| code.size == medium.size).unwrap_or(medium);
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

    /// The dark modules as one shape in a square of `side` that includes the quiet zone.
    pub fn shape(&self, side: Abs, ink: Paint) -> Shape {
        let module = side / self.full_size() as f64;
        let at = |n: usize| module * (n + QUIET_ZONE) as f64;
        let mut curve = Curve::new();
        for row in 0..self.size {
            for (start, end) in self.runs(row) {
                curve.move_(Point::new(at(start), at(row)));
                curve.line(Point::new(at(end), at(row)));
                curve.line(Point::new(at(end), at(row + 1)));
                curve.line(Point::new(at(start), at(row + 1)));
                curve.close();
            }
        }
        Shape { geometry: Geometry::Curve(curve), fill: Some(ink), fill_rule: FillRule::NonZero, stroke: None }
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

/// A square grey picture of a code, 0 black to 255 white.
pub struct Picture {
    /// Pixels on a side.
    pub side: usize,
    /// Row by row.
    pub grey: Vec<u8>,
}

/// Grey at or below this counts as dark: half way.
const DARK: u8 = 127;

impl Picture {
    /// The first module, by row and column counted with the quiet zone, that differs from
    /// `matrix` when every module is sampled at its middle.
    pub fn first_difference(&self, matrix: &Matrix) -> Option<(usize, usize)> {
        let full = matrix.full_size();
        let middle = |n: usize| (2 * n + 1) * self.side / (2 * full);
        (0..full).flat_map(|row| (0..full).map(move |column| (row, column))).find(|&(row, column)| {
            let seen = self.grey[middle(row) * self.side + middle(column)] <= DARK;
            let meant = row >= QUIET_ZONE
                && column >= QUIET_ZONE
                && matrix.is_dark(row - QUIET_ZONE, column - QUIET_ZONE);
            seen != meant
        })
    }

    /// Reads the code as a phone would.
    pub fn decode(&self) -> Option<String> {
        NonZeroUsize::new(self.side)?;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(self.side, self.side, |x, y| {
            self.grey[y * self.side + x]
        });
        let grids = image.detect_grids();
        let (_, text) = grids.first()?.decode().ok()?;
        Some(text)
    }
}
