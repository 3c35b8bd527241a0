//! Where a regulation is looked for: the content of the project, and the manifests of publications.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::cli::RecallArgs;
use crate::commands::codes::NO_GROUNDS;
use crate::commands::grounds::Noted;
use crate::commands::prepare;
use crate::commands::refusal::Refusal;
use crate::content::{EditionCode, Kind, Regulation};
use crate::diagnostics::{Diagnostic, Diagnostics, listed};
use crate::edition::Edition;
use crate::plan::grounds::{Cited, Grounds, of_paper, of_site};
use crate::plan::{EditionPlan, PageKind, Plan};
use crate::project::{self, Chain, EMBEDDED};
use crate::publish::{self, Kept, Part};
use crate::source::{BaseFiles, Date, embedded};

/// The folder of results beside a project.
const OUTPUT: &str = "output";
/// The most manifests that a message lists.
const MOST_LISTED: usize = 6;

/// One place that was looked at.
pub(super) struct Source {
    /// What the answer calls it: `isi proyek`, or the path that was typed.
    pub(super) name: String,
    /// Whether it is the content as it is now, not a publication.
    pub(super) is_project: bool,
    /// What stands in it, edition by edition.
    pub(super) editions: BTreeMap<EditionCode, EditionGrounds>,
}

/// What the pages and the sheets of an edition rest on; none for what was not built, or was built without noting it.
#[derive(Default)]
pub(super) struct EditionGrounds {
    pub(super) site: Option<Grounds>,
    pub(super) paper: Option<Grounds>,
    /// The manifest that does not say what its edition rests on.
    old: Option<String>,
}

/// Everything that was looked at.
pub(super) struct Sources {
    pub(super) all: Vec<Source>,
    /// The plan of the project; none when there is none here.
    project: Option<Plan>,
    /// The national content that the program carries: the law as it is known when there is no project.
    carried: Option<Arc<Edition>>,
}

impl Sources {
    /// Looks at what was named, or at the project and the results beside it.
    pub(super) fn open(args: &RecallArgs, as_of: Date, d: &Diagnostics) -> Result<Sources, Refusal> {
        let has_project = args.project.join("suluh.yaml").is_file();
        let mut sources = Sources { all: Vec::new(), project: None, carried: None };
        if has_project || args.manifests.is_empty() {
            sources.project = Some(planned(&args.project, as_of)?);
        } else {
            sources.carried = carried(as_of);
        }
        let output = args.project.join(OUTPUT);
        if args.manifests.is_empty() {
            sources.all.extend(sources.project.as_ref().map(of_project));
            // Nothing was published yet: that is no fault.
            if output.join(publish::MANIFESTS).is_dir() {
                sources.add(&output, d);
            }
        }
        args.manifests.iter().for_each(|path| sources.add(path, d));
        Ok(sources)
    }

    fn add(&mut self, path: &Path, d: &Diagnostics) {
        let kept: Vec<Kept<Noted>> = publish::kept(path, d);
        let folders: BTreeSet<Option<&Path>> = kept.iter().map(|one| one.path.parent()).collect();
        let one_folder = folders.len() == 1;
        let first = self.all.len();
        for one in &kept {
            let name = match one.path.parent() {
                Some(folder) if !one_folder => folder.display().to_string(),
                _ => path.display().to_string(),
            };
            // Two manifests of one edition in a folder are two publications.
            let free = |source: &&mut Source| source.name == name && !source.editions.contains_key(&one.edition);
            match self.all.iter_mut().skip(first).find(free) {
                Some(source) => drop(source.editions.insert(one.edition.clone(), of_manifest(one))),
                None => {
                    let taken = self.all.iter().skip(first).any(|source| source.name == name);
                    let name = if taken { one.path.display().to_string() } else { name };
                    let editions = BTreeMap::from([(one.edition.clone(), of_manifest(one))]);
                    self.all.push(Source { name, is_project: false, editions });
                }
            }
        }
    }

    /// The regulations that the content knows, by id.
    pub(super) fn regulations(&self) -> impl Iterator<Item = &Regulation> {
        let mut known: BTreeMap<&str, &Regulation> = BTreeMap::new();
        for edition in self.known_editions() {
            for (id, item) in &edition.regulations {
                known.entry(id.as_str()).or_insert(&item.data);
            }
        }
        known.into_values()
    }

    /// The regulation with this id.
    pub(super) fn regulation(&self, id: &str) -> Option<&Regulation> {
        self.known_editions().find_map(|edition| edition.regulations.get(id)).map(|item| item.data.as_ref())
    }

    fn known_editions(&self) -> impl Iterator<Item = &Edition> {
        let planned = self.project.iter().flat_map(|plan| &plan.editions).map(|plan| plan.edition.as_ref());
        planned.chain(self.carried.as_deref())
    }

    /// An edition that knows the names of laws.
    pub(super) fn any_edition(&self) -> Option<&Edition> {
        self.known_editions().next()
    }

    /// Whether anything that was looked at cites this regulation.
    pub(super) fn cites(&self, id: &str) -> bool {
        self.cited().any(|cited| cited.regulation == id)
    }

    /// Whether anything cites an article of this regulation that is one of those asked for.
    pub(super) fn cites_article(&self, id: &str, asked: impl Fn(&str) -> bool) -> bool {
        let articles = self.cited().filter(|cited| cited.regulation == id).filter_map(|cited| cited.article.as_deref());
        articles.map(crate::markdown::slug).any(|article| asked(&article))
    }

