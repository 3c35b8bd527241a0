//! Every message about a template, whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::json;

use super::Engine;
use crate::diagnostics::{Diagnostics, SourceText, render::human::human};

fn theme(files: &[(&str, &str)]) -> BTreeMap<String, Arc<SourceText>> {
    let source = |name: &str, text: &str| SourceText::new(format!("themes/uji/web/{name}"), text);
    files.iter().map(|(name, text)| ((*name).to_owned(), source(name, text))).collect()
}

/// What is said when these templates are read.
fn reading(files: &[(&str, &str)]) -> String {
    let d = Diagnostics::new();
    assert!(Engine::load(&theme(files), &d).is_none(), "the templates were taken");
    human(&d.into_sorted(), false)
}

/// What is said when this template is rendered.
fn rendering(files: &[(&str, &str)], name: &str, context: &serde_json::Value) -> String {
    let d = Diagnostics::new();
    let engine = Engine::load(&theme(files), &d).unwrap();
    human(&engine.render(name, context).unwrap_err(), false)
}
