//! S4: a region's contacts, without which a leaflet tells nobody whom to call.

use crate::content::Office;
use crate::diagnostics::{Alike, Diagnostic, Diagnostics, Located, Place, Rule};
use crate::edition::Edition;
use crate::markdown::phone;

/// An office without a telephone or WhatsApp number.
pub const NO_NUMBER: &str = "S410";
/// Contacts are placeholders: everything printed carries CONTOH.
pub const SPECIMEN: &str = "S411";
/// A number that no telephone can dial.
pub const BAD_NUMBER: &str = "S412";
/// An e-mail address without `@`.
pub const BAD_EMAIL: &str = "S413";
/// A WhatsApp number that is a landline.
pub const LANDLINE: &str = "S433";
/// A placeholder contact that would be printed as if it were real.
pub const LEFTOVER: &str = "S415";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::warning(NO_NUMBER, "Kantor tidak mempunyai nomor telepon maupun WhatsApp.")
        .why("Warga yang melihat pelanggaran tidak tahu siapa yang dihubungi.")
        .repair("Isi `kantor: telepon:` atau `kantor: whatsapp:` di `daerah.yaml`.")
        .example("kantor Provinsi Kalimantan Barat tidak mempunyai nomor telepon"),
    Rule::note(SPECIMEN, "Kontak kantor masih contoh, jadi setiap lembar bertuliskan CONTOH.")
        .why("Tulisan CONTOH mencegah seribu brosur dengan nomor karangan sampai ke warga.")
        .repair("Isi kontak yang benar, lalu hapus `contoh: true`.")
        .example("kontak Kayong Utara masih contoh, setiap lembar cetak bertuliskan CONTOH"),
    Rule::error(BAD_NUMBER, "Nomor tidak dapat ditelepon.")
        .at_times_a_warning()
        .why("Nomor yang kurang satu angka baru ketahuan setelah brosurnya disebar.")
        .repair("Tulis nomor lengkap dengan kode wilayah, misalnya `0534 123456`.")
        .example("`0534` tidak dapat ditelepon"),
    Rule::error(BAD_EMAIL, "Alamat surel tidak sah.")
        .why("Laporan yang dikirim ke sana kembali kepada pelapornya.")
        .repair("Tulis lengkap, misalnya `kayongutara@bawaslu.go.id`.")
        .example("`bawaslu kayong utara` bukan alamat surel"),
    Rule::error(LANDLINE, "Nomor WhatsApp adalah nomor telepon rumah atau kantor. Pada percetakan hanya peringatan.")
        .at_times_a_warning()
        .why("Nomor itu tercetak dan menjadi tautan di setiap lembar dan halaman; tautannya terbuka tanpa penerima, kecuali terdaftar di WhatsApp Business.")
        .repair("Tulis nomor ponsel; nomor itu pindahkan ke `telepon:`. Bila terdaftar di WhatsApp Business, tulis `whatsapp_bisnis: ya` di bawahnya.")
        .example("nomor WhatsApp `0534 123456` adalah nomor telepon rumah atau kantor"),
    Rule::error(LEFTOVER, "Isian contoh masih ada, padahal kontak tidak lagi ditandai contoh.")
        .why("Tanpa `contoh: true`, isian itu tercetak seolah-olah benar.")
        .repair("Isi dengan yang benar; bila belum ada, tulis lagi `contoh: true`.")
        .example("alamat situs belum ditentukan, masih `https://contoh.go.id`"),
];

/// Checks one edition's contacts.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    check_office(edition, d);
    for post in &edition.posts {
        check_number(post.phone.as_ref(), d);
    }
    for district in edition.region.iter().flat_map(|region| &region.districts) {
        check_number(district.phone.as_ref(), d);
        check_public_whatsapp(district.whatsapp.as_ref(), district.whatsapp_business, d);
    }
    if !edition.specimen {
        check_leftovers(edition, d);
    }
}

