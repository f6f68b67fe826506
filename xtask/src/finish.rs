//! `cargo xtask finish`: Trunk calls it after each build, for the things that Trunk
//! leaves open, and for dividing the Wasm file of a release build.
//!
//! - The style sheets become one file, and what the page always asks for is named in
//!   its head: a browser fetches all of it at once, and nothing waits for its turn.
//! - The worker's files get names that change with what is in them, so that no
//!   browser ever runs yesterday's worker beside today's page. The page learns the
//!   loader's address from its `<meta name="worker">`.
//! - The hash of every inline script goes into the page's security policy, so that
//!   no other inline script can ever run.

use std::path::Path;
use std::{env, fs};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::shell::Outcome;
use crate::split;

/// Stands in the page's policy where the hashes go.
const PLACE: &str = "'sha256-boot'";
/// Stands in the page's head where its style sheet goes.
const PLACE_OF_SHEET: &str = "<link style>";
/// Stands in the page's head where the loader's address goes; a release build writes
/// the element around it in its own, shorter way.
const LOADER: &str = "worker_loader.js";

/// Finishes the site that Trunk has just built.
///
/// # Errors
/// When it is not called by Trunk, or the site is not as expected.
pub fn run() -> Outcome {
    let folder = env::var("TRUNK_STAGING_DIR")
        .map_err(|_| "finish is called by trunk after a build; run: trunk build".to_owned())?;
    let folder = Path::new(&folder);
    let parts = split::run_in(folder)?;
    let page = folder.join("index.html");
    let html = one_sheet(&read(&page)?, folder)?;
    let (html, program) = take_links(&html, "preload");
    // Before the start script, which chooses among the parts. The program is the first:
    // some hosts send six files at a time, and the page waits for it longest.
    let html = html.replacen("<script", &format!("{program}{parts}<script"), 1);
    let html = put(&html, LOADER, &format!("{LOADER}?{}", worker(folder)?))?;
    let hashes: Vec<String> = inline_scripts(&html).map(hash).collect();
    write(&page, &put(&html, PLACE, &hashes.join(" "))?)
}

/// The page with one style sheet in the place of the first, and nothing in those of the
/// others.
fn one_sheet(html: &str, folder: &Path) -> Result<String, String> {
    let (mut text, mut page) = (String::new(), String::new());
    for piece in html.split_inclusive('>') {
        let element = piece.rfind("<link").map(|at| piece.split_at(at));
        let sheet =
            element.filter(|(_, link)| link.contains("stylesheet")).and_then(|(_, link)| {
                let (_, address) = link.split_once("./")?;
                Some(folder.join(address.split_once(".css")?.0).with_extension("css"))
            });
        let (Some((before, _)), Some(sheet)) = (element, sheet) else {
            page.push_str(piece);
            continue;
        };
        page.push_str(before);
        if text.is_empty() {
            page.push_str(PLACE_OF_SHEET);
        }
        text.push_str(&read(&sheet)?);
        fs::remove_file(&sheet).map_err(|error| format!("{}: {error}", sheet.display()))?;
    }
    let sheet = format!("style-{}.css", id(text.as_bytes()));
    write(&folder.join(&sheet), &text)?;
    put(&page, PLACE_OF_SHEET, &format!("<link rel=stylesheet href=./{sheet}>"))
}

/// The page without its links of this kind, and those.
fn take_links(html: &str, kind: &str) -> (String, String) {
    let (mut page, mut links) = (String::new(), String::new());
    for piece in html.split_inclusive('>') {
        let at = piece.rfind("<link").unwrap_or(piece.len());
        let (before, link) = piece.split_at(at);
        page.push_str(before);
        if link.contains(kind) { &mut links } else { &mut page }.push_str(link);
    }
    (page, links)
}

/// Names a file by what is in it.
pub fn id(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Renames the worker's files after their content and gives that name's id.
fn worker(folder: &Path) -> Result<String, String> {
    let (script, module) = (folder.join("worker.js"), folder.join("worker_bg.wasm"));
    let text = read(&script)?;
    let bytes = fs::read(&module).map_err(|error| format!("{}: {error}", module.display()))?;
    let digest = Sha256::new().chain_update(&text).chain_update(&bytes).finalize();
    let id: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();

    let named = |name: &str| name.replace("worker", &format!("worker-{id}"));
    write(
        &folder.join(named("worker.js")),
        &put(&text, "worker_bg.wasm", &named("worker_bg.wasm"))?,
    )?;
    fs::rename(&module, folder.join(named("worker_bg.wasm"))).map_err(|error| error.to_string())?;
    fs::remove_file(&script).map_err(|error| error.to_string())?;
    let loader = folder.join("worker_loader.js");
    write(&loader, &put(&read(&loader)?, "worker.js", &named("worker.js"))?)?;
    Ok(id)
}

/// Replaces what must be there.
///
/// # Errors
/// When it is not there.
pub fn put(text: &str, place: &str, new: &str) -> Result<String, String> {
    if !text.contains(place) {
        return Err(format!("the built site no longer has {place}: adapt xtask/src/finish.rs"));
    }
    Ok(text.replace(place, new))
}

/// The text of each script element that has no address of its own.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (text, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=")).then_some(text)
    })
}

fn hash(script: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(script)))
}

/// The text of a file.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_without_an_address_are_inline() {
        let html = r#"<script src="a.js"></script><script type="module">go()</script>"#;
        assert_eq!(inline_scripts(html).collect::<Vec<_>>(), ["go()"]);
    }

    #[test]
    fn links_are_taken_out_with_their_kind() {
        let html = "<p>a<link href=b rel=preload>c<link rel=icon><link rel=modulepreload>";
        let (page, links) = take_links(html, "preload");
        assert_eq!(page, "<p>ac<link rel=icon>");
        assert_eq!(links, "<link href=b rel=preload><link rel=modulepreload>");
    }

    #[test]
    fn the_hash_is_the_one_of_the_published_example() {
        let published = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(hash("alert('Hello, world.');"), published);
    }

    #[test]
    fn what_must_be_replaced_must_be_there() {
        assert_eq!(put("a b", "b", "c").unwrap(), "a c");
        assert!(put("a", "b", "c").is_err());
    }
}
