//! Finds citations of law in Indonesian prose and says which regulation of the content each of them means.
//!
//! Names and numbers come from the content: `jenis`, `nomor`, `tahun`, `sebutan` and `judul` of its regulations. What this room knows
//! itself are the forms that law has in Indonesia ([`forms`]) and how articles are written ([`article`]).
//!
//! 1. [`token`] cuts the text: soft hyphens fall away, every kind of space, dash and slash is one.
//! 2. A form (`Undang-Undang`) with a number and a year, or with a name, is a citation. So are an article before it and one after it.
//! 3. Nothing is read twice and nothing further than a few dozen tokens ahead, so the time grows with the text and not faster.

mod article;
mod forms;
mod lexicon;
#[cfg(test)]
mod tests;
mod token;

use std::ops::Range;

pub use article::Article;
use ecow::EcoString;

use self::article::article_at;
use self::lexicon::{Lexicon, number_key};
use self::token::{Mark, Token, tokens};
use crate::content::{Id, Regulation};

/// A citation that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, with its article.
    pub range: Range<usize>,
    /// Where the law itself is named.
    pub law: Range<usize>,
    /// What is cited.
    pub cited: Cited,
    /// The article of it.
    pub article: Option<Article>,
    /// By what it is known: its number, or only its name.
    pub by: By,
    /// Whether the amendments are cited with it: `sebagaimana diubah dengan …`, `jo. …`.
    pub as_amended: bool,
}

impl Mention {
    /// The regulation of the content that is cited.
    pub fn known(&self) -> Option<&Id> {
        match &self.cited {
            Cited::Known(id) => Some(id),
            Cited::Unknown { .. } => None,
        }
    }
}

/// The law that is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    /// A regulation of the content.
    Known(Id),
    /// None of the content, by what is said of it.
    Unknown {
        /// `UU`, `PP`, …
        form: String,
        /// Its number: `5`.
        number: Option<String>,
        /// Its year.
        year: Option<i64>,
    },
}

/// How a law is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// `UU 5/2014`
    Number,
    /// `UU Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara`
    NumberAndTitle,
    /// `UU ASN`
    Name,
}

/// Knows the regulations of the content.
#[derive(Clone, Debug, Default)]
pub struct Recogniser {
    lexicon: Lexicon,
}

/// A law that was read, before an article is put to it.
struct Law {
    cited: Cited,
    by: By,
    form: String,
    /// The index behind it.
    end: usize,
}

/// Words that may stand between an article and its law: `Pasal 5 dalam PP 94/2021`.
const TO_LAW: [&str; 6] = ["dalam", "pada", "dari", "di", "menurut", "tentang"];
/// Words that may stand between a law and an article of it: `UU 7/2017, khususnya Pasal 280`.
const TO_ARTICLE: [&str; 11] =
    ["pada", "dalam", "di", "khususnya", "terutama", "tepatnya", "yaitu", "yakni", "melalui", "lewat", "juga"];
/// Before these words no law is cited: a bill is none.
const NO_LAW: [&str; 6] = ["rancangan", "r", "draf", "draft", "usulan", "usul"];
/// Between `sebagaimana` and `diubah` stand at most so many words: `telah beberapa kali terakhir`.
const BEFORE_AMENDED: usize = 5;

