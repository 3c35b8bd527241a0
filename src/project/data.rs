//! Data files: YAML whose lists hold entries with an `id`, in `content/` and in any region's folder.
//!
//! What a layer says of an entry is what a Markdown file says of its id: here it is, leave it out (`hapus: true`), or nobody above
//! may change it (`terkunci: true`). A new list costs a field and a line here, the type of its entry in `content`, its reader, and a
//! line in the edition.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::codes::ENTRY_TWICE;
use super::{facts, fields, neutral, placeholders, reporting, search, shop, theme};
use crate::content::neutral::Neutral;
use crate::content::reporting::{Channel, Deadline, Procedure, ReportForm, Reporter};
use crate::content::search::{ExampleQuestion, Synonyms};
use crate::content::shop::{Profile, Shop, Wanted};
use crate::content::{Common, Dispute, Id, Statistic, Term, WrongCitation};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::source::SourceFile;
use crate::source::reader::MapReader;

/// What a layer says of one entry of a data file.
#[derive(Debug)]
pub enum DataEntry<T> {
    /// Here it is, new or in place of the one below.
    Present {
        /// The entry as read.
        data: Arc<T>,
        /// `terkunci`: no layer above may override it.
        locked: bool,
    },
    /// `hapus: true`: leave out the one below.
    Removed,
    /// It can't be used, as has been reported; what names it is not at fault.
    Unreadable,
}

/// What a layer says of one list: entries with where their id stands, in the order of the file.
#[derive(Debug)]
pub struct DataShelf<T> {
    /// The entries; no id is there twice.
    pub entries: Vec<(Id, Place, DataEntry<T>)>,
    /// The file is there but can't be used, as has been reported.
    pub unreadable: bool,
}

// Not derived: `T` itself need not be `Clone`, only what holds it is.
impl<T> Clone for DataEntry<T> {
    fn clone(&self) -> Self {
        match self {
            DataEntry::Present { data, locked } => DataEntry::Present { data: Arc::clone(data), locked: *locked },
            DataEntry::Removed => DataEntry::Removed,
            DataEntry::Unreadable => DataEntry::Unreadable,
        }
    }
}

// Not derived: as above.
impl<T> Clone for DataShelf<T> {
    fn clone(&self) -> Self {
        DataShelf { entries: self.entries.clone(), unreadable: self.unreadable }
    }
}

// Not derived: `T` itself need not have a default.
impl<T> Default for DataShelf<T> {
    fn default() -> Self {
        DataShelf { entries: Vec::new(), unreadable: false }
    }
}

/// The data files of a layer, by list.
#[derive(Clone, Debug, Default)]
pub struct DataFiles {
    /// `pelaporan.yaml`: `tenggat`
    pub deadlines: DataShelf<Deadline>,
    /// `pelaporan.yaml`: `saluran`
    pub channels: DataShelf<Channel>,
    /// `pelaporan.yaml`: `pelapor`
    pub reporters: DataShelf<Reporter>,
    /// `pelaporan.yaml`: `alur`
    pub procedures: DataShelf<Procedure>,
    /// `pelaporan.yaml`: `formulir`
    pub forms: DataShelf<ReportForm>,
    /// `glosarium.yaml`: `istilah`
    pub terms: DataShelf<Term>,
    /// `glosarium.yaml`: `lazim`
    pub common: DataShelf<Common>,
    /// `statistik.yaml`: `statistik`
    pub statistics: DataShelf<Statistic>,
    /// `sengketa.yaml`: `sengketa`
    pub disputes: DataShelf<Dispute>,
    /// `sengketa.yaml`: `salah_kutip`
    pub wrong_citations: DataShelf<WrongCitation>,
    /// `percetakan.yaml`: `profil`
    pub profiles: DataShelf<Profile>,
    /// `percetakan.yaml`: `toko`
    pub shops: DataShelf<Shop>,
    /// `percetakan.yaml`: `pesan`
    pub wanted: DataShelf<Wanted>,
    /// `pencarian.yaml`: `sinonim`
    pub synonyms: DataShelf<Synonyms>,
    /// `pencarian.yaml`: `contoh`
    pub examples: DataShelf<ExampleQuestion>,
    /// `netral.yaml`: `netral`
    pub neutral: DataShelf<Neutral>,
}

impl DataFiles {
    /// The names of the files.
    pub(super) const NAMES: [&'static str; 7] = [
        "pelaporan.yaml",
        "glosarium.yaml",
        "statistik.yaml",
        "sengketa.yaml",
        "percetakan.yaml",
        "pencarian.yaml",
        "netral.yaml",
    ];

    /// Reads one of the files; false when there is none of this name. A file that can't be read leaves every list of it unreadable.
    pub(super) fn take(&mut self, name: &str, file: &SourceFile, d: &Diagnostics) -> bool {
        let Some(what) = name.strip_suffix(".yaml").filter(|_| DataFiles::NAMES.contains(&name)) else { return false };
        let read = file.make_once(d, |d| {
            let node = theme::whole(file, d);
            if let Some(node) = &node {
                placeholders::refuse(node, d);
            }
            let mut lists = DataFiles::default();
            lists.take_lists(what, node.as_ref().and_then(|node| MapReader::new(node, what, d)), d);
            Arc::new(lists)
        });
        self.adopt(what, &read);
        true
    }

