//! The edition of a piece for readers at a screen: screen colours, live links, tags and reading order as PDF/UA-1 asks.
//!
//! It is laid out once more, because what a press must not have a reader needs: links, headings, codes that say where they
//! lead, and the region's own contact where a village's sheet would name the village's. There is no bleed, no mark and no slug.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;

use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst::introspection::Tag;
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Ratio, Transform};
use typst::model::HeadingElem;
use typst::text::{Lang, Locale};
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfStandard, PdfStandards};

use super::frames::inject::{insert_codes, recolour};
use super::frames::soft_hyphens::drop_soft_hyphens;
use super::geometry::PT_PER_MM;
use super::house::{PrintHouse, typeset};
use super::job::{Job, Rows};
use super::places::Places;
use super::press::export::options;
use super::qr::Codes;
use super::world::Desk;
use super::{codes, compose};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::markdown::escape::typst_string;
use crate::markdown::{Placeholder, Scope, contact};

/// How the file of a piece for screens ends, after the piece's id.
pub const SCREEN_FILE: &str = "-layar.pdf";
/// Sheets longer than this, in mm, come on a page a tenth as long: a viewer shows a banner whole, and no page of a PDF may
/// be longer than 5.08 m.
const LONGEST_PAGE: f64 = 1000.0;

/// A file for readers.
pub(crate) struct Screen {
    pub(crate) bytes: Vec<u8>,
    pub(crate) pages: usize,
}

/// Lays a piece out for the screen. `None` when it can't be; the diagnostics tell why.
pub(crate) fn piece(house: &PrintHouse, job: &Job<'_>, found: &Diagnostics) -> Option<Screen> {
    let general = general(job);
    let job = Job { villages: Rows::default(), ..job.clone() };
    let (desk, places) = compose::screen(house, &job, &general);
    let specimen = if job.specimen { " (contoh)" } else { "" };
    let title = format!("{} – {}{specimen}", job.title.value, job.sender.region);
    let (author, ident) = (sender(&job), format!("{} layar", job.stem));
    document(house, &desk, &places, &Naming { title: &title, author: &author, ident: &ident, place: &job.title.place }, found)
}

/// The edition of a piece for screens alone, for one who looks at it while writing; `None`, with the reason in the diagnostics, when it
/// can't be made, or when the piece has none.
pub fn on_screen(house: &PrintHouse, job: &Job<'_>, diagnostics: &Diagnostics) -> Option<Vec<u8>> {
    let has_one = job.format.has_screen_edition() && !job.names_people;
    let found = Diagnostics::new();
    let made = has_one.then(|| house.run(|| piece(house, job, &found))).flatten();
    diagnostics.absorb(found);
    made.map(|screen| screen.bytes)
}

/// What a file for readers is called, and where its content was written.
pub(crate) struct Naming<'a> {
    /// The document's title, which a reader's window shows.
    pub(crate) title: &'a str,
    /// Whose it is.
    pub(crate) author: &'a str,
    /// What makes the file's id.
    pub(crate) ident: &'a str,
    /// Where problems without a place of their own are told.
    pub(crate) place: &'a Place,
}

/// Lays a desk's document out and writes it as a tagged PDF.
pub(crate) fn document(
    house: &PrintHouse,
    desk: &Desk<'_>,
    places: &Places<'_>,
    naming: &Naming<'_>,
    found: &Diagnostics,
) -> Option<Screen> {
    let laid_out = typeset(desk, places, found)?;
    let mut info = typst::model::Document::info(&laid_out).clone();
    info.title = Some(naming.title.into());
    info.author = vec![naming.author.into()];
    info.locale = Smart::Custom(Locale::new(Lang::INDONESIAN, None));
    let mut pages: EcoVec<Page> = laid_out.pages().into();
    let codes = Codes::default();
    let mut headings = Headings::default();
    for page in pages.make_mut() {
        insert_codes(&mut page.frame, &mut |address, side| {
            let ink = typst::visualize::Paint::Solid(compose::black());
            Some(codes.get(address)?.drawing(Abs::pt(side), ink))
        });
        recolour(&mut page.frame, house.screen_colours());
        drop_soft_hyphens(&mut page.frame);
        headings.order(&mut page.frame);
        shrink(page);
    }
    let count = pages.len();
    match export(&PagedDocument::new(pages, info), naming.ident) {
        Ok(bytes) => Some(Screen { bytes, pages: count }),
        Err(problems) => {
            problems.iter().for_each(|problem| found.push(refused(problem, desk, places, naming)));
            None
        }
    }
}

