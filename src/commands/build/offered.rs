//! What the download page offers of the printed files, and what it calls them.

use super::pieces::Made;
use crate::print::{self, Facts, FileKind, PrintedFile, VillageFile, is_press_sheet};
use crate::web::{DownloadFile, Downloads, PieceFiles, Preview, Use};

/// The files of all pieces of an edition.
pub(super) fn downloads(made: &Made) -> Downloads {
    Downloads { pieces: made.iter().map(|(id, facts)| (id.clone(), piece(facts))).collect(), ..Downloads::default() }
}

/// The file's name without its folder.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn piece(facts: &Facts) -> PieceFiles {
    let per_village = !facts.villages.files.is_empty();
    let villages = facts.villages.files.iter().map(|file| (file.code.to_string(), of_village(file, &facts.villages.stem)));
    let mut files: Vec<DownloadFile> = facts.files.iter().filter_map(|file| for_all(file, per_village)).collect();
    files.sort_by_key(|file| file.purpose);
    PieceFiles {
        preview: facts.previews.first().map(shown),
        size: (facts.width, facts.height),
        files,
        villages: villages.collect(),
        share: facts.share.as_ref().map(shown),
    }
}

fn shown(picture: &print::Preview) -> Preview {
    Preview { name: file_name(&picture.path).to_owned(), width: picture.width, height: picture.height }
}

/// A file that is not one village's alone.
fn for_all(file: &PrintedFile, per_village: bool) -> Option<DownloadFile> {
    let district = file.district.as_ref().map(|district| format!("Untuk percetakan, Kecamatan {district}"));
    let (label, purpose) = match file.kind {
        FileKind::Screen => ("Untuk dibaca", Use::Read),
        FileKind::Card => ("Gambar untuk dibagikan", Use::Share),
        FileKind::Press if is_press_sheet(&file.path) => ("Untuk dicetak lalu dipotong, beberapa di tiap kertas", Use::Press),
        FileKind::Press if per_village => ("Untuk percetakan, semua desa", Use::Press),
        FileKind::Press => ("Untuk percetakan", Use::Press),
        FileKind::District => ("Untuk percetakan, satu kecamatan", Use::District),
        // They stay with the office and the shop.
        FileKind::Office | FileKind::Proof => return None,
    };
    Some(offered(file, district.as_deref().unwrap_or(label), purpose))
}

/// A file as the page offers it, under this label.
pub(super) fn offered(file: &PrintedFile, label: &str, purpose: Use) -> DownloadFile {
    DownloadFile {
        name: file_name(&file.path).to_owned(),
        label: label.to_owned(),
        purpose,
        bytes: file.bytes as u64,
        pages: u32::try_from(file.pages).unwrap_or(u32::MAX),
        sha256: file.sha256.clone(),
    }
}

/// The file of one village.
fn of_village(file: &VillageFile, stem: &str) -> DownloadFile {
    DownloadFile {
        name: file_name(&file.path(stem)).to_owned(),
        label: "PDF desa ini".to_owned(),
        purpose: Use::Press,
        bytes: file.bytes as u64,
        pages: u32::try_from(file.pages).unwrap_or(u32::MAX),
        sha256: file.sha256.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::VillageFiles;

    fn file(kind: FileKind, name: &str) -> PrintedFile {
        let district = (kind == FileKind::District).then(|| "Sukadana".to_owned());
        let path = format!("cetak/61.11/uji/{name}");
        PrintedFile { kind, path, district, pages: 2, bytes: 9, sha256: String::new() }
    }

    /// Every kind has its words, those to read come first, and what only the office and the shop need is left out.
    #[test]
    fn files_are_called_by_what_they_are_for() {
        let kinds = [
            (FileKind::Press, "uji.pdf"),
            (FileKind::Press, "uji-susun.pdf"),
            (FileKind::District, "uji-kec-sukadana.pdf"),
            (FileKind::Office, "uji-kantor.pdf"),
            (FileKind::Screen, "uji-layar.pdf"),
            (FileKind::Proof, "uji-contoh.png"),
            (FileKind::Card, "uji.png"),
        ];
        let files = kinds.map(|(kind, name)| file(kind, name)).to_vec();
        let villages = VillageFiles {
            stem: "cetak/61.11/uji/desa/uji-".to_owned(),
            files: vec![VillageFile::of("61.11.01.2001", 2, b"uji")],
        };
        let made = piece(&Facts { files, villages, previews: vec![], share: None, width: 297.0, height: 210.0 });
        let said: Vec<(&str, &str)> = made.files.iter().map(|file| (file.name.as_str(), file.label.as_str())).collect();
        let expected = [
            ("uji-layar.pdf", "Untuk dibaca"),
            ("uji.png", "Gambar untuk dibagikan"),
            ("uji.pdf", "Untuk percetakan, semua desa"),
            ("uji-susun.pdf", "Untuk dicetak lalu dipotong, beberapa di tiap kertas"),
            ("uji-kec-sukadana.pdf", "Untuk percetakan, Kecamatan Sukadana"),
        ];
        assert_eq!(said, expected);
        assert_eq!((made.villages.len(), made.villages["61.11.01.2001"].name.as_str()), (1, "uji-61.11.01.2001.pdf"));
        let single = piece(&Facts {
            files: vec![file(FileKind::Press, "uji.pdf")],
            villages: VillageFiles::default(),
            previews: vec![],
            share: None,
            width: 1.0,
            height: 1.0,
        });
        assert_eq!(single.files[0].label, "Untuk percetakan");
    }
}
