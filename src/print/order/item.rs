//! One piece as an order names it.

use std::collections::{BTreeMap, BTreeSet};

use super::paper::Imposed;
use super::text::thousands;
use crate::content::format::{Edge, Family, Finishing, Panel};
use crate::content::shop::{Shop, Unit};
use crate::content::{Format, Piece, Village};
use crate::edition::Edition;
use crate::print::geometry::{Obstacle, PT_PER_MM, Sheet, tile_spans};
use crate::print::names::{Name, paper_for, size};
use crate::print::{Facts, FileKind, PrintedFile, VillageFile, is_press_sheet};

/// One piece of an order.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The press file; of a piece with a file a kecamatan or a village all of them, in the order of `villages`.
    pub press: Vec<Attached>,
    /// The folder that holds the press files, where each kecamatan or village has its own: nobody orders five thousand lines.
    pub folder: Option<String>,
    /// Pictures that show what it must look like, page by page.
    pub proofs: Vec<Attached>,
    /// The same on sheets with several copies on each, for shops that print it so.
    pub composed: Vec<Attached>,
    /// The piece's title.
    pub title: String,
    /// Trimmed width in mm.
    pub width: f64,
    /// Trimmed height in mm.
    pub height: f64,
    /// How many times larger than in the file.
    pub scale: f64,
    /// How far colours reach beyond the trim, in words; of a file without bleed also why.
    pub bleed: String,
    /// What it is printed on.
    pub material: Option<String>,
    /// How its edges are finished.
    pub finishing: Option<String>,
    /// How many copies; none while the office has not said.
    pub copies: Option<u64>,
    /// How many a layer below thinks of.
    pub suggested: Option<u64>,
    /// Whether it is sold by its area.
    pub large: bool,
    /// How copies stand on press sheets, where they do.
    pub imposed: Option<Imposed>,
    /// Pages of one copy.
    pub pages: usize,
    /// Where those pages are parts of one poster, each printed on one side of its own sheet: the paper of a part.
    pub tiled: Option<String>,
    /// Black ink only.
    pub one_ink: bool,
    /// Folds, seams, rings: what the shop must look out for.
    pub notes: Vec<String>,
    /// What all copies cost in rupiah, by the shop's own price.
    pub estimate: Option<i64>,
    /// For one file a kecamatan: what each holds, in the order of `press`.
    pub districts: Vec<DistrictLine>,
    /// For one sheet a village: its pages in the file and its copies, in the order of the file.
    pub villages: Vec<VillageLine>,
}

/// A file of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Path from the output's root, under the name that says the job.
    pub path: String,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}

impl Attached {
    /// The file's own name.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// The file of one kecamatan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistrictLine {
    /// The kecamatan's name.
    pub name: String,
    /// Pages of the file.
    pub pages: usize,
    /// Copies of all its villages.
    pub copies: Option<u64>,
}

/// The pages of one village in a merged file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageLine {
    /// Its file, by its place among those of the item; none where one file holds all villages.
    pub file: Option<usize>,
    /// First page, counted from 1.
    pub first: usize,
    /// Last page.
    pub last: usize,
    /// The village's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its kecamatan.
    pub district: String,
    /// How many copies.
    pub copies: Option<u64>,
}

impl Item {
    /// What the order calls it: the press file's name, or that of the folder of its files.
    pub fn file(&self) -> &str {
        self.folder.as_deref().or_else(|| self.press.first().map(Attached::name)).unwrap_or_default()
    }

    /// The same without an ending: what its pictures and lists are called.
    pub fn stem(&self) -> &str {
        self.file().trim_end_matches(".pdf")
    }

    /// Square metres of one copy, trimmed.
    pub fn area(&self) -> f64 {
        self.width * self.height / 1e6
    }

    /// Square metres of all copies.
    pub fn total_area(&self) -> Option<f64> {
        #[allow(clippy::cast_precision_loss, reason = "copies stay far below 2^52")]
        self.copies.map(|copies| self.area() * copies as f64)
    }
}

/// Where the shop finds how many copies each village gets, and what it does with that.
const LISTED: &str = "ada di daftar desa, ikat per desa menurut daftar itu";

