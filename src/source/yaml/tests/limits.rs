//! Hostile YAML: bounded, and told where.

use snapbox::{IntoData, assert_data_eq, str};

use crate::source::testing::problems;
use crate::source::yaml::{MAX_ALIASES, MAX_DEPTH, MAX_NODES};

#[test]
fn an_alias_bomb_is_refused() {
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, inner) in "bcdefghi".chars().zip("abcdefgh".chars()) {
        let aliases = vec![format!("*{inner}"); 9].join(", ");
        bomb.push_str(&format!("{name}: &{name} [{aliases}]\n"));
    }
    assert_data_eq!(
        problems(&bomb),
        str![[r#"
galat[S011]: YAML ini terlalu panjang atau terlalu sering mengulang
 --> content/uji.md:6:8
  |
6 | f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
  |        ^^ berhenti membaca di sini
  |
  = sebab: paling banyak 100000 nilai dan 100 alias dalam satu dokumen
  = saran: tulis nilainya tanpa alias, atau bagi berkas ini

"#]]
        .raw()
    );
}

#[test]
fn many_aliases_are_refused() {
    let text = |count: usize| format!("a: &a x\nb:\n{}", "  - *a\n".repeat(count));
    assert_eq!(problems(&text(MAX_ALIASES)), "");
    assert!(problems(&text(MAX_ALIASES + 1)).starts_with("galat[S011]"));
}

#[test]
fn aliases_that_repeat_much_text_are_refused() {
    let long = "x".repeat(200_000);
    for value in [long.clone(), format!("[1, [{long}]]"), format!("{{k: {long}}}")] {
        let text = |count: usize| format!("a: &a {value}\nb:\n{}", "  - *a\n".repeat(count));
        assert_eq!(problems(&text(5)), "");
        assert!(problems(&text(6)).starts_with("galat[S011]"));
    }
}

#[test]
fn aliases_that_repeat_many_values_are_refused() {
    let text = |count: usize| format!("a: &a [{}]\nb:\n{}", "1,".repeat(10_000), "  - *a\n".repeat(count));
    assert_eq!(problems(&text(5)), "");
    assert!(problems(&text(50)).starts_with("galat[S011]"));
}

#[test]
fn anchors_inside_anchors_are_bounded() {
    let text = format!("{}[{}]{}", (0..20).map(|i| format!("&a{i} [")).collect::<String>(), "1,".repeat(20_000), "]".repeat(20));
    assert!(problems(&text).starts_with("galat[S011]"));
}

#[test]
fn deep_nesting_is_refused() {
    assert_data_eq!(
        problems(&"[".repeat(5_000)),
        str![[r#"
galat[S011]: YAML ini terlalu dalam
 --> content/uji.md:1:33
  |
1 | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[...
  |                                 ^ berhenti membaca di sini
  |
  = sebab: paling banyak 32 tingkat daftar dan kunci
  = saran: periksa kurung dan indentasi

"#]]
        .raw()
    );
    let flow = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(problems(&flow(MAX_DEPTH)), "");
    assert!(problems(&flow(MAX_DEPTH + 1)).starts_with("galat[S011]"));
    let block = |depth: usize| (0..depth).map(|i| format!("{}a:\n", " ".repeat(i))).collect::<String>();
    assert_eq!(problems(&block(MAX_DEPTH)), "");
    assert!(problems(&block(MAX_DEPTH + 1)).starts_with("galat[S011]"));
    let mixed = |depth: usize| format!("{}{}", "- ".repeat(depth / 2), flow(depth - depth / 2));
    assert_eq!(problems(&mixed(MAX_DEPTH)), "");
    assert!(problems(&mixed(MAX_DEPTH + 1)).starts_with("galat[S011]"));
    assert!(problems(&"- ".repeat(5_000)).starts_with("galat[S011]"));
}

#[test]
fn aliases_can_not_deepen_the_tree() {
    let half = MAX_DEPTH / 2;
    let open = |depth: usize, inner: &str| format!("{}{inner}{}", "[".repeat(depth), "]".repeat(depth));
    let text = |outer: usize| format!("a: &a {}\nb: {}\n", open(half, "x"), open(outer, "*a"));
    assert_eq!(problems(&text(half - 1)), "");
    assert!(problems(&text(half)).starts_with("galat[S011]"));
}

#[test]
fn many_values_are_refused() {
    let text = |count: usize| "- 1\n".repeat(count);
    assert_eq!(problems(&text(MAX_NODES - 1)), "");
    assert!(problems(&text(MAX_NODES)).starts_with("galat[S011]"));
}
