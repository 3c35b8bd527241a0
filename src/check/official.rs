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
/// Villages under a name that is nearly the official one, or that of another village.
pub const OTHER_VILLAGE: &str = "S450";
/// The column of names has come apart from that of codes.
pub const SHUFFLED: &str = "S451";

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
    Rule::warning(OTHER_VILLAGE, "Nama desa di tabel hampir seperti nama resminya, atau nama resmi desa lain.")
        .why("Nama desa tercetak di brosurnya, dan halaman serta kode QR-nya dibuat dari kodenya: keduanya harus milik desa yang sama.")
        .repair("Tulis nama resminya, atau perbaiki kodenya; bila namanya memang sudah berganti, tulis alasannya di `abaikan:`.")
        .example("1 nama desa di tabel bukan nama resminya: `Suteraa` (61.11.01.2001), resminya `Sutera`")
        .source("data/wilayah/README.md"),
    Rule::error(SHUFFLED, "Sebagian besar nama desa atau kecamatan di tabel milik baris lain.")
        .why("Bila hanya satu kolom yang diurutkan, setiap brosur, kode QR, dan nomor pengawas menjadi milik desa lain.")
        .repair("Kembalikan urutan kolomnya, atau salin lagi tabelnya, lalu urutkan seluruh barisnya sekaligus.")
        .example("40 dari 43 nama desa di tabel adalah nama desa lain: kolom kode atau kolom nama tampaknya diurutkan sendiri")
        .source("data/wilayah/README.md"),
];

/// The most letters by which a slip of the pen differs from the official name, and the fewest that a name must have for it to be one.
const SLIP: usize = 2;
const LONG_ENOUGH: usize = 5;
/// So many names of other villages are no coincidence.
const MANY: usize = 5;

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
    if !districts_are_shuffled(edition, &official, d) {
        check_districts(edition, &official, d);
    }
    check_names(edition, &official, d);
}

/// A name that is nothing like any official one is a new name, or that of a hamlet that people use: nobody but the office knows.
fn check_names(edition: &Edition, official: &[KnownVillage], d: &Diagnostics) {
    let by_code: BTreeMap<&str, &str> = official.iter().map(|known| (known.code, known.name)).collect();
    let names: BTreeSet<String> = official.iter().map(|known| slug(known.name)).collect();
    let (mut rows, mut moved, mut slips) = (0, Vec::new(), Vec::new());
    for village in edition.villages.iter() {
        let Some(name) = by_code.get(village.code.value.as_str()) else { continue };
        rows += 1;
        let (own, official) = (slug(&village.name.value), slug(name));
        if own == official {
            continue;
        }
        if names.contains(&own) {
            moved.push((village, *name));
        } else if official.len() >= LONG_ENOUGH && strsim::damerau_levenshtein(&own, &official) <= SLIP {
            slips.push((village, *name));
        }
    }
    let Some((first, _)) = moved.first().or(slips.first()).copied() else { return };
    if are_most(moved.len(), rows) {
        let (moved, place) = (moved.len(), &first.name.place);
        let message = format!(
            "{moved} dari {rows} nama desa di tabel adalah nama desa lain: kolom kode atau kolom nama tampaknya diurutkan sendiri"
        );
        d.push(shuffled(message).at(place));
        return;
    }
    let wrong: Vec<_> = moved.into_iter().chain(slips).collect();
    let told = wrong
        .iter()
        .map(|(village, name)| format!("{} ({}), resminya {}", quoted(&village.name.value), village.code.value, quoted(name)));
    let message = format!("{} nama desa di tabel bukan nama resminya: {}", wrong.len(), listed(told, MOST_NAMED));
    d.push(
        Diagnostic::warning(OTHER_VILLAGE, message)
            .at(&first.name.place)
            .because("nama tercetak di brosur desa itu, alamat dan kode QR-nya dibuat dari kodenya")
            .hint("tulis nama resminya, atau perbaiki kodenya; bila namanya memang sudah berganti, tulis kode S450 dan alasannya di `abaikan:` pada `daerah.yaml`"),
    );
}

/// Whether so many rows that belong elsewhere are no slips any more, but a column that was sorted alone.
fn are_most(moved: usize, rows: usize) -> bool {
    moved >= MANY && moved * 2 > rows
}

