//! One pass over a frame, depth first, with composed transforms: the order in which a press paints.

use std::rc::Rc;

use typst::layout::{Frame, FrameItem, Point, Size, Transform};
use typst::visualize::{Curve, FillRule};

use super::super::geometry::Area;

/// A labelled box on the way down to an item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Boxed {
    /// The label's text.
    pub(crate) label: String,
    /// Where the box is on the sheet.
    pub(crate) area: Area,
    /// Whether it was only moved, not turned or scaled.
    pub(crate) upright: bool,
}

/// An outline that cuts off what lies outside of it.
pub(crate) struct Clip {
    outline: Curve,
    /// From the sheet's coordinates to the outline's; none for an outline that was flattened to a line.
    inverse: Option<Transform>,
}

impl Clip {
    /// Whether a point of the sheet stays.
    pub(crate) fn keeps(&self, point: Point) -> bool {
        self.inverse.is_some_and(|inverse| self.outline.contains(FillRule::NonZero, point.transform(inverse)))
    }
}

/// An item where it finally stands.
pub(crate) struct Item<'a> {
    /// The item itself.
    pub(crate) item: &'a FrameItem,
    /// From the item's own coordinates to the sheet's.
    pub(crate) transform: Transform,
    /// The labelled boxes around it, outermost first.
    pub(crate) boxes: &'a [Boxed],
    /// What cuts it off.
    pub(crate) clips: &'a [Rc<Clip>],
}

impl Item<'_> {
    /// The innermost box whose label begins with `prefix`, with the rest of its label.
    pub(crate) fn inside(&self, prefix: &str) -> Option<(&Boxed, &str)> {
        self.boxes.iter().rev().find_map(|boxed| boxed.label.strip_prefix(prefix).map(|rest| (boxed, rest)))
    }
}

/// Calls `visit` for every item of `frame` except groups, and for every labelled box once with its
/// own box last in the list and no item.
pub(crate) fn walk(frame: &Frame, visit: &mut dyn FnMut(Item<'_>), enter: &mut dyn FnMut(&Boxed, &Frame)) {
    descend(frame, Transform::identity(), &mut Around::default(), visit, enter);
}

/// What lies around an item on the way down to it.
#[derive(Default)]
struct Around {
    boxes: Vec<Boxed>,
    clips: Vec<Rc<Clip>>,
}

fn descend(
    frame: &Frame,
    transform: Transform,
    around: &mut Around,
    visit: &mut dyn FnMut(Item<'_>),
    enter: &mut dyn FnMut(&Boxed, &Frame),
) {
    for (position, item) in frame.items() {
        let here = transform.pre_concat(Transform::translate(position.x, position.y));
        let FrameItem::Group(group) = item else {
            visit(Item { item, transform: here, boxes: &around.boxes, clips: &around.clips });
            continue;
        };
        let inner = here.pre_concat(group.transform);
        let clips = around.clips.len();
        if let Some(outline) = &group.clip {
            around.clips.push(Rc::new(Clip { outline: outline.clone(), inverse: inner.invert() }));
        }
        if let Some(label) = group.label {
            let boxed = Boxed {
                label: label.resolve().as_str().to_owned(),
                area: place_area(inner, Point::zero(), group.frame.size()),
                upright: inner.is_only_translate(),
            };
            enter(&boxed, &group.frame);
            around.boxes.push(boxed);
            descend(&group.frame, inner, around, visit, enter);
            around.boxes.pop();
        } else {
            descend(&group.frame, inner, around, visit, enter);
        }
        around.clips.truncate(clips);
    }
}

/// The upright rectangle around a transformed one.
pub(crate) fn place_area(transform: Transform, corner: Point, size: Size) -> Area {
    let corners = [corner, corner + Point::with_x(size.x), corner + Point::with_y(size.y), corner + size.to_point()];
    let mut area = Area { left: f64::INFINITY, top: f64::INFINITY, right: f64::NEG_INFINITY, bottom: f64::NEG_INFINITY };
    for corner in corners {
        let point = corner.transform(transform);
        area.left = area.left.min(point.x.to_pt());
        area.top = area.top.min(point.y.to_pt());
        area.right = area.right.max(point.x.to_pt());
        area.bottom = area.bottom.max(point.y.to_pt());
    }
    area
}
