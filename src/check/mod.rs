//! Rules over what an edition says, one file a rule family.
//!
//! | family | file | looks at |
//! |---|---|---|
//! | S2 | [`references`] | ids of sanctions, formats, contents; panels of a leaflet; arguments of directives |
//! | S2 | [`copy`] | the copy of a piece is as long as its format takes it |
//! | S2 | [`entries`] | ids of disputes, figures and listed content |
//! | S2 | [`removed`] | what a layer left out though other content rests on it |
//! | S3 | [`law`] | regulations and articles: known, in force, named with their successor |
//! | S3 | [`revocation`] | who revoked and changed whom: never in a circle |
//! | S3 | [`paper`] | what is printed: sourced, not disputed, in force |
//! | S3 | [`prose`] | what is written of the law in words, front matter and data; reads citations with [`citation`] |
//! | S4 | [`region`] | contacts without which nobody can be called |
//! | S4 | [`blanks`] | contacts that content shows and nobody filled in |
//! | S4 | [`people`] | supervisors and kecamatan: terms, consent, names |
//! | S4 | [`letters`] | letters and their recipients |
//! | S4 | [`office`] | hours and places of posts, the election, the address that is printed |
//! | S4 | [`official`] | the table of villages against the official list |
//! | S4 | [`numbers`] | telephone numbers that texts write out |
//! | S4 | [`pictures`] | the logos of the office and of its partners |
//! | S6 | [`neutral`] | parties, candidates, ballot numbers, slogans and colours of `netral.yaml` |
//! | S7 | [`language`] | sentences, abbreviations, capitals, the order of languages |
//! | S7 | [`shops`] | print shops, and the words that go with cards |
//! | S7 | [`orders`] | what is ordered: pieces, finishing, material, copies of each village |
//! | S9 | [`colours`] | colours that stand on each other; once a theme, not an edition |
//!
//! What readers see, of files, data and pictures, is listed in one place ([`sources`]), so that no rule about words forgets one.
//!
//! What prose and language find in a file is kept from one save to the next in the preview ([`memory`]).
//!
//! Links between pages are checked by the plan, which alone knows what will exist. What leads to content
//! whose own file can't be read is not reported: that file is.

pub mod blanks;
pub mod citation;
pub mod colours;
pub mod copy;
pub mod entries;
pub mod language;
pub mod law;
pub mod letters;
mod memory;
pub mod neutral;
pub mod numbers;
pub mod office;
pub mod official;
pub mod orders;
pub mod paper;
pub mod people;
pub mod pictures;
pub mod prose;
pub mod references;
pub mod region;
pub mod removed;
pub mod revocation;
pub mod shops;
mod sources;
#[cfg(test)]
mod tests;
mod texts;

use std::sync::Arc;

use rayon::prelude::*;

pub use self::memory::Memory;
use crate::content::Theme;
use crate::diagnostics::{Diagnostics, Rule};
use crate::edition::Edition;

/// What can be looked up about the codes of this room.
pub const RULES: [&[Rule]; 20] = [
    references::RULES,
    entries::RULES,
    removed::RULES,
    law::RULES,
    revocation::RULES,
    paper::RULES,
    prose::RULES,
    region::RULES,
    blanks::RULES,
    people::RULES,
    letters::RULES,
    office::RULES,
    official::RULES,
    numbers::RULES,
    neutral::RULES,
    pictures::RULES,
    language::RULES,
    shops::RULES,
    orders::RULES,
    colours::RULES,
];

/// Runs every rule on editions that were resolved together. What they share is read once, and what `memory` has of the last run is not judged again.
pub fn run_all(editions: &[Arc<Edition>], theme: &Theme, memory: Option<&Memory>, d: &Diagnostics) {
    let all = || editions.iter().map(AsRef::as_ref);
    rayon::scope(|scope| {
        scope.spawn(|_| prose::check(editions.iter(), memory, d));
        scope.spawn(|_| language::check(editions.iter(), theme, memory, d));
        scope.spawn(|_| numbers::check(all(), d));
        scope.spawn(|_| neutral::check(all(), theme, d));
        scope.spawn(|_| law::check(all(), d));
        editions.par_iter().for_each(|edition| run(edition, theme, d));
    });
}

/// Runs every rule on one edition, but those that read what editions share.
fn run(edition: &Edition, theme: &Theme, d: &Diagnostics) {
    references::check(edition, theme, d);
    copy::check(edition, theme, d);
    entries::check(edition, d);
    removed::check(edition, d);
    revocation::check(edition, d);
    paper::check(edition, d);
    region::check(edition, d);
    blanks::check(edition, d);
    people::check(edition, d);
    letters::check(edition, d);
    office::check(edition, d);
    official::check(edition, d);
    pictures::check(edition, d);
    shops::check(edition, theme, d);
    orders::check(edition, theme, d);
    colours::accent(edition, theme, d);
}
