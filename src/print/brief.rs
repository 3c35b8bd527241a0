//! From the plan to a job: an edition's words, filled in and written as Typst.

use std::collections::BTreeMap;

use super::job::{Body, Copy, Job, Part, Row, Sender};
use super::places::Segments;
use crate::content::village::Medium;
use crate::content::{Declaration, Format, Kind, Piece, Village};
use crate::diagnostics::{Located, Place};
use crate::edition::{Edition, EditionCode, Item};
use crate::markdown::typst::{self, Module, Options};
use crate::markdown::visit::{self, Node};
use crate::markdown::{
    Block, Citation, CitationText, Context, Directive, Document, InlineKind, Placeholder, QrTarget, Scope, SiteLink,
};
use crate::plan::{EditionPlan, Plan, SheetPlan};

/// The root of everything that goes to the shop, below the output's root.
const PRESS_ROOT: &str = "cetak";

/// Writes out what one planned sheet asks of the house. None when the plan names a piece or a
/// format that is not there; the check has reported that.
pub fn brief<'a>(plan: &'a Plan, of: &'a EditionPlan, sheet: &'a SheetPlan) -> Option<Job<'a>> {
    let edition = of.edition.as_ref();
    let item = edition.pieces.get(&sheet.piece)?;
    let format = plan.theme.formats.get(&sheet.format)?;
    let desk = Desk { edition, plan: of };
    let piece = item.data.as_ref();
    let folder = format!("{PRESS_ROOT}/{}/{}", edition.code, sheet.folder);
    let declaration = desk.declaration(piece);
    Some(Job {
        id: sheet.piece.as_str(),
        title: &piece.meta.title,
        format,
        sender: sender(edition),
        texts: desk.texts(piece, declaration),
        points: declaration.map(|declaration| desk.points(declaration)).unwrap_or_default(),
        signatories: declaration.map(|declaration| plain(&declaration.signatories)).unwrap_or_default(),
        body: desk.body(item, format),
        qr: of.printed(&sheet.target),
        short_address: short(&of.printed(&sheet.target)),
        villages: if sheet.per_village { desk.rows(&folder, sheet) } else { Vec::new() },
        specimen: edition.specimen,
        stem: format!("{folder}/{}", sheet.piece),
    })
}

fn plain(texts: &[Located<String>]) -> Vec<Copy> {
    texts.iter().map(Copy::plain).collect()
}

fn sender(edition: &Edition) -> Sender {
    let office = &edition.office;
    let region_code = match &edition.code {
        EditionCode::National => String::new(),
        EditionCode::Region(code) => code.to_string(),
    };
    Sender {
        institution: Some(edition.site.institution.clone()),
        region: edition.name.clone(),
        region_code,
        name: office.name.clone(),
        address: office.address.clone(),
        phone: office.phone.clone(),
        whatsapp: office.whatsapp.clone(),
        email: office.email.clone(),
        website: office.website.clone(),
    }
}

/// An address as people type it: without `https://` and without a slash at its end.
fn short(address: &str) -> String {
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    bare.trim_end_matches('/').to_owned()
}

/// One edition's words, on their way to paper.
struct Desk<'a> {
    edition: &'a Edition,
    plan: &'a EditionPlan,
}

