//! The answers of an edition, in the order of its plan.

use rayon::prelude::*;

use super::document::{Answer, Excerpt, Field, Mark, Sort};
use super::index::{self, Counts, Found};
use crate::content::law::{Phase, subject_label};
use crate::content::regulation::Status;
use crate::content::{Id, Kind, Meta, Page as Prose, Regulation};
use crate::diagnostics::Located;
use crate::edition::Item;
use crate::markdown::{
    AsideRole, Block, BlockKind, Citation, CitationText, Context, Directive, DirectiveName, Document, Placeholder, QrTarget,
    SiteLink, text,
};
use crate::plan::{Address, PageKind, PagePlan};
use crate::web::EditionHouse;
use crate::web::page::{Links, Page};
use crate::web::words;

/// Bytes of an answer's text that excerpts are taken from. What is behind is found all the same.
const LONGEST_TEXT: usize = 310;

/// How many pages are looked at before what was found of them is put together: their whole texts are in memory meanwhile.
const AT_ONCE: usize = 256;

/// Every answer of an edition but its villages, and what they are found by.
pub(super) fn answers(house: &EditionHouse<'_>) -> (Vec<Answer>, Found) {
    let (mut answers, mut found) = (Vec::new(), Found::default());
    let mut put = |read: Vec<(Answer, Counts)>| {
        for (answer, counts) in read {
            answers.push(answer);
            found.add(counts);
        }
    };
    let mut waiting = Vec::new();
    for pages in house.plan.pages.chunks(AT_ONCE) {
        let last = std::mem::take(&mut waiting);
        let read = || pages.par_iter().flat_map_iter(|planned| of_page(house, planned)).collect();
        // Putting together is for one thread; the others read on.
        (waiting, ()) = rayon::join(read, || put(last));
    }
    put(waiting);
    (answers, found)
}

/// The answers of one page, and the words of each.
fn of_page(house: &EditionHouse<'_>, planned: &PagePlan) -> impl Iterator<Item = (Answer, Counts)> {
    let mut found = Vec::new();
    let page = Page { house, address: &planned.address, links: Links::Relative };
    Gatherer { page, found: &mut found }.gather(&planned.kind);
    found.into_iter().map(|mut answer| {
        let counts = index::counts(&std::mem::take(&mut answer.fields));
        answer.text.shorten(LONGEST_TEXT);
        (answer, counts)
    })
}

struct Gatherer<'a, 'b> {
    page: Page<'a>,
    found: &'b mut Vec<Answer>,
}

impl Gatherer<'_, '_> {
    fn gather(mut self, kind: &PageKind) {
        let edition = self.page.house.edition();
        match kind {
            PageKind::Page(id) => edition.pages.get(id).into_iter().for_each(|item| self.prose(item)),
            PageKind::Item(Kind::Violation, id) => self.violation(id),
            PageKind::Item(Kind::Sanction, id) => self.sanction(id),
            PageKind::Item(Kind::Declaration, id) => self.declaration(id),
            PageKind::Item(Kind::Regulation, id) => {
                edition.regulations.get(id).into_iter().for_each(|item| self.regulation(item));
            }
            PageKind::List(kind) => self.landing(of_list(*kind)),
            PageKind::Villages => self.landing(("Daftar desa dan kelurahan", "Siapa yang dihubungi di tiap desa.")),
            PageKind::Share => self.landing(("Bagikan situs ini", "Lewat telepon, flash disk, atau situs lain.")),
            PageKind::Verification => {
                self.landing((
                    "Periksa keaslian berkas",
                    "Apakah berkas atau cetakan ini asli dari kantor: bandingkan sidiknya.",
                ));
            }
            PageKind::Downloads => {
                self.landing(("Unduhan", "Brosur, spanduk, poster, dan bahan lain untuk dibaca, dibagikan, dan dicetak."));
                self.pieces();
            }
            // Home says what other pages say; villages have a list of their own.
            PageKind::Home
            | PageKind::Item(Kind::Page | Kind::Piece, _)
            | PageKind::Village(_)
            | PageKind::Search
            | PageKind::Embed
            | PageKind::Pocket
            | PageKind::Offline
            | PageKind::NotFound => {}
        }
    }

