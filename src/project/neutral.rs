//! Reads the entries of `netral.yaml`.

use super::codes::BAD_NEUTRAL;
use super::theme::hex;
use crate::content::Id;
use crate::content::neutral::{Neutral, Side};
use crate::diagnostics::{Diagnostic, Diagnostics, Located};
use crate::source::reader::MapReader;

/// Shorter words are found in too much that means something else.
const SHORTEST: usize = 3;

/// Reads an entry of `netral`.
pub(super) fn neutral(id: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Neutral> {
    let side = reader.require("jenis").choice("jenis", &Side::CHOICES);
    let words = reader.texts("kata");
    let number = reader.integer("nomor");
    let colours = reader.texts("warna");
    let until = reader.date("sampai");
    let place = reader.place().clone();
    reader.finish();
    let words: Vec<_> = words.into_iter().filter(|word| is_long(word, d)).collect();
    let number = number.filter(|number| {
        let fits = (1..=99).contains(&number.value);
        if !fits {
            let problem = Diagnostic::error(BAD_NEUTRAL, format!("`nomor: {}` bukan nomor urut", number.value));
            d.push(problem.at(&number.place).hint("tulis bilangan 1 sampai 99"));
        }
        fits
    });
    let colours: Vec<_> = colours.into_iter().filter_map(|text| colour(text, d)).collect();
    if words.is_empty() && number.is_none() && colours.is_empty() {
        d.push(
            Diagnostic::error(BAD_NEUTRAL, format!("`{id}` tidak memuat apa pun untuk dicari"))
                .at(&place)
                .hint("isi `kata`, `nomor`, atau `warna`; entri yang tidak perlu dihapus"),
        );
        return None;
    }
    Some(Neutral { id, side: side?, words, number, colours, until })
}

fn is_long(word: &Located<String>, d: &Diagnostics) -> bool {
    let long = word.value.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST;
    if !long {
        d.push(
            Diagnostic::error(BAD_NEUTRAL, format!("`{}` terlalu pendek untuk dicari", word.value))
                .at(&word.place)
                .because("kata sependek itu ada di mana-mana")
                .hint("tulis nama lengkapnya; nomor urut ditulis di `nomor`"),
        );
    }
    long
}

fn colour(text: Located<String>, d: &Diagnostics) -> Option<Located<[u8; 3]>> {
    let Some(rgb) = hex(&text.value) else {
        d.push(
            Diagnostic::error(BAD_NEUTRAL, format!("`{}` bukan warna", text.value))
                .at(&text.place)
                .hint("tulis enam angka atau huruf a sampai f di belakang pagar, di antara tanda kutip: \"#591C6E\""),
        );
        return None;
    };
    Some(text.map(|_| rgb))
}

#[cfg(test)]
mod tests {
    use crate::project::sample::{codes, project, told};

    fn read(entry: &str) -> crate::diagnostics::Diagnostics {
        project(&[("content/netral.yaml", &format!("netral:\n  - {entry}\n"))]).1
    }

    #[test]
    fn an_entry_says_what_to_look_for() {
        let rows: [(&str, &[&str]); 12] = [
            ("{ id: a, jenis: calon, kata: [Contoh Nama] }", &[]),
            ("{ id: a, jenis: calon, nomor: 2 }", &[]),
            ("{ id: a, jenis: partai, warna: '#102030', sampai: 2027-01-01 }", &[]),
            ("{ id: a, jenis: slogan, kata: abc }", &[]),
            ("{ id: a, jenis: slogan, kata: ab }", &["S169", "S169"]),
            ("{ id: a, jenis: calon }", &["S169"]),
            ("{ id: a, jenis: calon, nomor: 0 }", &["S169", "S169"]),
            ("{ id: a, jenis: calon, nomor: 100, kata: Nama }", &["S169"]),
            ("{ id: a, jenis: partai, warna: merah, kata: Nama }", &["S169"]),
            ("{ id: a, jenis: calom, kata: Nama }", &["S105"]),
            ("{ id: a, kata: Nama }", &["S104"]),
            ("{ id: a, jenis: calon, kata: Nama, sampai: besok }", &["S106"]),
        ];
        for (entry, expected) in rows {
            assert_eq!(codes(read(entry)), expected, "{entry}");
        }
    }

    #[test]
    fn the_message_says_what_to_write() {
        assert_eq!(
            told(read("{ id: a, jenis: partai, kata: Nama, warna: merah }")),
            "galat[S169]: `merah` bukan warna\n --> content/netral.yaml:2:48\n  |\n2 |   - { id: a, jenis: partai, kata: Nama, warna: merah }\n  |                                                ^^^^^\n  |\n  = saran: tulis enam angka atau huruf a sampai f di belakang pagar, di antara tanda kutip: \"#591C6E\"\n"
        );
    }

    #[test]
    fn a_hostile_file_is_told_and_no_more() {
        for text in
            ["", "netral: 1\n", "netral:\n  - 1\n", "netral: [[[[[]]]]]\n", "\u{FEFF}netral: []\n", "netral:\n", "lain: 1\n"]
        {
            let (_, d) = project(&[("content/netral.yaml", text)]);
            drop(told(d));
        }
        let endless = format!("netral:\n{}", "  - { id: a, jenis: calon, nomor: 1 }\n".repeat(300));
        let found = codes(project(&[("content/netral.yaml", &endless)]).1);
        assert!(found.iter().all(|code| *code == "S149") && found.len() <= 102, "{}", found.len());
    }
}
