//! Several copies on one press sheet: where each stands, where to cut, and in what order records come.
//!
//! * A grid in the middle of the paper, which is turned when more fit that way; bleeds in the gaps. What is printed on the back stands mirrored, so that the sheet is turned
//!   over its long way and both sides lie over each other.
//! * Villages whose copies are counted fill whole sheets each: the sheet is printed as often as it takes.
//! * Villages without a count stand side by side in *cut and stack*: the first pile holds the first villages, the second pile
//!   goes on where the first ends. Cut, and laid pile upon pile, all are in order.

use std::fmt::Write as _;
use std::io::{self, Write};

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::binder::{Binder, Slots, set_boxes};
use super::stream::{Id, Refs, deflate, own};
use crate::content::Format;
use crate::content::format::PressSheet;
use crate::print::geometry::{Area, PT_PER_MM, Sheet};
use crate::print::order::decimal;

/// From the bleed's edge to the beginning of a cut mark, in mm.
const MARK_GAP: f64 = 1.0;
/// Length of a cut mark where the paper has room for it, in mm.
const MARK_LENGTH: f64 = 5.0;

/// How copies stand on a press sheet. All measures in points, from the paper's upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layout {
    /// The trims of the copies, row by row.
    pub(crate) cells: Vec<Area>,
    columns: usize,
    /// The boxes of the press sheet: the paper, and all copies together.
    pub(crate) sheet: Sheet,
    /// How far artwork may reach beyond a trim.
    reach: f64,
    /// What the machine can't print.
    margin: f64,
    copy: Sheet,
}

