//! Binding: one artwork and many slot pages become one PDF in which the artwork is stored once.
//!
//! The artwork's pages are turned into form XObjects; a village's page draws the form and then its
//! own slots. Readers and presses cache the form, so a merged file of hundreds of villages is hardly
//! larger than one sheet. Pages go out as they come ([`super::stream`]).

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{self, Write};
use std::ops::Range;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::intent::{Intent, PDF_VERSION, info};
use super::stream::{Id, Outline, PageTree, Parts, PdfStream, Prefix, Refs, deflate, operators, own, references};
use super::{contour, office};
use crate::content::Format;
use crate::print::geometry::{Area, Sheet};

/// What went wrong while binding; only a bug in the program can cause it.
pub(crate) type Result<T> = std::result::Result<T, lopdf::Error>;

/// The name of the artwork's form in a page's resources.
const FORM: &str = "Karya";

/// The operators of a slot page are far fewer; more are not ours.
const LONGEST_PAGE: usize = 64 << 20;

/// The artwork, ready to be drawn under slot pages.
pub(crate) struct Artwork {
    prefix: Prefix,
    forms: Vec<Id>,
    draw: Id,
    sheet: Sheet,
    /// The press that files are made for, and the number of its profile.
    press: Option<(Intent, Id)>,
    /// The layer of the line that a knife follows, and its name.
    layer: Option<(Id, String)>,
    office: Option<OfficePaper>,
}

/// How pages lie on the paper of the office's own printer, black only.
struct OfficePaper {
    /// What stands before each copy.
    before: Vec<Id>,
    after: Id,
    /// For each side, what marks where it is cut and folded.
    marks: Vec<Option<Id>>,
    paper: Object,
}

impl Artwork {
    /// Reads the artwork's PDF and turns its pages into forms.
    pub(crate) fn read(pdf: &[u8], sheet: &Sheet, intent: Option<&Intent>) -> io::Result<Artwork> {
        Artwork::of(Document::load_mem(pdf).map_err(io::Error::other)?, sheet, intent, None)
    }

    /// The same for the office's own printer.
    pub(crate) fn for_office(pdf: &[u8], sheet: &Sheet, format: &Format) -> io::Result<Artwork> {
        let mut document = Document::load_mem(pdf).map_err(io::Error::other)?;
        office::blacken(&mut document).map_err(io::Error::other)?;
        let placing = office::placing(format, &rectangle(sheet.trim, sheet)).map_err(io::Error::other)?;
        Artwork::of(document, sheet, None, Some(placing))
    }

    fn of(
        mut document: Document,
        sheet: &Sheet,
        intent: Option<&Intent>,
        placing: Option<office::Placing>,
    ) -> io::Result<Artwork> {
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let mut forms = Vec::with_capacity(pages.len());
        for page in pages {
            let form = form_of(&document, page, sheet).map_err(io::Error::other)?;
            forms.push(document.add_object(form));
        }
        let layer = contour::layer_of(&document);
        // The forms, and the layer, follow their list in the order in which they stand in it.
        let listed = forms.iter().copied().chain(layer.iter().map(|(id, _)| *id));
        let list = document.add_object(listed.map(Object::Reference).collect::<Vec<_>>());
        let mut begun = PdfStream::prefix(if intent.is_some() { PDF_VERSION } else { "1.7" })?;
        let first = Parts::reached(&document, list)?.write(&mut begun)?;
        let forms: Vec<Id> = (1..).take(forms.len()).map(|number| first + number).collect();
        let layer = layer.zip(forms.last()).map(|((_, name), last)| (last + 1, name));
        let draw = begun.add(&operators(&format!("q /{FORM} Do Q\n")), &Refs::Own)?;
        let press = match intent {
            Some(intent) => Some((intent.clone(), begun.add(&Object::Stream(intent.profile()?), &Refs::Own)?)),
            None => None,
        };
        let office = match placing {
            Some(office::Placing { before, marks, paper }) => {
                let before = before.iter().map(|before| begun.add(&operators(before), &Refs::Own)).collect::<io::Result<_>>()?;
                let after = begun.add(&operators(&String::from_utf8_lossy(office::AFTER)), &Refs::Own)?;
                let mark = |marks: &String| (!marks.is_empty()).then(|| begun.add(&operators(marks), &Refs::Own)).transpose();
                let marks = marks.iter().map(mark).collect::<io::Result<_>>()?;
                Some(OfficePaper { before, after, marks, paper })
            }
            None => None,
        };
        Ok(Artwork { prefix: begun.into_prefix()?, forms, draw, sheet: sheet.clone(), press, layer, office })
    }

