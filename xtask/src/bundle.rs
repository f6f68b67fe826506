//! `cargo xtask build`: the site as it is published, and what it weighs.

use std::io::Write;
use std::path::Path;
use std::{fs, io};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::shell::{Outcome, command, root, run};

/// All that the browser fetches to be usable, at most, in bytes after gzip.
const LIMIT: usize = 700_000;
/// Fetched only when somebody opens an example.
const ON_DEMAND: &str = "examples";

/// Builds the site and weighs it.
///
/// # Errors
/// When it does not build or weighs too much.
pub fn run_release() -> Outcome {
    build(true)?;
    weigh(&root().join("dist"))
}

/// Builds the site into `dist`.
///
/// # Errors
/// When it does not build.
pub fn build(release: bool) -> Outcome {
    let mut trunk = command("trunk", &["build"]);
    if release {
        trunk.arg("--release");
    }
    // Trunk takes a bare NO_COLOR=1 for a broken flag.
    run(trunk.env_remove("NO_COLOR"))
}

/// Prints every file with its size and fails when they weigh too much together.
fn weigh(site: &Path) -> Outcome {
    let mut files = Vec::new();
    collect(site, &mut files).map_err(|error| format!("dist: {error}"))?;
    files.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    println!("\n{:>10}  file (bytes after gzip)", "size");
    for (name, size) in &files {
        println!("{size:>10}  {name}");
    }
    let needed = files.iter().filter(|(name, _)| !name.starts_with(ON_DEMAND));
    let total: usize = needed.map(|(_, size)| size).sum();
    println!("{total:>10}  in all to be usable, of at most {LIMIT} (without {ON_DEMAND})\n");
    if total > LIMIT {
        return Err(format!("the site weighs {total} bytes with gzip; {LIMIT} are allowed"));
    }
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<(String, usize)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            let size = gzipped(&fs::read(&path)?)?;
            files.push((name(&path), size));
        }
    }
    Ok(())
}

/// The file's path below `dist`.
fn name(path: &Path) -> String {
    let site = root().join("dist");
    path.strip_prefix(site).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn gzipped(bytes: &[u8]) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
