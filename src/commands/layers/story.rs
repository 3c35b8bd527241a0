//! What each layer's file does to the one below it: the same rules as in the edition, told instead of done.

use super::LayerFile;
use super::subject::Subject;
use crate::diagnostics::Diagnostics;
use crate::source::yaml::{self, Node, Value};
use crate::source::{SourceFile, front_matter};

/// The chain, and what comes of it.
pub(in crate::commands) struct Story {
    /// One for each layer, lowest first.
    pub(in crate::commands) steps: Vec<Step>,
    /// The file that counts; none when nothing is published.
    pub(in crate::commands) winner: Option<Winner>,
}

/// The file that counts.
pub(in crate::commands) struct Winner {
    /// The number of its step, from 1.
    pub(in crate::commands) number: usize,
    /// The file.
    pub(in crate::commands) path: String,
    /// No layer above may take its place.
    pub(in crate::commands) locked: bool,
}

/// What one layer does.
pub(in crate::commands) struct Step {
    /// Whose layer.
    pub(in crate::commands) owner: String,
    /// Its file.
    pub(in crate::commands) path: Option<String>,
    /// What the file does, in words.
    pub(in crate::commands) does: String,
}

/// What a file says of itself.
#[derive(Default)]
pub(in crate::commands) struct Flags {
    pub(in crate::commands) removes: bool,
    pub(in crate::commands) locks: bool,
    pub(in crate::commands) draft: bool,
    unreadable: bool,
}

/// Files whose keys or entries are laid over each other one by one, so that none takes another's place as a whole.
pub(in crate::commands) fn is_merged(path: &str) -> bool {
    let is_data = path.ends_with(".yaml") && !path.contains('/') && path != "daerah.yaml";
    is_data || path.ends_with("/theme.yaml")
}

/// Tells the chain.
pub(in crate::commands) fn tell(subject: &Subject, files: &[LayerFile<'_>]) -> Story {
    let mut standing: Option<Winner> = None;
    let mut steps = Vec::new();
    for (index, layer) in files.iter().enumerate() {
        let number = index + 1;
        let flags = flags(&subject.path, layer);
        let does = match (layer.file, is_merged(&subject.path)) {
            (Some(_), true) => merged(&flags, standing.as_ref()),
            _ => alone(layer, &flags, standing.as_ref()),
        };
        let path = layer.file.or(layer.sidecar.filter(|_| flags.removes)).map(|file| file.path().to_owned());
        match does {
            Deed::Stands(words) => {
                let path = path.clone().unwrap_or_default();
                standing = Some(Winner { number, path, locked: flags.locks });
                steps.push(Step { owner: layer.owner.clone(), path: layer.file.map(|file| file.path().to_owned()), does: words });
            }
            Deed::Falls(words) => {
                standing = None;
                steps.push(Step { owner: layer.owner.clone(), path, does: words });
            }
            Deed::Nothing(words) => {
                if let Some(standing) = standing.as_mut().filter(|_| flags.locks && layer.file.is_none()) {
                    standing.locked = true;
                }
                steps.push(Step { owner: layer.owner.clone(), path, does: words });
            }
        }
    }
    Story { steps, winner: standing }
}

/// What a layer does, in words.
enum Deed {
    /// Its file counts from here on.
    Stands(String),
    /// Nothing counts from here on.
    Falls(String),
    /// All stays as it was.
    Nothing(String),
}

fn alone(layer: &LayerFile<'_>, flags: &Flags, below: Option<&Winner>) -> Deed {
    let locking = if flags.locks { ", terkunci bagi lapisan berikutnya" } else { "" };
    match below {
        _ if layer.file.is_none() && !flags.removes && !flags.locks => Deed::Nothing("tidak mengubahnya".to_owned()),
        Some(below) if below.locked => {
            Deed::Nothing(format!("tidak berlaku: nomor {} menguncinya (lihat `suluh check`)", below.number))
        }
        _ if flags.unreadable => Deed::Nothing("tidak dapat dibaca (lihat `suluh check`)".to_owned()),
        Some(below) if flags.removes => Deed::Falls(format!("menghapus nomor {}", below.number)),
        None if flags.removes => Deed::Nothing("menghapus, tetapi tidak ada yang dapat dihapus".to_owned()),
        _ if flags.draft => Deed::Nothing("masih draf, belum terbit".to_owned()),
        Some(below) if layer.file.is_some() => Deed::Stands(format!("mengganti nomor {}{locking}", below.number)),
        None if layer.file.is_some() => Deed::Stands(format!("ada{locking}")),
        _ => Deed::Nothing(format!("tidak mengubahnya{locking}")),
    }
}

fn merged(flags: &Flags, below: Option<&Winner>) -> Deed {
    match below {
        _ if flags.unreadable => Deed::Nothing("tidak dapat dibaca (lihat `suluh check`)".to_owned()),
        Some(_) => Deed::Stands("mengubah atau menambah sebagian isinya".to_owned()),
        None => Deed::Stands("ada".to_owned()),
    }
}

/// What a layer says of its file: in its front matter, beside a picture, or in the theme's settings.
fn flags(path: &str, layer: &LayerFile<'_>) -> Flags {
    if let (Some(settings), Some(inside)) = (layer.theme, inside_theme(path)) {
        let named = |key: &str| node(settings).is_some_and(|node| lists(&node, key, inside));
        return Flags { removes: named("hapus"), locks: named("terkunci"), ..Flags::default() };
    }
    let said = if path.starts_with("gambar/") { layer.sidecar } else { layer.file.filter(|_| path.ends_with(".md")) };
    let Some(said) = said else { return Flags::default() };
    let Some(node) = node(said) else { return Flags { unreadable: true, ..Flags::default() } };
    let flags = of_map(&node);
    if !path.starts_with("gambar/") {
        return flags;
    }
    // Beside a picture, notes can only lock it; alone, they can only leave out the one below.
    let present = layer.file.is_some();
    Flags { removes: flags.removes && !present, locks: flags.locks && present, ..Flags::default() }
}

/// The flags of a map: of front matter, or of an entry of a data file.
pub(in crate::commands) fn of_map(node: &Node) -> Flags {
    let says = |key: &str| matches!(value(node, key), Some(Value::Scalar { text, quoted: false }) if text == "true");
    Flags { removes: says("hapus"), locks: says("terkunci"), draft: says("draf"), unreadable: false }
}

/// The value of a key.
pub(in crate::commands) fn value<'a>(node: &'a Node, key: &str) -> Option<&'a Value> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|entry| entry.key.value == key).map(|entry| &entry.value.value)
}

/// The YAML of a file: all of it, or its front matter. What is wrong with it is for `check` to say.
pub(in crate::commands) fn node(file: &SourceFile) -> Option<Node> {
    let d = Diagnostics::new();
    let text = file.text(&d)?;
    if file.path().ends_with(".md") {
        return front_matter::split(&text, &d).map(|document| document.front);
    }
    yaml::parse(&text, 0..text.text().len(), &d)
}

/// The path of a file inside its theme.
fn inside_theme(path: &str) -> Option<&str> {
    path.strip_prefix("themes/")?.split_once('/').map(|(_, inside)| inside)
}

/// Whether a list of texts names something.
fn lists(node: &Node, key: &str, wanted: &str) -> bool {
    let Some(Value::List(items)) = value(node, key) else { return false };
    items.iter().any(|item| matches!(&item.value, Value::Scalar { text, .. } if text == wanted))
}
