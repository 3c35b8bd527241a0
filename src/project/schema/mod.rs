//! What can be written in each kind of file: found by running the very functions that read it, explained in Indonesian.
//!
//! 1. [`KINDS`] names the kinds and the function that reads each.
//! 2. [`Kind::shape`] runs it without a file and gets every key it asks for, with type, words and whether it must be given.
//! 3. [`explanation`] and [`word_explanation`] say what a key or word means; tests demand one for each, and none too many.

mod explanations;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod validator;
mod words;

pub use explanations::explanation;
pub use words::word_explanation;

use super::silence::{self, Reach};
use super::{DataFiles, declaration, format, item_file, law, picture, piece, region, site, theme};
use crate::content::Id;
use crate::diagnostics::Diagnostics;
use crate::source::reader::MapReader;
use crate::source::reader::describe::{self, Shape};

/// A kind of file.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name: what is typed, and the name of its schema.
    pub name: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What it is for, in a sentence.
    pub about: &'static str,
    /// Where such files stand, as patterns from the project's root.
    pub files: &'static [&'static str],
    /// Whether the keys are front matter of a Markdown file.
    pub front_matter: bool,
    read: fn(MapReader<'_>, &Diagnostics),
}

impl Kind {
    /// The kind of this name.
    pub fn named(name: &str) -> Option<&'static Kind> {
        KINDS.iter().find(|kind| kind.name == name)
    }

    /// The keys that such a file may have.
    pub fn shape(&self) -> Shape {
        describe::describe(|mut reader, d| {
            if self.front_matter {
                item_file::is_removal(&mut reader);
                let _ = silence::entries(&mut reader, Reach::File, d);
            }
            (self.read)(reader, d);
        })
    }
}

