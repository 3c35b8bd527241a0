//! The print house: what all jobs of a theme share, made once: fonts, Typst's library, templates.

use std::collections::BTreeMap;
use std::sync::Arc;

use typst::diag::Severity;
use typst::foundations::Bytes;
use typst::syntax::Source;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::visualize::{Color, ProcessColor, Rgb};
use typst::{Library, LibraryExt};

use super::codes;
use super::frames::inject::ScreenColours;
use super::picture::{Gate, Inks};
use super::press::intent::Intent;
use super::press::profile::PressProfile;
use super::tokens;
use super::world::virtual_source;
use crate::content::Theme;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceText};
use crate::source::Date;

/// The house's own templates.
const SYSTEM: [(&str, &str); 7] = [
    ("/sistem/lembar.typ", include_str!("typst/lembar.typ")),
    ("/sistem/mode.typ", include_str!("typst/mode.typ")),
    ("/sistem/pesanan.typ", include_str!("typst/pesanan.typ")),
    ("/sistem/sebar.typ", include_str!("typst/sebar.typ")),
    ("/sistem/slot.typ", include_str!("typst/slot.typ")),
    ("/sistem/susun.typ", include_str!("typst/susun.typ")),
    ("/sistem/ubin.typ", include_str!("typst/ubin.typ")),
];

/// Everything that jobs share. Cheap to use from many threads; holds no job.
pub struct PrintHouse {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: BTreeMap<String, Source>,
    templates: BTreeMap<String, Arc<SourceText>>,
    screen: ScreenColours,
    inks: Inks,
    intent: Option<Intent>,
    gate: Gate,
    pool: Option<Arc<rayon::ThreadPool>>,
    /// After how many layouts without use Typst forgets what it remembers.
    memory: usize,
}

/// Stack of the house's threads, in bytes. Typst lays out nested content by recursion.
const STACK: usize = 64 << 20;

impl PrintHouse {
    /// Sets up the house of a theme. Reports fonts that cannot be read and colours with too much
    /// ink; `None` when there is no font to print with.
    pub fn new(theme: &Theme, diagnostics: &Diagnostics) -> Option<PrintHouse> {
        let threads = rayon::ThreadPoolBuilder::new().num_threads(rayon::current_num_threads()).stack_size(STACK);
        PrintHouse::on(threads.build().ok().map(Arc::new), theme, diagnostics)
    }

    /// A house for another theme, or the same once more, on the threads of this one: each thread keeps memory of its own, so that houses with
    /// threads of their own would take it several times.
    pub fn beside(&self, theme: &Theme, diagnostics: &Diagnostics) -> Option<PrintHouse> {
        PrintHouse::on(self.pool.clone(), theme, diagnostics)
    }

    fn on(pool: Option<Arc<rayon::ThreadPool>>, theme: &Theme, diagnostics: &Diagnostics) -> Option<PrintHouse> {
        tokens::check_ink(theme, diagnostics);
        let Fonts { fonts, families, overhangs } = load_fonts(theme, diagnostics);
        if fonts.is_empty() {
            return None;
        }
        let mut sources = BTreeMap::new();
        for (path, text) in SYSTEM {
            sources.insert(path.to_owned(), virtual_source(path, text.to_owned()));
        }
        let mut templates = BTreeMap::new();
        for (name, text) in &theme.print_templates {
            let path = format!("/tema/{name}");
            sources.insert(path.clone(), virtual_source(&path, text.text().to_owned()));
            templates.insert(path, Arc::clone(text));
        }
        sources.insert("/token.typ".to_owned(), virtual_source("/token.typ", tokens::module(theme, &families, &overhangs)));
        Some(PrintHouse {
            library: LazyHash::new(Library::builder().build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            sources,
            templates,
            screen: screen_colours(theme),
            inks: Inks::of(theme),
            intent: None,
            gate: Gate::default(),
            pool,
            memory: KEPT,
        })
    }

    /// The same house for one press: photos become the inks of its profile, and every press file names it. `day`: the day that files are
    /// dated, as PDF/X wants it; the house has no clock.
    #[must_use]
    pub fn for_press(mut self, profile: impl Into<Arc<PressProfile>>, day: Date) -> PrintHouse {
        let profile = profile.into();
        self.inks = self.inks.through(Arc::clone(&profile));
        self.intent = Some(Intent::new(profile, day));
        self
    }

    /// The same house for one who looks at the same few sheets again and again: Typst remembers them over many layouts, so that a changed
    /// word costs what it changes.
    #[must_use]
    pub fn for_preview(self) -> PrintHouse {
        PrintHouse { memory: KEPT_FOR_PREVIEW, ..self }
    }

    /// Drops what Typst remembers and nobody asked for lately. Before a preview somebody waits, so there another thread does it.
    fn tidy(&self) {
        match self.memory {
            KEPT => typst::comemo::evict(KEPT),
            kept => rayon::spawn(move || typst::comemo::evict(kept)),
        }
    }

    /// Drops what Typst remembers, after many records or a whole edition: it helps with no other; a house for previews has but one.
    pub fn forget(&self) {
        if self.memory == KEPT {
            typst::comemo::evict(0);
        }
    }

    /// What the profile of the press that files are made for calls itself, when one was named.
    pub fn press_name(&self) -> Option<&str> {
        self.intent.as_ref().map(Intent::name)
    }

    /// The press that files are made for, when one was named.
    pub(crate) fn intent(&self) -> Option<&Intent> {
        self.intent.as_ref()
    }

    /// Runs `work` on the house's own threads, and waits without taking up other work: a thread of
    /// the caller's that did would begin the next job inside this one, and all jobs would pile up.
    pub(crate) fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        let Some(pool) = &self.pool else { return work() };
        let done = std::thread::scope(|scope| scope.spawn(|| pool.install(work)).join());
        done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }

