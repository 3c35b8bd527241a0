//! What goes to the shops: each press file in one order, the pictures and sheets beside it, and the office's own copies.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use lopdf::content::Content;
use lopdf::{Document, Object};

use crate::harness::built::bundled;
use crate::harness::{Project, repository, tools};

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// The files of a zip by name.
fn unpacked(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(File::open(path).unwrap()).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        files.insert(entry.name().to_owned(), bytes);
    }
    files
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

/// `cetak/<edition>/<piece>/` of each piece of each edition.
fn pieces() -> Vec<PathBuf> {
    let editions = bundled().output("cetak").read_dir().unwrap().map(|entry| entry.unwrap().path());
    let pieces = editions.flat_map(|edition| edition.read_dir().unwrap().map(|entry| entry.unwrap().path()));
    let mut pieces: Vec<PathBuf> = pieces.filter(|path| path.is_dir()).collect();
    pieces.sort();
    assert!(pieces.len() > 20);
    pieces
}

/// The files of a folder with these words in their names, or without.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let all = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> = all.filter(|path| name(path).ends_with(ending) && path.is_file()).collect();
    all.sort();
    all
}

/// Whether a file stays with the office: its own copies and lists.
fn is_office(path: &Path) -> bool {
    ["_printer-kantor", "_daftar-sebar", "_tanda-terima"].iter().any(|mark| name(path).contains(mark))
}

/// No piece is in two orders of its edition. What is in one is there byte for byte, with a picture of each page, and the sheet names it. An
/// order holds what the office wants copies of, whose number is in its name; where it wants none, all that there is, and says so. Letters
/// name people and are in none.
#[test]
fn each_press_file_is_in_one_order() {
    let (mut ordered, mut waiting) = (0, 0);
    for piece in pieces() {
        let edition = piece.parent().unwrap();
        let orders: Vec<BTreeMap<String, Vec<u8>>> = files(edition, ".zip").iter().map(|zip| unpacked(zip)).collect();
        let press: Vec<PathBuf> = files(&piece, ".pdf").into_iter().filter(|path| !is_office(path)).collect();
        assert!(!press.is_empty(), "nothing of {} goes to a shop", piece.display());
        for press in &press {
            let holding: Vec<_> = orders.iter().filter(|order| order.contains_key(&name(press))).collect();
            let wanted = ["lbr_", "rkp_", "poster_"].iter().any(|unit| name(press).contains(unit));
            assert!(holding.len() <= 1, "two orders hold {}", press.display());
            assert!(!wanted || holding.len() == 1 || name(&piece).starts_with("surat-"), "no order holds {}", press.display());
            let [order] = holding.as_slice() else { continue };
            assert!(!name(&piece).starts_with("surat-"), "a letter is in an order: {}", press.display());
            assert_eq!(order[&name(press)], std::fs::read(press).unwrap());
            let sheet = String::from_utf8(order["PESANAN.txt"].clone()).unwrap();
            assert_eq!(sheet.contains("*PESANAN CETAK:"), wanted, "{}: {sheet}", press.display());
            assert_eq!(sheet.contains("Belum ada yang dipesan"), !wanted, "{}: {sheet}", press.display());
            assert_eq!(sheet.matches(&name(press)).count(), 1, "{sheet}");
            assert!(order.contains_key("PESANAN.pdf"));
            let stem = name(press).trim_end_matches(".pdf").to_owned();
            if !stem.contains("_susun") {
                assert!(order.contains_key(&format!("gambar/{stem}-1.png")), "no picture of {stem}");
            }
            if wanted { ordered += 1 } else { waiting += 1 }
        }
    }
    assert!(ordered > 10 && waiting > 10, "{ordered} ordered, {waiting} not");
}

