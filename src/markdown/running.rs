//! The running text within a block: text, emphasis, links, pictures, footnote references.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::braces;
use super::builder::Builder;
use super::link_check::LinkCheck;
use super::mask::{self, MarkKind, Part};
use super::{Inline, InlineKind, LinkTarget, Piece, Template, codes, picture};
use crate::diagnostics::{Diagnostic, Place, quoted};

impl<'a> Builder<'a> {
    /// An event that stands within running text.
    pub(super) fn inline_event(&mut self, event: Event<'a>, range: Range<usize>) {
        let place = self.body.sub(range.clone());
        match event {
            Event::Text(text) => self.text(&text, range),
            Event::Code(code) => {
                let pieces = self.code(&code, range);
                self.add_inline(InlineKind::Code(Template { pieces }), place);
            }
            Event::SoftBreak => self.add_inline(InlineKind::SoftBreak, place),
            Event::HardBreak => self.add_inline(InlineKind::HardBreak, place),
            Event::FootnoteReference(label) => {
                let index = self.labels.index(&label);
                self.add_inline(InlineKind::NoteReference(index), place);
            }
            _ => self.unsupported(&place),
        }
    }

    fn unsupported(&self, place: &Place) {
        let message = format!("tulisan Markdown {} tidak didukung", quoted(place.text()));
        self.report.push(Diagnostic::error(codes::UNSUPPORTED, message).at(place).hint("tulis dengan cara lain"));
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let masked = self.masked;
        let exact = masked.text.get(range.clone()) == Some(text);
        let place = self.body.sub(range);
        if !exact {
            self.check_decoded(text, &place);
        }
        for part in masked.parts(text) {
            match part {
                Part::Text(within, text) => {
                    let place = if exact { place.sub(within) } else { place.clone() };
                    self.plain(text, place, exact);
                }
                Part::Mark(mark) => match &mark.kind {
                    MarkKind::Placeholder(placeholder) => {
                        self.add_inline(InlineKind::Placeholder(*placeholder), mark.place.clone());
                    }
                    MarkKind::Broken => self.plain(mark.place.text(), mark.place.clone(), false),
                    MarkKind::Directive(directive) => braces::not_alone(directive, self.report),
                },
            }
        }
    }

    /// Adds text, to the text before it where both stand in the source as they are: the parser cuts at every bracket and star.
    fn plain(&mut self, text: &str, place: Place, exact: bool) {
        if exact
            && let Some(Inline { kind: InlineKind::Text(before), place: at }) = self.top().inlines.last_mut()
            && at.range().end == place.range().start
            && at.range().len() == before.len()
        {
            before.push_str(&mask::visible(text));
            *at = at.source().place(at.range().start..place.range().end);
            return;
        }
        self.add_inline(InlineKind::Text(mask::visible(text)), place);
    }

    /// Reports what an entity may have smuggled into text that the parser decoded. What stands there raw was reported already.
    pub(super) fn check_decoded(&self, text: &str, place: &Place) {
        for part in self.masked.parts(text) {
            if let Part::Text(_, text) = part {
                let smuggled = text.chars().find(|c| mask::hidden(*c) && !place.text().contains(*c));
                smuggled.iter().for_each(|c| mask::forbidden(*c, place, self.report));
            }
        }
    }

    /// The content of a code span; the range has the backticks too, and perhaps a space at either end.
    fn code(&self, code: &str, range: Range<usize>) -> Vec<Piece> {
        let raw = self.masked.text.get(range.clone()).unwrap_or_default();
        let ticks = raw.len() - raw.trim_start_matches('`').len();
        let inner = range.start + ticks;
        let from = [inner, inner + 1].into_iter().find(|from| self.masked.text.get(*from..*from + code.len()) == Some(code));
        match from {
            Some(from) if from + code.len() <= range.end => self.pieces(code, from..from + code.len()),
            _ => self.pieces(code, range),
        }
    }

