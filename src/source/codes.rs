//! The codes this room raises: S0xx reading, S1xx schema.

/// A file or folder can't be read from disk.
pub const CANNOT_READ: &str = "S001";
/// A text file is not UTF-8.
pub const NOT_UTF8: &str = "S002";
/// A file, or the YAML or table in it, is empty.
pub const EMPTY: &str = "S003";
/// A text holds a control character that no editor shows.
pub const CONTROL_CHARACTER: &str = "S004";
/// A file is larger than files of its kind may be.
pub const TOO_LARGE: &str = "S005";
/// The folder holds too many files, too many bytes, or folders too deep inside each other.
pub const TOO_MANY: &str = "S006";
/// A symbolic link.
pub const SYMLINK: &str = "S007";
/// A file name that not every system can hold.
pub const BAD_NAME: &str = "S008";
/// Two paths that differ in upper and lower case only.
pub const CASE_CLASH: &str = "S009";
/// YAML that can't be read.
pub const YAML_SYNTAX: &str = "S010";
/// YAML that is too deep, too long or repeats itself too often.
pub const YAML_BUDGET: &str = "S011";
/// YAML that is correct but not used here: merge keys, tags, directives, several documents, keys that are no text.
pub const YAML_UNSUPPORTED: &str = "S012";
/// Front matter without its opening or closing `---`.
pub const FRONT_MATTER: &str = "S013";
/// A table with wrong quotes or a wrong header.
pub const CSV_FORM: &str = "S014";
/// A table row with more or fewer cells than the header.
pub const CSV_CELLS: &str = "S015";
/// Words after a value that YAML reads as a comment, though they look like text.
pub const YAML_COMMENT: &str = "S016";
/// A base that is no zip, or a damaged one.
pub const BAD_ZIP: &str = "S017";
/// A zip that says two things: names given twice, files that lie over each other, headers that differ.
pub const AMBIGUOUS_ZIP: &str = "S018";
/// A file that is called a spreadsheet and is none, or none that can be opened.
pub const NOT_A_SHEET: &str = "S020";
/// No row of a table holds the names of its columns.
pub const NO_HEADER: &str = "S021";
/// A formula whose result was never stored.
pub const FORMULA_WITHOUT_RESULT: &str = "S022";
/// A file among the pictures that is none, or an SVG that does more than draw.
pub const NOT_A_PICTURE: &str = "S023";

/// A key that this kind of content does not have.
pub const UNKNOWN_KEY: &str = "S101";
/// A key given twice.
pub const DUPLICATE_KEY: &str = "S102";
/// A value of another type than expected.
pub const WRONG_TYPE: &str = "S103";
/// A required key that is missing or empty.
pub const MISSING_KEY: &str = "S104";
/// A value outside the closed list of its key.
pub const BAD_CHOICE: &str = "S105";
/// A date of another form than `2026-01-05`, or a day that does not exist.
pub const BAD_DATE: &str = "S106";
