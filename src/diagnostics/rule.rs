//! What can be looked up about a code: `suluh explain S429`, and `docs/pemeriksaan.md`.
//!
//! A rule stands beside what raises it, in a `RULES` of its file or in the `rules.rs` of its room, and is an entry like this:
//!
//! ```ignore
//! Rule::error(BLANK_PRINTED, "Bahan cetak memuat kontak kantor yang belum diisi.")
//!     .why("Lembar yang sudah dicetak berbunyi `(belum diisi)` dan tidak dapat ditarik kembali.")
//!     .repair("Isi kunci itu di bawah `kantor:` di `daerah.yaml`.")
//!     .example("`alamat` kantor Kayong Utara belum diisi, padahal dicetak pada `cetak/brosur.md`")
//! ```
//!
//! Tests hold that each code has one entry, that each entry is whole, and that each example is what the program can say, and that
//! `tests/temuan/` shows each with a project that breaks it and the nearest that does not.

use super::Severity;

/// Where a rule comes from that no law and no standard asks for.
const OWN: &str = "aturan kerja Suluh";

/// Whether `abaikan:` takes a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silenceable {
    /// All its findings are *peringatan*.
    Yes,
    /// Only those of its findings that are *peringatan*.
    Warnings,
    /// All its findings are *galat*.
    Never,
    /// All its findings are *catatan*, which ask for nothing.
    NoNeed,
    /// No, though its findings are *peringatan*: why, a whole sentence.
    Not(&'static str),
}

/// One code, as people read of it. All texts are Indonesian, whole sentences in Markdown.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// `S429`
    pub code: &'static str,
    /// How bad it is at worst.
    pub severity: Severity,
    /// Whether an office may answer for a finding instead of mending it.
    pub silenceable: Silenceable,
    /// What is looked at, and what is wrong with it.
    pub sees: &'static str,
    /// Why the rule exists: what becomes of it when nobody looks.
    pub why: &'static str,
    /// What to do about it.
    pub repair: &'static str,
    /// A message that it raises, word for word.
    pub example: &'static str,
    /// The law, standard or reference it comes from.
    pub source: &'static str,
}

impl Rule {
    const fn new(severity: Severity, code: &'static str, sees: &'static str) -> Rule {
        let silenceable = match severity {
            Severity::Error => Silenceable::Never,
            Severity::Warning => Silenceable::Yes,
            Severity::Note => Silenceable::NoNeed,
        };
        Rule { code, severity, silenceable, sees, why: "", repair: "", example: "", source: OWN }
    }

    /// A rule whose findings are *galat*.
    pub const fn error(code: &'static str, sees: &'static str) -> Rule {
        Rule::new(Severity::Error, code, sees)
    }

    /// A rule whose findings are *peringatan*.
    pub const fn warning(code: &'static str, sees: &'static str) -> Rule {
        Rule::new(Severity::Warning, code, sees)
    }

    /// A rule whose findings are *catatan*.
    pub const fn note(code: &'static str, sees: &'static str) -> Rule {
        Rule::new(Severity::Note, code, sees)
    }

    /// Says that some findings of a rule that raises *galat* are *peringatan*.
    #[must_use]
    pub const fn at_times_a_warning(self) -> Rule {
        Rule { silenceable: Silenceable::Warnings, ..self }
    }

    /// Says that nobody can answer for its warnings with `abaikan:`, and why not: a whole sentence.
    #[must_use]
    pub const fn not_silenceable(self, why: &'static str) -> Rule {
        Rule { silenceable: Silenceable::Not(why), ..self }
    }

    /// Says why the rule exists.
    #[must_use]
    pub const fn why(self, why: &'static str) -> Rule {
        Rule { why, ..self }
    }

    /// Says what to do.
    #[must_use]
    pub const fn repair(self, repair: &'static str) -> Rule {
        Rule { repair, ..self }
    }

    /// Shows a message.
    #[must_use]
    pub const fn example(self, example: &'static str) -> Rule {
        Rule { example, ..self }
    }

    /// Names the law, standard or reference.
    #[must_use]
    pub const fn source(self, source: &'static str) -> Rule {
        Rule { source, ..self }
    }

    /// The family, by the first digit of the code.
    pub fn family(&self) -> Option<&'static Family> {
        let digit = self.code.get(1..2)?;
        FAMILIES.iter().find(|family| family.digit == digit)
    }
}

/// Codes that look at the same kind of thing.
#[derive(Debug)]
pub struct Family {
    /// The first digit of its codes.
    pub digit: &'static str,
    /// Its name, lower case.
    pub name: &'static str,
    /// What it looks at, a sentence.
    pub sees: &'static str,
}

/// The families in the order of their digits.
pub const FAMILIES: &[Family] = &[
    Family { digit: "0", name: "bacaan", sees: "Apakah berkas dapat dibaca: pengodean, ukuran, YAML, tabel, Markdown." },
    Family {
        digit: "1",
        name: "bentuk",
        sees: "Apakah isinya berbentuk seperti yang diminta: kunci, tanggal, pengenal, tema, basis.",
    },
    Family { digit: "2", name: "rujukan", sees: "Apakah yang ditunjuk ada: tautan, kode QR, gambar, sanksi, format." },
    Family { digit: "3", name: "hukum", sees: "Apakah hukum yang disebut masih berlaku, bersumber, dan layak dicetak." },
    Family { digit: "4", name: "daerah", sees: "Apakah kontak, desa, pengawas, dan penerima surat benar." },
    Family { digit: "5", name: "cetak", sees: "Apakah lembarnya dapat dicetak, dibaca, dan dipindai." },
    Family { digit: "6", name: "netralitas", sees: "Apakah penyelenggara sendiri tidak tampak memihak." },
    Family { digit: "7", name: "bahasa dan pesanan", sees: "Apakah bahasanya jelas, dan pesanan ke percetakan lengkap." },
    Family { digit: "9", name: "program dan tema", sees: "Apakah perintah, tema, dan folder keluaran dapat dipakai." },
];
