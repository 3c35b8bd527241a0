//! Pictures and QR codes: which paths and addresses `![ ]( )` may have.

use super::link_check::{LinkCheck, not_allowed};
use super::report::Report;
use super::{InlineKind, SiteLink, Template, codes};
use crate::diagnostics::{Diagnostic, Place, quoted};

/// What `![alt](address)` is. `None`: an error was reported.
pub(super) fn classify(
    address: &Template,
    alt: Template,
    title: Option<Template>,
    place: &Place,
    report: &Report,
) -> Option<InlineKind> {
    if let Some((placeholder, place)) = address.placeholders().next() {
        return not_allowed(placeholder, place, "alamat gambar", report);
    }
    let text = address.as_text().unwrap_or_default();
    if let Some(target) = text.strip_prefix("qr:") {
        return qr(target, alt, place, report);
    }
    if let Some((message, hint)) = fault(&text) {
        report.push(Diagnostic::error(codes::IMAGE_PATH, message).at(place).hint(hint));
        return None;
    }
    if alt.is_blank() {
        let message = format!("gambar {} tidak punya keterangan", quoted(&text));
        let hint = "tulis isi gambar di dalam kurung siku untuk pembaca yang tidak melihatnya: `![Posko di kantor camat](…)`";
        report.push(Diagnostic::error(codes::MISSING_ALT, message).at(place).hint(hint));
    }
    Some(InlineKind::Image { path: text, alt, title })
}

fn fault(path: &str) -> Option<(String, &'static str)> {
    let name = quoted(path);
    let inside = "taruh berkasnya di `content/gambar/`, atau di `gambar/` dalam folder daerah, dan tulis `gambar/nama.png`";
    if path.is_empty() {
        return Some(("gambar ini tidak menyebut berkasnya".to_owned(), inside));
    }
    if path.contains("://") || path.starts_with("//") {
        return Some((format!("gambar {name} ada di luar proyek"), inside));
    }
    if path.starts_with('/') || path.starts_with('~') || path.contains([':', '\\']) {
        return Some((format!("gambar {name} ditulis dengan alamat mutlak"), inside));
    }
    if path.split('/').any(|step| step == "..") {
        return Some((format!("gambar {name} keluar dari foldernya"), inside));
    }
    let odd = path.chars().any(|c| c.is_control() || matches!(c, '%' | '?' | '#' | '*' | '<' | '>' | '|' | '"'));
    if odd || path.split('/').any(|step| step.is_empty() || step == "." || step.trim() != step) {
        return Some((format!("nama berkas gambar {name} tidak sah"), "pakai huruf, angka, `-`, `_` dan titik"));
    }
    None
}

fn qr(target: &str, alt: Template, place: &Place, report: &Report) -> Option<InlineKind> {
    let address = if let Some(host) = target.strip_prefix("https://") {
        let sound = !host.is_empty() && host.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '@'));
        sound.then(|| QrTarget::External(target.to_owned()))
    } else if target.starts_with('/') {
        return Some(InlineKind::Qr { target: QrTarget::Site(LinkCheck { place, report }.site(target, codes::BAD_QR)?), alt });
    } else {
        None
    };
    if let Some(target) = address {
        return Some(InlineKind::Qr { target, alt });
    }
    let message = format!("alamat kode QR {} tidak sah", quoted(target));
    report.push(
        Diagnostic::error(codes::BAD_QR, message)
            .at(place)
            .hint("tulis alamat halaman, misalnya `qr:/lapor/`, atau `qr:https://…`"),
    );
    None
}

/// What a QR code leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QrTarget {
    /// A page of the edition.
    Site(SiteLink),
    /// An `https:` address.
    External(String),
}

impl QrTarget {
    /// As written behind `qr:`.
    pub fn address(&self) -> String {
        match self {
            QrTarget::Site(SiteLink { address, fragment: Some(fragment) }) => format!("{address}#{fragment}"),
            QrTarget::Site(link) => link.address.clone(),
            QrTarget::External(address) => address.clone(),
        }
    }
}
