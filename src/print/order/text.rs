//! The order sheet as plain text, to paste into WhatsApp; and the list of villages of a merged file.

use std::fmt::Write;

use super::Order;
use super::item::{Attached, Item, centimetres, decimal};

/// What stands where the office or the shop has still to write something.
const BLANK: &str = "…………";

impl Order<'_> {
    /// The order in lines; `*` around a word is bold in WhatsApp.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let _ = writeln!(out, "*PESANAN CETAK: {}*", self.profile.title.value);
        let _ = writeln!(out, "Pemesan: {}", self.sender);
        if self.specimen {
            let _ = writeln!(out, "\n*CONTOH: BELUM BOLEH DICETAK.* Kontak kantor belum yang sebenarnya.");
        }
        for (index, item) in self.items.iter().enumerate() {
            let _ = writeln!(out, "\n*{}. {}*", index + 1, item.file());
            for (name, value) in item.facts() {
                let _ = writeln!(out, "{name}: {value}");
            }
        }
        out.push('\n');
        for (name, value) in self.totals().into_iter().chain(self.contacts()) {
            let _ = writeln!(out, "{name}: {value}");
        }
        out
    }

    /// Sums over all items.
    pub(super) fn totals(&self) -> Vec<(&'static str, String)> {
        let mut totals = vec![("Berkas", self.items.len().to_string())];
        let area = if self.items.iter().all(|item| item.copies.is_some()) {
            square_metres(self.area())
        } else {
            format!("{} untuk yang jumlahnya sudah diisi", square_metres(self.area()))
        };
        totals.push(("Luas seluruhnya", area));
        if let (Some(rupiah), Some(shop)) = (self.estimate(), self.shop) {
            totals.push((
                "Perkiraan biaya",
                format!("{}, menurut harga {} yang dicatat kantor", self::rupiah(rupiah), shop.name.value),
            ));
        }
        totals
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
        let mut facts = vec![("Isi", self.title.clone()), ("Ukuran jadi", self.size())];
        facts.push(("Bahan", self.material.clone().unwrap_or_else(|| BLANK.to_owned())));
        let composed: Vec<&str> = self.composed.iter().map(Attached::name).collect();
        if !composed.is_empty() {
            facts.push(("Susunan", composed.join(", ")));
        }
        if let Some(finishing) = &self.finishing {
            facts.push(("Finishing", finishing.clone()));
        }
        // Fifty copies of five pages are not fifty sheets.
        let unit = if self.pages > 2 && !self.tiled { "rangkap" } else { "lembar" };
        facts.push(("Jumlah", format!("{} {unit}", self.copies.map_or_else(|| BLANK.to_owned(), thousands))));
        let area = match self.total_area() {
            Some(total) if self.copies != Some(1) => {
                format!("{} per lembar, {} semuanya", square_metres(self.area()), square_metres(total))
            }
            _ => square_metres(self.area()),
        };
        facts.push(("Luas", area));
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
            parts if self.tiled => format!("1, di {parts} lembar yang lalu disambung (jangan bolak-balik)"),
            1 => "1".to_owned(),
            2 => "2 (muka dan belakang)".to_owned(),
            pages => format!("{pages} halaman"),
        }
    }

    /// The villages of a merged file as a table with semicolons, which Excel opens in Indonesia without asking.
    pub fn village_table(&self) -> String {
        let mut out = String::from("halaman;kode;desa;kecamatan;lembar\n");
        for line in &self.villages {
            let pages = if line.first == line.last { line.first.to_string() } else { format!("{}-{}", line.first, line.last) };
            let copies = line.copies.map(|copies| copies.to_string()).unwrap_or_default();
            let _ = writeln!(out, "{pages};{};{};{};{copies}", line.code, cell(&line.name), cell(&line.district));
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
