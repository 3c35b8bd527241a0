//! Photos and other pixels for the press: opened upright, on white, no larger than the press needs, in four inks.

use image::{DynamicImage, RgbImage};
use typst::visualize::RasterImage;

use super::Inks;
use super::jpeg::{self, Inked};

/// A picture is made smaller only when it has this many times the pixels it needs along a side: less is not worth a loss.
const WORTH_SHRINKING: f64 = 1.15;

/// The pixels of a picture that stands `width` × `height` inches on the sheet, as inks, at most `resolution` to the inch.
pub(super) fn inked(raster: &RasterImage, [width, height]: [f64; 2], resolution: f64, inks: &Inks) -> Option<Inked> {
    let size = |pixels: u32, inches: f64| {
        let needed = (inches * resolution).ceil().max(1.0);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "smaller than the picture's own size")]
        if f64::from(pixels) > needed * WORTH_SHRINKING { needed as u32 } else { pixels }
    };
    let (width, height) = (size(raster.width(), width), size(raster.height(), height));
    if jpeg::has_four_inks(raster.data()) {
        let mut own = upright(jpeg::inks(raster.data())?, raster.exif_rotation())?;
        shrink_inks(&mut own, width, height)?;
        inks.inked(&mut own.pixels);
        return Some(own);
    }
    let rgb = flatten(raster.dynamic(), width, height);
    let pixels = if raster.dynamic().color().has_color() { inks.photo(rgb.as_raw()) } else { inks.pixels(rgb.as_raw()) };
    Some(Inked { width, height, pixels })
}

/// On white, at a size. White is laid under first, so that the colour of what can't be seen does not bleed in.
pub(super) fn flatten(image: &DynamicImage, width: u32, height: u32) -> RgbImage {
    let mut rgb = if image.color().has_alpha() { on_white(image) } else { image.to_rgb8() };
    if (width, height) != rgb.dimensions() {
        rgb = image::imageops::thumbnail(&rgb, width, height);
    }
    rgb
}

fn on_white(image: &DynamicImage) -> RgbImage {
    let mut out = RgbImage::new(image.width(), image.height());
    for (pixel, own) in out.pixels_mut().zip(image.to_rgba8().pixels()) {
        let [r, g, b, a] = own.0;
        let over = |part: u8| {
            let sum = u32::from(part) * u32::from(a) + 255 * (255 - u32::from(a));
            u8::try_from((sum + 127) / 255).unwrap_or(255)
        };
        pixel.0 = [over(r), over(g), over(b)];
    }
    out
}

/// Turned as the camera says (EXIF 2.3, orientation 1 to 8).
fn upright(image: Inked, rotation: Option<u32>) -> Option<Inked> {
    use image::imageops as turn;
    let own = image::RgbaImage::from_raw(image.width, image.height, image.pixels)?;
    let turned = match rotation {
        Some(2) => turn::flip_horizontal(&own),
        Some(3) => turn::rotate180(&own),
        Some(4) => turn::flip_vertical(&own),
        Some(5) => turn::rotate270(&turn::flip_horizontal(&own)),
        Some(6) => turn::rotate90(&own),
        Some(7) => turn::rotate90(&turn::flip_horizontal(&own)),
        Some(8) => turn::rotate270(&own),
        _ => own,
    };
    Some(Inked { width: turned.width(), height: turned.height(), pixels: turned.into_raw() })
}

/// Four inks are four bytes a pixel, and so is what the image crate shrinks.
fn shrink_inks(image: &mut Inked, width: u32, height: u32) -> Option<()> {
    if (width, height) != (image.width, image.height) {
        let own = image::RgbaImage::from_raw(image.width, image.height, std::mem::take(&mut image.pixels))?;
        let small = image::imageops::thumbnail(&own, width, height);
        *image = Inked { width, height, pixels: small.into_raw() };
    }
    Some(())
}
