//! S4: the people of a region: whose contact shows, until when, with what consent; and whether names that must agree do.
//!
//! A village supervisor serves one election, and the number may be a personal one. What can't be shown falls back to the kecamatan and then
//! to the office, so most of this is a warning or a note: the reader of a leaflet still gets a number.

use std::collections::BTreeMap;

use super::region::bad_number;
use crate::content::village::{Permit, Supervisor};
use crate::content::{Kind, Village, day};
use crate::diagnostics::{Alike, Diagnostic, Diagnostics, Located, Place, Rule, Severity, did_you_mean, quoted};
use crate::edition::Edition;
use crate::edition::contact::same;
use crate::source::Date;

/// A term that ends before it begins.
pub const BAD_TERM: &str = "S414";
/// A kecamatan that no village lies in.
pub const UNKNOWN_DISTRICT: &str = "S419";
/// A term that is over.
pub const TERM_OVER: &str = "S420";
/// A term that has not begun.
pub const TERM_AHEAD: &str = "S421";
/// A number that shows nowhere, for want of consent.
pub const NO_CONSENT: &str = "S422";
/// Consent without both days of the term.
pub const NO_TERM: &str = "S423";
/// A term longer than any election takes.
pub const LONG_TERM: &str = "S424";
/// A supervisor who may be shown and has no number.
pub const NO_PHONE: &str = "S425";
/// One kecamatan under two names, or one name for two.
pub const TWO_SPELLINGS: &str = "S426";
/// A column of the table of villages counts copies of a print piece that there is none of.
pub const UNKNOWN_PIECE: &str = "S427";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(BAD_TERM, "Masa tugas selesai sebelum mulai.")
        .why("Nomor pengawas tampil hanya selama bertugas; masa tugas terbalik menyembunyikannya selamanya.")
        .repair("Perbaiki `mulai` atau `selesai`.")
        .example("masa tugas pengawas `Dewi` selesai sebelum mulai"),
    Rule::error(UNKNOWN_DISTRICT, "Kontak, posko, atau penerima surat menyebut kecamatan yang tidak punya desa.")
        .at_times_a_warning()
        .why("Kontak itu tidak akan tampil di desa mana pun, dan surat memuat nama kecamatan yang salah.")
        .repair("Samakan nama kecamatannya dengan tabel desa.")
        .example("tidak ada desa di kecamatan `Sukadna`"),
    Rule::warning(TERM_OVER, "Masa tugas pengawas sudah selesai.")
        .why("Nomor pribadi orang yang tidak lagi bertugas tidak boleh terus tampil, dan yang ditampilkan kini kontak lain.")
        .repair("Isi pengawas yang baru, atau perpanjang `selesai` bila memang diperpanjang.")
        .example("masa tugas pengawas `Nurhayati` selesai 31 Oktober 2026"),
    Rule::note(TERM_AHEAD, "Masa tugas pengawas belum mulai.")
        .why("Nomornya baru tampil pada hari pertama tugas; sampai hari itu kontak lain yang tampil.")
        .repair("Tidak perlu apa-apa bila tanggalnya benar.")
        .example("masa tugas pengawas `Budi` baru mulai 1 Januari 2027"),
    Rule::note(NO_CONSENT, "Nomor pribadi pengawas tidak ditampilkan karena belum ada izinnya.")
        .why("Nomor pribadi adalah milik orangnya; tanpa izin tertulis tidak diterbitkan.")
        .repair("Minta izinnya, lalu isi kolom `izin`.")
        .example("nomor pengawas `Budi` tidak ditampilkan karena belum ada izinnya"),
    Rule::warning(NO_TERM, "Pengawas berizin tampil tanpa masa tugas.")
        .why("Tanpa `selesai`, nomor pribadinya tampil selamanya.")
        .repair("Isi `mulai` dan `selesai`.")
        .example("pengawas `Citra` berizin tampil tanpa masa tugas"),
    Rule::warning(LONG_TERM, "Masa tugas pengawas lebih dari dua tahun.")
        .why("Pengawas dibentuk untuk satu pemilihan; dua tahun lebih biasanya tahun yang salah ketik.")
        .repair("Periksa tahun pada `mulai` dan `selesai`.")
        .example("masa tugas pengawas `Citra` lebih dari dua tahun"),
    Rule::note(NO_PHONE, "Pengawas yang boleh tampil tidak punya nomor telepon.")
        .why("Yang tampil kontak kecamatan atau kantor, jadi namanya tidak berguna bagi warga.")
        .repair("Isi kolom `telepon`.")
        .example("pengawas `Dewi` tidak punya nomor telepon"),
    Rule::warning(TWO_SPELLINGS, "Satu kecamatan ditulis dengan dua ejaan, atau satu nama dipakai dua kecamatan.")
        .why("Desa-desanya terpisah di daftar, dan kontak kecamatannya tidak ketemu.")
        .repair("Samakan nama kecamatannya, atau perbaiki kode desanya.")
        .example("kecamatan `61.11.01` ditulis `Sukadana` dan `Sukadanna`"),
    Rule::warning(UNKNOWN_PIECE, "Kolom jumlah menyebut bahan cetak yang tidak ada.")
        .why("Jumlah di kolom itu tidak dipakai, jadi desanya tidak mendapat lembar.")
        .repair("Pakai nama bahan cetak yang disebut pesan.")
        .example("kolom `brosur-warga` bukan bahan cetak di daerah ini"),
];

