//! Names of columns as offices write them, and their twin in the documentation.

use std::collections::BTreeSet;

use super::{Columns, RECIPIENTS, SIGNATORIES, UNREAD, VILLAGES, plain};
use crate::content::Id;

#[test]
fn names_are_known_however_they_are_written() {
    for (written, name) in [
        ("KODE DESA", "kode"),
        ("Kode Desa/Kelurahan", "kode"),
        ("Nama Desa/Kelurahan", "nama"),
        ("Nama Kecamatan", "kecamatan"),
        ("Nama Pengawas", "pengawas"),
        ("No. HP", "telepon"),
        ("No.\u{a0}HP/WA", "telepon"),
        ("Tgl. Mulai", "mulai"),
        ("Izin Cetak", "izin_cetak"),
        ("izin_web", "izin_web"),
    ] {
        assert_eq!(VILLAGES.named(written), Some(name), "{written}");
    }
    for unknown in ["", "NIK", "brosur-warga", "No", "kod"] {
        assert_eq!(VILLAGES.named(unknown), None, "{unknown}");
    }
}

/// The copies of a piece are not taken for a remark of the office.
#[test]
fn a_name_that_holds_that_of_a_piece_is_a_slip() {
    let pieces: BTreeSet<Id> = ["brosur-warga", "selebaran-warga", "surat"].into_iter().filter_map(Id::new).collect();
    for (written, near) in [
        ("selebaran warga desa", Some(("selebaran-warga", true))),
        ("Jumlah Brosur-Warga (lembar)", Some(("brosur-warga", true))),
        ("selebaran-wrga", Some(("selebaran-warga", true))),
        ("surat jalan kurir", None),
        ("NIK", None),
    ] {
        assert_eq!(VILLAGES.near(written, Some(&pieces)), near, "{written}");
        assert_eq!(RECIPIENTS.near(written, Some(&pieces)), None, "{written}");
    }
}

/// A name with two meanings would be read as the first.
#[test]
fn no_name_has_two_meanings() {
    for columns in [&VILLAGES, &RECIPIENTS, &SIGNATORIES] {
        let mut seen = BTreeSet::new();
        for column in columns.known {
            for name in std::iter::once(plain(column.name)).chain(column.also.iter().map(|name| (*name).to_owned())) {
                assert_eq!(name, plain(&name), "written as it is compared");
                assert!(!UNREAD.contains(&name.as_str()), "{name} is read and not read");
                assert!(seen.insert(name.clone()), "{name} twice");
            }
        }
    }
}

/// `docs/tabel-desa.md` lists every column with every name, in rows of `| `name` | other, names |`.
#[test]
fn the_documentation_knows_every_name() {
    let page = include_str!("../../../docs/tabel-desa.md");
    let line = |columns: &Columns, name: &str| {
        let headings =
            [(&VILLAGES, "## `desa.csv`"), (&RECIPIENTS, "## `penerima.csv`"), (&SIGNATORIES, "## `penandatangan.csv`")];
        let heading = headings.into_iter().find(|(known, _)| std::ptr::eq(*known, columns)).unwrap().1;
        let part = page.split_once(heading).unwrap_or_else(|| panic!("no {heading}")).1;
        let start = format!("| `{name}` |");
        let line = part.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("no {start}"));
        line.split('|')
            .nth(2)
            .unwrap_or_default()
            .split(',')
            .map(plain)
            .filter(|name| !name.is_empty())
            .collect::<BTreeSet<String>>()
    };
    for columns in [&VILLAGES, &RECIPIENTS, &SIGNATORIES] {
        for column in columns.known {
            let also: BTreeSet<String> = column.also.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(line(columns, column.name), also, "{}", column.name);
        }
    }
    let unread: BTreeSet<String> = UNREAD.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(line(&VILLAGES, "(tidak dibaca)"), unread);
}