    /// Ends an element of running text.
    pub(super) fn end_inline(&mut self, tag: Tag<'a>, place: &Place, content: Vec<Inline>) {
        let kind = match tag {
            Tag::Emphasis => InlineKind::Emphasis(content),
            Tag::Strong => InlineKind::Strong(content),
            Tag::Strikethrough => InlineKind::Strikethrough(content),
            Tag::Link { link_type, dest_url, title, .. } => {
                let at = self.address_place(place, link_type, &dest_url);
                let address = self.template(&dest_url, &at);
                let mut title = (!title.is_empty()).then(|| self.template(&title, place));
                let check = LinkCheck { place: &at, report: self.report };
                let target = if address.pieces.is_empty() && !dest_url.is_empty() {
                    // A directive stood there, and was reported.
                    None
                } else if link_type == LinkType::Email {
                    check.mail(address).map(LinkTarget::Mail)
                } else {
                    check.target(address, &mut title)
                };
                match target {
                    Some(target) => self.link(target, title, content, place),
                    None => return self.top().inlines.extend(content),
                }
            }
            Tag::Image { link_type, dest_url, title, .. } => {
                let at = self.address_place(place, link_type, &dest_url);
                let address = self.template(&dest_url, &at);
                let title = (!title.is_empty()).then(|| self.template(&title, place));
                let alt = self.description(content);
                match picture::classify(&address, alt, title, &at, self.report) {
                    Some(kind) => kind,
                    None => return,
                }
            }
            _ => return self.unsupported(place),
        };
        self.add_inline(kind, place.clone());
    }

    fn link(&self, target: LinkTarget, title: Option<Template>, content: Vec<Inline>, place: &Place) -> InlineKind {
        if !matches!(target, LinkTarget::Citation(_)) && !content.iter().any(shows) {
            let message = "tautan ini tidak punya teks";
            let hint = "tulis di dalam kurung siku apa yang dibuka: `[formulir laporan](…)`";
            self.report.push(Diagnostic::error(codes::EMPTY_LINK, message).at(place).hint(hint));
        }
        InlineKind::Link { target, title, content }
    }

    /// Where the address of a link stands; the whole link when that cannot be told.
    fn address_place(&self, place: &Place, link_type: LinkType, address: &str) -> Place {
        let base = self.body.range().start;
        let range = place.range().start - base..place.range().end - base;
        let raw = self.masked.text.get(range.clone()).unwrap_or_default();
        let found = match link_type {
            LinkType::Inline => raw.rfind("](").map(|at| at + 2),
            LinkType::Autolink | LinkType::Email => Some(1),
            _ => None,
        };
        let from = found.map(|from| from + usize::from(raw[from..].starts_with('<')));
        match from.filter(|from| !address.is_empty() && raw[*from..].starts_with(address)) {
            Some(from) => self.body.sub(range.start + from..range.start + from + address.len()),
            None => place.clone(),
        }
    }

    fn template(&self, text: &str, place: &Place) -> Template {
        let base = self.body.range().start;
        let range = place.range().start - base..place.range().end - base;
        Template { pieces: self.pieces(text, range) }
    }

    /// The words of a picture's description. Markup in it falls away, as in CommonMark, but nothing that would lose words.
    fn description(&self, content: Vec<Inline>) -> Template {
        let mut template = Template::default();
        for inline in content {
            match inline.kind {
                InlineKind::Text(text) => template.pieces.push(Piece::Text(text, inline.place)),
                InlineKind::Placeholder(placeholder) => {
                    template.pieces.push(Piece::Placeholder(placeholder, inline.place));
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => {
                    template.pieces.push(Piece::Text(" ".to_owned(), inline.place));
                }
                InlineKind::Code(inner) | InlineKind::Image { alt: inner, .. } | InlineKind::Qr { alt: inner, .. } => {
                    template.pieces.extend(inner.pieces);
                }
                InlineKind::Emphasis(inner)
                | InlineKind::Strong(inner)
                | InlineKind::Strikethrough(inner)
                | InlineKind::Link { content: inner, .. } => template.pieces.extend(self.description(inner).pieces),
                InlineKind::NoteReference(_) => self.unsupported(&inline.place),
            }
        }
        template
    }
}

/// Whether anything of an inline can be seen.
fn shows(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => !text.trim().is_empty(),
        InlineKind::Code(code) => !code.is_blank(),
        InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strikethrough(inner) => inner.iter().any(shows),
        InlineKind::Link { content, .. } => content.iter().any(shows),
        InlineKind::SoftBreak | InlineKind::HardBreak => false,
        InlineKind::Placeholder(_) | InlineKind::Image { .. } | InlineKind::Qr { .. } | InlineKind::NoteReference(_) => true,
    }
}
