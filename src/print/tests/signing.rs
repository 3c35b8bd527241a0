//! Where people sign: a box for each on a banner, lines for signatories and witnesses on a sheet.

use std::collections::BTreeMap;

use typst::layout::FrameItem;

use super::families::{document, house, sheet, wide};
use super::located;
use crate::content::Format;
use crate::content::format::{Family, Margins, QrSpec};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Severity};
use crate::print::geometry::{Area, PT_PER_MM};
use crate::print::house::typeset;
use crate::print::job::{Body, Copy, SigningLine};
use crate::print::render::look;
use crate::print::{Job, codes, compose, frames};

/// The banner of 4 × 1.5 m.
fn banner() -> Format {
    Format {
        safe: 50.0,
        text_size: 110.0,
        min_text_size: 24.0,
        margins: Some(Margins { top: 0.0, right: 0.0, bottom: 0.0, left: 0.0 }),
        qr: Some(QrSpec { width: 180.0, min_module: 3.0, distance: Some(1.5) }),
        ..wide(Family::Naskah, 4000.0, 1500.0, None)
    }
}

/// The banner's words, and so many who sign it.
fn declaration<'a>(format: &'a Format, title: &'a Located<String>, count: usize) -> Job<'a> {
    let line = |number: usize| SigningLine {
        name: format!("Kepala Desa Sungai Limau {number}"),
        detail: "Kec. Simpang Hilir".to_owned(),
    };
    let mut job = sheet(format, title, &[]);
    job.points =
        ["Bersikap netral.", "Tidak berkampanye.", "Tidak memakai dana desa."].map(|point| Copy::plain(&located(point))).to_vec();
    job.signing_lines = Some((1..=count).map(line).collect());
    job
}

/// The boxes for names, by number, and the box that holds them all; and what preflight says of the banner.
fn boxes(job: &Job<'_>) -> (BTreeMap<usize, Area>, Area, Vec<Diagnostic>) {
    let (house, d) = (house(), Diagnostics::new());
    let (desk, places) = compose::artwork(&house, job);
    let document = typeset(&desk, &places, &d).unwrap();
    assert_eq!(document.pages().len(), 1);
    let (mut names, mut whole) = (BTreeMap::new(), None);
    frames::walk(&document.pages()[0].frame, &mut |_| {}, &mut |boxed, _| {
        if let Some(number) = boxed.label.strip_prefix("kotak:tanda tangan nomor ") {
            names.insert(number.parse().unwrap(), boxed.area);
        } else if boxed.label == "kotak:tanda-tangan" {
            whole = Some(boxed.area);
        }
    });
    look(&house, job, None, &d);
    (names, whole.unwrap(), d.into_sorted())
}

/// Everybody has a box of their own, one as large as the other, inside the field: from one to the 326 of the largest kabupaten, and more.
#[test]
fn everybody_has_a_box_on_the_banner() {
    let (format, title) = (banner(), located("Ikrar netralitas kepala desa"));
    for count in [1, 2, 7, 24, 43, 133, 326, 400] {
        let (names, whole, said) = boxes(&declaration(&format, &title, count));
        assert_eq!(said.first(), None, "{count}");
        assert_eq!(names.keys().copied().collect::<Vec<_>>(), (1..=count).collect::<Vec<_>>(), "{count}");
        let inside = |area: &Area| {
            area.left >= whole.left
                && area.top >= whole.top
                && area.right <= whole.right + 0.01
                && area.bottom <= whole.bottom + 0.01
        };
        assert!(names.values().all(inside), "{count}");
        let all: Vec<&Area> = names.values().collect();
        let alike =
            |area: &&&Area| (area.width() - all[0].width()).abs() < 0.01 && (area.height() - all[0].height()).abs() < 0.01;
        assert!(all.iter().all(|area| alike(&area)), "{count}");
        for (at, area) in all.iter().enumerate() {
            // Boxes are 14 mm apart, and names keep to three quarters of them.
            let near = area.inset(-6.9 * PT_PER_MM);
            assert!(all.iter().skip(at + 1).all(|other| !near.meets(**other)), "{count}: box {}", at + 1);
        }
        // 60 × 40 mm is the least that one signs in.
        assert!(all[0].width() > 55.0 * PT_PER_MM && all[0].height() > 25.0 * PT_PER_MM, "{count}: {:?}", all[0]);
    }
}

/// A kabupaten of 852 villages builds too: those who represent them sign on the banner, all of them on the sheet with its pages.
#[test]
fn more_than_the_banner_holds_get_boxes_for_some() {
    let (format, title) = (banner(), located("Ikrar netralitas kepala desa"));
    for count in [852, 2000] {
        let (names, whole, said) = boxes(&declaration(&format, &title, count));
        assert_eq!((names.len(), said.first()), (24, None), "{count}");
        assert!(names.values().all(|area| area.right <= whole.right + 0.01 && area.bottom <= whole.bottom + 0.01), "{count}");
    }
}

