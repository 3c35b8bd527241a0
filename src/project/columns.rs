//! The columns of the tables that offices fill in, by every name they are known under.
//!
//! Names are compared by their letters and digits alone: `No. HP`, `no hp` and `NO_HP` are one. The list is closed; `docs/tabel-desa.md` is
//! its twin, and a test compares them.

use std::sync::Arc;

use super::codes::BAD_COLUMN;
use crate::content::Id;
use crate::diagnostics::{Diagnostic, Diagnostics, Located, did_you_mean, quoted};
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
    /// The columns that tell the row of names from titles above it.
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
        Column { name: "jumlah", required: true, also: &["jumlahsurat", "jumlahlembar", "banyaknya", "jml"] },
    ],
    landmarks: &["jumlah"],
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

impl Columns {
    /// How much a row looks like the names of these columns.
    pub(super) fn likeness(&self, cells: &[Located<String>]) -> Likeness {
        let names: Vec<&str> = cells.iter().filter_map(|cell| self.named(cell)).collect();
        Likeness { whole: self.landmarks.iter().all(|name| names.contains(name)), known: names.len() }
    }

    /// The names, for hints.
    pub(super) fn listed(&self) -> String {
        self.known.iter().map(|column| format!("`{}`", column.name)).collect::<Vec<_>>().join(", ")
    }

    /// What each column of a table is. None, with the reasons in `d`, when one is missing, given twice or not known.
    pub(super) fn of(&self, table: &Table, d: &Diagnostics) -> Option<Vec<Meaning>> {
        let meanings: Vec<Option<Meaning>> = table.header.iter().map(|cell| self.meaning(cell)).collect();
        let mut fit = true;
        for column in self.known.iter().filter(|column| column.required) {
            if !meanings.contains(&Some(Meaning::Known(column.name))) {
                fit = false;
                let missing = Diagnostic::error(BAD_COLUMN, format!("kolom `{}` tidak ada", column.name));
                let missing = missing.hint(format!("baris nama kolom berisi: {}", self.listed()));
                d.push(table.header.first().map_or(missing.clone(), |cell| missing.at(&cell.place)));
            }
        }
        for (index, cell) in table.header.iter().enumerate() {
            let meaning = &meanings[index];
            let twice = matches!(meaning, Some(Meaning::Known(_)))
                .then(|| meanings[..index].iter().position(|other| other == meaning))
                .flatten();
            let problem = match (meaning, twice) {
                (Some(Meaning::Known(name)), Some(first)) => {
                    let problem = Diagnostic::error(BAD_COLUMN, format!("kolom `{name}` tertulis dua kali"));
                    problem
                        .related(&table.header[first].place, "pertama kali di sini")
                        .hint("hapus salah satunya, atau ganti namanya")
                }
                (Some(_), _) => continue,
                (None, _) => Diagnostic::error(BAD_COLUMN, format!("kolom {} tidak dikenal", quoted(cell))).hint(self.near(cell)),
            };
            fit = false;
            d.push(problem.at(&cell.place));
        }
        fit.then(|| meanings.into_iter().flatten().collect())
    }

    fn meaning(&self, cell: &Located<String>) -> Option<Meaning> {
        if let Some(name) = self.named(cell) {
            return Some(Meaning::Known(name));
        }
        if UNREAD.contains(&plain(cell).as_str()) {
            return Some(Meaning::Unread);
        }
        let id = self.pieces.then(|| Id::new(cell.value.trim())).flatten()?;
        let name = Located::new(id.to_string(), cell.place.clone());
        // A slip of the pen must not become a print piece that nobody has.
        let known = || self.known.iter().map(|column| column.name);
        crate::diagnostics::suggest(&name, known()).is_none().then(|| Meaning::Piece(Arc::new(name)))
    }

    fn named(&self, cell: &str) -> Option<&'static str> {
        let cell = plain(cell);
        let is = |column: &&Column| plain(column.name) == cell || column.also.contains(&cell.as_str());
        self.known.iter().find(is).map(|column| column.name)
    }

    fn near(&self, cell: &str) -> String {
        did_you_mean(cell, self.known.iter().map(|column| column.name), || match self.pieces {
            true => "hapus kolom ini; kolom tambahan hanya pengenal bahan cetak, misalnya `brosur-warga`".to_owned(),
            false => format!("hapus kolom ini; yang dibaca: {}", self.listed()),
        })
    }
}

/// A name by its letters and digits alone, in lower case.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
