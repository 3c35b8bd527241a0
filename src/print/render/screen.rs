//! The edition for readers, beside what goes to the press.

use super::{Press, Printed};
use crate::print::facts::{FileKind, PrintedFile, sha256};
use crate::print::screen::{self, SCREEN_FILE};

impl Press<'_> {
    /// Adds the edition for readers; a picture for screens is one itself.
    pub(super) fn with_screen(&self, mut printed: Printed) -> Option<Printed> {
        if !self.job.format.is_screen() && !self.found.has_errors() {
            let screen = screen::piece(self.house, self.job, self.found)?;
            let path = format!("{}{SCREEN_FILE}", self.job.stem);
            printed.facts.files.push(PrintedFile {
                kind: FileKind::Screen,
                path: path.clone(),
                village: None,
                pages: screen.pages,
                bytes: screen.bytes.len(),
                sha256: sha256(&screen.bytes),
            });
            printed.files.push((path, screen.bytes));
        }
        Some(printed)
    }
}