fn shuffled(message: String) -> Diagnostic {
    Diagnostic::error(SHUFFLED, message)
        .because("setiap brosur, kode QR, dan nomor pengawas akan menjadi milik desa lain")
        .hint("kembalikan urutan kolomnya, atau salin lagi tabelnya, lalu urutkan seluruh baris sekaligus")
}

/// Whether the column of kecamatan has come apart from that of codes: most rows name another official kecamatan than that of their code.
fn districts_are_shuffled(edition: &Edition, official: &[KnownVillage], d: &Diagnostics) -> bool {
    let by_code: BTreeMap<&str, &str> = official.iter().map(|known| (known.code, known.district)).collect();
    let names: BTreeSet<String> = official.iter().map(|known| slug(known.district)).collect();
    let (mut rows, mut moved) = (0, Vec::new());
    for village in edition.villages.iter() {
        let Some(district) = by_code.get(village.code.value.as_str()) else { continue };
        rows += 1;
        let own = slug(&village.district.value);
        if own != slug(district) && names.contains(&own) {
            moved.push(village);
        }
    }
    let Some(first) = moved.first().filter(|_| are_most(moved.len(), rows)) else { return false };
    let message = format!(
        "{} dari {rows} desa di tabel ditulis di kecamatan lain: kolom kode atau kolom kecamatan tampaknya diurutkan sendiri",
        moved.len()
    );
    d.push(shuffled(message).at(&first.district.place));
    true
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

    #[test]
    fn a_village_has_its_official_name() {
        let named = |from: &str, to: &str| codes(found(|rows| rows.into_iter().map(|row| row.replace(from, to)).collect()));
        assert!(named(",Sutera,", ",SUTERA,").is_empty(), "case is no other name");
        assert!(named(",Sutera,", ",Kampung Baru Sekali,").is_empty(), "nobody here knows a new name");
        let told = told(found(|rows| rows.into_iter().map(|row| row.replace(",Sutera,", ",Suterra,")).collect()));
        assert!(
            told.starts_with(
                "peringatan[S450]: 1 nama desa di tabel bukan nama resminya: `Suterra` (61.11.01.2001), resminya `Sutera`\n"
            ),
            "{told}"
        );
        assert!(told.contains("desa.csv:2:15"), "{told}");
    }

    /// The names of some rows in the order of the alphabet, the codes as they were.
    #[test]
    fn a_column_that_was_sorted_alone_stops_everything() {
        let sorted = |count: usize| {
            found(|rows| {
                let cells: Vec<Vec<String>> = rows.iter().map(|row| row.split(',').map(str::to_owned).collect()).collect();
                let mut names: Vec<String> = cells.iter().take(count).map(|row| row[1].clone()).collect();
                names.sort();
                names.reverse();
                let names = names.into_iter().chain(cells.iter().skip(count).map(|row| row[1].clone()));
                cells.iter().zip(names).map(|(row, name)| format!("{},{name},{},{}", row[0], row[2], row[3])).collect()
            })
        };
        let all = told(sorted(usize::MAX));
        assert!(all.starts_with("galat[S451]: "), "{all}");
        assert!(
            all.contains(
                " dari 43 nama desa di tabel adalah nama desa lain: kolom kode atau kolom nama tampaknya diurutkan sendiri\n"
            ),
            "{all}"
        );
        assert!(!all.contains("S450"), "{all}");
        let districts = told(found(|rows| {
            let cells: Vec<Vec<String>> = rows.iter().map(|row| row.split(',').map(str::to_owned).collect()).collect();
            let mut districts: Vec<String> = cells.iter().map(|row| row[2].clone()).collect();
            districts.sort();
            cells.iter().zip(districts).map(|(row, district)| format!("{},{},{district},{}", row[0], row[1], row[3])).collect()
        }));
        assert!(districts.starts_with("galat[S451]: "), "{districts}");
        assert!(districts.contains(" desa di tabel ditulis di kecamatan lain: kolom kode atau kolom kecamatan "), "{districts}");
        assert!(!districts.contains("S445"), "{districts}");
        let some = told(sorted(4));
        assert!(some.starts_with("peringatan[S450]: ") && some.contains(" nama desa di tabel bukan nama resminya: "), "{some}");
        assert!(!some.contains("S451"), "{some}");
    }
}
