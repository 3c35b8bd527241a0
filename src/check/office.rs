//! S4: what an office says of itself beside its numbers: where and when it is open, its address on the web, which election it is about.

use crate::content::EditionCode;
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Rule, quoted};
use crate::edition::Edition;

/// A post without opening hours.
pub const NO_HOURS: &str = "S434";
/// Coordinates that are none, or not of Indonesia.
pub const BAD_COORDINATES: &str = "S435";
/// The election is over.
pub const PAST_ELECTION: &str = "S437";
/// The printed address is not one of the government.
pub const NOT_GO_ID: &str = "S439";

/// An address that ends in a number that is nearly a postal code.
pub const BAD_POSTAL_CODE: &str = "S449";

/// An address on the web that is not protected on its way.
pub const NOT_HTTPS: &str = "S455";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(NO_HOURS, "Posko tidak menyebut jam bukanya.")
        .why("Warga yang datang jauh-jauh ke posko yang tutup tidak datang lagi.")
        .repair("Isi `jam`, misalnya `jam: Senin sampai Jumat, 08.00–15.00`.")
        .example("posko `Posko Sukadana` tidak menyebut jam buka"),
    Rule::error(BAD_COORDINATES, "Koordinat posko bukan lintang dan bujur di Indonesia.")
        .why("Lintang dan bujur yang tertukar menunjuk ke tengah laut. Batas kabupaten tidak ada di data, jadi yang diperiksa batas Indonesia.")
        .repair("Tulis lintang lalu bujur dengan titik, misalnya `-1.23, 109.95`.")
        .example("koordinat `109.95, -1.23` berada di luar Indonesia")
        .source("Batas terluar 6°08′ LU–11°15′ LS dan 94°45′–141°05′ BT, dibulatkan ke luar"),
    Rule::warning(PAST_ELECTION, "`pemilihan` di `suluh.yaml` adalah pemilihan tahun lalu atau sebelumnya.")
        .why("Nama dan tahun pemilihan tercetak di setiap lembar; yang lama membuat bahan tampak sisa.")
        .repair("Perbarui `pemilihan: nama`, `tahun`, dan `rezim`.")
        .example("pemilihan tahun 2024 sudah lewat"),
    Rule::warning(NOT_GO_ID, "Alamat situs yang tercetak tidak berakhiran `.go.id`.")
        .why("Warga mengenali situs resmi dari `.go.id`; alamat lain mudah ditiru, dan kode QR membawanya ke mana-mana.")
        .repair("Pakai alamat resmi kantor di bawah `bawaslu.go.id`, atau alamat provinsi yang menitipkan situsnya.")
        .example("alamat `https://kayongutara.example.org` tidak berakhiran `.go.id`"),
    Rule::warning(BAD_POSTAL_CODE, "Alamat berakhir dengan bilangan yang bukan kode pos.")
        .why("Kode pos Indonesia lima angka; yang kurang atau lebih satu angka biasanya salah ketik, dan tercetak di setiap lembar.")
        .repair("Periksa kode posnya. Bila itu nomor rumah, tulis `No.` di depannya.")
        .example("`3481` di akhir alamat bukan kode pos"),
    Rule::warning(NOT_HTTPS, "Alamat situs kantor ditulis `http://`, tanpa perlindungan.")
        .why("Peramban memberi peringatan \"tidak aman\", dan jaringan di tengah jalan dapat mengganti isinya, juga nomor teleponnya.")
        .repair("Tulis `https://`; bila situsnya belum mendukung, mintalah kepada pengelolanya.")
        .example("alamat `http://kayongutara.bawaslu.go.id` ditulis tanpa `https://`"),
];

/// South, north, west and east of Indonesia in degrees, a little outside.
const SOUTH: f64 = -11.5;
const NORTH: f64 = 6.5;
const WEST: f64 = 94.5;
const EAST: f64 = 141.5;

