//! How a broken rule is told: its code, what is wrong, with numbers, and what to do.

use super::colour::MOST_SOLID;
use super::finding::{Finding, Rule, Subject};
use super::rules::{SCAN_REACH, scan_distance};
use crate::content::Format;
use crate::content::contrast::MIN_CONTRAST;
use crate::print::codes;
use crate::print::compose::village_text_panel;
use crate::print::geometry::Obstacle;
use crate::print::job::Job;
use crate::print::order;
use crate::print::tokens::{MAX_INK, decimal};

/// A finding in words.
pub(super) struct Telling {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) label: Option<&'static str>,
    pub(super) hint: String,
}

/// A village's text that does not fit, however it does not.
pub(super) fn tell_slot(name: &str, finding: &Finding, subject: &Subject<'_>) -> Telling {
    let letter = subject.inspection.job.by_recipient;
    let what = match village_text_panel(subject.inspection.job, name.trim_matches('`')) {
        Some(_) if letter => "alinea yang menyebut penerima".to_owned(),
        Some(Job::WHOLE) => "alinea yang menyebut desa".to_owned(),
        Some(panel) => format!("alinea yang menyebut desa di panel `{panel}`"),
        None => format!("slot {name}"),
    };
    Telling {
        code: codes::SLOT_OVERSET,
        message: format!("{what} tidak muat: {} mm melewati kotaknya", decimal(finding.worst)),
        label: None,
        hint: format!(
            "singkat isi baris {} ini, misalnya nama tanpa gelar atau `Kec.`; bila tidak boleh disingkat, salin bahan ini ke `cetak/` di folder daerah dan pendekkan alineanya",
            if letter { "penerima" } else { "desa" }
        ),
    }
}

/// Any other finding.
pub(super) fn tell(rule: &Rule, name: &str, finding: &Finding, subject: &Subject<'_>) -> Telling {
    Telling {
        code: code(rule),
        message: message(rule, name, finding, subject),
        label: (*rule == Rule::Overset).then_some("mulai dari sini"),
        hint: partners_hint(rule, name, subject).unwrap_or_else(|| hint(rule, finding, &subject.inspection.job.format)),
    }
}

/// What helps where contacts and partners share one box: no text of the piece is too long there.
fn partners_hint(rule: &Rule, name: &str, subject: &Subject<'_>) -> Option<String> {
    let shared = ["`kontak`", "`mitra`", "`kaki`"].contains(&name) && !subject.inspection.job.partners.is_empty();
    (shared && matches!(rule, Rule::Overset | Rule::UnsafeZone)).then(|| {
        "di tempat itu nama daerah berdampingan dengan mitra: kurangi `mitra` atau singkat namanya, pasang `logo` yang sudah memuat namanya \
         (lebarnya sedikitnya dua kali tingginya), atau tiadakan bahan ini dengan `hapus: true`"
            .to_owned()
    })
}

fn code(rule: &Rule) -> &'static str {
    match rule {
        Rule::Overset => codes::OVERSET,
        Rule::WideWord(_) => codes::WIDE_WORD,
        Rule::MissingGlyph(_) => codes::MISSING_GLYPH,
        Rule::SmallText => codes::SMALL_TEXT,
        Rule::OnFold => codes::ON_FOLD,
        Rule::UnsafeZone => codes::UNSAFE_ZONE,
        Rule::LowLetters => codes::LOW_LETTERS,
        Rule::SmallModule | Rule::SmallCode => codes::SMALL_QR,
        Rule::NotCmyk => codes::NOT_CMYK,
        Rule::InFinishing(Obstacle::Hem) => codes::IN_HEM,
        Rule::InFinishing(Obstacle::Sleeve) => codes::IN_SLEEVE,
        Rule::InFinishing(Obstacle::Eyelet) => codes::IN_EYELET,
        Rule::OnSeam => codes::ON_SEAM,
        Rule::OnJoin => codes::ON_JOIN,
        Rule::CoarsePicture => codes::COARSE_PICTURE,
        Rule::LongHeadline | Rule::ManyWords => codes::MANY_WORDS,
        Rule::SecondInk => codes::SECOND_INK,
        Rule::LargeSolid => codes::LARGE_SOLID,
        Rule::DistantCode => codes::DISTANT_QR,
        Rule::UselessCode => codes::USELESS_QR,
        Rule::WeakText => codes::WEAK_TEXT,
        Rule::HeavyFill => codes::HEAVY_FILL,
    }
}

