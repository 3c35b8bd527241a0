//! The theme as a whole: tokens, names of files, what must be there.

use super::plan;
use crate::content::theme::Colour;
use crate::diagnostics::{Diagnostics, render::human};
use crate::web::WebHouse;

#[test]
fn tokens_become_custom_properties_and_change_the_files_name() {
    let plan = plan();
    let mut theme = (*plan.theme).clone();
    let d = Diagnostics::new();
    let stylesheet = |theme: &crate::content::Theme| {
        let house = WebHouse::new(theme, &d).unwrap();
        let (path, bytes) = house.assets.files().find(|(path, _)| path.ends_with(".css")).unwrap();
        (path.to_owned(), String::from_utf8(bytes.to_vec()).unwrap())
    };
    let (first, css) = stylesheet(&theme);
    let tokens = ":root{--tinta:#112233;--ruang-kecil:0.5rem;--judul:#112233;}";
    let dark = "@media screen and (prefers-color-scheme:dark){:root{--judul:#ddeeff;}}";
    let default = css.find("--tinta:#591C6E").unwrap();
    let token = css.find(&format!("{tokens}{dark}")).unwrap_or_else(|| panic!("{css}"));
    assert!(default < token, "stands after the default");
    theme.colours.insert("tinta".to_owned(), Colour { rgb: [1, 2, 3], cmyk: [0; 4] });
    let (second, _) = stylesheet(&theme);
    assert!(first.starts_with("suluh-") && first != second, "{first} {second}");
}

#[test]
fn what_a_theme_lacks_is_named() {
    let mut theme = (*plan().theme).clone();
    theme.static_files.remove("suluh.css");
    let d = Diagnostics::new();
    assert!(WebHouse::new(&theme, &d).is_none());
    let said = human(&d.into_sorted(), false);
    assert!(said.contains("galat[S912]: tema `suluh` tidak punya `static/suluh.css`"), "{said}");
    assert!(said.contains("saran: salin `themes/suluh/static/suluh.css` dari tema bawaan, lalu ubah"), "{said}");
    let mut theme = (*plan().theme).clone();
    theme.web_templates.remove("lapor.html");
    let d = Diagnostics::new();
    assert!(WebHouse::new(&theme, &d).is_none());
    let said = human(&d.into_sorted(), false);
    assert!(said.starts_with("galat[S912]: tema `suluh` tidak punya `web/lapor.html`"), "{said}");
}
