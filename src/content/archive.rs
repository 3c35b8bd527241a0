//! What a source is called where its whole address has no room. The news articles that the texts began with are kept as numbered
//! files and shown as numbers.

/// What a reader sees for a source that is no address: `Arsip berita nomor 002` for `002_5e4090daec00e826.txt`, else the name itself.
pub fn name(source: &str) -> String {
    let number = source.strip_suffix(".txt").and_then(|stem| stem.split_once('_')).map(|(number, _)| number);
    match number.filter(|number| number.len() == 3 && number.bytes().all(|digit| digit.is_ascii_digit())) {
        Some(number) => format!("Arsip berita nomor {number}"),
        None => source.to_owned(),
    }
}

/// The host of a web address, as people name a source: `rmol.id`.
pub fn host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{host, name};

    #[test]
    fn only_numbered_files_are_archived_news() {
        assert_eq!(name("002_5e4090daec00e826.txt"), "Arsip berita nomor 002");
        assert_eq!(name("catatan.txt"), "catatan.txt");
        assert_eq!(name("02_a.txt"), "02_a.txt");
    }

    #[test]
    fn a_host_is_what_people_call_a_source() {
        for (address, named) in [
            ("https://www.rmol.id/politik/1", Some("rmol.id")),
            ("http://a.go.id:80?x=https://b.id", Some("a.go.id")),
            ("https://", None),
            ("ftp://a.id", None),
            ("002_5e4090daec00e826.txt", None),
        ] {
            assert_eq!(host(address), named, "{address}");
        }
    }
}
