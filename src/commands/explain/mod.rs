//! `suluh explain`: the chain of files behind a page, a sheet, a picture or a setting, from the national content up to one region.
//!
//! 1. [`layers`](super::layers) finds the files of that name, lowest first, and says what each of them does.
//! 2. [`parts`] does the same for the entries of a data file; [`uses`] says where the result can be seen.
//!
//! Of the code of a message it tells the rule instead, see [`rules`].

mod parts;
mod said;
#[cfg(test)]
mod tests;
mod uses;

use std::process::ExitCode;
use std::sync::Arc;

use super::codes::{OUTSIDE, REGION_WANTED, UNKNOWN_FILE};
use super::layers::subject::{self, Subject};
use super::layers::{Stack, story};
use super::refusal::{self, Refusal};
use super::{prepare, regions, rules};
use crate::cli::ExplainArgs;
use crate::content::EditionCode;
use crate::diagnostics::{Diagnostic, Diagnostics, quoted};
use crate::plan::Plan;
use crate::project::{self, Chain, Project};

/// Runs the command.
pub fn run(args: &ExplainArgs) -> ExitCode {
    refusal::end(explain(args))
}

fn explain(args: &ExplainArgs) -> Result<String, Refusal> {
    if rules::is_code(&args.path) {
        return rules::explain(&args.path);
    }
    if let Some(problem) = prepare::missing_folder(&args.project) {
        return Err(Refusal::disk(problem));
    }
    let d = Diagnostics::new();
    let chain = Chain::open(&args.project, &d);
    let Some(project) = project::read(&chain, &d) else { return Err(Refusal::content(d)) };
    let subject = subject::read(&args.path, &args.project, &chain).map_err(|path| Refusal::usage(outside(&path)))?;
    let code = region(&project, args.region.as_deref(), &subject)?;
    let as_of = args.as_of.unwrap_or_else(prepare::today);
    // What is wrong with the content is for `check` to say; the chain shows as much of it as can be read.
    let edition = project.edition(&code, as_of, &Diagnostics::new()).map(Arc::new);
    let stack = Stack::new(&chain, &code, edition.as_deref());
    let files = stack.files(&subject.path);
    if files.iter().all(|file| file.file.is_none()) {
        let elsewhere = elsewhere(&subject, &project, &chain);
        let problem = unknown(&subject, &stack);
        return Err(Refusal::usage(match elsewhere {
            Some(hint) => problem.hint(hint),
            None => problem,
        }));
    }
    let told = story::tell(&subject, &files);
    let plan = edition.map(|edition| Plan::new(vec![edition], Arc::clone(&project.theme)));
    let uses = plan.as_ref().and_then(|plan| plan.edition(&code)).map(|plan| uses::of(&subject, plan)).unwrap_or_default();
    Ok(said::text(&subject, &stack.name, &told, &parts::of(&files), &uses))
}

/// The region to explain for: the one that was asked for, the one in whose folder the file lies, else the first edition.
fn region(project: &Project, wanted: Option<&str>, subject: &Subject) -> Result<EditionCode, Refusal> {
    let known = project.edition_codes();
    let listed = || known.iter().map(EditionCode::as_str).take(12).collect::<Vec<_>>().join(", ");
    match wanted.map(str::to_owned).or_else(|| subject.region.as_ref().map(ToString::to_string)) {
        Some(name) => regions::find(&name, &known).map_err(|problem| Refusal::usage(*problem)),
        None if known.len() == 1 || known.first() == Some(&EditionCode::National) => {
            Ok(known.first().cloned().unwrap_or(EditionCode::National))
        }
        None => {
            let problem = Diagnostic::error(REGION_WANTED, "proyek ini mempunyai beberapa daerah, jadi daerahnya harus disebut")
                .because(format!("daerah yang ada: {}", listed()));
            Err(Refusal::usage(problem.hint("tambahkan `--region` dengan salah satu kode itu")))
        }
    }
}

/// A path that leads out of the project.
pub(super) fn outside(path: &str) -> Diagnostic {
    Diagnostic::error(OUTSIDE, format!("{} berada di luar proyek ini", quoted(path)))
        .hint("tulis letak berkas dari folder proyek, misalnya `halaman/lapor.md`")
}

/// A file that no layer of the edition has.
pub(super) fn unknown(subject: &Subject, stack: &Stack<'_>) -> Diagnostic {
    let paths = stack.paths();
    let hint = subject::near(&subject.path, paths.iter().map(String::as_str), || {
        "tulis letaknya seperti di folder daerah, misalnya `halaman/lapor.md`, `pelaporan.yaml`, atau `daerah.yaml`".to_owned()
    });
    Diagnostic::error(UNKNOWN_FILE, format!("tidak ada {} untuk {}", quoted(&subject.path), stack.name)).hint(hint)
}

/// Another region of the project that has the file.
fn elsewhere(subject: &Subject, project: &Project, chain: &Chain) -> Option<String> {
    let has = |code: &EditionCode| Stack::new(chain, code, None).files(&subject.path).iter().any(|file| file.file.is_some());
    let other = project.edition_codes().into_iter().find(has)?;
    Some(format!("berkas itu milik daerah lain; tambahkan `--region {other}`"))
}
