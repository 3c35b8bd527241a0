//! Hides `{{ … }}` from the Markdown parser behind stand-ins of the same byte length.
//!
//! A stand-in is U+E000, ASCII letters and U+E001: neither punctuation nor space, so the parser takes it for a word, and link addresses with
//! spaces between the braces parse. The letters count which one it is, because some text (link addresses, titles) comes back from the
//! parser without its offset. For the same reason a private-use character of the content itself is an error and is put out of the way.
//!
//! `\{{` is a literal `{{`, as CommonMark has it. In code, where a backslash is no escape, a literal `{{` cannot be written.

use std::ops::Range;

use super::braces;
use super::directive::Directive;
use super::report::Report;
use super::{MAX_PLACEHOLDERS, Piece, Placeholder, codes};
use crate::diagnostics::{Diagnostic, Place};

const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';
/// Bytes of each of the two.
const MARK: usize = 3;
/// How many letters count. The shortest name, `posko`, leaves three, and 26³ is more than `MAX_PLACEHOLDERS`.
const DIGITS: u32 = 3;

/// A body with its placeholders hidden.
pub(super) struct Masked {
    /// As long as the body, byte for byte.
    pub(super) text: String,
    /// What was hidden, in order.
    pub(super) marks: Vec<Mark>,
}

/// One thing that was hidden.
pub(super) struct Mark {
    pub(super) kind: MarkKind,
    /// Where it stands in the content, braces included.
    pub(super) place: Place,
}

pub(super) enum MarkKind {
    Placeholder(Placeholder),
    Directive(Directive),
    /// An error that was reported; shows as it was written.
    Broken,
}

/// A part of text that was masked.
pub(super) enum Part<'a> {
    /// Byte range in the text given, and the text.
    Text(Range<usize>, &'a str),
    Mark(&'a Mark),
}

/// Whether a character may not be in content because nobody can see it.
fn invisible(c: char) -> bool {
    let direction = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let nothing = matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c as u32) & 0xFFFE == 0xFFFE;
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || direction || nothing
}

/// Whether a character is one the stand-ins are made of.
fn private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}')
}

/// Whether a character may not be in content.
pub(super) fn hidden(c: char) -> bool {
    invisible(c) || private(c)
}

/// Text as it goes into the tree: every invisible character, which was reported where it stands, gives way to one that is seen.
pub(super) fn visible(text: &str) -> String {
    text.chars().map(|c| if hidden(c) { '\u{FFFD}' } else { c }).collect()
}

/// Hides every placeholder and directive of `body`, and reports what may not be in content at all.
///
/// `markdown`: whether a backslash before a brace has to stay for the parser.
pub(super) fn mask(body: &Place, report: &Report) -> Masked {
    let text = body.text();
    let mut masked = Masked { text: String::with_capacity(text.len()), marks: Vec::new() };
    let mut at = 0;
    // Up to here it is known that no `}}` follows on the line; keeps a line of braces from being searched again and again.
    let mut unclosed_until = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let plain = rest.bytes().take_while(|byte| is_plain(*byte)).count();
        if plain > 0 {
            masked.text.push_str(&rest[..plain]);
            at += plain;
            continue;
        }
        let mut taken = c.len_utf8();
        if rest.starts_with("{%") {
            report.push(
                Diagnostic::error(codes::TEMPLATE_CODE, "kode templat `{%` tidak boleh ada dalam isi")
                    .at(&body.sub(at..at + 2))
                    .hint("pakai arahan seperti `{{ daftar: pelanggaran }}`; bila yang dimaksud tulisannya, tulis `&#123;%`"),
            );
            taken = 2;
        } else if rest.starts_with("{{") {
            taken = match close(rest, at, &mut unclosed_until) {
                Some(length) => masked.hide(body, at..at + length, report),
                None => {
                    unclosed(&body.sub(at..at + 2), report);
                    2
                }
            };
        } else if rest.starts_with("\\{") && !rest.starts_with("\\{%") || rest.starts_with("\\\\") {
            taken = 2;
        } else if hidden(c) {
            forbidden(c, &body.sub(at..at + taken), report);
        }
        at += taken;
        if masked.text.len() < at {
            copy(&mut masked.text, &text[at - taken..at]);
        }
    }
    masked
}

/// Whether a byte is a character that means nothing here: most of a text, which is taken over in one go.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t') && byte != b'{' && byte != b'\\'
}

/// Bytes from `{{` to behind the `}}` on the same line.
fn close(rest: &str, at: usize, unclosed_until: &mut usize) -> Option<usize> {
    if at < *unclosed_until {
        return None;
    }
    let bytes = rest.as_bytes();
    let end = bytes.iter().zip(1..).find(|(byte, next)| match byte {
        b'\n' | b'\r' => true,
        b'}' => bytes.get(*next) == Some(&b'}'),
        _ => false,
    });
    match end {
        Some((b'}', next)) => Some(next + 1),
        other => {
            *unclosed_until = at + other.map_or(bytes.len(), |(_, next)| next - 1);
            None
        }
    }
}

