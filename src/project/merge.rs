//! YAML of a project laid over the same file of its base, key by key.

use crate::source::yaml::{Entry, Node, Value};

/// The upper file over the lower one: a key of the upper one wins, and of the keys in `inner` the maps are merged in their turn.
/// Places stay those of the file that a key came from; the whole stands where the upper file does.
pub(super) fn over(upper: Node, lower: &Node, inner: &[&str]) -> Node {
    let (Value::Map(mut entries), Value::Map(below)) = (upper.value.clone(), &lower.value) else { return upper };
    for entry in below {
        match entries.iter_mut().find(|own| own.key.value == entry.key.value) {
            None => entries.push(entry.clone()),
            // A key without a value counts as not given.
            Some(own) if own.value.value == Value::Null => *own = entry.clone(),
            Some(own) if inner.contains(&entry.key.as_str()) => *own = merged(own, entry),
            Some(_) => {}
        }
    }
    Node { value: Value::Map(entries), place: upper.place }
}

fn merged(upper: &Entry, lower: &Entry) -> Entry {
    Entry { key: upper.key.clone(), value: over(upper.value.clone(), &lower.value, &[]) }
}

#[cfg(test)]
mod tests {
    use super::over;
    use crate::diagnostics::{Diagnostics, SourceText};
    use crate::source::reader::MapReader;
    use crate::source::yaml::{self, Node};

    fn node(path: &str, text: &str) -> Node {
        let d = Diagnostics::new();
        let source = SourceText::new(path, text);
        let node = yaml::parse(&source, 0..text.len(), &d).unwrap();
        assert!(d.is_empty());
        node
    }

    #[test]
    fn own_keys_win_and_the_rest_comes_from_below() {
        let own = node("suluh.yaml", "judul: Kami\nurl:\nwarna: { tinta: a }\n");
        let base = node("basis/suluh.yaml", "judul: Mereka\nurl: u\nwarna: { tinta: b, toska: c }\n");
        let merged = over(own, &base, &["warna"]);
        let d = Diagnostics::new();
        let mut reader = MapReader::new(&merged, "uji", &d).unwrap();
        assert_eq!(reader.text("judul").unwrap().value, "Kami");
        let url = reader.text("url").unwrap();
        assert_eq!((url.value.as_str(), url.place.path()), ("u", "basis/suluh.yaml"));
        let mut colours = reader.map("warna").unwrap();
        assert_eq!(colours.text("tinta").unwrap().value, "a");
        assert_eq!(colours.text("toska").unwrap().value, "c");
        colours.finish();
        reader.finish();
        assert!(d.is_empty());
    }

    #[test]
    fn what_is_no_map_stays_as_it_is() {
        let own = node("suluh.yaml", "warna: teks\n");
        let base = node("basis/suluh.yaml", "warna: { toska: c }\n");
        assert_eq!(over(own.clone(), &base, &["warna"]), own);
        let list = node("suluh.yaml", "- a\n");
        assert_eq!(over(list.clone(), &base, &[]), list);
    }
}
