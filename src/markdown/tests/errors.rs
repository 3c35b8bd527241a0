//! Every problem this room names, whole. `SNAPSHOTS=overwrite` writes `errors.txt` anew.

use super::*;

/// Bodies with something wrong.
const CASES: &[&str] = &[
    "a <b>c</b>",
    "<!-- a\nb -->",
    "{% if a %}",
    "a \u{e123}",
    "a &#xE000;",
    "\u{202e}a",
    "a&#7;",
    "|a|\n|-|\n|b|c|",
    "a\n\n[^b]: c",
    "a[^b]\n\n[^b]: c\n\n[^B]: d",
    "# a {#B c}",
    "# a {#!}",
    "# a {#b}\n\n# c {#b}",
    "# a {.b}",
    "{{ kantor.telepon",
    "{{ kantor.telpon }}",
    "{{ x }}",
    "{{}}",
    "{{ daftr: pelanggaran }}",
    "{{ zzz: a }}",
    "{{ daftar }}",
    "{{ daftar: pelangaran }}",
    "{{ daftar: regulasi, jenis: a }}",
    "{{ daftar: regulasi, rezm: a }}",
    "{{ daftar: regulasi, rezim: a, rezim: b }}",
    "{{ daftar: regulasi, paling: nol }}",
    "{{ daftar: regulasi, paling: 0 }}",
    "{{ daftar: regulasi, fase: }}",
    "{{ daftar: regulasi,, fase: a }}",
    "a {{ kontak }}",
    "- {{ kontak }}",
    "# {{ kontak }}",
    "`{{ kontak }}`",
    "[a]({{ kontak }})",
    "![a](gambar/{{ desa.nama }}.png)",
    "[a]({{ kantor.telepon }})",
    "[a](/d/{{ desa.kode }}/)",
    "[a](regulasi:{{ desa.kode }})",
    "```{{ desa.kode }}\n```",
    "[a](javascript:alert)",
    "[a](JaVaScRiPt:alert)",
    "[a](java&#10;script:alert)",
    "<data:text/html,a>",
    "[a](//jahat.id)",
    "[a](https://bawaslu.go.id@jahat.id/)",
    "[a](/\\\\jahat.id)",
    "[a](ftp://a.id)",
    "[a](https:a)",
    "[a](https://a_b!.id)",
    "[a](mailto:b)",
    "[a](tel:b)",
    "[a]()",
    "[a](/a b/)",
    "[a](</a b/>)",
    "[a](/a/../b/)",
    "[a](/a/?b)",
    "[a](lapor.md)",
    "[a](www.bawaslu.go.id)",
    "[a](regulasi:UU-20-2023#Pasal)",
    "[a](regulasi:)",
    "[a](qr:/b/)",
    "![](qr:b)",
    "![](qr:https://a@b)",
    "![a](../b.png)",
    "![a](/b.png)",
    "![a](https://b.id/c.png)",
    "![a](C:\\\\b.png)",
    "![a](b%2e.png)",
    "![a]()",
    "![](b.png)",
    "[](/a/)",
    "[a][b]",
    "a[^b]",
    "[a](#b)\n\n# c",
    "a\n\n[b]: /c/",
    "a\n| b | c |\n|---|\n| d | e |",
    "| a |\n|---|\n| b |\n\n| c |",
    "- |a|",
];

#[test]
fn every_problem_is_told_whole() {
    let told: String = CASES.iter().map(|text| format!("{text:?}\n{}\n", read(text).1)).collect();
    snapbox::assert_data_eq!(told, snapbox::file!["errors.txt"].raw());
}

#[test]
fn every_code_is_told_about() {
    let golden = include_str!("errors.txt");
    let codes = include_str!("../codes.rs").split('"').filter(|word| word.len() == 4 && word.starts_with('S'));
    // Told where they are made: bodies too long, too deep, with too much wrong.
    let elsewhere = [codes::BODY_TOO_LONG, codes::TOO_DEEP, codes::MORE_PROBLEMS, codes::TOO_MANY_PLACEHOLDERS];
    for code in codes.filter(|code| !elsewhere.contains(code)) {
        assert!(golden.contains(&format!("\n{code} ")), "{code}");
    }
}

#[test]
fn what_only_looks_wrong_is_no_problem() {
    for text in [
        "[a], [b] dan (c) 1 < 2 > 0 & co. {a} %} }} { { \\{{ a }} $x",
        "\\[^a] \\](b) [\\^a] `[^a](b](c)`",
        "<https://bawaslu.go.id/a_b?c=(d)> <a@b.id>",
        "[a](https://a.id:8080/b@c?d=e@f) [b](HTTPS://a.id) [c](tel:+62-534-123) [d](mailto:a@b.id?subject=x%20y)",
        "![a](gambar/Foto Posko (1).png)".replace("Foto Posko (1)", "foto-posko_1").as_str(),
        "- [ ] a\n- [x] b",
        "a^b^ ~c~ ==d== :::e",
        "| a | b |\n|---|---|\n| c |\n| d | e |  \n",
        "\\| a |\n&#124; b |\nc | d |\n`| e |`\n*| f |*\n\n    | g |",
        "# A {{ daerah.nama }}\n\n[b](#a)",
    ] {
        assert_eq!(read(text).1, "", "{text}");
    }
}