    /// Begins a file over this artwork.
    pub(crate) fn bind<W: Write>(&self, out: W) -> io::Result<Binder<'_, W>> {
        let pdf = PdfStream::begin(&self.prefix, out)?;
        Ok(Binder { artwork: self, pdf, tree: PageTree::default(), outline: Outline::default(), known: BTreeMap::new() })
    }
}

/// A file in the making.
pub(crate) struct Binder<'a, W> {
    artwork: &'a Artwork,
    pdf: PdfStream<W>,
    tree: PageTree,
    outline: Outline,
    /// Fonts and the like that the file holds already, by what tells them from others.
    known: BTreeMap<[u8; 32], Id>,
}

impl<W: Write> Binder<'_, W> {
    /// Adds slot pages over the artwork's pages, in turn. Gives the first page's number.
    pub(crate) fn add(&mut self, slots: &Slots, pages: Range<usize>) -> io::Result<Id> {
        let mut first = None;
        for (turn, page) in slots.pages.get(pages).unwrap_or_default().iter().enumerate() {
            let page = self.page(slots, page, turn)?;
            first.get_or_insert(page);
        }
        Ok(first.unwrap_or_default())
    }

    /// Opens a group of bookmarks.
    pub(crate) fn open_bookmarks(&mut self, title: &str, page: Id) -> io::Result<()> {
        self.outline.group(&mut self.pdf, title, page)
    }

    /// Adds a bookmark to the group that is open.
    pub(crate) fn bookmark(&mut self, title: &str, page: Id) -> io::Result<()> {
        self.outline.entry(&mut self.pdf, title, page)
    }

    /// A page that draws the artwork first, then the slots.
    fn page(&mut self, slots: &Slots, slot: &SlotPage, turn: usize) -> io::Result<Id> {
        let refs = self.share_of(slots, slot)?;
        let office = self.artwork.office.as_ref();
        let marks = office.and_then(|office| office::side(&office.marks, turn)).copied().flatten();
        let mut drawn = vec![own(self.artwork.draw)];
        // Codes are black already.
        let black = office.map(|_| office::blackened(&slot.content)).transpose().map_err(io::Error::other)?;
        for stream in std::iter::once(black.as_ref().unwrap_or(&slot.content)).chain(&slot.code) {
            let content = self.pdf.reserve();
            self.pdf.set_stream(content, &stream.dict, &stream.content, &Refs::Own)?;
            drawn.push(own(content));
        }
        let contents = match office {
            // Every copy draws the same streams.
            Some(office) => {
                let copy = |before: &Id| std::iter::once(own(*before)).chain(drawn.iter().cloned()).chain([own(office.after)]);
                office.before.iter().flat_map(copy).chain(marks.map(own)).collect()
            }
            None => drawn,
        };
        let mut resources = slot.resources.clone();
        if let Some(form) = self.artwork.forms.get(turn % self.artwork.forms.len().max(1)) {
            let mut objects = resources.get(b"XObject").and_then(Object::as_dict).cloned().unwrap_or_default();
            objects.set(FORM, own(*form));
            resources.set("XObject", objects);
        }
        if marks.is_some() {
            let mut fonts = resources.get(b"Font").and_then(Object::as_dict).cloned().unwrap_or_default();
            fonts.set(office::NOTE_FONT, office::note_font());
            resources.set("Font", fonts);
        }
        let mut page = dictionary! {
            "Resources" => resources,
            "Contents" => contents,
        };
        match office {
            Some(office) => office::BOXES.iter().for_each(|name| page.set(*name, office.paper.clone())),
            None => set_boxes(&mut page, &self.artwork.sheet),
        }
        self.tree.add(&mut self.pdf, page, &Refs::Known(&refs))
    }

    /// Sees to it that the file holds what the resources lead to.
    fn share_of(&mut self, slots: &Slots, slot: &SlotPage) -> io::Result<BTreeMap<ObjectId, Id>> {
        let mut needed = Vec::new();
        slot.resources.iter().for_each(|(_, value)| references(value, &mut |id| needed.push(id)));
        let mut refs = BTreeMap::new();
        for id in needed {
            let Some(parts) = slots.shared.get(&(slot.group, id)) else { continue };
            let here = match self.known.get(&parts.digest) {
                Some(here) => *here,
                None => parts.write(&mut self.pdf)?,
            };
            self.known.insert(parts.digest, here);
            refs.insert(id, here);
        }
        Ok(refs)
    }

    /// The same for a slot page by its place.
    pub(super) fn share(&mut self, slots: &Slots, page: usize) -> io::Result<BTreeMap<ObjectId, Id>> {
        slots.pages.get(page).map_or_else(|| Ok(BTreeMap::new()), |slot| self.share_of(slots, slot))
    }

    /// The form of an artwork's page.
    pub(super) fn artwork_form(&self, page: usize) -> Option<Id> {
        self.artwork.forms.get(page).copied()
    }

    /// Writes a stream whose bytes are as `dict` says they are.
    pub(super) fn add_stream(&mut self, dict: &Dictionary, bytes: &[u8], refs: &Refs<'_>) -> io::Result<Id> {
        let id = self.pdf.reserve();
        self.pdf.set_stream(id, dict, bytes, refs)?;
        Ok(id)
    }

    /// Adds a page.
    pub(super) fn add_page(&mut self, page: Dictionary, refs: &Refs<'_>) -> io::Result<Id> {
        self.tree.add(&mut self.pdf, page, refs)
    }

    /// How many pages were added.
    pub(crate) fn pages(&self) -> usize {
        self.tree.len()
    }

    /// Ends the file and gives back where it went.
    pub(crate) fn finish(mut self, title: &str) -> io::Result<W> {
        let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => own(self.tree.finish(&mut self.pdf)?) };
        if let Some(outline) = self.outline.finish(&mut self.pdf)? {
            catalog.set("Outlines", own(outline));
            catalog.set("PageMode", "UseOutlines");
        }
        if let Some((layer, name)) = &self.artwork.layer {
            catalog.set("OCProperties", contour::layers(own(*layer), name));
        }
        let press = self.artwork.press.as_ref();
        if let Some((intent, profile)) = press {
            catalog.set("OutputIntents", intent.output(own(*profile)));
            catalog.set("Metadata", own(self.pdf.add(&Object::Stream(intent.metadata(title)), &Refs::Own)?));
        }
        let catalog = self.pdf.add(&Object::Dictionary(catalog), &Refs::Own)?;
        self.pdf.finish(catalog, info(title, press.map(|(intent, _)| intent)))
    }
}

