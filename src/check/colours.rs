//! S9: colours of the theme that stand on each other can be told apart, on light screens, on dark ones and with every accent.

use std::collections::BTreeSet;

use crate::content::Theme;
use crate::content::contrast::{MIN_CONTRAST, contrast, spoken};
use crate::content::theme::{Pair, Role};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Rule, did_you_mean};
use crate::edition::Edition;

/// A pair of colours that the theme allows is too weak to read, or names a colour that is not there.
pub const WEAK_CONTRAST: &str = "S923";
/// A region chooses an accent that the theme does not have.
pub const UNKNOWN_ACCENT: &str = "S446";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(WEAK_CONTRAST, "Pasangan warna tema terlalu mirip, atau menyebut warna yang tidak ada.")
        .why("Pembaca berpenglihatan lemah, atau yang membaca di bawah matahari, tidak melihat tulisannya.")
        .repair("Gelapkan atau terangkan salah satunya.")
        .example("kontras `toska` di atas `kertas` hanya 1,6 : 1")
        .source("WCAG 2.2, 1.4.3"),
    Rule::error(UNKNOWN_ACCENT, "Daerah memilih aksen yang tidak ada di temanya.")
        .why("Aksen dipilih dari daftar yang kontrasnya sudah diperiksa.")
        .repair("Pilih salah satu aksen yang disebut pesan, atau hapus kuncinya.")
        .example("aksen `lembayun` tidak ada di tema `kantor`"),
];

/// What a screen looks like to a pair.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Screen {
    /// Paper too: the colours themselves.
    Colours,
    Light,
    Dark,
}

impl Screen {
    /// How a message says where.
    fn told(self) -> &'static str {
        match self {
            Screen::Colours => "",
            Screen::Light => " di layar terang",
            Screen::Dark => " di layar gelap",
        }
    }
}

/// Checks the pairs of a theme, then again with each of its accents.
pub fn check(theme: &Theme, d: &Diagnostics) {
    let mut weak = BTreeSet::new();
    for (at, pair, screen) in pairs(theme) {
        let Some(ratio) = ratio(theme, pair, screen, Some(d)).filter(|ratio| *ratio < MIN_CONTRAST) else { continue };
        weak.insert(at);
        tell(theme, pair, screen, ratio, d);
    }
    for (name, accent) in &theme.accents {
        let accented = theme.with_accent(name);
        let mut told = weak.clone();
        for (at, pair, screen) in pairs(theme) {
            let Some(ratio) = ratio(&accented, pair, screen, None).filter(|ratio| *ratio < MIN_CONTRAST) else { continue };
            // Once a pair is enough, whatever the screen.
            if !told.insert(at) {
                continue;
            }
            let which = format!("dengan aksen `{name}` kontras `{}` di atas `{}`", pair.front.value, pair.back.value);
            let problem = Diagnostic::error(WEAK_CONTRAST, format!("{which} hanya {}{}", spoken(ratio), screen.told()));
            d.push(
                problem
                    .at(&accent.place)
                    .because(format!("paling sedikit {}", spoken(MIN_CONTRAST)))
                    .related(&pair.front.place, "pasangan yang diperiksa"),
            );
        }
    }
}

/// Checks that a region's accent is one of the theme's.
pub(super) fn accent(edition: &Edition, theme: &Theme, d: &Diagnostics) {
    let Some(accent) = edition.region.as_ref().and_then(|region| region.accent.as_ref()) else { return };
    if theme.accents.contains_key(&accent.value) {
        return;
    }
    let known: Vec<&str> = theme.accents.keys().map(String::as_str).collect();
    let hint = did_you_mean(&accent.value, known.iter().copied(), || match known.is_empty() {
        true => "hapus kunci ini: tema tidak menyediakan aksen".to_owned(),
        false => format!("pilih salah satu: {}", known.join(", ")),
    });
    let problem = Diagnostic::error(UNKNOWN_ACCENT, format!("aksen `{}` tidak ada di tema `{}`", accent.value, theme.id));
    d.push(problem.at(&accent.place).because("aksen dipilih dari daftar yang kontrasnya sudah diperiksa").hint(hint));
}

/// Every pair and where it is seen, with a number that is the pair's own.
fn pairs(theme: &Theme) -> impl Iterator<Item = (usize, &Pair, Screen)> {
    let colours = theme.pairs.iter().enumerate().map(|(at, pair)| (at, pair, Screen::Colours));
    let roles = theme.role_pairs.iter().enumerate().map(|(at, pair)| (theme.pairs.len() + at, pair));
    colours.chain(roles.flat_map(|(at, pair)| [(at, pair, Screen::Light), (at, pair, Screen::Dark)]))
}

