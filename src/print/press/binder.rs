//! Binding: one artwork and many slot pages become one PDF in which the artwork is stored once.
//!
//! The artwork's pages are turned into form XObjects; a village's page draws the form and then its
//! own slots. Readers and presses cache the form, so a merged file of hundreds of villages is hardly
//! larger than one sheet.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::print::geometry::{Area, Sheet};

/// What went wrong while binding; only a bug in the program can cause it.
pub(crate) type Result<T> = std::result::Result<T, lopdf::Error>;

/// The name of the artwork's form in a page's resources.
const FORM: &str = "Karya";

/// The artwork, ready to be drawn under slot pages.
pub(crate) struct Artwork {
    document: Document,
    forms: Vec<ObjectId>,
    sheet: Sheet,
}

impl Artwork {
    /// Reads the artwork's PDF and turns its pages into forms.
    pub(crate) fn read(pdf: &[u8], sheet: &Sheet) -> Result<Artwork> {
        let mut document = Document::load_mem(pdf)?;
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let mut forms = Vec::with_capacity(pages.len());
        for page in pages {
            let form = form_of(&document, page, sheet)?;
            forms.push(document.add_object(form));
        }
        strip(&mut document);
        keep_only(&mut document, &forms);
        Ok(Artwork { document, forms, sheet: sheet.clone() })
    }

    /// Begins a file over this artwork.
    pub(crate) fn bind(&self) -> Binder<'_> {
        let mut document = self.document.clone();
        let draws = self
            .forms
            .iter()
            .map(|_| {
                let draw = format!("q /{FORM} Do Q\n").into_bytes();
                document.add_object(Stream::new(Dictionary::new(), draw).with_compression(false))
            })
            .collect();
        let tree = document.new_object_id();
        Binder { artwork: self, document, draws, tree, pages: Vec::new() }
    }
}

/// A file in the making.
pub(crate) struct Binder<'a> {
    artwork: &'a Artwork,
    document: Document,
    draws: Vec<ObjectId>,
    tree: ObjectId,
    pages: Vec<ObjectId>,
}

impl Binder<'_> {
    /// Adds the pages of a slot document over the artwork's pages, in turn.
    pub(crate) fn add(&mut self, slots: &[u8]) -> Result<()> {
        let mut slots = Document::load_mem(slots)?;
        slots.renumber_objects_with(self.document.max_id + 1);
        let pages: Vec<ObjectId> = slots.get_pages().into_values().collect();
        strip(&mut slots);
        for (index, page) in pages.iter().enumerate() {
            let turn = index % self.artwork.forms.len().max(1);
            self.over(&mut slots, *page, turn)?;
        }
        keep_only(&mut slots, &pages);
        self.document.max_id = self.document.max_id.max(slots.max_id);
        self.document.objects.append(&mut slots.objects);
        self.pages.extend(pages);
        Ok(())
    }

    /// Makes a slot page draw the artwork first.
    fn over(&self, slots: &mut Document, page: ObjectId, turn: usize) -> Result<()> {
        let (Some(form), Some(draw)) = (self.artwork.forms.get(turn), self.draws.get(turn)) else {
            return Ok(());
        };
        let mut resources = resources_of(slots, page)?;
        let mut forms = match resources.get(b"XObject") {
            Ok(Object::Reference(id)) => slots.get_dictionary(*id)?.clone(),
            Ok(Object::Dictionary(dictionary)) => dictionary.clone(),
            _ => Dictionary::new(),
        };
        forms.set(FORM, Object::Reference(*form));
        resources.set("XObject", Object::Dictionary(forms));
        let mut contents = vec![Object::Reference(*draw)];
        contents.extend(slots.get_page_contents(page).into_iter().map(Object::Reference));
        let dictionary = slots.get_dictionary_mut(page)?;
        dictionary.set("Resources", Object::Dictionary(resources));
        dictionary.set("Contents", Object::Array(contents));
        dictionary.set("Parent", Object::Reference(self.tree));
        set_boxes(dictionary, &self.artwork.sheet);
        Ok(())
    }

    /// Writes the file.
    pub(crate) fn finish(mut self, title: &str) -> Result<Vec<u8>> {
        let kids: Vec<Object> = self.pages.iter().map(|page| Object::Reference(*page)).collect();
        let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
        let tree = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
        self.document.objects.insert(self.tree, Object::Dictionary(tree));
        let catalog = dictionary! { "Type" => "Catalog", "Pages" => self.tree };
        let catalog = self.document.add_object(catalog);
        write(self.document, catalog, title)
    }
}

/// Gives the artwork's own file its boxes and writes it: for pieces without village data.
pub(crate) fn finish_single(pdf: &[u8], sheet: &Sheet, title: &str) -> Result<Vec<u8>> {
    let mut document = Document::load_mem(pdf)?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    strip(&mut document);
    for page in pages {
        set_boxes(document.get_dictionary_mut(page)?, sheet);
    }
    let catalog = document.trailer.get(b"Root").and_then(Object::as_reference)?;
    write(document, catalog, title)
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

fn resources_of(document: &Document, page: ObjectId) -> Result<Dictionary> {
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

/// Drops every object that `roots` do not lead to.
fn keep_only(document: &mut Document, roots: &[ObjectId]) {
    document.trailer = Dictionary::new();
    let list: Vec<Object> = roots.iter().map(|id| Object::Reference(*id)).collect();
    document.trailer.set("Keep", Object::Array(list));
    // The way back from a page to its old tree would keep the whole tree alive.
    for root in roots {
        if let Ok(dictionary) = document.get_dictionary_mut(*root)
            && dictionary.has_type(b"Page")
            && let Ok(Object::Reference(parent)) = dictionary.get(b"Parent").cloned()
        {
            document.objects.remove(&parent);
        }
    }
    document.prune_objects();
}

/// `MediaBox`, `CropBox`, `BleedBox` and `TrimBox` of a page.
fn set_boxes(page: &mut Dictionary, sheet: &Sheet) {
    page.set("MediaBox", rectangle(sheet.media, sheet));
    page.set("CropBox", rectangle(sheet.media, sheet));
    page.set("BleedBox", rectangle(sheet.bleed, sheet));
    page.set("TrimBox", rectangle(sheet.trim, sheet));
}

/// An area as PDF writes it: from the lower left corner of the page, y upwards.
fn rectangle(area: Area, sheet: &Sheet) -> Object {
    let x = |value: f64| number(value - sheet.media.left);
    let y = |value: f64| number(sheet.media.bottom - value);
    Object::Array(vec![x(area.left), y(area.bottom), x(area.right), y(area.top)])
}

/// A thousandth of a point is far below what a press resolves.
fn number(value: f64) -> Object {
    #[allow(clippy::cast_possible_truncation, reason = "a page has at most 14,400 points")]
    let rounded = ((value * 1000.0).round() / 1000.0) as f32;
    Object::Real(rounded)
}

fn write(mut document: Document, catalog: ObjectId, title: &str) -> Result<Vec<u8>> {
    let info = dictionary! {
        "Title" => lopdf::text_string(title),
        "Creator" => Object::string_literal("Suluh"),
        "Trapped" => Object::Name(b"False".to_vec()),
    };
    let info = document.add_object(info);
    document.trailer = Dictionary::new();
    document.trailer.set("Root", Object::Reference(catalog));
    document.trailer.set("Info", Object::Reference(info));
    document.prune_objects();
    document.renumber_objects();
    document.version = "1.7".to_owned();
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
