//! The same input gives the same bytes, wherever the folder is, whatever the order of its files and
//! the number of threads; and nothing changed means nothing touched.

use std::fs;
use std::path::Path;

use crate::harness::{Project, Tree, built, repository};

/// Copies files in the opposite order, so that the file system lists them in another one.
fn copy_backwards(from: &Path, to: &Path) {
    let mut entries: Vec<_> = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    fs::create_dir_all(to).unwrap();
    for entry in entries.into_iter().rev() {
        let target = to.join(entry.file_name().unwrap());
        if entry.is_dir() {
            copy_backwards(&entry, &target);
        } else {
            fs::copy(&entry, &target).unwrap();
        }
    }
}

#[test]
fn two_folders_two_orders_one_and_two_threads() {
    let built = built::bundled();
    let other = Project::empty("sebuah/folder yang lain");
    for entry in ["themes", "content"] {
        copy_backwards(&repository(entry), &other.path(entry));
    }
    fs::copy(repository("suluh.yaml"), other.path("suluh.yaml")).unwrap();
    other.build(&["--threads", "1"]).expect_code(0);
    let tree = Tree::of(&other.path("output"));
    assert!(tree.paths().any(|path| path.ends_with(".pdf")), "no PDF was made");
    Tree::of(&built.output("")).expect_same_bytes(&tree);
}

#[test]
fn nothing_changed_means_nothing_touched() {
    let project = Project::base();
    project.build(&["--threads", "2"]).expect_code(0);
    let before = Tree::of(&project.path("output"));
    project.build(&["--threads", "1"]).expect_code(0);
    before.expect_untouched(&Tree::of(&project.path("output")));
}

/// Half a build and the other half are the whole.
#[test]
fn web_after_print_is_the_whole() {
    let (whole, halves) = (Project::base(), Project::base());
    whole.build(&[]).expect_code(0);
    halves.build(&["--only", "print"]).expect_code(0);
    halves.build(&["--only", "web"]).expect_code(0);
    Tree::of(&whole.path("output")).expect_same_bytes(&Tree::of(&halves.path("output")));
}

/// Region by region is the whole, too.
#[test]
fn region_by_region_is_the_whole() {
    let (whole, parts) = (Project::base(), Project::base());
    whole.build(&[]).expect_code(0);
    for region in ["61.11", "nasional", "61"] {
        parts.build(&["--region", region]).expect_code(0);
    }
    Tree::of(&whole.path("output")).expect_same_bytes(&Tree::of(&parts.path("output")));
}
