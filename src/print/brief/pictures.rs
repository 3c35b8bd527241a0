//! The pictures that a sheet carries: the lockup of the office, the logos of its partners, those of the text.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Located, Place};
use crate::edition::Edition;
use crate::markdown::Document;
use crate::print::job::{Partner, PictureFile};

/// All of them by their path in the edition. One that is not there has been reported where it is named.
pub(super) fn collect<'a>(edition: &Edition, texts: impl Iterator<Item = &'a Document>) -> BTreeMap<String, PictureFile> {
    let mut all = BTreeMap::new();
    let mut add = |path: &str, place: &Place| {
        if let Some(bytes) = edition.images.get(path) {
            let file = PictureFile { bytes: Arc::clone(bytes), place: place.clone() };
            all.entry(path.to_owned()).or_insert(file);
        }
    };
    let logos = edition.partners.iter().filter_map(|partner| partner.logo.as_ref());
    logos.chain(own_logo(edition)).for_each(|logo| add(&logo.value, &logo.place));
    texts.flat_map(Document::images).for_each(|(path, place)| add(path, place));
    all
}

fn own_logo(edition: &Edition) -> Option<&Located<String>> {
    edition.region.as_ref()?.logo.as_ref()
}

/// The lockup of the office, when it is there.
pub(super) fn logo(edition: &Edition) -> Option<String> {
    own_logo(edition).map(|logo| logo.value.clone()).filter(|logo| edition.images.contains_key(logo))
}

/// Who signs and pays with the office, in the order of its file.
pub(super) fn partners(edition: &Edition) -> Vec<Partner> {
    let there = |logo: &Located<String>| edition.images.contains_key(&logo.value).then(|| logo.value.clone());
    edition.partners.iter().map(|one| Partner { name: one.name.clone(), logo: one.logo.as_ref().and_then(there) }).collect()
}
