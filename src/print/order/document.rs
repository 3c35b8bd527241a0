//! The order sheet as an A4 page: the same lines as the text, laid out to be filed and signed.

use serde::Serialize;
use typst_layout::PagedDocument;

use super::text::UNPLACED;
use super::{Item, Order};
use crate::diagnostics::Diagnostics;
use crate::print::PrintHouse;
use crate::print::house::typeset;
use crate::print::places::Places;
use crate::print::press::export;
use crate::print::world::Desk;

#[derive(Serialize)]
struct Sheet {
    kepala: &'static str,
    judul: String,
    catatan: Option<&'static str>,
    pemesan: String,
    contoh: bool,
    butir: Vec<Entry>,
    jumlah: Vec<(&'static str, String)>,
    kontak: Vec<(&'static str, String)>,
}

#[derive(Serialize)]
struct Entry {
    berkas: String,
    baris: Vec<(&'static str, String)>,
    kecamatan: Vec<[String; 4]>,
}

impl Order<'_> {
    /// The PDF of the order sheet; none, and a problem told, when it can't be laid out.
    pub fn document(&self, house: &PrintHouse, diagnostics: &Diagnostics) -> Option<Vec<u8>> {
        house.run(|| {
            let pages = self.laid_out(house, diagnostics)?;
            export::pdf(pages.pages(), &format!("pesanan {}", self.profile.id), false, 1.0).ok()
        })
    }

    /// Its pages.
    pub(super) fn laid_out(&self, house: &PrintHouse, diagnostics: &Diagnostics) -> Option<PagedDocument> {
        // Stars are for WhatsApp only.
        let plain =
            |lines: Vec<(&'static str, String)>| lines.into_iter().map(|(name, value)| (name, value.replace('*', ""))).collect();
        let entry =
            |item: &Item| Entry { berkas: item.file().to_owned(), baris: plain(item.facts()), kecamatan: item.district_table() };
        let sheet = Sheet {
            kepala: self.heading(),
            judul: self.profile.title.value.clone(),
            catatan: (!self.is_placed()).then_some(UNPLACED),
            pemesan: self.sender.clone(),
            contoh: self.specimen,
            butir: self.items.iter().map(entry).collect(),
            jumlah: plain(self.totals()),
            kontak: plain(self.contacts()),
        };
        let data = serde_json::to_vec(&sheet).ok()?;
        let mut desk = Desk::new(house, "#import \"/sistem/pesanan.typ\": lembar\n#lembar(json(\"/pesanan.json\"))\n".to_owned());
        desk.add_file("/pesanan.json", data);
        typeset(&desk, &Places::new(house), diagnostics)
    }
}
