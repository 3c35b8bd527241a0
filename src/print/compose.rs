//! A job as Typst source: the data module, the text modules and the document that ties them to the
//! theme's family template.

use std::fmt::Write;
use std::sync::Arc;

use super::geometry::{Sheet, has_slug, mark_span, media_margin};
use super::house::PrintHouse;
use super::job::{Body, Copy, Job, Part, SigningLine, picture_path};
use super::places::{Places, Segments};
use super::press::tiles::Tile;

use super::world::Desk;
use crate::content::Format;
use crate::content::format::Family;
use crate::diagnostics::Located;
use crate::markdown::contact;
use crate::markdown::escape::typst_string;

/// Brings the theme's functions into a text module.
const TEXT_PRELUDE: &str = "#import \"/tema/tulisan.typ\": *\n";

/// The desk on which the artwork is laid out, and the way back from its glyphs.
pub(crate) fn artwork<'h>(house: &'h PrintHouse, job: &Job<'_>) -> (Desk<'h>, Places<'h>) {
    sheet(house, job, false)
}

/// The desk on which the edition for screens is laid out: links are links, headlines headings, and `general` stands where
/// the village's values would (see `mode.typ`).
pub(crate) fn screen<'h>(house: &'h PrintHouse, job: &Job<'_>, general: &str) -> (Desk<'h>, Places<'h>) {
    let (mut desk, places) = sheet(house, job, true);
    desk.add_source("/sistem/mode.typ", format!("#let layar = true\n#let umum = {general}\n"));
    (desk, places)
}

fn sheet<'h>(house: &'h PrintHouse, job: &Job<'_>, on_screen: bool) -> (Desk<'h>, Places<'h>) {
    let family = job.format.family;
    let wrap = match family {
        Family::Naskah => "lembar-alir(data, isi.isi, latar: isi.latar, kaki: isi.at(\"kaki\", default: none))",
        _ if on_screen => "lembar-layar(data, isi.sisi)",
        _ => "lembar-sisi(data, isi.sisi)",
    };
    let main = format!(
        "#import \"/sistem/lembar.typ\": lembar-sisi, lembar-alir, lembar-layar\n\
         #import \"/data.typ\": data\n\
         #import \"/tema/{}.typ\": susun\n\
         #{{ let isi = susun(data); {wrap} }}\n",
        family.key()
    );
    let mut desk = Desk::new(house, main);
    let mut places = Places::new(house);
    for (path, file) in &job.pictures {
        if let Some(path) = picture_path(&job.pictures, path) {
            desk.add_file(&path, Arc::clone(&file.bytes));
        }
    }
    let data = data_module(job, on_screen, &mut desk, &mut places);
    desk.add_source("/data.typ", data);
    (desk, places)
}

/// The desk on which a chunk of villages is laid out over the artwork's slots, and the way back from
/// the paragraphs that name villages.
pub(crate) fn slots<'h>(house: &'h PrintHouse, job: &Job<'_>, plan: Vec<u8>, rows: Vec<u8>) -> (Desk<'h>, Places<'h>) {
    let main = "#import \"/sistem/slot.typ\": lembar-slot\n\
                #import \"/data.typ\": data\n\
                #import \"/alinea.typ\": alinea\n\
                #import \"/tema/gaya-slot.typ\": gaya\n\
                #lembar-slot(data, gaya, alinea)\n";
    let mut desk = Desk::new(house, main.to_owned());
    desk.add_source("/data.typ", format!("{}#let data = (\n{}{})\n", HEAD, head(job, false), format_dict(job, false)));
    let mut places = Places::new(house);
    let (text, segments) = village_texts(job);
    desk.add_source("/alinea.typ", text);
    places.add("/alinea.typ", segments);
    desk.add_file("/rencana.json", plan);
    desk.add_file("/desa.json", rows);
    (desk, places)
}

/// The desk on which the marks and places of a poster's sheets are laid out.
pub(crate) fn tiles<'h>(house: &'h PrintHouse, job: &Job<'_>, tiles: &[Tile]) -> (Desk<'h>, Places<'h>) {
    let main = "#import \"/sistem/ubin.typ\": lembar-ubin\n\
                #import \"/data.typ\": data\n\
                #lembar-ubin(data, json(\"/ubin.json\"))\n";
    let mut desk = Desk::new(house, main.to_owned());
    desk.add_source("/data.typ", format!("{}#let data = (\n{}{})\n", HEAD, head(job, false), format_dict(job, false)));
    desk.add_file("/ubin.json", serde_json::to_vec(tiles).unwrap_or_default());
    (desk, Places::new(house))
}

