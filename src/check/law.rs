//! S3: the law that content rests on is known, has the article, and is in force.

use std::collections::{BTreeMap, BTreeSet};

use super::removed;
use super::sources::address;
use crate::content::day;
use crate::content::law::{LegalBasis, article_numbers};
use crate::content::regulation::{Actor, Article};
use crate::content::{Id, Kind, Regulation};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, Rule, did_you_mean, suggest};
use crate::edition::Edition;
use crate::markdown::{Citation, Document, slug};

/// A regulation that is not in the content.
pub const UNKNOWN_REGULATION: &str = "S301";
/// An article that the regulation's file does not list.
pub const UNKNOWN_ARTICLE: &str = "S302";
/// Revoked law cited as if it were in force.
pub const REVOKED: &str = "S303";

/// An article that another took the place of, in a regulation that is law.
pub const SUPERSEDED: &str = "S310";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(UNKNOWN_REGULATION, "Peraturan yang dikutip tidak ada dalam isi.")
        .why("Peraturan yang tidak tercatat tidak dapat diperiksa apakah masih berlaku.")
        .repair("Pakai pengenal yang disarankan, atau tambahkan berkasnya di `content/regulasi/`.")
        .example("regulasi `uu-5-2041` tidak dikenal"),
    Rule::error(UNKNOWN_ARTICLE, "Pasal yang dikutip tidak tercatat pada peraturannya.")
        .why("Pasal yang salah huruf membuat laporan warga ditolak dan membuat penyelenggara tampak ceroboh.")
        .repair("Pakai pasal yang disarankan, atau catat pasalnya dengan sumber di berkas peraturan itu.")
        .example("`#pasal-2-huruf-g` belum dicatat untuk `UU 20/2023`"),
    Rule::error(REVOKED, "Peraturan yang sudah dicabut dikutip seolah-olah berlaku.")
        .why("Laporan yang mengutip pasal yang sudah dicabut mudah dibantah, dan penyelenggara tampak tidak tahu hukumnya sendiri.")
        .repair("Ganti dengan pasal yang menggantikannya. Cerita masa lalu ditandai: tautan dengan judul `historis`, atau baris `sengaja_menyebut` di bawah `judul:`.")
        .example("`UU 5/2014` sudah dicabut sejak 31 Oktober 2023")
        .source("`content/regulasi/`, misalnya UU 20/2023 yang mencabut UU 5/2014"),
    Rule::error(SUPERSEDED, "Pasal yang sudah digantikan pasal lain dikutip, walau peraturannya sendiri masih berlaku.")
        .why("Nama peraturannya terdengar benar, sehingga pasal yang sudah mati di dalamnya lolos dari pembacaan biasa.")
        .repair("Pakai pasal penggantinya; kutipan sejarah ditandai `historis`.")
        .example("`Pasal 4 angka 12 sampai 15` dari `PP 53/2010` tidak berlaku lagi")
        .source("`content/regulasi/`: `padanan`, misalnya pada PP 53/2010"),
];

/// Checks every citation and every legal basis; what editions with the same law share, once.
pub(super) fn check<'a>(editions: impl Iterator<Item = &'a Edition>, d: &Diagnostics) {
    let mut seen: BTreeMap<Vec<usize>, BTreeSet<usize>> = BTreeMap::new();
    for edition in editions {
        let mut own = BTreeSet::new();
        // What an edition leaves out or could not read excuses what names it, in this edition alone.
        let seen = if edition.removed.is_empty() && edition.unreadable.is_empty() {
            let law = edition.regulations.values().map(|item| address(item.data.as_ref()));
            seen.entry(law.collect()).or_default()
        } else {
            &mut own
        };
        check_unseen(edition, &mut |address| seen.insert(address), d);
    }
}

/// Checks what `fresh` lets in, asked with where it lies in memory.
fn check_unseen(edition: &Edition, fresh: &mut dyn FnMut(usize) -> bool, d: &Diagnostics) {
    for basis in bases(edition).filter(|basis| fresh(address(*basis))) {
        check_basis(edition, basis, d);
    }
    for id in edition.wrong_citations.iter().filter_map(|one| one.regulation.as_ref()) {
        find(edition, id.value.as_str(), &id.place, d);
    }
    for item in edition.regulations.values().filter(|item| fresh(address(item.data.as_ref()))) {
        check_regulation(edition, &item.data, d);
    }
    for document in edition.documents().filter(|document| fresh(address(*document))) {
        for (citation, place) in document.citations() {
            check_citation(edition, citation, place, d);
        }
    }
}

