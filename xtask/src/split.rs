//! Dividing the page's Wasm file: what is opened later goes into files of its own
//! (`src/ui/later.rs` marks it), so that the first picture does not wait for it.
//!
//! Trunk knows nothing of this. A build with the feature `split` leaves the linker's
//! notes in what cargo wrote; from these the files are made here, and put in the
//! place of the one that Trunk made.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs};

use wasm_split_cli_support::{Options, transform};

use crate::finish::{id, put, read, write};
use crate::imports;
use crate::order;
use crate::shell::{Outcome, command, find, root, run};

/// Stands in the page's script as long as the file is in one piece.
const MARK: &str = "__wasm_split_placeholder__";
/// How to make it small: few functions are copied into their callers, and the first
/// kilobyte of memory holds nothing (the stack's far end is there).
const SMALLER: [&str; 7] = [
    "-Oz",
    "--always-inline-max-function-size",
    "1",
    "--one-caller-inline-max-function-size",
    "40",
    "--low-memory-unused",
    "--zero-filled-memory",
];
/// What the browsers that we serve know.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// The parts that a page asks for as soon as it runs, and when: in a language, or to be
/// measured (`style/boot.js`).
const FIRST: [(&str, &str); 3] = [("english", "en"), ("french", "fr"), ("measure", "bench")];

/// Divides the page's Wasm file in the site in `folder`, if it was built for that; the
/// elements of the page's head by which a browser fetches the first parts at once.
///
/// # Errors
/// When the site or the tools are not as expected.
pub fn run_in(folder: &Path) -> Result<String, String> {
    let script = page_script(folder)?;
    if !read(&script)?.contains(MARK) {
        return Ok(String::new());
    }
    let built = target().join("wasm32-unknown-unknown/release/parcours.wasm");
    let bytes = fs::read(&built).map_err(|error| format!("{}: {error}", built.display()))?;
    let work = target().join("split");
    // What an earlier build left there must not be mistaken for this one's.
    let _ = fs::remove_dir_all(&work);

    let id = id(&bytes);
    let (link, main) = (format!("./split-{id}.js"), work.join("parcours.wasm"));
    let module = format!("./{}", name(&script));
    let mut options = Options::new(&bytes);
    options.output_dir = &work;
    options.main_out_path = &main;
    options.main_module = &module;
    options.link_name = &link;
    let parts = transform(options).map_err(|error| format!("dividing the Wasm file: {error:?}"))?;

    let mut loader = read(&work.join(&link))?;
    // Not every host says what kind of file a Wasm file is, which streaming asks for.
    loader = put(
        &loader,
        "WebAssembly.instantiateStreaming(src, imports)",
        "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)",
    )?;
    for part in parts.split_modules {
        let hashed = name(&part).replace(".wasm", &format!("-{id}.wasm"));
        loader = put(&loader, &format!("./{}", name(&part)), &format!("./{hashed}"))?;
        optimize(&part, &folder.join(hashed))?;
    }
    write(&folder.join(&link), &lean(&loader))?;
    bind(&main, &work)?;
    let (glue, bound) = (work.join("bound/parcours.js"), work.join("bound/parcours_bg.wasm"));
    let long = fs::read(&bound).map_err(|error| format!("{}: {error}", bound.display()))?;
    let (short, glue) = imports::shorten(&long, &lean(&read(&glue)?))?;
    fs::write(&bound, short).map_err(|error| format!("{}: {error}", bound.display()))?;
    write(&script, &put(&glue, "parcours_bg.wasm", &wasm_of(&script))?)?;
    optimize(&bound, &folder.join(wasm_of(&script)))?;

    let mut head = format!("<link rel=modulepreload href={link}>");
    let mut named = Vec::new();
    for (part, when) in FIRST {
        for file in parts.prefetch_map.get(part).into_iter().flatten() {
            if named.contains(&file) {
                continue;
            }
            named.push(file);
            head += &format!(
                "<link data-when={when} href=./{file}-{id}.wasm as=fetch type=application/wasm crossorigin>"
            );
        }
    }
    Ok(head)
}

/// A generated script without its indentation and its comments, which stand on lines
/// of their own.
fn lean(script: &str) -> String {
    let told = |line: &&str| !["//", "/*", "*"].iter().any(|mark| line.starts_with(mark));
    let lines = script.lines().map(str::trim_start).filter(|line| !line.is_empty());
    lines.filter(told).flat_map(|line| [line, "\n"]).collect()
}

/// The page's own script, under the name that Trunk gave it.
fn page_script(folder: &Path) -> Result<PathBuf, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| name(path).starts_with("parcours-") && path.extension() == Some("js".as_ref()))
        .ok_or_else(|| "the built site has no parcours-….js: adapt xtask/src/split.rs".to_owned())
}

/// The Wasm file of the page's script.
fn wasm_of(script: &Path) -> String {
    name(script).replace(".js", "_bg.wasm")
}

fn name(path: &Path) -> String {
    path.file_name().map(OsStr::to_string_lossy).unwrap_or_default().into_owned()
}

/// Where cargo builds.
fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

fn bind(main: &Path, work: &Path) -> Outcome {
    let mut bindgen = command("wasm-bindgen", &["--target=web", "--no-typescript"]);
    // The parts reach for what only the linker exports.
    bindgen.arg("--keep-lld-exports").arg("--out-dir").arg(work.join("bound"));
    run(bindgen.arg("--out-name=parcours").arg(main))
}

fn optimize(from: &Path, to: &Path) -> Outcome {
    let optimizer = optimizer()?;
    let pass = |flags: &[&str]| {
        let mut pass = command(&optimizer, flags);
        run(pass.args(FEATURES).arg(from).arg("-o").arg(from))
    };
    pass(&SMALLER)?;
    let optimized = fs::read(from).map_err(|error| format!("{}: {error}", from.display()))?;
    let named = order::name_places(&optimized)?;
    fs::write(from, named).map_err(|error| format!("{}: {error}", from.display()))?;
    pass(&["--reorder-functions-by-name"])?;
    fs::copy(from, to).map_err(|error| format!("{}: {error}", to.display()))?;
    Ok(())
}

/// The optimizer: on the path, or the one that Trunk has fetched for itself.
fn optimizer() -> Result<String, String> {
    if find("wasm-opt").is_some() {
        return Ok("wasm-opt".to_owned());
    }
    let home = PathBuf::from(env::var_os("HOME").unwrap_or_default());
    [".cache/trunk", "Library/Caches/dev.trunkrs.trunk"]
        .iter()
        .map(|cache| home.join(cache).join("wasm-opt-version_132/bin/wasm-opt"))
        .find(|path| path.is_file())
        .map(|path| path.to_string_lossy().into_owned())
        .ok_or_else(|| "wasm-opt is needed to build what is published".to_owned())
}
