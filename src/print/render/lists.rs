//! What goes with the villages' sheets when their copies are counted: distribution list and receipt.

use super::Press;
use crate::print::distribution::Distribution;
use crate::print::facts::{FileKind, PrintedFile};
use crate::print::house::typeset;
use crate::print::places::Places;
use crate::print::press::export;
use crate::print::world::Desk;

/// The lists: how their files' names end, and the function that sets them.
const LISTS: [(&str, &str); 2] = [("-daftar-sebar.pdf", "daftar"), ("-tanda-terima.pdf", "terima")];

/// Whether a file of this name is a list for the office; it names people and stays off the website.
pub fn is_list(name: &str) -> bool {
    LISTS.iter().any(|(ending, _)| name.ends_with(ending))
}

impl Press<'_> {
    /// Puts the lists of a piece; none when its copies are not counted.
    pub(super) fn lists(&self) -> Option<Vec<PrintedFile>> {
        let Some(distribution) = Distribution::of(self.job) else { return Some(vec![]) };
        let data = self.sound(serde_json::to_vec(&distribution))?;
        let list = |(ending, function): (&str, &str)| {
            let main = format!("#import \"/sistem/sebar.typ\": {function}\n#{function}(json(\"/sebar.json\"))\n");
            let mut desk = Desk::new(self.house, main);
            desk.add_file("/sebar.json", data.clone());
            let pages = typeset(&desk, &Places::new(self.house), self.found)?;
            let ident = format!("{}{ending}", self.job.stem);
            let pdf = self.sound(export::pdf(pages.pages(), &ident, false, 1.0))?;
            self.put(FileKind::Office, ident, pages.pages().len(), pdf)
        };
        LISTS.into_iter().map(list).collect()
    }
}