fn export(document: &PagedDocument, ident: &str) -> Result<Vec<u8>, EcoVec<SourceDiagnostic>> {
    let standards = PdfStandards::new(&[PdfStandard::V_1_7, PdfStandard::Ua_1]);
    let standards = standards
        .map_err(|problem| EcoVec::from([SourceDiagnostic::error(typst::syntax::Span::detached(), problem.message().clone())]))?;
    typst_pdf::pdf(document, &options(ident, standards, true))
}

/// What Typst's validator refused, at the words it is about.
fn refused(problem: &SourceDiagnostic, desk: &Desk<'_>, places: &Places<'_>, naming: &Naming<'_>) -> Diagnostic {
    let message = format!("PDF layar `{}` tidak memenuhi PDF/UA-1", naming.title);
    let mut diagnostic = Diagnostic::error(codes::NOT_ACCESSIBLE, message)
        .at(naming.place)
        .because(format!("kata Typst: {}", problem.message))
        .hint("tulis ulang bagian yang ditunjuk; bila itu templat tema, lihat kepala `print/bagian.typ`");
    diagnostic = places.mark(diagnostic, desk, problem.span);
    for hint in &problem.hints {
        diagnostic = diagnostic.because(hint.v.to_string());
    }
    diagnostic
}

/// Levels of headings, one by one as they are read: the first is the title, no other is at its level, and none skips a level.
#[derive(Default)]
struct Headings {
    last: usize,
}

impl Headings {
    fn order(&mut self, frame: &mut Frame) {
        frame.retain(|item| {
            match item {
                FrameItem::Group(group) => self.order(&mut group.frame),
                FrameItem::Tag(Tag::Start(content, _)) => {
                    if let Some(heading) = content.to_packed_mut::<HeadingElem>() {
                        let asked = heading.resolve_level(typst::foundations::StyleChain::default()).get();
                        let level = if self.last == 0 { 1 } else { asked.clamp(2, self.last + 1) };
                        self.last = level;
                        heading.level.set(Smart::Custom(NonZeroUsize::new(level).unwrap_or(NonZeroUsize::MIN)));
                    }
                }
                _ => {}
            }
            true
        });
    }
}

/// Puts a sheet that is too long for a viewer on a page a tenth its length.
fn shrink(page: &mut Page) {
    let size = page.frame.size();
    if size.x.max(size.y).to_pt() <= LONGEST_PAGE * PT_PER_MM {
        return;
    }
    let mut small = Frame::hard(size / 10.0);
    let mut group = GroupItem::new(std::mem::replace(&mut page.frame, Frame::hard(size)));
    group.transform = Transform::scale(Ratio::new(0.1), Ratio::new(0.1));
    small.push(Point::zero(), FrameItem::Group(group));
    page.frame = small;
}

/// `Bawaslu Kabupaten Kayong Utara`
fn sender(job: &Job<'_>) -> String {
    let institution = job.sender.institution.as_ref().map_or("", |name| name.value.as_str());
    format!("{institution} {}", job.sender.region).trim().to_owned()
}

/// The values that stand where a village's would, as a Typst dictionary: the office to turn to, and `Anda` for the village; for the number also
/// where it leads, under its name and `-alamat`.
fn general(job: &Job<'_>) -> String {
    let sender = &job.sender;
    let text = |value: &Option<crate::diagnostics::Located<String>>| value.as_ref().map(|text| text.value.clone());
    let kinds: BTreeSet<String> =
        job.villages.iter().filter_map(|mut row| row.values.remove(Placeholder::VillageKind.name())).collect();
    let kinds = if kinds.is_empty() { "Desa".to_owned() } else { kinds.into_iter().collect::<Vec<_>>().join("/") };
    let value = |placeholder: Placeholder| match placeholder {
        Placeholder::VillageKind => kinds.clone(),
        Placeholder::VillageCode => sender.region_code.clone(),
        Placeholder::VillageSupervisor => text(&sender.name).unwrap_or_else(|| self::sender(job)),
        Placeholder::VillagePhone => text(&sender.phone).or_else(|| text(&sender.whatsapp)).unwrap_or_default(),
        _ => "Anda".to_owned(),
    };
    let known = Placeholder::ALL.iter().filter(|placeholder| placeholder.scope() == Scope::Village);
    let mut known: BTreeMap<String, String> =
        known.map(|placeholder| (placeholder.name().to_owned(), value(*placeholder))).collect();
    // The number that stands for a village's can be tapped like the office's own.
    let phone = Placeholder::VillagePhone.name();
    if let Some(address) = known.get(phone).and_then(|number| contact::tel(number)) {
        known.insert(format!("{phone}-alamat"), address);
    }
    let entries: String =
        known.iter().map(|(name, value)| format!("{}: {}, ", typst_string(name), typst_string(value))).collect();
    format!("({entries})")
}

#[cfg(test)]
mod tests;
