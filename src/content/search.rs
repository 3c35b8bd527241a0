//! What helps a reader to find a page: `pencarian.yaml`.

use super::Id;
use crate::diagnostics::Located;

/// Words that mean the same to whoever searches: an entry of `sinonim`.
#[derive(Clone, Debug)]
pub struct Synonyms {
    /// Its id.
    pub id: Id,
    /// `kata`: words or short phrases; whoever types one of them finds what is written with any other.
    pub words: Vec<Located<String>>,
}

/// A question that is offered where one searches: an entry of `contoh`.
#[derive(Clone, Debug)]
pub struct ExampleQuestion {
    /// Its id.
    pub id: Id,
    /// `tanya`: the question as a reader would ask it.
    pub question: Located<String>,
    /// `ke`: the page that answers it, as in a link: `/tanya-jawab/#asn-suka`.
    pub to: Located<String>,
}
