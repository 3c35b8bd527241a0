//! The pictures of laid-out pages, exchanged for what a press takes.

use std::collections::BTreeMap;

use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Smart};
use typst::layout::{Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::syntax::Span;
use typst::visualize::{ExchangeFormat, Image, ImageKind, RasterImage};
use typst_layout::{Page, PagedDocument};

use super::jpeg::{self, Inked};
use super::{Inks, photo, vector};
use crate::print::preview;

/// How far the sides of a picture may be out of proportion: a hundredth, which no eye sees.
const STRETCH: f64 = 0.01;
/// Drawings that only pixels can show get this many pixels to the inch at least: they have edges.
const DRAWING_RESOLUTION: f64 = 600.0;
/// The most pixels that a drawing gets.
const MAX_DRAWN_PIXELS: f64 = 6e6;

/// What the conversion has to say of a picture.
pub(crate) struct Note {
    /// The picture's file.
    pub(crate) bytes: Bytes,
    /// The call that placed it.
    pub(crate) span: Span,
    pub(crate) remark: Remark,
}

/// What can be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Remark {
    /// It can't be converted; nothing may be printed.
    Failed,
    /// It is not in its own proportions.
    Stretched,
    /// It was made of pixels because of this.
    Pixels(String),
}

/// Exchanges the pictures of all pages. The pictures stay where they are, in the order in which they were drawn.
pub(crate) fn for_press(document: &PagedDocument, inks: &Inks, resolution: f64) -> (PagedDocument, Vec<Note>) {
    let info = typst::model::Document::info(document).clone();
    let mut pages: EcoVec<Page> = document.pages().into();
    let mut press = Press { inks, resolution, made: BTreeMap::new(), notes: Vec::new() };
    for page in pages.make_mut() {
        press.frame(&mut page.frame, Transform::identity());
    }
    (PagedDocument::new(pages, info), press.notes)
}

struct Press<'a> {
    inks: &'a Inks,
    resolution: f64,
    /// What was made of a picture at a size and a scale, in hundredths: a lockup stands on every panel of a leaflet.
    made: BTreeMap<(u128, [i64; 3]), FrameItem>,
    notes: Vec<Note>,
}

impl Press<'_> {
    fn frame(&mut self, frame: &mut Frame, transform: Transform) {
        if !has_pictures(frame) {
            return;
        }
        frame.retain(|item| {
            match item {
                FrameItem::Group(group) => self.frame(&mut group.frame, transform.pre_concat(group.transform)),
                FrameItem::Image(image, size, span) => {
                    let (size, span) = (*size, *span);
                    let scale = largest_scale(transform);
                    if is_stretched(image, size) {
                        self.note(image, span, Remark::Stretched);
                    }
                    match self.picture(image, size, scale, span) {
                        Some(made) => *item = made,
                        None => self.note(image, span, Remark::Failed),
                    }
                }
                _ => {}
            }
            true
        });
    }

    fn note(&mut self, image: &Image, span: Span, remark: Remark) {
        let bytes = match image.kind() {
            ImageKind::Raster(raster) => raster.data().clone(),
            ImageKind::Svg(svg) => svg.data().clone(),
            ImageKind::Pdf(_) => Bytes::new([]),
        };
        self.notes.push(Note { bytes, span, remark });
    }

    fn picture(&mut self, image: &Image, size: Size, scale: f64, span: Span) -> Option<FrameItem> {
        #[allow(clippy::cast_possible_truncation, reason = "a sheet has less than 10^7 hundredths of a point")]
        let hundredths = |value: f64| (value * 100.0).round() as i64;
        let key = (typst::utils::hash128(image), [size.x.to_pt(), size.y.to_pt(), scale].map(hundredths));
        if let Some(known) = self.made.get(&key) {
            return Some(known.clone());
        }
        let inches = [size.x.to_inches() * scale, size.y.to_inches() * scale];
        let made = match image.kind() {
            ImageKind::Raster(raster) => pixels(&photo::inked(raster, inches, self.resolution, self.inks)?, image, size, span)?,
            ImageKind::Svg(svg) => match vector::curves(svg.tree(), size, self.inks) {
                Ok(frame) => FrameItem::Group(GroupItem::new(frame)),
                Err(why) => {
                    let named = if why.id.is_empty() { String::new() } else { format!(" `{}`", why.id) };
                    self.note(image, span, Remark::Pixels(format!("{}{named}", why.what)));
                    pixels(&self.drawn(image, size, inches)?, image, size, span)?
                }
            },
            ImageKind::Pdf(_) => return None,
        };
        self.made.insert(key, made.clone());
        Some(made)
    }

    /// A drawing as pixels, on white.
    fn drawn(&self, image: &Image, size: Size, [width, height]: [f64; 2]) -> Option<Inked> {
        let wanted = self.resolution.max(DRAWING_RESOLUTION);
        let most = (MAX_DRAWN_PIXELS / (width * height)).sqrt();
        let mut frame = Frame::hard(size);
        frame.push(Point::zero(), FrameItem::Image(image.clone(), size, Span::detached()));
        let (rgba, width, height) = preview::pixels(frame, wanted.min(most) * width / size.x.to_pt());
        let rgba = image::RgbaImage::from_raw(width, height, rgba)?;
        let rgb = photo::flatten(&rgba.into(), width, height);
        Some(Inked { width, height, pixels: self.inks.pixels(rgb.as_raw()) })
    }
}

/// Four inks as the picture that Typst hands on to the file as it is.
fn pixels(inked: &Inked, image: &Image, size: Size, span: Span) -> Option<FrameItem> {
    let bytes = Bytes::new(jpeg::write(inked)?);
    let raster = RasterImage::plain(bytes, ExchangeFormat::Jpg).ok()?;
    let own = Image::new(ImageKind::Raster(raster), image.alt().map(Into::into), Smart::Auto);
    Some(FrameItem::Image(own, size, span))
}

fn has_pictures(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => has_pictures(&group.frame),
        FrameItem::Image(..) => true,
        _ => false,
    })
}

/// By how much a transform makes things larger.
fn largest_scale(transform: Transform) -> f64 {
    let [sx, ky, kx, sy] = [transform.sx, transform.ky, transform.kx, transform.sy].map(typst::layout::Ratio::get);
    sx.hypot(ky).max(kx.hypot(sy))
}

fn is_stretched(image: &Image, size: Size) -> bool {
    let (own, here) = (image.width() / image.height(), size.x.to_pt() / size.y.to_pt());
    // The last bits of a division are no stretching.
    (own / here - 1.0).abs() > STRETCH + 1e-9
}
