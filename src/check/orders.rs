//! S7: what an office orders: pieces that are there, finished as the shop knows it, on a material, for every village.

#[cfg(test)]
mod tests;

use crate::content::{Format, Id, Kind, Piece, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Rule, did_you_mean, quoted, suggest};
use crate::edition::{Edition, Item};

/// A finishing that the format does not have.
pub const UNKNOWN_FINISHING: &str = "S709";
/// A finishing for a format that knows none.
pub const UNCHECKED_FINISHING: &str = "S710";
/// `pesan` names a piece that is not there, or that nobody prints.
pub const UNKNOWN_ORDER: &str = "S711";
/// An ordered piece that does not say what it is printed on.
pub const NO_MATERIAL: &str = "S712";
/// A village that gets no copies of a piece that others get.
pub const NO_COPIES: &str = "S713";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(UNKNOWN_FINISHING, "Finishing yang dipesan tidak dikenal formatnya.")
        .why("Letak lubang dan lipatannya tidak dapat diperiksa terhadap tulisan.")
        .repair("Pilih salah satu finishing yang disebut pesan.")
        .example("finishing `Lipat empat` tidak ada pada format `brosur-lipat-tiga`"),
    Rule::warning(UNCHECKED_FINISHING, "Finishing dipesan pada format yang tidak mengenalnya.")
        .why("Tulisannya sampai ke percetakan apa adanya, tetapi lubang dan lipatannya tidak diperiksa.")
        .repair("Hapus `finishing`, atau tambahkan namanya di berkas format.")
        .example("format `kartu-1080x1080` tidak punya daftar finishing"),
    Rule::error(UNKNOWN_ORDER, "`pesan` menyebut bahan yang tidak ada, atau yang tidak dicetak di percetakan.")
        .at_times_a_warning()
        .why("Yang dipesan tidak akan pernah dibuat.")
        .repair("Pakai nama bahan cetak yang disebut pesan.")
        .example("`pesan` menyebut `spanduq`, yang bukan bahan cetak di daerah ini"),
    Rule::warning(NO_MATERIAL, "Bahan cetak dipesan tanpa menyebut kertas atau kainnya.")
        .why("Di lembar pesanan hanya ada titik-titik, dan percetakan harus bertanya.")
        .repair("Tambahkan `bahan`, misalnya `bahan: HVS 80 gsm`.")
        .example("`brosur-warga` dipesan tanpa `bahan`"),
    Rule::warning(NO_COPIES, "Ada desa tanpa jumlah lembar, padahal desa lain punya.")
        .why("Desa itu tidak masuk berkas gabungan, daftar sebar, dan pesanan: warganya tidak mendapat brosur.")
        .repair("Isi jumlahnya, atau tulis 0 bila memang tidak mendapat.")
        .example("2 desa tanpa jumlah pada kolom `brosur-warga`: Sutera, Benawai Agung"),
];

/// How many villages without copies are named.
const NAMED: usize = 12;

/// Checks what an edition orders.
pub(super) fn check(edition: &Edition, theme: &Theme, d: &Diagnostics) {
    for (id, _) in edition.wanted.with_ids() {
        check_wanted(edition, id, theme, d);
    }
    for item in edition.pieces.values() {
        let Some(format) = theme.formats.get(&item.data.format.value).filter(|format| !format.is_screen()) else { continue };
        check_finishing(&item.data, format, d);
        check_material(edition, &item.data, d);
        check_villages(edition, &item.data, d);
    }
}

fn check_wanted(edition: &Edition, id: &Id, theme: &Theme, d: &Diagnostics) {
    let Some(wanted) = edition.wanted.get(id.as_str()) else { return };
    let Some(item) = edition.pieces.get(id) else {
        if !edition.is_unreadable(Kind::Piece, id.as_str()) {
            let hint = pieces_near(edition, id);
            let unknown = format!("`pesan` menyebut `{id}`, yang bukan bahan cetak di daerah ini");
            d.push(Diagnostic::error(UNKNOWN_ORDER, unknown).at(&wanted.place).hint(hint));
        }
        return;
    };
    let on_screen = theme.formats.get(&item.data.format.value).is_some_and(Format::is_screen);
    let why = match (on_screen, item.data.per_recipient) {
        (true, _) => "bahan ini dikirim lewat ponsel atau ditayangkan, tidak dicetak",
        (_, true) => "surat dicetak di kantor; banyaknya ada di `penerima.csv`",
        _ if edition.names_people(id) => "lembar ini memuat nama dari `penandatangan.csv`, jadi dicetak di kantor",
        _ => return,
    };
    d.push(
        Diagnostic::warning(UNKNOWN_ORDER, format!("`{id}` tidak masuk pesanan mana pun"))
            .at(&wanted.place)
            .because(why)
            .hint("hapus entri ini dari `pesan`"),
    );
}

