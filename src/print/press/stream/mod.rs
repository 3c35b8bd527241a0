//! Writing a PDF as it comes: every object goes out at once, in memory stays only where it went.
//!
//! Small objects are packed into compressed object streams and the table of their places is a compressed stream too (PDF 1.5):
//! a page of a merged file costs a few dozen bytes beside its drawing, and a file of any length is written in the same memory.

mod parts;
mod serial;
mod tree;

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, Stream, dictionary};
use sha2::{Digest, Sha256};

pub(crate) use parts::{Parts, references};
pub(crate) use serial::{Refs, own};
pub(crate) use tree::{Outline, PageTree};

use serial::{dictionary, object};

/// The number of an object in the file.
pub(crate) type Id = u32;

/// Objects in one object stream.
const PACKED: usize = 200;
/// The end of the header; its second line tells every program that copies files that this is not text.
const HEADER: &[u8] = b"\n%\xE2\xE3\xCF\xD3\n";

/// Where an object went.
#[derive(Clone, Copy)]
enum Place {
    /// Its number is taken, and it has not come yet.
    Awaited,
    /// At this byte of the file.
    At(u64),
    /// In an object stream, at this position.
    Packed(Id, u16),
}

/// A file in the making.
pub(crate) struct PdfStream<W> {
    out: W,
    state: State,
}

/// What is known of the bytes written so far.
#[derive(Clone)]
struct State {
    at: u64,
    hash: Sha256,
    places: Vec<Place>,
    packed: Vec<(Id, usize)>,
    pack: Vec<u8>,
}

/// The beginning of a file, written once for many files that begin alike.
pub(crate) struct Prefix {
    bytes: Vec<u8>,
    state: State,
}

impl PdfStream<Vec<u8>> {
    /// Begins the beginning of many files of a version of PDF.
    pub(crate) fn prefix(version: &str) -> io::Result<PdfStream<Vec<u8>>> {
        let state = State { at: 0, hash: Sha256::new(), places: Vec::new(), packed: Vec::new(), pack: Vec::new() };
        let mut stream = PdfStream { out: Vec::new(), state };
        stream.write(b"%PDF-")?;
        stream.write(version.as_bytes())?;
        stream.write(HEADER)?;
        Ok(stream)
    }

    /// Ends the common beginning.
    pub(crate) fn into_prefix(mut self) -> io::Result<Prefix> {
        self.flush_pack()?;
        Ok(Prefix { bytes: self.out, state: self.state })
    }
}

impl<W: Write> PdfStream<W> {
    /// Begins a file with what many begin with.
    pub(crate) fn begin(prefix: &Prefix, mut out: W) -> io::Result<PdfStream<W>> {
        out.write_all(&prefix.bytes)?;
        Ok(PdfStream { out, state: prefix.state.clone() })
    }

    /// Takes a number for an object that comes later.
    pub(crate) fn reserve(&mut self) -> Id {
        self.state.places.push(Place::Awaited);
        Id::try_from(self.state.places.len()).unwrap_or(Id::MAX)
    }

    /// Writes an object under a number of its own.
    pub(crate) fn add(&mut self, value: &Object, refs: &Refs<'_>) -> io::Result<Id> {
        let id = self.reserve();
        self.set(id, value, refs)?;
        Ok(id)
    }

    /// Writes the object that a number was taken for.
    pub(crate) fn set(&mut self, id: Id, value: &Object, refs: &Refs<'_>) -> io::Result<()> {
        if let Object::Stream(stream) = value {
            return self.set_stream(id, &stream.dict, &stream.content, refs);
        }
        self.state.packed.push((id, self.state.pack.len()));
        object(&mut self.state.pack, value, refs)?;
        self.state.pack.push(b'\n');
        if self.state.packed.len() == PACKED { self.flush_pack() } else { Ok(()) }
    }

