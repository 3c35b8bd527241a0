//! The order sheet as plain text, to paste into WhatsApp; and the list of villages of a merged file.

use std::fmt::Write;

use super::Order;
use super::item::{Attached, Item, centimetres, decimal};
use crate::source::Digest;

/// What stands where the office or the shop has still to write something.
const BLANK: &str = "…………";
/// What a sheet says while the office has ordered nothing of it.
pub(super) const UNPLACED: &str =
    "Belum ada yang dipesan. Ini daftar berkas yang tersedia: tulis jumlah yang dipesan, dan coret sisanya.";

impl Order<'_> {
    /// The order in lines; `*` around a word is bold in WhatsApp.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let _ = writeln!(out, "*{}: {}*", self.heading().to_uppercase(), self.profile.title.value);
        let _ = writeln!(out, "Pemesan: {}", self.sender);
        if !self.is_placed() {
            let _ = writeln!(out, "\n{UNPLACED}");
        }
        if self.specimen {
            let _ = writeln!(out, "\n*CONTOH: BELUM BOLEH DICETAK.* Kontak kantor belum yang sebenarnya.");
        }
        for (index, item) in self.items.iter().enumerate() {
            let _ = writeln!(out, "\n*{}. {}*", index + 1, item.file());
            for (name, value) in item.facts() {
                let _ = writeln!(out, "{name}: {value}");
            }
            if !item.districts.is_empty() {
                let _ = writeln!(out, "Isi folder:");
            }
            for [district, file, pages, copies] in item.district_table() {
                let _ = writeln!(out, "- {district}: {file}, {pages} halaman, {copies} lembar");
            }
        }
        out.push('\n');
        for (name, value) in self.totals().into_iter().chain(self.contacts()) {
            let _ = writeln!(out, "{name}: {value}");
        }
        out
    }

    /// What the sheet is.
    pub(super) fn heading(&self) -> &'static str {
        if self.is_placed() { "Pesanan cetak" } else { "Daftar berkas" }
    }

    /// Sums over all items.
    pub(super) fn totals(&self) -> Vec<(&'static str, String)> {
        let composed: usize = self.items.iter().map(|item| item.composed.len()).sum();
        let files = self.files();
        let mut totals =
            vec![("Berkas", if composed > 0 { format!("{files}, dan {composed} susunan") } else { files.to_string() })];
        totals.push(("Sidik isi", self.fingerprint()));
        if self.area() > 0.0 {
            totals.push(("Luas seluruhnya", square_metres(self.area())));
        }
        if let Some(press) = &self.press {
            // Not "PDF/X-4": nothing here can prove it.
            totals.push(("Profil warna", format!("{press}; berkasnya bergaya PDF/X-4 (PDF 1.6)")));
        }
        if let (Some(rupiah), Some(shop)) = (self.estimate(), self.shop) {
            let priced = self.items.iter().filter(|item| item.estimate.is_some()).count();
            let all = self.items.len();
            // A sum that leaves some out must not be read as the sum of all.
            let part = if priced < all { format!(" untuk {priced} dari {all} bahan") } else { String::new() };
            totals.push((
                "Perkiraan biaya",
                format!("{}{part}, menurut harga {} yang dicatat kantor", self::rupiah(rupiah), shop.name.value),
            ));
        }
        totals
    }

    /// `ab12-cd34`: tells two orders apart that say the same of other files, as after a change of the office's number. A shop that was sent
    /// both asks which of them holds.
    fn fingerprint(&self) -> String {
        let files = self.items.iter().flat_map(|item| item.press.iter().chain(&item.composed));
        let all: String = files.map(|file| format!("{} {}\n", file.name(), file.sha256)).collect();
        let digest = Digest::of(all.as_bytes()).to_string();
        format!("{}-{}", digest.get(..4).unwrap_or_default(), digest.get(4..8).unwrap_or_default())
    }

    /// Who asks whom, and the days to be filled in.
    pub(super) fn contacts(&self) -> Vec<(&'static str, String)> {
        let mut lines = Vec::new();
        if let Some(shop) = self.shop {
            let parts = [Some(&shop.name), shop.address.as_ref(), shop.phone.as_ref(), shop.whatsapp.as_ref()];
            lines.push(("Percetakan", joined(parts.into_iter().flatten().map(|part| part.value.as_str()))));
        }
        let office = self.office;
        let contact = [
            office.whatsapp.as_ref().map(|number| format!("WhatsApp {}", number.value)),
            office.phone.as_ref().map(|number| format!("telepon {}", number.value)),
        ];
        let contact: Vec<String> = contact.into_iter().flatten().collect();
        let contact = if contact.is_empty() { BLANK.to_owned() } else { contact.join(", ") };
        lines.push(("Narahubung", BLANK.to_owned()));
        lines.push(("Pertanyaan", contact));
        if let Some(address) = &office.address {
            lines.push(("Dikirim ke", address.value.clone()));
        }
        lines.push(("Tanggal pesan", BLANK.to_owned()));
        lines.push(("Tanggal selesai", BLANK.to_owned()));
        lines
    }
}

