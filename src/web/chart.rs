//! Counts as bars, drawn at build: an `<svg>` without colours of its own, which the stylesheet paints in light and in dark.
//!
//! The table beside it says the same in words, so readers of the screen skip the drawing. All bars of one matter have the same scale,
//! and it begins at nothing.

use std::fmt::Write as _;

use super::words;
use crate::markdown::escape::html_text;
use crate::markdown::{Bar, Chart};

/// Of the drawing, in its own units; letters measure 13. A phone shows it about as large as it is.
const WIDTH: u64 = 360;
/// How many letters of a label fit beside the amount.
const LETTERS: usize = 34;
/// From one line of words to the next.
const LINE: u64 = 17;
/// How thick a bar is.
const THICK: u64 = 16;
/// Between a bar and the next label.
const GAP: u64 = 14;
/// Room for the figures of the scale.
const FOOT: u64 = 22;

/// The `<svg>`; nothing to compare is not drawn.
pub fn svg(chart: &Chart) -> Option<String> {
    if chart.bars.len() < 2 {
        return None;
    }
    let top = scale(chart.largest);
    let mut bars = String::new();
    let mut y = 0;
    for bar in &chart.bars {
        y = draw(bar, y, top, &mut bars);
    }
    let height = y + FOOT;
    let mut out = format!("<svg class=\"grafik\" viewBox=\"0 0 {WIDTH} {height}\" aria-hidden=\"true\" focusable=\"false\">");
    for (part, anchor) in [(0, "start"), (1, "middle"), (2, "end")] {
        let x = WIDTH * part / 2;
        let figure = words::thousands(top * part / 2);
        // Writing to a string can't fail.
        let _ = write!(
            out,
            "<path class=\"skala\" d=\"M{x} 0V{y}\"/><text class=\"angka-skala\" text-anchor=\"{anchor}\" x=\"{x}\" y=\"{}\">{figure}</text>",
            y + 15
        );
    }
    out.push_str(&bars);
    out.push_str("</svg>");
    Some(out)
}

/// One bar below `y`; gives where the next one begins.
fn draw(bar: &Bar, mut y: u64, top: u64, out: &mut String) -> u64 {
    let lines = wrapped(&bar.label);
    for (index, line) in lines.iter().enumerate() {
        y += LINE;
        let _ = write!(out, "<text x=\"0\" y=\"{}\">{}</text>", y - 4, html_text(line));
        if index + 1 == lines.len() {
            let amount = html_text(&bar.amount);
            let _ = write!(out, "<text class=\"jumlah\" text-anchor=\"end\" x=\"{WIDTH}\" y=\"{}\">{amount}</text>", y - 4);
        }
    }
    // What is there shows, however small.
    let long = (WIDTH * bar.value).div_ceil(top.max(1)).min(WIDTH);
    let _ = write!(out, "<path class=\"batang\" d=\"M0 {y}h{long}v{THICK}H0z\"/>");
    y + THICK + GAP
}

/// The label in lines, cut between words.
fn wrapped(label: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in label.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The round figure at the end of the scale: the first of 2, 4, 6, 8, 10, 20, 30, 40, 50, 60, 80, 100 … that holds the largest count.
/// Half of it is a whole number too.
fn scale(largest: u64) -> u64 {
    let mut ten: u64 = 1;
    loop {
        for step in [2, 3, 4, 5, 6, 8, 10].into_iter().filter(|step| ten > 1 || step % 2 == 0) {
            match ten.checked_mul(step) {
                Some(top) if top < largest => {}
                Some(top) => return top,
                None => return largest,
            }
        }
        ten = ten.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(label: &str, value: u64) -> Bar {
        Bar { label: label.to_owned(), value, amount: words::thousands(value) }
    }

    #[test]
    fn scales_are_round_and_begin_at_nothing() {
        for (largest, top) in [(0, 2), (1, 2), (7, 8), (19, 20), (433, 500), (2034, 3000), (1597, 2000), (u64::MAX, u64::MAX)] {
            assert_eq!(scale(largest), top, "{largest}");
        }
    }

    #[test]
    fn bars_are_as_long_as_their_share_of_the_scale() {
        let chart = Chart { bars: vec![bar("dilaporkan", 2000), bar("terbukti", 500), bar("satu", 1)], largest: 2000 };
        let svg = svg(&chart).unwrap();
        for length in ["h360v", "h90v", "h1v"] {
            assert!(svg.contains(length), "{length}: {svg}");
        }
        assert!(svg.contains(">2.000</text>") && svg.contains(">0</text>"));
        assert!(!svg.contains("fill=") && !svg.contains("style="), "colours are the stylesheet's");
    }

    #[test]
    fn a_label_is_escaped_and_cut_between_words() {
        let chart = Chart { bars: vec![bar("<b> & sangat panjang sekali sampai dua baris", 1), bar("b", 2)], largest: 2 };
        let svg = svg(&chart).unwrap();
        assert!(
            svg.contains(">&lt;b&gt; &amp; sangat panjang sekali sampai</text>") && svg.contains(">dua baris</text>"),
            "{svg}"
        );
    }

    #[test]
    fn one_figure_is_no_comparison() {
        assert_eq!(svg(&Chart { bars: vec![bar("satu", 1)], largest: 1 }), None);
    }
}
