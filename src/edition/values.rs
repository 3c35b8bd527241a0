//! What each placeholder is worth in an edition, and text with placeholders filled in.

use std::collections::BTreeMap;

use super::Edition;
use crate::content::village::{Medium, VillageKind, names_apart};
use crate::content::{Recipient, Village};
use crate::diagnostics::{Diagnostics, Located};
use crate::markdown::{self, Block, Citation, CitationText, Context, Directive, Document, Placeholder, QrTarget, SiteLink};

/// Shown where a region has not filled in a contact. It is a reader's word, not an error: the
/// check reports the gap.
const UNKNOWN: &str = "(belum diisi)";

impl Edition {
    /// The value of a placeholder of site or region scope; none for one that varies by village.
    pub fn value(&self, placeholder: Placeholder) -> Option<String> {
        let office = &self.office;
        let given =
            |value: &Option<Located<String>>| value.as_ref().map_or_else(|| UNKNOWN.to_owned(), |text| text.value.clone());
        Some(match placeholder {
            Placeholder::SiteTitle => self.site.title.value.clone(),
            Placeholder::InstitutionName => self.site.institution.value.clone(),
            Placeholder::ElectionName => self.site.election.name.value.clone(),
            Placeholder::ElectionYear => self.site.election.year.value.to_string(),
            Placeholder::RegionName => self.name.clone(),
            Placeholder::RegionCode => self.code.to_string(),
            Placeholder::RegionProvince => self.province.clone().unwrap_or_else(|| self.name.clone()),
            Placeholder::VillageHead => self.village_head().to_owned(),
            Placeholder::VillageHeadWithin => self.village_head().to_lowercase(),
            Placeholder::OfficeName => given(&office.name),
            Placeholder::OfficeAddress => given(&office.address),
            Placeholder::OfficePhone => given(&office.phone),
            Placeholder::OfficeWhatsapp => given(&office.whatsapp),
            Placeholder::OfficeEmail => given(&office.email),
            Placeholder::OfficeSite => given(&office.website),
            Placeholder::VillageKind
            | Placeholder::VillageName
            | Placeholder::VillageCode
            | Placeholder::VillageDistrict
            | Placeholder::VillageSupervisor
            | Placeholder::VillagePhone
            | Placeholder::RecipientName
            | Placeholder::RecipientPosition
            | Placeholder::RecipientInstitution
            | Placeholder::RecipientAddress
            | Placeholder::RecipientDistrict => return None,
        })
    }

    /// The village of this code; the list is in the order of codes.
    pub fn village(&self, code: &str) -> Option<&Village> {
        let place = self.villages.binary_search_by(|village| village.code.value.as_str().cmp(code)).ok()?;
        self.villages.get(place)
    }

    /// The word before a village's name: `Desa`, `Kelurahan`, or what the region calls a desa.
    pub fn village_word(&self, kind: VillageKind) -> &str {
        let own = self.region.as_ref().and_then(|region| region.village_word.as_ref()).map(|word| word.value.as_str());
        match kind {
            VillageKind::Desa => own.unwrap_or(kind.label()),
            VillageKind::Kelurahan => kind.label(),
        }
    }

    /// What the head of a desa is called here: `Peratin`, else `Kepala desa` as in the law.
    fn village_head(&self) -> &str {
        let own = self.region.as_ref().and_then(|region| region.head_word.as_ref());
        own.map_or("Kepala desa", |word| word.value.as_str())
    }

    /// What the villages of this edition are called together: a city has kelurahan only.
    pub fn villages_word(&self) -> &str {
        self.word_of(self.villages.iter())
    }

