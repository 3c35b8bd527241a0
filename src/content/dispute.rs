//! Points on which authorities disagree, and citations that are often wrong: `sengketa.yaml`.

use super::{Confidence, Id};
use crate::diagnostics::Located;

/// What one side says (`pendapat`).
#[derive(Clone, Debug)]
pub struct Opinion {
    /// `pihak`: who says it.
    pub party: Located<String>,
    /// `isi`
    pub text: Located<String>,
    /// `sumber`
    pub sources: Vec<Located<String>>,
}

/// One entry of `sengketa`.
#[derive(Clone, Debug)]
pub struct Dispute {
    /// Its id; content that touches it names it in `sengketa`.
    pub id: Id,
    /// `isu`: the question.
    pub question: Located<String>,
    /// `pendapat`: at least two.
    pub opinions: Vec<Opinion>,
    /// `saran`: what to do as long as they disagree.
    pub advice: Located<String>,
    /// `jangan_ditulis`: wordings that take one side as settled.
    pub settled: Vec<Located<String>>,
    /// `kecuali_disertai`: words that leave the point open, when they stand in the same stretch.
    pub open: Vec<Located<String>>,
    /// `keyakinan`: how sure it is that they disagree.
    pub confidence: Located<Confidence>,
}

/// One entry of `salah_kutip`.
#[derive(Clone, Debug)]
pub struct WrongCitation {
    /// Its id.
    pub id: Id,
    /// `tertulis`: as it is often written.
    pub written: Located<String>,
    /// `benar`: as it is right.
    pub right: Located<String>,
    /// `regulasi`: the regulation that is cited wrongly.
    pub regulation: Option<Located<Id>>,
    /// `sumber`
    pub sources: Vec<Located<String>>,
    /// `keyakinan`
    pub confidence: Located<Confidence>,
}
