//! How a page is passed on: the link for WhatsApp, the picture beside a link, and the page that tells of all ways.

use serde_json::{Value, json};

use super::frame::{self, Heading};
use super::{Variables, with};
use crate::content::picture as pictures;
use crate::edition::in_order;
use crate::markdown::escape::url_component;
use crate::plan::{Address, PageKind};
use crate::web::downloads::Use;
use crate::web::page::Page;
use crate::web::{assets, qr};

/// The theme's own picture, for editions without a card of that proportion.
const DEFAULT: &str = "bagikan.jpg";
/// The longest title that goes along with a link, in characters.
const LONGEST_TITLE: usize = 200;

/// A link that opens WhatsApp with title and address, without a script and without a recipient.
pub(super) fn wa_me(title: &str, address: &str) -> String {
    let title: String = title.chars().take(LONGEST_TITLE).collect();
    format!("https://wa.me/?text={}", url_component(&format!("{title}\n{address}")))
}

/// The link that passes this page on; null for a page that has no address.
pub(super) fn passed_on(page: &Page<'_>, heading: &Heading) -> Option<Value> {
    let address = heading.canonical.as_deref()?;
    let link = heading.passed_on.clone().unwrap_or_else(|| wa_me(&frame::tab(page, heading), address));
    Some(json!({"wa": link}))
}

/// The picture that is shown beside a link to this page: the card whose QR code leads to the page, to the list it stands in or to
/// home, else the theme's own. With its whole address, because it is fetched by others.
pub(super) fn picture(page: &Page<'_>) -> Option<Value> {
    let plan = page.house.plan;
    let near = nearest(page);
    let cards = in_order(&page.house.edition().pieces, |piece| &piece.meta).into_iter().filter_map(|(id, item)| {
        let picture = page.house.downloads.pieces.get(id)?.share.as_ref()?;
        let sheet = plan.sheets.iter().find(|sheet| sheet.piece == *id)?;
        let rank = near.iter().position(|address| *address == sheet.target)?;
        Some((rank, picture, page.text(&item.data.meta.title)))
    });
    if let Some((_, picture, title)) = cards.min_by_key(|(rank, _, _)| *rank) {
        let address = plan.printed(&plan.download_file(&picture.name));
        return Some(json!({"alamat": address, "lebar": picture.width, "tinggi": picture.height, "alt": title}));
    }
    let (path, bytes) = page.house.assets().get(DEFAULT)?;
    let (width, height) = pictures::size(bytes)?;
    let address = plan.printed(&plan.root.join(assets::FOLDER).file(path));
    Some(json!({"alamat": address, "lebar": width, "tinggi": height, "alt": page.house.edition().site.title.value}))
}

/// This page, the list it stands in, home.
fn nearest(page: &Page<'_>) -> Vec<Address> {
    let plan = page.house.plan;
    let list = match plan.at(page.address) {
        Some(PageKind::Item(kind, _)) => Some(plan.list(*kind)),
        Some(PageKind::Village(_)) => Some(plan.villages()),
        _ => None,
    };
    std::iter::once(page.address.clone()).chain(list).chain([plan.root.clone()]).collect()
}

/// See `bagikan.html` of the theme.
pub(super) fn variables(page: &Page<'_>) -> Variables {
    let plan = page.house.plan;
    let summary = "Lewat telepon, flash disk, atau situs lain.".to_owned();
    let heading = Heading::below_home(page, "Bagikan situs ini", Some(summary));
    let home = plan.printed(&plan.root);
    let edition = page.house.edition();
    let whose = if edition.code.is_national() { edition.site.institution.value.clone() } else { edition.name.clone() };
    let zip = page.house.downloads.zip.as_ref();
    with(
        frame::variables(page, &heading),
        json!({
            // This page passes the whole website on, not itself.
            "bagikan": null,
            "beranda": {
                "alamat": home,
                "wa": wa_me(&format!("{}, {whose}", edition.site.title.value), &home),
                "qr": qr::svg(&home),
            },
            "zip": zip.map(|file| json!({"href": page.href(&plan.download_file(&file.name)), "rincian": file.details()})),
            "kartu": cards(page),
        }),
    )
}

/// The cards to send on, with their pictures.
fn cards(page: &Page<'_>) -> Vec<Value> {
    let pieces = in_order(&page.house.edition().pieces, |piece| &piece.meta).into_iter();
    let cards = pieces.filter_map(|(id, item)| {
        let made = page.house.downloads.pieces.get(id)?;
        let file = made.files.iter().find(|file| file.purpose == Use::Share)?;
        let preview = made.preview.as_ref()?;
        let href = |name: &str| page.href(&page.house.plan.download_file(name));
        Some(json!({
            "judul": page.text(&item.data.meta.title),
            "href": href(&file.name),
            "rincian": file.details(),
            "gambar": {"href": href(&preview.name), "lebar": preview.width, "tinggi": preview.height},
        }))
    });
    cards.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Title and address are one value of a query, whatever they hold.
    #[test]
    fn a_link_to_pass_on_holds_one_value() {
        let link = wa_me("A & B? \"#</script>", "https://contoh.go.id/61.11/?a=1&b=2");
        assert_eq!(
            link,
            "https://wa.me/?text=A%20%26%20B%3F%20%22%23%3C%2Fscript%3E%0Ahttps%3A%2F%2Fcontoh.go.id%2F61.11%2F%3Fa%3D1%26b%3D2"
        );
        let long = wa_me(&"é".repeat(500), "");
        assert_eq!(long.matches("%C3%A9").count(), LONGEST_TITLE);
    }
}
