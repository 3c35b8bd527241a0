//! A world with one document and the theme's fonts, and the text that is on its pages.

use std::path::Path;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, Severity};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::layout::{Frame, FrameItem};
use typst::syntax::{FileId, RootedPath, Source, Span, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;

use super::super::typst::{Module, PRELUDE};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(fonts);
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The fonts of the theme, sorted by name.
fn fonts() -> Vec<Font> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/suluh/fonts");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ttf"));
    paths.sort();
    paths.into_iter().flat_map(|path| Font::iter(Bytes::new(std::fs::read(path).unwrap())).collect::<Vec<_>>()).collect()
}

struct Paper {
    main: Source,
    prelude: Source,
}

fn id(path: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).unwrap()).intern()
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }
    fn main(&self) -> FileId {
        self.main.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.main, &self.prelude]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| FileError::NotFound(id.vpath().get_with_slash().into()))
    }
    fn file(&self, _: FileId) -> FileResult<Bytes> {
        // Every picture is one pixel.
        Ok(Bytes::new(include_bytes!("pixel.png").as_slice()))
    }
    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A glyph run on the page: its text, and for each glyph the byte in it and where its span leads.
pub(super) struct Run {
    pub(super) text: String,
    pub(super) glyphs: Vec<(usize, Option<std::ops::Range<usize>>, usize)>,
}

/// Begins every module: a page as long as the text, so that nothing is broken over pages.
pub(super) const SETUP: &str = "#import \"/prelude.typ\": *\n#set page(width: 21cm, height: auto)\n\
    #set text(font: \"Plus Jakarta Sans\", hyphenate: false)\n";

/// Lays a module out with `more` definitions and gives what is on its pages. Warnings are errors.
pub(super) fn lay_out(module: Module, more: &str) -> (Module, Vec<Run>) {
    let module = module.after(&format!("{SETUP}{more}\n"));
    let world = Paper {
        main: Source::new(id("/main.typ"), module.text.clone()),
        prelude: Source::new(id("/prelude.typ"), PRELUDE.to_owned()),
    };
    let result = typst::compile::<PagedDocument>(&world);
    for warning in &result.warnings {
        // The theme's font has not every script; that is for preflight to find.
        assert!(warning.severity == Severity::Warning && warning.message.contains("font"), "{warning:?} in\n{}", module.text);
    }
    let document = result.output.unwrap_or_else(|errors| panic!("{errors:?} in\n{}", module.text));
    let mut runs = Vec::new();
    document.pages().iter().for_each(|page| collect(&page.frame, &world, &mut runs));
    (module, runs)
}

fn collect(frame: &Frame, world: &Paper, runs: &mut Vec<Run>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, world, runs),
            FrameItem::Text(text) => {
                let glyphs = text.glyphs.iter();
                let glyphs = glyphs.map(|glyph| {
                    let span: Span = glyph.span.0;
                    let range = (span.id() == Some(world.main.id())).then(|| world.range(span)).flatten();
                    (usize::from(glyph.range.start), range, usize::from(glyph.span.1))
                });
                runs.push(Run { text: text.text.to_string(), glyphs: glyphs.collect() });
            }
            _ => {}
        }
    }
}
