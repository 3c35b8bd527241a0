//! From the plan to a job: the piece's texts as Typst, the office as sender, the villages as rows.

mod context;
mod pictures;
mod wording;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use self::context::PrintContext;
use self::wording::Wording;
use super::job::{Body, Copy, CutLine, District, Job, PictureFile, Row, Rows, Sender, SigningLine};
use crate::content::format::{CopyLength, Finishing};
use crate::content::law::LegalBasis;
use crate::content::piece::RegionalLine;
use crate::content::sentence::upper_first;
use crate::content::shop::Profile;
use crate::content::village::Medium;
use crate::content::{Declaration, Format, Kind, Page, Piece, Recipient, Village};
use crate::diagnostics::Located;
use crate::edition::{Edition, EditionCode, Item};
use crate::markdown::{Directive, DirectiveName, Document, Placeholder, Scope, slug};
use crate::plan::{EditionPlan, Plan, SheetPlan};

/// The root of everything that goes to the shop, below the output's root.
const PRESS_ROOT: &str = "cetak";
/// The root of the cards for phones, below the output's root.
pub const CARD_ROOT: &str = "kartu";
/// The value of a letter's address block, all lines of it; templates alone use it.
const ADDRESSEE: &str = "penerima.tujuan";
/// The level of the headings that cut a body into panels.
const PANEL_LEVEL: u8 = 2;
/// Characters of a village's code that are its kecamatan's: `61.11.01`.
const DISTRICT_CODE: usize = 8;

/// Writes out what one planned sheet asks of the house. None when the plan names a piece or a
/// format that is not there; the check has reported that.
pub fn brief<'a>(plan: &'a Plan, of: &'a EditionPlan, sheet: &'a SheetPlan) -> Option<Job<'a>> {
    let edition = of.edition.as_ref();
    let item = edition.pieces.get(&sheet.piece)?;
    let format = plan.theme.formats.get(&sheet.format)?;
    let profile = edition.profile(&item.data, format);
    let format = profile.map_or(Cow::Borrowed(format), |profile| Cow::Owned(profile.shape(format)));
    let files = pictures_of(edition, item);
    let context = PrintContext::new(of, &files);
    let wording = Wording::new(&context, &item.body);
    let declaration = context.declaration(&item.data);
    let folder = if format.is_screen() {
        format!("{CARD_ROOT}/{}", edition.code)
    } else {
        format!("{PRESS_ROOT}/{}/{}", edition.code, sheet.folder)
    };
    let target = of.printed(&sheet.target);
    Some(Job {
        id: sheet.piece.as_str(),
        title: Located::new(edition.fill(&item.data.meta.title), item.data.meta.title.place.clone()),
        contour: profile.and_then(|profile| cut_line(profile, finishing(&format, &item.data).as_ref())),
        finishing: finishing(&format, &item.data),
        sender: sender(edition),
        partners: pictures::partners(edition),
        texts: texts(&context, &item.data, declaration, format.copy),
        regional_language: item.data.regional_line.as_ref().and_then(RegionalLine::language_code),
        drawing: item.data.drawing.as_ref().map(|drawing| drawing.value),
        highlights: item.data.points.iter().map(|point| context.line(point)).collect(),
        points: declaration.map(|d| d.points.iter().map(|p| context.line(&p.passage.text)).collect()).unwrap_or_default(),
        signatories: who(&context, declaration.map(|d| d.signatories.as_slice())),
        witnesses: who(&context, declaration.map(|d| d.witnesses.as_slice())),
        signing_order: declaration.map(|d| d.signing_order.iter().map(|who| context.line(who)).collect()).unwrap_or_default(),
        signing_lines: signing_lines(edition, &item.body),
        signing_institution: signatures(&item.body).and_then(|directive| edition.signing_institution(directive)),
        body: match (format.sides.is_empty(), format.family.is_sectioned() || item.data.per_recipient) {
            (false, _) => panels(&wording),
            (true, true) => sections(&wording),
            (true, false) => BTreeMap::from([(Job::WHOLE.to_owned(), whole(&context, item, &wording))]),
        },
        short_address: short(&target),
        qr: target,
        format,
        outlined: profile.is_some_and(|profile| profile.outlined),
        villages: rows(of, sheet, &item.data, &folder),
        by_recipient: item.data.per_recipient,
        names_people: edition.names_people(&sheet.piece),
        specimen: edition.specimen,
        stem: format!("{folder}/{}", sheet.piece),
        own_stem: format!("{folder}/{}/{}-", if item.data.per_recipient { "penerima" } else { "desa" }, sheet.piece),
        binding: item.data.binding,
        problems: vec![],
        pictures: files,
    })
}