    /// A page without content of its own: its title and what is there.
    fn landing(&mut self, (title, summary): (&str, &str)) {
        self.found.push(Answer {
            sort: Sort::Page,
            mark: None,
            title: title.to_owned(),
            under: None,
            href: self.here(None),
            fields: vec![(Field::Title, title.to_owned()), (Field::Summary, summary.to_owned())],
            text: Excerpt::plain(summary),
        });
    }

    /// The fields that every content file has, and the answer without more.
    fn start(&self, sort: Sort, meta: &Meta) -> Answer {
        let title = self.page.text(&meta.title);
        let mut fields = vec![(Field::Title, title.clone())];
        fields.extend(meta.summary.iter().map(|summary| (Field::Summary, self.page.text(summary))));
        fields.extend(meta.keywords.iter().map(|word| (Field::Keywords, word.value.clone())));
        let mark = meta.is_unsourced().then_some(Mark::Unsourced);
        let text = meta.summary.as_ref().map(|summary| Excerpt::plain(&self.page.text(summary))).unwrap_or_default();
        Answer { sort, mark, title, under: None, href: self.here(None), fields, text }
    }

    /// This page from the edition's root, or a place on it.
    fn here(&self, anchor: Option<&str>) -> String {
        address(&self.page, self.page.address, anchor)
    }

    /// Takes the body into an answer: its questions become answers of their own, its other headings sections.
    fn body(&mut self, answer: &mut Answer, document: &Document) {
        let context = Quiet(self.page);
        for part in parts(&document.blocks) {
            let words = without_citations(&text::render_blocks(part.blocks, &context, text::Options::default()));
            let heading = part.heading.map(|(id, content)| (id, text::render_inlines(content, &context)));
            match heading {
                Some((id, question)) if question.ends_with('?') => {
                    let mut text = Excerpt::default();
                    text.push(&words);
                    self.found.push(Answer {
                        sort: Sort::Question,
                        mark: answer.mark,
                        title: question.clone(),
                        under: Some(answer.title.clone()),
                        href: self.here(Some(id)),
                        fields: vec![(Field::Title, question), (Field::Body, words)],
                        text,
                    });
                    continue;
                }
                Some((id, heading)) => {
                    answer.text.sections.push((heading.clone(), id.to_owned()));
                    answer.fields.push((Field::Headings, heading));
                }
                None => {}
            }
            answer.text.push(&words);
            answer.fields.push((Field::Body, words));
        }
        for note in &document.notes {
            answer.fields.push((Field::Body, text::render_blocks(&note.blocks, &context, text::Options::default())));
        }
    }

    fn prose(&mut self, item: &Item<Prose>) {
        let mut answer = self.start(Sort::Page, &item.data.meta);
        self.body(&mut answer, &item.body);
        self.found.push(answer);
        let defines = |directive: &&Directive| directive.name == DirectiveName::Glossary;
        if item.body.directives().iter().any(defines) {
            self.terms(&self.page.text(&item.data.meta.title));
        }
    }

    fn terms(&mut self, under: &str) {
        for term in self.page.house.edition().terms.iter() {
            let mut fields = vec![(Field::Title, term.term.value.clone()), (Field::Body, term.meaning.value.clone())];
            fields.extend(term.expansion.iter().map(|expansion| (Field::Keywords, expansion.value.clone())));
            self.found.push(Answer {
                sort: Sort::Term,
                mark: (term.confidence.value == crate::content::Confidence::Low).then_some(Mark::Unsourced),
                title: term.name(),
                under: Some(under.to_owned()),
                href: self.here(Some(term.id.as_str())),
                fields,
                text: Excerpt::plain(&term.meaning.value),
            });
        }
    }

