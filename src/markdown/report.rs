//! Hands the problems of one body on, but not more of them than a person will read.

use std::cell::Cell;

use super::codes;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};

/// At most this many problems of one body are listed; a hostile body of 1 MiB could hold half a million.
const MAX_REPORTED: usize = 100;

/// A sink for the problems of one body.
pub(super) struct Report<'a> {
    sink: &'a Diagnostics,
    seen: Cell<usize>,
}

impl<'a> Report<'a> {
    pub(super) fn new(sink: &'a Diagnostics) -> Report<'a> {
        Report { sink, seen: Cell::new(0) }
    }

    /// Passes the problem on, unless too many came before it.
    pub(super) fn push(&self, diagnostic: Diagnostic) {
        self.seen.set(self.seen.get() + 1);
        if self.seen.get() <= MAX_REPORTED {
            self.sink.push(diagnostic);
        }
    }

    /// Whether further problems will not be listed, so that costly advice on them is not worth making.
    pub(super) fn is_full(&self) -> bool {
        self.seen.get() >= MAX_REPORTED
    }

    /// Says how many problems were not listed. Call once, at the end.
    pub(super) fn finish(&self, body: &Place) {
        let more = self.seen.get().saturating_sub(MAX_REPORTED);
        if more > 0 {
            let message = format!("masih ada {more} masalah lain dalam teks ini yang tidak ditampilkan");
            self.sink.push(
                Diagnostic::note(codes::MORE_PROBLEMS, message)
                    .at(&body.sub(0..0))
                    .hint("perbaiki yang sudah ditampilkan, lalu jalankan lagi"),
            );
        }
    }
}
