//! `suluh check`: says what is wrong, makes nothing.

use std::process::ExitCode;

use super::{output, prepare};
use crate::cli::{CheckArgs, MessageFormat};
use crate::diagnostics::Diagnostics;
use crate::print;
use crate::web::WebHouse;

/// Runs the command.
pub fn run(args: &CheckArgs) -> ExitCode {
    let d = Diagnostics::new();
    let prepared = prepare::prepare(&args.project, &d);
    if let Some(prepared) = &prepared {
        // Templates are read as `build` reads them; whether a page finds in them all that it needs is known when it is rendered.
        WebHouse::new(&prepared.plan.theme, &d);
        let (said, pictures) = (d.all(), Diagnostics::new());
        print::check_pictures(&prepared.plan, &pictures);
        // A logo that no page can show has been told of already, and `build` would not come to its sheets.
        let anew = pictures.all().into_iter().filter(|found| said.iter().all(|known| known.place != found.place));
        anew.for_each(|found| d.push(found));
    }
    let (told, silenced) = prepare::sift(prepared.as_ref(), d);
    match prepare::verdict(&args.project, &told.into_sorted(), silenced.len()) {
        Err(code) => ExitCode::from(code),
        Ok(()) => {
            if let (Some(prepared), MessageFormat::Text) = (prepared, args.project.message_format) {
                let villages: usize = prepared.plan.editions.iter().map(|plan| plan.edition.villages.len()).sum();
                let recipients: usize = prepared.plan.editions.iter().map(|plan| plan.edition.recipients.len()).sum();
                let recipients = if recipients > 0 { format!(", {recipients} penerima surat") } else { String::new() };
                output::say(&format!(
                    "Tidak ada galat: {} edisi, {villages} desa{recipients} diperiksa. Muat tidaknya teks pada cetakan diperiksa saat `build`.",
                    prepared.plan.editions.len()
                ));
            }
            ExitCode::SUCCESS
        }
    }
}
