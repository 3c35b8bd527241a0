//! The names of the files that go to a shop: they say the job, so that nobody there has to open a file or ask.
//!
//! ```text
//! JENIS _ UKURAN [_ NNNlbr] [_ Finishing] _ topik [_ bagian] [_SKALA-1-10] [_CONTOH]
//! SPANDUK_300x100cm_24lbr_MataAyam_netralitas.pdf
//! BROSUR-LIPAT-TIGA_A4_50lbr_LipatTiga_warga_Desa-Sutera-61.11.01.2001.pdf
//! ```
//!
//! * `JENIS`: the format's id without its measures, in capitals.
//! * `UKURAN`: the trimmed sheet, as `A4`, `300x100cm` or, where centimetres are not whole, `105x148mm`.
//! * `NNNlbr`: copies; left out while nobody has said how many. `NNNrkp` of what may have several sheets, `NNNposter` of what is put together.
//! * `Finishing`: words run together.
//! * `topik`: the piece's id without the words of the kind before it; where two pieces would be called alike, the whole id.
//! * `bagian`: what part of a piece with one sheet a village: `Semua-Desa` (in a city `Semua-Kelurahan`), `40-Desa` where not all get one,
//!   `Kec-Sukadana`, `Desa-Sutera-61.11.01.2001`; of a letter to one recipient `003-Camat-Sukadana`.
//!
//! ASCII letters, digits, `-`, `_` and `.` only, so that the name stays the same on Windows, on a phone and in a zip. A name follows from the
//! content alone: it changes when the job does, and then it should. Files of the website keep the short name of the piece, because addresses
//! are permanent.

use std::collections::BTreeMap;

use super::geometry::Sheet;
use crate::content::format::Family;
use crate::content::{Format, Id, Piece, Recipient};
use crate::edition::Edition;
use crate::plan::{EditionPlan, Plan};

/// The longest part of a name that comes from content, in bytes: all parts together stay below what file systems take.
const LONGEST_PART: usize = 20;
/// The same for the name of a kecamatan, which alone tells its file from the others.
const LONGEST_DISTRICT: usize = 40;
/// Paper by name, width and height in mm.
const PAPERS: [(&str, f64, f64); 8] = [
    ("A1", 594.0, 841.0),
    ("A2", 420.0, 594.0),
    ("A3", 297.0, 420.0),
    ("A3plus", 320.0, 480.0),
    ("A4", 210.0, 297.0),
    ("A5", 148.0, 210.0),
    ("A6", 105.0, 148.0),
    ("F4", 215.0, 330.0),
];

/// The name of one piece's files, in the parts that files of it have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    head: String,
    copies: Option<u64>,
    /// What copies are counted in.
    unit: &'static str,
    finishing: String,
    topic: String,
    tail: String,
}

/// What the names of copies for the office's printer say last; the same words as in the paths that printing knows them by.
const OFFICE: &str = "printer-kantor";

impl Name {
    /// Where a press file goes in the shop's folder: in the same folder as `plain`, the path that printing knows it by, whose file name is the
    /// piece's id and, behind a dash, the part of the piece that it holds.
    pub fn press_path(&self, edition: &Edition, piece: &Piece, plain: &str) -> String {
        let (folder, file) = plain.rsplit_once('/').unwrap_or(("", plain));
        let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
        let Some(part) = stem.strip_prefix(piece.id.as_str()).map(|part| part.trim_start_matches('-')) else {
            return plain.to_owned();
        };
        let (part, office) = match part.strip_suffix(OFFICE) {
            Some(rest) => (rest.trim_end_matches('-'), OFFICE),
            None => (part, ""),
        };
        let (copies, part) = match (part, office) {
            // The office prints of its own copies whatever it needs: they hold all villages.
            ("", OFFICE) if piece.per_village => (None, all_villages(edition, piece, edition.sheet_villages(piece).len())),
            _ => self.part(edition, piece, part),
        };
        format!("{folder}/{}.{ending}", self.with(copies, &[&part, office]))
    }