/// The pictures of the sender, of the body, and of the page that fills the sheet.
pub(super) fn pictures_of(edition: &Edition, item: &Item<Piece>) -> BTreeMap<String, PictureFile> {
    let page = filling_page(edition, &item.data).map(|page| page.body.as_ref());
    pictures::collect(edition, page.into_iter().chain([item.body.as_ref()]))
}

/// The page that a sheet is filled from (`isi`).
fn filling_page<'a>(edition: &'a Edition, piece: &Piece) -> Option<&'a Item<Page>> {
    let from = piece.fills_from.as_ref().filter(|from| from.value.kind == Kind::Page)?;
    edition.pages.get(&from.value.id)
}

/// The body whole. A sheet filled from a page begins with the page's text.
fn whole(context: &PrintContext<'_>, item: &Item<Piece>, wording: &Wording<'_>) -> Body {
    let page = filling_page(context.edition(), &item.data);
    let mut parts = page.map(|page| Wording::new(context, &page.body).all()).unwrap_or_default();
    parts.extend(wording.all());
    Body { title: Copy::default(), parts }
}

/// Cuts the body into panels. That every heading names a panel, and every panel has one, was checked
/// before.
fn panels(wording: &Wording<'_>) -> BTreeMap<String, Body> {
    let sections = wording.sections(PANEL_LEVEL);
    let panels = sections.iter().filter_map(|section| {
        let heading = section.heading.as_ref()?;
        Some((heading.id.to_owned(), wording.panel(section)))
    });
    panels.collect()
}

/// Cuts the body at its headings, in their order. What stands before the first is section 0, when there is anything.
fn sections(wording: &Wording<'_>) -> BTreeMap<String, Body> {
    let bodies = wording.sections(PANEL_LEVEL).into_iter();
    let mut next = 1;
    let numbered = bodies.filter_map(|section| match section.heading {
        None if section.blocks.is_empty() => None,
        None => Some((Job::section(0), wording.panel(&section))),
        Some(_) => {
            next += 1;
            Some((Job::section(next - 1), wording.panel(&section)))
        }
    });
    numbered.collect()
}

/// How the edges are finished: as the piece says, else as is usual for the format.
fn finishing(format: &Format, piece: &Piece) -> Option<Finishing> {
    let chosen = piece.finishing.as_ref().and_then(|name| format.finishing_named(&name.value));
    chosen.or(format.finishing.first()).cloned()
}

/// The line that the shop's knife follows, where its edges are cut along one.
fn cut_line(profile: &Profile, finishing: Option<&Finishing>) -> Option<CutLine> {
    let radius = finishing?.contour?.radius;
    Some(CutLine { ink: profile.contour.as_ref()?.value.clone(), radius })
}

/// The short texts by the names the theme knows. A sheet filled from a declaration carries the declaration's title. What takes the headline
/// alone gets nothing else, whatever its layout has room for: the summary stays for the download page.
fn texts(
    context: &PrintContext<'_>,
    piece: &Piece,
    declaration: Option<&Declaration>,
    length: CopyLength,
) -> BTreeMap<String, Copy> {
    let meta = declaration.map_or(&piece.meta, |declaration| &declaration.meta);
    let named = [
        ("judul", Some(&meta.title)),
        ("ringkas", piece.meta.summary.as_ref().filter(|_| length != CopyLength::Headline)),
        ("spanduk", piece.meta.headline.as_ref()),
        ("pembuka", declaration.and_then(|of| of.opening.as_ref()).map(|passage| &passage.text)),
        ("penutup", declaration.and_then(|of| of.closing.as_ref()).map(|passage| &passage.text)),
        (Job::REGIONAL_LINE, piece.regional_line.as_ref().map(|line| &line.text)),
    ];
    let given = named.into_iter().filter_map(|(name, text)| Some((name.to_owned(), context.line(text?))));
    let basis = context.basis_line(basis(context, piece, declaration));
    given.chain(basis.map(|line| ("dasar".to_owned(), line))).collect()
}

/// What a piece rests on: its own articles, else those of the content that fills it.
fn basis<'a>(context: &PrintContext<'a>, piece: &'a Piece, declaration: Option<&'a Declaration>) -> &'a [LegalBasis] {
    if !piece.basis.is_empty() {
        return &piece.basis;
    }
    let page = filling_page(context.edition(), piece);
    match (declaration, page) {
        (Some(declaration), _) => &declaration.basis,
        (None, Some(page)) => &page.data.basis,
        (None, None) => &[],
    }
}

