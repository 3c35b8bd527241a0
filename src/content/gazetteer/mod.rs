//! The regions of Indonesia by code and by name: provinces, kabupaten and kota, kecamatan, villages.
//!
//! A thin view over the tables that the program carries: nothing is read before it is asked for, and
//! a kabupaten's villages are found by their place in the sorted table.

mod name;
mod search;
#[cfg(test)]
mod tests;

pub use search::Search;

use super::RegionCode;
use super::village::VillageKind;
use crate::source::embedded::RegionTables;

/// The regions of Indonesia, as the tables have them.
#[derive(Clone, Copy, Debug)]
pub struct Gazetteer {
    tables: RegionTables,
}

/// A province, kabupaten or kota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRegion {
    /// Its code.
    pub code: RegionCode,
    /// As it is written: `Kabupaten Kayong Utara`, `Provinsi Lampung`, `Daerah Istimewa Yogyakarta`.
    pub name: String,
}

/// A desa or kelurahan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownVillage {
    /// `61.05.01.2001`
    pub code: &'static str,
    /// As spoken, without the word of its kind: `Baning Kota`.
    pub name: &'static str,
    /// The kecamatan's name.
    pub district: &'static str,
    /// Desa or kelurahan.
    pub kind: VillageKind,
}

impl Gazetteer {
    /// The regions of these tables.
    pub fn new(tables: RegionTables) -> Gazetteer {
        Gazetteer { tables }
    }

    /// Every province, then every kabupaten and kota, each in the order of the codes.
    pub fn regions(&self) -> impl Iterator<Item = KnownRegion> + use<> {
        let provinces = rows(self.tables.provinces).map(|row| (row.code, name::of_province(row.last)));
        let regencies = rows(self.tables.regencies).map(|row| (row.code, name::of_regency(row.last)));
        provinces.chain(regencies).filter_map(|(code, name)| Some(KnownRegion { code: RegionCode::new(code)?, name }))
    }

    /// The region with this code.
    pub fn region(&self, code: &RegionCode) -> Option<KnownRegion> {
        self.regions().find(|region| region.code == *code)
    }

    /// The kabupaten and kota of a province, or the region itself when it is one of them.
    pub fn regencies<'a>(&self, code: &'a RegionCode) -> impl Iterator<Item = KnownRegion> + use<'a> {
        self.regions()
            .filter(move |region| !region.code.is_province() && (region.code == *code || region.code.province() == *code))
    }

    /// The villages of a kabupaten or kota, in the order of the codes; none for a province.
    pub fn villages(&self, code: &RegionCode) -> Vec<KnownVillage> {
        if code.is_province() {
            return Vec::new();
        }
        let districts: Vec<Row> = below(self.tables.districts, code).collect();
        let district = |code: &str| districts.iter().find(|district| district.code == code).map(|district| district.last);
        let village = |row: Row| {
            let (kind, name) = kind_and_name(row);
            Some(KnownVillage { code: row.code, name, district: district(row.parent)?, kind })
        };
        below(self.tables.villages, code).filter_map(village).collect()
    }

    /// The regions that `text` may mean: a code or a name.
    pub fn search(&self, text: &str) -> Search {
        search::search(self.regions(), text)
    }

    /// The same among some of the regions.
    pub fn search_among(&self, text: &str, among: impl Fn(&KnownRegion) -> bool) -> Search {
        search::search(self.regions().filter(|region| among(region)), text)
    }

    /// Regions whose name goes on where this one's ends, such as Belitung Timur after Belitung.
    pub fn longer_names(&self, region: &KnownRegion) -> Vec<KnownRegion> {
        let begins = format!("{} ", search::own_name(&region.name));
        self.regions().filter(|other| search::own_name(&other.name).starts_with(&begins)).collect()
    }
}

/// The last part of a village's code begins with 1 for a kelurahan, 2 for a desa, 3 for a desa adat. The table has the last
/// kind's word in the name, where every sheet would say it twice.
fn kind_and_name(row: Row) -> (VillageKind, &'static str) {
    match row.code.rsplit('.').next().and_then(|part| part.bytes().next()) {
        Some(b'1') => (VillageKind::Kelurahan, row.last),
        Some(b'3') => (VillageKind::Desa, row.last.strip_prefix("Desa ").unwrap_or(row.last)),
        _ => (VillageKind::Desa, row.last),
    }
}

/// A row of a table.
#[derive(Clone, Copy)]
struct Row {
    code: &'static str,
    /// The code that the region lies in; for a province its own.
    parent: &'static str,
    /// The last column: the name.
    last: &'static str,
}

/// The rows below the header. Names hold quotes as letters and never a comma, so a row is cut at its commas.
fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    table.lines().skip(1).filter_map(row)
}

fn row(line: &'static str) -> Option<Row> {
    let (code, rest) = line.split_once(',')?;
    let (parent, last) = rest.split_once(',').unwrap_or((code, rest));
    Some(Row { code, parent, last })
}

/// The rows whose code lies below `code`: a stretch of the sorted table, found by halving it. A country asks for each of its regions.
fn below(table: &'static str, code: &RegionCode) -> impl Iterator<Item = Row> + use<> {
    let prefix = format!("{code}.");
    // Behind the header, whose first letter is behind every digit.
    let (mut start, mut end) = (line_after(table, 0), table.len());
    while start < end {
        let middle = start + (end - start) / 2;
        let line = table.as_bytes()[start..middle]
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(start, |line_end| start + line_end + 1);
        if table.as_bytes()[line..] < *prefix.as_bytes() {
            start = line_after(table, line);
        } else {
            end = line;
        }
    }
    table[start..].lines().take_while(move |line| line.starts_with(&prefix)).filter_map(row)
}

/// Where the line after the one that begins at `at` begins.
fn line_after(table: &str, at: usize) -> usize {
    table.as_bytes()[at..].iter().position(|byte| *byte == b'\n').map_or(table.len(), |line_end| at + line_end + 1)
}
