//! The web app manifest of an edition: its name, colours and icons, for a phone that keeps it on its first screen.

use serde_json::{Value, json};

use super::{EditionHouse, assets};

/// Its name at the root of the edition.
pub const FILE: &str = "situs.webmanifest";

/// Icons among the theme's static files: name, sizes, type, purpose.
const ICONS: [(&str, &str, &str, &str); 3] = [
    ("tanda.svg", "any", "image/svg+xml", "any"),
    ("ikon-192.png", "192x192", "image/png", "any maskable"),
    ("ikon-512.png", "512x512", "image/png", "any maskable"),
];

/// The manifest; addresses in it count from where it stands.
pub fn manifest(house: &EditionHouse<'_>) -> String {
    let edition = house.edition();
    let title = &edition.site.title.value;
    let (name, short) = if edition.code.is_national() {
        (title.clone(), title.clone())
    } else {
        (format!("{title}, {}", edition.name), edition.name.clone())
    };
    let icon = |(file, sizes, kind, purpose): &(&str, &str, &str, &str)| {
        let (path, _) = house.assets().get(file)?;
        Some(json!({"src": format!("{}/{path}", assets::FOLDER), "sizes": sizes, "type": kind, "purpose": purpose}))
    };
    let icons: Vec<Value> = ICONS.iter().filter_map(icon).collect();
    let manifest = json!({
        "name": name,
        "short_name": short,
        "lang": "id",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": house.house.frame_colours.0,
        "background_color": house.house.ground_colour,
        "icons": icons,
    });
    format!("{manifest}\n")
}
