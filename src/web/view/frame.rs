//! What every page has around its own: head, menu, trail, contacts.

use serde_json::{Value, json};

use super::{Variables, sharing, with};
use crate::content::page::PageGroup;
use crate::content::{Id, Kind, Office, Page as Prose};
use crate::diagnostics::Located;
use crate::edition::EditionCode;
use crate::markdown::{Document, contact};
use crate::plan::{Address, PageKind};
use crate::web::edition::MENU;
use crate::web::page::Page;
use crate::web::{assets, feed, sitemap, words};

/// The longest description that search engines and previews show whole, in characters.
pub(super) const LONGEST_DESCRIPTION: usize = 200;

/// What stands at the head of a page.
pub struct Heading {
    /// The `<h1>`.
    pub title: String,
    /// One or two lines under it.
    pub summary: Option<String>,
    /// What search engines and the previews of shared links say of the page, where that is not the summary; it is not shown
    /// on the page. As it is meant: not cut.
    pub description: Option<String>,
    /// From home to the parent of the page: title and address.
    pub trail: Vec<(String, Address)>,
    /// The whole address for search engines; none for a page that is nowhere.
    pub canonical: Option<String>,
    /// The link that passes the page on, where it can't be made of title and address: on a page that is filled later.
    pub passed_on: Option<String>,
}

impl Heading {
    /// A page without trail.
    pub fn new(title: &str) -> Heading {
        Heading { title: title.to_owned(), summary: None, description: None, trail: Vec::new(), canonical: None, passed_on: None }
    }

    /// A page of the edition, one step below home.
    pub fn below_home(page: &Page<'_>, title: &str, summary: Option<String>) -> Heading {
        let plan = page.house.plan;
        let trail = vec![("Beranda".to_owned(), plan.root.clone())];
        Heading { summary, trail, canonical: Some(plan.printed(page.address)), ..Heading::new(title) }
    }

    /// A page below the list of its kind.
    pub fn below_list(page: &Page<'_>, kind: Kind, title: &str, summary: Option<String>) -> Heading {
        let mut heading = Heading::below_home(page, title, summary);
        let name = MENU.iter().find(|(known, _)| *known == kind).map_or("Daftar", |(_, name)| name);
        heading.trail.push((name.to_owned(), page.house.plan.list(kind)));
        heading
    }

    /// A page whose body tells what it is about, where nobody wrote a summary.
    pub fn told_by(mut self, page: &Page<'_>, body: &Document) -> Heading {
        if self.summary.is_none() {
            self.description = Some(words::beginning(&page.house.edition().visible_text(body), LONGEST_DESCRIPTION));
        }
        self
    }

    /// What search engines say of the page: its description, else its summary, else its name and whose it is.
    fn described(&self, page: &Page<'_>) -> String {
        let said = |text: &&String| !text.trim().is_empty();
        // A description may hold slots that are still to be filled, so it is not cut here.
        let own = self.description.clone().filter(|text| said(&text));
        let summary = || self.summary.as_ref().filter(said).map(|text| words::beginning(text, LONGEST_DESCRIPTION));
        own.or_else(summary).unwrap_or_else(|| tab(page, self))
    }
}

/// What every template has of the page itself; with [`around`] these are the variables of `dasar.html` of the theme.
pub fn variables(page: &Page<'_>, heading: &Heading) -> Variables {
    let trail: Vec<Value> = heading.trail.iter().map(|(title, to)| json!({"judul": title, "href": page.href(to)})).collect();
    with(
        Variables::new(),
        json!({
            "halaman": {
                "judul": heading.title,
                "ringkas": heading.summary,
                "uraian": heading.described(page),
                "tab": tab(page, heading),
                "kanonik": heading.canonical,
                "pangkal": base(page),
            },
            "bagikan": sharing::passed_on(page, heading),
            "gambar_bagikan": sharing::picture(page),
            "remah": trail,
            "dokumen": document(page),
        }),
    )
}

/// What stands around a page: the same for all pages of a folder that it does not lead to.
pub fn around(page: &Page<'_>) -> Value {
    let edition = page.house.edition();
    let election = &edition.site.election;
    json!({
        "situs": {
            "judul": edition.site.title.value,
            "lembaga": edition.site.institution.value,
            "contoh": edition.specimen,
            "pemilihan": {"nama": election.name.value, "tahun": election.year.value},
        },
        "daerah": place(page),
        "kantor": office(&edition.office),
        "menu": menu(page),
        "tautan": links(page),
        "peta": map(page),
        "aset": assets(page),
        "logo": logo(page),
        "mitra": partners(page),
        "warna_tema": page.house.house.frame_colours.0,
        "warna_tema_gelap": page.house.house.frame_colours.1,
    })
}

