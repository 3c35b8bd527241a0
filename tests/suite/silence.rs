//! Warnings that an office answers for: silenced where it may, told everywhere else, and never called unused by a run that could not have
//! found them.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::harness::{Preview, Project, Run, TODAY, Tree, copy, fixture, repository};

const KAYONG: &str = "content/daerah/61.11-kayong-utara";
const KALBAR: &str = "content/daerah/61-kalimantan-barat";
/// 36 words: one more than a page may have in a sentence.
const LONG: &str = "Aparat yang melihat rekan sejawat memakai kendaraan dinas untuk mengantar rombongan menuju lapangan desa pada hari \
    kerja sebaiknya mencatat tanggal dan tempat kejadian lalu menyampaikannya kepada pengawas terdekat supaya dapat ditindaklanjuti \
    sebelum hari pemungutan suara tiba.";
/// 30 words on a banner that takes 24.
const WORDY: &str = "ringkas: Lihat aparat memihak di kantor, di jalan, di sekolah, atau di balai desa mana pun? Jangan diam. Kabari Bawaslu \
    hari ini juga, sebelum terlambat.";

/// `abaikan:` with one entry; three words are a reason.
fn silence(code: &str) -> String {
    format!("abaikan:\n  - kode: {code}\n    alasan: bunyi resmi edaran\n")
}

/// A page with a sentence that is too long, and more front matter.
fn long_page(front: &str) -> String {
    format!("---\njudul: Kisah\n{front}---\n\n{LONG}\n")
}

/// Adds to a file.
fn add(project: Project, path: &str, more: &str) -> Project {
    let old = std::fs::read_to_string(project.path(path)).unwrap();
    project.write(path, format!("{old}{more}"))
}

/// The program on the day that the computer has, or on another.
fn on(day: Option<&str>, root: &Path, command: &str, args: &[&str]) -> Run {
    let mut program = Command::new(env!("CARGO_BIN_EXE_suluh"));
    program.arg(command).arg("--project").arg(root).args(args).env("NO_COLOR", "1");
    program.args(day.iter().flat_map(|day| ["--as-of", day]));
    Run::of(&mut program, root, None)
}

/// Code and file of each warning.
fn warned(run: &Run) -> Vec<String> {
    let lines: Vec<&str> = run.stderr.lines().collect();
    let place = |line: &str| line.trim_start().strip_prefix("--> ").map(|place| place.split(':').next().unwrap().to_owned());
    let of = |(index, line): (usize, &&str)| {
        let code = line.strip_prefix("peringatan[")?.get(..4)?;
        Some(format!("{code} {}", lines.get(index + 1).and_then(|line| place(line)).unwrap_or_default()))
    };
    lines.iter().enumerate().filter_map(of).collect()
}

#[test]
fn a_warning_with_a_reason_is_counted_and_not_told() {
    let page = "content/halaman/kisah.md";
    let told = Project::base().write(page, long_page("")).check(&["--strict"]).expect_code(1);
    assert_eq!(warned(&told), [format!("S720 {page}")]);
    let silenced = Project::base().write(page, long_page(&silence("S720"))).check(&["--strict"]).expect_code(0);
    let silenced = silenced.expect_stderr("1 peringatan diabaikan dengan alasan\n");
    assert!(silenced.stdout.starts_with("Tidak ada galat"), "{}", silenced.stdout);
    // Programs get a list of what is told, and nothing else.
    let json = Project::base().write(page, long_page(&silence("S720"))).check(&["--message-format", "json"]).expect_code(0);
    assert_eq!((json.stdout.trim(), json.stderr.as_str()), ("[]", ""));
    // Another code, another reason to be told.
    let other = Project::base().write(page, long_page(&silence("S722"))).check(&[]).expect_code(0);
    assert_eq!(warned(&other), [format!("S175 {page}"), format!("S720 {page}")]);
}

