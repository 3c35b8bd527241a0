//! Files written as they come, read again by a reader that is not ours.

use lopdf::{Document, Object, dictionary};

use super::{Outline, PageTree, PdfStream, Refs, own};

/// A file of `pages` pages in groups of `group`, each page with its number as its width.
fn file(pages: usize, group: usize) -> Vec<u8> {
    let prefix = PdfStream::prefix("1.7").unwrap().into_prefix().unwrap();
    let mut pdf = PdfStream::begin(&prefix, Vec::new()).unwrap();
    let (mut tree, mut outline) = (PageTree::default(), Outline::default());
    for number in 0..pages {
        let width = i64::try_from(number).unwrap();
        let page = dictionary! { "MediaBox" => vec![0.into(), 0.into(), width.into(), 9.into()] };
        let page = tree.add(&mut pdf, page, &Refs::Own).unwrap();
        if number % group == 0 {
            outline.group(&mut pdf, &format!("Kelompok {}", number / group), page).unwrap();
        }
        outline.entry(&mut pdf, &format!("Desa \u{e9} ({number})"), page).unwrap();
    }
    let tree = tree.finish(&mut pdf).unwrap();
    let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => own(tree) };
    if let Some(outline) = outline.finish(&mut pdf).unwrap() {
        catalog.set("Outlines", own(outline));
    }
    let catalog = pdf.add(&Object::Dictionary(catalog), &Refs::Own).unwrap();
    pdf.finish(catalog, crate::print::press::intent::info("Uji \u{e9}", None)).unwrap()
}

fn widths(document: &Document) -> Vec<i64> {
    let width = |page: &lopdf::ObjectId| {
        let page = document.get_dictionary(*page).unwrap();
        page.get(b"MediaBox").unwrap().as_array().unwrap()[2].as_i64().unwrap()
    };
    document.get_pages().values().map(width).collect()
}

#[test]
fn pages_are_read_again_in_the_order_in_which_they_came() {
    for count in [0, 1, 31, 32, 33, 1024, 1025, 3000] {
        let document = Document::load_mem(&file(count, 50)).unwrap();
        assert_eq!(widths(&document), (0..i64::try_from(count).unwrap()).collect::<Vec<_>>(), "{count}");
    }
}

#[test]
fn no_node_of_the_page_tree_has_more_children_than_a_reader_likes() {
    let document = Document::load_mem(&file(3000, 50)).unwrap();
    let nodes = document.objects.values().filter_map(|object| object.as_dict().ok()).filter(|node| node.has_type(b"Pages"));
    let kids: Vec<usize> = nodes.map(|node| node.get(b"Kids").unwrap().as_array().unwrap().len()).collect();
    assert!(kids.iter().all(|kids| *kids <= 32), "{kids:?}");
    assert_eq!(kids.len(), 94 + 3 + 1);
}

#[test]
fn bookmarks_lead_from_group_to_entry_in_both_directions() {
    let document = Document::load_mem(&file(120, 50)).unwrap();
    let get = |id: &Object| document.get_dictionary(id.as_reference().unwrap()).unwrap();
    let list = get(document.catalog().unwrap().get(b"Outlines").unwrap());
    let chain = |list: &lopdf::Dictionary, from: &[u8], step: &[u8]| {
        let mut titles = Vec::new();
        let mut next = list.get(from).ok();
        while let Some(id) = next {
            let item = get(id);
            titles.push(lopdf::decode_text_string(item.get(b"Title").unwrap()).unwrap());
            next = item.get(step).ok();
        }
        titles
    };
    assert_eq!(chain(list, b"First", b"Next"), ["Kelompok 0", "Kelompok 1", "Kelompok 2"]);
    assert_eq!(chain(list, b"Last", b"Prev"), ["Kelompok 2", "Kelompok 1", "Kelompok 0"]);
    let last = get(list.get(b"Last").unwrap());
    assert_eq!(last.get(b"Count").unwrap().as_i64().unwrap(), -20);
    let entries = chain(last, b"First", b"Next");
    assert_eq!((entries.len(), entries[0].as_str(), entries[19].as_str()), (20, "Desa \u{e9} (100)", "Desa \u{e9} (119)"));
    let pages = document.get_pages();
    let first = get(last.get(b"First").unwrap()).get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
    assert_eq!(first, pages[&101]);
}

#[test]
fn a_further_page_with_its_bookmark_costs_a_few_dozen_bytes() {
    let (some, more) = (file(1000, 50).len(), file(3000, 50).len());
    assert!((more - some) / 2000 < 45, "{}", (more - some) / 2000);
}
