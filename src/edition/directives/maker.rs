//! Makes the nodes that directives become.

use crate::content::village::Medium;
use crate::content::{Confidence, archive};
use crate::diagnostics::{Located, Place};
use crate::edition::Edition;
use crate::markdown::escape::is_web_address;
use crate::markdown::{
    Alignment, AsideRole, Block, BlockKind, Cell, Inline, InlineKind, LinkTarget, ListItem, SiteLink, Table, Template, contact,
};

/// Makes tree nodes that stand where the directive stands.
pub(super) struct Maker<'a> {
    pub(super) edition: &'a Edition,
    pub(super) place: &'a Place,
    pub(super) medium: Medium,
}

/// The host of an address that can be a link.
fn host(address: &str) -> Option<&str> {
    archive::host(address).filter(|_| is_web_address(address))
}

impl Maker<'_> {
    pub(super) fn inline(&self, kind: InlineKind) -> Inline {
        Inline::new(kind, self.place)
    }

    pub(super) fn text(&self, text: &str) -> Inline {
        Inline::text(text, self.place)
    }

    pub(super) fn strong(&self, text: &str) -> Inline {
        self.inline(InlineKind::Strong(vec![self.text(text)]))
    }

    pub(super) fn link(&self, target: LinkTarget, text: &str) -> Inline {
        self.inline(InlineKind::Link { target, title: None, content: vec![self.text(text)] })
    }

    pub(super) fn site_link(&self, address: &str, text: &str) -> Inline {
        self.link(LinkTarget::Site(SiteLink { address: address.to_owned(), fragment: None }), text)
    }

    pub(super) fn telephone(&self, number: &str) -> Inline {
        self.link(LinkTarget::Tel(Template::text(number, self.place)), number)
    }

    /// A number that opens a chat; one that no chat is opened with is called.
    pub(super) fn chat(&self, number: &str) -> Inline {
        match contact::wa_me(number) {
            Some(address) => self.link(LinkTarget::External(Template::text(address, self.place)), number),
            None => self.telephone(number),
        }
    }

    pub(super) fn mail(&self, address: &str) -> Inline {
        self.link(LinkTarget::Mail(Template::text(address, self.place)), address)
    }

    pub(super) fn external(&self, address: &str) -> Inline {
        let shown = address.trim_start_matches("https://").trim_end_matches('/');
        self.link(LinkTarget::External(Template::text(address, self.place)), shown)
    }

    /// A link where the address is one, else its words.
    pub(super) fn website(&self, address: &str) -> Inline {
        if is_web_address(address) { self.external(address) } else { self.text(address) }
    }

    /// A section of the page. Headings of directives begin below the page's own title.
    pub(super) fn heading(&self, id: &str, text: &str) -> Block {
        let content = vec![self.text(text)];
        Block::new(BlockKind::Heading { level: 2, id: id.to_owned(), explicit: false, content }, self.place)
    }

    pub(super) fn cell(&self, content: Vec<Inline>) -> Cell {
        Cell { content, place: self.place.clone() }
    }

    /// A list without items would be an empty element: it is left out.
    pub(super) fn bullets(&self, items: Vec<Vec<Inline>>) -> Vec<Block> {
        self.entries(items.into_iter().map(|inlines| (inlines, Vec::new())).collect())
    }

    /// A list of lines, each with what belongs below it.
    pub(super) fn entries(&self, items: Vec<(Vec<Inline>, Vec<Block>)>) -> Vec<Block> {
        if items.is_empty() {
            return Vec::new();
        }
        let item = |(line, below): (Vec<Inline>, Vec<Block>)| {
            let blocks = std::iter::once(self.paragraph(line)).chain(below).collect();
            ListItem { blocks, place: self.place.clone() }
        };
        let items = items.into_iter().map(item).collect();
        vec![Block::new(BlockKind::List { start: None, tight: true, items }, self.place)]
    }

    pub(super) fn table(&self, head: Vec<Cell>, rows: Vec<Vec<Cell>>) -> Vec<Block> {
        let alignments = vec![Alignment::Default; head.len()];
        vec![Block::new(BlockKind::Table(Table { alignments, head, rows }), self.place)]
    }

    pub(super) fn paragraph(&self, content: Vec<Inline>) -> Block {
        Block::new(BlockKind::Paragraph(content), self.place)
    }

    /// Numbered steps.
    pub(super) fn steps(&self, items: Vec<Vec<Inline>>) -> Vec<Block> {
        let mut blocks = self.bullets(items);
        if let Some(Block { kind: BlockKind::List { start, .. }, .. }) = blocks.first_mut() {
            *start = Some(1);
        }
        blocks
    }

    /// What stands below an entry: a mark when nothing backs it, and its sources.
    pub(super) fn backing(&self, confidence: Confidence, sources: &[Located<String>]) -> Vec<Block> {
        let mut blocks = self.mark(confidence);
        blocks.extend(self.sources(sources));
        blocks
    }

    /// Where something comes from, by what it is called. Nothing on paper, where a link leads nowhere.
    fn sources(&self, sources: &[Located<String>]) -> Vec<Block> {
        if sources.is_empty() || self.medium == Medium::Print {
            return Vec::new();
        }
        let mut inlines = vec![self.text("Sumber: ")];
        for (index, source) in sources.iter().enumerate() {
            if index > 0 {
                inlines.push(self.text(", "));
            }
            // Two pages of one host are told apart by a number.
            let earlier = sources[..index].iter().filter(|other| host(&other.value) == host(&source.value)).count();
            let mut shown = self.source(&source.value);
            if earlier > 0 && host(&source.value).is_some() {
                shown.truncate(1);
                shown.push(self.text(&format!(" ({})", earlier + 1)));
            }
            inlines.extend(shown);
        }
        vec![self.aside(AsideRole::Sources, vec![self.paragraph(inlines)])]
    }

    /// One source: an address by what its website is called, as a link, with the host behind it; by the host where no text names it; anything
    /// else by its own name.
    pub(super) fn source(&self, source: &str) -> Vec<Inline> {
        let Some(host) = host(source) else { return vec![self.text(&archive::name(source))] };
        let link = |words: &str| self.link(LinkTarget::External(Template::text(source, self.place)), words);
        match self.edition.names().called(source) {
            Some(name) => vec![link(&name), self.text(&format!(" ({host})"))],
            None => vec![link(host)],
        }
    }

    /// A word for what nothing backs.
    fn mark(&self, confidence: Confidence) -> Vec<Block> {
        if confidence != Confidence::Low {
            return Vec::new();
        }
        vec![self.aside(AsideRole::Unsourced, vec![self.paragraph(vec![self.text("Belum bersumber")])])]
    }

    pub(super) fn aside(&self, role: AsideRole, blocks: Vec<Block>) -> Block {
        Block::new(BlockKind::Aside(role, blocks), self.place)
    }

    /// Whether an entry of this confidence may stand here: on paper only what has a source.
    pub(super) fn may_show(&self, confidence: Confidence) -> bool {
        self.medium == Medium::Web || confidence != Confidence::Low
    }
}
