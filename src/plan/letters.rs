//! Letters that nobody gets and lists that nobody is on: offices without a row in `penerima.csv` print no letters, those without one in
//! `penandatangan.csv` blank lines, and are told so.

use std::collections::BTreeMap;

use super::{EditionPlan, Plan};
use crate::content::{EditionCode, Recipient, Signatory};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, listed};
use crate::edition::is_of_people;

/// A letter is not printed, for want of recipients.
pub const NO_RECIPIENTS: &str = "S443";
/// A list of those who sign is printed with blank lines.
pub const NO_SIGNATORIES: &str = "S444";

/// Where a piece is named, and the offices that lack what it wants.
type Lacking<'a> = (&'a Located<String>, Vec<&'a str>);

/// The most offices that one note names.
const MOST_NAMED: usize = 6;

impl Plan {
    /// Tells of each letter in which editions it is not printed: one note a letter, not one for each of five hundred offices. The national
    /// edition and provinces are named only where they are alone.
    pub fn check_letters(&self, d: &Diagnostics) {
        let is_office = |plan: &EditionPlan| matches!(&plan.edition.code, EditionCode::Region(code) if code.province() != *code);
        let any = self.editions.iter().any(is_office);
        let mut without: BTreeMap<(&str, &'static str, bool), Lacking<'_>> = BTreeMap::new();
        for plan in self.editions.iter().filter(|plan| !any || is_office(plan)) {
            let edition = &plan.edition;
            // A letter of the base is not this office's own: that it does not send it is no news.
            let own = edition.pieces.values().filter(|item| item.path.starts_with("content/"));
            for item in own {
                let mut lacks = |code, table| {
                    let key = (item.path.as_ref(), code, edition.tables_empty.contains(table));
                    without.entry(key).or_insert_with(|| (&item.data.meta.title, Vec::new())).1.push(&edition.name);
                };
                let refused = |table| edition.tables_unreadable.contains(table);
                if item.data.per_recipient && edition.recipients.is_empty() && !refused(Recipient::FILE) {
                    lacks(NO_RECIPIENTS, Recipient::FILE);
                }
                let unsigned = edition.signatories.is_empty() && !refused(Signatory::FILE);
                if unsigned && item.body.directives().iter().any(|directive| is_of_people(directive)) {
                    lacks(NO_SIGNATORIES, Signatory::FILE);
                }
            }
        }
        for ((_, code, empty), (title, names)) in &without {
            let named = listed(names.iter().map(|name| (*name).to_owned()), MOST_NAMED);
            let why = |table: &str| match empty {
                true => format!("`{table}` belum berisi satu baris pun di bawah judul kolomnya"),
                false => format!("tidak ada `{table}`"),
            };
            let (message, hint) = if *code == NO_RECIPIENTS {
                let message = format!("surat ini tidak dicetak untuk {named}: {}", why(Recipient::FILE));
                (message, "tulis penerimanya di `penerima.csv` di folder daerah itu, satu baris satu surat")
            } else {
                let message = format!("baris tanda tangan lembar ini kosong untuk {named}: {}", why(Signatory::FILE));
                (
                    message,
                    "tulis siapa yang menandatangani di `penandatangan.csv` di folder daerah itu, atau pakai `{{ tanda_tangan: daftar }}`",
                )
            };
            d.push(Diagnostic::note(code, message).at(&title.place).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::plan::Plan;
    use crate::project::sample::{PROVINCE, REGENCY, project, told};

    fn told_of(keys: &str) -> String {
        told_with(keys, "a", None)
    }

    fn told_with(keys: &str, body: &str, table: Option<&str>) -> String {
        let villages = ("content/daerah/61.11-ku/desa.csv", "kode,nama,kecamatan,jenis\n61.11.01.2001,A,B,desa\n");
        let letter = format!("---\njudul: Surat\nformat: naskah\n{keys}---\n{body}\n");
        let mut files = vec![PROVINCE, REGENCY, villages, ("content/cetak/surat.md", letter.as_str())];
        files.extend(table.map(|table| ("content/daerah/61.11-ku/penandatangan.csv", table)));
        let (project, d) = project(&files);
        let project = project.unwrap();
        let day = "2026-11-22".parse().unwrap();
        let codes = project.edition_codes().into_iter();
        let editions = codes.filter_map(|code| project.edition(&code, day, &d).map(Arc::new)).collect();
        Plan::new(editions, Arc::clone(&project.theme)).check_letters(&d);
        told(d)
    }

    #[test]
    fn a_letter_that_nobody_gets_is_told_once() {
        let told = told_of("per_penerima: true\n");
        assert_eq!(told.matches("catatan[S443]").count(), 1, "{told}");
        assert!(told.contains("surat ini tidak dicetak untuk Kayong Utara: tidak ada `penerima.csv`"), "{told}");
        assert!(!told_of("").contains("S443"));
    }

    #[test]
    fn a_list_that_nobody_is_on_is_told_once() {
        let list = "{{ tanda_tangan: penandatangan }}";
        let told = told_with("", list, None);
        assert_eq!(told.matches("catatan[S444]").count(), 1, "{told}");
        assert!(
            told.contains("baris tanda tangan lembar ini kosong untuk Kayong Utara: tidak ada `penandatangan.csv`"),
            "{told}"
        );
        assert!(!told_with("", list, Some("nama,jabatan\nSatu,Camat\n")).contains("S444"));
        // One with its head alone is there too.
        assert_eq!(
            told_with("", list, Some("nama,jabatan\n")),
            "catatan[S444]: baris tanda tangan lembar ini kosong untuk Kayong Utara: `penandatangan.csv` belum berisi satu baris pun di bawah judul kolomnya\n --> content/cetak/surat.md:2:8\n  |\n2 | judul: Surat\n  |        ^^^^^\n  |\n  = saran: tulis siapa yang menandatangani di `penandatangan.csv` di folder daerah itu, atau pakai `{{ tanda_tangan: daftar }}`\n"
        );
        // A table that was refused is there.
        let refused = told_with("", list, Some("nama,jabatn\nSatu,Camat\n"));
        assert!(refused.contains("galat[S404]") && !refused.contains("S444"), "{refused}");
        assert!(!told_with("", "{{ tanda_tangan: daftar }}", None).contains("S444"));
    }
}
