//! Where a file's content can be seen: its address, and the print pieces that carry it or lead to it.

use crate::commands::layers::subject::Subject;
use crate::content::village::Medium;
use crate::content::{Id, Kind};
use crate::edition::Edition;
use crate::markdown::visit::{self, Node};
use crate::markdown::{Document, Inline, InlineKind, LinkTarget};
use crate::plan::{Address, EditionPlan};

/// Where content can be seen, each a line: what it is, and where.
pub(super) type Uses = Vec<(&'static str, String)>;

/// Where the subject can be seen in this edition; empty when it is not published.
pub(super) fn of(subject: &Subject, plan: &EditionPlan) -> Uses {
    let Some((kind, id)) = subject.content() else { return Vec::new() };
    if kind == Kind::Piece {
        return of_piece(&id, plan);
    }
    let address = plan.item(kind, &id);
    if plan.at(&address).is_none() {
        return Vec::new();
    }
    let mut uses = vec![("Alamat", plan.printed(&address))];
    let pieces = |uses: &dyn Fn(&Id) -> bool| {
        let names: Vec<String> =
            plan.sheets.iter().filter(|sheet| uses(&sheet.piece)).map(|sheet| sheet.piece.to_string()).collect();
        names.join(", ")
    };
    let carrying = pieces(&|piece| carries(plan.edition.as_ref(), piece, kind, &id, plan, &address));
    let leading = pieces(&|piece| leads(plan, piece, &address));
    for (what, names) in [("Dimuat di cetakan", carrying), ("Kode QR dari cetakan", leading)] {
        if !names.is_empty() {
            uses.push((what, names));
        }
    }
    uses
}

fn of_piece(id: &Id, plan: &EditionPlan) -> Uses {
    let Some(sheet) = plan.sheets.iter().find(|sheet| sheet.piece == *id) else { return Vec::new() };
    let mut uses = vec![
        ("Berkas cetak", format!("output/cetak/{}/{}/", plan.edition.code, sheet.folder)),
        ("Format", sheet.format.to_string()),
    ];
    if sheet.villages > 0 {
        uses.push(("Kode QR ke", "halaman desa masing-masing".to_owned()));
    } else {
        uses.push(("Kode QR ke", plan.printed(&sheet.target)));
    }
    uses
}

/// Whether the QR code of a piece leads to a page. A piece with a sheet for each village leads to the village's own page.
fn leads(plan: &EditionPlan, piece: &Id, address: &Address) -> bool {
    plan.sheets.iter().any(|sheet| sheet.piece == *piece && sheet.villages == 0 && sheet.target == *address)
}

/// Whether a piece is filled from content, lists it or refers to it.
fn carries(edition: &Edition, piece: &Id, kind: Kind, id: &Id, plan: &EditionPlan, address: &Address) -> bool {
    let Some(item) = edition.pieces.get(piece) else { return false };
    let filled = item.data.fills_from.as_ref().is_some_and(|from| from.value.kind == kind && from.value.id == *id);
    let is_it = |target: &LinkTarget| match target {
        LinkTarget::Site(link) => plan.root.resolve(&link.address) == *address,
        LinkTarget::Citation(citation) => kind == Kind::Regulation && citation.regulation == id.as_str(),
        _ => false,
    };
    filled || refers(edition, &item.body, &is_it)
}

fn refers(edition: &Edition, body: &Document, is_it: &dyn Fn(&LinkTarget) -> bool) -> bool {
    if body.links().into_iter().any(|(target, _)| is_it(target)) {
        return true;
    }
    body.directives().into_iter().any(|directive| {
        let mut found = false;
        visit::walk(&edition.expand(directive, Medium::Print), &mut |node| {
            if let Node::Inline(Inline { kind: InlineKind::Link { target, .. }, .. }) = node {
                found |= is_it(target);
            }
        });
        found
    })
}
