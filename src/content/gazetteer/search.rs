//! Which region somebody means who types a code or a name.

use super::KnownRegion;
use crate::diagnostics::suggest;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Search {
    /// The one region with this code or name.
    Found(KnownRegion),
    /// Several regions have this name, in the order of the codes.
    Ambiguous(Vec<KnownRegion>),
    /// None has it; these are near, the nearest first.
    Unknown(Vec<KnownRegion>),
}

/// How many regions a suggestion names at most.
const MOST_NEAR: usize = 6;
/// The shortest text that is looked for inside names: two letters are in too many.
const SHORTEST_PART: usize = 3;

/// Words of a name that people leave out, longest first.
const LEADING: [&str; 8] = [
    "kabupatenadministrasi",
    "kotaadministrasi",
    "daerahkhususibukota",
    "daerahistimewa",
    "kabupaten",
    "provinsi",
    "kota",
    "kab",
];

/// How people shorten the word of a kind, and its whole.
const SHORT: [(&str, &str); 5] = [
    ("kab", "kabupaten"),
    ("prov", "provinsi"),
    ("propinsi", "provinsi"),
    ("dki", "daerahkhususibukota"),
    ("di", "daerahistimewa"),
];

pub(super) fn search(regions: impl Iterator<Item = KnownRegion>, text: &str) -> Search {
    let regions: Vec<KnownRegion> = regions.collect();
    let text = text.trim();
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        return by_code(&regions, text);
    }
    let wanted = plain(&written_out(text));
    let is_meant = |region: &&KnownRegion| {
        let name = plain(&region.name);
        !wanted.is_empty() && (name == wanted || bare(&name) == wanted)
    };
    let mut meant: Vec<KnownRegion> = regions.iter().filter(is_meant).cloned().collect();
    match meant.len() {
        0 => Search::Unknown(near(&regions, &wanted)),
        1 => Search::Found(meant.remove(0)),
        _ => Search::Ambiguous(meant),
    }
}

fn by_code(regions: &[KnownRegion], text: &str) -> Search {
    let find = |code: &str| regions.iter().find(|region| region.code.as_str() == code).cloned();
    if let Some(region) = find(text) {
        return Search::Found(region);
    }
    // Codes are also written without dots, or are those of a kecamatan or village.
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let cut = |at: usize| Some(format!("{}.{}", digits.get(..2)?, digits.get(2..at)?));
    let padded = text.split_once('.').map(|(province, rest)| format!("{province}.{rest:0>2}"));
    let near_code = suggest(text, regions.iter().map(|region| region.code.as_str()));
    let candidates = [padded, cut(4), near_code.map(str::to_owned), digits.get(..2).map(str::to_owned)];
    let mut near: Vec<KnownRegion> = candidates.into_iter().flatten().filter_map(|code| find(&code)).collect();
    near.dedup();
    near.truncate(1);
    Search::Unknown(near)
}

/// Regions whose name holds the text, else those whose name is nearest to it.
fn near(regions: &[KnownRegion], wanted: &str) -> Vec<KnownRegion> {
    if wanted.len() < SHORTEST_PART {
        return Vec::new();
    }
    let holding = regions.iter().filter(|region| plain(&region.name).contains(wanted)).take(MOST_NEAR + 1);
    let holding: Vec<KnownRegion> = holding.cloned().collect();
    if (1..=MOST_NEAR).contains(&holding.len()) {
        return holding;
    }
    let names: Vec<String> = regions.iter().map(|region| bare(&plain(&region.name)).to_owned()).collect();
    let nearest = suggest(bare(wanted), names.iter().map(String::as_str));
    let of_that_name = |(region, name): (&KnownRegion, &String)| (Some(name.as_str()) == nearest).then(|| region.clone());
    regions.iter().zip(&names).filter_map(of_that_name).take(MOST_NEAR).collect()
}

/// The first word as the tables write it.
fn written_out(text: &str) -> String {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let first = first.trim_end_matches('.').to_lowercase();
    let whole = SHORT.iter().find(|(short, _)| *short == first && !rest.is_empty()).map_or(first.as_str(), |(_, whole)| whole);
    format!("{whole} {rest}")
}

/// Letters only, small: people differ in spaces, hyphens and apostrophes.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A name without the word of its kind.
fn bare(name: &str) -> &str {
    let rest = LEADING.iter().find_map(|word| name.strip_prefix(word));
    // Kotabaru and Kotamobagu begin with the word, and it is their name.
    rest.filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// A name as it is written, without the words of its kind: `Belitung Timur`.
pub(super) fn own_name(name: &str) -> &str {
    const KINDS: [&str; 8] = [
        "Kabupaten Administrasi ",
        "Kota Administrasi ",
        "Daerah Khusus Ibukota ",
        "Daerah Istimewa ",
        "Kabupaten ",
        "Provinsi ",
        "Kota ",
        "Kab. ",
    ];
    KINDS.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name)
}

impl KnownRegion {
    /// `61.11 (Kabupaten Kayong Utara)`
    pub fn label(&self) -> String {
        format!("{} ({})", self.code, self.name)
    }
}
