//! Pictures of sheets: previews for the download page, and crops on which QR codes are read back.

use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::utils::Scalar;
use typst_layout::Page;
use typst_render::RenderOptions;

use super::frames::inject::{ScreenColours, recolour};
use super::geometry::Area;
use super::qr::Picture;

/// Width of a preview in pixels.
const WIDTH: f64 = 900.0;
/// Pixels for each module of a code that is read back.
const PIXELS_PER_MODULE: usize = 4;

/// A page inside its trim as a PNG in screen colours: bytes, width and height in pixels. The slots
/// of a village go over the artwork when given.
pub(crate) fn png(artwork: &Page, slots: Option<&Page>, colours: &ScreenColours) -> Option<(Vec<u8>, u32, u32)> {
    let mut frame = artwork.frame.clone();
    if let Some(slots) = slots {
        frame.push_frame(Point::zero(), slots.frame.clone());
    }
    recolour(&mut frame, colours);
    let scale = WIDTH / frame.width().to_pt();
    let picture = typst_render::render(&page(frame), &options(scale));
    let bytes = picture.encode_png().ok()?;
    Some((bytes, picture.width(), picture.height()))
}

/// The square `area` of a page as a grey picture with whole pixels a module.
pub(crate) fn crop(source: &Page, area: Area, modules: usize) -> Picture {
    let side = modules * PIXELS_PER_MODULE;
    let width = area.width().min(area.height());
    let mut frame = Frame::hard(Size::splat(Abs::pt(width)));
    let mut group = GroupItem::new(source.frame.clone());
    group.transform = Transform::translate(Abs::pt(-area.left), Abs::pt(-area.top));
    frame.push(Point::zero(), FrameItem::Group(group));
    #[allow(clippy::cast_precision_loss, reason = "a few hundred pixels")]
    let scale = side as f64 / width;
    let picture = typst_render::render(&page(frame), &options(scale));
    let side = usize::try_from(picture.width().min(picture.height())).unwrap_or(0);
    let stride = usize::try_from(picture.width()).unwrap_or(0);
    let grey = |pixel: &[u8]| match pixel {
        // Press black is a dark grey on screen; the middle of the three channels is enough here.
        [red, green, blue, ..] => (*red).max(*green).max(*blue),
        _ => 255,
    };
    let rows = picture.data().chunks(stride * 4).take(side);
    let grey = rows.flat_map(|row| row.chunks(4).take(side).map(grey).collect::<Vec<u8>>()).collect();
    Picture { side, grey }
}

fn page(frame: Frame) -> Page {
    Page {
        frame,
        bleed: typst::layout::Sides::default(),
        fill: typst::foundations::Smart::Auto,
        numbering: None,
        supplement: typst::foundations::Content::empty(),
        number: 1,
    }
}

fn options(pixel_per_pt: f64) -> RenderOptions {
    RenderOptions { pixel_per_pt: Scalar::new(pixel_per_pt), render_bleed: false }
}
