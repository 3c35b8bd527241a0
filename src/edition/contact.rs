//! Whom a village calls: its supervisor, else its kecamatan, else the office.

use super::Edition;
use crate::content::village::{Medium, Supervisor, Village};
use crate::content::{District, Office};
use crate::diagnostics::Located;

/// Whom a village calls. Name and numbers come from one and the same: the number of another beside a name would be a wrong number.
#[derive(Clone, Copy, Debug)]
pub enum Contact<'a> {
    /// The village's own supervisor.
    Supervisor(&'a Supervisor),
    /// The secretariat of its kecamatan.
    District(&'a District),
    /// The office that publishes.
    Office(&'a Office),
}

impl Contact<'_> {
    /// What it is called; an office may have no name.
    pub fn name(&self) -> Option<String> {
        match self {
            Contact::Supervisor(supervisor) => Some(supervisor.name.value.clone()),
            Contact::District(district) => Some(district.called()),
            Contact::Office(office) => text(&office.name).map(str::to_owned),
        }
    }

    /// The number to call; a WhatsApp number where there is no other.
    pub fn number(&self) -> Option<&str> {
        match self {
            Contact::Supervisor(supervisor) => text(&supervisor.phone),
            Contact::District(district) => text(&district.phone).or_else(|| text(&district.whatsapp)),
            Contact::Office(office) => text(&office.phone).or_else(|| text(&office.whatsapp)),
        }
    }

    /// The number for WhatsApp, where one is known to be.
    pub fn whatsapp(&self) -> Option<&str> {
        match self {
            Contact::Supervisor(_) => None,
            Contact::District(district) => text(&district.whatsapp),
            Contact::Office(office) => text(&office.whatsapp),
        }
    }

    /// Where it can be visited.
    pub fn address(&self) -> Option<&str> {
        match self {
            Contact::Supervisor(_) => None,
            Contact::District(district) => text(&district.address),
            Contact::Office(office) => text(&office.address),
        }
    }
}

fn text(value: &Option<Located<String>>) -> Option<&str> {
    value.as_ref().map(|value| value.value.as_str())
}

impl Edition {
    /// Whom a village calls: the first that can be called and may be shown in `medium`, on the day of the edition.
    pub fn village_contact<'a>(&'a self, village: &'a Village, medium: Medium) -> Contact<'a> {
        let supervisor = village.supervisor.as_ref().filter(|who| who.phone.is_some() && who.permit.may_show(medium, self.as_of));
        if let Some(supervisor) = supervisor {
            return Contact::Supervisor(supervisor);
        }
        match self.district(&village.district.value).filter(|district| district.permit.may_show(medium, self.as_of)) {
            Some(district) if district.phone.is_some() || district.whatsapp.is_some() => Contact::District(district),
            _ => Contact::Office(&self.office),
        }
    }

    /// The contact of a kecamatan.
    pub fn district(&self, name: &str) -> Option<&District> {
        self.region.as_ref()?.districts.iter().find(|district| same(&district.name.value, name))
    }
}

/// Whether two names of a kecamatan are the same but for case and spaces.
pub fn same(one: &str, other: &str) -> bool {
    let words = |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(one) == words(other)
}
