//! Every new file is a draft that can be read, and what it offers in comments can be used.

use super::*;
use crate::commands::init;
use crate::content::Kind;
use crate::project::{sample, schema};

/// A project with one new file of a kind.
fn project_with(kind: Kind, text: &str) -> Diagnostics {
    let path = format!("content/{}/baru.md", kind.folder());
    sample::project(&[(&path, text)]).1
}

const TITLES: [&str; 6] = [
    "Jadwal posko",
    "Apa itu: netral?",
    "\"Kutip\" dan 'petik' \\",
    "12",
    "ya",
    "Judul yang sangat panjang sekali, lebih dari tujuh kata",
];

#[test]
fn every_new_file_can_be_read() {
    for kind in Kind::ALL {
        for title in TITLES {
            let text = kinds::text(kind, title);
            let d = project_with(kind, &text);
            assert_eq!(sample::told(d), "", "{title}:\n{text}");
        }
    }
}

/// Whoever only removes `draf: true` publishes nothing: each sentence of the template is named with its place.
#[test]
fn a_new_file_is_a_draft_and_refused_without_that_line() {
    for kind in Kind::ALL {
        let text = kinds::text(kind, "Judul");
        assert!(text.contains("\ndraf: true\n"));
        let published = text.replace("draf: true\n", "");
        let is_left = |line: &str| !line.starts_with('#') && line.to_lowercase().contains("tulis ");
        let is_heading = |line: &str| line.starts_with("## Tulis ");
        let lines = published.lines().enumerate();
        let left: Vec<usize> = lines.filter(|(_, line)| is_left(line) || is_heading(line)).map(|(index, _)| index + 1).collect();
        assert!(!left.is_empty());
        let problems = project_with(kind, &published).into_sorted();
        let told = problems.iter().map(|problem| (problem.code, problem.place.as_ref().unwrap().line_column().0));
        assert_eq!(told.collect::<Vec<_>>(), left.iter().map(|line| ("S166", *line)).collect::<Vec<_>>(), "{published}");
    }
}

#[test]
fn what_is_left_of_the_template_is_told_in_full() {
    let published = kinds::text(Kind::Piece, "Judul")
        .replace("draf: true\n", "")
        .replace("# sumber:\n#   - https://contoh.go.id/naskah\n", "sumber:\n  - https://contoh.go.id/naskah\n");
    snapbox::assert_data_eq!(
        sample::told(project_with(Kind::Piece, &published)),
        snapbox::str![[r#"
galat[S166]: `Tulis untuk siapa bahan ini, dalam satu kalimat.` masih teks contoh dari `suluh new`
 --> content/cetak/baru.md:4:10
  |
4 | ringkas: Tulis untuk siapa bahan ini, dalam satu kalimat.
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: tanpa `draf: true`, teks ini terbit seolah-olah isi yang sebenarnya
  = saran: ganti dengan kalimat Anda sendiri, atau hapus bila tidak perlu; bila belum siap terbit, tulis lagi `draf: true`

galat[S166]: `https://contoh.go.id/naskah` masih teks contoh dari `suluh new`
  --> content/cetak/baru.md:47:5
   |
47 |   - https://contoh.go.id/naskah
   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = sebab: tanpa `draf: true`, teks ini terbit seolah-olah isi yang sebenarnya
   = saran: ganti dengan kalimat Anda sendiri, atau hapus bila tidak perlu; bila belum siap terbit, tulis lagi `draf: true`

"#]]
    );
}

#[test]
fn every_commented_line_can_be_used() {
    for kind in Kind::ALL {
        let text = init::tests::with_every_comment_used(&kinds::text(kind, "Judul"));
        assert!(text.contains("\nterkunci: true\n"), "{text}");
        assert_eq!(sample::told(project_with(kind, &text)), "", "{text}");
    }
}

#[test]
fn the_name_is_whole_words_of_the_title() {
    let name = |title: &str| id(title).map(|id| id.to_string());
    assert_eq!(name("Jadwal posko Jum'at").as_deref(), Some("jadwal-posko-jumat"));
    assert_eq!(name("!!!"), None);
    assert_eq!(name(""), None);
    assert_eq!(name(&"kata ".repeat(40)).map(|name| name.len()), Some(64));
    assert_eq!(name(&"panjang ".repeat(40)).map(|name| name.len()), Some(63));
    assert_eq!(name(&"x".repeat(300)).map(|name| name.len()), Some(64));
}

/// What the schema knows, the new file shows: as a line or as a comment.
#[test]
fn every_key_is_offered() {
    for kind in Kind::ALL {
        let text = init::tests::with_every_comment_used(&kinds::text(kind, "Judul"));
        let shape = schema::Kind::named(kind.folder()).unwrap().shape();
        let missing: Vec<&str> = shape
            .keys
            .iter()
            .map(|key| key.name.as_str())
            // Only a file that is there already can be left out, or have a warning to be answered for.
            .filter(|key| !["hapus", "abaikan"].contains(key) && !text.lines().any(|line| line.starts_with(&format!("{key}:"))))
            .collect();
        assert_eq!(missing, Vec::<&str>::new(), "{}", kind.folder());
    }
}
