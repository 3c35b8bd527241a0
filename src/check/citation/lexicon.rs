//! The regulations of the content by the names under which they are cited.

use std::collections::{BTreeMap, BTreeSet};

use super::forms::{self, Forms};
use super::token::{self, Mark, Token};
use crate::content::regulation::{Actor, Status};
use crate::content::{Id, Regulation};

/// A title longer than this is not what a law is called.
const LONGEST_NAME: usize = 8;

/// A regulation as far as its names need it.
#[derive(Clone, Debug)]
struct Known {
    id: Id,
    form: String,
    year: i64,
    revoked: bool,
    /// The regulations of the content that changed it.
    amended_by: Vec<Id>,
}

/// What is called by one name: a regulation in force, those before it with the same title, and what changed them.
#[derive(Clone, Debug, Default)]
struct Namesakes {
    /// Its `sebutan` is this name.
    called: Option<usize>,
    /// Indices of those with this title.
    titled: Vec<usize>,
}

/// A name, and what is called by it.
type Named = (Vec<String>, Namesakes);

/// Every name of every regulation.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    pub(super) forms: Forms,
    known: Vec<Known>,
    /// Form and number as [`number_key`] writes it.
    by_number: BTreeMap<(String, String), usize>,
    /// Form, then the first word of the name, then the rest; the longest first.
    by_name: BTreeMap<(String, String), Vec<Named>>,
    /// Joint decisions, which have several numbers and are cited by their year.
    joint: BTreeMap<(String, i64), usize>,
}

impl Lexicon {
    pub(super) fn new<'a>(regulations: impl Iterator<Item = &'a Regulation>) -> Lexicon {
        let all: Vec<&Regulation> = regulations.collect();
        let mut lexicon = Lexicon { forms: Forms::new(all.iter().map(|one| one.kind.value.as_str())), ..Lexicon::default() };
        let mut names: BTreeMap<(String, Vec<String>), Namesakes> = BTreeMap::new();
        for (index, regulation) in all.iter().enumerate() {
            lexicon.add(index, regulation);
            let form = lexicon.known[index].form.clone();
            let title = token::words(&regulation.meta.title.value);
            if (1..=LONGEST_NAME).contains(&title.len()) {
                names.entry((form.clone(), title.clone())).or_default().titled.push(index);
            }
            let Some(called) = &regulation.called else { continue };
            let tokens = token::tokens(&called.value);
            let (form, start) = lexicon.forms.at(&tokens, 0).map_or((form, 0), |(form, start)| (form.to_owned(), start));
            let subject: Vec<String> = tokens[start..].iter().map(|token| token.text.to_string()).collect();
            if !subject.is_empty() {
                let namesakes = names.entry((form, subject)).or_default();
                namesakes.called = Some(index);
                // Whatever has the title of the one so called was called so in its day.
                let same = |other: &Regulation| {
                    other.kind.value == regulation.kind.value && token::words(&other.meta.title.value) == title
                };
                namesakes.titled.extend(all.iter().enumerate().filter(|(_, other)| same(other)).map(|(index, _)| index));
            }
        }
        for ((form, words), namesakes) in names {
            if let Some(first) = words.first().cloned() {
                lexicon.by_name.entry((form, first)).or_default().push((words, namesakes));
            }
        }
        for list in lexicon.by_name.values_mut() {
            list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        }
        lexicon
    }

    fn add(&mut self, index: usize, regulation: &Regulation) {
        let kind = regulation.kind.value.as_str();
        let tokens = token::tokens(kind);
        let form = self.forms.at(&tokens, 0).map_or(kind, |(form, _)| form).to_owned();
        let number = regulation.number.value.as_str();
        let parts: Vec<String> = number.split(';').map(number_key).collect();
        if parts.len() > 1 {
            self.joint.entry((form.clone(), regulation.year)).or_insert(index);
        }
        let plain = parts.len() == 1 && !parts[0].contains('/');
        for part in parts {
            let key = if plain { format!("{part}/{}", regulation.year) } else { part };
            self.by_number.entry((form.clone(), key)).or_insert(index);
        }
        let amended_by = regulation.amended_by.iter().filter_map(|amendment| match &amendment.by.value {
            Actor::Known(id) => Some(id.clone()),
            Actor::Named(_) => None,
        });
        self.known.push(Known {
            id: regulation.id.clone(),
            form,
            year: regulation.year,
            revoked: regulation.status.value == Status::Revoked,
            amended_by: amended_by.collect(),
        });
    }

    /// The regulation with this number.
    pub(super) fn numbered(&self, form: &str, key: &str) -> Option<&Id> {
        let index = self.by_number.get(&(form.to_owned(), key.to_owned()))?;
        Some(&self.known[*index].id)
    }

    /// The joint decision of a year.
    pub(super) fn joint(&self, form: &str, year: i64) -> Option<&Id> {
        let index = self.joint.get(&(form.to_owned(), year))?;
        Some(&self.known[*index].id)
    }

    /// Whether this form has joint decisions.
    pub(super) fn is_joint(&self, form: &str) -> bool {
        self.joint.keys().any(|(joint, _)| joint == form)
    }

    /// The name that stands at a token: what it says, and the index behind it.
    pub(super) fn name_at(&self, form: &str, tokens: &[Token], at: usize) -> Option<(Name<'_>, usize)> {
        let list = self.by_name.get(&(form.to_owned(), tokens.get(at)?.text.to_string()))?;
        list.iter().find_map(|(words, namesakes)| {
            let end = forms::phrase(tokens, at, words)?;
            // `UU Pemilu-Raya` is another name.
            let goes_on = tokens.get(end).is_some_and(|next| next.mark == Mark::Dash && !next.spaced)
                && tokens.get(end + 1).is_some_and(|next| next.mark == Mark::Word && !next.spaced);
            (!goes_on).then_some((Name { lexicon: self, form: form.to_owned(), namesakes }, end))
        })
    }
}

