//! Reading a finished file again: the boxes are the format's, every ink is DeviceCMYK, every font is
//! inside. What fails here is the program's fault, never the content's.

use std::collections::BTreeSet;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::print::geometry::{Area, Sheet};

/// How far a box may be from the format, in points.
const BOX_TOLERANCE: f64 = 0.1;
/// Content streams of a sheet are far smaller; more is not ours.
const STREAM_LIMIT: usize = 256 << 20;

/// What is wrong with a file, in words.
pub(crate) fn faults(pdf: &[u8], sheet: &Sheet) -> Vec<String> {
    let document = match Document::load_mem(pdf) {
        Ok(document) => document,
        Err(error) => return vec![format!("PDF tidak terbaca kembali: {error}")],
    };
    let mut inspector = Inspector { document: &document, seen: BTreeSet::new(), faults: BTreeSet::new() };
    for (number, page) in document.get_pages() {
        inspector.boxes(number, page, sheet);
        inspector.page(page);
    }
    inspector.fonts();
    inspector.faults.into_iter().collect()
}

struct Inspector<'a> {
    document: &'a Document,
    seen: BTreeSet<ObjectId>,
    faults: BTreeSet<String>,
}

impl Inspector<'_> {
    fn fault(&mut self, message: impl Into<String>) {
        self.faults.insert(message.into());
    }

    fn boxes(&mut self, number: u32, page: ObjectId, sheet: &Sheet) {
        let Ok(dictionary) = self.document.get_dictionary(page) else {
            return self.fault(format!("halaman {number} rusak"));
        };
        let expected = [("MediaBox", sheet.media), ("CropBox", sheet.media), ("BleedBox", sheet.bleed), ("TrimBox", sheet.trim)];
        let wrong: Vec<&str> = expected
            .iter()
            .filter(|(name, area)| !box_is(dictionary, name.as_bytes(), *area, sheet))
            .map(|(name, _)| *name)
            .collect();
        for name in wrong {
            self.fault(format!("{name} halaman {number} bukan ukuran formatnya"));
        }
    }

    fn page(&mut self, page: ObjectId) {
        let content = self.document.get_page_content(page);
        let resources = self.document.get_dictionary(page).ok().and_then(|page| self.resources(page));
        self.content(&content, resources.as_ref());
    }

    fn resources(&self, owner: &Dictionary) -> Option<Dictionary> {
        owner.get_deref(b"Resources", self.document).ok()?.as_dict().ok().cloned()
    }

    /// Checks a content stream and the forms it draws. Paint may only be laid after an ink was
    /// chosen: the ink that a page begins with is DeviceGray.
    fn content(&mut self, content: &[u8], resources: Option<&Dictionary>) {
        let Ok(content) = Content::decode(content) else {
            return self.fault("isi halaman tidak terbaca");
        };
        let mut ink = Inks::default();
        let mut saved = Vec::new();
        for operation in &content.operations {
            let operand = operation.operands.last();
            match operation.operator.as_str() {
                "q" => saved.push(ink),
                "Q" => ink = saved.pop().unwrap_or_default(),
                "k" => ink.fill = true,
                "K" => ink.stroke = true,
                "rg" | "RG" | "g" | "G" => {
                    self.fault(format!("operator warna `{}` di berkas cetak", operation.operator));
                }
                "cs" | "CS" => {
                    let space = operand.and_then(|name| self.named(resources, b"ColorSpace", name));
                    if !operand.is_some_and(is_cmyk_name) && !space.is_some_and(|s| self.is_cmyk(&s)) {
                        self.fault("ruang warna selain DeviceCMYK di berkas cetak");
                    }
                    if operation.operator == "cs" { ink.fill = true } else { ink.stroke = true }
                }
                "f" | "F" | "f*" | "Tj" | "TJ" | "'" | "\"" if !ink.fill => {
                    self.fault("tinta isi tidak dipilih sebelum dipakai");
                }
                "S" | "s" if !ink.stroke => self.fault("tinta garis tidak dipilih sebelum dipakai"),
                "B" | "B*" | "b" | "b*" if !(ink.fill && ink.stroke) => {
                    self.fault("tinta tidak dipilih sebelum dipakai");
                }
                "sh" => self.fault("gradasi di berkas cetak"),
                "BI" => self.fault("gambar sisipan di berkas cetak"),
                "gs" => self.state(operand, resources),
                "Do" => self.object(operand, resources),
                _ => {}
            }
        }
    }

    /// A graphics state must not bring transparency.
    fn state(&mut self, name: Option<&Object>, resources: Option<&Dictionary>) {
        let state = name.and_then(|name| self.named(resources, b"ExtGState", name));
        let Some(Object::Dictionary(state)) = state else {
            return;
        };
        let opaque = |key: &[u8]| state.get(key).and_then(Object::as_float).map_or(true, |alpha| alpha >= 1.0);
        let mask = state.get(b"SMask").is_ok_and(|mask| mask.as_name().map_or(true, |name| name != b"None"));
        if mask || !opaque(b"ca") || !opaque(b"CA") {
            self.fault("transparansi di berkas cetak");
        }
    }

    fn object(&mut self, name: Option<&Object>, resources: Option<&Dictionary>) {
        let found = name.and_then(|name| {
            let Ok(name) = name.as_name() else { return None };
            let objects = resources?.get_deref(b"XObject", self.document).ok()?.as_dict().ok()?;
            objects.get(name).and_then(Object::as_reference).ok()
        });
        let Some(id) = found else {
            return self.fault("objek halaman tidak ditemukan");
        };
        if !self.seen.insert(id) {
            return;
        }
        let Ok(Object::Stream(stream)) = self.document.get_object(id) else {
            return self.fault("objek halaman rusak");
        };
        if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form") {
            let resources = self.resources(&stream.dict);
            match stream.get_plain_content_with_limit(STREAM_LIMIT) {
                Ok(content) => self.content(&content, resources.as_ref()),
                Err(_) => self.fault("isi halaman tidak terbaca"),
            }
        } else {
            let space = stream.dict.get_deref(b"ColorSpace", self.document).ok().cloned();
            if !space.is_some_and(|space| self.is_cmyk(&space)) || stream.dict.has(b"SMask") {
                self.fault("gambar selain DeviceCMYK di berkas cetak");
            }
        }
    }

    /// An entry of a resource dictionary, by the name that an operator used.
    fn named(&self, resources: Option<&Dictionary>, kind: &[u8], name: &Object) -> Option<Object> {
        let list = resources?.get_deref(kind, self.document).ok()?.as_dict().ok()?;
        list.get_deref(name.as_name().ok()?, self.document).ok().cloned()
    }

    /// DeviceCMYK, or a separation that falls back to it.
    fn is_cmyk(&self, space: &Object) -> bool {
        match space {
            Object::Name(_) => is_cmyk_name(space),
            Object::Array(parts) => {
                let separation = parts.first().and_then(|kind| kind.as_name().ok()) == Some(&b"Separation"[..]);
                separation && parts.get(2).is_some_and(is_cmyk_name)
            }
            _ => false,
        }
    }

    /// Every font descriptor must carry its font.
    fn fonts(&mut self) {
        let loose = self.document.objects.values().any(|object| {
            object.as_dict().is_ok_and(|dictionary| {
                dictionary.has_type(b"FontDescriptor")
                    && ![&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| dictionary.has(key))
            })
        });
        if loose {
            self.fault("ada huruf yang tidak tertanam");
        }
    }
}

/// Whether an ink was chosen for fills and strokes.
#[derive(Clone, Copy, Default)]
struct Inks {
    fill: bool,
    stroke: bool,
}

fn is_cmyk_name(name: &Object) -> bool {
    name.as_name().is_ok_and(|name| name == b"DeviceCMYK")
}

fn box_is(page: &Dictionary, name: &[u8], area: Area, sheet: &Sheet) -> bool {
    let Ok(values) = page.get(name).and_then(Object::as_array) else {
        return false;
    };
    let expected = [
        area.left - sheet.media.left,
        sheet.media.bottom - area.bottom,
        area.right - sheet.media.left,
        sheet.media.bottom - area.top,
    ]
    .map(|real| real / sheet.scale);
    values.len() == 4
        && values
            .iter()
            .zip(expected)
            .all(|(value, expected)| value.as_float().is_ok_and(|value| (f64::from(value) - expected).abs() <= BOX_TOLERANCE))
}
