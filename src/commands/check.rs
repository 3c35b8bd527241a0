//! `suluh check`: says what is wrong, makes nothing.

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::sync::Arc;

use rayon::prelude::*;

use super::prepare::Prepared;
use super::{output, prepare};
use crate::cli::{CheckArgs, MessageFormat};
use crate::content::Theme;
use crate::diagnostics::{Diagnostics, SourceText};
use crate::print;
use crate::source::embedded;
use crate::web::{Downloads, WebHouse};

/// Runs the command.
pub fn run(args: &CheckArgs) -> ExitCode {
    let d = Diagnostics::new();
    let prepared = prepare::prepare(&args.project, &d);
    if let Some(prepared) = &prepared {
        let theme = &prepared.plan.theme;
        let web = WebHouse::new(theme, &d);
        // Of content with errors `build` makes no page either.
        if let Some(web) = web.filter(|_| !d.has_errors() && has_own_templates(theme)) {
            try_pages(&web, prepared, &d);
        }
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

/// Whether the theme has a template for the website that the program does not carry: those that it carries have been tried.
fn has_own_templates(theme: &Theme) -> bool {
    let carried = embedded::project();
    let own = |(name, source): (&String, &Arc<SourceText>)| {
        carried.get(&format!("themes/suluh/web/{name}")).is_none_or(|file| file.as_slice() != source.text().as_bytes())
    };
    theme.web_templates.iter().any(own)
}

/// Renders pages as `build` does, and throws them away: only then is known whether templates find all that they ask for. Of each level the first
/// edition is tried: those of one level use the templates alike, and somebody waits.
fn try_pages(web: &WebHouse, prepared: &Prepared, d: &Diagnostics) {
    let none = Downloads::default();
    let mut tried = BTreeSet::new();
    for plan in prepared.plans() {
        if tried.insert(plan.edition.code.layers().len()) {
            let house = web.edition(&prepared.plan, plan, &none);
            plan.pages.par_iter().for_each(|page| drop(house.render(page, d)));
        }
    }
}