    /// Writes a stream whose bytes are as `dict` says they are.
    pub(crate) fn set_stream(&mut self, id: Id, dict: &Dictionary, bytes: &[u8], refs: &Refs<'_>) -> io::Result<()> {
        self.place(id, Place::At(self.state.at));
        let mut head = Vec::new();
        writeln!(head, "{id} 0 obj")?;
        let mut dict = dict.clone();
        dict.set("Length", i64::try_from(bytes.len()).unwrap_or(i64::MAX));
        dictionary(&mut head, &dict, refs)?;
        head.extend_from_slice(b"stream\n");
        self.write(&head)?;
        self.write(bytes)?;
        self.write(b"\nendstream\nendobj\n")
    }

    /// Ends the file and gives back where it went.
    pub(crate) fn finish(mut self, catalog: Id, info: Dictionary) -> io::Result<W> {
        let info = self.add(&Object::Dictionary(info), &Refs::Own)?;
        self.flush_pack()?;
        let id = self.state.hash.clone().finalize().get(..16).unwrap_or_default().to_vec();
        let id = Object::String(id, lopdf::StringFormat::Hexadecimal);
        let table = self.reserve();
        let begins = self.state.at;
        self.place(table, Place::At(begins));
        let trailer = dictionary! {
            "Type" => "XRef",
            "Size" => i64::from(table) + 1,
            "W" => vec![1.into(), 5.into(), 2.into()],
            "Root" => own(catalog),
            "Info" => own(info),
            "ID" => vec![id.clone(), id],
            "Filter" => "FlateDecode",
            "DecodeParms" => dictionary! { "Predictor" => 12, "Columns" => 8 },
        };
        let rows = deflate(&self.table())?;
        self.set_stream(table, &trailer, &rows, &Refs::Own)?;
        self.write(format!("startxref\n{begins}\n%%EOF\n").as_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }

    /// The cross-reference rows, each as the difference from the row above (PNG predictor "up"): neighbours differ little.
    fn table(&self) -> Vec<u8> {
        let mut above = [0_u8; 8];
        let mut rows = Vec::with_capacity(9 * (self.state.places.len() + 1));
        let free = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF];
        let places = self.state.places.iter().map(|place| match place {
            Place::Awaited => free,
            Place::At(at) => row(1, *at, 0),
            Place::Packed(stream, index) => row(2, u64::from(*stream), *index),
        });
        for row in std::iter::once(free).chain(places) {
            rows.push(2);
            rows.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
            above = row;
        }
        rows
    }

    fn flush_pack(&mut self) -> io::Result<()> {
        if self.state.packed.is_empty() {
            return Ok(());
        }
        let packed = std::mem::take(&mut self.state.packed);
        let pack = std::mem::take(&mut self.state.pack);
        let id = self.reserve();
        let mut bytes = Vec::with_capacity(pack.len() + 12 * packed.len());
        for (index, (member, offset)) in packed.iter().enumerate() {
            write!(bytes, "{member} {offset} ")?;
            self.place(*member, Place::Packed(id, u16::try_from(index).unwrap_or(u16::MAX)));
        }
        let first = bytes.len();
        bytes.extend_from_slice(&pack);
        let dict = dictionary! {
            "Type" => "ObjStm",
            "N" => i64::try_from(packed.len()).unwrap_or(i64::MAX),
            "First" => i64::try_from(first).unwrap_or(i64::MAX),
            "Filter" => "FlateDecode",
        };
        self.set_stream(id, &dict, &deflate(&bytes)?, &Refs::Own)
    }

    fn place(&mut self, id: Id, place: Place) {
        if let Some(known) = self.state.places.get_mut((id as usize).wrapping_sub(1)) {
            *known = place;
        }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.state.hash.update(bytes);
        self.state.at += bytes.len() as u64;
        Ok(())
    }
}

/// Compresses a stream.
pub(crate) fn deflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// A row of the cross-reference table: kind, five bytes of a place, two of a position.
fn row(kind: u8, at: u64, index: u16) -> [u8; 8] {
    let [_, _, _, a, b, c, d, e] = at.to_be_bytes();
    let [i, j] = index.to_be_bytes();
    [kind, a, b, c, d, e, i, j]
}

/// A stream object of plain operators.
pub(crate) fn operators(text: &str) -> Object {
    Object::Stream(Stream::new(Dictionary::new(), text.as_bytes().to_vec()))
}

#[cfg(test)]
mod tests;
