//! The place of an error is right whatever the line ends, with a byte order mark and after tabs.

use crate::harness::Project;

/// `code file:line:column` of every problem.
fn places(project: &Project) -> Vec<String> {
    let run = project.check(&["--message-format", "json"]).expect_code(1);
    let problems: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).expect("JSON");
    let place = |problem: &serde_json::Value| {
        let text = |key: &str| problem[key].as_str().unwrap_or("?").to_owned();
        format!("{} {}:{}:{}", text("code"), text("file"), problem["line"], problem["column"])
    };
    let places: Vec<String> = problems.iter().map(place).collect();
    // What people read says the same.
    let shown = project.check(&[]).expect_code(1).stderr;
    for place in &places {
        let place = place.split_once(' ').unwrap().1;
        assert!(shown.contains(&format!("--> {place}\n")), "no {place} in:\n{shown}");
    }
    places
}

/// The same text with other line ends, and with a byte order mark.
fn disguises(text: &str) -> [(&'static str, String); 5] {
    let crlf = text.replace('\n', "\r\n");
    [
        ("LF", text.to_owned()),
        ("CRLF", crlf.clone()),
        ("LF, BOM", format!("\u{feff}{text}")),
        ("CRLF, BOM", format!("\u{feff}{crlf}")),
        ("CR", text.replace('\n', "\r")),
    ]
}

/// A lone CR ends lines for YAML and for editors, but makes no table for CommonMark's readers.
const NO_LONE_CR: usize = 4;

#[track_caller]
fn expect(path: &str, text: &str, expected: &[&str]) {
    let disguises = disguises(text);
    let fit = if path.ends_with(".md") && text.contains("|---|") { &disguises[..NO_LONE_CR] } else { &disguises[..] };
    for (disguise, text) in fit {
        let project = Project::base().write(path, text);
        assert_eq!(places(&project), expected, "{path} with {disguise}");
    }
}

#[test]
fn in_front_matter() {
    let text = "---\njudul: Uji\nringkes: satu\nurutan: \t\"dua\"\nspanduk: – — …\nsumbr: [é, ü]\n---\n\nIsi.\n";
    let file = "content/halaman/uji.md";
    let expected = [format!("S101 {file}:3:1"), format!("S103 {file}:4:10"), format!("S101 {file}:6:1")];
    expect(file, text, &expected.each_ref().map(String::as_str));
}

#[test]
fn in_a_body() {
    let text = "---\njudul: Uji\n---\n\nSatu\tdua {{ kantor.telpon }}.\n\n\tkode\n\n> - é–𐍈 {{ kantor.surl }}\n>\n>   <b>tebal\n\n\
        | a | b |\n|---|---|\n| {{ x }} | [t](javascript:x) |\n";
    let file = "content/halaman/uji.md";
    let expected = [
        format!("S111 {file}:5:13"),
        format!("S111 {file}:9:12"),
        format!("S030 {file}:11:5"),
        format!("S111 {file}:15:6"),
        format!("S201 {file}:15:17"),
    ];
    expect(file, text, &expected.each_ref().map(String::as_str));
}

#[test]
fn in_a_yaml_file() {
    let text = "kode: \"61.11\"\nnama: Kabupaten Kayong Utara\nkantor:\n  telepon: (0534) 303-1234\n  telpon: (0534) 2\nposko:\n  - nama: Pos\n    jm: pagi\n";
    let file = "content/daerah/61.11-kayong-utara/daerah.yaml";
    let expected = [format!("S101 {file}:5:3"), format!("S104 {file}:7:5"), format!("S101 {file}:8:5")];
    expect(file, text, &expected.each_ref().map(String::as_str));
}

#[test]
fn in_what_is_silenced() {
    let text = "---\njudul: Uji\nringkas: é – …\nabaikan:\n  - kode: \tS30l\n    alasan: \"é nanti\"\n  - { alasan: bunyi resmi edaran, kode: S301 }\n---\n\nIsi.\n";
    let file = "content/halaman/uji.md";
    let expected = [format!("S170 {file}:5:12"), format!("S172 {file}:6:13"), format!("S171 {file}:7:41")];
    expect(file, text, &expected.each_ref().map(String::as_str));
}

#[test]
fn in_a_table() {
    let text = "kode,nama,kecamatan,jenis,pengawas,telepon,mulai,selesai,izin_web,izin_cetak\n\
        61.11.01.2001,\"Sutera\nIndah\",Sukadana,desa,Nur,,2026-06-31,,,\n\
        61.12.01.2002,Simpang,Sukadana,dusun,,,,,,\n";
    let file = "content/daerah/61.11-kayong-utara/desa.csv";
    let expected = [format!("S405 {file}:3:27"), format!("S402 {file}:4:1"), format!("S405 {file}:4:32")];
    expect(file, text, &expected.each_ref().map(String::as_str));
}
