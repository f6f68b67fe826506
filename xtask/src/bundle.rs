//! `cargo xtask build`: the site as it is published, and what it weighs.

use std::io::Write;
use std::path::Path;
use std::{fs, io};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::shell::{Outcome, command, root, run};

/// What all that the browser fetches to be usable may weigh, in bytes after gzip.
const LIMIT: usize = 700_000;
/// Fetched only when somebody opens an example, or presses Run for the first time. So
/// are all parts of the page's Wasm that are not among the first, and the code that
/// only those share.
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
    let first = first_parts(site).map_err(|error| format!("dist: {error}"))?;
    let later = |name: &String| {
        let is_part = name.starts_with("split_") || name.starts_with("chunk_");
        ON_DEMAND.iter().any(|start| name.starts_with(start)) || is_part && !first.contains(name)
    };
    let (on_demand, needed): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| later(name));
    let sum = |files: Vec<&(String, usize)>| files.iter().map(|(_, size)| size).sum::<usize>();
    let (total, on_demand) = (sum(needed), sum(on_demand));
    println!(
        "{total:>10}  in all to have a journey and its properties to work on; {LIMIT} are allowed"
    );
    println!(
        "{on_demand:>10}  on demand: the examples, the checker after the first picture, the worker at the first run, the other pages, the other language\n"
    );
    if total > LIMIT {
        return Err(format!("the site weighs {total} bytes with gzip; {LIMIT} are allowed"));
    }
    Ok(())
}

/// The parts that the page's head asks for at once, in English.
fn first_parts(site: &Path) -> io::Result<Vec<String>> {
    let html = fs::read_to_string(site.join("index.html"))?;
    let links = html.split("<link").filter(|link| link.starts_with(" data-when=en "));
    let name =
        |link: &str| Some(link.split_once("href=./")?.1.split_whitespace().next()?.to_owned());
    Ok(links.filter_map(name).collect())
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