    /// What these villages are called together.
    pub fn word_of<'v>(&self, villages: impl IntoIterator<Item = &'v Village>) -> &str {
        let mut villages = villages.into_iter().peekable();
        let only_urban = villages.peek().is_some() && villages.all(|village| village.kind == VillageKind::Kelurahan);
        self.village_word(if only_urban { VillageKind::Kelurahan } else { VillageKind::Desa })
    }

    /// `Gampong Lek-Lek`, and `Gampong Teungoh` where that is the whole name: the word stands there once.
    pub fn village_title(&self, village: &Village) -> String {
        format!("{} {}", self.village_word(village.kind), self.bare_name(village))
    }

    /// The name of a village as it stands behind the word for it: without that word where the name begins with it.
    pub fn bare_name<'v>(&self, village: &'v Village) -> &'v str {
        let (word, name) = (self.village_word(village.kind), village.name.value.as_str());
        let begins = name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        let rest = begins.then(|| name[word.len()..].strip_prefix(' ')).flatten().map(str::trim_start);
        rest.filter(|rest| !rest.is_empty()).unwrap_or(name)
    }

    /// What each village is called in a list of names, by code; see [`names_apart`].
    pub fn village_names(&self) -> BTreeMap<&str, String> {
        names_apart(self.villages.iter().map(|village| (&**village.code, &**village.name, &**village.district)))
    }

    /// `3 pekon dan 1 kelurahan`, in the words that these villages are called by.
    pub fn villages_counted(&self, villages: &[&Village]) -> String {
        let count = |kind| villages.iter().filter(|village| village.kind == kind).count();
        let told = |(_, kind): (&str, VillageKind)| (count(kind), self.village_word(kind).to_lowercase());
        let told = VillageKind::CHOICES.into_iter().map(told).filter(|(count, _)| *count > 0);
        told.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(" dan ")
    }

    /// `pekon atau kelurahan`: what kinds there are among these villages, with a word between the two.
    pub fn kinds_of(&self, villages: &[&Village], between: &str) -> String {
        let kinds = VillageKind::CHOICES.into_iter().filter(|(_, kind)| villages.iter().any(|village| village.kind == *kind));
        kinds.map(|(_, kind)| self.village_word(kind).to_lowercase()).collect::<Vec<_>>().join(&format!(" {between} "))
    }

    /// The value of a placeholder on the page or sheet of a village. Name and number of its contact are always those of the same one: the
    /// supervisor, the kecamatan or the office; see [`Edition::village_contact`].
    pub fn village_value(&self, placeholder: Placeholder, village: &Village, medium: Medium) -> String {
        let contact = || self.village_contact(village, medium);
        match placeholder {
            Placeholder::VillageKind => self.village_word(village.kind).to_owned(),
            Placeholder::VillageName => self.bare_name(village).to_owned(),
            Placeholder::VillageCode => village.code.value.clone(),
            Placeholder::VillageDistrict => village.district.value.clone(),
            Placeholder::VillageSupervisor => contact().introduced(medium).unwrap_or_else(|| UNKNOWN.to_owned()),
            Placeholder::VillagePhone => contact().number().map_or_else(|| UNKNOWN.to_owned(), str::to_owned),
            other => self.value(other).unwrap_or_default(),
        }
    }
}

impl Edition {
    /// The value of a placeholder on the letter of a recipient: empty where the row says nothing.
    pub fn recipient_value(&self, placeholder: Placeholder, recipient: &Recipient) -> String {
        let text = |value: &Option<Located<String>>| value.as_ref().map(|text| text.value.clone());
        let value = match placeholder {
            Placeholder::RecipientName => text(&recipient.name).or_else(|| text(&recipient.position)),
            Placeholder::RecipientPosition => text(&recipient.position).or_else(|| text(&recipient.name)),
            Placeholder::RecipientInstitution => text(&recipient.institution),
            Placeholder::RecipientAddress => text(&recipient.address),
            Placeholder::RecipientDistrict => text(&recipient.district),
            other => self.value(other),
        };
        value.unwrap_or_default()
    }
}

/// What content can know without an address: values and the names of laws. For plain text, such as
/// a title with the name of the election in it.
struct Words<'a>(&'a Edition);

impl Context for Words<'_> {
    fn value(&self, placeholder: Placeholder) -> Option<String> {
        self.0.value(placeholder)
    }

    fn href(&self, _: &SiteLink) -> Option<String> {
        None
    }

    fn citation(&self, citation: &Citation) -> Option<CitationText> {
        self.0.citation_label(citation).map(|label| CitationText { label, href: None })
    }

    fn directive(&self, directive: &Directive) -> Vec<Block> {
        self.0.expand(directive, Medium::Web)
    }

    fn image(&self, _: &str) -> Option<String> {
        None
    }

    fn qr(&self, _: &QrTarget) -> Option<String> {
        None
    }
}

impl Edition {
    /// A text of the front matter with its placeholders filled in. What can't be filled was
    /// reported when the file was read, and stays as written.
    pub fn fill(&self, text: &Located<String>) -> String {
        if !text.value.contains("{{") {
            return text.value.clone();
        }
        let reported = Diagnostics::new();
        markdown::text::render_inlines(&markdown::inline_text(text, &reported), &Words(self))
    }

    /// How a citation is named: `Pasal 2 huruf f UU 20/2023`, or the law alone.
    pub fn citation_label(&self, citation: &Citation) -> Option<String> {
        let regulation = &self.regulations.get(citation.regulation.as_str())?.data;
        let article = citation.article.as_deref().and_then(|article| regulation.article(article));
        Some(match article {
            Some(article) => format!("{} {}", article.number.value, regulation.short_name()),
            None => regulation.short_name(),
        })
    }

    /// The visible text of a body in this edition, in reading order.
    pub fn visible_text(&self, document: &Document) -> String {
        markdown::text::render(document, &Words(self))
    }
}
