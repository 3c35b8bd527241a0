//! The ICC profile of a press, given by whoever orders: photos are turned into its inks, and every press file names it.
//!
//! None is shipped, because no profile of a press may be passed on freely. A file is not believed before it is read: it comes from anywhere.

use std::sync::Arc;

use moxcms::{
    ColorProfile, DataColorSpace, Layout, ProfileClass, ProfileText, RenderingIntent, Transform8BitExecutor, TransformOptions,
};

use crate::diagnostics::Diagnostic;
use crate::print::codes;
use crate::print::facts::sha256;

/// The largest profile (16 MiB): those of presses have half a megabyte to three.
pub const MAX_PROFILE_BYTES: usize = 16 << 20;

const FROM_THE_SHOP: &str = "minta profil CMYK kepada percetakan (berkas .icc atau .icm), lalu tunjuk berkas itu";

/// A profile for four inks.
pub struct PressProfile {
    bytes: Vec<u8>,
    name: String,
    to_press: Arc<Transform8BitExecutor>,
}

impl std::fmt::Debug for PressProfile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PressProfile({}, {} bytes)", self.name, self.bytes.len())
    }
}

impl PressProfile {
    /// Reads a profile; `file`: what it is called in messages.
    ///
    /// # Errors
    /// When it is no profile, damaged, or not one of a press with four inks.
    pub fn read(file: &str, bytes: Vec<u8>) -> Result<PressProfile, Box<Diagnostic>> {
        let fault = |what: String, hint: &str| {
            let message = format!("profil ICC `{file}` tidak dapat dipakai");
            Box::new(Diagnostic::error(codes::BAD_PROFILE, message).in_file(file).because(what).hint(hint))
        };
        if bytes.len() > MAX_PROFILE_BYTES {
            let what = format!("berkasnya {} MiB, profil paling besar {} MiB", bytes.len() >> 20, MAX_PROFILE_BYTES >> 20);
            return Err(fault(what, FROM_THE_SHOP));
        }
        if bytes.get(36..40) != Some(b"acsp") {
            return Err(fault("isinya bukan profil ICC".to_owned(), FROM_THE_SHOP));
        }
        let said = bytes.get(..4).map_or(0, |size| size.iter().fold(0, |sum, byte| (sum << 8) | usize::from(*byte)));
        if said > bytes.len() || said < 132 {
            return Err(fault(
                format!("berkasnya terpotong: {} dari {said} byte", bytes.len()),
                "salin ulang berkas itu dari sumbernya",
            ));
        }
        // Asked of the header itself, so that the answer does not depend on what else can be read.
        let (class, space) = (bytes.get(12..16).unwrap_or_default(), bytes.get(16..20).unwrap_or_default());
        if space != b"CMYK" {
            let space = String::from_utf8_lossy(space);
            return Err(fault(format!("profil ini untuk warna {}, bukan CMYK", space.trim()), FROM_THE_SHOP));
        }
        if class != b"prtr" {
            let what = format!("profil ini bukan untuk mesin cetak (kelasnya `{}`)", String::from_utf8_lossy(class).trim());
            return Err(fault(what, FROM_THE_SHOP));
        }
        let unreadable = || fault("isinya rusak, atau tidak memuat arah dari warna ke tinta".to_owned(), FROM_THE_SHOP);
        let profile = ColorProfile::new_from_slice(&bytes).map_err(|_| unreadable())?;
        let sound = profile.color_space == DataColorSpace::Cmyk && profile.profile_class == ProfileClass::OutputDevice;
        let options = TransformOptions { rendering_intent: RenderingIntent::Perceptual, ..TransformOptions::default() };
        let to_press = ColorProfile::new_srgb().create_transform_8bit(Layout::Rgb, &profile, Layout::Rgba, options);
        let to_press = to_press.ok().filter(|_| sound).ok_or_else(unreadable)?;
        let name = profile.description.as_ref().and_then(text).unwrap_or_else(|| file_stem(file).to_owned());
        let used = PressProfile { bytes, name, to_press };
        // A transform that can be made can still fail on pixels; better now than in the middle of a run.
        used.inks(&[255, 255, 255, 0, 0, 0]).ok_or_else(unreadable)?;
        Ok(used)
    }

    /// What the profile calls itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Names the profile by its content.
    pub fn digest(&self) -> String {
        sha256(&self.bytes)
    }

    /// The file as it is.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The inks of sRGB pixels, four bytes each.
    pub(crate) fn inks(&self, rgb: &[u8]) -> Option<Vec<u8>> {
        let mut inks = vec![0; rgb.len() / 3 * 4];
        self.to_press.transform(rgb, &mut inks).ok()?;
        Some(inks)
    }
}

/// The first words of a description, on one line.
fn text(description: &ProfileText) -> Option<String> {
    let words = match description {
        ProfileText::PlainString(text) => text.clone(),
        ProfileText::Localizable(texts) => texts.first()?.value.clone(),
        ProfileText::Description(description) => description.ascii_string.clone(),
    };
    let words: String = words.chars().filter(|c| !c.is_control()).take(120).collect();
    Some(words.trim().to_owned()).filter(|words| !words.is_empty())
}

fn file_stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
pub(crate) mod tests {
    use moxcms::{LutDataType, LutStore, LutType, LutWarehouse, Matrix3d};

    use super::*;

