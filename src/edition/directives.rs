//! Expands directives into ordinary blocks: lists of content, deadlines, channels, contacts.

use super::{Edition, Item, Shelf, in_order};
use crate::content::law::{LegalBasis, Phase, Regime};
use crate::content::reporting::Deadline;
use crate::content::{Id, Kind, Meta, Regulation};
use crate::diagnostics::{Located, Place};
use crate::markdown::escape::is_web_address;
use crate::markdown::{
    Alignment, Block, BlockKind, Cell, Citation, Directive, DirectiveName, Inline, InlineKind, LinkTarget, ListItem, SiteLink,
    Table, Template, slug,
};

impl Edition {
    /// What a directive becomes in this edition.
    pub fn expand(&self, directive: &Directive) -> Vec<Block> {
        let make = Maker { place: &directive.place };
        match directive.name {
            DirectiveName::List => self.list(directive, &make),
            DirectiveName::Deadlines => self.deadlines(directive, &make),
            DirectiveName::Channels => self.channels(&make),
            DirectiveName::Contact => self.contact(&make),
            DirectiveName::Posts => self.posts(&make),
            DirectiveName::Signatures => signatures(directive, &make),
        }
    }

    fn list(&self, directive: &Directive, make: &Maker<'_>) -> Vec<Block> {
        let wants = |key: &str, has: &dyn Fn(&str) -> bool| directive.arg(key).is_none_or(|value| has(&value.value));
        let regime =
            |regimes: &[Located<Regime>]| wants("rezim", &|word| regimes.iter().any(|regime| regime.value.key() == word));
        let subject =
            |subjects: &[Located<String>]| wants("subjek", &|word| subjects.iter().any(|subject| subject.value == word));
        let kind = directive.arg("isi").and_then(|value| Kind::from_folder(&value.value));
        let mut items = match kind {
            Some(Kind::Violation) => entries(
                &self.violations,
                Kind::Violation,
                |item| &item.meta,
                make,
                |item| {
                    let phase = |word: &str| item.phases.iter().any(|phase: &Located<Phase>| phase.value.key() == word);
                    wants("kelompok", &|word| item.group.value == word)
                        && subject(&item.subjects)
                        && regime(&item.regimes)
                        && wants("fase", &phase)
                },
            ),
            Some(Kind::Sanction) => entries(
                &self.sanctions,
                Kind::Sanction,
                |item| &item.meta,
                make,
                |item| wants("kelompok", &|word| item.group.value == word) && subject(&item.subjects) && regime(&item.regimes),
            ),
            Some(Kind::Regulation) => entries(
                &self.regulations,
                Kind::Regulation,
                |item| &item.meta,
                make,
                |item| wants("status", &|word| item.status.value.key() == word) && regime(&item.regimes),
            ),
            Some(Kind::Declaration) => entries(
                &self.declarations,
                Kind::Declaration,
                |item| &item.meta,
                make,
                |item| subject(&item.declarants) && regime(&item.regimes),
            ),
            Some(Kind::Page | Kind::Piece) | None => Vec::new(),
        };
        items.truncate(directive.count("paling").unwrap_or(usize::MAX));
        make.bullets(items)
    }

    fn deadlines(&self, directive: &Directive, make: &Maker<'_>) -> Vec<Block> {
        let regime = directive.arg("rezim").map(|value| value.value.as_str());
        let rows: Vec<Vec<Cell>> = self
            .reporting
            .deadlines
            .iter()
            .filter(|deadline| regime.is_none_or(|word| deadline.regime.value.key() == word))
            .map(|deadline| self.deadline_row(deadline, make))
            .collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let head = ["Untuk apa", "Batas waktu", "Dasar"].map(|text| make.cell(vec![make.text(text)]));
        make.table(head.into(), rows)
    }