    fn violation(&mut self, id: &Id) {
        let Some(item) = self.page.house.edition().violations.get(id) else { return };
        let violation = &item.data;
        let mut answer = self.start(Sort::Violation, &violation.meta);
        answer.fields.extend(subjects(&violation.subjects));
        let phases = violation.phases.iter().filter(|phase| phase.value != Phase::Always);
        answer.fields.extend(phases.map(|phase| (Field::Body, phase.value.label().to_owned())));
        self.body(&mut answer, &item.body);
        self.found.push(answer);
    }

    fn sanction(&mut self, id: &Id) {
        let Some(item) = self.page.house.edition().sanctions.get(id) else { return };
        let sanction = &item.data;
        let mut answer = self.start(Sort::Sanction, &sanction.meta);
        answer.fields.extend(subjects(&sanction.subjects));
        let details = sanction.kinds.iter().chain(&sanction.term).chain(&sanction.fine).chain(&sanction.criminal_kind);
        answer.fields.extend(details.map(|detail| (Field::Summary, detail.value.clone())));
        self.body(&mut answer, &item.body);
        self.found.push(answer);
    }

    fn declaration(&mut self, id: &Id) {
        let Some(item) = self.page.house.edition().declarations.get(id) else { return };
        let declaration = &item.data;
        let mut answer = self.start(Sort::Declaration, &declaration.meta);
        answer.fields.push((Field::Keywords, declaration.kind.value.label().to_owned()));
        answer.fields.extend(subjects(&declaration.declarants));
        self.body(&mut answer, &item.body);
        for point in &declaration.points {
            let wording = self.page.text(&point.passage.text);
            answer.text.push(&wording);
            answer.fields.push((Field::Body, wording));
        }
        self.found.push(answer);
    }

    fn regulation(&mut self, item: &Item<Regulation>) {
        let regulation = &item.data;
        let mut answer = self.start(Sort::Regulation, &regulation.meta);
        let short = regulation.short_name();
        let revoked = (regulation.status.value == Status::Revoked).then_some(Mark::Revoked);
        answer.mark = answer.mark.or(revoked);
        answer.fields.push((Field::Keywords, short.clone()));
        answer.fields.extend(regulation.called.iter().map(|name| (Field::Keywords, name.value.clone())));
        answer.title = format!("{short}: {}", answer.title);
        self.body(&mut answer, &item.body);
        let mark = answer.mark;
        self.found.push(answer);
        for article in &regulation.articles {
            let summary = self.page.text(&article.summary);
            let title = format!("{} {short}", article.number.value);
            let mut fields = vec![(Field::Title, title.clone()), (Field::Body, summary.clone())];
            fields.extend(article.quote.iter().map(|quote| (Field::Body, quote.value.clone())));
            self.found.push(Answer {
                sort: Sort::Article,
                mark,
                title,
                under: None,
                href: self.here(Some(&article.anchor)),
                fields,
                text: Excerpt::plain(&summary),
            });
        }
    }

    fn pieces(&mut self) {
        let house = self.page.house;
        for (id, item) in crate::edition::in_order(&house.edition().pieces, |piece| &piece.meta) {
            if !house.downloads.pieces.contains_key(id) {
                continue;
            }
            let mut answer = self.start(Sort::Piece, &item.data.meta);
            let format = house.all.theme.formats.get(&item.data.format.value);
            answer.fields.extend(format.map(|format| (Field::Keywords, format.title.value.clone())));
            answer.fields.extend(item.data.audience.iter().map(|who| (Field::Body, words::from_key(&who.value))));
            answer.href = self.here(Some(id.as_str()));
            self.found.push(answer);
        }
    }
}

fn subjects(keys: &[Located<String>]) -> impl Iterator<Item = (Field, String)> {
    keys.iter().map(|key| (Field::Headings, subject_label(&key.value).to_owned()))
}

