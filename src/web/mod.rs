//! The website: one job in, one page out.
