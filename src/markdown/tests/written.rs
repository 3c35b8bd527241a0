//! The HTML that is written.

use super::visible::PUNCTUATION;
use super::*;

#[test]
fn blocks_are_semantic() {
    assert_eq!(to_html("# A\n\nb *c*\n\n---\n"), "<h1 id=\"a\">A</h1>\n<p>b <em>c</em></p>\n<hr>\n");
    assert_eq!(to_html("- a\n- b\n"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    assert_eq!(to_html("3. a\n\n4. b\n"), "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n");
    assert_eq!(to_html("- a\n  - b\n"), "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n");
    assert_eq!(to_html("> a\n"), "<blockquote>\n<p>a</p>\n</blockquote>\n");
    assert_eq!(
        to_html("```a\"b c\n<x>\n```\n"),
        "<pre tabindex=\"0\"><code class=\"language-a&quot;b\">&lt;x&gt;\n</code></pre>\n"
    );
}

#[test]
fn tables_can_scroll() {
    let expected = "<div class=\"tabel\" tabindex=\"0\" role=\"region\" aria-label=\"Tabel: A, B\">\n<table>\n<thead>\n<tr>\n\
        <th scope=\"col\">A</th>\n<th scope=\"col\" class=\"rata-kanan\">B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n\
        <td class=\"rata-kanan\">2</td>\n</tr>\n</tbody>\n</table>\n</div>\n";
    assert_eq!(to_html("| A | B |\n|---|--:|\n| 1 | 2 |\n"), expected);
}

#[test]
fn links_resolve() {
    for (text, html) in [
        ("[a](/lapor/#b)", "<a href=\"../lapor/#b\">a</a>"),
        ("[a](https://x.id/?a=1&b=2)", "<a href=\"https://x.id/?a=1&amp;b=2\" rel=\"external noopener\">a</a>"),
        ("[a](tel:{{ kantor.telepon }})", "<a href=\"tel:+625343031234\">a</a>"),
        ("[a](mailto:{{ kantor.surel }})", "<a href=\"mailto:set.kayongutara@bawaslu.go.id\">a</a>"),
        ("[a](https://wa.me/{{ kantor.whatsapp }})", "<a href=\"https://wa.me/6281234567890\" rel=\"external noopener\">a</a>"),
        ("[a]({{ kantor.situs }})", "<a href=\"https://kayongutara.bawaslu.go.id\" rel=\"external noopener\">a</a>"),
        ("[a](regulasi:x#y)", "<a class=\"rujukan\" href=\"../regulasi/x/\" title=\"Pasal &lt;y&gt;\">a</a>"),
        ("[](regulasi:x#y \"historis\")", "<a class=\"rujukan historis\" href=\"../regulasi/x/\">Pasal &lt;y&gt;</a>"),
        ("![a \"b\"](c.png)", "<img src=\"/aset/c.png\" alt=\"a &quot;b&quot;\" loading=\"lazy\">"),
        (
            "![](qr:/lapor/)",
            "<a class=\"qr\" href=\"../lapor/\" aria-label=\"Kode QR ke /lapor/\"><svg data-to=\"/lapor/\"></svg></a>",
        ),
    ] {
        assert_eq!(to_html(text), format!("<p>{html}</p>\n"));
    }
}

#[test]
fn a_link_holds_no_links() {
    assert_eq!(
        to_html("[a ![](qr:/b/)](/c/)"),
        "<p><a href=\"../c/\">a <span class=\"qr\" role=\"img\" aria-label=\"Kode QR ke /b/\"><svg data-to=\"/b/\"></svg></span></a></p>\n"
    );
}

/// Who reads a number on a phone calls it with one tap; a link and code stay what they are.
#[test]
fn contacts_in_running_text_are_links() {
    let tel = "<a href=\"tel:+625343031234\">(0534) 303-1234</a>";
    for (text, html) in [
        ("{{ kantor.telepon }}", tel.to_owned()),
        (
            "{{ kantor.whatsapp }}",
            "<a href=\"https://wa.me/6281234567890\" rel=\"external noopener\">0812-3456-7890</a>".to_owned(),
        ),
        ("{{ kantor.surel }}", "<a href=\"mailto:set.kayongutara@bawaslu.go.id\">set.kayongutara@bawaslu.go.id</a>".to_owned()),
        ("**{{ kantor.telepon }}**", format!("<strong>{tel}</strong>")),
        ("[hubungi {{ kantor.telepon }}](/lapor/)", "<a href=\"../lapor/\">hubungi (0534) 303-1234</a>".to_owned()),
        ("`{{ kantor.telepon }}`", "<code>(0534) 303-1234</code>".to_owned()),
        ("{{ kantor.nama }}", "nilai kantor.nama".to_owned()),
    ] {
        assert_eq!(to_html(text), format!("<p>{html}</p>\n"));
    }
    let unknown = html::render(&sound("{{ kantor.telepon }}"), &Values("(belum diisi)".to_owned()), &html::Options::default());
    assert_eq!(unknown, "<p>(belum diisi)</p>\n");
}

#[test]
fn an_unknown_edition_shows_the_words() {
    let document = sound(
        "{{ kantor.telepon }} [a](/b/) [c](regulasi:x) [](regulasi:x) ![d](e.png) ![](qr:/f/) [g](tel:{{ kantor.telepon }})\n",
    );
    let html = html::render(&document, &NoContext, &html::Options::default());
    assert_eq!(html, "<p>{{ kantor.telepon }} a c regulasi:x d /f/ g</p>\n");
    assert_eq!(text::render(&document, &NoContext), "{{ kantor.telepon }} a c regulasi:x d /f/ g\n");
}

#[test]
fn a_value_cannot_make_a_dangerous_link() {
    let document = sound(
        "[a]({{ kantor.situs }}) [b](tel:{{ kantor.telepon }}) [c](https://x.id/?q={{ kantor.nama }}) [d](mailto:{{ kantor.surel }})",
    );
    let html = html::render(&document, &Values("javascript:alert('1')\"><b>".to_owned()), &html::Options::default());
    assert_eq!(
        html,
        "<p>a b <a href=\"https://x.id/?q=javascript%3Aalert%28%271%27%29%22%3E%3Cb%3E\" rel=\"external noopener\">c</a> d</p>\n"
    );
}

#[test]
fn footnotes_lead_there_and_back() {
    let html = to_html("a[^x] b[^x]\n\n[^x]: c\n");
    let expected = "<p>a<sup><a href=\"#catatan.1\" id=\"rujukan.1\" role=\"doc-noteref\">1</a></sup> \
        b<sup><a href=\"#catatan.1\" id=\"rujukan.1.2\" role=\"doc-noteref\">1</a></sup></p>\n\
        <section class=\"catatan-kaki\" role=\"doc-endnotes\" aria-label=\"Catatan kaki\">\n<ol>\n<li id=\"catatan.1\">\n<p>c</p>\n\
        <a href=\"#rujukan.1\" class=\"kembali\" role=\"doc-backlink\" aria-label=\"Kembali ke rujukan ke-1 catatan 1\"></a>\n\
        <a href=\"#rujukan.1.2\" class=\"kembali\" role=\"doc-backlink\" aria-label=\"Kembali ke rujukan ke-2 catatan 1\"></a>\n\
        </li>\n</ol>\n</section>\n";
    assert_eq!(html, expected);
}

#[test]
fn a_part_takes_its_footnotes_along() {
    let document = sound("## A\n\nx[^1]\n\n## B\n\ny[^2]\n\n[^1]: satu\n[^2]: dua[^1]\n");
    let part = document.sections(2).remove(1);
    let html = html::render_blocks(&document, part.blocks, &Known, &html::Options::default());
    assert_eq!(folded(&super::oracle::html(&html)), "y2 satu dua1");
    assert!(html.contains("<li id=\"catatan.2\">") && !html.contains("ke-2"), "{html}");
}

#[test]
fn options_move_headings_and_ids() {
    let options = html::Options { heading_offset: 2, id_prefix: "isi-".to_owned(), ..html::Options::default() };
    let html = html::render(&sound("# A\n\n###### B\n\n[c](#a)[^1]\n\n[^1]: d\n"), &Known, &options);
    for part in ["<h3 id=\"isi-a\">", "<h6 id=\"isi-b\">", "href=\"#isi-a\"", "id=\"isi-catatan.1\"", "href=\"#isi-rujukan.1\""] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn directives_expand_once() {
    let document = sound("{{ kontak }}");
    assert_eq!(html::render(&document, &Values("x".to_owned()), &html::Options::default()), "<p>x</p>\n");
}

#[test]
fn values_are_text() {
    for value in [PUNCTUATION, "</p><script>", "*a* [b](c) {{ desa.nama }} &amp;", "a\nb\u{202e}"] {
        let context = Values(value.to_owned());
        let document = sound(
            "# {{ desa.nama }}\n\n[{{ desa.nama }}](tel:112) `{{ desa.nama }}` ![{{ desa.nama }}](a.png)\n\n|{{ desa.nama }}|\n|-|\n",
        );
        let html = html::render(&document, &context, &html::Options::default());
        assert_eq!(super::oracle::html(&html).matches(value).count(), 5, "{html}");
    }
}