impl Recogniser {
    /// Learns the names of these regulations.
    pub fn new<'a>(regulations: impl Iterator<Item = &'a Regulation>) -> Recogniser {
        Recogniser { lexicon: Lexicon::new(regulations) }
    }

    /// Every citation in a text, in order; none overlap.
    pub fn find(&self, text: &str) -> Vec<Mention> {
        self.among(&tokens(text))
    }

    /// Every citation in a text as [`find`](Recogniser::find) has it, and its words as [`words`] has them.
    pub fn read(&self, text: &str) -> (Vec<Mention>, Vec<(EcoString, Range<usize>)>) {
        let tokens = tokens(text);
        (self.among(&tokens), words_of(tokens))
    }

    fn among(&self, tokens: &[Token]) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let article = article_at(tokens, at);
            let start = article.as_ref().map_or(at, |(_, end)| *end);
            let law_at = if article.is_some() { glue(tokens, start, &TO_LAW, false) } else { start };
            let Some(law) = self.law_at(tokens, law_at) else {
                at = start.max(at + 1);
                continue;
            };
            at = self.mention(tokens, law_at, law, article.map(|(article, _)| article), &mut found);
        }
        found
    }

    /// Puts down a law with its article, and what else is named by numbers alone after it. Gives the index behind.
    fn mention(&self, tokens: &[Token], start: usize, law: Law, before: Option<Article>, found: &mut Vec<Mention>) -> usize {
        let place = tokens[start].range.start..tokens[law.end - 1].range.end;
        let alias = self.alias(tokens, &law);
        let mut end = alias.unwrap_or(law.end);
        let after = if before.is_none() { self.article_after(tokens, end) } else { None };
        if let Some((_, behind)) = &after {
            end = *behind;
        }
        let article = before.or_else(|| after.map(|(article, _)| article));
        let range = article
            .as_ref()
            .map_or(place.clone(), |article| place.start.min(article.range.start)..place.end.max(article.range.end));
        let as_amended = amended(tokens, end);
        let numbered = law.by == By::Number;
        found.push(Mention { range, law: place, cited: law.cited, article, by: law.by, as_amended });
        if numbered { self.list(tokens, &law.form, end, found) } else { end }
    }

    /// `(UU ASN)` behind `UU Nomor 5 Tahun 2014` is another name of the same law and no other citation.
    fn alias(&self, tokens: &[Token], law: &Law) -> Option<usize> {
        if law.by == By::Name || tokens.get(law.end)?.mark != Mark::Open {
            return None;
        }
        let other = self.law_at(tokens, law.end + 1).filter(|other| other.by == By::Name && other.form == law.form)?;
        (tokens.get(other.end)?.mark == Mark::Close).then_some(other.end + 1)
    }

    /// The article behind a law, unless it belongs to the next law: `UU 20/2023 dan Pasal 5 PP 94/2021`.
    fn article_after(&self, tokens: &[Token], at: usize) -> Option<(Article, usize)> {
        let start = glue(tokens, at, &TO_ARTICLE, true);
        let (article, end) = article_at(tokens, start)?;
        let next = glue(tokens, end, &TO_LAW, false);
        self.law_at(tokens, next).is_none().then_some((article, end))
    }

    /// `, 8/2015, dan 10/2016` behind `UU 1/2015`.
    fn list(&self, tokens: &[Token], form: &str, mut end: usize, found: &mut Vec<Mention>) -> usize {
        loop {
            let comma = usize::from(tokens.get(end).is_some_and(|token| token.mark == Mark::Comma));
            let word =
                tokens.get(end + comma).is_some_and(|token| matches!(token.text.as_str(), "dan" | "serta" | "atau" | "jo"));
            let start = end + comma + usize::from(word);
            let slashed = tokens.get(start + 1).is_some_and(|token| token.mark == Mark::Slash);
            let Some((cited, next)) = (start > end && slashed).then(|| self.numbered(form, tokens, start)).flatten() else {
                return end;
            };
            let range = tokens[start].range.start..tokens[next - 1].range.end;
            let as_amended = amended(tokens, next);
            found.push(Mention { range: range.clone(), law: range, cited, article: None, by: By::Number, as_amended });
            end = next;
        }
    }

    /// The law that is named at a token.
    fn law_at(&self, tokens: &[Token], at: usize) -> Option<Law> {
        let (form, mut end) = self.lexicon.forms.at(tokens, at)?;
        if is_bill(tokens, at) {
            return None;
        }
        let form = form.to_owned();
        end = self.abbreviation(tokens, end, &form);
        end = republic(tokens, end);
        // `UU ASN Nomor 5 Tahun 2014`: the number says more than the name.
        let titled = skip_words(tokens, end, &["tentang", "ttg"]);
        let named = self.lexicon.name_at(&form, tokens, titled);
        // `UU-5/2014` is a law, `uu-5-2014` the name of a file.
        let hyphen = |at: usize| tokens.get(at).is_some_and(|token| token.mark == Mark::Dash);
        let dash = usize::from(hyphen(end) && !hyphen(end + 2));
        let numbers_at = named.as_ref().map_or(end + dash, |(_, end)| *end);
        if let Some((cited, behind)) = self.numbered(&form, tokens, numbers_at) {
            let title = skip_words(tokens, behind, &["tentang", "ttg"]);
            let title = if title > behind { self.lexicon.name_at(&form, tokens, title).map(|(_, end)| end) } else { None };
            let by = if title.is_some() { By::NumberAndTitle } else { By::Number };
            return Some(Law { cited, by, form, end: title.unwrap_or(behind) });
        }
        if let Some((name, behind)) = named {
            return Some(called(&name, form, tokens, behind));
        }
        self.joint(form, tokens, end)
    }

    /// `Peraturan Pemerintah (PP)`: the abbreviation belongs to the form.
    fn abbreviation(&self, tokens: &[Token], at: usize, form: &str) -> usize {
        let inner = tokens.get(at).filter(|token| token.mark == Mark::Open).and_then(|_| self.lexicon.forms.at(tokens, at + 1));
        match inner {
            Some((inner, end)) if inner == form && tokens.get(end).is_some_and(|token| token.mark == Mark::Close) => end + 1,
            _ => at,
        }
    }

    /// A number with its year: `Nomor 5 Tahun 2014`, `5/2014`, `Tahun 2014 Nomor 5`, `121/PUU-XXII/2024`.
    fn numbered(&self, form: &str, tokens: &[Token], at: usize) -> Option<(Cited, usize)> {
        if let Some((year, next)) = year_after_word(tokens, at) {
            let start = number_word(tokens, next);
            let number = tokens.get(start).filter(|token| start > next && token.mark == Mark::Number && token.text.len() <= 4)?;
            return Some((self.plain(form, &number.text, year), start + 1));
        }
        let start = number_word(tokens, at);
        let ends = run(tokens, start);
        for end in ends.iter().rev().copied() {
            let raw: String = tokens[start..end].iter().map(|token| token.text.as_str()).collect();
            let key = number_key(&raw);
            if let Some((year, behind)) = year_after_word(tokens, end) {
                if let Some(id) = self.lexicon.numbered(form, &format!("{key}/{year}")) {
                    return Some((Cited::Known(id.clone()), behind));
                }
                if end == start + 1 && tokens[start].mark == Mark::Number {
                    return Some((self.plain(form, &key, year), behind));
                }
            }
            if let Some(id) = self.lexicon.numbered(form, &key) {
                return Some((Cited::Known(id.clone()), end));
            }
        }
        self.unknown(form, tokens, start, &ends)
    }

    /// A number that no regulation of the content has.
    fn unknown(&self, form: &str, tokens: &[Token], start: usize, ends: &[usize]) -> Option<(Cited, usize)> {
        let court = form == "Putusan MK";
        if let Some(end) = ends.last().filter(|end| court && tokens[start..**end].iter().any(|token| token.text == "puu")) {
            let number: String = tokens[start..*end].iter().map(|token| token.text.as_str().to_uppercase()).collect();
            return Some((Cited::Unknown { form: form.to_owned(), number: Some(number), year: None }, *end));
        }
        // `5/2014`, `5-2014`, `5/Tahun 2014`
        let number = tokens.get(start).filter(|token| token.mark == Mark::Number && token.text.len() <= 4)?;
        let mark = tokens.get(start + 1).filter(|token| matches!(token.mark, Mark::Slash | Mark::Dash))?;
        let after = start + 2;
        if let Some((year, end)) = year_after_word(tokens, after) {
            return Some((self.plain(form, &number.text, year), end));
        }
        let year = tokens.get(after)?.year().filter(|_| mark.mark == Mark::Slash || !tokens[after].spaced)?;
        Some((self.plain(form, &number.text, year), after + 1))
    }

    fn plain(&self, form: &str, number: &str, year: i64) -> Cited {
        match self.lexicon.numbered(form, &format!("{number}/{year}")) {
            Some(id) => Cited::Known(id.clone()),
            None => Cited::Unknown { form: form.to_owned(), number: Some(number.to_owned()), year: Some(year) },
        }
    }

    /// `SKB 2022`, `SKB lima lembaga tahun 2022`: a joint decision has many numbers and one year.
    fn joint(&self, form: String, tokens: &[Token], at: usize) -> Option<Law> {
        if !self.lexicon.is_joint(&form) {
            return None;
        }
        let next = skip_words(tokens, at, &["5", "lima", "lembaga", "menteri", "netralitas", "asn"]);
        let (year, end) = year_after_word(tokens, next).or_else(|| Some((tokens.get(next)?.year()?, next + 1)))?;
        let cited = match self.lexicon.joint(&form, year) {
            Some(id) => Cited::Known(id.clone()),
            None => Cited::Unknown { form: form.clone(), number: None, year: Some(year) },
        };
        Some(Law { cited, by: By::Number, form, end })
    }
}

