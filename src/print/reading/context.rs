//! What a body asks while it becomes a document: values, and addresses that work outside the website.

use crate::content::law::LegalBasis;
use crate::content::village::Medium;
use crate::content::{Id, Kind};
use crate::edition::Edition;
use crate::markdown::{Block, Citation, CitationText, Context, Directive, Placeholder, QrTarget, SiteLink};
use crate::plan::{Address, EditionPlan};

/// The pages of an edition as links of a document.
pub(super) struct Pages<'a> {
    pub(super) plan: &'a EditionPlan,
    /// Addresses count from the edition's root, to compare what two editions say.
    pub(super) inside: bool,
}

impl<'a> Pages<'a> {
    pub(super) fn edition(&self) -> &'a Edition {
        &self.plan.edition
    }

    fn address(&self, to: &Address) -> String {
        if self.inside {
            let inside = to.as_str().strip_prefix(self.plan.root.as_str()).unwrap_or(to.as_str());
            return format!("https://suluh.invalid/{inside}");
        }
        self.plan.printed(to)
    }

    fn planned(&self, to: &Address) -> Option<String> {
        self.plan.at(to).map(|_| self.address(to))
    }

    /// The page of an item, if it has one.
    pub(super) fn item(&self, kind: Kind, id: &Id) -> Option<String> {
        self.planned(&self.plan.item(kind, id))
    }

    /// What an article is called and where it stands.
    pub(super) fn basis(&self, basis: &LegalBasis) -> (String, Option<String>) {
        let label = self.edition().basis_label(basis);
        (label, self.citation(&self.edition().citation_of(basis)).and_then(|found| found.href))
    }
}

fn with_fragment(mut address: String, fragment: Option<&str>) -> String {
    if let Some(fragment) = fragment {
        address.push('#');
        address.push_str(fragment);
    }
    address
}

impl Context for Pages<'_> {
    fn value(&self, placeholder: Placeholder) -> Option<String> {
        self.edition().value(placeholder)
    }

    fn href(&self, link: &SiteLink) -> Option<String> {
        let address = self.planned(&self.plan.root.resolve(&link.address))?;
        Some(with_fragment(address, link.fragment.as_deref()))
    }

    fn citation(&self, citation: &Citation) -> Option<CitationText> {
        let label = self.edition().citation_label(citation)?;
        let (id, regulation) = self.edition().regulations.get_key_value(citation.regulation.as_str())?;
        let anchor = citation.article.as_deref().filter(|article| regulation.data.article(article).is_some());
        let href = self.item(Kind::Regulation, id).map(|page| with_fragment(page, anchor));
        Some(CitationText { label, href })
    }

    fn directive(&self, directive: &Directive) -> Vec<Block> {
        // The document is on the website: what may stand there may stand here.
        self.edition().expand(directive, Medium::Web)
    }

    fn image(&self, path: &str) -> Option<String> {
        self.edition().images.contains_key(path).then(|| format!("/{path}"))
    }

    fn qr(&self, target: &QrTarget) -> Option<String> {
        Some(match target {
            QrTarget::External(address) => address.clone(),
            QrTarget::Site(link) => with_fragment(self.address(&self.plan.root.resolve(&link.address)), link.fragment.as_deref()),
        })
    }
}
