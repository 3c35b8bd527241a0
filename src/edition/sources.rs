//! What the websites that content rests on are called: as the texts of the edition call them when they link there, since no list of names
//! would keep up with them.

use std::collections::BTreeMap;

use super::Edition;
use crate::content::archive;
use crate::markdown::visit::Node;
use crate::markdown::{Inline, InlineKind, LinkTarget, NoContext, text};

/// The longest words of a link that are still a name, in characters.
const LONGEST_NAME: usize = 40;
/// Where copies of laws are kept in folders of their owners.
const FOLDERS: &str = "github.com";

/// Names of websites by their hosts.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// The names that the texts of an edition use; of several for one host the most frequent.
    pub fn of(edition: &Edition) -> Names {
        let mut counted: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for document in edition.documents() {
            document.walk(&mut |node| {
                if let Node::Inline(Inline {
                    kind: InlineKind::Link { target: LinkTarget::External(address), content, .. }, ..
                }) = node
                    && let Some(address) = address.as_text()
                    && let Some(host) = archive::host(&address)
                {
                    let words = text::render_inlines(content, &NoContext);
                    if is_name(&words) {
                        *counted.entry(host.to_owned()).or_default().entry(words).or_default() += 1;
                    }
                }
            });
        }
        let most = |names: BTreeMap<String, usize>| names.into_iter().rev().max_by_key(|(_, count)| *count).map(|(name, _)| name);
        Names(counted.into_iter().filter_map(|(host, names)| Some((host, most(names)?))).collect())
    }

    /// What the website of an address is called: by its own name, by that of the website it is a part of, or by the folder of its owner.
    pub fn called(&self, address: &str) -> Option<String> {
        let host = archive::host(address)?;
        if host == FOLDERS {
            let mut parts = address.split(FOLDERS).nth(1)?.split('/').filter(|part| !part.is_empty());
            return Some(format!("{}/{}", parts.next()?, parts.next()?));
        }
        let mut rest = host;
        loop {
            if let Some(name) = self.0.get(rest) {
                return Some(name.clone());
            }
            rest = rest.split_once('.')?.1;
        }
    }
}

/// Whether words name who publishes, and not what is read there: `Radar Lambar`, not `berita, 2020`.
fn is_name(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
        && words.chars().count() <= LONGEST_NAME
        && words.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_website_is_called_by_its_own_name_or_that_of_the_whole() {
        let names = [("antaranews.com", "Antara"), ("kebumen.bawaslu.go.id", "Bawaslu Kebumen"), ("bawaslu.go.id", "Bawaslu")];
        let names = Names(names.map(|(host, name)| (host.to_owned(), name.to_owned())).into());
        for (address, name) in [
            ("https://www.antaranews.com/a", Some("Antara")),
            ("https://bali.antaranews.com/a", Some("Antara")),
            ("https://kebumen.bawaslu.go.id/", Some("Bawaslu Kebumen")),
            ("https://tegal.bawaslu.go.id/", Some("Bawaslu")),
            ("https://jdih.go.id/", None),
            ("https://github.com/orang/naskah/blob/a.md", Some("orang/naskah")),
            ("https://github.com/orang", None),
            ("002_5e4090daec00e826.txt", None),
        ] {
            assert_eq!(names.called(address).as_deref(), name, "{address}");
        }
    }

    #[test]
    fn names_are_told_from_other_words() {
        for (words, name) in [
            ("Radar Lambar", true),
            ("NTBSatu", true),
            ("berita, 2020", false),
            ("sumber", false),
            ("Open License 1.0", false),
            ("", false),
        ] {
            assert_eq!(is_name(words), name, "{words}");
        }
    }
}
