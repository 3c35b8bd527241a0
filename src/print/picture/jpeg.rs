//! JPEG as presses use it: reading four inks as they are stored, and writing them.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// What shops send each other: no loss that a press could show.
const QUALITY: u8 = 95;

/// Four inks a pixel, 0 for no ink.
pub(crate) struct Inked {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) pixels: Vec<u8>,
}

/// A marker and what follows it, up to the next one.
struct Segment<'a> {
    kind: u8,
    content: &'a [u8],
}

/// The segments of a file in their order; ends with the file or at what is no marker.
struct Segments<'a>(&'a [u8]);

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        const NO_CONTENT: [u8; 2] = [0xD8, 0xD9];
        const SCAN: u8 = 0xDA;
        let [0xFF, kind, rest @ ..] = self.0 else { return None };
        // Fill bytes may stand before a marker.
        if *kind == 0xFF {
            self.0 = self.0.get(1..)?;
            return self.next();
        }
        if NO_CONTENT.contains(kind) {
            self.0 = rest;
            return Some(Segment { kind: *kind, content: &[] });
        }
        let length = usize::from(u16::from_be_bytes([*rest.first()?, *rest.get(1)?]));
        let content = rest.get(2..length)?;
        let mut after = rest.get(length..)?;
        if *kind == SCAN {
            // Coded pixels: up to the next marker that is no restart and no escaped byte.
            let next = after.windows(2).position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0 | 0xD0..=0xD7 | 0xFF));
            after = after.get(next?..)?;
        }
        self.0 = after;
        Some(Segment { kind: *kind, content })
    }
}

/// Whether the file goes on to its end marker. Decoders paint grey over what is missing.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    const END: u8 = 0xD9;
    Segments(bytes).any(|segment| segment.kind == END)
}

/// Whether the pixels are four inks: CMYK or YCCK.
pub(super) fn has_four_inks(bytes: &[u8]) -> bool {
    let frame =
        Segments(bytes).find(|segment| matches!(segment.kind, 0xC0..=0xCF) && !matches!(segment.kind, 0xC4 | 0xC8 | 0xCC));
    frame.is_some_and(|frame| frame.content.get(5) == Some(&4))
}

/// Opens a JPEG of four inks, upright or not as it is stored. Adobe stores them inverted, and says so by a segment of its own.
pub(crate) fn inks(bytes: &[u8]) -> Option<Inked> {
    let adobe = Segments(bytes).any(|segment| segment.kind == 0xEE && segment.content.starts_with(b"Adobe"));
    let limits = DecoderOptions::default().set_max_width(usize::from(u16::MAX)).set_max_height(usize::from(u16::MAX));
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), limits);
    decoder.decode_headers().ok()?;
    let space = decoder.input_colorspace().filter(|space| matches!(space, ColorSpace::CMYK | ColorSpace::YCCK))?;
    decoder.set_options(decoder.options().jpeg_set_out_colorspace(space));
    let (width, height) = decoder.dimensions()?;
    let mut pixels = decoder.decode().ok()?;
    for pixel in pixels.as_chunks_mut::<4>().0 {
        if space == ColorSpace::YCCK {
            *pixel = cmyk_of_ycck(*pixel);
        }
        if adobe {
            *pixel = pixel.map(|part| 255 - part);
        }
    }
    Some(Inked { width: u32::try_from(width).ok()?, height: u32::try_from(height).ok()?, pixels })
}

/// YCCK is the YCbCr (ITU-T T.871) of what the three inks leave of white; black stands beside it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
fn cmyk_of_ycck([y, cb, cr, k]: [u8; 4]) -> [u8; 4] {
    let (y, cb, cr) = (f32::from(y), f32::from(cb) - 128.0, f32::from(cr) - 128.0);
    let byte = |light: f32| 255 - light.round().clamp(0.0, 255.0) as u8;
    [byte(y + 1.402 * cr), byte(y - 0.344_14 * cb - 0.714_14 * cr), byte(y + 1.772 * cb), k]
}

/// Writes four inks, inverted and marked as Adobe does, because every reader of press files expects it.
pub(super) fn write(image: &Inked) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, QUALITY);
    let (width, height) = (u16::try_from(image.width).ok()?, u16::try_from(image.height).ok()?);
    encoder.encode(&image.pixels, width, height, jpeg_encoder::ColorType::Cmyk).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(ink: [u8; 4]) -> Inked {
        Inked { width: 16, height: 8, pixels: ink.repeat(16 * 8) }
    }

    #[test]
    fn inks_come_back_as_they_were() {
        let bytes = write(&flat([10, 200, 90, 128])).unwrap();
        assert!(has_four_inks(&bytes) && is_whole(&bytes));
        let back = inks(&bytes).unwrap();
        assert_eq!((back.width, back.height), (16, 8));
        assert!(
            back.pixels.iter().zip([10_u8, 200, 90, 128].iter().cycle()).all(|(a, b)| a.abs_diff(*b) <= 2),
            "{:?}",
            &back.pixels[..4]
        );
    }

    #[test]
    fn ycck_and_inks_without_adobe_are_understood() {
        let mut bytes = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut bytes, 100);
        encoder.encode(&[10, 200, 90, 128].repeat(64), 8, 8, jpeg_encoder::ColorType::CmykAsYcck).unwrap();
        let back = inks(&bytes).unwrap();
        assert!(
            back.pixels.iter().zip([10_u8, 200, 90, 128].iter().cycle()).all(|(a, b)| a.abs_diff(*b) <= 3),
            "{:?}",
            &back.pixels[..4]
        );
        // Without the segment the values are inks, not their inverse.
        let plain = write(&flat([0, 0, 0, 255])).unwrap();
        let at = plain.windows(5).position(|part| part == b"Adobe").unwrap();
        let mut bare = plain;
        bare[at] = b'a';
        let back = inks(&bare).unwrap();
        assert!(back.pixels[..4].iter().zip([255_u8, 255, 255, 0]).all(|(a, b)| a.abs_diff(b) <= 2), "{:?}", &back.pixels[..4]);
    }

    #[test]
    fn a_cut_file_is_not_whole() {
        let bytes = write(&flat([0, 0, 0, 255])).unwrap();
        for cut in [0, 1, 2, 10, 200, bytes.len() - 2, bytes.len() - 1] {
            assert!(!is_whole(&bytes[..cut]), "{cut} of {}", bytes.len());
        }
        let mut trailed = bytes;
        trailed.extend(b"camera notes");
        assert!(is_whole(&trailed));
    }
}
