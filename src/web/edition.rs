//! An edition of the website: what its pages share, and the rendering of each.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde_json::Value;

use super::engine::Around;
use super::page::{Links, Page};
use super::slots::SlottedPage;
use super::view::{self, village};
use super::{Downloads, OutputFile, WebHouse, assets, feed, manifest, search, sitemap};
use crate::content::page::PageGroup;
use crate::content::{Confidence, Id, Kind, picture};
use crate::diagnostics::Diagnostics;
use crate::edition::Edition;
use crate::markdown::slug;
use crate::markdown::terms::Terms;
use crate::plan::{Address, EditionPlan, PageKind, PagePlan, Plan};

/// A picture of the content, published with the edition.
pub struct Image {
    /// Where it stands.
    pub address: Address,
    /// Its width and height in pixels, when its format is known.
    pub size: Option<(u32, u32)>,
}

/// An edition, ready to render any of its pages from any thread.
pub struct EditionHouse<'a> {
    pub(super) house: &'a WebHouse,
    pub(super) all: &'a Plan,
    pub(super) plan: &'a EditionPlan,
    pub(super) downloads: &'a Downloads,
    /// The violations that rest on an article, by regulation and the article's slug.
    pub(super) resting: BTreeMap<(Id, String), Vec<Id>>,
    pub(super) images: BTreeMap<String, Image>,
    /// What may be explained where it is first used: what the glossary knows for sure.
    pub(super) terms: Terms,
    /// The pages of `content/halaman/` but home, in their order: by whom they are written for.
    pub(super) groups: BTreeMap<PageGroup, Vec<(Id, Address)>>,
    /// Whether there is a feed to point to.
    pub(super) has_feed: bool,
    /// What stands around pages, by the folder they lie in.
    around: Mutex<BTreeMap<String, Arc<Around>>>,
    /// Village pages that are rendered and wait for their values.
    slotted: Mutex<BTreeMap<village::Variant, Arc<SlottedPage>>>,
    /// Made when the first page asks where it stands.
    index: OnceLock<search::Index>,
}

impl<'a> EditionHouse<'a> {
    pub(super) fn new(house: &'a WebHouse, all: &'a Plan, plan: &'a EditionPlan, downloads: &'a Downloads) -> Self {
        let images = plan.edition.images.iter().map(|(path, bytes)| {
            let image = Image { address: plan.root.file(path), size: picture::size(bytes) };
            (path.clone(), image)
        });
        EditionHouse {
            house,
            all,
            plan,
            downloads,
            resting: resting(&plan.edition),
            images: images.collect(),
            terms: terms(&plan.edition),
            groups: groups(plan),
            has_feed: feed::has_entries(plan),
            around: Mutex::new(BTreeMap::new()),
            slotted: Mutex::new(BTreeMap::new()),
            index: OnceLock::new(),
        }
    }

    /// What one searches on the pages of this edition.
    pub(super) fn index(&self) -> &search::Index {
        self.index.get_or_init(|| search::Index::new(self))
    }

