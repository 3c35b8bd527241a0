//! How a text from the middle of a sentence stands at its beginning.

/// The first letter large.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    first.to_uppercase().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::upper_first;

    #[test]
    fn only_the_first_letter_grows() {
        for (text, large) in
            [("", ""), ("aparat", "Aparat"), ("ASN dan PPPK", "ASN dan PPPK"), ("é x", "É x"), ("`a` b", "`a` b")]
        {
            assert_eq!(upper_first(text), large);
        }
    }
}
