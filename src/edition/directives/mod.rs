//! Expands directives into ordinary blocks: lists of content, deadlines, terms, figures, contacts.
//!
//! | file | directives |
//! |---|---|
//! | this one | `daftar`, `kontak`, `posko` |
//! | [`reporting`] | `tenggat`, `saluran`, `pelapor`, `alur`, `formulir` |
//! | [`signatures`] | `tanda_tangan` |
//! | [`facts`] | `glosarium`, `statistik`, `sengketa`, `salah_kutip` |
//!
//! On paper, what has no source, is disputed or deferred is left out, and so are sources: they are links.

mod facts;
mod maker;
mod reporting;
mod signatures;

pub(crate) use signatures::is_of_people;
#[cfg(test)]
mod tests;

use self::maker::Maker;
use super::{Edition, Item, Shelf, in_order};
use crate::content::law::{LegalBasis, Phase, Regime};
use crate::content::sanction::SanctionStatus;
use crate::content::village::Medium;
use crate::content::{Id, Kind, Meta, Regulation};
use crate::diagnostics::Located;
use crate::markdown::{Block, Citation, Directive, DirectiveName, Inline, LinkTarget, Template, slug};

impl Edition {
    /// What a directive becomes in this edition, on the website or on paper.
    pub fn expand(&self, directive: &Directive, medium: Medium) -> Vec<Block> {
        let make = Maker { edition: self, place: &directive.place, medium };
        match directive.name {
            DirectiveName::List => self.list(directive, &make),
            DirectiveName::Deadlines => self.deadlines(directive, &make),
            DirectiveName::Channels => self.channels(directive, &make),
            DirectiveName::Contact => self.contact(&make),
            DirectiveName::Posts => self.posts(&make),
            DirectiveName::Signatures => self.signatures(directive, &make),
            DirectiveName::Glossary => self.glossary(&make),
            DirectiveName::Statistics => self.figures(directive, &make),
            DirectiveName::Disputes => self.disputed(directive, &make),
            DirectiveName::WrongCitations => self.wrongly_cited(&make),
            DirectiveName::Reporters => self.reporters(directive, &make),
            DirectiveName::Procedures => self.procedures(&make),
            DirectiveName::Forms => self.forms(directive, &make),
        }
    }

    fn list(&self, directive: &Directive, make: &Maker<'_>) -> Vec<Block> {
        let wants = |key: &str, has: &dyn Fn(&str) -> bool| directive.arg(key).is_none_or(|value| has(&value.value));
        let regime =
            |regimes: &[Located<Regime>]| wants("rezim", &|word| regimes.iter().any(|regime| regime.value.key() == word));
        let subject =
            |subjects: &[Located<String>]| wants("subjek", &|word| subjects.iter().any(|subject| subject.value == word));
        let named = |id: &Id| wants("id", &|word| id.as_str() == word);
        let kind = directive.arg("isi").and_then(|value| Kind::from_folder(&value.value));
        let mut items = match kind {
            Some(Kind::Violation) => self.entries(
                &self.violations,
                Kind::Violation,
                |item| &item.meta,
                make,
                |id, item| {
                    let phase = |word: &str| item.phases.iter().any(|phase: &Located<Phase>| phase.value.key() == word);
                    named(id)
                        && wants("kelompok", &|word| item.group.value == word)
                        && subject(&item.subjects)
                        && regime(&item.regimes)
                        && wants("fase", &phase)
                },
            ),
            Some(Kind::Sanction) => self.entries(
                &self.sanctions,
                Kind::Sanction,
                |item| &item.meta,
                make,
                |id, item| {
                    let deferred = make.medium == Medium::Print && item.status.value == SanctionStatus::Deferred;
                    !deferred
                        && named(id)
                        && wants("kelompok", &|word| item.group.value == word)
                        && subject(&item.subjects)
                        && regime(&item.regimes)
                },
            ),
            Some(Kind::Regulation) => self.entries(
                &self.regulations,
                Kind::Regulation,
                |item| &item.meta,
                make,
                |id, item| named(id) && wants("status", &|word| item.status.value.key() == word) && regime(&item.regimes),
            ),
            Some(Kind::Declaration) => self.entries(
                &self.declarations,
                Kind::Declaration,
                |item| &item.meta,
                make,
                |id, item| named(id) && subject(&item.declarants) && regime(&item.regimes),
            ),
            Some(Kind::Page | Kind::Piece) | None => Vec::new(),
        };
        items.truncate(directive.count("paling").unwrap_or(usize::MAX));
        make.bullets(items)
    }

