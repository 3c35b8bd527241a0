//! The print house: one job in, press-ready files out.
//!
//! 1. [`PrintHouse`] holds what jobs share: fonts, Typst's library, the theme's templates
//!    (`tokens` turns the theme's colours into press inks).
//! 2. [`brief`](fn@brief) makes a [`Job`] of a planned sheet; `compose` writes it as Typst source on a `world` of virtual files; Typst lays it out.
//! 3. `preflight` walks the `frames` and names what does not fit, by file, line, panel and village
//!    (`places` leads from a glyph back to the words that someone wrote).
//! 4. `slots` finds the boxes that vary by village and fills them, some hundred villages at a time.
//! 5. `picture` makes press inks of pictures; [`qr`] codes are put into the frames, and `readback` reads them from the rendered sheet.
//! 6. `press` makes the file for the shop: boxes, one shared artwork, inks checked.
//! 7. `screen` makes the edition for readers: screen colours, live links, tagged as PDF/UA-1 asks.
//! 8. `reading` makes the pages of the website documents, `contact_sheet` shows all pieces of a region in small.
//! 9. `preview` makes the pictures for the website; `distribution` tells who gets how many copies; [`Facts`] tell what was made.
//!
//! No disk, no network, no clock: files come in as bytes and leave through a [`Sink`].

mod brief;
pub mod checks;
pub mod codes;
mod compose;
mod contact_sheet;
mod distribution;
mod facts;
mod frames;
mod geometry;
mod house;
mod imprint;
mod job;
pub mod names;
pub mod order;
mod picture;
mod places;
mod preflight;
mod press;
mod preview;
pub mod qr;
mod readback;
mod reading;
mod render;
mod rows;
pub mod rules;
mod screen;
mod slots;
mod tokens;
mod world;

pub use brief::{CARD_ROOT, brief, recipient_code};
pub use checks::{CHECKS, Limit};
pub use contact_sheet::{ContactSheet, Ordered, Shown, contact_sheet};
pub use facts::{Facts, FileKind, Outlet, Preview, PrintedFile, Sink, VillageFile, VillageFiles};
pub use house::PrintHouse;
pub use imprint::{Imprint, imprint, values_of_text};
pub use job::{Body, Copy, District, Job, Part, Partner, PictureFile, Row, Rows, Sender, SigningLine};
pub use press::office::{convert as for_office, suits as suits_office};
pub use press::profile::{MAX_PROFILE_BYTES, PressProfile};
pub use reading::{READ_KINDS, ReadFile, Reading, read_aloud};
pub use render::{Look, OFFICE_ENDING, Shot, check_pictures, is_list, is_press_sheet, is_proof, look, render};
pub use screen::{SCREEN_FILE, on_screen};

#[cfg(test)]
pub(crate) mod tests;