#[test]
fn a_file_silences_itself_and_a_removal_too() {
    let (page, gone) = ("content/halaman/kisah.md", format!("{KAYONG}/halaman/kosong.md"));
    let project = Project::base().write(page, long_page(&silence("S720"))).write("content/halaman/lain.md", long_page(""));
    let project = project.write(&gone, format!("---\nhapus: true\n{}---\n", silence("S221")));
    let run = project.check(&[]).expect_code(0).expect_stderr_has("\n2 peringatan diabaikan dengan alasan\n");
    assert_eq!(warned(&run), ["S720 content/halaman/lain.md"]);
}

#[test]
fn a_region_answers_for_its_own_files_alone() {
    let mine = format!("{KAYONG}/halaman/kisah.md");
    let (national, province) = ("content/halaman/cerita.md", format!("{KALBAR}/halaman/riwayat.md"));
    let project = Project::base().write(&mine, long_page("")).write(national, long_page("")).write(&province, long_page(""));
    let project = add(project, &format!("{KAYONG}/daerah.yaml"), &silence("S720"));
    let run = project.check(&[]).expect_code(0).expect_stderr_has("\n1 peringatan diabaikan dengan alasan\n");
    assert_eq!(warned(&run), [format!("S720 {province}"), format!("S720 {national}")]);
    // With `berkas` only that file.
    let other = format!("{KAYONG}/halaman/lain.md");
    let project = project.write(&other, long_page(""));
    let project = project.edit(&format!("{KAYONG}/daerah.yaml"), "edaran\n", "edaran\n    berkas: halaman/lain.md\n");
    assert_eq!(warned(&project.check(&[])), [format!("S720 {province}"), format!("S720 {mine}"), format!("S720 {national}")]);
}

#[test]
fn the_project_answers_for_itself_and_for_files_that_no_region_owns() {
    let data = "content/netral.yaml";
    let past = "netral:\n  - { id: lama, jenis: slogan, kata: Maju Terus Bersama, sampai: 2020-01-01 }\n";
    let project = Project::base().edit("suluh.yaml", "tahun: 2029", "tahun: 2024").write(data, past);
    assert_eq!(warned(&project.check(&[])), [format!("S604 {data}"), "S437 suluh.yaml".to_owned()]);
    // Without `berkas` it speaks of `suluh.yaml` alone.
    let more = "  - kode: S604\n    alasan: bunyi resmi edaran\n";
    let project = add(project, "suluh.yaml", &format!("{}{more}", silence("S437")));
    let run = project.check(&[]).expect_stderr_has("\n1 peringatan diabaikan dengan alasan\n");
    assert_eq!(warned(&run), [format!("S604 {data}")]);
    let project = project.edit("suluh.yaml", more, &format!("{more}    berkas: {data}\n"));
    project.check(&["--strict"]).expect_code(0).expect_stderr("2 peringatan diabaikan dengan alasan\n");
}

#[test]
fn an_error_is_told_whatever_anybody_wrote() {
    let office = format!("{KAYONG}/daerah.yaml");
    let project = add(Project::base(), &office, &silence("S412"));
    let short = project.edit(&office, "(0534) 5550-6111", "(0534) 2123");
    short.check(&["--strict"]).expect_code(0).expect_stderr("1 peringatan diabaikan dengan alasan\n");
    let none = short.edit(&office, "(0534) 2123", "\"0534\"");
    none.check(&[]).expect_code(1).expect_stderr_has("galat[S412]: `0534` tidak dapat ditelepon");
}

#[test]
fn what_can_not_be_silenced_is_told_with_every_other_fault() {
    Project::fixture("abaikan-salah").check(&[]).expect_code(1).expect_golden();
}

#[test]
fn what_silences_nothing_any_more_is_told() {
    Project::fixture("abaikan-menganggur").check(&[]).expect_code(0).expect_golden();
    Project::fixture("abaikan-menganggur").check(&["--strict"]).expect_code(1);
}

