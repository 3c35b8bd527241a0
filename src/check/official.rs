//! S4: the table of villages against the official list of villages and kecamatan that the program carries.
//!
//! Villages are founded and merged every year, and an office may know it before the list does: all of it is a warning.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::gazetteer::KnownVillage;
use crate::content::{EditionCode, Gazetteer, Village};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Rule, listed, quoted};
use crate::edition::Edition;
use crate::markdown::slug;
use crate::source::embedded;

/// Villages of the official list that the table lacks.
pub const MISSING: &str = "S436";
/// Villages that the official list does not have.
pub const UNLISTED: &str = "S438";
/// A kecamatan under another name than in the official list.
pub const OTHER_NAME: &str = "S445";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(MISSING, "Ada desa dalam daftar resmi yang tidak ada di tabel desa.")
        .why("Desa yang terlewat tidak mendapat halaman, brosur, dan nomor pengawas, dan tidak ada yang menyadarinya.")
        .repair("Tambahkan barisnya; bila desa itu sudah digabung, tulis alasannya di `abaikan:`.")
        .example("2 desa dari daftar resmi tidak ada di tabel: Sutera (61.11.01.2001), Pangkalan Buton (61.11.01.2002)")
        .source("data/wilayah/README.md"),
    Rule::warning(UNLISTED, "Ada kode desa di tabel yang tidak ada dalam daftar resmi.")
        .why("Biasanya satu angka salah ketik, sehingga alamat halaman dan kode QR desa itu salah.")
        .repair("Periksa kodenya; desa baru hasil pemekaran memang belum tentu ada di daftar.")
        .example("1 desa di tabel tidak ada dalam daftar resmi: Suteraa (61.11.01.2901)")
        .source("data/wilayah/README.md"),
    Rule::warning(OTHER_NAME, "Nama kecamatan di tabel bukan nama resminya.")
        .why("Nama kecamatan tercetak di setiap lembar, dan warga mencarinya dengan nama resmi.")
        .repair("Pakai nama resmi, atau perbaiki kode desanya.")
        .example("kecamatan `61.11.01` ditulis `Sukadanna`, nama resminya `Sukadana`")
        .source("data/wilayah/README.md"),
];

/// The most villages that one message names.
const MOST_NAMED: usize = 6;

/// Checks the table of one kabupaten or kota.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    let EditionCode::Region(code) = &edition.code else { return };
    let Some(first) = edition.villages.first().filter(|_| !edition.villages_unreadable) else { return };
    let official = Gazetteer::new(embedded::regions()).villages(code);
    if official.is_empty() {
        return;
    }
    let own: BTreeSet<&str> = edition.villages.iter().map(|village| village.code.value.as_str()).collect();
    let missing: Vec<&KnownVillage> = official.iter().filter(|known| !own.contains(known.code)).collect();
    // A table of fewer than half is an extract: a first try, or the villages of one vote. Of one with errors some rows may not have been taken,
    // and whoever added them again would have them twice.
    let is_read = !d.has_errors_in(first.code.place.path());
    if is_read && !missing.is_empty() && missing.len() * 2 < official.len() {
        let names = missing.iter().map(|known| format!("{} ({})", known.name, known.code));
        let names = listed(names, MOST_NAMED);
        d.push(
            Diagnostic::warning(MISSING, format!("{} desa dari daftar resmi tidak ada di tabel: {names}", missing.len()))
                .at(&first.code.place)
                .because("desa yang terlewat tidak mendapat halaman, brosur, dan nomor pengawas")
                .hint("tambahkan barisnya; bila desa itu sudah digabung, tulis kode S436 dan alasannya di `abaikan:` pada `daerah.yaml`"),
        );
    }
    check_unlisted(edition, &official, d);
    check_districts(edition, &official, d);
}

fn check_unlisted(edition: &Edition, official: &[KnownVillage], d: &Diagnostics) {
    let listed_codes: BTreeSet<&str> = official.iter().map(|known| known.code).collect();
    let unlisted: Vec<&Village> =
        edition.villages.iter().filter(|village| !listed_codes.contains(village.code.value.as_str())).collect();
    let Some(first) = unlisted.first() else { return };
    let names = listed(unlisted.iter().map(|village| format!("{} ({})", village.name.value, village.code.value)), MOST_NAMED);
    d.push(
        Diagnostic::warning(UNLISTED, format!("{} desa di tabel tidak ada dalam daftar resmi: {names}", unlisted.len()))
            .at(&first.code.place)
            .because("alamat halaman dan kode QR desa dibuat dari kodenya")
            .hint("periksa kodenya; desa hasil pemekaran memang belum tentu ada di daftar"),
    );
}

