//! The promise that nothing is lost: the text of the HTML is the text of the Markdown, in order and with repeats.

use proptest::prelude::*;

use super::oracle;
use super::*;

/// Every ASCII punctuation character.
pub(super) const PUNCTUATION: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/// Bodies with every construct, and with everything that means something to HTML or Typst.
pub(super) const CORPUS: &[&str] = &[
    "# Judul\n\nParagraf *miring*, **tebal**, ~~coret~~, `kode`.\nBaris kedua\\\nputus.\n",
    "- satu\n- dua\n  - dua a\n\n    lanjut\n- tiga\n\n3. a\n4. b\n\n0) nol\n",
    "> kutipan\n> > dalam\n>\n> - butir\n\n---\n\n    kode *indentasi*\n      <b>\n",
    "```rust ekstra\nfn main() { println!(\"<&>\"); }\n\n\t# bukan judul\n```\n",
    "| a | b & c | |\n|:--|:-:|--:|\n| 1 | `x\\|y` | *z* |\n| 2 |\n",
    "Teks[^a] lagi[^b] dan[^a].\n\n[^b]: Kedua[^c].\n[^a]: Pertama.\n\n    Paragraf dua[^a].\n[^c]: Ketiga.\n",
    "[situs](https://bawaslu.go.id/a?b=1&c=2 \"judul\") <https://kpu.go.id> <a@b.id> [p](/lapor/) [k](#x)\n\n## x\n",
    "[ref], [teks][ref], [ref][].\n\n[ref]: https://a.id\n",
    "![Foto *posko*](gambar/a.png) ![](qr:/lapor/) [![x](b.png)](/a/)\n",
    "Telepon {{ kantor.telepon }} dan `{{ desa.nama }}` [{{kantor.surel}}](mailto:{{ kantor.surel }}).\n\n    {{ daerah.nama }}\n",
    "&amp; &copy; &lt;b&gt; &#35; &nbsp; \\* \\# \\{{ x }} \\[a] `` ` `` a&#10;b\n",
    "`#let x = 1` #let x = 1 $x$ @ref \\<label-a> \\*a\\* \\_a_ \\u{41} // a /* b */ c -- d --- e ... f ~ g \"q\" 'q' https\\://x.id #\"s\" #[x]\n",
    "\\- a\n\n\\+ b\n\n1\\. c\n\n= d\n\n/ e: f\n\n\\=\\= g\n\n// h\n\nhttps://contoh.id/a_b_c?d=e&f#g\n",
    "# `#let` *a* {{ desa.nama }} \"b\" 'c' -- $d$ {#x}\n\na\u{a0}b c\u{200b}d e\u{ad}f é 😀 中文 عربي\n",
    "*a **b ~~c `d` [e **f**](/g/)~~** h*\n",
    "1. a\n\n   ```\n   b\n   ```\n\n   | c |\n   |---|\n   | d |\n\n2. > e\n",
    "a\r\nb\\\r\nc\r\n\r\n```\r\nd\r\n  e\r\n```\r\n\r\n- f\r\n- g\r\n",
    "\u{FEFF}# BOM\n\ttab\n",
];

fn check(text: &str) {
    let (document, problems) = read(text);
    // What is nested too deep is left out.
    if problems.contains("S035") {
        return;
    }
    let seen = folded(&text::render(&document, &Known));
    assert_eq!(folded(&oracle::markdown(text, &Known)), seen, "the tree lost text of {text:?}");
    let page = html::render(&document, &Known, &html::Options::default());
    assert_eq!(folded(&oracle::html(&page)), seen, "HTML of {text:?}:\n{page}");
}

#[test]
fn the_corpus_is_all_there() {
    for text in CORPUS {
        assert_eq!(read(text).1, "", "{text}");
        check(text);
    }
}

#[test]
fn punctuation_is_itself_everywhere() {
    let escaped: String = PUNCTUATION.chars().flat_map(|c| ['\\', c]).collect();
    let source = format!(
        "# {escaped}\n\n{escaped} [{escaped}](/a/) *{escaped}*\n\n| {escaped} |\n|---|\n| {escaped} |\n\n`` {PUNCTUATION} ``\n\n    {PUNCTUATION}\n"
    );
    let (document, problems) = read(&source);
    assert_eq!(problems, "");
    assert_eq!(text::render(&document, &Known).matches(PUNCTUATION).count(), 8);
    check(&source);
    for c in PUNCTUATION.chars() {
        for text in [format!("a{c}b"), format!("a {c} b"), format!("a {c}b{c} {c}{c}"), format!("`{c}{c}{c}`")] {
            check(&text);
        }
    }
}

/// What breaks things: the pieces of every construct, and of what is forbidden.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "a", "b", " ", "  ", "    ", "\n", "\n\n", "\r\n", "\t", "*", "**", "_", "__", "~~", "~", "`", "``", "```", "[", "]", "(", ")", "](",
    "![", "<", ">", "> ", "- ", "+ ", "1. ", "2) ", "# ", "## ", "---", "===", "|", "|---|\n", "| a | b |\n", "[^a]", "[^a]: ", "[^b]",
    "\n[^b]: ", "[r]", "\n[r]: /x/ \"t\"\n", "{{", "}}", "{{ kantor.telepon }}", "{{desa.nama}}", "{{ salah }}", "{{ kontak }}", "{#a}",
    "{", "}", "{%", "\\", "\\{{", "&amp;", "&#10;", "&#xE000;", "&copy;", "<b>", "<!--", "-->", "<https://a.id>", "https://a.id", "$",
    "@", "#", "=", "/", "//", "/*", "*/", ":", ";", "\"", "'", "--", "...", "\u{e000}", "\u{7}", "\u{202e}", "é", "😀", "\u{a0}",
    "\u{ad}", "/a/", "#a", "qr:/a/", "javascript:x", "tel:112", "mailto:a@b.id", "a.png", "../a", "www.a.id",
];

pub(super) fn nasty() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_lost(text in nasty()) {
        // A directive shows what the context makes of it, which the events know nothing of.
        prop_assume!(!text.contains("kontak"));
        check(&text);
    }

    #[test]
    fn nothing_panics_and_places_are_inside(text in "\\PC{0,200}") {
        let (document, _) = read(&text);
        let end = document.place.range().end;
        document.walk(&mut |node| {
            let place = match node {
                visit::Node::Block(block) => &block.place,
                visit::Node::Inline(inline) => &inline.place,
            };
            assert!(place.range().end <= end);
        });
        check(&text);
    }
}
