//! A tree to semantic HTML: no classes but those a style sheet cannot do without, the same bytes every time.
//!
//! Between blocks, cells and lines stands white space, so that the text of the page is what is left when every tag is taken out.

mod inlines;
mod notes;

use std::collections::BTreeMap;

use super::escape::{html_attribute, push_html_text};
use super::notes::Notes;
use super::terms::Open;
use super::{
    Alignment, Block, BlockKind, Context, Definition, Directive, Document, Inline, ListItem, Table, Template, template, text,
};

/// How a body is put into its page.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Added to every heading level: 1 where the page has its own `<h1>`.
    pub heading_offset: u8,
    /// Put before every id, for pages made of several bodies; a slug with its hyphen, such as `isi-`.
    pub id_prefix: String,
    /// Each term is a link to its explanation where it is first used; see [`super::terms`]. The page has to show the explanations.
    pub terms: bool,
    /// Soft hyphens in the long words of running text; see [`super::syllables`].
    pub soft_hyphens: bool,
}

/// The whole body.
pub fn render(document: &Document, context: &dyn Context, options: &Options) -> String {
    render_blocks(document, &document.blocks, context, options)
}

/// Some blocks of a body, with the footnotes they refer to.
pub fn render_blocks(document: &Document, blocks: &[Block], context: &dyn Context, options: &Options) -> String {
    let references = Notes::of(document, blocks).counts;
    let mut html = Html {
        out: String::new(),
        document,
        context,
        options,
        references,
        shown: BTreeMap::new(),
        tables: BTreeMap::new(),
        expanding: false,
        linked: false,
        soft: options.soft_hyphens,
        terms: if options.terms { context.terms().map(Open::new) } else { None },
    };
    html.blocks(blocks);
    html.notes();
    html.out
}

/// Running text, such as a title; it has no footnotes.
pub fn render_inlines(inlines: &[Inline], context: &dyn Context) -> String {
    let document = Document::empty(crate::diagnostics::SourceText::new("", "").place(0..0));
    let options = Options::default();
    let mut html = Html {
        out: String::new(),
        document: &document,
        context,
        options: &options,
        references: BTreeMap::new(),
        shown: BTreeMap::new(),
        tables: BTreeMap::new(),
        expanding: false,
        linked: false,
        soft: false,
        terms: None,
    };
    html.inlines(inlines);
    html.out
}

struct Html<'a> {
    out: String,
    document: &'a Document,
    context: &'a dyn Context,
    options: &'a Options,
    /// How often each footnote is referred to.
    references: BTreeMap<usize, usize>,
    /// How often it was so far.
    shown: BTreeMap<usize, usize>,
    /// How many tables had this name so far.
    tables: BTreeMap<String, usize>,
    /// Whether we are in the blocks of a directive, which hold no directives.
    expanding: bool,
    /// Whether we are in a link, which holds no links.
    linked: bool,
    /// Whether the text is running text that gets soft hyphens.
    soft: bool,
    /// The terms that are still to be explained, where they may be.
    terms: Option<Open<'a>>,
}

