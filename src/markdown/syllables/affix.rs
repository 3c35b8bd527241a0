//! Where prefixes and suffixes are divided from their root.

use std::ops::Range;

use super::roots::{BEFORE_KAN, CLUSTER, SWALLOWED_K, VOWEL, WHOLE_AN, WITH_AN, WITH_K, WITH_R};
use super::{is_vowel, sounds};

/// A word taken apart.
pub(super) struct Cuts {
    /// Parts that are divided from each other, in order; each is divided further by sound alone. Letters that none has are the suffix `-i`:
    /// it stays with the letters before it, because no letter stands alone.
    pub(super) parts: Vec<Range<usize>>,
    /// Places where sound alone would divide, but only a dictionary could tell.
    pub(super) unsure: Vec<usize>,
}

/// Particles and pronouns at the end; the suffixes stand before them.
const CLITICS: [&str; 6] = ["nya", "lah", "kah", "pun", "ku", "mu"];
/// Prefixes that a sentence's first word is known by as an ordinary word and no name.
const PREFIXES: [&str; 8] = ["me", "pe", "ke", "ber", "ter", "per", "di", "se"];
/// First elements of compounds, divided off also before two consonants: `in-fra-struk-tur`, `ki-lo-gram`.
const FIRST: [&str; 6] = ["foto", "infra", "intro", "kilo", "pasca", "ultra"];
/// What may stand before `ber-`, `ter-`, `per-`, `meng-` and `peng-`.
const OUTER: [&str; 9] = ["", "di", "ke", "se", "mem", "pem", "ber", "ter", "ketidak"];

/// What stands before a root that ends with `an` itself.
const BEFORE_AN: [&str; 12] = ["", "ber", "ke", "pe", "pem", "pen", "peng", "penge", "peny", "per", "se", "ter"];

/// What a word's first prefix makes of it: it tells suffixes apart.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    /// `pe-`, `per-`, `ke-`: with `-an`.
    Noun,
    /// `me-`, `di-`, `ter-`: with `-kan` and `-i`.
    Verb,
    /// `ber-`: with `-an`, `-kan`.
    Active,
    Bare,
}

/// Whether a word begins with a prefix.
pub(super) fn begins_with_one(word: &str) -> bool {
    PREFIXES.iter().any(|prefix| word.starts_with(prefix))
}

/// Takes a word in lower case apart.
pub(super) fn cut(word: &str) -> Cuts {
    let mut found = Found { word, cuts: Vec::new(), unsure: Vec::new() };
    found.prefixes();
    let end = found.suffixes().unwrap_or(word.len());
    let Found { mut cuts, unsure, .. } = found;
    cuts.sort_unstable();
    cuts.dedup();
    let starts = || std::iter::once(0).chain(cuts.iter().copied().filter(|at| (1..word.len()).contains(at)));
    let ends = starts().skip(1).chain(std::iter::once(word.len()));
    let part = |(start, stop): (usize, usize)| start..if (start..stop).contains(&end) { end } else { stop };
    Cuts { parts: starts().zip(ends).map(part).collect(), unsure }
}

struct Found<'a> {
    word: &'a str,
    cuts: Vec<usize>,
    unsure: Vec<usize>,
}