    /// A profile of a press that never was: black for what is dark, magenta and yellow for what is red and yellow. Made here, because those of
    /// real presses may not be passed on.
    pub(crate) fn synthetic() -> Vec<u8> {
        const GRID: u8 = 9;
        let at = |step: u8| f64::from(step) / f64::from(GRID - 1);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 16 bits")]
        let part = |value: f64| (value.clamp(0.0, 1.0) * 65_535.0).round() as u16;
        let mut clut = Vec::new();
        for (l, a, b) in (0..GRID).flat_map(|l| (0..GRID).flat_map(move |a| (0..GRID).map(move |b| (at(l), at(a), at(b))))) {
            let (a, b) = (a * 2.0 - 1.0, b * 2.0 - 1.0);
            clut.extend([part(-a), part(a), part(b), part(1.0 - l)]);
        }
        let ramp = |channels: usize| LutStore::Store16((0..channels).flat_map(|_| [0_u16, 65_535]).collect());
        let lut = |inputs: u8, outputs: u8, grid: u8, clut: Vec<u16>| {
            LutWarehouse::Lut(LutDataType {
                num_input_channels: inputs,
                num_output_channels: outputs,
                num_clut_grid_points: grid,
                matrix: Matrix3d::IDENTITY,
                num_input_table_entries: 2,
                num_output_table_entries: 2,
                input_table: ramp(inputs.into()),
                clut_table: LutStore::Store16(clut),
                output_table: ramp(outputs.into()),
                lut_type: LutType::Lut16,
            })
        };
        let white_to_black = (0..16_u8).flat_map(|corner| [if corner % 2 == 0 { 0xFF00 } else { 0 }, 0x8000, 0x8000]).collect();
        let mut profile = ColorProfile::new_srgb();
        profile.color_space = DataColorSpace::Cmyk;
        profile.pcs = DataColorSpace::Lab;
        profile.profile_class = ProfileClass::OutputDevice;
        profile.cicp = None;
        (profile.red_trc, profile.green_trc, profile.blue_trc) = (None, None, None);
        profile.red_colorant = moxcms::Xyzd::default();
        profile.green_colorant = moxcms::Xyzd::default();
        profile.blue_colorant = moxcms::Xyzd::default();
        profile.lut_a_to_b_perceptual = Some(lut(4, 3, 2, white_to_black));
        profile.lut_b_to_a_perceptual = Some(lut(3, 4, GRID, clut));
        profile.description = Some(ProfileText::PlainString("Mesin Uji".to_owned()));
        let mut bytes = profile.encode().unwrap();
        // The encoder writes the hour; here every run must see the same file.
        bytes[24..36].copy_from_slice(&[7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
        bytes
    }

    fn said(file: &str, bytes: Vec<u8>) -> (String, String) {
        let fault = PressProfile::read(file, bytes).unwrap_err();
        assert_eq!((fault.code, fault.file.as_deref()), ("S553", Some(file)));
        assert!(fault.hint.is_some());
        (fault.message.clone(), fault.causes[0].clone())
    }

    #[test]
    fn a_press_profile_turns_colours_into_its_inks() {
        let profile = PressProfile::read("uji.icc", synthetic()).unwrap();
        assert_eq!(profile.name(), "Mesin Uji");
        let inks = profile.inks(&[255, 255, 255, 255, 0, 0, 0, 0, 0]).unwrap();
        let [white, red, black] = inks.as_chunks::<4>().0 else { panic!("three pixels") };
        assert!(white.iter().all(|part| *part < 16), "{white:?}");
        let [c, m, y, k] = *red;
        assert!(c < 16 && m > 100 && y > 100 && k > 60, "{red:?}");
        assert!(black[3] > 240, "{black:?}");
    }

    #[test]
    fn what_is_no_profile_of_a_press_is_told() {
        let sound = synthetic();
        let changed = |at: usize, with: &[u8]| {
            let mut bytes = sound.clone();
            bytes[at..at + with.len()].copy_from_slice(with);
            bytes
        };
        let mut huge = sound.clone();
        huge.resize(MAX_PROFILE_BYTES + 1, 0);
        let half = sound[..sound.len() / 2].to_vec();
        let lost = sound.len();
        for (bytes, what) in [
            (b"%PDF-1.7".to_vec(), "isinya bukan profil ICC".to_owned()),
            (vec![], "isinya bukan profil ICC".to_owned()),
            (half, format!("berkasnya terpotong: {} dari {lost} byte", lost / 2)),
            (huge, "berkasnya 16 MiB, profil paling besar 16 MiB".to_owned()),
            (ColorProfile::new_srgb().encode().unwrap(), "profil ini untuk warna RGB, bukan CMYK".to_owned()),
            (changed(16, b"GRAY"), "profil ini untuk warna GRAY, bukan CMYK".to_owned()),
            (changed(12, b"link"), "profil ini bukan untuk mesin cetak (kelasnya `link`)".to_owned()),
            (changed(128, &[0xFF; 80]), "isinya rusak, atau tidak memuat arah dari warna ke tinta".to_owned()),
        ] {
            assert_eq!(said("a.icc", bytes), ("profil ICC `a.icc` tidak dapat dipakai".to_owned(), what));
        }
    }

    /// Damage anywhere is an error or a profile, never a crash.
    #[test]
    fn a_damaged_profile_does_not_take_the_program_down() {
        let sound = synthetic();
        for at in (0..sound.len().min(1200)).step_by(3) {
            let mut bytes = sound.clone();
            bytes[at] ^= 0xA5;
            drop(PressProfile::read("a.icc", bytes));
        }
    }
}
