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
    let expected = r#"galat[S910]: templat memakai filter `tangal` yang tidak ada
 --> themes/uji/web/beranda.html:3:13
  |
3 |     {{ judul | tangal }}
  |                ^^^^^^
  |
  = saran: maksud Anda `tanggal`?

galat[S910]: templat memakai komponen `ikom` yang tidak ada
 --> themes/uji/web/dasar.html:2:35
  |
2 | {% block utama %}{% endblock %}{{ <ikom nama="x"/> }}
  |                                   ^^^^^^^^^^^^^^^^
"#;
    assert_eq!(said, expected);
}

#[test]
fn every_template_with_a_syntax_error_is_told() {
    let said = reading(&[("a.html", "<p>\n{% if x %}\n"), ("b.html", "{{ x + }}"), ("c.html", "fine")]);
    let expected = r"galat[S910]: templat tidak dapat dibaca
 --> themes/uji/web/a.html:3:1
  |
3 |
  | ^
  |
  = sebab: kata mesin templat: Unexpected end of input

galat[S910]: templat tidak dapat dibaca
 --> themes/uji/web/b.html:1:8
  |
1 | {{ x + }}
  |        ^^
  |
  = sebab: kata mesin templat: Found `}}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`
";
    assert_eq!(said, expected);
}

#[test]
fn an_unknown_variable_is_told_with_what_there_is() {
    let context = json!({"halaman": {"judul": "x", "ringkas": "y"}, "isi": 2});
    let said = rendering(&[("a.html", "<p>\n<b>{{ halaman.jdul }}</b>")], "a.html", &context);
    let expected = r"galat[S911]: templat memakai nilai `jdul` yang tidak ada
 --> themes/uji/web/a.html:2:15
  |
2 | <b>{{ halaman.jdul }}</b>
  |               ^^^^
  |
  = saran: maksud Anda `judul`?
";
    assert_eq!(said, expected);
    let said = rendering(&[("a.html", "{{ halamn }}")], "a.html", &context);
    let expected = r"galat[S911]: templat memakai variabel `halamn` yang tidak ada
 --> themes/uji/web/a.html:1:4
  |
1 | {{ halamn }}
  |    ^^^^^^
  |
  = saran: maksud Anda `halaman`?
";
    assert_eq!(said, expected);
    let said = rendering(&[("a.html", "{{ xyzzy }}")], "a.html", &context);
    assert!(said.contains("= saran: yang ada: halaman, isi\n"), "{said}");
}

/// One run tells all: what fails is covered up and the page rendered again.
#[test]
fn every_fault_of_a_page_is_told() {
    let files = [
        (
            "a.html",
            "{{ halaman.jdul }} é {{ kantor }}{% for x in halaman.daftr %}{{ x }}{% endfor %}\n{{ <k x={halaman}/> }}{{ isi }}",
        ),
        ("k.html", "{% component k(x) %}{{ x.ringkes }}{{ x.judul }}{% endcomponent k %}"),
    ];
    let said = rendering(&files, "a.html", &json!({"halaman": {"judul": "x", "ringkas": "y"}, "isi": 2}));
    let told: Vec<&str> = said.lines().filter(|line| line.starts_with("galat[") || line.starts_with(" -->")).collect();
    assert_eq!(
        told,
        [
            "galat[S911]: templat memakai nilai `jdul` yang tidak ada",
            " --> themes/uji/web/a.html:1:12",
            "galat[S911]: templat memakai variabel `kantor` yang tidak ada",
            " --> themes/uji/web/a.html:1:25",
            "galat[S911]: halaman tidak dapat disusun dari templatnya",
            " --> themes/uji/web/a.html:1:46",
            "galat[S911]: templat memakai nilai `ringkes` yang tidak ada",
            " --> themes/uji/web/k.html:1:26",
        ],
        "{said}"
    );
}

/// A fault in a condition is told at its place, and what comes after it too; what the condition guards is not looked at.
#[test]
fn looking_further_goes_past_a_condition() {
    let template =
        "<p>\n{%- if not halaman.a.b -%}{{ q }}{% elif halaman.x.y %}{{ r }}{% endif %}\n{% if e %}x{% endif %}{{ c }}";
    let said = rendering(&[("a.html", template)], "a.html", &json!({"halaman": {}}));
    let told: Vec<&str> = said.lines().filter(|line| line.starts_with("galat[") || line.starts_with(" -->")).collect();
    assert_eq!(
        told,
        [
            "galat[S911]: templat memakai nilai `a` yang tidak ada",
            " --> themes/uji/web/a.html:2:20",
            "galat[S911]: templat memakai nilai `x` yang tidak ada",
            " --> themes/uji/web/a.html:2:50",
            "galat[S911]: templat memakai variabel `c` yang tidak ada",
            " --> themes/uji/web/a.html:3:26",
        ],
        "{said}"
    );
}