/// Where a box is too small for both, the name stays and the kecamatan goes.
#[test]
fn a_full_box_leaves_out_the_kecamatan() {
    let (format, title) = (banner(), located("Ikrar netralitas kepala desa"));
    let mut job = declaration(&format, &title, 400);
    let full = &mut job.signing_lines.as_mut().unwrap()[16];
    full.name = "Kepala Desa Sungai Limau Manis Hulu Sebelah Barat".to_owned();
    let (house, d) = (house(), Diagnostics::new());
    let (desk, places) = compose::artwork(&house, &job);
    let document = typeset(&desk, &places, &d).unwrap();
    look(&house, &job, None, &d);
    assert_eq!(d.into_sorted(), vec![]);
    let mut said = 0;
    let visit = &mut |item: frames::Item<'_>| {
        if let FrameItem::Text(text) = item.item {
            said += usize::from(text.text.contains("Simpang"));
        }
    };
    frames::walk(&document.pages()[0].frame, visit, &mut |_, _| {});
    assert_eq!(said, 399, "all kecamatan but one");
}

/// A name that leaves no room to sign, or runs into the next box, is an error that says which.
#[test]
fn a_name_too_long_for_its_box_is_told_by_its_number() {
    let (format, title) = (banner(), located("Ikrar netralitas kepala desa"));
    let mut job = declaration(&format, &title, 326);
    let long = &mut job.signing_lines.as_mut().unwrap()[16];
    long.name = ["Penjabat Kepala Desa Sungai Limau Manis Hulu"; 3].join(" ");
    let said = boxes(&job).2;
    let told: Vec<_> = said.iter().map(|found| (found.code, found.severity)).collect();
    assert_eq!(told, [(codes::OVERSET, Severity::Error)], "{:?}", said.first());
    assert!(said[0].message.starts_with("teks `tanda tangan nomor 17` tidak muat: "), "{}", said[0].message);
}

/// Every line of a document: its words and its baseline in mm.
fn lines(job: &Job<'_>) -> Vec<(String, f64)> {
    let (house, d) = (house(), Diagnostics::new());
    let (desk, places) = compose::artwork(&house, job);
    let document = typeset(&desk, &places, &d).unwrap();
    assert_eq!(d.into_sorted(), vec![]);
    assert_eq!(document.pages().len(), 1);
    let mut lines = Vec::new();
    let visit = &mut |item: frames::Item<'_>| {
        if let FrameItem::Text(text) = item.item {
            lines.push((text.text.to_string(), item.transform.ty.to_mm()));
        }
    };
    frames::walk(&document.pages()[0].frame, visit, &mut |_, _| {});
    lines
}

/// Each witness is named on the sheet, after those who sign, with room for a signature and a line for the name.
#[test]
fn witnesses_sign_below_those_who_sign() {
    let (format, title) = (document(), located("Ikrar"));
    let copies = |names: &[&str]| names.iter().map(|name| Copy::plain(&located(name))).collect::<Vec<_>>();
    let mut job = sheet(&format, &title, &[]);
    job.body = BTreeMap::from([(Job::WHOLE.to_owned(), Body::default())]);
    job.points = copies(&["Bersikap netral."]);
    job.signatories = copies(&["Kepala Desa Sutera", "Kepala Desa Benawai"]);
    let with = |job: &Job<'_>, words: &str| -> Vec<f64> {
        lines(job).into_iter().filter(|(line, _)| line == words).map(|(_, y)| y).collect()
    };
    assert_eq!(with(&job, "Disaksikan oleh"), vec![0.0; 0]);
    assert_eq!(with(&job, "Nama dan tanda tangan").len(), 2);
    let witnesses = ["Camat Sukadana", "Ketua Bawaslu", "Kapolres Kayong Utara"];
    job.witnesses = copies(&witnesses);
    let said = Diagnostics::new();
    look(&house(), &job, None, &said);
    assert_eq!(said.into_sorted(), vec![]);
    let heading = with(&job, "Disaksikan oleh");
    let [heading] = heading[..] else { panic!("{heading:?}") };
    assert!(with(&job, "Kepala Desa Benawai")[0] < heading);
    let lines_to_sign = with(&job, "Nama dan tanda tangan");
    assert_eq!(lines_to_sign.len(), 5);
    for name in witnesses {
        let found = with(&job, name);
        let [y] = found[..] else { panic!("{name}: {found:?}") };
        assert!(y > heading, "{name}");
        let below = lines_to_sign.iter().map(|line| line - y).filter(|by| *by > 0.0).fold(f64::INFINITY, f64::min);
        assert!((17.0..40.0).contains(&below), "{name}: {below} mm to sign in");
    }
}