/// Checks one edition.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    for post in &edition.posts {
        if post.hours.is_none() {
            d.push(
                Diagnostic::warning(NO_HOURS, format!("posko {} tidak menyebut jam buka", quoted(&post.name)))
                    .at(&post.name.place)
                    .because("warga yang datang ke posko yang tutup tidak datang lagi")
                    .hint("tambahkan `jam`, misalnya `jam: Senin sampai Jumat, 08.00–15.00`"),
            );
        }
        if let Some(problem) = post.coordinates.as_ref().and_then(bad_coordinates) {
            d.push(problem);
        }
    }
    let posts = edition.posts.iter().map(|post| &post.address);
    let districts = edition.region.iter().flat_map(|region| &region.districts).filter_map(|one| one.address.as_ref());
    for address in edition.office.address.iter().chain(posts).chain(districts) {
        if let Some(problem) = bad_postal_code(address) {
            d.push(problem);
        }
    }
    check_election(edition, d);
    check_address(edition, d);
    for address in edition.office.website.iter().chain([edition.url()]).filter(|address| is_unprotected(address)) {
        d.push(
            Diagnostic::warning(NOT_HTTPS, format!("alamat {} ditulis tanpa `https://`", quoted(address)))
                .at(&address.place)
                .because("peramban menandainya tidak aman, dan isinya dapat diganti di tengah jalan")
                .hint("ganti `http://` dengan `https://`, lalu coba buka alamatnya"),
        );
    }
}

fn is_unprotected(address: &Located<String>) -> bool {
    let scheme = address.value.trim().get(..7);
    scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"))
}

/// Words that a number of a house, a lane or a road follows.
const BEFORE_NUMBERS: [&str; 16] =
    ["no", "nomor", "rt", "rw", "km", "blok", "gang", "gg", "lantai", "lt", "kav", "kavling", "unit", "nomer", "dusun", "jalur"];
/// The beginnings of a street's name, behind which a number is that of a house.
const STREETS: [&str; 6] = ["jl", "jln", "jalan", "gang", "gg", "lorong"];

/// A last word of four or six digits behind a place's name: a postal code has five.
fn bad_postal_code(address: &Located<String>) -> Option<Diagnostic> {
    let bare = |word: &str| word.trim_end_matches(['.', ',']).to_lowercase();
    let text = address.value.trim_end().trim_end_matches('.');
    let (before, number) = text.rsplit_once([' ', ',']).map(|(before, number)| (before.trim_end(), number))?;
    let place = before.trim_end_matches(',').rsplit(',').next().unwrap_or_default();
    let mut words = place.split_whitespace().map(bare);
    let (first, last) = (words.next()?, place.split_whitespace().last().map(bare)?);
    let digits = number.bytes().all(|byte| byte.is_ascii_digit()) && matches!(number.len(), 4 | 6);
    let street = STREETS.contains(&first.as_str()) && !before.ends_with(',');
    let numbered = BEFORE_NUMBERS.contains(&last.as_str()) || !last.chars().all(char::is_alphabetic);
    (digits && !street && !numbered).then(|| {
        Diagnostic::warning(BAD_POSTAL_CODE, format!("`{number}` di akhir alamat bukan kode pos"))
            .at(&address.place)
            .because("kode pos lima angka")
            .hint("periksa lagi kode posnya; bila itu nomor rumah, tulis `No.` di depannya")
    })
}

fn bad_coordinates(given: &Located<String>) -> Option<Diagnostic> {
    let numbers: Vec<f64> = given.value.split(',').filter_map(|part| part.trim().parse().ok()).collect();
    let is_in = |latitude: f64, longitude: f64| (SOUTH..=NORTH).contains(&latitude) && (WEST..=EAST).contains(&longitude);
    let (message, hint) = match numbers.as_slice() {
        [latitude, longitude] if is_in(*latitude, *longitude) => return None,
        [longitude, latitude] if is_in(*latitude, *longitude) => {
            ("berada di luar Indonesia", format!("lintang dan bujurnya tertukar: tulis `{latitude}, {longitude}`"))
        }
        [_, _] => ("berada di luar Indonesia", "salin lagi dari peta: lintang dulu, lalu bujur".to_owned()),
        _ => ("bukan lintang dan bujur", "tulis dua bilangan dengan titik desimal, misalnya `-1.23, 109.95`".to_owned()),
    };
    let problem = Diagnostic::error(BAD_COORDINATES, format!("koordinat {} {message}", quoted(given)));
    Some(problem.at(&given.place).hint(hint))
}

