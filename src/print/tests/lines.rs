//! Where lines break and how far they stand from each other, on the real theme.

use typst::layout::FrameItem;

use super::families::{document, flyer, house, section, sheet, wide, words};
use super::located;
use crate::content::Format;
use crate::content::format::{Family, Panel, QrSpec, Side};
use crate::diagnostics::Diagnostics;
use crate::print::house::typeset;
use crate::print::job::{Body, Copy, Part};
use crate::print::{Job, compose, frames};

/// A line of a box: its words, its baseline in mm, the size of its letters in points.
#[derive(Debug)]
struct Line {
    words: String,
    y: f64,
    size: f64,
}

/// All lines of the boxes whose label begins so, of all pages; and how many pages there are.
fn lines(job: &Job<'_>, label: &str) -> (Vec<Line>, usize) {
    let (house, found) = (house(), Diagnostics::new());
    let (desk, places) = compose::artwork(&house, job);
    let document = typeset(&desk, &places, &found).unwrap();
    assert_eq!(found.into_sorted(), vec![]);
    let mut lines: Vec<Line> = Vec::new();
    for page in document.pages() {
        frames::walk(
            &page.frame,
            &mut |item| {
                let FrameItem::Text(text) = item.item else { return };
                if !label.is_empty() && item.inside(label).is_none() {
                    return;
                }
                let (y, size) = (item.transform.ty.to_mm(), text.size.to_pt());
                match lines.last_mut().filter(|line| (line.y - y).abs() < 0.01) {
                    Some(line) => line.words.push_str(&text.text),
                    None => lines.push(Line { words: text.text.to_string(), y, size }),
                }
            },
            &mut |_, _| {},
        );
    }
    (lines, document.pages().len())
}

fn banner() -> Format {
    Format { text_size: 190.0, min_text_size: 90.0, ..wide(Family::Lebar, 3000.0, 1000.0, Some(300.0)) }
}

#[test]
fn two_sentences_on_two_lines_of_a_banner_have_a_line_each() {
    let (format, title) = (banner(), located("Uji"));
    let mut job = sheet(&format, &title, &[]);
    let summary = "Pemberi uang diancam pidana di Pemilu. Di Pilkada, pemberi dan penerima.";
    job.texts.insert("ringkas".to_owned(), Copy::plain(&located(summary)));
    let said: Vec<String> = lines(&job, "kotak:ringkas").0.into_iter().map(|line| line.words.trim().to_owned()).collect();
    assert_eq!(said, ["Pemberi uang diancam pidana di Pemilu.", "Di Pilkada, pemberi dan penerima."]);
}

#[test]
fn what_supports_a_headline_is_smaller_than_it() {
    let (format, title) = (banner(), located("Uji"));
    for headline in ["Netral", "Yang diberi uang dan yang memberi uang sama salahnya di mata hukum negara kita"] {
        let mut job = sheet(&format, &title, &[]);
        job.texts.insert("spanduk".to_owned(), Copy::plain(&located(headline)));
        job.texts.insert("ringkas".to_owned(), Copy::plain(&located("Lapor saja.")));
        let (large, small) = (lines(&job, "kotak:judul").0[0].size, lines(&job, "kotak:ringkas").0[0].size);
        assert!(small <= large * 0.81, "{headline}: {small} under {large}");
    }
}

/// The card is too narrow for both in one line: the channel then stands above its number.
#[test]
fn a_number_on_a_card_says_its_channel() {
    for (width, height) in [(270.0, 270.0), (270.0, 337.5), (270.0, 480.0), (300.0, 157.5)] {
        let card = Format {
            pixels: Some(1080),
            safe: 14.0,
            text_size: 40.0,
            min_text_size: 19.0,
            ..wide(Family::Kartu, width, height, None)
        };
        let title = located("Uji");
        let mut job = sheet(&card, &title, &[]);
        job.sender.whatsapp = Some(located("0812-0000-1813"));
        let contact = lines(&job, "kotak:kontak").0;
        assert!(contact.iter().any(|line| line.words.contains("WhatsApp")), "{width} × {height}: {contact:?}");
    }
}

fn folded() -> Format {
    let side = |name: &str, panels: [&str; 3]| Side {
        name: name.to_owned(),
        panels: panels.map(|id| Panel { id: id.to_owned(), width: 99.0 }).to_vec(),
    };
    let sides = vec![side("luar", ["luar-1", "luar-2", "sampul"]), side("dalam", ["dalam-1", "dalam-2", "belakang"])];
    let qr = Some(QrSpec { width: 28.0, min_module: 0.4, distance: None });
    Format { family: Family::Lipat, width: 297.0, height: 210.0, sides, qr, ..flyer() }
}

fn leaflet<'a>(format: &'a Format, title: &'a crate::diagnostics::Located<String>, heading: &str) -> Job<'a> {
    let mut job = sheet(format, title, &[]);
    job.sender.whatsapp = Some(located("0812-0000-1813"));
    for panel in ["luar-1", "luar-2", "sampul", "dalam-1", "dalam-2", "belakang"] {
        section(&mut job, panel, 12);
        if let Some(body) = job.body.get_mut(panel) {
            body.title = Copy::plain(&located(heading));
        }
    }
    job
}

/// The lockup at the foot of the last panel is 11 mm high and stands 11 mm above the edge.
#[test]
fn the_address_of_a_leaflet_keeps_off_the_lockup() {
    let (format, title) = (folded(), located("Uji"));
    let address = lines(&leaflet(&format, &title, "Lapor"), "kotak:alamat-situs").0;
    assert_eq!(address.len(), 1, "{address:?}");
    assert!(address[0].y <= 210.0 - 22.0 - 3.0, "{address:?}");
}

#[test]
fn the_lines_of_a_panels_headline_are_about_as_long() {
    let (format, title) = (folded(), located("Uji"));
    let heading = "Yang tidak boleh dilakukan pegawai negeri ini";
    let said = lines(&leaflet(&format, &title, heading), "kotak:judul").0;
    let of_panel: Vec<usize> =
        said.iter().skip_while(|line| !line.words.starts_with("Yang")).take(2).map(|line| line.words.trim().len()).collect();
    let (first, last) = (of_panel[0], of_panel[1]);
    assert!(last * 2 > first, "{said:?}");
}

/// Where people sign, a row that holds a line to write on is as high as a signature and a stamp, unless that takes another sheet.
#[test]
fn who_signs_has_room_for_it() {
    let paper = document();
    let title = located("Uji");
    let room = |number: usize| {
        let mut job = sheet(&paper, &title, &[]);
        job.texts.insert("pembuka".to_owned(), words(3));
        let table = "#table(columns: 2, [Yang menyatakan], [Mengetahui], [Tanda tangan:], [Tanda tangan:], [……………], [……………], [Nama:], [Nama:])";
        let table = Part::Fixed(Copy { markup: table.to_owned(), ..Copy::default() });
        job.body.insert(Job::WHOLE.to_owned(), Body { title: Copy::default(), parts: vec![Part::Fixed(words(number)), table] });
        let (lines, pages) = lines(&job, "");
        let at = |word: &str| lines.iter().find(|line| line.words.contains(word)).unwrap().y;
        (at("Nama:") - at("Tanda tangan:"), pages)
    };
    let (high, pages) = room(10);
    assert!(high > 30.0 && pages == 1, "{high} {pages}");
    let (low, pages) = room(900);
    assert!(low < 30.0 && pages > 1, "{low} {pages}");
}
