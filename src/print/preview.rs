//! Pictures of sheets: previews for the download page, and crops on which QR codes are read back.

use png::Compression;
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::syntax::Span;
use typst::utils::Scalar;
use typst::visualize::{Color, DashPattern, FixedStroke, Geometry};
use typst_layout::Page;
use typst_render::RenderOptions;

use super::frames::inject::{ScreenColours, recolour};
use super::geometry::{Area, Sheet};
use super::qr::Picture;

/// Width of a preview in pixels.
const WIDTH: f64 = 900.0;
/// The longest side of a proof in pixels: what WhatsApp keeps of a picture without making it smaller (an assumption).
const PROOF: f64 = 1600.0;
/// White around a proof, as a part of its longest side: so that the line along the trim is seen where nothing is beyond it.
const RIM: f64 = 0.015;
/// Pixels for each module of a code that is read back.
const PIXELS_PER_MODULE: usize = 3;

/// A page inside its trim as a PNG in screen colours: bytes, width and height in pixels. The slots
/// of a village go over the artwork when given.
pub(crate) fn png(artwork: &Page, slots: Option<&Page>, colours: &ScreenColours) -> Option<(Vec<u8>, u32, u32)> {
    png_of(artwork, slots, colours, WIDTH)
}

/// The picture of a card for screens, exactly `width` pixels wide: bytes, width and height in pixels.
pub(crate) fn card(artwork: &Page, colours: &ScreenColours, width: u32) -> Option<(Vec<u8>, u32, u32)> {
    png_of(artwork, None, colours, f64::from(width))
}

fn png_of(artwork: &Page, slots: Option<&Page>, colours: &ScreenColours, pixels: f64) -> Option<(Vec<u8>, u32, u32)> {
    shown(&on_screen(artwork, slots, colours), pixels, Compression::Balanced)
}

/// A page inside its trim in screen colours, with the slots of a village over it when given.
pub(crate) fn on_screen(artwork: &Page, slots: Option<&Page>, colours: &ScreenColours) -> Frame {
    let mut frame = artwork.frame.clone();
    if let Some(slots) = slots {
        frame.push_frame(Point::zero(), slots.frame.clone());
    }
    recolour(&mut frame, colours);
    frame
}

/// What [`on_screen`] gave as a PNG that is made fast and thrown away soon: bytes, width and height in pixels.
pub(crate) fn quick(frame: &Frame, pixels: f64) -> Option<(Vec<u8>, u32, u32)> {
    shown(frame, pixels, Compression::Fast)
}

fn shown(frame: &Frame, pixels: f64, compression: Compression) -> Option<(Vec<u8>, u32, u32)> {
    let scale = pixels / frame.width().to_pt();
    let picture = typst_render::render(&page(frame.clone()), &options(scale));
    let (width, height) = (picture.width(), picture.height());
    Some((opaque_png(picture.data(), width, height, compression)?, width, height))
}

/// The page with all that is around its trim, the trim and the folds drawn as lines, as a PNG in screen colours.
pub(crate) fn proof(
    artwork: &Page,
    slots: Option<&Page>,
    sheet: &Sheet,
    folds: &[f64],
    colours: &ScreenColours,
) -> Option<Vec<u8>> {
    let (trim, media) = (sheet.trim, sheet.media);
    let longest = media.width().max(media.height());
    let rim = longest * RIM;
    let scale = PROOF / (longest + 2.0 * rim);
    let origin = Point::new(Abs::pt(trim.left - media.left + rim), Abs::pt(trim.top - media.top + rim));
    let mut drawn = artwork.frame.clone();
    if let Some(slots) = slots {
        drawn.push_frame(Point::zero(), slots.frame.clone());
    }
    recolour(&mut drawn, colours);
    let mut frame = Frame::hard(Size::new(Abs::pt(media.width() + 2.0 * rim), Abs::pt(media.height() + 2.0 * rim)));
    frame.push_frame(origin, drawn);
    let mut draw = |at: Point, geometry: Geometry| {
        // White below and dark dashes above are seen on any colour.
        for (colour, width, dashed) in [(u8::MAX, 3.0, false), (0, 1.5, true)] {
            let width = width / scale;
            let dashes = DashPattern { array: vec![Abs::pt(6.0 / scale); 2], phase: Abs::zero() };
            let stroke = FixedStroke {
                paint: Color::from_u8(colour, colour, colour, u8::MAX).into(),
                thickness: Abs::pt(width),
                dash: dashed.then_some(dashes),
                ..FixedStroke::default()
            };
            frame.push(at, FrameItem::Shape(geometry.clone().stroked(stroke), Span::detached()));
        }
    };
    draw(origin, Geometry::Rect(Size::new(Abs::pt(trim.width()), Abs::pt(trim.height()))));
    for fold in folds {
        let at = origin + Point::with_x(Abs::pt(*fold));
        draw(at, Geometry::Line(Point::with_y(Abs::pt(trim.height()))));
    }
    let picture = typst_render::render(&page(frame), &options(scale));
    opaque_png(picture.data(), picture.width(), picture.height(), Compression::Fast)
}

