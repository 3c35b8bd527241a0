//! Syntax errors of YAML, told in Indonesian: what the writer most likely did, where, and what to write instead.
//!
//! The parser says where it could not go on; the mistake is often before that. What was open, and where the last value stood, leads back.

use std::ops::Range;

use serde_yaml::granit_parser::ErrorKind;

use super::refuse::too_deep;
use crate::diagnostics::{Diagnostic, Place, quoted};
use crate::source::codes::{YAML_SYNTAX, YAML_UNSUPPORTED};

/// Where the parser stopped.
pub(super) struct Stopped<'a> {
    /// The whole YAML document.
    pub(super) document: &'a Place,
    /// Byte in the document at which the parser reports the error.
    pub(super) at: usize,
    /// Bytes of the last key or value that was read.
    pub(super) last: Range<usize>,
    /// Start of the innermost `[` or `{` that is not closed.
    pub(super) bracket: Option<usize>,
    /// Whether a list or mapping is open.
    pub(super) inside: bool,
}

/// The problem that the parser met.
pub(super) fn explain(kind: &ErrorKind, stopped: &Stopped<'_>) -> Diagnostic {
    match kind {
        ErrorKind::RecursionLimitExceeded => too_deep(&stopped.place(stopped.at..stopped.at + 1)),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => stopped.tab(),
        ErrorKind::UnclosedQuotedScalar => stopped.unclosed_quote(stopped.at),
        ErrorKind::InvalidTrailingSingleQuotedScalar => stopped.after_quote('\''),
        ErrorKind::InvalidTrailingDoubleQuotedScalar => stopped.after_quote('"'),
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape | ErrorKind::InvalidUnicodeEscape => {
            stopped.escape()
        }
        ErrorKind::UnclosedFlowCollection { .. } => stopped.unclosed_bracket(stopped.at),
        ErrorKind::MisplacedFlowCollectionEnd => stopped
            .problem(stopped.at..stopped.at + 1, "kurung tutup tanpa kurung buka")
            .hint("hapus kurung ini, atau apit teksnya dengan tanda kutip"),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => stopped
            .problem(stopped.at..stopped.at + 1, format!("kurung `{open}` ditutup dengan `{close}`"))
            .hint("pakai pasangan kurung yang sama"),
        _ if stopped.bracket.is_some_and(|start| stopped.line(start) != stopped.line(stopped.at)) => {
            stopped.unclosed_bracket(stopped.bracket.unwrap_or_default())
        }
        ErrorKind::MappingValueNotAllowed => stopped.colon(),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => stopped.no_key(),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::InvalidIndentation => stopped.indentation(),
        ErrorKind::BlockSequenceEntryNotAllowed => stopped
            .problem(stopped.at..stopped.at + 1, "daftar harus mulai pada baris baru")
            .hint("pindahkan `- …` ke baris baru, atau apit teksnya dengan tanda kutip"),
        ErrorKind::UnexpectedCharacter { character } => stopped
            .problem(
                stopped.at..stopped.at + character.len_utf8(),
                format!("nilai tidak boleh diawali {}", quoted(&character.to_string())),
            )
            .hint("apit seluruh nilai dengan tanda kutip"),
        ErrorKind::MissingAnchorOrAliasName => {
            let mark = stopped.place(stopped.at..stopped.at + 1);
            stopped
                .problem(stopped.at..stopped.at + 1, format!("nilai tidak boleh diawali {}", quoted(mark.text())))
                .hint("apit seluruh nilai dengan tanda kutip")
        }
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => stopped
            .problem(stopped.at..stopped.at + 1, "di dalam kurung, antara dua isi harus ada koma")
            .hint("tambahkan koma, atau apit teksnya dengan tanda kutip"),
        ErrorKind::InvalidBlockScalarHeader => stopped
            .problem(stopped.at..stopped.at + 1, "sesudah `|` atau `>` teks harus mulai pada baris baru")
            .hint("pindahkan teksnya ke baris berikut, atau apit dengan tanda kutip"),
        ErrorKind::DirectiveDisallowed => Diagnostic::error(YAML_UNSUPPORTED, "direktif YAML tidak dipakai")
            .at(&stopped.place(stopped.content_of_line(stopped.at)))
            .hint("hapus baris yang diawali `%` ini"),
        other => stopped
            .problem(stopped.at..stopped.at + 1, "YAML tidak dapat dibaca di sini")
            .because(format!("pengurai YAML berkata: {other}"))
            .hint("apit teks yang berisi tanda baca khusus dengan tanda kutip"),
    }
}

