//! A project at one moment: its plan, the houses of its theme, what is wrong with it, and what was rendered of it so far.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::site::Answer;
use super::{Content, sheets};
use crate::content::{EditionCode, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Severity, Silenced, Silencers};
use crate::plan::{Address, EditionPlan, PageKind, PagePlan, Plan};
use crate::print::PrintHouse;
use crate::web::{Downloads, WebHouse};

/// The houses of a theme: set up once, used as long as the theme stays the same.
pub(super) struct Houses {
    theme: Arc<Theme>,
    web: Option<WebHouse>,
    pub(super) print: Option<PrintHouse>,
    problems: Vec<Diagnostic>,
    /// Tells houses apart.
    pub(super) number: u64,
}

/// A page as it was rendered.
pub(super) struct Rendered {
    /// None when the theme failed.
    pub(super) html: Option<String>,
    /// What went wrong.
    pub(super) faults: Vec<Diagnostic>,
}

/// How many answers a snapshot keeps: more than anybody has pages open.
const MOST_ANSWERS: usize = 64;

/// The files of an edition besides its pages, by address.
pub(super) type Files = BTreeMap<String, Arc<[u8]>>;

/// A project at one moment.
pub(super) struct Snapshot {
    /// Counts the moments.
    pub(super) version: u64,
    pub(super) plan: Option<Plan>,
    pub(super) houses: Option<Arc<Houses>>,
    /// What is wrong with content and theme, sorted.
    pub(super) problems: Vec<Diagnostic>,
    /// What is not told of it, because somebody answers for it, sorted.
    pub(super) silenced: Vec<Silenced>,
    silencers: Silencers,
    downloads: BTreeMap<EditionCode, Downloads>,
    pages: Mutex<BTreeMap<Address, Arc<Rendered>>>,
    files: Mutex<BTreeMap<EditionCode, Arc<Files>>>,
    /// Pages with everything around them, by what was asked for.
    answers: Mutex<BTreeMap<String, Answer>>,
}

impl Snapshot {
    /// Sets up what `content` needs; the houses of `before` are used again when its theme is the same.
    pub(super) fn new(version: u64, content: Content, before: Option<&Snapshot>) -> Snapshot {
        let earlier = before.and_then(|before| before.houses.clone());
        let houses = content.plan.as_ref().map(|plan| houses(&plan.theme, earlier));
        let mut problems = content.problems;
        problems.extend(houses.iter().flat_map(|houses| houses.problems.iter().cloned()));
        let editions = content.plan.as_ref().map_or(&[][..], |plan| &plan.editions);
        let theme = content.plan.as_ref().map(|plan| &plan.theme);
        let downloads = editions.par_iter().filter_map(|plan| Some((plan.edition.code.clone(), sheets::downloads(theme?, plan))));
        let downloads = downloads.collect();
        Snapshot {
            version,
            downloads,
            houses,
            problems,
            silenced: content.silenced,
            silencers: content.silencers,
            plan: content.plan,
            pages: Mutex::default(),
            files: Mutex::default(),
            answers: Mutex::default(),
        }
    }