/// What is meant by a name, with the year or `lama` behind it.
fn called(name: &lexicon::Name<'_>, form: String, tokens: &[Token], at: usize) -> Law {
    let bracket = usize::from(tokens.get(at).is_some_and(|token| token.mark == Mark::Open));
    let year = year_after_word(tokens, at + bracket).or_else(|| Some((tokens.get(at + bracket)?.year()?, at + bracket + 1)));
    let year = year.filter(|(_, end)| bracket == 0 || tokens.get(*end).is_some_and(|token| token.mark == Mark::Close));
    if let Some((year, end)) = year {
        let cited = match name.of_year(year) {
            Some(id) => Cited::Known(id.clone()),
            None => Cited::Unknown { form: form.clone(), number: None, year: Some(year) },
        };
        return Law { cited, by: By::Name, form, end: end + bracket };
    }
    let old = skip_words(tokens, at, &["yang"]);
    if let (true, Some(id)) = (tokens.get(old).is_some_and(|token| token.is("lama")), name.former()) {
        return Law { cited: Cited::Known(id.clone()), by: By::Name, form, end: old + 1 };
    }
    let cited = match name.today() {
        Some(id) => Cited::Known(id.clone()),
        None => Cited::Unknown { form: form.clone(), number: None, year: None },
    };
    Law { cited, by: By::Name, form, end: at }
}

