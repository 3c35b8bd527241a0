//! A theme and those it is made from: `induk` in `theme.yaml` names the theme whose files it changes.
//!
//! A folder of templates alone is a theme too; its parent is the one that the program carries.

use super::Chain;
use super::codes::{NO_PARENT, THEME_LOOP, THEME_TOO_DEEP};
use super::theme;
use super::theme_files::SETTINGS;
use crate::content::Id;
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, did_you_mean};
use crate::source::reader::MapReader;

/// The parent of a theme that has files and no `theme.yaml`.
const DEFAULT_PARENT: &str = "suluh";

/// The most themes under a theme. Each is laid over the one below it, so a name is looked for in all of them.
const MAX_PARENTS: usize = 4;

/// A theme of the chain, and how it says whose child it is.
struct Parent {
    id: Id,
    /// Where `induk` names it; none when it was not named.
    place: Option<Place>,
}

/// The themes to be laid over each other, the lowest first, the wanted one last. None when one is missing, which is reported.
pub(super) fn lineage(chain: &Chain, wanted: &Located<Id>, d: &Diagnostics) -> Option<Vec<Id>> {
    let mut found = vec![wanted.value.clone()];
    while let Some(parent) = found.last().and_then(|id| parent(chain, id, d)) {
        let place = parent.place.as_ref().unwrap_or(&wanted.place);
        if found.contains(&parent.id) {
            let line: Vec<&str> = found.iter().chain([&parent.id]).map(Id::as_str).collect();
            let problem = Diagnostic::error(THEME_LOOP, format!("tema `{}` menjadi induk dirinya sendiri", parent.id));
            d.push(problem.at(place).because(format!("urutannya: {}", line.join(" → "))).hint("hapus salah satu `induk`"));
            return None;
        }
        if found.len() > MAX_PARENTS {
            let problem = Diagnostic::error(THEME_TOO_DEEP, format!("di bawah tema ini ada lebih dari {MAX_PARENTS} tema"));
            d.push(problem.at(place).hint("turunkan tema Anda dari tema yang lebih dasar"));
            return None;
        }
        if !exists(chain, &parent.id) {
            d.push(missing(chain, &parent.id).at(place));
            return None;
        }
        found.push(parent.id);
    }
    found.reverse();
    Some(found)
}

/// Whether a project of the chain has a file of this theme.
pub(super) fn exists(chain: &Chain, id: &Id) -> bool {
    let folder = format!("themes/{id}/");
    chain.links.iter().any(|link| link.tree.under(&folder).next().is_some())
}