impl Layout {
    /// The layout that a format asks for; `None` when it asks for none. `Err` when not one copy fits on the paper.
    pub(crate) fn of(format: &Format, copy: &Sheet) -> Option<Result<Layout, String>> {
        let paper = format.press_sheet?;
        let many = |paper: f64, side: f64| {
            let room = paper - 2.0 * paper_edge(paper_margin(format), format.bleed, paper, side);
            ((room + gap(format) + 0.001) / (side + gap(format))).floor().max(0.0)
        };
        let grid = |paper: PressSheet| (many(paper.width, format.width), many(paper.height, format.height));
        // Paper has no upper edge: it is turned when more copies fit that way.
        let turned = PressSheet { width: paper.height, height: paper.width, ..paper };
        let better = |a: PressSheet, b: PressSheet| grid(b).0 * grid(b).1 > grid(a).0 * grid(a).1;
        let paper = if better(paper, turned) { turned } else { paper };
        let (columns, rows) = grid(paper);
        if columns < 1.0 || rows < 1.0 {
            let [width, height, wide, high] =
                [format.width, format.height, paper.width, paper.height].map(|side| decimal(side, 1));
            return Some(Err(format!("lembar {width} × {height} mm tidak muat di kertas cetak {wide} × {high} mm")));
        }
        let start = |paper: f64, count: f64, side: f64| (paper - count * side - (count - 1.0) * gap(format)) / 2.0;
        let (left, top) = (start(paper.width, columns, format.width), start(paper.height, rows, format.height));
        let mut cells = Vec::new();
        let mut row = 0.0;
        while row < rows {
            let mut column = 0.0;
            while column < columns {
                let x = left + column * (format.width + gap(format));
                let y = top + row * (format.height + gap(format));
                cells.push(points(x, y, format.width, format.height));
                column += 1.0;
            }
            row += 1.0;
        }
        let (last, first) = (cells.last()?, cells.first()?);
        let trim = Area { left: first.left, top: first.top, right: last.right, bottom: last.bottom };
        let edge = format.bleed.min(left).min(top) * PT_PER_MM;
        let sheet = Sheet { trim, bleed: trim.inset(-edge), media: points(0.0, 0.0, paper.width, paper.height), ..copy.clone() };
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number of copies on a sheet of paper"
        )]
        let columns = columns as usize;
        let reach = format.bleed.min(gap(format) / 2.0) * PT_PER_MM;
        Some(Ok(Layout { cells, columns, sheet, reach, margin: paper.margin * PT_PER_MM, copy: copy.clone() }))
    }

    /// Copies on a sheet.
    pub(crate) fn copies(&self) -> usize {
        self.cells.len()
    }

    /// Where copy `n` of a sheet stands on its front or, mirrored, on its back.
    fn cell(&self, n: usize, back: bool) -> Option<Area> {
        let (row, column) = (n / self.columns, n % self.columns);
        let column = if back { self.columns - 1 - column } else { column };
        self.cells.get(row * self.columns + column).copied()
    }

    /// The part of a copy that is printed: its trim with as much bleed as there is room for.
    fn printed(&self, cell: Area) -> Area {
        let outer = self.sheet.trim;
        let reach = |inner: f64, outer: f64| {
            if (inner - outer).abs() < 0.01 { self.sheet.trim.left - self.sheet.bleed.left } else { self.reach }
        };
        Area {
            left: cell.left - reach(cell.left, outer.left),
            top: cell.top - reach(cell.top, outer.top),
            right: cell.right + reach(cell.right, outer.right),
            bottom: cell.bottom + reach(cell.bottom, outer.bottom),
        }
    }

    /// Cut marks as lines, from and to: along every edge of a copy, outside all of them, where the machine prints.
    pub(crate) fn marks(&self) -> Vec<((f64, f64), (f64, f64))> {
        let (paper, bleed) = (self.sheet.media, self.sheet.bleed);
        let gap = MARK_GAP * PT_PER_MM;
        let ends = |edge: f64, limit: f64, away: f64| {
            let (from, to) = (edge + away * gap, edge + away * (gap + MARK_LENGTH * PT_PER_MM));
            let to = if away < 0.0 { to.max(limit) } else { to.min(limit) };
            ((to - from) * away > 1.0).then_some((from, to))
        };
        let mut marks = Vec::new();
        for x in distinct(self.cells.iter().flat_map(|cell| [cell.left, cell.right])) {
            let up = ends(bleed.top, self.margin, -1.0);
            let down = ends(bleed.bottom, paper.bottom - self.margin, 1.0);
            marks.extend(up.into_iter().chain(down).map(|(from, to)| ((x, from), (x, to))));
        }
        for y in distinct(self.cells.iter().flat_map(|cell| [cell.top, cell.bottom])) {
            let before = ends(bleed.left, self.margin, -1.0);
            let after = ends(bleed.right, paper.right - self.margin, 1.0);
            marks.extend(before.into_iter().chain(after).map(|(from, to)| ((from, y), (to, y))));
        }
        marks
    }

    /// Where the slug line begins and how high it may be; `None` when the paper has no room for it.
    pub(crate) fn slug(&self) -> Option<(f64, f64, f64)> {
        let top = self.sheet.bleed.bottom + 0.5 * PT_PER_MM;
        let height = self.sheet.media.bottom - self.margin - top;
        (height >= 2.5 * PT_PER_MM).then_some((self.sheet.trim.left + 3.0 * PT_PER_MM, top, height))
    }
}

fn gap(format: &Format) -> f64 {
    format.press_sheet.map_or(0.0, |paper| paper.gap)
}

fn paper_margin(format: &Format) -> f64 {
    format.press_sheet.map_or(0.0, |paper| paper.margin)
}

/// What stays free along an edge of the paper: the machine's margin and, where one copy leaves room for it, the bleed.
fn paper_edge(margin: f64, bleed: f64, paper: f64, side: f64) -> f64 {
    if paper - 2.0 * (margin + bleed) >= side { margin + bleed } else { margin }
}

fn points(x: f64, y: f64, width: f64, height: f64) -> Area {
    Area::new(x * PT_PER_MM, y * PT_PER_MM, width * PT_PER_MM, height * PT_PER_MM)
}

/// Values in order, each once.
fn distinct(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.dedup_by(|a, b| (*a - *b).abs() < 0.01);
    values
}

