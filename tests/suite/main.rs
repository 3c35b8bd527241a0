//! The promises of the program, each tried on the program itself as a user runs it.
//!
//! A test lays a small project into a temporary folder ([`harness`]), runs `suluh` there and looks
//! at what it says and what it leaves behind. Outputs are read with programs that know nothing of
//! ours: poppler, qpdf, Ghostscript, zbar. Goldens are rewritten with `SNAPSHOTS=overwrite`.
//!
//! | module | protects |
//! |---|---|
//! | [`bad_input`] | kinds of bad input, each with its whole message |
//! | [`bad_villages`] | tables of villages, workbooks and recipients as offices send them |
//! | [`bad_base`] | the same for layers and bases |
//! | [`positions`] | line and column, whatever the line ends |
//! | [`reports`] | many problems in one run, strictness, JSON |
//! | [`silence`] | warnings that an office answers for |
//! | [`usage`] | what is typed wrong |
//! | [`explain`] | the chain of layers behind a file |
//! | [`diff`] | what changed for a reader between two states of a project |
//! | [`recall`] | what rests on a regulation that falls |
//! | [`offices`] | an office starts with nothing but the program |
//! | [`determinism`] | same input, same bytes; nothing changed, nothing touched |
//! | [`punctuation`] | every mark comes out as itself |
//! | [`preflight`] | what would be printed wrong stops the build |
//! | [`formats`] | every format of the theme, and one of a user's own, looks as it did and is fit for the press |
//! | [`screen`] | what readers get on a screen can be read aloud and tapped |
//! | [`search`] | the index that one searches is light where there are most villages |
//! | [`naskah`] | hundreds of signatories, letters to recipients |
//! | [`pdf`], [`qr`] | sheets as printers and phones read them |
//! | [`visible_text`] | pages and sheets say what the Markdown says |
//! | [`fakta`] | every entry of the research notes is on a page, or left out for a reason |
//! | [`atomic`] | killed or out of space, an edition is old or new |
//! | [`house`] | the house rules a reader relies on |
//! | [`klaim`] | every claim shows its source, in short sentences, abbreviations explained |
//! | [`serve`] | the preview: what it shows, what it refuses, how a save reaches a page |
//! | [`orders`] | what the shops and the office printer get |
//! | [`press_profile`] | the profile of a press given with `--icc`, and what is none |
//! | [`presses`] | each shop's own colour profile |
//! | [`tema`] | a theme over another changes one thing, and says what is wrong with it |
//! | [`carried`] | a website in a zip opens without internet, and its links lead somewhere |
//! | [`one_phone`] | one office's number changes its own output and no other |

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on should stop there and say where"
)]

mod atomic;
mod bad_base;
mod bad_input;
mod bad_villages;
mod carried;
mod determinism;
mod diff;
mod explain;
mod fakta;
mod formats;
mod harness;
mod house;
mod klaim;
mod names;
mod naskah;
mod offices;
mod one_phone;
mod orders;
mod pdf;
mod positions;
mod preflight;
mod press_profile;
mod presses;
mod punctuation;
mod qr;
mod recall;
mod reports;
mod screen;
mod search;
mod serve;
mod silence;
mod tema;
mod usage;
mod visible_text;