/// Told once: the settings are those of all editions.
fn check_election(edition: &Edition, d: &Diagnostics) {
    let year = &edition.site.election.year;
    if edition.code == EditionCode::National && year.value < i64::from(edition.as_of.year()) {
        d.push(
            Diagnostic::warning(PAST_ELECTION, format!("pemilihan tahun {} sudah lewat", year.value))
                .at(&year.place)
                .because("nama dan tahun pemilihan tampil di setiap lembar")
                .hint("perbarui `pemilihan` di `suluh.yaml`: `nama`, `tahun`, dan `rezim`"),
        );
    }
}

/// Placeholder addresses are told as such, see [`super::region`].
fn check_address(edition: &Edition, d: &Diagnostics) {
    let url = edition.url();
    let host = url.split("//").nth(1).and_then(|rest| rest.split(['/', ':']).next()).unwrap_or_default();
    let official = host.ends_with(".go.id");
    if edition.specimen || official || host.is_empty() {
        return;
    }
    d.push(
        Diagnostic::warning(NOT_GO_ID, format!("alamat {} tidak berakhiran `.go.id`", quoted(url)))
            .at(&url.place)
            .because("warga mengenali situs resmi dari `.go.id`, dan alamat ini ada di setiap kode QR")
            .hint("pakai alamat resmi kantor, misalnya di bawah `bawaslu.go.id`"),
    );
}

#[cfg(test)]
mod tests {
    use crate::content::EditionCode;
    use crate::diagnostics::Diagnostics;
    use crate::project::sample::{codes, project, told};

    fn found(region: &str, site: Option<&str>) -> Diagnostics {
        let region = format!("kode: \"61.11\"\nnama: Kayong Utara\nkantor: {{ telepon: 0534-301234 }}\n{region}");
        let mut files = vec![("content/daerah/61.11-ku/daerah.yaml", region.as_str())];
        files.extend(site.map(|text| ("suluh.yaml", text)));
        let (project, silent) = project(&files);
        let (project, d) = (project.unwrap(), Diagnostics::new());
        for code in project.edition_codes() {
            super::check(&project.edition(&code, "2026-11-22".parse().unwrap(), &silent).unwrap(), &d);
        }
        assert!(project.edition_codes().contains(&EditionCode::National));
        d
    }

    fn post(rest: &str) -> String {
        format!("posko:\n  - nama: Posko Sukadana\n    alamat: Jalan\n{rest}")
    }

    #[test]
    fn a_post_says_when_it_is_open() {
        assert!(codes(found(&post("    jam: Senin\n"), None)).is_empty());
        assert_eq!(codes(found(&post("    jam: \"  \"\n"), None)), ["S434"], "an empty text says no hours");
        assert_eq!(
            told(found(&post(""), None)),
            "peringatan[S434]: posko `Posko Sukadana` tidak menyebut jam buka\n --> content/daerah/61.11-ku/daerah.yaml:5:11\n  |\n5 |   - nama: Posko Sukadana\n  |           ^^^^^^^^^^^^^^\n  |\n  = sebab: warga yang datang ke posko yang tutup tidak datang lagi\n  = saran: tambahkan `jam`, misalnya `jam: Senin sampai Jumat, 08.00–15.00`\n"
        );
    }

