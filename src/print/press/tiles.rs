//! A poster of several sheets: the artwork cut into the sheets that are printed, row by row from the left, each saying where it goes.

use serde::Serialize;
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::visualize::Curve;
use typst_layout::{Page, PagedDocument};

use crate::content::Format;
use crate::print::geometry::{Area, PT_PER_MM, Sheet, tile_spans};

/// One sheet of a poster, in points on the poster.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Tile {
    /// From 1, from the left.
    kolom: usize,
    /// From 1, from above.
    baris: usize,
    x: f64,
    y: f64,
    pub(crate) lebar: f64,
    pub(crate) tinggi: f64,
    /// How much of its left and of its upper edge is cut away, because it lies on the sheets before it.
    kiri: f64,
    atas: f64,
    /// How much of its right and of its lower edge the next sheets then cover.
    kanan: f64,
    bawah: f64,
}

/// The sheets of a poster in reading order; none for a format of one sheet.
pub(crate) fn tiles(format: &Format) -> Vec<Tile> {
    let Some(tiles) = &format.tiles else { return Vec::new() };
    let columns = tile_spans(tiles.columns, format.width, tiles.overlap);
    let rows = tile_spans(tiles.rows, format.height, tiles.overlap);
    // Sheets meet in the middle of what they share: the one on top is cut there, and what is behind holds the other half.
    let half = tiles.overlap * PT_PER_MM / 2.0;
    let cut = |at: usize| if at > 0 { half } else { 0.0 };
    let covered = |at: usize, all: usize| if at + 1 < all { half } else { 0.0 };
    let mut list = Vec::new();
    for (row, (top, bottom)) in rows.iter().enumerate() {
        for (column, (left, right)) in columns.iter().enumerate() {
            list.push(Tile {
                kolom: column + 1,
                baris: row + 1,
                x: left * PT_PER_MM,
                y: top * PT_PER_MM,
                lebar: (right - left) * PT_PER_MM,
                tinggi: (bottom - top) * PT_PER_MM,
                kiri: cut(column),
                atas: cut(row),
                kanan: covered(column, columns.len()),
                bawah: covered(row, rows.len()),
            });
        }
    }
    list
}

/// The boxes of one sheet; all sheets of a poster are alike.
pub(crate) fn sheet(poster: &Sheet, tile: &Tile) -> Sheet {
    let trim = Area::new(0.0, 0.0, tile.lebar, tile.tinggi);
    let (bleed, media) = (poster.trim.left - poster.bleed.left, poster.trim.left - poster.media.left);
    Sheet { trim, bleed: trim.inset(-bleed), media: trim.inset(-media), ..poster.clone() }
}

/// Cuts every page of the artwork; `slugs` are the marks and places of the sheets, a page each.
pub(crate) fn cut(artwork: &PagedDocument, slugs: &PagedDocument, tiles: &[Tile], poster: &Sheet) -> Vec<Page> {
    let sheets = artwork.pages().iter().flat_map(|page| tiles.iter().zip(slugs.pages()).map(move |pair| (page, pair)));
    sheets.map(|(page, (tile, slug))| one(page, slug, tile, poster)).collect()
}

fn one(page: &Page, slug: &Page, tile: &Tile, poster: &Sheet) -> Page {
    let size = Size::new(Abs::pt(tile.lebar), Abs::pt(tile.tinggi));
    let bleed = Abs::pt(poster.trim.left - poster.bleed.left);
    // The marks of the whole poster lie outside of its bleed: each sheet has its own.
    let mut window = Frame::hard(size + Size::splat(bleed * 2.0));
    let mut moved = GroupItem::new(page.frame.clone());
    moved.transform = Transform::translate(bleed - Abs::pt(tile.x), bleed - Abs::pt(tile.y));
    window.push(Point::zero(), FrameItem::Group(moved));
    let mut clipped = GroupItem::new(window);
    clipped.clip = Some(Curve::rect(size + Size::splat(bleed * 2.0)));
    let mut frame = Frame::hard(size);
    frame.push(Point::splat(-bleed), FrameItem::Group(clipped));
    frame.push_frame(Point::zero(), slug.frame.clone());
    Page { frame, ..page.clone() }
}
