//! The list of violations as a finder: who am I, when is it, what is done; then the law and the sanction at once.
//!
//! Each row carries the answers it fits as words, so that a script can filter by them. Without script the page is the whole list, and
//! an address such as `#bagi-kepala-desa` leaves only the rows of one reader (the stylesheet does that).

use serde_json::{Map, Value, json};

use super::{Variables, law, lists, with};
use crate::content::finder::{Deed, MOMENTS, WHO, Who};
use crate::content::law::{Phase, Regime};
use crate::content::village::VillageKind;
use crate::content::violation::GROUPS;
use crate::content::{Id, Kind, Violation};
use crate::edition::{Item, in_order};
use crate::web::page::Page;

/// The page of `content/halaman/` that lists what is allowed; its body stands below the prohibitions.
const ALLOWED: &str = "boleh";

/// The elections a reader may ask about.
const ELECTIONS: [Regime; 2] = [Regime::Pemilu, Regime::Pilkada];

/// See `pelanggaran-daftar.html` of the theme.
pub(super) fn variables(page: &Page<'_>) -> Variables {
    let all = in_order(&page.house.edition().violations, |item| &item.meta);
    let rows = all.iter().map(|(id, item)| (item.data.group.value.as_str(), row(page, id, &item.data)));
    let summary = "Siapa Anda, kapan, dan perbuatan apa: di bawah tiap larangan ada dasar hukum dan sanksinya.";
    with(
        lists::heading(page, "Bolehkah? Cari larangannya", summary),
        json!({
            "kelompok": lists::as_values(lists::grouped(rows, &GROUPS)),
            "jumlah": all.len(),
            "saring": questions(&all),
            "boleh": allowed(page),
        }),
    )
}

/// A prohibition with its law, its sanctions and the answers it fits.
fn row(page: &Page<'_>, id: &Id, violation: &Violation) -> Value {
    let shelf = &page.house.edition().sanctions;
    let sanctions: Vec<String> =
        violation.sanctions.iter().filter_map(|id| Some(page.text(&shelf.get(&id.value)?.data.meta.title))).collect();
    let bases: Vec<String> = violation.basis.iter().map(|basis| law::linked(page, basis).0).collect();
    let mut row = lists::prohibition(page, id, violation, true);
    if let Value::Object(fields) = &mut row {
        fields.insert("dasar".to_owned(), json!(bases.first()));
        fields.insert("dasar_lain".to_owned(), json!(bases.len().saturating_sub(1)));
        fields.insert("sanksi".to_owned(), json!(sanctions));
        answers(violation, fields);
    }
    row
}

/// The answers of a reader that lead to this prohibition, each a list of words with spaces between.
fn answers(violation: &Violation, fields: &mut Map<String, Value>) {
    let mut put = |name: &str, words: Vec<&str>| fields.insert(name.to_owned(), json!(words.join(" ")));
    put("siapa", WHO.iter().filter(|who| binds(who, violation)).map(|who| who.key).collect());
    put("kapan", MOMENTS.iter().filter(|moment| moment.is_within(&phases(violation))).map(|moment| moment.key).collect());
    put("perbuatan", Deed::CHOICES.iter().filter(|(_, deed)| concerns(*deed, violation)).map(|(key, _)| *key).collect());
    put("pemilihan", ELECTIONS.iter().filter(|regime| governs(**regime, violation)).map(|regime| regime.key()).collect());
}

fn phases(violation: &Violation) -> Vec<Phase> {
    violation.phases.iter().map(|phase| phase.value).collect()
}

fn binds(who: &Who, violation: &Violation) -> bool {
    who.is_bound(violation.subjects.iter().map(|subject| subject.value.as_str()))
}

/// A prohibition that names no kind of act may be about any.
fn concerns(deed: Deed, violation: &Violation) -> bool {
    violation.deeds.is_empty() || violation.deeds.iter().any(|own| own.value == deed)
}

/// What holds at any time, and the law of villages, holds in every election.
fn governs(election: Regime, violation: &Violation) -> bool {
    violation.regimes.iter().any(|regime| regime.value == election || !ELECTIONS.contains(&regime.value))
}

/// The questions with the answers that find something in this edition.
fn questions(all: &[(&Id, &Item<Violation>)]) -> Value {
    let found = |fits: &dyn Fn(&Violation) -> bool| all.iter().filter(|(_, item)| fits(&item.data)).count();
    let option = |key: &str, label: &str, count: usize| json!({"nilai": key, "nama": label, "jumlah": count});
    let known = |options: Vec<Value>| -> Vec<Value> { options.into_iter().filter(|option| option["jumlah"] != 0).collect() };
    json!({
        "siapa": known(WHO.iter().map(|who| option(who.key, who.label, found(&|one| binds(who, one)))).collect()),
        "kapan": known(
            MOMENTS.iter().map(|at| option(at.key, at.label, found(&|one| at.is_within(&phases(one))))).collect(),
        ),
        "perbuatan": known(
            Deed::CHOICES.iter().map(|(key, deed)| option(key, deed.label(), found(&|one| concerns(*deed, one)))).collect(),
        ),
        "pemilihan": known(
            ELECTIONS.iter().map(|regime| option(regime.key(), regime.label(), found(&|one| governs(*regime, one)))).collect(),
        ),
    })
}

/// The readers who live in a desa alone.
const OF_DESA: [&str; 3] = ["kepala-desa", "perangkat-desa", "bpd"];

/// The readers that some prohibition binds, each with the address of the finder that shows theirs; for home. Nobody is asked whether they head
/// a desa where all villages are kelurahan.
pub(super) fn readers(page: &Page<'_>) -> Vec<Value> {
    let villages = &page.house.edition().villages;
    let urban = !villages.is_empty() && villages.iter().all(|village| village.kind == VillageKind::Kelurahan);
    let all = in_order(&page.house.edition().violations, |item| &item.meta);
    let list = page.href(&page.house.plan.list(Kind::Violation));
    let asked = WHO.iter().filter(|who| !(urban && OF_DESA.contains(&who.key)));
    let bound = asked.filter(|who| all.iter().any(|(_, item)| binds(who, &item.data)));
    bound.map(|who| json!({"nama": who.label, "href": format!("{list}#bagi-{}", who.key)})).collect()
}

/// What is allowed, with its title and its page; null where the edition has no such page.
fn allowed(page: &Page<'_>) -> Option<Value> {
    let (id, item) = page.house.edition().pages.get_key_value(ALLOWED)?;
    Some(json!({
        "judul": page.text(&item.data.meta.title),
        "isi": page.body(&item.body),
        "href": page.item(Kind::Page, id),
    }))
}
