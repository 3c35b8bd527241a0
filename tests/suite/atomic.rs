//! Whole or not at all: killed at twenty moments, and a disk that is full.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::harness::{Project, Tree, tools};

/// The files in which every edition has its number.
const OFFICES: [&str; 3] =
    ["suluh.yaml", "content/daerah/61-kalimantan-barat/daerah.yaml", "content/daerah/61.11-kayong-utara/daerah.yaml"];

/// Two states of one project that differ in every edition, and what each is built to.
struct Pair {
    projects: [Project; 2],
    trees: [Tree; 2],
    /// A folder that is published to, now with the one, now with the other.
    output: PathBuf,
}

impl Pair {
    fn new() -> Pair {
        let other = OFFICES.iter().fold(Project::base(), |project, file| project.edit(file, "5550-", "7770-"));
        let projects = [Project::base(), other];
        let trees = [&projects[0], &projects[1]].map(|project| {
            project.build(&[]).expect_code(0);
            Tree::of(&project.path("output"))
        });
        for edition in ["situs/index.html", "situs/61/index.html", "situs/61.11/index.html"] {
            assert!(trees[0].changed(&trees[1]).contains(edition), "{edition} is the same in both");
        }
        let output = projects[0].beside("terbit/output");
        projects[0].build_into(&output, &[]).expect_code(0);
        Pair { projects, trees, output }
    }

    fn start(&self, which: usize) -> Child {
        let mut command = self.projects[which].command("build");
        command.arg("--output").arg(&self.output).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    }

    fn work_area(&self, name: &str) -> PathBuf {
        self.output.with_file_name(".output.suluh").join(name)
    }

    fn staging(&self) -> PathBuf {
        self.work_area("berikut")
    }

    /// Which of the two is published: never anything between.
    #[track_caller]
    fn published(&self, context: &str) -> usize {
        let now = Tree::of(&self.output);
        let which = self.trees.iter().position(|tree| tree.changed(&now).is_empty());
        which.unwrap_or_else(|| {
            let [old, new] = [0, 1].map(|which| self.trees[which].changed(&now));
            panic!("{context}: neither the one ({old:#?}) nor the other ({new:#?})")
        })
    }

    /// Builds to the end; nothing of an earlier run stays behind.
    #[track_caller]
    fn recover(&self, which: usize) {
        self.projects[which].build_into(&self.output, &[]).expect_code(0);
        assert_eq!(self.published("after recovery"), which);
        for litter in ["berikut", "lama", "jurnal", "keadaan.baru"] {
            assert!(!self.work_area(litter).exists(), "{litter} was left behind");
        }
    }
}

/// When to kill.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// After this share of the time for which the staging area exists.
    Share(f64),
    /// As soon as this is in the staging area.
    Sees(&'static str),
    /// As soon as the output folder is another one.
    Exchanged,
}

fn moments() -> Vec<Moment> {
    let shares = (0..13).map(|number| Moment::Share((f64::from(number) + 0.5) / 13.0));
    let seen = ["situs", "cetak", "manifes", "manifes/61.11.json", "manifes/indeks.json"].map(Moment::Sees);
    shares.chain(seen).chain([Moment::Exchanged, Moment::Exchanged]).collect()
}

/// Waits until something is so, or the program has ended.
fn until(child: &mut Child, so: impl Fn() -> bool) -> bool {
    loop {
        if so() {
            return true;
        }
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        sleep(Duration::from_micros(50));
    }
}

/// Starts a build and kills it. True when it was at work then, with its staging area there.
fn kill_at(pair: &Pair, which: usize, moment: Moment, window: Duration) -> bool {
    let before = fs::metadata(&pair.output).unwrap().ino();
    let mut child = pair.start(which);
    let staging = pair.staging();
    let reached = until(&mut child, || staging.exists())
        && match moment {
            Moment::Share(share) => {
                let end = Instant::now() + window.mul_f64(share);
                until(&mut child, || Instant::now() >= end)
            }
            Moment::Sees(name) => until(&mut child, || staging.join(name).exists()),
            Moment::Exchanged => until(&mut child, || fs::metadata(&pair.output).is_ok_and(|now| now.ino() != before)),
        };
    let at_work = reached && child.try_wait().unwrap().is_none() && staging.exists();
    let _ = child.kill();
    child.wait().unwrap();
    at_work
}

/// How long the staging area exists in a build from the one state to the other.
fn measure(pair: &Pair) -> Duration {
    let mut child = pair.start(1);
    until(&mut child, || pair.staging().exists());
    let start = Instant::now();
    until(&mut child, || !pair.staging().exists());
    let window = start.elapsed();
    assert!(child.wait().unwrap().success());
    pair.recover(0);
    window
}

