//! Changing frames after layout: QR codes in, links out, press inks to screen colours.

use std::collections::BTreeMap;

use typst::layout::{Frame, FrameItem, GroupItem};
use typst::visualize::{Cmyk, Color, Paint, ProcessColor};

use super::QR;

/// Puts the code of its address into every box labelled `qr:<address>`.
///
/// `code` gets the address and the side of the box in points; a `None` leaves the box empty, and
/// preflight says so later.
pub(crate) fn insert_codes(frame: &mut Frame, code: &mut dyn FnMut(&str, f64) -> Option<GroupItem>) {
    frame.retain(|item| {
        if let FrameItem::Group(group) = item {
            insert_codes(&mut group.frame, code);
            let label = group.label.map(|label| label.resolve().as_str().to_owned());
            if let Some(address) = label.as_deref().and_then(|label| label.strip_prefix(QR)) {
                let side = group.frame.width().min(group.frame.height()).to_pt();
                if let Some(drawing) = code(address, side) {
                    group.frame.push(typst::layout::Point::zero(), FrameItem::Group(drawing));
                }
            }
        }
        true
    });
}

/// Takes links out: paper has none, and a press file with annotations is sent back.
pub(crate) fn remove_links(frame: &mut Frame) {
    frame.retain(|item| match item {
        FrameItem::Group(group) => {
            remove_links(&mut group.frame);
            true
        }
        FrameItem::Link(..) => false,
        _ => true,
    });
}

/// Press inks by percent, and the screen colour the theme chose for each.
pub(crate) type ScreenColours = BTreeMap<[u8; 4], Color>;

/// Exchanges the theme's inks for its screen colours, so that a preview looks like the website.
pub(crate) fn recolour(frame: &mut Frame, colours: &ScreenColours) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => recolour(&mut group.frame, colours),
            FrameItem::Text(text) => exchange(&mut text.fill, colours),
            FrameItem::Shape(shape, _) => {
                if let Some(fill) = &mut shape.fill {
                    exchange(fill, colours);
                }
                if let Some(stroke) = &mut shape.stroke {
                    exchange(&mut stroke.paint, colours);
                }
            }
            FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
        true
    });
}

fn exchange(paint: &mut Paint, colours: &ScreenColours) {
    if let Paint::Solid(Color::Process(ProcessColor::Cmyk(ink))) = paint
        && let Some(colour) = colours.get(&percent(*ink))
    {
        *paint = Paint::Solid(colour.clone());
    }
}

/// An ink as the theme writes it: whole percents of cyan, magenta, yellow and black.
pub(crate) fn percent(ink: Cmyk) -> [u8; 4] {
    let percent = |part: f32| (part * 100.0).round().clamp(0.0, 100.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0–100 on the line above")]
    [ink.c, ink.m, ink.y, ink.k].map(|part| percent(part) as u8)
}
