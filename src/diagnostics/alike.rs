//! Problems that the rows of one table have in common: a few are told one by one, many as one.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{Diagnostic, Diagnostics, Place};

/// Problems of one kind in one table that are told one by one; also how many places of the others are named.
pub const FEW: usize = 5;

/// Collects the problems of a table's rows and tells them at the end, so that a column filled in wrongly two hundred times is one problem.
#[must_use = "call `tell`, or nothing of it is told"]
pub struct Alike<'a> {
    d: &'a Diagnostics,
    found: RefCell<BTreeMap<(&'static str, String), Vec<Diagnostic>>>,
}

impl<'a> Alike<'a> {
    /// Nothing found yet; `d` will be told.
    pub fn new(d: &'a Diagnostics) -> Alike<'a> {
        Alike { d, found: RefCell::new(BTreeMap::new()) }
    }

    /// Adds a problem. `kind` says it of many rows at once: `masa tugas pengawas sudah selesai`.
    pub fn push(&self, kind: impl Into<String>, problem: Diagnostic) {
        self.found.borrow_mut().entry((problem.code, kind.into())).or_default().push(problem);
    }

    /// Tells them: up to [`FEW`] of a kind each by itself, more of them as one that names the first places.
    pub fn tell(self) {
        for ((_, kind), mut problems) in self.found.into_inner() {
            problems.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
            problems.dedup();
            if problems.len() <= FEW {
                problems.into_iter().for_each(|problem| self.d.push(problem));
            } else {
                self.d.push(summed(&kind, problems));
            }
        }
    }
}

/// The first of them, said of all; it names the first places, because a note is told without its causes.
fn summed(kind: &str, mut problems: Vec<Diagnostic>) -> Diagnostic {
    let count = problems.len();
    let places: Vec<&Place> = problems.iter().filter_map(|problem| problem.place.as_ref()).take(FEW).collect();
    let named = match places.iter().map(|place| place.cell()).collect::<Option<Vec<String>>>() {
        Some(cells) => format!("sel {}", cells.join(", ")),
        None => format!("baris {}", places.iter().map(|place| place.line_column().0.to_string()).collect::<Vec<_>>().join(", ")),
    };
    let message = format!("{kind}: {named}, dan {} lainnya", count - places.len());
    let mut one = problems.swap_remove(0);
    one.message = message;
    one.related.clear();
    one
}

#[cfg(test)]
mod tests {
    use super::{Alike, FEW};
    use crate::diagnostics::{Diagnostic, Diagnostics, SourceText, render};

    fn told(count: usize) -> String {
        let lines = "baris\n".repeat(count);
        let source = SourceText::new("desa.csv", lines);
        let d = Diagnostics::new();
        let alike = Alike::new(&d);
        for row in (0..count).rev() {
            let problem = Diagnostic::warning("S999", format!("izin baris {row}")).hint("tulis `ya`");
            alike.push("izin tidak dikenal", problem.at(&source.place(row * 6..row * 6 + 5)));
        }
        alike.tell();
        render::human(&d.into_sorted(), false)
    }

    #[test]
    fn few_are_told_one_by_one() {
        assert_eq!(told(FEW).matches("peringatan[S999]: izin baris").count(), FEW);
    }

    #[test]
    fn many_are_told_as_one() {
        let told = told(200);
        assert_eq!(told.matches("peringatan[S999]").count(), 1, "{told}");
        let expected = "peringatan[S999]: izin tidak dikenal: baris 1, 2, 3, 4, 5, dan 195 lainnya\n --> desa.csv:1:1\n";
        assert!(told.starts_with(expected), "{told}");
        assert!(told.contains("saran: tulis `ya`"), "{told}");
    }
}