/// Whether what stands at a token is a bill: `Rancangan Undang-Undang`, `R-UU`.
fn is_bill(tokens: &[Token], at: usize) -> bool {
    let before = tokens[..at].iter().rev().take(2).find(|token| token.mark != Mark::Dash);
    before.is_some_and(|token| NO_LAW.contains(&token.text.as_str()))
}

/// The index behind words that may stand there, each at most once, and behind an opening parenthesis.
fn glue(tokens: &[Token], at: usize, words: &[&str], comma: bool) -> usize {
    let mut next = at;
    if comma && tokens.get(next).is_some_and(|token| matches!(token.mark, Mark::Comma | Mark::Colon)) {
        next += 1;
    }
    for _ in 0..2 {
        next += usize::from(tokens.get(next).is_some_and(|token| words.contains(&token.text.as_str())));
    }
    next + usize::from(tokens.get(next).is_some_and(|token| token.mark == Mark::Open))
}

fn skip_words(tokens: &[Token], at: usize, words: &[&str]) -> usize {
    let known = |token: &&Token| words.contains(&token.text.as_str());
    at + tokens.get(at..).unwrap_or_default().iter().take(words.len()).take_while(known).count()
}

/// Behind `RI`, `R.I.` and `Republik Indonesia`.
fn republic(tokens: &[Token], at: usize) -> usize {
    let word = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(word));
    if word(at, "ri") {
        at + 1
    } else if word(at, "republik") && word(at + 1, "indonesia") {
        at + 2
    } else {
        at
    }
}