/// The contrast of a pair; none, told once, when a name of it is not there.
fn ratio(theme: &Theme, pair: &Pair, screen: Screen, d: Option<&Diagnostics>) -> Option<f64> {
    let front = colour(theme, &pair.front, screen, d);
    let back = colour(theme, &pair.back, screen, d);
    Some(contrast(front?, back?))
}

fn colour(theme: &Theme, name: &Located<String>, screen: Screen, d: Option<&Diagnostics>) -> Option<[u8; 3]> {
    let role = |pick: fn(&Role) -> &crate::content::theme::Shade| theme.roles.get(&name.value).map(pick);
    let shade = match screen {
        Screen::Colours => None,
        Screen::Light => role(|role| &role.light),
        Screen::Dark => role(|role| &role.dark),
    };
    let known = match shade {
        // A shade that names no colour was told when the theme was read.
        Some(shade) => return theme.shown(shade),
        None => theme.colours.get(&name.value),
    };
    if let (None, Some(d)) = (known, d.filter(|_| screen != Screen::Dark)) {
        let (what, names): (_, Vec<&String>) = match screen {
            Screen::Colours => ("warna", theme.colours.keys().collect()),
            Screen::Light | Screen::Dark => ("peran atau warna", theme.roles.keys().chain(theme.colours.keys()).collect()),
        };
        let hint = did_you_mean(&name.value, names.iter().map(|name| name.as_str()), || "periksa namanya".to_owned());
        d.push(Diagnostic::error(WEAK_CONTRAST, format!("{what} `{}` tidak ada", name.value)).at(&name.place).hint(hint));
    }
    known.map(|colour| colour.rgb)
}

fn tell(theme: &Theme, pair: &Pair, screen: Screen, ratio: f64, d: &Diagnostics) {
    let message =
        format!("kontras `{}` di atas `{}` hanya {}{}", pair.front.value, pair.back.value, spoken(ratio), screen.told());
    let mut problem = Diagnostic::error(WEAK_CONTRAST, message)
        .at(&pair.front.place)
        .because(format!("paling sedikit {}", spoken(MIN_CONTRAST)))
        .hint("gelapkan atau terangkan salah satunya");
    for name in [&pair.front, &pair.back] {
        let role = theme.roles.get(&name.value).filter(|_| screen != Screen::Colours).map(|role| &role.place);
        if let Some(place) = role.or_else(|| theme.places.get(&name.value)) {
            problem = problem.related(place, format!("`{}` diberi warna di sini", name.value));
        }
    }
    d.push(problem);
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::diagnostics::Diagnostics;
    use crate::project::sample::{codes, project};

    #[test]
    fn pairs_are_checked_on_light_and_on_dark_screens_and_with_each_accent() {
        let whole = "nama: T\nwarna:\n  a: { rgb: \"#000000\", cmyk: [0, 0, 0, 100] }\n  b: { rgb: \"#FFFFFF\", cmyk: [0, 0, 0, 0] }\n  \
                     c: { rgb: \"#777777\", cmyk: [0, 0, 0, 60] }\n";
        for (rest, expected) in [
            ("pasangan: [{ depan: a, latar: b }]\n", 0),
            ("pasangan: [{ depan: c, latar: b }]\n", 1),
            ("peran: { x: { terang: a, gelap: c } }\npasangan_peran: [{ depan: x, latar: b }]\n", 1),
            ("peran: { x: { terang: c, gelap: c } }\npasangan_peran: [{ depan: x, latar: b }]\n", 2),
            ("peran: { x: { terang: a, gelap: \"#767676\" } }\npasangan_peran: [{ depan: x, latar: b }]\n", 0),
            ("pasangan: [{ depan: a, latar: b }]\naksen: { m: { warna: { a: { rgb: \"#EEEEEE\", cmyk: [0, 0, 0, 9] } } } }\n", 1),
            ("pasangan: [{ depan: a, latar: b }]\naksen: { m: { warna: { a: { rgb: \"#111111\", cmyk: [0, 0, 0, 9] } } } }\n", 0),
        ] {
            let (project, _) = project(&[("themes/uji/theme.yaml", &format!("{whole}{rest}"))]);
            let d = Diagnostics::new();
            check(&project.unwrap().theme, &d);
            assert_eq!(codes(d).len(), expected, "{rest}");
        }
    }
}
