//! Which regulation or article is meant, and whether a citation is of it.

use std::collections::BTreeSet;

use super::sources::Sources;
use crate::commands::codes::UNKNOWN_LAW;
use crate::content::Regulation;
use crate::content::law::article_numbers;
use crate::diagnostics::{Diagnostic, did_you_mean, listed, quoted};
use crate::markdown::slug;
use crate::plan::grounds::Cited;

/// A regulation, or one article of it.
pub(super) struct Wanted<'a> {
    /// The regulation's id.
    pub(super) id: String,
    /// The article as it stands in an address: `pasal-9`.
    pub(super) article: Option<String>,
    /// What the content says of the regulation; none of one that only old manifests know.
    pub(super) regulation: Option<&'a Regulation>,
}

/// The most names that a message lists.
const MOST_LISTED: usize = 8;

/// Reads `uu-5-2014`, `uu-5-2014#pasal-9`, or the names people write: `UU 5/2014`, `UU 5/2014 Pasal 9`.
pub(super) fn read<'a>(typed: &str, sources: &'a Sources) -> Result<Wanted<'a>, Box<Diagnostic>> {
    let typed = typed.trim();
    let typed = typed.strip_prefix("regulasi:").unwrap_or(typed);
    let (law, article) = match typed.split_once('#') {
        Some((law, article)) => (law, Some(article)),
        None => article_behind(typed),
    };
    let law = law.trim().trim_end_matches(',');
    let named = |regulation: &&Regulation| {
        let short = plain(&regulation.short_name());
        short == plain(law) || regulation.called.as_ref().is_some_and(|name| plain(&name.value) == plain(law))
    };
    let known = sources.regulation(law).or_else(|| sources.regulations().find(named));
    let id = match known {
        Some(regulation) => regulation.id.to_string(),
        None if sources.cites(law) => law.to_owned(),
        None => return Err(Box::new(unknown(law, sources))),
    };
    let article = article.map(slug).filter(|article| !article.is_empty());
    if let (Some(wanted), Some(regulation)) = (&article, known) {
        check_article(wanted, regulation, sources)?;
    }
    Ok(Wanted { id, article, regulation: known })
}

/// `UU 5/2014 Pasal 9 ayat (2)` cut before its article.
fn article_behind(typed: &str) -> (&str, Option<&str>) {
    match typed.to_ascii_lowercase().find(" pasal ") {
        Some(at) => (&typed[..at], Some(typed[at..].trim())),
        None => (typed, None),
    }
}

