//! The edition for readers, beside what goes to the press.

use super::Press;
use crate::print::facts::{Facts, FileKind};
use crate::print::screen::{self, SCREEN_FILE};

impl Press<'_> {
    /// Adds the edition for readers, from which slides are shown; a single picture for screens is one itself.
    pub(super) fn with_screen(&self, mut facts: Facts) -> Option<Facts> {
        // A letter is for its recipients and a list for those who sign it, not for readers of the website.
        if self.job.format.has_screen_edition() && !self.job.names_people && !self.found.has_errors() {
            let screen = screen::piece(self.house, self.job, self.found)?;
            let path = format!("{}{SCREEN_FILE}", self.job.stem);
            facts.files.push(self.put(FileKind::Screen, path, screen.pages, screen.bytes)?);
        }
        Some(facts)
    }
}
