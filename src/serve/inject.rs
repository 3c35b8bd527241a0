//! Puts the panel into a page that the theme made, for the preview alone: elements with a tree of their own, so that neither the theme's
//! stylesheet nor ours reaches the other, and one script. The page's policy is opened for just that.

use std::fmt::Write;

use crate::markdown::escape::html_attribute;

/// Our own files.
pub(super) const SCRIPT: &str = "/_suluh/pratinjau.js";
/// The stylesheet of the panel.
pub(super) const STYLE: &str = "/_suluh/papan.css";
/// What of the page itself makes room for the panel.
pub(super) const EDGE: &str = "/_suluh/tepi.css";

/// What goes into a page.
pub(super) struct Parts<'a> {
    /// What is wrong with this page, above it; empty for nothing.
    pub(super) banner: &'a str,
    /// The panel beside it.
    pub(super) panel: &'a str,
    /// What the page shows, by the path that shows it again.
    pub(super) shown: &'a str,
    /// The mark of its state.
    pub(super) mark: &'a str,
}

/// The page with its parts.
pub(super) fn inject(page: &str, parts: &Parts<'_>) -> String {
    let page = open_policy(page);
    let (before, after) = body(&page);
    let (before, after) =
        page.split_at_checked(before).map_or((page.as_str(), ""), |(head, rest)| (head, rest.get(after..).unwrap_or("")));
    let inner = &page[before.len()..page.len() - after.len()];
    let mut out = String::with_capacity(page.len() + parts.panel.len() + parts.banner.len() + 1024);
    out.push_str(before);
    if !parts.banner.is_empty() {
        let _ = writeln!(out, "<suluh-galat>{}</suluh-galat>", shadow(parts.banner));
    }
    out.push_str(inner);
    let _ = write!(
        out,
        "<suluh-papan>{}</suluh-papan>\n<link rel=\"stylesheet\" href=\"{EDGE}\">\n<script src=\"{SCRIPT}\" data-halaman=\"{}\" data-sidik=\"{}\" defer></script>\n",
        shadow(parts.panel),
        html_attribute(parts.shown),
        html_attribute(parts.mark)
    );
    out.push_str(after);
    out
}

fn shadow(html: &str) -> String {
    format!("<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{STYLE}\">\n{html}</template>")
}

/// Where the body's content begins, and how long it is. A page without a body is content as a whole.
fn body(page: &str) -> (usize, usize) {
    let start = find(page, "<body", 0).and_then(|tag| page[tag..].find('>').map(|end| tag + end + 1)).unwrap_or(0);
    let end = rfind(page, "</body").filter(|end| *end >= start).unwrap_or(page.len());
    (start, end - start)
}

fn find(text: &str, what: &str, from: usize) -> Option<usize> {
    let lower = text.as_bytes().get(from..)?;
    lower.windows(what.len()).position(|part| part.eq_ignore_ascii_case(what.as_bytes())).map(|at| from + at)
}

fn rfind(text: &str, what: &str) -> Option<usize> {
    text.as_bytes().windows(what.len()).rposition(|part| part.eq_ignore_ascii_case(what.as_bytes()))
}

/// What the panel needs of a page's policy: its script, its stylesheet, its pictures, and word of changes.
const NEEDED: [&str; 4] = ["script-src", "style-src", "img-src", "connect-src"];

/// The page with a policy that lets the panel in, and forbids everything else as before.
fn open_policy(page: &str) -> String {
    let value = find(page, "http-equiv=\"Content-Security-Policy\"", 0).and_then(|at| {
        let end = at + page[at..].find('>')?;
        let start = find(&page[..end], "content=\"", at)? + "content=\"".len();
        Some(start..start + page[start..end].find('"')?)
    });
    match value {
        Some(range) => format!("{}{}{}", &page[..range.start], opened(&page[range.clone()]), &page[range.end..]),
        None => page.to_owned(),
    }
}

/// `default-src 'none'` as `default-src 'none'; script-src 'self'; …`.
fn opened(policy: &str) -> String {
    let parts = policy.split(';').map(|part| part.split_whitespace().collect::<Vec<_>>()).filter(|part| !part.is_empty());
    let mut parts: Vec<Vec<&str>> = parts.collect();
    let otherwise = parts.iter().find(|part| part[0].eq_ignore_ascii_case("default-src")).map(|part| part[1..].to_vec());
    for needed in NEEDED {
        let at = parts.iter().position(|part| part[0].eq_ignore_ascii_case(needed));
        match (at, &otherwise) {
            (Some(at), _) => let_in(&mut parts[at]),
            (None, Some(sources)) => {
                let mut part = vec![needed];
                part.extend(sources);
                let_in(&mut part);
                parts.push(part);
            }
            // Without either, everything is allowed.
            (None, None) => {}
        }
    }
    parts.iter().map(|part| part.join(" ")).collect::<Vec<_>>().join("; ")
}

fn let_in(part: &mut Vec<&str>) {
    part.retain(|source| !source.eq_ignore_ascii_case("'none'"));
    if !part.iter().any(|source| *source == "'self'" || *source == "*") {
        part.push("'self'");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: Parts<'static> = Parts { banner: "<p>galat</p>", panel: "<p>papan</p>", shown: "/a/?desa=\"", mark: "m" };

    #[test]
    fn a_page_keeps_everything_it_has() {
        let page = "<!doctype html>\n<html><head><title>x</title></head>\n<BODY class=\"a\">\n<p>isi</p>\n</BODY>\n</html>\n";
        let made = inject(page, &PARTS);
        let banner = made.find("<suluh-galat>").unwrap();
        assert!(made.starts_with("<!doctype html>\n<html><head><title>x</title></head>\n<BODY class=\"a\">"), "{made}");
        assert!(banner < made.find("<p>isi</p>").unwrap() && made.find("<p>isi</p>") < made.find("<suluh-papan>"), "{made}");
        assert!(made.ends_with("defer></script>\n</BODY>\n</html>\n"), "{made}");
        assert!(made.contains("data-halaman=\"/a/?desa=&quot;\""), "{made}");
    }

    #[test]
    fn a_page_without_a_body_is_shown_too() {
        for page in ["", "isi", "<body", "</body>", "</body><body>é"] {
            let made = inject(page, &Parts { banner: "", ..PARTS });
            assert!(made.contains("<suluh-papan>") && !made.contains("<suluh-galat>"), "{page}: {made}");
        }
    }

    #[test]
    fn the_policy_is_opened_for_the_panel_alone() {
        for (policy, expected) in [
            ("default-src 'none'", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"),
            (
                "default-src 'none'; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'",
                "default-src 'none'; style-src 'self' file:; img-src data: 'self'; base-uri 'none'; form-action 'none'; script-src 'self'; connect-src 'self'",
            ),
            ("script-src 'none'", "script-src 'self'"),
            ("", ""),
        ] {
            assert_eq!(opened(policy), expected);
        }
        let page =
            "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><meta content=\"x\"></head>";
        assert!(open_policy(page).contains("connect-src 'self'\"><meta content=\"x\">"));
        assert_eq!(open_policy("<meta http-equiv=\"Content-Security-Policy\">"), "<meta http-equiv=\"Content-Security-Policy\">");
    }
}
