//! `--zip`: the website of an edition in one zip, for computers without internet.
//!
//! ```text
//! situs/61.11/unduhan/situs-61.11.zip
//!   MULAI-DI-SINI.html   the page to open
//!   situs/index.html …   the edition's own files; links to all else are whole addresses
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::Workshop;
use crate::plan::{Address, EditionPlan};
use crate::publish::{Digest, EditionWriter, OutputPath, Part, PublishError, SITE};
use crate::web::{DownloadFile, Downloads, EditionHouse, OutputFile, Use, bundle};

/// What the download page calls it.
const LABEL: &str = "Situs ini untuk komputer tanpa internet";

/// Makes the zip of an edition whose pages are written, but for those that tell of the zip: they come as bytes.
pub(super) fn make(
    workshop: &Workshop<'_>,
    (plan, downloads): (&EditionPlan, &Downloads),
    house: &EditionHouse<'_>,
    telling: &[OutputFile],
    writer: &EditionWriter<'_>,
) -> Result<DownloadFile, PublishError> {
    let inside = inside(plan, downloads, house, writer)?;
    let waiting: BTreeMap<&str, &[u8]> = telling.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No clock and a fixed order, so that the same website is the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let name = bundle::name(plan);
    let failed = |error: std::io::Error| PublishError::io("menulis", Path::new(&name), error);
    let mut add = |path: &str, bytes: &[u8]| {
        zip.start_file(path, options).map_err(|error| failed(error.into()))?;
        zip.write_all(bytes).map_err(failed)
    };
    add(bundle::START, bundle::start(house).as_bytes())?;
    let root = plan.root.as_str();
    for address in &inside {
        let path = address.output_path();
        let bytes = match (waiting.get(path.as_str()), house.carried_index(address)) {
            (Some(bytes), _) => bytes.to_vec(),
            (None, Some(index)) => index,
            (None, None) => writer.read(&OutputPath::parse(&format!("{SITE}/{path}"))?)?,
        };
        let bytes = match std::str::from_utf8(&bytes).ok().filter(|_| path.ends_with(".html")) {
            Some(page) => bundle::carried(page, address, &workshop.prepared.plan, |to| inside.contains(to)).into_bytes(),
            None => bytes,
        };
        let own = format!("/{path}");
        add(&format!("{}/{}", bundle::FOLDER, own.strip_prefix(root).unwrap_or(&own)), &bytes)?;
    }
    let bytes = zip.finish().map_err(|error| failed(error.into()))?.into_inner();
    let path = format!("{SITE}/{}", plan.download_file(&name).output_path());
    writer.write(Part::Web, &OutputPath::parse(&path)?, &bytes, None)?;
    Ok(DownloadFile {
        name,
        label: LABEL.to_owned(),
        purpose: Use::Read,
        bytes: bytes.len() as u64,
        pages: 0,
        sha256: Digest::of(&bytes).to_string(),
    })
}

/// What goes along: pages, what they need to look right, their documents, and the pictures of print pieces; not the pieces themselves,
/// which are many times as large.
fn inside(
    plan: &EditionPlan,
    downloads: &Downloads,
    house: &EditionHouse<'_>,
    writer: &EditionWriter<'_>,
) -> Result<BTreeSet<Address>, PublishError> {
    let pages = plan.pages.iter().filter(|page| bundle::carries(&page.kind)).map(|page| page.address.clone());
    let readings = downloads.readings.iter().filter(|(_, file)| file.edition == plan.edition.code);
    let readings = readings.map(|((kind, id), _)| plan.reading(*kind, id));
    let mut inside: BTreeSet<Address> = pages.chain(house.needed()).chain(readings).collect();
    let previews = downloads.pieces.values().filter_map(|piece| piece.preview.as_ref());
    for preview in previews.map(|preview| plan.download_file(&preview.name)) {
        // Facts of an earlier run may name a picture that is gone.
        if writer.has(&OutputPath::parse(&format!("{SITE}/{}", preview.output_path()))?) {
            inside.insert(preview);
        }
    }
    Ok(inside)
}
