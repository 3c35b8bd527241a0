//! What was typed: commands and flags in English, everything a user reads in Indonesian.

mod typed;

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::content::Kind;
use crate::source::Date;

/// Exit code: the content has errors.
pub const EXIT_CONTENT: u8 = 1;
/// Exit code: the command line was not understood.
pub const EXIT_USAGE: u8 = 2;
/// Exit code: a file could not be read or written.
pub const EXIT_IO: u8 = 3;

const TEMPLATE: &str = "{before-help}{about}\n\nPemakaian: {usage}\n\n{all-args}{after-help}";
const COMMANDS: &str = "Perintah";
const OPTIONS: &str = "Pilihan";

/// Bahan netralitas ASN dari satu folder Markdown: situs dan cetakan, per daerah
#[derive(Debug, Parser)]
#[command(
    name = "suluh",
    version,
    help_template = TEMPLATE,
    subcommand_help_heading = COMMANDS,
    subcommand_value_name = "PERINTAH",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub struct Cli {
    /// Tampilkan bantuan ini
    #[arg(short, long, global = true, action = clap::ArgAction::Help, help_heading = OPTIONS)]
    help: Option<bool>,
    /// Tampilkan versi
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help_heading = OPTIONS)]
    version: Option<bool>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tulis proyek sebuah daerah, lengkap dengan semua desanya
    #[command(help_template = TEMPLATE, override_usage = "suluh init --region KODE [FOLDER] [PILIHAN]")]
    Init(InitArgs),
    /// Tulis berkas isi baru yang tinggal diisi
    #[command(help_template = TEMPLATE, override_usage = "suluh new JENIS \"JUDUL\" [PILIHAN]")]
    New(NewArgs),
    /// Buat situs dan cetakan ke dalam folder output
    #[command(help_template = TEMPLATE, override_usage = "suluh build [PILIHAN]")]
    Build(BuildArgs),
    /// Tampilkan situs dan lembar cetak di peramban sambil menulis
    #[command(help_template = TEMPLATE, override_usage = "suluh serve [PILIHAN]")]
    Serve(ServeArgs),
    /// Periksa isi dan gambar tanpa membuat apa pun
    #[command(help_template = TEMPLATE, override_usage = "suluh check [PILIHAN]")]
    Check(CheckArgs),
    /// Tunjukkan dari berkas mana sebuah isi berasal, atau arti sebuah kode pemeriksaan
    #[command(help_template = TEMPLATE, override_usage = "suluh explain BERKAS|KODE [PILIHAN]")]
    Explain(ExplainArgs),
    /// Cari yang harus ditarik bila sebuah regulasi dicabut: halaman, cetakan, daerah, desa (juga: tarik)
    #[command(alias = "tarik", help_template = TEMPLATE, override_usage = "suluh recall REGULASI [MANIFES...] [PILIHAN]")]
    Recall(RecallArgs),
    /// Katakan yang berubah bagi pembaca antara dua keadaan sebuah proyek (juga: beda)
    #[command(alias = "beda", help_template = TEMPLATE, override_usage = "suluh diff LAMA BARU [PILIHAN]")]
    Diff(DiffArgs),
    /// Tampilkan basis dan yang berubah di bawah proyek ini
    #[command(help_template = TEMPLATE, override_usage = "suluh base [PILIHAN]")]
    Base(BaseArgs),
    /// Tampilkan semua format cetak yang tersedia
    #[command(help_template = TEMPLATE, override_usage = "suluh formats [PILIHAN]")]
    Formats(FormatsArgs),
    /// Tampilkan kunci setiap jenis berkas, atau tulis skemanya
    #[command(help_template = TEMPLATE, override_usage = "suluh schema [JENIS] [PILIHAN]")]
    Schema(SchemaArgs),
}

