//! Real limits of a real system: a size limit on files, and a file system that is full.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::{CODES, Yard, code, fill, path, publish};
use crate::publish::disk::Disk;
use crate::publish::{Part, Publication, PublishError, Scope};

/// Says to [`child`] where to publish.
const ORDER: &str = "SULUH_UJI_DISK";

/// Larger than the limits below, in bytes.
const LARGE: usize = 3 * 1024 * 1024;

/// Publishes, meets the limit, and publishes again; nothing when the test program itself runs.
#[test]
fn child() {
    let Ok(output) = env::var(ORDER) else { return };
    let output = Path::new(&output);
    publish(output, 1, Disk::default()).unwrap();

    let publication = Publication::begin(output).unwrap();
    let writer = publication.edition(&code("61"), &Part::ALL).unwrap();
    fill(&writer, 2).unwrap();
    let large = vec![b'x'; LARGE];
    let refused = writer.write(Part::Web, &path("situs/61/besar.pdf"), &large, None);
    assert!(matches!(refused, Err(PublishError::DiskFull { .. })), "{refused:?}");
    // A caller that does not look is stopped all the same.
    assert!(matches!(writer.finish(), Err(PublishError::Incomplete { .. })));
    let writer = publication.edition(&code("nasional"), &Part::ALL).unwrap();
    fill(&writer, 3).unwrap();
    writer.finish().unwrap();
    publication.commit(Scope::Selected).unwrap();
    println!("selesai");
}

/// Runs the child from a shell that has set the limit.
fn run_child(setup: &str, output: &Path) -> Output {
    let name = concat!(module_path!(), "::child").trim_start_matches("suluh::");
    let mut shell = Command::new("bash");
    shell.args(["-c", &format!("{setup} && exec \"$0\" --exact {name} --nocapture")]);
    shell.arg(env::current_exe().unwrap()).env(ORDER, output);
    shell.output().unwrap()
}

#[test]
fn a_file_larger_than_the_limit() {
    let yard = Yard::new();
    // Without the signal ignored, the limit kills; that case is in `killed`. 2048 blocks of 1024 bytes.
    let output = run_child("trap '' XFSZ; ulimit -f 2048", &yard.output());
    assert!(output.status.success(), "{output:?}");
    // The edition that failed is as it was; the others are published.
    assert_eq!(CODES.map(|edition| yard.version(edition)), [3, 1, 1]);
    yard.assert_tidy();
}

#[test]
fn a_full_file_system() {
    let yard = Yard::new();
    let mount = yard.folder.path().display().to_string();
    let keep = tempfile::tempdir().unwrap();
    let (kept, size) = (keep.path().display(), "size=2m");
    // The mount lives in the child's own name space; what it left is copied out before it vanishes.
    let name = concat!(module_path!(), "::child").trim_start_matches("suluh::");
    let script =
        format!("mount -t tmpfs -o {size} tmpfs '{mount}' && \"$0\" --exact {name} --nocapture && cp -a '{mount}/.' '{kept}'");
    let mut shell = Command::new("unshare");
    shell.args(["--map-root-user", "--mount", "bash", "-c", &script]);
    let output = shell.arg(env::current_exe().unwrap()).env(ORDER, yard.output()).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    if told.contains("unshare") || told.contains("mount:") {
        println!("dilewati: sistem ini tidak mengizinkan mount");
        return;
    }
    assert!(output.status.success(), "{told}");
    fs::remove_dir(yard.output()).ok();
    let yard = Yard { folder: keep };
    assert_eq!(CODES.map(|edition| yard.version(edition)), [3, 1, 1]);
    yard.assert_tidy();
}
