//! The stylesheet: the theme's tokens as custom properties, then the theme's own rules, small.

use std::fmt::Write as _;

use crate::content::Theme;

/// The stylesheet's name among the theme's static files.
pub const NAME: &str = "suluh.css";

/// Where in the theme's rules its tokens go; before everything when the mark is not there.
const MARK: &str = "/* token */";

/// The tokens and the rules of the theme, without comments and needless space.
///
/// The mark lets a theme give defaults before its tokens and dark colours after them.
pub fn build(theme: &Theme, rules: &str) -> String {
    let (defaults, rest) = rules.split_once(MARK).unwrap_or(("", rules));
    format!("{}{}{}", minify(defaults), tokens(theme), minify(rest))
}

/// `:root{--tinta:#591c6e;…}`: every colour of the theme by its name.
fn tokens(theme: &Theme) -> String {
    let mut out = String::from(":root{");
    for (name, colour) in &theme.colours {
        // Writing to a string can't fail.
        let _ = write!(out, "--{}:{};", property(name), colour.hex());
    }
    out.push('}');
    out
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
