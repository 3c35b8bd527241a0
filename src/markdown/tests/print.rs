//! The Typst that is written: what is laid out is the text of the Markdown, and every glyph leads back to it.

use super::super::typst::{Module, Options, PRELUDE, Wording, render, render_blocks, render_inlines, render_parts};
use super::paper::{Run, lay_out};
use super::visible::{CORPUS, PUNCTUATION, nasty};
use super::*;
use ::typst::syntax::{SyntaxNode, parse as parse_typst};
use proptest::prelude::*;

/// The functions of the tests: no bullets, numbers or quotation of the theme's, footnotes at the end, slots filled.
const PLAIN: &str = r#"
#set list(marker: [])
#set enum(numbering: (..) => [])
#let slot(name) = if name == "desa.nama" { "Sukadana <&> \"Jaya\"" } else { "nilai " + name }
#let notes = state("notes", ())
#let note(number, id, body) = {
  super(str(number))
  notes.update(all => all + ((number, body),))
}
#let note-inner(number, id, body) = notes.update(all => all + ((number, body),))
"#;

const NOTES: &str = "\n\n#context for (number, body) in notes.final().sorted(key: note => note.at(0)) [#body#parbreak()]";

fn module(document: &Document) -> Module {
    render(document, &Known, &Options::default())
}

/// The text of the pages, without white space: Typst breaks lines where it likes.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{AD}' | '\u{200B}')).collect()
}

