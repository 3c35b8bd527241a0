//! The records of a job, each made when it is needed and dropped again: all villages of the country in one job would take more memory than
//! their sheets.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::Place;

/// One village's sheet, or one recipient's letter.
#[derive(Clone, Debug)]
pub struct Row {
    /// `61.11.01.2001`; of a recipient the number of the letter, `003`.
    pub code: String,
    /// What the village or the recipient is called in messages.
    pub name: String,
    /// Its row in the table.
    pub place: Place,
    /// What its slots show, by placeholder name: `desa.nama`, `desa.pengawas`.
    pub values: BTreeMap<String, String>,
    /// The full address its QR code leads to.
    pub qr: String,
    /// The kecamatan; rows of one stand together. None for records that are no villages.
    pub district: Option<Arc<District>>,
    /// How many copies it gets, when the office says so; never 0.
    pub copies: Option<u64>,
}

/// A kecamatan of which villages are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct District {
    /// Its name, without the word `Kecamatan`.
    pub name: String,
    /// Where the file of its villages goes: path from the output's root, without an ending.
    pub stem: String,
}

/// Makes the record at a place.
type Make<'a> = Arc<dyn Fn(usize) -> Row + Send + Sync + 'a>;

/// The records of a job in the order of their sheets.
#[derive(Clone)]
pub struct Rows<'a> {
    at: Range<usize>,
    counted: bool,
    first: Option<Arc<Row>>,
    make: Make<'a>,
}

impl<'a> Rows<'a> {
    /// So many records, each made by `make`. `counted`: the office has said of any how many copies it gets.
    pub fn new(count: usize, counted: bool, make: impl Fn(usize) -> Row + Send + Sync + 'a) -> Rows<'a> {
        let first = (count > 0).then(|| Arc::new(make(0)));
        Rows { at: 0..count, counted, first, make: Arc::new(make) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.at.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    /// Whether the office has said of any record how many copies it gets.
    pub fn is_counted(&self) -> bool {
        self.counted
    }

    /// The first record.
    pub fn first(&self) -> Option<&Row> {
        self.first.as_deref()
    }

    /// The record at a place.
    pub fn get(&self, index: usize) -> Option<Row> {
        self.at.clone().nth(index).map(|at| (self.make)(at))
    }

    /// All records, one after the other.
    pub fn iter(&self) -> impl Iterator<Item = Row> {
        self.at.clone().map(|at| (self.make)(at))
    }

    /// At most `count` records from a place on.
    pub fn chunk(&self, from: usize, count: usize) -> Vec<Row> {
        self.iter_from(from).take(count).collect()
    }

    /// This record alone.
    #[must_use]
    pub fn only(&self, index: usize) -> Rows<'a> {
        let (Some(at), Some(row)) = (self.at.clone().nth(index), self.get(index)) else { return Rows::default() };
        Rows { at: at..at + 1, counted: row.copies.is_some(), first: Some(Arc::new(row)), make: Arc::clone(&self.make) }
    }

    fn iter_from(&self, from: usize) -> impl Iterator<Item = Row> {
        self.at.clone().skip(from).map(|at| (self.make)(at))
    }
}

impl Default for Rows<'_> {
    fn default() -> Self {
        Rows::from(Vec::new())
    }
}

impl From<Vec<Row>> for Rows<'_> {
    /// Records that are there already.
    fn from(rows: Vec<Row>) -> Self {
        let counted = rows.iter().any(|row| row.copies.is_some());
        Rows::new(rows.len(), counted, move |at| rows[at].clone())
    }
}

impl fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rows({:?})", self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::tests::village;

    fn codes(rows: impl IntoIterator<Item = Row>) -> Vec<String> {
        rows.into_iter().map(|row| row.code[row.code.len() - 1..].to_owned()).collect()
    }

    #[test]
    fn records_come_in_order_whole_in_chunks_and_alone() {
        let rows = Rows::from((1..=5).map(|number| village(number, "Sutera")).collect::<Vec<_>>());
        assert_eq!((rows.len(), rows.is_empty(), rows.is_counted()), (5, false, false));
        assert_eq!(codes(rows.iter()), ["1", "2", "3", "4", "5"]);
        assert_eq!(codes(rows.chunk(3, 2)), ["4", "5"]);
        assert_eq!(codes(rows.chunk(4, 2)), ["5"]);
        assert_eq!(codes(rows.chunk(5, 2)), [""; 0]);
        assert_eq!((codes(rows.get(1)), codes(rows.get(5))), (vec!["2".to_owned()], vec![]));
        let only = rows.only(3);
        assert_eq!(
            (only.len(), codes(only.first().cloned()), codes(only.iter())),
            (1, vec!["4".to_owned()], vec!["4".to_owned()])
        );
        assert!(rows.only(5).is_empty() && Rows::default().first().is_none());
        let counted = Rows::from(vec![village(1, "A"), Row { copies: Some(2), ..village(2, "B") }]);
        assert_eq!((counted.is_counted(), counted.only(0).is_counted()), (true, false));
    }
}
