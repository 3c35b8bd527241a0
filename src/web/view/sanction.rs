//! One sanction.

use serde_json::{Value, json};

use super::{Variables, disputes, evidence, frame, law, with};
use crate::content::day;
use crate::content::law::subject_label;
use crate::content::sanction::SanctionStatus;
use crate::content::sentence::upper_first;
use crate::content::{Id, Kind, Sanction};
use crate::diagnostics::Located;
use crate::edition::in_order;
use crate::web::page::Page;
use crate::web::words;

/// The groups in which sanctions are listed: word of the front matter and label.
pub const GROUPS: [(&str, &str); 9] = [
    ("kode_etik", "Sanksi kode etik"),
    ("disiplin", "Hukuman disiplin"),
    ("pemberhentian", "Pemberhentian"),
    ("pppk", "Sanksi bagi PPPK"),
    ("non_asn", "Sanksi bagi pegawai non-ASN"),
    ("desa", "Sanksi bagi kepala dan perangkat desa"),
    ("administratif", "Sanksi administratif"),
    ("pidana", "Sanksi pidana"),
    ("lain", "Tindak lanjut lain"),
];

/// The class and words of a sanction's status.
pub(super) fn status(sanction: &Sanction) -> Value {
    let day = sanction.text_before.as_ref().map(|day| day::spoken(day.value));
    let (class, sentence) = match sanction.status.value {
        SanctionStatus::InForce => ("berlaku", None),
        SanctionStatus::Interim => {
            ("sementara", Some("Dipakai menurut ketentuan peralihan, sampai peraturan penggantinya berlaku.".to_owned()))
        }
        SanctionStatus::Deferred => {
            ("tertunda", Some("Sudah tertulis dalam peraturan, tetapi belum dapat dijatuhkan.".to_owned()))
        }
        SanctionStatus::ReadWithUu12026 => {
            let before = day.map(|day| format!(" sebelum {day}")).unwrap_or_default();
            ("baca", Some(format!("Angkanya menurut teks{before}. Baca bersama UU 1/2026, yang menyesuaikannya.")))
        }
    };
    json!({"id": class, "kata": sanction.status.value.label(), "kalimat": sentence})
}

/// See `sanksi.html` of the theme.
pub(super) fn variables(page: &Page<'_>, id: &Id) -> Option<Variables> {
    let item = page.house.edition().sanctions.get(id)?;
    let sanction = &item.data;
    let meta = &sanction.meta;
    let summary = meta.summary.as_ref().map(|summary| page.text(summary));
    let heading = frame::Heading::below_list(page, Kind::Sanction, &page.text(&meta.title), summary).told_by(page, &item.body);
    let notes: Vec<String> = sanction.neutrality_note.iter().map(|note| page.text(note)).collect();
    let kinds: Vec<String> = sanction.kinds.iter().map(|kind| upper_first(&kind.value)).collect();
    let (body, explained) = page.explained(&item.body);
    Some(with(
        frame::variables(page, &heading),
        json!({
            "isi": body,
            "arti": explained,
            "status": status(sanction),
            "jenis": kinds,
            "data": data(sanction),
            "catatan": notes,
            "dasar": law::bases(page, &sanction.basis),
            "pelanggaran": violations(page, id),
            "sengketa": disputes::touched(page, meta),
            "bukti": evidence::evidence(page, meta, &[]),
        }),
    ))
}

/// Name and value of what is said about a sanction at a glance.
fn data(sanction: &Sanction) -> Vec<Value> {
    let text = |value: &Option<Located<String>>| value.as_ref().map(|text| upper_first(&text.value));
    let subjects: Vec<String> = sanction.subjects.iter().map(|key| subject_label(&key.value).to_owned()).collect();
    let regimes: Vec<String> = sanction.regimes.iter().map(|regime| regime.value.label().to_owned()).collect();
    let rows = [
        ("Bagi", Some(words::and(&subjects))),
        ("Tingkat", level(&sanction.level.value)),
        ("Lingkup", Some(words::and(&regimes))),
        ("Diputus oleh", text(&sanction.decided_by)),
        ("Jenis pidana", text(&sanction.criminal_kind)),
        ("Lamanya", text(&sanction.term)),
        ("Denda", text(&sanction.fine)),
    ];
    let given = rows.into_iter().filter_map(|(name, value)| value.filter(|value| !value.is_empty()).map(|value| (name, value)));
    given.map(|(name, value)| json!({"nama": name, "nilai": value})).collect()
}

/// `menurut_instansi` as a reader sees it; a level that says nothing is left out.
fn level(key: &str) -> Option<String> {
    key.chars().any(char::is_alphanumeric).then(|| words::from_key(key))
}

fn violations(page: &Page<'_>, id: &Id) -> Vec<Value> {
    let all = in_order(&page.house.edition().violations, |item| &item.meta);
    let leading_here = all.into_iter().filter(|(_, item)| item.data.sanctions.iter().any(|sanction| sanction.value == *id));
    leading_here
        .map(|(id, item)| json!({"judul": page.text(&item.data.meta.title), "href": page.item(Kind::Violation, id)}))
        .collect()
}
