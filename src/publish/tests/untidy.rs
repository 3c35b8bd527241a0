//! An old generation that can't be removed is told, holds nothing back, and is removed by the next run.

use std::fs;

use super::faults::{Fault, Faults};
use super::{Disk, Yard, publish};
use crate::diagnostics::Severity;
use crate::publish::UNTIDY;

#[test]
fn what_cannot_be_removed_is_told_and_removed_by_the_next_run() {
    // How many steps the second publication takes; its last is to remove the root of the old generation.
    let whole = Disk::default();
    let done = std::sync::Arc::clone(&whole.faults.done);
    let yard = Yard::published();
    assert!(publish(&yard.output(), 2, whole).unwrap().diagnostics.is_empty());
    let done = done.lock().unwrap().clone();
    let last = done.iter().rposition(|step| *step == "remove folder").unwrap() + 1;
    assert!(done[..last].contains(&"exchange"), "{done:?}");

    let yard = Yard::published();
    let faults = Faults { at: Some((last, Fault::Refuse)), ..Faults::default() };
    let summary = publish(&yard.output(), 2, Disk { faults }).unwrap();
    assert!(summary.changed);
    yard.assert_all_in(2);
    let said: Vec<_> = summary.diagnostics.iter().map(|found| (found.code, found.severity, found.message.clone())).collect();
    let left = yard.area().join("berikut");
    let message = format!("terbitan lama di `{}` belum terhapus; proses berikutnya menghapusnya", left.display());
    assert_eq!(said, [(UNTIDY, Severity::Warning, message)]);
    assert_eq!(summary.diagnostics[0].causes, ["permission denied"]);
    // Whatever is left there is gone after the next run, also one that changes nothing.
    fs::create_dir_all(left.join("situs")).unwrap();
    assert!(publish(&yard.output(), 2, Disk::default()).unwrap().diagnostics.is_empty());
    yard.assert_all_in(2);
    yard.assert_tidy();
}
