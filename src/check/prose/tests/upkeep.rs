//! What is written is reviewed in time, and was checked on a day that has come.

use super::{expect, found, of_page, page};
use crate::project::sample::{codes, told};

#[test]
fn content_is_reviewed_in_time() {
    expect(&[
        ("tinjau_sebelum: 2026-11-21\n", "isi", &["S320"]),
        ("tinjau_sebelum: 2026-11-22\n", "isi", &["S320"]),
        ("tinjau_sebelum: 2026-11-23\n", "isi", &["S321"]),
        ("tinjau_sebelum: 2026-12-22\n", "isi", &["S321"]),
        ("tinjau_sebelum: 2026-12-23\n", "isi", &[]),
    ]);
    let both = [
        ("content/halaman/a.md", page("tinjau_sebelum: 2026-11-01\n", "isi")),
        ("content/halaman/b.md", page("tinjau_sebelum: 2026-12-01\n", "isi")),
    ];
    snapbox::assert_data_eq!(
        told(found(&[(both[0].0, &both[0].1), (both[1].0, &both[1].1)])),
        snapbox::str![[r#"
peringatan[S320]: isi ini seharusnya sudah ditinjau sebelum 1 November 2026
 --> content/halaman/a.md:5:17
  |
5 | tinjau_sebelum: 2026-11-01
  |                 ^^^^^^^^^^
  |
  = saran: cocokkan isinya dengan sumbernya, lalu perbarui `diperiksa` dan `tinjau_sebelum`

catatan[S321]: isi ini harus ditinjau sebelum 1 Desember 2026, 9 hari lagi
 --> content/halaman/b.md:5:17
  |
5 | tinjau_sebelum: 2026-12-01
  |                 ^^^^^^^^^^
  |
  = saran: cocokkan isinya dengan sumbernya, lalu perbarui `diperiksa` dan `tinjau_sebelum`

"#]]
    );
}

#[test]
fn content_was_not_checked_on_a_day_to_come() {
    expect(&[("diperiksa: 2026-11-22\n", "isi", &[]), ("diperiksa: 2026-11-23\n", "isi", &["S323"])]);
    snapbox::assert_data_eq!(
        told(of_page("diperiksa: 2027-01-31\n", "isi")),
        snapbox::str![[r#"
peringatan[S323]: isi ini tertulis diperiksa 31 Januari 2027, hari yang belum tiba
 --> content/halaman/tes.md:5:12
  |
5 | diperiksa: 2027-01-31
  |            ^^^^^^^^^^
  |
  = sebab: tanggal itu tampil di halaman sebagai hari isinya dicocokkan dengan sumbernya
  = saran: tulis hari isi ini sungguh diperiksa; bila tidak tahu, cocokkan lagi dengan sumbernya dan tulis tanggal hari ini

"#]]
    );
}

/// `--as-of` with a day of the past asks how the law was: then all that is written was checked later.
#[test]
fn looking_back_is_no_slip() {
    let day = |file: usize, day: &str| (format!("content/halaman/h{file}.md"), page(&format!("diperiksa: {day}\n"), "isi"));
    let count = |files: &[(String, String)]| {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        codes(found(&files)).len()
    };
    let ahead = |count: usize| (0..count).map(|file| day(file, "2027-01-31")).collect::<Vec<_>>();
    assert_eq!(count(&ahead(10)), 10);
    assert_eq!(count(&ahead(11)), 0);
    let mut mixed = ahead(11);
    mixed.extend((11..22).map(|file| day(file, "2026-01-31")));
    assert_eq!(count(&mixed), 11, "half of them may still be slips");
}
