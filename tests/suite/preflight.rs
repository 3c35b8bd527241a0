//! A sheet that would be printed wrong stops the build, and the message says where: file, line, piece,
//! panel and village.

use crate::harness::Project;

fn says(fixture: &str) -> String {
    let project = Project::fixture(fixture);
    let run = project.build(&[]).expect_code(1).expect_nothing_published().expect_golden_unmeasured();
    assert!(!project.path("output/cetak").exists(), "something was published");
    run.stderr
}

#[test]
fn text_that_runs_out_of_its_panel() {
    let said = says("naskah-meluap");
    for word in ["content/cetak/brosur-warga.md:41", "`brosur-warga`", "`dalam-2`"] {
        assert!(said.contains(word), "no {word} in:\n{said}");
    }
}

#[test]
fn a_word_wider_than_its_panel() {
    says("kata-terlalu-lebar");
}

#[test]
fn letters_that_no_font_has() {
    says("huruf-tak-ada");
}

/// What one village's values do to its sheet; the other villages are no help, the whole piece waits.
#[test]
fn values_of_a_village() {
    let said = says("desa-meluap");
    for word in ["desa.csv:2", "desa.csv:3", "desa.csv:4", "`brosur-warga`", "`belakang`", "`sampul`", "`Sutera`"] {
        assert!(said.contains(word), "no {word} in:\n{said}");
    }
}