impl Html<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
            if !self.out.ends_with('\n') {
                self.out.push('\n');
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading { level, id, content, .. } => {
                let tag = format!("h{}", level.saturating_add(self.options.heading_offset).clamp(1, 6));
                let id = html_attribute(&format!("{}{id}", self.options.id_prefix));
                self.out.push_str(&format!("<{tag} id=\"{id}\">"));
                self.whole_words(content);
                self.out.push_str(&format!("</{tag}>"));
            }
            BlockKind::Paragraph(content) => {
                self.out.push_str("<p>");
                self.inlines(content);
                self.out.push_str("</p>");
            }
            BlockKind::List { start, tight, items } => self.list(*start, *tight, items),
            BlockKind::Quote(blocks) => {
                // The words of others stay as they are.
                let terms = self.terms.take();
                self.out.push_str("<blockquote>\n");
                self.blocks(blocks);
                self.out.push_str("</blockquote>");
                self.terms = terms;
            }
            BlockKind::Code { language, content } => self.code_block(language, content),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Definitions(list) => self.definitions(list),
            BlockKind::Aside(role, blocks) => {
                self.out.push_str(&format!("<div class=\"{}\">\n", role.key()));
                self.blocks(blocks);
                self.out.push_str("</div>");
            }
            BlockKind::Chart(chart) => {
                let svg = self.context.chart(chart);
                self.out.push_str(svg.as_deref().unwrap_or_default());
            }
            BlockKind::Rule => self.out.push_str("<hr>"),
            BlockKind::Directive(directive) => self.directive(directive),
        }
    }

    /// Headings and terms: their words stay whole.
    fn whole_words(&mut self, content: &[Inline]) {
        let soft = std::mem::replace(&mut self.soft, false);
        let terms = self.terms.take();
        self.inlines(content);
        self.soft = soft;
        self.terms = terms;
    }

    fn directive(&mut self, directive: &Directive) {
        if !self.expanding {
            self.expanding = true;
            let terms = self.terms.take();
            let blocks = self.context.directive(directive);
            self.blocks(&blocks);
            self.expanding = false;
            self.terms = terms;
        }
    }

    /// Each term can be led to, unless a heading of the page has its name.
    fn definitions(&mut self, list: &[Definition]) {
        let headings: Vec<&str> = self.document.headings().iter().map(|heading| heading.id).collect();
        self.out.push_str("<dl class=\"istilah\">\n");
        for definition in list {
            if headings.contains(&definition.id.as_str()) {
                self.out.push_str("<div>\n<dt>");
            } else {
                let id = html_attribute(&format!("{}{}", self.options.id_prefix, definition.id));
                self.out.push_str(&format!("<div id=\"{id}\">\n<dt>"));
            }
            self.whole_words(&definition.term);
            self.out.push_str("</dt>\n<dd>\n");
            self.blocks(&definition.blocks);
            self.out.push_str("</dd>\n</div>\n");
        }
        self.out.push_str("</dl>");
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &[ListItem]) {
        let tag = if start.is_some() { "ol" } else { "ul" };
        match start {
            Some(start) if start != 1 => self.out.push_str(&format!("<ol start=\"{start}\">\n")),
            _ => self.out.push_str(&format!("<{tag}>\n")),
        }
        for item in items {
            self.out.push_str("<li>");
            self.item(&item.blocks, tight);
            self.out.push_str("</li>\n");
        }
        self.out.push_str(&format!("</{tag}>"));
    }

    /// In a tight list a paragraph is only its words.
    fn item(&mut self, blocks: &[Block], tight: bool) {
        for (index, block) in blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Paragraph(content) if tight => self.inlines(content),
                _ => {
                    if index == 0 {
                        self.out.push('\n');
                    }
                    self.block(block);
                }
            }
            let last = index + 1 == blocks.len();
            let bare = tight && matches!(block.kind, BlockKind::Paragraph(_));
            if (!last || !bare) && !self.out.ends_with('\n') {
                self.out.push('\n');
            }
        }
    }

    fn code_block(&mut self, language: &str, content: &Template) {
        // Long lines scroll; `tabindex` lets the keyboard do that too.
        self.out.push_str("<pre tabindex=\"0\"><code");
        if let Some(language) = language.split_whitespace().next() {
            self.out.push_str(&format!(" class=\"language-{}\"", html_attribute(language)));
        }
        self.out.push('>');
        self.template(content);
        self.out.push_str("</code></pre>");
    }

    /// Text and values, escaped.
    fn template(&mut self, content: &Template) {
        for piece in &content.pieces {
            match piece {
                super::Piece::Text(text, _) => push_html_text(&mut self.out, text),
                super::Piece::Placeholder(placeholder, _) => {
                    let value = template::value(*placeholder, self.context);
                    push_html_text(&mut self.out, &value);
                }
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let names: Vec<String> = table.head.iter().map(|cell| text::render_inlines(&cell.content, self.context)).collect();
        let names: Vec<&str> = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
        let label = if names.is_empty() { "Tabel".to_owned() } else { format!("Tabel: {}", names.join(", ")) };
        // Wider than a phone it scrolls by itself, by keyboard too, so it needs a name.
        // Landmarks are told apart by their names.
        let count = self.tables.entry(label.clone()).or_default();
        *count += 1;
        let label = if *count > 1 { format!("{label} ({count})") } else { label };
        let label = html_attribute(&label);
        self.out.push_str(&format!("<div class=\"tabel\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">\n<table>\n"));
        self.out.push_str("<thead>\n");
        self.row(&table.head, &table.alignments, "th");
        self.out.push_str("</thead>\n");
        if !table.rows.is_empty() {
            self.out.push_str("<tbody>\n");
            for row in &table.rows {
                self.row(row, &table.alignments, "td");
            }
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str("</table>\n</div>");
    }

    fn row(&mut self, cells: &[super::Cell], alignments: &[Alignment], tag: &str) {
        self.out.push_str("<tr>\n");
        for (index, cell) in cells.iter().enumerate() {
            let class = match alignments.get(index) {
                Some(Alignment::Left) => " class=\"rata-kiri\"",
                Some(Alignment::Centre) => " class=\"rata-tengah\"",
                Some(Alignment::Right) => " class=\"rata-kanan\"",
                Some(Alignment::Default) | None => "",
            };
            // An empty head cell names no column.
            let tag = if tag == "th" && cell.content.is_empty() { "td" } else { tag };
            let scope = if tag == "th" { " scope=\"col\"" } else { "" };
            self.out.push_str(&format!("<{tag}{scope}{class}>"));
            let terms = if tag == "th" { self.terms.take() } else { None };
            self.inlines(&cell.content);
            self.terms = terms.or_else(|| self.terms.take());
            self.out.push_str(&format!("</{tag}>\n"));
        }
        self.out.push_str("</tr>\n");
    }
}
