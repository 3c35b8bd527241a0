//! Terms in a body: explained where they are first used, and never where a link or another's words stand.

use super::super::terms::Terms;
use super::*;

/// A context that knows two terms and, for the rest, what [`Known`] knows.
struct Explaining(Terms);

impl Context for Explaining {
    fn value(&self, placeholder: Placeholder) -> Option<String> {
        Known.value(placeholder)
    }

    fn href(&self, link: &SiteLink) -> Option<String> {
        Known.href(link)
    }

    fn citation(&self, citation: &Citation) -> Option<CitationText> {
        Known.citation(citation)
    }

    fn directive(&self, directive: &Directive) -> Vec<Block> {
        let text = Inline::text("ASN dari petunjuk", &directive.place);
        vec![Block::new(BlockKind::Paragraph(vec![text]), &directive.place)]
    }

    fn image(&self, path: &str) -> Option<String> {
        Known.image(path)
    }

    fn qr(&self, target: &QrTarget) -> Option<String> {
        Known.qr(target)
    }

    fn terms(&self) -> Option<&Terms> {
        Some(&self.0)
    }
}

const LINK: &str = "<a class=\"arti\" id=\"_ke-asn\" href=\"#_arti-asn\">ASN</a>";

fn page(text: &str, terms: bool) -> String {
    let (document, problems) = read(text);
    assert_eq!(problems, "");
    let known = [("asn", "ASN"), ("tenang", "Masa tenang")].map(|(id, word)| (id.to_owned(), word.to_owned()));
    let options = html::Options { terms, soft_hyphens: true, ..html::Options::default() };
    html::render(&document, &Explaining(Terms::new(known.into_iter())), &options)
}

#[test]
fn a_term_is_a_link_at_its_first_use_only() {
    let html = page("Pegawai ASN & **ASN** pada masa tenang.", true);
    assert_eq!(html.matches(LINK).count(), 1, "{html}");
    assert_eq!(html.matches(">ASN<").count(), 2, "{html}");
    assert!(html.contains("<p>Pegawai <a class=\"arti\""), "{html}");
    assert!(html.contains("href=\"#_arti-tenang\">masa tenang</a>."), "{html}");
    assert!(!page("Pegawai ASN.", false).contains("arti"), "only where the page has room");
}

#[test]
fn headings_links_quotations_and_directives_stay_as_they_are() {
    for text in [
        "## ASN\n\nx",
        "[ASN](/lapor/)",
        "[ASN **ASN**](https://contoh.go.id)",
        "[ASN](regulasi:uu-20-2023)",
        "> ASN wajib netral.",
        "`ASN`",
        "| ASN |\n|---|\n| x |",
        "{{ posko }}",
    ] {
        assert!(!page(text, true).contains("arti"), "{text}");
        assert!(page(&format!("{text}\n\nASN kemudian"), true).contains(LINK), "{text}: and the first use after it is one");
    }
}
