//! What has to be printed anew: the sheets that differ from those of the last publication, village by village and letter by letter.
//!
//! Files keep their names when a number in them changes, so nothing else tells an office which of the stacks in its storeroom are
//! wrong now.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::pieces::{Made, known};
use crate::content::{EditionCode, Id, Village};
use crate::plan::EditionPlan;
use crate::print::{Facts, FileKind, recipient_code};
use crate::publish::{self, Digest, EditionWriter, Part, PublishError};

/// The list, beside the report of preflight.
const FILE: &str = "cetak-ulang.txt";
/// Characters in a line of village names.
const WIDTH: usize = 92;

/// A piece of an edition that is no longer as it was published.
pub(super) struct Reprint {
    edition: EditionCode,
    /// The office by name.
    office: String,
    piece: Id,
    title: String,
    /// It is sent on by phone, not printed.
    card: bool,
    /// The villages whose own sheet differs, by name, or the recipients of letters; none for a piece that is the same for all.
    own: Vec<String>,
    /// How many villages or recipients have a sheet of it.
    of: usize,
    /// What those are called: `desa dan kelurahan`, `penerima`.
    kinds: String,
}

/// Compares what was made with what was published before. A piece that is new was never printed.
pub(super) fn compare(plan: &EditionPlan, made: &Made, writer: &EditionWriter<'_>) -> Vec<Reprint> {
    let record = writer.previous().and_then(|manifest| manifest.parts.get(&Part::Print));
    let before = |id: &Id| known(record?, id);
    made.iter().filter_map(|(id, now)| reprint(plan, id, now, &before(id)?)).collect()
}

fn reprint<'f>(plan: &EditionPlan, id: &Id, now: &'f Facts, before: &'f Facts) -> Option<Reprint> {
    let own = |facts: &'f Facts| -> BTreeMap<&'f str, Digest> {
        facts.villages.files.iter().map(|file| (file.code.as_ref(), file.sha256)).collect()
    };
    let (own_now, own_before) = (own(now), own(before));
    let changed = |code: &str| match (own_before.get(code), own_now.get(code)) {
        (Some(before), Some(now)) => before != now,
        _ => false,
    };
    let letter = plan.edition.pieces.get(id).is_some_and(|item| item.data.per_recipient);
    let own: Vec<String> = if letter {
        // A letter that only moved up or down in the list is the same letter.
        let kept: BTreeSet<Digest> = own_before.values().copied().collect();
        let rows = plan.edition.recipients.iter().zip(1..).map(|(row, number)| (row, recipient_code(number)));
        let wrong = rows.filter(|(_, code)| changed(code) && own_now.get(code.as_str()).is_some_and(|now| !kept.contains(now)));
        wrong.map(|(row, _)| row.called().to_owned()).collect()
    } else {
        let villages = plan.edition.villages.iter().filter(|village| changed(&village.code.value));
        villages.map(|village| village.name.value.clone()).collect()
    };
    let whole = |facts: &Facts| -> Vec<String> {
        let kinds = [FileKind::Press, FileKind::Card];
        facts.files.iter().filter(|file| kinds.contains(&file.kind)).map(|file| file.sha256.clone()).collect()
    };
    // A merged file also differs when a village came or went; then nobody's sheet is wrong.
    let differs = if own_now.is_empty() { whole(now) != whole(before) } else { !own.is_empty() };
    differs.then(|| Reprint {
        edition: plan.edition.code.clone(),
        office: plan.edition.name.clone(),
        piece: id.clone(),
        title: plan.edition.pieces.get(id).map(|item| item.data.meta.title.value.clone()).unwrap_or_default(),
        card: now.files.iter().any(|file| file.kind == FileKind::Card),
        own,
        of: own_now.len(),
        kinds: match letter {
            true => "penerima".to_owned(),
            false => kinds(plan, |village| own_now.contains_key(village.code.value.as_str())),
        },
    })
}

/// Writes the list beside the output. Without anything to print anew the list of an earlier run stays: it may not have been seen to yet.
///
/// # Errors
/// It can't be written.
pub(super) fn write(reprints: &mut [Reprint], output: &Path) -> Result<Option<PathBuf>, PublishError> {
    if reprints.is_empty() {
        return Ok(None);
    }
    reprints.sort_by(|a, b| (&a.edition, &a.piece).cmp(&(&b.edition, &b.piece)));
    let folder = publish::write_beside(output, "laporan", &[(FILE, text(reprints))])?;
    Ok(Some(folder.join(FILE)))
}

