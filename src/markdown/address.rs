//! The address behind a link once the values of an edition are known. Values are not trusted: an address they spoil is dropped.

use super::{Context, LinkTarget, Piece, Placeholder, Template, escape, phone};

/// Where `https://wa.me/{{ kantor.whatsapp }}` leads.
const WHATSAPP: &str = "https://wa.me/";

/// The percent-encoded address, still to be escaped for where it lands. `None`: the edition knows no such address, or it is not safe.
///
/// Citations and anchors are not addresses yet and give `None`.
pub(super) fn resolve(target: &LinkTarget, context: &dyn Context) -> Option<String> {
    match target {
        LinkTarget::Site(link) => context.href(link).map(|address| escape::href(&address)),
        LinkTarget::Mail(to) => mail(to, context),
        LinkTarget::Tel(number) => phone::dialled(&filled(number, context, str::to_owned)?).map(|number| format!("tel:{number}")),
        LinkTarget::External(address) => external(address, context),
        LinkTarget::Citation(_) | LinkTarget::Anchor(_) => None,
    }
}

fn mail(to: &Template, context: &dyn Context) -> Option<String> {
    let address = filled(to, context, |value| escape::url_component(value).replace("%40", "@"))?;
    address.contains('@').then(|| format!("mailto:{}", escape::href(&address)))
}

fn external(address: &Template, context: &dyn Context) -> Option<String> {
    let address = match address.pieces.as_slice() {
        [Piece::Placeholder(site, _)] => {
            let site = context.value(*site)?;
            if site.contains("://") { site } else { format!("https://{site}") }
        }
        [Piece::Text(start, _), Piece::Placeholder(number, _), ..] if start == WHATSAPP && is_number(*number) => {
            filled(address, context, |value| phone::whatsapp(value).unwrap_or_default())?
        }
        _ => filled(address, context, escape::url_component)?,
    };
    (address != WHATSAPP && escape::is_web_address(&address)).then(|| escape::href(&address))
}

fn is_number(placeholder: Placeholder) -> bool {
    matches!(placeholder, Placeholder::OfficePhone | Placeholder::OfficeWhatsapp | Placeholder::VillagePhone)
}

/// The text with its values, each made fit by `fit`. `None` when one is not known.
fn filled(template: &Template, context: &dyn Context, fit: impl Fn(&str) -> String) -> Option<String> {
    let mut text = String::new();
    for piece in &template.pieces {
        match piece {
            Piece::Text(more, _) => text.push_str(more),
            Piece::Placeholder(placeholder, _) => text.push_str(&fit(&context.value(*placeholder)?)),
        }
    }
    Some(text)
}
