//! What a contact leads to when it is tapped: a number that a phone dials, a chat, a letter.

use super::{Placeholder, phone};

/// `tel:+625340000000`; none for a text that no phone can dial.
pub fn tel(number: &str) -> Option<String> {
    phone::dialled(number).map(|dialled| format!("tel:{dialled}"))
}

/// `https://wa.me/628000000000`; none for a text that is no number with its country.
pub fn wa_me(number: &str) -> Option<String> {
    phone::whatsapp(number).map(|number| format!("https://wa.me/{number}"))
}

/// `mailto:kantor@contoh.go.id`; none for a text that is not one plain address.
pub fn mailto(email: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-_+@".contains(c);
    let (name, host) = email.split_once('@')?;
    let is_one = !name.is_empty() && host.contains('.') && !host.contains('@');
    (is_one && email.chars().all(plain)).then(|| format!("mailto:{email}"))
}

/// Where the value of a placeholder leads; none for one that is no contact of the office, and for one that was not filled in.
pub(super) fn of(placeholder: Placeholder, value: &str) -> Option<String> {
    match placeholder {
        Placeholder::OfficePhone => tel(value),
        Placeholder::OfficeWhatsapp => wa_me(value),
        Placeholder::OfficeEmail => mailto(value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_plain_address_is_written_to() {
        assert_eq!(mailto("kantor@contoh.go.id").as_deref(), Some("mailto:kantor@contoh.go.id"));
        for bad in ["", "kantor", "@contoh.go.id", "a@b", "a@b@c.id", "a@c.id?bcc=x", "a b@c.id", "a@c.id, b@c.id"] {
            assert_eq!(mailto(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_contacts_of_the_office_lead_somewhere() {
        let number = "0812-3456-7890";
        assert_eq!(of(Placeholder::OfficePhone, number).as_deref(), Some("tel:+6281234567890"));
        assert_eq!(of(Placeholder::OfficeWhatsapp, number).as_deref(), Some("https://wa.me/6281234567890"));
        assert_eq!(of(Placeholder::OfficeEmail, "a@b.go.id").as_deref(), Some("mailto:a@b.go.id"));
        assert_eq!(of(Placeholder::OfficePhone, "(belum diisi)"), None);
        assert_eq!(of(Placeholder::OfficeName, number), None);
    }
}