/// What every address of this edition begins with, without the scheme: what a reader compares after scanning a code.
fn base(page: &Page<'_>) -> String {
    let printed = page.house.plan.printed(&page.house.plan.root);
    printed.split_once("://").map_or(printed.as_str(), |(_, rest)| rest).trim_end_matches('/').to_owned()
}

/// This page as a document to download; null where there is none.
fn document(page: &Page<'_>) -> Option<Value> {
    let (kind, id) = match page.house.plan.at(page.address)? {
        PageKind::Page(id) => (Kind::Page, id),
        PageKind::Item(kind, id) => (*kind, id),
        _ => return None,
    };
    let file = page.house.downloads.readings.get(&(kind, id.clone()))?;
    let edition = page.house.all.edition(&file.edition)?;
    let to = edition.reading(kind, id);
    let own = std::ptr::eq(edition, page.house.plan);
    let href = if own { page.href(&to) } else { across(page, edition, &to) };
    Some(json!({"href": href, "rincian": format!("PDF, {}", words::file_size(file.bytes))}))
}

/// Who speaks: `Bawaslu` before the name of a region, the institution itself for the whole country.
fn place(page: &Page<'_>) -> Value {
    let edition = page.house.edition();
    let institution = edition.site.institution.value.as_str();
    let (level, called) = match &edition.code {
        EditionCode::National => ("nasional", institution.to_owned()),
        EditionCode::Region(code) if code.is_province() => ("provinsi", format!("{institution} {}", edition.name)),
        EditionCode::Region(_) => ("kabupaten", format!("{institution} {}", edition.name)),
    };
    json!({
        "kode": edition.code.as_str(),
        "nama": edition.name,
        "tingkat": level,
        "sebutan": called,
        "lembaga": institution,
        "sebutan_desa": edition.villages_word().to_lowercase(),
    })
}

/// `<title>`: the page, then whose it is.
pub(super) fn tab(page: &Page<'_>, heading: &Heading) -> String {
    let edition = page.house.edition();
    match &edition.code {
        EditionCode::National => format!("{} | {}", heading.title, edition.site.title.value),
        EditionCode::Region(_) => format!("{} | {}, {}", heading.title, edition.site.title.value, edition.name),
    }
}

fn office(office: &Office) -> Value {
    let text = |value: &Option<Located<String>>| value.as_ref().map(|text| text.value.clone());
    let phone = text(&office.phone);
    let whatsapp = text(&office.whatsapp);
    let social: Vec<Value> =
        office.social.iter().map(|(network, account)| json!({"nama": network.value, "akun": account.value})).collect();
    json!({
        "nama": text(&office.name),
        "alamat": text(&office.address),
        "telepon_href": phone.as_deref().and_then(contact::tel),
        "telepon": phone,
        "wa_href": whatsapp.as_deref().and_then(contact::wa_me),
        "whatsapp": whatsapp,
        "surel_href": text(&office.email).as_deref().and_then(contact::mailto),
        "surel": text(&office.email),
        "situs": text(&office.website).filter(|site| crate::markdown::escape::is_web_address(site)),
        "media_sosial": social,
    })
}

fn menu(page: &Page<'_>) -> Vec<Value> {
    let plan = page.house.plan;
    let lists = MENU.iter().map(|(kind, title)| (*title, plan.list(*kind)));
    let villages = page.house.edition().villages_word();
    let others = [(villages, plan.villages()), ("Unduhan", plan.downloads())];
    lists
        .chain(others)
        .filter_map(|(title, to)| {
            let here = page.address.as_str().starts_with(to.as_str());
            let village = to == plan.villages() && page.address.as_str().starts_with(plan.root.join("d").as_str());
            page.planned(&to).map(|href| json!({"judul": title, "href": href, "kini": here || village}))
        })
        .collect()
}

