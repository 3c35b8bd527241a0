//! What a new project consists of, as files in memory.

use crate::commands::write::NewFile;
use crate::commands::{fill, schema};
use crate::content::gazetteer::{KnownRegion, KnownVillage};
use crate::content::village::VillageKind;
use crate::markdown::slug;

/// What the project stands on, as `suluh.yaml` has it and as people say it.
pub(super) struct BasisText {
    /// The line or lines of `suluh.yaml`.
    pub(super) yaml: String,
    /// `bahan nasional yang dibawa program`
    pub(super) spoken: String,
}

/// The files of the project of one region, ready to be built.
pub(super) fn files(region: &KnownRegion, villages: &[KnownVillage], basis: &BasisText) -> Vec<NewFile> {
    let place = slug(bare(&region.name));
    let folder = format!("content/daerah/{}-{place}", region.code);
    let row = format!("| `{folder}/desa.csv` | desa dan kelurahan, pengawasnya, dan jumlah cetakan |\n");
    let has_villages = !villages.is_empty();
    let values = [
        ("akun", place.replace('-', "")),
        ("asal", basis.spoken.clone()),
        ("baris_desa", if has_villages { row } else { String::new() }),
        ("basis", basis.yaml.clone()),
        ("folder", folder.clone()),
        ("kode", region.code.to_string()),
        ("nama", region.name.clone()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let fill = |text: &str| fill::fill(text, &values);
    let mut guide = fill(include_str!("kit/BACA-SAYA.md"));
    let mut files = vec![
        NewFile::new(".gitignore", "/output/\n/output-laporan/\n/.output.suluh/\n"),
        NewFile::new(format!("{folder}/daerah.yaml"), fill(include_str!("kit/daerah.yaml"))),
        NewFile::new("suluh.yaml", fill(include_str!("kit/suluh.yaml"))),
    ];
    if has_villages {
        guide.push_str(include_str!("kit/DESA.md"));
        files.push(NewFile::new(format!("{folder}/desa.csv"), table(villages)));
    }
    files.push(NewFile::new("BACA-SAYA.md", guide));
    files.extend(schema::for_editors());
    files
}

/// The region's folder among the files.
pub(super) fn region_file(files: &[NewFile]) -> Option<&str> {
    files.iter().map(|file| file.path.as_str()).find(|path| path.ends_with("/daerah.yaml"))
}

/// A name without the word of its kind, which is in the code already: `61.05-sintang`.
fn bare(name: &str) -> &str {
    let kinds = ["Kabupaten ", "Kota ", "Provinsi "];
    let rest = kinds.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name);
    rest.strip_prefix("Administrasi ").unwrap_or(rest)
}

/// Shows Excel that the table is UTF-8; without it, `’` in a name would be saved as something else.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// The columns that the office fills in are there and empty.
const HEADER: &str = "kode,nama,kecamatan,jenis,pengawas,telepon,mulai,selesai,izin_web,izin_cetak";

fn table(villages: &[KnownVillage]) -> String {
    let mut out = format!("{BYTE_ORDER_MARK}{HEADER}\n");
    for village in villages {
        let kind = VillageKind::CHOICES.iter().find(|(_, kind)| *kind == village.kind).map_or("", |(word, _)| word);
        out.push_str(&format!("{},{},{},{kind},,,,,,\n", village.code, cell(village.name), cell(village.district)));
    }
    out
}

/// A cell, in quotes when it holds what parts cells.
fn cell(text: &str) -> String {
    if text.contains(['"', ',', ';', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
