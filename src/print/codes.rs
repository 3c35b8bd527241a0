//! The codes of this room: `S5xx` is about a sheet, `S95x` about the theme that lays it out.

/// Text runs out of the bottom of its box.
pub const OVERSET: &str = "S501";
/// A word is wider than its box.
pub const WIDE_WORD: &str = "S502";
/// No font of the theme has this character.
pub const MISSING_GLYPH: &str = "S503";
/// Text is smaller than the format allows.
pub const SMALL_TEXT: &str = "S504";
/// Text stands on a fold.
pub const ON_FOLD: &str = "S505";
/// Text stands outside the safe zone, where the knife may take it.
pub const UNSAFE_ZONE: &str = "S506";
/// Letters are too low for the distance from which the sheet is read.
pub const LOW_LETTERS: &str = "S507";
/// A QR code is too small or its modules are.
pub const SMALL_QR: &str = "S508";
/// A QR code does not read back as the address it was made from.
pub const QR_UNREADABLE: &str = "S509";
/// Something is not in the inks of the press.
pub const NOT_CMYK: &str = "S510";
/// A village's text does not fit its slot.
pub const SLOT_OVERSET: &str = "S511";
/// A side is longer than a PDF page can be.
pub const TOO_LONG: &str = "S512";
/// The edition for screens can't be read aloud as PDF/UA-1 asks.
pub const NOT_ACCESSIBLE: &str = "S530";

/// A Typst template of the theme is wrong.
pub const TEMPLATE: &str = "S921";
/// A font of the theme is missing or unreadable.
pub const FONT: &str = "S922";
/// A pair of colours that the theme allows is too weak to read.
pub const WEAK_CONTRAST: &str = "S923";
/// A colour lays more ink than paper takes.
pub const HEAVY_INK: &str = "S925";
/// The written PDF is not what the format says; the program is at fault.
pub const BAD_PDF: &str = "S924";
