//! What stands at an address of the website: a page, one of its files, something to download, or the reason why there is nothing.

use std::sync::Arc;

use super::inject::{self, Parts};
use super::panel::{banner, panel};
use super::sheets::DOWNLOAD_WIDTH;
use super::snapshot::{Rendered, Snapshot};
use super::studio::Studio;
use super::target::Target;
use super::{own, problems};
use crate::content::{Id, Kind};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::plan::{Address, EditionPlan, PagePlan};
use crate::print::{self, Reading, SCREEN_FILE};
use crate::source::Digest;
use crate::web::worker;

/// What is sent back.
#[derive(Clone)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) body: Arc<[u8]>,
    /// Tells two states of it apart.
    pub(super) mark: String,
    /// Never changes at this address.
    pub(super) lasting: bool,
    /// Where it stands instead.
    pub(super) elsewhere: Option<String>,
}

/// Digits of a mark.
const MARK_DIGITS: usize = 16;
const HTML: &str = "text/html; charset=utf-8";

/// In place of an edition's service worker: a worker that kept an older state of this address goes, and none comes.
const NO_WORKER: &str = "self.addEventListener(\"install\", () => self.skipWaiting());\n\
                         self.addEventListener(\"activate\", () => self.registration.unregister());\n";

impl Answer {
    /// A page with the mark of what it shows.
    pub(super) fn page(status: u16, html: String, mark: String) -> Answer {
        Answer { status, kind: HTML, body: Arc::from(html.into_bytes()), mark, lasting: false, elsewhere: None }
    }

    /// A piece of a page.
    pub(super) fn fragment(html: String) -> Answer {
        let mark = Answer::mark_of(html.as_bytes());
        Answer::page(200, html, mark)
    }

    /// A file.
    pub(super) fn file(kind: &'static str, body: Arc<[u8]>) -> Answer {
        Answer { status: 200, kind, mark: Answer::mark_of(&body), body, lasting: false, elsewhere: None }
    }

    /// The way to the right address.
    fn moved(to: String) -> Answer {
        let body: Arc<[u8]> = Arc::from(format!("Pindah ke {to}\n").into_bytes());
        Answer {
            status: 302,
            kind: "text/plain; charset=utf-8",
            mark: Answer::mark_of(&body),
            body,
            lasting: false,
            elsewhere: Some(to),
        }
    }

    /// What tells these bytes from others.
    pub(super) fn mark_of(bytes: &[u8]) -> String {
        let mut mark = Digest::of(bytes).to_string();
        mark.truncate(MARK_DIGITS);
        mark
    }
}

/// What stands at this address.
pub(super) fn answer(studio: &Studio, target: &Target) -> Answer {
    if target.path.starts_with(own::ROOT) {
        return own::answer(studio, target);
    }
    let (now, sound) = (studio.now(), studio.sound());
    let states = [Some(&now), sound.as_ref()];
    let path = target.path.strip_suffix("index.html").filter(|path| path.ends_with('/')).unwrap_or(&target.path);
    let address = Address::root().resolve(path);
    for state in states.into_iter().flatten() {
        if let Some((plan, page)) = state.page_at(&address) {
            if address.as_str() != path {
                return Answer::moved(encoded(address.as_str()));
            }
            return shown(&now, sound.as_deref(), plan, &page, target, 200);
        }
        let file = state.edition_at(&target.path).and_then(|plan| file(studio, state, plan, target));
        if let Some(answer) = file {
            return answer;
        }
        // An overlay has no national edition: its own are all there is.
        if let (true, None, Some(first)) = (address == Address::root(), state.edition_at("/"), state.editions().first()) {
            return Answer::moved(first.root.to_string());
        }
    }
    if now.plan.is_none() && sound.is_none() {
        return Answer { status: 500, ..own::all_problems(&now, target) };
    }
    let last = || sound.as_ref().and_then(|sound| sound.not_found());
    let Some((plan, page)) = now.not_found().or_else(last) else {
        return own::missing(target, "Di alamat ini tidak ada apa-apa.");
    };
    shown(&now, sound.as_deref(), plan, &page, target, 404)
}

/// An address as a header carries it.
fn encoded(path: &str) -> String {
    path.split('/').map(crate::markdown::escape::url_component).collect::<Vec<_>>().join("/")
}

/// A page with everything around it, made once: whoever waits for news of it has asked for its mark before its reader asks for the page.
fn shown(now: &Snapshot, sound: Option<&Snapshot>, plan: &EditionPlan, page: &PagePlan, target: &Target, status: u16) -> Answer {
    now.answer_once(format!("{status} {}", target.shown()), || show(now, sound, plan, page, target, status))
}

