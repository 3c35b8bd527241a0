//! What tests stand on: projects in temporary folders, runs of the program, trees of files, and
//! the programs that read what was made.

pub(crate) mod built;
mod project;
mod run;
pub(crate) mod tools;
mod tree;
pub(crate) mod workbook;

pub(crate) use project::Project;
pub(crate) use run::Run;
pub(crate) use tree::Tree;

use std::path::PathBuf;

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
