//! Suluh turns one folder of Markdown into a website and press-ready print, region by region.

pub mod check;
pub mod cli;
pub mod commands;
pub mod content;
pub mod diagnostics;
pub mod edition;
pub mod markdown;
pub mod plan;
pub mod print;
pub mod project;
pub mod publish;
pub mod serve;
pub mod source;
pub mod web;
