//! Where a link leads: the kinds of addresses that content may use.

use super::Template;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkTarget {
    /// A page of the same edition.
    Site(SiteLink),
    /// A regulation or an article of one.
    Citation(Citation),
    /// An e-mail address, without `mailto:`; may have `?subject=…`.
    Mail(Template),
    /// A telephone number, without `tel:`.
    Tel(Template),
    /// An `https:` or `http:` address.
    External(Template),
    /// A heading of the same text, without `#`.
    Anchor(String),
}

/// The address of a page, counted from the root of the edition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SiteLink {
    /// Begins with `/`: `/lapor/`.
    pub address: String,
    /// The part behind `#`.
    pub fragment: Option<String>,
}

impl SiteLink {
    /// Reads an address with what stands behind `#`: `/tanya-jawab/#asn-suka`.
    pub fn parse(written: &str) -> SiteLink {
        let (address, fragment) = match written.split_once('#') {
            Some((address, fragment)) => (address, Some(fragment.to_owned())),
            None => (written, None),
        };
        SiteLink { address: address.to_owned(), fragment }
    }
}

/// A checked reference to the law: `[teks](regulasi:uu-20-2023#pasal-2-huruf-f "historis")`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// Id of the regulation.
    pub regulation: String,
    /// [`slug`](fn@super::slug) of the article.
    pub article: Option<String>,
    /// A deliberate look back at law that may no longer be in force.
    pub historical: bool,
}

impl Citation {
    /// As written in content: `regulasi:uu-20-2023#pasal-2-huruf-f`.
    pub fn address(&self) -> String {
        match &self.article {
            Some(article) => format!("regulasi:{}#{article}", self.regulation),
            None => format!("regulasi:{}", self.regulation),
        }
    }
}
