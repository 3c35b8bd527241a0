//! S3: what is said of sanctions, deadlines and disputed points is said as far as it holds: deferred is not in force, a figure has its
//! day, a deadline its regime, and what authorities disagree on is not settled.

use super::Book;
use super::phrase::{self, Phrase, Phrases};
use super::subject::{Reading, Subject};
use crate::content::law::Regime;
use crate::content::sanction::SanctionStatus;
use crate::content::{Dispute, Id, Kind, Sanction, day, number};
use crate::diagnostics::{Diagnostics, Located};
use crate::edition::Edition;
use crate::markdown::LinkTarget;
use crate::source::Date;

/// A sanction that is not in force, told as if it were.
pub const DEFERRED: &str = "S315";
/// A fine from a text that is no longer law, without its day.
pub const UNDATED_FIGURE: &str = "S316";
/// One side of a dispute told as settled.
pub const SETTLED: &str = "S317";
/// A deadline or a punishment without the regime it belongs to.
pub const REGIME_UNSAID: &str = "S318";

/// What the content says of claims, ready to be found.
pub(super) struct Claims<'a> {
    deferred: Vec<(&'a Sanction, Vec<Phrase>)>,
    figures: Vec<Figure>,
    disputes: Vec<Disputed<'a>>,
    /// The days of deadlines, where they differ by regime.
    spans: Vec<Phrase>,
    /// That a sanction is not in force yet, in words.
    not_yet: Vec<Phrase>,
}

/// An amount of money or a term in prison of a sanction.
struct Figure {
    written: Vec<Phrase>,
    /// The text before this day has it.
    before: Date,
    /// That day in words.
    day: Phrase,
    /// The regulations of that day: who names one has named the change.
    changed_by: Vec<Id>,
}

struct Disputed<'a> {
    dispute: &'a Dispute,
    settled: Vec<Phrase>,
    open: Vec<Phrase>,
}

impl<'a> Claims<'a> {
    pub(super) fn new(edition: &'a Edition, phrases: &mut Phrases) -> Claims<'a> {
        let sanctions = || edition.sanctions.values().map(|item| item.data.as_ref());
        let deferred = sanctions().filter(|sanction| sanction.status.value == SanctionStatus::Deferred).map(|sanction| {
            let names = std::iter::once(&sanction.meta.title).chain(&sanction.meta.keywords);
            // One word is too little to know a sanction by.
            let rows = names.map(|name| phrase::row(&name.value)).filter(|row| row.len() > 1);
            (sanction, rows.map(|row| phrases.add(row)).collect())
        });
        let deferred = deferred.collect();
        let figures = sanctions().flat_map(|sanction| figures(edition, sanction, phrases)).collect();
        let mut all = |texts: &[Located<String>]| texts.iter().map(|text| phrases.add(phrase::row(&text.value))).collect();
        let disputes = edition.disputes.iter();
        let disputes = disputes.map(|dispute| Disputed { dispute, settled: all(&dispute.settled), open: all(&dispute.open) });
        let disputes = disputes.collect();
        let spans = spans(edition).into_iter().map(|row| phrases.add(row)).collect();
        let not_yet = ["belum berlaku", "belum dapat dijatuhkan", "masih tertunda", "masih ditunda", "menundanya"];
        let not_yet = not_yet.map(|text| phrases.add(phrase::row(text))).to_vec();
        Claims { deferred, figures, disputes, spans, not_yet }
    }
}

/// The amounts and the term of a sanction whose text has changed since.
fn figures(edition: &Edition, sanction: &Sanction, phrases: &mut Phrases) -> Vec<Figure> {
    let before = sanction.text_before.as_ref().map(|day| day.value).filter(|day| *day <= edition.as_of);
    let Some(before) = before else { return Vec::new() };
    let of_day = edition.regulations.iter().filter(|(_, item)| item.data.date.as_ref().is_some_and(|date| date.value == before));
    let changed_by: Vec<Id> = of_day.map(|(id, _)| id.clone()).collect();
    let fine = sanction.fine.as_ref().map_or("", |fine| &fine.value);
    let amounts = fine.split("Rp").skip(1).filter_map(|rest| {
        let digits: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '.').filter(char::is_ascii_digit).collect();
        digits.parse::<i64>().ok()
    });
    let day = phrases.add(phrase::row(&day::spoken(before)));
    let written = amounts.map(spellings).chain([terms(sanction)]).filter(|rows| !rows.is_empty());
    let figure = |rows: Vec<Vec<String>>| {
        let written = rows.into_iter().map(|row| phrases.add(row)).collect();
        Figure { written, before, day, changed_by: changed_by.clone() }
    };
    written.map(figure).collect()
}

