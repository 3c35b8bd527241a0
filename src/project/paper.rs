//! Rows below the villages of a table that are only paper: the total, place and day, who signs.

use super::cells::clean;
use super::codes::NO_VILLAGE;
use super::columns::Meaning;
use crate::content::day;
use crate::diagnostics::{Alike, Diagnostic};
use crate::source::table::{Row, Table};

/// Words that a row of sums begins with.
const SUMS: [&str; 5] = ["jumlah", "total", "subtotal", "grand", "jml"];
/// Words that a line of the block of signatures begins with.
const SIGNS: [&str; 12] = [
    "mengetahui",
    "menyetujui",
    "mengesahkan",
    "disahkan",
    "dibuat",
    "ketua",
    "sekretaris",
    "koordinator",
    "kepala",
    "ttd",
    "nip",
    "keterangan",
];

/// The rows of a table of villages without those below the last code that are only paper, which a note names. A row with a village's name
/// stays: its code is missing. Without any code nothing is known to be below, and all rows stay.
pub(super) fn without<'a>(table: &'a Table, meanings: &[Meaning], alike: &Alike<'_>) -> Vec<&'a Row> {
    let column = |name| meanings.iter().position(|meaning| *meaning == Meaning::Known(name));
    let look = |row: &Row| {
        let text = |index: Option<usize>| {
            index.and_then(|index| row.cells.get(index)).map_or_else(String::new, |cell| clean(&cell.value))
        };
        let first = row.cells.iter().map(|cell| clean(&cell.value)).find(|text| !text.is_empty()).unwrap_or_default();
        Look { first, code: text(column("kode")), name: text(column("nama")), district: text(column("kecamatan")) }
    };
    let Some(last) = table.rows.iter().rposition(|row| look(row).is_coded()) else { return table.rows.iter().collect() };
    let (mut rows, below): (Vec<&Row>, Vec<&Row>) =
        (table.rows[..=last].iter().collect(), table.rows[last + 1..].iter().collect());
    let mut signed = false;
    let mut run: Vec<&Row> = Vec::new();
    for row in below {
        let look = look(row);
        let marked = look.is_sum() || look.is_signature();
        if look.name.is_empty() || marked || (signed && look.district.is_empty()) {
            run.push(row);
        } else {
            tell(&std::mem::take(&mut run), alike);
            rows.push(row);
        }
        signed |= marked;
    }
    tell(&run, alike);
    rows
}

/// What tells a village from paper in a row.
struct Look {
    /// The first cell that holds something, whatever its column.
    first: String,
    code: String,
    name: String,
    district: String,
}

impl Look {
    /// Whether it has a code, be it a wrong one; beside a sum stands the count of the villages.
    fn is_coded(&self) -> bool {
        let figures = self.code.bytes().filter(u8::is_ascii_digit).count();
        let formed = self.code.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ' ');
        formed && figures > 0 && (figures >= 10 || !self.is_sum())
    }

    fn is_sum(&self) -> bool {
        SUMS.contains(&first_word(&self.first).as_str())
    }

    /// Whether it opens a block of signatures: `Manggar, 1 Juni 2026`, `Mengetahui,`. A village has a kecamatan, so that one called Kepala
    /// Jeri is none.
    fn is_signature(&self) -> bool {
        let dated = self.first.rsplit_once(',').is_some_and(|(_, day)| day::read_spoken(day).is_some());
        self.district.is_empty() && (dated || SIGNS.contains(&first_word(&self.first).as_str()))
    }
}

fn first_word(text: &str) -> String {
    let word = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    word.unwrap_or_default().to_lowercase()
}

fn tell(run: &[&Row], alike: &Alike<'_>) {
    let [first, ..] = run else { return };
    let line = |row: &Row| row.place.line_column().0;
    let rows = match run {
        [.., last] if run.len() > 1 => format!("baris {} sampai {}", line(first), line(last)),
        _ => format!("baris {}", line(first)),
    };
    let note = Diagnostic::note(NO_VILLAGE, format!("{rows} tidak dibaca: bukan baris desa"));
    alike.push("bukan baris desa, jadi tidak dibaca", note.at(&first.place));
}

#[cfg(test)]
mod tests {
    use crate::project::sample::{PROVINCE, REGENCY, project, told};

    const TABLE: &str = "content/daerah/61.11-ku/desa.csv";

    fn reads(below: &str) -> String {
        let text = format!("no,kode,nama,kecamatan,pengawas\n1,61.11.01.2001,Sutera,Sukadana,\n{below}");
        told(project(&[PROVINCE, REGENCY, (TABLE, &text)]).1)
    }

    #[test]
    fn what_stands_below_the_villages_is_paper() {
        for below in [
            "Jumlah,1,,,\n",
            ",Total desa,,,\n",
            ",,Jumlah,Sukadana,3\n",
            ",,,,\"Sukadana, 1 Juni 2026\"\n,,,,Ketua\n,,,,Nurhayati\n",
            ",,\"Sukadana, 1 Juni 2026\",,\n,,\"Ketua,\",,\n,,Nurhayati,,\n,NIP. 19700101 199003 1 001,,,\n",
            "2,,,,\n3,,,Sukadana,\n",
        ] {
            let told = reads(below);
            assert_eq!(told.matches("catatan[S432]: baris 3").count(), 1, "{below}{told}");
            assert_eq!(told.matches("[S4").count(), 1, "{below}{told}");
        }
        assert!(reads("2,,,,\n,Total,,,\n").contains("baris 3 sampai 4 tidak dibaca: bukan baris desa"));
    }

    #[test]
    fn a_village_without_its_code_stays_an_error() {
        for below in [
            "2,,Kepala Jeri,Sukadana,\n",
            "2,,Sejahtera,,\n",
            ",,Ketua,Sukadana,\n",
            "2,61.11,Sejahtera,Sukadana,\n",
            "2,belum ada,Sejahtera,Sukadana,\n",
        ] {
            let told = reads(&format!("{below}Jumlah,2,,,\n"));
            assert!(told.contains("galat[S405]") && told.contains("catatan[S432]: baris 4 tidak"), "{below}{told}");
        }
        // Between villages nothing is paper, and without a code nothing is below.
        assert!(reads(",,,Sukadana,\n2,61.11.01.2002,B,Sukadana,\n").contains("galat[S405]"));
        let text = "kode,nama,kecamatan\n,,Sukadana\n";
        assert!(told(project(&[PROVINCE, REGENCY, (TABLE, text)]).1).contains("galat[S405]"));
    }
}
