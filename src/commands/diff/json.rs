//! The answer for programs: everything, not the first few.

use serde_json::{Value, json};

use super::changes::{Change, Detail, Kind};
use super::side::Side;
use super::story::{EditionStory, Story};

/// The whole answer.
pub(super) fn text(old: &Side, new: &Side, story: &Story) -> String {
    let everywhere = story.everywhere.iter().map(|piece| {
        json!({"piece": piece.piece.as_str(), "title": piece.title, "editions": piece.editions, "villages": piece.villages})
    });
    let answer = json!({
        "old": old.name,
        "new": new.name,
        "as_of": new.as_of.to_string(),
        "changed": !story.is_empty(),
        "theme": story.theme,
        "editions": story.editions.iter().map(edition).collect::<Vec<_>>(),
        "reprint_everywhere": everywhere.collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&answer).unwrap_or_default()
}

fn edition(edition: &EditionStory) -> Value {
    let reprints = edition.reprints.iter().map(|one| {
        let villages = if one.letter { 0 } else { one.sheets };
        let recipients = if one.letter { one.sheets } else { 0 };
        json!({"piece": one.piece.as_str(), "title": one.title, "villages": villages, "recipients": recipients, "of": one.of})
    });
    json!({
        "code": edition.code.as_str(),
        "name": edition.name,
        "edition": edition.whole.as_ref().map(word),
        "changes": edition.changes.iter().map(change).collect::<Vec<_>>(),
        "reprint": reprints.collect::<Vec<_>>(),
        "kept": edition.kept,
    })
}

fn word(kind: &Kind) -> &'static str {
    match kind {
        Kind::Added => "added",
        Kind::Removed => "removed",
        Kind::Changed(_) => "changed",
    }
}

fn change(change: &Change) -> Value {
    let details = match &change.kind {
        Kind::Changed(details) => details.iter().map(detail).collect(),
        Kind::Added | Kind::Removed => Vec::new(),
    };
    json!({
        "section": change.section.label(),
        "key": change.key,
        "title": change.title,
        "change": word(&change.kind),
        "details": details,
    })
}

fn detail(detail: &Detail) -> Value {
    match detail {
        Detail::Text { label, old, new } => json!({"label": label, "old": old, "new": new}),
        Detail::List { label, removed, added } => json!({"label": label, "removed": removed, "added": added}),
        Detail::Names { label, names } => json!({"label": label, "names": names}),
        Detail::Prose(changes) => {
            let changes = changes.iter().map(|change| json!({"old": change.old, "new": change.new}));
            json!({"sentences": changes.collect::<Vec<_>>()})
        }
    }
}
