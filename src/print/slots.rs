//! Slots: where the artwork left boxes for a village's values, and the rows that fill them.

use std::collections::BTreeSet;

use serde::Serialize;
use typst::layout::{FrameItem, Point, Size};
use typst_layout::{Page, PagedDocument};

use super::compose::VILLAGE_TEXT;
use super::frames::{BOX, Item, MARKS, SLOT, VILLAGE_QR, place_area, walk};
use super::geometry::Area;
use super::job::Row;

/// Villages that are laid out in one go: enough to spread the cost of setting up, few enough to
/// keep memory flat (about 60 MB).
pub(crate) const CHUNK: usize = 100;

/// One slot on a page, in points from the trim's corner.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Slot {
    /// `teks` or `qr`.
    jenis: &'static str,
    /// The value that fills it; empty for a code.
    pub(crate) nama: String,
    /// The style in the theme's `gaya-slot.typ`.
    gaya: String,
    /// The size of the text around the box, in pt.
    ukuran: Option<f64>,
    x: f64,
    y: f64,
    lebar: f64,
    tinggi: f64,
    #[serde(skip)]
    upright: bool,
}

impl Slot {
    fn area(&self) -> Area {
        Area::new(self.x, self.y, self.lebar, self.tinggi)
    }

    fn name(&self) -> &str {
        if self.nama.is_empty() { "kode QR" } else { &self.nama }
    }
}

/// Slots page by page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct SlotPlan(Vec<Vec<Slot>>);

impl SlotPlan {
    /// Finds the slots of an artwork.
    pub(crate) fn of(artwork: &PagedDocument) -> SlotPlan {
        let page_slots = |page: &typst_layout::Page| {
            let mut found = Vec::new();
            walk(&page.frame, &mut |_| {}, &mut |boxed, _| {
                let mut parts = boxed.label.strip_prefix(SLOT).unwrap_or_default().split(':');
                let (jenis, nama, gaya) = match (parts.next(), parts.next()) {
                    _ if boxed.label == VILLAGE_QR => ("qr", "", ""),
                    (Some(nama), Some(gaya)) => ("teks", nama, gaya),
                    _ => return,
                };
                let ukuran = parts.next().and_then(|size| size.parse().ok());
                let (x, y) = (boxed.area.left, boxed.area.top);
                let (lebar, tinggi) = (boxed.area.width(), boxed.area.height());
                found.push(Slot {
                    jenis,
                    nama: nama.to_owned(),
                    gaya: gaya.to_owned(),
                    ukuran,
                    x,
                    y,
                    lebar,
                    tinggi,
                    upright: boxed.upright,
                });
            });
            found
        };
        SlotPlan(artwork.pages().iter().map(page_slots).collect())
    }

    /// What is wrong with the slots, in words: the checks of a village look at each slot alone, so
    /// slots must lie apart, and they are filled upright.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for page in &self.0 {
            for (index, slot) in page.iter().enumerate() {
                if !slot.upright {
                    faults.push(format!("slot `{}` diputar atau diperbesar", slot.name()));
                }
                for other in page.iter().skip(index + 1).filter(|other| slot.area().meets(other.area())) {
                    faults.push(format!("slot `{}` dan `{}` bertumpuk", slot.name(), other.name()));
                }
            }
        }
        faults
    }

    /// How many pages a village's sheet has.
    pub(crate) fn pages(&self) -> usize {
        self.0.len()
    }

    /// The boxes for the villages' codes, page by page.
    pub(crate) fn codes(&self) -> Vec<Vec<Area>> {
        let boxes = |page: &Vec<Slot>| page.iter().filter(|slot| slot.jenis == "qr").map(Slot::area).collect();
        self.0.iter().map(boxes).collect()
    }

    /// The values that boxes of the templates take; paragraphs are slots too, but take several.
    pub(crate) fn values(&self) -> BTreeSet<String> {
        let texts = self.0.iter().flatten().filter(|slot| slot.jenis == "teks" && !slot.nama.starts_with(VILLAGE_TEXT));
        texts.map(|slot| slot.nama.clone()).collect()
    }

    /// `/rencana.json`
    pub(crate) fn json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// How the text of a slot finds its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// It is set as large as its style says.
    Full,
    /// It is measured, and set smaller when it does not fit. Measuring takes twice as long as setting, and few villages need it.
    Measured,
}