/// Links to the pages that every edition is expected to have. Where one is missing, its link leads
/// home rather than nowhere, except for those that a template asks for first.
fn links(page: &Page<'_>) -> Value {
    let plan = page.house.plan;
    let home = page.href(&plan.root);
    let list = |kind: Kind| page.planned(&plan.list(kind)).unwrap_or_else(|| home.clone());
    json!({
        "beranda": home,
        "lapor": page.planned(&plan.root.join("lapor")).unwrap_or_else(|| home.clone()),
        "pelanggaran": list(Kind::Violation),
        "regulasi": list(Kind::Regulation),
        "sanksi": list(Kind::Sanction),
        "deklarasi": list(Kind::Declaration),
        "unduhan": page.planned(&plan.downloads()),
        "verifikasi": page.planned(&plan.verification()),
        "desa": page.planned(&plan.villages()),
        "daerah": other_regions(page),
        "cari": page.href(&plan.search()),
        "glosarium": page.planned(&plan.root.join("glosarium")),
        "bagikan": page.planned(&plan.share()),
        "sematan": page.planned(&plan.embed()),
        "saku": page.planned(&plan.pocket()),
        "umpan": page.house.has_feed.then(|| page.href(&plan.root.file(feed::FILE))),
    })
}

/// From a region to the national home page, where all regions are listed. The project of a region alone does not make that page; then
/// it is the one that stands at the project's address, unless that is a placeholder.
fn other_regions(page: &Page<'_>) -> Option<String> {
    let here = page.house.plan;
    let home = match page.house.all.edition(&EditionCode::National) {
        Some(national) if std::ptr::eq(national, here) => return None,
        Some(national) => across(page, national, &national.root),
        None => {
            here.edition.site.specimen.is_none().then(|| format!("{}/", here.edition.site.url.value.trim_end_matches('/')))?
        }
    };
    Some(format!("{home}#_daerah"))
}

/// How a page of another edition is written here: relative when both stand on one host.
pub fn across(page: &Page<'_>, to_edition: &crate::plan::EditionPlan, to: &Address) -> String {
    if sitemap::own_host(to_edition) || sitemap::own_host(page.house.plan) { to_edition.printed(to) } else { page.href(to) }
}

/// The pages of `content/halaman/` but home, by whom they are written for: the foot of the page. Where a group has more than the map
/// holds, `semua` leads to the list of all.
fn map(page: &Page<'_>) -> Vec<Value> {
    let groups = PageGroup::CHOICES.iter().map(|(_, group)| (*group, pages_for(page, *group)));
    groups
        .filter(|(_, pages)| !pages.is_empty())
        .map(|(group, pages)| json!({"judul": group.label(), "halaman": pages, "semua": all_pages(page, group)}))
        .collect()
}

/// The pages written for one group of readers, in their order, without home: as many as the map holds.
pub(super) fn pages_for(page: &Page<'_>, group: PageGroup) -> Vec<Value> {
    let pages = page.house.groups.get(&group).into_iter().flatten().take(Prose::MOST_IN_MAP);
    pages.filter_map(|(id, to)| listed(page, id, to)).collect()
}

/// One page in a list of pages.
pub(super) fn listed(page: &Page<'_>, id: &Id, to: &Address) -> Option<Value> {
    let item = page.house.edition().pages.get(id)?;
    let href = page.planned(to)?;
    Some(json!({"judul": page.text(&item.data.meta.title), "href": href, "kini": page.address == to}))
}

/// The list of all pages, for a group that has more than the map holds.
pub(super) fn all_pages(page: &Page<'_>, group: PageGroup) -> Option<String> {
    let more = page.house.groups.get(&group).is_some_and(|pages| pages.len() > Prose::MOST_IN_MAP);
    more.then(|| page.planned(&page.house.plan.list(Kind::Page))).flatten()
}

fn assets(page: &Page<'_>) -> Value {
    let folder = page.house.plan.root.join(assets::FOLDER);
    let files = page.house.assets().names();
    files.map(|(name, path)| (name.to_owned(), json!(page.href(&folder.file(path))))).collect::<Variables>().into()
}

/// The office's own lockup, with its size so that nothing moves while it loads.
fn logo(page: &Page<'_>) -> Option<Value> {
    picture(page, page.house.edition().region.as_ref()?.logo.as_ref()?)
}

/// Who signs and pays with the office, in the order of its file.
fn partners(page: &Page<'_>) -> Vec<Value> {
    let partners = page.house.edition().partners.iter();
    partners
        .map(|partner| json!({"nama": partner.name.value, "logo": partner.logo.as_ref().and_then(|logo| picture(page, logo))}))
        .collect()
}

/// A picture of the region's folder, with its size.
fn picture(page: &Page<'_>, path: &Located<String>) -> Option<Value> {
    let image = page.house.images.get(&path.value)?;
    let (width, height) = image.size?;
    Some(json!({"href": page.href(&image.address), "lebar": width, "tinggi": height}))
}
