//! Tables for people who read a terminal once a month.

/// What a reader sees for a number of bytes: decimal units, as file managers show them.
pub(super) fn size(bytes: u64) -> String {
    let (unit, divisor) = match bytes {
        0..1_000 => return format!("{bytes} B"),
        1_000..1_000_000 => ("KB", 1_000),
        1_000_000..1_000_000_000 => ("MB", 1_000_000),
        _ => ("GB", 1_000_000_000),
    };
    let tenths = bytes.saturating_mul(10) / divisor;
    format!("{},{} {unit}", tenths / 10, tenths % 10)
}

/// A table with columns as wide as their widest cell; `right` names the columns of numbers.
pub(super) fn table(head: &[&str], rows: &[Vec<String>], right: &[usize]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain([head[column].chars().count()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |cells: Vec<&str>| {
        let padded = cells.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            let gap = " ".repeat(width - cell.chars().count());
            if right.contains(&column) { format!("{gap}{cell}") } else { format!("{cell}{gap}") }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let rule = widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>().join("  ");
    let mut lines = vec![line(head.to_vec()), rule];
    lines.extend(rows.iter().map(|row| line(row.iter().map(String::as_str).collect())));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_like_a_file_manager() {
        for (bytes, text) in [(0, "0 B"), (999, "999 B"), (1_000, "1,0 KB"), (1_234_567, "1,2 MB"), (5_000_000_000, "5,0 GB")] {
            assert_eq!(size(bytes), text);
        }
    }

    #[test]
    fn columns_line_up() {
        let rows = vec![vec!["Nasional".to_owned(), "7".to_owned()], vec!["Désa".to_owned(), "1234".to_owned()]];
        let expected = "Edisi     Berkas\n────────  ──────\nNasional       7\nDésa        1234";
        assert_eq!(table(&["Edisi", "Berkas"], &rows, &[1]), expected);
    }
}