#[derive(Serialize)]
struct RowData<'a> {
    qr: &'a str,
    ukur: bool,
    nilai: std::collections::BTreeMap<&'a str, &'a str>,
}

/// `/desa.json`: the rows of a chunk. The slug names the village, so that the shop can sort sheets.
pub(crate) fn rows_json(rows: &[Row], fit: Fit) -> Vec<u8> {
    let slugs: Vec<String> = rows.iter().map(|row| format!("{} · {}", row.code, row.name)).collect();
    let data: Vec<RowData<'_>> = rows
        .iter()
        .zip(&slugs)
        .map(|(row, slug)| {
            let mut nilai: std::collections::BTreeMap<&str, &str> =
                row.values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            nilai.insert("slug", slug);
            RowData { qr: &row.qr, ukur: fit == Fit::Measured, nilai }
        })
        .collect();
    serde_json::to_vec(&data).unwrap_or_default()
}

/// Room that rounding takes, in pt; what is measured may be larger by a tenth of a point.
const ROUNDING: f64 = 0.05;

/// Villages with a text that may be too large at its full size, by their position; `each` pages are one's. Whoever is not named here would
/// come out the same when measured: the text ends within its box, and a line by itself is one line.
pub(crate) fn tight(pages: &[Page], each: usize) -> Vec<usize> {
    let villages = pages.chunks(each.max(1)).enumerate();
    villages.filter(|(_, pages)| pages.iter().any(is_tight)).map(|(village, _)| village).collect()
}

fn is_tight(page: &Page) -> bool {
    let mut tight = false;
    // The line of the slot that is being walked through: one value in several lines is measured.
    let mut line: Option<(Area, f64)> = None;
    walk(
        &page.frame,
        &mut |item| {
            let Some((slot, is_value)) = slot_around(&item) else { return };
            match item.item {
                FrameItem::Text(text) => {
                    let cap = text.font.metrics().cap_height.at(text.size);
                    // From the baseline to the height of capitals: so high is a line for Typst.
                    let area = place_area(item.transform, Point::with_y(-cap), Size::new(text.width(), cap));
                    tight |= area.left < slot.left - ROUNDING || area.right > slot.right;
                    tight |= area.top < slot.top - ROUNDING || area.bottom > slot.bottom + ROUNDING;
                    let same = |(known, baseline): (Area, f64)| known != slot || (baseline - area.bottom).abs() < ROUNDING;
                    tight |= is_value && !line.is_none_or(same);
                    line = Some((slot, area.bottom));
                }
                // How high a drawing makes its line is not known here.
                FrameItem::Shape(..) | FrameItem::Image(..) => tight = true,
                FrameItem::Group(_) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        },
        &mut |_, _| {},
    );
    tight
}

/// The filled slot around an item, and whether it holds one value and no paragraph.
fn slot_around(item: &Item<'_>) -> Option<(Area, bool)> {
    let slot = item.boxes.iter().rev().find(|boxed| boxed.label == MARKS || boxed.label.starts_with(BOX))?;
    let is_paragraph = slot.label.strip_prefix(BOX).is_some_and(|name| name.starts_with(VILLAGE_TEXT));
    Some((slot.area, !is_paragraph))
}

/// The texts that fill the slots called `name`, village by village, as the glyphs show them.
#[cfg(test)]
pub(crate) fn texts(house: &super::PrintHouse, job: &super::Job<'_>, name: &str) -> Vec<String> {
    use super::frames::BOX;
    let diagnostics = crate::diagnostics::Diagnostics::new();
    let (desk, places) = super::compose::artwork(house, job);
    let artwork = super::house::typeset(&desk, &places, &diagnostics).unwrap();
    let plan = SlotPlan::of(&artwork);
    let (desk, places) =
        super::compose::slots(house, job, plan.json(), rows_json(&job.villages.chunk(0, job.villages.len()), Fit::Measured));
    let document = super::house::typeset(&desk, &places, &diagnostics).unwrap();
    let mut texts = vec![String::new(); job.villages.len()];
    for (text, page) in texts.iter_mut().zip(document.pages().chunks(plan.pages())) {
        for page in page {
            walk(
                &page.frame,
                &mut |item| {
                    if let typst::layout::FrameItem::Text(run) = item.item
                        && item.inside(BOX).is_some_and(|(_, inner)| inner == name)
                    {
                        text.push_str(&run.text);
                    }
                },
                &mut |_, _| {},
            );
        }
    }
    texts
}
