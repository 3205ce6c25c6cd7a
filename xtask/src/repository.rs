//! Every file of the repository, read once, so that rules and commands are plain functions of it.

use crate::sources::{Source, line_of};
use std::path::{Path, PathBuf};

/// Folders that hold nothing of ours.
const SKIPPED: &[&str] = &["target", "node_modules", ".git", "throughline-demo", "shots"];

/// One file.
pub struct File {
    /// Its path from the root, with forward slashes.
    pub path: String,
    /// Its text; empty when it is not text.
    pub text: String,
    /// Taken apart, when it is Rust.
    pub source: Source,
}

/// All files, by path.
pub struct Repository {
    files: Vec<File>,
}

/// The root of the repository this command was built in.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}

impl File {
    fn new(path: String, text: String) -> File {
        let source = if path.ends_with(".rs") { Source::read(&text) } else { Source::default() };
        File { path, text, source }
    }

    /// `crates/people/src/find.rs:12`, for an offset.
    pub fn place(&self, at: usize) -> String {
        format!("{}:{}", self.path, line_of(&self.text, at))
    }

    /// The crate it belongs to.
    pub fn krate(&self) -> &str {
        let mut parts = self.path.split('/');
        match parts.next() {
            Some("crates") => parts.next().unwrap_or_default(),
            Some("xtask") => "xtask",
            _ => "",
        }
    }

    /// Its name without folders.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Whether all of it is there for tests.
    pub fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }

    /// Whether what stands at an offset is there for tests.
    pub fn is_test_at(&self, at: usize) -> bool {
        self.is_test() || self.source.test_parts().iter().any(|part| part.contains(&at))
    }
}

impl Repository {
    /// Reads every file under `root`.
    pub fn read(root: &Path) -> Result<Repository, String> {
        let mut paths = Vec::new();
        collect(root, &mut paths).map_err(|e| format!("{}: {e}", root.display()))?;
        paths.sort();
        let file = |path: &PathBuf| {
            let from_root = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
            File::new(from_root, std::fs::read_to_string(path).unwrap_or_default())
        };
        Ok(Repository { files: paths.iter().map(file).collect() })
    }

    /// A repository made up for a test.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Repository {
        Repository { files: files.iter().map(|(path, text)| File::new((*path).to_owned(), (*text).to_owned())).collect() }
    }

    /// The files whose path ends so.
    pub fn ending<'a>(&'a self, end: &'a str) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(move |file| file.path.ends_with(end))
    }

    /// Our own Rust.
    pub fn rust(&self) -> impl Iterator<Item = &File> {
        self.ending(".rs").filter(|file| !file.krate().is_empty())
    }

    /// The templates.
    pub fn templates(&self) -> impl Iterator<Item = &File> {
        self.ending(".html").filter(|file| file.path.starts_with("crates/"))
    }

    /// A file by its path.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Whether there is a file or folder of this path.
    pub fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        self.files.iter().any(|file| file.path == path || file.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')))
    }

    /// The names of our crates.
    pub fn crates(&self) -> Vec<&str> {
        let manifests = self.files.iter().filter(|file| file.name() == "Cargo.toml" && !file.krate().is_empty());
        manifests.map(File::krate).collect()
    }
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let skipped = SKIPPED.iter().any(|name| entry.file_name() == *name);
        if entry.file_type()?.is_dir() && !skipped {
            collect(&entry.path(), paths)?;
        } else if entry.file_type()?.is_file() {
            paths.push(entry.path());
        }
    }
    Ok(())
}
