//! A hundred thousand files: how long each kind of run takes. Not part of the ordinary tests, because times prove
//! nothing on a busy machine: `cargo test --release --lib publish::tests::scale -- --ignored --nocapture`.

use std::time::Instant;

use rayon::prelude::*;

use super::{code, path};
use crate::publish::{Key, Part, Publication, Scope};

/// How many files; each has a folder of its own, as a village page has.
const FILES: usize = 100_000;

#[test]
#[ignore = "takes seconds"]
fn a_hundred_thousand_files() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output");
    let key = |number: usize| Key::of("uji").with(number.to_le_bytes()).key();
    let run = |name: &str, changed: usize, reuse: bool| {
        let start = Instant::now();
        let publication = Publication::begin(&output).unwrap();
        let writer = publication.edition(&code("61.11"), &Part::ALL).unwrap();
        (0..FILES).into_par_iter().for_each(|number| {
            if reuse && number >= changed && writer.reuse(Part::Web, &key(number)).unwrap().is_some() {
                return;
            }
            let extra = if number < changed { name } else { "" };
            let text = format!("{}{number}{extra}", "halaman desa ".repeat(200));
            let place = path(&format!("situs/61.11/d/{}/{number}/index.html", number % 500));
            writer.write(Part::Web, &place, text.as_bytes(), Some(&key(number))).unwrap();
        });
        let written = start.elapsed();
        writer.finish().unwrap();
        let finished = start.elapsed();
        let changed = publication.commit(Scope::Whole).unwrap().changed;
        println!("{name:>16}: written {written:.1?}, finished {finished:.1?}, all {:.1?}, changed {changed}", start.elapsed());
    };
    run("first", 0, false);
    run("same bytes", 0, false);
    run("same keys", 0, true);
    run("one changed", 1, true);
    run("half changed", FILES / 2, true);
}