/// Tells what the shop must know of a piece; none when nothing of it was printed. `format` is as the shop wants it.
pub(super) fn item(
    edition: &Edition,
    piece: &Piece,
    format: &Format,
    name: &Name,
    facts: &Facts,
    shop: Option<&Shop>,
) -> Option<Item> {
    let attached =
        |file: &PrintedFile| Attached { path: name.press_path(edition, piece, &file.path), sha256: file.sha256.clone() };
    let of_kind = |kind| facts.files.iter().filter(move |file| file.kind == kind);
    let (composed, whole): (Vec<&PrintedFile>, Vec<&PrintedFile>) =
        of_kind(FileKind::Press).partition(|file| is_press_sheet(&file.path));
    let districts: Vec<&PrintedFile> = of_kind(FileKind::District).collect();
    // One file for all, else one a kecamatan, else one a village: never the same sheets twice.
    let mut item = match (whole.first(), districts.as_slice()) {
        (Some(file), _) => {
            let villages = edition.bound_villages(piece);
            let pages = file.pages / villages.len().max(1);
            let mut item = Item { press: vec![attached(file)], ..plain(edition, piece, format, pages, &villages) };
            if villages.len() > 1 {
                let told = "dalam satu berkas; jumlah masing-masing";
                item.notes.push(format!("{} {told} {LISTED}", edition.villages_counted(&villages)));
            }
            item
        }
        (None, []) => own_files(edition, piece, format, name, facts)?,
        (None, files) => {
            Item { press: files.iter().copied().map(attached).collect(), ..by_district(edition, piece, format, name, files) }
        }
    };
    item.proofs = of_kind(FileKind::Proof).map(attached).collect();
    item.composed = composed.into_iter().map(attached).collect();
    item.imposed = Imposed::of(format, &item);
    item.estimate = shop.and_then(|shop| estimate(shop, piece, format, &item));
    Some(item)
}

/// The item of a piece with a file a kecamatan, without its files. The piece is one thing to order, to price and to impose; what each file
/// holds stands in a table.
fn by_district(edition: &Edition, piece: &Piece, format: &Format, name: &Name, files: &[&PrintedFile]) -> Item {
    let all = edition.bound_villages(piece);
    let (mut ordered, mut lines) = (Vec::new(), Vec::new());
    let mut pages = 1;
    for (index, file) in files.iter().enumerate() {
        let here: Vec<&Village> = all.iter().copied().filter(|village| holds(file, village)).collect();
        pages = file.pages / here.len().max(1);
        lines.extend(
            village_lines(edition, piece, pages, &here).into_iter().map(|line| VillageLine { file: Some(index), ..line }),
        );
        let copies = sum(here.iter().filter_map(|village| edition.village_copies(piece, village)));
        ordered.push(DistrictLine { name: file.district.clone().unwrap_or_default(), pages: file.pages, copies });
    }
    let mut item = Item { folder: Some(name.folder("Kecamatan")), ..plain(edition, piece, format, pages, &all) };
    (item.villages, item.districts) = (lines, ordered);
    let (count, villages) = (files.len(), edition.villages_counted(&all));
    item.notes.push(format!(
        "{count} berkas dalam satu folder, satu tiap kecamatan, untuk {villages}; halaman dan jumlah masing-masing {LISTED}"
    ));
    item
}

/// The item of a piece with a file a village: those of all villages that get copies.
fn own_files(edition: &Edition, piece: &Piece, format: &Format, name: &Name, facts: &Facts) -> Option<Item> {
    let attached = |file: &VillageFile| Attached {
        path: name.press_path(edition, piece, &file.path(&facts.villages.stem)),
        sha256: file.sha256.to_string(),
    };
    let files: BTreeMap<&str, &VillageFile> = facts.villages.files.iter().map(|file| (file.code.as_ref(), file)).collect();
    let of = |village: &&Village| files.get(village.code.value.as_str()).copied();
    let villages: Vec<&Village> = edition.bound_villages(piece).into_iter().filter(|village| of(village).is_some()).collect();
    let first = villages.first().and_then(of)?;
    let press = villages.iter().filter_map(of).map(attached).collect();
    let mut item = Item {
        press,
        folder: Some(name.folder(edition.word_of(villages.iter().copied()))),
        ..plain(edition, piece, format, first.pages, &villages)
    };
    let districts: BTreeSet<&str> = villages.iter().map(|village| village.district.value.as_str()).collect();
    for (index, line) in item.villages.iter_mut().enumerate() {
        line.file = Some(index);
    }
    let (count, districts) = (thousands(item.press.len() as u64), districts.len());
    let kinds = edition.kinds_of(&villages, "atau");
    let told = format!("satu tiap {kinds} dari {districts} kecamatan; nama berkas dan jumlah masing-masing {LISTED}");
    item.notes.push(format!("{count} berkas dalam satu folder, {told}"));
    Some(item)
}

/// Whether a village's sheet is in a merged file.
fn holds(file: &PrintedFile, village: &Village) -> bool {
    file.district.as_ref().is_none_or(|district| *district == village.district.value)
}

