//! `cargo xtask csp`: Trunk calls it after each build. It writes the hash of every
//! inline script of the built page into the page's security policy, so that no
//! other inline script can ever run.

use std::path::Path;
use std::{env, fs};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::Outcome;

/// Stands in the page's policy where the hashes go.
const PLACE: &str = "'sha256-boot'";

/// Writes the hashes into the page that Trunk has just built.
///
/// # Errors
/// When it is not called by Trunk, or the page cannot be read or written.
pub fn run() -> Outcome {
    let folder = env::var("TRUNK_STAGING_DIR")
        .map_err(|_| "csp is called by trunk after a build; run: trunk build".to_owned())?;
    let page = Path::new(&folder).join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| format!("{}: {error}", page.display()))?;
    if !html.contains(PLACE) {
        return Err(format!("{}: its security policy has no {PLACE}", page.display()));
    }
    let hashes: Vec<String> = inline_scripts(&html).map(hash).collect();
    fs::write(&page, html.replace(PLACE, &hashes.join(" ")))
        .map_err(|error| format!("{}: {error}", page.display()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_without_an_address_are_inline() {
        let html = r#"<script src="a.js"></script><script type="module">go()</script>"#;
        assert_eq!(inline_scripts(html).collect::<Vec<_>>(), ["go()"]);
    }

    #[test]
    fn the_hash_is_the_one_of_the_published_example() {
        assert_eq!(
            hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }
}