/// The list as plain text, which can be sent on as it is.
fn text(reprints: &[Reprint]) -> String {
    let mut out = String::from(
        "Yang berubah sejak terbitan sebelumnya. Lembar yang sudah dicetak dari berkas lama jangan dibagikan lagi.\n",
    );
    let mut office = None;
    for reprint in reprints {
        if office != Some(&reprint.edition) {
            let _ = write!(out, "\n{} ({})\n", reprint.office, reprint.edition);
            office = Some(&reprint.edition);
        }
        let what = match (reprint.card, reprint.of) {
            (true, _) => "kirim ulang".to_owned(),
            (false, 0) => "cetak ulang".to_owned(),
            (false, of) if of == reprint.own.len() => format!("cetak ulang untuk semua {} ({of})", reprint.kinds),
            (false, of) => format!("cetak ulang untuk {} dari {of} {}:", reprint.own.len(), reprint.kinds),
        };
        let _ = writeln!(out, "- {} ({}): {what}", reprint.title, reprint.piece);
        if reprint.own.len() < reprint.of {
            lines(&reprint.own).iter().for_each(|line| out.push_str(&format!("    {line}\n")));
        }
    }
    out
}

/// The kinds of the villages that have a sheet, in the office's own words.
fn kinds(plan: &EditionPlan, has_sheet: impl Fn(&Village) -> bool) -> String {
    let villages: Vec<&Village> = plan.edition.villages.iter().filter(|village| has_sheet(village)).collect();
    plan.edition.kinds_of(&villages, "dan")
}

/// Names behind each other, in lines that a phone and a terminal show whole.
fn lines(names: &[String]) -> Vec<String> {
    let mut lines = vec![String::new()];
    for (number, name) in names.iter().enumerate() {
        let part = if number + 1 < names.len() { format!("{name}, ") } else { name.clone() };
        match lines.last_mut() {
            Some(line) if line.chars().count() + part.chars().count() <= WIDTH || line.is_empty() => line.push_str(&part),
            _ => lines.push(part),
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// The line for the terminal.
pub(super) fn line(reprints: &[Reprint], list: &Path) -> String {
    let printed = reprints.iter().filter(|reprint| !reprint.card).count();
    let mut pieces: Vec<&str> = reprints.iter().map(|reprint| reprint.piece.as_str()).collect();
    pieces.sort_unstable();
    pieces.dedup();
    let cards = if printed < reprints.len() { " atau kirim ulang" } else { "" };
    format!("Berubah: {} bahan perlu dicetak ulang{cards}; daftarnya di {}", pieces.len(), list.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(piece: &str, villages: &[&str], of: usize, card: bool) -> Reprint {
        Reprint {
            edition: EditionCode::parse("61.11").unwrap(),
            office: "Kabupaten Kayong Utara".to_owned(),
            piece: Id::new(piece).unwrap(),
            title: "Judul".to_owned(),
            card,
            own: villages.iter().map(|name| (*name).to_owned()).collect(),
            of,
            kinds: match piece {
                "selebaran" => "kelurahan",
                "surat" => "penerima",
                _ => "pekon dan kelurahan",
            }
            .to_owned(),
        }
    }

    #[test]
    fn the_list_names_villages_only_where_not_all_changed() {
        let all = [
            sample("brosur", &["Sutera", "Padang"], 3, false),
            sample("kartu", &[], 0, true),
            sample("selebaran", &["Sutera", "Padang"], 2, false),
            sample("spanduk", &[], 0, false),
            sample("surat", &["Camat Sukadana"], 3, false),
        ];
        let expected = "Yang berubah sejak terbitan sebelumnya. Lembar yang sudah dicetak dari berkas lama jangan dibagikan lagi.\n\n\
            Kabupaten Kayong Utara (61.11)\n\
            - Judul (brosur): cetak ulang untuk 2 dari 3 pekon dan kelurahan:\n    Sutera, Padang\n\
            - Judul (kartu): kirim ulang\n\
            - Judul (selebaran): cetak ulang untuk semua kelurahan (2)\n\
            - Judul (spanduk): cetak ulang\n\
            - Judul (surat): cetak ulang untuk 1 dari 3 penerima:\n    Camat Sukadana\n";
        assert_eq!(text(&all), expected);
        let said = line(&all, Path::new("x/cetak-ulang.txt"));
        assert_eq!(said, "Berubah: 5 bahan perlu dicetak ulang atau kirim ulang; daftarnya di x/cetak-ulang.txt");
    }

    #[test]
    fn an_earlier_list_stays_when_nothing_changed() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("output");
        let list = write(&mut [sample("spanduk", &[], 0, false)], &output).unwrap().unwrap();
        assert!(write(&mut [], &output).unwrap().is_none());
        assert!(std::fs::read_to_string(list).unwrap().contains("spanduk"));
    }

    #[test]
    fn names_fill_lines() {
        let names: Vec<String> = (0..40).map(|number| format!("Desa {number}")).collect();
        let lines = lines(&names);
        assert!(lines.len() > 3 && lines.iter().all(|line| line.chars().count() <= WIDTH), "{lines:?}");
        assert_eq!(lines.join(" "), names.join(", "));
    }
}
