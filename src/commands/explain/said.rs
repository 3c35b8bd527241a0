//! The whole answer as text.

use super::parts::Part;
use super::uses::Uses;
use crate::commands::layers::story::Story;
use crate::commands::layers::subject::Subject;

/// What is said of a file.
pub(super) fn text(subject: &Subject, edition: &str, story: &Story, parts: &[Part], uses: &Uses) -> String {
    let mut lines = vec![format!("{} untuk {edition}", subject.path), String::new()];
    for (index, step) in story.steps.iter().enumerate() {
        lines.push(format!("{}. {}: {}", index + 1, step.owner, step.does));
        lines.extend(step.path.iter().map(|path| format!("   {path}")));
    }
    lines.push(String::new());
    if !parts.is_empty() {
        let width = parts.iter().map(|part| part.name.chars().count()).max().unwrap_or_default();
        lines.push("Isinya:".to_owned());
        lines.extend(parts.iter().map(|part| format!("  {:width$}  {}", part.name, part.from)));
    } else {
        lines.push(match &story.winner {
            Some(winner) => format!("Yang dipakai: nomor {}, {}", winner.number, winner.path),
            None => "Yang dipakai: tidak ada".to_owned(),
        });
    }
    lines.extend(uses.iter().map(|(what, place)| format!("{what}: {place}")));
    lines.join("\n")
}