/// Every kind, in the order in which an office meets them.
pub const KINDS: &[Kind] = &[
    Kind {
        name: "suluh",
        title: "Pengaturan proyek",
        about: "Nama situs, lembaga, alamat, tema, pemilihan yang berjalan, dan kantor pusat.",
        files: &["suluh.yaml"],
        front_matter: false,
        read: |reader, d| drop(site::site(reader, d)),
    },
    Kind {
        name: "daerah",
        title: "Daerah",
        about: "Satu provinsi atau kabupaten/kota: kantor, posko, logo, dan mitranya.",
        files: &["content/daerah/*/daerah.yaml"],
        front_matter: false,
        read: |mut reader, d| {
            let _ = silence::entries(&mut reader, Reach::Region, d);
            drop(region::region("00", reader, d));
        },
    },
    Kind {
        name: "halaman",
        title: "Halaman situs",
        about: "Satu halaman tulisan; nama berkasnya menjadi alamatnya.",
        files: &["content/halaman/*.md", "content/daerah/*/halaman/*.md"],
        front_matter: true,
        read: |reader, d| with_id(|id| drop(item_file::page(id, reader, d))),
    },
    Kind {
        name: "pelanggaran",
        title: "Bentuk pelanggaran",
        about: "Satu hal yang dilarang: bagi siapa, kapan, dasarnya, dan sanksinya.",
        files: &["content/pelanggaran/*.md", "content/daerah/*/pelanggaran/*.md"],
        front_matter: true,
        read: |reader, d| with_id(|id| drop(law::violation(id, reader, d))),
    },
    Kind {
        name: "sanksi",
        title: "Sanksi",
        about: "Satu akibat hukum: bagi siapa, siapa yang memutus, dan apakah sudah berlaku.",
        files: &["content/sanksi/*.md", "content/daerah/*/sanksi/*.md"],
        front_matter: true,
        read: |reader, d| with_id(|id| drop(law::sanction(id, reader, d))),
    },
    Kind {
        name: "regulasi",
        title: "Regulasi",
        about: "Satu peraturan atau putusan: statusnya, siapa yang mencabut atau mengubahnya, dan pasal yang dipakai.",
        files: &["content/regulasi/*.md", "content/daerah/*/regulasi/*.md"],
        front_matter: true,
        read: |reader, d| with_id(|id| drop(law::regulation(id, reader, d))),
    },
    Kind {
        name: "deklarasi",
        title: "Deklarasi",
        about: "Satu ikrar, pakta integritas, atau deklarasi dengan bunyinya.",
        files: &["content/deklarasi/*.md", "content/daerah/*/deklarasi/*.md"],
        front_matter: true,
        read: |reader, d| with_id(|id| drop(declaration::declaration(id, reader, d))),
    },
    Kind {
        name: "cetak",
        title: "Bahan cetak",
        about: "Satu brosur, spanduk, atau lembar: formatnya, dan isi yang mengisinya.",
        files: &["content/cetak/*.md", "content/daerah/*/cetak/*.md"],
        front_matter: true,
        read: |reader, d| with_id(|id| drop(piece::piece(id, reader, d))),
    },
    Kind {
        name: "pelaporan",
        title: "Pelaporan",
        about: "Batas waktu, saluran, siapa yang boleh melapor, langkah penanganan, dan formulir.",
        files: &["content/pelaporan.yaml", "content/daerah/*/pelaporan.yaml"],
        front_matter: false,
        read: |reader, d| DataFiles::default().take_lists("pelaporan", Some(reader), d),
    },
    Kind {
        name: "gambar",
        title: "Keterangan gambar",
        about: "Berkas di sebelah sebuah gambar, misalnya `gambar/peta.png.yaml` untuk `gambar/peta.png`.",
        files: &["content/daerah/*/gambar/*.yaml", "content/gambar/*.yaml"],
        front_matter: false,
        read: |reader, _| drop(picture::notes(reader)),
    },
    Kind {
        name: "glosarium",
        title: "Glosarium",
        about: "Istilah dan singkatan dengan artinya.",
        files: &["content/glosarium.yaml", "content/daerah/*/glosarium.yaml"],
        front_matter: false,
        read: |reader, d| DataFiles::default().take_lists("glosarium", Some(reader), d),
    },
    Kind {
        name: "statistik",
        title: "Statistik",
        about: "Angka, masing-masing dengan lembaga dan tanggal hitungnya.",
        files: &["content/statistik.yaml", "content/daerah/*/statistik.yaml"],
        front_matter: false,
        read: |reader, d| DataFiles::default().take_lists("statistik", Some(reader), d),
    },
    Kind {
        name: "sengketa",
        title: "Sengketa dan salah kutip",
        about: "Hal yang diperdebatkan para pihak, dan dasar hukum yang sering salah ditulis.",
        files: &["content/sengketa.yaml", "content/daerah/*/sengketa.yaml"],
        front_matter: false,
        read: |reader, d| DataFiles::default().take_lists("sengketa", Some(reader), d),
    },
    Kind {
        name: "percetakan",
        title: "Percetakan",
        about: "Bagaimana berkas dibuat untuk tiap jenis percetakan, toko yang mencetaknya, dan harganya.",
        files: &["content/percetakan.yaml", "content/daerah/*/percetakan.yaml"],
        front_matter: false,
        read: |reader, d| DataFiles::default().take_lists("percetakan", Some(reader), d),
    },
    Kind {
        name: "pencarian",
        title: "Pencarian",
        about: "Kata yang dipakai orang untuk hal yang sama, dan contoh pertanyaan di beranda.",
        files: &["content/pencarian.yaml", "content/daerah/*/pencarian.yaml"],
        front_matter: false,
        read: |reader, d| DataFiles::default().take_lists("pencarian", Some(reader), d),
    },
    Kind {
        name: "netral",
        title: "Netral",
        about: "Partai, calon, dan slogan satu pemilihan, supaya tidak satu pun muncul di bahan kantor. Diisi lagi untuk setiap pemilihan.",
        files: &["content/netral.yaml", "content/daerah/*/netral.yaml"],
        front_matter: false,
        read: |reader, d| DataFiles::default().take_lists("netral", Some(reader), d),
    },
    Kind {
        name: "tema",
        title: "Tema",
        about: "Warna, huruf, dan jarak, untuk situs dan cetak.",
        files: &["themes/*/theme.yaml"],
        front_matter: false,
        read: |reader, d| drop(theme::tokens(reader, d)),
    },
    Kind {
        name: "format",
        title: "Format cetak",
        about: "Ukuran satu jenis lembar; nama berkasnya ditulis di `format` bahan cetak.",
        files: &["themes/*/formats/*.yaml"],
        front_matter: false,
        read: |reader, d| with_id(|id| drop(format::format(id, reader, d))),
    },
];

/// Readers of content files take the file's id; what is described has none of its own.
fn with_id(read: impl FnOnce(Id)) {
    if let Some(id) = Id::new("contoh") {
        read(id);
    }
}
