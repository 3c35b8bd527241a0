//! Nothing stands nearer to a lockup than its own rule says, on light ground and, in its white card, on dark ground.

use std::rc::Rc;

use typst::layout::{Abs, FrameItem, Point, Size, Transform};
use typst::visualize::{Color, Curve, FillRule, Geometry, Paint, ProcessColor};

use super::families::{document, flyer, house, section, sheet, wide};
use super::located;
use crate::content::Format;
use crate::content::format::{Family, Panel, QrSpec, Side};
use crate::diagnostics::Diagnostics;
use crate::print::frames::{Clip, Item, place_area, walk};
use crate::print::geometry::{Area, PT_PER_MM};
use crate::print::house::typeset;
use crate::print::job::Partner;
use crate::print::picture::tests::pictures;
use crate::print::{Job, compose};

/// The place of a lockup keeps a tenth of its height free on every side (`ruang-lambang` of the theme): the lockup itself is at most eight
/// tenths as high, so that this much of its own height is free around it.
const CLEAR: f64 = 0.125;

/// What was painted.
enum Painted {
    Lockup,
    Words(String),
    White,
    Shape,
    /// A shape that is no rectangle, such as a slanting ray, and what cuts it off.
    Outline(Curve, Transform, Vec<Rc<Clip>>),
}

impl Painted {
    /// Whether it touches a zone around a lockup without being its ground.
    fn disturbs(&self, area: Area, zone: Area) -> bool {
        let Painted::Outline(curve, transform, clips) = self else { return area.meets(zone) && !holds(area, zone) };
        let Some(inverse) = transform.invert() else { return false };
        let at = |from: f64, to: f64, step: i32| Abs::pt(from + (to - from) * f64::from(step) / 20.0);
        let points = (0..=20).flat_map(|x| (0..=20).map(move |y| (x, y)));
        let points = points.map(|(x, y)| Point::new(at(zone.left, zone.right, x), at(zone.top, zone.bottom, y)));
        let painted = points.filter(|point| {
            curve.contains(FillRule::NonZero, point.transform(inverse)) && clips.iter().all(|clip| clip.keeps(*point))
        });
        !matches!(painted.count(), 0 | 441)
    }
}

fn is_white(paint: &Paint) -> bool {
    matches!(paint, Paint::Solid(Color::Process(ProcessColor::Cmyk(ink))) if ink.c + ink.m + ink.y + ink.k < 0.001)
}

/// Everything on each page of a job, in the order in which it is painted.
fn painted(job: &Job<'_>) -> Vec<Vec<(Painted, Area)>> {
    let (house, d) = (house(), Diagnostics::new());
    let (desk, places) = compose::artwork(&house, job);
    let document = typeset(&desk, &places, &d).unwrap();
    assert_eq!(d.into_sorted(), vec![]);
    let page = |page: &typst_layout::Page| {
        let mut found = Vec::new();
        let visit = &mut |item: Item<'_>| match item.item {
            FrameItem::Image(_, size, _) => found.push((Painted::Lockup, place_area(item.transform, Point::zero(), *size))),
            FrameItem::Text(text) if text.bbox().min.x.to_pt().is_finite() => {
                let (min, max) = (text.bbox().min, text.bbox().max);
                let corner = Point::new(min.x.min(max.x), min.y.min(max.y));
                let size = Size::new((max.x - min.x).abs(), (max.y - min.y).abs());
                found.push((Painted::Words(text.text.to_string()), place_area(item.transform, corner, size)));
            }
            FrameItem::Shape(shape, _) => {
                let bounds = shape.bbox(false);
                let kind = match &shape.geometry {
                    _ if shape.fill.as_ref().is_some_and(is_white) => Painted::White,
                    Geometry::Curve(curve) => Painted::Outline(curve.clone(), item.transform, item.clips.to_vec()),
                    _ => Painted::Shape,
                };
                found.push((kind, place_area(item.transform, bounds.min, bounds.size())));
            }
            _ => {}
        };
        walk(&page.frame, visit, &mut |_, _| {});
        found
    };
    document.pages().iter().map(page).collect()
}

fn holds(outer: Area, inner: Area) -> bool {
    outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom
}

