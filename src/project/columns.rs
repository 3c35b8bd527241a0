//! The columns of the tables that offices fill in, by every name they are known under.
//!
//! Names are compared by their letters and digits alone: `No. HP`, `no hp` and `NO_HP` are one. The list is closed; `docs/tabel-desa.md` is
//! its twin, and a test compares them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::codes::{BAD_COLUMN, OWN_COLUMN};
use crate::content::Id;
use crate::diagnostics::{Diagnostic, Diagnostics, FEW, Located, listed, quoted, suggest};
use crate::source::grid::Likeness;
use crate::source::table::Table;

/// A column of a table.
pub(super) struct Column {
    /// Its name in `desa.csv`, and in messages.
    pub(super) name: &'static str,
    /// The table is of no use without it.
    required: bool,
    /// Other names, as letters and digits in lower case.
    also: &'static [&'static str],
}

/// The columns of a kind of table.
pub(super) struct Columns {
    known: &'static [Column],
    /// The columns that tell the row of names from titles above it; none where no column must be there.
    landmarks: &'static [&'static str],
    /// Whether columns besides these hold the copies of print pieces.
    pieces: bool,
}

/// Columns that tables have for people, and that are not read.
const UNREAD: [&str; 16] = [
    "no",
    "nomor",
    "nourut",
    "nomorurut",
    "provinsi",
    "namaprovinsi",
    "kabupaten",
    "kota",
    "kabupatenkota",
    "kabkota",
    "namakabupaten",
    "namakabupatenkota",
    "kodekecamatan",
    "keterangan",
    "ket",
    "catatan",
];

/// `desa.csv` and `desa.xlsx`.
pub(super) static VILLAGES: Columns = Columns {
    known: &[
        Column {
            name: "kode",
            required: true,
            also: &[
                "kodedesa",
                "kodekelurahan",
                "kodedesakelurahan",
                "kodekelurahandesa",
                "kodewilayah",
                "kodekemendagri",
                "kodedesakel",
            ],
        },
        Column {
            name: "nama",
            required: true,
            also: &[
                "namadesa",
                "namakelurahan",
                "namadesakelurahan",
                "namakelurahandesa",
                "namadesakel",
                "desa",
                "kelurahan",
                "desakelurahan",
                "kelurahandesa",
                "namapekon",
                "pekon",
                "namanagari",
                "nagari",
                "namagampong",
                "gampong",
                "namakampung",
                "kampung",
            ],
        },
        Column { name: "kecamatan", required: true, also: &["namakecamatan", "kec", "distrik", "namadistrik"] },
        Column { name: "jenis", required: false, also: &["jenisdesa", "jeniswilayah", "desaataukelurahan", "statusdesa"] },
        Column {
            name: "pengawas",
            required: false,
            also: &[
                "namapengawas",
                "pengawasdesa",
                "namapengawasdesa",
                "pengawaskelurahan",
                "pengawasdesakelurahan",
                "pengawaskelurahandesa",
                "namapengawasdesakelurahan",
                "namapengawaskelurahandesa",
                "pkd",
                "namapkd",
                "panwasludesa",
                "panwaslukelurahandesa",
            ],
        },
        Column {
            name: "telepon",
            required: false,
            also: &[
                "telp",
                "tlp",
                "notelepon",
                "notelp",
                "notlp",
                "nomortelepon",
                "hp",
                "nohp",
                "nomorhp",
                "handphone",
                "nohandphone",
                "nomorhandphone",
                "nohptelepon",
                "nowa",
                "nomorwa",
                "nohpwa",
                "whatsapp",
                "nowhatsapp",
                "nomorwhatsapp",
            ],
        },
        Column {
            name: "mulai",
            required: false,
            also: &["tanggalmulai", "tglmulai", "mulaitugas", "mulaimasatugas", "mulaimasakerja", "awalmasakerja", "tmt"],
        },
        Column {
            name: "selesai",
            required: false,
            also: &["tanggalselesai", "tglselesai", "selesaitugas", "akhirtugas", "akhirmasatugas", "akhirmasakerja", "berakhir"],
        },
        Column { name: "izin_web", required: false, also: &["izinsitus", "izinwebsite", "izintampildisitus", "izintampildiweb"] },
        Column { name: "izin_cetak", required: false, also: &["izincetakan", "izintampildicetakan", "izindicetak"] },
    ],
    landmarks: &["kode", "nama"],
    pieces: true,
};

