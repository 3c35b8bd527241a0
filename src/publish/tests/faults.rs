//! Faults that a test puts into the [`Disk`](crate::publish::disk::Disk): a stop or an error at the n-th operation,
//! and file systems that lack something.

use std::io;
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// What happens at the chosen operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::publish) enum Fault {
    /// The process ends at once, without unwinding: the same as `kill -9` for whoever reads the folder afterwards.
    Kill,
    /// The disk is full from here on: what needs space fails, what frees it works.
    Full,
    /// The system refuses this one operation.
    Refuse,
    /// From here on nothing can be renamed, as when another program holds a file open on Windows.
    Stuck,
}

/// The faults of one disk.
#[derive(Debug, Default)]
pub(in crate::publish) struct Faults {
    /// Which operation, counted from 1, is hit, and how.
    pub(in crate::publish) at: Option<(usize, Fault)>,
    /// No hard links, as on FAT.
    pub(in crate::publish) no_links: bool,
    /// No exchange in one step, as on Windows.
    pub(in crate::publish) no_exchange: bool,
    /// What was done so far.
    pub(in crate::publish) done: Arc<Mutex<Vec<&'static str>>>,
    pub(in crate::publish) steps: AtomicUsize,
}

impl Faults {
    pub(in crate::publish) fn step(&self, operation: &'static str) -> io::Result<()> {
        self.done.lock().unwrap().push(operation);
        let step = self.steps.fetch_add(1, Ordering::SeqCst) + 1;
        let needs_space = ["create", "write", "link", "symlink", "folder", "flush"].contains(&operation);
        match self.at {
            Some((at, Fault::Kill)) if step == at => {
                eprintln!("dihentikan sebelum langkah {step}, {operation}");
                process::abort()
            }
            Some((at, Fault::Full)) if step >= at && needs_space => Err(io::ErrorKind::StorageFull.into()),
            Some((at, Fault::Refuse)) if step == at => Err(io::ErrorKind::PermissionDenied.into()),
            Some((at, Fault::Stuck)) if step >= at && operation == "rename" => Err(io::ErrorKind::ResourceBusy.into()),
            _ => Ok(()),
        }
    }
}
