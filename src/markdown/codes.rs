//! Codes of the problems this room raises. A code has one meaning for ever; new meanings take new numbers.

/// Raw HTML, a comment included.
pub const RAW_HTML: &str = "S030";
/// `{%`: content holds no programs.
pub const TEMPLATE_CODE: &str = "S031";
/// A character of the private use area, which the parser needs for itself.
pub const PRIVATE_CHARACTER: &str = "S032";
/// A control or direction-changing character that nobody can see.
pub const INVISIBLE_CHARACTER: &str = "S033";
/// The body is longer than [`MAX_BODY_BYTES`](super::MAX_BODY_BYTES).
pub const BODY_TOO_LONG: &str = "S034";
/// Blocks or inline markup nested deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
pub const TOO_DEEP: &str = "S035";
/// Markdown that this program does not render.
pub const UNSUPPORTED: &str = "S036";
/// A table row with more cells than the table has columns.
pub const EXCESS_CELLS: &str = "S037";
/// A footnote that nothing refers to (warning).
pub const UNUSED_NOTE: &str = "S038";
/// Two footnotes with one label.
pub const DUPLICATE_NOTE: &str = "S039";
/// More problems in one body than are listed (note).
pub const MORE_PROBLEMS: &str = "S040";
/// A heading id that is not a slug, or is used twice.
pub const HEADING_ID: &str = "S041";
/// A line that begins with `|` and is no row of a table (warning).
pub const BROKEN_TABLE: &str = "S042";

/// `{{` without `}}` on the same line.
pub const UNCLOSED_PLACEHOLDER: &str = "S110";
/// `{{ name }}` whose name is not on the list.
pub const UNKNOWN_PLACEHOLDER: &str = "S111";
/// `{{ name: … }}` whose name is not a directive.
pub const UNKNOWN_DIRECTIVE: &str = "S112";
/// An argument of a directive that is unknown, repeated or has a bad value.
pub const DIRECTIVE_ARGUMENT: &str = "S113";
/// A directive that is not a paragraph of its own.
pub const DIRECTIVE_NOT_ALONE: &str = "S114";
/// A placeholder where none is allowed, such as in the path of a picture.
pub const PLACEHOLDER_NOT_ALLOWED: &str = "S115";
/// More than [`MAX_PLACEHOLDERS`](super::MAX_PLACEHOLDERS) placeholders in one body.
pub const TOO_MANY_PLACEHOLDERS: &str = "S116";

/// A link that could run a program or hide where it leads.
pub const FORBIDDEN_LINK: &str = "S201";
/// A link whose address is malformed or of an unknown kind.
pub const BAD_LINK: &str = "S202";
/// A link relative to the file it is in.
pub const RELATIVE_LINK: &str = "S203";
/// A malformed `regulasi:` link.
pub const BAD_CITATION: &str = "S204";
/// The path of a picture is remote, absolute or leaves its folder.
pub const IMAGE_PATH: &str = "S205";
/// A picture without a description.
pub const MISSING_ALT: &str = "S206";
/// A malformed `qr:` address.
pub const BAD_QR: &str = "S207";
/// A link without text.
pub const EMPTY_LINK: &str = "S208";
/// `[text][label]` or `[^label]` whose label is not defined.
pub const UNDEFINED_LABEL: &str = "S209";
/// `#id` that is no heading of the same text.
pub const UNKNOWN_ANCHOR: &str = "S210";
/// A link definition that nothing uses (warning).
pub const UNUSED_DEFINITION: &str = "S211";
/// `](` in running text: a link that could not be read (warning).
pub const UNREAD_LINK: &str = "S212";
