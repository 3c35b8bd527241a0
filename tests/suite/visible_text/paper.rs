//! What a sheet of the family `naskah` shows is its title, the declaration it is filled from and its
//! body, in order and with repeats, below the same contact strip on each page.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::editions::{BUNDLED, EDITIONS, values};
use super::markdown::{self, Medium, Values};
use crate::harness::{Project, built, tools};

/// Condensed letters stand so close that `pdftotext` sees no spaces, and an address may break anywhere;
/// what counts is that every letter is there once and in its place. A word that is divided at the end of a line has a hyphen more,
/// and dots to write on are a line.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{AD}' | '\u{2010}' | '…')).collect()
}

/// The flow of a sheet: its pages without what stands on each of them, and without the source line, which stands on
/// the first page, before the strip or below the text.
#[track_caller]
fn flow(pdf: &Path, specimen: bool, strip: &str, source: &str, title: &str) -> String {
    let (stamp, source) = (if specimen { "CONTOH" } else { "" }, squeeze(source));
    let text = tools::pdf_text(pdf);
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    let count = pages.clone().count();
    let inner = |(page, number): (&str, usize)| {
        // Of several pages each says which it is, and all but the first what they are pages of.
        let page = squeeze(page).replacen(&format!("Halaman{number}dari{count}"), "", usize::from(count > 1));
        let stamped = page.strip_prefix(stamp);
        let running = squeeze(title);
        let stamped = stamped.map(|rest| rest.strip_prefix(&running).filter(|_| number > 1).unwrap_or(rest));
        let inner =
            stamped.map(|rest| rest.strip_prefix(&source).unwrap_or(rest)).and_then(|rest| rest.strip_prefix(&squeeze(strip)));
        inner.unwrap_or_else(|| panic!("{}: a page does not begin with {strip:?}: {page}", pdf.display())).to_owned()
    };
    let flow: String = pages.zip(1..).map(inner).collect();
    let printed = source.is_empty() || squeeze(&text).contains(&source);
    assert!(printed, "{}: no source line {source}", pdf.display());
    flow.strip_suffix(&source).unwrap_or(&flow).to_owned()
}

/// The source line of a sheet: the laws that its piece, or else its declaration, names.
fn source_line(read: &dyn Fn(&str) -> String, bases: &Value) -> String {
    let mut laws: Vec<(String, Vec<&str>)> = Vec::new();
    for basis in bases.as_array().into_iter().flatten() {
        let law = front(&read(&format!("content/regulasi/{}.md", basis["regulasi"].as_str().unwrap())));
        let kind = law["jenis"].as_str().unwrap();
        let year = &law["tahun"];
        let name = if kind.contains(' ') {
            format!("{kind} {year}")
        } else {
            format!("{kind} {}/{year}", law["nomor"].as_str().unwrap())
        };
        let article = basis["pasal"].as_str().unwrap();
        match laws.iter_mut().find(|(known, _)| *known == name) {
            Some((_, articles)) => articles.push(article),
            None => laws.push((name, vec![article])),
        }
    }
    let named: Vec<String> = laws.iter().map(|(name, articles)| format!("{name} {}", articles.join(", "))).collect();
    format!("Dasar: {}", named.join("; "))
}

/// Who speaks, on each page: the same words from the edition's YAML. An office with a mark of its own shows that mark, whose
/// letters are curves, where others show their name.
fn strip(values: &Values, marked: bool, host: &str, root: &str) -> String {
    let region = if root.is_empty() { "Republik Indonesia" } else { &values["daerah.nama"] };
    let (institution, number) = (&values["lembaga.nama"], &values["kantor.whatsapp"]);
    let speaker = if marked { String::new() } else { format!("{institution} {region}") };
    format!("{speaker} WhatsApp {number} {host}/{root}lapor")
}

/// Whether one of an edition's layers names a mark.
fn marked(read: &dyn Fn(&str) -> String, layers: &[&str]) -> bool {
    let logo = |path: &str| !serde_yaml::from_str::<Value>(&read(path)).unwrap()["logo"].is_null();
    layers
        .iter()
        .any(|layer| logo(&if layer.is_empty() { "suluh.yaml".to_owned() } else { format!("content/{layer}daerah.yaml") }))
}

