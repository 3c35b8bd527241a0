//! What the edition knows, as Markdown asks for it on a sheet: values, names and whole addresses.

use std::collections::BTreeMap;

use crate::content::law::LegalBasis;
use crate::content::village::Medium;
use crate::content::{Declaration, Id, Kind, Piece};
use crate::diagnostics::Located;
use crate::edition::Edition;
use crate::markdown::typst::{Options, render_inlines};
use crate::markdown::{Block, Citation, CitationText, Context, Directive, Inline, Placeholder, QrTarget, SiteLink};
use crate::plan::EditionPlan;
use crate::print::job::{self, Copy, PictureFile};

/// The article of a regulation that is cited as a whole: its name says it all.
const WHOLE_LAW: &str = "Keseluruhan";

/// An edition on paper.
pub(super) struct PrintContext<'a> {
    plan: &'a EditionPlan,
    pictures: &'a BTreeMap<String, PictureFile>,
}

impl<'a> PrintContext<'a> {
    /// `pictures`: all that the sheet carries.
    pub(super) fn new(plan: &'a EditionPlan, pictures: &'a BTreeMap<String, PictureFile>) -> PrintContext<'a> {
        PrintContext { plan, pictures }
    }

    pub(super) fn edition(&self) -> &'a Edition {
        &self.plan.edition
    }

    /// The declaration that a piece is filled from (`isi`).
    pub(super) fn declaration(&self, piece: &Piece) -> Option<&'a Declaration> {
        let from = piece.fills_from.as_ref().filter(|from| from.value.kind == Kind::Declaration)?;
        self.plan.edition.declarations.get(&from.value.id).map(|item| item.data.as_ref())
    }

    /// A text of the front matter, its placeholders filled in.
    pub(super) fn line(&self, text: &Located<String>) -> Copy {
        let filled = self.edition().fill(text);
        Copy::of(render_inlines(&[Inline::text(filled, &text.place)], self, &Options::default()))
    }
}

impl PrintContext<'_> {
    /// `Dasar: UU 20/2023 Pasal 2 huruf f; PP 94/2021 Pasal 5 huruf n`: the source line of a sheet. Articles of one law
    /// stand together behind its name. None when the sheet names nothing.
    pub(super) fn basis_line(&self, basis: &[LegalBasis]) -> Option<Copy> {
        let first = basis.first()?;
        let mut inlines = vec![Inline::text("Dasar: ", &first.regulation.place)];
        let mut laws: Vec<&Id> = Vec::new();
        for law in basis.iter().map(|one| &one.regulation) {
            if laws.contains(&&law.value) {
                continue;
            }
            let before = if laws.is_empty() { "" } else { "; " };
            laws.push(&law.value);
            inlines.push(Inline::text(format!("{before}{}", self.edition().law_name(&law.value)), &law.place));
            let articles = basis.iter().filter(|one| one.regulation.value == law.value).map(|one| &one.article);
            let articles = articles.filter(|article| article.value != WHOLE_LAW);
            for (index, article) in articles.enumerate() {
                let before = if index == 0 { " " } else { ", " };
                inlines.push(Inline::text(format!("{before}{}", article.value), &article.place));
            }
        }
        Some(Copy::of(render_inlines(&inlines, self, &Options::default())))
    }
}

impl Context for PrintContext<'_> {
    fn value(&self, placeholder: Placeholder) -> Option<String> {
        self.edition().value(placeholder)
    }

    // The theme's functions leave links out on paper; on the screen they lead to the website.
    fn href(&self, link: &SiteLink) -> Option<String> {
        let to = self.plan.root.resolve(&link.address);
        self.plan.at(&to)?;
        let address = self.plan.printed(&to);
        Some(match &link.fragment {
            Some(fragment) => format!("{address}#{fragment}"),
            None => address,
        })
    }

    fn citation(&self, citation: &Citation) -> Option<CitationText> {
        let label = self.edition().citation_label(citation)?;
        let (id, regulation) = self.edition().regulations.get_key_value(citation.regulation.as_str())?;
        let page = self.plan.item(Kind::Regulation, id);
        let page = self.plan.at(&page).map(|_| self.plan.printed(&page));
        let anchor = citation.article.as_deref().filter(|article| regulation.data.article(article).is_some());
        let href = page.map(|page| anchor.map_or(page.clone(), |anchor| format!("{page}#{anchor}")));
        Some(CitationText { label, href })
    }

    fn directive(&self, directive: &Directive) -> Vec<Block> {
        self.edition().expand(directive, Medium::Print)
    }

    fn image(&self, path: &str) -> Option<String> {
        job::picture_path(self.pictures, path)
    }

    fn qr(&self, target: &QrTarget) -> Option<String> {
        Some(match target {
            QrTarget::External(address) => address.clone(),
            QrTarget::Site(link) => {
                let address = self.plan.printed(&self.plan.root.resolve(&link.address));
                match &link.fragment {
                    Some(fragment) => format!("{address}#{fragment}"),
                    None => address,
                }
            }
        })
    }
}
