//! `docs/pemeriksaan.md`: all rules, family by family.

use std::fmt::Write as _;

use super::said::silence;
use crate::diagnostics::{FAMILIES, Rule};

/// What stands above the rules.
const HEAD: &str = include_str!("kepala.md");

/// The whole guide.
pub(super) fn guide(rules: &[&'static Rule]) -> String {
    let mut text = HEAD.to_owned();
    for family in FAMILIES {
        let those: Vec<&&Rule> = rules.iter().filter(|rule| rule.family().is_some_and(|own| own.digit == family.digit)).collect();
        if those.is_empty() {
            continue;
        }
        // Writing to a string never fails.
        let _ = writeln!(text, "\n## S{}xx: {}\n\n{}", family.digit, family.name, family.sees);
        for rule in those {
            let _ = writeln!(
                text,
                "\n### {} · {}\n\n{}\n\n* **Mengapa:** {}\n* **Perbaiki:** {}\n* **Abaikan:** {}\n* **Contoh:** {}\n* **Sumber:** {}",
                rule.code,
                rule.severity.name(),
                rule.sees,
                rule.why,
                rule.repair,
                silence(rule),
                quoted(rule.example),
                rule.source
            );
        }
    }
    text
}

/// A message as a code span; the messages hold single backticks themselves.
fn quoted(message: &str) -> String {
    if message.contains('`') {
        // CommonMark takes one space off each end.
        format!("`` {message} ``")
    } else {
        format!("`{message}`")
    }
}
