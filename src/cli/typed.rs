//! What was not understood, and what was most likely meant: words without quotes, a folder without `--project`, commands in Indonesian.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Commands as people call them, and what they are called.
const MEANT: [(&str, &str); 20] = [
    ("buat", "build"),
    ("bangun", "build"),
    ("terbitkan", "build"),
    ("periksa", "check"),
    ("cek", "check"),
    ("tambah", "new"),
    ("baru", "new"),
    ("jelaskan", "explain"),
    ("jelas", "explain"),
    ("mulai", "init"),
    ("inisialisasi", "init"),
    ("format", "formats"),
    ("skema", "schema"),
    ("ingat", "recall"),
    ("cabut", "recall"),
    ("bandingkan", "diff"),
    ("banding", "diff"),
    ("basis", "base"),
    ("dasar", "base"),
    ("daftar-format", "formats"),
];
/// Words that ask for help.
const HELP: [&str; 4] = ["help", "bantuan", "tolong", "bantu"];

/// What a word means that is no command.
fn command(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    if HELP.contains(&word.as_str()) {
        return Some("jalankan `suluh --help`; untuk satu perintah, misalnya `suluh build --help`".to_owned());
    }
    MEANT.iter().find(|(said, _)| *said == word).map(|(_, command)| format!("maksud Anda `{command}`?"))
}

/// What to do about a word that is one too many: most often the shell cut a name or a title at its spaces.
fn surplus(word: &str, args: &[OsString]) -> Option<String> {
    if word.is_empty() || word.starts_with('-') {
        return None;
    }
    let typed: Vec<String> = args.iter().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    let (command, rest) = typed.split_first()?;
    if let Some(name) = region(command, word, rest) {
        return Some(format!("apit nama yang lebih dari satu kata dengan tanda kutip: `--region \"{name}\"`"));
    }
    Some(match command.as_str() {
        "new" => {
            let words: Vec<&str> = rest.iter().skip(1).map(String::as_str).take_while(|word| !word.starts_with('-')).collect();
            let kind = rest.first().map_or("", String::as_str);
            format!("apit judul dengan tanda kutip: `suluh new {kind} \"{}\"`", words.join(" "))
        }
        "build" | "check" | "base" | "formats" => {
            format!("bila `{word}` folder proyek, tulis `suluh {command} --project {}`", quoted(word))
        }
        "init" => "hanya satu folder yang dapat ditulis; apit nama folder yang berisi spasi dengan tanda kutip".to_owned(),
        _ => "apit yang berisi spasi dengan tanda kutip".to_owned(),
    })
}

/// The name of a region that was typed without quotes, when the surplus word may belong to it.
fn region(command: &str, surplus: &str, rest: &[String]) -> Option<String> {
    let at = rest.iter().position(|word| word == "--region" || word.starts_with("--region="))?;
    let first = rest[at].strip_prefix("--region=").map(str::to_owned).or_else(|| rest.get(at + 1).cloned())?;
    let after = if rest[at].contains('=') { at + 1 } else { at + 2 };
    let loose: Vec<&str> = rest.iter().skip(after).map(String::as_str).take_while(|word| !word.starts_with('-')).collect();
    // `init` takes one word for the folder: the surplus one is the folder, and that one belongs to the name.
    let before = loose.iter().position(|word| *word == surplus)?;
    let name = if command == "init" { &loose[..before] } else { loose.get(..=before)? };
    let is_code = first.starts_with(|letter: char| letter.is_ascii_digit());
    (!name.is_empty() && !is_code).then(|| format!("{first} {}", name.join(" ")))
}

fn quoted(word: &str) -> String {
    if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word.to_owned() }
}

/// clap's errors speak English; these say the same in Indonesian, with what was most likely meant.
pub(super) fn explain(error: &clap::Error, args: &[OsString]) -> String {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => format!("pilihan `{argument}` tidak dikenal"),
        ErrorKind::UnknownArgument => format!("kata `{argument}` tidak dimengerti di sini"),
        ErrorKind::InvalidSubcommand => {
            format!("perintah `{}` tidak dikenal", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "perintahnya belum ditulis".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => format!("nilai untuk `{argument}` belum ditulis"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("nilai `{value}` tidak sah untuk `{argument}`")
        }
        ErrorKind::ArgumentConflict => format!("pilihan `{argument}` ditulis dua kali atau bertentangan"),
        ErrorKind::MissingRequiredArgument => format!("pilihan `{argument}` wajib ditulis"),
        _ => "perintah tidak dapat dibaca".to_owned(),
    };
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(context)
        .find(|text| !text.is_empty());
    let reason = std::error::Error::source(error).map(ToString::to_string);
    let valid = context(ContextKind::ValidValue);
    let ours = match error.kind() {
        ErrorKind::UnknownArgument => surplus(&argument, args),
        ErrorKind::InvalidSubcommand => command(&context(ContextKind::InvalidSubcommand)),
        _ => None,
    };
    let hint = match (suggestion, reason, valid.is_empty()) {
        _ if ours.is_some() => ours.unwrap_or_default(),
        (Some(text), _, _) => format!("maksud Anda `{text}`?"),
        (None, Some(reason), _) if error.kind() == ErrorKind::ValueValidation && !reason.contains("invalid") => reason,
        (None, _, false) => format!("pilihan: {valid}"),
        _ => "jalankan `suluh --help` untuk melihat cara pemakaian".to_owned(),
    };
    format!("galat: {message}\n  saran: {hint}")
}