/// What the content rests on; not what regulations say of each other.
fn bases(edition: &Edition) -> impl Iterator<Item = &LegalBasis> {
    let violations = edition.violations.values().flat_map(|item| item.data.basis.iter().chain(&item.data.sanction_basis));
    let sanctions = edition.sanctions.values().flat_map(|item| &item.data.basis);
    let declarations = edition.declarations.values().flat_map(|item| &item.data.basis);
    let pages = edition.pages.values().flat_map(|item| &item.data.basis);
    let pieces = edition.pieces.values().flat_map(|item| &item.data.basis);
    let deadlines = edition.reporting.deadlines.iter().flat_map(|deadline| &deadline.basis);
    let reporters = edition.reporting.reporters.iter().flat_map(|reporter| &reporter.basis);
    let forms = edition.reporting.forms.iter().flat_map(|form| &form.basis);
    violations.chain(sanctions).chain(declarations).chain(pages).chain(pieces).chain(deadlines).chain(reporters).chain(forms)
}

/// Every regulation that is named in an edition, by its id, with where it is named.
pub(super) fn named(edition: &Edition) -> Vec<(&str, &Place)> {
    let regulations = || edition.regulations.values().map(|item| item.data.as_ref());
    let wrong = edition.wrong_citations.iter().filter_map(|one| one.regulation.as_ref());
    let mut named: Vec<_> = wrong.map(|id| (id.value.as_str(), &id.place)).collect();
    let bases = bases(edition).chain(regulations().flat_map(successors));
    named.extend(bases.map(|basis| (basis.regulation.value.as_str(), &basis.regulation.place)));
    named.extend(regulations().flat_map(actors).map(|(id, place)| (id.as_str(), place)));
    let citations = edition.documents().flat_map(Document::citations);
    named.extend(citations.into_iter().map(|(citation, place)| (citation.regulation.as_str(), place)));
    named
}

/// What took the place of a regulation's articles.
fn successors(regulation: &Regulation) -> impl Iterator<Item = &LegalBasis> {
    regulation.articles.iter().flat_map(|article| &article.successors)
}

/// Who revoked or amended a regulation, where that is in the content.
fn actors(regulation: &Regulation) -> impl Iterator<Item = (&Id, &Place)> {
    let revoked = regulation.revoked_by.iter().map(|revocation| &revocation.by);
    let all = revoked.chain(regulation.amended_by.iter().map(|amendment| &amendment.by));
    all.filter_map(|by| match &by.value {
        Actor::Known(id) => Some((id, &by.place)),
        Actor::Named(_) => None,
    })
}

/// The successors of articles, and who revoked or amended, are regulations too.
fn check_regulation(edition: &Edition, regulation: &Regulation, d: &Diagnostics) {
    for basis in successors(regulation) {
        check_basis(edition, basis, d);
    }
    for (id, place) in actors(regulation) {
        find(edition, id.as_str(), place, d);
    }
}

fn check_basis(edition: &Edition, basis: &LegalBasis, d: &Diagnostics) {
    let Some(regulation) = find(edition, basis.regulation.value.as_str(), &basis.regulation.place, d) else { return };
    let article = regulation.article(&slug(&basis.article.value));
    if regulation.is_revoked_on(edition.as_of) {
        d.push(revoked(edition, regulation, article).at(&basis.regulation.place));
    } else if let Some(article) = article.filter(|article| !article.successors.is_empty()) {
        d.push(superseded(edition, regulation, article).at(&basis.article.place));
    }
    check_article_numbers(regulation, &basis.article, d);
}

fn check_citation(edition: &Edition, citation: &Citation, place: &Place, d: &Diagnostics) {
    let Some(regulation) = find(edition, &citation.regulation, place, d) else { return };
    let article = citation.article.as_deref().map(|wanted| (wanted, regulation.article(wanted)));
    if let Some((wanted, None)) = article {
        let known: Vec<String> = regulation.articles.iter().map(|article| article.anchor.clone()).collect();
        let hint = suggest(wanted, known.iter().map(String::as_str))
            .map_or_else(|| articles(regulation, &known), |near| format!("maksud Anda `#{near}`?"));
        d.push(
            Diagnostic::error(UNKNOWN_ARTICLE, format!("`#{wanted}` belum dicatat untuk `{}`", regulation.short_name()))
                .at(place)
                .because(format!("pasal yang boleh dikutip tercatat di `content/regulasi/{}.md`", regulation.id))
                .hint(hint),
        );
    }
    let article = article.and_then(|(_, article)| article);
    let problem = if citation.historical {
        None
    } else if regulation.is_revoked_on(edition.as_of) {
        Some(revoked(edition, regulation, article))
    } else {
        article.filter(|article| !article.successors.is_empty()).map(|article| superseded(edition, regulation, article))
    };
    if let Some(mut problem) = problem {
        if let Some(hint) = &mut problem.hint {
            hint.push_str("; bila memang bercerita tentang masa lalu, tulis ` \"historis\"` sesudah alamatnya, sebelum `)`");
        }
        d.push(problem.at(place));
    }
}

