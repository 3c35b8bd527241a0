//! `suluh explain`: the chain of layers behind a file, readable by somebody who does not program.

use snapbox::str;

use crate::harness::{Project, Run};

/// Exit code: the command line was not understood.
const USAGE: i32 = 2;

/// The small project with a file in every relation to the layers below it.
fn project() -> Project {
    let page = |more: &str| format!("---\njudul: Uji\n{more}---\n\nUji.\n");
    let (province, office) = ("content/daerah/61-kalimantan-barat/halaman", "content/daerah/61.11-kayong-utara/halaman");
    Project::base()
        .write("content/halaman/terkunci.md", page("terkunci: true\n"))
        .write(&format!("{office}/terkunci.md"), page(""))
        .write("content/halaman/diganti.md", page(""))
        .write(&format!("{province}/diganti.md"), page(""))
        .write(&format!("{office}/diganti.md"), page(""))
        .write("content/halaman/dihapus.md", page(""))
        .write(&format!("{office}/dihapus.md"), "---\nhapus: true\n---\n")
        .write(&format!("{office}/kosong.md"), "---\nhapus: true\n---\n")
        .write("content/halaman/draf.md", page(""))
        .write(&format!("{office}/draf.md"), page("draf: true\n"))
        .write(&format!("{office}/rusak.md"), "---\njudul: [\n---\n")
        .write("content/gambar/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .write("content/daerah/61.11-kayong-utara/gambar/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .write("content/gambar/lama.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .write("content/daerah/61.11-kayong-utara/gambar/lama.svg.yaml", "hapus: true\n")
}

fn explain(project: &Project, args: &[&str]) -> Run {
    Run::of(project.command("explain").args(["--as-of", crate::harness::TODAY]).args(args), &project.root(), None)
}

#[test]
fn every_relation_between_layers_is_told() {
    let project = project();
    let told = |path: &str| explain(&project, &[path, "--region", "61.11"]).expect_code(0);
    told("halaman/terkunci.md").expect_stdout(str![[r#"
halaman/terkunci.md untuk Kabupaten Kayong Utara (61.11)

1. Nasional: ada, terkunci bagi lapisan berikutnya
   content/halaman/terkunci.md
2. Provinsi Kalimantan Barat: tidak mengubahnya
3. Kabupaten Kayong Utara (61.11): tidak berlaku: nomor 1 menguncinya (lihat `suluh check`)
   content/daerah/61.11-kayong-utara/halaman/terkunci.md

Yang dipakai: nomor 1, content/halaman/terkunci.md
Alamat: https://uji.go.id/61.11/terkunci/

"#]]);
    told("halaman/diganti.md").expect_stdout(str![[r#"
halaman/diganti.md untuk Kabupaten Kayong Utara (61.11)

1. Nasional: ada
   content/halaman/diganti.md
2. Provinsi Kalimantan Barat: mengganti nomor 1
   content/daerah/61-kalimantan-barat/halaman/diganti.md
3. Kabupaten Kayong Utara (61.11): mengganti nomor 2
   content/daerah/61.11-kayong-utara/halaman/diganti.md

Yang dipakai: nomor 3, content/daerah/61.11-kayong-utara/halaman/diganti.md
Alamat: https://uji.go.id/61.11/diganti/

"#]]);
    told("halaman/dihapus.md").expect_stdout(str![[r#"
halaman/dihapus.md untuk Kabupaten Kayong Utara (61.11)

1. Nasional: ada
   content/halaman/dihapus.md
2. Provinsi Kalimantan Barat: tidak mengubahnya
3. Kabupaten Kayong Utara (61.11): menghapus nomor 1
   content/daerah/61.11-kayong-utara/halaman/dihapus.md

Yang dipakai: tidak ada

"#]]);
    told("halaman/kosong.md").expect_stdout(str![[r#"
halaman/kosong.md untuk Kabupaten Kayong Utara (61.11)

1. Nasional: tidak mengubahnya
2. Provinsi Kalimantan Barat: tidak mengubahnya
3. Kabupaten Kayong Utara (61.11): menghapus, tetapi tidak ada yang dapat dihapus
   content/daerah/61.11-kayong-utara/halaman/kosong.md

Yang dipakai: tidak ada

"#]]);
    told("halaman/draf.md").expect_stdout(str![[r#"
halaman/draf.md untuk Kabupaten Kayong Utara (61.11)

1. Nasional: ada
   content/halaman/draf.md
2. Provinsi Kalimantan Barat: tidak mengubahnya
3. Kabupaten Kayong Utara (61.11): masih draf, belum terbit
   content/daerah/61.11-kayong-utara/halaman/draf.md

Yang dipakai: nomor 1, content/halaman/draf.md
Alamat: https://uji.go.id/61.11/draf/

"#]]);
    told("halaman/rusak.md").expect_stdout(str![[r#"
halaman/rusak.md untuk Kabupaten Kayong Utara (61.11)

1. Nasional: tidak mengubahnya
2. Provinsi Kalimantan Barat: tidak mengubahnya
3. Kabupaten Kayong Utara (61.11): tidak dapat dibaca (lihat `suluh check`)
   content/daerah/61.11-kayong-utara/halaman/rusak.md

Yang dipakai: tidak ada

"#]]);
    told("gambar/lama.svg").expect_stdout(str![[r#"
gambar/lama.svg untuk Kabupaten Kayong Utara (61.11)

1. Nasional: ada
   content/gambar/lama.svg
2. Provinsi Kalimantan Barat: tidak mengubahnya
3. Kabupaten Kayong Utara (61.11): menghapus nomor 1
   content/daerah/61.11-kayong-utara/gambar/lama.svg.yaml

Yang dipakai: tidak ada

"#]]);
    told("gambar/logo.svg").expect_stdout(str![[r#"
gambar/logo.svg untuk Kabupaten Kayong Utara (61.11)

1. Nasional: ada
   content/gambar/logo.svg
2. Provinsi Kalimantan Barat: tidak mengubahnya
3. Kabupaten Kayong Utara (61.11): mengganti nomor 1
   content/daerah/61.11-kayong-utara/gambar/logo.svg

Yang dipakai: nomor 3, content/daerah/61.11-kayong-utara/gambar/logo.svg

"#]]);
}

#[test]
fn data_and_settings_are_told_part_by_part() {
    let entry = |id: &str, more: &str| {
        format!(
            "  - id: {id}\n    nama: {id}\n    cara: Datang.\n    rezim: [pemilu]\n    sumber: [uji]\n    keyakinan: tinggi\n{more}"
        )
    };
    let national = format!("saluran:\n{}{}{}", entry("kantor", ""), entry("posko", ""), entry("resmi", "    terkunci: true\n"));
    let own =
        format!("saluran:\n{}{}{}  - id: posko\n    hapus: true\n", entry("kantor", ""), entry("resmi", ""), entry("wa", ""));
    let project =
        Project::base().write("content/pelaporan.yaml", national).write("content/daerah/61.11-kayong-utara/pelaporan.yaml", own);
    explain(&project, &["pelaporan.yaml", "--region", "61.11"]).expect_code(0).expect_stdout(str![[r#"
pelaporan.yaml untuk Kabupaten Kayong Utara (61.11)

1. Nasional: ada
   content/pelaporan.yaml
2. Provinsi Kalimantan Barat: tidak mengubahnya
3. Kabupaten Kayong Utara (61.11): mengubah atau menambah sebagian isinya
   content/daerah/61.11-kayong-utara/pelaporan.yaml

Isinya:
  saluran: kantor  dari nomor 3, menggantikan nomor 1
  saluran: posko   dihapus nomor 3
  saluran: resmi   dari nomor 1, terkunci; nomor 3 tidak dapat mengubahnya
  saluran: wa      dari nomor 3

"#]]);
    explain(&project, &["daerah.yaml", "--region", "61.11"]).expect_code(0).expect_stdout(str![[r#"
daerah.yaml untuk Kabupaten Kayong Utara (61.11)

1. Kabupaten Kayong Utara (61.11): ada
   content/daerah/61.11-kayong-utara/daerah.yaml

Yang dipakai: nomor 1, content/daerah/61.11-kayong-utara/daerah.yaml

"#]]);
    explain(&project, &["suluh.yaml"]).expect_code(0).expect_stdout(str![[r#"
suluh.yaml untuk edisi nasional

1. Dari proyek ini: ada
   suluh.yaml

Isinya:
  judul      dari nomor 1
  lembaga    dari nomor 1
  url        dari nomor 1
  tema       dari nomor 1
  pemilihan  dari nomor 1
  kantor     dari nomor 1

"#]]);
}

#[test]
fn a_sheet_tells_where_its_files_are() {
    let project = Project::base();
    explain(&project, &["cetak/spanduk", "--region", "61.11"]).expect_code(0).expect_stdout(str![[r#"
cetak/spanduk.md untuk Kabupaten Kayong Utara (61.11)

1. Nasional: ada
   content/cetak/spanduk.md
2. Provinsi Kalimantan Barat: tidak mengubahnya
3. Kabupaten Kayong Utara (61.11): tidak mengubahnya

Yang dipakai: nomor 1, content/cetak/spanduk.md
Berkas cetak: output/cetak/61.11/spanduk/
Format: spanduk-300x100
Kode QR ke: https://uji.go.id/61.11/lapor/

"#]]);
}

#[test]
fn what_is_not_there_is_answered_with_what_is_near() {
    let project = project();
    explain(&project, &["halaman/digant.md"]).expect_code(USAGE).expect_stderr(str![[r#"
galat[S939]: tidak ada `halaman/digant.md` untuk edisi nasional
 |
 = saran: maksud Anda `halaman/diganti.md`?

1 galat

"#]]);
    explain(&project, &["halaman/kosong.md"]).expect_code(USAGE).expect_stderr(str![[r#"
galat[S939]: tidak ada `halaman/kosong.md` untuk edisi nasional
 |
 = saran: berkas itu milik daerah lain; tambahkan `--region 61.11`

1 galat

"#]]);
    explain(&project, &["sesuatu"]).expect_code(USAGE).expect_stderr(str![[r#"
galat[S939]: tidak ada `sesuatu` untuk edisi nasional
 |
 = saran: tulis letaknya seperti di folder daerah, misalnya `halaman/lapor.md`, `pelaporan.yaml`, atau `daerah.yaml`

1 galat

"#]]);
    explain(&project, &["halaman/lapor.md", "--region", "61.12"]).expect_code(USAGE).expect_stderr(str![[r#"
galat[S902]: daerah `61.12` tidak ada dalam proyek ini
 |
 = saran: maksud Anda `61.11`?

1 galat

"#]]);
}

/// A project of several offices, none of which is the country's: which of them is meant can't be guessed.
#[test]
fn a_region_is_asked_for_where_there_are_several() {
    let national = Project::base();
    let kit = national.beside("kit");
    for region in ["61-kalimantan-barat", "61.11-kayong-utara"] {
        let file = format!("content/daerah/{region}/daerah.yaml");
        std::fs::create_dir_all(kit.join(&file).parent().unwrap()).unwrap();
        std::fs::copy(national.path(&file), kit.join(&file)).unwrap();
    }
    std::fs::write(kit.join("suluh.yaml"), "basis:\n  folder: ../proyek\n").unwrap();
    let explain = |args: &[&str]| {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_suluh"));
        program.arg("explain").arg("--project").arg(&kit).args(["--as-of", crate::harness::TODAY]).args(args);
        Run::of(program.env("NO_COLOR", "1"), &kit, None)
    };
    explain(&["halaman/lapor.md"]).expect_code(USAGE).expect_stderr(str![[r#"
galat[S937]: proyek ini mempunyai beberapa daerah, jadi daerahnya harus disebut
 |
 = sebab: daerah yang ada: 61, 61.11
 = saran: tambahkan `--region` dengan salah satu kode itu

1 galat

"#]]);
    explain(&["halaman/lapor.md", "--region", "61"]).expect_code(0);
    // A file in the folder of one of them says which.
    explain(&["content/daerah/61.11-kayong-utara/daerah.yaml"]).expect_code(0);
}

#[test]
fn a_path_that_leads_out_is_refused() {
    let project = Project::base();
    for path in ["../rahasia.md", "/etc/passwd", "content/../../rahasia.md"] {
        explain(&project, &[path]).expect_code(USAGE).expect_stderr_has("S938");
    }
    explain(&project, &["../rahasia.md"]).expect_stderr(str![[r#"
galat[S938]: `../rahasia.md` berada di luar proyek ini
 |
 = saran: tulis letak berkas dari folder proyek, misalnya `halaman/lapor.md`

1 galat

"#]]);
}

#[test]
fn tells_the_rule_behind_a_code() {
    let project = Project::base();
    explain(&project, &["s303"]).expect_code(0).expect_stdout(str![[r#"
S303 (galat, hukum)
Peraturan yang sudah dicabut dikutip seolah-olah berlaku.

Mengapa   Laporan yang mengutip pasal yang sudah dicabut mudah dibantah, dan penyelenggara tampak tidak tahu hukumnya sendiri.
Perbaiki  Ganti dengan pasal yang menggantikannya. Cerita masa lalu ditandai: tautan dengan judul `historis`, atau baris `sengaja_menyebut` di bawah `judul:`.
Abaikan   Tidak dapat: galat harus dibetulkan.
Contoh    `UU 5/2014` sudah dicabut sejak 31 Oktober 2023
Sumber    `content/regulasi/`, misalnya UU 20/2023 yang mencabut UU 5/2014

"#]]);
    let all = explain(&project, &["S3"]).expect_code(0).stdout;
    assert!(all.contains("S303 galat") && !all.contains("S203"), "{all}");
    explain(&project, &["S330"]).expect_code(USAGE).expect_stderr(str![[r#"
galat[S946]: kode `S330` tidak dikenal
 |
 = saran: maksud Anda `S303`? Semua kode sekeluarga: `suluh explain S3`

1 galat

"#]]);
}