/// What comes too near to the lockups of a job, and how many of them stand in white cards and how many on the paper.
fn too_near(job: &Job<'_>) -> (Vec<String>, usize, usize) {
    let format = &job.format;
    let paper = Area::new(0.0, 0.0, format.width * PT_PER_MM, format.height * PT_PER_MM);
    let (mut near, mut carded, mut plain) = (Vec::new(), 0, 0);
    for items in painted(job) {
        for (at, (_, lockup)) in items.iter().enumerate().filter(|(_, (kind, _))| matches!(kind, Painted::Lockup)) {
            // A hundredth less, for what is rounded.
            let zone = lockup.inset(-CLEAR * 0.99 * lockup.height());
            let card = items[..at].iter().rposition(|(kind, area)| matches!(kind, Painted::White) && holds(*area, zone));
            if card.is_some() {
                carded += 1;
            } else {
                plain += 1;
            }
            if !holds(paper, zone) {
                near.push(format!("the edge of the paper: {lockup:?}"));
            }
            // What a card covers is not there; what holds the whole zone is the ground.
            for (other, (what, area)) in items.iter().enumerate().skip(card.unwrap_or(0)) {
                if other != at && what.disturbs(*area, zone) {
                    let what = match what {
                        Painted::Words(words) => words,
                        Painted::Lockup => "a lockup",
                        Painted::White | Painted::Shape | Painted::Outline(..) => "a shape",
                    };
                    near.push(format!("{what} at {area:?} is too near to {lockup:?}"));
                }
            }
        }
    }
    (near, carded, plain)
}

fn folded() -> Format {
    let panel = |id: &str, width| Panel { id: id.to_owned(), width };
    let side = |name: &str, ids: [&str; 3]| Side { name: name.to_owned(), panels: ids.map(|id| panel(id, 99.0)).to_vec() };
    Format {
        family: Family::Lipat,
        width: 297.0,
        height: 210.0,
        sides: vec![side("luar", ["a", "b", "c"]), side("dalam", ["d", "e", "f"])],
        ..flyer()
    }
}

fn large(family: Family, width: f64, height: f64, qr: Option<f64>) -> Format {
    Format { text_size: 30.0, safe: 40.0, ..wide(family, width, height, qr) }
}

#[test]
fn nothing_stands_in_the_clear_space_of_a_lockup() {
    let named: &[u8] =
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 160 40\"><rect width=\"160\" height=\"40\"/></svg>";
    let emblem: &[u8] =
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"><rect width=\"40\" height=\"40\"/></svg>";
    let screen = |pixels, format: Format| Format { pixels: Some(pixels), safe: 10.0, ..format };
    let qr = Some(QrSpec { width: 24.0, min_module: 0.4, distance: None });
    let formats = [
        document(),
        flyer(),
        Format { one_ink: true, ..flyer() },
        Format { qr, ..folded() },
        Format { text_size: 190.0, min_text_size: 90.0, ..large(Family::Lebar, 3000.0, 1000.0, Some(300.0)) },
        large(Family::Tegak, 600.0, 1600.0, Some(180.0)),
        large(Family::Papan, 4000.0, 3000.0, None),
        screen(1080, large(Family::Kartu, 270.0, 270.0, None)),
        screen(1920, large(Family::Paparan, 338.7, 190.5, Some(84.0))),
    ];
    let (mut near, mut carded, mut plain) = (Vec::new(), 0, 0);
    for format in &formats {
        for (lockup, partners) in [(named, 0), (named, 2), (emblem, 0), (emblem, 2)] {
            let title = located("Uji");
            let mut job = sheet(format, &title, &[20, 20]);
            ["a", "b", "c", "d", "e", "f"].into_iter().for_each(|panel| section(&mut job, panel, 20));
            job.sender.institution = Some(located("Bawaslu"));
            job.sender.region = "Kabupaten Kayong Utara".to_owned();
            job.sender.whatsapp = Some(located("0800-0000-1813"));
            let names = ["gambar/kantor.svg", "gambar/a.svg", "gambar/b.svg"];
            job.pictures = pictures(&names.map(|name| (name, lockup)));
            job.sender.logo = Some(names[0].to_owned());
            let partner = |name: &&str| Partner { name: located("Mitra Uji"), logo: Some((*name).to_owned()) };
            job.partners = names[1..=partners].iter().map(partner).collect();
            let (found, cards, others) = too_near(&job);
            assert!(cards + others > 0, "{:?}: the office's lockup is there", format.family);
            near.extend(found.into_iter().map(|found| format!("{:?}, {partners} partners: {found}", format.family)));
            (carded, plain) = (carded + cards, plain + others);
        }
    }
    assert!(near.is_empty(), "{near:#?}");
    assert!(carded > 10 && plain > 10, "{carded} on dark ground, {plain} on light ground");
}
