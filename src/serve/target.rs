//! What was asked for, cleaned: a path of plain segments, and the words behind the question mark. A path that is not clean is none.

/// The longest path and query, in bytes; our own are far shorter.
const LONGEST: usize = 2048;

/// A request's path and query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// Decoded, beginning with a slash, without `.`, `..` and empty segments.
    pub(super) path: String,
    query: Vec<(String, String)>,
}

impl Target {
    /// Reads `/61.11/lapor/?k=1`. None when it is not clean: whoever writes so is not looking for a page.
    pub(super) fn parse(text: &str) -> Option<Target> {
        if text.len() > LONGEST {
            return None;
        }
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let path = decode(path)?;
        let inside = path.strip_prefix('/')?;
        let mut segments: Vec<&str> = inside.split('/').collect();
        if segments.last() == Some(&"") {
            segments.pop();
        }
        let clean = |segment: &&str| !segment.is_empty() && *segment != "." && *segment != "..";
        if !segments.iter().all(clean) || path.contains(['\\', '\0']) || path.chars().any(char::is_control) {
            return None;
        }
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let query = pairs.map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((decode(key)?, decode(value)?))
        });
        Some(Target { query: query.collect::<Option<_>>()?, path })
    }

    /// A word of the query.
    pub(super) fn word(&self, key: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// The path with the words of the query that decide what is shown.
    pub(super) fn shown(&self) -> String {
        match self.word(RECORD) {
            Some(record) => format!("{}?{RECORD}={}", self.path, crate::markdown::escape::url_component(record)),
            None => self.path.clone(),
        }
    }
}

/// The word of the query that names the village, or the letter, whose sheet is shown.
pub(super) const RECORD: &str = "desa";

/// Undoes percent-encoding. None for half an escape and for what is not UTF-8 then.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
        let (high, low) = (digit()?, digit()?);
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clean_target_is_read() {
        for (text, path) in [
            ("/", "/"),
            ("/61.11/lapor/", "/61.11/lapor/"),
            ("/61.11/unduhan/a%20b.pdf", "/61.11/unduhan/a b.pdf"),
            ("/%6Capor/?k=1", "/lapor/"),
            ("/d/61.11.01.2001", "/d/61.11.01.2001"),
        ] {
            assert_eq!(Target::parse(text).unwrap().path, path, "{text}");
        }
        let target = Target::parse("/a/?desa=61.11&k=%2Fx&&lagi").unwrap();
        assert_eq!(
            (target.word("desa"), target.word("k"), target.word("lagi"), target.word("x")),
            (Some("61.11"), Some("/x"), Some(""), None)
        );
        assert_eq!(target.shown(), "/a/?desa=61.11");
    }

    #[test]
    fn what_is_not_clean_is_none() {
        let long = format!("/{}", "a".repeat(LONGEST));
        for text in [
            "",
            "lapor",
            "*",
            "http://x/",
            "/..",
            "/../etc/passwd",
            "/%2e%2e/etc/passwd",
            "/a/%2E%2e/b",
            "/./",
            "//",
            "//etc/passwd",
            "/a//b",
            "/a/..%2fb",
            "/a\\b",
            "/a%5c..%5cb",
            "/%00",
            "/a%",
            "/a%4",
            "/a%zz",
            "/%ff",
            "/%c0%ae%c0%ae/",
            "/a%0d%0ab",
            "/a?x=%",
            &long,
        ] {
            assert_eq!(Target::parse(text), None, "{text}");
        }
    }
}