/// The ink of everything that is black: one plate, so that it is sharp and never tinted.
pub(crate) fn black() -> typst::visualize::Color {
    use typst::visualize::{Cmyk, Color, ProcessColor};
    Color::Process(ProcessColor::Cmyk(Cmyk { c: 0.0, m: 0.0, y: 0.0, k: 1.0 }))
}

const HEAD: &str = "#import \"/token.typ\": huruf\n";

fn data_module(job: &Job<'_>, on_screen: bool, desk: &mut Desk<'_>, places: &mut Places<'_>) -> String {
    let mut out = String::from(HEAD);
    let mut lines = LineModule::default();
    let mut data = head(job, on_screen);
    data.push_str(&format_dict(job, on_screen));
    data.push_str("  pengirim: (\n");
    let sender = &job.sender;
    let _ = writeln!(data, "    daerah: {},\n    kode: {},", typst_string(&sender.region), typst_string(&sender.region_code));
    for (name, value) in [
        ("lembaga", &sender.institution),
        ("nama", &sender.name),
        ("alamat", &sender.address),
        ("telepon", &sender.phone),
        ("whatsapp", &sender.whatsapp),
        ("surel", &sender.email),
        ("situs", &sender.website),
    ] {
        let value = value.as_ref().map(|text| {
            let words = lines.add(&Copy::plain(text));
            let to = if on_screen { contact_address(name, text) } else { None };
            to.map_or(words.clone(), |to| format!("link({}, {words})", typst_string(&to)))
        });
        let _ = writeln!(data, "    {name}: {},", value.unwrap_or_else(|| "none".to_owned()));
    }
    let picture = |path: &Option<String>| {
        let path = path.as_ref().and_then(|path| picture_path(&job.pictures, path));
        path.map_or_else(|| "none".to_owned(), |path| typst_string(&path))
    };
    let name = sender.name.as_ref().map_or(sender.region.as_str(), |name| name.value.as_str());
    let _ = writeln!(data, "    logo: {},\n  ),", picture(&sender.logo));
    let _ = writeln!(data, "  lambang: {},\n  mitra: (", typst_string(&format!("Lambang {name}")));
    for partner in &job.partners {
        let alt = typst_string(&format!("Lambang {}", partner.name.value));
        let name = lines.add(&Copy::plain(&partner.name));
        let _ = writeln!(data, "    (nama: {name}, keterangan: {alt}, logo: {}),", picture(&partner.logo));
    }
    data.push_str("  ),\n  teks: (:\n");
    for (name, copy) in &job.texts {
        let words = lines.add(copy);
        let words = match job.regional_language.filter(|_| name == Job::REGIONAL_LINE) {
            Some(code) => format!("text(lang: {}, {words})", typst_string(code)),
            None => words,
        };
        let _ = writeln!(data, "    {}: {words},", typst_string(name));
    }
    data.push_str("  ),\n");
    for (name, list) in [
        ("poin", &job.highlights),
        ("butir", &job.points),
        ("penandatangan", &job.signatories),
        ("saksi", &job.witnesses),
        ("urutan-tanda-tangan", &job.signing_order),
    ] {
        let _ = write!(data, "  {name}: (");
        for copy in list {
            let _ = write!(data, "{}, ", lines.add(copy));
        }
        data.push_str("),\n");
    }
    data.push_str(&signing_lines(job));
    data.push_str("  panel: (:\n");
    let mut villages = VillageTexts::default();
    for (index, (name, body)) in job.body.iter().enumerate() {
        let path = format!("/isi/{index}.typ");
        let (text, segments) = body_module(body, &mut villages);
        desk.add_source(&path, text);
        places.add(&path, segments);
        let title = lines.add(&body.title);
        let _ = writeln!(data, "    {}: (judul: {title}, isi: include {}),", typst_string(name), typst_string(&path));
    }
    data.push_str("  ),\n");
    let (text, segments) = lines.finish();
    desk.add_source("/isi/teks.typ", text);
    places.add("/isi/teks.typ", segments);
    let _ = write!(out, "#import \"/isi/teks.typ\"\n#let data = (\n{data})\n");
    out.replace("(:\n  )", "(:)").replace("(:\n", "(\n")
}