    /// The folder in an order that holds a file for each of these: `Tiap-Kecamatan`, `Tiap-Pekon`.
    pub(crate) fn folder(&self, of: &str) -> String {
        self.with(self.copies, &[&format!("Tiap-{}", apart(of, LONGEST_PART))])
    }

    /// The copies of a part of the piece, and what it is called.
    fn part(&self, edition: &Edition, piece: &Piece, part: &str) -> (Option<u64>, String) {
        if let Some(village) = edition.village(part) {
            let place = apart(&edition.village_title(village), LONGEST_PART);
            return (edition.village_copies(piece, village), format!("{place}-{}", village.code.value));
        }
        if let Some(recipient) = recipient(edition, piece, part) {
            return (Some(recipient.copies.into()), format!("{part}-{}", apart(recipient.called(), LONGEST_PART)));
        }
        match part {
            "" if piece.per_village => (self.copies, all_villages(edition, piece, edition.bound_villages(piece).len())),
            part if is_district(part) => district(edition, piece, part),
            part => (self.copies, part.to_owned()),
        }
    }

    fn with(&self, copies: Option<u64>, part: &[&str]) -> String {
        let copies = copies.map(|copies| format!("{copies}{}", self.unit)).unwrap_or_default();
        let parts = [self.head.as_str(), &copies, &self.finishing, &self.topic].into_iter();
        let given: Vec<&str> =
            parts.chain(part.iter().copied()).chain([self.tail.as_str()]).filter(|part| !part.is_empty()).collect();
        given.join("_")
    }
}

/// The recipient of the letter with this number in the list: `003`.
fn recipient<'e>(edition: &'e Edition, piece: &Piece, part: &str) -> Option<&'e Recipient> {
    let number: usize = part.parse().ok().filter(|_| piece.per_recipient)?;
    edition.recipients.get(number.checked_sub(1)?)
}

/// `Semua-Gampong`, and `304-Gampong` where some get no copies and are not in the file, which holds `bound`.
fn all_villages(edition: &Edition, piece: &Piece, bound: usize) -> String {
    let all = edition.sheet_villages(piece);
    let count = if bound < all.len() { bound.to_string() } else { "Semua".to_owned() };
    format!("{count}-{}", apart(edition.word_of(all), LONGEST_PART))
}

/// The copies and the name of the kecamatan whose code a part begins with.
fn district(edition: &Edition, piece: &Piece, part: &str) -> (Option<u64>, String) {
    let here = || {
        let villages = edition.sheet_villages(piece).into_iter();
        villages.filter(|village| village.code.value.get(..DISTRICT_CODE) == part.get(..DISTRICT_CODE))
    };
    let known: Vec<u64> = here().filter_map(|village| edition.village_copies(piece, village)).collect();
    let name = here().next().map_or(part, |village| village.district.value.as_str());
    ((!known.is_empty()).then(|| known.iter().sum()), format!("Kec-{}", apart(name, LONGEST_DISTRICT)))
}

/// The length of a kecamatan's code: `61.11.01`.
const DISTRICT_CODE: usize = 8;

/// Whether a part of a piece is a kecamatan: its code, then its name.
fn is_district(part: &str) -> bool {
    let code = part.get(..DISTRICT_CODE).unwrap_or_default();
    let digits = code.split('.').all(|group| group.len() == 2 && group.bytes().all(|byte| byte.is_ascii_digit()));
    digits && part[DISTRICT_CODE..].starts_with('-')
}

