//! The one escape for what a template prints: right between tags and between quotes alike.

use std::io::{self, Write};

/// Writes `text` so that it shows as itself, in text as in a quoted attribute. Characters that HTML
/// forbids become U+FFFD.
pub fn write(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        let replacement: &[u8] = match c {
            '&' => b"&amp;",
            '<' => b"&lt;",
            '>' => b"&gt;",
            '"' => b"&quot;",
            '\'' => b"&#39;",
            '\n' | '\t' => continue,
            c if c.is_control() || noncharacter(c) => "\u{FFFD}".as_bytes(),
            _ => continue,
        };
        out.write_all(&text.as_bytes()[plain..at])?;
        out.write_all(replacement)?;
        plain = at + c.len_utf8();
    }
    out.write_all(&text.as_bytes()[plain..])
}

/// [`write()`] to the end of a page.
pub fn push(text: &str, out: &mut Vec<u8>) {
    // Writing to a vector can't fail.
    let _ = write(text, out);
}

fn noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c as u32) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    fn escaped(text: &str) -> String {
        let mut out = Vec::new();
        super::push(text, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_means_something_to_html_is_escaped() {
        assert_eq!(escaped(r#"a<b>&"c"'d'"#), "a&lt;b&gt;&amp;&quot;c&quot;&#39;d&#39;");
        assert_eq!(escaped("Desa Sutera (Satu) / Dua"), "Desa Sutera (Satu) / Dua");
    }

    #[test]
    fn what_html_forbids_is_replaced() {
        assert_eq!(escaped("a\u{0}b\u{1b}c\u{FDD0}d\u{FFFF}e\u{1FFFE}"), "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}");
        assert_eq!(escaped("a\nb\tc"), "a\nb\tc");
    }
}
