//! How, until when and with what to report: `tenggat`, `saluran`, `pelapor`, `alur`, `formulir`.

use super::maker::Maker;
use crate::content::Confidence;
use crate::content::law::{LegalBasis, Regime};
use crate::content::reporting::{Channel, Deadline, FormPart, ReportForm};
use crate::content::sentence::upper_first;
use crate::content::village::Medium;
use crate::diagnostics::Located;
use crate::edition::Edition;
use crate::markdown::{Block, Cell, Directive, Inline, InlineKind, LinkTarget};

/// Whether an entry of this regime is asked for.
fn wanted(directive: &Directive, regime: Regime) -> bool {
    directive.arg("rezim").is_none_or(|word| regime.key() == word.value)
}

impl Edition {
    pub(super) fn deadlines(&self, directive: &Directive, make: &Maker<'_>) -> Vec<Block> {
        let rows: Vec<Vec<Cell>> = self
            .reporting
            .deadlines
            .iter()
            .filter(|deadline| make.may_show(deadline.confidence.value) && wanted(directive, deadline.regime.value))
            .map(|deadline| self.deadline_row(deadline, make))
            .collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let head = ["Untuk apa", "Batas waktu", "Dasar"].map(|text| make.cell(vec![make.text(text)]));
        make.table(head.into(), rows)
    }

    fn deadline_row(&self, deadline: &Deadline, make: &Maker<'_>) -> Vec<Cell> {
        let mut basis = self.basis(&deadline.basis, make);
        if basis.is_empty() {
            // What rests on no article shows where it was read instead.
            basis.push(make.text("prosedur lembaga"));
            for source in deadline.sources.iter().filter(|_| make.medium == Medium::Web) {
                basis.push(make.text(", "));
                basis.extend(make.source(&source.value));
            }
        }
        let mut matter = vec![make.text(&deadline.matter.value)];
        if let Some(note) = &deadline.note {
            matter.push(make.text(&format!(". {}", note.value)));
        }
        if deadline.confidence.value == Confidence::Low {
            matter.push(make.text(" (belum bersumber)"));
        }
        // The regime stands in the cell of the deadline itself: seven days mean nothing without it. What holds in any says so by saying nothing.
        let mut span = vec![make.strong(&deadline.span())];
        if deadline.regime.value != Regime::Umum {
            span.push(make.text(&format!(" ({})", deadline.regime.value.label())));
        }
        vec![make.cell(matter), make.cell(span), make.cell(basis)]
    }

    /// Articles as citations, separated by semicolons.
    pub(super) fn basis(&self, basis: &[LegalBasis], make: &Maker<'_>) -> Vec<Inline> {
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

    pub(super) fn channels(&self, directive: &Directive, make: &Maker<'_>) -> Vec<Block> {
        let asked = |channel: &Channel| {
            let regime = channel.regimes.is_empty() || channel.regimes.iter().any(|regime| wanted(directive, regime.value));
            make.may_show(channel.confidence.value) && regime
        };
        let items = self.reporting.channels.iter().filter(|channel| asked(channel)).map(|channel| {
            let mut inlines = vec![make.strong(&channel.name.value), make.text(": "), make.text(&channel.how.value)];
            // On paper nobody can follow a link: an address that the sentence names is not written a second time.
            let named = |link: &str| channel.how.value.contains(link.trim_start_matches("https://").trim_end_matches('/'));
            let link = channel.link.as_ref().filter(|link| make.medium == Medium::Web || !named(&link.value));
            if let Some(link) = link {
                inlines.push(make.text(" "));
                inlines.push(make.external(&link.value));
            }
            if let Some(note) = &channel.note {
                inlines.push(make.text(if link.is_some() { ". " } else { " " }));
                inlines.push(make.text(&note.value));
            }
            (inlines, make.backing(channel.confidence.value, &channel.sources))
        });
        make.entries(items.collect())
    }

    pub(super) fn reporters(&self, directive: &Directive, make: &Maker<'_>) -> Vec<Block> {
        let shown = self.reporting.reporters.iter().filter(|one| make.may_show(one.confidence.value));
        let items = shown.filter(|one| wanted(directive, one.regime.value)).map(|one| {
            let mut line = vec![make.strong(one.regime.value.label()), make.text(": "), make.text(&joined(&one.who))];
            self.add_basis(&one.basis, &mut line, make);
            (line, make.backing(one.confidence.value, &one.sources))
        });
        make.entries(items.collect())
    }

    pub(super) fn procedures(&self, make: &Maker<'_>) -> Vec<Block> {
        let shown = self.reporting.procedures.iter().filter(|one| make.may_show(one.confidence.value));
        let blocks = shown.flat_map(|one| {
            let mut blocks = vec![make.paragraph(vec![make.strong(&one.kind.value)])];
            blocks.extend(make.steps(one.steps.iter().map(|step| vec![make.text(&step.value)]).collect()));
            blocks.extend(make.backing(one.confidence.value, &one.sources));
            blocks
        });
        blocks.collect()
    }

    pub(super) fn forms(&self, directive: &Directive, make: &Maker<'_>) -> Vec<Block> {
        let shown = self.reporting.forms.iter().filter(|form| make.may_show(form.confidence.value));
        shown.filter(|form| wanted(directive, form.regime.value)).flat_map(|form| self.form(form, make)).collect()
    }

    fn form(&self, form: &ReportForm, make: &Maker<'_>) -> Vec<Block> {
        let mut head = vec![make.strong(&form.name.value)];
        let regime = form.regime.value.label();
        if !form.name.value.contains(regime) {
            head.push(make.text(&format!(" ({regime})")));
        }
        self.add_basis(&form.basis, &mut head, make);
        let mut blocks = vec![make.paragraph(head)];
        let part = |part: &FormPart| vec![make.text(&format!("{}: {}", upper_first(&part.name.value), joined(&part.items)))];
        blocks.extend(make.bullets(form.parts.iter().map(part).collect()));
        // On paper a note stands only where it is all that is said of a form.
        if make.medium == Medium::Web || form.parts.is_empty() {
            blocks.extend(form.note.iter().map(|note| make.paragraph(vec![make.text(&note.value)])));
        }
        if make.medium == Medium::Web {
            let about = form.confidence_note.iter();
            blocks.extend(about.map(|note| make.paragraph(vec![make.text(&format!("Tentang keyakinan: {}", note.value))])));
        }
        blocks.extend(make.backing(form.confidence.value, &form.sources));
        blocks
    }

    /// ` (Pasal 454 ayat (3) UU 7/2017)` behind a line that rests on something.
    fn add_basis(&self, basis: &[LegalBasis], line: &mut Vec<Inline>, make: &Maker<'_>) {
        if basis.is_empty() {
            return;
        }
        line.push(make.text(" ("));
        line.extend(self.basis(basis, make));
        line.push(make.text(")"));
    }
}

/// `a, b, dan c`
fn joined(texts: &[Located<String>]) -> String {
    let words: Vec<&str> = texts.iter().map(|text| text.value.as_str()).collect();
    match words.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first, second] => format!("{first} dan {second}"),
        [most @ .., last] => format!("{}, dan {last}", most.join(", ")),
    }
}
