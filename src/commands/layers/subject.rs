//! Which file is meant: people type it as it stands in a region's folder, from the project, or from somewhere else.

use std::path::Path;

use super::REGIONS;
use crate::content::{Id, Kind, RegionCode};
use crate::diagnostics::{did_you_mean, listed};
use crate::project::Chain;

/// What is to be explained.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::commands) struct Subject {
    /// As it stands in a layer (`halaman/lapor.md`), or from the project for what has no layers (`suluh.yaml`, `themes/…`).
    pub(in crate::commands) path: String,
    /// The region in whose folder the file lies, when it was typed so.
    pub(in crate::commands) region: Option<RegionCode>,
}

impl Subject {
    /// The kind and id of a content file.
    pub(in crate::commands) fn content(&self) -> Option<(Kind, Id)> {
        let (folder, name) = self.path.split_once('/')?;
        Some((Kind::from_folder(folder)?, Id::new(name.strip_suffix(".md")?)?))
    }
}

/// Understands what was typed.
///
/// # Errors
/// The path, when it leads out of the project.
pub(in crate::commands) fn read(typed: &str, root: &Path, chain: &Chain) -> Result<Subject, String> {
    let typed = typed.trim().replace('\\', "/");
    // As messages name the files of a base.
    let of_base = chain.links.iter().filter(|link| !link.name.is_empty());
    let of_base = of_base.filter_map(|link| typed.strip_prefix(&format!("{}/", link.name))).next();
    let path = match of_base {
        Some(rest) => rest.to_owned(),
        None => inside(&typed, root).ok_or_else(|| typed.clone())?,
    };
    Ok(in_layer(&path))
}

/// A hint at which of the `known` files may be meant by a path that is none: one that differs in a letter or two, else those of its folder
/// that share most words with it (`surat-imbauan.md` is `surat-imbauan-netralitas.md`), else some of that folder, else what `otherwise` says.
pub(in crate::commands) fn near<'a>(
    path: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    otherwise: impl FnOnce() -> String,
) -> String {
    did_you_mean(path, known.clone(), || beside(path, known).unwrap_or_else(otherwise))
}

/// The files of a path's folder that share most words with it, as a hint. None when there is no such folder.
fn beside<'a>(path: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let inside =
        |path: &'a str| path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')).filter(|rest| !rest.contains('/'));
    let mut files: Vec<(&str, &str)> = known.filter_map(|path| Some((path, inside(path)?))).collect();
    files.sort_unstable();
    files.dedup();
    let words: Vec<&str> = stem(name).split('-').collect();
    let shared = |other: &str| words.iter().filter(|word| stem(other).split('-').any(|one| one == **word)).count();
    let most = files.iter().map(|(_, other)| shared(other)).max()?;
    let best = files.iter().filter(|(_, other)| shared(other) == most).map(|(path, _)| format!("`{path}`"));
    let best: Vec<String> = best.collect();
    Some(match (most, best.as_slice()) {
        (0, _) => format!("yang ada di folder itu: {}", listed(best.into_iter(), MOST_NAMED)),
        (_, [one]) => format!("maksud Anda {one}?"),
        _ => format!("maksud Anda salah satu ini? {}", listed(best.into_iter(), MOST_NAMED)),
    })
}

/// The most files of a folder that one hint names.
const MOST_NAMED: usize = 12;

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    name.split_once('.').map_or(name, |(stem, _)| stem)
}

/// The path without `.` and `..`, from the project; none when it leads out.
fn inside(typed: &str, root: &Path) -> Option<String> {
    let absolute = Path::new(typed);
    let relative = if absolute.is_absolute() {
        let (path, root) = (absolute.canonicalize().ok()?, root.canonicalize().ok()?);
        path.strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/")
    } else {
        typed.to_owned()
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

fn in_layer(path: &str) -> Subject {
    if let Some((folder, inside)) = path.strip_prefix(REGIONS).and_then(|rest| rest.split_once('/')) {
        return Subject { path: with_ending(inside), region: folder.split('-').next().and_then(RegionCode::new) };
    }
    Subject { path: with_ending(path.strip_prefix("content/").unwrap_or(path)), region: None }
}

/// A page may be named without its ending.
fn with_ending(path: &str) -> String {
    let named = path.split_once('/').is_some_and(|(folder, name)| Kind::from_folder(folder).is_some() && Id::new(name).is_some());
    if named { format!("{path}.md") } else { path.to_owned() }
}