/// How many kills must meet a build at work.
const KILLS: usize = 20;

#[test]
fn killed_at_twenty_moments() {
    let pair = Pair::new();
    let window = measure(&pair);
    let (mut kills, mut ends) = (0, [0, 0]);
    // The moments after the exchange last microseconds; for one that is missed another comes later.
    let more = std::iter::repeat_n(Moment::Share(0.9), KILLS);
    for moment in moments().into_iter().chain(more) {
        if kills == KILLS {
            break;
        }
        let old = pair.published("before");
        let target = 1 - old;
        // A machine under load may be faster or slower than it was when measured.
        for window in (0..12).map(|attempt| window.mul_f64(0.8_f64.powi(attempt))) {
            let at_work = kill_at(&pair, target, moment, window);
            let now = pair.published(&format!("killed at {moment:?}"));
            if at_work {
                kills += 1;
                ends[usize::from(now == target)] += 1;
                break;
            }
            pair.recover(old);
        }
        pair.recover(target);
    }
    assert_eq!(kills, KILLS, "too few kills met a build at work (window {window:?})");
    assert!(ends[0] > 0, "no kill left the old state");
}

/// Makes a small file system of its own and says how; the test goes on in a shell inside it.
fn small_disk(folder: &Path, kilobytes: u64) -> (Vec<&'static str>, String) {
    let mount = format!("mount -t tmpfs -o size={kilobytes}k tmpfs '{}'", folder.display());
    let ways: [&[&'static str]; 2] = [&["unshare", "--user", "--map-root-user", "--mount"], &["unshare", "--mount"]];
    for way in ways {
        let tried = tools::output(way[0], way[1..].iter().copied().chain(["sh", "-c", &mount]));
        if tried.status.success() {
            return (way.to_vec(), mount);
        }
    }
    // Where nothing may be mounted, a limit on the size of a file stands for the full disk: the
    // largest file is then the one that does not fit.
    (vec!["env"], "trap '' XFSZ; ulimit -S -f 64".to_owned())
}

#[test]
fn a_full_disk() {
    let pair = Pair::new();
    let disk = pair.projects[0].beside("cakram");
    fs::create_dir(&disk).unwrap();
    let size: u64 = walkdir::WalkDir::new(&pair.output)
        .into_iter()
        .map(|entry| entry.unwrap().metadata().unwrap())
        .filter(fs::Metadata::is_file)
        .map(|file| file.len().div_ceil(4096) * 4)
        .sum();
    // Room for one publication and a little more, not for two.
    let (way, make) = small_disk(&disk, size + size / 4 + 64);
    let build = |which: usize| {
        let project = pair.projects[which].root();
        let program = env!("CARGO_BIN_EXE_suluh");
        format!("'{program}' build --as-of 2026-11-22 --project '{}' --output '{}/output'", project.display(), disk.display())
    };
    let keep = pair.projects[0].beside("simpanan");
    let save = |name: &str| format!("cp -a '{}/.' '{}/{name}'", disk.display(), keep.display());
    fs::create_dir(&keep).unwrap();
    let script = format!(
        "{make} || exit 90; ({room}{first}) || exit 91; {second} 2>'{keep}/pesan'; echo $? >'{keep}/kode'; ({room}{save_second}) || exit 93; \
         (mount -o remount,size=1g '{disk}' 2>/dev/null; {room}{third} && {save_third}) || exit 92",
        first = build(0),
        second = build(1),
        third = build(1),
        keep = keep.display(),
        disk = disk.display(),
        save_second = save("penuh"),
        save_third = save("lega"),
        room = if way[0] == "env" { "ulimit -S -f unlimited; " } else { "" },
    );
    let output = tools::output(way[0], way[1..].iter().copied().chain(["sh", "-c", &script]));
    assert!(output.status.success(), "{way:?} {:?}\n{}", output.status, String::from_utf8_lossy(&output.stderr));

    assert_eq!(fs::read_to_string(keep.join("kode")).unwrap().trim(), "3");
    let message = fs::read_to_string(keep.join("pesan")).unwrap();
    assert!(message.starts_with("galat[S9") && message.contains("ruang disk habis"), "{message}");
    pair.trees[0].expect_same_bytes(&Tree::of(&keep.join("penuh/output")));
    assert!(!keep.join("penuh/.output.suluh/berikut").exists(), "the staging area still takes up space");
    pair.trees[1].expect_same_bytes(&Tree::of(&keep.join("lega/output")));
}