    #[test]
    fn an_address_is_protected_on_its_way() {
        let site = |url: &str, own: &str| {
            format!(
                "judul: U\nlembaga: Bawaslu\nurl: {url}\ntema: uji\npemilihan: {{ nama: Pemilu, tahun: 2029, rezim: pemilu }}\nkantor: {{ telepon: 021-3001234, situs: {own} }}\n"
            )
        };
        let rows: [(&str, &str, usize); 5] = [
            ("https://uji.go.id", "https://uji.go.id", 0),
            ("https://uji.go.id", "uji.go.id/http://", 0),
            ("https://uji.go.id", "HTTP://uji.go.id", 1),
            ("http://uji.go.id", "uji.go.id", 1),
            ("http://uji.go.id", "http://uji.go.id", 2),
        ];
        for (url, own, expected) in rows {
            let found = codes(found("", Some(&site(url, own))));
            assert_eq!(found.iter().filter(|code| **code == "S455").count(), expected, "{url} {own}: {found:?}");
        }
        let told = told(found("", Some(&site("https://uji.go.id", "http://uji.go.id"))));
        assert!(
            told.contains("peringatan[S455]: alamat `http://uji.go.id` ditulis tanpa `https://`\n --> suluh.yaml:6:40"),
            "{told}"
        );
    }

    #[test]
    fn a_post_lies_in_indonesia() {
        for (given, expected) in [
            ("-1.23, 109.95", None),
            ("5.89,95.3", None),
            ("109.95, -1.23", Some("lintang dan bujurnya tertukar: tulis `-1.23, 109.95`")),
            ("1.23, 19.95", Some("salin lagi dari peta")),
            ("-1,23", Some("salin lagi dari peta")),
            ("di Sukadana", Some("tulis dua bilangan")),
            ("1, 2, 3", Some("tulis dua bilangan")),
            ("NaN, 109", Some("salin lagi")),
        ] {
            let d = found(&post(&format!("    jam: Senin\n    koordinat: \"{given}\"\n")), None);
            match expected {
                None => assert!(codes(d).is_empty(), "{given}"),
                Some(hint) => {
                    let told = told(d);
                    assert!(told.starts_with("galat[S435]: koordinat `") && told.contains(hint), "{given}: {told}");
                }
            }
        }
    }

    #[test]
    fn a_postal_code_has_five_digits() {
        for (address, expected) in [
            ("Jl. Raden Intan No. 12, Liwa, Lampung Barat 34812", None),
            ("Jl. Raden Intan No. 12, Liwa, Lampung Barat 3481", Some("3481")),
            ("Jl. Raden Intan No. 12, Liwa, Lampung Barat, 348122.", Some("348122")),
            ("Jl. Raden Intan No. 1234", None),
            ("Jalan Merdeka 1234", None),
            ("Liwa, RT 2 RW 1234", None),
            ("Sukadana 12", None),
            ("3481", None),
            ("", None),
        ] {
            let d = found(&post("    jam: Senin\n").replace("alamat: Jalan", &format!("alamat: \"{address}\"")), None);
            let told = told(d);
            match expected {
                None => assert!(!told.contains("S449"), "{address}: {told}"),
                Some(number) => {
                    assert!(told.contains(&format!("peringatan[S449]: `{number}` di akhir alamat bukan kode pos")), "{told}");
                }
            }
        }
    }

    #[test]
    fn the_election_is_ahead_and_the_address_is_official() {
        let site = |url: &str, year: u16| {
            format!(
                "judul: U\nlembaga: Bawaslu\nurl: {url}\ntema: uji\npemilihan: {{ nama: Pemilu, tahun: {year}, rezim: pemilu }}\nkantor: {{ telepon: 021-3001234 }}\n"
            )
        };
        let rows: [(&str, u16, &[&str]); 5] = [
            ("https://uji.go.id", 2026, &[]),
            ("https://uji.go.id/a", 2025, &["S437"]),
            ("https://uji.or.id", 2029, &["S439"]),
            ("https://uji.go.id.or.id", 2029, &["S439"]),
            ("https://go.id", 2029, &["S439"]),
        ];
        for (url, year, expected) in rows {
            assert_eq!(codes(found("", Some(&site(url, year)))), expected, "{url} {year}");
        }
        let told = told(found("", Some(&site("https://uji.or.id", 2024))));
        assert!(
            told.contains("peringatan[S439]: alamat `https://uji.or.id` tidak berakhiran `.go.id`\n --> suluh.yaml:3:6"),
            "{told}"
        );
        assert!(told.contains("peringatan[S437]: pemilihan tahun 2024 sudah lewat\n --> suluh.yaml:5:35"), "{told}");
    }
}
