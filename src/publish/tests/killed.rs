//! A run that is killed, or refused something, before each single operation it makes: all moments there are, not
//! twenty.

use std::env;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use super::faults::{Fault, Faults};
use super::{Yard, code, files, fill, publish};
use crate::publish::disk::Disk;
use crate::publish::{EditionWriter, Key, Part, Publication, PublishError, Scope, Summary};

/// Says to [`child`] what to do: step, how files come, file system, output folder.
const ORDER: &str = "SULUH_UJI_TERBIT";

/// The file systems on which each moment is tried.
const SYSTEMS: [&str; 3] = ["biasa", "tanpa-tukar", "tanpa-apa-apa"];

/// How the files of a run come: each at once, or bit by bit with some that are taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Whole,
    Bits,
}

impl Way {
    const ALL: [(&'static str, Way); 2] = [("utuh", Way::Whole), ("sedikit-sedikit", Way::Bits)];

    fn publish(self, output: &Path, version: u32, disk: Disk) -> Result<Summary, PublishError> {
        match self {
            Way::Whole => publish(output, version, disk),
            Way::Bits => publish_in_bits(output, version, disk),
        }
    }
}

/// As [`publish`], through [`EditionWriter::open`]. Each edition first makes a job that fails: its first file has the wrong bytes under
/// a path that is wanted, its second never comes to its end; both are taken back.
fn publish_in_bits(output: &Path, version: u32, disk: Disk) -> Result<Summary, PublishError> {
    let publication = Publication::begin_on(output, disk)?;
    for edition in super::CODES {
        let writer = publication.edition(&code(edition), &Part::ALL)?;
        let wanted = files(edition, version);
        let failed = Key::of("uji").with("gagal").key();
        stream(&writer, wanted[0].part, &wanted[0].path, b"salah, sampai ditarik kembali", Some(&failed))?;
        let mut broken_off = writer.open(wanted[1].part, &wanted[1].path, Some(&failed))?;
        broken_off.write_all(b"tidak sampai habis").map_err(|error| PublishError::io("menulis", output, error))?;
        drop(broken_off);
        writer.retract(&failed)?;
        for file in &wanted {
            stream(&writer, file.part, &file.path, &file.bytes, file.key.as_ref())?;
        }
        writer.finish()?;
    }
    publication.commit(Scope::Whole)
}

fn stream(
    writer: &EditionWriter<'_>,
    part: Part,
    path: &crate::publish::OutputPath,
    bytes: &[u8],
    key: Option<&Key>,
) -> Result<(), PublishError> {
    let mut file = writer.open(part, path, key)?;
    for bit in bytes.chunks(5) {
        file.write_all(bit).map_err(|error| PublishError::io("menulis", Path::new(path.as_str()), error))?;
    }
    file.close().map(drop)
}

fn disk(system: &str, at: Option<(usize, Fault)>) -> Disk {
    let faults = Faults { at, no_links: system == "tanpa-apa-apa", no_exchange: system != "biasa", ..Faults::default() };
    Disk { faults }
}

/// The run that is killed; nothing when the test program itself runs.
#[test]
fn child() {
    let Ok(order) = env::var(ORDER) else { return };
    let mut words = order.splitn(4, ' ');
    let step = words.next().unwrap().parse().unwrap();
    let way = words.next().unwrap();
    let (_, way) = Way::ALL.into_iter().find(|(name, _)| *name == way).unwrap();
    let system = words.next().unwrap();
    let output = Path::new(words.next().unwrap());
    way.publish(output, 2, disk(system, Some((step, Fault::Kill)))).unwrap();
}

/// Runs the child; `true` when it was killed, `false` when it came to its end first.
fn run_child(step: usize, way: Way, system: &str, output: &Path) -> bool {
    let (way, _) = Way::ALL.into_iter().find(|(_, known)| *known == way).unwrap();
    let name = concat!(module_path!(), "::child").trim_start_matches("suluh::");
    let mut child = Command::new(env::current_exe().unwrap());
    child.args(["--exact", name, "--nocapture"]).env(ORDER, format!("{step} {way} {system} {}", output.display()));
    let output = child.output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    let killed = told.contains("dihentikan sebelum langkah");
    assert_eq!(killed, !output.status.success(), "{told}");
    killed
}

/// Kills a run of version 2 before its n-th operation, for every n, and looks at the folder each time.
fn kill_everywhere(way: Way, system: &str, make: fn() -> Yard, had: Option<u32>) {
    let moments = (1..).take_while(|step| kill_at(*step, way, system, make, had)).count();
    assert!(moments > 20, "only {moments} moments on {system}");
}

/// `false`: the run has no such operation any more.
fn kill_at(step: usize, way: Way, system: &str, make: fn() -> Yard, had: Option<u32>) -> bool {
    let yard = make();
    if !run_child(step, way, system, &yard.output()) {
        return false;
    }
    // On an ordinary file system the folder is whole even before anyone puts it right.
    if system == "biasa" {
        assert_whole(&yard, had, step);
    }
    // A run that only begins puts it right and leaves nothing behind.
    drop(Publication::begin_on(&yard.output(), disk(system, None)).unwrap());
    assert_whole(&yard, had, step);
    if yard.output().exists() {
        yard.assert_tidy();
    }
    // And the next run publishes as if nothing had been.
    way.publish(&yard.output(), 2, disk(system, None)).unwrap();
    yard.assert_all_in(2);
    yard.assert_tidy();
    true
}

fn assert_whole(yard: &Yard, had: Option<u32>, step: usize) {
    if !yard.output().exists() {
        assert_eq!(had, None, "step {step}: the publication is gone");
        return;
    }
    let versions = super::CODES.map(|edition| yard.version(edition));
    assert!(versions == [2; 3] || Some(versions) == had.map(|version| [version; 3]), "step {step}: {versions:?}");
    if had.is_some() {
        assert_eq!(fs::read_to_string(yard.file("README.md")).unwrap(), "punya pengguna");
    }
}

#[test]
fn killed_at_every_moment_of_an_update() {
    SYSTEMS.iter().for_each(|system| kill_everywhere(Way::Whole, system, Yard::published, Some(1)));
}

#[test]
fn killed_at_every_moment_of_the_first_publication() {
    SYSTEMS.iter().for_each(|system| kill_everywhere(Way::Whole, system, Yard::new, None));
}

#[test]
fn killed_at_every_moment_while_files_come_bit_by_bit_and_are_taken_back() {
    kill_everywhere(Way::Bits, "biasa", Yard::published, Some(1));
    kill_everywhere(Way::Bits, "tanpa-apa-apa", Yard::new, None);
}

/// Fails one run before its n-th operation, for every n: an error leaves the old publication, a success the new one.
fn fail_everywhere(way: Way, system: &str, fault: Fault, told: fn(&PublishError) -> bool) {
    for step in 1.. {
        let yard = Yard::published();
        let result = way.publish(&yard.output(), 2, disk(system, Some((step, fault))));
        // What is refused after the exchange, or while tidying up, does not make the publication fail.
        let (failed, expected) = (result.is_err(), if result.is_ok() { 2 } else { 1 });
        yard.assert_all_in(expected);
        assert!(result.as_ref().err().is_none_or(told), "step {step}: {result:?}");
        assert_eq!(fs::read_to_string(yard.file("README.md")).unwrap(), "punya pengguna");
        drop(yard.begin());
        yard.assert_all_in(expected);
        yard.assert_tidy();
        if !failed && step > if way == Way::Bits { 200 } else { 60 } {
            return;
        }
    }
}

#[test]
fn a_full_disk_at_every_moment() {
    for (system, (_, way)) in SYSTEMS.into_iter().flat_map(|system| Way::ALL.map(|way| (system, way))) {
        fail_everywhere(way, system, Fault::Full, |error| matches!(error, PublishError::DiskFull { .. }));
    }
}

#[test]
fn a_refusal_at_every_moment() {
    for (system, (_, way)) in SYSTEMS.into_iter().flat_map(|system| Way::ALL.map(|way| (system, way))) {
        fail_everywhere(way, system, Fault::Refuse, |error| {
            matches!(error, PublishError::Io { .. } | PublishError::Unmovable { .. } | PublishError::Incomplete { .. })
        });
    }
}

#[test]
fn what_an_edition_staged_never_shows_when_it_is_given_up() {
    for step in 1..120 {
        let yard = Yard::published();
        let give_up = || {
            let publication = Publication::begin_on(&yard.output(), disk("biasa", Some((step, Fault::Refuse))))?;
            for edition in super::CODES {
                let writer = publication.edition(&code(edition), &Part::ALL)?;
                let filled = fill(&writer, 2);
                if filled.is_ok() && edition != "61" {
                    writer.finish()?;
                }
            }
            publication.commit(Scope::Whole)
        };
        let result = give_up();
        let versions = super::CODES.map(|edition| yard.version(edition));
        assert_eq!(versions[1], 1, "step {step}: {result:?}");
        assert!(result.is_ok() || versions == [1; 3], "step {step}: {result:?}");
        // What could not be removed at once is removed at the commit, and taken for nobody's file.
        assert!(!matches!(result, Err(PublishError::InTheWay { .. })), "step {step}: {result:?}");
    }
}

#[test]
fn a_folder_that_can_not_be_put_back_waits_for_the_next_run() {
    let mut waited = 0;
    for step in 1..120 {
        let yard = Yard::published();
        let result = publish(&yard.output(), 2, disk("tanpa-tukar", Some((step, Fault::Stuck))));
        if !yard.output().exists() {
            assert!(matches!(result, Err(PublishError::Unmovable { .. })), "{result:?}");
            assert!(yard.area().join("berikut/manifes/indeks.json").exists(), "both generations are kept");
            waited += 1;
        }
        drop(yard.begin());
        assert_whole(&yard, Some(1), step);
        yard.assert_tidy();
    }
    assert_eq!(waited, 1, "exactly one moment lies between the renames");
}

/// What a power cut would show can't be tried here; that everything is flushed in time can.
#[test]
fn all_is_flushed_before_the_exchange_and_the_exchange_before_the_old_goes() {
    for system in SYSTEMS {
        let yard = Yard::published();
        let disk = disk(system, None);
        let done = Arc::clone(&disk.faults.done);
        publish(&yard.output(), 2, disk).unwrap();
        let done = done.lock().unwrap();
        let last = |operation| done.iter().rposition(|step| *step == operation).unwrap();
        let first = |operation| done.iter().position(|step| *step == operation).unwrap();
        // After the exchange only the memory of the three editions is written.
        let written = done.iter().enumerate().filter(|(at, step)| **step == "write" && *at > last("flush")).count();
        assert_eq!(written, super::CODES.len());
        assert!(last("link") < first("flush"));
        assert!(first("flush") < first("exchange") && first("exchange") < first("flush folder"));
        assert!(first("flush folder") < done.iter().rposition(|step| *step == "remove folder").unwrap());
        let removed_early = done[..first("flush folder")].contains(&"remove folder");
        assert!(!removed_early, "nothing is removed before the exchange is on disk");
    }
}
