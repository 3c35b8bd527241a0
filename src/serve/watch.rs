//! Sees files change, waits until whoever writes them is done, and has the project read again.
//!
//! Of a save come many events: an editor empties the file and fills it, or writes another and puts it in its place. Where the system says that
//! a file was closed after writing (Linux), that ends the wait; elsewhere a short silence does. No debouncer of the crate's own family: it holds
//! each event back for a fixed time, and what it tells apart (which file became which) makes no difference to reading the whole project.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::oneshot;

use super::Say;
use super::problems;
use super::studio::Studio;

/// What of a project's folder is read.
const ENTRIES: [&str; 4] = ["basis.lock", "content", "suluh.yaml", "themes"];
/// How long it must be quiet after a file was closed.
const QUIET: Duration = Duration::from_millis(8);
/// How long it must be quiet while a file may still be written. Where the system tells of the close, a busy computer may take its time between
/// emptying a file and filling it; elsewhere nothing better than a short silence is known.
const WRITING: Duration = Duration::from_millis(if cfg!(target_os = "linux") { 300 } else { 50 });
/// The longest wait while files keep changing: a copy of a whole folder is seen as it grows.
const LONGEST: Duration = Duration::from_millis(400);
/// How often it is looked whether a folder that was missing is there again.
const LOOK: Duration = Duration::from_secs(1);

/// Begins to watch. What comes back says something only when watching has ended.
pub(super) fn start(root: PathBuf, studio: Arc<Studio>, say: Say) -> oneshot::Receiver<()> {
    let (alive, ended) = oneshot::channel::<()>();
    std::thread::spawn(move || {
        let (sender, events) = mpsc::channel();
        match Eyes::open(sender) {
            Ok(eyes) => Watch { root, studio, say, eyes, watched: BTreeSet::new() }.run(&events),
            Err(error) => say(&format!("Perubahan berkas tidak dapat dipantau: {error}")),
        }
        drop(alive);
    });
    ended
}

/// What the system offers for watching; where that fails, looking again each second.
struct Eyes(Box<dyn Watcher + Send>);

impl Eyes {
    fn open(sender: mpsc::Sender<notify::Result<Event>>) -> notify::Result<Eyes> {
        match RecommendedWatcher::new(sender.clone(), Config::default()) {
            Ok(watcher) => Ok(Eyes(Box::new(watcher))),
            Err(_) => {
                let watcher = PollWatcher::new(sender, Config::default().with_poll_interval(LOOK).with_compare_contents(true))?;
                Ok(Eyes(Box::new(watcher)))
            }
        }
    }
}

struct Watch {
    root: PathBuf,
    studio: Arc<Studio>,
    say: Say,
    eyes: Eyes,
    watched: BTreeSet<PathBuf>,
}

impl Watch {
    fn run(mut self, events: &Receiver<notify::Result<Event>>) {
        self.look_around();
        // Whatever changed after the first reading and before anything was watched.
        self.studio.refresh();
        loop {
            let mut seen = Seen::default();
            match events.recv_timeout(LOOK) {
                Ok(event) => self.note(event, &mut seen),
                Err(RecvTimeoutError::Timeout) if self.look_around() => seen.changed = Some(String::new()),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            if seen.changed.is_none() {
                continue;
            }
            self.settle(events, &mut seen);
            self.watched.retain(|path| !seen.replaced.contains(path));
            self.look_around();
            self.refresh(&seen.changed.unwrap_or_default());
        }
    }

    /// Waits until files are whole.
    fn settle(&self, events: &Receiver<notify::Result<Event>>, seen: &mut Seen) {
        let began = Instant::now();
        while began.elapsed() < LONGEST {
            let quiet = if seen.writing.is_empty() { QUIET } else { WRITING };
            match events.recv_timeout(quiet) {
                Ok(event) => self.note(event, seen),
                Err(_) => return,
            }
        }
    }

    fn note(&self, event: notify::Result<Event>, seen: &mut Seen) {
        let Ok(event) = event else {
            // Some event was lost; nobody knows which.
            seen.changed.get_or_insert_default();
            return;
        };
        let whole = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
            // Reading is no change, our own least of all.
            EventKind::Access(_) => return,
            EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Any) | EventKind::Create(_) => false,
            _ => true,
        };
        for path in event.paths.iter().filter(|path| self.matters(path)) {
            let shown = path.strip_prefix(&self.root).unwrap_or(path).display().to_string();
            seen.changed = Some(shown);
            if whole {
                seen.writing.remove(path);
            } else if !path.is_dir() {
                seen.writing.insert(path.clone());
            }
            let gone = matches!(event.kind, EventKind::Remove(_) | EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)));
            if gone && self.watched.contains(path) {
                seen.replaced.insert(path.clone());
            }
        }
    }

    /// Whether a path is one that is read: not what lies beside the project's files, and nothing hidden.
    fn matters(&self, path: &Path) -> bool {
        let Ok(inside) = path.strip_prefix(&self.root) else { return true };
        let mut names = inside.iter().map(|name| name.to_string_lossy());
        if inside.iter().any(|name| name.to_string_lossy().starts_with('.')) {
            return false;
        }
        names.next().is_none_or(|first| ENTRIES.contains(&first.as_ref()))
    }

    /// Watches what is there and was not watched. Says whether there was anything new.
    fn look_around(&mut self) -> bool {
        let gone: Vec<PathBuf> = self.watched.iter().filter(|path| !path.exists()).cloned().collect();
        for path in &gone {
            self.watched.remove(path);
        }
        let entries = ENTRIES.iter().map(|entry| self.root.join(entry)).filter(|path| path.is_dir());
        let bases = self.studio.bases();
        let wanted: Vec<PathBuf> = std::iter::once(self.root.clone()).chain(entries).chain(bases).collect();
        let new: Vec<PathBuf> = wanted.into_iter().filter(|path| path.exists() && !self.watched.contains(path)).collect();
        for path in &new {
            // The folder itself holds more than the project; only what is named in it is watched to the ground.
            let mode = if *path == self.root { RecursiveMode::NonRecursive } else { RecursiveMode::Recursive };
            if self.eyes.0.watch(path, mode).is_ok() {
                self.watched.insert(path.clone());
            }
        }
        !gone.is_empty() || !new.is_empty()
    }

    fn refresh(&self, changed: &str) {
        let began = Instant::now();
        let now = self.studio.refresh();
        let changed = if changed.is_empty() { "folder proyek" } else { changed };
        let found = problems::count(&now.problems).map_or_else(String::new, |count| format!(", {count}"));
        (self.say)(&format!("{changed} berubah: dibaca ulang dalam {} ms{found}", began.elapsed().as_millis()));
    }
}

/// What was seen since the last reading.
#[derive(Default)]
struct Seen {
    /// The last file that changed; empty when nobody knows which.
    changed: Option<String>,
    /// Files that may still be written.
    writing: BTreeSet<PathBuf>,
    /// Watched folders that are no longer the same.
    replaced: BTreeSet<PathBuf>,
}