/// What follows a `set` needs its value: the fault in it is the last that is told.
#[test]
fn looking_further_ends_where_nothing_can_be_covered_up() {
    let said = rendering(&[("a.html", "{% set x = halaman.a.b %}{{ x.y }}{{ c }}")], "a.html", &json!({"halaman": {}}));
    assert_eq!(said.matches("galat[").count(), 1, "{said}");
}

/// Tera stops at the first template that does not fit the others; what only lacks that one is not blamed.
#[test]
fn every_template_that_does_not_fit_is_told_once() {
    let said = reading(&[
        ("a.html", "{% extends \"dasar.html\" %}"),
        ("b.html", "{% extends \"pola.html\" %}"),
        ("c.html", "{% extends \"d.html\" %}{% block x %}{{ <k/> }}{% endblock %}"),
        ("d.html", "{{ x + }}"),
        ("e.html", "{% component k() %}{{ x | tangal }}{% endcomponent k %}"),
        ("f.html", "{{ x | tangal }}"),
    ]);
    let told: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix(" --> themes/uji/web/")).collect();
    assert_eq!(told, ["a.html:1:12", "b.html:1:12", "d.html:1:8", "e.html:1:27", "f.html:1:8"], "{said}");
}

#[test]
fn a_failure_inside_a_component_shows_its_caller() {
    let said = rendering(
        &[
            ("a.html", "<p>\n{{ <hari tanggal={hari}/> }}"),
            ("k.html", "{% component hari(tanggal) %}{{ tanggal | tanggal }}{% endcomponent hari %}"),
        ],
        "a.html",
        &json!({"hari": "kemarin"}),
    );
    let expected = r"galat[S911]: halaman tidak dapat disusun dari templatnya
 --> themes/uji/web/k.html:1:43
  |
1 | {% component hari(tanggal) %}{{ tanggal | tanggal }}{% endcomponent hari %}
  |                                           ^^^^^^^
  |
 ::: themes/uji/web/a.html:2:4
  |
2 | {{ <hari tanggal={hari}/> }}
  |    ---------------------- dipanggil dari sini
  |
  = sebab: kata mesin templat: `kemarin` is not a date such as 2026-01-05
";
    assert_eq!(said, expected);
}

#[test]
fn templates_that_refer_to_each_other_wrongly_are_told() {
    let said = reading(&[("a.html", "{% extends \"dasar.html\" %}")]);
    let expected = r#"galat[S910]: templat induk `dasar.html` tidak ada
 --> themes/uji/web/a.html:1:12
  |
1 | {% extends "dasar.html" %}
  |            ^^^^^^^^^^^^
  |
  = saran: buat `web/dasar.html` di folder tema, atau betulkan namanya
"#;
    assert_eq!(said, expected);
    let said =
        reading(&[("a.html", "{% extends \"b.html\" %}{% block x %}{% endblock %}"), ("b.html", "{% block y %}{% endblock %}")]);
    let expected = r#"galat[S910]: blok `x` tidak ada di templat induk
 --> themes/uji/web/a.html:1:32
  |
1 | {% extends "b.html" %}{% block x %}{% endblock %}
  |                                ^
  |
  = saran: pakai nama blok yang ada di templat induknya, atau buat blok itu di sana
"#;
    assert_eq!(said, expected);
    let said = reading(&[
        ("a.html", "{% extends \"b.html\" %}{% block kepla %}{% endblock %}"),
        ("b.html", "{% block kepala %}{% endblock %}"),
    ]);
    assert!(said.contains("blok `kepla` tidak ada di templat induk") && said.contains("saran: maksud Anda `kepala`?"), "{said}");
    let said = reading(&[("jadwal.html", "{% extends \"induk/jadwal.html\" %}")]);
    assert!(said.contains("templat induk `induk/jadwal.html` tidak ada\n --> themes/uji/web/jadwal.html:1:12"), "{said}");
    assert!(said.contains("saran: tema induk tidak mempunyai `web/jadwal.html`; hapus baris ini"), "{said}");
    let said = reading(&[("a.html", "{% include \"b.html\" %}"), ("b.html", "<p>\n{% include \"a.html\" %}")]);
    let expected = r#"galat[S910]: templat `a.html` memuat dirinya sendiri
 --> themes/uji/web/a.html:1:12
  |
1 | {% include "b.html" %}
  |            ^^^^^^^^
  |
  = sebab: urutannya: a.html → b.html → a.html
"#;
    assert_eq!(said, expected);
}

#[test]
fn what_a_template_prints_is_escaped_also_in_components_and_attributes() {
    let files = theme(&[
        ("a.html", "<p title=\"{{ x }}\">{{ x }}</p>{{ <k x/> }}"),
        ("k.html", "{% component k(x) %}<b>{{ x }}</b>{% endcomponent k %}"),
    ]);
    let engine = Engine::load(&files, &Diagnostics::new()).unwrap();
    let page = engine.render("a.html", &json!({"x": "\"><script>'&\u{0}"})).unwrap();
    let safe = "&quot;&gt;&lt;script&gt;&#39;&amp;\u{FFFD}";
    assert_eq!(page, format!("<p title=\"{safe}\">{safe}</p><b>{safe}</b>"));
}
