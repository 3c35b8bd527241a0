//! S3: no regulation revokes or changes itself by way of others. Which law holds could not be told then.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::content::regulation::Actor;
use crate::content::{Id, Regulation};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Rule};
use crate::edition::Edition;

/// Regulations that revoke or change each other in a circle.
pub const CIRCLE: &str = "S304";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[Rule::error(CIRCLE, "Peraturan saling mencabut atau mengubah secara berputar.")
    .why("Dari lingkaran seperti itu tidak dapat disimpulkan peraturan mana yang berlaku.")
    .repair("Periksa `dicabut_oleh` dan `diubah_oleh`: yang mencabut selalu peraturan yang lebih baru.")
    .example("pencabutan atau perubahan regulasi berputar")];

/// Checks who revoked and changed whom.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    let mut reported: BTreeSet<Vec<&Id>> = BTreeSet::new();
    for id in edition.regulations.keys() {
        let circle = circle(edition, id);
        let mut members: Vec<&Id> = circle.iter().map(|(id, _)| *id).collect();
        members.sort();
        // A circle is one fault, not one for each law in it.
        if !circle.is_empty() && reported.insert(members) {
            report(edition, &circle, d);
        }
    }
}

/// A step of a chain: a law, and where it names the one that touched it.
type Step<'a> = (&'a Id, &'a Place);

/// The shortest way from a law back to itself; empty when there is none. Every law is looked at once.
fn circle<'a>(edition: &'a Edition, start: &'a Id) -> Vec<Step<'a>> {
    let mut reached_from: BTreeMap<&Id, Step<'a>> = BTreeMap::new();
    let mut next = VecDeque::from([start]);
    while let Some(at) = next.pop_front() {
        let Some(item) = edition.regulations.get(at) else { continue };
        for (by, place) in touched_by(&item.data) {
            if reached_from.contains_key(by) {
                continue;
            }
            reached_from.insert(by, (at, place));
            if by == start {
                return way_back(start, &reached_from);
            }
            next.push_back(by);
        }
    }
    Vec::new()
}

fn way_back<'a>(start: &Id, reached_from: &BTreeMap<&Id, Step<'a>>) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    let mut at = start;
    while let Some(step) = reached_from.get(at) {
        steps.push(*step);
        at = step.0;
        if at == start {
            break;
        }
    }
    steps.reverse();
    steps
}

/// The laws in the content that revoked or changed a law.
fn touched_by(regulation: &Regulation) -> impl Iterator<Item = (&Id, &Place)> {
    let revoked = regulation.revoked_by.iter().map(|revocation| &revocation.by);
    let changed = regulation.amended_by.iter().map(|amendment| &amendment.by);
    revoked.chain(changed).filter_map(|by| match &by.value {
        Actor::Known(id) => Some((id, &by.place)),
        Actor::Named(_) => None,
    })
}

fn report(edition: &Edition, circle: &[Step<'_>], d: &Diagnostics) {
    let Some((first, place)) = circle.first() else { return };
    let names: Vec<String> = circle.iter().map(|(id, _)| edition.law_name(id)).collect();
    let chain = format!("{}, oleh {}", names.join(", oleh "), edition.law_name(first));
    let mut problem = Diagnostic::error(CIRCLE, "pencabutan atau perubahan regulasi berputar")
        .at(place)
        .because(format!("dicabut atau diubah: {chain}"))
        .hint("periksa `dicabut_oleh` dan `diubah_oleh`: yang mencabut atau mengubah selalu peraturan yang lebih baru");
    for (_, place) in &circle[1..] {
        problem = problem.related(place, "lalu di sini");
    }
    d.push(problem);
}
