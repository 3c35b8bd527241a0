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
/// Text or a code stands in the hem.
pub const IN_HEM: &str = "S513";
/// Text or a code stands in a pocket for a pole.
pub const IN_SLEEVE: &str = "S514";
/// Text or a code stands where a ring is punched.
pub const IN_EYELET: &str = "S515";
/// Text or a code stands where two strips of a roll are joined.
pub const ON_SEAM: &str = "S516";
/// Text or a code stands where two sheets of a poster are put together.
pub const ON_JOIN: &str = "S517";
/// A picture has too few pixels for its size on paper.
pub const COARSE_PICTURE: &str = "S518";
/// There are more words than the format carries.
pub const MANY_WORDS: &str = "S519";
/// A sheet of one ink has another.
pub const SECOND_INK: &str = "S520";
/// A sheet that is photocopied has large black fields.
pub const LARGE_SOLID: &str = "S521";
/// A QR code is too small for the distance from which it is scanned.
pub const DISTANT_QR: &str = "S522";
/// A sheet that is read from so far that nobody scans it carries a QR code.
pub const USELESS_QR: &str = "S523";
/// Text is too weak against what lies under it.
pub const WEAK_TEXT: &str = "S524";
/// A field, a line or a text lays more ink than paper takes.
pub const HEAVY_FILL: &str = "S525";
/// A poster of several sheets can't be made village by village.
pub const TILED_VILLAGES: &str = "S526";
/// Not one copy fits on the press sheet that the format names.
pub const PRESS_SHEET: &str = "S527";
/// The edition for screens can't be read aloud as PDF/UA-1 asks.
pub const NOT_ACCESSIBLE: &str = "S530";
/// A file is no picture that can be printed.
pub const BAD_PICTURE: &str = "S550";
/// A drawing is printed as pixels because of what is in it.
pub const DRAWN_AS_PIXELS: &str = "S551";
/// A template stretches a picture.
pub const STRETCHED: &str = "S552";
/// A file is no ICC profile of a press.
pub const BAD_PROFILE: &str = "S553";
/// Files that were made for a named press are made for none.
pub const PRESS_DROPPED: &str = "S554";

/// A Typst template of the theme is wrong.
pub const TEMPLATE: &str = "S921";
/// A font of the theme is missing or unreadable.
pub const FONT: &str = "S922";
/// A colour lays more ink than paper takes.
pub const HEAVY_INK: &str = "S925";
/// The written PDF is not what the format says; the program is at fault.
pub const BAD_PDF: &str = "S924";