    /// The citation that a legal basis is: to its article's own anchor where the regulation has one.
    pub fn citation_of(&self, basis: &LegalBasis) -> Citation {
        let article = slug(&basis.article.value);
        let regulation = self.regulations.get(&basis.regulation.value);
        let has_anchor = regulation.is_some_and(|item| item.data.article(&article).is_some());
        Citation { regulation: basis.regulation.value.to_string(), article: has_anchor.then_some(article), historical: false }
    }

    /// `Pasal 2 huruf f UU 20/2023`
    pub fn basis_label(&self, basis: &LegalBasis) -> String {
        format!("{} {}", basis.article.value, self.law_name(&basis.regulation.value))
    }

    /// `UU 20/2023`; the id of a law that is not in the content.
    pub fn law_name(&self, id: &Id) -> String {
        self.regulations.get(id).map_or_else(|| id.to_string(), |item| item.data.short_name())
    }

    fn contact(&self, make: &Maker<'_>) -> Vec<Block> {
        let office = &self.office;
        let line = |label: &str, value: Inline| vec![make.text(&format!("{label}: ")), value];
        let text = |value: &Located<String>| make.text(&value.value);
        let mut items = Vec::new();
        items.extend(office.name.iter().map(|name| vec![make.strong(&name.value)]));
        items.extend(office.address.iter().map(|address| line("Alamat", text(address))));
        items.extend(office.phone.iter().map(|phone| line("Telepon", make.telephone(&phone.value))));
        items.extend(office.whatsapp.iter().map(|number| line("WhatsApp", make.chat(&number.value))));
        items.extend(office.email.iter().map(|email| line("Surel", make.mail(&email.value))));
        items.extend(office.website.iter().map(|site| line("Situs", make.website(&site.value))));
        make.bullets(items)
    }

    fn posts(&self, make: &Maker<'_>) -> Vec<Block> {
        let items = self.posts.iter().map(|post| {
            let mut inlines = vec![make.strong(&post.name.value), make.text(": "), make.text(&post.address.value)];
            let address = &post.address.value;
            if let Some(district) = post.district.as_ref().filter(|district| !address.contains(&district.value)) {
                inlines.push(make.text(&format!(", Kecamatan {}", district.value)));
            }
            if let Some(phone) = &post.phone {
                inlines.push(make.text(". Telepon "));
                inlines.push(make.telephone(&phone.value));
            }
            if let Some(hours) = &post.hours {
                inlines.push(make.text(&format!(". Buka {}", hours.value)));
            }
            // On paper a link leads nowhere.
            if let Some(map) = post.map().filter(|_| make.medium == Medium::Web) {
                inlines.push(make.text(". "));
                inlines.push(make.link(LinkTarget::External(Template::text(map, make.place)), "Lihat di peta"));
            }
            inlines
        });
        make.bullets(items.collect())
    }
}

impl Regulation {
    /// The article whose number has this slug.
    pub fn article(&self, article: &str) -> Option<&crate::content::regulation::Article> {
        self.articles.iter().find(|known| known.anchor == article)
    }
}

impl Edition {
    /// The lines of a list of content: a link, and what it is about.
    fn entries<T>(
        &self,
        shelf: &Shelf<T>,
        kind: Kind,
        meta: impl Fn(&T) -> &Meta,
        make: &Maker<'_>,
        wanted: impl Fn(&Id, &T) -> bool,
    ) -> Vec<Vec<Inline>> {
        let may_show = |item: &T| make.medium == Medium::Web || meta(item).is_printable();
        let shown = in_order(shelf, &meta).into_iter().filter(|(id, item)| may_show(&item.data) && wanted(id, &item.data));
        shown
            .map(|(id, item): (_, &Item<T>)| {
                let meta = meta(&item.data);
                let address = format!("/{}/{id}/", kind.folder());
                let mut inlines = vec![make.site_link(&address, &self.fill(&meta.title))];
                if let Some(summary) = &meta.summary {
                    inlines.push(make.text(": "));
                    inlines.push(make.text(&self.fill(summary)));
                }
                inlines
            })
            .collect()
    }
}
