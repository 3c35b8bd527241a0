//! An office starts with nothing but the program: `init`, then `build`; `new` for what it adds.

use std::fs;
use std::path::Path;

use snapbox::str;

use crate::harness::{Project, Run, TODAY, Tree};

/// Exit code: the command line was not understood.
const USAGE: i32 = 2;
/// Exit code: a file could not be read or written.
const IO: i32 = 3;

/// Runs the program in a folder.
fn run(folder: &Path, args: &[&str]) -> Run {
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_suluh"));
    program.args(args).current_dir(folder).env("NO_COLOR", "1").env_remove("RUST_BACKTRACE");
    Run::of(&mut program, folder, None)
}

/// An empty folder with a project of Sintang in `kit`.
fn sintang() -> Project {
    let project = Project::empty("kit");
    fs::remove_dir(project.root()).unwrap();
    run(project.root().parent().unwrap(), &["init", "--region", "sintang", "kit"]).expect_code(0);
    project
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}

#[test]
fn what_is_made_is_told() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["init", "--region", "61.05", "kit"]).expect_code(0).expect_stdout(str![[r#"
Proyek Kabupaten Sintang siap di folder kit, dengan 14 kecamatan, 390 desa, dan 16 kelurahan.

Berikutnya:
  1. Isi kontak kantor di kit/content/daerah/61.05-sintang/daerah.yaml
  2. Jalankan: suluh build --project kit

"#]]);
    assert_eq!(names(folder.path()), ["kit"], "nothing else is left behind");
}

#[test]
fn this_folder_is_the_default() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    run(folder.path(), &["init", "--region", "18"]).expect_code(0).expect_stdout(str![[r#"
Proyek Provinsi Lampung siap di folder ini.

Berikutnya:
  1. Isi kontak kantor di content/daerah/18-lampung/daerah.yaml
  2. Jalankan: suluh build

"#]]);
    assert_eq!(names(folder.path()), [".git", ".gitignore", ".vscode", "BACA-SAYA.md", "basis.lock", "content", "suluh.yaml"]);
}

#[test]
fn a_folder_in_use_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["Surat.docx", "anggaran.xlsx", "content", ".gitignore", ".hidden"] {
        fs::write(folder.path().join(name), name).unwrap();
    }
    let before = Tree::of(folder.path());
    run(folder.path(), &["init", "--region", "61.05"]).expect_code(IO).expect_stderr(str![[r#"
galat[S930]: folder `.` sudah berisi
 |
 = sebab: di dalamnya ada `.gitignore`, `Surat.docx`, `anggaran.xlsx`, `content`
 = saran: tulis nama folder yang belum ada atau kosong; tidak ada yang diubah

1 galat

"#]]);
    before.expect_untouched(&Tree::of(folder.path()));
}

#[test]
fn a_file_in_the_way_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("kit"), "surat").unwrap();
    run(folder.path(), &["init", "--region", "61.05", "kit"]).expect_code(IO).expect_stderr(str![[r#"
galat[S931]: `kit` tidak dapat ditulis
 |
 = sebab: sudah ada berkas dengan nama itu
 = saran: tulis nama folder lain; tidak ada yang diubah

1 galat

"#]]);
    run(folder.path(), &["init", "--region", "61.05", "kit/dalam"]).expect_code(IO);
    assert_eq!(names(folder.path()), ["kit"]);
}

#[test]
fn an_unknown_region_is_answered_with_what_is_near() {
    let folder = tempfile::tempdir().unwrap();
    let says = |typed: &str| run(folder.path(), &["init", "--region", typed, "kit"]).expect_code(USAGE);
    says("sintag").expect_stderr(str![[r#"
galat[S932]: tidak ada daerah dengan kode atau nama `sintag`
 |
 = saran: maksud Anda 61.05 (Kabupaten Sintang)?

1 galat

"#]]);
    says("61.5").expect_stderr(str![[r#"
galat[S932]: tidak ada daerah dengan kode atau nama `61.5`
 |
 = saran: maksud Anda 61.05 (Kabupaten Sintang)?

1 galat

"#]]);
    says("Atlantis").expect_stderr(str![[r#"
galat[S932]: tidak ada daerah dengan kode atau nama `Atlantis`
 |
 = saran: tulis kode Kemendagri atau nama daerah, misalnya `--region 61.05` atau `--region sintang`

1 galat

"#]]);
    says("bandung").expect_stderr(str![[r#"
galat[S933]: ada 2 daerah bernama `bandung`
 |
 = saran: tulis kodenya: 32.04 (Kabupaten Bandung), 32.73 (Kota Bandung)

1 galat

"#]]);
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_basis_that_is_no_project() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["init", "--region", "61.05", "--basis", "nasional", "kit"]).expect_code(USAGE).expect_stderr(str![[
        r#"
galat[S934]: tidak ada proyek di `nasional`
 |
 = sebab: di sana tidak ada `suluh.yaml`, bukan pula zip, dan kata yang dikenal hanya `bawaan`
 = saran: tunjuk folder proyek nasional atau provinsi, zip-nya, atau tulis `--basis bawaan`

1 galat

"#
    ]]);
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_region_must_be_named() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["init"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: pilihan `--region <KODE>` wajib ditulis
  saran: jalankan `suluh --help` untuk melihat cara pemakaian

"#]]);
}

/// Three regions from end to end: a kabupaten with desa and kelurahan, a kota whose province the program has no
/// content for, and a province.
#[test]
fn a_new_project_builds_at_once() {
    // The largest kabupaten of the country is one of them.
    for (region, villages) in [("61.05", 406), ("11.08", 852), ("kota batu", 24), ("61", 0)] {
        let project = Project::empty("kit");
        run(&project.root(), &["init", "--region", region]).expect_code(0);
        // Only the note on placeholder contacts; a warning would fail it.
        let run = project.build(&["--strict"]).expect_code(0);
        let notes = run.stderr.lines().filter(|line| line.starts_with("catatan[S411]")).count();
        assert_eq!(run.stderr.lines().filter(|line| line.contains("[S")).count(), notes, "{}", run.stderr);
        let pages = walkdir::WalkDir::new(project.path("output/situs")).into_iter().map(Result::unwrap);
        let pages = pages.filter(|entry| entry.path().parent().and_then(Path::file_name).is_some_and(|name| name == "d"));
        assert_eq!(pages.count(), villages, "{region}");
    }
}

/// Contacts that were filled in but for the address of the website, which comes from a base that the office can't edit.
#[test]
fn what_is_still_missing_is_told_where_the_office_can_write_it() {
    let office = "content/daerah/61.05-sintang/daerah.yaml";
    let project = sintang()
        .edit(office, "contoh: true\n\n", "\n")
        .edit(office, "Jalan Contoh Nomor 1, Kabupaten Sintang", "Jalan Merdeka 1, Sintang")
        .edit(office, "(0000) 000-0000", "(0565) 55501234")
        .edit(office, "0800-0000-0000", "0812-5550-6105")
        .edit(office, "sintang@contoh.go.id", "sintang@uji.go.id")
        .edit(office, "situs: https://contoh.go.id", "situs: https://sintang.uji.go.id");
    project.check(&[]).expect_code(1).expect_stderr(str![[r#"
galat[S415]: alamat situs belum ditentukan, masih `https://contoh.go.id`
 --> content/daerah/61.05-sintang/daerah.yaml:7:7
  |
7 | kode: "61.05"
  |       ^^^^^^^
  |
  = sebab: kode QR pada setiap cetakan mengarah ke alamat itu
  = saran: tulis baris `url: https://…` di berkas ini, tanpa menjorok, yaitu alamat tempat situs ini diunggah (`situs` pada `kantor` hanya kontak); atau `url:` di `suluh.yaml` bila situsnya dititipkan, misalnya ke provinsi; bila belum ada, tulis lagi `contoh: true`

1 galat

"#]]);
    let shared = project.edit("suluh.yaml", "# url: https://contoh.go.id", "url: https://kalbar.uji.go.id");
    let told = shared.build(&["--only", "web"]).expect_code(0).stdout;
    assert!(
        told.contains(
            "output/situs ke https://kalbar.uji.go.id/ (kode QR mengarah ke https://kalbar.uji.go.id/61.05/d/61.05.01.1001/)"
        ),
        "{told}"
    );
    let own = shared.edit(office, "# url: https://contoh.go.id", "url: https://sintang.uji.go.id");
    let told = own.build(&["--only", "web", "--strict"]).expect_code(0).stdout;
    assert!(
        told.contains(
            "output/situs/61.05 ke https://sintang.uji.go.id/ (kode QR mengarah ke https://sintang.uji.go.id/d/61.05.01.1001/)"
        ),
        "{told}"
    );
}

/// What one office changes is laid over another folder on disk as over the program's own content.
#[test]
fn a_project_stands_on_a_folder_beside_it() {
    let national = Project::bundled();
    run(&national.beside(""), &["init", "--region", "61.05", "--basis", "proyek", "kantor/kit"]).expect_code(0);
    let settings = fs::read_to_string(national.beside("kantor/kit/suluh.yaml")).unwrap();
    assert!(settings.contains("basis:\n  folder: \"../../proyek\"\n"), "{settings}");
    let kit = national.beside("kantor/kit");
    run(&kit, &["check", "--as-of", TODAY, "--strict"]).expect_code(0);
}

#[test]
fn new_files_go_to_the_only_region() {
    let project = sintang();
    let kinds = ["halaman", "pelanggaran", "sanksi", "regulasi", "deklarasi", "cetak"];
    for kind in kinds {
        run(&project.root(), &["new", kind, "Jadwal posko: hari apa?"]).expect_code(0);
        let path = format!("content/daerah/61.05-sintang/{kind}/jadwal-posko-hari-apa.md");
        assert!(project.path(&path).is_file(), "{path}");
    }
    project.check(&["--strict"]).expect_code(0);
}

#[test]
fn a_new_file_is_told_and_never_written_twice() {
    let project = sintang();
    run(&project.root(), &["new", "halaman", "Lapor"]).expect_code(0).expect_stdout(str![[r#"
Ditulis: content/daerah/61.05-sintang/halaman/lapor.md

Berkas ini masih draf, jadi belum terbit. Isi berkasnya, hapus baris `draf: true`, lalu jalankan `suluh check`.
Setelah terbit, isinya menggantikan `<bawaan>/content/halaman/lapor.md`.

"#]]);
    let before = Tree::of(&project.root());
    run(&project.root(), &["new", "halaman", "Lapor!"]).expect_code(IO).expect_stderr(str![[r#"
galat[S935]: `content/daerah/61.05-sintang/halaman/lapor.md` sudah ada
 |
 = saran: sunting berkas itu, atau tulis judul lain; tidak ada yang diubah

1 galat

"#]]);
    before.expect_untouched(&Tree::of(&project.root()));
}

/// A national text that an office wants to change is copied from wherever it lies, inside the program too.
#[test]
fn a_file_below_is_copied_to_be_changed() {
    let project = sintang();
    run(&project.root(), &["new", "salinan", "halaman/lapor"]).expect_code(0).expect_stdout(str![[r#"
Ditulis: content/daerah/61.05-sintang/halaman/lapor.md

Isinya salinan `<bawaan>/content/halaman/lapor.md`, dan menggantikannya. Ubah seperlunya, lalu jalankan `suluh check`.

"#]]);
    let copy = fs::read(project.path("content/daerah/61.05-sintang/halaman/lapor.md")).unwrap();
    assert_eq!(copy, fs::read(crate::harness::repository("content/halaman/lapor.md")).unwrap());
    project.check(&["--strict"]).expect_code(0);
    run(&project.root(), &["new", "salinan", "themes/suluh/web/beranda.html"]).expect_code(0);
    assert!(project.path("themes/suluh/web/beranda.html").is_file());
    let refused = |path: &str| run(&project.root(), &["new", "salinan", path]);
    refused("halaman/lapor").expect_code(IO).expect_stderr(str![[r#"
galat[S935]: `content/daerah/61.05-sintang/halaman/lapor.md` sudah ada
 |
 = sebab: berkas itu milik kantor sendiri, dan sudah menggantikan naskah nasional
 = saran: sunting berkas itu; naskah nasionalnya: `suluh base --show halaman/lapor.md`; tidak ada yang diubah

1 galat

"#]]);
    refused("deklarasi/ikrar-netralitas-asn").expect_code(USAGE).expect_stderr(str![[r#"
galat[S940]: `deklarasi/ikrar-netralitas-asn.md` terkunci dan tidak dapat diganti daerah
 |
 = sebab: naskah resmi harus sama di semua daerah
 = saran: tambahkan berkas baru dengan judul lain

1 galat

"#]]);
    // A new file of the same name would take its place too.
    run(&project.root(), &["new", "deklarasi", "Ikrar netralitas ASN"]).expect_code(USAGE).expect_stderr_has("S940");
    refused("pelaporan.yaml").expect_code(USAGE).expect_stderr(str![[r#"
galat[S941]: `pelaporan.yaml` digabung bagian demi bagian, jadi tidak perlu disalin
 |
 = saran: tulis berkas baru dengan nama itu, berisi hanya bagian yang berubah

1 galat

"#]]);
    // Of the shops' profiles each is written whole, so that they are worth copying.
    run(&project.root(), &["new", "salinan", "percetakan.yaml"]).expect_code(0).expect_stdout(str![[r#"
Ditulis: content/daerah/61.05-sintang/percetakan.yaml

Isinya salinan `<bawaan>/content/percetakan.yaml`. Hapus profil yang tidak Anda ubah: yang tidak tertulis tetap mengikuti bahan nasional. Tulis yang dipesan di `pesan:`, lalu jalankan `suluh check`.

"#]]);
    assert!(project.path("content/daerah/61.05-sintang/percetakan.yaml").is_file());
    project.check(&["--strict"]).expect_code(0);
    refused("halaman/laporr").expect_code(USAGE).expect_stderr(str![[r#"
galat[S939]: tidak ada `halaman/laporr.md` untuk daerah 61.05
 |
 = saran: maksud Anda `halaman/lapor.md`?

1 galat

"#]]);
    refused("../rahasia").expect_code(USAGE).expect_stderr_has("S938");
}

/// What the program carries is in no folder that an office could open.
#[test]
fn a_file_of_the_base_is_shown() {
    let project = sintang();
    let show = |path: &str| run(&project.root(), &["base", "--show", path]);
    let text = fs::read_to_string(crate::harness::repository("content/halaman/lapor.md")).unwrap();
    for path in ["halaman/lapor.md", "halaman/lapor", "content/halaman/lapor.md", "<bawaan>/content/halaman/lapor.md"] {
        assert_eq!(show(path).expect_code(0).stdout.trim_end(), text.trim_end(), "{path}");
    }
    // The path of the office's own file means the one that it replaces.
    assert_eq!(show("content/daerah/61.05-sintang/halaman/lapor.md").expect_code(0).stdout.trim_end(), text.trim_end());
    show("themes/suluh/web/beranda.html").expect_code(0);
    show("halaman/laporr.md").expect_code(USAGE).expect_stderr(str![[r#"
galat[S939]: tidak ada `halaman/laporr.md` di basis
 |
 = saran: maksud Anda `halaman/lapor.md`?

1 galat

"#]]);
    // The right folder and a name that is not quite one of its files.
    for (typed, hint) in [
        ("cetak/surat-imbauan.md", "saran: maksud Anda `cetak/surat-imbauan-netralitas.md`?\n"),
        (
            "cetak/poster.md",
            "saran: maksud Anda salah satu ini? `cetak/poster-asn.md`, `cetak/poster-desa.md`, `cetak/poster-warga.md`\n",
        ),
        ("cetak/pamflet.md", "saran: yang ada di folder itu: `cetak/baliho-kabari.md`, "),
        ("laporan/surat.md", "saran: tulis letaknya seperti di folder daerah, misalnya `halaman/lapor.md`\n"),
    ] {
        show(typed).expect_code(USAGE).expect_stderr_has(hint);
    }
    show("../rahasia").expect_code(USAGE).expect_stderr_has("S938");
    show("themes/suluh/fonts/PlusJakartaSans_700Bold.ttf").expect_code(USAGE).expect_stderr(str![[r#"
galat[S942]: `<bawaan>/themes/suluh/fonts/PlusJakartaSans_700Bold.ttf` bukan teks
 |
 = saran: `--show` menampilkan teks; gambar terlihat di situs yang dibuat `suluh build`

1 galat

"#]]);
    run(&project.root(), &["base", "--show", "halaman/lapor.md", "--accept"]).expect_code(USAGE);
    let alone = Project::base();
    run(&alone.root(), &["base", "--show", "halaman/lapor.md"]).expect_code(0).expect_stdout(str![[r#"
Proyek ini tidak memakai basis: `suluh.yaml` tidak mempunyai `basis:`.

"#]]);
}

/// A supervisor who is on the website but not on paper: the page does not promise that the leaflet shows the same.
#[test]
fn a_village_page_says_whose_contact_the_leaflet_has() {
    let region = "content/daerah/61.11-kayong-utara";
    let brochure = |consent: &str| {
        let project = Project::base().edit(&format!("{region}/desa.csv"), "2027-01-31,ya,ya,50", consent);
        project.build(&["--region", "61.11"]).expect_code(0);
        fs::read_to_string(project.path("output/situs/61.11/d/61.11.01.2001/index.html")).unwrap()
    };
    let same = brochure("2027-01-31,ya,ya,50");
    assert!(same.contains("Dengan nama dan nomor di halaman ini."), "{same}");
    let other = brochure("2027-01-31,ya,,50");
    assert!(other.contains("Dengan kontak kantor, bukan yang di halaman ini."), "{other}");
    assert!(!other.contains("Dengan nama dan nomor"), "{other}");
}

#[test]
fn a_title_that_gives_no_name() {
    let project = sintang();
    for title in ["!!!", "", "   ", "محايد"] {
        run(&project.root(), &["new", "halaman", title]).expect_code(USAGE);
    }
    run(&project.root(), &["new", "halaman", "!!!"]).expect_stderr(str![[r#"
galat[S936]: judul `!!!` tidak dapat menjadi nama berkas
 |
 = sebab: nama berkas, yang juga menjadi alamat halaman, hanya memakai huruf latin dan angka
 = saran: tulis judul dengan huruf latin, misalnya "Jadwal posko"

1 galat

"#]]);
}

#[test]
fn new_asks_for_what_it_can_not_know() {
    let project = Project::bundled();
    run(&project.root(), &["new", "halmaan", "Judul"]).expect_code(USAGE).expect_stderr(str![[r#"
galat: nilai `halmaan` tidak sah untuk `<JENIS>`
  saran: maksud Anda `halaman`?

"#]]);
    run(&project.root(), &["new", "halaman", "Judul", "--region", "61.12"]).expect_code(USAGE).expect_stderr(str![[r#"
galat[S902]: daerah `61.12` tidak ada dalam proyek ini
 |
 = saran: maksud Anda `61.11`?

1 galat

"#]]);
    // A title is no path.
    run(&project.root(), &["new", "halaman", "../../../etc/passwd", "--region", "kayong utara"]).expect_code(0);
    assert!(project.path("content/daerah/61.11-kayong-utara/halaman/etc-passwd.md").is_file());
    // Without a region, a project with national content gets a national file.
    run(&project.root(), &["new", "halaman", "Untuk semua"]).expect_code(0);
    assert!(project.path("content/halaman/untuk-semua.md").is_file());
}

#[test]
fn new_needs_a_project() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["new", "halaman", "Judul"]).expect_code(1).expect_stderr(str![[r#"
galat[S140]: `suluh.yaml` tidak ada
--> suluh.yaml
 = saran: jalankan perintah ini di folder proyek, atau tunjuk foldernya dengan `--project`

1 galat

"#]]);
    run(folder.path(), &["new", "halaman", "Judul", "--project", "tidak-ada"]).expect_code(IO);
    assert!(names(folder.path()).is_empty());
}
