//! Villages that came, went or are called otherwise, and those that call somebody else.

use std::collections::BTreeMap;

use super::changes::{Change, Detail, Kind, Section};
use crate::content::Village;
use crate::content::village::Medium;
use crate::edition::Edition;
use crate::edition::contact::Contact;

/// What differs between the villages of two editions; none when nothing does.
pub(super) fn compare(old: Option<&Edition>, new: Option<&Edition>) -> Option<Change> {
    let (olds, news) = (by_code(old), by_code(new));
    let named = |village: &Village| format!("{} ({})", village.name.value, village.district.value);
    let missing = |from: &BTreeMap<&str, &Village>, to: &BTreeMap<&str, &Village>| -> Vec<String> {
        from.iter().filter(|(code, _)| !to.contains_key(*code)).map(|(_, village)| named(village)).collect()
    };
    let both: Vec<(&Village, &Village)> = news.iter().filter_map(|(code, new)| Some((*olds.get(code)?, *new))).collect();
    let mut details = Vec::new();
    let (removed, added) = (missing(&olds, &news), missing(&news, &olds));
    if !removed.is_empty() || !added.is_empty() {
        details.push(Detail::List { label: "daftar".to_owned(), removed, added });
    }
    let mut tell = |label: &str, names: Vec<String>| {
        if !names.is_empty() {
            details.push(Detail::Names { label: label.to_owned(), names });
        }
    };
    let renamed = both.iter().filter(|(old, new)| named(old) != named(new));
    tell("nama atau kecamatan", renamed.map(|(old, new)| format!("{} → {}", named(old), named(new))).collect());
    let other_kind = both.iter().filter(|(old, new)| old.kind != new.kind);
    let kinds = other_kind.map(|(old, new)| format!("{}: {} → {}", named(new), old.kind.label(), new.kind.label()));
    tell("jenis", kinds.collect());
    if let (Some(old), Some(new)) = (old, new) {
        let others = both.iter().filter(|(before, after)| calls(old, before) != calls(new, after));
        // Names and numbers of supervisors are personal: who asks looks into the table.
        tell("kontak pengawas berganti di", others.map(|(_, after)| named(after)).collect());
    }
    (!details.is_empty()).then(|| Change {
        section: Section::Village,
        key: "desa".to_owned(),
        title: "Daftar desa dan kelurahan".to_owned(),
        kind: Kind::Changed(details),
    })
}

fn by_code(edition: Option<&Edition>) -> BTreeMap<&str, &Village> {
    let villages = edition.into_iter().flat_map(|edition| edition.villages.iter());
    villages.map(|village| (village.code.value.as_str(), village)).collect()
}

/// Whom a village calls, on pages and on paper; nothing where that is the office or the kecamatan, which is told of on its own.
fn calls(edition: &Edition, village: &Village) -> Vec<Option<(Option<String>, Option<String>)>> {
    let own = |medium: Medium| match edition.village_contact(village, medium) {
        contact @ Contact::Supervisor(_) => Some((contact.name(), contact.number().map(str::to_owned))),
        Contact::District(_) | Contact::Office(_) => None,
    };
    vec![own(Medium::Web), own(Medium::Print)]
}