/// The names of all pieces of an edition that go to a shop, no two of them alike on any file system.
pub fn names(plan: &Plan, of: &EditionPlan) -> BTreeMap<Id, Name> {
    let edition = of.edition.as_ref();
    let pieces = of.sheets.iter().filter_map(|sheet| {
        let piece = edition.pieces.get(&sheet.piece)?.data.as_ref();
        Some((piece, plan.theme.formats.get(&sheet.format)?))
    });
    let short: Vec<(&Piece, &Format, Name)> =
        pieces.map(|(piece, format)| (piece, format, name(edition, piece, format, false))).collect();
    let alike = |name: &Name| short.iter().filter(|(_, _, other)| key(other) == key(name)).count() > 1;
    let named = short.iter().map(|(piece, format, name)| {
        let name = if alike(name) { self::name(edition, piece, format, true) } else { name.clone() };
        (piece.id.clone(), name)
    });
    named.collect()
}

/// What tells two names apart when copies and finishing happen to be the same.
fn key(name: &Name) -> (String, String) {
    (name.head.to_lowercase(), name.topic.to_lowercase())
}

fn name(edition: &Edition, piece: &Piece, format: &Format, whole_id: bool) -> Name {
    let shaped = edition.profile(piece, format).map(|profile| profile.shape(format));
    let scale = Sheet::of(shaped.as_ref().unwrap_or(format), None).scale;
    let tail = [(scale > 1.0, "SKALA-1-10"), (edition.specimen, "CONTOH")];
    let tail: Vec<&str> = tail.into_iter().filter_map(|(applies, word)| applies.then_some(word)).collect();
    let kind = kind(format);
    let id = piece.id.as_str();
    Name {
        head: format!("{}_{}", kind.to_uppercase(), size(format.width, format.height)),
        copies: edition.copies(piece),
        unit: unit(format),
        finishing: piece.finishing.as_ref().map(|text| run_together(text)).unwrap_or_default(),
        topic: if whole_id { id.to_owned() } else { topic(id, &kind).to_owned() },
        tail: tail.join("_"),
    }
}

/// What copies of a format are counted in: a document of four pages is `rangkap`, a poster of two sheets one poster.
fn unit(format: &Format) -> &'static str {
    match (format.tiles.is_some(), format.family) {
        (true, _) => "poster",
        // A banner that many sign is no document.
        (false, Family::Naskah) if format.width.min(format.height) < 1000.0 => "rkp",
        (false, _) => "lbr",
    }
}

/// The words of a format's id before its measures: `spanduk` of `spanduk-300x100`.
fn kind(format: &Format) -> String {
    let measures = |word: &&str| {
        let papers = PAPERS.iter().any(|(paper, _, _)| paper.eq_ignore_ascii_case(word));
        !papers && !word.starts_with(|first: char| first.is_ascii_digit())
    };
    let words: Vec<&str> = format.id.as_str().split('-').take_while(measures).collect();
    let kind = if words.is_empty() { format.family.key().to_owned() } else { words.join("-") };
    cut(&kind, LONGEST_PART).to_owned()
}

/// What a piece's id says beyond the kind: `netralitas` of `spanduk-netralitas`, `warga` of `brosur-warga`.
fn topic<'i>(id: &'i str, kind: &str) -> &'i str {
    let mut rest = id;
    for word in kind.split('-') {
        match rest.strip_prefix(word).and_then(|rest| rest.strip_prefix('-')) {
            Some(shorter) => rest = shorter,
            None => break,
        }
    }
    rest
}

/// The trimmed sheet: by the name of its paper, else in centimetres, else in millimetres.
pub(crate) fn size(width: f64, height: f64) -> String {
    let near = |a: f64, b: f64| (a - b).abs() < 0.5;
    let paper = PAPERS
        .iter()
        .find(|(_, short, long)| near(width, *short) && near(height, *long) || near(width, *long) && near(height, *short));
    match paper {
        Some((name, _, _)) => (*name).to_owned(),
        None if width % 10.0 == 0.0 && height % 10.0 == 0.0 => format!("{}x{}cm", width / 10.0, height / 10.0),
        None => format!("{}x{}mm", width.round(), height.round()),
    }
}