/// The slot pages of a chunk of villages, taken apart.
#[derive(Default)]
pub(crate) struct Slots {
    pages: Vec<SlotPage>,
    /// What the pages' resources lead to: fonts, mostly.
    shared: BTreeMap<(usize, ObjectId), Parts>,
    groups: usize,
}

/// One page of a village, without the artwork.
#[derive(Clone)]
struct SlotPage {
    content: Stream,
    code: Option<Stream>,
    resources: Dictionary,
    /// Which document the resources are of.
    group: usize,
}

impl Slots {
    /// Room for so many pages.
    pub(crate) fn new(pages: usize) -> Slots {
        let empty =
            SlotPage { content: Stream::new(Dictionary::new(), vec![]), code: None, resources: Dictionary::new(), group: 0 };
        Slots { pages: vec![empty; pages], ..Slots::default() }
    }

    /// Reads what Typst wrote: after one page of letters, the pages that stand at `places`.
    pub(crate) fn read(&mut self, pdf: &[u8], places: impl Iterator<Item = usize>) -> io::Result<()> {
        let document = Document::load_mem(pdf).map_err(io::Error::other)?;
        let group = self.groups;
        self.groups += 1;
        for (page, place) in document.get_pages().into_values().skip(1).zip(places) {
            let resources = resources_of(&document, page).map_err(io::Error::other)?;
            let mut needed = Vec::new();
            resources.iter().for_each(|(_, value)| references(value, &mut |id| needed.push(id)));
            for id in needed {
                if let Entry::Vacant(new) = self.shared.entry((group, id)) {
                    new.insert(Parts::reached(&document, id)?);
                }
            }
            if let Some(known) = self.pages.get_mut(place) {
                *known = SlotPage { content: content_of(&document, page)?, code: known.code.take(), resources, group };
            }
        }
        Ok(())
    }

    /// All operators of a page, with the resources that they name.
    pub(super) fn whole(&self, page: usize) -> io::Result<Option<(Vec<u8>, Dictionary)>> {
        let Some(page) = self.pages.get(page) else { return Ok(None) };
        let mut content = Vec::new();
        for stream in std::iter::once(&page.content).chain(&page.code) {
            let plain = stream.get_plain_content_with_limit(LONGEST_PAGE).map_err(io::Error::other)?;
            content.extend_from_slice(&plain);
            content.push(b'\n');
        }
        Ok(Some((content, page.resources.clone())))
    }

    /// Draws more onto a page.
    pub(crate) fn draw(&mut self, place: usize, operators: &str) -> io::Result<()> {
        if let Some(page) = self.pages.get_mut(place) {
            let drawn = deflate(operators.as_bytes())?;
            page.code = Some(Stream::new(dictionary! { "Filter" => "FlateDecode" }, drawn));
        }
        Ok(())
    }
}

/// A page's operators as one compressed stream.
fn content_of(document: &Document, page: ObjectId) -> io::Result<Stream> {
    let parts = document.get_page_contents(page);
    if let [only] = parts.as_slice()
        && let Ok(Object::Stream(stream)) = document.get_object(*only)
        && stream.dict.has(b"Filter")
    {
        return Ok(stream.clone());
    }
    let content = deflate(&document.get_page_content(page))?;
    Ok(Stream::new(dictionary! { "Filter" => "FlateDecode" }, content))
}

