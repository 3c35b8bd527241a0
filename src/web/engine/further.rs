//! What else is wrong with a page whose template failed. Tera stops at the first fault, and a run that tells one fault at a time makes its
//! reader run again for each. So the failing expression is covered up, by spaces or by an empty list, and the page is rendered once more. A
//! condition that is covered up does not hold: what stands in its part was meant for a value that is not there.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, PoisonError};

use tera::{Context, Tera};

use super::{Engine, RENDERING, empty, errors};
use crate::diagnostics::{Diagnostic, Place};

/// The most faults of one page that are looked for.
const MOST: usize = 20;

/// Where templates are covered up: their names, and the bytes of the expressions.
type Covered = BTreeSet<(String, usize, usize)>;

/// Engines by what is covered up in their templates: many pages fail in the same places.
pub(super) type Patched = BTreeMap<Covered, Option<Arc<Tera>>>;

impl Engine {
    /// All faults of a page, the first of which is known.
    pub(super) fn all_faults(&self, name: &str, context: &Context, first: &tera::Error) -> Vec<Diagnostic> {
        let mut found = errors::explain(first, RENDERING, &self.sources);
        let mut covered = Covered::new();
        let mut last = found.first().and_then(|fault| fault.place.clone());
        while let Some(place) = last.take().filter(|_| covered.len() < MOST) {
            let Some((template, range)) = self.expression(&place) else { break };
            if !covered.insert((template, range.start, range.end)) {
                break;
            }
            let Some(tera) = self.patched(&covered) else { break };
            if let Err(error) = tera.render(name, context) {
                let more = errors::explain(&error, RENDERING, &self.sources);
                last = more.first().and_then(|fault| fault.place.clone());
                found.extend(more);
            }
        }
        found
    }

    /// The expression around a place, with its template: what stands between `{{` and `}}`, what a `for` goes through, or what an `if` or
    /// `elif` asks. None in other tags, such as `set`: what follows needs their value.
    fn expression(&self, place: &Place) -> Option<(String, Range<usize>)> {
        let (name, source) = self.sources.iter().find(|(_, source)| source.path() == place.path())?;
        let (before, after) = source.text().split_at_checked(place.range().start)?;
        let at = place.range().start;
        let printed = before.rfind("{{");
        if printed > before.rfind("{%") {
            return Some((name.clone(), printed?..at + after.find("}}")? + 2));
        }
        let open = before.rfind("{%")?;
        let tag = before.get(open..)?;
        // The word after which the expression begins.
        let word = match tag.trim_start_matches(['{', '%', '-']).split_whitespace().next()? {
            "for" => "in",
            "if" => "if",
            "elif" => "elif",
            _ => return None,
        };
        let start = open + tag.match_indices(word).find_map(|(found, _)| alone(tag, found, word.len()))?;
        let rest = after.find("%}")?;
        let end = at + if after[..rest].ends_with('-') { rest - 1 } else { rest };
        Some((name.clone(), start..end)).filter(|(_, range)| range.len() >= 2)
    }

    /// The engine with these expressions covered up; none where the templates can't do without them.
    fn patched(&self, covered: &Covered) -> Option<Arc<Tera>> {
        let mut known = self.patched.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tera) = known.get(covered) {
            return tera.clone();
        }
        let text = |(name, source): (&String, &Arc<crate::diagnostics::SourceText>)| {
            let mut text = source.text().to_owned();
            // From the end, so that what is still to be covered up stays where it is.
            for (_, start, end) in covered.iter().rev().filter(|(template, _, _)| template == name) {
                // As many letters and lines as before, so that the places of other faults stay what they are.
                let letters = text.get(*start..*end).unwrap_or_default().chars();
                let blank: String = letters.map(|letter| if letter == '\n' { '\n' } else { ' ' }).collect();
                let is_printed = text[*start..].starts_with("{{");
                let cover = if is_printed { blank } else { blank.replacen("  ", "[]", 1) };
                text.replace_range(*start..*end, &cover);
            }
            (name.clone(), text)
        };
        let mut tera = empty();
        let made = tera.add_raw_templates(self.sources.iter().map(text)).ok().map(|()| Arc::new(tera));
        known.insert(covered.clone(), made.clone());
        made
    }
}

/// Where what follows a word begins, when the word stands between spaces.
fn alone(tag: &str, start: usize, length: usize) -> Option<usize> {
    let (before, after) = (tag.get(..start)?, tag.get(start + length..)?);
    let after_space = after.strip_prefix(char::is_whitespace)?;
    before.ends_with(|c: char| c.is_whitespace() || "%-".contains(c)).then(|| tag.len() - after_space.len())
}
