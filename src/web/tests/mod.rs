//! Whole pages: a small project full of hostile values, in the clothes of the bundled theme.

mod carried;
mod escaping;
mod finder;
mod pages;
mod terms;
mod theme;
mod verification;
mod villages;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::{DownloadFile, Downloads, PieceFiles, Preview, Use, WebHouse};
use crate::content::Id;
use crate::diagnostics::{Diagnostics, render::human};
use crate::edition::EditionCode;
use crate::plan::Plan;
use crate::project::{self, Chain};
use crate::source::SourceTree;

/// Every ASCII punctuation character, in an order that would break any escape that is missing.
const PUNCTUATION: &str = "</b>\"'><img src=x onerror=y></script>]]>&amp;&#x3c; !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

const SITE: &str = "judul: Netralitas\nlembaga: Bawaslu\nurl: https://contoh.go.id\ntema: suluh\n\
    pemilihan: { nama: Pemilu, tahun: 2029, rezim: pemilu }\n\
    kantor: { nama: Bawaslu, alamat: Jakarta, telepon: (021) 000-0000 }\n";

const REGION: &str = "kode: \"61.11\"\nnama: 'Kabupaten @'\ncontoh: true\n\
    kantor:\n  nama: 'Kantor @'\n  alamat: 'Jalan @'\n  telepon: (0534) 000-0000\n  whatsapp: 0800-0000-6111\n  surel: kantor@contoh.go.id\n\
    posko:\n  - { nama: 'Posko @', alamat: 'Jalan @', kecamatan: Satu, telepon: (0534) 000-0001, jam: 'Senin @', koordinat: '-1.25, 109.95' }\n\
      \x20 - { nama: Posko Dua, alamat: Jalan Dua, kecamatan: Dua }\n";

const VIOLATION: &str = "judul: 'Judul @'\nringkas: 'Jangan @'\ndaftar: kb\nkelompok: desa\nsubjek: [kepala_desa, pns]\n\
    rezim: [pemilu]\nfase: [masa_tenang]\nterhadap: 'calon @'\ndasar:\n  - { regulasi: uu-5-2014, pasal: Pasal 2 huruf f }\n\
    sanksi: [berat]\nsumber: ['https://contoh.go.id/?a=1&b=\"2\"', 'berkas @.txt', 'javascript:alert(1)']\nkeyakinan: tinggi\n\
    diperiksa: 2026-01-31\ntinjau_sebelum: 2027-01-31\ncatatan: 'Catatan @'\n";

/// A file of front matter and body, `@` standing for [`PUNCTUATION`].
fn document(front: &str, body: &str) -> Vec<u8> {
    format!("---\n{}---\n\n{body}\n", hostile(front)).into_bytes()
}

/// Fills in the hostile text, as YAML writes it between single quotes.
fn hostile(yaml: &str) -> String {
    let yaml = yaml.replace("kantor@contoh", "kantor\u{1}contoh").replace('@', &PUNCTUATION.replace('\'', "''"));
    yaml.replace('\u{1}', "@")
}

