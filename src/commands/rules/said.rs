//! A rule as the terminal shows it.

use crate::diagnostics::{Family, Rule};

/// One rule.
pub(super) fn text(rule: &Rule) -> String {
    let family = rule.family().map_or("", |family| family.name);
    let mut lines = vec![format!("{} ({}, {family})", rule.code, rule.severity.name()), rule.sees.to_owned(), String::new()];
    let told = [("Mengapa", rule.why), ("Perbaiki", rule.repair), ("Contoh", rule.example), ("Sumber", rule.source)];
    lines.extend(told.map(|(what, words)| format!("{what:9} {words}")));
    lines.join("\n")
}

/// All rules of a family, a line each.
pub(super) fn family(family: &Family, rules: impl Iterator<Item = &'static Rule>) -> String {
    let mut lines = vec![format!("S{}xx: {}", family.digit, family.name), family.sees.to_owned(), String::new()];
    lines.extend(rules.map(|rule| format!("{} {:10} {}", rule.code, rule.severity.name(), rule.sees)));
    lines.push(String::new());
    lines.push(format!("Rincian satu kode, misalnya: suluh explain S{}01", family.digit));
    lines.join("\n")
}