/// Checks the people of one edition; only a kabupaten/kota has any.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    let alike = Alike::new(d);
    for village in edition.villages.iter() {
        check_supervisor(village, edition.as_of, &alike);
    }
    alike.tell();
    let alike = Alike::new(d);
    for district in edition.region.iter().flat_map(|region| &region.districts) {
        let who = Who { what: "kontak kecamatan", name: &district.name.value, place: &district.place };
        let number = district.phone.as_ref().or(district.whatsapp.as_ref());
        check_permit(&who, &district.permit, number, edition.as_of, &alike);
    }
    alike.tell();
    if !edition.villages.is_empty() {
        check_districts(edition, d);
        check_spellings(edition, d);
        check_pieces(edition, d);
    }
}

fn check_supervisor(village: &Village, as_of: Date, alike: &Alike<'_>) {
    let Some(supervisor) = &village.supervisor else { return };
    let Supervisor { name, phone, permit } = supervisor.as_ref();
    if let Some(problem) = phone.as_ref().and_then(bad_number) {
        alike.push("nomor pengawas tidak dapat ditelepon", problem);
    }
    let who = Who { what: "pengawas", name: &name.value, place: &name.place };
    check_permit(&who, permit, phone.as_ref(), as_of, alike);
    if phone.is_none() && permit.has_consent() {
        let note = Diagnostic::note(NO_PHONE, format!("pengawas {} tidak punya nomor telepon", quoted(name))).at(&name.place);
        alike.push("pengawas tidak punya nomor telepon", note.because(FALLS_BACK).hint("isi kolom `telepon`"));
    }
}

/// Where readers are sent instead.
const FALLS_BACK: &str = "yang tampil kontak kecamatan, atau kantor bila kecamatan tidak punya";

/// Whose term and consent are looked at.
struct Who<'a> {
    what: &'static str,
    name: &'a str,
    place: &'a Place,
}

impl Who<'_> {
    fn called(&self) -> String {
        format!("{} {}", self.what, quoted(self.name))
    }
}

/// The longest that a supervisor serves, in days: two years. Village supervisors are appointed for one election and leave with it.
/// Source: `facts/lembaga.yaml`, `masa-kerja-pkd`.
const LONGEST_TERM: i32 = 731;

fn check_permit(who: &Who<'_>, permit: &Permit, number: Option<&Located<String>>, as_of: Date, alike: &Alike<'_>) {
    let what = who.what;
    if let (Some(from), Some(until)) = (permit.from, permit.until) {
        if until < from {
            let problem = Diagnostic::error(BAD_TERM, format!("masa tugas {} selesai sebelum mulai", who.called())).at(who.place);
            let hint = format!(
                "kolom `mulai` berisi {from}, kolom `selesai` berisi {until}; cocokkan keduanya dengan surat pengangkatannya, mungkin tertukar"
            );
            alike.push(format!("masa tugas {what} selesai sebelum mulai"), problem.hint(hint));
            return;
        }
        if until.day_number() - from.day_number() > LONGEST_TERM {
            let long = Diagnostic::warning(LONG_TERM, format!("masa tugas {} lebih dari dua tahun", who.called())).at(who.place);
            alike.push(
                format!("masa tugas {what} lebih dari dua tahun"),
                long.because("pengawas dibentuk untuk satu pemilihan dan berakhir sesudahnya")
                    .hint("periksa tahun pada `mulai` dan `selesai`"),
            );
        }
    }
    if let Some(until) = permit.until.filter(|until| *until < as_of) {
        let over =
            Diagnostic::warning(TERM_OVER, format!("masa tugas {} selesai {}", who.called(), day::spoken(until))).at(who.place);
        let hint = "isi petugas yang baru dengan masa tugasnya, atau kosongkan kontaknya";
        alike.push(format!("masa tugas {what} sudah selesai"), over.because(falls_back(what)).hint(hint));
    } else if let Some(from) = permit.from.filter(|from| *from > as_of) {
        let ahead =
            Diagnostic::note(TERM_AHEAD, format!("masa tugas {} baru mulai {}", who.called(), day::spoken(from))).at(who.place);
        alike.push(format!("masa tugas {what} belum mulai"), ahead.because(falls_back(what)));
    }
    if permit.has_consent() && (permit.from.is_none() || permit.until.is_none()) {
        let endless = Diagnostic::warning(NO_TERM, format!("{} berizin tampil tanpa masa tugas", who.called())).at(who.place);
        alike.push(
            format!("{what} berizin tampil tanpa masa tugas"),
            endless.because(falls_back(what)).hint("isi `mulai` dan `selesai`: data pribadi tampil hanya selama bertugas"),
        );
    }
    if let Some(number) = number.filter(|_| !permit.has_consent()) {
        let silent = Diagnostic::note(NO_CONSENT, format!("nomor {} tidak ditampilkan karena belum ada izinnya", who.called()));
        alike.push(
            format!("nomor {what} tidak ditampilkan karena belum ada izinnya"),
            silent
                .at(&number.place)
                .because(falls_back(what))
                .hint("bila yang bersangkutan mengizinkan, tulis `ya` pada `izin_web` atau `izin_cetak`"),
        );
    }
}

