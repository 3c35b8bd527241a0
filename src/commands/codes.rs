//! The codes of what is typed and of projects that are written: S90x and S93x.

/// `--region` names a region that the project does not have.
pub(super) const UNKNOWN_REGION: &str = "S902";
/// `--project` is no folder.
pub(super) const NO_FOLDER: &str = "S903";
/// The folder of a new project holds files already.
pub(super) const FOLDER_IN_USE: &str = "S930";
/// A file or folder can't be written.
pub(super) const CANNOT_WRITE: &str = "S931";
/// No region of Indonesia has this code or name.
pub(super) const NO_SUCH_PLACE: &str = "S932";
/// Several regions have this name.
pub(super) const SEVERAL_PLACES: &str = "S933";
/// `--basis` leads to no project.
pub(super) const NO_BASIS: &str = "S934";
/// A content file that is to be written is there already.
pub(super) const FILE_EXISTS: &str = "S935";
/// A title of which no file name can be made.
pub(super) const NO_SLUG: &str = "S936";
/// A project of several regions, and none was named.
pub(super) const REGION_WANTED: &str = "S937";
/// A path that leads out of the project.
pub(super) const OUTSIDE: &str = "S938";
/// No layer of the edition has this file.
pub(super) const UNKNOWN_FILE: &str = "S939";
/// A file that is to be copied and changed, but is locked below.
pub(super) const LOCKED_FILE: &str = "S940";
/// A file that is to be copied, though it is laid over the one below part by part.
pub(super) const MERGED_FILE: &str = "S941";
/// A file that is to be shown, but is no text.
pub(super) const NOT_TEXT: &str = "S942";
/// The preview can't be reached: its port is taken, or the system gives none.
pub(super) const NO_PORT: &str = "S943";
/// A regulation that neither the content nor a manifest knows.
pub(super) const UNKNOWN_LAW: &str = "S944";
/// A manifest that does not say what law its edition rests on.
pub(super) const NO_GROUNDS: &str = "S945";
/// A code that is asked for and that no rule has.
pub(super) const UNKNOWN_CODE: &str = "S946";
/// A folder of results where a project is wanted.
pub(super) const NOT_A_PROJECT: &str = "S947";
