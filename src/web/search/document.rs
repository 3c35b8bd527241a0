//! One answer that a search can give, and what it is found by.

/// What an answer is: the word beside it, and how much it counts against others. A reader wants the plain answer before the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A question with its answer, a section of a page.
    Question,
    /// A page of `content/halaman/`, or one that the program makes.
    Page,
    /// A violation.
    Violation,
    /// A sanction.
    Sanction,
    /// A declaration.
    Declaration,
    /// A term of the glossary.
    Term,
    /// A regulation.
    Regulation,
    /// An article of a regulation.
    Article,
    /// A print piece.
    Piece,
}

impl Sort {
    /// Every sort, in the order in which the index numbers them.
    pub(super) const ALL: [Sort; 9] = [
        Sort::Question,
        Sort::Page,
        Sort::Violation,
        Sort::Sanction,
        Sort::Declaration,
        Sort::Term,
        Sort::Regulation,
        Sort::Article,
        Sort::Piece,
    ];

    /// What a reader sees.
    pub(super) fn label(self) -> &'static str {
        match self {
            Sort::Question => "Tanya jawab",
            Sort::Page => "Halaman",
            Sort::Violation => "Larangan",
            Sort::Sanction => "Sanksi",
            Sort::Declaration => "Deklarasi",
            Sort::Term => "Istilah",
            Sort::Regulation => "Peraturan",
            Sort::Article => "Pasal",
            Sort::Piece => "Bahan cetak",
        }
    }

    /// How much an answer of this sort counts.
    pub(super) fn weight(self) -> f64 {
        match self {
            Sort::Question => 1.2,
            Sort::Page => 1.15,
            Sort::Violation | Sort::Sanction | Sort::Term => 1.0,
            Sort::Declaration => 0.95,
            Sort::Regulation => 0.9,
            Sort::Piece => 0.75,
            Sort::Article => 0.65,
        }
    }
}

/// What a reader should know before following an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing backs it yet.
    Unsourced,
    /// Law no longer.
    Revoked,
}

impl Mark {
    /// What a reader sees, by the number in the index less one.
    pub(super) const LABELS: [&'static str; 2] = ["belum bersumber", "sudah dicabut"];

    /// Its number in the index.
    pub(super) fn number(self) -> usize {
        match self {
            Mark::Unsourced => 1,
            Mark::Revoked => 2,
        }
    }

    /// How much an answer with this mark counts.
    pub(super) fn weight(self) -> f64 {
        match self {
            Mark::Unsourced => 0.8,
            Mark::Revoked => 0.7,
        }
    }
}

/// Where a word stands, and how much it counts there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// The title.
    Title,
    /// `kata_kunci`, and what a thing is called.
    Keywords,
    /// Headings inside, and whom it is for.
    Headings,
    /// The one line that stands for the whole.
    Summary,
    /// All the rest.
    Body,
}

impl Field {
    /// How much a word counts here.
    pub(super) fn weight(self) -> f64 {
        match self {
            Field::Title => 9.0,
            Field::Keywords => 9.0,
            Field::Headings => 3.0,
            Field::Summary => 4.0,
            Field::Body => 1.0,
        }
    }
}

/// One answer.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    /// What it is.
    pub(super) sort: Sort,
    /// What to know before following it.
    pub(super) mark: Option<Mark>,
    /// Its title.
    pub(super) title: String,
    /// The page that it is a part of.
    pub(super) under: Option<String>,
    /// Where it stands, from the edition's root.
    pub(super) href: String,
    /// What it is found by.
    pub(super) fields: Vec<(Field, String)>,
    /// What excerpts are taken from.
    pub(super) text: Excerpt,
}

/// Running text with the sections of its page.
#[derive(Clone, Debug, Default)]
pub(super) struct Excerpt {
    /// One line.
    pub(super) text: String,
    /// The headings of its sections, with their ids.
    pub(super) sections: Vec<(String, String)>,
}

impl Excerpt {
    /// Text without sections.
    pub(super) fn plain(text: &str) -> Excerpt {
        let mut excerpt = Excerpt::default();
        excerpt.push(text);
        excerpt
    }

    /// Adds text behind what is there, each run of blanks as one.
    pub(super) fn push(&mut self, text: &str) {
        for word in text.split_whitespace() {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
    }

    /// Cuts the text at the last blank before this many bytes.
    pub(super) fn shorten(&mut self, most: usize) {
        let Some(cut) = self.text.char_indices().map(|(at, _)| at).take_while(|at| *at <= most).last() else { return };
        if self.text.len() <= most {
            return;
        }
        let cut = self.text[..cut].rfind(' ').unwrap_or(cut);
        self.text.truncate(cut);
        self.text.push_str(" …");
    }
}