/// Nothing is in an order that nobody can explain, and everything of an example says so in its name.
#[test]
fn an_order_holds_nothing_else() {
    for edition in bundled().output("cetak").read_dir().unwrap().map(|entry| entry.unwrap().path()) {
        for zip in files(&edition, ".zip") {
            assert!(name(&zip).ends_with("_CONTOH.zip"), "{}", zip.display());
            let entries = unpacked(&zip);
            let sheet = String::from_utf8(entries["PESANAN.txt"].clone()).unwrap();
            assert!(sheet.contains("BELUM BOLEH DICETAK"), "{sheet}");
            for entry in entries.keys().filter(|entry| !entry.starts_with("PESANAN.")) {
                let stem = entry.rsplit('/').next().unwrap().rsplit_once('.').unwrap().0;
                assert!(stem.contains("_CONTOH"), "{entry}");
                assert!(sheet.contains(stem.split("_CONTOH").next().unwrap()), "{entry} is not on the sheet");
            }
        }
    }
}

/// Of a piece with a file a village the order is one line and one folder: with the files of the villages that get copies, and a table that
/// names each. Thousands of villages would otherwise be thousands of lines that nobody ticks off.
#[test]
fn files_of_villages_are_one_line_and_one_folder() {
    let (piece, table) = ("content/cetak/brosur-warga.md", "content/daerah/61.11-kayong-utara/desa.csv");
    let project = Project::base();
    let read = |path: &str| std::fs::read_to_string(project.path(path)).unwrap();
    let own = read(piece).replace("per_desa: true", "per_desa: true\ngabung: desa");
    let villages = read(table).replace("ya,ya,50\n61.11.01.2002", "ya,ya,20\n61.11.01.2002").replace(",,,,,50", ",,,,,0");
    let shop = "profil:\n  - { id: digital, judul: Digital, keluarga: [lipat], bleed: 3 }\n";
    let project = project.write(piece, own).write(table, villages);
    let project = project.write("content/daerah/61.11-kayong-utara/percetakan.yaml", shop);
    project.build(&["--only", "print"]).expect_code(0);
    let order = unpacked(&project.path("output/cetak/61.11/pesanan-digital.zip"));
    let folder = "BROSUR-LIPAT-TIGA_A4_70lbr_LipatTiga_warga_Tiap-Desa";
    let own = |copies: u32, village: &str| format!("BROSUR-LIPAT-TIGA_A4_{copies}lbr_LipatTiga_warga_Desa-{village}.pdf");
    let (sutera, batang) = (own(20, "Sutera-61.11.01.2001"), own(50, "Teluk-Batang-61.11.03.2001"));
    let expected = [
        "PESANAN.pdf".to_owned(),
        "PESANAN.txt".to_owned(),
        format!("daftar-desa/{folder}.csv"),
        format!("gambar/{folder}-1.png"),
        format!("gambar/{folder}-2.png"),
        format!("{folder}/{sutera}"),
        format!("{folder}/{batang}"),
    ];
    assert_eq!(order.keys().cloned().collect::<std::collections::BTreeSet<_>>(), std::collections::BTreeSet::from(expected));
    for name in [&sutera, &batang] {
        let file = std::fs::read(project.root().join(format!("output/cetak/61.11/brosur-warga/desa/{name}"))).unwrap();
        assert_eq!(order[&format!("{folder}/{name}")], file, "{name}");
    }
    let sheet = String::from_utf8(order["PESANAN.txt"].clone()).unwrap();
    assert_eq!(sheet.matches(".pdf").count(), 0, "{sheet}");
    assert!(sheet.contains(&format!("\n*1. {folder}*\n")) && sheet.contains("Jumlah: 70 lembar"), "{sheet}");
    assert!(sheet.contains("2 berkas dalam satu folder, satu tiap desa dari 2 kecamatan"), "{sheet}");
    assert!(sheet.contains("\nBerkas: 2\n"), "{sheet}");
    let table = String::from_utf8(order[&format!("daftar-desa/{folder}.csv")].clone()).unwrap();
    let lines = format!(
        "berkas;kode;desa;kecamatan;lembar\n{sutera};61.11.01.2001;Desa Sutera;Sukadana;20\n{batang};61.11.03.2001;Desa Teluk Batang;Teluk Batang;50\n"
    );
    assert_eq!(table, lines);
}

