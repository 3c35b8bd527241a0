//! A rule as the terminal shows it.

use crate::diagnostics::{Family, Rule, Silenceable};

/// One rule.
pub(super) fn text(rule: &Rule) -> String {
    let family = rule.family().map_or("", |family| family.name);
    let mut lines = vec![format!("{} ({}, {family})", rule.code, rule.severity.name()), rule.sees.to_owned(), String::new()];
    let silence = silence(rule);
    let told = [
        ("Mengapa", rule.why),
        ("Perbaiki", rule.repair),
        ("Abaikan", silence.as_str()),
        ("Contoh", rule.example),
        ("Sumber", rule.source),
    ];
    lines.extend(told.map(|(what, words)| format!("{what:9} {words}")));
    lines.join("\n")
}

/// Whether somebody may answer for its findings instead of mending them, and how.
pub(super) fn silence(rule: &Rule) -> String {
    let how = "tulis kode dan alasannya di `abaikan:`, di kepala berkasnya atau di `daerah.yaml`";
    match rule.silenceable {
        Silenceable::Yes => format!("Dapat: {how}."),
        Silenceable::Warnings => format!("Hanya bila disebut peringatan: {how}. Sebagai galat tidak pernah."),
        Silenceable::Never => "Tidak dapat: galat harus dibetulkan.".to_owned(),
        Silenceable::NoNeed => "Tidak perlu: catatan tidak meminta apa-apa.".to_owned(),
        Silenceable::Not(why) => format!("Tidak dapat: {why}."),
    }
}

/// All rules of a family, a line each.
pub(super) fn family(family: &Family, rules: impl Iterator<Item = &'static Rule>) -> String {
    let mut lines = vec![format!("S{}xx: {}", family.digit, family.name), family.sees.to_owned(), String::new()];
    lines.extend(rules.map(|rule| format!("{} {:10} {}", rule.code, rule.severity.name(), rule.sees)));
    lines.push(String::new());
    lines.push(format!("Rincian satu kode, misalnya: suluh explain S{}01", family.digit));
    lines.join("\n")
}
