//! `suluh diff`: what changed for a reader between two states of a project.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use snapbox::str;

use crate::harness::{Project, Run, TODAY};

/// Exit code: the content has errors.
const CONTENT: i32 = 1;
/// Exit code: the command line was not understood.
const USAGE: i32 = 2;
/// Exit code: a file could not be read.
const IO: i32 = 3;

/// Runs the command in the folder of the old state, so that the paths in its answer are short.
fn diff(old: &Project, args: &[&str]) -> Run {
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_suluh"));
    program.arg("diff").args(args).args(["--as-of", TODAY]).current_dir(old.root()).env("NO_COLOR", "1");
    Run::of(&mut program, &old.root(), None)
}

/// A project with another state of it in the folder `baru`.
fn with_new(change: impl Fn(Project) -> Project) -> Project {
    let old = Project::base();
    let new = change(Project::base());
    crate::harness::copy(&new.root(), &old.path("baru"));
    old
}

#[test]
fn what_changed_is_told_in_words() {
    let office = "content/daerah/61.11-kayong-utara/daerah.yaml";
    let old = with_new(|project| {
        project
            .edit("content/halaman/lapor.md", "Telepon {{ kantor.nama }} di", "Hubungi {{ kantor.nama }} pada nomor")
            .edit("content/regulasi/uu-20-2023.md", "status: berlaku", "status: diubah\ndiubah_oleh:\n  - oleh: UU 1/2027")
            .edit("content/pelanggaran/mengunggah-dukungan.md", "Pasal 24 ayat (1) huruf d", "Pasal 2 huruf f")
            .edit("content/cetak/brosur-warga.md", "- menjadi tim sukses", "- menjadi tim sukses\n- memasang atribut")
            .edit("content/daerah/61.11-kayong-utara/desa.csv", "Sutera,Sukadana", "Sutra,Sukadana")
            .edit(office, "(0534) 5550-6111", "(0534) 5550-6999")
            .write("content/halaman/baru.md", "---\njudul: Halaman baru\n---\nIsi.\n")
    });
    diff(&old, &[".", "baru"]).expect_code(0).expect_stderr("").expect_stdout(str![[r#"
Yang berubah bagi pembaca dari . ke baru, menurut 22 November 2026

Nasional, berlaku di semua daerah
  Regulasi
    UU 20/2023 (Aparatur Sipil Negara) (uu-20-2023)
      status: berlaku → berlaku dengan perubahan
      diubah oleh: + UU 1/2027
  Larangan
    Mengunggah dukungan kepada calon (mengunggah-dukungan)
      dasar hukum: − Pasal 24 ayat (1) huruf d UU 20/2023
      dasar hukum: + Pasal 2 huruf f UU 20/2023
  Halaman
    baru: Halaman baru (baru)
    Dua cara memberi tahu (lapor)
      − Telepon {{ kantor.nama }} di {{ kantor.telepon }}.
      + Hubungi {{ kantor.nama }} pada nomor {{ kantor.telepon }}.
  Naskah cetakan
    Brosur netralitas (brosur-warga)
      + memasang atribut
  Cetak ulang di mana pun dipakai
    Brosur netralitas (brosur-warga): 1 edisi, 3 desa dan kelurahan

Kabupaten Kayong Utara (61.11)
  Kontak
    Kantor
      telepon: (0534) 5550-6111 → (0534) 5550-6999
  Desa dan kelurahan
    Daftar desa dan kelurahan
      nama atau kecamatan: Sutera (Sukadana) → Sutra (Sukadana)

"#]]);
    let back = diff(&old, &["baru", ".", "--region", "61.11"]).expect_code(0);
    assert!(back.stdout.contains("dihapus: Halaman baru (baru)") && back.stdout.contains("Sutra"), "{}", back.stdout);
    let json: serde_json::Value = serde_json::from_str(&diff(&old, &[".", "baru", "--json"]).expect_code(0).stdout).unwrap();
    assert!(json["changed"] == true && json["editions"].as_array().unwrap().len() == 2, "{json:#}");
}

/// A changed number is on the sheets that print it, letters too; those with the WhatsApp number alone are as they were. The comparison of two
/// states says so as well as the build.
#[test]
fn the_build_prints_anew_what_the_comparison_names() {
    let office = "content/daerah/61.11-kayong-utara/daerah.yaml";
    let table =
        "nama,jabatan,instansi,alamat,jumlah\n,Kepala Dinas,Kabupaten Uji,Jalan Uji 1,1\n,Camat Satu,Kecamatan,Jalan 2,2\n";
    let letter = "---\njudul: Surat uji\nformat: surat-imbauan-f4\nper_penerima: true\n---\nSaudara {{ penerima.jabatan }} kami imbau.\n\n## Tembusan\n\n1. Arsip\n";
    let with_letters = |project: Project| {
        let folder = "content/daerah/61.11-kayong-utara";
        project.write(&format!("{folder}/penerima.csv"), table).write("content/cetak/surat.md", letter)
    };
    let renumbered = |project: Project| project.edit(office, "(0534) 5550-6111", "(0534) 5550-6999");
    let old = with_letters(Project::base());
    old.build(&["--only", "print", "--region", "61.11"]).expect_code(0);
    let new = renumbered(with_letters(Project::base()));
    crate::harness::copy(&new.root(), &old.beside("baru"));
    let new = old.beside("baru");
    let said = diff(&old, &[".", new.to_str().unwrap()]).expect_code(0).stdout;
    assert!(said.contains("    Surat uji (surat): 2 penerima\n"), "{said}");
    assert!(!said.contains("(spanduk)"), "a banner shows WhatsApp alone: {said}");
    let piece = |line: &str| Some(line.split_once('(')?.1.split_once(')')?.0.to_owned());
    let told: BTreeSet<String> = said.split_once("Cetak ulang\n").unwrap().1.lines().filter_map(piece).collect();
    let project = renumbered(old);
    let run = project.build(&["--only", "print", "--region", "61.11"]).expect_code(0);
    let list = fs::read_to_string(project.path("output-laporan/cetak-ulang.txt")).unwrap();
    assert!(list.contains("- Surat uji (surat): berubah 22 November 2026; semua penerima (2)\n"), "{list}");
    let built: BTreeSet<String> = list.lines().filter(|line| line.starts_with("- ")).filter_map(piece).collect();
    assert_eq!(built, told, "{list}\n{said}");
    assert!(run.stdout.contains("Berubah: "), "{}", run.stdout);
}

#[test]
fn nothing_changed() {
    let old = with_new(|project| project);
    let same = "Tidak ada yang berubah bagi pembaca.\n";
    assert_eq!(diff(&old, &[".", "baru"]).expect_code(0).stdout, same);
    // What a shop is told, comments and the order of keys are nothing to a reader.
    let old = with_new(|project| {
        let page = "content/halaman/lapor.md";
        project.edit("content/cetak/spanduk.md", "bahan: Flexi China 340 gsm\n", "").edit(
            page,
            "urutan: 2",
            "# catatan\nurutan: 2",
        )
    });
    assert_eq!(diff(&old, &[".", "baru"]).expect_code(0).stdout, same);
    let old = with_new(|project| {
        let style = "themes/suluh/static/suluh.css";
        let text = fs::read_to_string(project.path(style)).unwrap();
        project.write(style, format!("{text}\n/* lain */\n"))
    });
    let said = diff(&old, &[".", "baru"]).expect_code(0).stdout;
    assert_eq!(said, "Hanya tampilan (tema) yang berubah; tidak ada kata yang berubah bagi pembaca.\n");
}

/// A zip of a state is as good as its folder.
fn zip(folder: &Path, to: &Path) {
    let mut zip = zip::ZipWriter::new(fs::File::create(to).unwrap());
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(&fs::read(entry.path()).unwrap()).unwrap();
        }
    }
    zip.finish().unwrap();
}

#[test]
fn a_zip_is_as_good_as_a_folder() {
    let old = with_new(|project| project.edit("content/halaman/lapor.md", "Telepon", "Hubungi"));
    let file = old.beside("lama.zip");
    zip(&old.path("baru"), &file);
    let file = file.to_str().unwrap();
    assert_eq!(diff(&old, &[file, "baru"]).expect_code(0).stdout, "Tidak ada yang berubah bagi pembaca.\n");
    let (from_zip, from_folder) =
        (diff(&old, &[".", file]).expect_code(0).stdout, diff(&old, &[".", "baru"]).expect_code(0).stdout);
    let rest = |text: &str| text.lines().skip(1).collect::<Vec<_>>().join("\n");
    assert_eq!(rest(&from_zip), rest(&from_folder));
}

/// A state that can't be read is no state in which everything is gone.
#[test]
fn what_can_not_be_compared() {
    let old = with_new(|project| project.write("content/halaman/lapor.md", b"---\njudul: \xFF\n---\n"));
    let told = diff(&old, &[".", "baru"]).expect_code(CONTENT);
    told.expect_stderr_has("baru/content/halaman/lapor.md");
    let old = with_new(|project| project.write("content/halaman/lapor.md", "---\njudul: [\n---\n"));
    diff(&old, &["baru", "."]).expect_code(CONTENT).expect_stderr_has("baru/content/halaman/lapor.md:2:");
    let old = Project::base();
    diff(&old, &[".", "tidak-ada"]).expect_code(IO).expect_stderr(str![[r#"
galat[S903]: `tidak-ada` tidak ada
 |
 = saran: tunjuk folder yang berisi `suluh.yaml`, atau zip dari folder itu

1 galat

"#]]);
    fs::create_dir_all(old.path("hasil/manifes")).unwrap();
    diff(&old, &["hasil", "."]).expect_code(USAGE).expect_stderr(str![[r#"
galat[S947]: `hasil` folder hasil, bukan folder proyek
 |
 = sebab: hasil tidak menyimpan naskahnya, jadi tidak dapat dibandingkan
 = saran: tunjuk folder yang berisi `suluh.yaml`, atau zip dari folder itu

1 galat

"#]]);
    for (name, bytes) in [("kosong.zip", &b""[..]), ("potong.zip", b"PK\x03\x04\x14\x00"), ("teks.zip", b"bukan zip")] {
        fs::write(old.path(name), bytes).unwrap();
        diff(&old, &[name, "."]).expect_code(CONTENT).expect_stderr_has(&format!("`{name}` tidak dapat dibaca sebagai zip"));
    }
    fs::create_dir(old.path("lain")).unwrap();
    diff(&old, &["lain", "."]).expect_code(CONTENT).expect_stderr_has("`suluh.yaml` tidak ada");
    diff(&old, &[".", ".", "--region", "99.99"]).expect_code(USAGE).expect_stderr_has("daerah `99.99` tidak ada");
}
