//! Objects taken out of one file to be put into others.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{self, Write};

use lopdf::{Document, Object, ObjectId};
use sha2::{Digest, Sha256};

use super::serial::{dictionary, object};
use super::{Id, PdfStream, Refs};

/// An object and all that it leads to, numbered from 0 in the order in which one comes upon them: the same objects are the same
/// parts, whichever file they come from.
pub(crate) struct Parts {
    objects: Vec<Object>,
    /// What tells them from others.
    pub(crate) digest: [u8; 32],
}

impl Parts {
    /// Takes an object with all that it leads to.
    pub(crate) fn reached(document: &Document, root: ObjectId) -> io::Result<Parts> {
        let mut numbers = BTreeMap::from([(root, 0)]);
        let mut order = vec![root];
        let mut next = 0;
        while let Some(id) = order.get(next).copied() {
            next += 1;
            if let Ok(object) = document.get_object(id) {
                references(object, &mut |id| {
                    if let Entry::Vacant(new) = numbers.entry(id) {
                        new.insert(Id::try_from(order.len()).unwrap_or(Id::MAX));
                        order.push(id);
                    }
                });
            }
        }
        let null = Object::Null;
        let mut objects = Vec::with_capacity(order.len());
        let mut hash = Sha256::new();
        for id in order {
            let mut value = document.get_object(id).unwrap_or(&null).clone();
            renumber(&mut value, &numbers);
            hash_of(&mut hash, &value)?;
            objects.push(value);
        }
        Ok(Parts { objects, digest: hash.finalize().into() })
    }

    /// Writes them; gives the number of the first.
    pub(crate) fn write<W: Write>(&self, pdf: &mut PdfStream<W>) -> io::Result<Id> {
        let ids: Vec<Id> = self.objects.iter().map(|_| pdf.reserve()).collect();
        let first = ids.first().copied().unwrap_or_default();
        for (id, value) in ids.into_iter().zip(&self.objects) {
            pdf.set(id, value, &Refs::From(first))?;
        }
        Ok(first)
    }
}

/// Calls `found` with every reference in an object, in the order in which they stand.
pub(crate) fn references(value: &Object, found: &mut dyn FnMut(ObjectId)) {
    match value {
        Object::Reference(id) => found(*id),
        Object::Array(values) => values.iter().for_each(|value| references(value, found)),
        Object::Dictionary(values) => values.iter().for_each(|(_, value)| references(value, found)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| references(value, found)),
        _ => {}
    }
}

fn renumber(value: &mut Object, numbers: &BTreeMap<ObjectId, Id>) {
    match value {
        Object::Reference(id) => *id = (numbers.get(id).copied().unwrap_or(Id::MAX), 0),
        Object::Array(values) => values.iter_mut().for_each(|value| renumber(value, numbers)),
        Object::Dictionary(values) => values.iter_mut().for_each(|(_, value)| renumber(value, numbers)),
        Object::Stream(stream) => stream.dict.iter_mut().for_each(|(_, value)| renumber(value, numbers)),
        _ => {}
    }
}

fn hash_of(hash: &mut Sha256, value: &Object) -> io::Result<()> {
    let mut bytes = Vec::new();
    match value {
        Object::Stream(stream) => {
            dictionary(&mut bytes, &stream.dict, &Refs::Own)?;
            hash.update(&bytes);
            hash.update(&stream.content);
        }
        _ => {
            object(&mut bytes, value, &Refs::Own)?;
            hash.update(&bytes);
        }
    }
    hash.update(b"\n");
    Ok(())
}
