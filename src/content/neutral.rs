//! Whom an office may not seem to side with: `netral.yaml`, filled for each election.

use super::Id;
use crate::diagnostics::Located;
use crate::source::Date;

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A political party.
    Party,
    /// Somebody who runs for office.
    Candidate,
    /// Words of a campaign.
    Slogan,
}

impl Side {
    /// The words of `jenis`.
    pub const CHOICES: [(&'static str, Side); 3] =
        [("partai", Side::Party), ("calon", Side::Candidate), ("slogan", Side::Slogan)];

    /// How a message calls it.
    pub fn called(self) -> &'static str {
        match self {
            Side::Party => "partai",
            Side::Candidate => "calon",
            Side::Slogan => "slogan",
        }
    }
}

/// A party, a candidate or a slogan: an entry of `netral`.
#[derive(Clone, Debug)]
pub struct Neutral {
    /// Its id.
    pub id: Id,
    /// `jenis`
    pub side: Located<Side>,
    /// `kata`: names, short names and slogans as they are written.
    pub words: Vec<Located<String>>,
    /// `nomor`: the number on the ballot.
    pub number: Option<Located<i64>>,
    /// `warna`: the colours of its campaign, sRGB.
    pub colours: Vec<Located<[u8; 3]>>,
    /// `sampai`: the last day on which it matters.
    pub until: Option<Located<Date>>,
}