/// The records on each press sheet, by their position among all: in whole sheets of their own, or cut and stack.
pub(crate) fn order(records: usize, copies: usize, own_sheets: bool) -> Vec<Vec<Option<usize>>> {
    if own_sheets {
        return (0..records).map(|record| vec![Some(record); copies]).collect();
    }
    let sheets = records.div_ceil(copies.max(1));
    let record = |sheet: usize, pile: usize| Some(pile * sheets + sheet).filter(|record| *record < records);
    (0..sheets).map(|sheet| (0..copies).map(|pile| record(sheet, pile)).collect()).collect()
}

impl<W: Write> Binder<'_, W> {
    /// Writes the slot pages of a village as forms, to be drawn wherever a press sheet wants them.
    pub(crate) fn forms(&mut self, slots: &Slots, pages: std::ops::Range<usize>, copy: &Sheet) -> io::Result<Vec<Id>> {
        let mut forms = Vec::new();
        for page in pages {
            let Some((content, resources)) = slots.whole(page)? else { continue };
            let refs = self.share(slots, page)?;
            let mut dict = dictionary! {
                "Type" => "XObject",
                "Subtype" => "Form",
                "BBox" => super::binder::rectangle(copy.media, copy),
                "Resources" => resources,
                "Filter" => "FlateDecode",
            };
            dict.remove(b"Length");
            forms.push(self.add_stream(&dict, &deflate(&content)?, &Refs::Known(&refs))?);
        }
        Ok(forms)
    }

    /// Adds one side of a press sheet: `copies` are the forms of the slots on each place, `None` where the place stays empty; a piece
    /// without slots has an empty list on each. `frame` draws marks and slug.
    pub(crate) fn press_sheet(
        &mut self,
        layout: &Layout,
        side: usize,
        copies: &[Option<Vec<Id>>],
        frame: &Slots,
    ) -> io::Result<Id> {
        let refs = self.share(frame, side)?;
        let Some((marks, mut resources)) = frame.whole(side)? else { return Ok(0) };
        let mut objects = resources.get(b"XObject").and_then(Object::as_dict).cloned().unwrap_or_default();
        let mut drawn = String::new();
        for (place, copy) in copies.iter().enumerate() {
            let (Some(copy), Some(cell)) = (copy, layout.cell(place, side % 2 == 1)) else { continue };
            let paper = layout.sheet.media;
            let printed = layout.printed(cell);
            let (x, y) = (cell.left - (layout.copy.trim.left - layout.copy.media.left), {
                let below = layout.copy.media.bottom - layout.copy.trim.bottom;
                paper.bottom - cell.bottom - below
            });
            let _ = write!(
                drawn,
                "q {:.3} {:.3} {:.3} {:.3} re W n 1 0 0 1 {x:.3} {y:.3} cm ",
                printed.left,
                paper.bottom - printed.bottom,
                printed.width(),
                printed.height()
            );
            for form in self.artwork_form(side).into_iter().chain(copy.get(side).copied()) {
                objects.set(format!("F{form}"), own(form));
                let _ = write!(drawn, "/F{form} Do ");
            }
            drawn.push_str("Q\n");
        }
        resources.set("XObject", objects);
        let mut content = drawn.into_bytes();
        content.extend_from_slice(&marks);
        let stream = Stream::new(dictionary! { "Filter" => "FlateDecode" }, deflate(&content)?);
        let content = self.add_stream(&stream.dict, &stream.content, &Refs::Own)?;
        let mut page: Dictionary = dictionary! { "Resources" => resources, "Contents" => own(content) };
        set_boxes(&mut page, &layout.sheet);
        self.add_page(page, &Refs::Known(&refs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A5 on the paper given, in mm: width, height, margin, gap.
    fn layout(width: f64, height: f64, paper: [f64; 4], bleed: f64) -> Result<Layout, String> {
        let mut format = crate::print::tests::format();
        (format.width, format.height, format.bleed, format.sides) = (width, height, bleed, vec![]);
        let [width, height, margin, gap] = paper;
        format.press_sheet = Some(PressSheet { width, height, margin, gap });
        Layout::of(&format, &Sheet::of(&format, None)).unwrap()
    }

    fn corners(layout: &Layout) -> Vec<(f64, f64)> {
        let mm = |value: f64| (value / PT_PER_MM * 100.0).round() / 100.0;
        layout.cells.iter().map(|cell| (mm(cell.left), mm(cell.top))).collect()
    }

    #[test]
    fn two_a5_fill_an_a4_and_stickers_an_a3_plus() {
        assert_eq!(corners(&layout(148.0, 210.0, [297.0, 210.0, 0.0, 0.0], 0.0).unwrap()), [(0.5, 0.0), (148.5, 0.0)]);
        let stickers = layout(100.0, 70.0, [320.0, 480.0, 5.0, 4.0], 2.0).unwrap();
        // Upright the sheet would hold two columns of six.
        assert_eq!(stickers.copies(), 4 * 4);
        assert_eq!(corners(&stickers)[..5], [(34.0, 14.0), (138.0, 14.0), (242.0, 14.0), (346.0, 14.0), (34.0, 88.0)]);
    }

    #[test]
    fn paper_that_holds_no_copy_is_refused() {
        assert_eq!(
            layout(148.0, 210.0, [140.0, 210.0, 0.0, 0.0], 0.0),
            Err("lembar 148 × 210 mm tidak muat di kertas cetak 140 × 210 mm".to_owned())
        );
    }

    #[test]
    fn the_back_stands_mirrored_behind_the_front() {
        let layout = layout(100.0, 70.0, [320.0, 480.0, 5.0, 4.0], 2.0).unwrap();
        let paper = layout.sheet.media.right;
        for n in 0..layout.copies() {
            let (front, back) = (layout.cell(n, false).unwrap(), layout.cell(n, true).unwrap());
            assert!((front.left + back.right - paper).abs() < 0.01 && (front.top - back.top).abs() < 0.01, "{n}");
        }
    }

    #[test]
    fn bleeds_share_the_gap_and_are_whole_at_the_edge() {
        let layout = layout(100.0, 70.0, [320.0, 480.0, 5.0, 3.0], 2.0).unwrap();
        let (first, printed) = (layout.cells[0], layout.printed(layout.cells[0]));
        let mm = |value: f64| (value / PT_PER_MM * 10.0).round() / 10.0;
        assert_eq!((mm(first.left - printed.left), mm(printed.right - first.right)), (2.0, 1.5));
        assert!(!layout.printed(layout.cells[0]).meets(layout.printed(layout.cells[1]).inset(0.01)));
    }

    #[test]
    fn every_cut_has_a_mark_where_the_machine_prints() {
        let layout = layout(100.0, 70.0, [320.0, 480.0, 5.0, 4.0], 2.0).unwrap();
        // Four columns have eight edges, four rows likewise; each is marked at both ends.
        assert_eq!(layout.marks().len(), 2 * (8 + 8));
        let (room, bleed) = (layout.sheet.media.inset(5.0 * PT_PER_MM - 0.01), layout.sheet.bleed);
        for ((x1, y1), (x2, y2)) in layout.marks() {
            let mark = Area { left: x1.min(x2), top: y1.min(y2), right: x1.max(x2) + 0.01, bottom: y1.max(y2) + 0.01 };
            assert!(mark.left >= room.left && mark.right <= room.right && mark.top >= room.top && mark.bottom <= room.bottom);
            assert!(!mark.meets(bleed), "{mark:?}");
        }
    }

    #[test]
    fn cut_and_stacked_piles_are_in_order() {
        let sheets = order(7, 3, false);
        assert_eq!(sheets, [[Some(0), Some(3), Some(6)], [Some(1), Some(4), None], [Some(2), Some(5), None]]);
        assert_eq!(order(2, 2, true), [[Some(0), Some(0)], [Some(1), Some(1)]]);
        assert_eq!(order(0, 4, false), Vec::<Vec<Option<usize>>>::new());
    }
}
