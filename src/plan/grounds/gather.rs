//! Gathers what each page and sheet of a plan rests on: what front matter names, what links cite, and what stands in words.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::villages::compact;
use super::{Cited, Found, Grounded, Grounds, Raw, tabled};
use crate::check::citation::Recogniser;
use crate::content::law::LegalBasis;
use crate::content::regulation::Actor;
use crate::content::village::{Medium, VillageKind};
use crate::content::{Declaration, Id, Kind, Meta, Piece, Regulation, Sanction, Violation};
use crate::diagnostics::Located;
use crate::edition::{Edition, Item};
use crate::markdown::passage::{Passage, passages};
use crate::markdown::visit::{self, Node};
use crate::markdown::{Block, Citation, Directive, DirectiveName, Document, Inline, InlineKind, LinkTarget, slug};
use crate::plan::{EditionPlan, PageKind, SheetPlan};

/// The page that the file for carrying away holds.
const REPORTING: &str = "lapor";
/// The group of prohibitions that the pages of desa show, and the subject of those on the pages of kelurahan.
const OF_VILLAGES: (&str, &str) = ("desa", "lurah");

/// What each page of an edition's website rests on.
pub fn of_site(plan: &EditionPlan) -> Grounds {
    let edition = plan.edition.as_ref();
    let recogniser = recogniser(edition);
    let mut raw: Vec<Raw> = plan
        .pages
        .par_iter()
        .filter_map(|page| {
            let (title, found) = page_of(edition, &recogniser, &page.kind)?;
            let id = page.address.as_str().strip_prefix(plan.root.as_str())?.to_owned();
            Some(Raw { item: Grounded { id, title, ..Grounded::default() }, found, villages: None })
        })
        .collect();
    raw.extend([VillageKind::Desa, VillageKind::Kelurahan].into_iter().filter_map(|kind| village_pages(plan, &recogniser, kind)));
    tabled(plan.printed(&plan.root), raw)
}

/// What each print piece of an edition rests on, for whom it is, and how many copies were ordered.
pub fn of_paper(plan: &EditionPlan) -> Grounds {
    let edition = plan.edition.as_ref();
    let recogniser = recogniser(edition);
    let raw = plan.sheets.iter().filter_map(|sheet| of_sheet(edition, &recogniser, sheet));
    tabled(String::new(), raw.collect())
}

/// Reads the law of an edition in prose.
fn recogniser(edition: &Edition) -> Recogniser {
    Recogniser::new(edition.regulations.values().map(|item| item.data.as_ref()))
}

fn of_sheet(edition: &Edition, recogniser: &Recogniser, sheet: &SheetPlan) -> Option<Raw> {
    let item = edition.pieces.get(&sheet.piece)?;
    let piece = item.data.as_ref();
    let mut reader = Reader::new(edition, recogniser, Medium::Print);
    reader.piece(item);
    let villages = (sheet.villages > 0).then(|| compact(edition.sheet_villages(piece).into_iter().map(code)));
    let title = edition.fill(&piece.meta.title);
    let id = sheet.piece.to_string();
    let grounded = Grounded { id, title, copies: edition.copies(piece), ..Grounded::default() };
    Some(Raw { item: grounded, found: reader.found, villages })
}

fn code(village: &crate::content::Village) -> &str {
    &village.code.value
}

/// A page's title and what it rests on; none for pages that show no law. The list of regulations says of each whether it holds, and follows
/// by itself.
fn page_of(edition: &Edition, recogniser: &Recogniser, kind: &PageKind) -> Option<(String, Found)> {
    let mut reader = Reader::new(edition, recogniser, Medium::Web);
    let title = match kind {
        PageKind::Home => reader.page(edition.pages.get(crate::content::Page::HOME)?),
        PageKind::Page(id) => reader.page(edition.pages.get(id)?),
        PageKind::Item(Kind::Violation, id) => {
            let item = edition.violations.get(id)?;
            reader.document(&item.data.meta, &item.body);
            reader.violation(&item.data);
            edition.fill(&item.data.meta.title)
        }
        PageKind::Item(Kind::Sanction, id) => {
            let item = edition.sanctions.get(id)?;
            reader.document(&item.data.meta, &item.body);
            reader.front(&item.data.meta, item.data.kinds.iter().chain(&item.data.neutrality_note));
            reader.basis(&item.data.basis);
            edition.fill(&item.data.meta.title)
        }
        PageKind::Item(Kind::Declaration, id) => {
            let item = edition.declarations.get(id)?;
            reader.document(&item.data.meta, &item.body);
            reader.declaration(&item.data);
            edition.fill(&item.data.meta.title)
        }
        PageKind::Item(Kind::Regulation, id) => {
            let item = edition.regulations.get(id)?;
            reader.regulation(item);
            format!("{}: {}", item.data.short_name(), edition.fill(&item.data.meta.title))
        }
        PageKind::List(Kind::Violation) => {
            reader.violations(|_| true);
            "Daftar larangan".to_owned()
        }
        PageKind::List(Kind::Sanction) => {
            edition.sanctions.values().for_each(|item| reader.basis(&item.data.basis));
            "Daftar sanksi".to_owned()
        }
        PageKind::Pocket => {
            reader.violations(|_| true);
            edition.pages.get(REPORTING).into_iter().for_each(|item| drop(reader.page(item)));
            "Berkas saku".to_owned()
        }
        _ => return None,
    };
    Some((title, reader.found))
}

