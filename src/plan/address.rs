//! Addresses on the website, and how one is written on the page of another.

use std::fmt;

/// An address from the web root: `/61.11/lapor/` for a page, `/61.11/unduhan/x.pdf` for a file.
/// Begins with a slash; ends with one when it is a page. Boxed, without room to grow: the whole country has a hundred thousand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Box<str>);

impl Address {
    /// The root of the website.
    pub fn root() -> Address {
        Address("/".into())
    }

    /// The page `segment` below this one.
    #[must_use]
    pub fn join(&self, segment: &str) -> Address {
        Address(format!("{}{segment}/", self.0).into())
    }

    /// The file `name` in the folder of this page.
    #[must_use]
    pub fn file(&self, name: &str) -> Address {
        Address(format!("{}{name}", self.0).into())
    }

    /// The page that a link such as `/lapor/` means in an edition whose root this is.
    #[must_use]
    pub fn resolve(&self, link: &str) -> Address {
        let inside = link.trim_start_matches('/');
        let slash = if inside.is_empty() || inside.ends_with('/') || names_file(inside) { "" } else { "/" };
        Address(format!("{}{inside}{slash}", self.0).into())
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of the folder that this page or file lies in: `/61.11/regulasi/` of `/61.11/regulasi/uu-20-2023/`.
    pub fn folder(&self) -> &str {
        let inside = self.0.strip_suffix('/').unwrap_or(&self.0);
        inside.rfind('/').map_or("/", |slash| &inside[..=slash])
    }

    /// Whether this is a page, not a file.
    pub fn is_page(&self) -> bool {
        self.0.ends_with('/')
    }

    /// The file below the web root: `61.11/lapor/index.html`.
    pub fn output_path(&self) -> String {
        let inside = self.0.trim_start_matches('/');
        if self.is_page() { format!("{inside}index.html") } else { inside.to_owned() }
    }

    /// How `to` is written on this page: relative, down to `index.html`, so that it works from a
    /// flash disk as well as from a server.
    pub fn href(&self, to: &Address) -> String {
        let from_path = self.output_path();
        let to_path = to.output_path();
        let from_folders: Vec<&str> = from_path.split('/').collect();
        let to_parts: Vec<&str> = to_path.split('/').collect();
        let from_folders = &from_folders[..from_folders.len() - 1];
        let shared = from_folders.iter().zip(&to_parts[..to_parts.len() - 1]).take_while(|(a, b)| a == b).count();
        let mut href = "../".repeat(from_folders.len() - shared);
        href.push_str(&to_parts[shared..].join("/"));
        href
    }
}

/// Whether the last segment has a file ending. A village's code has dots too, but ends in digits.
fn names_file(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or(path);
    last.rsplit_once('.').is_some_and(|(_, ending)| ending.starts_with(|first: char| first.is_ascii_alphabetic()))
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn at(path: &str) -> Address {
        Address::root().resolve(path)
    }

    #[test]
    fn a_link_is_relative_and_names_the_file() {
        for (from, to, href) in [
            ("/", "/lapor/", "lapor/index.html"),
            ("/lapor/", "/", "../index.html"),
            ("/lapor/", "/lapor/", "index.html"),
            ("/61.11/d/61.11.01.2001/", "/61.11/lapor/", "../../lapor/index.html"),
            ("/61.11/", "/regulasi/uu-20-2023/", "../regulasi/uu-20-2023/index.html"),
            ("/61.11/unduhan/", "/61.11/unduhan/x.pdf", "x.pdf"),
        ] {
            assert_eq!(at(from).href(&at(to)), href, "{from} -> {to}");
        }
    }

    #[test]
    fn a_page_lies_in_the_folder_above_it() {
        for (page, folder) in
            [("/", "/"), ("/lapor/", "/"), ("/61.11/regulasi/uu-20-2023/", "/61.11/regulasi/"), ("/61.11/saku.html", "/61.11/")]
        {
            assert_eq!(at(page).folder(), folder, "{page}");
        }
    }

    #[test]
    fn a_site_link_means_a_page_of_the_edition() {
        let root = Address::root().join("61.11");
        assert_eq!(root.resolve("/").as_str(), "/61.11/");
        assert_eq!(root.resolve("/lapor").as_str(), "/61.11/lapor/");
        assert_eq!(root.resolve("/lapor/").as_str(), "/61.11/lapor/");
        assert_eq!(root.resolve("/d/61.11.01.2001").as_str(), "/61.11/d/61.11.01.2001/");
        assert_eq!(root.resolve("/unduhan/a.pdf").as_str(), "/61.11/unduhan/a.pdf");
    }
}
