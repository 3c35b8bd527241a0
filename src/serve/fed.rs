//! Which print pieces a page feeds, and how.

use std::collections::BTreeSet;

use crate::content::village::Medium;
use crate::content::{Id, Kind, Piece};
use crate::edition::{Item, in_order};
use crate::markdown::visit::{self, Node};
use crate::markdown::{Block, Document, Inline, InlineKind, LinkTarget};
use crate::plan::{Address, EditionPlan, PageKind, SheetPlan};

/// A sheet that a page has to do with.
pub(super) struct Fed<'p> {
    pub(super) sheet: &'p SheetPlan,
    pub(super) piece: &'p Item<Piece>,
    /// In the words of the panel.
    pub(super) why: &'static str,
}

/// The sheets that the page of this kind feeds, those that it fills first.
pub(super) fn fed<'p>(plan: &'p EditionPlan, page: &PageKind) -> Vec<Fed<'p>> {
    let mut all: Vec<(u8, Fed<'p>)> = sheets(plan)
        .filter_map(|(sheet, piece)| {
            let (rank, why) = reason(plan, page, sheet, piece)?;
            Some((rank, Fed { sheet, piece, why }))
        })
        .collect();
    all.sort_by_key(|(rank, _)| *rank);
    all.into_iter().map(|(_, fed)| fed).collect()
}

/// The planned sheets of an edition with their pieces, in the order of the download page.
fn sheets(plan: &EditionPlan) -> impl Iterator<Item = (&SheetPlan, &Item<Piece>)> {
    let pieces = in_order(&plan.edition.pieces, |piece| &piece.meta).into_iter();
    pieces.filter_map(|(id, piece)| Some((plan.sheets.iter().find(|sheet| sheet.piece == *id)?, piece)))
}

/// Why a sheet stands beside the page, and how near it is.
fn reason(plan: &EditionPlan, page: &PageKind, sheet: &SheetPlan, piece: &Item<Piece>) -> Option<(u8, &'static str)> {
    let item = match page {
        PageKind::Home | PageKind::Downloads => return Some((0, "karya edisi ini")),
        PageKind::Villages => return (sheet.villages > 0).then_some((0, "satu lembar tiap desa")),
        PageKind::Village(index) => {
            let village = plan.edition.villages.get(*index)?;
            return piece.data.is_for(village).then_some((0, "lembar desa ini"));
        }

        PageKind::List(kind) => {
            return lists(piece, *kind)
                .then_some((0, "memuat daftar ini"))
                .or_else(|| leads(plan, sheet, piece, &plan.list(*kind)));
        }
        PageKind::Page(id) => (Kind::Page, id),
        PageKind::Item(kind, id) => (*kind, id),
        // The rest shows no content of its own.
        _ => return None,
    };
    let (kind, id) = item;
    if piece.data.fills_from.as_ref().is_some_and(|from| from.value.kind == kind && from.value.id == *id) {
        return Some((0, "diisi dari halaman ini"));
    }
    if names(plan, piece, kind, id) {
        return Some((1, "memuat atau mengutip isi ini"));
    }
    leads(plan, sheet, piece, &plan.item(kind, id))
}

/// Whether the piece itself says that its code leads there; where all codes lead is no bond.
fn leads(plan: &EditionPlan, sheet: &SheetPlan, piece: &Item<Piece>, page: &Address) -> Option<(u8, &'static str)> {
    let asked = piece.data.qr.is_some() && sheet.target == *page;
    let drawn = || {
        let qrs = piece.body.qrs().into_iter();
        qrs.filter_map(|(target, _)| match target {
            crate::markdown::QrTarget::Site(link) => Some(plan.root.resolve(&link.address)),
            crate::markdown::QrTarget::External(_) => None,
        })
        .any(|to| to == *page)
    };
    (asked || drawn()).then_some((2, "kode QR-nya membuka halaman ini"))
}

/// Whether a directive of the piece lists contents of this kind.
fn lists(piece: &Item<Piece>, kind: Kind) -> bool {
    piece.body.directives().iter().any(|directive| directive.arg("isi").is_some_and(|value| value.value == kind.folder()))
}

/// Whether the piece lists, links or cites this content, or rests on it.
fn names(plan: &EditionPlan, piece: &Item<Piece>, kind: Kind, id: &Id) -> bool {
    let page = plan.item(kind, id);
    let law = |regulation: &str| kind == Kind::Regulation && regulation == id.as_str();
    let is_meant = |target: &LinkTarget| match target {
        LinkTarget::Site(link) => plan.root.resolve(&link.address) == page,
        LinkTarget::Citation(citation) => law(&citation.regulation),
        _ => false,
    };
    let leads_there = |document: &Document| document.links().into_iter().any(|(target, _)| is_meant(target));
    let listed = || {
        let directives = piece.body.directives().into_iter().filter(|directive| directive.arg("isi").is_some());
        directives.flat_map(|directive| plan.edition.expand(directive, Medium::Print)).any(|block| holds(&block, &is_meant))
    };
    piece.data.basis.iter().any(|basis| law(basis.regulation.value.as_str())) || leads_there(&piece.body) || listed()
}

/// Whether a block holds a link that is meant.
fn holds(block: &Block, is_meant: &dyn Fn(&LinkTarget) -> bool) -> bool {
    let mut found = false;
    visit::walk(std::slice::from_ref(block), &mut |node| {
        if let Node::Inline(Inline { kind: InlineKind::Link { target, .. }, .. }) = node {
            found |= is_meant(target);
        }
    });
    found
}

/// The pieces that a page feeds, by id.
pub(super) fn ids(plan: &EditionPlan, page: &PageKind) -> BTreeSet<Id> {
    fed(plan, page).into_iter().map(|fed| fed.sheet.piece.clone()).collect()
}
