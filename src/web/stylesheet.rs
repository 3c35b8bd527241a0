//! The stylesheet: the theme's tokens as custom properties, then the theme's own rules, small.
//!
//! Three kinds of tokens become properties: colours (`--tinta`), what colours are for (`--latar`, with a value of its own on dark
//! screens), and steps of space (`--ruang-kecil`). What a child theme adds comes last.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use super::codes::UNKNOWN_PROPERTY;
use crate::content::Theme;
use crate::content::theme::{Role, Shade, hex};
use crate::diagnostics::{Diagnostic, Diagnostics, SourceText, did_you_mean};

/// The stylesheet's name among the theme's static files.
pub const NAME: &str = "suluh.css";

/// Where in the theme's rules its tokens go; before everything when the mark is not there.
const MARK: &str = "/* token */";

/// How much of a rem a step of `ruang` is on the website.
const REM_PER_STEP: f64 = 0.25;

/// The tokens and the rules of the theme, without comments and needless space.
///
/// The mark lets a theme give defaults before its tokens.
pub fn build(theme: &Theme, rules: &str) -> String {
    let (defaults, rest) = rules.split_once(MARK).unwrap_or(("", rules));
    let mut out = format!("{}{}{}", minify(defaults), tokens(theme), minify(rest));
    for added in &theme.added_rules {
        out.push_str(&minify(added.text()));
    }
    out
}

/// `:root{--tinta:#591c6e;…}`: every token of the theme by its name, then what is different on dark screens.
fn tokens(theme: &Theme) -> String {
    let mut out = String::from(":root{");
    for (name, colour) in &theme.colours {
        // Writing to a string can't fail.
        let _ = write!(out, "--{}:{};", property(name), colour.hex());
    }
    for (name, steps) in &theme.spacing {
        let _ = write!(out, "--ruang-{}:{}rem;", property(name), steps * REM_PER_STEP);
    }
    roles(theme, &mut out, |role| &role.light);
    out.push('}');
    if !theme.roles.is_empty() {
        out.push_str("@media screen and (prefers-color-scheme:dark){:root{");
        roles(theme, &mut out, |role| &role.dark);
        out.push_str("}}");
    }
    out
}

fn roles(theme: &Theme, out: &mut String, pick: fn(&Role) -> &Shade) {
    for (name, role) in &theme.roles {
        if let Some(rgb) = theme.shown(pick(role)) {
            let _ = write!(out, "--{}:{};", property(name), hex(rgb));
        }
    }
}

/// Reports uses of custom properties that nothing defines; `rules` is the theme's own stylesheet.
pub fn check(theme: &Theme, rules: &Arc<SourceText>, d: &Diagnostics) {
    let sheets: Vec<&Arc<SourceText>> = [rules].into_iter().chain(&theme.added_rules).collect();
    let tokens = tokens(theme);
    let mut known = defined(&tokens);
    sheets.iter().for_each(|sheet| known.extend(defined(sheet.text())));
    for sheet in sheets {
        for (at, name) in used(sheet.text()).filter(|(_, name)| !known.contains(name)) {
            let hint = did_you_mean(name, known.iter().copied(), || {
                "pakai nama token dari `theme.yaml`, atau beri nilainya di `:root`".to_owned()
            });
            let problem = Diagnostic::error(UNKNOWN_PROPERTY, format!("token `{name}` tidak ada"));
            d.push(problem.at(&sheet.place(at..at + name.len())).hint(hint));
        }
    }
}

/// The custom properties that a stylesheet gives a value.
fn defined(css: &str) -> BTreeSet<&str> {
    let named = css.match_indices("--").filter_map(|(at, _)| {
        let (name, after) = css[at..].split_at(name_length(&css[at..]));
        after.trim_start().starts_with(':').then_some(name)
    });
    named.collect()
}

/// The custom properties that a stylesheet uses without another value beside them, and where.
fn used(css: &str) -> impl Iterator<Item = (usize, &str)> {
    const USE: &str = "var(";
    css.match_indices(USE).filter_map(move |(start, _)| {
        let rest = &css[start + USE.len()..];
        let at = start + USE.len() + (rest.len() - rest.trim_start().len());
        let name = &css[at..at + name_length(&css[at..])];
        css[at + name.len()..].trim_start().starts_with(')').then_some((at, name))
    })
}

/// The length in bytes of the name that a text begins with.
fn name_length(text: &str) -> usize {
    text.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(text.len())
}

/// A token's name as a custom property may be called.
fn property(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

/// Leaves out comments and needless space. Text in quotes stays as it is, and so does the space
/// around `+` and `-`, which `calc()` needs.
pub fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if c == '"' || c == '\'' {
            let length = quoted(rest, c);
            out.push_str(&rest[..length]);
            rest = &rest[length..];
        } else if c.is_ascii_whitespace() {
            rest = rest.trim_start();
            if !out.is_empty()
                && !out.ends_with([' ', '{', '}', ';', ',', ':', '>'])
                && !rest.starts_with(['{', '}', ';', ',', '>'])
            {
                out.push(' ');
            }
        } else {
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            if matches!(c, '{' | '}' | ';' | ',' | '>') && out.ends_with(' ') {
                out.pop();
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// The length in bytes of a quoted string, its quotes included.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn only_needless_space_goes() {
        for (css, small) in [
            ("a { color : red ; }\n", "a{color :red}"),
            ("/* one */ .a > b,\n.c  d { margin: 0 auto; /* two */ }", ".a>b,.c d{margin:0 auto}"),
            ("a::before { content: \"  /* no */  \\\" ; \" }", "a::before{content:\"  /* no */  \\\" ; \"}"),
            ("p { width: calc(1rem + 2 * 3px) }", "p{width:calc(1rem + 2 * 3px)}"),
            ("@media (min-width: 48em) and (x) {\n  a { b: c }\n}", "@media (min-width:48em) and (x){a{b:c}}"),
            ("li + li::before { x: y }", "li + li::before{x:y}"),
            (".a :focus-visible { x: y }", ".a :focus-visible{x:y}"),
            ("/* never closed", ""),
            ("a { b: 'never closed", "a{b:'never closed"),
        ] {
            assert_eq!(minify(css), small, "{css}");
        }
    }
}