    fn cited(&self) -> impl Iterator<Item = &Cited> {
        let editions = self.all.iter().flat_map(|source| source.editions.values());
        editions.flat_map(|edition| edition.site.iter().chain(&edition.paper)).flat_map(|grounds| &grounds.laws)
    }

    /// Every edition that was looked at, and those of the project.
    pub(super) fn editions(&self) -> Vec<EditionCode> {
        let mut codes: Vec<EditionCode> = self.all.iter().flat_map(|source| source.editions.keys().cloned()).collect();
        codes.sort();
        codes.dedup();
        codes
    }

    /// What the project calls an edition.
    pub(super) fn project_name(&self, code: &EditionCode) -> Option<String> {
        self.project.as_ref()?.edition(code).map(|plan| plan.edition.name.clone())
    }

    /// The villages of a region as the project calls them, by code: name and kecamatan.
    pub(super) fn project_villages(&self, code: &EditionCode) -> BTreeMap<&str, (&str, &str)> {
        let plan = self.project.as_ref().and_then(|plan| plan.edition(code));
        let villages = plan.iter().flat_map(|plan| plan.edition.villages.iter());
        villages.map(|village| (&**village.code, (&**village.name, &**village.district))).collect()
    }

    /// The file of the project that a page or a piece is made of.
    pub(super) fn file(&self, code: &EditionCode, on_paper: bool, id: &str) -> Option<&str> {
        let plan = self.project.as_ref()?.edition(code)?;
        let edition = plan.edition.as_ref();
        if on_paper {
            return edition.pieces.get(id).map(|item| item.path.as_ref());
        }
        let address = if id.is_empty() { plan.root.clone() } else { plan.root.resolve(id) };
        page_file(plan, plan.at(&address)?)
    }

    /// Whether something was looked at that does not say what it rests on.
    pub(super) fn has_old(&self) -> bool {
        self.all.iter().flat_map(|source| source.editions.values()).any(|edition| edition.old.is_some())
    }

    /// Tells of manifests that do not say what they rest on: silence about them would read as "nothing there".
    pub(super) fn tell_old(&self, only: &[EditionCode], d: &Diagnostics) {
        for source in &self.all {
            let asked = source.editions.iter().filter(|(code, _)| only.is_empty() || only.contains(code));
            let old: Vec<String> = asked.filter_map(|(_, edition)| edition.old.clone()).collect();
            if old.is_empty() {
                continue;
            }
            let names = listed(old.into_iter(), MOST_LISTED);
            d.push(
                Diagnostic::warning(NO_GROUNDS, format!("dibuat dengan versi lama, tidak mencatat dasar hukum: {names}"))
                    .because("apa yang ada di terbitan itu tidak dapat diketahui dari manifesnya")
                    .hint("periksa cetakannya dengan mata, atau bangun lagi dari isi lama itu dengan versi suluh ini"),
            );
        }
    }
}

fn page_file<'a>(plan: &'a EditionPlan, kind: &PageKind) -> Option<&'a str> {
    let edition = plan.edition.as_ref();
    Some(match kind {
        PageKind::Home => &edition.pages.get(crate::content::Page::HOME)?.path,
        PageKind::Page(id) => &edition.pages.get(id)?.path,
        PageKind::Item(Kind::Violation, id) => &edition.violations.get(id)?.path,
        PageKind::Item(Kind::Sanction, id) => &edition.sanctions.get(id)?.path,
        PageKind::Item(Kind::Declaration, id) => &edition.declarations.get(id)?.path,
        PageKind::Item(Kind::Regulation, id) => &edition.regulations.get(id)?.path,
        _ => return None,
    })
}

/// The project with all its editions. What is wrong with its content is for `check` to say.
fn planned(root: &Path, as_of: Date) -> Result<Plan, Refusal> {
    if let Some(problem) = prepare::missing_folder(root) {
        return Err(Refusal::disk(problem));
    }
    let d = Diagnostics::new();
    let Some(project) = project::read(&Chain::open(root, &d), &d) else { return Err(Refusal::content(d)) };
    let codes = project.edition_codes();
    let editions = codes.par_iter().filter_map(|code| project.edition(code, as_of, &Diagnostics::new()).map(Arc::new));
    Ok(Plan::new(editions.collect(), Arc::clone(&project.theme)))
}

/// The national content in the program.
fn carried(as_of: Date) -> Option<Arc<Edition>> {
    let d = Diagnostics::new();
    let tree = embedded::project().as_base(BaseFiles { prefix: "", wanted: &|_| true });
    let project = project::read(&Chain::of([(EMBEDDED.to_owned(), tree)], &d), &d)?;
    project.edition(&EditionCode::National, as_of, &d).map(Arc::new)
}

fn of_project(plan: &Plan) -> Source {
    let editions = plan.editions.par_iter().map(|plan| {
        let grounds = EditionGrounds { site: Some(of_site(plan)), paper: Some(of_paper(plan)), old: None };
        (plan.edition.code.clone(), grounds)
    });
    let editions: Vec<_> = editions.collect();
    Source { name: "isi proyek ini".to_owned(), is_project: true, editions: editions.into_iter().collect() }
}

fn of_manifest(kept: &Kept<Noted>) -> EditionGrounds {
    let grounds = |part: Part| kept.facts.get(&part)?.as_ref()?.grounds.clone();
    let is_old = Part::ALL.into_iter().any(|part| kept.facts.contains_key(&part) && grounds(part).is_none());
    let old = is_old.then(|| kept.path.display().to_string());
    EditionGrounds { site: grounds(Part::Web), paper: grounds(Part::Print), old }
}
