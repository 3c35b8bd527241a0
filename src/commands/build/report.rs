//! What was made, in a table for someone who does not program.

use std::path::Path;
use std::time::Duration;

use super::super::{output, summary};
use super::cards;
use super::orders::Placed;
use crate::cli::{BuildArgs, MessageFormat, Only};
use crate::commands::prepare::Prepared;
use crate::plan::EditionPlan;
use crate::print::order::decimal;
use crate::publish::{EditionCode, EditionSummary, Outcome, Summary};
use crate::web::bundle;

/// Writes the table, where the files are, and how long it took.
pub(super) fn tell(args: &BuildArgs, prepared: &Prepared, done: &Summary, placed: &[Placed], folder: &Path, took: Duration) {
    if args.project.message_format == MessageFormat::Json {
        return;
    }
    // Letters have recipients, and most projects no letters.
    let letters = prepared.plan.editions.iter().any(|plan| !plan.edition.recipients.is_empty());
    let mut head = vec!["Kode", "Edisi", "Halaman", "Bahan cetak", "Berkas", "Ukuran", "Keadaan"];
    if letters {
        head.insert(RECIPIENTS, "Penerima surat");
    }
    let rows: Vec<Vec<String>> =
        done.editions.iter().map(|(code, outcome)| row((prepared, args.only), code, outcome, letters)).collect();
    let numbers: Vec<usize> = (2..head.len() - 1).collect();
    output::say(&summary::table(&head, &rows, &numbers));
    let what = if done.changed { "Selesai" } else { "Tidak ada yang berubah" };
    output::say(&format!("\n{what} dalam {} detik.", seconds(took)));
    if args.only != Some(Only::Print) {
        sites(prepared, done, folder).iter().for_each(|line| output::say(line));
        if args.zip {
            zips(prepared, done, folder).iter().for_each(|line| output::say(line));
        }
        uploads(prepared, done, folder).iter().for_each(|line| output::say(line));
    }
    if args.only != Some(Only::Web) {
        printed(prepared, folder).iter().for_each(|line| output::say(line));
        orders(placed, folder).iter().for_each(|line| output::say(line));
    }
}

/// Where the sheets are, and the cards that are sent on by phone if any were made; of one edition its own folders.
fn printed(prepared: &Prepared, folder: &Path) -> Vec<String> {
    let codes: Vec<&str> = prepared.plans().map(|plan| plan.edition.code.as_str()).collect();
    let own = |part: &str, code: &str| folder.join(part).join(code);
    let sheets = match codes.as_slice() {
        [code] if own("cetak", code).is_dir() => own("cetak", code),
        _ => folder.join("cetak"),
    };
    let mut lines = vec![format!("Cetakan: {}", sheets.display())];
    let with_cards = codes.iter().map(|code| own("kartu", code).join(cards::FOLDER)).filter(|cards| cards.is_dir());
    match with_cards.collect::<Vec<_>>().as_slice() {
        [] => {}
        [cards] => lines.push(format!("Kartu:   {}, gambar dan tulisannya untuk dikirim lewat WhatsApp", cards.display())),
        several => lines.push(format!(
            "Kartu:   {}, di folder `{}` {} daerah",
            folder.join("kartu").display(),
            cards::FOLDER,
            several.len()
        )),
    }
    lines
}

/// Where the order for each shop is, and how much it is; of many only how many there are.
fn orders(placed: &[Placed], folder: &Path) -> Vec<String> {
    const SHOWN: usize = 6;
    let line = |order: &Placed| {
        let area = if order.area > 0.0 { format!(", {} m²", decimal(order.area, 1)) } else { String::new() };
        format!("Pesanan: {}, zip berisi {} berkas{area}", folder.join(&order.path).display(), order.files)
    };
    let ordered: Vec<&Placed> = placed.iter().filter(|order| order.ordered).collect();
    let mut lines: Vec<String> = ordered.iter().take(SHOWN).map(|order| line(order)).collect();
    if ordered.len() > SHOWN {
        lines.push(format!("         dan {} pesanan lain", ordered.len() - SHOWN));
    }
    match placed.iter().find(|order| !order.ordered) {
        Some(one) if placed.len() - ordered.len() == 1 => {
            lines.push(format!("Belum dipesan: {}", folder.join(&one.path).display()));
        }
        Some(one) => {
            let others = placed.len() - ordered.len() - 1;
            lines.push(format!("Belum dipesan: {} dan {others} zip lain", folder.join(&one.path).display()));
        }
        None => {}
    }
    if ordered.is_empty() && !placed.is_empty() {
        lines.push(
            "         Tulis yang dipesan di `pesan:` dalam percetakan.yaml kantor Anda; lihat docs/panduan-cetak.md.".to_owned(),
        );
    }
    lines
}