/// Gives the artwork's own file its boxes and writes it: for pieces without village data.
pub(crate) fn finish_single(pdf: &[u8], sheet: &Sheet, title: &str, intent: Option<&Intent>) -> Result<Vec<u8>> {
    let mut document = Document::load_mem(pdf)?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    strip(&mut document);
    for page in pages {
        set_boxes(document.get_dictionary_mut(page)?, sheet);
    }
    let catalog = document.trailer.get(b"Root").and_then(Object::as_reference)?;
    if let Some(intent) = intent {
        let profile = document.add_object(intent.profile()?);
        let metadata = document.add_object(intent.metadata(title));
        let catalog = document.get_dictionary_mut(catalog)?;
        catalog.set("OutputIntents", intent.output(Object::Reference(profile)));
        catalog.set("Metadata", Object::Reference(metadata));
    }
    write(document, catalog, info(title, intent), if intent.is_some() { PDF_VERSION } else { "1.7" })
}

fn form_of(document: &Document, page: ObjectId, sheet: &Sheet) -> Result<Stream> {
    let resources = resources_of(document, page)?;
    let content = document.get_page_content(page);
    let mut dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => rectangle(sheet.media, sheet),
        "Resources" => resources,
    };
    if let Ok(group) = document.get_dictionary(page)?.get(b"Group") {
        dictionary.set("Group", group.clone());
    }
    let mut stream = Stream::new(dictionary, content);
    stream.compress()?;
    Ok(stream)
}

pub(super) fn resources_of(document: &Document, page: ObjectId) -> Result<Dictionary> {
    match document.get_dictionary(page)?.get(b"Resources") {
        Ok(Object::Reference(id)) => Ok(document.get_dictionary(*id)?.clone()),
        Ok(Object::Dictionary(dictionary)) => Ok(dictionary.clone()),
        _ => Ok(Dictionary::new()),
    }
}

/// Takes out what a press file does not carry and what would differ without reason.
fn strip(document: &mut Document) {
    if let Ok(catalog) = document.catalog_mut() {
        for key in [&b"Metadata"[..], b"Outlines", b"PageLabels", b"Names", b"Dests", b"Lang", b"ViewerPreferences"] {
            catalog.remove(key);
        }
    }
    document.trailer.remove(b"Info");
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for page in pages {
        if let Ok(page) = document.get_dictionary_mut(page) {
            for key in [&b"Annots"[..], b"Tabs", b"StructParents"] {
                page.remove(key);
            }
        }
    }
}

/// `MediaBox`, `CropBox`, `BleedBox` and `TrimBox` of a page.
pub(super) fn set_boxes(page: &mut Dictionary, sheet: &Sheet) {
    page.set("MediaBox", rectangle(sheet.media, sheet));
    page.set("CropBox", rectangle(sheet.media, sheet));
    page.set("BleedBox", rectangle(sheet.bleed, sheet));
    page.set("TrimBox", rectangle(sheet.trim, sheet));
}

/// An area as PDF writes it: from the lower left corner of the page, y upwards.
pub(super) fn rectangle(area: Area, sheet: &Sheet) -> Object {
    let x = |value: f64| number((value - sheet.media.left) / sheet.scale);
    let y = |value: f64| number((sheet.media.bottom - value) / sheet.scale);
    Object::Array(vec![x(area.left), y(area.bottom), x(area.right), y(area.top)])
}

/// A thousandth of a point is far below what a press resolves.
fn number(value: f64) -> Object {
    #[allow(clippy::cast_possible_truncation, reason = "a page has at most 14,400 points")]
    let rounded = ((value * 1000.0).round() / 1000.0) as f32;
    Object::Real(rounded)
}

fn write(mut document: Document, catalog: ObjectId, info: Dictionary, version: &str) -> Result<Vec<u8>> {
    let info = document.add_object(info);
    document.trailer = Dictionary::new();
    document.trailer.set("Root", Object::Reference(catalog));
    document.trailer.set("Info", Object::Reference(info));
    document.prune_objects();
    document.renumber_objects();
    document.version = version.to_owned();
    document.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    let id = digest(&document);
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// The file identifier: a hash of everything in the file.
fn digest(document: &Document) -> Object {
    use sha2::Digest;
    let mut hash = sha2::Sha256::new();
    for (id, object) in &document.objects {
        hash.update(id.0.to_le_bytes());
        hash.update(format!("{object:?}"));
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    let bytes = hash.finalize().get(..16).unwrap_or_default().to_vec();
    Object::String(bytes, lopdf::StringFormat::Hexadecimal)
}
