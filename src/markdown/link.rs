//! Where a link leads: the kinds of addresses that content may use, and how each is checked.

use super::report::Report;
use super::{Piece, Placeholder, Template, codes, escape, slug};
use crate::diagnostics::{Diagnostic, Place, quoted};

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

/// The title that marks a historical citation.
const HISTORICAL: &str = "historis";

/// What the address and the title of a link say. `None`: an error was reported, and only the text of the link stays.
pub(super) fn classify(
    address: Template,
    title: &mut Option<Template>,
    place: &Place,
    report: &Report,
) -> Option<LinkTarget> {
    let start = match address.pieces.first() {
        Some(Piece::Text(text, _)) => text.clone(),
        Some(Piece::Placeholder(Placeholder::OfficeSite, _)) if address.pieces.len() == 1 => {
            return Some(LinkTarget::External(address));
        }
        Some(Piece::Placeholder(placeholder, place)) => {
            return not_allowed(*placeholder, place, "awal tautan", report);
        }
        None => {
            return bad(
                codes::BAD_LINK,
                "tautan ini tidak punya alamat",
                "isi alamat di dalam kurung `( )`",
                place,
                report,
            );
        }
    };
    if let Some(c) = start.chars().find(|c| c.is_control() || c.is_whitespace() || *c == '\\') {
        let message = format!("alamat tautan memuat karakter U+{:04X}", c as u32);
        return bad(
            codes::FORBIDDEN_LINK,
            &message,
            "alamat tidak memuat spasi, garis miring terbalik, atau karakter kendali",
            place,
            report,
        );
    }
    match scheme(&start) {
        Some((scheme, rest)) => with_scheme(&scheme, rest, address, title, place, report),
        None => without_scheme(&start, &address, place, report),
    }
}

/// `https` and what follows the colon, if an address begins with a scheme. Lower-cased, because browsers do not care.
fn scheme(address: &str) -> Option<(String, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let letter = scheme.bytes().next()?.is_ascii_alphabetic();
    let sound = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    (letter && sound).then(|| (scheme.to_ascii_lowercase(), rest))
}

fn with_scheme(
    scheme: &str,
    rest: &str,
    address: Template,
    title: &mut Option<Template>,
    place: &Place,
    report: &Report,
) -> Option<LinkTarget> {
    match scheme {
        "https" | "http" => external(rest, address, place, report),
        "mailto" => mail(without_start(address, scheme.len() + 1), place, report).map(LinkTarget::Mail),
        "tel" => telephone(without_start(address, scheme.len() + 1), place, report),
        "regulasi" => citation(&address, rest, title, place, report),
        "qr" => bad(
            codes::BAD_QR,
            "kode QR ditulis sebagai gambar",
            "beri tanda seru di depannya: `![](qr:/lapor/)`",
            place,
            report,
        ),
        "javascript" | "data" | "vbscript" | "file" | "blob" => {
            let message = format!("tautan `{scheme}:` tidak boleh ada dalam isi");
            bad(
                codes::FORBIDDEN_LINK,
                &message,
                "pakai alamat `https:`, `mailto:`, `tel:`, `regulasi:` atau `/halaman/`",
                place,
                report,
            )
        }
        _ => {
            let message = format!("jenis tautan {} tidak dikenal", quoted(&format!("{scheme}:")));
            bad(
                codes::BAD_LINK,
                &message,
                "pakai alamat `https:`, `mailto:`, `tel:`, `regulasi:` atau `/halaman/`",
                place,
                report,
            )
        }
    }
}

fn without_scheme(start: &str, address: &Template, place: &Place, report: &Report) -> Option<LinkTarget> {
    if start.starts_with("//") {
        return bad(
            codes::FORBIDDEN_LINK,
            "tautan `//…` menyembunyikan bahwa ia keluar dari situs",
            "tulis lengkap dengan `https:`",
            place,
            report,
        );
    }
    if let Some((placeholder, place)) = address.placeholders().next() {
        return not_allowed(placeholder, place, "alamat halaman", report);
    }
    if let Some(anchor) = start.strip_prefix('#') {
        return Some(LinkTarget::Anchor(anchor.to_owned()));
    }
    if start.starts_with('/') {
        return site(start, codes::BAD_LINK, place, report).map(LinkTarget::Site);
    }
    let message = format!("tautan {} bergantung pada letak berkas", quoted(start));
    let hint = match start.strip_prefix("www.") {
        Some(_) => format!("tulis `https://{start}`"),
        None => "tulis alamat halaman dari akar situs, misalnya `/lapor/`".to_owned(),
    };
    bad(codes::RELATIVE_LINK, &message, &hint, place, report)
}

/// A page address such as `/lapor/#posko`.
pub(super) fn site(address: &str, code: &'static str, place: &Place, report: &Report) -> Option<SiteLink> {
    let (path, fragment) = match address.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.to_owned())),
        None => (address, None),
    };
    let known = path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-._".contains(&byte));
    let steps = path.split('/').any(|step| step == "." || step == "..") || path[1..].contains("//");
    if !path.starts_with('/') || path.starts_with("//") || !known || steps || fragment.as_deref() == Some("") {
        let message = format!("alamat halaman {} tidak sah", quoted(address));
        return bad(code, &message, "pakai huruf, angka, `-`, `.` dan `/`, misalnya `/lapor/`", place, report);
    }
    Some(SiteLink { address: path.to_owned(), fragment })
}

