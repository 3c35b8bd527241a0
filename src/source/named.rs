//! A single file that was named on the command line, outside any project.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Reads a file, but not more than one byte over `most` bytes: whoever asked refuses what is longer all the same.
///
/// # Errors
/// The file is not there or can't be read.
pub fn read(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_is_longer_is_read_one_byte_too_far() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("profil.icc");
        std::fs::write(&file, [7; 10]).unwrap();
        assert_eq!(read(&file, 20).unwrap().len(), 10);
        assert_eq!(read(&file, 4).unwrap().len(), 5);
        assert!(read(&folder.path().join("tidak-ada"), 4).is_err());
    }
}
