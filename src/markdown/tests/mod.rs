//! Tests of the whole room.

mod errors;
mod escapes;
mod hostile;
mod oracle;
mod paper;
mod print;
mod shape;
mod terms;
mod visible;
mod written;

use super::*;
use crate::diagnostics::{Diagnostics, Place, SourceText};

/// A context that knows something of everything.
pub(super) struct Known;

impl Context for Known {
    fn value(&self, placeholder: Placeholder) -> Option<String> {
        Some(match placeholder {
            Placeholder::OfficePhone => "(0534) 303-1234".to_owned(),
            Placeholder::OfficeWhatsapp => "0812-3456-7890".to_owned(),
            Placeholder::OfficeEmail => "set.kayongutara@bawaslu.go.id".to_owned(),
            Placeholder::OfficeSite => "kayongutara.bawaslu.go.id".to_owned(),
            Placeholder::VillageName => "Sukadana <&> \"Jaya\"".to_owned(),
            other => format!("nilai {}", other.name()),
        })
    }

    fn href(&self, link: &SiteLink) -> Option<String> {
        let fragment = link.fragment.as_ref().map(|fragment| format!("#{fragment}")).unwrap_or_default();
        Some(format!("..{}{fragment}", link.address))
    }

    fn citation(&self, citation: &Citation) -> Option<CitationText> {
        let label = format!("Pasal <{}>", citation.article.as_deref().unwrap_or("-"));
        Some(CitationText { label, href: Some(format!("../regulasi/{}/", citation.regulation)) })
    }

    fn directive(&self, directive: &Directive) -> Vec<Block> {
        let text = Inline::text(format!("isi {}", directive.name.name()), &directive.place);
        vec![Block::new(BlockKind::Paragraph(vec![text]), &directive.place)]
    }

    fn image(&self, path: &str) -> Option<String> {
        Some(format!("/aset/{path}"))
    }

    fn qr(&self, target: &QrTarget) -> Option<String> {
        Some(format!("<svg data-to=\"{}\"></svg>", target.address()))
    }
}

/// A context in which every value is the same text, and nothing else is known.
pub(super) struct Values(pub(super) String);

impl Context for Values {
    fn value(&self, _: Placeholder) -> Option<String> {
        Some(self.0.clone())
    }

    fn href(&self, _: &SiteLink) -> Option<String> {
        None
    }

    fn citation(&self, _: &Citation) -> Option<CitationText> {
        None
    }

    fn directive(&self, directive: &Directive) -> Vec<Block> {
        let text = Inline::text(self.0.clone(), &directive.place);
        let note = Inline::new(InlineKind::NoteReference(7), &directive.place);
        let paragraph = Block::new(BlockKind::Paragraph(vec![text, note]), &directive.place);
        vec![paragraph, Block::new(BlockKind::Directive(directive.clone()), &directive.place)]
    }

    fn image(&self, _: &str) -> Option<String> {
        None
    }

    fn qr(&self, _: &QrTarget) -> Option<String> {
        None
    }
}

/// A body as the file `a.md`, whole.
pub(super) fn body(text: &str) -> Place {
    let source = SourceText::new("a.md", text);
    let end = source.text().len();
    source.place(0..end)
}

/// Reads a body and gives its problems, one a line: code, line, column, message, hint.
pub(super) fn read(text: &str) -> (Document, String) {
    let diagnostics = Diagnostics::new();
    let document = parse(&body(text), &diagnostics);
    (document, problems(diagnostics))
}

pub(super) fn problems(diagnostics: Diagnostics) -> String {
    let mut out = String::new();
    for problem in diagnostics.into_sorted() {
        let (line, column) = problem.place.as_ref().map(Place::line_column).unwrap_or_default();
        out.push_str(&format!("{} {line}:{column} {}\n", problem.code, problem.message));
        out.push_str(&problem.hint.map(|hint| format!("  saran: {hint}\n")).unwrap_or_default());
    }
    out
}

/// Reads a body that has no problems.
pub(super) fn sound(text: &str) -> Document {
    let (document, problems) = read(text);
    assert_eq!(problems, "", "{text}");
    document
}

pub(super) fn to_html(text: &str) -> String {
    html::render(&sound(text), &Known, &html::Options::default())
}

/// White space folded to single spaces.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
