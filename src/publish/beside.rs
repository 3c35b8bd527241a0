//! A folder beside the output folder for what a run has to say about itself, also when it publishes nothing.

use std::fs;
use std::path::{Path, PathBuf};

use super::PublishError;

/// The largest file that is read, in bytes: a list of what all villages of the country must print anew.
const MOST: u64 = 256 * 1024 * 1024;

/// The folder `<output>-<name>`, whether it is there or not.
///
/// # Errors
/// The output has no name that one could be made of.
pub fn beside(output: &Path, name: &str) -> Result<PathBuf, PublishError> {
    match (output.parent(), output.file_name()) {
        (Some(parent), Some(own)) => Ok(parent.join(format!("{}-{name}", own.to_string_lossy()))),
        _ => Err(PublishError::NotAFolder { path: output.to_path_buf() }),
    }
}

/// A file of the folder `<output>-<name>` as text, whatever is in it; none where there is no such file, or one that is too large.
pub fn read_beside(output: &Path, name: &str, file: &str) -> Option<String> {
    let path = beside(output, name).ok()?.join(file);
    let small = fs::metadata(&path).is_ok_and(|found| found.is_file() && found.len() <= MOST);
    let bytes = small.then(|| fs::read(&path).ok())??;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Writes files into the folder `<output>-<name>` and gives that folder. Each file is whole or as it was; others in the folder are let
/// be. Without files nothing is made.
///
/// # Errors
/// The folder or a file can't be written.
pub fn write_beside(output: &Path, name: &str, files: &[(&str, String)]) -> Result<PathBuf, PublishError> {
    let folder = beside(output, name)?;
    if files.is_empty() {
        return Ok(folder);
    }
    fs::create_dir_all(&folder).map_err(|error| PublishError::io("membuat", &folder, error))?;
    for (file, text) in files {
        let (new, place) = (folder.join(format!(".{file}.baru")), folder.join(file));
        fs::write(&new, text)
            .and_then(|()| fs::rename(&new, &place))
            .map_err(|error| PublishError::io("menulis", &place, error))?;
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_replaced_and_others_stay() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("output");
        let write = |text: &str| write_beside(&output, "laporan", &[("a.html", text.to_owned())]).unwrap();
        assert_eq!(write("lama"), folder.path().join("output-laporan"));
        fs::write(folder.path().join("output-laporan/catatan.txt"), "milik kantor").unwrap();
        write("baru");
        let names = fs::read_dir(folder.path().join("output-laporan")).unwrap().count();
        assert_eq!((fs::read_to_string(folder.path().join("output-laporan/a.html")).unwrap().as_str(), names), ("baru", 2));
        assert!(!output.exists(), "the output folder is not touched");
        assert_eq!(read_beside(&output, "laporan", "a.html").as_deref(), Some("baru"));
        assert_eq!(read_beside(&output, "laporan", "b.html"), None);
        fs::create_dir(folder.path().join("output-laporan/b.html")).unwrap();
        fs::write(folder.path().join("output-laporan/c.html"), b"a\xFFb").unwrap();
        assert_eq!(read_beside(&output, "laporan", "b.html"), None);
        assert_eq!(read_beside(&output, "laporan", "c.html").as_deref(), Some("a\u{FFFD}b"));
        fs::File::create(folder.path().join("output-laporan/d.html")).unwrap().set_len(MOST + 1).unwrap();
        assert_eq!(read_beside(&output, "laporan", "d.html"), None, "a file of holes is not read");
        assert_eq!(write_beside(&output, "lain", &[]).unwrap(), folder.path().join("output-lain"));
        assert!(!folder.path().join("output-lain").exists());
        assert!(matches!(write_beside(Path::new("/"), "laporan", &[]), Err(PublishError::NotAFolder { .. })));
    }
}