fn message(rule: &Rule, name: &str, finding: &Finding, subject: &Subject<'_>) -> String {
    let format = &subject.inspection.job.format;
    let worst = decimal(finding.worst);
    let words = format.words.unwrap_or(crate::content::format::WordLimits { headline: 0, all: 0 });
    match rule {
        Rule::Overset => format!("teks {name} tidak muat: {worst} mm melewati kotaknya"),
        Rule::WideWord(word) => format!("kata `{word}` lebih lebar {worst} mm dari kotak {name}"),
        Rule::MissingGlyph(c) => format!("huruf tema tidak punya aksara `{c}` (U+{:04X})", u32::from(*c)),
        // Where less than nothing is left for a line, a template can only make its letters smaller than nothing.
        Rule::SmallText if finding.worst <= 0.0 => {
            format!("teks {name} tidak mendapat tempat: lembar ini terlalu kecil untuknya")
        }
        Rule::SmallText => format!("teks {name} hanya {worst} pt, paling kecil {} pt", decimal(format.min_text_size)),
        Rule::OnFold => format!("{} berada di atas lipatan", text_or_code(name)),
        Rule::UnsafeZone => format!("{} keluar {worst} mm dari batas aman {} mm", text_or_code(name), decimal(format.safe)),
        Rule::LowLetters => format!("huruf {name} hanya {worst} mm tingginya, terlalu rendah untuk jarak baca format ini"),
        Rule::SmallModule => format!("modul kode QR hanya {} mm", format!("{:.2}", finding.worst).replace('.', ",")),
        Rule::SmallCode => format!("kode QR hanya {worst} mm lebarnya"),
        Rule::NotCmyk => format!("{name} tidak memakai tinta CMYK"),
        Rule::InFinishing(Obstacle::Hem) => format!("{} masuk ke lipatan tepi", text_or_code(name)),
        Rule::InFinishing(Obstacle::Sleeve) => format!("{} masuk ke selongsong", text_or_code(name)),
        Rule::InFinishing(Obstacle::Eyelet) => format!("{} terkena mata ayam", text_or_code(name)),
        Rule::OnSeam => format!("{} berada di sambungan bahan gulungan {worst} m", text_or_code(name)),
        Rule::OnJoin => format!("{} berada di sambungan dua lembar poster", text_or_code(name)),
        Rule::CoarsePicture => {
            let (found, least) = (finding.worst.floor(), format.resolution);
            format!("gambar {name} hanya {found} piksel per inci pada ukuran cetaknya, paling sedikit {least}")
        }
        Rule::LongHeadline => format!("judul memuat {} kata, paling banyak {}", finding.worst, words.headline),
        Rule::ManyWords => format!("lembar memuat {} kata, paling banyak {}", finding.worst, words.all),
        Rule::SecondInk => format!("{name} memakai tinta selain hitam, padahal format ini satu warna"),
        Rule::LargeSolid => format!("bidang hitam menutup {worst} % lembar, paling banyak {} %", decimal(MOST_SOLID)),
        Rule::DistantCode => {
            let [width, distance, least] = [finding.worst, scan_distance(format), least_width(format)].map(exact);
            format!("kode QR {width} mm; untuk dipindai dari {distance} m paling sedikit {least} mm")
        }
        Rule::UselessCode => {
            format!("kode QR format ini dipindai dari {} m: tidak terpindai dari sana", exact(scan_distance(format)))
        }
        Rule::WeakText => {
            format!("teks {name} hanya berkontras {worst} : 1 dengan alasnya, paling sedikit {} : 1", decimal(MIN_CONTRAST))
        }
        Rule::HeavyFill => format!("{name} memakai {:.0} % tinta, paling banyak {MAX_INK} %", finding.worst),
    }
}

/// Codes have a name of their own; everything else is text in a box.
fn text_or_code(name: &str) -> String {
    if name == "kode QR" { name.to_owned() } else { format!("teks {name}") }
}