/// `penerima.csv`.
pub(super) static RECIPIENTS: Columns = Columns {
    known: &[
        Column { name: "nama", required: false, also: &["namapenerima", "penerima", "namalengkap"] },
        Column { name: "jabatan", required: false, also: &["jabatanpenerima"] },
        Column { name: "instansi", required: false, also: &["lembaga", "kantor", "unitkerja", "namainstansi"] },
        Column { name: "alamat", required: false, also: &["alamatinstansi", "alamatpenerima"] },
        Column { name: "kecamatan", required: false, also: &["namakecamatan", "kec", "distrik"] },
        Column { name: "jumlah", required: false, also: &["jumlahsurat", "jumlahlembar", "banyaknya", "jml"] },
    ],
    landmarks: &[],
    pieces: false,
};

/// `penandatangan.csv`.
pub(super) static SIGNATORIES: Columns = Columns {
    known: &[
        Column { name: "nama", required: true, also: &["namapenandatangan", "penandatangan", "namalengkap"] },
        Column { name: "jabatan", required: true, also: &["jabatanpenandatangan"] },
        Column { name: "instansi", required: false, also: &["lembaga", "kantor", "unitkerja", "namainstansi"] },
    ],
    landmarks: &["nama", "jabatan"],
    pieces: false,
};

/// What a column of a table is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// One of the known columns, by its name.
    Known(&'static str),
    /// Copies of a print piece.
    Piece(Arc<Located<String>>),
    /// For people alone.
    Unread,
}

impl Meaning {
    /// The column's one name, if it is read.
    fn column(&self) -> Option<&str> {
        match self {
            Meaning::Known(name) => Some(name),
            Meaning::Piece(piece) => Some(&piece.value),
            Meaning::Unread => None,
        }
    }
}

impl Columns {
    /// How much a row looks like the names of these columns.
    pub(super) fn likeness(&self, cells: &[Located<String>]) -> Likeness {
        let names: Vec<&str> = cells.iter().filter_map(|cell| self.named(cell)).collect();
        Likeness {
            whole: !self.landmarks.is_empty() && self.landmarks.iter().all(|name| names.contains(name)),
            known: names.len(),
        }
    }

    /// The names, for hints.
    pub(super) fn listed(&self) -> String {
        self.known.iter().map(|column| format!("`{}`", column.name)).collect::<Vec<_>>().join(", ")
    }

    /// What each column of a table is; `pieces` are the ids of all print pieces, none when not all can be known. None, with the reasons
    /// in `d`, when one is missing, given twice or miswritten. A column that is none of these is the office's own: a note says that it is
    /// not read.
    pub(super) fn of(&self, table: &Table, pieces: Option<&BTreeSet<Id>>, d: &Diagnostics) -> Option<Vec<Meaning>> {
        let meanings: Vec<Option<Meaning>> = table.header.iter().map(|cell| self.meaning(cell, pieces)).collect();
        let mut fit = self.check_required(table, &meanings, d);
        let mut own = Vec::new();
        for (index, cell) in table.header.iter().enumerate() {
            let Some(meaning) = &meanings[index] else {
                match self.near(cell, pieces) {
                    Some((near, is_piece)) => {
                        // Without the copies of a piece the rest of the table reads the same.
                        fit &= is_piece;
                        let problem = Diagnostic::error(BAD_COLUMN, format!("kolom {} tidak dikenal", quoted(cell)));
                        d.push(problem.at(&cell.place).hint(format!("maksud Anda `{near}`?")));
                    }
                    None => own.push(cell),
                }
                continue;
            };
            let same = |other: &Option<Meaning>| other.as_ref().is_some_and(|other| other.column() == meaning.column());
            let first = meaning.column().and_then(|name| Some((name, meanings[..index].iter().position(same)?)));
            if let Some((name, first)) = first {
                fit = false;
                let problem = Diagnostic::error(BAD_COLUMN, format!("kolom `{name}` tertulis dua kali")).at(&cell.place);
                let problem = problem.related(&table.header[first].place, "pertama kali di sini");
                d.push(problem.hint("hapus salah satunya, atau ganti namanya"));
            }
        }
        if pieces.is_some() {
            tell_own(&own, d);
        }
        fit.then(|| meanings.into_iter().map(|meaning| meaning.unwrap_or(Meaning::Unread)).collect())
    }

