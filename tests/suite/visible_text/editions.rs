//! The editions of the two projects, and what placeholders are worth in them, from their YAML alone.

use super::markdown::Values;

/// An edition: its folder in the web root, and its layers in the content, the upper first.
pub(super) type Edition = (&'static str, &'static [&'static str]);

/// The editions of the bundled content; the country comes last, because every address begins like its root.
pub(super) const BUNDLED: [Edition; 8] = [
    ("18.13/", &["daerah/18.13-pesisir-barat/", "daerah/18-lampung/", ""]),
    ("18.71/", &["daerah/18.71-bandar-lampung/", "daerah/18-lampung/", ""]),
    ("18/", &["daerah/18-lampung/", ""]),
    ("36.72/", &["daerah/36.72-cilegon/", "daerah/36-banten/", ""]),
    ("36/", &["daerah/36-banten/", ""]),
    ("61.11/", &["daerah/61.11-kayong-utara/", "daerah/61-kalimantan-barat/", ""]),
    ("61/", &["daerah/61-kalimantan-barat/", ""]),
    ("", &[""]),
];

/// The editions of the small project.
pub(super) const EDITIONS: [Edition; 3] = [
    ("61.11/", &["daerah/61.11-kayong-utara/", "daerah/61-kalimantan-barat/", ""]),
    ("61/", &["daerah/61-kalimantan-barat/", ""]),
    ("", &[""]),
];

/// What the placeholders of an edition are worth, from its YAML alone.
pub(super) fn values(read: &dyn Fn(&str) -> String, layers: &[&str]) -> Values {
    let yaml = |path: &str| -> serde_json::Value { serde_yaml::from_str(&read(path)).unwrap() };
    let site = yaml("suluh.yaml");
    let national = layers == [""];
    let own = if national { site.clone() } else { yaml(&format!("content/{}daerah.yaml", layers[0])) };
    let province = if layers.len() == 3 { yaml(&format!("content/{}daerah.yaml", layers[1])) } else { own.clone() };
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Null => "(belum diisi)".to_owned(),
        other => other.to_string(),
    };
    let office = &own["kantor"];
    let head = own["sebutan_kepala_desa"].as_str().unwrap_or("Kepala desa").to_owned();
    let name = if national { "Nasional".to_owned() } else { text(&own["nama"]) };
    Values::from([
        ("situs.judul", text(&site["judul"])),
        ("lembaga.nama", text(&site["lembaga"])),
        ("pemilihan.nama", text(&site["pemilihan"]["nama"])),
        ("pemilihan.tahun", text(&site["pemilihan"]["tahun"])),
        ("daerah.kode", if national { "nasional".to_owned() } else { text(&own["kode"]) }),
        ("daerah.provinsi", if national { name.clone() } else { text(&province["nama"]) }),
        ("daerah.kepala_desa_tengah", head.to_lowercase()),
        ("daerah.kepala_desa", head),
        ("daerah.nama", name),
        ("kantor.nama", text(&office["nama"])),
        ("kantor.alamat", text(&office["alamat"])),
        ("kantor.telepon", text(&office["telepon"])),
        ("kantor.whatsapp", text(&office["whatsapp"])),
        ("kantor.surel", text(&office["surel"])),
        ("kantor.situs", text(&office["situs"])),
    ])
}