/// An item without its files: the sheets of these villages with so many pages each, or a piece that is the same for all.
fn plain(edition: &Edition, piece: &Piece, format: &Format, pages: usize, villages: &[&Village]) -> Item {
    let own = piece.finishing.as_ref().and_then(|wanted| format.finishing_named(&wanted.value));
    let finishing = own.or(format.finishing.first());
    let sheet = Sheet::of(format, finishing);
    let knife = finishing.and_then(|finishing| finishing.contour).and_then(|_| edition.profile(piece, format)?.contour.as_ref());
    let knife = knife.map(|ink| format!("garis pisau: warna {}, di lapisannya sendiri, tidak dicetak", ink.value));
    let lines = village_lines(edition, piece, pages, villages);
    let known = sum(lines.iter().filter_map(|line| line.copies));
    Item {
        press: vec![],
        folder: None,
        proofs: vec![],
        composed: vec![],
        title: edition.fill(&piece.meta.title),
        width: format.width,
        height: format.height,
        scale: sheet.scale,
        bleed: bleed(format, finishing, edition.profile(piece, format).map_or(0.0, |profile| profile.bleed)),
        material: piece.material.as_ref().map(|material| material.value.clone()),
        finishing: piece.finishing.as_ref().map(|text| text.value.clone()).or(finishing.map(|known| known.name.clone())),
        copies: if piece.per_village { known } else { edition.copies(piece) },
        suggested: edition.suggested(piece),
        large: is_large(format),
        imposed: None,
        pages,
        tiled: part_paper(format),
        one_ink: format.one_ink,
        notes: notes(format, finishing, &sheet).into_iter().chain(knife).collect(),
        estimate: None,
        districts: vec![],
        villages: lines,
    }
}

/// The lines of villages with so many pages each, one after the other in one file.
fn village_lines(edition: &Edition, piece: &Piece, pages: usize, villages: &[&Village]) -> Vec<VillageLine> {
    let line = |(index, village): (usize, &&Village)| VillageLine {
        file: None,
        first: index * pages + 1,
        last: (index + 1) * pages,
        code: village.code.value.clone(),
        name: edition.village_title(village),
        district: village.district.value.clone(),
        copies: edition.village_copies(piece, village),
    };
    villages.iter().enumerate().map(line).collect()
}

/// The sum of what is known; none when nothing is.
fn sum(known: impl Iterator<Item = u64>) -> Option<u64> {
    known.fold(None, |sum, copies| Some(sum.unwrap_or(0).saturating_add(copies)))
}

/// The smallest paper that each part of a poster fits on: `F4`.
pub(super) fn part_paper(format: &Format) -> Option<String> {
    let tiles = format.tiles.as_ref()?;
    let span = |count, side| tile_spans(count, side, tiles.overlap).first().map(|(from, to)| to - from);
    let (width, height) = (span(tiles.columns, format.width)?, span(tiles.rows, format.height)?);
    Some(paper_for(width, height).map_or_else(|| size(width, height), str::to_owned))
}

/// Square metres from which on a sheet is sold by its area, whatever its family: all that is printed from a roll.
const LARGE: f64 = 0.5;

fn is_large(format: &Format) -> bool {
    matches!(format.family, Family::Lebar | Family::Tegak | Family::Papan) || format.width * format.height / 1e6 >= LARGE
}

/// What all copies cost, rounded up to whole rupiah.
fn estimate(shop: &Shop, piece: &Piece, format: &Format, item: &Item) -> Option<i64> {
    let price = shop.price(piece, format)?;
    let copies = item.copies?;
    match price.unit {
        Unit::Sheet => i64::try_from(copies).ok()?.checked_mul(price.rupiah),
        Unit::SquareMetre => {
            #[allow(clippy::cast_precision_loss, reason = "prices and areas stay far below 2^52")]
            let rupiah = (item.total_area()? * price.rupiah as f64).ceil();
            #[allow(clippy::cast_possible_truncation, reason = "checked against the largest exact whole number on this line")]
            (rupiah < 9e15).then_some(rupiah as i64)
        }
    }
}

/// The bleed of a file whose order asks for `wanted` mm. What is made without any is told with its reason: a shop that gave a number looks
/// for it in the file.
pub(super) fn bleed(format: &Format, finishing: Option<&Finishing>, wanted: f64) -> String {
    if format.bleed > 0.0 {
        return format!("{} mm di semua sisi", decimal(format.bleed, 1));
    }
    let wish = if wanted > 0.0 {
        format!(", walau pesanan ini memakai bleed {} mm: gambar format ini", decimal(wanted, 1))
    } else {
        "; gambar".to_owned()
    };
    let hemmed = finishing.is_some_and(|finishing| finishing.hem > 0.0);
    let folded = if hemmed { ", dan tepinya dilipat ke belakang" } else { "" };
    format!("tanpa{wish} berakhir tepat di ukuran jadi{folded}")
}