fn plain(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn unknown(law: &str, sources: &Sources) -> Diagnostic {
    let ids: Vec<&str> = sources.regulations().map(|regulation| regulation.id.as_str()).collect();
    let hint = did_you_mean(law, ids.iter().copied(), || {
        let same = ids.iter().filter(|id| !law.is_empty() && id.starts_with(law.split('-').next().unwrap_or(law)));
        let near: Vec<String> = same.map(|id| (*id).to_owned()).collect();
        let names = if near.is_empty() { ids.iter().map(|id| (*id).to_owned()).collect() } else { near };
        format!("tulis nama berkasnya di `content/regulasi/` tanpa `.md`: {}", listed(names.into_iter(), MOST_LISTED))
    });
    Diagnostic::error(UNKNOWN_LAW, format!("regulasi {} tidak dikenal", quoted(law)))
        .because("tidak ada dalam isi proyek, dan tidak satu pun manifes yang dilihat menyebutnya")
        .hint(hint)
}

/// An article that neither the regulation's file lists nor anything cites is most likely mistyped: "nothing found" would be a wrong answer.
fn check_article(wanted: &str, regulation: &Regulation, sources: &Sources) -> Result<(), Box<Diagnostic>> {
    let listed_there = regulation.articles.iter().map(|article| &article.number).chain(&regulation.other_articles);
    let names: Vec<&str> = listed_there.map(|name| name.value.as_str()).collect();
    let id = regulation.id.as_str();
    let is_known =
        names.iter().any(|name| covers(wanted, &slug(name))) || sources.cites_article(id, |cited| covers(wanted, cited));
    if is_known {
        return Ok(());
    }
    let known = listed(names.iter().map(|name| (*name).to_owned()), MOST_LISTED);
    let problem = Diagnostic::error(UNKNOWN_LAW, format!("{} tidak tercatat untuk {}", quoted(wanted), regulation.short_name()));
    Err(Box::new(problem.hint(format!("pasal yang tercatat: {known}"))))
}

impl Wanted<'_> {
    /// Whether a citation is of what is wanted.
    pub(super) fn is_met(&self, cited: &Cited) -> bool {
        cited.regulation == self.id
            && match (&self.article, &cited.article) {
                (None, _) => true,
                // What rests on the whole law rests on each of its articles.
                (Some(_), None) => true,
                (Some(wanted), Some(article)) => covers(wanted, &slug(article)),
            }
    }

    /// `UU 5/2014`, or the id of one that the content does not know.
    pub(super) fn name(&self) -> String {
        let name = self.regulation.map_or_else(|| self.id.clone(), Regulation::short_name);
        match &self.article {
            Some(article) => format!("{} {name}", self.article_name(article)),
            None => name,
        }
    }

    /// The article as the regulation's file writes it.
    fn article_name(&self, anchor: &str) -> String {
        let listed = self.regulation.and_then(|regulation| regulation.article(anchor));
        listed.map_or_else(|| anchor.replace('-', " ").replacen("pasal", "Pasal", 1), |article| article.number.value.clone())
    }
}

/// Whether an article, `pasal-9-ayat-2`, is the wanted one, a part of it, or holds it: one of several, or the whole of which it is a part.
fn covers(wanted: &str, article: &str) -> bool {
    let part_of = |part: &str, whole: &str| part == whole || part.strip_prefix(whole).is_some_and(|rest| rest.starts_with('-'));
    if part_of(article, wanted) || part_of(wanted, article) {
        return true;
    }
    // `pasal-3-dan-pasal-4`, `pasal-30-sampai-pasal-32`: numbers are compared, unless a part of an article is wanted.
    let numbers = |slug: &str| article_numbers(&slug.replace('-', " "));
    let (asked, there): (BTreeSet<u32>, BTreeSet<u32>) = (numbers(wanted), numbers(article));
    let is_bare = wanted.split('-').count() == 2;
    let several = there.len() > 1;
    !asked.is_empty() && (is_bare || several) && asked.iter().any(|number| there.contains(number))
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn an_article_its_parts_and_those_it_stands_among() {
        for (wanted, article) in [
            ("pasal-9", "pasal-9"),
            ("pasal-9", "pasal-9-ayat-2"),
            ("pasal-9-ayat-2", "pasal-9"),
            ("pasal-9-ayat-2", "pasal-9-ayat-2-huruf-a"),
            ("pasal-4", "pasal-3-dan-pasal-4"),
            ("pasal-31", "pasal-30-sampai-pasal-32"),
            ("pasal-109-ayat-1", "pasal-105-106-dan-108-sampai-110"),
            ("amar", "amar"),
        ] {
            assert!(covers(wanted, article), "{wanted} {article}");
        }
        for (wanted, article) in [
            ("pasal-9", "pasal-90"),
            ("pasal-9", "pasal-19-ayat-9"),
            ("pasal-9-ayat-2", "pasal-9-ayat-3"),
            ("pasal-9-ayat-2", "pasal-9-ayat-21"),
            ("pasal-33", "pasal-30-sampai-pasal-32"),
            ("pasal-2", "pasal-5-huruf-n-angka-2"),
            ("amar", "lampiran"),
        ] {
            assert!(!covers(wanted, article), "{wanted} {article}");
        }
    }
}