    /// What is told of what was found on a sheet, and how much is silenced.
    pub(super) fn told<'d>(&self, found: &'d [Diagnostic]) -> (Vec<&'d Diagnostic>, usize) {
        let told: Vec<&Diagnostic> = found.iter().filter(|problem| !self.silencers.silence(problem)).collect();
        let silenced = found.len() - told.len();
        (told, silenced)
    }

    /// Whether it could be published.
    pub(super) fn is_sound(&self) -> bool {
        self.plan.is_some() && !self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// All editions, national first.
    pub(super) fn editions(&self) -> &[EditionPlan] {
        self.plan.as_ref().map_or(&[], |plan| &plan.editions)
    }

    /// The edition that a path lies in: a region's when its code comes first, else the national one.
    pub(super) fn edition_at(&self, path: &str) -> Option<&EditionPlan> {
        let inside = |plan: &&EditionPlan| {
            let root = plan.root.as_str();
            path.starts_with(root) || path == root.trim_end_matches('/')
        };
        self.editions().iter().filter(inside).max_by_key(|plan| plan.root.as_str().len())
    }

    /// The edition of this code, as our own addresses write it.
    pub(super) fn edition(&self, code: &str) -> Option<&EditionPlan> {
        self.editions().iter().find(|plan| plan.edition.code.as_str() == code)
    }

    /// The page at an address, and whose it is.
    pub(super) fn page_at(&self, address: &Address) -> Option<(&EditionPlan, PagePlan)> {
        let plan = self.edition_at(address.as_str())?;
        let kind = plan.at(address)?.clone();
        Some((plan, PagePlan { address: address.clone(), kind }))
    }

    /// The page that is shown where there is none: of the national edition, or of the only region that there is.
    pub(super) fn not_found(&self) -> Option<(&EditionPlan, PagePlan)> {
        let plan = self.edition(EditionCode::National.as_str()).or_else(|| self.editions().first())?;
        let page = plan.pages.iter().find(|page| page.kind == PageKind::NotFound)?;
        Some((plan, page.clone()))
    }

    /// Renders a page, once.
    pub(super) fn render(&self, plan: &EditionPlan, page: &PagePlan) -> Arc<Rendered> {
        if let Some(known) = self.pages.lock().unwrap_or_else(PoisonError::into_inner).get(&page.address) {
            return Arc::clone(known);
        }
        let rendered = Arc::new(self.render_now(plan, page));
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(pages.entry(page.address.clone()).or_insert(rendered))
    }

    /// An answer that is the same as long as this snapshot is the newest: made when it is asked for the first time.
    pub(super) fn answer_once(&self, asked: String, make: impl FnOnce() -> Answer) -> Answer {
        let kept = || self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept().get(&asked) {
            return known.clone();
        }
        let made = make();
        let mut answers = kept();
        if answers.len() >= MOST_ANSWERS {
            answers.clear();
        }
        answers.entry(asked).or_insert(made).clone()
    }

    fn render_now(&self, plan: &EditionPlan, page: &PagePlan) -> Rendered {
        let d = Diagnostics::new();
        let made = self.with_house(plan, |house| house.render(page, &d));
        let html = made.and_then(|files| files.into_iter().next()).and_then(|file| String::from_utf8(file.bytes).ok());
        Rendered { html, faults: d.into_sorted() }
    }

    fn with_house<T>(&self, plan: &EditionPlan, work: impl FnOnce(&crate::web::EditionHouse<'_>) -> T) -> Option<T> {
        let (all, web) = (self.plan.as_ref()?, self.houses.as_ref()?.web.as_ref()?);
        let downloads = self.downloads.get(&plan.edition.code)?;
        Some(work(&web.edition(all, plan, downloads)))
    }

    /// The files of an edition besides its pages: static files, pictures, sitemap.
    pub(super) fn files(&self, plan: &EditionPlan) -> Option<Arc<Files>> {
        let code = &plan.edition.code;
        if let Some(known) = self.files.lock().unwrap_or_else(PoisonError::into_inner).get(code) {
            return Some(Arc::clone(known));
        }
        let by_address = |file: crate::web::OutputFile| (format!("/{}", file.path), Arc::from(file.bytes));
        let files = self.with_house(plan, |house| {
            Arc::new(house.shared_files().into_iter().chain(house.sums()).map(by_address).collect::<Files>())
        })?;
        let mut all = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(all.entry(code.clone()).or_insert(files)))
    }
}

/// The houses of a theme: those of before when it did not change.
fn houses(theme: &Arc<Theme>, before: Option<Arc<Houses>>) -> Arc<Houses> {
    let number = match before {
        Some(before) if same(&before.theme, theme) => return before,
        Some(before) => before.number + 1,
        None => 0,
    };
    let d = Diagnostics::new();
    let web = WebHouse::new(theme, &d);
    let print = PrintHouse::new(theme, &d).map(PrintHouse::for_preview);
    Arc::new(Houses { theme: Arc::clone(theme), web, print, problems: d.into_sorted(), number })
}

/// Whether two readings of a theme say the same to its houses. Formats are the jobs' own.
fn same(a: &Theme, b: &Theme) -> bool {
    let texts = |theme: &Theme| -> Vec<(String, String)> {
        let templates = theme.web_templates.iter().chain(&theme.print_templates);
        let rules = theme.added_rules.iter().map(|text| (text.path().to_owned(), text.text().to_owned()));
        templates.map(|(path, text)| (path.clone(), text.text().to_owned())).chain(rules).collect()
    };
    let tokens = |theme: &Theme| {
        let colours = (&theme.colours, &theme.places, &theme.pairs, &theme.roles, &theme.role_pairs, &theme.accents);
        format!("{} {colours:?} {:?} {:?}", theme.id, theme.fonts, theme.spacing)
    };
    a.static_files == b.static_files && a.font_files == b.font_files && tokens(a) == tokens(b) && texts(a) == texts(b)
}
