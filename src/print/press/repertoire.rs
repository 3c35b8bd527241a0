//! Letters that every slot document begins with, so that fonts come out the same whatever the villages are called.
//!
//! A PDF carries of each font only what its pages use, numbered in the order of use. Begun with the same letters, the fonts of all
//! chunks are the same objects: a merged file holds them once, and a village's own file does not depend on its neighbours. Villages
//! that need more letters than these are exported with those that need the same ones.

use std::collections::BTreeMap;

use typst::layout::{Abs, Em, Frame, FrameItem, Point, Size};
use typst::syntax::Span;
use typst::text::{FontInstance, Glyph, Lang, TextItem};
use typst::visualize::Paint;
use typst_layout::Page;

/// What names, telephone numbers and addresses are written with.
const LETTERS: &str = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;-–'’\"“”()[]/&+·@_#?!";

/// Villages of a chunk that are exported together.
pub(crate) struct Group {
    /// A page with all letters that they need, to stand before theirs.
    pub(crate) letters: Page,
    /// Which villages these are, by their position in the chunk.
    pub(crate) villages: Vec<usize>,
}

/// Letters beyond the common ones: font by its position, glyph, and what it stands for.
type More = BTreeMap<(usize, u16), String>;

/// Sorts villages by the letters that they need; `each` pages are one village's.
pub(crate) fn groups(pages: &[Page], each: usize) -> Vec<Group> {
    let mut fonts: Vec<Known> = Vec::new();
    let mut sorted: BTreeMap<More, Vec<usize>> = BTreeMap::new();
    for (village, pages) in pages.chunks(each.max(1)).enumerate() {
        let mut more = More::new();
        for page in pages {
            each_text(&page.frame, &mut |text| note(text, &mut fonts, &mut more));
        }
        sorted.entry(more).or_default().push(village);
    }
    let letters = |more: &More| pages.first().map(|page| Page { frame: letters(&fonts, more), ..page.clone() });
    sorted.into_iter().filter_map(|(more, villages)| Some(Group { letters: letters(&more)?, villages })).collect()
}

/// A font with its glyphs for the common letters.
struct Known {
    font: FontInstance,
    glyphs: Vec<(u16, char)>,
}

fn note(text: &TextItem, fonts: &mut Vec<Known>, more: &mut More) {
    let position = fonts.iter().position(|known| known.font == text.font).unwrap_or_else(|| {
        let glyph = |letter| Some((text.font.ttf().glyph_index(letter)?.0, letter));
        fonts.push(Known { font: text.font.clone(), glyphs: LETTERS.chars().filter_map(glyph).collect() });
        fonts.len() - 1
    });
    let known = fonts.get(position).map(|known| known.glyphs.as_slice()).unwrap_or_default();
    for glyph in &text.glyphs {
        if !known.iter().any(|(id, _)| *id == glyph.id) {
            let stands_for = text.text.get(usize::from(glyph.range.start)..usize::from(glyph.range.end)).unwrap_or_default();
            more.entry((position, glyph.id)).or_insert_with(|| stands_for.to_owned());
        }
    }
}

fn each_text<'f>(frame: &'f Frame, found: &mut dyn FnMut(&'f TextItem)) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => each_text(&group.frame, found),
            FrameItem::Text(text) => found(text),
            _ => {}
        }
    }
}

/// A line in each font. The page is never put into a file.
fn letters(fonts: &[Known], more: &More) -> Frame {
    let mut frame = Frame::hard(Size::splat(Abs::pt(100.0)));
    for (position, known) in fonts.iter().enumerate() {
        let own = more.iter().filter(|((font, _), _)| *font == position).map(|((_, id), text)| (*id, text.clone()));
        let all = known.glyphs.iter().map(|(id, letter)| (*id, letter.to_string())).chain(own);
        let mut text = String::new();
        let mut glyphs = Vec::new();
        for (id, stands_for) in all {
            let at = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
            let start = at(text.len());
            text.push_str(&stands_for);
            let (zero, span) = (Em::zero(), (Span::detached(), 0));
            let range = start..at(text.len());
            glyphs.push(Glyph { id, x_advance: Em::one(), x_offset: zero, y_advance: zero, y_offset: zero, range, span });
        }
        let item = TextItem {
            font: known.font.clone(),
            size: Abs::pt(1.0),
            fill: Paint::Solid(crate::print::compose::black()),
            stroke: None,
            lang: Lang::ENGLISH,
            region: None,
            text: text.into(),
            glyphs,
        };
        frame.push(Point::zero(), FrameItem::Text(item));
    }
    frame
}