/// Once a kecamatan, where the villages of it agree; where they do not, that is told elsewhere.
fn check_districts(edition: &Edition, official: &[KnownVillage], d: &Diagnostics) {
    let of_village = |code: &str| code.rsplit_once('.').map(|(district, _)| district.to_owned());
    let names: BTreeMap<String, &str> =
        official.iter().filter_map(|known| Some((of_village(known.code)?, known.district))).collect();
    let mut spellings: BTreeMap<String, Vec<&Located<String>>> = BTreeMap::new();
    for village in edition.villages.iter() {
        let Some(code) = of_village(&village.code.value) else { continue };
        let of_district = spellings.entry(code).or_default();
        if of_district.iter().all(|known| known.value != village.district.value) {
            of_district.push(&village.district);
        }
    }
    for (code, own) in &spellings {
        let ([own], Some(name)) = (own.as_slice(), names.get(code)) else { continue };
        if slug(name) != slug(own) {
            d.push(
                Diagnostic::warning(
                    OTHER_NAME,
                    format!("kecamatan `{code}` ditulis {}, nama resminya {}", quoted(own), quoted(name)),
                )
                .at(&own.place)
                .because("nama kecamatan tercetak di setiap lembar, dan warga mencarinya dengan nama resmi")
                .hint(format!("tulis {}, atau perbaiki kode desanya", quoted(name))),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::content::{EditionCode, Gazetteer, RegionCode};
    use crate::diagnostics::{Diagnostic, Diagnostics};
    use crate::edition::Edition;
    use crate::project::sample::{REGENCY, codes, project, told};
    use crate::source::embedded;

    /// The rows of the official list, changed.
    fn found(change: impl Fn(Vec<String>) -> Vec<String>) -> Diagnostics {
        let d = Diagnostics::new();
        super::check(&edition(change), &d);
        d
    }

    fn edition(change: impl Fn(Vec<String>) -> Vec<String>) -> Edition {
        let code = RegionCode::new("61.11").unwrap();
        let known = Gazetteer::new(embedded::regions()).villages(&code);
        let rows = known.iter().map(|known| format!("{},{},{},desa", known.code, known.name, known.district)).collect();
        let table = format!("kode,nama,kecamatan,jenis\n{}\n", change(rows).join("\n"));
        let (project, silent) = project(&[REGENCY, ("content/daerah/61.11-ku/desa.csv", &table)]);
        let edition = project.unwrap().edition(&EditionCode::Region(code), "2026-11-22".parse().unwrap(), &silent).unwrap();
        assert!(!edition.villages.is_empty(), "{}", told(silent));
        edition
    }

    /// Its row is there and could not be taken: who adds it again has it twice.
    #[test]
    fn of_a_table_with_errors_nothing_is_missed() {
        let one_less = edition(|rows| rows.into_iter().skip(1).collect());
        let count = |path: &str| {
            let d = Diagnostics::new();
            d.push(Diagnostic::error("S402", "x").in_file(path));
            super::check(&one_less, &d);
            codes(d).iter().filter(|code| **code == "S436").count()
        };
        assert_eq!((count("content/daerah/61.11-ku/desa.csv"), count("content/daerah/61.12-lain/desa.csv")), (0, 1));
    }

    #[test]
    fn the_official_table_is_whole() {
        assert!(codes(found(|rows| rows)).is_empty());
        assert!(codes(found(|rows| rows.into_iter().take(3).collect())).is_empty(), "an extract");
    }

    #[test]
    fn what_is_left_out_is_named() {
        let told = told(found(|mut rows| {
            rows.remove(0);
            rows
        }));
        assert!(told.starts_with("peringatan[S436]: 1 desa dari daftar resmi tidak ada di tabel: "), "{told}");
        assert!(told.contains("(61.11.01.2001)"), "{told}");
        assert!(told.contains("content/daerah/61.11-ku/desa.csv:2:1"), "{told}");
    }

    #[test]
    fn a_code_that_nobody_knows_is_told() {
        let told = told(found(|mut rows| {
            rows.push("61.11.01.2901,Suteraa,Sukadana,desa".to_owned());
            rows
        }));
        assert!(
            told.starts_with("peringatan[S438]: 1 desa di tabel tidak ada dalam daftar resmi: Suteraa (61.11.01.2901)\n"),
            "{told}"
        );
    }

    #[test]
    fn a_kecamatan_has_its_official_name() {
        let same = codes(found(|rows| rows.into_iter().map(|row| row.replace("Sukadana", "SUKADANA")).collect()));
        assert!(same.is_empty(), "{same:?}");
        let told = told(found(|rows| rows.into_iter().map(|row| row.replace(",Sukadana,", ",Sukadanna,")).collect()));
        assert!(
            told.starts_with("peringatan[S445]: kecamatan `61.11.01` ditulis `Sukadanna`, nama resminya `Sukadana`\n"),
            "{told}"
        );
        assert_eq!(told.matches("S445").count(), 1, "{told}");
    }
}
