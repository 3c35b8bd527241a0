//! Running text as HTML.

use super::super::address;
use super::super::contact;
use super::super::escape::{html_attribute, push_html_text};
use super::super::syllables::soften;
use super::super::{Citation, Inline, InlineKind, LinkTarget, QrTarget, Template, template};
use super::Html;

impl Html<'_> {
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match &inline.kind {
            InlineKind::Text(text) => self.text(text),
            InlineKind::Placeholder(placeholder) => {
                let value = template::value(*placeholder, self.context);
                match contact::of(*placeholder, &value).filter(|_| !self.linked) {
                    Some(href) => self.contact(&href, &value),
                    None => push_html_text(&mut self.out, &value),
                }
            }
            InlineKind::Code(content) => {
                self.out.push_str("<code>");
                self.template(content);
                self.out.push_str("</code>");
            }
            InlineKind::Emphasis(content) => self.element("em", content),
            InlineKind::Strong(content) => self.element("strong", content),
            InlineKind::Strikethrough(content) => self.element("s", content),
            InlineKind::Link { target, title, content } => self.link(target, title.as_ref(), content),
            InlineKind::Image { path, alt, title } => self.image(path, alt, title.as_ref()),
            InlineKind::Qr { target, alt } => self.qr(target, alt),
            InlineKind::NoteReference(number) => self.note_reference(*number),
            InlineKind::SoftBreak => self.out.push('\n'),
            InlineKind::HardBreak => self.out.push_str("<br>\n"),
        }
    }

    /// A contact of the office: who reads its number on a phone calls it with one tap.
    fn contact(&mut self, href: &str, value: &str) {
        let rel = if href.starts_with("https:") { " rel=\"external noopener\"" } else { "" };
        self.out.push_str(&format!("<a href=\"{}\"{rel}>", html_attribute(href)));
        push_html_text(&mut self.out, value);
        self.out.push_str("</a>");
    }

    /// Words, with a link to its explanation at the first use of each term; a link holds no links.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        if !self.linked
            && let Some(open) = &mut self.terms
        {
            for found in open.find(text) {
                let (before, after) = rest.split_at(found.start - (text.len() - rest.len()));
                let (word, after) = after.split_at(found.length);
                push_running(&mut self.out, before, self.soft);
                let id = html_attribute(&found.id);
                self.out.push_str(&format!("<a class=\"arti\" id=\"_ke-{id}\" href=\"#_arti-{id}\">"));
                push_html_text(&mut self.out, word);
                self.out.push_str("</a>");
                rest = after;
            }
        }
        push_running(&mut self.out, rest, self.soft);
    }

    fn element(&mut self, tag: &str, content: &[Inline]) {
        self.out.push_str(&format!("<{tag}>"));
        self.inlines(content);
        self.out.push_str(&format!("</{tag}>"));
    }

    fn link(&mut self, target: &LinkTarget, title: Option<&Template>, content: &[Inline]) {
        let (href, attributes) = match target {
            LinkTarget::Citation(citation) => return self.citation(citation, title, content),
            LinkTarget::Anchor(id) => (Some(format!("#{}{id}", self.options.id_prefix)), ""),
            LinkTarget::External(_) => (address::resolve(target, self.context), " rel=\"external noopener\""),
            _ => (address::resolve(target, self.context), ""),
        };
        let Some(href) = href.filter(|_| !self.linked) else { return self.inlines(content) };
        self.out.push_str(&format!("<a href=\"{}\"{attributes}", html_attribute(&href)));
        self.title(title);
        self.out.push('>');
        self.linked = true;
        self.inlines(content);
        self.linked = false;
        self.out.push_str("</a>");
    }

    fn title(&mut self, title: Option<&Template>) {
        if let Some(title) = title {
            let title = title.resolve(self.context);
            self.out.push_str(&format!(" title=\"{}\"", html_attribute(&title)));
        }
    }

    /// The words of the author with the full reference as title, or, without words, the full reference.
    fn citation(&mut self, citation: &Citation, title: Option<&Template>, content: &[Inline]) {
        let shown = self.context.citation(citation);
        let href = shown.as_ref().and_then(|shown| shown.href.as_deref()).filter(|_| !self.linked);
        if let Some(href) = href {
            let href = html_attribute(&super::super::escape::href(href));
            let class = if citation.historical { "rujukan historis" } else { "rujukan" };
            self.out.push_str(&format!("<a class=\"{class}\" href=\"{href}\""));
            match (title, &shown) {
                (None, Some(shown)) if !content.is_empty() => {
                    self.out.push_str(&format!(" title=\"{}\"", html_attribute(&shown.label)));
                }
                _ => self.title(title),
            }
            self.out.push('>');
        }
        if content.is_empty() {
            let label = shown.as_ref().map_or_else(|| citation.address(), |shown| shown.label.clone());
            push_html_text(&mut self.out, &label);
        } else {
            let outer = self.linked;
            self.linked |= href.is_some();
            self.inlines(content);
            self.linked = outer;
        }
        if href.is_some() {
            self.out.push_str("</a>");
        }
    }

    fn image(&mut self, path: &str, alt: &Template, title: Option<&Template>) {
        let Some(source) = self.context.image(path) else { return self.template(alt) };
        let source = html_attribute(&super::super::escape::href(&source));
        let alt = html_attribute(&alt.resolve(self.context));
        self.out.push_str(&format!("<img src=\"{source}\" alt=\"{alt}\" loading=\"lazy\""));
        if let Some((width, height)) = self.context.image_size(path) {
            self.out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        self.title(title);
        self.out.push('>');
    }

    /// The code is a link too: the phone that shows it cannot scan itself.
    fn qr(&mut self, target: &QrTarget, alt: &Template) {
        let Some(svg) = self.context.qr(target) else {
            if alt.is_blank() {
                push_html_text(&mut self.out, &target.address());
            } else {
                self.template(alt);
            }
            return;
        };
        let mut label = alt.resolve(self.context);
        if label.trim().is_empty() {
            label = format!("Kode QR ke {}", target.address());
        }
        let label = html_attribute(&label);
        let href = match target {
            QrTarget::Site(link) => self.context.href(link),
            QrTarget::External(address) => Some(address.clone()),
        };
        match href.filter(|_| !self.linked) {
            Some(href) => {
                let href = html_attribute(&super::super::escape::href(&href));
                let rel = if matches!(target, QrTarget::External(_)) { " rel=\"external noopener\"" } else { "" };
                self.out.push_str(&format!("<a class=\"qr\" href=\"{href}\"{rel} aria-label=\"{label}\">{svg}</a>"));
            }
            None => self.out.push_str(&format!("<span class=\"qr\" role=\"img\" aria-label=\"{label}\">{svg}</span>")),
        }
    }
}

/// Escaped, with soft hyphens where they are wanted.
fn push_running(out: &mut String, text: &str, soft: bool) {
    if soft { push_html_text(out, &soften(text)) } else { push_html_text(out, text) }
}