/// How a term is written, always with what it is a term of, for `1 tahun` alone is nobody's: `penjara paling lama 1 tahun`,
/// `dipenjara 1 tahun`, `kurungan 1 (satu) tahun`, `penjara 1 sampai 6 bulan`.
fn terms(sanction: &Sanction) -> Vec<Vec<String>> {
    const KINDS: [(&str, [&str; 2]); 2] = [("penjara", ["penjara", "dipenjara"]), ("kurungan", ["kurungan", "dikurung"])];
    let (Some(kind), Some(term)) = (&sanction.criminal_kind, &sanction.term) else { return Vec::new() };
    let said: Vec<String> =
        phrase::row(&term.value).into_iter().filter(|word| !["paling", "lama"].contains(&word.as_str())).collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let spans = match said.as_slice() {
        [count, unit] => {
            let word = count.parse().ok().and_then(number_word);
            let spelled = word.into_iter().flat_map(|word| [format!("{word} {unit}"), format!("{count} {word} {unit}")]);
            spelled.chain([format!("{count} {unit}")]).collect()
        }
        [least, unit, "sampai", most, other] if unit == other => {
            vec![format!("{least} sampai {most} {unit}"), format!("{least} {unit} sampai {most} {unit}")]
        }
        _ => Vec::new(),
    };
    let kinds = KINDS.iter().filter(|(name, _)| kind.value.contains(name)).flat_map(|(_, words)| words);
    let mut rows = Vec::new();
    for word in kinds {
        for bound in ["", "paling lama ", "selama ", "maksimal "] {
            rows.extend(spans.iter().map(|span| phrase::row(&format!("{word} {bound}{span}"))));
        }
    }
    rows
}

/// A small number in words.
fn number_word(number: i64) -> Option<&'static str> {
    const WORDS: [&str; 14] = [
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
        "dua belas",
        "tiga belas",
        "empat belas",
    ];
    usize::try_from(number.checked_sub(1)?).ok().and_then(|index| WORDS.get(index)).copied()
}

