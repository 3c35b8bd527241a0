//! What tests stand on: projects in temporary folders, runs of the program, trees of files, and
//! the programs that read what was made.

pub(crate) mod built;
mod preview;
mod project;
mod run;
pub(crate) mod tools;
mod tree;
pub(crate) mod workbook;

pub(crate) use preview::{Answer, Preview, hear, save_by_renaming};
pub(crate) use project::{Project, copy};
pub(crate) use run::Run;
pub(crate) use tree::Tree;

use std::path::{Path, PathBuf};

/// The day on which every test takes place, so that the law and the terms of office stand still.
pub(crate) const TODAY: &str = "2026-11-22";

/// A file or folder of this repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A file or folder of `tests/fixtures/`.
pub(crate) fn fixture(path: &str) -> PathBuf {
    repository("tests/fixtures").join(path)
}

/// Builds each of these bad projects over a sound publication: each says its golden message and leaves what is published alone.
pub(crate) fn leaves_the_last_build_alone(bad: impl Iterator<Item = Project>) {
    let sound = Project::base();
    let output = sound.path("output");
    sound.build(&[]).expect_code(0);
    let before = Tree::of(&output);
    for project in bad {
        project.build_into(&output, &[]).expect_code(1).expect_nothing_published().expect_golden();
        before.expect_untouched(&Tree::of(&output));
    }
}

/// A press file by the name that printing knows it by, `cetak/61.11/spanduk/spanduk.pdf`: its name in the shop's folder says the job, which
/// most tests are not about. Any other path stays as it is.
pub(crate) fn press_file(path: PathBuf) -> PathBuf {
    let pdf = path.extension().is_some_and(|ending| ending == "pdf");
    if !pdf || path.exists() || !path.components().any(|part| part.as_os_str() == "cetak") {
        return path;
    }
    let folder = path.parent().unwrap();
    let part = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let wanted = part(&path);
    let pieces = folder.ancestors().take(2).filter_map(|folder| wanted.strip_prefix(folder.file_name()?.to_str()?));
    let Some(part_of_piece) = pieces.map(|part| part.trim_start_matches('-')).next() else { return path };
    let Ok(entries) = std::fs::read_dir(folder) else { return path };
    let mut names: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    names.sort();
    let extra =
        |name: &str| ["_Kec-", "printer-kantor", "daftar-sebar", "tanda-terima", "susun"].iter().any(|mark| name.contains(mark));
    let found = names.into_iter().find(|path| match part_of_piece {
        "" => !extra(&part(path)),
        part_of_piece => part(path).contains(part_of_piece),
    });
    found.unwrap_or(path)
}
