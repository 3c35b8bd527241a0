//! Texts with gaps, of which the files of a new project are made.

/// The text with each `<name>` replaced by its value. A name that is not known stays as it is, and what is filled in is not looked at
/// again, whatever it holds.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let value = after.split_once('>').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        rest = match value {
            Some((value, after)) => {
                out.push_str(value);
                after
            }
            None => {
                out.push('<');
                after
            }
        };
    }
    out + rest
}

/// A text as a YAML value: as it is where that means the same, else in double quotes.
pub(super) fn yaml(text: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || " .,()/-".contains(letter);
    let means_something = ["ya", "tidak", "true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let plain = text.starts_with(char::is_alphabetic)
        && text.chars().all(is_plain)
        && !text.ends_with(' ')
        && !means_something.contains(&text.to_lowercase().as_str());
    // JSON's quotes and escapes are YAML's too.
    if plain { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_once() {
        let values = [("nama", "<kode>"), ("kode", "61")];
        assert_eq!(fill("a <nama> b <kode> <lain> <", &values), "a <kode> b 61 <lain> <");
        assert_eq!(fill("1 < 2 > <kode>", &values), "1 < 2 > 61");
    }

    #[test]
    fn values_keep_their_meaning() {
        for (text, written) in [
            ("Jadwal posko", "Jadwal posko"),
            ("Apa itu: netral?", "\"Apa itu: netral?\""),
            ("12 hal", "\"12 hal\""),
            ("ya", "\"ya\""),
            ("\"kutip\" \\", r#""\"kutip\" \\""#),
            ("- butir", "\"- butir\""),
        ] {
            assert_eq!(yaml(text), written);
        }
    }
}
