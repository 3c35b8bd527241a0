//! Kinds of bad input: the whole message of each, and the last build left as it was.
//!
//! One fixture folder a kind, `tests/fixtures/<kind>/`, laid over the small project; `pesan.txt` in it
//! is what the program says, to the letter. Each holds several faults, all told in one run.

use crate::harness::{Project, leaves_the_last_build_alone};

/// Lays a fixture over the small project, with what no repository can hold.
fn project(fixture: &str) -> Project {
    let project = Project::fixture(fixture);
    match fixture {
        // A link out of the project would not survive a checkout on Windows.
        "tautan-keluar" => {
            std::fs::write(project.beside("rahasia.md"), "---\njudul: Rahasia\n---\n").unwrap();
            std::fs::create_dir(project.beside("luar")).unwrap();
            project.link("content/halaman/rahasia.md", "../../../rahasia.md").link("content/gambar", "../../luar")
        }
        _ => project,
    }
}

const ALL: [&str; 32] = [
    "abaikan-salah",
    "kunci-tak-dikenal",
    "kunci-ganda",
    "tipe-salah",
    "kunci-hilang",
    "regulasi-tak-dikenal",
    "bukan-utf8",
    "berkas-kosong",
    "bom-alias",
    "tautan-keluar",
    "gambar-keluar",
    "html-mentah",
    "tautan-javascript",
    "pengisi-tak-dikenal",
    "program-dalam-isi",
    "templat-tema",
    "dicabut-berputar",
    "rezim-hilang",
    "pidana-tanpa-tanggal",
    "tinjau-terbalik",
    "cabut-sebagian",
    "cetak-belum-bersumber",
    "cetak-sanksi-tertunda",
    "sengketa-tak-dikenal",
    "angka-tanpa-tanggal",
    "glosarium-ganda",
    "data-kunci-tak-dikenal",
    "yaml-bersarang",
    "huruf-palsu",
    "percetakan-kacau",
    "percetakan-kurang",
    "pesanan-salah",
];

/// A build that meets any of them says the same as `check` and leaves what is published alone.
#[test]
fn each_leaves_the_last_build_alone() {
    leaves_the_last_build_alone(ALL.into_iter().map(project));
}

fn says(fixture: &str) {
    project(fixture).check(&[]).expect_code(1).expect_golden();
}

#[test]
fn unknown_key() {
    says("kunci-tak-dikenal");
}

#[test]
fn duplicate_key() {
    says("kunci-ganda");
}

#[test]
fn wrong_type() {
    says("tipe-salah");
}

#[test]
fn missing_field() {
    says("kunci-hilang");
}

#[test]
fn unknown_regulation_and_article() {
    says("regulasi-tak-dikenal");
}

#[test]
fn invalid_utf8() {
    says("bukan-utf8");
}

#[test]
fn empty_file() {
    says("berkas-kosong");
}

#[test]
fn yaml_alias_bomb() {
    says("bom-alias");
}

#[test]
fn symlink_out_of_the_root() {
    says("tautan-keluar");
}

#[test]
fn picture_path_out_of_its_folder() {
    says("gambar-keluar");
}

#[test]
fn raw_html() {
    says("html-mentah");
}

#[test]
fn javascript_link() {
    says("tautan-javascript");
}

#[test]
fn unknown_placeholder() {
    says("pengisi-tak-dikenal");
}

#[test]
fn template_code_in_content() {
    says("program-dalam-isi");
}

/// A template shows its faults when it is used, so only a build meets them.
#[test]
fn theme_template_error() {
    project("templat-tema").build(&[]).expect_code(1).expect_nothing_published().expect_golden();
}

#[test]
fn regulations_that_revoke_in_a_circle() {
    says("dicabut-berputar");
}

#[test]
fn deadline_or_sanction_without_regime() {
    says("rezim-hilang");
}

#[test]
fn criminal_figure_without_date() {
    says("pidana-tanpa-tanggal");
}

#[test]
fn review_before_the_check() {
    says("tinjau-terbalik");
}

#[test]
fn partial_revocation_without_scope() {
    says("cabut-sebagian");
}

#[test]
fn unsourced_and_disputed_content_on_a_sheet() {
    says("cetak-belum-bersumber");
}

#[test]
fn deferred_sanction_on_a_sheet() {
    says("cetak-sanksi-tertunda");
}

#[test]
fn unknown_dispute_and_figure() {
    says("sengketa-tak-dikenal");
}

#[test]
fn printable_figure_without_day() {
    says("angka-tanpa-tanggal");
}

#[test]
fn term_given_twice() {
    says("glosarium-ganda");
}

#[test]
fn unknown_key_in_a_data_file() {
    says("data-kunci-tak-dikenal");
}

#[test]
fn print_shops_that_can_not_be_read() {
    says("percetakan-kacau");
}

#[test]
fn print_shops_that_do_not_fit_together() {
    says("percetakan-kurang");
}

#[test]
fn orders_of_what_is_not_there() {
    says("pesanan-salah");
}

#[test]
fn yaml_nesting_bomb() {
    says("yaml-bersarang");
}

/// Fonts are opened when something is printed, so only a build meets them.
#[test]
fn font_that_is_none() {
    project("huruf-palsu").build(&[]).expect_code(1).expect_nothing_published().expect_golden();
}
