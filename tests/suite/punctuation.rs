//! Every ASCII punctuation character in a title, a body and a village's name comes out as itself.

use std::fs;

use crate::harness::{Project, tools};
use crate::visible_text::html;

/// All of them, and the runs that mean something to YAML, Markdown, HTML, Typst or a typographer.
const MARKS: [&str; 6] = [
    "!\"#$%&'()*+,-./",
    ":;<=>?@[\\]^_`{|}~",
    "-- --- ... '' \"\" << >>",
    "#let $x$ @ref <label> \\u{41} &amp; &#65;",
    "// /* */ == = *a* _b_ `c` ~~d~~",
    "</h1> <b> \"on=\" 'x' =1+1 \\\\",
];

/// Punctuation with a backslash, which is what Markdown asks of who means the character.
fn escaped(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() }).collect()
}

fn yaml(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn csv(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

fn project() -> Project {
    let title = MARKS.join(" ");
    let body: String = MARKS.iter().map(|marks| format!("{}\n\n", escaped(marks))).collect();
    let page = format!("---\njudul: {}\nringkas: {}\n---\n\n{body}", yaml(&title), yaml(&title));
    let piece = format!("---\njudul: {}\nformat: lembar-deklarasi-f4\n---\n\n{body}", yaml(&title));
    let head = "kode,nama,kecamatan,jenis,pengawas,telepon,mulai,selesai,izin_web,izin_cetak\n";
    let rows: String = MARKS
        .iter()
        .enumerate()
        .map(|(number, marks)| format!("61.11.01.200{number},{},Sukadana,desa,,,,,,\n", csv(marks)))
        .collect();
    Project::base()
        .write("content/halaman/tanda.md", page)
        .write("content/cetak/tanda.md", piece)
        .write("content/daerah/61.11-kayong-utara/desa.csv", format!("{head}{rows}"))
}

#[test]
fn comes_out_as_itself() {
    let all: String = MARKS.concat();
    assert!((' '..='~').filter(char::is_ascii_punctuation).all(|mark| all.contains(mark)));
    let project = project();
    project.build(&[]).expect_code(0);
    on_the_page(&project);
    on_village_pages(&project);
    on_paper(&project);
}

fn on_the_page(project: &Project) {
    let page = fs::read_to_string(project.path("output/situs/61.11/tanda/index.html")).unwrap();
    let title = MARKS.join(" ");
    assert_eq!(html::first(&page, "h1"), title);
    assert!(html::first(&page, "title").starts_with(&title));
    let description = page.split("name=\"description\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(html::entities(description), title);
    let body = html::body(&page).unwrap();
    let lines: Vec<&str> = body.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, MARKS);
}

fn on_village_pages(project: &Project) {
    let list = fs::read_to_string(project.path("output/situs/61.11/desa/index.html")).unwrap();
    let list = html::text(&list[list.find("<main").unwrap()..list.find("</main>").unwrap()]);
    for (number, marks) in MARKS.iter().enumerate() {
        assert!(list.contains(marks), "the list lacks {marks}");
        let page = fs::read_to_string(project.path(&format!("output/situs/61.11/d/61.11.01.200{number}/index.html")));
        let page = page.unwrap();
        assert!(html::first(&page, "h1").contains(marks), "{}", html::first(&page, "h1"));
        assert!(html::first(&page, "title").contains(marks), "{}", html::first(&page, "title"));
    }
}

fn on_paper(project: &Project) {
    let sheet = squeeze(&tools::pdf_text(&project.path("output/cetak/61.11/tanda/tanda.pdf")));
    let (title, body) = (squeeze(&MARKS.join(" ")), squeeze(&MARKS.join("")));
    assert!(sheet.contains(&title), "no title {title} in {sheet}");
    assert_eq!(sheet.matches(&body).count(), 2, "{sheet}");
    for (number, marks) in MARKS.iter().enumerate() {
        let folder = "output/cetak/61.11/brosur-warga/desa";
        let leaflet = project.path(&format!("{folder}/brosur-warga-61.11.01.200{number}.pdf"));
        let text = squeeze(&tools::pdf_text(&leaflet));
        let marks = squeeze(marks);
        assert!(text.contains(&format!("UntukwargaDesa{marks},Kecamatan")), "no {marks} in {text}");
    }
}