fn sender(edition: &Edition) -> Sender {
    let office = &edition.office;
    let (region, region_code) = match &edition.code {
        EditionCode::National => ("Republik Indonesia".to_owned(), String::new()),
        EditionCode::Region(code) => (edition.name.clone(), code.to_string()),
    };
    Sender {
        institution: Some(edition.site.institution.clone()),
        region,
        region_code,
        name: office.name.clone(),
        address: office.address.clone(),
        phone: office.phone.clone(),
        whatsapp: office.whatsapp.clone(),
        email: office.email.clone(),
        website: office.website.as_ref().map(readable),
        logo: pictures::logo(edition),
    }
}

/// People and offices, one a text.
fn who(context: &PrintContext<'_>, texts: Option<&[Located<String>]>) -> Vec<Copy> {
    let capital = |text: &Located<String>| {
        // They are written as in the middle of a sentence.
        Located { value: upper_first(&text.value), place: text.place.clone() }
    };
    texts.unwrap_or_default().iter().map(|text| context.line(&capital(text))).collect()
}

/// The body's first directive that asks for lines to sign on.
fn signatures(body: &Document) -> Option<&Directive> {
    body.directives().into_iter().find(|directive| directive.name == DirectiveName::Signatures)
}

/// The lines to sign on that the body's first directive asks for.
fn signing_lines(edition: &Edition, body: &Document) -> Option<Vec<SigningLine>> {
    let directive = signatures(body)?;
    let line = |(name, detail): (String, String)| SigningLine { name, detail };
    Some(edition.signing_lines(directive).into_iter().map(line).collect())
}

/// A row a village: the villages of a kecamatan together, in the order of their codes. Of a letter a row a recipient.
fn rows<'a>(of: &'a EditionPlan, sheet: &'a SheetPlan, piece: &'a Piece, folder: &str) -> Rows<'a> {
    if piece.per_recipient {
        let recipients = of.edition.recipients.iter().zip(1..);
        return recipients.map(|(recipient, number)| letter(of, sheet, recipient, number)).collect::<Vec<_>>().into();
    }
    let villages = of.edition.sheet_villages(piece);
    let mut districts: BTreeMap<&str, Arc<District>> = BTreeMap::new();
    for village in &villages {
        districts.entry(&village.district.value).or_insert_with(|| {
            let name = village.district.value.clone();
            let code = village.code.value.get(..DISTRICT_CODE).unwrap_or_default();
            let stem = format!("{folder}/kecamatan/{}-{code}-{}", sheet.piece, slug(&name));
            Arc::new(District { name, stem })
        });
    }
    let counted = villages.iter().any(|village| of.edition.village_copies(piece, village).is_some());
    Rows::new(villages.len(), counted, move |at| {
        let village = villages[at];
        row(of, piece, village, districts.get(village.district.value.as_str()).map(Arc::clone))
    })
}

fn row(of: &EditionPlan, piece: &Piece, village: &Village, district: Option<Arc<District>>) -> Row {
    let code = &village.code.value;
    let values = Placeholder::ALL.iter().filter(|placeholder| placeholder.scope() == Scope::Village);
    let value = |placeholder: &Placeholder| {
        (placeholder.name().to_owned(), of.edition.village_value(*placeholder, village, Medium::Print))
    };
    Row {
        code: code.clone(),
        name: village.name.value.clone(),
        place: village.place.clone(),
        values: values.map(value).collect(),
        qr: of.printed(&of.village(code)),
        district,
        copies: of.edition.village_copies(piece, village),
    }
}

/// What the letter of a recipient is called by: its number in the list, from 1.
pub fn recipient_code(number: usize) -> String {
    format!("{number:03}")
}

/// The letter of one recipient. Its code is the artwork's own: a letter leads nowhere else than the others.
fn letter(of: &EditionPlan, sheet: &SheetPlan, recipient: &Recipient, number: usize) -> Row {
    let code = recipient_code(number);
    let values = Placeholder::ALL.iter().filter(|placeholder| placeholder.scope() == Scope::Recipient);
    let value = |placeholder: &Placeholder| (placeholder.name().to_owned(), of.edition.recipient_value(*placeholder, recipient));
    let mut values: BTreeMap<String, String> = values.map(value).collect();
    values.insert(ADDRESSEE.to_owned(), recipient.lines().join("\n"));
    Row {
        name: recipient.called().to_owned(),
        place: recipient.place.clone(),
        values,
        qr: of.printed(&sheet.target),
        district: None,
        copies: Some(u64::from(recipient.copies)),
        code,
    }
}

/// An address as people read and type it: without scheme and without the last slash.
fn readable(address: &Located<String>) -> Located<String> {
    address.clone().map(|text| short(&text))
}

fn short(address: &str) -> String {
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or(address);
    bare.trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn an_address_is_printed_as_it_is_typed() {
        assert_eq!(short("https://contoh.go.id/61.11/lapor/"), "contoh.go.id/61.11/lapor");
        assert_eq!(short("contoh.go.id"), "contoh.go.id");
    }
}
