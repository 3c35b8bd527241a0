//! What a run finds when the one before it was killed: finish an exchange that was cut in two, and remove what is
//! left over.
//!
//! With an exchange in one step nothing can be half done: `berikut/` is either unfinished work or the old generation,
//! and goes. With two renames (see exchange.rs) the names that are there tell in which moment the run ended; `lama/`
//! is only made when `berikut/` is whole:
//!
//! | `output/` | `lama/` | `berikut/` | the run ended | so |
//! |---|---|---|---|---|
//! | there | – | any | before the first rename | the old generation stays |
//! | – | there | there | between the renames | finish: `berikut/` becomes `output/` |
//! | there | there | – | after the second rename | the new generation stays |
//! | there | there | there | between the renames, and someone made `output/` since | stop: a person must look |
//! | – | there | – | never by us | put `lama/` back, rather than remove the only copy |

use std::fs;
use std::path::Path;

use super::PublishError;
use super::disk::Disk;
use super::lock::WorkArea;

/// What was done about an interrupted exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Recovery {
    /// There was none.
    Nothing,
    /// The new generation was put in place.
    Finished,
    /// The old generation was put back.
    Undone,
}

/// Brings the output folder and the work area into order.
pub(super) fn recover(disk: &Disk, area: &WorkArea, output: &Path) -> Result<Recovery, PublishError> {
    let (next, old) = (area.next(), area.old());
    let there = |path: &Path| fs::symlink_metadata(path).is_ok();
    let rename = |from: &Path| disk.rename(from, output).map_err(|error| PublishError::io("memulihkan", output, error));
    let recovery = match (there(output), there(&old), there(&next)) {
        (true, true, true) => {
            return Err(PublishError::Unrecovered { output: output.to_path_buf(), saved: old });
        }
        (false, true, true) => {
            rename(&next)?;
            Recovery::Finished
        }
        (false, true, false) => {
            rename(&old)?;
            Recovery::Undone
        }
        (_, false, _) | (true, true, false) => Recovery::Nothing,
    };
    // `berikut/` first: beside `lama/` it would speak of an exchange.
    for litter in [next, old, area.new_state()] {
        disk.remove_tree(&litter).map_err(|error| PublishError::io("menghapus", &litter, error))?;
    }
    Ok(recovery)
}