fn content() -> Vec<(&'static str, Vec<u8>)> {
    let law = "jenis: UU\nnomor: \"5\"\ntahun: 2014\ntanggal: 2014-01-15\nrezim: [umum]\nsumber: [naskah]\nkeyakinan: tinggi\n";
    let old = format!(
        "judul: 'ASN @'\n{law}status: dicabut\ndicabut_oleh: {{ oleh: uu-20-2023, pasal: Pasal 76, tanggal: 2023-10-31 }}\npasal:\n  - nomor: Pasal 2 huruf f\n    ringkasan: 'Asas @'\n    padanan: [{{ regulasi: uu-20-2023, pasal: Pasal 2 huruf f }}]\n  - {{ nomor: Amar, ringkasan: Sama dengan judul di isi }}\n"
    );
    let new = format!(
        "judul: ASN baru\n{}status: berlaku\npasal:\n  - {{ nomor: Pasal 2 huruf f, ringkasan: Netral, kutipan: true, teks: 'Bunyi @' }}\n",
        law.replace("\"5\"", "\"20\"").replace("2014", "2023")
    );
    let sanction = "judul: 'Berat @'\nringkas: 'Turun @'\nkelompok: disiplin\ntingkat: berat\nrezim: [umum]\ndasar:\n  - { regulasi: uu-20-2023, pasal: Pasal 2 huruf f }\nstatus: tertunda\nsumber: [naskah]\nkeyakinan: sedang\n";
    let oath = "judul: 'Ikrar @'\njenis: ikrar\nrezim: [pemilu]\npengikrar: [asn]\npembuka: { teks: 'Menjelang {{ pemilihan.nama }} @' }\nbutir:\n  - { nomor: 1, teks: 'Netral @' }\npenutup: { teks: 'Demikian @' }\nsumber: [naskah]\nkeyakinan: rendah\n";
    let home = "Isi *beranda* [lapor](/lapor/) dan [pasal](regulasi:uu-5-2014#pasal-2-huruf-f \"historis\").\n\n## Sumber\n\n| a | b |\n|---|---|\n| 1 | `<2>` |\n\nCatatan[^1].\n\n[^1]: Kaki.\n\n![](qr:/lapor/)";
    vec![
        ("suluh.yaml", SITE.into()),
        (
            "content/halaman/beranda.md",
            document("judul: 'Beranda @'\nringkas: 'Ringkas @'\nkeyakinan: tinggi\nsumber: [naskah]\n", home),
        ),
        (
            "content/halaman/lapor.md",
            document(
                "judul: Lapor\n",
                "Isi {{ kantor.nama }}.\n\n## Satu\n\na\n\n## Dua\n\n### Dalam\n\nb\n\n## Tiga\n\n{{ kontak: kantor }}\n\n{{ posko: semua }}",
            ),
        ),
        ("content/halaman/tentang.md", document("judul: Tentang\n", "# Utama\n\nIsi.")),
        ("content/pelanggaran/satu.md", document(VIOLATION, "Uraian & **tebal** <https://contoh.go.id/?a=1&b=2>.")),
        ("content/regulasi/uu-5-2014.md", document(&old, "Lama.\n\n## Amar\n\nIsi.")),
        ("content/regulasi/uu-20-2023.md", document(&new, "Baru.")),
        ("content/sanksi/berat.md", document(sanction, "Uraian.")),
        (
            "content/glosarium.yaml",
            hostile("istilah:\n  - { id: uraian, istilah: Uraian, arti: 'Arti @', sumber: [naskah], keyakinan: tinggi }\n  - { id: lama, istilah: Lama, arti: Tidak ada, sumber: [naskah], keyakinan: rendah }\n").into_bytes(),
        ),
        ("content/deklarasi/ikrar.md", document(oath, "Cara.")),
        ("content/cetak/brosur.md", document("judul: 'Brosur @'\nformat: brosur\nper_desa: true\n", "Isi.")),
        (
            "content/daerah/61-kalbar/daerah.yaml",
            b"kode: \"61\"\nnama: Kalbar\nkantor: { nama: Bawaslu Kalbar }\nurl: https://kalbar.go.id/netral\n".to_vec(),
        ),
        ("content/daerah/61.11-kku/daerah.yaml", hostile(REGION).into_bytes()),
        ("content/daerah/61.11-kku/desa.csv", villages().into_bytes()),
    ]
}

/// Four villages: with a supervisor, with one whose term is over, without, and a kelurahan.
fn villages() -> String {
    let name = PUNCTUATION.replace('"', "\"\"");
    format!(
        "kode,nama,kecamatan,jenis,pengawas,telepon,mulai,selesai,izin_web,izin_cetak\n\
         61.11.01.2001,\"Desa {name}\",Satu,desa,\"Nama {name}\",0811-0000-0001,2026-01-01,2027-01-31,ya,ya\n\
         61.11.01.2002,Sutera,Satu,desa,Lewat Masa,0811-0000-0002,2020-01-01,2021-01-31,ya,ya\n\
         61.11.02.2001,Tanpa,Dua,desa,,,,,,\n\
         61.11.03.1001,Kota,Tiga,kelurahan,,,,,,\n"
    )
}

const THEME: &str = "nama: Uji\nwarna:\n  tinta: { rgb: \"#112233\", cmyk: [1, 2, 3, 4] }\nruang: { kecil: 2 }\nperan:\n  judul: { terang: tinta, gelap: \"#ddeeff\" }\n";

/// The bundled theme's web files under a theme of our own.
fn bundled_theme() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/suluh");
    let mut files = vec![("themes/suluh/theme.yaml".to_owned(), THEME.as_bytes().to_vec())];
    for folder in ["web", "static"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            files.push((format!("themes/suluh/{folder}/{name}"), std::fs::read(path).unwrap()));
        }
    }
    files
}

pub(super) fn plan() -> Plan {
    plan_of(content())
}

