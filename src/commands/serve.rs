//! `suluh serve`: the website and the sheets in a browser while someone writes.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use super::codes::NO_PORT;
use super::output;
use super::prepare::{self, missing_folder};
use super::refusal::{self, Refusal};
use crate::check::Memory;
use crate::cli::{MessageFormat, ProjectArgs, ServeArgs};
use crate::diagnostics::{Diagnostic, Diagnostics, Silencers};
use crate::project::{Chain, EMBEDDED};
use crate::serve::{self, Content, Options, ServeError};

/// Runs the command.
pub fn run(args: &ServeArgs) -> ExitCode {
    refusal::end(serve(args))
}

fn serve(args: &ServeArgs) -> Result<String, Refusal> {
    if let Some(problem) = missing_folder(&args.project) {
        return Err(Refusal::disk(problem));
    }
    // Watching tells whole paths, and the folder must stay the same wherever the program is later.
    let root = crate::source::base::identity(&args.project).unwrap_or_else(|| args.project.clone());
    let project = ProjectArgs {
        project: root.clone(),
        regions: Vec::new(),
        as_of: args.as_of,
        strict: false,
        message_format: MessageFormat::Text,
    };
    let earlier = Mutex::new(Earlier::default());
    let read = Box::new(move || read(&project, &earlier));
    serve::run(Options { root, port: args.port }, read, output::say).map_err(|error| Refusal::disk(told(&error)))?;
    Ok("Pratinjau berhenti.".to_owned())
}

/// What is known from the last time.
#[derive(Default)]
struct Earlier {
    chain: Option<Chain>,
    memory: Memory,
}

/// The project as it is now. Of files that did not change since the last time nothing is read anew.
fn read(args: &ProjectArgs, earlier: &Mutex<Earlier>) -> Content {
    let d = Diagnostics::new();
    if let Some(problem) = missing_folder(&args.project) {
        return Content { problems: vec![problem], ..Content::default() };
    }
    let mut earlier = earlier.lock().unwrap_or_else(PoisonError::into_inner);
    let chain = Chain::open(&args.project, &d);
    let chain = match earlier.chain.take() {
        Some(earlier) => chain.renewed(earlier),
        None => chain,
    };
    let prepared = prepare::prepare_chain(&chain, args, Some(&earlier.memory), &d);
    let bases = bases(&chain, &args.project);
    earlier.chain = Some(chain);
    let (told, silenced) = prepare::sift(prepared.as_ref(), d);
    let (plan, silencers) = match prepared {
        Some(prepared) => (Some(prepared.plan), prepared.silencing.into_silencers()),
        None => (None, Silencers::default()),
    };
    Content { plan, problems: told.into_sorted(), silenced, silencers, bases }
}

/// Where the bases of a project lie; the one in the program never changes.
fn bases(chain: &Chain, root: &Path) -> Vec<PathBuf> {
    let on_disk = chain.bases().iter().filter(|link| link.name != EMBEDDED);
    on_disk.map(|link| root.join(&link.name)).collect()
}

fn told(error: &ServeError) -> Diagnostic {
    match error {
        ServeError::Port(port, error) => Diagnostic::error(NO_PORT, format!("porta {port} tidak dapat dipakai"))
            .because(format!("kata sistem: {error}"))
            .hint("pilih nomor lain dengan `--port`, atau hapus `--port` supaya porta bebas dicarikan"),
        ServeError::System(error) => {
            Diagnostic::error(NO_PORT, "pratinjau tidak dapat dijalankan").because(format!("kata sistem: {error}"))
        }
    }
}
