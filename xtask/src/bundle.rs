//! `cargo xtask build`: the site as it is published, and what it weighs.

use std::io::Write;
use std::path::Path;
use std::{fs, io};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::shell::{Outcome, command, root, run};

/// What all that the browser fetches to be usable may weigh, in bytes after gzip.
const LIMIT: usize = 700_000;
/// The parts of the page's Wasm without which nobody works in English: the words, and
/// the checker, which follows the first picture. All others are fetched on demand.
const NEEDED: [&str; 2] = ["english", "checker"];
/// Fetched only when somebody opens an example, or presses Run for the first time.
const ON_DEMAND: [&str; 2] = ["examples/", "worker"];

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
        trunk.args(["--release", "--features=split,worker"]);
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
    let needed = needed_parts(site).map_err(|error| format!("dist: {error}"))?;
    let later = |name: &String| {
        let is_part = name.starts_with("split_") || name.starts_with("chunk_");
        let is_needed = needed.iter().any(|start| name.starts_with(start));
        ON_DEMAND.iter().any(|start| name.starts_with(start)) || is_part && !is_needed
    };
    let (on_demand, needed): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| later(name));
    let sum = |files: Vec<&(String, usize)>| files.iter().map(|(_, size)| size).sum::<usize>();
    let (total, on_demand) = (sum(needed), sum(on_demand));
    println!(
        "{total:>10}  in all to have a journey, its properties and its problems to work on; {LIMIT} are allowed"
    );
    println!(
        "{on_demand:>10}  on demand: the examples, the worker at the first run, the other pages, the other language\n"
    );
    if total > LIMIT {
        return Err(format!("the site weighs {total} bytes with gzip; {LIMIT} are allowed"));
    }
    Ok(())
}

/// How the names of the needed parts begin; none where the file is not divided.
fn needed_parts(site: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(site)? {
        let path = entry?.path();
        if name(&path).starts_with("split-") {
            let loader = fs::read_to_string(&path)?;
            found.extend(NEEDED.iter().flat_map(|part| files_of(&loader, part)));
        }
    }
    Ok(found)
}

/// How the names of the files of a part begin, by the script that fetches them.
fn files_of(loader: &str, part: &str) -> Vec<String> {
    let own = format!("split_{part}-");
    let after = loader.split_once(&own).map_or("", |(_, after)| after);
    let shared = after.split_once("\n, [").and_then(|(_, list)| list.split_once(']'));
    let shared = shared.map_or("", |(list, _)| list).split(", ");
    let shared = shared.filter_map(|one| Some(format!("{}-", one.strip_prefix("__")?)));
    shared.chain([own.clone()]).collect()
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

#[cfg(test)]
mod tests {
    use super::files_of;

    #[test]
    fn a_part_needs_its_own_file_and_those_that_it_shares() {
        let loader = "const a = load(() => {\nfetch(\"./split_pages-0a.wasm\");\n}\n, [__chunk_1, __chunk_2]));\n\
            const b = load(() => {\nfetch(\"./split_words-0a.wasm\");\n}\n, []));\n";
        assert_eq!(files_of(loader, "pages"), ["chunk_1-", "chunk_2-", "split_pages-"]);
        assert_eq!(files_of(loader, "words"), ["split_words-"]);
    }
}
