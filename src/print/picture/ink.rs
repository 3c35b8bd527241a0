//! From RGB to press inks: one documented rule, because no press profile may be shipped.
//!
//! A colour of the theme becomes the inks that the theme chose for it. For any other colour, with sRGB channels from 0 to 1:
//!
//! 1. c, m, y = 1 − r, g, b; their smallest is the grey part *g*.
//! 2. A grey is black alone, as dark as the colour is (Rec. 709 weights), so that greys and black text in a picture are one plate; of a
//!    colour black takes `((g − 0.25) ÷ 0.75)^1.4`, so that light skin and sky carry no black specks. Between the two, by the distance of
//!    the largest channel from the smallest, the step is smooth. Near black the eye sees no tint, so more counts as grey there.
//! 3. What black took is taken from the others: `(c − k) ÷ (1 − k)`.
//! 4. Equal parts of cyan, magenta and yellow print brown: of their common part, magenta and yellow lose an eighth. Equal parts of cyan and
//!    magenta print violet: of what blue has beyond yellow, magenta loses a fifth.
//! 5. Above 300 % of ink, cyan, magenta and yellow are thinned alike.
//!
//! When the profile of a press is given, photos take its inks instead (and rule 5); flat colours stay chosen or computed, so that a lockup is the
//! same on every sheet.
//!
//! A sheet of one ink takes the brightness of the colour (Rec. 709 weights) as black alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use typst::visualize::{Cmyk, Color, ProcessColor};

use crate::content::Theme;
use crate::print::press::profile::PressProfile;
use crate::print::tokens::MAX_INK;

/// Up to this distance between the largest and the smallest channel a colour is grey.
const GREY: f32 = 0.06;
/// From this distance on it is a colour.
const COLOURED: f32 = 0.16;
/// Below this brightness of the largest channel both distances grow, by as much as [`DARK_GREY`] at black.
const DARK: f32 = 0.25;
/// How much more counts as grey at black.
const DARK_GREY: f32 = 0.1;

/// How a job's pictures become ink.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inks {
    /// Screen colours of the theme, and their inks in percent.
    tokens: BTreeMap<[u8; 3], [u8; 4]>,
    /// Black alone.
    one_ink: bool,
    /// The press whose inks photos become, when it is known.
    press: Option<Arc<PressProfile>>,
}

impl Inks {
    /// The inks of a theme.
    pub(crate) fn of(theme: &Theme) -> Inks {
        // Of two tokens with one screen colour the first by name gives the inks, whatever the order of the file.
        let mut tokens = BTreeMap::new();
        for colour in theme.colours.values() {
            tokens.entry(colour.rgb).or_insert(colour.cmyk);
        }
        Inks { tokens, one_ink: false, press: None }
    }

    /// The same, with photos in the inks of a press.
    pub(crate) fn through(&self, press: Arc<PressProfile>) -> Inks {
        Inks { press: Some(press), ..self.clone() }
    }

    /// The same, in black alone when the sheet has one ink.
    pub(crate) fn on(&self, one_ink: bool) -> Inks {
        Inks { one_ink, ..self.clone() }
    }

    /// The ink of a flat colour, in whole percent.
    pub(crate) fn flat(&self, rgb: [u8; 3]) -> Color {
        let own = self.tokens.get(&rgb).filter(|_| !self.one_ink);
        let percent = own.map_or_else(|| self.parts(rgb).map(|part| (part * 100.0).round()), |own| own.map(f32::from));
        let [c, m, y, k] = percent.map(|part| part / 100.0);
        Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k }))
    }

    /// The inks of a photo, pixels of three bytes each, four bytes each: those of the press when it is known.
    pub(crate) fn photo(&self, rgb: &[u8]) -> Vec<u8> {
        let press = self.press.as_ref().filter(|_| !self.one_ink).and_then(|press| press.inks(rgb));
        press.map_or_else(
            || self.pixels(rgb),
            |mut inks| {
                self.inked(&mut inks);
                inks
            },
        )
    }

    /// The inks of the pixels of a drawing or a grey picture, by the rule of this module.
    pub(crate) fn pixels(&self, rgb: &[u8]) -> Vec<u8> {
        let inks = rgb.as_chunks::<3>().0.iter().flat_map(|pixel| self.parts(*pixel).map(byte));
        inks.collect()
    }

    /// Pixels that are ink already: thinned where there is too much, black alone where there is only black.
    pub(crate) fn inked(&self, pixels: &mut [u8]) {
        for pixel in pixels.as_chunks_mut::<4>().0 {
            let mut parts = pixel.map(|part| f32::from(part) / 255.0);
            if self.one_ink {
                let [c, m, y, k] = parts;
                let rgb = [c, m, y].map(|part| (1.0 - part) * (1.0 - k));
                parts = [0.0, 0.0, 0.0, 1.0 - brightness(rgb)];
            }
            *pixel = thin(parts).map(byte);
        }
    }

    fn parts(&self, rgb: [u8; 3]) -> [f32; 4] {
        let rgb = rgb.map(|part| f32::from(part) / 255.0);
        if self.one_ink { [0.0, 0.0, 0.0, 1.0 - brightness(rgb)] } else { separate(rgb) }
    }
}