fn check_office(edition: &Edition, d: &Diagnostics) {
    let (place, specimen) = match &edition.region {
        Some(region) => (&region.place, &region.specimen),
        None => (&edition.site.place, &edition.site.specimen),
    };
    let office = &edition.office;
    if office.phone.is_none() && office.whatsapp.is_none() {
        d.push(
            Diagnostic::warning(NO_NUMBER, format!("kantor {} tidak mempunyai nomor telepon", edition.name))
                .at(place)
                .because("pembaca brosur tidak tahu siapa yang dihubungi")
                .hint("isi `kantor: telepon:` atau `kantor: whatsapp:`"),
        );
    }
    if let Some(flag) = specimen {
        d.push(
            Diagnostic::note(SPECIMEN, format!("kontak {} masih contoh, setiap lembar cetak bertuliskan CONTOH", edition.name))
                .at(flag)
                .hint("isi kontak yang benar, lalu hapus baris ini"),
        );
    }
    check_number(office.phone.as_ref(), d);
    check_public_whatsapp(office.whatsapp.as_ref(), office.whatsapp_business, d);
    if let Some(email) = office.email.as_ref().filter(|email| !email.value.contains('@')) {
        d.push(
            Diagnostic::error(BAD_EMAIL, format!("`{}` bukan alamat surel", email.value))
                .at(&email.place)
                .hint("tulis lengkap, misalnya `kayongutara@bawaslu.go.id`"),
        );
    }
}

pub(super) fn check_number(number: Option<&Located<String>>, d: &Diagnostics) {
    if let Some(problem) = number.and_then(bad_number) {
        d.push(problem);
    }
}

/// The number of a shop, which stands on its own order sheet alone: a landline there is a warning.
pub(super) fn check_whatsapp(number: Option<&Located<String>>, d: &Diagnostics) {
    check_number(number, d);
    if let Some(number) = number.filter(|number| phone::is_landline(&number.value)) {
        d.push(
            Diagnostic::warning(LANDLINE, landline(number))
                .at(&number.place)
                .because("tautan WhatsApp ke nomor itu terbuka tanpa penerima, kecuali nomornya terdaftar di WhatsApp Business")
                .hint("tulis nomor ponsel, diawali 08 atau 62; nomor ini pindahkan ke `telepon:`"),
        );
    }
}

/// A number that is printed and linked as WhatsApp. A landline has it only as a business account, and only the office knows that.
fn check_public_whatsapp(number: Option<&Located<String>>, business: bool, d: &Diagnostics) {
    check_number(number, d);
    if let Some(number) = number.filter(|number| phone::is_landline(&number.value) && !business) {
        d.push(
            Diagnostic::error(LANDLINE, landline(number))
                .at(&number.place)
                .because("tercetak di setiap lembar dan ditautkan di situs, tetapi percakapannya terbuka tanpa penerima")
                .hint("tulis nomor ponsel, diawali 08 atau 62, dan pindahkan nomor ini ke `telepon:`; bila nomor ini terdaftar di WhatsApp Business, tulis `whatsapp_bisnis: ya` di bawahnya"),
        );
    }
}

fn landline(number: &str) -> String {
    format!("nomor WhatsApp `{number}` adalah nomor telepon rumah atau kantor")
}

/// Indonesian numbers have 9 to 14 digits with the trunk zero, mobile ones 10 to 13; three-digit emergency numbers and
/// 1500-style numbers are no contacts of an office.
pub(super) fn bad_number(number: &Located<String>) -> Option<Diagnostic> {
    const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;
    let dialled = phone::dialled(&number.value);
    let fits = dialled.as_ref().is_some_and(|dialled| dialled.starts_with('+') && DIGITS.contains(&(dialled.len() - 1)));
    let broken = phone::is_broken_mobile(&number.value);
    if fits && !broken {
        return phone::is_short_landline(&number.value).then(|| short_landline(number));
    }
    let excel = number.value.contains(['E', 'e']) && number.value.contains('+');
    let hint = if phone::is_several(&number.value) {
        "tulis satu nomor saja di sini; nomor kedua pindahkan ke isiannya sendiri (misalnya `whatsapp:`), atau hapus"
    } else if excel {
        "Excel mengubah nomor ini menjadi angka; ubah kolomnya menjadi teks lalu ketik ulang nomornya"
    } else if broken {
        "hitung lagi angkanya: nomor ponsel, diawali 08, berisi 10 sampai 13 angka"
    } else if dialled.is_some() {
        "tulis lengkap dari angka 0 dan kode wilayahnya, misalnya `0534 123456`; Excel sering menghapus angka 0 di depan"
    } else {
        "pakai angka saja, boleh dengan kurung, spasi, atau tanda hubung, misalnya `(0534) 123-456`"
    };
    Some(
        Diagnostic::error(BAD_NUMBER, format!("`{}` tidak dapat ditelepon", number.value))
            .at(&number.place)
            .because("nomor yang salah tercetak di semua lembar dan tidak dapat ditarik kembali")
            .hint(hint),
    )
}