/// The column of the recipients of letters.
const RECIPIENTS: usize = 4;

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

/// Where the zip of each site is, for flash disks; of many only how many there are.
fn zips(prepared: &Prepared, done: &Summary, folder: &Path) -> Vec<String> {
    const SHOWN: usize = 3;
    let made = prepared.plan.editions.iter().filter(|plan| done.editions.contains_key(&plan.edition.code));
    let path = |plan: &EditionPlan| folder.join("situs").join(plan.download_file(&bundle::name(plan)).output_path());
    let mut lines: Vec<String> = made
        .map(|plan| format!("Flash disk: {}  (seluruh situs {} dalam satu zip)", path(plan).display(), plan.edition.name))
        .collect();
    if lines.len() > SHOWN {
        let more = lines.len() - SHOWN;
        lines.truncate(SHOWN);
        lines.push(format!("         dan {more} zip daerah lain, masing-masing di folder `unduhan` situsnya"));
    }
    lines
}

/// Where the files of each site must be put, so that printed codes lead there: with an address of its own, an office puts its folder at the
/// root of that, without its code in the address. Offices whose contacts are still examples have none yet.
fn uploads(prepared: &Prepared, done: &Summary, folder: &Path) -> Vec<String> {
    const SHOWN: usize = 3;
    let made = prepared.plan.editions.iter().filter(|plan| done.editions.contains_key(&plan.edition.code));
    let mut lines: Vec<String> = made.filter(|plan| !plan.edition.specimen).map(|plan| upload(plan, folder)).collect();
    if lines.len() > SHOWN {
        let more = lines.len() - SHOWN;
        lines.truncate(SHOWN);
        lines.push(format!("         dan {more} daerah lain"));
    }
    lines
}

fn upload(plan: &EditionPlan, folder: &Path) -> String {
    let edition = &plan.edition;
    let sites = folder.join("situs");
    let own = edition.region.as_ref().is_some_and(|region| region.url.is_some());
    let from = if own { sites.join(edition.code.as_str()) } else { sites };
    let page = match edition.villages.first() {
        Some(village) => plan.village(&village.code.value),
        None => plan.root.clone(),
    };
    let address = edition.url().value.trim_end_matches('/');
    format!("Unggah:  isi {} ke {address}/ (kode QR mengarah ke {})", from.display(), plan.printed(&page))
}

/// What stands for a number of what was not made.
const NOT_MADE: &str = "–";

/// The line of an edition. A part that this run does not make has no number: it would read as if it had been made.
fn row((prepared, only): (&Prepared, Option<Only>), code: &EditionCode, outcome: &Outcome, letters: bool) -> Vec<String> {
    let plan = prepared.plan.editions.iter().find(|plan| plan.edition.code == *code);
    let name = plan.map_or_else(String::new, |plan| plan.edition.name.clone());
    let is_made = matches!(outcome, Outcome::Published(_) | Outcome::Unchanged(_));
    let plan = plan.filter(|_| is_made);
    let number = |without: Only, count: fn(&EditionPlan) -> usize| {
        plan.filter(|_| only != Some(without)).map_or_else(|| NOT_MADE.to_owned(), |plan| count(plan).to_string())
    };
    let nothing = || (NOT_MADE.to_owned(), NOT_MADE.to_owned());
    let files = |numbers: &EditionSummary| (numbers.files.to_string(), summary::size(numbers.bytes));
    let (state, (files, size)) = match outcome {
        Outcome::Published(numbers) => (changes(numbers), files(numbers)),
        Outcome::Unchanged(numbers) => ("tidak berubah".to_owned(), files(numbers)),
        Outcome::Kept => ("tidak dibuat, tetap yang lama".to_owned(), nothing()),
        Outcome::Failed => ("gagal, tetap yang lama".to_owned(), nothing()),
        Outcome::Removed => ("dihapus, tidak ada lagi dalam proyek".to_owned(), nothing()),
    };
    let pages = number(Only::Print, |plan| plan.pages.len());
    let sheets = number(Only::Web, |plan| plan.sheets.len());
    let mut row = vec![code.to_string(), name, pages, sheets, files, size, state];
    if letters {
        row.insert(RECIPIENTS, number(Only::Web, |plan| plan.edition.recipients.len()));
    }
    row
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
