//! Puts what the other rooms made into `output/`: whole or not at all, and only what changed.
//!
//! ```text
//!  Publication::begin ──▶ edition() ──▶ EditionWriter ──▶ finish() ──▶ commit()
//!  lock, recover,         one for each   write, reuse      manifest     complete, exchange,
//!  read the present       edition        (any thread)                   remove the old
//! ```
//!
//! 1. [`Publication::begin`] locks the work area beside the output folder (`lock`), finishes or undoes what a killed
//!    run left (`recover`) and reads which editions are published (`previous`, [`manifest`](Manifest)).
//! 2. An [`EditionWriter`] takes the files of one edition. A file that is published already, byte for byte, is only
//!    noted; anything else is written into the next generation. A job whose [`Key`] is known is not done at all
//!    ([`EditionWriter::reuse`]).
//! 3. [`Publication::commit`] adds everything that stays as hard links (`stage`) and lets the two generations change
//!    places in one step (`exchange`). Whenever the process ends, `output/` is one whole publication: the old or the
//!    new one.
//!
//! Paths are checked by [`OutputPath`] and belong to exactly one edition ([`EditionCode::owner`]). What this program
//! did not make is the user's and is carried over; a folder that isn't ours is refused.

mod beside;
mod claims;
mod commit;
mod digest;
mod disk;
mod error;
mod exchange;
mod kept;
mod lock;
mod manifest;
mod path;
mod previous;
mod publication;
mod recover;
pub mod rules;
mod space;
mod stage;
mod state;
mod summary;
mod walk;
mod writer;

#[cfg(test)]
mod tests;

pub use beside::{beside, read_beside, write_beside};
pub use digest::{Digest, Key, KeyHasher};
pub use error::{
    BAD_PATH, BUSY, COLLISION, DAMAGED, DISK_FULL, FILE_SYSTEM, IN_THE_WAY, MISUSED, NOT_A_FOLDER, NOT_OURS, PublishError,
    READ_ONLY, RECOVERED, UNMOVABLE, UNRECOVERED, UNTIDY,
};
pub use kept::{Kept, NO_MANIFEST, UNREADABLE, kept};
pub use manifest::{FileRecord, Index, IndexEntry, Manifest, Part, PartRecord};
pub use path::{MAX_PATH, MAX_SEGMENT, OutputPath};
pub use publication::Publication;
pub use space::{MANIFESTS, SITE};

pub use crate::content::EditionCode;
pub use summary::{EditionSummary, Outcome, Scope, Summary};
pub use writer::{EditionWriter, FileWriter, Reused, Written};