/// `Rp12.000.000`, `Rp12 juta`, `12 juta rupiah`.
fn spellings(amount: i64) -> Vec<Vec<String>> {
    let mut rows = vec![phrase::row(&format!("Rp{}", number::thousands(amount)))];
    for (unit, name) in [(1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu")] {
        if amount % unit == 0 {
            let count = number::thousands(amount / unit);
            rows.push(phrase::row(&format!("Rp{count} {name}")));
            rows.push(phrase::row(&format!("{count} {name} rupiah")));
        }
    }
    rows
}

/// The spans of days that one regime has and another counts otherwise: `7 hari`, `tujuh hari`, `7 (tujuh) hari`.
fn spans(edition: &Edition) -> Vec<Vec<String>> {
    let deadlines = || edition.reporting.deadlines.iter();
    let has = |regime: Regime| deadlines().any(|deadline| deadline.regime.value == regime);
    if !(has(Regime::Pemilu) && has(Regime::Pilkada)) {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for deadline in deadlines().filter(|deadline| deadline.unit == "hari") {
        let digits = deadline.value.to_string();
        let word = number_word(deadline.value);
        let spelled = word.into_iter().flat_map(|word| [format!("{word} hari"), format!("{digits} {word} hari")]);
        rows.extend(spelled.chain([format!("{digits} hari")]).map(|text| phrase::row(&text)));
    }
    rows.sort();
    rows.dedup();
    rows
}

/// Checks what a text claims.
pub(super) fn check(book: &Book<'_>, subject: &Subject<'_>, d: &Diagnostics) {
    for (index, reading) in subject.readings.iter().enumerate().filter(|(_, reading)| !reading.found.is_empty()) {
        deferred(book, subject, (index, reading), d);
        undated_figure(book, subject, reading, d);
        settled(book, subject, (index, reading), d);
        regime_unsaid(book, subject, (index, reading), d);
    }
}

fn any(readings: &[Reading<'_>], phrases: &[Phrase]) -> bool {
    readings.iter().any(|reading| reading.found.of_any(phrases).next().is_some())
}

fn deferred(book: &Book<'_>, subject: &Subject<'_>, (index, reading): (usize, &Reading<'_>), d: &Diagnostics) {
    for (sanction, names) in &book.claims.deferred {
        let own = subject.source.kind == Some(Kind::Sanction) && subject.source.id == sanction.id.as_str();
        let said = || reading.found.of_any(names).min_by_key(|range| (range.start, usize::MAX - range.end));
        let Some(range) = (!own).then(said).flatten() else { continue };
        if any(subject.section(index), &book.claims.not_yet) {
            continue;
        }
        let message = format!("sanksi `{}` belum berlaku", sanction.meta.title.value);
        let hint = if subject.is_piece() {
            "hapus dari bahan ini sampai sanksinya berlaku"
        } else {
            "tulis pada bagian yang sama bahwa sanksi ini `belum berlaku`, atau hapus"
        };
        let mut problem = subject.problem(DEFERRED, message).hint(hint).related(&sanction.status.place, "ditandai di sini");
        if let Some(summary) = &sanction.meta.summary {
            problem = problem.because(summary.value.trim_end_matches('.').to_owned());
        }
        d.push(reading.at(range, problem));
    }
}

fn undated_figure(book: &Book<'_>, subject: &Subject<'_>, reading: &Reading<'_>, d: &Diagnostics) {
    // A sanction says itself which text it is read in.
    if subject.source.kind == Some(Kind::Sanction) {
        return;
    }
    for figure in &book.claims.figures {
        let whole = |range: &std::ops::Range<usize>| !goes_on(&reading.passage.text[range.end..]);
        let Some(range) = reading.found.of_any(&figure.written).find(whole) else { continue };
        let day = day::spoken(figure.before);
        let dated = any(&subject.readings, &[figure.day]);
        if dated || figure.changed_by.iter().any(|id| subject.named.contains(id) || amended_by(book, subject, id)) {
            continue;
        }
        let message = format!("`{}` berasal dari teks sebelum {day}", &reading.passage.text[range.clone()]);
        let problem = subject
            .problem(UNDATED_FIGURE, message)
            .because("angka pidana berubah dengan undang-undang baru; pembaca harus tahu teks mana yang dibaca")
            .hint(format!("tambahkan `menurut teks sebelum {day}`, atau hapus angkanya"));
        d.push(reading.at(range, problem));
        return;
    }
}

/// Whether more digits follow: `Rp12.000.000` stands in `Rp12.000.000.000` too.
fn goes_on(rest: &str) -> bool {
    let mut after = rest.chars();
    matches!(after.next(), Some('.' | ',')) && after.next().is_some_and(|c| c.is_ascii_digit())
}

/// Whether this is the file of a regulation that tells of the change.
fn amended_by(book: &Book<'_>, subject: &Subject<'_>, id: &Id) -> bool {
    let own = (subject.source.kind == Some(Kind::Regulation)).then(|| book.edition.regulations.get(subject.source.id)).flatten();
    own.is_some_and(|item| {
        item.data.id == *id
            || item.data.amended_by.iter().filter_map(|one| super::subject::known(&one.by.value)).any(|known| known == id)
    })
}

fn settled(book: &Book<'_>, subject: &Subject<'_>, (index, reading): (usize, &Reading<'_>), d: &Diagnostics) {
    for disputed in &book.claims.disputes {
        let id = &disputed.dispute.id;
        let shown = subject.source.meta.is_some_and(|meta| meta.disputes.iter().any(|dispute| dispute.value == *id));
        let said = reading.found.of_any(&disputed.settled).filter(|range| reading.words.is_said(range));
        let found = said.min_by_key(|range| range.start);
        let Some(range) = found.filter(|_| !shown) else { continue };
        if any(subject.section(index), &disputed.open) {
            continue;
        }
        let message = format!(
            "`{}` masih diperdebatkan",
            reading.passage.text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ")
        );
        let problem = subject
            .problem(SETTLED, message)
            .because(disputed.dispute.question.value.clone())
            .hint(disputed.dispute.advice.value.trim_end_matches('.').to_owned())
            .related(&disputed.dispute.question.place, "titik sengketanya di sini");
        d.push(reading.at(range, problem));
    }
}

fn regime_unsaid(book: &Book<'_>, subject: &Subject<'_>, (index, reading): (usize, &Reading<'_>), d: &Diagnostics) {
    // The front matter of the others says which regime they are of.
    if !matches!(subject.source.kind, Some(Kind::Page | Kind::Piece)) {
        return;
    }
    let tells_of_reports = |range: &std::ops::Range<usize>| reading.words.sentence(range).any(|word| word.contains("lapor"));
    let deadline = reading.found.of_any(&book.claims.spans).filter(tells_of_reports).max_by_key(ExactSizeIterator::len);
    let figure = || book.claims.figures.iter().find_map(|figure| reading.found.of_any(&figure.written).next());
    let (range, what) = match deadline {
        Some(range) => (range, "batas waktu"),
        None => match figure() {
            Some(range) => (range, "ancaman pidana"),
            None => return,
        },
    };
    let title = subject.readings.iter().filter(|reading| reading.front);
    if title.chain(subject.section(index)).any(|reading| says_regime(book, reading)) {
        return;
    }
    let message = format!(
        "{what} `{}` tidak menyebut Pemilu atau Pilkada",
        reading.passage.text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ")
    );
    let problem = subject
        .problem(REGIME_UNSAID, message)
        .because("batas waktu dan sanksi Pemilu berbeda dengan Pilkada")
        .hint("sebut pemilihannya, `Pemilu` atau `Pilkada`, dalam kalimat itu, menurut sumber naskah ini; jangan menebak");
    d.push(reading.at(range, problem));
}

/// Whether a stretch says which election it is about: by name, by law, or by a link to law.
fn says_regime(book: &Book<'_>, reading: &Reading<'_>) -> bool {
    const NAMES: [&str; 3] = ["pemilu", "pilkada", "pemilihan"];
    let of_one = |id: &str| {
        let item = book.edition.regulations.get(id);
        item.is_some_and(
            |item| matches!(item.data.regimes.as_slice(), [one] if matches!(one.value, Regime::Pemilu | Regime::Pilkada)),
        )
    };
    reading.words.row().iter().any(|word| NAMES.contains(&word.as_str()))
        || reading.mentions.iter().any(|mention| mention.known().is_some_and(|id| of_one(id.as_str())))
        || reading.passage.citations().any(|citation| of_one(&citation.regulation))
}

/// Whether a link leads to a sanction that is not in force.
pub(crate) fn leads_to_deferred(edition: &Edition, target: &LinkTarget) -> Option<Id> {
    let LinkTarget::Site(link) = target else { return None };
    let id = Id::new(link.address.strip_prefix("/sanksi/")?.trim_end_matches('/'))?;
    let sanction = edition.sanctions.get(&id)?;
    (sanction.data.status.value == SanctionStatus::Deferred).then_some(id)
}