    pub(crate) fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    pub(crate) fn source(&self, path: &str) -> Option<&Source> {
        self.sources.get(path)
    }

    /// All templates, the theme's and the house's own.
    #[cfg(test)]
    pub(crate) fn sources(&self) -> impl Iterator<Item = (&String, &Source)> {
        self.sources.iter()
    }

    /// The theme's template behind a virtual path, as it was read.
    pub(crate) fn template(&self, path: &str) -> Option<&Arc<SourceText>> {
        self.templates.get(path)
    }

    /// Whether a file, as messages name it, is one of the theme's templates.
    pub(crate) fn is_template(&self, path: &str) -> bool {
        self.templates.values().any(|template| template.path() == path)
    }

    pub(crate) fn screen_colours(&self) -> &ScreenColours {
        &self.screen
    }

    /// How pictures become ink.
    pub(crate) fn inks(&self) -> &Inks {
        &self.inks
    }

    /// Where pictures are looked at before anything opens them.
    pub(crate) fn gate(&self) -> &Gate {
        &self.gate
    }
}

/// The fonts of a theme; of each role the name by which Typst knows its family, and the letters that begin left of where they stand.
struct Fonts {
    fonts: Vec<Font>,
    families: BTreeMap<String, String>,
    overhangs: BTreeMap<String, tokens::Overhangs>,
}

/// All font files that the theme names, in the order of its roles.
fn load_fonts(theme: &Theme, diagnostics: &Diagnostics) -> Fonts {
    let mut loaded = Fonts { fonts: Vec::new(), families: BTreeMap::new(), overhangs: BTreeMap::new() };
    for (role, family) in &theme.fonts {
        for file in &family.files {
            let bytes = theme.font_files.get(file).map(|bytes| Bytes::new(Arc::clone(bytes)));
            let missing = bytes.is_none();
            let before = loaded.fonts.len();
            loaded.fonts.extend(bytes.into_iter().flat_map(Font::iter));
            if let Some(font) = loaded.fonts.get(before) {
                loaded.families.entry(role.clone()).or_insert_with(|| font.info().family.clone());
                tokens::add_overhangs(font, loaded.overhangs.entry(role.clone()).or_default());
                continue;
            }
            let (message, hint) = if missing {
                (format!("berkas huruf `{file}` tidak ada"), "taruh berkas itu di folder fonts/ tema, atau hapus namanya")
            } else {
                (format!("berkas huruf `{file}` tidak dapat dibaca"), "pakai berkas TrueType atau OpenType yang utuh")
            };
            let theme_file = format!("themes/{}/theme.yaml", theme.id);
            diagnostics.push(Diagnostic::error(codes::FONT, message).in_file(theme_file).hint(hint));
        }
    }
    loaded
}

fn screen_colours(theme: &Theme) -> ScreenColours {
    let to_screen = |[r, g, b]: [u8; 3]| {
        let part = |value: u8| f32::from(value) / 255.0;
        Color::Process(ProcessColor::Rgb(Rgb::new(part(r), part(g), part(b), 1.0)))
    };
    theme.colours.values().map(|colour| (colour.cmyk, to_screen(colour.rgb))).collect()
}

/// After how many layouts without use Typst forgets what it remembers.
const KEPT: usize = 3;
/// The same for previews: more layouts than an edition has pieces.
const KEPT_FOR_PREVIEW: usize = 60;

/// Lays out a desk's document and drops what Typst remembers of it. Typst's own complaints become
/// diagnostics at the template or the copy they point at.
pub(crate) fn typeset(
    desk: &super::world::Desk<'_>,
    places: &super::places::Places<'_>,
    diagnostics: &Diagnostics,
) -> Option<typst_layout::PagedDocument> {
    let compiled = typst::compile::<typst_layout::PagedDocument>(desk);
    // Failed layouts leave as much behind as good ones. What the next pieces use again, such as the theme's templates, and what
    // other threads are at work with, is kept.
    desk.house().tidy();
    let errors = compiled.output.as_ref().err().map(typst::ecow::EcoVec::as_slice).unwrap_or_default();
    for problem in compiled.warnings.iter().chain(errors) {
        let mut diagnostic = match problem.severity {
            Severity::Error => Diagnostic::error(codes::TEMPLATE, "templat cetak tidak dapat dijalankan"),
            Severity::Warning => Diagnostic::warning(codes::TEMPLATE, "templat cetak perlu diperiksa"),
        };
        // Typst speaks English; whoever writes templates reads its manual in English too.
        diagnostic = diagnostic
            .because(format!("kata Typst: {}", problem.message))
            .hint("perbaiki templat di folder `print/` tema; bila Anda tidak mengubah tema, laporkan kepada pembuatnya");
        diagnostic = places.mark(diagnostic, desk, problem.span);
        for hint in &problem.hints {
            diagnostic = diagnostic.because(hint.v.to_string());
        }
        diagnostics.push(diagnostic);
    }
    compiled.output.ok()
}
