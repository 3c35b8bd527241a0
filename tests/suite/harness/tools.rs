//! The programs that read what was made. One that is missing fails the test: a check that did not
//! happen must not look like one that passed.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output};

/// The Debian package of each program.
const PACKAGES: [(&str, &str); 9] = [
    ("gs", "ghostscript"),
    ("pdffonts", "poppler-utils"),
    ("pdfinfo", "poppler-utils"),
    ("pdftoppm", "poppler-utils"),
    ("pdftotext", "poppler-utils"),
    ("qpdf", "qpdf"),
    ("sh", "dash"),
    ("unshare", "util-linux"),
    ("zbarimg", "zbar-tools"),
];

/// Runs a program and gives everything it said.
#[track_caller]
pub(crate) fn output<S: AsRef<OsStr>>(program: &str, args: impl IntoIterator<Item = S>) -> Output {
    let package = PACKAGES.iter().find(|(name, _)| *name == program).map_or(program, |(_, package)| package);
    let output = Command::new(program).args(args).output();
    output.unwrap_or_else(|error| panic!("`{program}` does not start ({error}): apt-get install {package}"))
}

/// Runs a program that must succeed and has nothing to complain about.
#[track_caller]
pub(crate) fn content<S: AsRef<OsStr>>(program: &str, args: impl IntoIterator<Item = S>) -> String {
    let output = output(program, args);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.trim().is_empty(), "{program}: {}\n{said}", output.status);
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The words of a PDF in the order in which they are drawn.
#[track_caller]
pub(crate) fn pdf_text(pdf: &Path) -> String {
    content("pdftotext", [OsStr::new("-raw"), pdf.as_os_str(), OsStr::new("-")])
}