/// The pages of all villages of a kind: one item, because they show the same prohibitions.
fn village_pages(plan: &EditionPlan, recogniser: &Recogniser, kind: VillageKind) -> Option<Raw> {
    let edition = plan.edition.as_ref();
    let villages: Vec<&str> = edition.villages.iter().filter(|village| village.kind == kind).map(code).collect();
    if villages.is_empty() {
        return None;
    }
    let mut reader = Reader::new(edition, recogniser, Medium::Web);
    let (group, head) = OF_VILLAGES;
    reader.violations(|violation| match kind {
        VillageKind::Desa => violation.group.value == group,
        VillageKind::Kelurahan => violation.subjects.iter().any(|subject| subject.value == head),
    });
    let title = format!("Halaman tiap {}", edition.village_word(kind).to_lowercase());
    let id = format!("d/{}", kind.label().to_lowercase());
    let item = Grounded { id, title, ..Grounded::default() };
    Some(Raw { item, found: reader.found, villages: Some(compact(villages.into_iter())) })
}

/// Reads content for the law it names.
struct Reader<'a> {
    edition: &'a Edition,
    recogniser: &'a Recogniser,
    medium: Medium,
    found: Found,
}

impl<'a> Reader<'a> {
    fn new(edition: &'a Edition, recogniser: &'a Recogniser, medium: Medium) -> Reader<'a> {
        Reader { edition, recogniser, medium, found: Found::default() }
    }

    fn basis(&mut self, basis: &[LegalBasis]) {
        let cited = basis.iter().map(|one| Cited::new(one.regulation.value.as_str(), Some(&one.article.value)));
        self.found.law.extend(cited);
    }

    /// Reads a page, and gives its title.
    fn page(&mut self, item: &Item<crate::content::Page>) -> String {
        self.basis(&item.data.basis);
        self.document(&item.data.meta, &item.body);
        self.front(&item.data.meta, []);
        self.edition.fill(&item.data.meta.title)
    }

    fn violation(&mut self, violation: &Violation) {
        self.front(&violation.meta, []);
        self.basis(&violation.basis);
        self.basis(&violation.sanction_basis);
        for id in &violation.sanctions {
            let sanction = self.edition.sanctions.get(&id.value);
            sanction.into_iter().for_each(|item| self.basis(&item.data.basis));
        }
    }

    /// A list of prohibitions shows of each what forbids it.
    fn violations(&mut self, shown: impl Fn(&Violation) -> bool) {
        let edition = self.edition;
        let shown = edition.violations.values().filter(|item| shown(&item.data));
        shown.for_each(|item| self.violation(&item.data));
    }

    /// A regulation's own page is about it, and tells of itself whether it holds; it rests on others: those that took the place of its
    /// articles, and those that its text cites.
    fn regulation(&mut self, item: &Item<Regulation>) {
        let regulation = item.data.as_ref();
        self.document(&regulation.meta, &item.body);
        self.front(&regulation.meta, regulation.articles.iter().map(|article| &article.summary));
        regulation.articles.iter().for_each(|article| self.basis(&article.successors));
        let is_other = |cited: &Cited| cited.regulation != regulation.id.as_str();
        self.found.law.retain(is_other);
        self.found.past.retain(is_other);
        // The law that revoked another tells of it.
        let edition = self.edition;
        let is_revoked_here = |cited: &Cited| {
            let other = edition.regulations.get(cited.regulation.as_str()).and_then(|item| item.data.revoked_by.as_ref());
            other.is_some_and(|revocation| revocation.by.value == Actor::Known(regulation.id.clone()))
        };
        let (told, law) = std::mem::take(&mut self.found.law).into_iter().partition(is_revoked_here);
        self.found.law = law;
        let told: BTreeSet<Cited> = told;
        self.found.past.extend(told);
    }

    /// A sheet: its own words, and those of the content that fills it.
    fn piece(&mut self, item: &Item<Piece>) {
        self.basis(&item.data.basis);
        self.document(&item.data.meta, &item.body);
        self.front(&item.data.meta, item.data.points.iter().chain(&item.data.caption));
        let Some(from) = item.data.fills_from.as_ref().map(|from| &from.value) else { return };
        let edition = self.edition;
        match from.kind {
            Kind::Page => edition.pages.get(&from.id).into_iter().for_each(|item| drop(self.page(item))),
            Kind::Declaration => edition.declarations.get(&from.id).into_iter().for_each(|item| self.declaration(&item.data)),
            _ => {}
        }
    }

    fn declaration(&mut self, declaration: &Declaration) {
        self.basis(&declaration.basis);
        let passages = declaration.opening.iter().chain(declaration.points.iter().map(|point| &point.passage));
        let wording = passages.chain(&declaration.closing).map(|passage| &passage.text);
        self.front(&declaration.meta, wording.chain(&declaration.steps));
    }

    /// Front matter that is shown, and more texts of the file.
    fn front<'t>(&mut self, meta: &'t Meta, more: impl IntoIterator<Item = &'t Located<String>>) {
        let shown = [&meta.summary, &meta.headline, &meta.note].into_iter().flatten();
        for text in std::iter::once(&meta.title).chain(shown).chain(more) {
            self.prose(meta, &Passage::of_place(&text.place));
        }
    }

    /// Law that is cited in words: `Pasal 9 ayat (2) UU 5/2014`.
    fn prose(&mut self, meta: &Meta, passage: &Passage<'_>) {
        for mention in self.recogniser.find(&passage.text) {
            let Some(id) = mention.known() else { continue };
            let regulation = self.edition.regulations.get(id);
            let article = mention.article.as_ref().map(|article| {
                let listed = regulation.and_then(|item| item.data.article(&slug(&article.label)));
                listed.map_or(article.label.as_str(), |listed| listed.number.value.as_str())
            });
            let on_purpose = meta.on_purpose.iter().any(|named| named.value == *id);
            let is_past = on_purpose || passage.is_historical(mention.law.start);
            let found = if is_past { &mut self.found.past } else { &mut self.found.law };
            found.insert(Cited::new(id.as_str(), article));
        }
    }

    fn document(&mut self, meta: &Meta, document: &Document) {
        passages(document).iter().for_each(|passage| self.prose(meta, passage));
        for (citation, _) in document.citations() {
            self.citation(citation);
        }
        for directive in document.directives() {
            self.directive(directive);
        }
    }

    fn citation(&mut self, citation: &Citation) {
        let regulation = self.edition.regulations.get(citation.regulation.as_str());
        let article = citation.article.as_deref().map(|anchor| {
            let known = regulation.and_then(|item| item.data.article(anchor));
            known.map_or(anchor, |article| article.number.value.as_str())
        });
        let cited = Cited::new(&citation.regulation, article);
        if citation.historical {
            self.found.past.insert(cited)
        } else {
            self.found.law.insert(cited)
        };
    }

    /// What a directive puts in its place: citations, and items in a list with what they rest on.
    fn directive(&mut self, directive: &Directive) {
        if directive.name == DirectiveName::WrongCitations {
            let wrong = self.edition.wrong_citations.iter().filter_map(|one| one.regulation.as_ref());
            self.found.past.extend(wrong.map(|id| Cited::new(id.value.as_str(), None)));
        }
        let blocks: Vec<Block> = self.edition.expand(directive, self.medium);
        let mut targets = Vec::new();
        visit::walk(&blocks, &mut |node| {
            if let Node::Inline(Inline { kind: InlineKind::Link { target, .. }, .. }) = node {
                targets.push(target);
            }
        });
        for target in targets {
            match target {
                LinkTarget::Citation(citation) => self.citation(citation),
                LinkTarget::Site(link) => self.listed(&link.address),
                _ => {}
            }
        }
    }

    /// An item that stands in a list with its summary: `/pelanggaran/foto-bersama/`.
    fn listed(&mut self, address: &str) {
        let edition = self.edition;
        let Some((folder, id)) = address.trim_matches('/').split_once('/') else { return };
        let Some(id) = Id::new(id) else { return };
        match Kind::from_folder(folder) {
            Some(Kind::Violation) => edition.violations.get(&id).into_iter().for_each(|item| self.violation(&item.data)),
            Some(Kind::Sanction) => {
                let sanction = |item: &Item<Sanction>| self.basis(&item.data.basis);
                edition.sanctions.get(&id).into_iter().for_each(sanction);
            }
            Some(Kind::Declaration) => edition.declarations.get(&id).into_iter().for_each(|item| self.declaration(&item.data)),
            Some(Kind::Regulation) => drop(self.found.law.insert(Cited::new(id.as_str(), None))),
            Some(Kind::Page | Kind::Piece) | None => {}
        }
    }
}
