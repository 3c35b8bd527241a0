//! One problem: code, severity, message, place, causes, hint, related places.

use super::Place;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// *galat*: nothing is published.
    Error,
    /// *peringatan*: published, unless warnings are made strict.
    Warning,
    /// *catatan*: for information.
    Note,
}

impl Severity {
    /// The Indonesian word shown before the code.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "galat",
            Severity::Warning => "peringatan",
            Severity::Note => "catatan",
        }
    }

    /// The word programs read in the JSON output.
    pub fn keyword(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One problem, told in Indonesian.
///
/// Style: the message is lower case without a final full stop and names the thing in backticks; the hint says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code such as `S101`; one code, one meaning.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where it is, when it is in a text that was read.
    pub place: Option<Place>,
    /// The file (project-relative, `/`) when there is no place in it: too large, not readable, a picture.
    pub file: Option<String>,
    /// Words beside the marked text.
    pub label: Option<String>,
    /// Why it came to this, one sentence each.
    pub causes: Vec<String>,
    /// What to do about it.
    pub hint: Option<String>,
    /// Other places that matter, each with the words that go beside it.
    pub related: Vec<(Place, String)>,
}

impl Diagnostic {
    /// A problem of the given severity.
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            severity,
            message: message.into(),
            place: None,
            file: None,
            label: None,
            causes: Vec::new(),
            hint: None,
            related: Vec::new(),
        }
    }

    /// A *galat*.
    pub fn error(code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Severity::Error, code, message)
    }

    /// A *peringatan*.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Severity::Warning, code, message)
    }

    /// A *catatan*.
    pub fn note(code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Severity::Note, code, message)
    }

    /// Sets the place in a text.
    #[must_use]
    pub fn at(mut self, place: &Place) -> Diagnostic {
        self.place = Some(place.clone());
        self
    }

    /// Names the file when no place in it can be shown.
    #[must_use]
    pub fn in_file(mut self, path: impl Into<String>) -> Diagnostic {
        self.file = Some(path.into());
        self
    }

    /// Sets the words beside the marked text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = Some(label.into());
        self
    }

    /// Adds a cause.
    #[must_use]
    pub fn because(mut self, cause: impl Into<String>) -> Diagnostic {
        self.causes.push(cause.into());
        self
    }

    /// Sets what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hint = Some(hint.into());
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn related(mut self, place: &Place, words: impl Into<String>) -> Diagnostic {
        self.related.push((place.clone(), words.into()));
        self
    }

    /// The file it is about, by its place or by name.
    pub fn path(&self) -> Option<&str> {
        self.place.as_ref().map(Place::path).or(self.file.as_deref())
    }

    /// The order in which problems are shown: file, offset, code, message, and then everything else, so that the order is total
    /// and never depends on which thread was first.
    pub(super) fn sort_key(&self) -> impl Ord + '_ {
        let range = self.place.as_ref().map(|place| (place.range().start, place.range().end));
        let related: Vec<_> = self.related.iter().map(|(place, words)| (place, words)).collect();
        ((self.path(), range, self.code, &self.message), (self.severity, &self.label, &self.causes, &self.hint, related))
    }
}
