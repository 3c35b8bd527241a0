//! What the program carries, so that an office starts with nothing but the program: the national
//! project with its theme, and the codes and names of every region.
//!
//! Nothing is read or copied before it is asked for: the bytes are pages of the program file.

use super::{SourceFile, SourceTree};

/// Path in the project, with `/`, and bytes; sorted by path. Written by `build.rs`.
static PROJECT: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The national project: `suluh.yaml`, `content/` with the provinces but without kabupaten and kota, and `themes/`.
pub fn project() -> SourceTree {
    SourceTree::new(PROJECT.iter().map(|(path, bytes)| SourceFile::embedded(path, bytes)))
}

/// The tables of `data/wilayah/`, under the Open Database License 1.0: a header, then a row a line, sorted by code. No cell is quoted
/// and no name holds a comma.
#[derive(Clone, Copy, Debug)]
pub struct RegionTables {
    /// `code,name`
    pub provinces: &'static str,
    /// `code,province_code,name`: kabupaten and kota.
    pub regencies: &'static str,
    /// `code,regency_code,name`: kecamatan.
    pub districts: &'static str,
    /// `code,district_code,name`: desa and kelurahan.
    pub villages: &'static str,
}

/// The regions of Indonesia as the program carries them.
pub fn regions() -> RegionTables {
    RegionTables {
        provinces: include_str!("../../data/wilayah/provinces.csv"),
        regencies: include_str!("../../data/wilayah/regencies.csv"),
        districts: include_str!("../../data/wilayah/districts.csv"),
        villages: include_str!("../../data/wilayah/villages.csv"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::diagnostics::Diagnostics;

    /// The program carries the repository's project to the byte, but for kabupaten and kota.
    #[test]
    fn it_is_the_project_of_the_repository() {
        let d = Diagnostics::new();
        let on_disk = SourceTree::read(Path::new(env!("CARGO_MANIFEST_DIR")), &d);
        assert!(d.is_empty());
        let is_regency = |path: &str| {
            let folder = path.strip_prefix("content/daerah/").and_then(|rest| rest.split('-').next());
            folder.is_some_and(|code| code.contains('.'))
        };
        let expected: Vec<_> = on_disk.under("").filter(|file| !is_regency(file.path())).collect();
        let carried = project();
        let carried: Vec<_> = carried.under("").collect();
        assert_eq!(carried.len(), expected.len());
        for (carried, expected) in carried.iter().zip(expected) {
            assert_eq!(carried.path(), expected.path());
            assert_eq!(carried.bytes(), expected.bytes(), "{}", carried.path());
        }
        assert!(carried.iter().any(|file| file.path().starts_with("content/daerah/61-")), "provinces are carried");
    }

    #[test]
    fn every_row_of_the_tables_can_be_cut_at_its_commas() {
        let tables = regions();
        let rows = |table: &'static str| table.lines().skip(1);
        assert_eq!(rows(tables.provinces).count(), 38);
        assert_eq!(rows(tables.regencies).count(), 514);
        assert_eq!(rows(tables.districts).count(), 7_277);
        assert_eq!(rows(tables.villages).count(), 83_763);
        assert!(rows(tables.provinces).all(|row| row.split(',').count() == 2));
        for table in [tables.regencies, tables.districts, tables.villages] {
            assert!(rows(table).all(|row| row.split(',').count() == 3));
            assert!(rows(table).is_sorted());
        }
    }
}