/// All pieces of an office with their titles, the one that may be meant first: the guide to printing sends people here for the list.
fn pieces_near(edition: &Edition, id: &Id) -> String {
    let near = suggest(id.as_str(), edition.pieces.keys().map(Id::as_str));
    let begun: Vec<&Id> = edition.pieces.keys().filter(|known| known.as_str().starts_with(&format!("{id}-"))).collect();
    if near.is_none() && !begun.is_empty() {
        let named: Vec<String> = begun.iter().map(|known| format!("`{known}`")).collect();
        return format!("maksud Anda salah satu ini? {}", named.join(", "));
    }
    let title = |item: &Item<Piece>| format!("`{}` ({})", item.data.id, edition.fill(&item.data.meta.title));
    let others = edition.pieces.values().filter(|item| Some(item.data.id.as_str()) != near);
    let others = others.map(title).collect::<Vec<_>>().join(", ");
    match near.and_then(|near| edition.pieces.values().find(|item| item.data.id.as_str() == near)) {
        Some(item) if others.is_empty() => format!("maksud Anda {}?", title(item)),
        Some(item) => format!("maksud Anda {}? Yang lain: {others}", title(item)),
        None => format!("bahan cetak yang ada: {others}"),
    }
}

/// Where ropes, poles and folds go follows from the name, so a name that is not known would check the wrong places.
fn check_finishing(piece: &Piece, format: &Format, d: &Diagnostics) {
    let Some(wanted) = &piece.finishing else { return };
    if format.finishing.is_empty() {
        d.push(
            Diagnostic::warning(UNCHECKED_FINISHING, format!("format `{}` tidak punya daftar finishing", format.id))
                .at(&wanted.place)
                .because("tulisan ini sampai ke percetakan apa adanya, tetapi lubang dan lipatannya tidak diperiksa")
                .hint("hapus `finishing`, atau tambahkan namanya pada `finishing` di berkas format"),
        );
    } else if format.finishing_named(wanted).is_none() {
        let known = format.finishing.iter().map(|known| known.name.as_str());
        let list = known.clone().collect::<Vec<_>>().join(", ");
        let hint = match did_you_mean(wanted, known, String::new) {
            near if near.is_empty() => format!("pilih salah satu: {list}"),
            near => format!("{near} Yang ada: {list}"),
        };
        let unknown = format!("finishing {} tidak ada pada format `{}`", quoted(wanted), format.id);
        d.push(Diagnostic::error(UNKNOWN_FINISHING, unknown).at(&wanted.place).hint(hint));
    }
}

fn check_material(edition: &Edition, piece: &Piece, d: &Diagnostics) {
    if piece.per_recipient || piece.material.is_some() || edition.copies(piece).is_none() {
        return;
    }
    d.push(
        Diagnostic::warning(NO_MATERIAL, format!("`{}` dipesan tanpa `bahan`", piece.id))
            .at(&piece.meta.place)
            .because("di lembar pesanan hanya ada titik-titik, dan percetakan harus bertanya")
            .hint("tambahkan `bahan`, misalnya `bahan: HVS 80 gsm`"),
    );
}

fn check_villages(edition: &Edition, piece: &Piece, d: &Diagnostics) {
    let forgotten = edition.forgotten_villages(piece);
    let Some(first) = forgotten.first() else { return };
    let called = edition.village_names();
    let names: Vec<&str> =
        forgotten.iter().take(NAMED).filter_map(|village| called.get(village.code.value.as_str())).map(String::as_str).collect();
    let more = forgotten.len() - names.len();
    let names = if more > 0 { format!("{}, dan {more} lagi", names.join(", ")) } else { names.join(", ") };
    d.push(
        Diagnostic::warning(
            NO_COPIES,
            format!("{} tanpa jumlah pada kolom `{}`: {names}", edition.villages_counted(&forgotten), piece.id),
        )
        .at(&first.place)
        .because("yang tanpa jumlah tidak masuk berkas gabungan, daftar sebar, dan pesanan")
        .hint("isi jumlahnya, atau tulis 0 bila memang tidak mendapat"),
    );
}
