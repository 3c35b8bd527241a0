//! S3: law that is cited in words is in force, and cited as it stands today.

use super::Book;
use super::subject::{Reading, Subject, known};
use crate::check::citation::{By, Mention};
use crate::check::law;
use crate::content::law::article_numbers;
use crate::content::regulation::{Amendment, Article, Status};
use crate::content::{Id, Regulation};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::markdown::slug;

/// A regulation of which only parts are law, cited without saying which.
pub const PART_UNSAID: &str = "S311";
/// An amended regulation, cited without its amendment.
pub const AMENDMENT_UNSAID: &str = "S312";

/// Checks every law that a text cites.
pub(super) fn check(book: &Book<'_>, subject: &Subject<'_>, d: &Diagnostics) {
    for reading in &subject.readings {
        for mention in &reading.mentions {
            let Some(id) = mention.known() else { continue };
            let Some(item) = book.edition.regulations.get(id) else { continue };
            if subject.tells_of(&item.data) || reading.is_historical(mention.law.start) {
                continue;
            }
            check_mention(book, subject, reading, mention, &item.data, d);
        }
    }
}

fn check_mention(
    book: &Book<'_>,
    subject: &Subject<'_>,
    reading: &Reading<'_>,
    mention: &Mention,
    regulation: &Regulation,
    d: &Diagnostics,
) {
    let article = mention.article.as_ref().and_then(|article| meant(regulation, &article.label));
    let superseded = article.filter(|article| !article.successors.is_empty());
    // The words of a link are judged by where it leads.
    let linked =
        reading.passage.citation(mention.law.start).is_some_and(|citation| citation.regulation == regulation.id.as_str());
    let wrong = if regulation.is_revoked_on(book.edition.as_of) {
        Some(law::revoked(book.edition, regulation, article))
    } else {
        superseded.map(|article| law::superseded(book.edition, regulation, article))
    };
    if let Some(mut problem) = wrong {
        if linked || subject.on_purpose(regulation.id.as_str()) {
            return;
        }
        let address = format!("regulasi:{}", regulation.id);
        let mark = subject.how_to_mark(reading, regulation.id.as_str(), Some(&address));
        if let Some(hint) = &mut problem.hint {
            hint.push_str(&format!("; bila memang bercerita tentang masa lalu, {mark}"));
        }
        d.push(reading.at(mention.range.clone(), problem));
        return;
    }
    if linked {
        return;
    }
    let problem =
        part_unsaid(subject, mention, regulation, article).or_else(|| amendment_unsaid(book, subject, mention, regulation));
    if let Some(problem) = problem.filter(|_| !subject.on_purpose(regulation.id.as_str())) {
        d.push(reading.at(mention.range.clone(), problem));
    }
}

/// The article of a regulation that somebody means: the same, one that it is a part of, one that is a part of it, one with its number.
fn meant<'a>(regulation: &'a Regulation, label: &str) -> Option<&'a Article> {
    let wanted = slug(label);
    let asked = article_numbers(label);
    let within = |whole: &str, part: &str| part.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let articles = || regulation.articles.iter();
    regulation
        .article(&wanted)
        .or_else(|| articles().filter(|article| within(&article.anchor, &wanted)).max_by_key(|article| article.anchor.len()))
        .or_else(|| articles().find(|article| within(&wanted, &article.anchor)))
        .or_else(|| articles().find(|article| !asked.is_disjoint(&article_numbers(&article.number.value))))
}

/// Of a regulation that is partly law, the part is named: an article that still holds, here or elsewhere in the same text.
fn part_unsaid(
    subject: &Subject<'_>,
    mention: &Mention,
    regulation: &Regulation,
    article: Option<&Article>,
) -> Option<Diagnostic> {
    if regulation.status.value != Status::PartlyRevoked || article.is_some() {
        return None;
    }
    if mention.article.is_none() && names_an_article(subject, &regulation.id) {
        return None;
    }
    let holding: Vec<&str> =
        regulation.articles.iter().filter(|one| one.successors.is_empty()).map(|one| one.number.value.as_str()).collect();
    let mut problem = Diagnostic::warning(PART_UNSAID, format!("`{}` sudah dicabut sebagian", regulation.short_name()));
    if let Some(scope) = regulation.revoked_by.as_ref().and_then(|revocation| revocation.scope.as_ref()) {
        problem = problem.because(format!("yang dicabut: {}", scope.value));
    }
    let hint = match holding.as_slice() {
        [] => "sebut pasal yang masih berlaku, atau peraturan yang menggantikannya".to_owned(),
        holding => format!("sebut pasalnya; yang masih berlaku: {}", holding.join(", ")),
    };
    Some(problem.hint(hint))
}

/// Whether a text cites some article of a regulation, in words, as a link, or as what it rests on.
fn names_an_article(subject: &Subject<'_>, id: &Id) -> bool {
    let based = subject.source.basis.iter().any(|basis| basis.regulation.value == *id);
    based
        || subject.readings.iter().any(|reading| {
            let linked = reading.passage.citations().any(|one| one.regulation == id.as_str() && one.article.is_some());
            linked || reading.mentions.iter().any(|mention| mention.known() == Some(id) && mention.article.is_some())
        })
}

/// Who cites an amended law as a whole, or the very part that was touched, names what amended it.
fn amendment_unsaid(book: &Book<'_>, subject: &Subject<'_>, mention: &Mention, regulation: &Regulation) -> Option<Diagnostic> {
    if mention.as_amended || !subject.named.is_disjoint(&regulation.amended_by.iter().filter_map(id_of).cloned().collect()) {
        return None;
    }
    let touched = |amendment: &&Amendment| match (&amendment.part, &mention.article) {
        (Some(part), Some(article)) => !article_numbers(&part.value).is_disjoint(&article_numbers(&article.label)),
        // A formal citation gives the title, and then the amendments; `UU Desa` is the law as it stands.
        (None, None) => mention.by == By::NumberAndTitle,
        _ => false,
    };
    let as_of = book.edition.as_of;
    let by_then = |amendment: &&Amendment| amendment.date.as_ref().is_none_or(|date| date.value <= as_of);
    let amendments: Vec<String> = regulation
        .amended_by
        .iter()
        .filter(by_then)
        .filter(touched)
        .filter_map(id_of)
        .map(|id| book.edition.law_name(id))
        .collect();
    let last = amendments.last()?;
    let message = format!("`{}` disebut tanpa perubahannya", regulation.short_name());
    let hint = match amendments.len() {
        1 => format!("tambahkan `sebagaimana diubah dengan {last}`"),
        _ => format!("tambahkan `sebagaimana beberapa kali diubah, terakhir dengan {last}`"),
    };
    Some(Diagnostic::warning(AMENDMENT_UNSAID, message).because(format!("diubah oleh {}", amendments.join(", "))).hint(hint))
}

fn id_of(amendment: &Amendment) -> Option<&Id> {
    known(&amendment.by.value)
}