/// The office's copy is black on its paper, and as many pages as the press sheet.
#[test]
fn the_office_prints_black_on_its_own_paper() {
    let mut seen = 0;
    for piece in pieces() {
        let (office, press): (Vec<PathBuf>, Vec<PathBuf>) = files(&piece, ".pdf").into_iter().partition(|path| is_office(path));
        let press: Vec<&PathBuf> = press.iter().filter(|path| !name(path).contains("_susun")).collect();
        let Some(copy) = office.iter().find(|path| name(path).contains("_printer-kantor")) else { continue };
        seen += 1;
        let document = Document::load(copy).unwrap();
        assert_eq!(document.get_pages().len(), Document::load(press[0]).unwrap().get_pages().len());
        for page in document.get_pages().into_values() {
            let dictionary = document.get_dictionary(page).unwrap();
            assert!(!dictionary.has(b"BleedBox"), "{}", copy.display());
            let sides: Vec<f64> = dictionary
                .get(b"MediaBox")
                .unwrap()
                .as_array()
                .unwrap()
                .iter()
                .map(|side| f64::from(side.as_float().unwrap()))
                .collect();
            let (short, long) = (sides[2].min(sides[3]) / MM, sides[2].max(sides[3]) / MM);
            let paper = [(210.0, 297.0), (215.0, 330.0)]
                .iter()
                .any(|(w, h): &(f64, f64)| (short - w).abs() < 0.1 && (long - h).abs() < 0.1);
            assert!(paper, "{short} × {long} mm: {}", copy.display());
            only_black(&document.get_page_content(page), copy);
        }
        for object in document.objects.values() {
            let Object::Stream(stream) = object else { continue };
            if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form") {
                only_black(&stream.get_plain_content().unwrap(), copy);
            }
        }
    }
    assert!(seen > 10, "{seen} office copies");
}

fn only_black(content: &[u8], file: &Path) {
    for operation in Content::decode(content).unwrap().operations {
        match operation.operator.as_str() {
            "k" | "K" => {
                let inks: Vec<f32> = operation.operands.iter().map(|ink| ink.as_float().unwrap()).collect();
                assert_eq!(inks[..3], [0.0; 3], "{}", file.display());
            }
            "rg" | "RG" | "g" | "G" | "sc" | "SC" | "scn" | "SCN" | "cs" | "CS" => panic!("{operation:?} in {}", file.display()),
            _ => {}
        }
    }
}

/// A name tells the job, has no letter that a system can't keep, and is nobody else's.
#[test]
fn names_say_the_job() {
    let mut seen = std::collections::BTreeSet::new();
    for piece in pieces() {
        for file in files(&piece, ".pdf").into_iter().chain(files(&piece, ".png")) {
            let name = name(&file);
            let stem = name.rsplit_once('.').unwrap().0;
            let parts: Vec<&str> = stem.split('_').collect();
            assert!(parts[0].bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-'), "{name}");
            let size = parts[1];
            let paper = size.starts_with(['A', 'F']) && size.len() <= 6;
            assert!(paper || size.ends_with("cm") || size.ends_with("mm"), "{name}");
            assert!(
                name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)) && name.len() <= 200,
                "{name}"
            );
            assert_eq!(parts.last(), Some(&"CONTOH"), "{name}");
            let edition = piece.parent().unwrap().to_owned();
            assert!(seen.insert((edition, name.to_lowercase())), "{name} twice");
        }
    }
}

