//! Whether a file is a picture that can be printed, before anything opens it: content is not trusted, and what Typst says of a bad picture is
//! English and points at a template.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

use super::{jpeg, svg};

/// The most bytes that a picture's pixels may take once opened (144 MiB): 50 megapixels in three colours, 37 with opacity.
const MAX_PIXEL_BYTES: u64 = 144 << 20;

/// What is wrong with a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// What it is, to go after the picture's name.
    pub(crate) what: String,
    /// What to do about it.
    pub(crate) hint: &'static str,
}

impl Fault {
    pub(super) fn new(what: impl Into<String>, hint: &'static str) -> Fault {
        Fault { what: what.into(), hint }
    }
}

/// What a file is by its first bytes, whatever its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Svg,
    Png,
    Jpeg,
    Webp,
}

impl Kind {
    /// The ending by which Typst knows it.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Kind::Svg => "svg",
            Kind::Png => "png",
            Kind::Jpeg => "jpg",
            Kind::Webp => "webp",
        }
    }

    fn format(self) -> Option<ImageFormat> {
        match self {
            Kind::Svg => None,
            Kind::Png => Some(ImageFormat::Png),
            Kind::Jpeg => Some(ImageFormat::Jpeg),
            Kind::Webp => Some(ImageFormat::WebP),
        }
    }
}

/// What the bytes are; none when they are no picture that we print.
pub(crate) fn kind(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Kind::Png)
    } else if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some(Kind::Jpeg)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(Kind::Webp)
    } else {
        let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(4096)).unwrap_or_default());
        (head.trim_start_matches('\u{feff}').trim_start().starts_with('<') && head.contains("<svg")).then_some(Kind::Svg)
    }
}

/// Looks at every picture once, however many sheets carry it.
#[derive(Default)]
pub(crate) struct Gate(Mutex<BTreeMap<[u8; 32], Option<Fault>>>);

impl Gate {
    /// What is wrong with a picture; none when it can be printed.
    pub(crate) fn fault(&self, bytes: &[u8]) -> Option<Fault> {
        use sha2::Digest;
        let name: [u8; 32] = sha2::Sha256::digest(bytes).into();
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&name).cloned();
        known.unwrap_or_else(|| {
            let fault = fault(bytes);
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name, fault.clone());
            fault
        })
    }
}

/// What is wrong with these bytes as a picture.
pub(super) fn fault(bytes: &[u8]) -> Option<Fault> {
    match kind(bytes) {
        None => Some(Fault::new(
            "bukan gambar yang dikenal",
            "simpan ulang sebagai PNG, JPEG, WebP, atau SVG; mengganti nama berkas tidak mengubah isinya",
        )),
        Some(Kind::Svg) => svg::fault(bytes),
        Some(kind) => photo_fault(bytes, kind),
    }
}

fn photo_fault(bytes: &[u8], kind: Kind) -> Option<Fault> {
    let broken = || Fault::new("rusak atau terpotong", "salin ulang dari sumbernya: berkas ini tidak dapat dibuka sampai habis");
    let Ok(size) = pixel_bytes(bytes, kind) else { return Some(broken()) };
    if size == 0 {
        return Some(Fault::new("kosong: lebar atau tingginya nol", "simpan ulang gambarnya"));
    }
    if size > MAX_PIXEL_BYTES {
        let hint = "perkecil gambarnya, misalnya sampai 6000 piksel di sisi panjang: itu cukup untuk poster A2";
        let what = format!("terlalu besar: {} MiB sesudah dibuka, paling banyak {} MiB", size >> 20, MAX_PIXEL_BYTES >> 20);
        return Some(Fault::new(what, hint));
    }
    let whole = kind != Kind::Jpeg || jpeg::is_whole(bytes);
    (!whole || open(bytes, kind).is_none()).then(broken)
}

/// How many bytes the pixels take, by the header alone.
fn pixel_bytes(bytes: &[u8], kind: Kind) -> Result<u64, image::ImageError> {
    let format = kind.format().unwrap_or(ImageFormat::Png);
    // JPEGs of four inks are opened as they are, one byte more a pixel than the reader below says.
    let inks = if kind == Kind::Jpeg && jpeg::has_four_inks(bytes) { 2 } else { 1 };
    Ok(ImageReader::with_format(std::io::Cursor::new(bytes), format).into_decoder()?.total_bytes().saturating_mul(inks))
}

/// Opens a picture to its last pixel.
fn open(bytes: &[u8], kind: Kind) -> Option<DynamicImage> {
    let decoder = ImageReader::with_format(std::io::Cursor::new(bytes), kind.format()?).into_decoder().ok()?;
    DynamicImage::from_decoder(decoder).ok()
}