/// Which project, which regions, as of which day.
#[derive(Args, Clone, Debug)]
pub struct ProjectArgs {
    /// Folder proyek, yang berisi suluh.yaml
    #[arg(long, value_name = "FOLDER", default_value = ".", hide_default_value = true, help_heading = OPTIONS)]
    pub project: PathBuf,
    /// Hanya daerah ini, misalnya 61.11 (boleh berulang); `nasional` untuk edisi nasional
    #[arg(long = "region", value_name = "KODE", help_heading = OPTIONS)]
    pub regions: Vec<String>,
    /// Nilai hukum dan masa tugas menurut tanggal ini, misalnya 2026-11-22 (bawaan: hari ini)
    #[arg(long, value_name = "TANGGAL", value_parser = parse_date, help_heading = OPTIONS)]
    pub as_of: Option<Date>,
    /// Perlakukan peringatan sebagai galat
    #[arg(long, help_heading = OPTIONS)]
    pub strict: bool,
    /// Bentuk pesan: teks untuk orang, json untuk program
    #[arg(long, value_enum, value_name = "BENTUK", default_value_t = MessageFormat::Text, hide_default_value = true, hide_possible_values = true, help_heading = OPTIONS)]
    pub message_format: MessageFormat,
}

/// `suluh init`
#[derive(Args, Clone, Debug)]
pub struct InitArgs {
    /// Folder proyek baru (bawaan: folder ini)
    #[arg(value_name = "FOLDER", default_value = ".", hide_default_value = true, help_heading = OPTIONS)]
    pub folder: PathBuf,
    /// Kode atau nama daerah, misalnya 61.05 atau sintang
    #[arg(long, value_name = "KODE", help_heading = OPTIONS)]
    pub region: String,
    /// Dari mana bahan nasional diambil: `bawaan` (yang dibawa program), folder sebuah proyek, atau zip-nya
    #[arg(long, value_name = "BASIS", default_value = "bawaan", hide_default_value = true, help_heading = OPTIONS)]
    pub basis: String,
}

/// `suluh new`
#[derive(Args, Clone, Debug)]
pub struct NewArgs {
    /// Jenis isi: halaman, pelanggaran, sanksi, regulasi, deklarasi, atau cetak; `salinan` menyalin
    /// berkas yang sudah ada di lapisan bawah untuk diubah
    #[arg(value_name = "JENIS", value_parser = new_kinds(), help_heading = OPTIONS, hide_possible_values = true)]
    pub kind: NewKind,
    /// Judulnya di antara tanda kutip; untuk `salinan` berkasnya, misalnya halaman/lapor.md
    #[arg(value_name = "JUDUL", help_heading = OPTIONS)]
    pub title: String,
    /// Daerah yang empunya, misalnya 61.11; `nasional` untuk semua daerah
    #[arg(long, value_name = "KODE", help_heading = OPTIONS)]
    pub region: Option<String>,
    /// Folder proyek, yang berisi suluh.yaml
    #[arg(long, value_name = "FOLDER", default_value = ".", hide_default_value = true, help_heading = OPTIONS)]
    pub project: PathBuf,
}

/// What `suluh new` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewKind {
    /// A new content file.
    Content(Kind),
    /// A copy of a file of the layers below.
    Copy,
}

/// Kinds of content by the names of their folders, and the copy.
fn new_kinds() -> impl TypedValueParser<Value = NewKind> {
    let names = Kind::ALL.map(Kind::folder).into_iter().chain(["salinan"]);
    PossibleValuesParser::new(names).map(|name| Kind::from_folder(&name).map_or(NewKind::Copy, NewKind::Content))
}

/// `suluh explain`
#[derive(Args, Clone, Debug)]
pub struct ExplainArgs {
    /// Berkasnya, misalnya halaman/lapor.md, pelaporan.yaml, atau daerah.yaml; atau kode dari sebuah pesan, misalnya S303
    #[arg(value_name = "BERKAS|KODE", help_heading = OPTIONS)]
    pub path: String,
    /// Untuk daerah ini, misalnya 61.11; `nasional` untuk edisi nasional
    #[arg(long, value_name = "KODE", help_heading = OPTIONS)]
    pub region: Option<String>,
    /// Folder proyek, yang berisi suluh.yaml
    #[arg(long, value_name = "FOLDER", default_value = ".", hide_default_value = true, help_heading = OPTIONS)]
    pub project: PathBuf,
    /// Nilai hukum dan masa tugas menurut tanggal ini, misalnya 2026-11-22 (bawaan: hari ini)
    #[arg(long, value_name = "TANGGAL", value_parser = parse_date, help_heading = OPTIONS)]
    pub as_of: Option<Date>,
}

