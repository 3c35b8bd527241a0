//! The report for programs.

use serde_json::{Value, json as value};

use super::looked::Counted;
use super::{Outcome, Report, Sheet};
use crate::diagnostics::{Severity, Silenced, render};

/// The report as one JSON object, indented, with a final newline. Findings have the keys of `--message-format json`, and `desa` where they
/// are about one village; those that are silenced have `alasan` and `diabaikan_di`.
pub(super) fn json(report: &Report<'_>) -> String {
    let outcome = match report.outcome {
        Outcome::Unchecked => "cetakan_belum_diperiksa",
        Outcome::Refused => "tidak_diterbitkan",
        Outcome::Published => "diterbitkan",
    };
    let whole = value!({
        "versi": 1,
        "hasil": outcome,
        "tanggal": report.as_of.map(|day| day.to_string()),
        "jumlah": {
            "galat": report.count(Severity::Error),
            "peringatan": report.count(Severity::Warning),
            "catatan": report.count(Severity::Note),
            "diabaikan": report.silenced.len(),
        },
        "diperiksa": { "sekarang": counted(report.looked.now), "seperti_terbitan_sebelumnya": counted(report.looked.before) },
        "pemeriksaan": report.looked.told().map(|rule| value!({
            "kode": rule.code,
            "apa": rule.what,
            "batas": rule.limit,
            "pada": counted(rule.counted),
            "temuan": report.broken(rule.code),
            "diabaikan": report.silenced(rule.code),
        })).collect::<Vec<_>>(),
        "menahan": report.holding().map(|sheet| value!({
            "edisi": sheet.edition.to_string(),
            "karya": sheet.piece,
            "desa": sheet.failed_villages(),
            "tanpa_bahan_ini": sheet.without,
        })).collect::<Vec<_>>(),
        "karya": report.sheets.iter().map(sheet).collect::<Vec<_>>(),
        "isi": report.content.iter().map(render::json_object).collect::<Vec<_>>(),
        "diabaikan": report.silenced.iter().map(silenced).collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

fn silenced(silenced: &Silenced) -> Value {
    let (line, column) = silenced.by.line_column();
    let mut object = render::json_object(&silenced.diagnostic);
    if let Some(keys) = object.as_object_mut() {
        keys.insert("alasan".to_owned(), silenced.reason.as_str().into());
        keys.insert("diabaikan_di".to_owned(), value!({ "file": silenced.by.path(), "line": line, "column": column }));
    }
    object
}

fn counted(counted: Counted) -> Value {
    value!({ "bahan": counted.pieces, "lembar_desa": counted.villages })
}

fn sheet(sheet: &Sheet) -> Value {
    let found = sheet.found.iter().map(|finding| {
        let mut object = render::json_object(&finding.diagnostic);
        if let (Some((name, code)), Some(keys)) = (&finding.village, object.as_object_mut()) {
            keys.insert("desa".to_owned(), value!({ "nama": name, "kode": code }));
        }
        object
    });
    value!({
        "edisi": sheet.edition.to_string(),
        "kantor": sheet.office,
        "karya": sheet.piece,
        "judul": sheet.title,
        "format": sheet.format.as_str(),
        "temuan": found.collect::<Vec<_>>(),
    })
}