fn short_landline(number: &Located<String>) -> Diagnostic {
    Diagnostic::warning(BAD_NUMBER, format!("nomor `{}` tampak kurang angka", number.value))
        .at(&number.place)
        .because("nomor telepon rumah atau kantor berisi paling sedikit lima angka sesudah kode wilayahnya")
        .hint("tanyakan nomor lengkapnya, lalu coba telepon; jangan menambah angka sendiri")
}

/// Words that only placeholder contacts hold.
const PLACEHOLDER_WORDS: [&str; 3] = ["contoh", "0000-0000", "000-0000"];
/// Zeros in a row that only a placeholder number holds, however it is written.
const PLACEHOLDER_ZEROS: &str = "0000000";

fn check_leftovers(edition: &Edition, d: &Diagnostics) {
    let Office { name, address, phone, whatsapp, email, website, .. } = &edition.office;
    let office = [name, address, phone, whatsapp, email, website].into_iter().flatten();
    let posts = edition.posts.iter().flat_map(|post| [Some(&post.name), Some(&post.address), post.phone.as_ref()]).flatten();
    let districts = edition.region.iter().flat_map(|region| &region.districts);
    let districts = districts.flat_map(|district| {
        let given = [&district.secretariat, &district.address, &district.phone, &district.whatsapp];
        given.into_iter().flatten()
    });
    for value in office.chain(posts).chain(districts).filter(|value| is_leftover(&value.value)) {
        d.push(leftover(&value.value, &value.place));
    }
    check_url(edition, d);
    let people = edition.villages.iter().filter_map(|village| village.supervisor.as_deref());
    let alike = Alike::new(d);
    for value in people.flat_map(|who| [Some(&who.name), who.phone.as_ref()]).flatten().filter(|value| is_leftover(&value.value))
    {
        alike.push("kontak pengawas masih contoh", leftover(&value.value, &value.place));
    }
    alike.tell();
}

/// The address may come from a base that the office can't edit, so it is told where the office can give its own.
fn check_url(edition: &Edition, d: &Diagnostics) {
    let url = edition.url();
    if !is_leftover(&url.value) {
        return;
    }
    // An address that was refused is no missing one.
    if edition.region.as_ref().is_some_and(|region| region.url_refused) {
        return;
    }
    let region = edition.region.as_ref().filter(|region| region.url.is_none());
    d.push(match region {
        None => leftover(&url.value, &url.place),
        Some(region) => Diagnostic::error(LEFTOVER, format!("alamat situs belum ditentukan, masih `{}`", url.value))
            .at(&region.code.place)
            .because("kode QR pada setiap cetakan mengarah ke alamat itu")
            .hint("tulis baris `url: https://…` di berkas ini, tanpa menjorok, yaitu alamat tempat situs ini diunggah (`situs` pada `kantor` hanya kontak); atau `url:` di `suluh.yaml` bila situsnya dititipkan, misalnya ke provinsi; bila belum ada, tulis lagi `contoh: true`"),
    });
}

fn is_leftover(value: &str) -> bool {
    let text = value.to_lowercase();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    PLACEHOLDER_WORDS.iter().any(|word| text.contains(word)) || digits.contains(PLACEHOLDER_ZEROS)
}

fn leftover(value: &str, place: &Place) -> Diagnostic {
    Diagnostic::error(LEFTOVER, format!("`{value}` masih kontak contoh"))
        .at(place)
        .because("tanpa `contoh: true`, isian ini tercetak seolah-olah benar")
        .hint("isi dengan yang benar; bila belum ada, tulis lagi `contoh: true`")
}