impl Desk<'_> {
    /// A text of the front matter, its placeholders filled in.
    fn filled(&self, text: &Located<String>) -> Copy {
        Copy::plain(&Located { value: self.edition.fill(text), place: text.place.clone() })
    }

    fn declaration(&self, piece: &Piece) -> Option<&Declaration> {
        let reference = piece.fills_from.as_ref().filter(|reference| reference.value.kind == Kind::Declaration)?;
        self.edition.declarations.get(&reference.value.id).map(|item| item.data.as_ref())
    }

    /// The short texts by the names the theme knows. A sheet filled from a declaration carries the
    /// declaration's title.
    fn texts(&self, piece: &Piece, declaration: Option<&Declaration>) -> BTreeMap<String, Copy> {
        let meta = declaration.map_or(&piece.meta, |declaration| &declaration.meta);
        let named = [
            ("judul", Some(&meta.title)),
            ("ringkas", piece.meta.summary.as_ref()),
            ("spanduk", piece.meta.headline.as_ref()),
            ("pembuka", declaration.and_then(|of| of.opening.as_ref()).map(|passage| &passage.text)),
            ("penutup", declaration.and_then(|of| of.closing.as_ref()).map(|passage| &passage.text)),
        ];
        let given = named.into_iter().filter_map(|(name, text)| Some((name.to_owned(), self.filled(text?))));
        given.collect()
    }

    fn points(&self, declaration: &Declaration) -> Vec<Copy> {
        declaration.points.iter().map(|point| self.filled(&point.passage.text)).collect()
    }

    /// The body by panel, or whole. A sheet filled from a page begins with the page's text.
    fn body(&self, item: &Item<Piece>, format: &Format) -> BTreeMap<String, Body> {
        if format.sides.is_empty() {
            let mut parts = Vec::new();
            if let Some(page) = self.filling_page(&item.data) {
                parts.extend(self.parts(page, &page.blocks));
            }
            parts.extend(self.parts(&item.body, &item.body.blocks));
            return BTreeMap::from([(Job::WHOLE.to_owned(), Body { title: Copy::default(), parts })]);
        }
        let sections = item.body.sections(2);
        let panels = sections.iter().filter_map(|section| {
            let heading = section.heading.as_ref()?;
            let title = copy(typst::render_inlines(heading.content, self, &Options::default()));
            Some((heading.id.to_owned(), Body { title, parts: self.parts(&item.body, section.blocks) }))
        });
        panels.collect()
    }

    fn filling_page(&self, piece: &Piece) -> Option<&Document> {
        let reference = piece.fills_from.as_ref().filter(|reference| reference.value.kind == Kind::Page)?;
        self.edition.pages.get(&reference.value.id).map(|item| item.body.as_ref())
    }

    /// Runs of blocks that are the same for every village, and between them each block that is not.
    fn parts(&self, document: &Document, blocks: &[Block]) -> Vec<Part> {
        let write = |blocks: &[Block]| copy(typst::render_blocks(document, blocks, self, &Options::default()));
        let runs = blocks.chunk_by(|a, b| !varies(a) && !varies(b));
        runs.map(|run| match run {
            [block] if varies(block) => Part::Village(write(run)),
            _ => Part::Fixed(write(run)),
        })
        .collect()
    }

    fn rows(&self, folder: &str, sheet: &SheetPlan) -> Vec<Row> {
        self.edition.villages.iter().map(|village| self.row(village, folder, sheet)).collect()
    }

    fn row(&self, village: &Village, folder: &str, sheet: &SheetPlan) -> Row {
        let code = &village.code.value;
        let values = Placeholder::ALL.iter().filter(|placeholder| placeholder.scope() == Scope::Village);
        let value = |placeholder: &Placeholder| {
            (placeholder.name().to_owned(), self.edition.village_value(*placeholder, village, Medium::Print))
        };
        Row {
            code: code.clone(),
            name: village.name.value.clone(),
            place: village.place.clone(),
            values: values.map(value).collect(),
            qr: self.plan.printed(&self.plan.village(code)),
            stem: format!("{folder}/desa/{}-{code}", sheet.piece),
        }
    }
}

/// Whether a block holds a value that varies by village.
fn varies(block: &Block) -> bool {
    let mut found = false;
    visit::walk(std::slice::from_ref(block), &mut |node| {
        if let Node::Inline(inline) = node {
            found |= matches!(&inline.kind, InlineKind::Placeholder(name) if name.scope() == Scope::Village);
        }
    });
    found
}

fn copy(module: Module) -> Copy {
    let mut segments = Segments::default();
    for segment in module.map.segments() {
        segments.push(segment.generated.clone(), Place::clone(&segment.place));
    }
    Copy { markup: module.text, segments }
}

/// On paper nothing is clicked: a link is its words, an address is printed or in a QR code.
impl Context for Desk<'_> {
    fn value(&self, placeholder: Placeholder) -> Option<String> {
        self.edition.value(placeholder)
    }

    fn href(&self, _: &SiteLink) -> Option<String> {
        None
    }

    fn citation(&self, citation: &Citation) -> Option<CitationText> {
        self.edition.citation_label(citation).map(|label| CitationText { label, href: None })
    }

    fn directive(&self, directive: &Directive) -> Vec<Block> {
        self.edition.expand(directive)
    }

    fn image(&self, path: &str) -> Option<String> {
        self.edition.images.contains_key(path).then(|| format!("/{path}"))
    }

    fn qr(&self, target: &QrTarget) -> Option<String> {
        Some(match target {
            QrTarget::Site(link) => self.plan.printed(&self.plan.root.resolve(&link.address)),
            QrTarget::External(address) => address.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn an_address_is_printed_as_it_is_typed() {
        assert_eq!(short("https://contoh.go.id/61.11/lapor/"), "contoh.go.id/61.11/lapor");
        assert_eq!(short("contoh.go.id"), "contoh.go.id");
    }
}
