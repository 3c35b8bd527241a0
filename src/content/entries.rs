//! The entries of one list of a data file, as an edition has them once every layer is laid.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Id;

/// Entries by id, in the order in which the files give them: one that overrides another stands where that stood.
#[derive(Clone, Debug)]
pub struct Entries<T> {
    list: Vec<(Id, Arc<T>)>,
    lost: BTreeSet<Id>,
    all_lost: bool,
}

// Not derived: `T` itself need not have a default.
impl<T> Default for Entries<T> {
    fn default() -> Self {
        Entries { list: Vec::new(), lost: BTreeSet::new(), all_lost: false }
    }
}

impl<T> Entries<T> {
    /// The entries.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.list.iter().map(|(_, entry)| entry.as_ref())
    }

    /// The entries with their ids.
    pub fn with_ids(&self) -> impl Iterator<Item = (&Id, &T)> {
        self.list.iter().map(|(id, entry)| (id, entry.as_ref()))
    }

    /// The entry with this id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.list.iter().find(|(known, _)| known.as_str() == id).map(|(_, entry)| entry.as_ref())
    }

    /// Whether this entry is there, but can't be used, as has been reported: what names it is not at fault.
    pub fn is_unreadable(&self, id: &str) -> bool {
        self.all_lost || self.lost.contains(id)
    }

    /// Whether anything is there that can't be used: what is missing may be among it.
    pub fn loses_any(&self) -> bool {
        self.all_lost || !self.lost.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Puts an entry in the place of the one with its id, else at the end.
    pub fn put(&mut self, id: &Id, entry: &Arc<T>) {
        match self.list.iter_mut().find(|(known, _)| known == id) {
            Some((_, old)) => *old = Arc::clone(entry),
            None => self.list.push((id.clone(), Arc::clone(entry))),
        }
    }

    /// Leaves an entry out.
    pub fn remove(&mut self, id: &Id) {
        self.list.retain(|(known, _)| known != id);
    }

    /// Notes that an entry is there, but can't be used.
    pub fn lose(&mut self, id: &Id) {
        self.lost.insert(id.clone());
    }

    /// Notes that a whole list is there, but can't be used.
    pub fn lose_all(&mut self) {
        self.all_lost = true;
    }
}
