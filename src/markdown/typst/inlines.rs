//! Running text and code as Typst.

use super::super::escape::{self, typst_string};
use super::super::{
    Citation, Inline, InlineKind, LinkTarget, Piece, Placeholder, QrTarget, Template, address, contact, template,
};
use super::Typst;
use crate::diagnostics::Place;

impl Typst<'_> {
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match &inline.kind {
            InlineKind::Text(text) => self.out.running_text(text, &inline.place),
            InlineKind::Placeholder(placeholder) => self.contact(*placeholder, &inline.place),
            InlineKind::Code(content) => {
                self.out.open("code");
                self.out.raw("[");
                self.template(content);
                self.out.raw("]");
            }
            InlineKind::Emphasis(content) => self.call("emph", "", content),
            InlineKind::Strong(content) => self.call("strong", "", content),
            InlineKind::Strikethrough(content) => self.call("strike", "", content),
            InlineKind::Link { target, content, .. } => self.link(target, content, &inline.place),
            InlineKind::Image { path, alt, .. } => self.image(path, alt, &inline.place),
            InlineKind::Qr { target, alt } => self.qr(target, alt, &inline.place),
            InlineKind::NoteReference(number) => self.note_reference(*number),
            InlineKind::SoftBreak => self.out.raw(" "),
            InlineKind::HardBreak => self.out.raw("#linebreak()"),
        }
    }

    /// A value of the edition; a contact of the office leads there where a screen can be tapped, unless it stands in a link already.
    fn contact(&mut self, placeholder: Placeholder, place: &Place) {
        let value = template::value(placeholder, self.context);
        match contact::of(placeholder, &value).filter(|_| !self.linked) {
            Some(href) => {
                self.out.open("lnk");
                self.out.raw(&format!("({})[", typst_string(&href)));
                self.out.text(&value, place);
                self.out.raw("]");
            }
            None => self.placeholder(placeholder, place),
        }
    }

    /// A value of the edition, or the slot that a village's value goes into.
    fn placeholder(&mut self, placeholder: Placeholder, place: &Place) {
        if placeholder.scope().is_by_row() {
            self.out.leaf("slot", &format!("({})", typst_string(placeholder.name())), place);
        } else {
            self.out.text(&template::value(placeholder, self.context), place);
        }
    }

    fn template(&mut self, content: &Template) {
        for piece in &content.pieces {
            match piece {
                Piece::Text(text, place) => self.out.text(text, place),
                Piece::Placeholder(placeholder, place) => self.placeholder(*placeholder, place),
            }
        }
    }

    /// An address with a village's value in it is left out: the artwork is the same for all of them.
    fn link(&mut self, target: &LinkTarget, content: &[Inline], place: &Place) {
        let by_village = match target {
            LinkTarget::Citation(citation) => return self.citation(citation, content, place),
            LinkTarget::Anchor(id) => {
                let id = typst_string(&format!("{}{id}", self.options.id_prefix));
                return self.linked("anchor", &id, content);
            }
            LinkTarget::Mail(to) | LinkTarget::Tel(to) | LinkTarget::External(to) => to.varies_by_village(),
            LinkTarget::Site(_) => false,
        };
        match address::resolve(target, self.context).filter(|_| !by_village) {
            Some(href) => self.linked("lnk", &typst_string(&href), content),
            None => self.inlines(content),
        }
    }

    /// Content that leads somewhere as a whole: nothing in it leads elsewhere.
    fn linked(&mut self, name: &str, to: &str, content: &[Inline]) {
        let outer = std::mem::replace(&mut self.linked, true);
        self.call(name, to, content);
        self.linked = outer;
    }

    fn citation(&mut self, citation: &Citation, content: &[Inline], place: &Place) {
        let shown = self.context.citation(citation);
        let page = shown.as_ref().and_then(|shown| shown.href.as_deref());
        let href = page.map_or_else(|| "none".to_owned(), |page| typst_string(&escape::href(page)));
        if content.is_empty() {
            let label = shown.map_or_else(|| citation.address(), |shown| shown.label);
            self.out.open("cite");
            self.out.raw(&format!("({href})["));
            self.out.text(&label, place);
            self.out.raw("]");
        } else if page.is_some() {
            self.linked("cite", &href, content);
        } else {
            self.call("cite", &href, content);
        }
    }

    /// The call of `image` itself stands in the module, so that its span leads to the Markdown.
    fn image(&mut self, path: &str, alt: &Template, place: &Place) {
        let Some(source) = self.context.image(path) else { return self.template(alt) };
        let alt = typst_string(&self.description(alt));
        self.out.open("pic");
        self.out.raw("(");
        let call = format!("image({}, alt: {alt})", typst_string(&source));
        self.out.argument(&call, place);
        self.out.raw(")");
    }

    fn qr(&mut self, target: &QrTarget, alt: &Template, place: &Place) {
        match self.context.qr(target) {
            Some(payload) => {
                let alt = typst_string(&self.description(alt));
                self.out.leaf("qr", &format!("({}, {alt})", typst_string(&payload)), place);
            }
            None if alt.is_blank() => self.out.text(&target.address(), place),
            None => self.template(alt),
        }
    }

    /// A description, without what only a village knows.
    fn description(&self, alt: &Template) -> String {
        let mut text = String::new();
        for piece in &alt.pieces {
            match piece {
                Piece::Text(more, _) => text.push_str(more),
                Piece::Placeholder(placeholder, _) if placeholder.scope().is_by_row() => {}
                Piece::Placeholder(placeholder, _) => text.push_str(&template::value(*placeholder, self.context)),
            }
        }
        text
    }

    /// Each line as content of its own, so that a glyph's span leads to its line.
    pub(super) fn code_block(&mut self, language: &str, content: &Template) {
        let language = language.split_whitespace().next().unwrap_or_default();
        self.out.open("code-block");
        self.out.raw(&format!("({}, [", typst_string(language)));
        let mut ended = false;
        for piece in &content.pieces {
            match piece {
                Piece::Placeholder(placeholder, place) => {
                    self.end_line(&mut ended);
                    self.placeholder(*placeholder, place);
                }
                Piece::Text(text, place) => {
                    let exact = place.text() == text;
                    let mut from = 0;
                    for line in text.split_inclusive('\n') {
                        self.end_line(&mut ended);
                        let words = line.trim_end_matches(['\n', '\r']);
                        let place = if exact { place.sub(from..from + words.len()) } else { place.clone() };
                        // Typst has no tab stops.
                        self.out.text(&words.replace('\t', "    "), &place);
                        from += line.len();
                        ended = line.ends_with('\n');
                    }
                }
            }
        }
        self.out.raw("])");
    }

    /// Begins the next line, now that it is known that there is one.
    fn end_line(&mut self, ended: &mut bool) {
        if std::mem::replace(ended, false) {
            self.out.raw("], [");
        }
    }
}
