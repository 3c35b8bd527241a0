//! What content may put between `{{` and `}}`, as tables: values of the edition, and directives.

use std::fmt::Write as _;

use crate::markdown::{DirectiveName, Placeholder, Scope};

/// What each value is.
const VALUES: &[(&str, &str)] = &[
    ("situs.judul", "Judul situs."),
    ("lembaga.nama", "Nama lembaga."),
    ("pemilihan.nama", "Nama pemilihan yang berjalan."),
    ("pemilihan.tahun", "Tahun pemilihan yang berjalan."),
    ("daerah.nama", "Nama daerah: Kabupaten Kayong Utara."),
    ("daerah.kode", "Kode daerah: 61.11."),
    ("daerah.provinsi", "Nama provinsinya."),
    ("daerah.kepala_desa", "Sebutan kepala desa di awal kalimat: Kepala desa, atau `sebutan_kepala_desa` daerah itu."),
    ("daerah.kepala_desa_tengah", "Sebutan yang sama di tengah kalimat, dengan huruf kecil: kepala desa, peratin."),
    ("kantor.nama", "Nama kantor."),
    ("kantor.alamat", "Alamat kantor."),
    ("kantor.telepon", "Nomor telepon kantor."),
    ("kantor.whatsapp", "Nomor WhatsApp kantor."),
    ("kantor.surel", "Alamat surel kantor."),
    ("kantor.situs", "Alamat situs kantor."),
    ("desa.sebutan", "Desa atau Kelurahan."),
    ("desa.nama", "Nama desa."),
    ("desa.kode", "Kode desa."),
    ("desa.kecamatan", "Nama kecamatannya."),
    ("desa.pengawas", "Nama pengawas desa, atau kantor bila tidak ada yang boleh ditampilkan."),
    ("desa.telepon", "Nomor yang dihubungi dari desa itu."),
    ("penerima.nama", "Nama penerima surat; bila kosong, jabatannya."),
    ("penerima.jabatan", "Jabatan penerima; bila kosong, namanya."),
    ("penerima.instansi", "Instansinya."),
    ("penerima.alamat", "Alamat instansinya."),
    ("penerima.kecamatan", "Kecamatan tempat instansinya."),
];

/// What each directive puts in its place, and an example.
const DIRECTIVES: &[(&str, &str, &str)] = &[
    ("daftar", "Daftar isi, boleh disaring.", "daftar: pelanggaran, rezim: pilkada, paling: 6"),
    ("tenggat", "Batas waktu melapor.", "tenggat: semua, rezim: pemilu"),
    ("saluran", "Saluran melapor.", "saluran"),
    ("kontak", "Kontak kantor.", "kontak"),
    ("posko", "Posko kantor.", "posko"),
    (
        "tanda_tangan",
        "Baris untuk ditandatangani: kosong, satu tiap desa, atau satu tiap baris `penandatangan.csv`.",
        "tanda_tangan: desa, jenis: desa",
    ),
    ("glosarium", "Semua istilah dengan artinya. Tiap istilah dapat dituju: `/glosarium/#asn`.", "glosarium"),
    ("statistik", "Angka dengan lembaga dan tanggalnya.", "statistik: layak_cetak"),
    ("sengketa", "Hal yang diperdebatkan, dengan semua pendapatnya. Tidak untuk bahan cetak.", "sengketa: semua"),
    ("salah_kutip", "Dasar hukum yang sering salah ditulis.", "salah_kutip"),
    ("pelapor", "Siapa yang boleh melapor.", "pelapor: semua, rezim: pilkada"),
    ("alur", "Apa yang terjadi sesudah laporan masuk.", "alur"),
    ("formulir", "Isian formulir laporan.", "formulir"),
];

/// Both tables.
pub(super) fn tables(out: &mut String) {
    out.push_str("\n## Isian\n\n");
    out.push_str("Ditulis di tengah kalimat dan diganti oleh program. Isian desa hanya ada di bahan cetak `per_desa`, isian penerima hanya di surat `per_penerima`.\n\n");
    out.push_str("| Isian | Menjadi | Sama untuk |\n|---|---|---|\n");
    for placeholder in Placeholder::ALL {
        let same = match placeholder.scope() {
            Scope::Site => "seluruh proyek",
            Scope::Region => "satu daerah",
            Scope::Village => "satu desa",
            Scope::Recipient => "satu penerima surat",
        };
        let _ = writeln!(out, "| `{placeholder}` | {} | {same} |", value(*placeholder).unwrap_or_default());
    }
    out.push_str("\n## Arahan\n\n");
    out.push_str("Ditulis sebagai satu paragraf tersendiri dan diganti oleh daftar atau tabel. ");
    out.push_str("Di bahan cetak, yang belum bersumber, diperdebatkan, atau tertunda tidak ikut.\n\n");
    out.push_str("| Arahan | Menjadi | Kunci | Contoh |\n|---|---|---|---|\n");
    for name in DirectiveName::ALL {
        let (meaning, example) = directive(*name).unwrap_or_default();
        let keys: Vec<String> = name.keys().iter().filter(|key| **key != "isi").map(|key| format!("`{key}`")).collect();
        let mut contents: Vec<String> = name.contents().iter().map(|content| format!("`{content}`")).collect();
        if name.takes_id() {
            contents.push("satu pengenal".to_owned());
        }
        let keys = [contents.join(" / "), keys.join(", ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let _ = writeln!(out, "| `{}` | {meaning} | {} | `{{{{ {example} }}}}` |", name.name(), keys.join("; "));
    }
}

fn value(placeholder: Placeholder) -> Option<&'static str> {
    VALUES.iter().find(|(name, _)| *name == placeholder.name()).map(|(_, meaning)| *meaning)
}

fn directive(name: DirectiveName) -> Option<(&'static str, &'static str)> {
    DIRECTIVES.iter().find(|(known, _, _)| *known == name.name()).map(|(_, meaning, example)| (*meaning, *example))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Diagnostics, SourceText};

    #[test]
    fn every_value_and_directive_is_explained() {
        for placeholder in Placeholder::ALL {
            assert!(value(*placeholder).is_some(), "{placeholder}");
        }
        assert_eq!(VALUES.len(), Placeholder::ALL.len());
        for name in DirectiveName::ALL {
            assert!(directive(*name).is_some(), "{}", name.name());
        }
        assert_eq!(DIRECTIVES.len(), DirectiveName::ALL.len());
    }

    #[test]
    fn every_example_can_be_read() {
        for (name, _, example) in DIRECTIVES {
            let d = Diagnostics::new();
            let source = SourceText::new("contoh.md", format!("{{{{ {example} }}}}\n"));
            let document = crate::markdown::parse(&source.place(0..source.text().len()), &d);
            assert!(d.is_empty(), "{example}");
            assert_eq!(document.directives()[0].name.name(), *name);
        }
    }
}