fn printed(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn check(text: &str) {
    let (document, _) = read(text);
    let mut module = module(&document);
    let root = parse_typst(&module.text);
    assert!(root.errors_and_warnings().0.is_empty(), "{text:?} gives\n{}\n{:?}", module.text, root.errors_and_warnings().0);
    assert!(calls_only(&root), "markup of the content's own in\n{}", module.text);
    module.text.push_str(NOTES);
    let (_, runs) = lay_out(module, PLAIN);
    assert_eq!(squeezed(&printed(&runs)), squeezed(&text::render(&document, &Known)), "{text:?}");
}

/// Whether markup has nothing in it but expressions, spaces and paragraph breaks.
fn calls_only(node: &SyntaxNode) -> bool {
    use ::typst::syntax::SyntaxKind as Kind;
    let known = node.kind() != Kind::Markup
        || node
            .children()
            .all(|child| matches!(child.kind(), Kind::Hash | Kind::Str | Kind::FuncCall | Kind::Space | Kind::Parbreak));
    known && node.children().all(calls_only)
}

#[test]
fn the_corpus_is_all_there() {
    for text in CORPUS {
        check(text);
    }
}

#[test]
fn punctuation_is_itself_everywhere() {
    let escaped: String = PUNCTUATION.chars().flat_map(|c| ['\\', c]).collect();
    check(&format!(
        "# {escaped}\n\n{escaped} [{escaped}](/a/) *{escaped}*\n\n| {escaped} |\n|---|\n| {escaped} |\n\n`` {PUNCTUATION} ``\n\n    {PUNCTUATION}\n"
    ));
    for c in PUNCTUATION.chars() {
        check(&format!("a\\{c}b \\{c}\n\\{c}a \\{c}\\{c}\\{c} `{c} {c}{c}`"));
    }
}

#[test]
fn values_are_text() {
    for value in [PUNCTUATION, "\"#let x = 1", "*a* $b$ <c> @d https://e.id -- // f", "a\nb"] {
        let document =
            sound("# {{ daerah.nama }}\n\n[{{ daerah.nama }}](tel:112) `{{ daerah.nama }}` ![{{ daerah.nama }}](a.png)\n");
        let module = render(&document, &Values(value.to_owned()), &Options::default());
        let (_, runs) = lay_out(module, "");
        assert_eq!(squeezed(&printed(&runs)), squeezed(value).repeat(4));
        // In the artwork a village's value is a slot, whatever the context knows.
        let module = render(&sound("{{ desa.nama }}"), &Values(value.to_owned()), &Options::default());
        assert_eq!(module.text, "#p[#slot(\"desa.nama\")]");
    }
}

/// Who reads a document on a phone calls the office with one tap; what is a link already leads where its author says.
#[test]
fn contacts_of_the_office_are_links() {
    let typst = |text: &str, value: &str| render(&sound(text), &Values(value.to_owned()), &Options::default()).text;
    let number = "0812-3456-7890";
    assert_eq!(typst("{{ kantor.telepon }}", number), "#p[#lnk(\"tel:+6281234567890\")[#\"0812-3456-7890\"]]");
    assert_eq!(typst("{{ kantor.whatsapp }}", number), "#p[#lnk(\"https://wa.me/6281234567890\")[#\"0812-3456-7890\"]]");
    assert_eq!(typst("{{ kantor.surel }}", "a@b.go.id"), "#p[#lnk(\"mailto:a@b.go.id\")[#\"a@b.go.id\"]]");
    assert_eq!(typst("{{ kantor.telepon }}", "(belum diisi)"), "#p[#\"(belum diisi)\"]");
    assert_eq!(typst("[{{ kantor.telepon }}](/lapor/)", number).matches("#lnk").count(), 1);
    assert_eq!(typst("`{{ kantor.telepon }}`", number), "#p[#code[#\"0812-3456-7890\"]]");
}

#[test]
fn typst_is_written_plainly() {
    for (markdown, typst) in [
        ("## A *b*\n\nc\nd", "#hd(2, \"a-b\")[#\"A \"#emph[#\"b\"]]\n\n#p[#\"c\" #\"d\"]"),
        ("3. a\n4. b", "#ol(3, true, [#\"a\"], [#\"b\"])"),
        ("- a\n\n  b\n", "#ul(false, [#p[#\"a\"]\n\n#p[#\"b\"]])"),
        ("```rs x\na\n\n  b\n```", "#code-block(\"rs\", [#\"a\"], [], [#\"  b\"])"),
        ("```\n```", "#code-block(\"\", [])"),
        ("|a|b|\n|-|-:|\n|c||", "#tbl(2, (auto, right, ), ([#\"a\"], [#\"b\"], ), (([#\"c\"], [], ), ))"),
        ("|a|\n|-|", "#tbl(1, (auto, ), ([#\"a\"], ), ())"),
        (
            "[a](https://b.id) [c](#d)\n\n# d",
            "#p[#lnk(\"https://b.id\")[#\"a\"]#\" \"#anchor(\"d\")[#\"c\"]]\n\n#hd(1, \"d\")[#\"d\"]",
        ),
        ("[](regulasi:x#y)", "#p[#cite(\"../regulasi/x/\")[#\"Pasal <y>\"]]"),
        (
            "![a](b.png) ![](qr:/c/)",
            "#p[#pic(image(\"/aset/b.png\", alt: \"a\"))#\" \"#qr(\"<svg data-to=\\\"/c/\\\"></svg>\", \"\")]",
        ),
        ("{{ desa.nama }} {{ daerah.nama }}", "#p[#slot(\"desa.nama\")#\" \"#\"nilai daerah.nama\"]"),
        ("[a](tel:{{ desa.telepon }})", "#p[#\"a\"]"),
        (
            "a[^1] b[^1]\n\n[^1]: c[^2]\n\n    d\n\n[^2]: e[^1]",
            "#p[#\"a\"#note(1, \"catatan.1\")[#\"c\"#note-ref(2, \"catatan.2\")\n\n#p[#\"d\"]\n\n#note-inner(2, \"catatan.2\")[#\"e\"#note-ref(1, \"catatan.1\")]]#\" b\"#note-ref(1, \"catatan.1\")]",
        ),
        ("a\\\nb", "#p[#\"a\"#linebreak()#\"b\"]"),
        ("a ~~b~~\n***\n> c", "#p[#\"a \"#strike[#\"b\"]]\n\n#rule-line()\n\n#quote-block[#p[#\"c\"]]"),
    ] {
        assert_eq!(module(&sound(markdown)).text, typst, "{markdown}");
    }
}

#[test]
fn functions_may_have_a_namespace() {
    let options = Options { heading_offset: 1, id_prefix: "isi-".to_owned(), namespace: "md.", soft_hyphens: false };
    let document = sound("# A\n\n**b** `c` {{ desa.nama }}");
    let module = render(&document, &Known, &options);
    assert_eq!(
        module.text,
        "#md.hd(2, \"isi-a\")[#\"A\"]\n\n#md.p[#md.strong[#\"b\"]#\" \"#md.code[#\"c\"]#\" \"#md.slot(\"desa.nama\")]"
    );
    lay_out(module.after("#import \"/prelude.typ\" as md\n"), "");
}

#[test]
fn the_prelude_lays_everything_out() {
    for text in CORPUS {
        lay_out(module(&sound(text)), "");
    }
    assert!(PRELUDE.is_ascii());
}

#[test]
fn a_footnote_in_print_is_a_footnote() {
    let (_, runs) = lay_out(module(&sound("a[^1] b[^2] c[^1]\n\n[^1]: satu[^3]\n[^2]: dua\n[^3]: tiga\n")), "");
    assert_eq!(squeezed(&printed(&runs)), "a1b2c11satu33tiga2dua");
}

#[test]
fn every_glyph_leads_back() {
    let text = "# Judul *satu*\n\nHubungi\n**kantor** \\*di\\* &amp; [sini](/a/) \"x\\\"y\" `k z`.\n\n> - butir é satu\n>   {{ kantor.telepon }}\n\n| sel satu | b |\n|---|---|\n| c | d |\n\n```\n  kode dua\n    lagi\n```\n";
    let document = sound(text);
    let (module, runs) = lay_out(module(&document), "#set list(marker: [])");
    let mut seen = 0;
    for run in &runs {
        for (at, range, offset) in &run.glyphs {
            let c = run.text[*at..].chars().next().unwrap();
            if c.is_whitespace() {
                continue;
            }
            let range = range.clone().unwrap_or_else(|| panic!("`{c}` of {:?} has no range", run.text));
            let place = module.map.glyph(range, *offset).unwrap();
            let exact = place.text().contains(c);
            assert!(exact || ["&amp;", "{{ kantor.telepon }}"].contains(&place.text()), "`{c}` leads to {:?}", place.text());
            assert!(!place.text().contains('\n'), "{:?}", place.text());
            seen += 1;
        }
    }
    assert!(seen > 80, "{seen}");
    for line in ["  kode dua", "    lagi"] {
        assert!(runs.iter().any(|run| run.text == line), "code keeps its indentation");
    }
}

#[test]
fn a_glyph_leads_to_its_word() {
    let document = sound("satu dua\n*tiga \\\\ empat* {{ desa.nama }} ![x](y.png)");
    let module = module(&document).after("#set page()\n");
    for (words, place) in [("satu dua", ["satu", "dua"]), ("tiga ", ["tiga", " "])] {
        let start = module.text.find(&format!("\"{words}")).unwrap();
        let range = start..start + words.len() + 2;
        assert_eq!(module.map.glyph(range.clone(), 1).unwrap().text(), place[0]);
        assert_eq!(module.map.glyph(range.clone(), words.len() - 1).unwrap().text(), place[1]);
        assert_eq!(module.map.glyph(range, 999).unwrap().text(), words);
    }
    for (call, place) in [("slot(", "{{ desa.nama }}"), ("image(", "![x](y.png)")] {
        let start = module.text.find(call).unwrap();
        assert_eq!(module.map.place(start..start + call.len()).unwrap().text(), place);
    }
    let whole = module.map.place(0..module.text.len()).unwrap();
    assert_eq!(whole.range(), document.blocks[0].place.range());
    assert_eq!(module.map.place(0..3), None);
    assert_eq!(module.map.glyph(module.text.len()..module.text.len(), 0), None);
}

#[test]
fn long_text_is_cut_and_still_leads_back() {
    let words = "kata é ".repeat(10_000);
    let document = sound(&words);
    let module = module(&document);
    assert!(module.map.segments().len() > 4);
    for segment in module.map.segments() {
        let value = &module.text[segment.generated.start + 1..segment.generated.end - 1];
        assert!(segment.wording == Wording::Exact && value == segment.place.text() && value.len() <= 1 << 14);
    }
}

#[test]
fn inlines_and_parts_are_modules_too() {
    let document = sound("## A\n\nx[^1]\n\n## B\n\ny[^2]\n\n[^1]: satu\n[^2]: dua[^1]\n");
    let part = document.sections(2).remove(1);
    let module = render_blocks(&document, part.blocks, &Known, &Options::default());
    assert_eq!(
        module.text,
        "#p[#\"y\"#note(2, \"catatan.2\")[#\"dua\"#note-ref(1, \"catatan.1\")\n\n#note-inner(1, \"catatan.1\")[#\"satu\"]]]"
    );
    let sections = document.sections(2);
    let parts: Vec<&[Block]> = sections.iter().map(|section| section.blocks).collect();
    let modules = render_parts(&document, &parts, &Known, &Options::default());
    assert_eq!(modules[0].text, "#p[#\"x\"#note(1, \"catatan.1\")[#\"satu\"]]");
    assert_eq!(modules[1].text, "#p[#\"y\"#note(2, \"catatan.2\")[#\"dua\"#note-ref(1, \"catatan.1\")]]");
    assert_eq!(modules[1].map.segments()[0].generated, 4..7);
    let title = render_inlines(&[Inline::text("a \"b\" #c", &document.place)], &Known, &Options::default());
    assert_eq!(title.text, "#\"a \\\"b\\\" #c\"");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn typst_always_parses(text in nasty()) {
        let (document, _) = read(&text);
        let module = module(&document);
        let root = parse_typst(&module.text);
        prop_assert!(root.errors_and_warnings().0.is_empty(), "{}", module.text);
        prop_assert!(calls_only(&root), "{}", module.text);
        let ends: Vec<_> = module.map.segments().iter().flat_map(|segment| [segment.generated.start, segment.generated.end]).collect();
        prop_assert!(ends.is_sorted());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_lost_on_paper(text in nasty()) {
        prop_assume!(!read(&text).1.contains("S03"));
        check(&text);
    }
}

#[test]
fn the_deepest_nesting_is_laid_out() {
    let depth = super::super::MAX_DEPTH - 2;
    for opener in ["> ", "- ", "1. ", "> - "] {
        let levels = if opener == "- " || opener == "1. " || opener == "> - " { depth / 2 } else { depth };
        check(&format!("{}a\n", opener.repeat(levels)));
        lay_out(module(&read(&format!("{}a\n", opener.repeat(levels))).0), "");
    }
    let stars = format!("{}a{}", "*a **b ".repeat(depth / 2), "** *".repeat(depth / 2));
    check(&stars);
}

#[test]
fn soft_hyphens_break_long_words_and_still_lead_back() {
    let options = Options { soft_hyphens: true, ..Options::default() };
    let document =
        sound("# Mempertanggungjawabkan\n\nKita mempertanggungjawabkan `mempertanggungjawabkan` {{ daerah.nama }} semua.\n");
    let module = render(&document, &Values("mempertanggungjawabkan".to_owned()), &options);
    let soft = "mem\u{AD}per\u{AD}tang\u{AD}gung\u{AD}ja\u{AD}wab\u{AD}kan";
    assert_eq!(module.text.matches('\u{AD}').count(), 6, "running text alone: {}", module.text);
    assert!(module.text.contains(&format!("#\"Kita {soft} \"")), "{}", module.text);
    // A column narrower than the word: it goes on in the next line instead of over the edge.
    let (module, runs) = lay_out(module, "#set page(width: 6cm)\n#show heading: none\n#show par: it => block(width: 24mm, it)");
    let lines: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
    assert!(lines.iter().any(|line| line.ends_with(['-', '\u{AD}', '\u{2010}'])), "{lines:?}");
    for run in &runs {
        for (at, range, offset) in &run.glyphs {
            let c = run.text[*at..].chars().next().unwrap();
            let place = range.clone().and_then(|range| module.map.glyph(range, *offset));
            if let Some(place) = place.filter(|_| c.is_alphabetic()) {
                assert!(place.text().contains(c) || place.text().starts_with("{{"), "`{c}` leads to {:?}", place.text());
            }
        }
    }
    let last = runs.iter().flat_map(|run| run.glyphs.iter().map(move |glyph| (run, glyph)));
    let places: Vec<String> =
        last.filter_map(|(_, (_, range, offset))| Some(module.map.glyph(range.clone()?, *offset)?.text().to_owned())).collect();
    assert!(places.iter().any(|place| place == "semua."), "{places:?}");
}