/// How bright a colour is, from 0 to 1, on the scale of its channels.
fn brightness([r, g, b]: [f32; 3]) -> f32 {
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The rule of this module.
fn separate(rgb: [f32; 3]) -> [f32; 4] {
    let [c, m, y] = rgb.map(|part| 1.0 - part);
    let grey = c.min(m).min(y);
    let light = 1.0 - grey;
    let chroma = c.max(m).max(y) - grey;
    let dark = DARK_GREY * (1.0 - light / DARK).max(0.0);
    let coloured = smooth((chroma - GREY - dark) / (COLOURED - GREY));
    let skeleton = ((grey - 0.25) / 0.75).max(0.0).powf(1.4);
    let all = 1.0 - brightness(rgb);
    let k = all + (skeleton - all) * coloured;
    let rest = (1.0 - k).max(f32::EPSILON);
    let [c, m, y] = [c, m, y].map(|part| coloured * ((part - k) / rest).clamp(0.0, 1.0));
    let common = c.min(m).min(y) / 8.0;
    let blue = (c.min(m) - y).max(0.0) / 5.0;
    thin([c, m - common - blue, y - common, k])
}

/// From 0 to 1 without corners.
fn smooth(at: f32) -> f32 {
    let at = at.clamp(0.0, 1.0);
    at * at * (3.0 - 2.0 * at)
}

/// Not more ink than paper takes; black keeps its part.
fn thin([c, m, y, k]: [f32; 4]) -> [f32; 4] {
    #[allow(clippy::cast_precision_loss, reason = "300 is exact")]
    let most = MAX_INK as f32 / 100.0;
    let colours = c + m + y;
    let scale = if colours + k > most { (most - k) / colours } else { 1.0 };
    [c * scale, m * scale, y * scale, k]
}

/// A part as a byte.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
fn byte(part: f32) -> u8 {
    (part * 255.0).round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inks() -> Inks {
        Inks { tokens: BTreeMap::from([([0x59, 0x1C, 0x6E], [75, 100, 10, 25])]), one_ink: false, press: None }
    }

    fn percent(inks: &Inks, rgb: [u8; 3]) -> [i32; 4] {
        let Color::Process(ProcessColor::Cmyk(ink)) = inks.flat(rgb) else { panic!("not ink") };
        #[allow(clippy::cast_possible_truncation, reason = "percent")]
        [ink.c, ink.m, ink.y, ink.k].map(|part| (part * 100.0).round() as i32)
    }

    #[test]
    fn a_token_is_its_chosen_ink() {
        assert_eq!(percent(&inks(), [0x59, 0x1C, 0x6E]), [75, 100, 10, 25]);
        assert_ne!(percent(&inks(), [0x59, 0x1C, 0x6F]), [75, 100, 10, 25]);
    }

    #[test]
    fn black_and_greys_are_one_plate() {
        for (rgb, k) in [([0; 3], 100), ([255; 3], 0), ([128; 3], 50), ([0x1B, 0x16, 0x20], 91), ([0x5E, 0x59, 0x66], 64)] {
            assert_eq!(percent(&inks(), rgb), [0, 0, 0, k], "{rgb:?}");
        }
    }

    #[test]
    fn colours_stay_colours() {
        assert_eq!(percent(&inks(), [255, 0, 0]), [0, 100, 100, 0]);
        assert_eq!(percent(&inks(), [0, 0, 255]), [100, 80, 0, 0]);
        // Skin: no black, and no cyan to speak of.
        let [c, m, y, k] = percent(&inks(), [224, 172, 137]);
        assert!(c <= 13 && k == 0 && m > 25 && y > 35, "{:?}", [c, m, y, k]);
    }

    #[test]
    fn no_colour_lays_more_ink_than_paper_takes() {
        for r in (0..=255).step_by(5) {
            for g in (0..=255).step_by(5) {
                for b in (0..=255).step_by(5) {
                    let ink = inks().pixels(&[r, g, b]);
                    let sum: u32 = ink.iter().map(|part| u32::from(*part)).sum();
                    // Rounding of four bytes may add two.
                    assert!(sum <= 3 * 255 + 2, "{r} {g} {b}: {ink:?}");
                }
            }
        }
        let mut heavy = [255, 255, 255, 255, 200, 100, 0, 30];
        inks().inked(&mut heavy);
        assert_eq!(heavy, [170, 170, 170, 255, 200, 100, 0, 30]);
    }

    #[test]
    fn the_step_from_grey_to_colour_is_smooth() {
        for base in [10_u8, 60, 128, 200] {
            let mut last: Option<Vec<u8>> = None;
            for tint in 0..40 {
                let ink = inks().pixels(&[base + tint, base, base]);
                if let Some(last) = last {
                    let jump = ink.iter().zip(&last).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
                    assert!(jump <= 24, "{base} + {tint}: {last:?} to {ink:?}");
                }
                last = Some(ink);
            }
        }
    }

    #[test]
    fn one_ink_is_black_alone() {
        let grey = inks().on(true);
        assert_eq!(percent(&grey, [0x59, 0x1C, 0x6E]), [0, 0, 0, 82]);
        assert_eq!(grey.pixels(&[255, 0, 0]), [0, 0, 0, 201]);
        let mut cyan = [255, 0, 0, 0];
        grey.inked(&mut cyan);
        assert_eq!(cyan, [0, 0, 0, 54]);
    }
}
