//! S7: the language of what is published: sentences that can be followed, abbreviations that are explained, no shouting, Indonesian first.
//!
//! Each file is read once, with the glossary of the first edition that shows it: hundreds of editions share most of theirs.

mod abbreviation;
mod order;
mod sentence;
mod shout;
#[cfg(test)]
mod tests;
mod token;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use self::abbreviation::Glossary;
use self::order::Vocabulary;
use self::token::Token;
use super::memory::Memory;
use super::sources::{self, Source, address};
use crate::content::format::Family;
use crate::content::{Kind, Piece, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Rule};
use crate::edition::Edition;
use crate::markdown::passage::{self, Passage};

/// A sentence is longer than its reader can follow.
pub const LONG_SENTENCE: &str = "S720";
/// An abbreviation that nothing explains.
pub const UNEXPLAINED: &str = "S721";
/// An abbreviation with several meanings, none of them said.
pub const TWO_MEANINGS: &str = "S722";
/// Words in capitals.
pub const SHOUTING: &str = "S723";
/// The regional language stands where Indonesian should.
pub const INDONESIAN_SECOND: &str = "S724";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(LONG_SENTENCE, "Kalimat lebih panjang daripada yang diikuti pembacanya: 35 kata, pada bahan cetak untuk warga 25.")
        .why("Pembaca yang terburu-buru kehilangan awal kalimat sebelum sampai ke larangannya.")
        .repair("Pecah kalimatnya menjadi dua, atau jadikan daftar.")
        .example("kalimat ini berisi 41 kata, paling banyak 35")
        .source("insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit; 35 kata: kebiasaan bahasa sederhana"),
    Rule::warning(UNEXPLAINED, "Singkatan yang tidak dijelaskan di berkasnya, di `istilah`, atau di `lazim` pada `glosarium.yaml`.")
        .why("Warga yang tidak tahu singkatannya tidak tahu siapa yang dilarang, dan berhenti membaca.")
        .repair("Tulis `Kepanjangan (SINGKATAN)` pada kemunculan pertama, atau tambahkan istilahnya ke glosarium.")
        .example("singkatan `BPIP` tidak dijelaskan")
        .source("`content/glosarium.yaml`: `istilah` dan `lazim`"),
    Rule::warning(TWO_MEANINGS, "Singkatan yang punya beberapa arti di glosarium dipakai tanpa menyebut arti yang mana.")
        .why("PPK yang menjatuhkan sanksi dan PPK yang menyelenggarakan pemilihan adalah dua lembaga; laporan sampai ke meja yang salah.")
        .repair("Tulis kepanjangannya pada kemunculan pertama, dengan singkatannya dalam kurung.")
        .example("`PPK` dapat berarti Pejabat Pembina Kepegawaian atau Panitia Pemilihan Kecamatan")
        .source("`content/glosarium.yaml`: istilah yang sama dengan keterangan dalam kurung"),
    Rule::warning(SHOUTING, "Dua kata atau lebih yang bukan singkatan ditulis dengan huruf besar semua.")
        .why("Huruf besar semua terbaca sebagai teriakan, lebih lambat dibaca, dan dieja huruf demi huruf oleh pembaca layar.")
        .repair("Tulis dengan huruf kecil; yang penting dibuat tebal dengan `**…**`.")
        .example("`TOLAK UANGNYA` ditulis dengan huruf besar semua"),
    Rule::warning(INDONESIAN_SECOND, "Judul spanduk tampaknya berbahasa daerah, dan barisan bahasa daerahnya berbahasa Indonesia.")
        .why("Di ruang publik bahasa Indonesia diutamakan; bahasa daerah boleh menyertai, lebih kecil, di bawahnya.")
        .repair("Tulis kalimat Indonesia di `spanduk`, kalimat daerah di `bahasa_daerah`.")
        .example("bahasa Indonesia berada di baris bahasa daerah, di bawah judul")
        .source("jdih.cilacapkab.go.id, pengutamaan bahasa negara di ruang publik"),
];

/// One file as its readers see it.
struct Writing<'a> {
    kind: Option<Kind>,
    piece: Option<&'a Piece>,
    passages: Vec<Passage<'a>>,
    tokens: Vec<Vec<Token>>,
}

