//! Reads the address of a link and names what is wrong with it. Content is not trusted: an address that could run a program, or that hides
//! where it leads, is an error, and so is one that only works where its author stood.

use super::passage::HISTORICAL;
use super::report::Report;
use super::{Citation, LinkTarget, Piece, Placeholder, SiteLink, Template, codes, escape, phone, slug};
use crate::content::Id;
use crate::diagnostics::{Diagnostic, Place, quoted};

/// What to use instead of an unknown or forbidden kind of address.
const KINDS: &str = "pakai alamat `https:`, `mailto:`, `tel:`, `regulasi:` atau `/halaman/`";

/// An address being read: where it stands, and who is told.
pub(super) struct LinkCheck<'a> {
    pub(super) place: &'a Place,
    pub(super) report: &'a Report<'a>,
}

impl LinkCheck<'_> {
    /// What the address and the title of a link say. `None`: an error was reported, and only the words of the link stay.
    pub(super) fn target(&self, address: Template, title: &mut Option<Template>) -> Option<LinkTarget> {
        let start = match address.pieces.first() {
            Some(Piece::Text(text, _)) => text.clone(),
            Some(Piece::Placeholder(Placeholder::OfficeSite, _)) if address.pieces.len() == 1 => {
                return Some(LinkTarget::External(address));
            }
            Some(Piece::Placeholder(placeholder, place)) => {
                return not_allowed(*placeholder, place, "awal tautan", self.report);
            }
            None => {
                let hint = "isi alamat di dalam kurung `( )`";
                return self.bad(codes::BAD_LINK, "tautan ini tidak punya alamat", hint);
            }
        };
        if let Some(c) = address.pieces.iter().find_map(smuggled) {
            let message = format!("alamat tautan memuat karakter U+{:04X}", c as u32);
            let hint = "alamat tidak memuat spasi, garis miring terbalik, atau karakter kendali";
            return self.bad(codes::FORBIDDEN_LINK, &message, hint);
        }
        match scheme(&start) {
            Some((scheme, rest)) => self.with_scheme(&scheme, rest, address, title),
            None => self.without_scheme(&start, &address),
        }
    }

    fn with_scheme(&self, scheme: &str, rest: &str, address: Template, title: &mut Option<Template>) -> Option<LinkTarget> {
        match scheme {
            "https" | "http" => self.external(rest, address),
            "mailto" => self.mail(without_start(address, scheme.len() + 1)).map(LinkTarget::Mail),
            "tel" => self.telephone(without_start(address, scheme.len() + 1)),
            "regulasi" => self.citation(&address, rest, title),
            "qr" => {
                let hint = "beri tanda seru di depannya: `![](qr:/lapor/)`";
                self.bad(codes::BAD_QR, "kode QR ditulis sebagai gambar", hint)
            }
            "javascript" | "data" | "vbscript" | "file" | "blob" => {
                self.bad(codes::FORBIDDEN_LINK, &format!("tautan `{scheme}:` tidak boleh ada dalam isi"), KINDS)
            }
            _ => {
                let message = format!("jenis tautan {} tidak dikenal", quoted(&format!("{scheme}:")));
                self.bad(codes::BAD_LINK, &message, KINDS)
            }
        }
    }

    fn without_scheme(&self, start: &str, address: &Template) -> Option<LinkTarget> {
        if start.starts_with("//") {
            let message = "tautan `//…` menyembunyikan bahwa ia keluar dari situs";
            return self.bad(codes::FORBIDDEN_LINK, message, "tulis lengkap dengan `https:`");
        }
        if let Some((placeholder, place)) = address.placeholders().next() {
            return not_allowed(placeholder, place, "alamat halaman", self.report);
        }
        if let Some(anchor) = start.strip_prefix('#') {
            return Some(LinkTarget::Anchor(anchor.to_owned()));
        }
        if start.starts_with('/') {
            return self.site(start, codes::BAD_LINK).map(LinkTarget::Site);
        }
        let message = format!("tautan {} bergantung pada letak berkas", quoted(start));
        let hint = match start.strip_prefix("www.") {
            Some(_) => format!("tulis `https://{start}`"),
            None => match start.rsplit('/').next().and_then(|name| name.strip_suffix(".md")) {
                Some(page) if Id::new(page).is_some() => format!("tulis alamat halamannya: `/{page}/`"),
                _ => "tulis alamat halaman, diawali dan diakhiri garis miring, misalnya `/lapor/`".to_owned(),
            },
        };
        self.bad(codes::RELATIVE_LINK, &message, &hint)
    }

    /// A page address such as `/lapor/#posko`; `code` is that of what the address belongs to.
    pub(super) fn site(&self, address: &str, code: &'static str) -> Option<SiteLink> {
        let (path, fragment) = match address.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment.to_owned())),
            None => (address, None),
        };
        let known = path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-._".contains(&byte));
        let steps = path.split('/').any(|step| step == "." || step == "..") || path.contains("//");
        if !path.starts_with('/') || !known || steps || fragment.as_deref() == Some("") {
            let message = format!("alamat halaman {} tidak sah", quoted(address));
            return self.bad(code, &message, "pakai huruf, angka, `-`, `.` dan `/`, misalnya `/lapor/`");
        }
        Some(SiteLink { address: path.to_owned(), fragment })
    }

    fn external(&self, rest: &str, address: Template) -> Option<LinkTarget> {
        let example = "tulis misalnya `https://www.bawaslu.go.id/`";
        let host = rest.strip_prefix("//").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or(rest));
        match host {
            None | Some("") => self.bad(codes::BAD_LINK, "alamat ini tidak menyebut situsnya", example),
            Some(host) if host.contains('@') => {
                let message = "alamat dengan `@` di depan nama situs menyamarkan tujuannya";
                self.bad(codes::FORBIDDEN_LINK, message, "hapus bagian sampai `@`")
            }
            Some(host) if !escape::is_host(host) => {
                self.bad(codes::BAD_LINK, &format!("nama situs {} tidak sah", quoted(host)), example)
            }
            Some(_) => Some(LinkTarget::External(address)),
        }
    }

    /// An e-mail address; also asked for `<nama@contoh.id>`.
    pub(super) fn mail(&self, address: Template) -> Option<Template> {
        let sound = address.as_text().is_none_or(|text| {
            let address = text.split('?').next().and_then(|address| address.split_once('@'));
            address.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        });
        if sound {
            return Some(address);
        }
        self.bad(codes::BAD_LINK, "alamat surel tidak sah", "tulis misalnya `mailto:humas@bawaslu.go.id`")
    }

    fn telephone(&self, number: Template) -> Option<LinkTarget> {
        if number.as_text().is_none_or(|number| phone::dialled(&number).is_some()) {
            return Some(LinkTarget::Tel(number));
        }
        let hint = "tulis misalnya `tel:0534123456` atau `tel:{{ kantor.telepon }}`";
        self.bad(codes::BAD_LINK, "nomor telepon tidak sah", hint)
    }

    fn citation(&self, address: &Template, rest: &str, title: &mut Option<Template>) -> Option<LinkTarget> {
        if let Some((placeholder, place)) = address.placeholders().next() {
            return not_allowed(placeholder, place, "rujukan hukum", self.report);
        }
        let (regulation, article) = match rest.split_once('#') {
            Some((regulation, article)) => (regulation, Some(article)),
            None => (rest, None),
        };
        if !slug::is_slug(regulation) || article.is_some_and(|article| !slug::is_slug(article)) {
            let message = format!("rujukan {} tidak sah", quoted(&format!("regulasi:{rest}")));
            return self.bad(codes::BAD_CITATION, &message, &meant(regulation, article));
        }
        let historical = title.as_ref().and_then(Template::as_text).as_deref() == Some(HISTORICAL);
        if historical {
            *title = None;
        }
        let article = article.map(str::to_owned);
        Some(LinkTarget::Citation(Citation { regulation: regulation.to_owned(), article, historical }))
    }

    fn bad<T>(&self, code: &'static str, message: &str, hint: &str) -> Option<T> {
        self.report.push(Diagnostic::error(code, message).at(self.place).hint(hint));
        None
    }
}

