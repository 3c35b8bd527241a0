//! The index of the search stays light where there are most villages, and says the same at every build.

use std::io::Write as _;
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::harness::{Project, Run};

/// The region with the most villages: Aceh Utara has 852.
const LARGEST: &str = "11.08";
/// Compressed bytes of an index at most.
const MOST: usize = 60_000;

#[test]
fn the_index_of_the_largest_region_is_light() {
    let project = Project::empty("kit");
    let root = project.root();
    let mut program = Command::new(env!("CARGO_BIN_EXE_suluh"));
    program.args(["init", "--region", LARGEST, "."]).current_dir(&root).env("NO_COLOR", "1");
    Run::of(&mut program, &root, None).expect_code(0);
    let index = |output: &str| {
        let output = root.join(output);
        project.build_into(&output, &["--only", "web"]).expect_code(0);
        let assets = output.join("situs").join(LARGEST).join("aset");
        let named = std::fs::read_dir(assets).unwrap().map(|entry| entry.unwrap().path());
        let path = named.into_iter().find(|path| path.file_name().unwrap().to_str().unwrap().starts_with("indeks-")).unwrap();
        std::fs::read(path).unwrap()
    };
    let bytes = index("satu");
    assert!(bytes == index("dua"), "the same content gives the same index");
    let villages = String::from_utf8(bytes.clone()).unwrap();
    assert!(villages.contains("Meunasah Alue Ie Puteh"), "villages are in it");
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(&bytes).unwrap();
    let packed = packed.finish().unwrap().len();
    assert!(packed <= MOST, "{packed} bytes, at most {MOST}");
}
