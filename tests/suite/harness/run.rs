//! One run of the program: what it said and how it ended.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use snapbox::{Assert, Data, IntoData, assert::DEFAULT_ACTION_ENV};

/// What a build that published nothing says last.
const KEPT: &str = "Tidak ada yang diterbitkan; terbitan lama tetap seperti semula.\n";

/// What the program said and how it ended.
pub(crate) struct Run {
    /// The exit code.
    pub(crate) code: i32,
    /// Its output, the project's folder written as `[PROYEK]`.
    pub(crate) stdout: String,
    /// Its messages, likewise.
    pub(crate) stderr: String,
    golden: Option<PathBuf>,
}

impl Run {
    /// Runs a command to its end.
    pub(crate) fn of(command: &mut Command, root: &Path, golden: Option<PathBuf>) -> Run {
        let output = command.output().expect("the program starts");
        Run::from(&output, root, golden)
    }

    fn from(output: &Output, root: &Path, golden: Option<PathBuf>) -> Run {
        let root = root.to_str().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().replace(root, "[PROYEK]");
        let code = output.status.code().expect("the program ends by itself");
        let run = Run { code, stdout: text(&output.stdout), stderr: text(&output.stderr), golden };
        assert!(!run.stderr.contains("panicked"), "the program panicked:\n{}", run.stderr);
        run
    }

    /// The exit code is this one.
    #[track_caller]
    pub(crate) fn expect_code(self, code: i32) -> Run {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    /// It was a build and says that it left the last publication alone; the rest of its messages stays.
    #[track_caller]
    pub(crate) fn expect_nothing_published(mut self) -> Run {
        // A run that would print says last which pieces hold it back, and where its report is.
        let (rest, last) = self.stderr.rsplit_once(KEPT).unwrap_or_else(|| panic!("no {KEPT:?} in:\n{}", self.stderr));
        let known = ["Yang menahan: ", "              dan ", "Cara menerbitkan sisanya ", "Laporan: "];
        assert!(last.lines().all(|line| known.iter().any(|begin| line.starts_with(begin))), "{last}");
        let rest = rest.to_owned();
        self.stderr = rest;
        self
    }

    /// The messages are, to the letter, those of the fixture's `pesan.txt`.
    #[track_caller]
    pub(crate) fn expect_golden(self) -> Run {
        let golden = self.golden.as_ref().expect("only a fixture has a golden message");
        self.compare(&self.stderr, Data::read_from(golden, None));
        self
    }

    /// The messages are those of the fixture's `pesan.txt` but for what the theme's letters measure:
    /// millimetres too far and words too many are written `#`.
    #[track_caller]
    pub(crate) fn expect_golden_unmeasured(mut self) -> Run {
        self.stderr = unmeasured(&self.stderr);
        self.expect_golden()
    }

    /// The messages are these.
    #[track_caller]
    pub(crate) fn expect_stderr(self, expected: impl IntoData) -> Run {
        self.compare(&self.stderr, expected.into_data());
        self
    }

    /// The output is this.
    #[track_caller]
    pub(crate) fn expect_stdout(self, expected: impl IntoData) -> Run {
        self.compare(&self.stdout, expected.into_data());
        self
    }

    /// The messages hold these words.
    #[track_caller]
    pub(crate) fn expect_stderr_has(self, words: &str) -> Run {
        assert!(self.stderr.contains(words), "no {words:?} in:\n{}", self.stderr);
        self
    }

    /// Raw, because the snippets of our messages hold `...` and `[..]` of their own.
    #[track_caller]
    fn compare(&self, actual: &str, expected: Data) {
        Assert::new().action_env(DEFAULT_ACTION_ENV).eq(actual, expected.raw());
    }
}

/// Numbers before `mm` and `kata` as `#`.
fn unmeasured(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let is_number = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    let shown = |(index, word): (usize, &&str)| {
        let unit = words.get(index + 1).copied().unwrap_or_default();
        let measure = is_number(word) && (unit == "mm" || unit == "kata" || unit.starts_with("kata,"));
        if measure { "#".to_owned() } else { (*word).to_owned() }
    };
    words.iter().enumerate().map(shown).collect::<Vec<_>>().join(" ")
}