/// Fails unless the flow is the parts in order, with something in each gap and nothing elsewhere.
#[track_caller]
fn expect(flow: &str, parts: &[String], what: &str) {
    let mut rest = flow;
    for (index, part) in parts.iter().map(|part| squeeze(part)).enumerate() {
        let at = match index {
            0 => rest.starts_with(&part).then_some(0),
            // A gap at the end: whatever stands there, but not nothing.
            _ if part.is_empty() => Some(rest.len()).filter(|&at| at > 0),
            _ => rest.find(&part).filter(|&at| at > 0),
        };
        let at = at.unwrap_or_else(|| panic!("{what}:\n  shows: {rest}\n  wants: {part}"));
        rest = &rest[at + part.len()..];
    }
    let open = parts.last().is_some_and(|part| squeeze(part).is_empty());
    assert!(open || rest.is_empty(), "{what}: shows besides: {rest}");
}

/// The front matter of a content file.
fn front(source: &str) -> Value {
    let inner = source.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap().0;
    serde_yaml::from_str(inner).unwrap()
}

/// The wording of a declaration with its numbers, placeholders filled in.
fn wording(declaration: &Value, values: &Values) -> String {
    let text = |value: &Value| {
        let text = value["teks"].as_str().unwrap_or_default();
        markdown::segments(&text.replace('*', "\\*"), values, Medium::Paper).concat()
    };
    let mut out = text(&declaration["pembuka"]);
    for point in declaration["butir"].as_array().unwrap() {
        out.push_str(&format!(" {}. {}", point["nomor"], text(point)));
    }
    out + &text(&declaration["penutup"])
}

#[test]
fn of_the_bundled_declarations() {
    let built = built::bundled();
    let mut compared = 0;
    for (root, layers) in BUNDLED {
        let values = values(&|path| built.source(path), layers);
        let strip = strip(&values, marked(&|path| built.source(path), layers), "contoh.go.id", root);
        for piece in ["lembar-ikrar-asn", "lembar-deklarasi-kades"] {
            if built.has(&format!("content/{}cetak/{piece}.md", layers[0])) && !layers[0].is_empty() {
                continue; // A region that changes or leaves out the sheet.
            }
            let source = built.source(&format!("content/cetak/{piece}.md"));
            let piece_front = front(&source);
            let id = piece_front["isi"].as_str().unwrap().replace("deklarasi:", "");
            let declaration = front(&built.source(&format!("content/deklarasi/{id}.md")));
            let mut parts = markdown::segments(markdown::body(&source), &values, Medium::Paper);
            let title = markdown::segments(declaration["judul"].as_str().unwrap(), &values, Medium::Paper).concat();
            let title = title.trim();
            parts[0] = format!("{title} {} {}", wording(&declaration, &values), parts[0]);
            let code = if root.is_empty() { "nasional" } else { root.trim_end_matches('/') };
            let pdf = built.output(&format!("cetak/{code}/{piece}/{piece}.pdf"));
            let bases = if piece_front["dasar"].is_null() { &declaration["dasar"] } else { &piece_front["dasar"] };
            let line = source_line(&|path| built.source(path), bases);
            expect(&flow(&pdf, true, &strip, &line, title), &parts, &format!("{code} {piece}"));
            compared += 1;
        }
    }
    assert_eq!(compared, 2 * BUNDLED.len() - 2, "all but the sheet that two cities leave out");
}

#[test]
fn of_every_construct() {
    let project = Project::fixture("semua-bentuk");
    let source = fs::read_to_string(project.path("content/halaman/semua-bentuk.md")).unwrap();
    let body = markdown::body(&source);
    let title = "Naskah semua bentuk";
    let piece = format!("---\njudul: {title}\nformat: lembar-deklarasi-f4\n---\n{body}");
    let project = project.write("content/cetak/semua-bentuk.md", piece);
    project.build(&["--only", "print"]).expect_code(0);
    for (root, layers) in EDITIONS {
        let values = values(&|path| fs::read_to_string(project.path(path)).unwrap(), layers);
        let mut parts = markdown::segments(body, &values, Medium::Paper);
        parts[0] = format!("{title} {}", parts[0]);
        // Notes stand at the foot of the page that refers to them, and the text goes on behind it.
        let last = parts.pop().unwrap();
        let (text, notes) = last.split_once(markdown::NOTES).unwrap();
        parts.push(text.to_owned());
        let code = if root.is_empty() { "nasional" } else { root.trim_end_matches('/') };
        let pdf = project.path(&format!("output/cetak/{code}/semua-bentuk/semua-bentuk.pdf"));
        let flow = flow(&pdf, false, &strip(&values, false, "uji.go.id", root), "", title);
        let (before, behind) = flow.split_once(&squeeze(notes)).unwrap_or_else(|| panic!("{code}: no {notes} in {flow}"));
        expect(&format!("{before}{behind}"), &parts, code);
    }
}
