//! Every rule of the program in one table: what `suluh explain S303` tells, and what `docs/pemeriksaan.md` is made of.

#[cfg(test)]
mod guide;
mod own;
mod said;
#[cfg(test)]
mod tests;

use super::codes::UNKNOWN_CODE;
use super::refusal::Refusal;
use crate::diagnostics::{Diagnostic, FAMILIES, Rule, suggest};
use crate::{check, edition, markdown, plan, print, project, publish, source, web};

/// When the findings of a code are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Before anything is made: `check`, `build` and `serve` find them alike.
    Reading,
    /// When pages and sheets are made: only `build` finds all of them.
    Making,
}

/// The rules of the rooms that look at what was read.
const READING: [&[Rule]; 8] = [
    source::rules::RULES,
    markdown::rules::RULES,
    project::rules::RULES,
    project::layer_rules::RULES,
    project::silence::RULES,
    edition::overlay::RULES,
    plan::rules::RULES,
    super::silence::RULES,
];
/// The rules of the rooms that make something of it.
const MAKING: [&[Rule]; 4] = [print::rules::RULES, web::rules::RULES, publish::rules::RULES, own::RULES];

/// All rules, by code.
pub(super) fn all() -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = READING.into_iter().chain(MAKING).chain(check::RULES).flatten().collect();
    rules.sort_by_key(|rule| rule.code);
    rules
}

/// When the findings of a code are found; none for a code that no rule has.
pub(super) fn stage(code: &str) -> Option<Stage> {
    let has = |rules: &[Rule]| rules.iter().any(|rule| rule.code == code);
    if READING.into_iter().chain(check::RULES).any(has) {
        return Some(Stage::Reading);
    }
    MAKING.into_iter().any(has).then_some(Stage::Making)
}

/// Whether what a code finds may be another on another day: law, terms, sheets that show contacts, elections. Form, links and language stay.
pub(super) fn depends_on_the_day(code: &str) -> bool {
    !matches!(code.get(1..2), Some("0" | "1" | "2" | "7"))
}

/// Whether a typed word asks for a code, or for a family of them: `S303`, `s3`. Files of a project are never called so.
pub(super) fn is_code(typed: &str) -> bool {
    let digits = typed.strip_prefix(['S', 's']).unwrap_or_default();
    (1..=4).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
}

/// What is told of a typed code.
pub(super) fn explain(typed: &str) -> Result<String, Refusal> {
    let code = typed.to_uppercase();
    let rules = all();
    if let Some(rule) = rules.iter().find(|rule| rule.code == code) {
        return Ok(said::text(rule));
    }
    if let Some(family) = FAMILIES.iter().find(|family| code[1..] == *family.digit) {
        let those = rules.into_iter().filter(|rule| rule.family().is_some_and(|own| own.digit == family.digit));
        return Ok(said::family(family, those));
    }
    // A slip of a digit leaves the family as it is more often than not.
    let known = || rules.iter().map(|rule| rule.code);
    let near = suggest(&code, known().filter(|known| known[..2] == code[..2])).or_else(|| suggest(&code, known()));
    let hint = match near {
        Some(near) => format!("maksud Anda `{near}`? Semua kode sekeluarga: `suluh explain {}`", &near[..2]),
        None => "salin kodenya dari pesan; semua kode satu keluarga, misalnya: `suluh explain S3`".to_owned(),
    };
    Err(Refusal::usage(Diagnostic::error(UNKNOWN_CODE, format!("kode `{code}` tidak dikenal")).hint(hint)))
}