/// A measure that a format states, with the digits that it was written with: a few centimetres of scan distance decide.
fn exact(value: f64) -> String {
    order::decimal(value, 3)
}

/// The narrowest code that is scanned from where the format says, in mm.
fn least_width(format: &Format) -> f64 {
    // Upwards: what the message asks for is enough when it is written down.
    (scan_distance(format) * 1000.0 / SCAN_REACH * 10.0 - 1e-6).ceil() / 10.0
}

/// How a code gets as wide as its distance asks, or its distance as near as its width allows, in the format's own numbers.
fn distant_code(width: f64, format: &Format) -> String {
    let least = least_width(format);
    let wider = match format.qr {
        Some(spec) if spec.width < least => format!("tulis `lebar: {least}` di `qr` format ini"),
        // The format asks for enough: the template, or a code in running text, is narrower.
        _ => "besarkan kode QR di templat tema".to_owned(),
    };
    let near = (width * SCAN_REACH / 10.0 + 1e-6).floor() / 100.0;
    if format.qr.is_some_and(|spec| spec.distance.is_some()) {
        format!("{wider}, atau `jarak: {near}` bila memang dipindai dari dekat")
    } else {
        format!("{wider}, atau tambahkan `jarak: {near}` di sana bila dipindai lebih dekat daripada `jarak_pandang`")
    }
}

fn hint(rule: &Rule, finding: &Finding, format: &Format) -> String {
    let fixed = match rule {
        Rule::Overset => {
            let elsewhere = if format.panel_ids().nth(1).is_some() { ", atau pindahkan sebagian ke panel lain" } else { "" };
            return format!("pendekkan kira-kira {} kata{elsewhere}", finding.words);
        }
        Rule::LongHeadline | Rule::ManyWords => {
            return format!("kurangi paling sedikit {} kata: yang dibaca sambil lewat harus pendek", finding.words);
        }
        Rule::WideWord(_) => {
            "pakai kata yang lebih pendek, atau sisipkan tanda hubung lunak (U+00AD) di tempat kata boleh dipenggal"
        }
        Rule::MissingGlyph(_) => "ganti aksara itu, atau tambahkan huruf yang memilikinya ke tema",
        Rule::SmallText => "besarkan huruf di templat tema, atau pendekkan teksnya",
        Rule::OnFold => "pendekkan teks, atau jauhkan dari lipatan",
        Rule::UnsafeZone => "pendekkan teks, atau geser ke dalam: pisau potong dapat mengenainya",
        Rule::LowLetters => "pendekkan kalimatnya agar hurufnya dapat lebih besar",
        Rule::SmallModule => "besarkan kode QR, atau pendekkan alamatnya",
        Rule::SmallCode => "besarkan kode QR di templat tema",
        Rule::NotCmyk => "pakai warna dari token tema: `warna.tinta`, `warna.hitam` …",
        Rule::InFinishing(_) => "pendekkan teks, geser ke dalam `bebas` di templat tema, atau pilih finishing lain",
        Rule::OnSeam => "geser di templat tema menurut `sambungan`, atau cetak di bahan yang lebih lebar",
        Rule::OnJoin => "geser di templat tema menurut `sambungan`: tangan tidak menyambung setepat mesin",
        Rule::CoarsePicture => {
            let times = exact((format.resolution / finding.worst.max(1.0) * 10.0).ceil() / 10.0);
            return format!("pakai gambar yang {times} kali lebih lebar dan lebih tinggi; lambang sebaiknya SVG");
        }
        Rule::SecondInk => "pakai `warna.hitam` dan tingkat kelabunya saja: mesin fotokopi hanya punya hitam",
        Rule::LargeSolid => "ganti bidang dengan garis: mesin fotokopi mencetak bidang luas belang dan boros tinta",
        Rule::DistantCode => return distant_code(finding.worst, format),
        Rule::UselessCode => {
            "hapus kode QR dan tulis alamat pendeknya besar-besar, atau tulis di `qr: { jarak }` dari mana orang memindainya"
        }
        Rule::WeakText => "pakai warna yang lebih gelap atau lebih terang daripada alasnya",
        Rule::HeavyFill => "kurangi persen tintanya: tinta yang terlalu tebal tidak kering dan membekas",
    };
    fixed.to_owned()
}
