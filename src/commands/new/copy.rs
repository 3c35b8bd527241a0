//! `suluh new salinan`: a file of the layers below, copied into the region's folder to be changed there.

use super::place::Layer;
use crate::cli::NewArgs;
use crate::commands::codes::MERGED_FILE;
use crate::commands::explain;
use crate::commands::layers::{Stack, story, subject};
use crate::commands::refusal::Refusal;
use crate::diagnostics::{Diagnostic, quoted};
use crate::project::Chain;

/// The data file whose entries are long enough to be copied.
pub(super) const SHOPS: &str = "percetakan.yaml";

/// What is copied where.
pub(super) struct Copy {
    /// From the project's folder.
    pub(super) path: String,
    /// The bytes of the file below.
    pub(super) bytes: Vec<u8>,
    /// The file below.
    pub(super) from: String,
    /// As it stands in a layer: `halaman/lapor.md`.
    pub(super) subject: String,
}

/// Finds the file that counts below a layer.
pub(super) fn of(args: &NewArgs, chain: &Chain, layer: &Layer) -> Result<Copy, Refusal> {
    let subject = subject::read(&args.title, &args.project, chain).map_err(|path| Refusal::usage(explain::outside(&path)))?;
    let stack = Stack::new(chain, &layer.code, None);
    let files = stack.files(&subject.path);
    let winner = story::tell(&subject, &files).winner.and_then(|winner| Some((files.get(winner.number - 1)?.file?, winner)));
    let Some((file, winner)) = winner else { return Err(Refusal::usage(explain::unknown(&subject, &stack))) };
    if winner.locked {
        return Err(Refusal::usage(super::locked(&subject.path)));
    }
    // A profile is written whole, so that whoever changes one needs to see it.
    if story::is_merged(&subject.path) && subject.path != SHOPS {
        return Err(Refusal::usage(
            Diagnostic::error(
                MERGED_FILE,
                format!("{} digabung bagian demi bagian, jadi tidak perlu disalin", quoted(&subject.path)),
            )
            .hint("tulis berkas baru dengan nama itu, berisi hanya bagian yang berubah"),
        ));
    }
    let folder = if subject.path.starts_with("themes/") { "" } else { &layer.folder };
    let path = format!("{folder}{}", subject.path);
    Ok(Copy { path, bytes: file.as_slice().to_vec(), from: winner.path, subject: subject.path })
}