/// A PNG of pixels of red, green, blue and opacity; every page lies on white, so none is seen through.
fn opaque_png(pixels: &[u8], width: u32, height: u32, compression: Compression) -> Option<Vec<u8>> {
    let mut rgb = Vec::with_capacity(pixels.len() / 4 * 3);
    pixels.chunks_exact(4).for_each(|pixel| rgb.extend_from_slice(pixel.get(..3).unwrap_or_default()));
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(compression);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&rgb).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// The most bytes of a picture that is shown beside a link: WhatsApp leaves larger ones out (an assumption, with room to spare).
pub(crate) const LIGHT: usize = 250_000;
/// How well it is kept, from well to just enough, until it is light.
const QUALITIES: [u8; 4] = [88, 80, 70, 55];

/// A PNG as a JPEG of at most [`LIGHT`] bytes. `None` when it can't be read or can't be made so light.
pub(crate) fn light(png: &[u8]) -> Option<Vec<u8>> {
    let picture = image::load_from_memory_with_format(png, image::ImageFormat::Png).ok()?.into_rgb8();
    let size = |side: u32| u16::try_from(side).ok();
    let (width, height) = (size(picture.width())?, size(picture.height())?);
    QUALITIES.into_iter().find_map(|quality| {
        let mut bytes = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut bytes, quality);
        encoder.encode(picture.as_raw(), width, height, jpeg_encoder::ColorType::Rgb).ok()?;
        (bytes.len() <= LIGHT).then_some(bytes)
    })
}

/// A PNG again with a longer side of at most `longest` pixels. `None` when it can't be read.
pub(crate) fn smaller(png: &[u8], longest: f64) -> Option<Vec<u8>> {
    let picture = image::load_from_memory_with_format(png, image::ImageFormat::Png).ok()?.into_rgba8();
    let scale = longest / f64::from(picture.width().max(picture.height()));
    if scale >= 1.0 {
        return Some(png.to_vec());
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "smaller than the picture's own size")]
    let size = |side: u32| (f64::from(side) * scale).round().max(1.0) as u32;
    let small = image::imageops::thumbnail(&picture, size(picture.width()), size(picture.height()));
    // The PDF holds the pixels, packed anew.
    opaque_png(small.as_raw(), small.width(), small.height(), Compression::Fast)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Even what can't be packed well gets light, at its own size; what is no picture is none.
    #[test]
    fn a_picture_beside_a_link_is_light() {
        let (width, height) = (1200_u32, 630_u32);
        let mut state = 7_u32;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0] / 2 + 64
        });
        let pixels: Vec<u8> = noise.take((width * height) as usize).flat_map(|grey| [grey, grey, grey, u8::MAX]).collect();
        let png = opaque_png(&pixels, width, height, Compression::Fast).unwrap();
        assert!(png.len() > LIGHT);
        let light = light(&png).unwrap();
        assert!(light.len() <= LIGHT, "{}", light.len());
        let shown = image::load_from_memory_with_format(&light, image::ImageFormat::Jpeg).unwrap();
        assert_eq!((shown.width(), shown.height()), (width, height));
        assert_eq!(super::light(&png[..200]), None);
        assert_eq!(super::light(b""), None);
    }
}
