//! One escape for every place a value lands. What goes in as text comes out as the same text, whatever it holds.

/// Text between HTML tags. Characters that HTML forbids become U+FFFD.
pub fn html_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_html_text(&mut out, text);
    out
}

/// [`html_text`] to the end of `out`.
pub(super) fn push_html_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' => out.push(c),
            '\r' => out.push('\n'),
            c if c.is_control() || noncharacter(c) => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
}

/// The value of an HTML attribute, between either kind of quotes.
pub fn html_attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' | '\r' => out.push_str(&format!("&#{};", c as u32)),
            c => push_html_text(&mut out, c.encode_utf8(&mut [0; 4])),
        }
    }
    out
}

fn noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c as u32) & 0xFFFE == 0xFFFE
}

/// One component of an address, such as the value of a query: everything but letters, digits and `-._~` is percent-encoded.
pub fn url_component(text: &str) -> String {
    percent(text, |byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

/// A whole address: what has a meaning in addresses stays, also `%`, so that an encoded address is not encoded again.
///
/// The result still has to be escaped for the attribute it lands in.
pub fn href(address: &str) -> String {
    percent(address, |byte| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte))
}

/// Whether an address that came from a value may be a link: `https:` or `http:`, with a host, without anything hidden.
pub fn is_web_address(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let hidden = address.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\');
    is_host(host) && !hidden
}

/// Whether a name, perhaps with a port, can be that of a website. `@` cannot be in it: what stands before one only looks like the website.
pub(super) fn is_host(host: &str) -> bool {
    let sound = host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':'));
    sound && host.starts_with(char::is_alphanumeric)
}

fn percent(text: &str, keep: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if keep(byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Typst markup that shows the text. Line ends become spaces; runs of spaces are one space there, as always in markup.
pub fn typst_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_ascii_punctuation() => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// A Typst string literal, quotes included, whose value is the text.
pub fn typst_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_typst_string(&mut out, text);
    out
}

/// [`typst_string`] to the end of `out`.
pub(super) fn push_typst_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{{{:x}}}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A cell of a CSV file that Excel opens as text: quoted where it must be, and never a formula.
///
/// A cell beginning with `=`, `@`, a tab, or with `+` or `-` and something other than a number gets an apostrophe before it, which
/// Excel takes as "this is text".
pub fn csv_cell(text: &str) -> String {
    let number = |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || " ().-,".contains(c));
    let formula = match text.chars().next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => !number(&text[1..]),
        _ => false,
    };
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    let edges = text.trim() != text;
    if edges || text.contains([',', ';', '"', '\n', '\r', '\t']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}
/// A message as HTML: escaped, its names in backticks set as code.
pub fn html_message(text: &str) -> String {
    let mut out = String::new();
    for (index, part) in text.split('`').enumerate() {
        let part = html_text(part);
        if index % 2 == 1 { out.extend(["<code>", &part, "</code>"]) } else { out.push_str(&part) }
    }
    out
}
