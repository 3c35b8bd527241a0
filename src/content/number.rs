//! Numbers as they are written in Indonesian.

/// `83.763`; `-1.000`.
pub fn thousands(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        out.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// `78,5`: at most one digit behind the comma.
pub fn decimal(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").unwrap_or(&text).replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::{decimal, thousands};

    #[test]
    fn dots_and_commas() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1.000"), (83_763, "83.763"), (-1_234_567, "-1.234.567")] {
            assert_eq!(thousands(number), text);
        }
        assert_eq!(thousands(i64::MIN), "-9.223.372.036.854.775.808");
        for (number, text) in [(78.5, "78,5"), (53.0, "53"), (0.04, "0"), (100.0, "100")] {
            assert_eq!(decimal(number), text);
        }
    }
}