fn find<'a>(edition: &'a Edition, id: &str, place: &Place, d: &Diagnostics) -> Option<&'a Regulation> {
    if let Some(item) = edition.regulations.get(id) {
        return Some(&item.data);
    }
    if edition.is_unreadable(Kind::Regulation, id) || removed::is_above(edition, Kind::Regulation, id, place) {
        return None;
    }
    // A law that is no longer one is never proposed.
    let in_force = edition.regulations.iter().filter(|(_, item)| !item.data.is_revoked_on(edition.as_of));
    let hint = did_you_mean(id, in_force.map(|(id, _)| id.as_str()), || format!("tambahkan `content/regulasi/{id}.md`"));
    d.push(Diagnostic::error(UNKNOWN_REGULATION, format!("regulasi `{id}` tidak dikenal")).at(place).hint(hint));
    None
}

/// That a regulation is cited as if it were law, with what took its place.
pub(super) fn revoked(edition: &Edition, regulation: &Regulation, article: Option<&Article>) -> Diagnostic {
    let by = regulation.revoked_by.as_ref();
    let when = by.and_then(|by| by.date.as_ref()).map_or_else(String::new, |date| format!(" sejak {}", day::spoken(date.value)));
    let name = |id: &Id| edition.regulations.get(id).map_or_else(|| id.to_string(), |item| item.data.short_name());
    let revoker = by.map(|by| match &by.by.value {
        Actor::Known(id) => name(id),
        Actor::Named(name) => name.clone(),
    });
    let successors = article.map(|article| labels(edition, article)).unwrap_or_default();
    let hint = match (successors.is_empty(), revoker) {
        (false, _) => format!("pakai {}", successors.join(" dan ")),
        (true, Some(revoker)) if article.is_none() => format!("ganti dengan {revoker}, yang mencabutnya"),
        (true, Some(revoker)) => format!("cari pasal yang sama dalam {revoker}"),
        (true, None) => "cari regulasi yang menggantikannya".to_owned(),
    };
    Diagnostic::error(REVOKED, format!("`{}` sudah dicabut{when}", regulation.short_name())).hint(hint)
}

/// That an article which another took the place of is cited, though its regulation is law.
pub(super) fn superseded(edition: &Edition, regulation: &Regulation, article: &Article) -> Diagnostic {
    let message = format!("`{}` dari `{}` tidak berlaku lagi", article.number.value, regulation.short_name());
    Diagnostic::error(SUPERSEDED, message).hint(format!("pakai {}", labels(edition, article).join(" dan ")))
}

/// What took the place of an article, as it is cited.
fn labels(edition: &Edition, article: &Article) -> Vec<String> {
    article.successors.iter().map(|basis| edition.basis_label(basis)).collect()
}

/// Every article number that a basis names must be among those the regulation's file lists. A
/// basis may name several (`Pasal 3 dan Pasal 4`) or parts of one, so numbers are compared, not
/// words; a basis without a number (`Lampiran`) must match word for word.
fn check_article_numbers(regulation: &Regulation, wanted: &Located<String>, d: &Diagnostics) {
    if regulation.article(&slug(&wanted.value)).is_some() {
        return;
    }
    let listed = regulation.articles.iter().map(|article| &article.number);
    let names: Vec<String> = listed.chain(&regulation.other_articles).map(|name| name.value.clone()).collect();
    if names.contains(&wanted.value) {
        return;
    }
    let known: BTreeSet<u32> = names.iter().flat_map(|name| article_numbers(name)).collect();
    let asked = article_numbers(&wanted.value);
    if !asked.is_empty() && asked.iter().all(|number| known.contains(number)) {
        return;
    }
    d.push(
        Diagnostic::error(UNKNOWN_ARTICLE, format!("`{}` belum dicatat untuk `{}`", wanted.value, regulation.short_name()))
            .at(&wanted.place)
            .because(format!("pasal yang boleh dikutip tercatat di `content/regulasi/{}.md`", regulation.id))
            .hint(articles(regulation, &names)),
    );
}

/// The articles that may be cited, or how to make it one.
fn articles(regulation: &Regulation, names: &[String]) -> String {
    match names {
        [] => format!("sebut peraturannya saja, atau catat pasalnya di `pasal:` dalam `content/regulasi/{}.md`", regulation.id),
        names => format!("pasal yang ada: {}", list(names)),
    }
}

/// At most eight names: a message is read, not searched.
fn list(names: &[String]) -> String {
    const SHOWN: usize = 8;
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN { format!("{shown}, …") } else { shown }
}
