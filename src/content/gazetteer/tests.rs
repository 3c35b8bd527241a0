//! Every name by rule and against the reviewed list; what people type.

use super::*;
use crate::source::embedded;

fn gazetteer() -> Gazetteer {
    Gazetteer::new(embedded::regions())
}

fn code(text: &str) -> RegionCode {
    RegionCode::new(text).unwrap()
}

/// `names.txt` was read name by name; it changes with the table only.
#[test]
fn every_name_is_the_reviewed_one() {
    let written: String = gazetteer().regions().map(|region| format!("{} {}\n", region.code, region.name)).collect();
    snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV).eq(written, snapbox::file!["names.txt"].raw());
}

#[test]
fn every_name_follows_the_rule() {
    let regions: Vec<KnownRegion> = gazetteer().regions().collect();
    assert_eq!(regions.len(), 552);
    for region in &regions {
        let first = region.name.split(' ').next().unwrap();
        let kinds: &[&str] = if region.code.is_province() { &["Provinsi", "Daerah"] } else { &["Kabupaten", "Kota"] };
        assert!(kinds.contains(&first), "{}", region.name);
        for word in region.name.split(' ') {
            let rest = word.chars().skip(1).any(char::is_uppercase);
            assert!(word == "dan" || (word.starts_with(char::is_uppercase) && !rest), "{}", region.name);
        }
    }
    let mut names: Vec<&str> = regions.iter().map(|region| region.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 552, "a name with the word of its kind means one region");
}

#[test]
fn a_region_is_found_by_its_code_and_by_its_name() {
    for (typed, expected) in [
        ("61.05", "61.05"),
        (" 61.05 ", "61.05"),
        ("61", "61"),
        ("sintang", "61.05"),
        ("Kabupaten Sintang", "61.05"),
        ("kab. sintang", "61.05"),
        ("KOTA BANDUNG", "32.73"),
        ("kab bandung", "32.04"),
        ("tolitoli", "72.04"),
        ("Toli-Toli", "72.04"),
        ("pangkajene dan kepulauan", "73.10"),
        ("kotabaru", "63.02"),
        ("kotamobagu", "71.74"),
        ("jakarta selatan", "31.74"),
        ("DKI Jakarta", "31"),
        ("DI Yogyakarta", "34"),
        ("provinsi gorontalo", "75"),
        ("papua", "91"),
    ] {
        match gazetteer().search(typed) {
            Search::Found(region) => assert_eq!(region.code.as_str(), expected, "{typed}"),
            other => panic!("{typed}: {other:?}"),
        }
    }
}

#[test]
fn a_name_of_several_regions_lists_them() {
    for (typed, expected) in
        [("bandung", &["32.04", "32.73"][..]), ("gorontalo", &["75", "75.01", "75.71"]), ("yogyakarta", &["34", "34.71"])]
    {
        let Search::Ambiguous(regions) = gazetteer().search(typed) else { panic!("{typed}") };
        let codes: Vec<&str> = regions.iter().map(|region| region.code.as_str()).collect();
        assert_eq!(codes, expected, "{typed}");
    }
}

#[test]
fn what_is_unknown_gives_what_is_near() {
    for (typed, expected) in [
        ("61.5", &["61.05"][..]),
        ("6105", &["61.05"]),
        ("61.05.01.2001", &["61.05"]),
        ("61.99", &["61.09"]),
        ("sintag", &["61.05"]),
        ("kabupaten sintag", &["61.05"]),
        ("kayong", &["61.11"]),
        ("xyzxyz", &[]),
        ("", &[]),
        ("a", &[]),
        ("-", &[]),
    ] {
        let Search::Unknown(near) = gazetteer().search(typed) else { panic!("{typed}") };
        let codes: Vec<&str> = near.iter().map(|region| region.code.as_str()).collect();
        assert_eq!(codes, expected, "{typed}");
    }
    let endless = "sintang".repeat(100_000);
    assert_eq!(gazetteer().search(&endless), Search::Unknown(Vec::new()));
}

#[test]
fn villages_are_those_of_the_table() {
    let gazetteer = gazetteer();
    let villages = gazetteer.villages(&code("61.11"));
    assert_eq!(villages.len(), 43);
    let first = KnownVillage { code: "61.11.01.2001", name: "Sutera", district: "Sukadana", kind: VillageKind::Desa };
    assert_eq!(villages.first(), Some(&first));
    // The first rows and the last rows of the table are found too, and none is lost between.
    let all: usize = gazetteer.regions().map(|region| gazetteer.villages(&region.code).len()).sum();
    assert_eq!(all, 83_763);
    assert!(gazetteer.villages(&code("61")).is_empty());
    assert!(gazetteer.villages(&code("99.99")).is_empty());
}

#[test]
fn the_tables_are_sorted_by_code() {
    // What lies below a code is found by halving them.
    let tables = embedded::regions();
    for table in [tables.districts, tables.villages] {
        let codes: Vec<&str> = super::rows(table).map(|row| row.code).collect();
        assert!(codes.is_sorted());
        assert_eq!(codes.len(), table.lines().count() - 1);
    }
    for table in ["", "code,name", "code,district_code,name\n"] {
        assert_eq!(super::below(table, &code("61.11")).count(), 0);
    }
    let few = "code,regency_code,name\n11.01.01,11.01,A\n61.11.01,61.11,B\n61.11.02,61.11,C";
    let names = |region: &str| super::below(few, &code(region)).map(|row| row.last).collect::<Vec<_>>();
    assert_eq!((names("11.01"), names("61.11"), names("50.01")), (vec!["A"], vec!["B", "C"], vec![]));
}

#[test]
fn kinds_are_read_from_the_code() {
    let gazetteer = gazetteer();
    let kelurahan = gazetteer.villages(&code("18.71"));
    assert!(kelurahan.iter().all(|village| village.kind == VillageKind::Kelurahan));
    let customary = gazetteer.villages(&code("91.03")).into_iter().find(|village| village.code == "91.03.01.3007").unwrap();
    assert_eq!((customary.kind, customary.name), (VillageKind::Desa, "Adat Yoboi"));
}
