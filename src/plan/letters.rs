//! Letters that nobody gets: offices without `penerima.csv` print none of them, and are told so.

use std::collections::BTreeMap;

use super::{EditionPlan, Plan};
use crate::content::EditionCode;
use crate::diagnostics::{Diagnostic, Diagnostics, Located, listed};

/// A letter is not printed, for want of recipients.
pub const NO_RECIPIENTS: &str = "S443";

/// The most offices that one note names.
const MOST_NAMED: usize = 6;

impl Plan {
    /// Tells of each letter in which editions it is not printed: one note a letter, not one for each of five hundred offices. The national
    /// edition and provinces are named only where they are alone.
    pub fn check_letters(&self, d: &Diagnostics) {
        let is_office = |plan: &EditionPlan| matches!(&plan.edition.code, EditionCode::Region(code) if code.province() != *code);
        let any = self.editions.iter().any(is_office);
        let mut without: BTreeMap<&str, (&Located<String>, Vec<&str>)> = BTreeMap::new();
        for plan in self.editions.iter().filter(|plan| !any || is_office(plan)) {
            let edition = &plan.edition;
            // A letter of the base is not this office's own: that it does not send it is no news.
            let own = edition.pieces.values().filter(|item| item.path.starts_with("content/"));
            let letters = own.filter(|item| item.data.per_recipient && edition.recipients.is_empty());
            for item in letters {
                without.entry(&item.path).or_insert_with(|| (&item.data.meta.title, Vec::new())).1.push(&edition.name);
            }
        }
        for (title, names) in without.values() {
            let named = listed(names.iter().map(|name| (*name).to_owned()), MOST_NAMED);
            d.push(
                Diagnostic::note(NO_RECIPIENTS, format!("surat ini tidak dicetak untuk {named}: tidak ada `penerima.csv`"))
                    .at(&title.place)
                    .hint("tulis penerimanya di `penerima.csv` di folder daerah itu, satu baris satu surat"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::plan::Plan;
    use crate::project::sample::{PROVINCE, REGENCY, project, told};

    fn told_of(keys: &str) -> String {
        let villages = ("content/daerah/61.11-ku/desa.csv", "kode,nama,kecamatan,jenis\n61.11.01.2001,A,B,desa\n");
        let letter = format!("---\njudul: Surat\nformat: naskah\n{keys}---\na\n");
        let (project, d) = project(&[PROVINCE, REGENCY, villages, ("content/cetak/surat.md", &letter)]);
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
}
