//! The orders of one edition: for each kind of shop a zip with everything that it needs, and beside it the order sheet to read and to paste.
//!
//! ```text
//! cetak/61.11/pesanan-spanduk.zip
//!   PESANAN.pdf  PESANAN.txt           what is ordered
//!   SPANDUK_300x100cm_….pdf            the press files, one for each piece
//!   BROSUR_…_Tiap-Desa/                or a folder of them, one for each village or kecamatan
//!   gambar/SPANDUK_300x100cm_….png     what each must look like
//!   daftar-desa/BROSUR_….csv           which pages of a merged file are printed how often
//! ```

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::Workshop;
use super::pieces::Made;
use crate::content::Id;
use crate::plan::EditionPlan;
use crate::print::names::Name;
use crate::print::order::{Attached, Order, orders};
use crate::publish::{EditionWriter, Key, OutputPath, Part, PublishError};

/// What the summary of a build tells of an order.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// The zip: path from the output's root.
    pub(super) path: String,
    /// How many press files are in it.
    pub(super) files: usize,
    /// Square metres of all copies of what is sold by its area.
    pub(super) area: f64,
    /// Whether the office has ordered anything of it.
    pub(super) ordered: bool,
}

/// Makes the orders of an edition, and tells what became of each.
pub(super) fn make(
    workshop: &Workshop<'_>,
    plan: &EditionPlan,
    names: &BTreeMap<Id, Name>,
    made: &Made,
    writer: &EditionWriter<'_>,
) -> Result<Vec<Placed>, PublishError> {
    let mut placed = Vec::new();
    for mut order in orders(&workshop.prepared.plan, plan, names, made) {
        order.press = workshop.houses.for_shop(plan, Some(order.profile)).print.press_name().map(str::to_owned);
        placed.extend(place(workshop, plan, &order, writer)?);
    }
    Ok(placed)
}

fn place(
    workshop: &Workshop<'_>,
    plan: &EditionPlan,
    order: &Order<'_>,
    writer: &EditionWriter<'_>,
) -> Result<Option<Placed>, PublishError> {
    let specimen = if order.specimen { "_CONTOH" } else { "" };
    let stem = format!("cetak/{}/pesanan-{}{specimen}", plan.edition.code, order.profile.id);
    let (zip, text) = (format!("{stem}.zip"), order.text());
    let entries = entries(order)?;
    let mut key = Key::of("order").with(&workshop.houses.of(plan).digest).with(&stem).with(&text);
    for (name, content) in &entries {
        key = key.with(name).with(content.ingredient());
    }
    let key = key.key();
    let placed = Placed { path: zip.clone(), files: order.files(), area: order.area(), ordered: order.is_placed() };
    if writer.reuse(Part::Print, &key)?.is_some() {
        return Ok(Some(placed));
    }
    // What is wrong with the sheet has been told, and nothing is published then.
    let Some(sheet) = order.document(&workshop.houses.of(plan).print, &workshop.problems) else { return Ok(None) };
    let write = |path: &str, bytes: &[u8]| writer.write(Part::Print, &OutputPath::parse(path)?, bytes, Some(&key)).map(drop);
    write(&format!("{stem}.pdf"), &sheet)?;
    write(&format!("{stem}.txt"), text.as_bytes())?;
    let own = [("PESANAN.pdf", sheet), ("PESANAN.txt", text.into_bytes())];
    let own = own.into_iter().map(|(name, bytes)| (name.to_owned(), Content::Bytes(bytes)));
    let all: BTreeMap<String, Content> = own.chain(entries).collect();
    let mut file = writer.open(Part::Print, &OutputPath::parse(&zip)?, Some(&key))?;
    pack(&all, writer, &mut file).map_err(|error| PublishError::io("menulis", Path::new(&zip), error))?;
    file.close()?;
    Ok(Some(placed))
}

/// What an entry of a zip holds.
enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The file of this edition at this path; its SHA-256.
    File(OutputPath, String),
}

impl Content {
    fn ingredient(&self) -> &[u8] {
        match self {
            Content::Bytes(bytes) => bytes,
            Content::File(_, sha256) => sha256.as_bytes(),
        }
    }
}

/// The press files, pictures and lists of an order, by their names in the zip.
fn entries(order: &Order<'_>) -> Result<BTreeMap<String, Content>, PublishError> {
    let mut entries = BTreeMap::new();
    let file = |attached: &Attached| Ok(Content::File(OutputPath::parse(&attached.path)?, attached.sha256.clone()));
    for item in &order.items {
        let stem = item.stem();
        for press in &item.press {
            let folder = item.folder.as_ref().map(|folder| format!("{folder}/")).unwrap_or_default();
            entries.insert(format!("{folder}{}", press.name()), file(press)?);
        }
        for composed in &item.composed {
            entries.insert(composed.name().to_owned(), file(composed)?);
        }
        for (index, proof) in item.proofs.iter().enumerate() {
            entries.insert(format!("gambar/{stem}-{}.png", index + 1), file(proof)?);
        }
        if item.villages.len() > 1 || item.folder.is_some() {
            entries.insert(format!("daftar-desa/{stem}.csv"), Content::Bytes(item.village_table().into_bytes()));
        }
    }
    Ok(entries)
}

/// Writes the zip entry by entry: no clock and a fixed order, so that the same order is the same bytes.
fn pack(entries: &BTreeMap<String, Content>, writer: &EditionWriter<'_>, out: impl Write) -> io::Result<()> {
    let mut zip = ZipWriter::new_stream(out);
    // Deflated, because phones refuse a streamed entry that is only stored.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    // Sheets and pictures are packed inside already: trying hard takes time and saves nothing.
    let packed = options.compression_level(Some(1));
    for (name, content) in entries {
        match content {
            Content::Bytes(bytes) => {
                zip.start_file(name.as_str(), options)?;
                zip.write_all(bytes)?;
            }
            Content::File(path, _) => {
                zip.start_file(name.as_str(), packed)?;
                let mut file = writer.reader(path).map_err(|error| io::Error::other(error.to_string()))?;
                io::copy(&mut file, &mut zip).map(drop)?;
            }
        }
    }
    zip.finish().map(drop)?;
    Ok(())
}
