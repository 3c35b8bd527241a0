//! What readers see of an edition: files of the content, entries of data files, notes beside pictures. One list for every rule that reads words,
//! so that none of them forgets a place.

use crate::content::law::LegalBasis;
use crate::content::{Entries, Id, Kind, Meta, Piece};
use crate::diagnostics::Located;
use crate::edition::{Edition, Item, Shelf};
use crate::markdown::Document;

/// One file or entry before it is read.
pub(super) struct Source<'a> {
    /// Where its data lie in memory: the same as long as its file does not change. Zero for what comes of several files.
    pub(super) address: usize,
    /// Its kind, for a file of the content.
    pub(super) kind: Option<Kind>,
    /// Its id.
    pub(super) id: &'a str,
    /// The keys that every file has.
    pub(super) meta: Option<&'a Meta>,
    /// What it says it rests on.
    pub(super) basis: &'a [LegalBasis],
    /// Its own texts outside the body.
    pub(super) texts: Vec<&'a Located<String>>,
    /// Its body.
    pub(super) body: Option<&'a Document>,
    /// An institution of the past that this entry is about.
    pub(super) about: Option<&'a str>,
    /// The piece, for what goes out on paper or to phones.
    pub(super) piece: Option<&'a Piece>,
    /// How a message calls it.
    pub(super) called: &'static str,
    /// Whether its language is the author's own. Entries of data files stand word for word as in their sources.
    pub(super) is_own_language: bool,
}

impl<'a> Source<'a> {
    /// What is said outside of the body: the keys that every file has, and its own.
    pub(super) fn front(&self) -> impl Iterator<Item = &'a Located<String>> {
        let meta = self.meta.into_iter().flat_map(|meta| {
            let more = [&meta.summary, &meta.headline, &meta.note, &meta.confidence_note];
            std::iter::once(&meta.title).chain(more.into_iter().flatten())
        });
        meta.chain(self.texts.clone())
    }
}

/// Everything that readers see and that `fresh` lets in: what speaks of the law, and all else.
pub(super) fn all<'a>(edition: &'a Edition, fresh: &mut dyn FnMut(usize) -> bool) -> Vec<Source<'a>> {
    let mut all = of_law(edition, fresh);
    besides(edition, fresh, &mut all);
    all
}

/// What may speak of the law and that `fresh` lets in, asked with where its data lie in memory: hundreds of editions share nearly all of
/// theirs, and what was read is not even listed again.
pub(super) fn of_law<'a>(edition: &'a Edition, fresh: &mut dyn FnMut(usize) -> bool) -> Vec<Source<'a>> {
    let mut all = Vec::new();
    for item in shelf(&edition.pages, fresh) {
        all.push(of_file(Kind::Page, item, &item.data.id, &item.data.meta, &item.data.basis, Vec::new()));
    }
    for item in shelf(&edition.violations, fresh) {
        let data = &item.data;
        all.push(of_file(Kind::Violation, item, &data.id, &data.meta, &data.basis, data.decided_by.iter().collect()));
    }
    for item in shelf(&edition.sanctions, fresh) {
        let data = &item.data;
        let texts = data.kinds.iter().chain(&data.decided_by).chain(&data.neutrality_note).collect();
        all.push(of_file(Kind::Sanction, item, &data.id, &data.meta, &data.basis, texts));
    }
    for item in shelf(&edition.regulations, fresh) {
        let data = &item.data;
        let scope = data.revoked_by.iter().flat_map(|revocation| revocation.scope.iter().chain(&revocation.note));
        let texts = data.articles.iter().map(|article| &article.summary).chain(scope).collect();
        all.push(of_file(Kind::Regulation, item, &data.id, &data.meta, &[], texts));
    }
    for item in shelf(&edition.declarations, fresh) {
        let data = &item.data;
        // What is quoted word for word is as it was said.
        let passages = data.opening.iter().chain(data.points.iter().map(|point| &point.passage)).chain(&data.closing);
        let own = passages.filter(|passage| !passage.quoted).map(|passage| &passage.text);
        let gists = data.points.iter().filter_map(|point| point.gist.as_ref());
        let texts = own.chain(gists).chain(&data.steps).chain(data.examples.iter().map(|one| &one.text)).collect();
        all.push(of_file(Kind::Declaration, item, &data.id, &data.meta, &data.basis, texts));
    }
    for item in shelf(&edition.pieces, fresh) {
        let data = &item.data;
        let texts = data.points.iter().chain(&data.caption).chain(data.regional_line.iter().map(|line| &line.text)).collect();
        let file = of_file(Kind::Piece, item, &data.id, &data.meta, &data.basis, texts);
        all.push(Source { piece: Some(data.as_ref()), called: "bahan cetak", ..file });
    }
    entries(edition, fresh, &mut all);
    all
}

