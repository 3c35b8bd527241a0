//! Every message about a template, whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::json;

use super::Engine;
use crate::diagnostics::{Diagnostics, SourceText, render::human};

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

#[test]
fn a_name_that_does_not_exist_is_shown_where_it_stands() {
    let said = reading(&[
        ("beranda.html", "{% extends \"dasar.html\" %}\n{% block utama %}\n\t{{ judul | tangal }}\n{% endblock %}\n"),
        ("dasar.html", "\u{feff}<main>\r\n{% block utama %}{% endblock %}{{ <ikom nama=\"x\"/> }}\r\n</main>\r\n"),
    ]);
    println!("{said}");
}

#[test]
fn every_template_with_a_syntax_error_is_told() {
    let said = reading(&[
        ("a.html", "<p>\n{% if x %}\n"),
        ("b.html", "{{ x + }}"),
        ("c.html", "fine"),
    ]);
    println!("{said}");
}

#[test]
fn an_unknown_variable_is_told_with_what_there_is() {
    let said = rendering(&[("a.html", "<p>\n<b>{{ halaman.jdul }}</b>")], "a.html", &json!({"halaman": {"judul": "x", "ringkas": "y"}}));
    println!("{said}");
    let said = rendering(&[("a.html", "{{ halamn }}")], "a.html", &json!({"halaman": 1, "isi": 2}));
    println!("{said}");
}

#[test]
fn a_failure_inside_a_component_shows_its_caller() {
    let said = rendering(
        &[("a.html", "<p>\n{{ <hari tanggal={hari}/> }}"), ("k.html", "{% component hari(tanggal) %}{{ tanggal | tanggal }}{% endcomponent hari %}")],
        "a.html",
        &json!({"hari": "kemarin"}),
    );
    println!("{said}");
}

#[test]
fn a_missing_parent_is_told() {
    println!("{}", reading(&[("a.html", "{% extends \"dasar.html\" %}")]));
    println!("{}", reading(&[("a.html", "{% extends \"b.html\" %}{% block x %}{% endblock %}"), ("b.html", "{% block y %}{% endblock %}")]));
    println!("{}", reading(&[("a.html", "{% include \"a.html\" %}")]));
}