    fn deadline_row(&self, deadline: &Deadline, make: &Maker<'_>) -> Vec<Cell> {
        let basis = self.basis(&deadline.basis, make);
        let basis = if basis.is_empty() { vec![make.text("prosedur lembaga")] } else { basis };
        // The regime stands in the cell of the deadline itself: seven days mean nothing without it.
        let regime = make.text(&format!(" ({})", deadline.regime.value.label()));
        vec![
            make.cell(vec![make.text(&deadline.matter.value)]),
            make.cell(vec![make.strong(&deadline.span()), regime]),
            make.cell(basis),
        ]
    }

    /// Articles as citations, separated by semicolons.
    fn basis(&self, basis: &[LegalBasis], make: &Maker<'_>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for entry in basis {
            if !inlines.is_empty() {
                inlines.push(make.text("; "));
            }
            inlines.push(make.inline(InlineKind::Link {
                target: LinkTarget::Citation(self.citation_of(entry)),
                title: None,
                content: vec![make.text(&self.basis_label(entry))],
            }));
        }
        inlines
    }

    /// The citation that a legal basis is: to its article's own anchor where the regulation has one.
    pub fn citation_of(&self, basis: &LegalBasis) -> Citation {
        let article = slug(&basis.article.value);
        let regulation = self.regulations.get(&basis.regulation.value);
        let has_anchor = regulation.is_some_and(|item| item.data.article(&article).is_some());
        Citation { regulation: basis.regulation.value.to_string(), article: has_anchor.then_some(article), historical: false }
    }

    /// `Pasal 2 huruf f UU 20/2023`
    pub fn basis_label(&self, basis: &LegalBasis) -> String {
        format!("{} {}", basis.article.value, self.law_name(&basis.regulation.value))
    }

    /// `UU 20/2023`; the id of a law that is not in the content.
    pub fn law_name(&self, id: &Id) -> String {
        self.regulations.get(id).map_or_else(|| id.to_string(), |item| item.data.short_name())
    }

    fn channels(&self, make: &Maker<'_>) -> Vec<Block> {
        let items = self.reporting.channels.iter().map(|channel| {
            let mut inlines = vec![make.strong(&channel.name.value), make.text(": "), make.text(&channel.how.value)];
            if let Some(link) = &channel.link {
                inlines.push(make.text(" "));
                inlines.push(make.external(&link.value));
            }
            if let Some(note) = &channel.note {
                inlines.push(make.text(" "));
                inlines.push(make.text(&note.value));
            }
            inlines
        });
        make.bullets(items.collect())
    }

    fn contact(&self, make: &Maker<'_>) -> Vec<Block> {
        let office = &self.office;
        let line = |label: &str, value: Inline| vec![make.text(&format!("{label}: ")), value];
        let text = |value: &Located<String>| make.text(&value.value);
        let mut items = Vec::new();
        items.extend(office.name.iter().map(|name| vec![make.strong(&name.value)]));
        items.extend(office.address.iter().map(|address| line("Alamat", text(address))));
        items.extend(office.phone.iter().map(|phone| line("Telepon", make.telephone(&phone.value))));
        items.extend(office.whatsapp.iter().map(|phone| line("WhatsApp", make.telephone(&phone.value))));
        items.extend(office.email.iter().map(|email| line("Surel", make.mail(&email.value))));
        items.extend(office.website.iter().map(|site| line("Situs", make.website(&site.value))));
        make.bullets(items)
    }

    fn posts(&self, make: &Maker<'_>) -> Vec<Block> {
        let items = self.posts.iter().map(|post| {
            let mut inlines = vec![make.strong(&post.name.value), make.text(": "), make.text(&post.address.value)];
            let address = &post.address.value;
            if let Some(district) = post.district.as_ref().filter(|district| !address.contains(&district.value)) {
                inlines.push(make.text(&format!(", Kecamatan {}", district.value)));
            }
            if let Some(phone) = &post.phone {
                inlines.push(make.text(". Telepon "));
                inlines.push(make.telephone(&phone.value));
            }
            if let Some(hours) = &post.hours {
                inlines.push(make.text(&format!(". Buka {}", hours.value)));
            }
            inlines
        });
        make.bullets(items.collect())
    }
}

