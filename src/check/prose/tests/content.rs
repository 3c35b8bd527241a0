//! The content in the program with wrong texts in it, and without.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::project::sample::{PROVINCE, REGENCY};
use crate::project::{self, Chain};
use crate::source::{SourceTree, embedded};

/// What this family finds in the content of the program with a kabupaten and these files in it.
fn in_content(files: &[(&str, String)]) -> Vec<Diagnostic> {
    let mut all: BTreeMap<String, Vec<u8>> =
        embedded::project().under("").map(|file| (file.path().to_owned(), file.as_slice().to_vec())).collect();
    all.extend([PROVINCE, REGENCY].map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())));
    all.extend(files.iter().map(|(path, text)| ((*path).to_owned(), text.clone().into_bytes())));
    let d = Diagnostics::new();
    let project = project::read(&Chain::of([(String::new(), SourceTree::from_files(all))], &d), &d).unwrap();
    let as_of = "2026-11-22".parse().unwrap();
    let editions: Vec<_> =
        project.edition_codes().iter().filter_map(|code| project.edition(code, as_of, &d).map(Arc::new)).collect();
    crate::check::run_all(&editions, &project.theme, None, &d);
    d.into_sorted().into_iter().filter(|problem| problem.code.starts_with("S3")).collect()
}

fn where_and_what(problems: &[Diagnostic]) -> Vec<String> {
    let place = |problem: &Diagnostic| problem.place.as_ref().map(|place| format!("{place:?}")).unwrap_or_default();
    problems.iter().map(|problem| format!("{} {}", place(problem), problem.code)).collect()
}

/// Prose, front matter and an overlay, with line ends of Linux and of Windows.
#[test]
fn revoked_law_is_found_in_all_three_places() {
    let page = "---\njudul: Surat\nkelompok: humas\nsumber: https://a.go.id/\nkeyakinan: sedang\ndasar:\n  - regulasi: uu-5-2014\n    pasal: Pasal 2 huruf f\n---\n\nMenurut undang-undang, ASN netral (UU No.\n5 Tahun 2014).\n";
    let overlay = "---\njudul: Surat\nkelompok: humas\nsumber: https://a.go.id/\nkeyakinan: sedang\n---\n\nDi Kayong Utara pun berlaku Pasal 9 ayat (2) UU ASN 2014.\n";
    for line_end in ["\n", "\r\n"] {
        let files = [
            ("content/halaman/surat.md", page.replace('\n', line_end)),
            ("content/daerah/61.11-ku/halaman/surat.md", overlay.replace('\n', line_end)),
        ];
        assert_eq!(
            where_and_what(&in_content(&files)),
            [
                "content/daerah/61.11-ku/halaman/surat.md:8:29 S303",
                "content/halaman/surat.md:7:15 S303",
                "content/halaman/surat.md:11:36 S303",
            ]
        );
    }
}

/// Two wrong texts that went round, and the content without them.
#[test]
fn wrong_texts_that_went_round_are_caught() {
    assert_eq!(where_and_what(&in_content(&[])), Vec::<String>::new());
    let letter = "---\njudul: Surat edaran netralitas, Januari 2024\nkelompok: humas\nsumber: https://id.scribd.com/document/715194276/SE-NETRALITAS-ASN\nkeyakinan: sedang\n---\n\nBerdasarkan Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara, setiap pegawai wajib netral.\n";
    let slides = "---\njudul: Bahan tayang netralitas\nkelompok: humas\nsumber: https://khoiri.com/?p=3683\nkeyakinan: sedang\n---\n\nUU Nomor 20 Tahun 2023 tentang ASN, Pasal 5 huruf n: dilarang memberi dukungan.\n";
    let found = in_content(&[("content/halaman/edaran.md", letter.to_owned()), ("content/halaman/tayang.md", slides.to_owned())]);
    assert_eq!(where_and_what(&found), ["content/halaman/edaran.md:8:13 S303", "content/halaman/tayang.md:8:1 S313"]);
}
