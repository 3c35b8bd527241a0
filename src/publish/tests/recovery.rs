//! What `begin` makes of a work area in every state, told apart from how it came to it (see `killed`).

use std::fs;

use super::Yard;
use crate::publish::{Publication, PublishError, RECOVERED};

/// What the next run tells about the one before.
fn told(yard: &Yard) -> Vec<String> {
    let publication = yard.begin();
    let summary = publication.commit(crate::publish::Scope::Selected).unwrap();
    summary.diagnostics.into_iter().filter(|told| told.code == RECOVERED).map(|told| told.message).collect()
}

#[test]
fn killed_between_the_renames_the_new_one_is_put_in_place() {
    let yard = Yard::published();
    let other = Yard::new();
    other.publish(2).unwrap();
    fs::rename(yard.output(), yard.area().join("lama")).unwrap();
    fs::rename(other.output(), yard.area().join("berikut")).unwrap();
    let output = yard.folder.path().canonicalize().unwrap().join("output");
    assert_eq!(told(&yard), [format!("penerbitan sebelumnya ke `{}` terputus dan kini diselesaikan", output.display())]);
    yard.assert_all_in(2);
    yard.assert_tidy();
    assert!(told(&yard).is_empty(), "told once");
}

#[test]
fn killed_after_the_second_rename_the_new_one_stays() {
    let yard = Yard::published();
    let other = Yard::new();
    other.publish(2).unwrap();
    fs::rename(other.output(), yard.area().join("lama")).unwrap();
    assert!(told(&yard).is_empty());
    yard.assert_all_in(1);
    yard.assert_tidy();
}

#[test]
fn the_only_copy_is_never_removed() {
    let yard = Yard::published();
    fs::rename(yard.output(), yard.area().join("lama")).unwrap();
    assert!(told(&yard)[0].ends_with("terputus dan kini dibatalkan"));
    yard.assert_all_in(1);
    yard.assert_tidy();
}

#[test]
fn a_folder_made_between_the_renames_is_left_to_a_person() {
    let yard = Yard::published();
    let other = Yard::new();
    other.publish(2).unwrap();
    fs::rename(yard.output(), yard.area().join("lama")).unwrap();
    fs::rename(other.output(), yard.area().join("berikut")).unwrap();
    fs::create_dir(yard.output()).unwrap();
    for _ in 0..2 {
        assert!(matches!(Publication::begin(&yard.output()), Err(PublishError::Unrecovered { .. })));
    }
    // Nothing was thrown away, and the remedy works.
    assert!(yard.area().join("lama/situs/index.html").exists());
    fs::remove_dir(yard.output()).unwrap();
    drop(yard.begin());
    yard.assert_all_in(2);
}