#[cfg(test)]
mod tests {
    use crate::content::EditionCode;
    use crate::project::sample::{PROVINCE, project, told};

    /// What is told of an office whose file says this besides its code and name.
    fn found(rest: &str) -> String {
        let region = format!("kode: \"61.11\"\nnama: Kayong Utara\n{rest}");
        let site = "judul: U\nlembaga: Bawaslu\nurl: https://contoh.go.id\ntema: uji\npemilihan: { nama: Pemilu, tahun: 2029, rezim: pemilu }\nkantor: { telepon: 021-3001234 }\n";
        let files = [PROVINCE, ("suluh.yaml", site), ("content/daerah/61.11-ku/daerah.yaml", region.as_str())];
        let (project, d) = project(&files);
        let code = EditionCode::parse("61.11").unwrap();
        super::check(&project.unwrap().edition(&code, "2026-11-22".parse().unwrap(), &d).unwrap(), &d);
        told(d)
    }

    #[test]
    fn an_address_that_was_refused_is_not_missing_too() {
        let office = "kantor: { telepon: 0534-301234 }\n";
        let refused = found(&format!("{office}url: lampungbarat.bawaslu.go.id\n"));
        assert!(refused.contains("galat[S133]") && !refused.contains("S415"), "{refused}");
        let missing = found(office);
        assert!(missing.contains("galat[S415]: alamat situs belum ditentukan") && !missing.contains("S133"), "{missing}");
    }

    /// A dead address of a chat on two thousand leaflets: only the office can know that it is none.
    #[test]
    fn a_landline_is_no_whatsapp_unless_it_is_registered() {
        let at = "url: https://ku.bawaslu.go.id\n";
        let office = |rest: &str| found(&format!("{at}kantor:\n  whatsapp: (0534) 301234\n{rest}"));
        let message = "galat[S433]: nomor WhatsApp `(0534) 301234` adalah nomor telepon rumah atau kantor\n --> content/daerah/61.11-ku/daerah.yaml:5:13\n  |\n5 |   whatsapp: (0534) 301234\n  |             ^^^^^^^^^^^^^\n  |\n  = sebab: tercetak di setiap lembar dan ditautkan di situs, tetapi percakapannya terbuka tanpa penerima\n  = saran: tulis nomor ponsel, diawali 08 atau 62, dan pindahkan nomor ini ke `telepon:`; bila nomor ini terdaftar di WhatsApp Business, tulis `whatsapp_bisnis: ya` di bawahnya\n";
        assert!(office("").ends_with(message), "{}", office(""));
        assert!(!office("  whatsapp_bisnis: ya\n").contains("S433"));
        assert!(office("  whatsapp_bisnis: tidak\n").contains("galat[S433]"));
        assert!(office("  whatsapp_bisnis: mungkin\n").contains("whatsapp_bisnis"));
        let district = |number: &str| {
            found(&format!("{at}kantor: {{ telepon: 0534-301234 }}\nkecamatan:\n  - {{ nama: Sukadana, whatsapp: {number} }}\n"))
        };
        assert!(district("0534-301234").contains("galat[S433]"));
        assert!(!district("0534-301234, whatsapp_bisnis: ya").contains("S433"));
        assert!(!district("0812-5550-1234").contains("S433"));
    }

    #[test]
    fn a_field_holds_one_number_with_all_its_digits() {
        let of = |number: &str| found(&format!("url: https://ku.bawaslu.go.id\nkantor: {{ telepon: \"{number}\" }}\n"));
        for two in ["(0728) 21234 / 21235", "(0728) 21234, 21235", "(0728) 21234 atau 21235"] {
            let told = of(two);
            assert!(told.contains("galat[S412]") && told.contains("tulis satu nomor saja di sini"), "{two}: {told}");
        }
        let short = of("(0728) 2123");
        assert!(short.contains("peringatan[S412]: nomor `(0728) 2123` tampak kurang angka"), "{short}");
        assert!(!of("(0728) 21234").contains("S412"));
    }
}