/// What the list of a kind is called, and what is there.
fn of_list(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Sanction => ("Daftar sanksi", "Apa akibatnya bila ASN, kepala desa, atau perangkat desa tidak netral."),
        Kind::Regulation => {
            ("Daftar peraturan", "Undang-undang dan peraturan yang mewajibkan netralitas, dengan status terkininya.")
        }
        Kind::Declaration => ("Daftar deklarasi", "Teks ikrar dan pakta integritas, siap dibacakan dan dicetak."),
        Kind::Page => ("Semua halaman", "Menurut siapa yang membacanya."),
        Kind::Violation | Kind::Piece => {
            ("Daftar larangan", "Siapa Anda, kapan, dan perbuatan apa: di bawah tiap larangan ada dasar hukum dan sanksinya.")
        }
    }
}

/// Where something stands, from the edition's root.
pub(super) fn address(page: &Page<'_>, to: &Address, anchor: Option<&str>) -> String {
    let href = page.house.plan.root.href(to);
    anchor.map_or(href.clone(), |anchor| format!("{href}#{anchor}"))
}

/// How a citation in brackets begins.
const CITED: [&str; 10] = ["Amar", "Keputusan", "Lampiran", "PP", "Pasal", "Penjelasan", "Peraturan", "Putusan", "SE", "UU"];

/// Text without the citations in brackets behind its sentences: the article is an answer of its own, and the sentence reads better.
fn without_citations(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('(') {
        let cited = CITED.iter().any(|word| rest[at + 1..].starts_with(word));
        match closing(&rest[at..]).filter(|_| cited) {
            Some(end) => {
                kept.push_str(rest[..at].trim_end_matches(' '));
                rest = &rest[at + end..];
            }
            None => {
                kept.push_str(&rest[..=at]);
                rest = &rest[at + 1..];
            }
        }
    }
    kept.push_str(rest);
    kept
}

/// The length of a text in brackets, those inside it counted: `(Pasal 9 ayat (2))`.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(at + 1),
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// The blocks below one heading.
struct Part<'a> {
    heading: Option<(&'a str, &'a [crate::markdown::Inline])>,
    blocks: &'a [Block],
}

/// A body cut at its headings; what stands before the first one has none.
fn parts(blocks: &[Block]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut current = None;
    for (index, block) in blocks.iter().enumerate() {
        let BlockKind::Heading { id, content, .. } = &block.kind else { continue };
        parts.push(Part { heading: current, blocks: &blocks[start..index] });
        current = Some((id.as_str(), content.as_slice()));
        start = index + 1;
    }
    parts.push(Part { heading: current, blocks: &blocks[start..] });
    parts
}

/// A page that says nothing of what other pages say: lists of content, terms, lines to sign on.
struct Quiet<'a>(Page<'a>);

impl Context for Quiet<'_> {
    fn value(&self, placeholder: Placeholder) -> Option<String> {
        self.0.value(placeholder)
    }

    fn href(&self, link: &SiteLink) -> Option<String> {
        Context::href(&self.0, link)
    }

    fn citation(&self, citation: &Citation) -> Option<CitationText> {
        self.0.citation(citation)
    }

    fn directive(&self, directive: &Directive) -> Vec<Block> {
        match directive.name {
            DirectiveName::List | DirectiveName::Glossary | DirectiveName::Signatures => Vec::new(),
            _ => without_sources(self.0.directive(directive)),
        }
    }

    fn image(&self, path: &str) -> Option<String> {
        self.0.image(path)
    }

    fn qr(&self, target: &QrTarget) -> Option<String> {
        self.0.qr(target)
    }
}

/// Blocks without the lines that say where something comes from: nobody asks for the names of websites.
pub(super) fn without_sources(blocks: Vec<Block>) -> Vec<Block> {
    let kept = blocks.into_iter().filter(|block| !matches!(block.kind, BlockKind::Aside(AsideRole::Sources, _)));
    kept.map(|mut block| {
        match &mut block.kind {
            BlockKind::Aside(_, inner) => *inner = without_sources(std::mem::take(inner)),
            BlockKind::List { items, .. } => {
                items.iter_mut().for_each(|item| item.blocks = without_sources(std::mem::take(&mut item.blocks)));
            }
            _ => {}
        }
        block
    })
    .collect()
}
