//! What becomes of Markdown in the tree.

use super::*;

#[test]
fn placeholders_keep_their_places() {
    let text = "Hubungi **{{ kantor.telepon }}** atau [surat](mailto:{{ kantor.surel }}) `{{ desa.nama }}`\n\n![Di {{ daerah.nama }}](a.png)\n";
    let document = sound(text);
    let found: Vec<String> =
        document.placeholders().iter().map(|(name, place)| format!("{}={}", name.name(), place.text())).collect();
    assert_eq!(
        found,
        [
            "kantor.telepon={{ kantor.telepon }}",
            "kantor.surel={{ kantor.surel }}",
            "desa.nama={{ desa.nama }}",
            "daerah.nama={{ daerah.nama }}"
        ]
    );
    assert!(document.uses_region() && document.uses_village());
    assert!(!sound("{{ lembaga.nama }}").uses_region());
    assert!(sound("{{ kontak }}").uses_region());
}

#[test]
fn a_block_knows_whether_villages_differ() {
    let document = sound("a {{ daerah.nama }}\n\n- [b](tel:{{ desa.telepon }})\n\n```\n{{ desa.nama }}\n```\n\nc\n");
    let uses: Vec<bool> = document.blocks.iter().map(Block::uses_village).collect();
    assert_eq!(uses, [false, true, true, false]);
}

#[test]
fn directives_are_read() {
    let document = sound(
        "{{ daftar: pelanggaran, kelompok: kode_etik, paling: 6 }}\n\n> {{ tanda_tangan: daftar, baris: 10 }}\n\n{{ tenggat, rezim: pemilu }}\n\n{{saluran}}\n",
    );
    let directives = document.directives();
    assert_eq!(directives.len(), 4);
    assert_eq!(directives[0].name, DirectiveName::List);
    assert_eq!(directives[0].arg("isi").unwrap().value, "pelanggaran");
    assert_eq!(directives[0].arg("kelompok").unwrap().place.text(), "kode_etik");
    assert_eq!(directives[0].count("paling"), Some(6));
    assert_eq!(directives[1].count("baris"), Some(10));
    assert_eq!(directives[2].arg("rezim").unwrap().value, "pemilu");
    assert_eq!(sound("{{ tenggat: rezim: pemilu }}").directives()[0].arg("rezim").unwrap().value, "pemilu");
}

#[test]
fn an_escaped_brace_is_text() {
    assert_eq!(text::render(&sound("\\{{ x }} dan \\\\{{ kantor.telepon }}"), &Known), "{{ x }} dan \\(0534) 303-1234\n");
    assert_eq!(text::render(&sound("\\{{{ kantor.telepon }}"), &Known), "{(0534) 303-1234\n");
}

#[test]
fn headings_get_unique_ids() {
    let document = sound("# A\n\n# A\n\n# A 2\n\n## B {#a}\n\n# !!!\n\n> # A\n\n# Kantor {{ kantor.nama }}\n");
    let ids: Vec<&str> = document.headings().iter().map(|heading| heading.id).collect();
    assert_eq!(ids, ["a-2", "a-3", "a-2-2", "a", "bagian", "a-4", "kantor"]);
    assert!(document.headings()[3].explicit);
    assert!(sound("#\n\n##  \n").is_empty());
}

#[test]
fn sections_follow_one_level() {
    let document = sound("pembuka\n\n## Satu {#dalam-1}\n\na\n\n### Anak\n\n## Dua\n");
    let sections = document.sections(2);
    let shape: Vec<_> =
        sections.iter().map(|section| (section.heading.as_ref().map(|heading| heading.id), section.blocks.len())).collect();
    assert_eq!(shape, [(None, 1), (Some("dalam-1"), 2), (Some("dua"), 0)]);
    assert!(sound("").sections(2).is_empty());
    assert_eq!(sound("## A").sections(2).len(), 1);
}

#[test]
fn links_are_what_they_are() {
    let text = "[a](/lapor/#posko) [b](regulasi:uu-20-2023#pasal-2-huruf-f \"historis\") [c](regulasi:kb-netralitas-2022) \
                [d](https://wa.me/{{ kantor.whatsapp }}) [e](tel:112) [f](mailto:a@b.id?subject=x) [g]({{ kantor.situs }}) <x@y.id>";
    let document = sound(text);
    let citations = document.citations();
    assert_eq!(citations[0].0.address(), "regulasi:uu-20-2023#pasal-2-huruf-f");
    assert!(citations[0].0.historical && !citations[1].0.historical);
    assert_eq!(citations[1].0.article, None);
    assert_eq!(document.links().len(), 8);
    assert_eq!(
        document.links()[0].0,
        &LinkTarget::Site(SiteLink { address: "/lapor/".to_owned(), fragment: Some("posko".to_owned()) })
    );
    assert!(matches!(document.links()[7].0, LinkTarget::Mail(_)));
}

#[test]
fn text_places_are_exact() {
    let document = sound("satu *dua* [tiga\\*] &amp; empat\n\n> - lima\n>   enam\n\n```\ntujuh\n```\n");
    document.walk(&mut |node| {
        if let visit::Node::Inline(Inline { kind: InlineKind::Text(text), place }) = node
            && text != "&"
        {
            assert_eq!(text, place.text());
        }
        if let visit::Node::Block(Block { kind: BlockKind::Code { content, .. }, .. }) = node {
            assert_eq!(content.pieces[0].place().text(), "tujuh\n");
        }
    });
}

#[test]
fn a_body_may_stand_inside_its_file() {
    let source = SourceText::new("a.md", "---\r\njudul: x\r\n---\r\n\r\nSatu <b> {{ salah }}\r\n");
    let start = source.text().find("\r\nSatu").unwrap();
    let diagnostics = Diagnostics::new();
    parse(&source.place(start..source.text().len()), &diagnostics);
    let problems = problems(diagnostics);
    assert!(problems.starts_with("S030 5:6 "), "{problems}");
    assert!(problems.contains("S111 5:13 "), "{problems}");
}

#[test]
fn inline_text_is_not_markdown() {
    let source = SourceText::new("a.yaml", "judul: \"Ikrar *{{ pemilihan.nama }}* \\\\{{ x }} # a\"\n");
    let diagnostics = Diagnostics::new();
    let value = "Ikrar *{{ pemilihan.nama }}* # a".to_owned();
    let exact = SourceText::new("a.yaml", format!("judul: \"{value}\"\n"));
    let located = crate::diagnostics::Located { value, place: exact.place(7..exact.text().len() - 1) };
    let inlines = inline_text(&located, &diagnostics);
    assert_eq!(text::render_inlines(&inlines, &Known), "Ikrar *nilai pemilihan.nama* # a");
    assert_eq!(inlines[1].place.text(), "{{ pemilihan.nama }}");
    assert_eq!(html::render_inlines(&inlines, &Known), "Ikrar *nilai pemilihan.nama* # a");
    let folded = crate::diagnostics::Located {
        value: "x \\{{ y }}\n{{ salah }} {% a %} {{ kontak }}".to_owned(),
        place: source.place(7..source.text().len() - 1),
    };
    let inlines = inline_text(&folded, &diagnostics);
    assert_eq!(text::render_inlines(&inlines, &Known), "x {{ y }}\n{{ salah }} {% a %} ");
    let problems = problems(diagnostics);
    for code in ["S111 1:8", "S031 1:8", "S114 1:8"] {
        assert!(problems.contains(code), "{problems}");
    }
}
