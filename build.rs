//! Lists the files that the program carries, so that an office needs nothing but the program.
//!
//! The list is source text of `include_bytes!`: the compiler then watches every file's bytes, and Cargo
//! watches the folders, so that a changed, an added and a removed file each cause a new program.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// What the national project consists of, in the order of a [`sorted`](slice::sort) list.
const ENTRIES: [&str; 3] = ["content", "suluh.yaml", "themes"];
/// The folder whose kabupaten and kota stay outside: they are examples, and other offices' contacts.
const REGIONS: &str = "content/daerah";

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for entry in ENTRIES {
        println!("cargo:rerun-if-changed={entry}");
        collect(entry, &mut files)?;
    }
    files.sort();
    let mut list = String::from("&[\n");
    for path in &files {
        // The path stays relative in our text, so that it does not depend on where the repository lies.
        let _ =
            writeln!(list, "    ({path:?}, include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {:?}))),", format!("/{path}"));
    }
    list.push_str("]\n");
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(Path::new(&folder).join("embedded.rs"), list)
}

/// Adds the files at and below `path`, relative to the repository and with `/`.
fn collect(path: &str, files: &mut Vec<String>) -> io::Result<()> {
    if !fs::symlink_metadata(path)?.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        let name = entry?.file_name();
        let name = name.to_str().ok_or_else(|| io::Error::other(format!("{path}: a name is not UTF-8")))?;
        if is_hidden(name) || (path == REGIONS && is_regency(name)) {
            continue;
        }
        collect(&format!("{path}/{name}"), files)?;
    }
    Ok(())
}

/// Files that people do not see or did not make, as the reader of project folders has it.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" || name == "desktop.ini"
}

/// Whether a region's folder is a kabupaten's or kota's: `61.11-kayong-utara`, not `61-kalimantan-barat`.
fn is_regency(name: &str) -> bool {
    name.split('-').next().is_some_and(|code| code.contains('.'))
}
