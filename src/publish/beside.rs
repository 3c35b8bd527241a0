//! A folder beside the output folder for what a run has to say about itself, also when it publishes nothing.

use std::fs;
use std::path::{Path, PathBuf};

use super::PublishError;

/// Writes files into the folder `<output>-<name>` and gives that folder. Each file is whole or as it was; others in the folder are let
/// be.
///
/// # Errors
/// The folder or a file can't be written.
pub fn write_beside(output: &Path, name: &str, files: &[(&str, String)]) -> Result<PathBuf, PublishError> {
    let (Some(parent), Some(own)) = (output.parent(), output.file_name()) else {
        return Err(PublishError::NotAFolder { path: output.to_path_buf() });
    };
    let folder = parent.join(format!("{}-{name}", own.to_string_lossy()));
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
        assert!(matches!(write_beside(Path::new("/"), "laporan", &[]), Err(PublishError::NotAFolder { .. })));
    }
}
