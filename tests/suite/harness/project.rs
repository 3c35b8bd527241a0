//! A project in a temporary folder: the small base, the bundled content, or a case laid over it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use walkdir::WalkDir;

use super::{Run, TODAY, fixture, repository};

/// The golden message of a fixture; not part of its project.
const GOLDEN: &str = "pesan.txt";

/// A project in a folder of its own, which goes when it does.
pub(crate) struct Project {
    folder: TempDir,
    /// The project's folder in it.
    name: String,
    fixture: Option<String>,
}

impl Project {
    /// A folder with nothing in it.
    pub(crate) fn empty(name: &str) -> Project {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join(name)).unwrap();
        Project { folder, name: name.to_owned(), fixture: None }
    }

    /// The small project of `tests/fixtures/dasar` with the real theme.
    pub(crate) fn base() -> Project {
        let project = Project::empty("proyek");
        copy(&fixture("dasar"), &project.root());
        copy(&repository("themes"), &project.path("themes"));
        project
    }

    /// The small project with the files of `tests/fixtures/<name>` laid over it.
    pub(crate) fn fixture(name: &str) -> Project {
        let mut project = Project::base();
        copy(&fixture(name), &project.root());
        let _ = fs::remove_file(project.path(GOLDEN));
        project.fixture = Some(name.to_owned());
        project
    }

    /// The content that comes with the program.
    pub(crate) fn bundled() -> Project {
        let project = Project::empty("proyek");
        for entry in ["content", "themes"] {
            copy(&repository(entry), &project.path(entry));
        }
        fs::copy(repository("suluh.yaml"), project.path("suluh.yaml")).unwrap();
        project
    }

    /// The project's folder, without symbolic links in it.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join(&self.name)
    }

    /// A file or folder of the project.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        super::press_file(self.root().join(path))
    }

    /// A file or folder beside the project.
    pub(crate) fn beside(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file, in place of one that may be there.
    pub(crate) fn write(self, path: &str, bytes: impl AsRef<[u8]>) -> Project {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        self
    }

    /// Takes a file away.
    pub(crate) fn remove(self, path: &str) -> Project {
        fs::remove_file(self.path(path)).unwrap();
        self
    }

    /// Replaces words of a file that must be there.
    pub(crate) fn edit(self, path: &str, from: &str, to: &str) -> Project {
        let old = fs::read_to_string(self.path(path)).unwrap();
        assert!(old.contains(from), "{path} does not hold {from:?}");
        self.write(path, old.replace(from, to))
    }

    /// Makes a symbolic link.
    pub(crate) fn link(self, path: &str, target: &str) -> Project {
        std::os::unix::fs::symlink(target, self.path(path)).unwrap();
        self
    }

    /// The program, about to be run in this project on the tests' day.
    pub(crate) fn command(&self, command: &str) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_suluh"));
        program.arg(command).arg("--project").arg(self.root());
        if matches!(command, "build" | "check" | "serve") {
            program.args(["--as-of", TODAY]);
        }
        program.env("NO_COLOR", "1").env_remove("RUST_BACKTRACE");
        program
    }

    /// Runs `suluh check` with more arguments.
    pub(crate) fn check(&self, args: &[&str]) -> Run {
        Run::of(self.command("check").args(args), &self.root(), self.golden())
    }

    /// Runs `suluh build` into the project's `output/` with more arguments.
    pub(crate) fn build(&self, args: &[&str]) -> Run {
        self.build_into(&self.path("output"), args)
    }

    /// Runs `suluh build` into a folder.
    pub(crate) fn build_into(&self, output: &Path, args: &[&str]) -> Run {
        Run::of(self.command("build").arg("--output").arg(output).args(args), &self.root(), self.golden())
    }

    /// Where the golden message of the fixture stands.
    fn golden(&self) -> Option<PathBuf> {
        self.fixture.as_ref().map(|name| fixture(name).join(GOLDEN))
    }
}

/// Copies a folder with everything in it into another, which may have files already.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target).unwrap();
        } else {
            fs::copy(entry.path(), &target).unwrap();
        }
    }
}
