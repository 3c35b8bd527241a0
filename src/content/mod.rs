//! The domain, one file a kind: pure data and its rules.
//!
//! Nothing here knows a file, a template or a printer. A value that came from a file keeps its
//! [`Place`](crate::diagnostics::Place), so that any later rule can point at it.
//!
//! | file | holds |
//! |---|---|
//! | [`id`] | the name of a content file, which is also its address |
//! | [`meta`] | what every content file carries: title, sources, confidence |
//! | [`law`] | legal basis, regime, phase, subject |
//! | [`finder`] | the questions by which a reader finds a prohibition |
//! | [`regulation`], [`violation`], [`sanction`], [`declaration`] | the four kinds of legal content |
//! | [`page`], [`piece`] | a page of the website, a piece for the printer |
//! | [`day`], [`number`], [`archive`] | days, numbers and archived news as readers say them |
//! | [`entries`] | a list of a data file |
//! | [`reporting`] | deadlines, channels, forms and what follows a report |
//! | [`glossary`], [`statistic`], [`dispute`] | terms, figures, and points on which authorities disagree |
//! | [`search`] | words that mean the same to whoever searches, questions to begin with |
//! | [`site`], [`region`], [`village`], [`district`], [`edition_code`] | who publishes, and for whom |
//! | [`gazetteer`] | every region and village of the country, by code and name |
//! | [`recipient`] | who gets a letter |
//! | [`signatory`] | who signs a declaration |
//! | [`shop`] | how each kind of print shop wants its files, and what it charges |
//! | [`picture`] | how large a picture is |
//! | [`format`](mod@format), [`theme`], [`contrast`] | what a sheet measures, what it looks like, whether it can be read |

pub mod archive;
pub mod colour_difference;
pub mod contrast;
pub mod day;
pub mod declaration;
pub mod dispute;
pub mod district;
pub mod edition_code;
pub mod entries;
pub mod finder;
pub mod format;
pub mod gazetteer;
pub mod glossary;
pub mod id;
pub mod law;
pub mod meta;
pub mod neutral;
pub mod number;
pub mod page;
pub mod picture;
pub mod piece;
pub mod recipient;
pub mod region;
pub mod regulation;
pub mod reporting;
pub mod sanction;
pub mod search;
pub mod sentence;
pub mod shop;
pub mod signatory;
pub mod site;
pub mod statistic;
pub mod theme;
pub mod village;
pub mod violation;

pub use declaration::Declaration;
pub use dispute::{Dispute, WrongCitation};
pub use district::District;
pub use edition_code::EditionCode;
pub use entries::Entries;
pub use format::Format;
pub use gazetteer::Gazetteer;
pub use glossary::{Common, Term};
pub use id::Id;
pub use meta::{Confidence, Meta};
pub use page::Page;
pub use piece::Piece;
pub use recipient::Recipient;
pub use region::{Region, RegionCode};
pub use regulation::Regulation;
pub use sanction::Sanction;
pub use signatory::Signatory;
pub use site::{Office, Site};
pub use statistic::Statistic;
pub use theme::Theme;
pub use village::Village;
pub use violation::Violation;

/// The kinds of content that live one a file, in the order in which a site shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `content/halaman/*.md`
    Page,
    /// `content/pelanggaran/*.md`
    Violation,
    /// `content/sanksi/*.md`
    Sanction,
    /// `content/regulasi/*.md`
    Regulation,
    /// `content/deklarasi/*.md`
    Declaration,
    /// `content/cetak/*.md`
    Piece,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Kind; 6] = [Kind::Page, Kind::Violation, Kind::Sanction, Kind::Regulation, Kind::Declaration, Kind::Piece];

    /// The folder below `content/` (or below a region's folder) that holds this kind; also the
    /// word for it in messages, directives and addresses.
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Page => "halaman",
            Kind::Violation => "pelanggaran",
            Kind::Sanction => "sanksi",
            Kind::Regulation => "regulasi",
            Kind::Declaration => "deklarasi",
            Kind::Piece => "cetak",
        }
    }

    /// The kind that a folder holds.
    pub fn from_folder(folder: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.folder() == folder)
    }
}
