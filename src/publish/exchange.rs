//! Puts the next generation in the place of the present one.
//!
//! Linux and macOS exchange two folders in one step, so that `output/` is a whole publication at every moment. Where
//! the system or the file system can't (Windows, some network shares), two renames do it. The names of the folders
//! are the journal by which the next run finishes them (see recover.rs). Between the two, for some microseconds,
//! there is no `output/`; a reader then finds nothing, never a mixture.

use std::fs;
use std::io;
use std::path::Path;

use super::PublishError;
use super::disk::Disk;
use super::lock::WorkArea;

/// Exchanges `output` with the next generation. Afterwards the old generation is in the work area, to be removed.
///
/// On an error `output` is the old generation still, or the next run puts it right.
pub(super) fn put_in_place(disk: &Disk, area: &WorkArea, output: &Path) -> Result<(), PublishError> {
    let next = area.next();
    let unmovable = |source: io::Error| match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => PublishError::io("mempertukarkan", output, source),
        _ => PublishError::Unmovable { output: output.to_path_buf(), source },
    };
    if fs::symlink_metadata(output).is_err() {
        disk.rename(&next, output).map_err(unmovable)?;
    } else if !disk.exchange(&next, output).map_err(unmovable)? {
        rename_twice(disk, area, output).map_err(unmovable)?;
    }
    // The exchange itself must be on disk before the old generation is removed. Too late to turn back, so a refusal
    // only means that this system gives no such promise.
    for folder in [output.parent(), Some(area.root())].into_iter().flatten() {
        let _ = disk.flush_folder(folder);
    }
    Ok(())
}

fn rename_twice(disk: &Disk, area: &WorkArea, output: &Path) -> io::Result<()> {
    let (next, old) = (area.next(), area.old());
    disk.rename(output, &old)?;
    disk.rename(&next, output).or_else(|error| {
        disk.rename(&old, output)?;
        Err(error)
    })
}
