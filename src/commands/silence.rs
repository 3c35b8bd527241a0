//! What an office answers for with `abaikan:`: which codes it may name, one filter for everything that was found, and the entries that
//! silence nothing any more.
//!
//! An entry is called unused only when the run would have told the warning, had there been one. So nothing is said of it when
//! * the run has errors, which hide what comes after them;
//! * what finds the code did not run: sheets are laid out by a `build` of everything alone;
//! * it is of a base, which who builds on it can't change;
//! * its file, or one in its folder, is in no edition (a draft, a text that another layer replaces), so that nobody looked at it;
//! * its code depends on the day, and the run is for another day than today.

use std::collections::BTreeSet;

use super::prepare::today;
use super::rules::{self, Stage};
use crate::diagnostics::{
    Diagnostic, Diagnostics, Located, Rule, Scope, Silenceable, Silenced, Silencer, Silencers, did_you_mean, quoted,
};
use crate::edition::Edition;
use crate::project::Project;
use crate::source::Date;

/// A code that no rule has is silenced.
pub(super) const UNKNOWN_SILENCED: &str = "S170";
/// A code is silenced that nobody may silence, or need.
pub(super) const NOT_SILENCEABLE: &str = "S171";
/// An entry of `abaikan` that silences nothing.
pub(super) const UNUSED: &str = "S175";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(UNKNOWN_SILENCED, "`abaikan` menyebut kode yang tidak ada.")
        .why("Kode yang salah ketik tidak mengabaikan apa-apa, sedangkan penulisnya mengira sudah.")
        .repair("Salin kodenya dari pesan peringatan.")
        .example("kode `S7200` tidak dikenal"),
    Rule::error(NOT_SILENCEABLE, "`abaikan` menyebut kode yang tidak dapat atau tidak perlu diabaikan.")
        .why(
            "Galat berarti ada yang salah di tangan pembaca; alasan apa pun tidak membetulkannya. Catatan tidak meminta apa-apa.",
        )
        .repair("Betulkan yang disebut pesan, lalu hapus kode itu dari `abaikan:`.")
        .example("`S301` galat, dan galat tidak dapat diabaikan"),
    Rule::warning(UNUSED, "`abaikan` menyebut peringatan yang tidak ada lagi.")
        .not_silenceable("pengabaian yang tidak terpakai cukup dihapus")
        .why("Pengabaian yang tertinggal akan menelan peringatan baru yang belum pernah dilihat siapa pun.")
        .repair("Hapus entri itu; bila tinggal satu, hapus juga `abaikan:`.")
        .example("tidak ada peringatan `S720` di `content/halaman/lapor.md` yang perlu diabaikan"),
];

/// The silencers of a run.
pub(super) struct Silencing {
    silencers: Silencers,
    /// Files of content that no edition of the run shows.
    unseen: BTreeSet<String>,
    /// Whether the run is for today.
    today: bool,
}

impl Silencing {
    /// Takes the silencers of a project; one whose code can't be silenced is reported and left out.
    pub(super) fn new<'a>(
        project: &Project,
        editions: impl Iterator<Item = &'a Edition>,
        as_of: Date,
        d: &Diagnostics,
    ) -> Silencing {
        let known = rules::all();
        let list = project.silencers.iter().filter(|silencer| may_be_silenced(&silencer.code, &known, d));
        let silencers = Silencers::new(list.cloned().collect());
        // Asked for each entry of a folder, and most projects have none.
        let unseen = if silencers.is_empty() { BTreeSet::new() } else { unseen(project, editions) };
        Silencing { silencers, unseen, today: as_of == today() }
    }

    /// The filter itself, for who goes on finding.
    pub(super) fn into_silencers(self) -> Silencers {
        self.silencers
    }

    /// Parts what is told from what is silenced.
    pub(super) fn sift(&self, found: &Diagnostics) -> (Diagnostics, Vec<Silenced>) {
        self.silencers.sift(found)
    }

    /// Reports the entries that a stage would have used, had there been anything. To be asked when all of the stage is done, without errors.
    pub(super) fn unused(&self, stage: Stage) -> Diagnostics {
        let looked_for = |code: &str| {
            let dated = stage == Stage::Making || rules::depends_on_the_day(code);
            rules::stage(code) == Some(stage) && (self.today || !dated)
        };
        let looked_at = |scope: &Scope| !self.unseen.iter().any(|path| scope.holds(path));
        let judged = |silencer: &&Silencer| silencer.own && looked_for(&silencer.code) && looked_at(&silencer.scope);
        let d = Diagnostics::new();
        self.silencers.unused().filter(judged).for_each(|silencer| d.push(tell(silencer)));
        d
    }
}

fn tell(silencer: &Silencer) -> Diagnostic {
    let (code, path) = (&silencer.code.value, silencer.scope.path());
    Diagnostic::warning(UNUSED, format!("tidak ada peringatan `{code}` di {} yang perlu diabaikan", quoted(path)))
        .at(&silencer.code.place)
        .because("pengabaian yang tertinggal menelan peringatan baru yang belum dilihat siapa pun")
        .hint("hapus entri ini; bila tinggal satu, hapus juga `abaikan:`")
}

/// The files of content that are in no edition.
fn unseen<'a>(project: &Project, editions: impl Iterator<Item = &'a Edition>) -> BTreeSet<String> {
    let seen: BTreeSet<&str> = editions.flat_map(Edition::files).collect();
    project.contents().filter(|path| !seen.contains(path)).map(str::to_owned).collect()
}

/// Whether a code may stand in `abaikan`, or reports why not.
fn may_be_silenced(code: &Located<String>, known: &[&'static Rule], d: &Diagnostics) -> bool {
    let Some(rule) = known.iter().find(|rule| rule.code == code.value) else {
        let family = |rule: &&&Rule| code.value.get(..2).is_some_and(|family| rule.code[..2].eq_ignore_ascii_case(family));
        let near = known.iter().filter(family).chain(known.iter().filter(|rule| !family(rule))).map(|rule| rule.code);
        let hint = did_you_mean(&code.value, near, || "salin kodenya dari pesan, misalnya `S720`".to_owned());
        d.push(Diagnostic::error(UNKNOWN_SILENCED, format!("kode {} tidak dikenal", quoted(code))).at(&code.place).hint(hint));
        return false;
    };
    let code_of = rule.code;
    let (message, hint) = match rule.silenceable {
        Silenceable::Yes | Silenceable::Warnings => return true,
        Silenceable::Never => (
            format!("`{code_of}` galat, dan galat tidak dapat diabaikan"),
            format!("betulkan yang disebut pesannya; `suluh explain {code_of}` menjelaskan caranya"),
        ),
        Silenceable::NoNeed => (
            format!("`{code_of}` hanya catatan, jadi tidak perlu diabaikan"),
            "hapus entri ini: catatan tidak meminta apa-apa dan tidak pernah menghalangi".to_owned(),
        ),
        Silenceable::Not(why) => (format!("`{code_of}` tidak dapat diabaikan: {why}"), "hapus entri ini".to_owned()),
    };
    d.push(Diagnostic::error(NOT_SILENCEABLE, message).at(&code.place).hint(hint));
    false
}
