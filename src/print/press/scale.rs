//! One tenth: what is longer than a PDF page can be is drawn at a tenth of its size. Typst lays out at real size, so that every rule
//! measures what will hang there; only the file is smaller.

use typst::layout::{Frame, FrameItem, GroupItem, Point, Ratio, Size, Transform};
use typst_layout::Page;

/// The page, `times` smaller in every length.
pub(crate) fn down(page: &Page, times: f64) -> Page {
    let ratio = Ratio::new(1.0 / times);
    let size = page.frame.size();
    let mut frame = Frame::hard(Size::new(size.x / times, size.y / times));
    let mut group = GroupItem::new(page.frame.clone());
    group.transform = Transform::scale(ratio, ratio);
    frame.push(Point::zero(), FrameItem::Group(group));
    let bleed = page.bleed.map(|by| by / times);
    Page { frame, bleed, ..page.clone() }
}
