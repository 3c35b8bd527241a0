//! How large a picture is, read from its first bytes: PNG, JPEG, WebP and SVG; and what the names of pictures end with.

/// What the names of pictures end with.
pub const ENDINGS: [&str; 6] = ["svg", "png", "jpg", "jpeg", "webp", "gif"];

/// What the name of a file ends with, in small letters.
pub fn ending(path: &str) -> String {
    path.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase())
}

/// Width and height in pixels.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    png(bytes).or_else(|| jpeg(bytes)).or_else(|| webp(bytes)).or_else(|| svg(bytes)).filter(|(w, h)| *w > 0 && *h > 0)
}

fn big(bytes: &[u8], at: usize) -> Option<u32> {
    let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_be_bytes(four))
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16)? == b"IHDR";
    header.then_some((big(bytes, 16)?, big(bytes, 20)?))
}

/// Walks the segments to the frame header, which holds the size.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let [0xFF, kind, high, low, ..] = rest else { return None };
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        // C0 to CF are frame headers, but for C4, C8 and CC.
        if matches!(kind, 0xC0..=0xCF) && !matches!(kind, 0xC4 | 0xC8 | 0xCC) {
            let two = |at: usize| Some(u32::from(u16::from_be_bytes([*rest.get(at)?, *rest.get(at + 1)?])));
            return Some((two(7)?, two(5)?));
        }
        rest = rest.get(2 + length.max(2)..)?;
    }
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    let little = |at: usize, count: usize| -> Option<u32> {
        let part = bytes.get(at..at + count)?;
        Some(part.iter().rev().fold(0, |value, byte| (value << 8) | u32::from(*byte)))
    };
    if !bytes.starts_with(b"RIFF") || bytes.get(8..12)? != b"WEBP" {
        return None;
    }
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(24, 3)? + 1, little(27, 3)? + 1)),
        b"VP8L" => {
            let bits = little(21, 4)?;
            Some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
        }
        b"VP8 " => Some((little(26, 2)? & 0x3FFF, little(28, 2)? & 0x3FFF)),
        _ => None,
    }
}

/// `width` and `height` of the root element in pixels, else the last two figures of its `viewBox`.
fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(4096))?);
    let root = head.split_once("<svg")?.1.split('>').next()?;
    let attribute = |name: &str| {
        let value = root.split_once(&format!(" {name}="))?.1;
        let quote = value.chars().next()?;
        value.get(1..)?.split(quote).next().map(str::to_owned)
    };
    let length = |name: &str| attribute(name).as_deref().and_then(number);
    if let (Some(width), Some(height)) = (length("width"), length("height")) {
        return Some((width, height));
    }
    let view = attribute("viewBox")?;
    let mut figures = view.split([' ', ',']).rev().filter_map(number);
    let height = figures.next()?;
    Some((figures.next()?, height))
}

/// A length in pixels, up to the next whole one.
fn number(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches("px");
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let plain = part.bytes().all(|digit| digit.is_ascii_digit());
    let more = part.bytes().any(|digit| digit != b'0');
    whole.parse::<u32>().ok().filter(|whole| plain && *whole <= LARGEST).map(|whole| whole + u32::from(more))
}

/// No picture on a page is wider or higher, in pixels.
const LARGEST: u32 = 65_535;

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn knows_the_common_formats() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 1, 64, 0, 0, 0, 200]);
        assert_eq!(size(&png), Some((320, 200)));
        let jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 17, 8, 0, 200, 1, 64];
        assert_eq!(size(&jpeg), Some((320, 200)));
        let mut webp = b"RIFF\0\0\0\0WEBPVP8X".to_vec();
        webp.extend([10, 0, 0, 0, 0, 0, 0, 0, 63, 1, 0, 199, 0, 0]);
        assert_eq!(size(&webp), Some((320, 200)));
        assert_eq!(size(b"<svg xmlns='x' width=\"320px\" height='200'>"), Some((320, 200)));
        assert_eq!(size(b"<?xml?>\n<svg viewBox=\"0 0 320 199.5\"/>"), Some((320, 200)));
    }

    #[test]
    fn hostile_bytes_have_no_size() {
        for bytes in [
            &b""[..],
            b"\x89PNG",
            &[0xFF, 0xD8],
            &[0xFF, 0xD8, 0xFF, 0xE0, 0, 0],
            b"<svg",
            b"<svg width=\"1e30\" height=\"1e30\">",
            b"<svg viewBox=\"0 0 0 0\">",
            b"RIFF0000WEBP",
        ] {
            assert_eq!(size(bytes), None);
        }
    }
}
