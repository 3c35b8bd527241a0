//! A website to be carried away: its files below one folder, a page that says where to begin, and links to what is not with it written
//! out whole.

use std::fmt::Write as _;

use super::{EditionHouse, assets, stylesheet};
use crate::markdown::escape::{html_attribute, html_text};
use crate::plan::{Address, EditionPlan, PageKind, Plan};

/// The folder that holds the website.
pub const FOLDER: &str = "situs";
/// The page to open, beside that folder.
pub const START: &str = "MULAI-DI-SINI.html";
/// Attributes that lead to other files.
const LEADING: [&str; 2] = ["href", "src"];

/// The name of the zip of an edition, below its `unduhan/`.
pub fn name(plan: &EditionPlan) -> String {
    format!("situs-{}.zip", plan.edition.code)
}

/// Whether a page goes along: not those that only a server shows.
pub fn carries(kind: &PageKind) -> bool {
    !kind.stands_in()
}

/// Whether a page tells of the zip itself, so that what stands in the zip can't say it.
pub fn tells(kind: &PageKind) -> bool {
    matches!(kind, PageKind::Downloads | PageKind::Share | PageKind::Verification)
}

/// The whole address of any edition's page or file.
pub fn printed(all: &Plan, to: &Address) -> Option<String> {
    let owner = all.editions.iter().filter(|plan| to.as_str().starts_with(plan.root.as_str()));
    owner.max_by_key(|plan| plan.root.as_str().len()).map(|plan| plan.printed(to))
}

/// The page at `here` with relative links to what `inside` does not have made whole.
pub fn carried(page: &str, here: &Address, all: &Plan, inside: impl Fn(&Address) -> bool) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    // Our pages escape `<` in text and quotes in values, so a tag ends at the next `>` outside quotes.
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = tag_end(from);
        tag(&from[..end], here, all, &inside, &mut out);
        rest = &from[end..];
    }
    out.push_str(rest);
    out
}

/// The length of a tag in bytes, `>` included.
fn tag_end(text: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn tag(tag: &str, here: &Address, all: &Plan, inside: &impl Fn(&Address) -> bool, out: &mut String) {
    let mut value = false;
    let mut name = "";
    for part in tag.split_inclusive('"') {
        let text = part.trim_end_matches('"');
        let closed = part.ends_with('"');
        let whole = (value && LEADING.contains(&name)).then(|| whole(text, here, all, inside)).flatten();
        match whole {
            Some(address) => out.push_str(&html_attribute(&address)),
            None => out.push_str(text),
        }
        if closed {
            out.push('"');
        }
        if !value {
            name = text.trim_end_matches('=').rsplit([' ', '\n']).next().unwrap_or_default();
        }
        value = closed && !value;
    }
}

/// What a relative link is written as when its target stays behind; none for a link that may stay as it is.
fn whole(href: &str, here: &Address, all: &Plan, inside: &impl Fn(&Address) -> bool) -> Option<String> {
    let (path, fragment) = href.split_once('#').map_or((href, None), |(path, fragment)| (path, Some(fragment)));
    if path.is_empty() || path.starts_with('/') || path.contains(':') {
        return None;
    }
    let from = here.output_path();
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for part in path.split('/') {
        match part {
            ".." => {
                folders.pop()?;
            }
            "." => {}
            part => folders.push(part),
        }
    }
    let target = folders.join("/");
    let page = target.strip_suffix("index.html").filter(|page| page.is_empty() || page.ends_with('/'));
    let to = Address::root().file(page.unwrap_or(&target));
    if inside(&to) {
        return None;
    }
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    printed(all, &to).map(|address| address + &fragment)
}

/// The page to open: a link, because a program that only looks into the zip shows this page alone, and then it has to say what to do.
pub fn start(house: &EditionHouse<'_>) -> String {
    let edition = house.edition();
    let whose = if edition.code.is_national() { edition.site.institution.value.clone() } else { edition.name.clone() };
    let title = html_text(&format!("{}, {whose}", edition.site.title.value));
    let style = house.assets().get(stylesheet::NAME).map(|(path, _)| format!("{FOLDER}/{}/{path}", assets::FOLDER));
    let style = html_attribute(&style.unwrap_or_default());
    let mut out = String::from("<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n");
    // Writing to a string can't fail.
    let _ = write!(
        out,
        "<title>Mulai di sini: {title}</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"stylesheet\" href=\"{style}\">\n</head>\n<body>\n\
         <header class=\"pita\"><div class=\"wadah\">\n<h1>{title}</h1>\n<p class=\"pengantar\">Situs ini terbuka tanpa internet.</p>\n\
         </div></header>\n<main class=\"wadah isi\">\n<p><a class=\"tombol\" href=\"{FOLDER}/index.html\">Buka situs</a></p>\n\
         <p>Tombol itu tidak bekerja? Ekstrak dahulu semua isi zip ke satu folder, lalu buka berkas ini dari folder itu.</p>\n\
         <p>Isinya salinan. Nomor dan aturan dapat berubah; yang terbaru di <a href=\"{address}\" rel=\"external noopener\">{shown}</a>.</p>\n\
         </main>\n</body>\n</html>\n",
        address = html_attribute(&house.plan.printed(&house.plan.root)),
        shown = html_text(&house.plan.printed(&house.plan.root)),
    );
    out
}
