//! Articles in prose: `Pasal 87 ayat (4) huruf c dan Pasal 105 ayat (3)`, in the spellings in which they are met.

use std::ops::Range;

use super::token::{Mark, Token};

/// More parts than this are no citation; it also bounds how far one is looked for.
const MOST_PARTS: usize = 24;

/// An article, or several named in one breath.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// In the words of the law: `Pasal 9 ayat (2)`. Its slug is what a link to it has behind `#`.
    pub label: String,
}

/// What a value that follows without a word of its own belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Pasal,
    Ayat,
    Huruf,
    Angka,
    Lampiran,
}

impl Part {
    fn of(token: &Token) -> Option<Part> {
        Some(match token.text.as_str() {
            "pasal" | "psl" | "ps" => Part::Pasal,
            "ayat" => Part::Ayat,
            "huruf" | "hrf" => Part::Huruf,
            "angka" | "butir" => Part::Angka,
            "lampiran" => Part::Lampiran,
            _ => return None,
        })
    }

    fn word(self) -> &'static str {
        match self {
            Part::Pasal => "Pasal",
            Part::Ayat => "ayat",
            Part::Huruf => "huruf",
            Part::Angka => "angka",
            Part::Lampiran => "Lampiran",
        }
    }
}

/// What stands between two parts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    None,
    Comma,
    /// `dan`, `sampai`, a dash.
    Word,
}

/// Reads tokens one after the other.
struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    label: String,
}

/// The article that begins at a token, and the index behind it.
pub(super) fn article_at(tokens: &[Token], at: usize) -> Option<(Article, usize)> {
    // Every token of every text is asked: nearly none goes on from here.
    if !matches!(tokens.get(at)?.text.as_str(), "penjelasan" | "pasal" | "psl" | "ps" | "lampiran") {
        return None;
    }
    let mut reader = Reader { tokens, at, label: String::new() };
    if reader.word("penjelasan") {
        reader.label.push_str("Penjelasan ");
    }
    let mut part = Part::of(tokens.get(reader.at)?).filter(|part| matches!(part, Part::Pasal | Part::Lampiran))?;
    reader.part(part)?;
    for _ in 0..MOST_PARTS {
        let kept = (reader.at, reader.label.len());
        let joint = reader.join();
        match reader.next(part, joint) {
            Some(next) => part = next,
            None => {
                (reader.at, _) = kept;
                reader.label.truncate(kept.1);
                break;
            }
        }
    }
    let range = tokens[at].range.start..tokens[reader.at - 1].range.end;
    Some((Article { range, label: reader.label }, reader.at))
}