fn external(rest: &str, address: Template, place: &Place, report: &Report) -> Option<LinkTarget> {
    let host = rest.strip_prefix("//").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or(rest));
    match host {
        None | Some("") => bad(
            codes::BAD_LINK,
            "alamat ini tidak menyebut situsnya",
            "tulis misalnya `https://www.bawaslu.go.id/`",
            place,
            report,
        ),
        Some(host) if host.contains('@') => {
            let message = "alamat dengan `@` di depan nama situs menyamarkan tujuannya";
            bad(codes::FORBIDDEN_LINK, message, "hapus bagian sampai `@`", place, report)
        }
        Some(host) if !escape::is_host(host) => {
            let message = format!("nama situs {} tidak sah", quoted(host));
            bad(codes::BAD_LINK, &message, "tulis misalnya `https://www.bawaslu.go.id/`", place, report)
        }
        Some(_) => Some(LinkTarget::External(address)),
    }
}

/// An e-mail address; also called for `<nama@contoh.id>`.
pub(super) fn mail(address: Template, place: &Place, report: &Report) -> Option<Template> {
    let sound = match address.as_text() {
        Some(text) => text
            .split('?')
            .next()
            .and_then(|address| address.split_once('@'))
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.')),
        None => true,
    };
    if sound {
        Some(address)
    } else {
        bad(codes::BAD_LINK, "alamat surel tidak sah", "tulis misalnya `mailto:humas@bawaslu.go.id`", place, report)
    }
}

fn telephone(number: Template, place: &Place, report: &Report) -> Option<LinkTarget> {
    if number.as_text().is_some_and(|number| super::phone::dialled(&number).is_none()) {
        return bad(
            codes::BAD_LINK,
            "nomor telepon tidak sah",
            "tulis misalnya `tel:0534123456` atau `tel:{{ kantor.telepon }}`",
            place,
            report,
        );
    }
    Some(LinkTarget::Tel(number))
}

fn citation(
    address: &Template,
    rest: &str,
    title: &mut Option<Template>,
    place: &Place,
    report: &Report,
) -> Option<LinkTarget> {
    if let Some((placeholder, place)) = address.placeholders().next() {
        return not_allowed(placeholder, place, "rujukan hukum", report);
    }
    let (regulation, article) = match rest.split_once('#') {
        Some((regulation, article)) => (regulation, Some(article)),
        None => (rest, None),
    };
    if !slug::is_slug(regulation) || article.is_some_and(|article| !slug::is_slug(article)) {
        let hint = match (slug::slug(regulation), article.map(slug::slug)) {
            (regulation, _) if regulation.is_empty() => {
                "tulis nama berkas regulasinya, misalnya `regulasi:uu-20-2023#pasal-2-huruf-f`".to_owned()
            }
            (regulation, Some(article)) if !article.is_empty() => {
                format!("maksud Anda `regulasi:{regulation}#{article}`?")
            }
            (regulation, _) => format!("maksud Anda `regulasi:{regulation}`?"),
        };
        let message = format!("rujukan {} tidak sah", quoted(&format!("regulasi:{rest}")));
        return bad(codes::BAD_CITATION, &message, &hint, place, report);
    }
    let historical = title.as_ref().and_then(Template::as_text).as_deref() == Some(HISTORICAL);
    if historical {
        *title = None;
    }
    Some(LinkTarget::Citation(Citation {
        regulation: regulation.to_owned(),
        article: article.map(str::to_owned),
        historical,
    }))
}

/// The template without the first `bytes` of its text.
fn without_start(mut template: Template, bytes: usize) -> Template {
    if let Some(Piece::Text(text, place)) = template.pieces.first_mut() {
        let rest = trimmed_start(text, bytes);
        *place = place.sub(place.range().len().saturating_sub(rest.len())..place.range().len());
        *text = rest;
    }
    template.pieces.retain(|piece| !matches!(piece, Piece::Text(text, _) if text.is_empty()));
    template
}

fn trimmed_start(text: &str, bytes: usize) -> String {
    text.get(bytes..).unwrap_or_default().to_owned()
}

pub(super) fn not_allowed<T>(placeholder: Placeholder, place: &Place, where_: &str, report: &Report) -> Option<T> {
    let message = format!("isian `{}` tidak dapat dipakai sebagai {where_}", placeholder.name());
    report
        .push(Diagnostic::error(codes::PLACEHOLDER_NOT_ALLOWED, message).at(place).hint("tulis langsung, tanpa isian"));
    None
}

fn bad<T>(code: &'static str, message: &str, hint: &str, place: &Place, report: &Report) -> Option<T> {
    report.push(Diagnostic::error(code, message).at(place).hint(hint));
    None
}
