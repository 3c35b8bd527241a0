//! What was made, in a table for someone who does not program.

use std::path::Path;
use std::time::Duration;

use super::super::{output, summary};
use crate::cli::{BuildArgs, MessageFormat, Only};
use crate::commands::prepare::Prepared;
use crate::publish::{EditionCode, EditionSummary, Outcome, Summary};

/// Writes the table, where the files are, and how long it took.
pub(super) fn tell(args: &BuildArgs, prepared: &Prepared, done: &Summary, folder: &Path, took: Duration) {
    if args.project.message_format == MessageFormat::Json {
        return;
    }
    let head = ["Kode", "Edisi", "Halaman", "Bahan cetak", "Berkas", "Ukuran", "Keadaan"];
    let rows: Vec<Vec<String>> = done.editions.iter().map(|(code, outcome)| row(prepared, code, outcome)).collect();
    output::say(&summary::table(&head, &rows, &[2, 3, 4, 5]));
    let what = if done.changed { "Selesai" } else { "Tidak ada yang berubah" };
    output::say(&format!("\n{what} dalam {} detik.", seconds(took)));
    if args.only != Some(Only::Print) {
        sites(prepared, done, folder).iter().for_each(|line| output::say(line));
    }
    if args.only != Some(Only::Web) {
        output::say(&format!("Cetakan: {}", folder.join("cetak").display()));
    }
}

/// Where each site begins; of many regions only how many there are.
fn sites(prepared: &Prepared, done: &Summary, folder: &Path) -> Vec<String> {
    const SHOWN: usize = 8;
    let made = prepared.plan.editions.iter().filter(|plan| done.editions.contains_key(&plan.edition.code));
    let mut lines: Vec<String> = made
        .map(|plan| {
            let home = folder.join("situs").join(plan.root.output_path());
            format!("Situs:   {}  ({})", home.display(), plan.edition.name)
        })
        .collect();
    if lines.len() > SHOWN {
        let more = lines.len() - SHOWN;
        lines.truncate(SHOWN);
        lines.push(format!("         dan {more} daerah lain di {}", folder.join("situs").display()));
    }
    lines
}

fn row(prepared: &Prepared, code: &EditionCode, outcome: &Outcome) -> Vec<String> {
    let plan = prepared.plan.editions.iter().find(|plan| plan.edition.code == *code);
    let name = plan.map_or_else(String::new, |plan| plan.edition.name.clone());
    let (pages, sheets) = plan.map_or((0, 0), |plan| (plan.pages.len(), plan.sheets.len()));
    let files = |numbers: &EditionSummary| (numbers.files.to_string(), summary::size(numbers.bytes));
    let (state, (files, size)) = match outcome {
        Outcome::Published(numbers) => (changes(numbers), files(numbers)),
        Outcome::Unchanged(numbers) => ("tidak berubah".to_owned(), files(numbers)),
        Outcome::Kept => ("tidak dibuat, tetap yang lama".to_owned(), Default::default()),
        Outcome::Failed => ("gagal, tetap yang lama".to_owned(), Default::default()),
        Outcome::Removed => ("dihapus, tidak ada lagi dalam proyek".to_owned(), Default::default()),
    };
    vec![code.to_string(), name, pages.to_string(), sheets.to_string(), files, size, state]
}

fn changes(numbers: &EditionSummary) -> String {
    let removed = if numbers.removed > 0 { format!(", {} dihapus", numbers.removed) } else { String::new() };
    format!("{} berkas baru atau berubah{removed}", numbers.written)
}

/// `2,4`: tenths, with the decimal comma of Indonesian.
fn seconds(took: Duration) -> String {
    let tenths = took.as_millis() / 100;
    format!("{},{}", tenths / 10, tenths % 10)
}
