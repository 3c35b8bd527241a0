//! The single values of YAML files under paths that the notes and the content share.

use std::collections::BTreeMap;

use serde_json::Value;

/// The files of notes.
pub(super) const NOTES: [&str; 9] =
    ["deklarasi", "glosarium", "konsep", "lembaga", "pelanggaran", "pelaporan", "regulasi", "sanksi", "statistik"];

/// Between the steps of a path.
pub(super) const STEP: &str = " > ";

/// The kinds of content that are a file an entry.
const KINDS: [&str; 4] = ["regulasi", "pelanggaran", "sanksi", "deklarasi"];

/// The keys by which an entry of a list is known, the first that it has.
const NAMES: [&str; 12] =
    ["istilah", "tertulis", "isu", "topik", "tahap", "perbuatan", "sebab", "bagian", "id", "nomor", "berita", "pihak"];

/// Reads YAML.
pub(super) fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

/// Puts every single value below `path` into `all`.
pub(super) fn walk(path: &str, value: &Value, all: &mut BTreeMap<String, String>) {
    match value {
        Value::Null => {}
        Value::Object(keys) => {
            for (key, value) in keys {
                walk(&format!("{path}{STEP}{key}"), value, all);
            }
        }
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                let named = format!("{path}{STEP}{}", name(entry).unwrap_or_else(|| (index + 1).to_string()));
                walk(&named, entry, all);
            }
        }
        Value::String(text) => put(path, text.clone(), all),
        other => put(path, other.to_string(), all),
    }
}

fn put(path: &str, value: String, all: &mut BTreeMap<String, String>) {
    let before = all.insert(path.to_owned(), value);
    assert_eq!(before, None, "two values under {path}");
}

/// What an entry of a list is called: by its own name rather than by its place, which may change.
fn name(entry: &Value) -> Option<String> {
    let text = |key: &str| match &entry[key] {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    // Steps and reporters have an id in the content only.
    let special = [("langkah", "jenis"), ("siapa", "rezim")];
    let special = special.iter().find(|(has, _)| !entry[*has].is_null()).and_then(|(_, key)| text(key));
    special.or_else(|| NAMES.iter().find_map(|key| text(key)))
}

/// The single values of the national content, under the paths that the notes have for them.
pub(super) fn content(read: &dyn Fn(&str) -> String, files: &[String]) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix("content/").unwrap_or_default();
        let kind_and_id = inside.strip_suffix(".md").and_then(|stem| stem.split_once('/'));
        if let Some((kind, id)) = kind_and_id.filter(|(kind, _)| KINDS.contains(kind)) {
            let text = read(file);
            let front = text.split("---\n").nth(1).unwrap();
            walk(&format!("{kind}{STEP}{kind}{STEP}{id}"), &yaml(front), &mut all);
        }
    }
    for (file, key, path) in [
        ("glosarium", "istilah", "glosarium > istilah"),
        ("statistik", "statistik", "statistik > statistik"),
        ("sengketa", "sengketa", "regulasi > titik_sengketa"),
        ("sengketa", "salah_kutip", "regulasi > salah_kutip_umum"),
        ("pelaporan", "tenggat", "pelaporan > tenggat"),
        ("pelaporan", "saluran", "pelaporan > saluran"),
        ("pelaporan", "pelapor", "pelaporan > pelapor"),
        ("pelaporan", "alur", "pelaporan > alur_penanganan"),
        ("pelaporan", "formulir", "pelaporan > formulir"),
    ] {
        let file = format!("content/{file}.yaml");
        walk(path, &yaml(&read(&file))[key], &mut all);
    }
    all
}

/// Where the content keeps what the notes keep under this path: most keys have the same name.
pub(super) fn content_path(path: &str) -> String {
    let steps: Vec<&str> = path.split(STEP).collect();
    let renamed = |from: &str, to: &str| path.replacen(&format!("{STEP}{from}"), &format!("{STEP}{to}"), 1);
    match steps.as_slice() {
        ["sanksi", "sanksi", _, "nama"] => renamed("nama", "judul"),
        ["pelanggaran", "pelanggaran", _, "larangan_singkat"] => renamed("larangan_singkat", "ringkas"),
        ["deklarasi", "deklarasi", _, "contoh_lain", ..] => renamed("contoh_lain", "contoh"),
        ["deklarasi", "deklarasi", _, "fakta", ..] => renamed("fakta", "contoh"),
        ["deklarasi", "deklarasi", _, "bidang_formulir", _, "bidang"] => {
            path.replacen("bidang_formulir", "bidang", 1).trim_end_matches("bidang").to_owned() + "nama"
        }
        ["deklarasi", "deklarasi", _, "bidang_formulir", ..] => renamed("bidang_formulir", "bidang"),
        ["pelaporan", "formulir", _, "bidang", _, index] => {
            format!("{}{STEP}isi{STEP}{index}", steps[..5].join(STEP))
        }
        ["sanksi", "sanksi", _, "pidana_badan" | "denda", _] => steps[..4].join(STEP),
        ["pelaporan", "formulir", _, "keterangan"] => renamed("keterangan", "catatan"),
        _ => path.to_owned(),
    }
}

/// Whether the content says the same as the notes. Figures of criminal sanctions stand in it as a
/// sentence (`1 bulan sampai 6 bulan`), months by name.
pub(super) fn same(path: &str, note: &str, content: &str) -> bool {
    let key = path.rsplit(STEP).next().unwrap_or_default();
    match key {
        "maks" => {
            content.strip_suffix(note).is_some_and(|before| before.ends_with("paling lama ") || before.ends_with(" sampai "))
        }
        "min" => content.starts_with(&format!("{note} sampai ")),
        "maks_rp" => {
            content == format!("paling banyak {}", rupiah(note)) || content.ends_with(&format!(" sampai {}", rupiah(note)))
        }
        "min_rp" => content.starts_with(&format!("{} sampai ", rupiah(note))),
        "per_tanggal" => content == spoken(note),
        "status" => content == note.replace(' ', "_"),
        _ => content == note,
    }
}

fn rupiah(digits: &str) -> String {
    format!("Rp{}", grouped(digits))
}

/// Digits in groups of three: `1.597`.
pub(super) fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// `2021-12` as `Desember 2021`, `2024-12-03` as `3 Desember 2024`, anything else as it is.
pub(super) fn spoken(day: &str) -> String {
    const MONTHS: [&str; 12] = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];
    let parts: Vec<Option<usize>> = day.split('-').map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [Some(year), Some(month)] => format!("{} {year}", MONTHS[month - 1]),
        [Some(year), Some(month), Some(day)] => format!("{day} {} {year}", MONTHS[month - 1]),
        _ => day.to_owned(),
    }
}