impl Item {
    /// What the shop asks, line by line.
    pub(super) fn facts(&self) -> Vec<(&'static str, String)> {
        let mut facts = vec![("Isi", self.title.clone()), ("Ukuran jadi", self.size()), ("Bleed", self.bleed.clone())];
        facts.push(("Bahan", self.material.clone().unwrap_or_else(|| BLANK.to_owned())));
        let composed: Vec<&str> = self.composed.iter().map(Attached::name).collect();
        if !composed.is_empty() {
            let told = self.imposed.as_ref().map(|imposed| format!(": {}", imposed.told())).unwrap_or_default();
            facts.push(("Susunan", format!("{}{told}", composed.join(", "))));
        }
        if let Some(finishing) = &self.finishing {
            facts.push(("Finishing", finishing.clone()));
        }
        // Fifty copies of five pages are not fifty sheets.
        let unit = match &self.tiled {
            Some(_) => "poster",
            None if self.pages > 2 => "rangkap",
            None => "lembar",
        };
        let parts = self
            .tiled
            .as_ref()
            .zip(self.copies)
            .map(|(paper, copies)| format!(" = {} lembar {paper}", thousands(copies.saturating_mul(self.pages as u64))));
        facts.push(("Jumlah", self.amount(unit) + &parts.unwrap_or_default()));
        if self.large {
            let area = match self.total_area() {
                Some(total) if self.copies != Some(1) => {
                    format!("{} per lembar, {} semuanya", square_metres(self.area()), square_metres(total))
                }
                Some(_) => square_metres(self.area()),
                None => format!("{} per lembar", square_metres(self.area())),
            };
            facts.push(("Luas", area));
        }
        let ink = if self.one_ink { "hitam saja" } else { "penuh (CMYK)" };
        facts.push(("Sisi", format!("{}, warna {ink}", self.sides())));
        if let Some(rupiah) = self.estimate {
            facts.push(("Perkiraan", self::rupiah(rupiah)));
        }
        if !self.notes.is_empty() {
            facts.push(("Catatan", self.notes.join("; ")));
        }
        facts
    }

    fn amount(&self, unit: &str) -> String {
        match (self.copies, self.suggested) {
            (Some(copies), _) => format!("{} {unit}", thousands(copies)),
            // One of everything is what a national file says that has no better idea.
            (None, Some(suggested)) if suggested > 1 => format!("{BLANK} {unit}, diisi kantor (saran {})", thousands(suggested)),
            (None, _) => format!("{BLANK} {unit}, diisi kantor"),
        }
    }

    fn size(&self) -> String {
        let size = format!("{} × {} cm", centimetres(self.width), centimetres(self.height));
        if self.scale > 1.0 {
            format!("{size}, *skala berkas 1:{}*", decimal(self.scale, 0))
        } else {
            format!("{size}, skala 1:1")
        }
    }

    fn sides(&self) -> String {
        match self.pages {
            parts if self.tiled.is_some() => {
                let paper = self.tiled.as_deref().unwrap_or_default();
                format!("1, di {parts} lembar {paper} yang lalu disambung (jangan bolak-balik)")
            }
            1 => "1".to_owned(),
            2 => "2 (muka dan belakang)".to_owned(),
            pages => format!("{pages} halaman, bolak-balik di {} lembar kertas", pages.div_ceil(2)),
        }
    }

    /// What each file of a kecamatan holds: kecamatan, file, pages, copies.
    pub(super) fn district_table(&self) -> Vec<[String; 4]> {
        let rows = self.districts.iter().zip(&self.press).map(|(district, file)| {
            let copies = district.copies.map_or_else(|| BLANK.to_owned(), thousands);
            [district.name.clone(), file.name().to_owned(), thousands(district.pages as u64), copies]
        });
        rows.collect()
    }

    /// The villages of a merged file, or of a folder of files, as a table with semicolons, which Excel opens in Indonesia without asking.
    pub fn village_table(&self) -> String {
        // Files of one village each have nothing to look up by page.
        let (files, pages) = (self.folder.is_some(), self.folder.is_none() || !self.districts.is_empty());
        let columns = [
            (files, "berkas"),
            (pages, "halaman"),
            (true, "kode;desa;kecamatan;lembar"),
            (self.imposed.is_some(), "kertas susun"),
        ];
        let head: Vec<&str> = columns.into_iter().filter_map(|(given, name)| given.then_some(name)).collect();
        let mut out = head.join(";");
        out.push('\n');
        for line in &self.villages {
            if files {
                let file = line.file.and_then(|file| self.press.get(file));
                let _ = write!(out, "{};", file.map(Attached::name).unwrap_or_default());
            }
            if pages && line.first == line.last {
                let _ = write!(out, "{};", line.first);
            } else if pages {
                let _ = write!(out, "{}-{};", line.first, line.last);
            }
            let copies = line.copies.map(|copies| copies.to_string()).unwrap_or_default();
            let _ = write!(out, "{};{};{};{copies}", line.code, cell(&line.name), cell(&line.district));
            if let Some(imposed) = &self.imposed {
                let sheets = line.copies.map(|copies| copies.div_ceil(imposed.each).to_string()).unwrap_or_default();
                let _ = write!(out, ";{sheets}");
            }
            out.push('\n');
        }
        out
    }
}

/// A cell: quoted where it holds what would end it.
fn cell(text: &str) -> String {
    if text.contains([';', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

fn joined<'t>(parts: impl Iterator<Item = &'t str>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

fn square_metres(area: f64) -> String {
    let digits = if area < 1.0 { 3 } else { 2 };
    format!("{} m²", decimal(area, digits))
}

/// `Rp 1.250.000`
fn rupiah(amount: i64) -> String {
    format!("Rp {}", thousands(amount.unsigned_abs()))
}

/// With a dot between each three digits.
pub(super) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}
