//! A Markdown file cut into its front matter (YAML between two lines `---`) and its body.

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use super::codes::FRONT_MATTER;
use super::yaml;
use crate::diagnostics::{Diagnostic, Diagnostics, Place, SourceText};

/// A Markdown file: what its front matter says, and where its body is.
#[derive(Debug)]
pub struct Document {
    /// The tree of the front matter; offsets count from the start of the file.
    pub front: yaml::Node,
    /// Everything after the line that closes the front matter.
    pub body: Place,
}

/// Cuts a file at its fences. `None`, with the reason in `d`, when a fence is missing or the YAML between them can't be read.
pub fn split(source: &Arc<SourceText>, d: &Diagnostics) -> Option<Document> {
    let text = source.text();
    let first = line_at(text, 0);
    if !is_fence(&text[first.content.clone()]) {
        d.push(
            Diagnostic::error(FRONT_MATTER, format!("berkas `{}` tidak diawali garis `---`", source.path()))
                .at(&source.place(first.content))
                .label("baris pertama harus `---`")
                .hint("tulis tiga baris ini di awal berkas: `---`, lalu `judul: …`, lalu `---`"),
        );
        return None;
    }
    let mut next = first.end;
    while next < text.len() {
        let line = line_at(text, next);
        if is_fence(&text[line.content.clone()]) {
            let front = yaml::parse(source, first.end..line.content.start, d)?;
            return Some(Document { front, body: source.place(line.end..text.len()) });
        }
        next = line.end;
    }
    d.push(
        Diagnostic::error(FRONT_MATTER, format!("keterangan di awal berkas `{}` tidak ditutup garis `---`", source.path()))
            .at(&source.place(first.content))
            .label("dibuka di sini")
            .hint("tulis `---` pada baris sendiri, di bawah keterangan yang terakhir"),
    );
    None
}

/// A line: its content, and where the next one starts.
struct Line {
    content: Range<usize>,
    end: usize,
}

fn line_at(text: &str, start: usize) -> Line {
    let rest = &text[start..];
    let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
    let ending = if rest[length..].starts_with("\r\n") { 2 } else { usize::from(length < rest.len()) };
    Line { content: start..start + length, end: start + length + ending }
}

fn is_fence(line: &str) -> bool {
    line.trim_end_matches([' ', '\t']) == "---"
}
