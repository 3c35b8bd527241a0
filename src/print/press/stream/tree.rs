//! The page tree and the outline of a file whose pages come one after the other.

use std::io::{self, Write};

use lopdf::{Dictionary, Object, dictionary};

use super::{Id, PdfStream, Refs, own};

/// Pages below one node, and nodes below one node above: a reader finds any of 200,000 pages in four steps.
const FAN: usize = 32;

/// Pages as they come; only their numbers are kept.
#[derive(Default)]
pub(crate) struct PageTree {
    pages: Vec<Id>,
    leaves: Vec<Id>,
}

impl PageTree {
    /// Writes a page; `page` lacks only its parent.
    pub(crate) fn add<W: Write>(&mut self, pdf: &mut PdfStream<W>, mut page: Dictionary, refs: &Refs<'_>) -> io::Result<Id> {
        if self.pages.len().is_multiple_of(FAN) {
            self.leaves.push(pdf.reserve());
        }
        let leaf = self.leaves.last().copied().unwrap_or_default();
        page.set("Type", "Page");
        page.set("Parent", own(leaf));
        let id = pdf.add(&Object::Dictionary(page), refs)?;
        self.pages.push(id);
        Ok(id)
    }

    /// How many pages there are.
    pub(crate) fn len(&self) -> usize {
        self.pages.len()
    }

    /// Writes the nodes over the pages; gives the number of the root.
    pub(crate) fn finish<W: Write>(mut self, pdf: &mut PdfStream<W>) -> io::Result<Id> {
        if self.leaves.is_empty() {
            self.leaves.push(pdf.reserve());
        }
        let mut kids: Vec<(Id, usize)> = self.pages.iter().map(|page| (*page, 1)).collect();
        let mut nodes = self.leaves;
        loop {
            let above: Vec<Id> = match nodes.len() {
                1 => vec![],
                count => (0..count.div_ceil(FAN)).map(|_| pdf.reserve()).collect(),
            };
            let mut counted = Vec::with_capacity(nodes.len());
            for (index, node) in nodes.iter().enumerate() {
                let below = kids.get(index * FAN..kids.len().min((index + 1) * FAN)).unwrap_or_default();
                let count = below.iter().map(|(_, count)| count).sum();
                let mut pages = dictionary! {
                    "Type" => "Pages",
                    "Kids" => below.iter().map(|(id, _)| own(*id)).collect::<Vec<_>>(),
                    "Count" => i64::try_from(count).unwrap_or(i64::MAX),
                };
                if let Some(parent) = above.get(index / FAN) {
                    pages.set("Parent", own(*parent));
                }
                pdf.set(*node, &Object::Dictionary(pages), &Refs::Own)?;
                counted.push((*node, count));
            }
            match nodes.first() {
                Some(root) if above.is_empty() => return Ok(*root),
                _ => (kids, nodes) = (counted, above),
            }
        }
    }
}

/// Bookmarks in two steps: a kecamatan, below it its villages. An entry is written when the next one is known, because it names it.
#[derive(Default)]
pub(crate) struct Outline {
    root: Option<Id>,
    /// Entries of the first step, with how many are below each.
    groups: Vec<Group>,
}

/// An entry of the first step.
struct Group {
    id: Id,
    title: String,
    page: Id,
    first: Option<Id>,
    last: Option<Entry>,
    count: usize,
}

/// An entry of the second step that waits for the next.
struct Entry {
    id: Id,
    title: String,
    page: Id,
    before: Option<Id>,
}

impl Outline {
    /// Opens a group at a page.
    pub(crate) fn group<W: Write>(&mut self, pdf: &mut PdfStream<W>, title: &str, page: Id) -> io::Result<()> {
        self.close(pdf)?;
        if self.root.is_none() {
            self.root = Some(pdf.reserve());
        }
        let id = pdf.reserve();
        self.groups.push(Group { id, title: title.to_owned(), page, first: None, last: None, count: 0 });
        Ok(())
    }

    /// Adds an entry to the group that is open.
    pub(crate) fn entry<W: Write>(&mut self, pdf: &mut PdfStream<W>, title: &str, page: Id) -> io::Result<()> {
        let Some(group) = self.groups.last_mut() else { return Ok(()) };
        let id = pdf.reserve();
        let before = group.last.take();
        group.first.get_or_insert(id);
        group.count += 1;
        group.last = Some(Entry { id, title: title.to_owned(), page, before: before.as_ref().map(|entry| entry.id) });
        let parent = group.id;
        if let Some(before) = before {
            write_entry(pdf, &before, parent, Some(id))?;
        }
        Ok(())
    }

    /// Writes what waits and the root; `None` when there are no bookmarks.
    pub(crate) fn finish<W: Write>(mut self, pdf: &mut PdfStream<W>) -> io::Result<Option<Id>> {
        self.close(pdf)?;
        let (Some(root), Some(first), Some(last)) = (self.root, self.groups.first(), self.groups.last()) else { return Ok(None) };
        let list = dictionary! {
            "Type" => "Outlines",
            "First" => own(first.id),
            "Last" => own(last.id),
            "Count" => i64::try_from(self.groups.len()).unwrap_or(i64::MAX),
        };
        pdf.set(root, &Object::Dictionary(list), &Refs::Own)?;
        for (index, group) in self.groups.iter().enumerate() {
            let mut item = item(&group.title, group.page, root);
            let beside = |at: Option<usize>| at.and_then(|at| self.groups.get(at)).map(|group| own(group.id));
            beside(index.checked_sub(1)).into_iter().for_each(|id| item.set("Prev", id));
            beside(index.checked_add(1)).into_iter().for_each(|id| item.set("Next", id));
            if let (Some(first), Some(last)) = (group.first, group.last.as_ref()) {
                item.set("First", own(first));
                item.set("Last", own(last.id));
                // Negative: the reader shows the kecamatan first, closed.
                item.set("Count", -i64::try_from(group.count).unwrap_or(i64::MAX));
            }
            pdf.set(group.id, &Object::Dictionary(item), &Refs::Own)?;
        }
        Ok(Some(root))
    }

    /// Writes the last entry of the open group: nothing comes after it.
    fn close<W: Write>(&mut self, pdf: &mut PdfStream<W>) -> io::Result<()> {
        let Some(group) = self.groups.last() else { return Ok(()) };
        match &group.last {
            Some(entry) => write_entry(pdf, entry, group.id, None),
            None => Ok(()),
        }
    }
}

fn item(title: &str, page: Id, parent: Id) -> Dictionary {
    dictionary! {
        "Title" => lopdf::text_string(title),
        "Parent" => own(parent),
        "Dest" => vec![own(page), "Fit".into()],
    }
}

fn write_entry<W: Write>(pdf: &mut PdfStream<W>, entry: &Entry, parent: Id, next: Option<Id>) -> io::Result<()> {
    let mut item = item(&entry.title, entry.page, parent);
    entry.before.into_iter().for_each(|id| item.set("Prev", own(id)));
    next.into_iter().for_each(|id| item.set("Next", own(id)));
    pdf.set(entry.id, &Object::Dictionary(item), &Refs::Own)
}
