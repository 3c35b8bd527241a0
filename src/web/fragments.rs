//! Pieces of HTML that an office pastes into its own website: no classes, no scripts, whole addresses, headings of the third level.

use std::fmt::Write as _;

use super::page::Page;
use super::view::law;
use crate::content::{Id, Kind, Violation};
use crate::edition::in_order;
use crate::markdown::escape::{html_attribute, html_text};
use crate::markdown::{Placeholder, contact};

/// Whom to tell: the numbers of the office and its posts. `page` writes whole addresses.
pub fn contacts(page: &Page<'_>) -> String {
    let edition = page.house.edition();
    let office = &edition.office;
    let called = edition.value(Placeholder::OfficeName).unwrap_or_else(|| edition.site.institution.value.clone());
    let mut out = open(page, &format!("Lihat aparat memihak? Kabari {called}"));
    let mut channels = String::new();
    let text = |value: &Option<crate::diagnostics::Located<String>>| value.as_ref().map(|value| value.value.clone());
    for (name, value, link) in [
        ("Telepon", text(&office.phone), text(&office.phone).as_deref().and_then(contact::tel)),
        ("WhatsApp", text(&office.whatsapp), text(&office.whatsapp).as_deref().and_then(contact::wa_me)),
        ("Alamat", text(&office.address), None),
    ] {
        if let Some(value) = value {
            let _ = writeln!(channels, "<li>{name}: {}</li>", linked(&value, link.as_deref()));
        }
    }
    list(&mut out, &channels);
    let mut posts = String::new();
    for post in &edition.posts {
        let number = post.phone.as_ref().map(|phone| phone.value.as_str());
        let number = number.map(|number| format!(", {}", linked(number, contact::tel(number).as_deref()))).unwrap_or_default();
        let _ = writeln!(posts, "<li>{}, {}{number}</li>", html_text(&post.name.value), html_text(&post.address.value));
    }
    list(&mut out, &posts);
    let to = page.planned(&page.house.plan.root.join("lapor")).unwrap_or_else(|| page.href(&page.house.plan.root));
    close(out, "Cara memberi tahu, dan nomor terbaru", &to)
}

/// What is forbidden, every prohibition with its page.
pub fn prohibitions(page: &Page<'_>) -> String {
    let mut out = open(page, "Apa yang dilarang");
    let mut items = String::new();
    for (id, item) in in_order(&page.house.edition().violations, |item| &item.meta) {
        let summary = page.text(item.data.meta.summary.as_ref().unwrap_or(&item.data.meta.title));
        let _ = writeln!(items, "<li>{}</li>", linked(&summary, page.item(Kind::Violation, id).as_deref()));
    }
    list(&mut out, &items);
    close(out, "Cari di daftar larangan", &page.href(&page.house.plan.list(Kind::Violation)))
}

/// One prohibition: whom it binds, what it rests on.
pub fn prohibition(page: &Page<'_>, id: &Id, violation: &Violation) -> String {
    let meta = &violation.meta;
    let mut out = open(page, &page.text(&meta.title));
    let summary = page.text(meta.summary.as_ref().unwrap_or(&meta.title));
    let _ = writeln!(out, "<p><strong>Dilarang.</strong> {}</p>", html_text(&summary));
    if let Some(bound) = law::bound(&violation.subjects, &violation.phases) {
        let _ = writeln!(out, "<p>Bagi {}.</p>", html_text(&bound));
    }
    let mut bases = String::new();
    for basis in &violation.basis {
        let (label, href) = law::linked(page, basis);
        let _ = writeln!(bases, "<li>{}</li>", linked(&label, href.as_deref()));
    }
    list(&mut out, &bases);
    let to = page.item(Kind::Violation, id).unwrap_or_else(|| page.href(&page.house.plan.root));
    close(out, "Sanksi, sumber, dan cara memberi tahu", &to)
}

fn open(page: &Page<'_>, title: &str) -> String {
    let mut out = format!("<section>\n<h3>{}</h3>\n", html_text(title));
    if page.house.edition().specimen {
        out.push_str(
            "<p><strong>Contoh.</strong> Nama, alamat, dan nomor di sini belum yang sebenarnya. Jangan dihubungi.</p>\n",
        );
    }
    out
}

fn close(mut out: String, words: &str, to: &str) -> String {
    let _ = write!(out, "<p><a href=\"{}\">{}</a></p>\n</section>\n", html_attribute(to), html_text(words));
    out
}

fn list(out: &mut String, items: &str) {
    if !items.is_empty() {
        let _ = write!(out, "<ul>\n{items}</ul>\n");
    }
}

fn linked(text: &str, href: Option<&str>) -> String {
    match href {
        Some(href) => format!("<a href=\"{}\">{}</a>", html_attribute(href), html_text(text)),
        None => html_text(text),
    }
}