/// An error hides what comes after it; a text that a region replaces is read by nobody there.
#[test]
fn nothing_is_called_unused_that_nobody_looked_for() {
    let page = "content/halaman/kisah.md";
    let idle = |project: &Project| warned(&project.check(&[])).iter().filter(|line| line.starts_with("S175")).count();
    let project = Project::base().write(page, format!("---\njudul: Kisah\n{}---\n\nPendek.\n", silence("S720")));
    assert_eq!(idle(&project), 1);
    let broken = project.write("content/halaman/rusak.md", "---\njudul: Rusak\nringkes: x\n---\n\nIsi.\n");
    assert_eq!(idle(&broken), 0);
}

/// What depends on the day is judged today alone.
#[test]
fn another_day_judges_no_law() {
    let office = format!("{KAYONG}/daerah.yaml");
    let project = add(Project::base(), &office, &silence("S434"));
    let idle = |day: Option<&str>| on(day, &project.root(), "check", &[]).expect_code(0).stderr.contains("peringatan[S175]");
    assert!(idle(None));
    assert!(!idle(Some("2099-01-01")));
}

#[test]
fn only_a_build_of_everything_judges_sheets() {
    let piece = "content/cetak/spanduk.md";
    let project = Project::base().edit(piece, "urutan: 2\n", &format!("urutan: 2\n{}", silence("S519")));
    let root = project.root();
    let idle = |day: Option<&str>, command: &str, args: &[&str]| {
        on(day, &root, command, args).expect_code(0).stderr.contains("peringatan[S175]")
    };
    let profile = fixture("icc/mesin-uji.icc");
    let profile = profile.to_str().unwrap();
    assert!(idle(None, "build", &[]));
    assert!(on(None, &root, "build", &["--strict"]).expect_code(1).stderr.contains("peringatan[S175]"));
    for (day, command, args) in [
        (None, "check", &[][..]),
        (None, "build", &["--only", "print"]),
        (None, "build", &["--only", "web"]),
        (None, "build", &["--region", "61.11"]),
        (None, "build", &["--icc", profile]),
        (Some("2099-01-01"), "build", &[]),
    ] {
        assert!(!idle(day, command, args), "{command} {args:?} {day:?}");
    }
}

/// A base silences in its own files, also under an overlay; what it says there is neither inherited nor reported to who can't change it.
#[test]
fn a_base_answers_for_itself() {
    let long = "content/halaman/kisah.md";
    let base = Project::base().write(long, long_page(&silence("S720")));
    let base = base.write("content/halaman/lain.md", format!("---\njudul: Lain\n{}---\n\nPendek.\n", silence("S720")));
    let base = add(base, "suluh.yaml", &silence("S437"));
    let own = base.beside("kantor");
    copy(&fixture("dasar").join(KAYONG), &own.join(KAYONG));
    let settings =
        |more: &str| std::fs::write(own.join("suluh.yaml"), format!("basis: {{ folder: ../proyek }}\n{more}")).unwrap();
    settings("");
    let quiet = on(Some(TODAY), &own, "check", &[]).expect_code(0);
    assert_eq!(warned(&quiet), [""; 0], "{}", quiet.stderr);
    assert!(quiet.stderr.contains("1 peringatan diabaikan dengan alasan"), "{}", quiet.stderr);
    settings(
        "pemilihan: { nama: Pemilihan Umum, tahun: 2029, rezim: pemilu }\nabaikan:\n  - { kode: S722, alasan: bunyi resmi edaran }\n",
    );
    assert_eq!(warned(&on(Some(TODAY), &own, "check", &[])), ["S175 suluh.yaml"]);
    // The same file, but of the office: the base has no say in it.
    std::fs::create_dir_all(own.join(KAYONG).join("halaman")).unwrap();
    std::fs::write(own.join(KAYONG).join("halaman/kisah.md"), long_page("")).unwrap();
    let told = on(Some(TODAY), &own, "check", &[]);
    assert!(warned(&told).contains(&format!("S720 {KAYONG}/halaman/kisah.md")), "{}", told.stderr);
}

