//! A print piece: which format, for whom, and which content fills it.

use super::law::LegalBasis;
use super::village::VillageKind;
use super::{Id, Meta, Village};
use crate::diagnostics::Located;

/// One file of `content/cetak/`.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The file's id.
    pub id: Id,
    /// The common keys.
    pub meta: Meta,
    /// `format`: the id of a [`super::Format`].
    pub format: Located<Id>,
    /// `sasaran`: asn, desa, warga.
    pub audience: Vec<Located<String>>,
    /// `per_desa`: one sheet a village, merged and one by one.
    pub per_village: bool,
    /// `gabung`: which villages' sheets are put into one file for the shop.
    pub binding: Binding,
    /// `jenis_desa`: only for villages of these kinds; empty for all. What binds a village head does not bind the
    /// head of a kelurahan, so each has its own text.
    pub village_kinds: Vec<Located<VillageKind>>,
    /// `per_penerima`: a letter, one for each row of `penerima.csv`.
    pub per_recipient: bool,
    /// `isi`: the content whose wording fills a `naskah` sheet.
    pub fills_from: Option<Located<ContentRef>>,
    /// `dasar`: what the piece rests on, printed as its source line.
    pub basis: Vec<LegalBasis>,
    /// `bahasa_daerah`: a line in a regional language below the Indonesian headline.
    pub regional_line: Option<RegionalLine>,
    /// `gambar`: the object in the drop of banners, billboards and cards that carry no code there.
    pub drawing: Option<Located<Drawing>>,
    /// `poin`: the points below the headline of banners, posters and cards.
    pub points: Vec<Located<String>>,
    /// `keterangan`: the words that go with a card when it is sent on.
    pub caption: Option<Located<String>>,
    /// `qr`: the site address that the QR code leads to, from the edition's root.
    pub qr: Option<Located<String>>,
    /// `bahan`: what it is printed on, for the shop.
    pub material: Option<Located<String>>,
    /// `finishing`, for the shop.
    pub finishing: Option<Located<String>>,
    /// `jumlah`: how many copies: an order in an office's own file, a suggestion in one of a layer below.
    pub copies: Option<Located<i64>>,
}

impl Piece {
    /// Where the QR code leads when the piece does not say.
    pub const DEFAULT_QR: &'static str = "/lapor/";

    /// Whether there is a sheet of this piece for a village.
    pub fn is_for(&self, village: &Village) -> bool {
        let fits = |kind: &Located<VillageKind>| kind.value == village.kind;
        self.per_village && (self.village_kinds.is_empty() || self.village_kinds.iter().any(fits))
    }
}

/// Which villages' sheets are put into one file (`gabung`). Each village's own file is made in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Binding {
    /// All villages of the kabupaten or kota.
    #[default]
    Regency,
    /// One file a kecamatan.
    District,
    /// None: only one file a village.
    Village,
}

impl Binding {
    /// The words of the front matter.
    pub const CHOICES: [(&'static str, Binding); 3] =
        [("kabupaten", Binding::Regency), ("kecamatan", Binding::District), ("desa", Binding::Village)];

    /// The word of the front matter.
    pub fn key(self) -> &'static str {
        Binding::CHOICES.iter().find(|(_, binding)| *binding == self).map_or("", |(key, _)| key)
    }
}

/// An object that the theme draws. None of them is a sign of a party or a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// An envelope with money in it.
    Envelope,
    /// An official car.
    Car,
    /// A phone with a speech bubble.
    Phone,
    /// A rubber stamp.
    Stamp,
    /// A microphone.
    Microphone,
}

impl Drawing {
    /// The words of the front matter; also the names in the theme's `print/gambar.typ`.
    pub const CHOICES: [(&'static str, Drawing); 5] = [
        ("amplop", Drawing::Envelope),
        ("mobil", Drawing::Car),
        ("telepon", Drawing::Phone),
        ("stempel", Drawing::Stamp),
        ("mikrofon", Drawing::Microphone),
    ];

    /// The word of the front matter.
    pub fn key(self) -> &'static str {
        Drawing::CHOICES.iter().find(|(_, drawing)| *drawing == self).map_or("", |(key, _)| key)
    }
}

/// A line in a regional language. It stands below the Indonesian headline and is clearly smaller: in public space
/// Indonesian comes first, a regional language may follow.
/// Source: `facts/lembaga.yaml`, `bahasa-ruang-publik`.
#[derive(Clone, Debug)]
pub struct RegionalLine {
    /// `bahasa`: the language: Sunda, Lampung.
    pub language: Located<String>,
    /// `teks`: the line.
    pub text: Located<String>,
}

/// Languages by the first word of their Indonesian name, and what readers of screens know them by. Languages that are several (Lampung, Dayak)
/// are not among them: a wrong voice is worse than the Indonesian one.
/// Source: ISO 639-1 and 639-3.
const LANGUAGES: [(&str, &str); 17] = [
    ("aceh", "ace"),
    ("bali", "ban"),
    ("banjar", "bjn"),
    ("betawi", "bew"),
    ("bugis", "bug"),
    ("gayo", "gay"),
    ("gorontalo", "gor"),
    ("jawa", "jv"),
    ("madura", "mad"),
    ("makassar", "mak"),
    ("melayu", "ms"),
    ("minang", "min"),
    ("minangkabau", "min"),
    ("nias", "nia"),
    ("sasak", "sas"),
    ("sumbawa", "smw"),
    ("sunda", "su"),
];

impl RegionalLine {
    /// The code of its language (ISO 639), for readers of screens; none when the name is not known.
    pub fn language_code(&self) -> Option<&'static str> {
        let name = self.language.value.to_lowercase();
        let first = name.split_whitespace().find(|word| *word != "bahasa")?;
        LANGUAGES.iter().find(|(known, _)| *known == first).map(|(_, code)| *code)
    }
}

/// A reference such as `deklarasi:ikrar-netralitas-asn`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentRef {
    /// The kind, by its folder name.
    pub kind: super::Kind,
    /// The id within the kind.
    pub id: Id,
}

impl ContentRef {
    /// Reads `kind:id`.
    pub fn parse(text: &str) -> Option<ContentRef> {
        let (kind, id) = text.split_once(':')?;
        Some(ContentRef { kind: super::Kind::from_folder(kind.trim())?, id: Id::new(id.trim())? })
    }
}