/// The plan of a project with this content.
fn plan_of(content: Vec<(&str, Vec<u8>)>) -> Plan {
    let d = Diagnostics::new();
    let own = content.into_iter().map(|(path, bytes)| (path.to_owned(), bytes));
    let tree = SourceTree::from_files(own.chain(bundled_theme()));
    let project = project::read(&Chain::of([(String::new(), tree)], &d), &d);
    let day = "2026-11-22".parse().unwrap();
    let editions = project
        .as_ref()
        .map(|project| project.edition_codes().iter().filter_map(|code| project.edition(code, day, &d).map(Arc::new)).collect());
    let said = human(&d.into_sorted(), false);
    let project = project.unwrap_or_else(|| panic!("{said}"));
    assert!(!said.contains("galat["), "{said}");
    Plan::new(editions.unwrap(), Arc::clone(&project.theme))
}

pub(super) fn downloads(plan: &Plan) -> Downloads {
    let file = |name: &str| DownloadFile {
        name: name.to_owned(),
        label: "Untuk dibaca".to_owned(),
        purpose: Use::Read,
        bytes: 1_250_001,
        pages: 2,
        sha256: "0123456789abcdef".repeat(4),
    };
    let region = plan.editions.last().unwrap();
    let villages = region.edition.villages.iter().take(3);
    let piece = PieceFiles {
        preview: Some(Preview { name: "brosur.png".to_owned(), width: 841, height: 595 }),
        size: (297.0, 210.0),
        files: vec![
            file("brosur.pdf"),
            DownloadFile { label: "Untuk percetakan".to_owned(), purpose: Use::Press, ..file("brosur-cetak.pdf") },
        ],
        villages: villages.map(|village| (village.code.value.clone(), file(&format!("{}.pdf", village.code.value)))).collect(),
        share: None,
    };
    Downloads { pieces: BTreeMap::from([(Id::new("brosur").unwrap(), piece)]), ..Downloads::default() }
}

/// Every file of the website, by path.
pub(super) type Website = BTreeMap<String, String>;

fn website() -> Website {
    let plan = plan();
    let downloads = downloads(&plan);
    build(&plan, &downloads, false)
}

/// Renders all editions, in order or backwards.
pub(super) fn build(plan: &Plan, downloads: &Downloads, backwards: bool) -> Website {
    let d = Diagnostics::new();
    let house = WebHouse::new(&plan.theme, &d).unwrap_or_else(|| panic!("the theme was not taken"));
    let mut files = Vec::new();
    for edition in &plan.editions {
        let opened = house.edition(plan, edition, downloads);
        let mut pages: Vec<_> = edition.pages.iter().collect();
        if backwards {
            pages.reverse();
        }
        pages.into_iter().for_each(|page| files.extend(opened.render(page, &d)));
        files.extend(opened.shared_files());
        files.extend(opened.sums());
    }
    let said = human(&d.into_sorted(), false);
    assert!(said.is_empty(), "{said}");
    // Pictures of the theme are among them; nobody reads those as text.
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let count = files.len();
    let website: Website = files.into_iter().map(|file| (file.path, text(file.bytes))).collect();
    assert_eq!(website.len(), count, "no file was made twice");
    website
}

pub(super) fn region() -> EditionCode {
    EditionCode::Region(crate::content::RegionCode::new("61.11").unwrap())
}

/// The pages among the files.
fn html(website: &Website) -> impl Iterator<Item = (&String, &String)> {
    website.iter().filter(|(path, _)| path.ends_with(".html"))
}

/// The values of an attribute, in order, unescaped.
fn attributes(page: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    page.match_indices(&start).map(|(at, _)| unescape(page[at + start.len()..].split('"').next().unwrap())).collect()
}

fn unescape(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#96;", "`"), ("&#61;", "="), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c))
}

/// What is left when every tag is taken out: words with single spaces.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    unescape(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Element by its opening tag's start, up to the closing tag of that name at the same depth.
fn element<'a>(page: &'a str, opening: &str) -> &'a str {
    let at = page.find(opening).unwrap_or_else(|| panic!("no {opening}"));
    let inner = at + page[at..].find('>').unwrap() + 1;
    let name = opening[1..].split([' ', '>']).next().unwrap();
    let (open, bare, close) = (format!("<{name} "), format!("<{name}>"), format!("</{name}>"));
    let mut depth = 1;
    let mut end = inner;
    while depth > 0 {
        let next_close = end + page[end..].find(&close).unwrap();
        depth += page[end..next_close].matches(&open).count() + page[end..next_close].matches(&bare).count();
        depth -= 1;
        end = next_close + close.len();
    }
    &page[inner..end - close.len()]
}

/// The ids on a page.
fn ids(page: &str) -> BTreeSet<String> {
    attributes(page, "id").into_iter().collect()
}
