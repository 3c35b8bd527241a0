//! Pages as pictures, compared with those that somebody looked at.
//!
//! Letters are smoothed a little differently by every version of poppler, so two pixels are the same when no channel differs by more
//! than 64 of 255, and two pictures when at most one pixel in 200 is not. A moved headline, another colour, a lost code are far more.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use crate::harness::repository;

/// Pictures are no wider and no higher than this.
const WIDEST: usize = 480;
/// How far a channel of a pixel may be off, of 255.
const CHANNEL: u8 = 64;
/// How many pixels of a thousand may be off.
const THOUSANDTHS: usize = 5;

/// Pixels of three bytes, row by row.
#[derive(Clone, Debug, PartialEq)]
struct Picture {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
}

/// Compares a page of a PDF, counted from 1, or a PNG, with the golden picture of that name; says what is wrong. Writes it with
/// `SNAPSHOTS=overwrite`.
pub(super) fn compare(name: &str, file: &Path, page: usize) -> Option<String> {
    let golden = repository(&format!("tests/golden/{name}.png"));
    let seen = picture(file, page);
    let known = fs::read(&golden).ok().map(|bytes| decode(&bytes));
    let difference = match &known {
        None => Some(format!("{name}: tests/golden/{name}.png is not there")),
        Some(known) => known.difference(&seen).map(|difference| format!("{name}: {difference}")),
    };
    if difference.is_some() && std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite") {
        fs::create_dir_all(golden.parent().unwrap()).unwrap();
        fs::write(&golden, seen.encode()).unwrap();
        return None;
    }
    difference
}

/// Width and height of a PNG in pixels.
pub(super) fn size(file: &Path) -> (usize, usize) {
    let picture = decode(&fs::read(file).unwrap());
    (picture.width, picture.height)
}

fn picture(file: &Path, page: usize) -> Picture {
    if file.extension().is_some_and(|ending| ending == "png") {
        return decode(&fs::read(file).unwrap()).shrunk();
    }
    let (page, widest) = (page.to_string(), WIDEST.to_string());
    let args = ["-f", &page, "-singlefile", "-scale-to", &widest].map(Path::new);
    let mut program = Command::new("pdftoppm");
    let output = program.args(args).arg(file).output().expect("pdftoppm: apt-get install poppler-utils");
    assert!(output.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&output.stderr));
    ppm(&output.stdout)
}

/// Reads a binary PPM: `P6`, width, height, 255, pixels.
fn ppm(bytes: &[u8]) -> Picture {
    let mut rest = bytes;
    let mut word = || {
        let end = rest.iter().position(u8::is_ascii_whitespace).unwrap();
        let word = std::str::from_utf8(&rest[..end]).unwrap().to_owned();
        rest = &rest[end + 1..];
        word
    };
    assert_eq!(word(), "P6");
    let (width, height) = (word().parse().unwrap(), word().parse().unwrap());
    assert_eq!(word(), "255");
    Picture { width, height, rgb: rest.to_vec() }
}

fn decode(bytes: &[u8]) -> Picture {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let channels = info.color_type.samples();
    let rgb = pixels.chunks(channels).flat_map(|pixel| match pixel {
        [grey] | [grey, _] => [*grey; 3],
        [r, g, b, ..] => [*r, *g, *b],
        [] => [0; 3],
    });
    Picture { width: info.width as usize, height: info.height as usize, rgb: rgb.collect() }
}

impl Picture {
    fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        let at = 3 * (y * self.width + x);
        self.rgb[at..at + 3].try_into().unwrap()
    }

    /// No larger than a golden picture: every pixel is the mean of those it stands for.
    fn shrunk(self) -> Picture {
        let factor = self.width.max(self.height).div_ceil(WIDEST);
        let (width, height) = (self.width / factor, self.height / factor);
        let mean = |x: usize, y: usize, channel: usize| {
            let all = (0..factor * factor).map(|n| self.pixel(x * factor + n % factor, y * factor + n / factor)[channel]);
            u8::try_from(all.map(usize::from).sum::<usize>() / (factor * factor)).unwrap()
        };
        let rgb = (0..width * height * 3).map(|n| mean(n / 3 % width, n / 3 / width, n % 3)).collect();
        Picture { width, height, rgb }
    }

    fn difference(&self, seen: &Picture) -> Option<String> {
        // The last row of pixels may be lost or won in rounding.
        if self.width.abs_diff(seen.width) > 1 || self.height.abs_diff(seen.height) > 1 {
            return Some(format!(
                "{} × {} pixels, the golden picture has {} × {}",
                seen.width, seen.height, self.width, self.height
            ));
        }
        let (width, height) = (self.width.min(seen.width), self.height.min(seen.height));
        let off = |(x, y): (usize, usize)| self.pixel(x, y).iter().zip(seen.pixel(x, y)).any(|(a, b)| a.abs_diff(b) > CHANNEL);
        let count = (0..width * height).filter(|n| off((n % width, n / width))).count();
        let allowed = width * height * THOUSANDTHS / 1000;
        (count > allowed).then(|| format!("{count} of {} pixels differ, {allowed} may", width * height))
    }

    /// As a PNG. Steps of 8 in every channel keep the file small and are far below the tolerance.
    fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let (width, height) = (u32::try_from(self.width).unwrap(), u32::try_from(self.height).unwrap());
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        let steps: Vec<u8> = self.rgb.iter().map(|value| if *value > 251 { 255 } else { value & 0xF8 }).collect();
        encoder.write_header().unwrap().write_image_data(&steps).unwrap();
        bytes
    }
}

/// The tolerance is tight enough: a small mark in another place is told, a grain is not.
#[test]
fn what_moved_is_told() {
    let white = Picture { width: 100, height: 100, rgb: vec![255; 30_000] };
    let with = |pixels: usize, value: u8| {
        let mut rgb = white.rgb.clone();
        rgb[..3 * pixels].fill(value);
        Picture { rgb, ..white.clone() }
    };
    assert_eq!(white.difference(&with(50, 0)), None);
    assert_eq!(white.difference(&with(10_000, 192)), None);
    assert_eq!(white.difference(&with(51, 0)).as_deref(), Some("51 of 10000 pixels differ, 50 may"));
    assert_eq!(white.difference(&with(51, 190)).as_deref(), Some("51 of 10000 pixels differ, 50 may"));
    assert!(white.difference(&Picture { width: 90, height: 100, rgb: vec![255; 27_000] }).is_some());
    assert_eq!(decode(&with(51, 192).encode()), with(51, 192));
}
