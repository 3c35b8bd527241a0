//! Suluh turns one folder of Markdown into a website and press-ready print, region by region.

pub mod check;
pub mod cli;
pub mod content;
pub mod diagnostics;
pub mod markdown;
pub mod print;
pub mod publish;
pub mod source;
pub mod web;
