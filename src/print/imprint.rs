//! What of all that a job carries its sheet shows: a banner has one number on it, whatever else its office is reached by.

use std::collections::BTreeSet;

use typst::layout::FrameItem;

use super::compose;
use super::frames::walk;
use super::house::{PrintHouse, typeset};
use super::job::{Job, Part};
use super::slots::SlotPlan;
use crate::diagnostics::Diagnostics;
use crate::markdown::escape::typst_string;

/// What stands on a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// The words that are the same for all records, in the order in which they are painted.
    pub words: Vec<String>,
    /// The values that its templates take from a record: `desa.telepon`. What paragraphs take says [`values_of_text`].
    pub values: BTreeSet<String>,
    /// Whether each record has a code of its own.
    pub own_code: bool,
}

/// Lays a job out, and looks at what it shows. None when it can't be laid out.
pub fn imprint(house: &PrintHouse, job: &Job<'_>) -> Option<Imprint> {
    let silent = Diagnostics::new();
    let (desk, places) = compose::artwork(house, job);
    let document = house.run(|| typeset(&desk, &places, &silent))?;
    let mut words = Vec::new();
    for page in document.pages() {
        let mut text = |item: &FrameItem| {
            if let FrameItem::Text(text) = item {
                words.push(text.text.to_string());
            }
        };
        walk(&page.frame, &mut |item| text(item.item), &mut |_, _| {});
    }
    let plan = SlotPlan::of(&document);
    Some(Imprint { words, values: plan.values(), own_code: plan.codes().iter().any(|page| !page.is_empty()) })
}

/// The values of a record that the paragraphs of a job name.
pub fn values_of_text(job: &Job<'_>) -> BTreeSet<String> {
    let names = job.villages.first().map(|row| row.values.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let parts = || job.body.values().flat_map(|body| &body.parts);
    let named = |name: &String| {
        let call = format!("slot({})", typst_string(name));
        parts().any(|part| matches!(part, Part::Village(copy) if copy.markup.contains(&call)))
    };
    names.into_iter().filter(named).collect()
}