    /// Takes over the lists of the file called `what`.
    fn adopt(&mut self, what: &str, read: &DataFiles) {
        let before = std::mem::take(self);
        let read = read.clone();
        *self = match what {
            "glosarium" => DataFiles { terms: read.terms, common: read.common, ..before },
            "statistik" => DataFiles { statistics: read.statistics, ..before },
            "sengketa" => DataFiles { disputes: read.disputes, wrong_citations: read.wrong_citations, ..before },
            "percetakan" => DataFiles { profiles: read.profiles, shops: read.shops, wanted: read.wanted, ..before },
            "pencarian" => DataFiles { synonyms: read.synonyms, examples: read.examples, ..before },
            "netral" => DataFiles { neutral: read.neutral, ..before },
            _ => DataFiles {
                deadlines: read.deadlines,
                channels: read.channels,
                reporters: read.reporters,
                procedures: read.procedures,
                forms: read.forms,
                ..before
            },
        };
    }

    /// Takes the lists of the file called `what`.
    pub(super) fn take_lists(&mut self, what: &str, reader: Option<MapReader<'_>>, d: &Diagnostics) {
        let mut lists = Lists { reader, d };
        match what {
            "glosarium" => {
                self.terms = lists.shelf("istilah", facts::term);
                self.common = lists.shelf("lazim", facts::common);
            }
            "statistik" => self.statistics = lists.shelf("statistik", facts::statistic),
            "sengketa" => {
                self.disputes = lists.shelf("sengketa", facts::dispute);
                self.wrong_citations = lists.shelf("salah_kutip", facts::wrong_citation);
            }
            "percetakan" => {
                self.profiles = lists.shelf("profil", shop::profile);
                self.shops = lists.shelf("toko", shop::shop);
                self.wanted = lists.shelf("pesan", shop::wanted);
            }
            "pencarian" => {
                self.synonyms = lists.shelf("sinonim", search::synonyms);
                self.examples = lists.shelf("contoh", search::example);
            }
            "netral" => self.neutral = lists.shelf("netral", neutral::neutral),
            _ => {
                self.deadlines = lists.shelf("tenggat", reporting::deadline);
                self.channels = lists.shelf("saluran", reporting::channel);
                self.reporters = lists.shelf("pelapor", reporting::reporter);
                self.procedures = lists.shelf("alur", reporting::procedure);
                self.forms = lists.shelf("formulir", reporting::form);
            }
        }
        if let Some(reader) = lists.reader {
            reader.finish();
        }
    }
}

/// The lists of one file.
struct Lists<'a> {
    reader: Option<MapReader<'a>>,
    d: &'a Diagnostics,
}

impl Lists<'_> {
    /// Takes one list. `read` is given the rest of an entry, without `id`, `hapus` and `terkunci`.
    fn shelf<T>(&mut self, key: &str, read: impl Fn(Id, MapReader<'_>, &Diagnostics) -> Option<T>) -> DataShelf<T> {
        let Some(reader) = &mut self.reader else { return DataShelf { entries: Vec::new(), unreadable: true } };
        let mut seen: BTreeMap<Id, Place> = BTreeMap::new();
        let mut entries = Vec::new();
        for mut entry in reader.maps(key) {
            let id = entry.required_text("id").and_then(|text| fields::id(text, self.d));
            let removed = fields::flag(&mut entry, "hapus");
            let locked = fields::flag(&mut entry, "terkunci");
            let Some(id) = id else {
                // Without an id it is no entry, but what else is wrong with it is told in the same run.
                if let (false, Some(stand_in)) = (removed, Id::new("tanpa-id")) {
                    read(stand_in, entry, self.d);
                }
                continue;
            };
            // Whatever else an entry says is of no use once it only removes.
            let said = match removed {
                true => DataEntry::Removed,
                false => read(id.value.clone(), entry, self.d)
                    .map_or(DataEntry::Unreadable, |data| DataEntry::Present { data: Arc::new(data), locked }),
            };
            match seen.get(&id.value) {
                Some(first) => self.d.push(twice(&id.value, key, &id.place, first)),
                None => {
                    seen.insert(id.value.clone(), id.place.clone());
                    entries.push((id.value, id.place, said));
                }
            }
        }
        DataShelf { entries, unreadable: false }
    }
}

fn twice(id: &Id, key: &str, place: &Place, first: &Place) -> Diagnostic {
    Diagnostic::error(ENTRY_TWICE, format!("`id: {id}` tertulis dua kali dalam `{key}`"))
        .at(place)
        .related(first, "yang pertama di sini")
        .hint("beri salah satunya `id` lain, atau hapus yang tidak dipakai")
}
