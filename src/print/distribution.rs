//! Who gets how many copies of a piece with a sheet a village: the distribution list, and the receipt to sign.

use std::collections::BTreeMap;

use serde::Serialize;

use super::job::{Job, Row};
use crate::content::sentence::upper_first;
use crate::edition::contact::ROLE;

/// The copies of one piece, kecamatan by kecamatan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Distribution {
    judul: String,
    daerah: String,
    lembaga: String,
    contoh: bool,
    kecamatan: Vec<District>,
    #[serde(rename = "jumlah-desa")]
    count: String,
    /// What the column of the villages is called: `Desa atau kelurahan`.
    sebutan: String,
    total: String,
    #[serde(skip)]
    pub(crate) copies: u64,
}

/// The villages of a kecamatan.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct District {
    nama: String,
    desa: Vec<Share>,
    #[serde(rename = "jumlah-desa")]
    count: String,
    total: String,
    #[serde(skip)]
    copies: u64,
}

/// One village.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Share {
    jenis: String,
    nama: String,
    pengawas: String,
    lembar: String,
}

impl Distribution {
    /// What a job hands out; `None` when nobody has said how many copies there are, and for letters, which are not handed out by kecamatan.
    pub(crate) fn of(job: &Job<'_>) -> Option<Distribution> {
        let rows: Vec<Row> = job.villages.iter().filter(|row| row.copies.is_some_and(|copies| copies > 0)).collect();
        let told = !job.by_recipient && !rows.is_empty();
        let districts: Vec<District> = rows.chunk_by(|a, b| a.district == b.district).map(district).collect();
        let copies = districts.iter().fold(0_u64, |sum, district| sum.saturating_add(district.copies));
        told.then(|| Distribution {
            judul: job.title.value.clone(),
            daerah: job.sender.region.clone(),
            lembaga: job
                .sender
                .name
                .as_ref()
                .or(job.sender.institution.as_ref())
                .map(|name| name.value.clone())
                .unwrap_or_default(),
            contoh: job.specimen,
            count: villages(&rows),
            sebutan: upper_first(&kinds(&rows).iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>().join(" atau ")),
            total: grouped(copies),
            kecamatan: districts,
            copies,
        })
    }
}

fn district(rows: &[Row]) -> District {
    let copies = rows.iter().filter_map(|row| row.copies).fold(0_u64, u64::saturating_add);
    let nama = rows.first().and_then(|row| row.district.as_ref()).map(|district| district.name.clone()).unwrap_or_default();
    District { nama, desa: rows.iter().map(share).collect(), count: villages(rows), total: grouped(copies), copies }
}

fn share(row: &Row) -> Share {
    let value = |name: &str| row.values.get(name).cloned().unwrap_or_default();
    Share {
        jenis: value("desa.sebutan"),
        nama: row.name.clone(),
        // The column says who that is.
        pengawas: value("desa.pengawas").trim_end_matches(ROLE).to_owned(),
        lembar: row.copies.map_or_else(|| "–".to_owned(), grouped),
    }
}

/// `406 desa`, in the words that the villages are called by.
fn villages(rows: &[Row]) -> String {
    kinds(rows).iter().map(|(kind, count)| format!("{count} {kind}")).collect::<Vec<_>>().join(" dan ")
}

/// The words that villages are called by, and how many of each; kelurahan come last, whatever a desa is called here.
fn kinds(rows: &[Row]) -> Vec<(String, usize)> {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let kind = row.values.get("desa.sebutan").map(|kind| kind.to_lowercase()).unwrap_or_default();
        *kinds.entry(kind).or_default() += 1;
    }
    let mut kinds: Vec<(String, usize)> = kinds.into_iter().collect();
    kinds.sort_by_key(|(kind, _)| kind == "kelurahan");
    kinds
}

/// A number as Indonesians write it: `12.500`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::print::job;
    use crate::print::tests::{format, located, village};

    fn row(number: usize, district: &str, copies: Option<u64>) -> Row {
        let district = job::District { name: district.to_owned(), stem: String::new() };
        let mut row = Row { district: Some(Arc::new(district)), copies, ..village(number, &format!("Desa {number}")) };
        let kind = if number == 4 { "Kelurahan" } else { "Pekon" };
        row.values.insert("desa.sebutan".to_owned(), kind.to_owned());
        row
    }

    fn of(rows: Vec<Row>) -> Option<Distribution> {
        let (format, title) = (format(), located("Uji"));
        let mut job = crate::print::tests::job(&format, &title, "Halo");
        job.villages = rows.into();
        Distribution::of(&job)
    }

    #[test]
    fn sums_are_those_of_the_rows() {
        let rows =
            vec![row(1, "A", Some(50)), row(2, "A", Some(1200)), row(3, "B", None), row(4, "A", Some(1)), row(5, "B", Some(0))];
        let list = of(rows).unwrap();
        let districts: Vec<(&str, u64, &str)> =
            list.kecamatan.iter().map(|d| (d.nama.as_str(), d.copies, d.total.as_str())).collect();
        // Who gets none is not visited: kecamatan B has two villages, and neither is on the list.
        assert_eq!(districts, [("A", 1251, "1.251")]);
        assert_eq!((list.copies, list.total.as_str()), (1251, "1.251"));
        assert_eq!(
            (list.count.as_str(), list.kecamatan[0].count.as_str()),
            ("2 pekon dan 1 kelurahan", "2 pekon dan 1 kelurahan")
        );
        assert_eq!(list.sebutan, "Pekon atau kelurahan");
        let shares: Vec<&str> = list.kecamatan[0].desa.iter().map(|share| share.lembar.as_str()).collect();
        assert_eq!(shares, ["50", "1.200", "1"]);
    }

    #[test]
    fn counts_that_no_shop_prints_do_not_break_the_sum() {
        let list = of(vec![row(1, "A", Some(u64::MAX)), row(2, "B", Some(u64::MAX))]).unwrap();
        assert_eq!(list.copies, u64::MAX);
        assert_eq!(list.total, "18.446.744.073.709.551.615");
    }

    #[test]
    fn without_a_count_there_is_no_list() {
        assert_eq!(of(vec![row(1, "A", None), row(2, "A", Some(0))]), None);
        assert_eq!(of(vec![]), None);
    }
}
