//! The chain of bases: the project's own files and, under them, those of its base, of the base of its base, and so on.
//!
//! `basis:` in `suluh.yaml` names the base: `bawaan` (inside the program), `{ folder: ../nasional }`, or
//! `{ zip: nasional.zip, sha256: … }`. Of a base only what an overlay can use is read: its national files, its theme, and the
//! provinces of the project's own regions.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::basis::{Basis, BasisKind};
use super::codes::{BASIS_LOOP, BASIS_MISSING, BASIS_TOO_DEEP, NO_SITE, ZIP_HASH};
use super::{REGIONS, basis, region_folder, stray, theme};
use crate::content::RegionCode;
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, quoted};
use crate::source::reader::MapReader;
use crate::source::yaml::Node;
use crate::source::{BaseFiles, Digest, SourceTree, base, embedded};

/// The most bases under a project: kabupaten over province over national over the program's own needs three.
const MAX_BASES: usize = 5;

/// What messages call the base that the program carries; no folder has this name.
pub const EMBEDDED: &str = "<bawaan>";

/// A project's own files or those of one of its bases.
#[derive(Debug)]
pub struct Link {
    /// Its files.
    pub tree: SourceTree,
    /// What messages call it: `../nasional`, `nasional.zip`, `<bawaan>`; empty for the project itself.
    pub name: String,
    /// `suluh.yaml`, when it could be read.
    pub(super) settings: Option<Node>,
}

/// A project and its bases.
#[derive(Debug)]
pub struct Chain {
    /// The lowest base first, the project itself last; never empty.
    pub links: Vec<Link>,
    /// A base could not be read, as has been reported: what is missing may be in it.
    pub broken: bool,
}

impl Chain {
    /// Reads the project in a folder and all its bases.
    pub fn open(root: &Path, d: &Diagnostics) -> Chain {
        Chain::over(SourceTree::read(root, d), root, d)
    }

    /// Reads the bases of a project whose own files are in memory, as if they lay in the folder `root`.
    pub fn over(own: SourceTree, root: &Path, d: &Diagnostics) -> Chain {
        let own = Link::new(own, String::new(), d);
        if own.tree.get("suluh.yaml").is_none() {
            d.push(Diagnostic::error(NO_SITE, "`suluh.yaml` tidak ada").in_file("suluh.yaml").hint(stray::project_above(root)));
        }
        stray::check_root(root, &own.tree, d);
        let provinces = provinces(&own.tree);
        let wanted = |path: &str| is_wanted(path, &provinces);
        let here = Spot { folder: root.to_owned(), shown: String::new() };
        let seen = vec![base::identity(root).unwrap_or_else(|| root.to_owned())];
        let mut search = Search { wanted: &wanted, here, seen, d };
        let mut links = vec![own];
        let broken = search.follow(&mut links).is_none();
        links.reverse();
        Chain { links, broken }
    }

    /// A chain of trees that are in memory, the lowest base first.
    pub fn of(trees: impl IntoIterator<Item = (String, SourceTree)>, d: &Diagnostics) -> Chain {
        let links = trees.into_iter().map(|(name, tree)| Link::new(tree, name, d)).collect();
        Chain { links, broken: false }
    }

    /// The same chain, with what was made of the files that did not change since `earlier` was read.
    #[must_use]
    pub fn renewed(mut self, earlier: Chain) -> Chain {
        for old in earlier.links {
            if let Some(link) = self.links.iter_mut().find(|link| link.name == old.name) {
                link.tree = std::mem::take(&mut link.tree).renewed(old.tree);
            }
        }
        self
    }

    /// Whether the project is only an overlay.
    pub fn has_base(&self) -> bool {
        self.broken || self.links.len() > 1
    }

    /// The project's own files.
    pub fn own(&self) -> Option<&Link> {
        self.links.last()
    }

    /// The bases, the lowest first.
    pub fn bases(&self) -> &[Link] {
        self.links.split_last().map_or(&[], |(_, bases)| bases)
    }
}

impl Link {
    fn new(tree: SourceTree, name: String, d: &Diagnostics) -> Link {
        let settings = tree.get("suluh.yaml").and_then(|file| theme::whole(file, d));
        Link { tree, name, settings }
    }
}

/// The provinces of a project's own regions.
fn provinces(tree: &SourceTree) -> BTreeSet<RegionCode> {
    let folders = tree.under(REGIONS).filter_map(|file| region_folder(file.inside()));
    folders.filter_map(|(code, _)| Some(RegionCode::new(code)?.province())).collect()
}

/// Whether an overlay can use a file or folder of its base.
fn is_wanted(path: &str, provinces: &BTreeSet<RegionCode>) -> bool {
    match path.strip_prefix(REGIONS) {
        Some(inside) => {
            let folder = inside.split('/').next().unwrap_or(inside);
            let code = folder.split_once('-').map_or(folder, |(code, _)| code);
            RegionCode::new(code).is_some_and(|code| provinces.contains(&code))
        }
        None => path != super::lock::FILE,
    }
}

/// Where the paths of a `basis:` begin.
struct Spot {
    folder: PathBuf,
    /// The folder as messages name it, from the project; empty for the project itself.
    shown: String,
}

struct Search<'a> {
    wanted: &'a (dyn Fn(&str) -> bool + Sync),
    here: Spot,
    /// Everything on the way, to find a way that leads back.
    seen: Vec<PathBuf>,
    d: &'a Diagnostics,
}

