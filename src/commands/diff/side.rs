//! One state of a project: its folder, or the zip of it that was sent or kept.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::commands::codes::{NO_FOLDER, NOT_A_PROJECT};
use crate::commands::refusal::Refusal;
use crate::content::EditionCode;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::plan::{EditionPlan, Plan};
use crate::print::PrintHouse;
use crate::project::{self, Chain, Project};
use crate::publish::{Digest, MANIFESTS};
use crate::source::{BaseFiles, Date, SourceFile, SourceTree, base};

/// A state of a project.
pub(super) struct Side {
    /// As it was typed.
    pub(super) name: String,
    /// The editions that it makes.
    pub(super) codes: Vec<EditionCode>,
    /// Its editions, and the national content even where it is only the base: what it changes is said once.
    pub(super) plan: Plan,
    /// Names every file of the theme.
    pub(super) theme: Digest,
    /// The day as of which it is read.
    pub(super) as_of: Date,
    /// What its sheets are laid out with, where that is asked.
    pub(super) house: OnceLock<Option<PrintHouse>>,
}

impl Side {
    /// Reads a state. Content that can't be read would look as if it had been taken away, so any error ends the command.
    pub(super) fn open(path: &Path, as_of: Date) -> Result<Side, Refusal> {
        let name = path.display().to_string();
        let mut d = Diagnostics::new();
        let chain = chain(path, &name, &mut d)?;
        let project = project::read(&chain, &d);
        let plan = project.as_ref().map(|project| plan(project, as_of, &d));
        match (project, plan) {
            (Some(project), Some(plan)) if !d.has_errors() => {
                Ok(Side { name, codes: project.edition_codes(), plan, theme: theme(&chain), as_of, house: OnceLock::new() })
            }
            _ => Err(Refusal::content(d)),
        }
    }

    /// The print house of its theme, set up when it is asked for; none when there is nothing to print with.
    pub(super) fn house(&self) -> Option<&PrintHouse> {
        self.house.get_or_init(|| PrintHouse::new(&self.plan.theme, &Diagnostics::new())).as_ref()
    }

    /// The plan of an edition.
    pub(super) fn edition(&self, code: &EditionCode) -> Option<&EditionPlan> {
        self.plan.edition(code)
    }
}

fn plan(project: &Project, as_of: Date, d: &Diagnostics) -> Plan {
    let mut codes = project.edition_codes();
    if !codes.contains(&EditionCode::National) && !project.layers(&EditionCode::National).is_empty() {
        codes.push(EditionCode::National);
    }
    let editions = codes.par_iter().filter_map(|code| project.edition(code, as_of, d).map(Arc::new));
    Plan::new(editions.collect(), Arc::clone(&project.theme))
}

fn chain(path: &Path, name: &str, d: &mut Diagnostics) -> Result<Chain, Refusal> {
    // Both states have files of the same names, so messages name them with the state.
    let prefix = format!("{}/", name.trim_end_matches('/'));
    let files = BaseFiles { prefix: &prefix, wanted: &|_| true };
    if path.is_dir() {
        // A folder of results says where its words are, not which they are.
        if path.join(MANIFESTS).is_dir() && !path.join("suluh.yaml").is_file() {
            let problem = Diagnostic::error(NOT_A_PROJECT, format!("`{name}` folder hasil, bukan folder proyek"));
            let problem = problem.because("hasil tidak menyimpan naskahnya, jadi tidak dapat dibandingkan");
            return Err(Refusal::usage(problem.hint("tunjuk folder yang berisi `suluh.yaml`, atau zip dari folder itu")));
        }
        return Ok(Chain::over(SourceTree::read_base(path, files, d), path, d));
    }
    if !path.is_file() {
        let problem = Diagnostic::error(NO_FOLDER, format!("`{name}` tidak ada"));
        return Err(Refusal::disk(problem.hint("tunjuk folder yang berisi `suluh.yaml`, atau zip dari folder itu")));
    }
    let tree = base::zip_bytes(path, name, d).and_then(|bytes| SourceTree::read_zip(&bytes, files, d));
    // A zipped project finds its base beside the zip.
    let beside = path.parent().map_or_else(PathBuf::new, Path::to_owned);
    match tree.filter(|_| !d.has_errors()) {
        Some(tree) => Ok(Chain::over(tree, &beside, d)),
        None => Err(Refusal::content(std::mem::take(d))),
    }
}

/// All files of the theme in one digest.
fn theme(chain: &Chain) -> Digest {
    let files = chain.links.iter().flat_map(|link| link.tree.under("themes/"));
    let line = |file: &SourceFile| format!("{} {}", file.inside(), Digest::of(file.as_slice()));
    Digest::of(files.map(line).collect::<Vec<_>>().join("\n").as_bytes())
}
