//! Many problems in one run, in order; one fault, one problem; warnings that count; JSON.

use serde_json::Value;
use snapbox::str;

use crate::harness::{Project, Run};

const REGION: &str = "content/daerah/61.11-kayong-utara";

fn json(project: &Project, args: &[&str]) -> (Run, Vec<Value>) {
    let run = project.check(&[&["--message-format", "json"], args].concat());
    let problems = serde_json::from_str(&run.stdout).expect("JSON on the output, and nothing else");
    (run, problems)
}

fn many() -> Project {
    Project::base()
        .edit("suluh.yaml", "  tahun: 2029", "  tahun: 2029\n  hri: 2029-02-14")
        .edit("content/halaman/lapor.md", "{{ kantor.telepon }}", "{{ kantor.telpon }}")
        .edit("content/halaman/lapor.md", "{{ tenggat }}", "{{ tengat }}")
        .edit("content/sanksi/moral.md", "status: berlaku", "status: brlaku")
        .edit(&format!("{REGION}/desa.csv"), "2026-06-01", "31/02/2026")
        .write(&format!("{REGION}/halaman/kosong.md"), "---\nhapus: true\n---\n")
}

#[test]
fn several_errors_in_several_files_come_in_order() {
    let run = many().check(&[]).expect_code(1);
    let places: Vec<&str> = run.stderr.lines().filter_map(|line| line.trim_start().strip_prefix("--> ")).collect();
    let expected = [
        // Warnings first, so that what must be mended is where the eye is at the end.
        "content/daerah/61.11-kayong-utara/halaman/kosong.md:2:1",
        "content/daerah/61.11-kayong-utara/desa.csv:2:61",
        "content/daerah/61.11-kayong-utara/desa.csv:4:74",
        "content/halaman/lapor.md:7:33",
        "content/halaman/lapor.md:11:4",
        "content/sanksi/moral.md:8:9",
        "suluh.yaml:10:3",
    ];
    assert_eq!(places, expected, "{}", run.stderr);
    assert!(run.stderr.trim_end().ends_with("6 galat, 1 peringatan"), "{}", run.stderr);
}

#[test]
fn two_runs_say_the_same() {
    let project = many();
    assert_eq!(project.check(&[]).stderr, project.check(&[]).stderr);
}

#[test]
fn json_says_the_same_as_text() {
    let project = many();
    let (run, problems) = json(&project, &[]);
    assert_eq!(run.code, 1);
    let text = project.check(&[]).stderr;
    assert_eq!(problems.len(), text.matches("\n\n").count());
    for problem in &problems {
        let word = |key: &str| problem[key].as_str().unwrap_or_else(|| panic!("no {key} in {problem:#}"));
        let severity = match word("severity") {
            "error" => "galat",
            "warning" => "peringatan",
            other => panic!("{other}"),
        };
        let title = format!("{severity}[{}]: {}\n", word("code"), word("message"));
        assert!(text.contains(&title), "no {title:?} in:\n{text}");
        let place = format!("--> {}:{}:{}\n", word("file"), problem["line"], problem["column"]);
        assert!(text.contains(&place), "no {place:?} in:\n{text}");
        assert!(text.contains(&format!("= saran: {}\n", word("hint"))));
    }
}

#[test]
fn json_of_a_sound_project_is_an_empty_list() {
    let (run, problems) = json(&Project::base(), &[]);
    assert_eq!((run.code, problems.len()), (0, 0), "{problems:#?}");
    assert_eq!(run.stderr, "");
}

#[test]
fn a_sound_project_is_told_so() {
    Project::base().check(&["--strict"]).expect_code(0).expect_stderr(str![""]).expect_stdout(str![[r#"
Tidak ada galat: 3 edisi, 3 desa diperiksa. Muat tidaknya teks pada cetakan diperiksa saat `build`.

"#]]);
}

#[test]
fn the_bundled_content_is_sound() {
    let run = Project::bundled().check(&["--strict"]).expect_code(0);
    assert!(!run.stderr.contains("galat"), "{}", run.stderr);
}

#[test]
fn strict_makes_warnings_count() {
    let page = "---\njudul: Situs\n---\n\nLihat {{ kantor.situs }}.\n";
    let project = Project::base().write("content/halaman/situs-kantor.md", page);
    let relaxed = project.check(&[]).expect_code(0).expect_stderr_has("peringatan[S430]");
    assert!(relaxed.stdout.starts_with("Tidak ada galat"), "{}", relaxed.stdout);
    let strict = project.check(&["--strict"]).expect_code(1).expect_stderr_has("peringatan[S430]");
    assert_eq!(strict.stdout, "");
}

/// A file that can't be used is one problem; that others lead to it is none.
#[test]
fn one_fault_is_one_problem() {
    let all = walkdir::WalkDir::new(crate::harness::fixture("dasar/content"));
    let files = all.sort_by_file_name().into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let mut tried = 0;
    for file in files {
        let path = file.path().strip_prefix(crate::harness::fixture("dasar")).unwrap().to_str().unwrap().to_owned();
        if path.ends_with("daerah.yaml") {
            continue;
        }
        let mut bytes = std::fs::read(file.path()).unwrap();
        bytes.push(0xff);
        let (run, problems) = json(&Project::base().write(&path, bytes), &[]);
        assert_eq!((run.code, problems.len()), (1, 1), "{path}: {problems:#?}");
        assert_eq!(problems[0]["file"], path.as_str());
        tried += 1;
    }
    assert!(tried > 10, "only {tried} files tried");
}

/// A national page is part of every edition; a wrong link on it is still one problem.
#[test]
fn a_wrong_link_is_told_once() {
    let project = Project::base().edit("content/halaman/beranda.md", "(/lapor/)", "(/lapro/)");
    project.check(&[]).expect_code(1).expect_stderr(str![[r#"
galat[S240]: tautan menuju `/lapro/`, halaman yang tidak ada
  --> content/halaman/beranda.md:11:7
   |
11 | Lihat [cara melapor](/lapro/).
   |       ^^^^^^^^^^^^^^^^^^^^^^^
   |
   = saran: maksud Anda `/lapor/`?

1 galat

"#]]);
    let project = Project::base().edit("content/halaman/beranda.md", "(/lapor/)", "(/desa/)");
    project.check(&[]).expect_code(1).expect_stderr(str![[r#"
galat[S240]: tautan menuju `/desa/`, halaman yang tidak ada
  --> content/halaman/beranda.md:11:7
   |
11 | Lihat [cara melapor](/desa/).
   |       ^^^^^^^^^^^^^^^^^^^^^^
   |
   = sebab: halaman itu tidak ada dalam edisi Nasional, Provinsi Kalimantan Barat
   = saran: hapus tautan ini, atau tulis alamat halaman yang ada: `/lapor/`

1 galat

"#]]);
}
