//! Walking laid-out frames: every item with its final position and the labelled boxes around it.
//!
//! Templates give a box meaning by its label, because a label is all that survives layout:
//!
//! | label | meaning |
//! |---|---|
//! | `panel:<id>` | one panel of a folded sheet |
//! | `kotak:<name>` | a box that its content must not leave |
//! | `kepala:<name>` | the headline that is read from afar |
//! | `slot:<value>:<style>`, `slot:<value>:<style>:<pt>` | an empty box that a village's value fills |
//! | `qr:<address>` | an empty box that a QR code fills |
//! | `qr-desa` | an empty box that the village's QR code fills |
//! | `tanda` | marks and slug, outside every rule |
//! | `hiasan` | a drawing that no rule is about |
//! | `contoh` | the specimen overprint, which no rule is about either, but which must be there |

pub(crate) mod inject;
pub(crate) mod outline;
pub(crate) mod soft_hyphens;
mod walk;

pub(crate) use walk::{Boxed, Clip, Item, place_area, walk};

/// Labels of marks and slug.
pub(crate) const MARKS: &str = "tanda";
/// Labels of drawings that no rule is about.
pub(crate) const DECORATION: &str = "hiasan";
/// Label of the specimen overprint.
pub(crate) const SPECIMEN: &str = "contoh";
/// Prefix of a panel's label.
pub(crate) const PANEL: &str = "panel:";
/// Prefix of a closed box's label.
pub(crate) const BOX: &str = "kotak:";
/// Prefix of a headline's label.
pub(crate) const HEADLINE: &str = "kepala:";
/// Prefix of a slot's label.
pub(crate) const SLOT: &str = "slot:";
/// Prefix of a QR code's label; the rest is its address.
pub(crate) const QR: &str = "qr:";
/// Label of the box for a village's own QR code.
pub(crate) const VILLAGE_QR: &str = "qr-desa";
