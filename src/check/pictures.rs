//! S4: the lockup of the office and the logos of its partners are there, and are pictures.

use crate::content::picture;
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Rule, did_you_mean, quoted};
use crate::edition::Edition;

/// A logo that is not there, or no picture.
pub const NO_LOGO: &str = "S428";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[Rule::error(NO_LOGO, "Logo kantor atau mitra tidak ada atau tidak dapat ditampilkan.")
    .why("Tempat lambang di setiap halaman dan lembar akan kosong.")
    .repair("Taruh gambarnya di folder `gambar/` daerah itu, PNG atau SVG dengan ukuran.")
    .example("logo `gambar/lambang.svg` tidak ada")];

/// Checks the logos of one edition.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    let own = edition.region.as_ref().and_then(|region| region.logo.as_ref());
    let partners = edition.partners.iter().filter_map(|partner| partner.logo.as_ref());
    for logo in own.into_iter().chain(partners) {
        if let Some(problem) = problem(edition, logo) {
            d.push(problem.at(&logo.place));
        }
    }
}

fn problem(edition: &Edition, logo: &Located<String>) -> Option<Diagnostic> {
    let Some(bytes) = edition.images.get(&logo.value) else {
        let known = || edition.images.keys().map(String::as_str);
        let hint = did_you_mean(&logo.value, known(), || {
            "taruh gambarnya di folder `gambar/` daerah ini, misalnya `gambar/logo.svg`".to_owned()
        });
        return Some(Diagnostic::error(NO_LOGO, format!("logo {} tidak ada", quoted(logo))).hint(hint));
    };
    picture::size(bytes).is_none().then(|| {
        Diagnostic::error(NO_LOGO, format!("logo {} tidak dapat ditampilkan", quoted(logo)))
            .because("ukurannya tidak dapat dibaca dari berkasnya")
            .hint("pakai PNG atau SVG; SVG harus punya `width` dan `height`, atau `viewBox`")
    })
}