impl Found<'_> {
    fn begins_with_vowel(&self, at: usize) -> bool {
        self.word.as_bytes().get(at).is_some_and(|byte| is_vowel(*byte))
    }

    /// Does not divide around the one or two letters from `from` to `to`.
    fn unsure(&mut self, from: usize, to: usize) {
        self.unsure.extend([from, to]);
    }

    fn prefixes(&mut self) {
        let word = self.word;
        let inner = OUTER.into_iter().filter(|outer| word.starts_with(outer)).find_map(|outer| {
            let rest = &word[outer.len()..];
            let inner = ["ber", "ter", "per", "meng", "peng"].into_iter().find(|inner| rest.starts_with(inner))?;
            self.begins_with_vowel(outer.len() + inner.len()).then_some((outer.len(), inner))
        });
        match inner {
            Some((at, "meng" | "peng")) => self.before_swallowed(at),
            Some((at, _)) => self.before_r(at),
            None => {}
        }
        if let Some(first) = FIRST.iter().find(|first| word.starts_with(**first)) {
            self.cuts.push(first.len());
        }
        for short in ["di", "ke", "se", "pe"] {
            self.before_cluster(short);
        }
        // `ke-u-ang-an`, `se-u-mur`: not the `eu` of Acehnese words.
        if ["keu", "seu"].iter().any(|start| word.starts_with(start)) {
            self.cuts.push(2);
        }
        if word.starts_with("ketidak") && self.begins_with_vowel(7) {
            self.cuts.push(7);
        }
        if let Some(at) = word.find("trans").filter(|at| *at == 0 || self.cuts.contains(at))
            && !self.begins_with_vowel(at + 5)
        {
            self.cuts.push(at + 5);
        }
        if let Some(rest) = word.strip_prefix("antar").filter(|rest| self.begins_with_vowel(5) && !rest.starts_with("any")) {
            match VOWEL.longest(rest) {
                0 => self.unsure(4, 5),
                _ => self.cuts.push(5),
            }
        }
        // `bel-a-jar`, `pem-bel-a-jar-an`: here `ber-` and `per-` have become `bel-` and `pel-`.
        if let Some(at) = word.find("elajar") {
            self.cuts.push(at + 2);
        }
    }

    /// `ber-`, `ter-`, `per-` before a vowel: prefix, or the beginning of a root.
    fn before_r(&mut self, at: usize) {
        let rest = &self.word[at..];
        let whole = WITH_R.longest(rest);
        let divided = match VOWEL.longest(&rest[3..]) {
            0 => 0,
            len => len + 3,
        };
        match () {
            () if whole == 0 && divided == 0 => self.unsure(at + 2, at + 3),
            () if divided > whole => self.cuts.push(at + 3),
            () => {}
        }
    }

    /// `meng-`, `peng-` before a vowel: whole before roots with a vowel, else they have swallowed a k.
    fn before_swallowed(&mut self, at: usize) {
        let rest = &self.word[at + 4..];
        let vowel = VOWEL.longest(rest);
        let swallowed = SWALLOWED_K.longest(rest);
        match vowel.cmp(&swallowed) {
            std::cmp::Ordering::Greater => self.cuts.push(at + 4),
            std::cmp::Ordering::Less => {}
            std::cmp::Ordering::Equal => self.unsure(at + 2, at + 4),
        }
    }

    /// `di-prog-ram-kan`, not `dip-rog-ram-kan`.
    fn before_cluster(&mut self, prefix: &str) {
        let Some(rest) = self.word.strip_prefix(prefix) else { return };
        if CLUSTER.longest(rest) > 0 {
            self.cuts.push(prefix.len());
        } else if matches!(prefix, "di" | "ke")
            && let [first, b'l' | b'r', third, ..] = rest.as_bytes()
            && !is_vowel(*first)
            && is_vowel(*third)
        {
            self.unsure.push(prefix.len() + 1);
        }
    }

    /// Cuts off `-an` and what stands behind it; gives where a suffix `-i` stands.
    fn suffixes(&mut self) -> Option<usize> {
        let word = self.word;
        let core = without_clitic(word);
        let class = class(word);
        if core.len() < word.len() {
            self.cuts.push(core.len());
        }
        if let Some(stem) = core.strip_suffix("kan").filter(|stem| stem.bytes().next_back().is_some_and(is_vowel)) {
            self.after_vowel_kan(stem, class);
        } else if let Some(stem) = core.strip_suffix("an").filter(|stem| takes_an(stem, class)) {
            self.cuts.push(stem.len());
        } else if let Some(root) = core.strip_suffix('i').filter(|root| !root.ends_with('a')) {
            // A verb of four syllables and more; `ngi` is hardly ever the end of a root.
            let verb = class == Class::Verb && !word.starts_with("ter") && count(core) >= 4;
            return (verb || (root.ends_with("ng") && count(root) >= 2)).then_some(root.len());
        }
        None
    }

    /// A vowel and `kan`: `-kan`, or a k and `-an`.
    fn after_vowel_kan(&mut self, stem: &str, class: Class) {
        let known = WITH_K.iter().any(|root| self.word[..stem.len() + 1].ends_with(root));
        let open = BEFORE_KAN.iter().any(|root| stem.ends_with(root));
        match class {
            Class::Verb | Class::Active => {}
            Class::Noun if !open || known => self.cuts.push(stem.len() + 1),
            _ if known => self.cuts.push(stem.len() + 1),
            _ => self.unsure(stem.len(), stem.len() + 1),
        }
    }
}

fn without_clitic(word: &str) -> &str {
    let cores = CLITICS.iter().filter_map(|clitic| word.strip_suffix(clitic));
    cores.filter(|core| core.len() >= 4 && count(core) >= 2).min_by_key(|core| core.len()).unwrap_or(word)
}

fn class(word: &str) -> Class {
    let long = word.len() >= 7;
    match word.as_bytes() {
        [b'm', b'e', ..] | [b'd', b'i', ..] | [b't', b'e', b'r', ..] if long => Class::Verb,
        [b'b', b'e', b'r', ..] if long => Class::Active,
        [b'p' | b'k', b'e', ..] if long => Class::Noun,
        _ => Class::Bare,
    }
}

/// How many syllables a part has.
fn count(part: &str) -> usize {
    sounds(part).iter().filter(|sound| sound.vowel).count()
}

/// Whether what stands before `an` is a root, so that `-an` is a suffix. Behind a vowel sound alone divides rightly.
fn takes_an(stem: &str, class: Class) -> bool {
    let sounds = sounds(stem);
    let closed = matches!(sounds.as_slice(), [.., before, last] if before.vowel && !last.vowel);
    let before = |root: &str| stem.strip_suffix(root.strip_suffix("an")?);
    let own = || WITH_AN.iter().filter_map(before).any(|before| BEFORE_AN.contains(&before));
    let whole = || WHOLE_AN.iter().any(|root| before(root) == Some(""));
    closed
        && !stem.ends_with('w')
        && match class {
            Class::Verb => false,
            Class::Noun => count(stem) >= 2 && !own(),
            Class::Active => count(&stem[3..]) >= 2 && !own(),
            Class::Bare => count(stem) >= 2 && !own() && !whole(),
        }
}
