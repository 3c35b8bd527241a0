//! A sheet that would be printed wrong stops the build, and the message says where: file, line, piece,
//! panel and village.

use crate::harness::Project;

fn says(fixture: &str) -> String {
    let project = Project::fixture(fixture);
    let run = project.build(&[]).expect_code(1).expect_stderr_has("\nYang menahan: ");
    let run = run.expect_nothing_published().expect_golden_unmeasured();
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

/// The address of an office is its own to shorten, wherever it overfills a text of the base.
#[test]
fn an_address_that_fills_a_panel_is_named() {
    let office = "content/daerah/61.11-kayong-utara/daerah.yaml";
    let (piece, address) = ("content/cetak/brosur-warga.md", "Jalan Bhakti Nomor 3, Sukadana");
    let long = format!("{address}, {}", "Kompleks Perkantoran Pemerintah Daerah, ".repeat(30));
    let project = Project::base().edit(office, address, &format!("\"{}\"", long.trim_end_matches(", ")));
    let project = project.edit(piece, " {#belakang}\n", " {#belakang}\n\nDatang ke {{ kantor.alamat }}.\n");
    let run = project.build(&["--only", "print"]).expect_code(1).expect_nothing_published();
    run.expect_stderr_has("galat[S501]: teks panel `belakang` tidak muat")
        .expect_stderr_has("daerah.yaml:5:")
        .expect_stderr_has("`alamat` kantor ikut mengisi tempat itu");
}

/// A piece that fails keeps everything from being published, and the report says which and what to write to publish the rest without it.
#[test]
fn the_report_says_how_to_publish_the_rest() {
    const PIECE: &str = "content/daerah/61.11-kayong-utara/cetak/brosur-warga.md";
    let project = Project::fixture("desa-meluap");
    project.build(&["--only", "print"]).expect_code(1).expect_nothing_published();
    let report = std::fs::read_to_string(project.path("output-laporan/preflight.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let holding = report["menahan"].as_array().unwrap();
    assert_eq!(holding.len(), 1, "{report:#}");
    assert_eq!((&holding[0]["karya"], &holding[0]["desa"]), (&"brosur-warga".into(), &3.into()));
    assert!(holding[0]["tanpa_bahan_ini"].as_str().unwrap().contains(PIECE), "{report:#}");
    assert_eq!(report["tanggal"], "2026-11-22");
    let looked = report["pemeriksaan"].as_array().unwrap().iter().find(|rule| rule["kode"] == "S511").unwrap();
    assert_eq!(looked["pada"]["lembar_desa"], 3);
    let project = project.write(PIECE, "---\nhapus: true\n---\n");
    project.build(&["--only", "print"]).expect_code(0);
    assert!(project.path("output/cetak").is_dir() && !project.path("output/cetak/61.11/brosur-warga").exists());
}
