//! What the house is asked to print: one piece of one edition, with everything resolved.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::facts::sha256;
use super::picture;
use super::places::Segments;
pub use super::rows::{District, Row, Rows};
use crate::content::Format;
use crate::content::format::Finishing;
use crate::content::piece::{Binding, Drawing};
use crate::diagnostics::{Diagnostic, Located, Place};
use crate::markdown::typst::{Module, Options, render_inlines};
use crate::markdown::{Inline, NoContext};

/// A text as Typst markup, with the places its parts were written at.
#[derive(Clone, Debug, Default)]
pub struct Copy {
    /// Typst markup; reaches the theme's functions by their names.
    pub(crate) markup: String,
    /// Where its parts come from.
    pub(crate) segments: Segments,
}

impl Copy {
    /// What Markdown was turned into.
    pub fn of(module: Module) -> Copy {
        let mut segments = Segments::default();
        segments.push(module.map);
        Copy { markup: module.text, segments }
    }

    /// Plain words; every character comes out as itself.
    pub fn plain(text: &Located<String>) -> Copy {
        let words = Inline::text(text.value.clone(), &text.place);
        Copy::of(render_inlines(&[words], &NoContext, &Options::default()))
    }
}

/// A part of a body.
#[derive(Clone, Debug)]
pub enum Part {
    /// The same for every village.
    Fixed(Copy),
    /// A note in small type: sources, explanations.
    Note(Copy),
    /// A paragraph with village values: in its markup `slot("desa.nama")` is the value. It becomes
    /// one slot as a whole, so that a short name leaves no gap in the line.
    Village(Copy),
}

/// A panel's heading and text; for sheets without panels the whole body.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The heading.
    pub title: Copy,
    /// The text, part by part.
    pub parts: Vec<Part>,
}

/// Who speaks: the office of the edition, as printed.
#[derive(Clone, Debug, Default)]
pub struct Sender {
    /// The institution: `Bawaslu`.
    pub institution: Option<Located<String>>,
    /// The region's name; for the national edition the country's.
    pub region: String,
    /// The region's code; empty for the national edition.
    pub region_code: String,
    /// The office's name.
    pub name: Option<Located<String>>,
    /// Its address.
    pub address: Option<Located<String>>,
    /// Its telephone number.
    pub phone: Option<Located<String>>,
    /// Its WhatsApp number.
    pub whatsapp: Option<Located<String>>,
    /// Its e-mail address.
    pub email: Option<Located<String>>,
    /// Its website, as people read it.
    pub website: Option<Located<String>>,
    /// Its whole lockup: a picture of [`Job::pictures`].
    pub logo: Option<String>,
}

/// Who signs and pays together with the office.
#[derive(Clone, Debug)]
pub struct Partner {
    /// Its name.
    pub name: Located<String>,
    /// Its logo: a picture of [`Job::pictures`].
    pub logo: Option<String>,
}

/// A picture that a sheet carries.
#[derive(Clone, Debug)]
pub struct PictureFile {
    /// The file as it is.
    pub bytes: Arc<[u8]>,
    /// Where it is asked for first.
    pub place: Place,
}

/// A field that one person or village signs in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SigningLine {
    /// Who signs; empty for a blank line.
    pub name: String,
    /// What stands below: the kecamatan, the institution; may be empty.
    pub detail: String,
}

/// A line that a knife follows along the trim.
#[derive(Clone, Debug, PartialEq)]
pub struct CutLine {
    /// What the cutter calls its ink.
    pub ink: String,
    /// The radius of its corners, in mm.
    pub radius: f64,
}

/// One piece of one edition.
#[derive(Clone, Debug)]
pub struct Job<'a> {
    /// The piece's id.
    pub id: &'a str,
    /// The piece's title, its placeholders filled in.
    pub title: Located<String>,
    /// What the sheet measures.
    pub format: Cow<'a, Format>,
    /// The shop gets text as curves.
    pub outlined: bool,
    /// How its edges are finished; none for sheets that are only cut.
    pub finishing: Option<Finishing>,
    /// The line that a knife follows, where the shop cuts along one.
    pub contour: Option<CutLine>,
    /// Who speaks.
    pub sender: Sender,
    /// Who signs and pays with the sender.
    pub partners: Vec<Partner>,
    /// The pictures of the sheet by their path in the edition: `gambar/logo.svg`.
    pub pictures: BTreeMap<String, PictureFile>,
    /// Short texts by name: `judul`, `ringkas`, `spanduk`, `bahasa_daerah`, `pembuka`, `penutup`, `dasar`.
    pub texts: BTreeMap<String, Copy>,
    /// The language of `bahasa_daerah` (ISO 639), where it is known: a reader of screens speaks it so.
    pub regional_language: Option<&'static str>,
    /// The object that is drawn in the drop (`gambar`).
    pub drawing: Option<Drawing>,
    /// The points below the headline (`poin`).
    pub highlights: Vec<Copy>,
    /// Numbered points, for declarations.
    pub points: Vec<Copy>,
    /// Who signs, for declarations.
    pub signatories: Vec<Copy>,
    /// Who looks on, for declarations.
    pub witnesses: Vec<Copy>,
    /// Who signs first, second, …
    pub signing_order: Vec<Copy>,
    /// The lines to sign on that the body's directive asks for; none when it has no such directive.
    pub signing_lines: Option<Vec<SigningLine>>,
    /// The institution of all who sign, where the lines don't repeat it.
    pub signing_institution: Option<String>,
    /// The piece's body: by panel id for folded sheets; heading by heading under [`Job::section`] for families that take it so; else
    /// under [`Job::WHOLE`].
    pub body: BTreeMap<String, Body>,
    /// The full address of the artwork's QR code.
    pub qr: String,
    /// That address as people type it, printed beside the code.
    pub short_address: String,
    /// One sheet a village, when the piece asks for it; else empty.
    pub villages: Rows<'a>,
    /// A letter: its rows are recipients, not villages.
    pub by_recipient: bool,
    /// It names people, so that nobody but them and the office gets it.
    pub names_people: bool,
    /// Contacts are placeholders: the sheet carries CONTOH.
    pub specimen: bool,
    /// Where the file goes: path from the output's root, without an ending. For per-village
    /// pieces the merged file.
    pub stem: String,
    /// What the path of a village's own file begins with; its code follows. Path from the output's root.
    pub own_stem: String,
    /// Which sheets are put into one file.
    pub binding: Binding,
    /// What was found wrong while the job was made; printing begins with telling it.
    pub problems: Vec<Diagnostic>,
}

