//! How the names of regions are written in running text; the tables have them in capitals.

/// A province with the word before its name: `Provinsi Lampung`. Yogyakarta and Jakarta have words of their own.
pub(super) fn of_province(capitals: &str) -> String {
    let name = match capitals.strip_prefix("DKI ") {
        Some(rest) => format!("Daerah Khusus Ibukota {}", title_case(rest)),
        None => title_case(capitals),
    };
    if name.starts_with("Daerah ") { name } else { format!("Provinsi {name}") }
}

/// A kabupaten or kota; the table has the word before the name.
pub(super) fn of_regency(capitals: &str) -> String {
    title_case(capitals)
}

/// Small words inside a name.
const PARTICLES: [&str; 5] = ["dan", "dari", "di", "ke", "yang"];

/// `PANGKAJENE DAN KEPULAUAN` → `Pangkajene dan Kepulauan`. Roman numerals stay, a letter after an apostrophe is small.
fn title_case(capitals: &str) -> String {
    let words = capitals.split_whitespace().enumerate().map(|(index, word)| {
        let small = word.to_lowercase();
        if index > 0 && PARTICLES.contains(&small.as_str()) {
            return small;
        }
        if is_roman(word) { word.to_owned() } else { capitalised(&small) }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a word is a number from I to XXXIX. Larger ones have letters that make words (`MI`, `DI`).
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X'))
}

/// Capitals at the start and after a mark that parts words.
fn capitalised(small: &str) -> String {
    let mut at_start = true;
    let mut out = String::with_capacity(small.len());
    for letter in small.chars() {
        if at_start {
            out.extend(letter.to_uppercase());
        } else {
            out.push(letter);
        }
        at_start = matches!(letter, '-' | '/' | '(' | '.');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_in_running_text() {
        for (capitals, written) in [
            ("KABUPATEN KAYONG UTARA", "Kabupaten Kayong Utara"),
            ("KOTA BANDAR LAMPUNG", "Kota Bandar Lampung"),
            ("KABUPATEN PANGKAJENE DAN KEPULAUAN", "Kabupaten Pangkajene dan Kepulauan"),
            ("KABUPATEN XIII KOTO", "Kabupaten XIII Koto"),
            ("KABUPATEN FAK-FAK", "Kabupaten Fak-Fak"),
            ("KABUPATEN BA'A", "Kabupaten Ba'a"),
            ("KABUPATEN  DI  ATAS", "Kabupaten di Atas"),
            ("DI ATAS", "Di Atas"),
        ] {
            assert_eq!(of_regency(capitals), written);
        }
        for (capitals, written) in [
            ("LAMPUNG", "Provinsi Lampung"),
            ("KEPULAUAN RIAU", "Provinsi Kepulauan Riau"),
            ("DAERAH ISTIMEWA YOGYAKARTA", "Daerah Istimewa Yogyakarta"),
            ("DKI JAKARTA", "Daerah Khusus Ibukota Jakarta"),
        ] {
            assert_eq!(of_province(capitals), written);
        }
    }
}