/// A name that was found, before it is known which of those so called is meant.
pub(super) struct Name<'a> {
    lexicon: &'a Lexicon,
    form: String,
    namesakes: &'a Namesakes,
}

impl<'a> Name<'a> {
    /// The one that is called so today.
    pub(super) fn today(&self) -> Option<&'a Id> {
        let known = &self.lexicon.known;
        let newest = |revoked: bool| {
            let candidates = self.namesakes.titled.iter().filter(|index| known[**index].revoked == revoked);
            candidates.max_by_key(|index| known[**index].year).copied()
        };
        let index = self.namesakes.called.or_else(|| newest(false)).or_else(|| newest(true))?;
        Some(&known[index].id)
    }

    /// The one of a year: one that had the name, or one that changed one of these.
    pub(super) fn of_year(&self, year: i64) -> Option<&'a Id> {
        let known = &self.lexicon.known;
        if let Some(index) = self.namesakes.titled.iter().find(|index| known[**index].year == year) {
            return Some(&known[*index].id);
        }
        let amending: BTreeSet<&Id> = self.namesakes.titled.iter().flat_map(|index| &known[*index].amended_by).collect();
        let of_year = |one: &&Known| one.year == year && one.form == self.form && amending.contains(&one.id);
        known.iter().find(of_year).map(|one| &one.id)
    }

    /// The one of before, where exactly one is no longer in force: `UU ASN lama`.
    pub(super) fn former(&self) -> Option<&'a Id> {
        let known = &self.lexicon.known;
        let revoked: BTreeSet<&Id> =
            self.namesakes.titled.iter().filter(|index| known[**index].revoked).map(|index| &known[*index].id).collect();
        revoked.first().copied().filter(|_| revoked.len() == 1)
    }
}

/// A number as it is compared: `121/puu/xxii/2024`. Zeros in front and the shape of the marks between make no difference.
pub(super) fn number_key(number: &str) -> String {
    let tokens = token::tokens(number);
    let mut key = String::new();
    let mut year_follows = false;
    for token in &tokens {
        match token.mark {
            Mark::Word if token.text == "tahun" => year_follows = true,
            Mark::Word | Mark::Number if key.is_empty() || key.ends_with('/') => key.push_str(&token.text),
            Mark::Word | Mark::Number if year_follows || token.spaced => {
                key.push('/');
                key.push_str(&token.text);
            }
            Mark::Word | Mark::Number => key.push_str(&token.text),
            Mark::Slash | Mark::Dash | Mark::Dot if !key.is_empty() && !key.ends_with('/') => key.push('/'),
            _ => {}
        }
    }
    key
}
