//! Where the snapshots are kept: the newest, and the last one that could be published.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tokio::sync::watch;

use super::sheets::Table;
use super::snapshot::Snapshot;
use super::{Content, Read};

/// The preview's memory. Any number of requests read it while the next snapshot is made.
pub(super) struct Studio {
    read: Read,
    now: RwLock<Arc<Snapshot>>,
    sound: RwLock<Option<Arc<Snapshot>>>,
    /// Sheets that were laid out.
    pub(super) table: Table,
    bases: Mutex<Vec<std::path::PathBuf>>,
    versions: watch::Sender<u64>,
}

impl Studio {
    /// Reads the project for the first time.
    pub(super) fn new(read: Read) -> Studio {
        let (snapshot, bases) = split(0, read(), None);
        let first = Arc::new(snapshot);
        let sound = first.is_sound().then(|| Arc::clone(&first));
        Studio {
            read,
            now: RwLock::new(first),
            sound: RwLock::new(sound),
            table: Table::default(),
            bases: Mutex::new(bases),
            versions: watch::Sender::new(0),
        }
    }

    /// Reads the project again and tells everyone who waits.
    pub(super) fn refresh(&self) -> Arc<Snapshot> {
        let before = self.now();
        let (snapshot, bases) = split(before.version + 1, (self.read)(), Some(&before));
        let now = Arc::new(snapshot);
        *self.bases.lock().unwrap_or_else(PoisonError::into_inner) = bases;
        if now.is_sound() {
            *self.sound.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&now));
        }
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&now);
        self.versions.send_replace(now.version);
        now
    }

    /// The project as it is.
    pub(super) fn now(&self) -> Arc<Snapshot> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The project as it last was without errors.
    pub(super) fn sound(&self) -> Option<Arc<Snapshot>> {
        self.sound.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What of other folders the project rests on.
    pub(super) fn bases(&self) -> Vec<std::path::PathBuf> {
        self.bases.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Hears of each new version.
    pub(super) fn versions(&self) -> watch::Receiver<u64> {
        self.versions.subscribe()
    }
}

fn split(version: u64, mut content: Content, before: Option<&Snapshot>) -> (Snapshot, Vec<std::path::PathBuf>) {
    let bases = std::mem::take(&mut content.bases);
    (Snapshot::new(version, content, before), bases)
}