/// What is found on sheets is silenced like everything else, told apart in the report, and looked for again at the next build.
#[test]
fn the_report_tells_what_was_answered_for_and_by_whom() {
    let piece = "content/cetak/spanduk.md";
    let loud = Project::base().edit(piece, "ringkas: Lihat aparat memihak? Kabari Bawaslu.", WORDY);
    loud.build(&["--only", "print", "--strict"]).expect_code(1).expect_stderr_has("peringatan[S519]");
    let quiet = loud.edit(piece, "urutan: 2\n", &format!("urutan: 2\n{}", silence("S519")));
    let quiet = quiet.write("content/halaman/kisah.md", long_page(&silence("S720")));
    let output = quiet.path("output");
    let report = |threads: &str| {
        // Today, so that an entry that this run had no use for would be told.
        let run = on(None, &quiet.root(), "build", &["--threads", threads]).expect_code(0);
        // One line a stage, as with everything that is told; three editions find the same once.
        assert_eq!(run.stderr.matches("1 peringatan diabaikan dengan alasan\n").count(), 2, "{}", run.stderr);
        assert!(!run.stderr.contains("[S175]"), "{}", run.stderr);
        Tree::of(&quiet.path("output-laporan"))
    };
    let first = report("1");
    // The other sheets are taken over, this one is looked at again.
    report("1");
    std::fs::remove_dir_all(&output).unwrap();
    first.expect_same_bytes(&report("2"));
    let json: Value =
        serde_json::from_str(&std::fs::read_to_string(quiet.path("output-laporan/preflight.json")).unwrap()).unwrap();
    assert_eq!((&json["jumlah"]["galat"], &json["jumlah"]["diabaikan"]), (&0.into(), &2.into()));
    let answered = json["diabaikan"].as_array().unwrap();
    let codes: Vec<&Value> = answered.iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["S519", "S720"]);
    assert_eq!(answered[0]["alasan"], "bunyi resmi edaran");
    assert_eq!(answered[0]["diabaikan_di"], serde_json::json!({ "file": piece, "line": 7, "column": 11 }));
    let page = std::fs::read_to_string(quiet.path("output-laporan/preflight.html")).unwrap();
    assert!(page.contains("<h2 id=\"diabaikan\">Diabaikan dengan alasan</h2>"), "{page}");
    let line = format!("<td>Bunyi resmi edaran</td><td><code>{piece}</code>, baris 3</td><td><code>{piece}</code>, baris 7</td>");
    assert!(page.contains(&line), "{page}");
}

#[test]
fn the_preview_knows_them_too() {
    let (page, piece) = ("content/halaman/kisah.md", "content/cetak/spanduk.md");
    let project = Project::base().write(page, long_page(&silence("S720")));
    let project = project.edit(piece, "ringkas: Lihat aparat memihak? Kabari Bawaslu.", WORDY);
    let project = project.edit(piece, "urutan: 2\n", &format!("urutan: 2\n{}", silence("S519")));
    let preview = Preview::of(&project);
    let found = preview.get("/_suluh/temuan/").expect(200).expect_words("Tidak ada galat dan tidak ada peringatan.");
    found.expect_words("1 peringatan diabaikan dengan alasan").expect_words("<b>Alasan:</b> bunyi resmi edaran");
    let sheet = preview.get("/_suluh/lembar/61.11/spanduk/").expect(200).expect_words("1 peringatan diabaikan dengan alasan.");
    assert!(!sheet.text().contains("S519"), "{}", sheet.text());
}

/// The page for office workers shows an entry that the program takes.
#[test]
fn the_guide_shows_what_can_be_written() {
    let guide = std::fs::read_to_string(repository("docs/panduan.md")).unwrap();
    let at = guide.find("```yaml\nabaikan:\n").expect("an example in the guide") + "```yaml\n".len();
    let example = &guide[at..at + guide[at..].find("```").unwrap()];
    let project = Project::base().write(&format!("{KAYONG}/halaman/jadwal.md"), long_page(""));
    let project = add(project, &format!("{KAYONG}/daerah.yaml"), example);
    project.check(&["--strict"]).expect_code(0).expect_stderr("1 peringatan diabaikan dengan alasan\n");
}
