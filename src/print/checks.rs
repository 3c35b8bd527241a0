//! What is looked at on every sheet, as a list: so that who prints it can see what was checked, and by what limit.

use super::codes;
use super::geometry::{FOLD_CLEARANCE, LONGEST_SIDE, Sheet};
use super::job::Job;
use super::preflight::{MOST_SOLID, SCAN_REACH};
use super::tokens::MAX_INK;
use crate::content::contrast::MIN_CONTRAST;
use crate::content::format::Finishing;

/// A rule that sheets are held to.
pub struct Check {
    /// Its code, where a sheet breaks it.
    pub code: &'static str,
    /// What is looked at.
    pub what: &'static str,
    /// The limit for a job; none where there is nothing to look at.
    pub limit: fn(&Job<'_>) -> Option<Limit>,
}

/// What a sheet must keep to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// The same for every sheet.
    Always(&'static str),
    /// Not less than this, with its unit.
    AtLeast(f64, &'static str),
    /// Not more than this, with its unit.
    AtMost(f64, &'static str),
}

use Limit::{Always, AtLeast, AtMost};

/// The limit, where the job has what it limits.
fn when(applies: bool, limit: Limit) -> Option<Limit> {
    applies.then_some(limit)
}

fn finished(job: &Job<'_>, has: impl Fn(&Finishing) -> bool) -> bool {
    job.finishing.as_ref().is_some_and(has)
}

fn sheet(job: &Job<'_>) -> Sheet {
    Sheet::of(&job.format, job.finishing.as_ref())
}

const CLEAR: Limit = Always("tidak ada tulisan dan kode di situ");

/// Every rule about sheets, in the order of their codes.
pub const CHECKS: &[Check] = &[
    Check { code: codes::OVERSET, what: "Tulisan muat di kotaknya", limit: |_| Some(Always("tidak ada yang melewati kotak")) },
    Check {
        code: codes::WIDE_WORD,
        what: "Setiap kata muat selebar kotaknya",
        limit: |_| Some(Always("tidak ada yang terpotong")),
    },
    Check {
        code: codes::MISSING_GLYPH,
        what: "Setiap huruf ada di huruf tema",
        limit: |_| Some(Always("tidak ada yang hilang")),
    },
    Check { code: codes::SMALL_TEXT, what: "Ukuran huruf", limit: |job| Some(AtLeast(job.format.min_text_size, "pt")) },
    Check {
        code: codes::ON_FOLD,
        what: "Lipatan",
        limit: |job| when(job.format.sides.iter().any(|side| side.panels.len() > 1), AtLeast(FOLD_CLEARANCE, "mm dari lipatan")),
    },
    Check {
        code: codes::UNSAFE_ZONE,
        what: "Bidang aman di tepi",
        limit: |job| when(job.format.safe > 0.0, AtLeast(job.format.safe, "mm dari tepi")),
    },
    Check {
        code: codes::LOW_LETTERS,
        what: "Tinggi huruf kapital judul menurut jarak baca",
        limit: |job| job.format.cap_height_per_metre.map(|height| AtLeast(height, "mm tiap meter jarak")),
    },
    Check {
        code: codes::SMALL_QR,
        what: "Ukuran kode QR dan kotak terkecilnya",
        limit: |job| job.format.qr.map(|qr| AtLeast(qr.min_module, "mm kotak terkecil")),
    },
    Check {
        code: codes::QR_UNREADABLE,
        what: "Kode QR dibaca kembali dari gambar jadinya",
        limit: |job| when(job.format.qr.is_some(), Always("alamatnya harus sama")),
    },
    Check {
        code: codes::NOT_CMYK,
        what: "Warna untuk mesin cetak",
        limit: |job| when(!job.format.is_screen(), Always("CMYK saja, hitam dengan tinta K")),
    },
    Check {
        code: codes::SLOT_OVERSET,
        what: "Isian tiap desa muat di tempatnya",
        limit: |job| when(job.is_per_village(), Always("tidak ada yang melewati tempatnya")),
    },
    Check { code: codes::TOO_LONG, what: "Panjang lembar", limit: |job| Some(AtMost(LONGEST_SIDE * sheet(job).scale, "mm")) },
    Check {
        code: codes::IN_HEM,
        what: "Lipatan jahit di tepi",
        limit: |job| when(finished(job, |finishing| finishing.hem > 0.0), CLEAR),
    },
    Check {
        code: codes::IN_SLEEVE,
        what: "Selongsong tongkat",
        limit: |job| when(finished(job, |finishing| finishing.sleeve.is_some()), CLEAR),
    },
    Check {
        code: codes::IN_EYELET,
        what: "Mata ayam",
        limit: |job| when(finished(job, |finishing| finishing.eyelets.is_some()), CLEAR),
    },
    Check {
        code: codes::ON_SEAM,
        what: "Sambungan gulungan",
        limit: |job| when(sheet(job).seams.iter().any(|seam| seam.roll.is_some()), CLEAR),
    },
    Check { code: codes::ON_JOIN, what: "Sambungan lembar poster", limit: |job| when(job.format.tiles.is_some(), CLEAR) },
    Check {
        code: codes::COARSE_PICTURE,
        what: "Ketajaman foto pada ukuran cetaknya",
        limit: |job| when(!job.pictures.is_empty(), AtLeast(job.format.resolution, "piksel per inci")),
    },
    Check {
        code: codes::MANY_WORDS,
        what: "Banyaknya kata",
        limit: |job| job.format.words.map(|words| AtMost(f64::from(u32::try_from(words.all).unwrap_or(u32::MAX)), "kata")),
    },
    Check { code: codes::SECOND_INK, what: "Lembar satu warna", limit: |job| when(job.format.one_ink, Always("hitam saja")) },
    Check {
        code: codes::LARGE_SOLID,
        what: "Bidang hitam pada lembar fotokopi",
        limit: |job| when(job.format.one_ink, AtMost(MOST_SOLID, "% lembar")),
    },
    Check {
        code: codes::DISTANT_QR,
        what: "Lebar kode QR menurut jarak pindainya",
        limit: |job| when(job.format.qr.is_some(), AtLeast(1000.0 / SCAN_REACH, "mm tiap meter jarak")),
    },
    Check {
        code: codes::USELESS_QR,
        what: "Kode QR pada lembar yang dibaca dari jauh",
        limit: |job| when(!job.format.is_screen(), Always("dipindai dari kurang dari 20 m")),
    },
    Check { code: codes::WEAK_TEXT, what: "Kontras tulisan dengan alasnya", limit: |_| Some(AtLeast(MIN_CONTRAST, ": 1")) },
    Check {
        code: codes::HEAVY_FILL,
        what: "Jumlah tinta",
        limit: |job| when(!job.format.is_screen(), AtMost(f64::from(MAX_INK), "%")),
    },
    Check {
        code: codes::TILED_VILLAGES,
        what: "Poster beberapa lembar sama untuk semua desa",
        limit: |job| when(job.format.tiles.is_some(), Always("tidak dibuat per desa")),
    },
    Check {
        code: codes::PRESS_SHEET,
        what: "Susunan di kertas cetak",
        limit: |job| when(job.format.press_sheet.is_some(), Always("paling sedikit satu lembar muat")),
    },
    Check {
        code: codes::NOT_ACCESSIBLE,
        what: "Edisi layar dapat dibacakan",
        limit: |job| when(job.format.has_screen_edition(), Always("PDF/UA-1 menurut Typst")),
    },
    Check {
        code: codes::BAD_PICTURE,
        what: "Berkas gambar utuh",
        limit: |job| when(!job.pictures.is_empty(), Always("terbuka sampai habis")),
    },
    Check {
        code: codes::DRAWN_AS_PIXELS,
        what: "Gambar garis tetap garis",
        limit: |job| when(!job.pictures.is_empty(), Always("tidak menjadi titik")),
    },
    Check {
        code: codes::STRETCHED,
        what: "Perbandingan sisi gambar",
        limit: |job| when(!job.pictures.is_empty(), Always("tidak ditarik")),
    },
    Check {
        code: codes::BAD_PDF,
        what: "Berkas jadi dibaca kembali: kotak halaman, warna, huruf",
        limit: |job| when(!job.format.is_screen(), Always("sesuai formatnya, huruf tertanam, tanpa transparansi")),
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{AtLeast, CHECKS, codes};
    use crate::content::format::QrSpec;
    use crate::print::tests::{format, job, located, village};

    /// Rules about a theme, a press or the run as a whole, not about one sheet.
    const OF_THE_RUN: [&str; 5] = [codes::BAD_PROFILE, codes::PRESS_DROPPED, codes::TEMPLATE, codes::FONT, codes::HEAVY_INK];

    #[test]
    fn every_code_of_a_sheet_is_in_the_list_once() {
        let written = include_str!("codes.rs").lines().filter_map(|line| line.split('"').nth(1));
        let written: BTreeSet<&str> = written.filter(|code| !OF_THE_RUN.contains(code)).collect();
        let listed: Vec<&str> = CHECKS.iter().map(|check| check.code).collect();
        assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), written);
        assert_eq!(listed.len(), written.len(), "one is there twice");
    }

    #[test]
    fn a_limit_is_the_formats_and_there_only_where_it_limits_something() {
        let of = |code: &str, job: &_| CHECKS.iter().find(|check| check.code == code).and_then(|check| (check.limit)(job));
        let (mut format, title) = (format(), located("Uji"));
        format.min_text_size = 7.0;
        let mut plain = job(&format, &title, "Halo");
        assert_eq!(of(codes::SMALL_TEXT, &plain), Some(AtLeast(7.0, "pt")));
        for code in [codes::SLOT_OVERSET, codes::IN_HEM, codes::ON_SEAM, codes::LARGE_SOLID, codes::COARSE_PICTURE] {
            assert_eq!(of(code, &plain), None, "{code}");
        }
        plain.villages = vec![village(1, "Satu")].into();
        assert!(of(codes::SLOT_OVERSET, &plain).is_some());
        let qr = Some(QrSpec { width: 20.0, min_module: 0.6, distance: None });
        let other = crate::content::Format { qr, ..format.clone() };
        assert_eq!(of(codes::SMALL_QR, &job(&other, &title, "Halo")), Some(AtLeast(0.6, "mm kotak terkecil")));
    }
}
