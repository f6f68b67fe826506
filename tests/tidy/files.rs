//! The project's files as text.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file of the project.
pub struct File {
    /// Its path from the project's folder, with `/` everywhere.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl File {
    /// Its lines with their numbers, beginning with 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// What it says before its unit tests, without comments, so that line numbers stay.
    pub fn code(&self) -> String {
        let end = self.text.find("#[cfg(test)]\nmod tests {").unwrap_or(self.text.len());
        let line =
            |line: &str| if line.trim_start().starts_with("//") { "" } else { line }.to_owned();
        self.text[..end].lines().map(line).collect::<Vec<_>>().join("\n")
    }

    /// A finding in one of its lines.
    pub fn finding(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }
}

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One file.
pub fn read(path: &str) -> File {
    let text =
        fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    File { path: path.to_owned(), text }
}

/// All files below a folder whose names end so, sorted by path; none when the folder
/// does not exist.
pub fn below(folder: &str, ending: &str) -> Vec<File> {
    let mut paths = Vec::new();
    collect(&root().join(folder), &mut paths);
    let relative = |path: PathBuf| {
        let path = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        path.ends_with(ending).then(|| read(&path))
    };
    let mut files: Vec<File> = paths.into_iter().filter_map(relative).collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// The Rust files of the library and the app.
pub fn sources() -> Vec<File> {
    below("src", ".rs")
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { collect(&path, paths) } else { paths.push(path) }
    }
}
