//! The list of what is to be printed anew as people read it, and what its lines mean when they come back.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::{Entry, Office, Stale, Way};
use crate::commands::output::name_lines;
use crate::content::EditionCode;
use crate::content::day::{read_spoken, spoken};
use crate::source::Date;

/// Characters in a line of village names.
const WIDTH: usize = 92;
/// What stands between a piece and the day on which it changed.
const CHANGED: &str = "): berubah ";

impl Way {
    const ALL: [Way; 3] = [Way::Ordered, Way::Sent, Way::Unordered];

    fn heading(self) -> &'static str {
        match self {
            Way::Ordered => "Cetak ulang:",
            Way::Sent => "Kirim ulang:",
            Way::Unordered => "Tidak dipesan; ganti hanya bila pernah dicetak atau dipakai:",
        }
    }
}

/// The list as plain text, which can be sent on as it is. A line is a piece and a day, and whoever has seen to it takes it out.
pub(super) fn text(offices: &BTreeMap<EditionCode, Office>) -> String {
    if offices.is_empty() {
        return "Tidak ada yang perlu dicetak ulang.\n".to_owned();
    }
    let mut out = String::from(
        "Yang berubah sejak dicetak atau dikirim. Lembar yang dicetak sebelum hari yang disebut jangan dibagikan lagi.\n\
         Sudah diganti? Hapus baris bahannya di berkas ini, lalu simpan; bila semuanya sudah, hapus berkas ini.\n\
         Selama barisnya ada, bahan itu tetap disebut.\n",
    );
    for (code, office) in offices {
        let _ = write!(out, "\n{} ({code})\n", office.name);
        for way in Way::ALL {
            let lines: Vec<_> = office.pieces.iter().flat_map(|(id, entry)| entry_lines(id, entry, way)).collect();
            if !lines.is_empty() {
                let _ = writeln!(out, "{}\n{}", way.heading(), lines.join("\n"));
            }
        }
    }
    out
}

/// The lines of a piece: one a day, the latest last.
fn entry_lines(id: &str, entry: &Entry, way: Way) -> Vec<String> {
    let mut days: BTreeMap<Date, Vec<&Stale>> = BTreeMap::new();
    for stale in entry.stale.iter().filter(|stale| stale.way == way) {
        days.entry(stale.changed).or_default().push(stale);
    }
    let line = |(day, stale): (Date, Vec<&Stale>)| {
        let line = format!("- {} ({id}{CHANGED}{}", entry.title, spoken(day));
        let names: Vec<&str> = stale.iter().filter(|stale| stale.whose.is_some()).map(|stale| stale.name.as_str()).collect();
        match names.len() {
            0 => line,
            all if all == entry.of => format!("{line}; semua {} ({all})", entry.kinds),
            some => {
                let names: String = name_lines(&names, WIDTH).iter().map(|line| format!("\n    {line}")).collect();
                format!("{line}; {some} dari {} {}:{names}", entry.of, entry.kinds)
            }
        }
    };
    days.into_iter().map(line).collect()
}

/// The lines that a list still holds: edition, way, piece and day. Anything else that somebody wrote there is nobody's business.
pub(super) fn standing(text: &str) -> BTreeSet<(EditionCode, Way, String, Date)> {
    let (mut standing, mut office, mut way) = (BTreeSet::new(), None, Way::Ordered);
    for line in text.lines().map(str::trim) {
        if let Some(entry) = line.strip_prefix("- ") {
            let read = entry.rsplit_once(CHANGED).and_then(|(piece, rest)| {
                let (_, id) = piece.rsplit_once('(')?;
                let day = read_spoken(rest.split(';').next().unwrap_or_default())?;
                Some((office.clone()?, way, id.to_owned(), day))
            });
            standing.extend(read);
        } else if let Some(known) = Way::ALL.into_iter().find(|known| known.heading() == line) {
            way = known;
        } else if let Some(code) = code_at_end(line) {
            office = Some(code);
        }
    }
    standing
}

/// `Kabupaten Kayong Utara (61.11)`
fn code_at_end(line: &str) -> Option<EditionCode> {
    let (_, code) = line.strip_suffix(')')?.rsplit_once('(')?;
    EditionCode::parse(code)
}

/// What the terminal says: what changed now, and what still waits from before.
pub(super) fn lines(offices: &BTreeMap<EditionCode, Office>, path: &Path) -> Vec<String> {
    let pieces = |wanted: &dyn Fn(&Entry) -> bool| {
        let all = offices.values().flat_map(|office| &office.pieces);
        all.filter(|(_, entry)| wanted(entry)).map(|(id, _)| id).collect::<BTreeSet<_>>().len()
    };
    // A piece counts once, where it matters most.
    let fresh = |entry: &Entry| entry.stale.iter().filter(|stale| stale.fresh).map(|stale| stale.way).min();
    let count = |way: Way, said: &str| match pieces(&|entry| fresh(entry) == Some(way)) {
        0 => None,
        count => Some(format!("{count} {said}")),
    };
    let changed = [
        count(Way::Ordered, "bahan perlu dicetak ulang"),
        count(Way::Sent, "kartu perlu dikirim ulang"),
        count(Way::Unordered, "bahan lain yang tidak dipesan"),
    ];
    let changed: Vec<String> = changed.into_iter().flatten().collect();
    let path = format!("daftarnya di {}", path.display());
    let waiting = pieces(&|entry| fresh(entry).is_none() && entry.stale.iter().any(|stale| stale.way != Way::Unordered));
    match (changed.is_empty(), waiting) {
        (true, 0) => vec![],
        (true, _) => vec![format!("Masih menunggu: {waiting} bahan yang berubah sebelum ini; {path}")],
        (false, 0) => vec![format!("Berubah: {}; {path}", changed.join(", "))],
        (false, _) => vec![
            format!("Berubah: {}; {path}", changed.join(", ")),
            format!("Masih menunggu: {waiting} bahan yang berubah sebelum ini; juga di daftar itu"),
        ],
    }
}
