//! What is sent on by phone: the cards of one edition in the order in which they are posted, each with its words.
//!
//! ```text
//! kartu/61.11/kirim-wa/
//!   01_kartu-suka.png  01_kartu-suka.txt   the picture, and what is written under it
//!   URUTAN.txt                             all of them, in the order of posting
//!   index.html                             the same to look at, also from a flash disk
//! ```

use std::fmt::Write;

use crate::content::Piece;
use crate::diagnostics::Located;
use crate::edition::in_order;
use crate::markdown::escape::{html_attribute, html_text};
use crate::plan::EditionPlan;
use crate::print::FileKind;
use crate::publish::{EditionWriter, Key, OutputPath, Part, PublishError};

use super::Workshop;
use super::pieces::Made;

/// The folder of an edition's cards within `kartu/`.
pub(super) const FOLDER: &str = "kirim-wa";

/// One card.
struct Card<'a> {
    /// `01_kartu-suka`
    name: String,
    title: String,
    /// Path of the picture from the output's root, and its SHA-256.
    picture: (&'a str, &'a str),
    caption: String,
}

/// Lays the cards of an edition out for sending.
pub(super) fn make(
    workshop: &Workshop<'_>,
    plan: &EditionPlan,
    made: &Made,
    writer: &EditionWriter<'_>,
) -> Result<(), PublishError> {
    let cards = cards(plan, made);
    if cards.is_empty() {
        return Ok(());
    }
    let folder = format!("kartu/{}/{FOLDER}", plan.edition.code);
    let mut key = Key::of("cards").with(&workshop.houses.of(plan).digest).with(&folder).with(&plan.edition.name);
    for card in &cards {
        for part in [&card.name, &card.title, card.picture.1, &card.caption] {
            key = key.with(part);
        }
    }
    let key = key.key();
    if writer.reuse(Part::Print, &key)?.is_some() {
        return Ok(());
    }
    let write = |name: &str, bytes: &[u8]| {
        writer.write(Part::Print, &OutputPath::parse(&format!("{folder}/{name}"))?, bytes, Some(&key)).map(drop)
    };
    for card in &cards {
        write(&format!("{}.png", card.name), &writer.read(&OutputPath::parse(card.picture.0)?)?)?;
        write(&format!("{}.txt", card.name), card.caption.as_bytes())?;
    }
    write("URUTAN.txt", list(plan, &cards).as_bytes())?;
    write("index.html", page(plan, &cards).as_bytes())
}

fn cards<'a>(plan: &'a EditionPlan, made: &'a Made) -> Vec<Card<'a>> {
    let pieces = in_order(&plan.edition.pieces, |piece| &piece.meta);
    let cards = pieces.into_iter().filter_map(|(id, item)| {
        let picture = made.get(id)?.files.iter().find(|file| file.kind == FileKind::Card)?;
        let piece = item.data.as_ref();
        // What has no words to go with it, such as slides, is not sent on as a card.
        let caption = caption(plan, piece, piece.caption.as_ref()?);
        Some((id, plan.edition.fill(&piece.meta.title), (picture.path.as_str(), picture.sha256.as_str()), caption))
    });
    let named = cards.enumerate().map(|(index, (id, title, picture, caption))| {
        let name = format!("{:02}_{id}", index + 1);
        Card { name, title, picture, caption }
    });
    named.collect()
}

/// The words under a card: those of the piece, where to read on, and whom to write to.
fn caption(plan: &EditionPlan, piece: &Piece, written: &Located<String>) -> String {
    let edition = plan.edition.as_ref();
    let mut out = String::new();
    if edition.specimen {
        out.push_str("CONTOH, belum boleh dikirim: kontak kantor belum yang sebenarnya.\n\n");
    }
    let text = edition.fill(written);
    out.push_str(text.trim());
    let target = plan.sheets.iter().find(|sheet| sheet.piece == piece.id).map(|sheet| plan.printed(&sheet.target));
    if let Some(address) = target {
        let _ = write!(out, "\n\nSelengkapnya: {address}");
    }
    if let Some(number) = edition.office.whatsapp.as_ref().filter(|number| !text.contains(number.value.as_str())) {
        let _ = write!(
            out,
            "\nWhatsApp {}: {}",
            edition.value(crate::markdown::Placeholder::OfficeName).unwrap_or_default(),
            number.value
        );
    }
    out.push('\n');
    out
}

fn list(plan: &EditionPlan, cards: &[Card<'_>]) -> String {
    let mut out = format!("Kartu untuk WhatsApp, {}\n", plan.edition.name);
    out.push_str("Kirim menurut nomornya: lampirkan gambar, lalu tempel tulisan dari berkas .txt dengan nama yang sama.\n");
    for card in cards {
        let _ = write!(out, "\n== {}.png: {}\n\n{}", card.name, card.title, card.caption);
    }
    out
}

fn page(plan: &EditionPlan, cards: &[Card<'_>]) -> String {
    let title = html_text(&format!("Kartu untuk WhatsApp, {}", plan.edition.name));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"id\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n<h1>{title}</h1>\n\
         <p>Kirim menurut nomornya: lampirkan gambar, lalu tempel tulisan di bawahnya.</p>\n"
    );
    for card in cards {
        let _ = write!(
            out,
            "<section>\n<h2>{}</h2>\n<img src=\"{name}.png\" alt=\"{alt}\" loading=\"lazy\">\n<pre>{}</pre>\n\
             <p><a href=\"{name}.png\">{name}.png</a>, <a href=\"{name}.txt\">{name}.txt</a></p>\n</section>\n",
            html_text(&card.title),
            html_text(&card.caption),
            name = html_attribute(&card.name),
            alt = html_attribute(&card.title),
        );
    }
    out
}

/// The page stands alone, so that it opens from a flash disk.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1d1226;\
    background:#fbf8f2}section{border-top:2px solid #591c6e;margin-top:2rem}img{width:100%;max-width:22rem;height:auto}\
    pre{white-space:pre-wrap;font:inherit;background:#fff;padding:1rem}a{color:#591c6e}";