impl<'a> Writing<'a> {
    fn new(source: &Source<'a>) -> Writing<'a> {
        // A line in another language is judged by [`order`] alone; articles and declarations have the wording of the law, and notes stand
        // as in their sources.
        let other = source.piece.and_then(|piece| piece.regional_line.as_ref()).map(|line| &line.text.place);
        let as_in_source = |place: &Place| {
            let notes = source.meta.into_iter().flat_map(|meta| meta.note.iter().chain(&meta.confidence_note));
            let wording =
                source.texts.iter().copied().filter(|_| matches!(source.kind, Some(Kind::Regulation | Kind::Declaration)));
            notes.chain(wording).any(|text| text.place == *place)
        };
        let front = source.front().filter(|text| Some(&text.place) != other && !as_in_source(&text.place));
        let mut passages: Vec<Passage<'a>> = front.map(|text| Passage::of_place(&text.place)).collect();
        passages.extend(source.body.map(passage::passages).unwrap_or_default());
        let tokens = passages.iter().map(|passage| token::tokens(&passage.text)).collect();
        Writing { kind: source.kind, piece: source.piece, passages, tokens }
    }

    /// Its stretches with their words.
    fn read(&self) -> impl Iterator<Item = (&Passage<'a>, &[Token])> {
        self.passages.iter().zip(self.tokens.iter().map(Vec::as_slice))
    }
}

/// What files are judged by: the glossary, and what is asked of the sentences of each format.
#[derive(PartialEq)]
pub(super) struct Judge {
    glossary: Vec<usize>,
    families: Vec<(String, Family)>,
}

/// Files that are first seen in editions of one glossary.
#[derive(Default)]
struct Group<'a> {
    editions: Vec<&'a Arc<Edition>>,
    sources: Vec<Source<'a>>,
}

/// Looks at each file once. What was found is kept in `memory` for the next run, where there will be one.
pub(super) fn check<'a>(
    editions: impl Iterator<Item = &'a Arc<Edition>>,
    theme: &Theme,
    memory: Option<&Memory>,
    d: &Diagnostics,
) {
    let mut editions = editions.peekable();
    let Some(first) = editions.peek().copied() else { return };
    let mut groups: BTreeMap<Vec<usize>, Group<'_>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for edition in editions {
        let mut sources = sources::all(edition, &mut |address| seen.insert(address));
        sources.retain(|source| source.is_own_language);
        if !sources.is_empty() {
            let glossary = edition.terms.iter().map(address).chain([0]).chain(edition.common.iter().map(address));
            let group = groups.entry(glossary.collect()).or_default();
            group.editions.push(edition);
            group.sources.extend(sources);
        }
    }
    let pieces: Vec<(usize, &Piece)> =
        groups.values().flat_map(|group| &group.sources).filter_map(|source| Some((source.address, source.piece?))).collect();
    check_order(first, &pieces, memory, d);
    let families: Vec<(String, Family)> = theme.formats.iter().map(|(id, format)| (id.to_string(), format.family)).collect();
    let judged = groups.into_iter().filter_map(|(glossary, group)| {
        let judge = Judge { glossary, families: families.clone() };
        let findings = memory.map(|memory| memory.language.recall(&judge)).unwrap_or_default();
        let glossary = Glossary::new(group.editions.first()?);
        group.sources.into_par_iter().for_each(|source| {
            findings.tell(source.address, d, |d| {
                let writing = Writing::new(&source);
                sentence::check(&writing, theme, d);
                let shouted = shout::check(&writing, &glossary, d);
                abbreviation::check(&writing, &glossary, &shouted, d);
            });
        });
        Some((judge, group.editions.into_iter().map(Arc::clone).collect(), findings))
    });
    let judged = judged.collect();
    if let Some(memory) = memory {
        memory.language.keep(judged);
    }
}

/// Looks at the languages of each piece. The pages of one edition are language enough.
fn check_order(edition: &Arc<Edition>, pieces: &[(usize, &Piece)], memory: Option<&Memory>, d: &Diagnostics) {
    let pages: Vec<usize> = edition.pages.values().map(|item| address(item.data.as_ref())).collect();
    let findings = memory.map(|memory| memory.order.recall(&pages)).unwrap_or_default();
    let vocabulary = Vocabulary::new(edition);
    for (address, piece) in pieces {
        findings.tell(*address, d, |d| order::check(piece, &vocabulary, d));
    }
    if let Some(memory) = memory {
        memory.order.keep(vec![(pages, vec![Arc::clone(edition)], findings)]);
    }
}

/// A problem at a range of a stretch.
fn at(passage: &Passage<'_>, range: std::ops::Range<usize>, problem: Diagnostic) -> Diagnostic {
    match passage.place(range) {
        Some(place) => problem.at(&place),
        None => problem,
    }
}
