//! The text of a page: what is left when the tags are taken out.

/// The text inside the element that carries `data-isi`; none when there is no such element.
pub(crate) fn body(page: &str) -> Option<String> {
    let at = page.find(" data-isi")?;
    let tag = page[..at].rfind('<')?;
    let name: String = page[tag + 1..].chars().take_while(char::is_ascii_alphanumeric).collect();
    let start = tag + page[tag..].find('>')? + 1;
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let (mut depth, mut end) = (1, start);
    while depth > 0 {
        let rest = &page[end..];
        let closing = rest.find(&close)?;
        let opening = rest.find(&open).filter(|&opening| opening < closing);
        depth = if opening.is_some() { depth + 1 } else { depth - 1 };
        end += opening.map_or(closing + close.len(), |opening| opening + open.len());
    }
    Some(text(&page[start..end - close.len()]))
}

/// The text of a piece of HTML. Drawings have no text, and soft hyphens are seen only where a line ends.
pub(crate) fn text(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let whole = if rest[at..].starts_with("<svg") { "</svg>" } else { ">" };
        let end = rest[at..].find(whole).expect("every tag ends") + at + whole.len();
        rest = &rest[end..];
    }
    out.push_str(rest);
    entities(&out).replace('\u{AD}', "")
}

/// Characters in place of their escapes.
pub(crate) fn entities(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').expect("every & is escaped") + at;
        let name = &rest[at + 1..end];
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u{a0}',
            _ => number(name).unwrap_or_else(|| panic!("&{name}; is not known")),
        });
        rest = &rest[end + 1..];
    }
    out + rest
}

fn number(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code)
}

/// The text of the first element of a name: `h1`, `title`.
pub(crate) fn first(page: &str, name: &str) -> String {
    let open = page.find(&format!("<{name}")).unwrap_or_else(|| panic!("no <{name}>"));
    let start = open + page[open..].find('>').unwrap() + 1;
    let end = start + page[start..].find(&format!("</{name}>")).unwrap();
    text(&page[start..end])
}
