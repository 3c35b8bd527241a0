//! What a run finds when the one before it was killed: finish or undo an exchange, and remove what it left.
//!
//! With an exchange in one step nothing can be half done: `berikut/` is either unfinished work or the old generation, and goes. With two
//! renames (see exchange.rs) the journal tells in which moment the run ended:
//!
//! | journal | `output/` | `lama/` | `berikut/` | the run ended | so |
//! |---|---|---|---|---|---|
//! | yes | there | – | there | before the first rename | undo: the old generation stays |
//! | yes | – | there | there | between the renames | finish: `berikut/` becomes `output/` |
//! | yes | there | there | – | after the second rename | nothing to do |
//! | yes | there | there | there | between the renames, and someone made `output/` since | stop: a person must look |
//! | no | – | there | any | never by us | undo, rather than remove the only copy |

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
    /// The old generation stays, or was put back.
    Undone,
}

/// Brings the output folder and the work area into order.
pub(super) fn recover(disk: &Disk, area: &WorkArea, output: &Path) -> Result<Recovery, PublishError> {
    let (next, old, journal) = (area.next(), area.old(), area.journal());
    let there = |path: &Path| fs::symlink_metadata(path).is_ok();
    let rename = |from: &Path| disk.rename(from, output).map_err(|error| PublishError::io("memulihkan", output, error));
    let recovery = match (there(&journal), there(output), there(&old), there(&next)) {
        (true, true, true, true) => {
            return Err(PublishError::Unrecovered { output: output.to_path_buf(), saved: old });
        }
        (true, false, _, true) => {
            rename(&next)?;
            Recovery::Finished
        }
        (_, false, true, _) => {
            rename(&old)?;
            Recovery::Undone
        }
        (true, true, false, true) => Recovery::Undone,
        _ => Recovery::Nothing,
    };
    // The journal goes first: it promises that `berikut/` is whole, and removing takes its time.
    disk.remove_file(&journal).map_err(|error| PublishError::io("menghapus", &journal, error))?;
    for litter in [next, old, area.new_state()] {
        disk.remove_tree(&litter).map_err(|error| PublishError::io("menghapus", &litter, error))?;
    }
    Ok(recovery)
}