    /// The content.
    pub fn edition(&self) -> &'a Edition {
        &self.plan.edition
    }

    /// The theme's static files, in the accent of the region where it chose one.
    pub(super) fn assets(&self) -> &'a assets::Assets {
        let accent = self.edition().region.as_ref().and_then(|region| region.accent.as_ref());
        accent.and_then(|accent| self.house.accented.get(&accent.value)).unwrap_or(&self.house.assets)
    }

    /// Renders one page of this edition's plan. What goes wrong is a fault of the theme: it is
    /// reported, and there is no file.
    pub fn render(&self, page: &PagePlan, d: &Diagnostics) -> Vec<OutputFile> {
        let bytes = match page.kind {
            PageKind::Village(index) => self.village(index, d),
            _ => self.page(page, d).map(String::into_bytes),
        };
        bytes.map(|bytes| OutputFile { path: page.address.output_path(), bytes }).into_iter().collect()
    }

    fn page(&self, planned: &PagePlan, d: &Diagnostics) -> Option<String> {
        let links = match planned.kind {
            PageKind::Pocket => Links::Whole,
            PageKind::NotFound => Links::FromRoot,
            _ => Links::Relative,
        };
        let page = Page { house: self, address: &planned.address, links };
        let (template, context) = view::context(&page, &planned.kind)?;
        let around = match planned.kind {
            PageKind::Item(..) => self.around(&page),
            _ => Arc::new(Around::new(&view::frame::around(&page))),
        };
        self.template(template, &context, &around, d)
    }

    /// What stands around a page that nothing around it leads to: the same for all such pages of its folder.
    pub(super) fn around(&self, page: &Page<'_>) -> Arc<Around> {
        let folder = page.address.folder();
        if let Some(known) = self.around.lock().unwrap_or_else(PoisonError::into_inner).get(folder) {
            return Arc::clone(known);
        }
        let made = Arc::new(Around::new(&view::frame::around(page)));
        let mut all = self.around.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(all.entry(folder.to_owned()).or_insert(made))
    }

    /// Renders a template; its faults are reported.
    pub(super) fn template(&self, name: &str, context: &Value, around: &Around, d: &Diagnostics) -> Option<String> {
        match self.house.engine.render_around(name, context, around) {
            Ok(page) => Some(page),
            Err(faults) => {
                faults.into_iter().for_each(|fault| d.push(fault));
                None
            }
        }
    }

    fn village(&self, index: usize, d: &Diagnostics) -> Option<Vec<u8>> {
        let row = self.edition().villages.get(index)?;
        let variant = village::Variant::of(self, row);
        let page = self.slotted(&variant, row.code.value.as_str(), d)?;
        let values = village::values(self, row);
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        Some(page.fill(&values))
    }

    /// The rendered page of a variant. Two threads may render the same one; both get the same page.
    fn slotted(&self, variant: &village::Variant, code: &str, d: &Diagnostics) -> Option<Arc<SlottedPage>> {
        if let Some(page) = self.slotted.lock().unwrap_or_else(PoisonError::into_inner).get(variant) {
            return Some(Arc::clone(page));
        }
        // Links do not depend on which village it is: all village pages stand equally deep.
        let address = self.plan.village(code);
        let page = Page { house: self, address: &address, links: Links::Relative };
        let markers = village::markers();
        let text = self.template("desa.html", &village::context(&page, variant, &markers), &self.around(&page), d)?;
        let page = match SlottedPage::cut(&text, &village::SLOTS) {
            Ok(page) => Arc::new(page),
            Err(fault) => {
                let source = self.house.engine.source("desa.html");
                d.push(match source {
                    Some(source) => fault.in_file(source.path()),
                    None => *fault,
                });
                return None;
            }
        };
        let mut pages = self.slotted.lock().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(pages.entry(variant.clone()).or_insert(page)))
    }

    /// What its pages need to look and work right: assets, pictures of the content, the index that one searches.
    pub fn needed(&self) -> impl Iterator<Item = Address> {
        let folder = self.plan.root.join(assets::FOLDER);
        let assets = self.assets().names().map(move |(_, path)| folder.file(path));
        assets.chain(self.images.values().map(|image| image.address.clone())).chain([self.index().address.clone()])
    }

    /// The index that one searches as it goes into a zip of this edition; none for any other address.
    pub fn carried_index(&self, address: &Address) -> Option<Vec<u8>> {
        let index = self.index();
        (index.address == *address).then(|| index.carried(self))
    }

    /// The sums of all that can be downloaded. Apart from the other files, because it waits for the zip.
    pub fn sums(&self) -> Option<OutputFile> {
        let page = self.plan.verification();
        self.plan.at(&page)?;
        let path = page.file(view::verification::SUMS).output_path();
        view::verification::sums(self).map(|sums| OutputFile { path, bytes: sums.into_bytes() })
    }

    /// What the edition has besides its pages and its sums: assets, pictures, the index that one searches, sitemap, feed, manifest, robots.txt.
    pub fn shared_files(&self) -> Vec<OutputFile> {
        let folder = self.plan.root.join(assets::FOLDER);
        let file = |address: Address, bytes: Vec<u8>| OutputFile { path: address.output_path(), bytes };
        let mut files: Vec<OutputFile> =
            self.assets().files().map(|(path, bytes)| file(folder.file(path), bytes.to_vec())).collect();
        for (path, bytes) in &self.edition().images {
            files.push(file(self.plan.root.file(path), bytes.to_vec()));
        }
        let index = self.index();
        files.push(file(index.address.clone(), index.bytes.clone()));
        files.push(file(self.plan.root.file("sitemap.xml"), sitemap::sitemap(self.plan).into_bytes()));
        files.extend(feed::feed(self.plan).map(|feed| file(self.plan.root.file(feed::FILE), feed.into_bytes())));
        files.push(file(self.plan.root.file(manifest::FILE), manifest::manifest(self).into_bytes()));
        if self.plan.is_own_site() {
            files.push(file(self.plan.root.file("robots.txt"), sitemap::robots(self.all, self.plan).into_bytes()));
        }
        files
    }
}

/// The pages of `content/halaman/` but home, by whom they are written for, each group in its order.
fn groups(plan: &EditionPlan) -> BTreeMap<PageGroup, Vec<(Id, Address)>> {
    let mut groups: BTreeMap<PageGroup, Vec<(Id, Address)>> = BTreeMap::new();
    let pages = crate::edition::in_order(&plan.edition.pages, |item| &item.meta).into_iter();
    for (id, item) in pages.filter(|(_, item)| !item.data.is_home()) {
        groups.entry(item.data.shown_in()).or_default().push((id.clone(), plan.item(Kind::Page, id)));
    }
    groups
}

/// The terms of the glossary that have a source; a word that nothing backs explains nothing.
fn terms(edition: &Edition) -> Terms {
    let backed = edition.terms.iter().filter(|term| term.confidence.value != Confidence::Low);
    Terms::new(backed.map(|term| (term.id.to_string(), term.term.value.clone())))
}

/// Which violations rest on which article, in the order of the list of violations.
fn resting(edition: &Edition) -> BTreeMap<(Id, String), Vec<Id>> {
    let mut resting: BTreeMap<(Id, String), Vec<Id>> = BTreeMap::new();
    for (id, item) in crate::edition::in_order(&edition.violations, |violation| &violation.meta) {
        for basis in &item.data.basis {
            let key = (basis.regulation.value.clone(), slug(&basis.article.value));
            let ids = resting.entry(key).or_default();
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
    }
    resting
}

/// Kinds that have a list page, in the order of the menu.
pub(super) const MENU: [(Kind, &str); 4] = [
    (Kind::Violation, "Larangan"),
    (Kind::Regulation, "Peraturan"),
    (Kind::Sanction, "Sanksi"),
    (Kind::Declaration, "Deklarasi"),
];
