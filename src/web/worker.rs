//! The service worker of an edition: what a phone keeps, so that the number to call opens without a signal.
//!
//! Its script is the same for all editions ([`SCRIPT`]) but for what it knows of this publication: the files to keep, each with its
//! digest, and a version that changes with any file of the edition. A new version throws away everything that an old one kept.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::{EditionHouse, OutputFile, assets};
use crate::content::Kind;
use crate::source::Digest;

/// Its name at the root of the edition: it answers for what is below.
pub const FILE: &str = "sw.js";
/// What a phone fetches to keep, in compressed bytes: what does not fit is kept once it was read.
pub const MOST_KEPT: usize = 400_000;
/// A larger file is not kept, however well it packs: a phone holds it unpacked.
const LARGEST_KEPT: usize = 5 * MOST_KEPT;
/// The script, with a place for what it knows.
const SCRIPT: &str = include_str!("worker.js");
/// That place.
const PLACE: &str = "const TERBITAN = {};";
/// How many digits of a SHA-256 tell two files apart.
const DIGITS: usize = 32;
/// Assets by ending that pages need to look right; pictures to be shared and icons are for others.
const NEEDED: [&str; 4] = [".css", ".js", ".svg", ".woff2"];
/// The page that tells how to report.
const REPORTING: &str = "lapor";

/// What the worker has to know of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Path below the web root.
    path: String,
    /// SHA-256 of what is in it.
    digest: Digest,
    /// Compressed bytes, for a file that may be kept.
    packed: Option<usize>,
}

/// The files that are worth keeping, by path below the web root; the most important have the smallest number.
pub type Wanted = BTreeMap<String, usize>;

/// Which files of an edition are worth keeping.
pub fn wanted(house: &EditionHouse<'_>) -> Wanted {
    let plan = house.plan;
    let lists = [Kind::Violation, Kind::Sanction, Kind::Regulation, Kind::Declaration].map(|kind| plan.list(kind));
    let pages = [plan.offline(), plan.root.clone(), plan.root.join(REPORTING)];
    let folder = plan.root.join(assets::FOLDER);
    let assets = house.assets().names().map(|(_, path)| path).filter(|path| NEEDED.iter().any(|ending| path.ends_with(ending)));
    let assets = assets.map(|path| folder.file(path));
    let region = house.edition().region.iter();
    let logos =
        region.flat_map(|region| region.logo.iter().chain(region.partners.iter().filter_map(|partner| partner.logo.as_ref())));
    let logos = logos.filter_map(|logo| house.images.get(&logo.value)).map(|image| image.address.clone());
    let search = [plan.search(), house.index().address.clone()];
    let all = pages.into_iter().chain(assets).chain(logos).chain([plan.villages()]).chain(search).chain(lists);
    all.map(|address| address.output_path()).zip(0..).collect()
}

/// What the worker has to know of one file of the website; `digest` is its SHA-256, which who wrote it knows.
pub fn known(file: &OutputFile, digest: Digest, wanted: &Wanted) -> Known {
    let packed = wanted.contains_key(&file.path).then(|| packed(&file.bytes)).flatten();
    Known { path: file.path.clone(), digest, packed }
}

/// How many bytes a web server sends; none for a file that is too large to be kept.
fn packed(bytes: &[u8]) -> Option<usize> {
    if bytes.len() > LARGEST_KEPT {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    // Writing to a vector can't fail.
    let _ = encoder.write_all(bytes);
    Some(encoder.finish().map_or(bytes.len(), |packed| packed.len()))
}

/// The worker of an edition whose website consists of these files, in any order.
pub fn script(house: &EditionHouse<'_>, mut files: Vec<Known>, wanted: &Wanted) -> OutputFile {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut version = Sha256::new();
    for file in &files {
        version.update(format!("{} {}\n", file.path, file.digest));
    }
    let version: String = version.finalize().iter().take(DIGITS / 2).map(|byte| format!("{byte:02x}")).collect();
    let mut kept: Vec<&Known> = files.iter().filter(|file| file.packed.is_some()).collect();
    kept.sort_by_key(|file| wanted.get(&file.path));
    let mut room = MOST_KEPT;
    kept.retain(|file| match room.checked_sub(file.packed.unwrap_or_default()) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    });
    let root = house.plan.root.as_str().trim_start_matches('/');
    let inside = |path: &str| path.strip_prefix(root).unwrap_or(path).to_owned();
    let list: Vec<_> =
        kept.iter().map(|file| json!([inside(&file.path), format!("{:.DIGITS$}", file.digest.to_string())])).collect();
    let publication = json!({"versi": version, "luar": house.edition().code.is_national(), "simpan": list});
    let script = SCRIPT.replacen(PLACE, &format!("const TERBITAN = {publication};"), 1);
    OutputFile { path: house.plan.root.file(FILE).output_path(), bytes: script.into_bytes() }
}
