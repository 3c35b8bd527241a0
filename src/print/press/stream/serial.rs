//! Objects as bytes, their references turned into numbers of the file they go to.

use std::collections::BTreeMap;
use std::io::{self, Write};

use lopdf::{Dictionary, Object, ObjectId, Writer};

use super::Id;

/// The generation that marks a reference as the file's own number among references of another file.
const OWN: u16 = u16::MAX;

/// A reference to an object of the file that is being written.
pub(crate) fn own(id: Id) -> Object {
    Object::Reference((id, OWN))
}

/// What the references of an object mean in the file.
pub(crate) enum Refs<'a> {
    /// They are the file's own numbers.
    Own,
    /// They count from this number on.
    From(Id),
    /// They are another file's; each has its number here.
    Known(&'a BTreeMap<ObjectId, Id>),
}

impl Refs<'_> {
    fn of(&self, id: ObjectId) -> Option<Id> {
        match self {
            _ if id.1 == OWN => Some(id.0),
            Refs::Own => Some(id.0),
            Refs::From(first) => Some(first + id.0),
            Refs::Known(known) => known.get(&id).copied(),
        }
    }
}

/// Writes an object that is no stream. A reference that leads nowhere is `null`, as PDF reads it.
pub(super) fn object(out: &mut Vec<u8>, value: &Object, refs: &Refs<'_>) -> io::Result<()> {
    match value {
        Object::Reference(id) => match refs.of(*id) {
            Some(id) => write!(out, "{id} 0 R"),
            None => out.write_all(b"null"),
        },
        Object::Array(values) => {
            out.push(b'[');
            for (index, value) in values.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                object(out, value, refs)?;
            }
            out.push(b']');
            Ok(())
        }
        Object::Dictionary(values) => dictionary(out, values, refs),
        Object::Real(value) if value.fract() == 0.0 => write!(out, "{value}"),
        _ => Writer::write_object(out, value).map_err(io::Error::other),
    }
}

/// Writes a dictionary.
pub(super) fn dictionary(out: &mut Vec<u8>, values: &Dictionary, refs: &Refs<'_>) -> io::Result<()> {
    out.extend_from_slice(b"<<");
    for (key, value) in values {
        object(out, &Object::Name(key.clone()), refs)?;
        if !matches!(value, Object::Name(_) | Object::Array(_) | Object::Dictionary(_) | Object::String(..)) {
            out.push(b' ');
        }
        object(out, value, refs)?;
    }
    out.extend_from_slice(b">>");
    Ok(())
}