    /// Whether every column is there that the table is of no use without.
    fn check_required(&self, table: &Table, meanings: &[Option<Meaning>], d: &Diagnostics) -> bool {
        let lacks = |column: &&Column| column.required && !meanings.contains(&Some(Meaning::Known(column.name)));
        let mut whole = true;
        for column in self.known.iter().filter(lacks) {
            whole = false;
            let missing = Diagnostic::error(BAD_COLUMN, format!("kolom `{}` tidak ada", column.name));
            let missing = missing.hint(format!("baris nama kolom berisi: {}", self.listed()));
            d.push(table.header.first().map_or(missing.clone(), |cell| missing.at(&cell.place)));
        }
        whole
    }

    fn meaning(&self, cell: &Located<String>, pieces: Option<&BTreeSet<Id>>) -> Option<Meaning> {
        if let Some(name) = self.named(cell) {
            return Some(Meaning::Known(name));
        }
        let name = plain(cell);
        if UNREAD.contains(&name.as_str()) {
            return Some(Meaning::Unread);
        }
        let mut pieces = pieces.filter(|_| self.pieces).into_iter().flatten();
        let piece = pieces.find(|piece| plain(piece.as_str()) == name)?;
        Some(Meaning::Piece(Arc::new(Located::new(piece.to_string(), cell.place.clone()))))
    }

    fn named(&self, cell: &str) -> Option<&'static str> {
        let cell = plain(cell);
        let is = |column: &&Column| plain(column.name) == cell || column.also.contains(&cell.as_str());
        self.known.iter().find(is).map(|column| column.name)
    }

    /// The column or print piece that a name nobody knows may be a slip of the pen for, and whether it is a piece.
    fn near<'a>(&'a self, cell: &str, pieces: Option<&'a BTreeSet<Id>>) -> Option<(&'a str, bool)> {
        if let Some(name) = suggest(cell, self.known.iter().map(|column| column.name)) {
            return Some((name, false));
        }
        // The other names are many and short: only one wrong letter in a longer one is a slip.
        let name = plain(cell);
        let slip = |other: &&str| other.len() >= SHORTEST_SLIP && one_slip(&name, other);
        if let Some(column) = self.known.iter().find(|column| column.also.iter().any(slip)) {
            return Some((column.name, false));
        }
        let pieces = pieces.filter(|_| self.pieces).into_iter().flatten().map(Id::as_str);
        // `selebaran warga desa`: the copies of a piece under its name and more. Left to the office as its own, the order would lack them.
        let holds = |piece: &&str| piece.len() >= SHORTEST_SLIP && name.contains(&plain(piece));
        let within = pieces.clone().filter(holds).max_by_key(|piece| piece.len());
        suggest(cell, pieces).or(within).map(|piece| (piece, true))
    }
}

/// Letters of another name of a column from which on a name close to it is taken for a slip of the pen.
const SHORTEST_SLIP: usize = 6;

/// Whether two names differ in one letter, or in the order of two.
fn one_slip(name: &str, other: &str) -> bool {
    // The distance of long texts takes long.
    name.len() <= other.len() + 4 && strsim::damerau_levenshtein(name, other) == 1
}

/// Tells once for a table which columns are only the office's own.
fn tell_own(own: &[&Located<String>], d: &Diagnostics) {
    let Some(first) = own.first() else { return };
    let names = listed(own.iter().map(|cell| quoted(cell)), FEW);
    d.push(Diagnostic::note(OWN_COLUMN, format!("kolom {names} tidak dibaca")).at(&first.place));
}

/// A name by its letters and digits alone, in lower case.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