/// The smallest paper that a sheet fits on, whichever way it lies.
pub(crate) fn paper_for(width: f64, height: f64) -> Option<&'static str> {
    let fits = |(_, short, long): &(&str, f64, f64)| width.min(height) <= *short && width.max(height) <= *long;
    let area = |(_, short, long): &(&str, f64, f64)| short * long;
    let fitting = PAPERS.iter().filter(|paper| fits(paper));
    fitting.min_by(|a, b| area(a).total_cmp(&area(b))).map(|(name, _, _)| *name)
}

/// `MataAyam` of `Mata ayam`.
fn run_together(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let joined: String = words.map(|word| format!("{}{}", word[..1].to_uppercase(), &word[1..])).collect();
    cut(&joined, LONGEST_PART).to_owned()
}

/// A name from content as a part of a file's name: `Teluk-Batang` of `Teluk Batang`.
fn apart(text: &str, longest: usize) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    cut(&words.collect::<Vec<_>>().join("-"), longest).to_owned()
}

/// Pure ASCII, so that any byte is a place to cut.
fn cut(text: &str, longest: usize) -> &str {
    text[..text.len().min(longest)].trim_end_matches('-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::EditionCode;
    use crate::project::sample::{PROVINCE, project};

    #[test]
    fn a_size_is_said_as_a_shop_says_it() {
        for (width, height, expected) in [
            (210.0, 297.0, "A4"),
            (297.0, 210.0, "A4"),
            (215.0, 330.0, "F4"),
            (3000.0, 1000.0, "300x100cm"),
            (6000.0, 1000.0, "600x100cm"),
            (100.0, 50.0, "10x5cm"),
            (99.0, 210.0, "99x210mm"),
            (320.0, 480.0, "A3plus"),
        ] {
            assert_eq!(size(width, height), expected);
        }
    }

    #[test]
    fn the_smallest_paper_is_found_whichever_way_it_lies() {
        for (sheet, expected) in
            [((310.0, 202.0), Some("F4")), ((202.0, 310.0), Some("F4")), ((210.0, 297.0), Some("A4")), ((900.0, 50.0), None)]
        {
            assert_eq!(paper_for(sheet.0, sheet.1), expected, "{sheet:?}");
        }
    }

    /// The office's own word: a city has kelurahan, a regency in Lampung pekon.
    #[test]
    fn files_of_all_villages_say_what_those_are_called_here() {
        let name = Name {
            head: "BROSUR_A4".to_owned(),
            copies: None,
            unit: "lbr",
            finishing: String::new(),
            topic: "tes".to_owned(),
            tail: String::new(),
        };
        let piece = "---\njudul: T\nringkas: R\nformat: brosur\nper_desa: true\n---\nisi\n";
        for (kind, word, expected) in
            [("desa", "", "Desa"), ("desa", "sebutan_desa: Pekon\n", "Pekon"), ("kelurahan", "", "Kelurahan")]
        {
            let region = format!("kode: \"61.11\"\nnama: Kayong Utara\n{word}");
            let villages = format!("kode,nama,kecamatan,jenis\n61.11.01.2001,Sutera,Sukadana,{kind}\n");
            let files = [
                PROVINCE,
                ("content/daerah/61.11-ku/daerah.yaml", region.as_str()),
                ("content/daerah/61.11-ku/desa.csv", &villages),
                ("content/cetak/tes.md", piece),
            ];
            let (project, d) = project(&files);
            let edition = project
                .and_then(|project| project.edition(&EditionCode::parse("61.11").unwrap(), "2026-11-22".parse().unwrap(), &d));
            let edition = edition.unwrap();
            let path = name.press_path(&edition, &edition.pieces["tes"].data, "cetak/61.11/tes/tes.pdf");
            assert_eq!(path, format!("cetak/61.11/tes/BROSUR_A4_tes_Semua-{expected}.pdf"));
            assert_eq!(name.folder(edition.villages_word()), format!("BROSUR_A4_tes_Tiap-{expected}"));
        }
        assert_eq!(name.folder("Kecamatan"), "BROSUR_A4_tes_Tiap-Kecamatan");
    }

    /// What the shop gets is what was ordered; the office's own copies hold all. A piece for kelurahan says so, also in a kabupaten.
    #[test]
    fn files_say_how_many_villages_are_in_them() {
        let piece = |more: &str| format!("---\njudul: T\nringkas: R\nformat: brosur\nper_desa: true\n{more}---\nisi\n");
        let (rural, urban) = (piece("jenis_desa: [desa]\n"), piece("jenis_desa: [kelurahan]\n"));
        let table = "kode,nama,kecamatan,jenis,rural,urban\n61.11.01.1001,Kota,Sukadana,kelurahan,,5\n\
            61.11.01.2001,Sutera,Sukadana,desa,70,\n61.11.01.2002,Pampang,Sukadana,desa,,\n";
        let files = [
            PROVINCE,
            ("content/daerah/61.11-ku/daerah.yaml", "kode: \"61.11\"\nnama: Kayong Utara\n"),
            ("content/daerah/61.11-ku/desa.csv", table),
            ("content/cetak/rural.md", &rural),
            ("content/cetak/urban.md", &urban),
        ];
        let (project, d) = project(&files);
        let edition =
            project.and_then(|project| project.edition(&EditionCode::parse("61.11").unwrap(), "2026-11-22".parse().unwrap(), &d));
        let edition = edition.unwrap();
        let path = |id: &str, file: &str| {
            let piece = &edition.pieces[id].data;
            let name = Name {
                head: "BROSUR_A4".to_owned(),
                copies: edition.copies(piece),
                unit: "lbr",
                finishing: String::new(),
                topic: id.to_owned(),
                tail: String::new(),
            };
            name.press_path(&edition, piece, file)
        };
        assert_eq!(path("rural", "cetak/rural.pdf"), "cetak/BROSUR_A4_70lbr_rural_1-Desa.pdf");
        assert_eq!(path("rural", "cetak/rural-printer-kantor.pdf"), "cetak/BROSUR_A4_rural_Semua-Desa_printer-kantor.pdf");
        assert_eq!(path("urban", "cetak/urban.pdf"), "cetak/BROSUR_A4_5lbr_urban_Semua-Kelurahan.pdf");
    }

    #[test]
    fn a_kecamatan_is_told_from_other_parts() {
        for (part, expected) in [
            ("61.11.01-sukadana", true),
            ("61.11.01.2001", false),
            ("61.11.01", false),
            ("printer-kantor", false),
            ("", false),
            ("6é.11.01-x", false),
        ] {
            assert_eq!(is_district(part), expected, "{part}");
        }
    }

    #[test]
    fn a_topic_does_not_say_the_kind_again() {
        for (id, kind, expected) in [
            ("spanduk-netralitas", "spanduk", "netralitas"),
            ("brosur-warga", "brosur-lipat-tiga", "warga"),
            ("brosur-lipat-tiga-asn", "brosur-lipat-tiga", "asn"),
            ("netralitas", "spanduk", "netralitas"),
            ("spanduk", "spanduk", "spanduk"),
            ("x-banner-lapor", "x-banner", "lapor"),
        ] {
            assert_eq!(topic(id, kind), expected, "{id}");
        }
    }

    #[test]
    fn words_from_content_are_safe_everywhere() {
        for (text, together, apart) in [
            ("Mata ayam", "MataAyam", "Mata-ayam"),
            ("Selongsong atas-bawah", "SelongsongAtasBawah", "Selongsong-atas-bawah"),
            ("Ma'u / \"Bo\" (lama)..", "MaUBoLama", "Ma-u-Bo-lama"),
            ("é\u{202e}../..", "", ""),
        ] {
            assert_eq!(run_together(text), together, "{text}");
            assert_eq!(super::apart(text, LONGEST_DISTRICT), apart, "{text}");
        }
        assert!(super::apart(&"Panjang ".repeat(30), LONGEST_PART).len() <= LONGEST_PART);
    }
}
