//! S4: a region's contacts, without which a leaflet tells nobody whom to call.

use crate::content::{Office, Village};
use crate::diagnostics::{Diagnostic, Diagnostics, Located};
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
/// A supervisor's term that ends before it begins.
pub const BAD_TERM: &str = "S414";
/// A placeholder contact that would be printed as if it were real.
pub const LEFTOVER: &str = "S415";
/// Checks one edition's contacts.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    check_office(edition, d);
    for post in &edition.posts {
        check_number(post.phone.as_ref(), d);
    }
    for village in edition.villages.iter() {
        check_supervisor(village, d);
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
    check_number(office.whatsapp.as_ref(), d);
    if let Some(email) = office.email.as_ref().filter(|email| !email.value.contains('@')) {
        d.push(
            Diagnostic::error(BAD_EMAIL, format!("`{}` bukan alamat surel", email.value))
                .at(&email.place)
                .hint("tulis lengkap, misalnya `kayongutara@bawaslu.go.id`"),
        );
    }
}

/// Indonesian numbers have 9 to 14 digits with the trunk zero; three-digit emergency numbers and
/// 1500-style numbers are no contacts of an office.
fn check_number(number: Option<&Located<String>>, d: &Diagnostics) {
    const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;
    let Some(number) = number else { return };
    let dialled = phone::dialled(&number.value);
    let fits = dialled.as_ref().is_some_and(|dialled| dialled.starts_with('+') && DIGITS.contains(&(dialled.len() - 1)));
    if fits {
        return;
    }
    let excel = number.value.contains(['E', 'e']) && number.value.contains('+');
    let hint = if excel {
        "Excel mengubah nomor ini menjadi angka; ubah kolomnya menjadi teks lalu ketik ulang nomornya"
    } else if dialled.is_some() {
        "nomor diawali 0 atau +62; Excel sering menghapus angka 0 di depan"
    } else {
        "pakai angka saja, boleh dengan kurung, spasi, atau tanda hubung, misalnya `(0534) 123-456`"
    };
    d.push(
        Diagnostic::error(BAD_NUMBER, format!("`{}` tidak dapat ditelepon", number.value))
            .at(&number.place)
            .because("nomor yang salah tercetak di semua lembar dan tidak dapat ditarik kembali")
            .hint(hint),
    );
}

fn check_supervisor(village: &Village, d: &Diagnostics) {
    let Some(supervisor) = &village.supervisor else { return };
    check_number(supervisor.phone.as_ref(), d);
    if let (Some(from), Some(until)) = (supervisor.from, supervisor.until)
        && until < from
    {
        d.push(
            Diagnostic::error(BAD_TERM, format!("masa tugas pengawas {} selesai sebelum mulai", village.name.value))
                .at(&village.place)
                .hint(format!("kolom `mulai` berisi {from}, kolom `selesai` berisi {until}; perbaiki salah satunya")),
        );
    }
}

/// Words that only placeholder contacts hold.
const PLACEHOLDER_WORDS: [&str; 3] = ["contoh", "0000-0000", "000-0000"];

fn check_leftovers(edition: &Edition, d: &Diagnostics) {
    let Office { name, address, phone, whatsapp, email, website, .. } = &edition.office;
    let office = [name, address, phone, whatsapp, email, website].into_iter().flatten();
    let posts = edition.posts.iter().flat_map(|post| [Some(&post.name), Some(&post.address), post.phone.as_ref()]).flatten();
    let people = edition.villages.iter().filter_map(|village| village.supervisor.as_ref());
    let people = people.flat_map(|who| [Some(&who.name), who.phone.as_ref()]).flatten();
    for value in office.chain(posts).chain(people).chain([edition.url()]) {
        let text = value.value.to_lowercase();
        if PLACEHOLDER_WORDS.iter().any(|word| text.contains(word)) {
            d.push(
                Diagnostic::error(LEFTOVER, format!("`{}` masih kontak contoh", value.value))
                    .at(&value.place)
                    .because("tanpa `contoh: true`, isian ini tercetak seolah-olah benar")
                    .hint("isi dengan yang benar; bila belum ada, tulis lagi `contoh: true`"),
            );
        }
    }
}
