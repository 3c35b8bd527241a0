//! Why a publication could not be made, told in Indonesian with the path and the remedy.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::EditionCode;
use crate::diagnostics::Diagnostic;

/// Another run holds the lock.
pub const BUSY: &str = "S951";
/// A folder is needed and something else is there.
pub const NOT_A_FOLDER: &str = "S952";
/// The output folder or its parent can't be written.
pub const READ_ONLY: &str = "S953";
/// The output folder holds somebody else's files.
pub const NOT_OURS: &str = "S954";
/// A file of the user is where a published one must go.
pub const IN_THE_WAY: &str = "S955";
/// A path that some system can't keep, or outside the edition's folders.
pub const BAD_PATH: &str = "S956";
/// Two files of one edition would be one.
pub const COLLISION: &str = "S957";
/// The disk is full.
pub const DISK_FULL: &str = "S958";
/// Any other failure of the file system.
pub const FILE_SYSTEM: &str = "S959";
/// An interrupted exchange that can be neither finished nor undone.
pub const UNRECOVERED: &str = "S960";
/// The output folder can't be renamed.
pub const UNMOVABLE: &str = "S961";
/// An edition that is asked for twice, or finished though it failed.
pub const MISUSED: &str = "S962";
/// A damaged manifest or index was set aside.
pub const DAMAGED: &str = "S963";
/// An interrupted run was tidied up.
pub const RECOVERED: &str = "S964";
/// Something could not be tidied up after publishing.
pub const UNTIDY: &str = "S965";

