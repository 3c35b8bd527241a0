//! Sheets as pictures: laid out when somebody looks, kept as long as nothing that goes into them changes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::snapshot::Snapshot;
use crate::content::{EditionCode, Id, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::plan::{EditionPlan, SheetPlan};
use crate::print::{self, Job, Look, Shot};
use crate::source::Digest;
use crate::web::{Downloads, PieceFiles, Preview};

/// Sheets that are kept; the one that nobody looked at for longest goes first.
const KEPT: usize = 96;
/// Digits of a key: enough to tell any two states of a sheet apart.
const KEY_DIGITS: usize = 16;
/// The width of the pictures of the download page, in pixels: as the build makes them.
pub(super) const DOWNLOAD_WIDTH: u32 = 900;

/// Which sheet: edition, piece, and the record when one is asked for.
type Which = (EditionCode, Id, Option<String>);

/// The sheets that were laid out.
#[derive(Default)]
pub(super) struct Table {
    sheets: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    /// Counts looks, to tell old from new.
    clock: u64,
    sheets: BTreeMap<Which, Entry>,
}

struct Entry {
    key: String,
    used: u64,
    made: Arc<OnceLock<Made>>,
    /// The sheet as it last could be laid out, before this one.
    before: Option<Arc<Look>>,
}

/// A sheet that was laid out.
pub(super) struct Made {
    /// None when it can't be laid out.
    look: Option<Arc<Look>>,
    /// As it last could be, when it can't be now.
    before: Option<Arc<Look>>,
    /// What preflight found.
    pub(super) found: Vec<Diagnostic>,
    shots: Mutex<BTreeMap<(usize, u32), Arc<Shot>>>,
}

impl Made {
    /// What there is to be seen.
    fn shown(&self) -> Option<&Arc<Look>> {
        self.look.as_ref().or(self.before.as_ref())
    }

    /// Whether what is seen is not what is written.
    pub(super) fn is_old(&self) -> bool {
        self.look.is_none() && self.before.is_some()
    }

    /// Width and height of each page, in points.
    pub(super) fn sizes(&self) -> Vec<(f64, f64)> {
        self.shown().map_or_else(Vec::new, |look| (0..look.len()).filter_map(|page| look.size(page)).collect())
    }

    /// The picture of a page, counted from 0.
    pub(super) fn shot(&self, page: usize, pixels: u32) -> Option<Arc<Shot>> {
        let known = |shots: &BTreeMap<(usize, u32), Arc<Shot>>| shots.get(&(page, pixels)).cloned();
        if let Some(shot) = known(&self.shots.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Some(shot);
        }
        let shot = Arc::new(self.shown()?.shot(page, pixels)?);
        self.shots.lock().unwrap_or_else(PoisonError::into_inner).insert((page, pixels), Arc::clone(&shot));
        Some(shot)
    }
}

/// A job, and the key that changes with everything that shapes its sheet.
pub(super) fn job<'s>(
    snapshot: &'s Snapshot,
    plan: &'s EditionPlan,
    sheet: &'s SheetPlan,
    record: Option<&str>,
) -> Option<(Job<'s>, String)> {
    let houses = snapshot.houses.as_ref()?;
    let mut job = print::brief(snapshot.plan.as_ref()?, plan, sheet)?;
    // One record is looked at; the others cost nothing and change nothing.
    let wanted = job.villages.iter().position(|row| Some(row.code.as_str()) == record).unwrap_or(0);
    job.villages = job.villages.only(wanted);
    let mut all = format!("{} {}\n", houses.number, job.format.place.source().text());
    job.ingredients(&mut |ingredient| {
        all.push_str(ingredient);
        all.push('\n');
    });
    let mut key = Digest::of(all.as_bytes()).to_string();
    key.truncate(KEY_DIGITS);
    Some((job, key))
}

impl Table {
    /// The sheet of a piece as it is now; laid out when it is not known yet. Who asks for the same one meanwhile waits for it.
    pub(super) fn sheet(&self, snapshot: &Snapshot, plan: &EditionPlan, sheet: &SheetPlan, record: Option<&str>) -> Option<Laid> {
        let house = snapshot.houses.as_ref()?.print.as_ref()?;
        let (job, key) = job(snapshot, plan, sheet, record)?;
        let which = (plan.edition.code.clone(), sheet.piece.clone(), record.map(str::to_owned));
        let (made, before) = self.entry(which, &key);
        made.get_or_init(|| {
            let d = Diagnostics::new();
            let look = print::look(house, &job, record, &d).map(Arc::new);
            Made { look, before, found: d.into_sorted(), shots: Mutex::default() }
        });
        Some(Laid { made, key })
    }

    fn entry(&self, which: Which, key: &str) -> (Arc<OnceLock<Made>>, Option<Arc<Look>>) {
        let mut kept = self.sheets.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clock += 1;
        let used = kept.clock;
        let old = kept.sheets.remove(&which);
        let entry = match old {
            Some(entry) if entry.key == key => Entry { used, ..entry },
            old => {
                let before = old.and_then(|old| old.made.get().and_then(Made::shown).cloned().or(old.before));
                Entry { key: key.to_owned(), used, made: Arc::default(), before }
            }
        };
        let found = (Arc::clone(&entry.made), entry.before.clone());
        kept.sheets.insert(which, entry);
        if kept.sheets.len() > KEPT
            && let Some(oldest) = kept.sheets.iter().min_by_key(|(_, entry)| entry.used).map(|(which, _)| which.clone())
        {
            kept.sheets.remove(&oldest);
        }
        found
    }
}

/// A sheet under its key.
pub(super) struct Laid {
    made: Arc<OnceLock<Made>>,
    pub(super) key: String,
}

impl Laid {
    /// The sheet.
    pub(super) fn made(&self) -> Option<&Made> {
        self.made.get()
    }
}

/// What the download page shows of an edition while nothing is printed: the pictures, but no files, whose sizes nobody knows yet.
pub(super) fn downloads(theme: &Theme, plan: &EditionPlan) -> Downloads {
    let offered = plan.sheets.iter().filter_map(|sheet| {
        let piece = plan.edition.pieces.get(&sheet.piece).filter(|_| !plan.edition.names_people(&sheet.piece))?;
        let format = theme.formats.get(&sheet.format)?;
        let name = if format.is_screen() { format!("{}.png", piece.data.id) } else { format!("{}-1.png", piece.data.id) };
        let width = format.pixels.unwrap_or(DOWNLOAD_WIDTH);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a picture, some thousands")]
        let height = (f64::from(width) * format.height / format.width).round() as u32;
        let preview = Some(Preview { name, width, height });
        Some((sheet.piece.clone(), PieceFiles { preview, size: (format.width, format.height), ..PieceFiles::default() }))
    });
    Downloads { pieces: offered.collect(), ..Downloads::default() }
}