/// Behind `Nomor`, `No.`, `Nomor:` and their like.
fn number_word(tokens: &[Token], at: usize) -> usize {
    let word = tokens.get(at).is_some_and(|token| matches!(token.text.as_str(), "nomor" | "no" | "nomer" | "nmr" | "nr" | "№"));
    if !word {
        return at;
    }
    at + 1 + usize::from(tokens.get(at + 1).is_some_and(|token| matches!(token.mark, Mark::Dot | Mark::Colon)))
}

/// `Tahun 2014`, `Th. 2014`: the year and the index behind it.
fn year_after_word(tokens: &[Token], at: usize) -> Option<(i64, usize)> {
    tokens.get(at).filter(|token| matches!(token.text.as_str(), "tahun" | "thn" | "th"))?;
    let dot = usize::from(tokens.get(at + 1).is_some_and(|token| token.mark == Mark::Dot));
    Some((tokens.get(at + 1 + dot)?.year()?, at + 2 + dot))
}

/// Where a number may end: behind each of its groups. `1447.1/PM.01/K.1/09/2022` has eight. White space is only beside `/` and dashes.
fn run(tokens: &[Token], start: usize) -> Vec<usize> {
    const MOST_GROUPS: usize = 12;
    let mut ends = Vec::new();
    let mut at = start;
    let mut separated = true;
    while let Some(token) = tokens.get(at).filter(|_| ends.len() < MOST_GROUPS) {
        let glued = at == start || !token.spaced;
        match token.mark {
            Mark::Number | Mark::Word if separated || glued => ends.push(at + 1),
            Mark::Slash | Mark::Dash if at > start && !separated => {}
            Mark::Dot if at > start && !separated && glued && tokens.get(at + 1).is_some_and(|next| !next.spaced) => {}
            _ => break,
        }
        separated = matches!(token.mark, Mark::Slash | Mark::Dash | Mark::Dot);
        at += 1;
    }
    ends
}

/// Whether what follows cites the amendments too.
fn amended(tokens: &[Token], at: usize) -> bool {
    let next = at + usize::from(tokens.get(at).is_some_and(|token| matches!(token.mark, Mark::Comma | Mark::Close | Mark::Open)));
    let Some(word) = tokens.get(next) else { return false };
    match word.text.as_str() {
        "jo" | "juncto" | "junto" => true,
        "dan" | "beserta" | "dengan" => tokens[next..].iter().take(3).any(|token| token.is("perubahannya")),
        "sebagaimana" | "yang" => {
            let after = tokens[next + 1..].iter().take(BEFORE_AMENDED + 1);
            after
                .take_while(|token| token.mark == Mark::Word)
                .any(|token| matches!(token.text.as_str(), "diubah" | "perubahannya"))
        }
        _ => false,
    }
}

/// The words and numbers of a text in small letters, each with its place; between them what ends a sentence, as [`SENTENCE_END`] or
/// [`QUESTION_END`].
pub fn words(text: &str) -> Vec<(EcoString, Range<usize>)> {
    words_of(tokens(text))
}

fn words_of(tokens: Vec<Token>) -> Vec<(EcoString, Range<usize>)> {
    let mut words = Vec::with_capacity(tokens.len());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token.mark {
            Mark::Word | Mark::Number => words.push((token.text, token.range)),
            Mark::Dot if tokens.peek().is_none_or(|next| next.spaced) => {
                words.push((EcoString::inline(SENTENCE_END), token.range));
            }
            Mark::Other if token.text == QUESTION_END => words.push((token.text, token.range)),
            Mark::Other if matches!(token.text.as_str(), "" | "!" | ";" | "\u{FFFC}") => {
                words.push((EcoString::inline(SENTENCE_END), token.range));
            }
            _ => {}
        }
    }
    words
}

/// What [`words`] has for the end of a sentence.
pub const SENTENCE_END: &str = ".";
/// What it has for the end of a question.
pub const QUESTION_END: &str = "?";
