//! Reads the entries of `pencarian.yaml`.

use super::codes::BAD_SYNONYM;
use crate::content::Id;
use crate::content::search::{ExampleQuestion, Synonyms};
use crate::diagnostics::{Diagnostic, Diagnostics, Located};
use crate::source::reader::MapReader;

/// The most words of a phrase that is looked for as one: `penjabat kepala daerah` has three.
const LONGEST_PHRASE: usize = 5;
/// The most words and phrases of one entry: each is looked for at every search.
const MOST_WORDS: usize = 40;

/// Reads an entry of `sinonim`.
pub(super) fn synonyms(id: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Synonyms> {
    let words = reader.require("kata").texts("kata");
    let place = reader.key_place("kata").cloned();
    reader.finish();
    let given = words.len();
    let words: Vec<_> = words.into_iter().filter(|word| is_phrase(word, d)).collect();
    let place = place?;
    if given == 1 {
        d.push(
            Diagnostic::error(BAD_SYNONYM, "`kata` baru memuat satu kata")
                .at(&place)
                .because("sinonim menyamakan dua kata atau lebih")
                .hint("tambahkan kata lain yang dipakai orang untuk hal yang sama"),
        );
    }
    if given > MOST_WORDS {
        d.push(
            Diagnostic::error(BAD_SYNONYM, format!("`kata` memuat {given} kata, paling banyak {MOST_WORDS}"))
                .at(&place)
                .hint("bagi menjadi beberapa entri menurut artinya"),
        );
    }
    (words.len() >= 2 && given <= MOST_WORDS).then_some(Synonyms { id, words })
}

fn is_phrase(word: &Located<String>, d: &Diagnostics) -> bool {
    let count = word.value.split_whitespace().count();
    let letters = word.value.chars().any(|c| c.is_ascii_alphanumeric());
    let problem = match (letters, count) {
        (false, _) => Diagnostic::error(BAD_SYNONYM, format!("`{}` tidak dapat dicari", word.value))
            .because("pencarian hanya mengenal huruf latin dan angka"),
        (true, 0..=LONGEST_PHRASE) => return true,
        (true, _) => Diagnostic::error(BAD_SYNONYM, format!("frasa sinonim berisi {count} kata, paling banyak {LONGEST_PHRASE}")),
    };
    d.push(problem.at(&word.place).hint("tulis kata seperti yang diketik orang, misalnya `kades`"));
    false
}

/// Reads an entry of `contoh`.
pub(super) fn example(id: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<ExampleQuestion> {
    let question = reader.required_text("tanya");
    let to = reader.required_text("ke").filter(|to| is_inside(to, d));
    reader.finish();
    Some(ExampleQuestion { id, question: question?, to: to? })
}

fn is_inside(to: &Located<String>, d: &Diagnostics) -> bool {
    let inside = to.value.starts_with('/') && !to.value.starts_with("//");
    if !inside {
        d.push(
            Diagnostic::error(BAD_SYNONYM, format!("`ke: {}` bukan alamat halaman situs ini", to.value))
                .at(&to.place)
                .hint("mulai dengan `/`, misalnya `/tanya-jawab/`"),
        );
    }
    inside
}

#[cfg(test)]
mod tests {
    use crate::project::sample::{codes, project, told};

    fn read(text: &str) -> Vec<&'static str> {
        codes(project(&[("content/pencarian.yaml", text)]).1)
    }

    #[test]
    fn synonyms_are_words_that_can_be_typed() {
        let entry = |words: &str| format!("sinonim:\n  - {{ id: a, kata: [{words}] }}\n");
        assert!(read(&entry("kades, kepala desa")).is_empty());
        assert_eq!(read(&entry("kades")), ["S167"]);
        assert_eq!(read(&entry("kades, '…'")), ["S167"]);
        assert_eq!(read(&entry("kades, satu dua tiga empat lima enam")), ["S167"]);
        assert_eq!(read(&entry(&"kata, ".repeat(41))), ["S167"]);
        assert_eq!(read("sinonim:\n  - { id: a }\n"), ["S104"]);
        let said = told(project(&[("content/pencarian.yaml", "sinonim:\n  - id: a\n    kata: [kades, \"?\"]\n")]).1);
        assert!(said.contains("content/pencarian.yaml:3:19") && said.contains("huruf latin"), "{said}");
    }

    #[test]
    fn an_example_leads_into_the_site() {
        let entry = |to: &str| format!("contoh:\n  - {{ id: a, tanya: Bolehkah?, ke: {to} }}\n");
        assert!(read(&entry("/lapor/")).is_empty());
        for to in ["lapor", "https://contoh.go.id/", "//contoh.go.id/", "javascript:alert(1)"] {
            assert_eq!(read(&entry(&format!("'{to}'"))), ["S167"], "{to}");
        }
    }
}