/// Why a publication could not be made. `output/` is as it was before.
#[derive(Debug)]
pub enum PublishError {
    /// Another run holds the lock of this output folder.
    Busy {
        /// The output folder.
        output: PathBuf,
    },
    /// A folder is needed here and something else is there.
    NotAFolder {
        /// What is there.
        path: PathBuf,
    },
    /// The folder can't be written.
    ReadOnly {
        /// Which folder.
        path: PathBuf,
    },
    /// The output folder is not empty and was not made by this program.
    NotOurs {
        /// The output folder.
        output: PathBuf,
        /// The first of the files found in it.
        example: PathBuf,
    },
    /// A file that this program did not make is where one of its files must go.
    InTheWay {
        /// The file.
        path: PathBuf,
    },
    /// A path that can't be published.
    BadPath {
        /// The path as asked for.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A path outside the folders of the edition that writes it.
    WrongPlace {
        /// The path.
        path: String,
        /// The edition.
        edition: EditionCode,
    },
    /// Two paths of one edition that would be one file on some system.
    Collision {
        /// The second path.
        path: String,
        /// The one that was there before.
        other: String,
    },
    /// The disk is full, or a quota or size limit is reached.
    DiskFull {
        /// What was being written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file system refused.
    Io {
        /// What was tried, in Indonesian: "menulis", "menghapus".
        doing: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// An exchange was interrupted, and something else has taken the output folder's place since.
    Unrecovered {
        /// The output folder.
        output: PathBuf,
        /// Where the last publication is.
        saved: PathBuf,
    },
    /// The output folder can't be exchanged: a mount point, or in use by another program (Windows).
    Unmovable {
        /// The output folder.
        output: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// An edition was asked for twice in one run.
    EditionTwice {
        /// Which.
        edition: EditionCode,
    },
    /// An edition was finished though one of its files failed.
    Incomplete {
        /// Which.
        edition: EditionCode,
    },
}

impl PublishError {
    /// Tells a full disk from other failures.
    pub(crate) fn io(doing: &'static str, path: &Path, source: io::Error) -> PublishError {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                PublishError::DiskFull { path, source }
            }
            io::ErrorKind::ReadOnlyFilesystem => PublishError::ReadOnly { path },
            _ => PublishError::Io { doing, path, source },
        }
    }
}

impl PublishError {
    /// The stable code of the message.
    pub fn code(&self) -> &'static str {
        match self {
            PublishError::Busy { .. } => BUSY,
            PublishError::NotAFolder { .. } => NOT_A_FOLDER,
            PublishError::ReadOnly { .. } => READ_ONLY,
            PublishError::NotOurs { .. } => NOT_OURS,
            PublishError::InTheWay { .. } => IN_THE_WAY,
            PublishError::BadPath { .. } | PublishError::WrongPlace { .. } => BAD_PATH,
            PublishError::Collision { .. } => COLLISION,
            PublishError::DiskFull { .. } => DISK_FULL,
            PublishError::Io { .. } => FILE_SYSTEM,
            PublishError::Unrecovered { .. } => UNRECOVERED,
            PublishError::Unmovable { .. } => UNMOVABLE,
            PublishError::EditionTwice { .. } | PublishError::Incomplete { .. } => MISUSED,
        }
    }

    /// What the system said, when it said something.
    fn source_error(&self) -> Option<&io::Error> {
        match self {
            PublishError::DiskFull { source, .. } | PublishError::Io { source, .. } | PublishError::Unmovable { source, .. } => {
                Some(source)
            }
            _ => None,
        }
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            PublishError::Busy { .. } => "tunggu sampai proses itu selesai, atau pakai folder lain dengan `--output`",
            PublishError::NotAFolder { .. } => "pindahkan atau hapus, atau pakai folder lain dengan `--output`",
            PublishError::ReadOnly { .. } => "beri izin tulis pada folder itu, atau pakai folder lain dengan `--output`",
            PublishError::NotOurs { .. } => "pakai folder yang kosong atau yang belum ada dengan `--output`",
            PublishError::InTheWay { .. } => "pindahkan atau ganti nama berkas itu, lalu jalankan lagi",
            PublishError::BadPath { .. } | PublishError::WrongPlace { .. } => "ganti nama berkas atau alamatnya",
            PublishError::Collision { .. } => "ganti salah satu nama; huruf besar dan kecil dianggap sama",
            PublishError::DiskFull { .. } => "kosongkan ruang disk, lalu jalankan lagi; terbitan yang lama masih utuh",
            PublishError::Io { .. } => "periksa izin dan keadaan disk, lalu jalankan lagi; terbitan yang lama masih utuh",
            PublishError::Unrecovered { .. } => {
                "pindahkan folder yang baru itu ke tempat lain, lalu jalankan lagi; terbitan akan dikembalikan"
            }
            PublishError::Unmovable { .. } => {
                "tutup program yang memakai folder itu; bila folder itu titik kait (mount), pakai folder di dalamnya dengan `--output`"
            }
            PublishError::EditionTwice { .. } | PublishError::Incomplete { .. } => {
                "ini kesalahan program: laporkan kepada pembuatnya"
            }
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PublishError::Busy { output } => {
                write!(f, "folder keluaran `{}` sedang dipakai proses suluh lain", output.display())
            }
            PublishError::NotAFolder { path } => write!(f, "`{}` bukan folder", path.display()),
            PublishError::ReadOnly { path } => write!(f, "folder `{}` tidak bisa ditulis", path.display()),
            PublishError::NotOurs { output, example } => write!(
                f,
                "folder keluaran `{}` berisi berkas yang bukan buatan suluh, misalnya `{}`",
                output.display(),
                example.display()
            ),
            PublishError::InTheWay { path } => {
                write!(f, "`{}` bukan buatan suluh dan menempati jalur berkas terbitan", path.display())
            }
            PublishError::BadPath { path, reason } => {
                write!(f, "jalur keluaran `{}` tidak sah: {reason}", path.escape_debug())
            }
            PublishError::WrongPlace { path, edition } => {
                write!(f, "jalur keluaran `{path}` berada di luar folder edisi `{edition}`")
            }
            PublishError::Collision { path, other } => {
                write!(f, "jalur keluaran `{path}` bertabrakan dengan `{other}`")
            }
            PublishError::DiskFull { path, .. } => write!(f, "ruang disk habis saat menulis `{}`", path.display()),
            PublishError::Io { doing, path, .. } => write!(f, "gagal {doing} `{}`", path.display()),
            PublishError::Unrecovered { output, saved } => write!(
                f,
                "pertukaran folder `{}` pernah terputus dan folder baru sudah menempatinya; terbitan terakhir ada di `{}`",
                output.display(),
                saved.display()
            ),
            PublishError::Unmovable { output, .. } => {
                write!(f, "folder keluaran `{}` tidak bisa dipertukarkan", output.display())
            }
            PublishError::EditionTwice { edition } => {
                write!(f, "edisi `{edition}` dibangun dua kali dalam satu proses")
            }
            PublishError::Incomplete { edition } => {
                write!(f, "edisi `{edition}` tidak lengkap sehingga tidak diterbitkan")
            }
        }
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source_error().map(|error| error as _)
    }
}

impl From<&PublishError> for Diagnostic {
    fn from(error: &PublishError) -> Diagnostic {
        let diagnostic = Diagnostic::error(error.code(), error.to_string()).hint(error.hint());
        match error.source_error() {
            // What the system says of a full disk, in English, adds nothing.
            Some(source) if !matches!(error, PublishError::DiskFull { .. }) => {
                diagnostic.because(format!("sistem menjawab: {source}"))
            }
            _ => diagnostic,
        }
    }
}
