//! The feeds that say how each file is to be read, and the note that nobody in them exists.

use std::fs;
use std::path::Path;

use crate::RegionError;
use crate::agencies::AGENCIES;

const README: &str = include_str!("readme.txt");

/// Writes the ten feeds and the note.
pub(crate) fn write(out: &Path) -> Result<(), RegionError> {
    let folder = out.join("feeds");
    fs::create_dir_all(&folder).map_err(|source| RegionError::File {
        path: folder.clone(),
        source,
    })?;
    let write = |path: std::path::PathBuf, content: &str| {
        fs::write(&path, content).map_err(|source| RegionError::File { path, source })
    };
    for agency in AGENCIES {
        let layout = agency.layout();
        write(
            folder.join(format!("{}-people.toml", layout.name)),
            layout.people_feed,
        )?;
        write(
            folder.join(format!("{}-events.toml", layout.name)),
            layout.events_feed,
        )?;
    }
    write(out.join("README.txt"), README)
}
