//! The news articles that the texts began with: kept as numbered files, shown as numbers.

/// What a reader sees for a source that is no address: `Arsip berita nomor 002` for `002_5e4090daec00e826.txt`, else the name itself.
pub fn name(source: &str) -> String {
    let number = source.strip_suffix(".txt").and_then(|stem| stem.split_once('_')).map(|(number, _)| number);
    match number.filter(|number| number.len() == 3 && number.bytes().all(|digit| digit.is_ascii_digit())) {
        Some(number) => format!("Arsip berita nomor {number}"),
        None => source.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn only_numbered_files_are_archived_news() {
        assert_eq!(name("002_5e4090daec00e826.txt"), "Arsip berita nomor 002");
        assert_eq!(name("catatan.txt"), "catatan.txt");
        assert_eq!(name("02_a.txt"), "02_a.txt");
    }
}
