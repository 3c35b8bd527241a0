//! The bundled content, built once for all tests that only look at it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::project::copy;
use super::{Run, TODAY, repository};

/// The bundled content as built.
pub(crate) struct Built {
    root: PathBuf,
}

/// Builds the bundled content at the first call.
pub(crate) fn bundled() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        // Below the target folder, because a static is never dropped and would leave litter in /tmp.
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bundled");
        let _ = fs::remove_dir_all(&root);
        for entry in ["content", "themes"] {
            copy(&repository(entry), &root.join(entry));
        }
        fs::copy(repository("suluh.yaml"), root.join("suluh.yaml")).unwrap();
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_suluh"));
        program.arg("build").arg("--project").arg(&root).args(["--as-of", TODAY, "--strict"]);
        Run::of(&mut program, &root, None).expect_code(0);
        Built { root }
    })
}

impl Built {
    /// The output folder, or something in it.
    pub(crate) fn output(&self, path: &str) -> PathBuf {
        super::press_file(self.root.join("output").join(path))
    }

    /// The project's file.
    pub(crate) fn source(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }

    /// Whether the project has this file.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.root.join(path).is_file()
    }

    /// The files of the national content, from the project's root, sorted.
    pub(crate) fn national_content(&self) -> Vec<String> {
        let all = walkdir::WalkDir::new(self.root.join("content")).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = all.filter(|entry| entry.file_type().is_file());
        let inside = files.map(|entry| entry.path().strip_prefix(&self.root).unwrap().to_str().unwrap().to_owned());
        inside.filter(|path| !path.starts_with("content/daerah/")).collect()
    }

    /// Every file that goes to a press, sorted: without the order sheets, the contact sheet, the office's lists and copies, and press
    /// sheets of several copies, whose boxes are the paper's.
    pub(crate) fn press_files(&self) -> Vec<PathBuf> {
        let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
        let others = ["pesanan-", "lembar-kontak", "_printer-kantor", "_daftar-sebar", "_tanda-terima", "_susun"];
        let for_press = |path: &PathBuf| !others.iter().any(|other| name(path).contains(other));
        self.files("cetak", ".pdf").into_iter().filter(for_press).collect()
    }

    /// All files below a folder of the output whose names end so, sorted.
    pub(crate) fn files(&self, below: &str, ending: &str) -> Vec<PathBuf> {
        let all = walkdir::WalkDir::new(self.output(below)).sort_by_file_name().into_iter().map(Result::unwrap);
        all.map(walkdir::DirEntry::into_path).filter(|path| path.to_str().unwrap().ends_with(ending)).collect()
    }
}
