//! The codes this room raises: S1xx what front matter says, S2xx what layers do to each other, S4xx regions.

/// A text that must be an id is none.
pub const BAD_ID: &str = "S107";
/// A word that is not in the closed list of its key.
pub const UNKNOWN_WORD: &str = "S108";
/// A headline is longer than can be read in passing.
pub const LONG_HEADLINE: &str = "S109";
/// A revoked regulation does not say who revoked it.
pub const REVOKER_MISSING: &str = "S130";
/// `isi` is not of the form `kind:id`.
pub const BAD_REFERENCE: &str = "S131";
/// A count of copies that can't be printed.
pub const BAD_COPIES: &str = "S132";
/// A name that no spot colour can have.
pub const BAD_SPOT: &str = "S168";
/// A price that is none.
pub const BAD_PRICE: &str = "S134";
/// The address that QR codes begin with is none.
pub const BAD_URL: &str = "S133";
/// A region's code is none, or not the one of its folder.
pub const BAD_CODE: &str = "S401";
/// A village's code lies outside its region.
pub const VILLAGE_OUTSIDE: &str = "S402";
/// Two rows carry the same village code.
pub const VILLAGE_TWICE: &str = "S403";
/// A table lacks a column, or has one twice or miswritten.
pub const BAD_COLUMN: &str = "S404";
/// A cell of the table can't be read.
pub const BAD_CELL: &str = "S405";
/// A telephone number that a spreadsheet rounded or wrote with an exponent: its digits are lost.
pub const NUMBER_LOST: &str = "S408";
/// A telephone number whose first zero a spreadsheet dropped; it is put back.
pub const NUMBER_MENDED: &str = "S409";
/// A supervisor's telephone number without a name.
pub const NAMELESS_NUMBER: &str = "S416";
/// A region has its villages both in `desa.csv` and in `desa.xlsx`.
pub const TWO_TABLES: &str = "S417";
/// A kecamatan has two contacts.
pub const DISTRICT_TWICE: &str = "S418";
/// Columns that are the office's own and not read.
pub const OWN_COLUMN: &str = "S431";
/// Rows below the table of villages that are no villages.
pub const NO_VILLAGE: &str = "S432";
/// `suluh.yaml` is missing.
pub const NO_SITE: &str = "S140";
/// The theme that `suluh.yaml` names is not there.
pub const NO_THEME: &str = "S141";
/// A colour of the theme lacks its RGB or CMYK values.
pub const BAD_COLOUR: &str = "S142";
/// A measure of a format is out of bounds.
pub const BAD_MEASURE: &str = "S143";
/// The panels of a folded format do not add up to its width.
pub const PANEL_WIDTH: &str = "S144";
/// A file of `content/` that no rule of the folder takes.
pub const STRAY_FILE: &str = "S145";
/// Two regions carry the same code.
pub const REGION_TWICE: &str = "S146";
/// A region's folder has no `daerah.yaml`.
pub const NO_REGION_FILE: &str = "S147";
/// A figure that may be printed lacks its day or its sentence.
pub const UNDATED_FIGURE: &str = "S165";
/// A regulation is revoked in part, but not said in which.
pub const SCOPE_MISSING: &str = "S161";
/// A term or a fine without the day of the text it was read in.
pub const TEXT_DAY_MISSING: &str = "S162";
/// Content is to be looked at again before it was checked.
pub const REVIEW_BEFORE_CHECK: &str = "S163";
/// A point is disputed, but only one opinion is given.
pub const ONE_OPINION: &str = "S164";
/// A sentence of the template of `suluh new` in content that is no draft any more.
pub const TEMPLATE_LEFT: &str = "S166";
/// An entry of `pencarian.yaml` that no search could use.
pub const BAD_SYNONYM: &str = "S167";
/// An entry of `netral.yaml` that nothing could be found by.
pub const BAD_NEUTRAL: &str = "S169";
/// A placeholder in front matter where nothing fills it in.
pub const PLACEHOLDER_HERE: &str = "S148";
/// Two entries of a list in a data file carry the same id.
pub const ENTRY_TWICE: &str = "S149";
/// A picture's notes (`gambar/x.png.yaml`) do not fit the picture.
pub const PICTURE_NOTES: &str = "S150";
/// `basis` is none of its forms.
pub const BAD_BASIS: &str = "S151";
/// The base is not where `basis` says, or is no project.
pub const BASIS_MISSING: &str = "S152";
/// A base that leads back to itself.
pub const BASIS_LOOP: &str = "S153";
/// Too many bases under each other.
pub const BASIS_TOO_DEEP: &str = "S154";
/// A zip that is not the one whose SHA-256 was written down.
pub const ZIP_HASH: &str = "S155";
/// An overlay project without a region of its own.
pub const NO_OWN_REGION: &str = "S156";
/// The base changed under a file that stands over it.
pub const BASE_CHANGED_UNDER: &str = "S157";
/// The base changed elsewhere.
pub const BASE_CHANGED: &str = "S158";
/// An overlay project without `basis.lock`.
pub const NO_LOCK: &str = "S159";
/// `basis.lock` can't be read.
pub const BAD_LOCK: &str = "S160";
/// A theme that stands over another names a token that the one below does not have.
pub const UNKNOWN_TOKEN: &str = "S180";
/// A project without a base has no content at all.
pub const NO_CONTENT: &str = "S184";
/// The parent of a theme is not there.
pub const NO_PARENT: &str = "S181";
/// A theme is its own parent.
pub const THEME_LOOP: &str = "S182";
/// Too many themes under a theme.
pub const THEME_TOO_DEEP: &str = "S183";
/// A layer overrides or removes what a layer below marks `terkunci`.
pub const LOCKED: &str = "S220";
/// `hapus` of what the layers below do not have.
pub const NOTHING_TO_REMOVE: &str = "S221";
/// `terkunci` of a theme's file that is not there.
pub const NOTHING_TO_LOCK: &str = "S222";