impl Regulation {
    /// The article whose number has this slug.
    pub fn article(&self, article: &str) -> Option<&crate::content::regulation::Article> {
        self.articles.iter().find(|known| slug(&known.number.value) == article)
    }
}

/// The lines of a list of content: a link, and what it is about.
fn entries<T>(
    shelf: &Shelf<T>,
    kind: Kind,
    meta: impl Fn(&T) -> &Meta,
    make: &Maker<'_>,
    wanted: impl Fn(&T) -> bool,
) -> Vec<Vec<Inline>> {
    let shown = in_order(shelf, &meta).into_iter().filter(|(_, item)| wanted(&item.data));
    shown
        .map(|(id, item): (_, &Item<T>)| {
            let meta = meta(&item.data);
            let address = format!("/{}/{id}/", kind.folder());
            let mut inlines = vec![make.site_link(&address, &meta.title.value)];
            if let Some(summary) = &meta.summary {
                inlines.push(make.text(": "));
                inlines.push(make.text(&summary.value));
            }
            inlines
        })
        .collect()
}

/// How many lines a sheet has when `baris` is left out.
const DEFAULT_SIGNATURES: usize = 12;

fn signatures(directive: &Directive, make: &Maker<'_>) -> Vec<Block> {
    let head = ["No.", "Nama", "Jabatan", "Tanda tangan"].map(|text| make.cell(vec![make.text(text)]));
    let count = directive.count("baris").unwrap_or(DEFAULT_SIGNATURES);
    let rows = (1..=count).map(|number| {
        let mut row = vec![make.cell(vec![make.text(&format!("{number}."))])];
        row.resize_with(4, || make.cell(Vec::new()));
        row
    });
    make.table(head.into(), rows.collect())
}

/// Makes tree nodes that stand where the directive stands.
struct Maker<'a> {
    place: &'a Place,
}

impl Maker<'_> {
    fn inline(&self, kind: InlineKind) -> Inline {
        Inline::new(kind, self.place)
    }

    fn text(&self, text: &str) -> Inline {
        Inline::text(text, self.place)
    }

    fn strong(&self, text: &str) -> Inline {
        self.inline(InlineKind::Strong(vec![self.text(text)]))
    }

    fn link(&self, target: LinkTarget, text: &str) -> Inline {
        self.inline(InlineKind::Link { target, title: None, content: vec![self.text(text)] })
    }

    fn site_link(&self, address: &str, text: &str) -> Inline {
        self.link(LinkTarget::Site(SiteLink { address: address.to_owned(), fragment: None }), text)
    }

    fn telephone(&self, number: &str) -> Inline {
        self.link(LinkTarget::Tel(Template::text(number, self.place)), number)
    }

    fn mail(&self, address: &str) -> Inline {
        self.link(LinkTarget::Mail(Template::text(address, self.place)), address)
    }

    fn external(&self, address: &str) -> Inline {
        let shown = address.trim_start_matches("https://").trim_end_matches('/');
        self.link(LinkTarget::External(Template::text(address, self.place)), shown)
    }

    /// A link where the address is one, else its words.
    fn website(&self, address: &str) -> Inline {
        if is_web_address(address) { self.external(address) } else { self.text(address) }
    }

    fn cell(&self, content: Vec<Inline>) -> Cell {
        Cell { content, place: self.place.clone() }
    }

    /// A list without items would be an empty element: it is left out.
    fn bullets(&self, items: Vec<Vec<Inline>>) -> Vec<Block> {
        if items.is_empty() {
            return Vec::new();
        }
        let items = items
            .into_iter()
            .map(|inlines| ListItem {
                blocks: vec![Block::new(BlockKind::Paragraph(inlines), self.place)],
                place: self.place.clone(),
            })
            .collect();
        vec![Block::new(BlockKind::List { start: None, tight: true, items }, self.place)]
    }

    fn table(&self, head: Vec<Cell>, rows: Vec<Vec<Cell>>) -> Vec<Block> {
        let alignments = vec![Alignment::Default; head.len()];
        vec![Block::new(BlockKind::Table(Table { alignments, head, rows }), self.place)]
    }
}