/// Every card is there with words that can be pasted as they are: filled in, without marks, with where to read on and whom to write to.
#[test]
fn cards_have_their_words_beside_them() {
    let root = bundled().output("kartu");
    let mut seen = 0;
    for edition in root.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
        let folder = edition.join("kirim-wa");
        let pictures = files(&folder, ".png");
        assert_eq!(files(&folder, ".txt").len(), pictures.len() + 1, "{}", folder.display());
        let read = |path: PathBuf| std::fs::read_to_string(path).unwrap();
        let (list, page) = (read(folder.join("URUTAN.txt")), read(folder.join("index.html")));
        let mut at = 0;
        for (number, picture) in pictures.iter().enumerate() {
            seen += 1;
            let (stem, id) = (name(picture).replace(".png", ""), name(picture)[3..].to_owned());
            assert!(stem.starts_with(&format!("{:02}_", number + 1)), "{stem}");
            assert_eq!(std::fs::read(picture).unwrap(), std::fs::read(edition.join(id)).unwrap(), "{stem}");
            let words = read(folder.join(format!("{stem}.txt")));
            assert!(words.contains("\nSelengkapnya: https://contoh.go.id/"), "{words}");
            assert!(words.contains("WhatsApp"), "{words}");
            assert!(words.starts_with("CONTOH"), "{words}");
            assert!(["{{", "**", "]("].iter().all(|mark| !words.contains(mark)), "{words}");
            at += list[at..].find(&stem).unwrap_or_else(|| panic!("{stem} is out of order"));
            assert!(page.contains(&format!("src=\"{stem}.png\"")), "{stem} is not on the page");
        }
    }
    assert!(seen > 20, "{seen} cards");
}

/// A title may name the region: the order, the slug beside the sheet and the window of a reader show it, not the placeholder.
#[test]
fn what_a_title_leaves_to_the_region_is_filled_in_everywhere() {
    let (own, title) = ("content/daerah/61.11-kayong-utara/cetak/spanduk.md", "Spanduk {{ daerah.nama }}");
    let project = Project::base();
    let text = std::fs::read_to_string(project.path("content/cetak/spanduk.md")).unwrap();
    let project = project.write(own, text.replace("judul: Spanduk netralitas", &format!("judul: \"{title}\"")));
    let project = project.write("content/percetakan.yaml", std::fs::read(repository("content/percetakan.yaml")).unwrap());
    project.build(&["--only", "print", "--region", "61.11"]).expect_code(0);
    let order = std::fs::read_to_string(project.path("output/cetak/61.11/pesanan-spanduk.txt")).unwrap();
    assert!(order.contains("Spanduk Kabupaten Kayong Utara"), "{order}");
    let folder = project.path("output/cetak/61.11/spanduk");
    let press = files(&folder, ".pdf").into_iter().find(|path| !is_office(path)).unwrap();
    let told = tools::content("pdfinfo", [&press]);
    assert!(told.contains("Spanduk Kabupaten Kayong Utara"), "{told}");
    for file in walkdir::WalkDir::new(project.path("output")).into_iter().map(|entry| entry.unwrap().into_path()) {
        let bytes = if file.is_file() { std::fs::read(&file).unwrap() } else { Vec::new() };
        assert!(!bytes.windows(14).any(|part| part == b"{{ daerah.nama"), "{}", file.display());
    }
}

/// Whoever makes one region is shown its own folders, and where the cards are once there is one.
#[test]
fn the_summary_names_the_folders_of_the_one_region() {
    let project = Project::base();
    let without = project.build(&["--only", "print", "--region", "61.11"]).expect_code(0).stdout;
    assert!(without.contains("/output/cetak/61.11\n") && !without.contains("Kartu:"), "{without}");
    let card = "---\njudul: Kartu uji\nringkas: Kabari pengawas.\nspanduk: Kabari pengawas\nformat: kartu-1080x1080\nketerangan: Kabari pengawas.\nsumber: x\nkeyakinan: tinggi\n---\n";
    let project = project.write("content/cetak/kartu-uji.md", card);
    let one = project.build(&["--only", "print", "--region", "61.11"]).expect_code(0).stdout;
    assert!(one.contains("/output/kartu/61.11/kirim-wa, gambar dan tulisannya"), "{one}");
    let all = project.build(&["--only", "print"]).expect_code(0).stdout;
    assert!(all.contains("/output/cetak\n") && all.contains("/output/kartu, di folder `kirim-wa` 3 daerah\n"), "{all}");
}
