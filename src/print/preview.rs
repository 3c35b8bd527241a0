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
const PIXELS_PER_MODULE: usize = 3;

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

/// The square `area` of a page as a picture with whole pixels a module.
pub(crate) fn crop(source: &Page, area: Area, modules: usize) -> Picture {
    let side = modules * PIXELS_PER_MODULE;
    let width = area.width().min(area.height());
    let mut frame = Frame::hard(Size::splat(Abs::pt(width)));
    let mut group = GroupItem::new(source.frame.clone());
    group.transform = Transform::translate(Abs::pt(-area.left), Abs::pt(-area.top));
    frame.push(Point::zero(), FrameItem::Group(group));
    #[allow(clippy::cast_precision_loss, reason = "a few hundred pixels")]
    let scale = side as f64 / width;
    picture(frame, scale)
}

/// A code's own frame as a picture with whole pixels a module.
pub(crate) fn code(source: &Frame, modules: usize) -> Picture {
    let side = modules * PIXELS_PER_MODULE;
    let width = source.width().min(source.height());
    let mut frame = source.clone();
    frame.set_size(Size::splat(width));
    #[allow(clippy::cast_precision_loss, reason = "a few hundred pixels")]
    let scale = side as f64 / width.to_pt();
    picture(frame, scale)
}

/// A frame on white as pixels of red, green, blue and opacity, with their width and height.
pub(crate) fn pixels(frame: Frame, scale: f64) -> (Vec<u8>, u32, u32) {
    let drawn = typst_render::render(&page(frame), &options(scale));
    let (width, height) = (drawn.width(), drawn.height());
    (drawn.take_demultiplied(), width, height)
}

fn picture(frame: Frame, scale: f64) -> Picture {
    let drawn = typst_render::render(&page(frame), &options(scale));
    Picture::new(usize::try_from(drawn.width()).unwrap_or(0), drawn.take())
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
