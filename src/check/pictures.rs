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
    for logo in edition.logos() {
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
    // A file that can be no picture by its name was told of itself.
    let named = picture::ENDINGS.contains(&picture::ending(logo).as_str());
    (named && picture::size(bytes).is_none()).then(|| {
        let page = bytes.starts_with(b"%PDF") || bytes.starts_with(b"%!PS");
        let (cause, hint) = match page {
            true => ("PDF tidak dipakai sebagai gambar", "simpan sebagai SVG atau PNG; mengganti akhiran nama tidak cukup"),
            false => (
                "ukurannya tidak dapat dibaca dari berkasnya",
                "pakai PNG atau SVG; SVG harus punya `width` dan `height`, atau `viewBox`",
            ),
        };
        Diagnostic::error(NO_LOGO, format!("logo {} tidak dapat ditampilkan", quoted(logo))).because(cause).hint(hint)
    })
}

#[cfg(test)]
mod tests {
    use crate::content::EditionCode;
    use crate::project::sample::{PROVINCE, project, told};

    /// What is told of a logo of this name with these bytes.
    fn found(name: &str, bytes: &str) -> String {
        let region = format!("kode: \"61.11\"\nnama: Kayong Utara\nkantor: {{ telepon: 0534-301234 }}\nlogo: gambar/{name}\n");
        let path = format!("content/daerah/61.11-ku/gambar/{name}");
        let files = [PROVINCE, ("content/daerah/61.11-ku/daerah.yaml", region.as_str()), (path.as_str(), bytes)];
        let (project, d) = project(&files);
        let code = EditionCode::parse("61.11").unwrap();
        super::check(&project.unwrap().edition(&code, "2026-11-22".parse().unwrap(), &d).unwrap(), &d);
        told(d)
    }

    #[test]
    fn a_logo_that_is_a_page_is_told_once_and_as_such() {
        for name in ["logo.pdf", "logo.png"] {
            let told = found(name, "%PDF-1.4\n");
            assert!(told.contains("PDF tidak dipakai sebagai gambar") && told.contains("simpan sebagai SVG atau PNG"), "{told}");
            assert_eq!(told.matches("galat[").count(), 1, "{told}");
        }
        assert!(found("logo.png", "GIF89a").contains("ukurannya tidak dapat dibaca"));
    }
}