/// A character that an address cannot hold, and that browsers may pass over to make another address.
fn smuggled(piece: &Piece) -> Option<char> {
    match piece {
        Piece::Text(text, _) => text.chars().find(|c| c.is_control() || c.is_whitespace() || *c == '\\'),
        Piece::Placeholder(..) => None,
    }
}

/// `https` and what follows the colon, if an address begins with a scheme. Lower-cased, because browsers do not care.
fn scheme(address: &str) -> Option<(String, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let letter = scheme.bytes().next()?.is_ascii_alphabetic();
    let sound = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    (letter && sound).then(|| (scheme.to_ascii_lowercase(), rest))
}

/// What the author of a malformed citation may have meant.
fn meant(regulation: &str, article: Option<&str>) -> String {
    let regulation = slug::slug(regulation);
    if regulation.is_empty() {
        return "tulis nama berkas regulasinya, misalnya `regulasi:uu-20-2023#pasal-2-huruf-f`".to_owned();
    }
    match article.map(slug::slug).filter(|article| !article.is_empty()) {
        Some(article) => format!("maksud Anda `regulasi:{regulation}#{article}`?"),
        None => format!("maksud Anda `regulasi:{regulation}`?"),
    }
}

/// The template without the first `bytes` of its text.
fn without_start(mut template: Template, bytes: usize) -> Template {
    if let Some(Piece::Text(text, place)) = template.pieces.first_mut() {
        let rest = text.get(bytes..).unwrap_or_default().to_owned();
        let length = place.range().len();
        *place = place.sub(length.saturating_sub(rest.len())..length);
        *text = rest;
    }
    template.pieces.retain(|piece| !matches!(piece, Piece::Text(text, _) if text.is_empty()));
    template
}

/// Reports a placeholder that stands where its value could lead anywhere. `role` is what it would have been.
pub(super) fn not_allowed<T>(placeholder: Placeholder, place: &Place, role: &str, report: &Report) -> Option<T> {
    let message = format!("isian `{}` tidak dapat dipakai sebagai {role}", placeholder.name());
    let hint = "tulis langsung, tanpa isian";
    report.push(Diagnostic::error(codes::PLACEHOLDER_NOT_ALLOWED, message).at(place).hint(hint));
    None
}
