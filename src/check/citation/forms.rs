//! The forms that Indonesian law has, in the spellings in which they are met.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::token::{self, Mark, Token};

/// A form as [`jenis`](crate::content::Regulation::kind) has it, and other spellings of it in small letters; hyphens and dots within
/// them make no difference.
const FORMS: [(&str, &[&str]); 19] = [
    ("UU", &["undang undang", "u u", "undang 2"]),
    ("Perppu", &["perpu", "peraturan pemerintah pengganti undang undang"]),
    ("PP", &["peraturan pemerintah"]),
    ("Perpres", &["peraturan presiden"]),
    ("Keppres", &["kepres", "keputusan presiden"]),
    ("Inpres", &["instruksi presiden"]),
    ("Perbawaslu", &["peraturan bawaslu", "peraturan badan pengawas pemilihan umum", "peraturan badan pengawas pemilu"]),
    ("PKPU", &["peraturan kpu", "peraturan komisi pemilihan umum"]),
    ("Permendagri", &["peraturan mendagri", "peraturan menteri dalam negeri"]),
    ("Permen PANRB", &["permenpanrb", "permenpan {rb}", "permen {panrb}", "peraturan {menpanrb}"]),
    ("Peraturan BKN", &["peraturan badan kepegawaian negara", "peraturan kepala bkn", "perka bkn"]),
    ("Perki", &["peraturan komisi informasi"]),
    ("SE Menteri PANRB", &["se {menpanrb}", "surat edaran {menpanrb}"]),
    ("SE Mendagri", &["se menteri dalam negeri", "surat edaran mendagri", "surat edaran menteri dalam negeri"]),
    ("Surat Menteri PANRB", &["surat {menpanrb}"]),
    ("Keputusan Bersama", &["skb", "surat keputusan bersama"]),
    ("Keputusan Ketua Bawaslu", &["keputusan bawaslu", "sk ketua bawaslu", "sk bawaslu"]),
    ("Keputusan KPU", &["keputusan komisi pemilihan umum"]),
    ("Putusan MK", &["putusan mahkamah konstitusi"]),
];

/// What stands for a part that itself has several spellings.
const PARTS: [(&str, &[&str]); 3] = [
    ("{rb}", &["rb", "dan rb", "dan reformasi birokrasi"]),
    ("{panrb}", &["panrb", "pan rb", "pan dan rb", "pendayagunaan aparatur negara dan reformasi birokrasi"]),
    (
        "{menpanrb}",
        &[
            "menpanrb",
            "menpan rb",
            "menpan",
            "menteri panrb",
            "menteri pan rb",
            "menteri pan dan rb",
            "menteri pendayagunaan aparatur negara dan reformasi birokrasi",
        ],
    ),
];

/// Spellings as words with the form that each means, by their first word.
type Spellings = BTreeMap<String, Vec<(Vec<String>, String)>>;

/// Every spelling of every form, to be found in tokens.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// By the first word; the longest first, so that `peraturan pemerintah` does not take the beginning of a Perppu.
    by_first: FxHashMap<String, Vec<(Vec<String>, String)>>,
}

impl Forms {
    /// The forms above, and those of the content that are none of them.
    pub(super) fn new<'a>(kinds: impl Iterator<Item = &'a str>) -> Forms {
        let mut forms = Spellings::new();
        let mut add = |spelling: &str, form: &str| {
            let words = token::words(spelling);
            if let Some(first) = words.first() {
                forms.entry(first.clone()).or_default().push((words, form.to_owned()));
            }
        };
        for (form, spellings) in FORMS {
            add(form, form);
            for spelling in spellings {
                match PARTS.iter().find(|(part, _)| spelling.contains(part)) {
                    Some((part, choices)) => {
                        choices.iter().for_each(|choice| add(&spelling.replace(part, choice), form));
                    }
                    None => add(spelling, form),
                }
            }
        }
        for kind in kinds.filter(|kind| !FORMS.iter().any(|(form, _)| form == kind)) {
            add(kind, kind);
        }
        for list in forms.values_mut() {
            list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        }
        Forms { by_first: forms.into_iter().collect() }
    }

    /// The form that begins at a token, and the index behind it.
    pub(super) fn at(&self, tokens: &[Token], at: usize) -> Option<(&str, usize)> {
        let list = self.by_first.get(tokens.get(at)?.text.as_str())?;
        list.iter().find_map(|(words, form)| Some((form.as_str(), phrase(tokens, at, words)?)))
    }
}

/// The index behind these words, when they stand at a token. Hyphens between them make no difference, nor do dots in `U.U.`.
pub(super) fn phrase(tokens: &[Token], at: usize, words: &[String]) -> Option<usize> {
    let mut next = at;
    for (count, word) in words.iter().enumerate() {
        if count > 0 {
            next = skip_joint(tokens, next);
        }
        if !tokens.get(next)?.is(word) {
            return None;
        }
        next += 1;
    }
    let closing_dot = words.len() > 1
        && words.iter().all(|word| word.len() == 1)
        && tokens.get(next).is_some_and(|token| token.mark == Mark::Dot && !token.spaced);
    Some(next + usize::from(closing_dot))
}

fn skip_joint(tokens: &[Token], at: usize) -> usize {
    match tokens.get(at).map(|token| token.mark) {
        Some(Mark::Dash) => at + 1,
        Some(Mark::Dot) if tokens.get(at + 1).is_some_and(|next| !next.spaced) && !tokens[at].spaced => at + 1,
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_form_wins() {
        let forms = Forms::new(["Perda", "UU"].into_iter());
        for (text, expected) in [
            ("Undang-Undang", Some("UU")),
            ("U.U.", Some("UU")),
            ("Peraturan Pemerintah", Some("PP")),
            ("Peraturan Pemerintah Pengganti Undang-Undang", Some("Perppu")),
            ("SE MenPAN-RB", Some("SE Menteri PANRB")),
            ("Perda", Some("Perda")),
            ("Undang. Undang", None),
            ("Undang", None),
        ] {
            let tokens = token::tokens(text);
            let found = forms.at(&tokens, 0);
            assert_eq!(found.map(|(form, _)| form), expected, "{text}");
            assert!(found.is_none_or(|(_, end)| end == tokens.len()), "{text}");
        }
    }
}
