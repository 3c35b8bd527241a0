//! S3: what is written is looked after: reviewed in time, and with a source for what it says of the law.

use super::Book;
use super::subject::Subject;
use crate::check::sources::Source;
use crate::content::{Kind, day};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::markdown::LinkTarget;
use crate::source::Date;

/// The day before which the content had to be reviewed is past.
pub const REVIEW_PASSED: &str = "S320";
/// That day is near.
pub const REVIEW_NEAR: &str = "S321";
/// Something is said of the law without a source.
pub const NO_SOURCE: &str = "S322";

/// The day on which the content was checked has not come yet.
pub const CHECKED_AHEAD: &str = "S323";

/// So many days before its review is due content is brought to mind: long enough for an office to ask for an answer in writing.
const NEAR_DAYS: i32 = 30;

/// Checks the review day and the sources of a file.
pub(super) fn check(book: &Book<'_>, subject: &Subject<'_>, d: &Diagnostics) {
    review(book, subject, d);
    checked_ahead(book, subject, d);
    no_source(subject, d);
}

fn review(book: &Book<'_>, subject: &Subject<'_>, d: &Diagnostics) {
    let Some(meta) = subject.source.meta else { return };
    let Some(review) = &meta.review_before else { return };
    // A slip of the pen, told where it was read.
    if meta.checked.as_ref().is_some_and(|checked| checked.value > review.value) {
        return;
    }
    let left = review.value.day_number() - book.edition.as_of.day_number();
    let hint = "cocokkan isinya dengan sumbernya, lalu perbarui `diperiksa` dan `tinjau_sebelum`";
    let day = day::spoken(review.value);
    let problem = match left {
        ..=0 => Diagnostic::warning(REVIEW_PASSED, format!("isi ini seharusnya sudah ditinjau sebelum {day}")),
        1..=NEAR_DAYS => Diagnostic::note(REVIEW_NEAR, format!("isi ini harus ditinjau sebelum {day}, {left} hari lagi")),
        _ => return,
    };
    d.push(problem.at(&review.place).hint(hint));
}

/// More files than this that were checked after the day of the run are no slips of the pen.
const MOST_SLIPS: usize = 10;

/// Whether most of what is written was checked after this day: then somebody asks how the law was in the past.
pub(super) fn looks_back(sources: &[Source<'_>], as_of: Date) -> bool {
    let checked = sources.iter().filter_map(|source| source.meta.and_then(|meta| meta.checked.as_ref()));
    let (all, ahead) = checked.fold((0, 0), |(all, ahead), day| (all + 1, ahead + usize::from(day.value > as_of)));
    ahead > MOST_SLIPS && ahead * 2 > all
}

/// A day to come is a slip of the pen, and readers see it on the page as the day on which somebody looked.
fn checked_ahead(book: &Book<'_>, subject: &Subject<'_>, d: &Diagnostics) {
    let checked = subject.source.meta.and_then(|meta| meta.checked.as_ref());
    let ahead = checked.filter(|checked| checked.value > book.edition.as_of && !book.looks_back);
    let Some(checked) = ahead else { return };
    let message = format!("isi ini tertulis diperiksa {}, hari yang belum tiba", day::spoken(checked.value));
    d.push(
        Diagnostic::warning(CHECKED_AHEAD, message)
            .at(&checked.place)
            .because("tanggal itu tampil di halaman sebagai hari isinya dicocokkan dengan sumbernya")
            .hint("tulis hari isi ini sungguh diperiksa; bila tidak tahu, cocokkan lagi dengan sumbernya dan tulis tanggal hari ini"),
    );
}

/// A page or piece that cites law in its words says where that is from: a source, a basis, or a link.
fn no_source(subject: &Subject<'_>, d: &Diagnostics) {
    let Some(meta) = subject.source.meta.filter(|_| matches!(subject.source.kind, Some(Kind::Page | Kind::Piece))) else {
        return;
    };
    let Some(body) = subject.source.body.filter(|_| meta.sources.is_empty() && subject.source.basis.is_empty()) else { return };
    let sourced = body.links().iter().any(|(target, _)| matches!(target, LinkTarget::Citation(_) | LinkTarget::External(_)));
    let first = subject.readings.iter().find_map(|reading| Some((reading, reading.mentions.first()?)));
    let Some((reading, mention)) = first.filter(|_| !sourced) else { return };
    let problem = Diagnostic::warning(NO_SOURCE, "hukum disebut tanpa sumber")
        .because("pembaca tidak dapat mencocokkannya, dan peninjau tidak tahu ke mana melihat")
        .hint("isi `dasar:` dengan pasalnya, atau `sumber:` dengan alamatnya");
    d.push(reading.at(mention.range.clone(), problem));
}