/// Where data lie in memory.
pub(super) fn address<T>(data: &T) -> usize {
    std::ptr::from_ref(data).addr()
}

/// The items of a shelf that were not read yet.
fn shelf<'a, T>(shelf: &'a Shelf<T>, fresh: &mut dyn FnMut(usize) -> bool) -> Vec<&'a Item<T>> {
    shelf.values().filter(|item| fresh(address(item.data.as_ref()))).collect()
}

fn of_file<'a, T>(
    kind: Kind,
    item: &'a Item<T>,
    id: &'a Id,
    meta: &'a Meta,
    basis: &'a [LegalBasis],
    texts: Vec<&'a Located<String>>,
) -> Source<'a> {
    let (kind, id, meta, body) = (Some(kind), id.as_str(), Some(meta), Some(item.body.as_ref()));
    let address = address(item.data.as_ref());
    Source { address, kind, id, meta, basis, texts, body, about: None, piece: None, called: "halaman", is_own_language: true }
}

fn entries<'a>(edition: &'a Edition, fresh: &mut dyn FnMut(usize) -> bool, all: &mut Vec<Source<'a>>) {
    let mut add =
        |address: usize, id: &'a Id, basis: &'a [LegalBasis], about: Option<&'a str>, texts: Vec<&'a Located<String>>| {
            all.push(Source { address, basis, about, ..of_entry(id.as_str(), texts) });
        };
    for one in new(&edition.terms, fresh) {
        let texts = one.expansion.iter().chain([&one.meaning]).chain(&one.note).collect();
        add(address(one), &one.id, &[], Some(&one.term.value), texts);
    }
    for one in new(&edition.statistics, fresh) {
        let texts = [&one.title].into_iter().chain(&one.context).chain(&one.print_sentence).chain(&one.note).collect();
        add(address(one), &one.id, &[], Some(&one.institution.value), texts);
    }
    let reporting = &edition.reporting;
    for one in new(&reporting.deadlines, fresh) {
        add(address(one), &one.id, &one.basis, None, [&one.matter].into_iter().chain(&one.note).collect());
    }
    for one in new(&reporting.channels, fresh) {
        add(address(one), &one.id, &[], None, [&one.name, &one.how].into_iter().chain(&one.note).collect());
    }
    for one in new(&reporting.reporters, fresh) {
        add(address(one), &one.id, &one.basis, None, one.who.iter().collect());
    }
    for one in new(&reporting.procedures, fresh) {
        add(address(one), &one.id, &[], None, one.steps.iter().collect());
    }
    for one in new(&reporting.forms, fresh) {
        let parts = one.parts.iter().flat_map(|part| std::iter::once(&part.name).chain(&part.items));
        add(address(one), &one.id, &one.basis, None, [&one.name].into_iter().chain(&one.note).chain(parts).collect());
    }
}

/// The entries of a list that were not read yet.
fn new<'a, T>(list: &'a Entries<T>, fresh: &mut dyn FnMut(usize) -> bool) -> Vec<&'a T> {
    list.iter().filter(|one| fresh(address(*one))).collect()
}

fn of_entry<'a>(id: &'a str, texts: Vec<&'a Located<String>>) -> Source<'a> {
    Source {
        address: 0,
        kind: None,
        id,
        meta: None,
        basis: &[],
        texts,
        body: None,
        about: None,
        piece: None,
        called: "data",
        is_own_language: false,
    }
}

/// What readers see that says nothing of the law by itself, or says it to be denied.
fn besides<'a>(edition: &'a Edition, fresh: &mut dyn FnMut(usize) -> bool, all: &mut Vec<Source<'a>>) {
    for one in new(&edition.disputes, fresh) {
        let opinions = one.opinions.iter().flat_map(|opinion| [&opinion.party, &opinion.text]);
        all.push(of_entry(one.id.as_str(), [&one.question, &one.advice].into_iter().chain(opinions).collect()));
    }
    for one in new(&edition.wrong_citations, fresh) {
        all.push(of_entry(one.id.as_str(), vec![&one.written, &one.right]));
    }
    for one in new(&edition.examples, fresh) {
        all.push(of_entry(one.id.as_str(), vec![&one.question]));
    }
    for one in new(&edition.synonyms, fresh) {
        all.push(of_entry(one.id.as_str(), one.words.iter().collect()));
    }
    // These are copied into each edition, but not the text that they were read from.
    let mut unseen = |text: &&Located<String>| fresh(text.place.text().as_ptr().addr());
    let posts = edition.posts.iter().flat_map(|post| [&post.name, &post.address].into_iter().chain(&post.hours));
    let posts: Vec<&Located<String>> = posts.filter(&mut unseen).collect();
    let notes: Vec<&Located<String>> = edition.image_notes.iter().filter(&mut unseen).collect();
    all.push(of_entry("", posts));
    all.push(Source { called: "keterangan gambar", ..of_entry("", notes) });
}
