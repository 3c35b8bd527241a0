//! Bodies made to break the program: deep, huge, endless.

use super::*;

/// Everything that is done with a body.
fn survive(text: &str) -> String {
    let (document, problems) = read(text);
    let html = html::render(&document, &Known, &html::Options::default());
    let text = text::render(&document, &Known);
    assert_eq!(folded(&super::oracle::html(&html)), folded(&text));
    problems
}

#[test]
fn depth_costs_no_stack() {
    for opener in
        [">", "> ", "*", "**a ", "[", "![", "- ", "1. ", "~~a ", "[a](", "(", "`", "<", "> - ", "![a](b.png ", "{{", "&"]
    {
        survive(&opener.repeat(10_000));
        survive(&format!("{}a{}", opener.repeat(10_000), "]*)~~".repeat(10_000)));
    }
    let emphasis = format!("{}a{}", "*".repeat(10_000), "*".repeat(10_000));
    assert!(survive(&emphasis).starts_with("S035 "), "deep emphasis is named");
    assert!(survive(&format!("{}a", "> ".repeat(10_000))).starts_with("S035 1:"), "a deep quote is named");
    let links = format!("{}a{}", "![".repeat(40), "](b.png)".repeat(40));
    assert!(survive(&links).contains("S035 "));
}

#[test]
fn problems_of_one_body_are_bounded() {
    let problems = survive(&"<b> {{ x }} {% \u{7} &#7; [a][b]\n".repeat(5_000));
    assert_eq!(problems.lines().filter(|line| line.starts_with('S')).count(), 101);
    assert!(problems.starts_with("S040 1:1 masih ada "), "{problems}");
}

#[test]
fn long_bodies_are_bounded() {
    assert!(survive(&"a".repeat(MAX_BODY_BYTES + 1)).starts_with("S034 1:1 isi ini 1024 KiB"));
    assert_eq!(survive(&"a ".repeat(MAX_BODY_BYTES / 2)), "");
    assert!(survive(&"{{ desa.nama }} ".repeat(MAX_PLACEHOLDERS + 5)).contains("S116 "));
    assert_eq!(survive(&"{{ desa.nama }} ".repeat(MAX_PLACEHOLDERS)), "");
}

#[test]
fn repetition_is_not_quadratic() {
    for text in [
        "# a\n".repeat(100_000),
        "[a](#b) ".repeat(100_000),
        "# a\n[a](#c)\n".repeat(50_000),
        "{{".repeat(500_000),
        "{{ x }}".repeat(140_000),
        "{{ kontak }}\n\n".repeat(60_000),
        "\\{".repeat(500_000),
        "[^a]\n\n[^a]: b\n\n".repeat(30_000),
        format!("{}[^a]: b\n", "[^a]".repeat(200_000)),
        format!("|{}\n|{}\n{}", "a|".repeat(1000), "-|".repeat(1000), "a\n".repeat(10_000)),
        "[a]: /b/\n".repeat(100_000),
        "[a][b] ".repeat(100_000),
        "a*".repeat(400_000),
        "&#38;".repeat(200_000),
        "`a`".repeat(300_000),
        "- a\n".repeat(200_000),
    ] {
        survive(&text[..text.len().min(MAX_BODY_BYTES)]);
    }
}

#[test]
fn odd_bytes_are_text() {
    for text in ["", "\u{FEFF}", "\r", "\0", "\u{2028}", "a\u{0}b", "\\", "{", "}}", "{{}}", "{{ }}", "{{a}}", "\u{10FFFF}"] {
        survive(text);
    }
}