/// `suluh recall`
#[derive(Args, Clone, Debug)]
pub struct RecallArgs {
    /// Regulasinya, misalnya uu-5-2014, atau satu pasalnya: uu-5-2014#pasal-9
    #[arg(value_name = "REGULASI", help_heading = OPTIONS)]
    pub law: String,
    /// Manifes yang dilihat: berkas, folder `manifes`, atau folder hasil, juga dari terbitan lama yang disimpan (bawaan: isi
    /// proyek ini dan folder `output` di dalamnya)
    #[arg(value_name = "MANIFES", help_heading = OPTIONS)]
    pub manifests: Vec<PathBuf>,
    /// Hanya daerah ini, misalnya 61.11 (boleh berulang); `nasional` untuk edisi nasional
    #[arg(long = "region", value_name = "KODE", help_heading = OPTIONS)]
    pub regions: Vec<String>,
    /// Folder proyek, yang berisi suluh.yaml
    #[arg(long, value_name = "FOLDER", default_value = ".", hide_default_value = true, help_heading = OPTIONS)]
    pub project: PathBuf,
    /// Nilai hukum dan masa tugas menurut tanggal ini, misalnya 2026-11-22 (bawaan: hari ini)
    #[arg(long, value_name = "TANGGAL", value_parser = parse_date, help_heading = OPTIONS)]
    pub as_of: Option<Date>,
    /// Tulis jawabannya untuk program
    #[arg(long, help_heading = OPTIONS)]
    pub json: bool,
}

/// `suluh diff`
#[derive(Args, Clone, Debug)]
pub struct DiffArgs {
    /// Keadaan lama: folder proyek, atau zip-nya. Folder hasil tidak dapat dibandingkan: hasil tidak menyimpan naskahnya
    #[arg(value_name = "LAMA", help_heading = OPTIONS)]
    pub old: PathBuf,
    /// Keadaan baru: folder proyek, atau zip-nya
    #[arg(value_name = "BARU", help_heading = OPTIONS)]
    pub new: PathBuf,
    /// Hanya daerah ini, misalnya 61.11 (boleh berulang); yang berubah secara nasional tetap disebut
    #[arg(long = "region", value_name = "KODE", help_heading = OPTIONS)]
    pub regions: Vec<String>,
    /// Nilai hukum dan masa tugas menurut tanggal ini, misalnya 2026-11-22 (bawaan: hari ini)
    #[arg(long, value_name = "TANGGAL", value_parser = parse_date, help_heading = OPTIONS)]
    pub as_of: Option<Date>,
    /// Tulis jawabannya untuk program
    #[arg(long, help_heading = OPTIONS)]
    pub json: bool,
}

/// `suluh build`
#[derive(Args, Clone, Debug)]
pub struct BuildArgs {
    /// The project.
    #[command(flatten)]
    pub project: ProjectArgs,
    /// Hanya `web` (situs) atau `print` (cetakan)
    #[arg(long, value_enum, value_name = "BAGIAN", hide_possible_values = true, help_heading = OPTIONS)]
    pub only: Option<Only>,
    /// Folder hasil
    #[arg(long, value_name = "FOLDER", help_heading = OPTIONS)]
    pub output: Option<PathBuf>,
    /// Buat juga satu zip berisi situs tiap edisi, untuk flash disk
    #[arg(long, help_heading = OPTIONS)]
    pub zip: bool,
    /// Profil warna CMYK dari percetakan (.icc): foto diubah menurut profil ini, dan namanya ditulis di berkas cetak
    #[arg(long, value_name = "BERKAS", help_heading = OPTIONS)]
    pub icc: Option<PathBuf>,
    /// Jumlah utas kerja (bawaan: sebanyak inti prosesor)
    #[arg(long, value_name = "N", value_parser = parse_threads, help_heading = OPTIONS)]
    pub threads: Option<u16>,
}

