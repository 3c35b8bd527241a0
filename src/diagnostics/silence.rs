//! Warnings that somebody looked at and answers for: found as ever, told apart, each with its reason.
//!
//! What is silenced is a *peringatan* of one code in one file or folder. A *galat* of the same code is told whatever anybody wrote.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{Diagnostic, Diagnostics, Located, Place, Severity};

/// Where the warnings lie that are silenced: paths as messages name them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// One file.
    File(String),
    /// Everything below a folder; ends with a slash, so that no other folder begins like it.
    Folder(String),
}

impl Scope {
    /// Whether a file is in it.
    pub fn holds(&self, path: &str) -> bool {
        match self {
            Scope::File(file) => path == file,
            Scope::Folder(folder) => path.starts_with(folder.as_str()),
        }
    }

    /// The file or folder.
    pub fn path(&self) -> &str {
        match self {
            Scope::File(path) | Scope::Folder(path) => path,
        }
    }
}

/// One entry of `abaikan:`.
#[derive(Clone, Debug)]
pub struct Silencer {
    /// The code, where it is written.
    pub code: Located<String>,
    /// Why these warnings need not be heeded.
    pub reason: String,
    /// Where they lie.
    pub scope: Scope,
    /// Whether it is the project's own: one of a base silences too, but who builds on the base can't take it away.
    pub own: bool,
}

/// A warning that is not told, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silenced {
    /// The warning.
    pub diagnostic: Diagnostic,
    /// The reason that was given.
    pub reason: String,
    /// Where it was given.
    pub by: Place,
}

/// All silencers of a run, each with whether it silenced anything so far. Any number of threads may ask.
#[derive(Debug, Default)]
pub struct Silencers {
    list: Vec<(Silencer, AtomicBool)>,
}

impl Silencers {
    /// Takes all silencers of a project. Of several that fit a warning the nearest answers for it: the file's own, then one for this file
    /// alone, then that of the folder.
    pub fn new(mut list: Vec<Silencer>) -> Silencers {
        let far = |silencer: &Silencer| match &silencer.scope {
            Scope::File(path) => u8::from(path != silencer.code.place.path()),
            Scope::Folder(_) => 2,
        };
        list.sort_by(|a, b| (far(a), &a.code.place).cmp(&(far(b), &b.code.place)));
        Silencers { list: list.into_iter().map(|silencer| (silencer, AtomicBool::new(false))).collect() }
    }

    /// Whether nothing is silenced at all.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Parts what is told from what is silenced, in the order of [`Diagnostics::all`].
    pub fn sift(&self, found: &Diagnostics) -> (Diagnostics, Vec<Silenced>) {
        let (told, mut silenced) = (Diagnostics::new(), Vec::new());
        for diagnostic in found.all() {
            match self.answer(&diagnostic) {
                Some((reason, by)) => silenced.push(Silenced { diagnostic, reason, by }),
                None => told.push(diagnostic),
            }
        }
        (told, silenced)
    }

    /// Whether a problem is silenced.
    pub fn silence(&self, diagnostic: &Diagnostic) -> bool {
        self.answer(diagnostic).is_some()
    }

    /// Who answers for a problem.
    fn answer(&self, diagnostic: &Diagnostic) -> Option<(String, Place)> {
        let path = diagnostic.path().filter(|_| diagnostic.severity == Severity::Warning)?;
        let fits = |silencer: &Silencer| silencer.code.value == diagnostic.code && silencer.scope.holds(path);
        let (silencer, used) = self.list.iter().find(|(silencer, _)| fits(silencer))?;
        used.store(true, Ordering::Relaxed);
        Some((silencer.reason.clone(), silencer.code.place.clone()))
    }

    /// Those that silenced nothing so far.
    pub fn unused(&self) -> impl Iterator<Item = &Silencer> {
        self.list.iter().filter(|(_, used)| !used.load(Ordering::Relaxed)).map(|(silencer, _)| silencer)
    }
}