/// A page as it is now, or, when it suffers from errors, as it last was without any.
fn show(now: &Snapshot, sound: Option<&Snapshot>, plan: &EditionPlan, page: &PagePlan, target: &Target, status: u16) -> Answer {
    let code = &plan.edition.code;
    let mut errors = problems::of_page(now, sound, code, &page.kind);
    let rendered = |state: &Snapshot| -> Option<Arc<Rendered>> {
        let (plan, page) = state.page_at(&page.address)?;
        Some(state.render(plan, &page))
    };
    let fresh = rendered(now);
    let faults: Vec<&Diagnostic> = fresh.iter().flat_map(|fresh| &fresh.faults).collect();
    errors.extend(faults);
    let old = sound.filter(|_| !errors.is_empty() || fresh.is_none()).and_then(|sound| Some((sound, rendered(sound)?)));
    let old = old.filter(|(_, rendered)| rendered.html.is_some());
    let is_old = old.is_some();
    let (state, chosen) = match (&old, &fresh) {
        (Some((sound, rendered)), _) => (*sound, Some(rendered)),
        (None, fresh) => (now, fresh.as_ref()),
    };
    let (Some(html), Some((plan, page))) = (chosen.and_then(|rendered| rendered.html.as_deref()), state.page_at(&page.address))
    else {
        let inside = format!("<p>Halaman ini belum dapat ditampilkan.</p>\n{}", problems::list(errors));
        return Answer { status: 500, ..own::page("Galat", &inside, target) };
    };
    let (banner, panel) = (banner(&errors, is_old), panel(now, state, plan, &page));
    let mark = Answer::mark_of([html, &banner, &panel].concat().as_bytes());
    let parts = Parts { banner: &banner, panel: &panel, shown: &target.shown(), mark: &mark };
    Answer::page(status, inject::inject(html, &parts), mark)
}

/// A file of an edition: static files and pictures, or something to download.
fn file(studio: &Studio, state: &Snapshot, plan: &EditionPlan, target: &Target) -> Option<Answer> {
    if target.path == plan.root.file(worker::FILE).as_str() {
        return Some(Answer::file(kind_of(&target.path), Arc::from(NO_WORKER.as_bytes())));
    }
    if let Some(bytes) = state.files(plan).and_then(|files| files.get(&target.path).cloned()) {
        return Some(Answer::file(kind_of(&target.path), bytes));
    }
    let name = target.path.strip_prefix(plan.downloads().as_str())?;
    let made = download(studio, state, plan, name);
    // A name without an ending may be a page that is not there.
    made.or_else(|| name.contains('.').then(|| {
        let why = "Berkas ini tidak dibuat oleh pratinjau. Jalankan <code>suluh build</code> untuk membuat berkas cetak dan unduhan.";
        own::missing(target, why)
    }))
}

/// A file below `unduhan/`, made when it is asked for.
fn download(studio: &Studio, state: &Snapshot, plan: &EditionPlan, name: &str) -> Option<Answer> {
    let house = state.houses.as_ref()?.print.as_ref()?;
    let piece = |id: &str| {
        let sheet = plan.sheets.iter().find(|sheet| sheet.piece.as_str() == id)?;
        // What names people is not on the website.
        (!plan.edition.names_people(&sheet.piece)).then_some(sheet)
    };
    if let Some(sheet) = name.strip_suffix(SCREEN_FILE).and_then(piece) {
        let job = print::brief(state.plan.as_ref()?, plan, sheet)?;
        let pdf = print::on_screen(house, &job, &Diagnostics::new())?;
        return Some(Answer::file(kind_of(name), Arc::from(pdf)));
    }
    if let Some((kind, id)) = name.strip_suffix(".pdf").and_then(|name| name.split_once('/')) {
        let reading = Reading::of(plan, Kind::from_folder(kind)?, &Id::new(id)?)?;
        let made = print::read_aloud(house, &reading, &Diagnostics::new())?;
        return Some(Answer::file(kind_of(name), Arc::from(made.bytes)));
    }
    let stem = name.strip_suffix(".png")?;
    let (sheet, page, width) = match piece(stem) {
        Some(sheet) => (sheet, 1, state.plan.as_ref()?.theme.formats.get(&sheet.format)?.pixels?),
        None => {
            let (id, number) = stem.rsplit_once('-')?;
            (piece(id)?, number.parse::<usize>().ok()?, DOWNLOAD_WIDTH)
        }
    };
    let laid = studio.table.sheet(state, plan, sheet, None)?;
    let shot = laid.made()?.shot(page.checked_sub(1)?, width)?;
    Some(Answer::file(kind_of(name), shot.bytes.as_slice().into()))
}

/// What a browser must know of a file, by the ending of its name.
fn kind_of(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