impl Reader<'_> {
    fn token(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.token().is_some_and(|token| token.is(word));
        self.at += usize::from(found);
        found
    }

    fn mark(&mut self, mark: Mark) -> bool {
        let found = self.token().is_some_and(|token| token.mark == mark);
        self.at += usize::from(found);
        found
    }

    /// A word such as `ayat` with its value.
    fn part(&mut self, part: Part) -> Option<()> {
        let abbreviated = self.token().is_some_and(|token| matches!(token.text.as_str(), "ps" | "psl" | "hrf"));
        self.at += 1;
        if abbreviated {
            self.mark(Mark::Dot);
        }
        self.label.push_str(part.word());
        self.label.push(' ');
        if part == Part::Lampiran && self.value(part).is_none() {
            self.label.pop();
            return Some(());
        }
        if part == Part::Lampiran { Some(()) } else { self.value(part) }
    }

    /// `, ` and `dan` and their like.
    fn join(&mut self) -> Joint {
        let comma = self.mark(Mark::Comma);
        let joint = match self.token() {
            Some(token) if token.mark == Mark::Dash => Some((1, " sampai ")),
            Some(token) => match token.text.as_str() {
                "dan" if self.follows(&["/", "atau"]) => Some((3, " dan/atau ")),
                "dan" | "serta" => Some((1, " dan ")),
                "atau" => Some((1, " atau ")),
                "sampai" | "hingga" if self.follows(&["dengan"]) => Some((2, " sampai ")),
                "sampai" | "hingga" | "sd" => Some((1, " sampai ")),
                "s" if self.follows(&[".", "d", "."]) => Some((4, " sampai ")),
                "s" if self.follows(&[".", "d"]) || self.follows(&["/", "d"]) => Some((3, " sampai ")),
                _ => None,
            },
            None => None,
        };
        if comma {
            self.label.push(',');
        }
        match joint {
            Some((taken, words)) => {
                self.at += taken;
                self.label.push_str(words);
            }
            None => self.label.push(' '),
        }
        match (comma, joint) {
            (_, Some(_)) => Joint::Word,
            (true, None) => Joint::Comma,
            (false, None) => Joint::None,
        }
    }

    fn follows(&self, texts: &[&str]) -> bool {
        let rest = self.tokens.get(self.at + 1..self.at + 1 + texts.len());
        rest.is_some_and(|rest| rest.iter().zip(texts).all(|(token, text)| token.text == *text))
    }

    /// The next part: a word with its value, or after a joint a value alone.
    fn next(&mut self, last: Part, joint: Joint) -> Option<Part> {
        let joined = joint != Joint::None;
        if let Some(part) = self.token().and_then(Part::of) {
            // Only a joint leads from one article to another; `Lampiran` stands for itself.
            if matches!(part, Part::Pasal | Part::Lampiran) && !joined || last == Part::Lampiran && part != Part::Lampiran {
                return None;
            }
            self.part(part)?;
            return Some(part);
        }
        let parenthesis = self.token().is_some_and(|token| token.mark == Mark::Open);
        let part = if parenthesis && matches!(last, Part::Pasal | Part::Ayat) { Part::Ayat } else { last };
        // `Pasal 9 (2)` leaves out its word.
        if !(joined || parenthesis && last == Part::Pasal) {
            return None;
        }
        if !joined {
            self.label.push_str("ayat ");
        }
        self.value(part)?;
        // `Pasal 280, 11 golongan`: a comma alone makes a list only of what goes on as one.
        let list = || {
            self.token().is_some_and(|next| next.mark == Mark::Comma || matches!(next.text.as_str(), "dan" | "serta" | "atau"))
        };
        (joint != Joint::Comma || parenthesis || list()).then_some(part)
    }

    /// A value of a part: `(2)`, `n`, `187A`, `II`.
    fn value(&mut self, part: Part) -> Option<()> {
        let start = self.at;
        let found = match part {
            Part::Ayat => self.paragraph(),
            Part::Huruf => self.letter(),
            Part::Pasal | Part::Angka => self.number().or_else(|| self.roman()),
            Part::Lampiran => self.roman().or_else(|| self.number()),
        };
        let Some(text) = found else {
            self.at = start;
            return None;
        };
        self.label.push_str(&text);
        Some(())
    }

    /// `(2)`, `(2a)`, `2`; always with parentheses.
    fn paragraph(&mut self) -> Option<String> {
        let open = self.mark(Mark::Open);
        let number = self.number()?;
        if open && !self.mark(Mark::Close) {
            return None;
        }
        Some(format!("({})", number.to_lowercase()))
    }

    /// Digits, with a letter right behind them: `187A`.
    fn number(&mut self) -> Option<String> {
        let mut text = self.token().filter(|token| token.mark == Mark::Number && token.range.len() <= 4)?.text.clone();
        self.at += 1;
        let letter = self.token().filter(|token| token.mark == Mark::Word && !token.spaced && token.text.len() == 1);
        if let Some(letter) = letter {
            text.push_str(&letter.text.to_uppercase());
            self.at += 1;
        }
        // The first half of a number and a year is no value: `dan 5/2014`, `dan 10.617`.
        let next = self.token().filter(|next| !next.spaced);
        let cut = next.is_some_and(|next| match next.mark {
            Mark::Slash => true,
            Mark::Dot => self.tokens.get(self.at + 1).is_some_and(|after| after.mark == Mark::Number && !after.spaced),
            _ => false,
        });
        (!cut).then(|| text.to_string())
    }

    fn roman(&mut self) -> Option<String> {
        let token = self.token().filter(|token| token.upper && token.text.chars().all(|c| "ivxlc".contains(c)))?;
        let text = token.text.to_uppercase();
        self.at += 1;
        Some(text.to_string())
    }

    /// One letter, or the same twice: `n`, `aa`; perhaps in parentheses or quotes.
    fn letter(&mut self) -> Option<String> {
        let open = self.mark(Mark::Open);
        let one = |text: &str| {
            let mut letters = text.chars();
            let first = letters.next();
            letters.clone().count() <= 1
                && letters.all(|next| Some(next) == first)
                && first.is_some_and(|c| c.is_ascii_lowercase())
        };
        let text = self.token().filter(|token| token.mark == Mark::Word && one(&token.text))?.text.clone();
        self.at += 1;
        if open && !self.mark(Mark::Close) {
            return None;
        }
        Some(text.to_string())
    }
}
