//! The template engine: the only place that knows Tera.
//!
//! 1. [`Engine::load`] takes every template of the theme, reports all that are wrong ([`errors`]).
//! 2. [`Engine::render`] renders one page; what a template prints is escaped ([`escape`]) unless the
//!    template says `safe`, which it does for bodies that the Markdown room rendered.
//!
//! Tera has no fuel, so only templates run in it, which are trusted. Content never does.

pub mod errors;
pub mod escape;
pub mod filters;
mod further;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use serde_json::Value;
use tera::{Context, Tera};

use super::codes::RENDERING;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceText};

/// The theme's templates, read and checked.
pub struct Engine {
    tera: Tera,
    sources: Sources,
    /// The templates with some faults covered up, for looking further; see [`further`].
    patched: Mutex<further::Patched>,
}

/// Templates by their path below the theme's `web/`.
type Sources = BTreeMap<String, Arc<SourceText>>;

impl Engine {
    /// Reads all templates, by their path below the theme's `web/`. Every template that can't be
    /// read is reported; then nothing is returned.
    pub fn load(sources: &Sources, d: &Diagnostics) -> Option<Engine> {
        let (mut kept, mut refused): (Sources, Sources) =
            sources.clone().into_iter().partition(|(name, source)| readable(name, source, sources, d));
        // Tera stops at the first template that does not fit the others: it is told and left out, and the others are read again.
        loop {
            let mut tera = empty();
            let Err(error) = tera.add_raw_templates(texts(&kept)) else {
                return refused.is_empty().then(|| Engine { tera, sources: kept, patched: Mutex::default() });
            };
            let found = errors::explain(&error, super::codes::BAD_TEMPLATE, sources);
            let blamed: BTreeSet<String> = found.iter().filter_map(|one| template_of(one, &kept)).collect();
            found.into_iter().filter(|one| !is_owed_to(one, &refused)).for_each(|one| d.push(one));
            for name in &blamed {
                refused.extend(kept.remove_entry(name));
            }
            if blamed.is_empty() {
                return None;
            }
        }
    }

    /// Whether the theme has this template.
    pub fn has(&self, name: &str) -> bool {
        self.sources.contains_key(name)
    }

    /// The text of a template, for messages about it.
    pub fn source(&self, name: &str) -> Option<&Arc<SourceText>> {
        self.sources.get(name)
    }

    /// Renders a template with the fields of `context`, a map.
    pub fn render(&self, name: &str, context: &Value) -> Result<String, Vec<Diagnostic>> {
        self.render_around(name, context, &Around::default())
    }

    /// The same with what stands around many pages.
    pub fn render_around(&self, name: &str, context: &Value, around: &Around) -> Result<String, Vec<Diagnostic>> {
        let whole = Context::from_serialize(context).map(|own| {
            let mut context = around.0.clone();
            context.extend(own);
            context
        });
        match whole {
            Ok(context) => self.tera.render(name, &context).map_err(|error| self.all_faults(name, &context, &error)),
            Err(error) => Err(errors::explain(&error, RENDERING, &self.sources)),
        }
    }
}

/// Variables that are the same on many pages, ready for the engine: turned into its values once, then only pointed at.
#[derive(Clone, Default)]
pub struct Around(Context);

impl Around {
    /// The fields of `variables`, a map.
    pub fn new(variables: &Value) -> Around {
        // A map of values can always be told: it came from none but our own views.
        Around(Context::from_serialize(variables).unwrap_or_default())
    }
}

/// The template that a fault was found in.
fn template_of(fault: &Diagnostic, sources: &Sources) -> Option<String> {
    let path = fault.place.as_ref().map(crate::diagnostics::Place::path).or(fault.file.as_deref())?;
    sources.iter().find(|(_, source)| source.path() == path).map(|(name, _)| name.clone())
}

/// Whether a template lacks nothing but what is in one that could not be read: itself, or a component of it.
fn is_owed_to(fault: &Diagnostic, refused: &Sources) -> bool {
    refused.iter().any(|(name, source)| {
        let components = source.text().split("{% component ").skip(1).filter_map(|rest| rest.split('(').next());
        components.chain([name.as_str()]).any(|name| fault.message.contains(&format!("`{}`", name.trim())))
    })
}

/// An engine with our filters and our escape, and no template yet.
fn empty() -> Tera {
    let mut tera = Tera::new();
    tera.set_escape_fn(escape::write);
    filters::register(&mut tera);
    tera
}

fn texts(sources: &Sources) -> impl Iterator<Item = (&str, &str)> {
    sources.iter().map(|(name, source)| (name.as_str(), source.text()))
}

/// Tera stops at the first template with a syntax error, so each is read alone first. Alone, a
/// template may lack its parent or its components: that is told when all are read together.
fn readable(name: &str, source: &SourceText, sources: &Sources, d: &Diagnostics) -> bool {
    match empty().add_raw_template(name, source.text()) {
        Err(error) if matches!(error.kind(), tera::ErrorKind::SyntaxError(_)) => {
            errors::explain(&error, super::codes::BAD_TEMPLATE, sources).into_iter().for_each(|e| d.push(e));
            false
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests;
