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

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use tera::{Context, Tera};

use super::codes::RENDERING;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceText};

/// The theme's templates, read and checked.
pub struct Engine {
    tera: Tera,
    sources: BTreeMap<String, Arc<SourceText>>,
}

impl Engine {
    /// Reads all templates, by their path below the theme's `web/`. Every template that can't be
    /// read is reported; then nothing is returned.
    pub fn load(sources: &BTreeMap<String, Arc<SourceText>>, d: &Diagnostics) -> Option<Engine> {
        let readable = sources.iter().filter(|(name, source)| readable(name, source, sources, d)).count();
        if readable < sources.len() {
            return None;
        }
        let mut tera = empty();
        match tera.add_raw_templates(texts(sources)) {
            Ok(()) => Some(Engine { tera, sources: sources.clone() }),
            Err(error) => {
                errors::explain(&error, super::codes::BAD_TEMPLATE, sources).into_iter().for_each(|e| d.push(e));
                None
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
        whole
            .and_then(|context| self.tera.render(name, &context))
            .map_err(|error| errors::explain(&error, RENDERING, &self.sources))
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

/// An engine with our filters and our escape, and no template yet.
fn empty() -> Tera {
    let mut tera = Tera::new();
    tera.set_escape_fn(escape::write);
    filters::register(&mut tera);
    tera
}

fn texts(sources: &BTreeMap<String, Arc<SourceText>>) -> impl Iterator<Item = (&str, &str)> {
    sources.iter().map(|(name, source)| (name.as_str(), source.text()))
}

/// Tera stops at the first template with a syntax error, so each is read alone first. Alone, a
/// template may lack its parent or its components: that is told when all are read together.
fn readable(name: &str, source: &SourceText, sources: &BTreeMap<String, Arc<SourceText>>, d: &Diagnostics) -> bool {
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