/// Where a contact of the sender leads on a screen: to the telephone, to WhatsApp, to the website.
fn contact_address(name: &str, text: &Located<String>) -> Option<String> {
    match name {
        "telepon" => contact::tel(text),
        "whatsapp" => contact::wa_me(text),
        "surel" => contact::mailto(text),
        // The text is the address without its scheme; see `brief`.
        "situs" => Some(format!("https://{}", text.value)),
        _ => None,
    }
}

/// The lines to sign on; `none` when the body has no directive that asks for them.
fn signing_lines(job: &Job<'_>) -> String {
    let Some(lines) = &job.signing_lines else { return "  baris-tanda-tangan: none,\n".to_owned() };
    let line = |line: &SigningLine| format!("(nama: {}, rincian: {}), ", typst_string(&line.name), typst_string(&line.detail));
    let common = job.signing_institution.as_deref().map_or_else(|| "none".to_owned(), typst_string);
    let lines: String = lines.iter().map(line).collect();
    format!("  baris-tanda-tangan: ({lines}),\n  instansi-tanda-tangan: {common},\n")
}

/// What both documents of a job know of it.
fn head(job: &Job<'_>, on_screen: bool) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "  id: {},", typst_string(job.id));
    let _ = writeln!(out, "  pekerjaan: {},", typst_string(&job.title.value));
    let _ = writeln!(out, "  daerah: {},", typst_string(&job.sender.region));
    let _ = writeln!(out, "  qr: {},", typst_string(&job.qr));
    let short = typst_string(&job.short_address);
    let short = if on_screen { format!("link({}, {short})", typst_string(&job.qr)) } else { short };
    let _ = writeln!(out, "  alamat-pendek: {short},");
    let _ = writeln!(out, "  layar: {on_screen},");
    let _ = writeln!(out, "  per-desa: {}, per-penerima: {},", job.is_per_village() && !job.by_recipient, job.by_recipient);
    let _ = writeln!(out, "  contoh: {},", job.specimen);
    let drawing = job.drawing.map_or_else(|| "none".to_owned(), |drawing| typst_string(drawing.key()));
    let _ = writeln!(out, "  gambar: {drawing},");
    out.push_str("  huruf: huruf,\n");
    out
}

/// The format as the templates see it; lengths are lengths.
fn format_dict(job: &Job<'_>, on_screen: bool) -> String {
    let format: &Format = &job.format;
    let sheet = Sheet::of(format, job.finishing.as_ref());
    let (start, end) = mark_span(format);
    let mut out = String::from("  format: (\n");
    let _ = writeln!(out, "    id: {},", typst_string(format.id.as_str()));
    let _ = writeln!(out, "    lebar: {}mm, tinggi: {}mm,", format.width, format.height);
    let _ = writeln!(out, "    bleed: {}mm, aman: {}mm,", format.bleed, format.safe);
    // A page for the screen ends at the trim; what is drawn into the bleed is cut off.
    let margin = if on_screen { 0.0 } else { media_margin(format) };
    let _ = writeln!(out, "    tepi-media: {margin}mm,");
    let (marks, slug) = (format.marks && !on_screen, has_slug(format) && !on_screen);
    let _ = writeln!(out, "    tanda: (ada: {marks}, keterangan: {slug}, mulai: {start}mm, panjang: {}mm),", end - start);
    let _ = writeln!(out, "    teks: {}pt, teks-kecil: {}pt,", format.text_size, format.min_text_size);
    let free = sheet.free;
    let _ = writeln!(
        out,
        "    bebas: (x: {}pt, y: {}pt, lebar: {}pt, tinggi: {}pt),",
        free.left,
        free.top,
        free.width(),
        free.height()
    );
    let seams = |horizontal| {
        let at = sheet.seams.iter().filter(move |seam| seam.horizontal == horizontal).map(|seam| format!("{}pt, ", seam.at));
        at.collect::<String>()
    };
    let _ = writeln!(out, "    sambungan: (mendatar: ({}), tegak: ({})),", seams(true), seams(false));
    let _ = writeln!(out, "    skala: {},", sheet.scale);
    let _ = writeln!(out, "    satu-warna: {}, layar: {},", format.one_ink, format.is_screen());
    let _ = writeln!(out, "    jarak: {},", format.viewing_distance.unwrap_or(0.0));
    if let Some(qr) = &format.qr {
        let _ = writeln!(out, "    qr: {}mm,", qr.width);
    }
    if let Some(m) = &format.margins {
        let _ = writeln!(out, "    tepi: (atas: {}mm, kanan: {}mm, bawah: {}mm, kiri: {}mm),", m.top, m.right, m.bottom, m.left);
    }
    out.push_str("    sisi: (");
    for side in &sheet.sides {
        let _ = write!(out, "(nama: {}, lipatan: (", typst_string(&side.name));
        for fold in &side.folds {
            let _ = write!(out, "{fold}pt, ");
        }
        out.push_str("), panel: (");
        for panel in &side.panels {
            let (x, width) = (panel.area.left, panel.area.width());
            let _ = write!(out, "(id: {}, x: {x}pt, lebar: {width}pt), ", typst_string(&panel.id));
        }
        out.push_str(")), ");
    }
    out.push_str("),\n  ),\n");
    out
}