/// The same in the order in which problems are told, each once: what several editions share is found in each.
pub fn sorted(mut silenced: Vec<Silenced>) -> Vec<Silenced> {
    silenced.sort_by(|a, b| (a.diagnostic.sort_key(), &a.by).cmp(&(b.diagnostic.sort_key(), &b.by)));
    silenced.dedup();
    silenced
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceText;

    const REGION: &str = "content/daerah/61.11-ku/daerah.yaml";

    fn silencer(by: &str, code: &str, scope: Scope) -> Silencer {
        let place = SourceText::new(by, "abaikan: x").place(9..10);
        Silencer { code: Located::new(code.to_owned(), place), reason: format!("karena {by}"), scope, own: true }
    }

    fn file(path: &str) -> Scope {
        Scope::File(path.to_owned())
    }

    /// The files of what is told and of what is silenced, with who silenced it.
    fn sifted(silencers: &Silencers, found: Vec<Diagnostic>) -> (Vec<String>, Vec<(String, String)>) {
        let d = Diagnostics::new();
        found.into_iter().for_each(|problem| d.push(problem));
        let (told, silenced) = silencers.sift(&d);
        let path = |problem: &Diagnostic| problem.path().unwrap_or_default().to_owned();
        (
            told.all().iter().map(path).collect(),
            silenced.iter().map(|one| (path(&one.diagnostic), one.by.path().to_owned())).collect(),
        )
    }

    #[test]
    fn only_warnings_of_its_code_in_its_scope_are_silenced() {
        let folder = Scope::Folder("content/daerah/61.11-ku/".to_owned());
        let silencers = Silencers::new(vec![silencer(REGION, "S720", folder)]);
        let inside = "content/daerah/61.11-ku/halaman/a.md";
        let (told, silenced) = sifted(
            &silencers,
            vec![
                Diagnostic::warning("S720", "x").in_file(inside),
                Diagnostic::warning("S720", "x").at(&SourceText::new("content/daerah/61.11-ku/desa.csv", "x").place(0..1)),
                Diagnostic::warning("S721", "x").in_file("1 kode lain"),
                Diagnostic::error("S720", "x").in_file("content/daerah/61.11-ku/galat"),
                Diagnostic::note("S720", "x").in_file("content/daerah/61.11-ku/catatan"),
                Diagnostic::warning("S720", "x").in_file("content/daerah/61.11-kubu/halaman/a.md"),
                Diagnostic::warning("S720", "x").in_file("content/halaman/a.md"),
                Diagnostic::warning("S720", "tanpa tempat"),
            ],
        );
        let expected = [
            "",
            "1 kode lain",
            "content/daerah/61.11-ku/catatan",
            "content/daerah/61.11-ku/galat",
            "content/daerah/61.11-kubu/halaman/a.md",
            "content/halaman/a.md",
        ];
        assert_eq!(told, expected);
        let files = ["content/daerah/61.11-ku/desa.csv", inside];
        assert_eq!(silenced, files.map(|file| (file.to_owned(), REGION.to_owned())));
    }

    #[test]
    fn the_nearest_answers_and_the_others_stay_unused() {
        let page = "content/daerah/61.11-ku/halaman/a.md";
        let wide = silencer(REGION, "S720", Scope::Folder("content/daerah/61.11-ku/".to_owned()));
        let silencers = Silencers::new(vec![wide, silencer(REGION, "S720", file(page)), silencer(page, "S720", file(page))]);
        assert_eq!(silencers.unused().count(), 3);
        let found = || vec![Diagnostic::warning("S720", "x").in_file(page)];
        assert_eq!(sifted(&silencers, found()).1, [(page.to_owned(), page.to_owned())]);
        let unused: Vec<&Scope> = silencers.unused().map(|silencer| &silencer.scope).collect();
        assert_eq!(unused, [&file(page), &Scope::Folder("content/daerah/61.11-ku/".to_owned())]);
        // What was used once stays so.
        assert_eq!(sifted(&silencers, vec![]), (vec![], vec![]));
        assert_eq!(silencers.unused().count(), 2);
    }

    #[test]
    fn what_several_editions_find_is_one() {
        let silencers = Silencers::new(vec![silencer("a.md", "S1", file("a.md"))]);
        let d = Diagnostics::new();
        d.push(Diagnostic::warning("S1", "dua").in_file("a.md"));
        d.push(Diagnostic::warning("S1", "satu").in_file("a.md"));
        let both = [silencers.sift(&d).1, silencers.sift(&d).1].concat();
        let messages: Vec<String> = sorted(both).into_iter().map(|one| one.diagnostic.message).collect();
        assert_eq!(messages, ["dua", "satu"]);
    }
}