pub(super) fn notes(format: &Format, finishing: Option<&Finishing>, sheet: &Sheet) -> Vec<String> {
    let mut notes = Vec::new();
    if sheet.scale > 1.0 {
        notes.push("berkas dibuat skala 1:10, cetak diperbesar 1000%".to_owned());
    }
    for side in &sheet.sides {
        let folds: Vec<String> = side.folds.iter().map(|fold| centimetres(fold / PT_PER_MM)).collect();
        if !folds.is_empty() {
            notes.push(format!("sisi {}: lipat pada {} cm dari kiri", side.name, folds.join(" dan ")));
        }
    }
    notes.extend(turned(format));
    if let Some(finishing) = finishing {
        notes.extend(edges(finishing, sheet));
    }
    for seam in &sheet.seams {
        let (edge, at) = if seam.horizontal { ("atas", seam.at) } else { ("kiri", seam.at) };
        let at = centimetres(at / PT_PER_MM);
        notes.push(match seam.roll {
            Some(roll) => format!("pada gulungan {} m disambung di {at} cm dari {edge}", decimal(roll / 1000.0, 1)),
            None => format!("disambung di {at} cm dari {edge}"),
        });
    }
    if format.press_sheet.is_some() {
        notes.push("jumlah dihitung per lembar jadi, bukan per kertas".to_owned());
    }
    if format.marks {
        notes.push("potong pada tanda potong".to_owned());
    }
    notes
}

/// How a folded sheet is turned between its sides, and which panel goes in first: the narrower one at an end of the outer side.
fn turned(format: &Format) -> Vec<String> {
    let [outer, _] = format.sides.as_slice() else { return vec![] };
    let edge = if format.width > format.height { "pendek" } else { "panjang" };
    let mut notes = vec![format!("bolak-balik: balik di sisi {edge}, kepala bertemu kepala")];
    let inner = |panel: Option<&Panel>, beside: Option<&Panel>, at: &str| {
        let (panel, beside) = (panel?, beside?);
        let narrower = panel.width < beside.width;
        narrower.then(|| format!("panel {} cm di {at} sisi {} dilipat ke dalam dahulu", centimetres(panel.width), outer.name))
    };
    let panels = &outer.panels;
    let first = inner(panels.first(), panels.get(1), "kiri");
    notes.extend(first.or_else(|| inner(panels.last(), panels.iter().rev().nth(1), "kanan")));
    notes
}

/// Hems and sleeves are made of the sheet itself: nothing is printed beyond it, and words keep off what is folded.
const INSIDE: &str = "diambil dari ukuran jadi";

/// What finishing takes of the edges, in words: those of the format, where its measures would be misread. A frame that clamps an edge
/// takes as much of it as a sleeve, but nobody sews it.
fn edges(finishing: &Finishing, sheet: &Sheet) -> Vec<String> {
    if let Some(note) = &finishing.note {
        return vec![note.clone()];
    }
    let mut notes = Vec::new();
    let rings = sheet.keep_outs.iter().filter(|place| place.obstacle == Obstacle::Eyelet).count();
    if rings > 0 {
        notes.push(format!("mata ayam {rings} lubang tiap lembar"));
    }
    if finishing.hem > 0.0 {
        let mut told = format!("tepi dilipat {} cm di semua sisi, {INSIDE}", centimetres(finishing.hem));
        // What a sleeve leaves to be seen depends on its pole.
        if finishing.sleeve.is_none() {
            let (width, height) = (sheet.trim.width() / PT_PER_MM, sheet.trim.height() / PT_PER_MM);
            let size = |less: f64| format!("{} × {} cm", centimetres(width - less), centimetres(height - less));
            told = format!("{told}: potong {}, terlipat {}", size(0.0), size(2.0 * finishing.hem));
        }
        notes.push(told);
    }
    if let Some(sleeve) = &finishing.sleeve {
        let edges: Vec<&str> = sleeve.edges.iter().map(|edge| word(*edge)).collect();
        notes.push(format!("selongsong {} cm di sisi {}, {INSIDE}", centimetres(sleeve.depth), edges.join(" dan ")));
    }
    notes
}

fn word(edge: Edge) -> &'static str {
    Edge::CHOICES.iter().find(|(_, known)| *known == edge).map_or("", |(word, _)| word)
}

/// Millimetres as centimetres, with a comma where they are not whole.
pub(super) fn centimetres(millimetres: f64) -> String {
    decimal(millimetres / 10.0, 1)
}

/// At most `digits` decimals, with a comma, as Indonesian writes it.
pub fn decimal(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    text.replace('.', ",")
}
