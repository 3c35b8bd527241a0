//! Output folders of every kind: missing, locked, read-only, somebody else's, shared with the user's files.

use std::fs;
use std::path::Path;

use super::{Yard, code, fill, path};
use crate::publish::{Outcome, Part, Publication, PublishError, Scope};

fn refused(output: &Path) -> PublishError {
    Publication::begin(output).err().unwrap()
}

#[test]
fn one_run_at_a_time() {
    let yard = Yard::published();
    let first = yard.begin();
    assert!(matches!(refused(&yard.output()), PublishError::Busy { .. }));
    drop(first);
    drop(yard.begin());
}

#[test]
fn a_missing_folder_and_its_parents_are_made() {
    let yard = Yard::new();
    let output = yard.folder.path().join("a/b/output");
    super::publish(&output, 1, Default::default()).unwrap();
    assert!(output.join("situs/index.html").is_file());
}

#[test]
fn a_relative_path_and_an_empty_folder_will_do() {
    let yard = Yard::new();
    fs::create_dir(yard.output()).unwrap();
    let roundabout = yard.folder.path().join("output/../output/.");
    super::publish(&roundabout, 1, Default::default()).unwrap();
    yard.assert_all_in(1);
}

#[test]
fn something_else_than_a_folder_is_refused() {
    let yard = Yard::new();
    fs::write(yard.output(), "berkas").unwrap();
    assert!(matches!(refused(&yard.output()), PublishError::NotAFolder { .. }));
    assert!(matches!(refused(&yard.output().join("di-bawahnya/lagi")), PublishError::NotAFolder { .. }));
    assert_eq!(fs::read_to_string(yard.output()).unwrap(), "berkas");
    assert!(refused(Path::new("/")).to_string().contains('/'));
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_refused_even_to_an_administrator() {
    use std::os::unix::fs::PermissionsExt;
    let yard = Yard::published();
    fs::set_permissions(yard.output(), fs::Permissions::from_mode(0o555)).unwrap();
    let error = refused(&yard.output());
    fs::set_permissions(yard.output(), fs::Permissions::from_mode(0o755)).unwrap();
    assert!(matches!(error, PublishError::ReadOnly { .. }), "{error:?}");
    yard.assert_all_in(1);
}

#[test]
fn a_folder_that_is_not_ours_is_refused_and_left_alone() {
    for name in ["skripsi.docx", "situs/index.html", "manifes/lain.json", "foto"] {
        let yard = Yard::new();
        let place = yard.file(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(&place, "berharga").unwrap();
        fs::write(yard.file("README.md"), "punya pengguna").unwrap();
        let error = refused(&yard.output());
        assert!(matches!(error, PublishError::NotOurs { .. }), "{name}: {error:?}");
        assert_eq!(fs::read_to_string(&place).unwrap(), "berharga");
        assert!(!yard.area().exists(), "not even a work area is made beside it");
    }
}

#[test]
fn files_of_the_user_are_carried_over() {
    let yard = Yard::new();
    fs::create_dir_all(yard.file(".git/objects")).unwrap();
    for name in ["README.md", "readme-pengguna.txt", ".gitignore", ".git/HEAD"] {
        fs::create_dir_all(yard.file(name).parent().unwrap()).unwrap();
        fs::write(yard.file(name), name).unwrap();
    }
    yard.publish(1).unwrap();
    // Once the folder is ours, anything may stand in it.
    let later = [
        "CNAME",
        "situs/google123.html",
        "situs/61.11/.htaccess",
        "cetak/arsip/lama.pdf",
        "situs/99.99/x",
        "manifes/catatan.txt",
    ];
    for name in later {
        fs::create_dir_all(yard.file(name).parent().unwrap()).unwrap();
        fs::write(yard.file(name), name).unwrap();
    }
    fs::create_dir_all(yard.file("kosong/sekali")).unwrap();
    fs::create_dir_all(yard.file("situs/61/kosong")).unwrap();
    for version in [2, 3, 3] {
        yard.publish(version).unwrap();
    }
    for name in ["README.md", "readme-pengguna.txt", ".gitignore", ".git/HEAD"].iter().chain(&later) {
        assert_eq!(fs::read_to_string(yard.file(name)).unwrap(), *name);
    }
    for folder in [".git/objects", "kosong/sekali", "situs/61/kosong"] {
        assert!(yard.file(folder).is_dir(), "{folder}");
    }
    assert!(!yard.file("situs/61/hanya/v1.html").exists(), "ours goes");
}

#[test]
fn a_file_of_the_user_is_never_overwritten() {
    // Where a file, a folder and a file's folder must go.
    for (theirs, ours) in [
        ("situs/61/baru.html", "situs/61/baru.html"),
        ("situs/61/baru.html/punya.txt", "situs/61/baru.html"),
        ("situs/61/baru", "situs/61/baru/index.html"),
    ] {
        let yard = Yard::published();
        fs::create_dir_all(yard.file(theirs).parent().unwrap()).unwrap();
        fs::write(yard.file(theirs), "berharga").unwrap();
        let publication = yard.begin();
        let writer = publication.edition(&code("61"), &Part::ALL).unwrap();
        fill(&writer, 2).unwrap();
        let written = writer.write(Part::Web, &path(ours), b"ours", None);
        // A file is found at once, a folder when the generations are put together.
        let finished = writer.finish();
        let committed = publication.commit(Scope::Selected);
        let error = written.err().or(finished.err()).or(committed.err()).unwrap();
        assert!(matches!(error, PublishError::InTheWay { .. }), "{theirs}: {error:?}");
        assert_eq!(fs::read_to_string(yard.file(theirs)).unwrap(), "berharga");
        drop(yard.begin());
        fs::remove_file(yard.file(theirs)).unwrap();
        yard.assert_all_in(1);
    }
}

#[test]
fn a_file_that_the_user_makes_during_the_run_is_found_too() {
    let yard = Yard::published();
    let publication = yard.begin();
    let writer = publication.edition(&code("61"), &Part::ALL).unwrap();
    fill(&writer, 2).unwrap();
    writer.finish().unwrap();
    fs::write(yard.file("situs/61/hanya/v2.html"), "berharga").unwrap();
    assert!(matches!(publication.commit(Scope::Selected), Err(PublishError::InTheWay { .. })));
    assert_eq!(fs::read_to_string(yard.file("situs/61/hanya/v2.html")).unwrap(), "berharga");
}

#[test]
fn a_file_of_the_user_that_is_the_same_is_adopted() {
    let yard = Yard::published();
    fs::write(yard.file("situs/61/baru.html"), "sama").unwrap();
    let publication = yard.begin();
    let writer = publication.edition(&code("61"), &Part::ALL).unwrap();
    fill(&writer, 1).unwrap();
    assert!(!writer.write(Part::Web, &path("situs/61/baru.html"), b"sama", None).unwrap().fresh);
    writer.finish().unwrap();
    assert!(matches!(publication.commit(Scope::Selected).unwrap().editions[&code("61")], Outcome::Published(_)));
    yard.publish(1).unwrap();
    assert!(!yard.file("situs/61/baru.html").exists(), "from now on it is ours");
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn an_output_folder_behind_a_symlink_is_exchanged_where_it_is() {
        let yard = Yard::new();
        fs::create_dir_all(yard.folder.path().join("server/www")).unwrap();
        symlink("server/www", yard.output()).unwrap();
        yard.publish(1).unwrap();
        yard.assert_all_in(1);
        assert!(fs::symlink_metadata(yard.output()).unwrap().is_symlink());
        assert!(yard.folder.path().join("server/.www.suluh").is_dir());
        fs::remove_dir_all(yard.folder.path().join("server")).unwrap();
        assert!(matches!(refused(&yard.output()), PublishError::NotAFolder { .. }), "leads nowhere");
    }

    #[test]
    fn nothing_is_written_or_removed_through_a_symlink() {
        let yard = Yard::published();
        let outside = yard.folder.path().join("di-luar");
        fs::create_dir(&outside).unwrap();
        fs::write(outside.join("index.html"), "berharga").unwrap();
        symlink(&outside, yard.file("situs/61/tautan")).unwrap();
        symlink("index.html", yard.file("situs/61/awal.html")).unwrap();
        yard.publish(2).unwrap();
        assert_eq!(fs::read_link(yard.file("situs/61/tautan")).unwrap(), outside);
        assert_eq!(fs::read_to_string(yard.file("situs/61/awal.html")).unwrap(), "61 versi 2");

        let publication = yard.begin();
        let writer = publication.edition(&code("61"), &Part::ALL).unwrap();
        let through = writer.write(Part::Web, &path("situs/61/tautan/index.html"), b"ours", None);
        assert!(matches!(through, Err(PublishError::InTheWay { .. })));
        drop(writer);
        drop(publication);
        let publication = yard.begin();
        let writer = publication.edition(&code("61"), &Part::ALL).unwrap();
        writer.write(Part::Web, &path("situs/61/tautan/lain.html"), b"ours", None).unwrap();
        writer.finish().unwrap();
        assert!(matches!(publication.commit(Scope::Selected), Err(PublishError::InTheWay { .. })));
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
        assert_eq!(fs::read_to_string(outside.join("index.html")).unwrap(), "berharga");
    }

    #[test]
    fn our_roots_and_the_work_area_must_be_real_folders() {
        let yard = Yard::published();
        let outside = yard.folder.path().join("di-luar");
        fs::rename(yard.file("cetak"), &outside).unwrap();
        symlink(&outside, yard.file("cetak")).unwrap();
        assert!(matches!(refused(&yard.output()), PublishError::NotAFolder { .. }));
        fs::remove_file(yard.file("cetak")).unwrap();
        fs::rename(&outside, yard.file("cetak")).unwrap();
        fs::remove_dir_all(yard.area()).unwrap();
        fs::create_dir(&outside).unwrap();
        symlink(&outside, yard.area()).unwrap();
        assert!(matches!(refused(&yard.output()), PublishError::NotAFolder { .. }));
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
    }

    #[test]
    fn folders_keep_their_permissions() {
        let yard = Yard::published();
        fs::create_dir(yard.file("rahasia")).unwrap();
        let folders = [("", 0o2775), ("situs", 0o750), ("situs/61.11", 0o711), ("situs/61/aset", 0o700), ("rahasia", 0o700)];
        for (folder, mode) in folders {
            fs::set_permissions(yard.file(folder), fs::Permissions::from_mode(mode)).unwrap();
        }
        fs::write(yard.file("rahasia/kunci"), "x").unwrap();
        yard.publish(2).unwrap();
        for (folder, mode) in folders {
            assert_eq!(fs::metadata(yard.file(folder)).unwrap().permissions().mode() & 0o7777, mode, "{folder}");
        }
    }

    #[test]
    fn names_that_are_no_text_are_carried_over() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let yard = Yard::published();
        let name = OsStr::from_bytes(b"aneh-\xff");
        for folder in ["", "situs", "situs/61", "manifes"] {
            fs::write(yard.file(folder).join(name), "x").unwrap();
        }
        yard.publish(2).unwrap();
        for folder in ["", "situs", "situs/61", "manifes"] {
            assert!(yard.file(folder).join(name).exists(), "{folder}");
        }
    }
}