impl Job<'_> {
    /// The name of the body of a sheet without panels.
    pub const WHOLE: &'static str = "utuh";

    /// The name of the line in a regional language among the short texts.
    pub const REGIONAL_LINE: &'static str = "bahasa_daerah";

    /// The name of a section of the body: in the order of the headings, what stands before the first is the section 0.
    pub fn section(number: usize) -> String {
        format!("bagian-{number:03}")
    }

    /// How causes of errors call it: the piece and its format.
    pub fn called(&self) -> String {
        format!("karya `{}`, format `{}`", self.id, self.format.id)
    }

    /// Names everything that shapes the sheets, piece by piece, in a fixed order: what a key for
    /// reuse is made of. The format and the theme are not in it; they are the caller's to add.
    pub fn ingredients(&self, add: &mut dyn FnMut(&str)) {
        let sender = &self.sender;
        let office =
            [&sender.institution, &sender.name, &sender.address, &sender.phone, &sender.whatsapp, &sender.email, &sender.website];
        for text in [
            self.id,
            &self.title.value,
            self.format.id.as_str(),
            &self.qr,
            &self.short_address,
            &self.stem,
            &sender.region,
            &sender.region_code,
        ] {
            add(text);
        }
        for value in office {
            add(value.as_ref().map_or("", |text| text.value.as_str()));
        }
        // The shop's wishes are in the format by now, beside what its file says.
        add(&format!("{} {} {}", self.format.bleed, self.format.marks, self.outlined));
        add(&self.contour.as_ref().map_or_else(String::new, |line| format!("{} {}", line.ink, line.radius)));
        add(if self.specimen { "contoh" } else { "" });
        add(sender.logo.as_deref().unwrap_or_default());
        for partner in &self.partners {
            add(&partner.name.value);
            add(partner.logo.as_deref().unwrap_or_default());
        }
        for (path, picture) in &self.pictures {
            add(path);
            add(&sha256(&picture.bytes));
        }
        for (name, copy) in &self.texts {
            add(name);
            add(&copy.markup);
        }
        add(self.regional_language.unwrap_or_default());
        add(self.drawing.map_or("", Drawing::key));
        add(self.finishing.as_ref().map_or("", |finishing| finishing.name.as_str()));
        for (list, copies) in [
            ("poin", &self.highlights),
            ("butir", &self.points),
            ("penandatangan", &self.signatories),
            ("saksi", &self.witnesses),
            ("urutan", &self.signing_order),
        ] {
            add(list);
            copies.iter().for_each(|copy| add(&copy.markup));
        }
        for (panel, body) in &self.body {
            add(panel);
            add(&body.title.markup);
            for part in &body.parts {
                let (kind, copy) = match part {
                    Part::Fixed(copy) => ("tetap", copy),
                    Part::Note(copy) => ("catatan", copy),
                    Part::Village(copy) => ("desa", copy),
                };
                add(kind);
                add(&copy.markup);
            }
        }
        add(self.binding.key());
        add(if self.by_recipient { "per penerima" } else { "" });
        add(if self.names_people { "bernama" } else { "" });
        add(self.signing_institution.as_deref().unwrap_or_default());
        for line in self.signing_lines.iter().flatten() {
            add(&line.name);
            add(&line.detail);
        }
        add(&self.own_stem);
        for row in self.villages.iter() {
            add(&row.code);
            add(&row.name);
            add(&row.qr);
            let (name, stem) = row.district.as_ref().map_or(("", ""), |district| (&district.name, &district.stem));
            [name, stem, &row.copies.map(|count| count.to_string()).unwrap_or_default()].into_iter().for_each(&mut *add);
            for (name, value) in &row.values {
                add(name);
                add(value);
            }
        }
    }

    /// Whether every village gets a sheet of its own.
    pub fn is_per_village(&self) -> bool {
        !self.villages.is_empty()
    }

    /// Whether the office has said how many copies villages get: then those that get none have no sheet in what goes to the shop.
    pub fn is_counted(&self) -> bool {
        self.villages.is_counted()
    }
}

/// Where the layout finds a picture: below a name that says nothing of the file, because Typst keeps every name for ever. None for what is no
/// picture that can be printed.
pub(crate) fn picture_path(pictures: &BTreeMap<String, PictureFile>, path: &str) -> Option<String> {
    let number = pictures.keys().position(|known| known == path)?;
    let kind = picture::kind(&pictures.get(path)?.bytes)?;
    Some(format!("/gambar/{number}.{}", kind.ending()))
}