/// The themes of the chain, for hints.
pub(super) fn names(chain: &Chain) -> Vec<String> {
    let files = chain.links.iter().flat_map(|link| link.tree.under("themes/"));
    let names = files.filter_map(|file| Some(file.inside().strip_prefix("themes/")?.split_once('/')?.0.to_owned()));
    names.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

fn missing(chain: &Chain, id: &Id) -> Diagnostic {
    let known = names(chain);
    let hint = did_you_mean(id.as_str(), known.iter().map(String::as_str), || {
        "tulis nama folder yang ada di `themes/`, atau pakai `basis: bawaan` di `suluh.yaml` untuk tema `suluh`".to_owned()
    });
    Diagnostic::error(NO_PARENT, format!("tema induk `{id}` tidak ada")).hint(hint)
}

/// The parent that the topmost `theme.yaml` of a theme names.
fn parent(chain: &Chain, id: &Id, d: &Diagnostics) -> Option<Parent> {
    let path = format!("themes/{id}/{SETTINGS}");
    let files: Vec<_> = chain.links.iter().rev().filter_map(|link| link.tree.get(&path)).collect();
    if files.is_empty() {
        return Id::new(DEFAULT_PARENT).filter(|parent| parent != id && exists(chain, id)).map(|id| Parent { id, place: None });
    }
    // What is wrong with the file is told when its tokens are read.
    let silent = Diagnostics::new();
    files.into_iter().find_map(|file| {
        let node = theme::whole(file, &silent)?;
        let named = MapReader::new(&node, "tema", &silent)?.text("induk")?;
        let place = named.place.clone();
        super::fields::id(named, d).map(|id| Parent { id: id.value, place: Some(place) })
    })
}

#[cfg(test)]
mod tests {
    use crate::project::sample::{codes, project, told};

    const LOWEST: (&str, &str) = (
        "themes/dasar/theme.yaml",
        "nama: Dasar\nwarna: { a: { rgb: \"#000001\", cmyk: [0, 0, 0, 1] } }\npasangan: [{ depan: a, latar: a }]\n",
    );
    const MIDDLE: (&str, &str) =
        ("themes/tengah/theme.yaml", "induk: dasar\nwarna: { a: { rgb: \"#000002\", cmyk: [0, 0, 0, 2] } }\n");

    #[test]
    fn a_template_changes_the_one_below_and_that_the_one_below_it() {
        let (project, d) = project(&[
            LOWEST,
            MIDDLE,
            (
                "themes/uji/theme.yaml",
                "induk: tengah\nwarna: { b: { rgb: \"#000003\", cmyk: [0, 0, 0, 3] } }\npasangan: [{ depan: b, latar: a }]\n",
            ),
            ("themes/dasar/web/x.html", "dasar"),
            ("themes/tengah/web/x.html", "{% extends \"induk/x.html\" %} tengah"),
            ("themes/uji/web/x.html", "{% extends \"induk/x.html\" %} uji"),
            ("themes/dasar/web/y.html", "dasar"),
            ("themes/uji/web/y.html", "uji alone"),
            ("themes/dasar/static/tambahan.css", "a{}"),
            ("themes/uji/static/tambahan.css", "b{}"),
        ]);
        let theme = &project.unwrap().theme;
        let templates: Vec<_> =
            theme.web_templates.iter().map(|(name, text)| (name.as_str(), text.text(), text.path())).collect();
        let expected = [
            ("indu2/x.html", "dasar", "themes/dasar/web/x.html"),
            ("induk/x.html", "{% extends \"indu2/x.html\" %} tengah", "themes/tengah/web/x.html"),
            ("x.html", "{% extends \"induk/x.html\" %} uji", "themes/uji/web/x.html"),
            ("y.html", "uji alone", "themes/uji/web/y.html"),
        ];
        assert_eq!(templates, expected);
        assert_eq!((theme.name.as_str(), theme.colours["a"].cmyk[3], theme.colours["b"].cmyk[3]), ("Dasar", 2, 3));
        let pairs: Vec<_> = theme.pairs.iter().map(|pair| (pair.front.value.as_str(), pair.back.value.as_str())).collect();
        assert_eq!(pairs, [("b", "a"), ("a", "a")], "its own, and those that held before");
        let added: Vec<_> = theme.added_rules.iter().map(|rules| rules.text()).collect();
        assert_eq!(added, ["a{}", "b{}"]);
        assert_eq!(told(d), "");
    }

    #[test]
    fn parents_that_are_not_there_or_too_many() {
        let own = |parent: &str| format!("nama: S\ninduk: {parent}\n");
        assert_eq!(codes(project(&[("themes/uji/theme.yaml", &own("tengah")), MIDDLE]).1), ["S181"]);
        assert_eq!(codes(project(&[("themes/uji/theme.yaml", &own("uji"))]).1), ["S182"]);
        assert_eq!(codes(project(&[("themes/uji/theme.yaml", &own("Bukan Id"))]).1), ["S107"]);
        let names: Vec<(String, String)> =
            (1..7).map(|at| (format!("themes/t{at}/theme.yaml"), own(&format!("t{}", at + 1)))).collect();
        let first = own("t1");
        let mut files = vec![("themes/uji/theme.yaml", first.as_str())];
        files.extend(names.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        assert_eq!(codes(project(&files).1), ["S183"]);
    }

    #[test]
    fn settings_that_cannot_be_read_are_told_once() {
        for text in ["", "nama: [", "- a\n", "induk: [a]\nnama: T\n", "nama: T\ninduk: { a: b }\n", "nama: \u{0}\n"] {
            let (_, d) = project(&[("themes/uji/theme.yaml", text)]);
            assert_eq!(codes(d).len(), 1, "{text}");
        }
    }
}