/// Private characters give way to U+FFFD, which is as long.
fn copy(out: &mut String, text: &str) {
    out.extend(text.chars().map(|c| if private(c) { '\u{FFFD}' } else { c }));
}

fn unclosed(place: &Place, report: &Report) {
    report.push(
        Diagnostic::error(codes::UNCLOSED_PLACEHOLDER, "`{{` tidak ditutup dengan `}}` pada baris yang sama")
            .at(place)
            .hint("tutup dengan `}}`; bila yang dimaksud tulisannya, tulis `\\{{`"),
    );
}

/// Reports a character that may not be in content.
pub(super) fn forbidden(c: char, place: &Place, report: &Report) {
    let (code, what) = if private(c) {
        (codes::PRIVATE_CHARACTER, "karakter wilayah pribadi")
    } else {
        (codes::INVISIBLE_CHARACTER, "karakter kendali yang tidak terlihat")
    };
    let message = format!("{what} U+{:04X} tidak boleh ada dalam isi", c as u32);
    report.push(Diagnostic::error(code, message).at(place).hint("hapus karakter itu; sering terbawa saat menyalin dari PDF"));
}

impl Masked {
    /// Hides `range` of the body and gives its length.
    fn hide(&mut self, body: &Place, range: Range<usize>, report: &Report) -> usize {
        let place = body.sub(range.clone());
        let kind = braces::classify(&place, report);
        let index = self.marks.len();
        if matches!(kind, MarkKind::Broken) && range.len() < 2 * MARK + DIGITS as usize {
            // Too short for a stand-in. It was reported, so how it looks does not matter.
        } else if index == MAX_PLACEHOLDERS {
            let message = format!("lebih dari {MAX_PLACEHOLDERS} isian `{{{{ … }}}}` dalam satu teks");
            let hint = "pecah teks ini menjadi beberapa halaman";
            report.push(Diagnostic::error(codes::TOO_MANY_PLACEHOLDERS, message).at(&place).hint(hint));
            self.marks.push(Mark { kind: MarkKind::Broken, place });
        } else if index < MAX_PLACEHOLDERS {
            self.text.push(OPEN);
            let mut count = index;
            for _ in 2 * MARK..range.len() {
                self.text.push(char::from(b'a' + u8::try_from(count % 26).unwrap_or(0)));
                count /= 26;
            }
            self.text.push(CLOSE);
            self.marks.push(Mark { kind, place });
        }
        range.len()
    }

    /// Cuts text that came back from the parser at its stand-ins.
    pub(super) fn parts<'a>(&'a self, text: &'a str) -> Vec<Part<'a>> {
        let mut parts = Vec::new();
        let mut from = 0;
        let mut search = 0;
        while let Some(open) = text[search..].find(OPEN).map(|found| found + search) {
            search = open + MARK;
            let letters = text[search..].bytes().take_while(u8::is_ascii_lowercase).count();
            let Some(mark) =
                text[search + letters..].starts_with(CLOSE).then(|| self.mark(&text[search..search + letters])).flatten()
            else {
                continue;
            };
            search += letters + MARK;
            if from < open {
                parts.push(Part::Text(from..open, &text[from..open]));
            }
            parts.push(Part::Mark(mark));
            from = search;
        }
        if from < text.len() {
            parts.push(Part::Text(from..text.len(), &text[from..]));
        }
        parts
    }

    fn mark(&self, letters: &str) -> Option<&Mark> {
        let digits = letters.bytes().take(DIGITS as usize).rev();
        let index = digits.fold(0, |index, letter| index * 26 + usize::from(letter - b'a'));
        self.marks.get(index)
    }
}

/// Text and placeholders of a masked text, for places where nothing else can be. `place` is where `text` stands; `exact` tells that it
/// stands there byte for byte. A directive there is reported.
pub(super) fn pieces(masked: &Masked, text: &str, place: &Place, exact: bool, report: &Report) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in masked.parts(text) {
        match part {
            Part::Text(range, text) => {
                let place = if exact { place.sub(range) } else { place.clone() };
                pieces.push(Piece::Text(visible(text), place));
            }
            Part::Mark(mark) => match &mark.kind {
                MarkKind::Placeholder(placeholder) => pieces.push(Piece::Placeholder(*placeholder, mark.place.clone())),
                MarkKind::Broken => pieces.push(Piece::Text(visible(mark.place.text()), mark.place.clone())),
                MarkKind::Directive(directive) => braces::not_alone(directive, report),
            },
        }
    }
    pieces
}
