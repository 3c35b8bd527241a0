//! One regulation.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Variables, disputes, evidence, frame, law, with};
use crate::content::day;
use crate::content::regulation::{Amendment, Article, Revocation};
use crate::content::sentence::upper_first;
use crate::content::{Id, Kind, Regulation};
use crate::web::page::Page;
use crate::web::words;

/// The kinds whose abbreviation is spelled out in the title of their page.
const SPELLED: [(&str, &str); 6] = [
    ("UU", "Undang-Undang"),
    ("Perppu", "Peraturan Pemerintah Pengganti Undang-Undang"),
    ("PP", "Peraturan Pemerintah"),
    ("Perpres", "Peraturan Presiden"),
    ("Permendagri", "Peraturan Menteri Dalam Negeri"),
    ("Perbawaslu", "Peraturan Bawaslu"),
];

/// `Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara`.
fn full_name(page: &Page<'_>, regulation: &Regulation) -> String {
    let kind = regulation.kind.value.as_str();
    let title = page.text(&regulation.meta.title);
    let number = regulation.number.value.as_str();
    let spelled = SPELLED.iter().find(|(short, _)| *short == kind).map_or(kind, |(_, long)| long);
    if number.contains([';', ',']) {
        return format!("{spelled} Tahun {} tentang {title}", regulation.year);
    }
    if number.contains('/') {
        return format!("{spelled} Nomor {number}: {title}");
    }
    format!("{spelled} Nomor {number} Tahun {} tentang {title}", regulation.year)
}

/// See `regulasi.html` of the theme.
pub(super) fn variables(page: &Page<'_>, id: &Id) -> Option<Variables> {
    let item = page.house.edition().regulations.get(id)?;
    let regulation = &item.data;
    let meta = &regulation.meta;
    let summary = meta.summary.as_ref().map(|summary| page.text(summary));
    let heading =
        frame::Heading::below_list(page, Kind::Regulation, &full_name(page, regulation), summary).told_by(page, &item.body);
    let mut taken: BTreeSet<String> = item.body.headings().iter().map(|heading| heading.id.to_owned()).collect();
    let articles: Vec<Value> = regulation.articles.iter().map(|article| self::article(page, id, article, &mut taken)).collect();
    let amendments: Vec<Value> = regulation.amended_by.iter().map(|one| amendment(page, one)).collect();
    let (body, explained) = page.explained(&item.body);
    Some(with(
        frame::variables(page, &heading),
        json!({
            "isi": body,
            "arti": explained,
            "sebutan": regulation.called.as_ref().map(|called| &called.value),
            "singkat": regulation.short_name(),
            "status": law::status(regulation.status.value),
            "pengganti": regulation.revoked_by.as_ref().map(|one| revocation(page, one)),
            "perubahan": amendments,
            "pasal": articles,
            "data": data(regulation),
            "sengketa": disputes::touched(page, meta),
            "bukti": evidence::evidence(page, meta, &[]),
        }),
    ))
}

fn revocation(page: &Page<'_>, revocation: &Revocation) -> Value {
    let (label, href) = law::actor(page, &revocation.by.value);
    json!({
        "label": label,
        "href": href,
        "pasal": revocation.article.as_ref().map(|article| &article.value),
        "tanggal": revocation.date.as_ref().map(|day| day.value.to_string()),
        "lingkup": revocation.scope.as_ref().map(|scope| page.text(scope)),
        "keterangan": revocation.note.as_ref().map(|note| page.text(note)),
        "keyakinan_kata": revocation.confidence.as_ref().map(|own| evidence::confidence(own.value)),
    })
}

fn amendment(page: &Page<'_>, amendment: &Amendment) -> Value {
    let (label, href) = law::actor(page, &amendment.by.value);
    let nature = amendment.nature.as_ref().map(|nature| upper_first(&nature.value));
    let part = amendment.part.as_ref().map(|part| page.text(part));
    let day = amendment.date.as_ref().map(|day| day::spoken(day.value));
    let own = amendment.confidence.as_ref().map(|own| format!("keyakinan {}", own.value.label()));
    let details: Vec<String> = [nature, part, day, own].into_iter().flatten().collect();
    json!({"label": label, "href": href, "rincian": details.join("; ")})
}

/// `taken` are the ids that the page has already: an id stands once on a page.
fn article(page: &Page<'_>, regulation: &Id, article: &Article, taken: &mut BTreeSet<String>) -> Value {
    let id = article.anchor.clone();
    let anchor = taken.insert(id.clone()).then(|| id.clone());
    let successors: Vec<Value> = article
        .successors
        .iter()
        .map(|successor| {
            let (label, href) = law::linked(page, successor);
            json!({"label": label, "href": href})
        })
        .collect();
    let key = (regulation.clone(), id);
    let resting = page.house.resting.get(&key).map(Vec::as_slice).unwrap_or_default();
    let shelf = &page.house.edition().violations;
    let resting: Vec<Value> = resting
        .iter()
        .filter_map(|id| shelf.get(id).map(|item| (id, item)))
        .map(|(id, item)| json!({"judul": page.text(&item.data.meta.title), "href": page.item(Kind::Violation, id)}))
        .collect();
    json!({
        "id": anchor,
        "nomor": article.number.value,
        "ringkasan": page.text(&article.summary),
        "teks": article.quote.as_ref().map(|quote| &quote.value),
        "padanan": successors,
        "dipakai": resting,
        "keyakinan_kata": article.confidence.as_ref().map(|own| evidence::confidence(own.value)),
        "sumber": evidence::sources(page, &article.sources),
    })
}

/// Name and value of what identifies a regulation.
fn data(regulation: &Regulation) -> Vec<Value> {
    let regimes: Vec<String> = regulation.regimes.iter().map(|regime| regime.value.label().to_owned()).collect();
    let mut rows = vec![
        ("Sebutan".to_owned(), regulation.called.as_ref().map(|called| called.value.clone())),
        ("Ditetapkan".to_owned(), regulation.date.as_ref().map(|day| day::spoken(day.value))),
        ("Diundangkan".to_owned(), regulation.promulgated.as_ref().map(|day| day::spoken(day.value))),
        ("Lembaran".to_owned(), regulation.gazette.as_ref().map(|gazette| gazette.value.clone())),
        ("Lingkup".to_owned(), Some(words::and(&regimes))),
    ];
    for (institution, number) in &regulation.numbers_by_institution {
        rows.push((format!("Nomor {}", institution.value), Some(number.value.clone())));
    }
    let signatories: Vec<String> = regulation.signatories.iter().map(|who| who.value.clone()).collect();
    rows.push(("Ditandatangani".to_owned(), Some(words::and(&signatories))));
    let given = rows.into_iter().filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)));
    given.map(|(name, value)| json!({"nama": name, "nilai": value})).collect()
}