impl Search<'_> {
    /// Reads base after base, the project first. None when one can't be read.
    fn follow(&mut self, links: &mut Vec<Link>) -> Option<()> {
        loop {
            let Some(settings) = links.last().and_then(|link| link.settings.as_ref()) else { return Some(()) };
            let Some(mut reader) = MapReader::new(settings, "suluh.yaml", self.d) else { return Some(()) };
            let Some(basis) = basis::basis(&mut reader, self.d)? else { return Some(()) };
            if links.len() > MAX_BASES {
                let problem = Diagnostic::error(BASIS_TOO_DEEP, format!("basis bertumpuk lebih dari {MAX_BASES}"));
                self.d.push(
                    problem.at(&basis.place).hint("pakai basis yang lebih dekat ke isi nasional, misalnya `basis: bawaan`"),
                );
                return None;
            }
            let (tree, name) = self.open(&basis)?;
            let link = Link::new(tree, name, self.d);
            if link.tree.get("suluh.yaml").is_none() {
                self.missing(&basis.place, &link.name, "folder itu tidak berisi `suluh.yaml`");
                return None;
            }
            links.push(link);
        }
    }

    fn open(&mut self, basis: &Basis) -> Option<(SourceTree, String)> {
        match &basis.kind {
            BasisKind::Embedded => self.embedded(&basis.place),
            BasisKind::Folder(path) => self.folder(path),
            BasisKind::Zip(path, sha256) => self.zip(path, sha256),
        }
    }

    fn embedded(&mut self, place: &Place) -> Option<(SourceTree, String)> {
        self.note(PathBuf::from(EMBEDDED), EMBEDDED, place)?;
        let prefix = format!("{EMBEDDED}/");
        let tree = embedded::project().as_base(BaseFiles { prefix: &prefix, wanted: self.wanted });
        Some((tree, EMBEDDED.to_owned()))
    }

    fn folder(&mut self, path: &Located<String>) -> Option<(SourceTree, String)> {
        let spot = self.here.walk(&path.value);
        let on_disk = spot.folder.is_dir().then(|| base::identity(&spot.folder)).flatten();
        let Some(identity) = on_disk else {
            self.missing(&path.place, &spot.shown, "folder itu tidak ada");
            return None;
        };
        self.note(identity, &spot.shown, &path.place)?;
        let prefix = format!("{}/", spot.shown);
        let tree = SourceTree::read_base(&spot.folder, BaseFiles { prefix: &prefix, wanted: self.wanted }, self.d);
        let name = spot.shown.clone();
        self.here = spot;
        Some((tree, name))
    }

    fn zip(&mut self, path: &Located<String>, sha256: &Located<Digest>) -> Option<(SourceTree, String)> {
        let spot = self.here.walk(&path.value);
        let on_disk = spot.folder.is_file().then(|| base::identity(&spot.folder)).flatten();
        let Some(identity) = on_disk else {
            self.missing(&path.place, &spot.shown, "berkas zip itu tidak ada");
            return None;
        };
        self.note(identity, &spot.shown, &path.place)?;
        let bytes = base::zip_bytes(&spot.folder, &spot.shown, self.d)?;
        let found = Digest::of(&bytes);
        if found != sha256.value {
            self.d.push(
                Diagnostic::error(ZIP_HASH, format!("isi `{}` bukan yang dicatat di `sha256`", spot.shown))
                    .at(&sha256.place)
                    .because(format!("SHA-256 zip yang ada sekarang: {found}"))
                    .hint("minta zip yang benar ke pengirimnya; bila ini memang kiriman resmi yang baru, tulis angka di atas sebagai `sha256`"),
            );
            return None;
        }
        let prefix = format!("{}/", spot.shown);
        let found = Diagnostics::new();
        let tree = SourceTree::read_zip(&bytes, BaseFiles { prefix: &prefix, wanted: self.wanted }, &found);
        // Half a base would only cause a string of faults that are none.
        let sound = !found.has_errors();
        self.d.absorb(found);
        let tree = tree.filter(|_| sound)?;
        let name = spot.shown.clone();
        // A zipped project finds its own base beside the zip, as the unzipped one finds it beside itself.
        self.here = self.here.walk(&parent(&path.value));
        Some((tree, name))
    }

    /// Notes a base on the way; none, with an error, when the way leads back to it.
    fn note(&mut self, identity: PathBuf, shown: &str, place: &Place) -> Option<()> {
        if self.seen.contains(&identity) {
            let what = if shown.is_empty() { "proyek ini" } else { shown };
            self.d.push(
                Diagnostic::error(BASIS_LOOP, format!("basis {} kembali ke dirinya sendiri", quoted(what)))
                    .at(place)
                    .hint("tunjuk folder proyek lain, atau tulis `basis: bawaan`"),
            );
            return None;
        }
        self.seen.push(identity);
        Some(())
    }

    fn missing(&self, place: &Place, shown: &str, why: &str) {
        self.d.push(
            Diagnostic::error(BASIS_MISSING, format!("basis {} tidak dapat dipakai", quoted(shown)))
                .at(place)
                .because(why)
                .hint("periksa letaknya, dihitung dari folder yang berisi `suluh.yaml` ini"),
        );
    }
}

impl Spot {
    /// Where a path with `/` leads from here.
    fn walk(&self, path: &str) -> Spot {
        let mut parts: Vec<&str> = self.shown.split('/').filter(|part| !part.is_empty()).collect();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
                other => parts.push(other),
            }
        }
        Spot { folder: self.folder.join(path), shown: parts.join("/") }
    }
}

/// The folder of a path with `/`.
fn parent(path: &str) -> String {
    path.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned())
}