/// The module of a body. A paragraph with village values stands in it as a function of the values,
/// so that the theme can give its slot a size from values of ordinary length.
fn body_module(body: &Body, villages: &mut VillageTexts) -> (String, Segments) {
    let mut text = TEXT_PRELUDE.to_owned();
    let mut segments = Segments::default();
    for part in &body.parts {
        let (before, copy, after) = match part {
            Part::Fixed(copy) => (String::new(), copy, ""),
            Part::Note(copy) => ("#catatan-kecil[".to_owned(), copy, "]"),
            Part::Village(copy) => (format!("#slot-alinea({}, slot => [", typst_string(&villages.next_name())), copy, "])"),
        };
        text.push_str(&before);
        segments.append(&copy.segments, text.len());
        text.push_str(&copy.markup);
        text.push_str(after);
        text.push_str("\n\n");
    }
    (text, segments)
}

/// Names village paragraphs in the order in which they stand; the slot document counts likewise.
#[derive(Default)]
struct VillageTexts(usize);

impl VillageTexts {
    fn next_name(&mut self) -> String {
        self.0 += 1;
        format!("{VILLAGE_TEXT}{}", self.0)
    }
}

/// The village paragraphs of a job as functions of a village's values.
fn village_texts(job: &Job<'_>) -> (String, Segments) {
    let mut text = format!("{TEXT_PRELUDE}#let alinea = (:)\n");
    let mut segments = Segments::default();
    let mut names = VillageTexts::default();
    for part in job.body.values().flat_map(|body| &body.parts) {
        if let Part::Village(copy) = part {
            let _ = write!(text, "#alinea.insert({}, slot => [", typst_string(&names.next_name()));
            segments.append(&copy.segments, text.len());
            text.push_str(&copy.markup);
            text.push_str("])\n");
        }
    }
    (text, segments)
}

/// The panel in which a village paragraph stands, by the name of its slot.
pub(crate) fn village_text_panel<'j>(job: &'j Job<'_>, slot: &str) -> Option<&'j str> {
    let parts = job.body.iter().flat_map(|(panel, body)| body.parts.iter().map(move |part| (panel, part)));
    let mut names = VillageTexts::default();
    let mut villages = parts.filter(|(_, part)| matches!(part, Part::Village(_)));
    villages.find(|_| names.next_name() == slot).map(|(panel, _)| panel.as_str())
}

/// How the slots of village paragraphs are called.
pub(crate) const VILLAGE_TEXT: &str = "alinea-";

/// Short texts share one module, one binding each.
#[derive(Default)]
struct LineModule {
    text: String,
    segments: Segments,
    count: usize,
}

impl LineModule {
    /// Adds a text and returns the expression that stands for it.
    fn add(&mut self, copy: &Copy) -> String {
        let name = format!("t{}", self.count);
        self.count += 1;
        let _ = write!(self.text, "#let {name} = [");
        self.segments.append(&copy.segments, TEXT_PRELUDE.len() + self.text.len());
        let _ = writeln!(self.text, "{}]", copy.markup);
        format!("teks.{name}")
    }

    fn finish(self) -> (String, Segments) {
        (format!("{TEXT_PRELUDE}{}", self.text), self.segments)
    }
}