impl Stopped<'_> {
    fn problem(&self, range: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(YAML_SYNTAX, message).at(&self.place(range))
    }

    /// The parser names the value before the tab as often as the tab itself.
    fn tab(&self) -> Diagnostic {
        let text = self.text();
        let tab =
            text[self.start_of_line(self.at)..].split_inclusive(['\n', '\r']).scan(self.start_of_line(self.at), |start, line| {
                let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
                let found = line[..indent].find('\t').map(|tab| *start + tab);
                *start += line.len();
                Some(found)
            });
        let at = tab.flatten().next().unwrap_or(self.at);
        self.problem(at..at + 1, "tab dipakai untuk indentasi").label("tab").hint("ganti tab dengan spasi")
    }

    fn unclosed_quote(&self, start: usize) -> Diagnostic {
        self.problem(start..start + 1, "tanda kutip dibuka tetapi tidak ditutup")
            .label("dibuka di sini")
            .hint("tutup dengan tanda kutip yang sama pada akhir nilai")
    }

    /// Text after a closing quote. When the quoted text runs over several lines, its own closing quote was forgotten and the next one in
    /// the file was taken for it.
    fn after_quote(&self, quote: char) -> Diagnostic {
        let opened = self.text()[self.last.end.min(self.at)..self.at].find(quote).map(|offset| self.last.end + offset);
        if let Some(start) = opened.filter(|&start| self.line(start) != self.line(self.at)) {
            return self.unclosed_quote(start);
        }
        let twice = if quote == '"' { "tulis `\\\"` untuk tanda kutip" } else { "tulis dua kali (`''`) tanda petik" };
        self.problem(self.at..self.content_of_line(self.at).end, "ada teks sesudah tanda kutip penutup")
            .hint(format!("{twice} di dalam teks yang diapit"))
    }

    fn escape(&self) -> Diagnostic {
        const KNOWN: &str = "0abt\tnvfre\"/\\N_LP \n\r";
        let mut from = self.at;
        let text = self.text();
        let found = loop {
            let Some(offset) = text[from..].find('\\') else { break self.at };
            let start = from + offset;
            match text[start + 1..].chars().next() {
                Some(next) if KNOWN.contains(next) => from = start + 1 + next.len_utf8(),
                _ => break start,
            }
        };
        let length = 1 + text[(found + 1).min(text.len())..].chars().next().map_or(0, char::len_utf8);
        let place = self.place(found..found + length);
        self.problem(found..found + length, format!("{} tidak dikenal di dalam tanda kutip dua", quoted(place.text())))
            .hint("tulis `\\\\` untuk garis miring terbalik, atau pakai tanda kutip tunggal")
    }

    fn unclosed_bracket(&self, start: usize) -> Diagnostic {
        let open = self.place(start..start + 1);
        let close = if open.text() == "{" { '}' } else { ']' };
        self.problem(start..start + 1, format!("kurung {} tidak ditutup", quoted(open.text())))
            .label("dibuka di sini")
            .hint(format!("tutup dengan `{close}`"))
    }

    /// A colon where no key can be.
    fn colon(&self) -> Diagnostic {
        if !self.inside {
            return self.not_a_key(self.content_of_line(self.last.start));
        }
        if self.line(self.last.start) == self.line(self.at) {
            return self
                .problem(self.at..self.at + 1, "nilai ini berisi titik dua dan spasi")
                .label("dibaca sebagai kunci baru")
                .hint(self.in_quotes());
        }
        self.indentation()
    }

    /// How the line would be right, where it is short and has no quotes of its own.
    fn in_quotes(&self) -> String {
        const LONGEST: usize = 60;
        let line = &self.text()[self.content_of_line(self.at)];
        match line.split_once(": ") {
            Some((key, value)) if !line.contains(['"', '\'', '{', '[', '#', '\\']) && line.chars().count() <= LONGEST => {
                format!("apit seluruh nilai dengan tanda kutip: `{key}: \"{value}\"`")
            }
            _ => "apit seluruh nilai dengan tanda kutip".to_owned(),
        }
    }

    /// A line in a mapping that is no `kunci: nilai`.
    fn no_key(&self) -> Diagnostic {
        let line = self.content_of_line(self.at);
        let content = &self.text()[line.clone()];
        if let Some(colon) = content.find(':') {
            let at = line.start + colon;
            if content[colon + 1..].starts_with([' ', '\t']) {
                return self.problem(line, "kunci ini terlalu panjang").hint("kunci paling panjang 1024 karakter");
            }
            return self.problem(at..at + 1, "sesudah titik dua harus ada spasi").hint("tulis `kunci: nilai`");
        }
        if content.starts_with('-') {
            return self.problem(line.start..line.start + 1, "sesudah `-` harus ada spasi").hint("tulis `- isi`");
        }
        self.not_a_key(line)
    }

    fn not_a_key(&self, line: Range<usize>) -> Diagnostic {
        self.problem(line, "baris ini tidak berbentuk `kunci: nilai`")
            .hint("tambahkan titik dua dan spasi sesudah kuncinya; lanjutan teks di atasnya harus menjorok lebih dalam")
    }

    fn indentation(&self) -> Diagnostic {
        self.problem(self.content_of_line(self.at), "baris ini tidak sejajar dengan kunci atau daftar di atasnya")
            .hint("samakan spasi di depannya; kunci dan `- ` tidak dapat bercampur pada tingkat yang sama")
    }

    fn text(&self) -> &str {
        self.document.text()
    }

    fn place(&self, range: Range<usize>) -> Place {
        self.document.sub(range)
    }

    fn line(&self, offset: usize) -> usize {
        self.place(offset..offset).line_column().0
    }

    fn start_of_line(&self, offset: usize) -> usize {
        self.text()[..offset].rfind(['\n', '\r']).map_or(0, |end| end + 1)
    }

    /// The line around an offset, without the spaces around it.
    fn content_of_line(&self, offset: usize) -> Range<usize> {
        let start = self.start_of_line(offset);
        let rest = &self.text()[start..];
        let line = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        let start = start + (line.len() - line.trim_start().len());
        start..start + line.trim().len()
    }
}
