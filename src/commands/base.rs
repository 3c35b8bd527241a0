//! `suluh base`: what lies under an overlay project and what has changed there; `--accept` writes `basis.lock`, `--show`
//! prints a file of the base, which nobody sees when it is in the program.

use std::path::Path;
use std::process::ExitCode;

use super::codes::{NOT_TEXT, UNKNOWN_FILE};
use super::explain;
use super::layers::subject;
use super::refusal::{self, Refusal};
use super::write::{self, NewFile};
use super::{output, summary};
use crate::cli::{BaseArgs, EXIT_CONTENT, MessageFormat};
use crate::diagnostics::{Diagnostic, Diagnostics, quoted};
use crate::project::Chain;
use crate::project::lock::{self, BaseChange, BaseDigests, Change};
use crate::source::SourceFile;

/// Runs the command.
pub fn run(args: &BaseArgs) -> ExitCode {
    let d = Diagnostics::new();
    let chain = Chain::open(&args.project, &d);
    // What was accepted is of no use to who accepts anew; a damaged file is then written again.
    let accepted = if args.accept { None } else { lock::accepted(&chain, &d).unwrap_or_default() };
    let broken = chain.broken || d.has_errors();
    output::report(&d.into_sorted(), MessageFormat::Text);
    if broken {
        return ExitCode::from(EXIT_CONTENT);
    }
    if !chain.has_base() {
        output::say("Proyek ini tidak memakai basis: `suluh.yaml` tidak mempunyai `basis:`.");
        return ExitCode::SUCCESS;
    }
    if let Some(typed) = &args.show {
        return refusal::end(show(typed, &args.project, &chain));
    }
    if args.accept {
        return refusal::end(accept(&args.project, &lock::digests(&chain)));
    }
    tell(&chain, accepted.as_ref());
    ExitCode::SUCCESS
}

fn accept(project: &Path, digests: &BaseDigests) -> Result<String, Refusal> {
    write::replace(project, &[NewFile::new(lock::FILE, lock::text(digests))])?;
    Ok(format!("Basis diterima: {} berkas dicatat di {}.", digests.len(), lock::FILE))
}

/// The text of a file of the base, as it was typed or in the national layer: the uppermost base that has it counts.
fn show(typed: &str, project: &Path, chain: &Chain) -> Result<String, Refusal> {
    let subject = subject::read(typed, project, chain).map_err(|path| Refusal::usage(explain::outside(&path)))?;
    let wanted = [typed.to_owned(), format!("content/{}", subject.path), subject.path.clone()];
    let found = wanted.iter().find_map(|path| chain.bases().iter().rev().find_map(|base| base.tree.get(path)));
    let Some(file) = found else {
        let files = chain.bases().iter().flat_map(|base| base.tree.under("")).map(SourceFile::inside);
        let names: Vec<&str> = files.map(|path| path.strip_prefix("content/").unwrap_or(path)).collect();
        let hint = subject::near(&subject.path, names.iter().copied(), || {
            "tulis letaknya seperti di folder daerah, misalnya `halaman/lapor.md`".to_owned()
        });
        let problem = Diagnostic::error(UNKNOWN_FILE, format!("tidak ada {} di basis", quoted(&subject.path)));
        return Err(Refusal::usage(problem.hint(hint)));
    };
    std::str::from_utf8(file.as_slice()).map(|text| text.trim_end().to_owned()).map_err(|_| {
        let problem = Diagnostic::error(NOT_TEXT, format!("{} bukan teks", quoted(file.path())));
        Refusal::usage(problem.hint("`--show` menampilkan teks; gambar terlihat di situs yang dibuat `suluh build`"))
    })
}

fn tell(chain: &Chain, accepted: Option<&BaseDigests>) {
    let names: Vec<&str> = chain.bases().iter().rev().map(|base| base.name.as_str()).collect();
    output::say(&format!("Basis: {}", names.join(", di atas ")));
    let Some(accepted) = accepted else {
        output::say(&format!("{} belum ada. `suluh base --accept` mencatat basis yang sekarang.", lock::FILE));
        return;
    };
    let changes = lock::changes(chain, accepted);
    if changes.is_empty() {
        output::say(&format!("Sama dengan yang terakhir diterima: {} berkas.", accepted.len()));
        return;
    }
    let rows: Vec<Vec<String>> = changes.iter().map(row).collect();
    output::say(&format!("\n{}", summary::table(&["Keadaan", "Berkas basis", "Diganti oleh"], &rows, &[])));
    output::say(&format!(
        "\n{} berkas lain dari yang terakhir diterima. Sesudah yang diganti disesuaikan, jalankan `suluh base --accept`.",
        changes.len()
    ));
}

fn row(change: &BaseChange) -> Vec<String> {
    let state = match change.change {
        Change::Changed => "berubah",
        Change::Added => "baru",
        Change::Removed => "hilang",
    };
    vec![state.to_owned(), change.path.clone(), change.overridden_by.join(", ")]
}