fn falls_back(what: &str) -> &'static str {
    if what == "pengawas" { FALLS_BACK } else { "yang tampil kontak kantor" }
}

/// Contacts and posts of a kecamatan are found by its name; on a letter it is printed as it is written.
fn check_districts(edition: &Edition, d: &Diagnostics) {
    let mut known: Vec<&str> = edition.villages.iter().map(|village| village.district.value.as_str()).collect();
    known.sort_unstable();
    known.dedup();
    let unknown = |name: &&Located<String>| !known.iter().any(|district| same(district, &name.value));
    let hint =
        |name: &str| did_you_mean(name, known.iter().copied(), || format!("kecamatan di tabel desa: {}", known.join(", ")));
    let districts = edition.region.iter().flat_map(|region| &region.districts).map(|district| &district.name);
    let problem = |severity, name: &Located<String>, why: &str| {
        let message = format!("tidak ada desa di kecamatan {}", quoted(name));
        Diagnostic::new(severity, UNKNOWN_DISTRICT, message).at(&name.place).because(why).hint(hint(name))
    };
    for name in districts.filter(unknown) {
        d.push(problem(Severity::Error, name, "kontak kecamatan ini tidak akan tampil di desa mana pun"));
    }
    for name in edition.posts.iter().filter_map(|post| post.district.as_ref()).filter(unknown) {
        d.push(problem(Severity::Warning, name, "posko ini tidak dikenali sebagai posko terdekat desa mana pun"));
    }
    let alike = Alike::new(d);
    for name in edition.recipients.iter().filter_map(|recipient| recipient.district.as_ref()).filter(unknown) {
        let problem = problem(Severity::Warning, name, "nama kecamatan ini tercetak di surat");
        alike.push("kecamatan penerima tidak ada di tabel desa", problem);
    }
    alike.tell();
}

/// The code of a village begins with that of its kecamatan, so one kecamatan under two names shows, and two under one.
fn check_spellings(edition: &Edition, d: &Diagnostics) {
    let mut names: BTreeMap<&str, Vec<(&Located<String>, usize)>> = BTreeMap::new();
    for village in edition.villages.iter() {
        let code = village.code.value.rsplit_once('.').map_or("", |(district, _)| district);
        let spellings = names.entry(code).or_default();
        match spellings.iter_mut().find(|(name, _)| name.value == village.district.value) {
            Some((_, count)) => *count += 1,
            None => spellings.push((&village.district, 1)),
        }
    }
    for (code, mut spellings) in names {
        // Most villages have it right.
        spellings.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), name.place.range().start));
        let Some(((right, count), wrong)) = spellings.split_first() else { continue };
        for (name, _) in wrong {
            d.push(
                Diagnostic::warning(TWO_SPELLINGS, format!("kecamatan `{code}` ditulis {} dan {}", quoted(right), quoted(name)))
                    .at(&name.place)
                    .related(&right.place, format!("begini pada {count} desa"))
                    .because("desa-desanya terpisah di daftar, dan kontak kecamatannya tidak ketemu")
                    .hint("samakan nama kecamatannya, atau perbaiki kode desanya"),
            );
        }
    }
}

/// Copies are counted for pieces that are there.
fn check_pieces(edition: &Edition, d: &Diagnostics) {
    let mut columns: BTreeMap<&str, &Place> = BTreeMap::new();
    for (piece, _) in edition.villages.iter().flat_map(|village| &village.copies) {
        columns.entry(&piece.value).or_insert(&piece.place);
    }
    let known = || edition.pieces.keys().map(crate::content::Id::as_str);
    let unknown = |piece: &str| known().all(|id| id != piece) && !edition.is_unreadable(Kind::Piece, piece);
    for (piece, place) in columns.into_iter().filter(|(piece, _)| unknown(piece)) {
        let hint = did_you_mean(piece, known(), || format!("bahan cetak yang ada: {}", known().collect::<Vec<_>>().join(", ")));
        d.push(
            Diagnostic::warning(UNKNOWN_PIECE, format!("kolom `{piece}` bukan bahan cetak di daerah ini"))
                .at(place)
                .because("jumlah di kolom ini tidak dipakai")
                .hint(hint),
        );
    }
}