/// `suluh serve`
#[derive(Args, Clone, Debug)]
pub struct ServeArgs {
    /// Folder proyek, yang berisi suluh.yaml
    #[arg(long, value_name = "FOLDER", default_value = ".", hide_default_value = true, help_heading = OPTIONS)]
    pub project: PathBuf,
    /// Porta di komputer ini (bawaan: yang pertama bebas mulai 8000)
    #[arg(long, value_name = "N", value_parser = parse_port, help_heading = OPTIONS)]
    pub port: Option<u16>,
    /// Nilai hukum dan masa tugas menurut tanggal ini, misalnya 2026-11-22 (bawaan: hari ini)
    #[arg(long, value_name = "TANGGAL", value_parser = parse_date, help_heading = OPTIONS)]
    pub as_of: Option<Date>,
}

/// `suluh check`
#[derive(Args, Clone, Debug)]
pub struct CheckArgs {
    /// The project.
    #[command(flatten)]
    pub project: ProjectArgs,
}

/// `suluh base`
#[derive(Args, Clone, Debug)]
pub struct BaseArgs {
    /// Folder proyek, yang berisi suluh.yaml
    #[arg(long, value_name = "FOLDER", default_value = ".", hide_default_value = true, help_heading = OPTIONS)]
    pub project: PathBuf,
    /// Terima basis yang sekarang: catat sidik setiap berkasnya di basis.lock
    #[arg(long, help_heading = OPTIONS)]
    pub accept: bool,
    /// Tampilkan naskah basis dari berkas ini, misalnya halaman/lapor.md
    #[arg(long, value_name = "BERKAS", conflicts_with = "accept", help_heading = OPTIONS)]
    pub show: Option<String>,
}

/// `suluh formats`
#[derive(Args, Clone, Debug)]
pub struct FormatsArgs {
    /// Folder proyek, yang berisi suluh.yaml
    #[arg(long, value_name = "FOLDER", default_value = ".", hide_default_value = true, help_heading = OPTIONS)]
    pub project: PathBuf,
}

/// `suluh schema`
#[derive(Args, Clone, Debug)]
pub struct SchemaArgs {
    /// Jenis berkas, misalnya regulasi (bawaan: daftar semua jenis)
    #[arg(value_name = "JENIS", help_heading = OPTIONS)]
    pub kind: Option<String>,
    /// Tulis skemanya ke folder ini
    #[arg(long, value_name = "FOLDER", help_heading = OPTIONS)]
    pub output: Option<PathBuf>,
}

/// Half of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Only {
    /// The website.
    #[value(alias = "situs")]
    Web,
    /// What goes to the printer.
    #[value(alias = "cetak")]
    Print,
}

/// How problems are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// For people.
    #[value(name = "teks")]
    Text,
    /// For programs.
    Json,
}

fn parse_date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "tulis tahun-bulan-tanggal, misalnya 2026-11-22".to_owned())
}

fn parse_port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("tulis bilangan bulat dari 0 sampai {}; 0 berarti porta bebas mana pun", u16::MAX))
}

fn parse_threads(text: &str) -> Result<u16, String> {
    const MOST: u16 = 256;
    let count = text.parse().ok().filter(|count| (1..=MOST).contains(count));
    count.ok_or_else(|| format!("tulis bilangan bulat dari 1 sampai {MOST}"))
}

/// What to say instead of doing anything: help, the version, or what was not understood.
#[derive(Debug)]
pub struct Answer {
    text: String,
    is_error: bool,
}

impl Answer {
    /// Says it, on the stream where it belongs, and gives the exit code.
    pub fn print(&self) -> ExitCode {
        // A closed pipe is no reason to fail: whoever reads has read enough.
        if self.is_error {
            let _ = writeln!(std::io::stderr(), "{}", self.text.trim_end());
            ExitCode::from(EXIT_USAGE)
        } else {
            let _ = writeln!(std::io::stdout(), "{}", self.text.trim_end());
            ExitCode::SUCCESS
        }
    }

    /// What will be said.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Reads the command line.
///
/// # Errors
/// An [`Answer`]: help, the version, or what was not understood, in Indonesian.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Cli, Answer> {
    let args: Vec<OsString> = args.into_iter().collect();
    Cli::try_parse_from(&args).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Answer { text: error.render().to_string(), is_error: false },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Answer { text: error.render().to_string(), is_error: true },
        _ => Answer { text: typed::explain(&error, &args), is_error: true },
    })
}
