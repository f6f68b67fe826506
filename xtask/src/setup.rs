//! `cargo xtask setup`: installs what is missing, says what and how far it is.
//!
//! What is found in the right version is used as it is; what is missing goes into
//! `target/tools`, never into the user's own folders. Only the browser for the
//! tests comes from the system, because browsers do.

use std::fs;

use crate::shell::{Outcome, command, find, output, root, run, tools};

/// The page builder; versions from 0.22 need a newer compiler.
const TRUNK: &str = "0.21.14";
/// The optimizer; some older ones break modules without saying so.
const WASM_OPT: &str = "132";

/// What the tools are needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// To build and serve while developing.
    Develop,
    /// To build what is published.
    Release,
    /// To test.
    Test,
}

/// One thing that must be there.
struct Tool {
    name: String,
    present: fn() -> bool,
    install: fn() -> Outcome,
    /// What to say while it is installed.
    note: &'static str,
}

/// Makes sure that everything for this purpose is there.
///
/// # Errors
/// When something is missing and cannot be installed; the message says what to do.
pub fn run_for(purpose: Purpose) -> Outcome {
    let tools = needed(purpose)?;
    let count = tools.len();
    for (index, tool) in tools.iter().enumerate() {
        let step = format!("[{}/{count}] {}", index + 1, tool.name);
        if (tool.present)() {
            println!("{step}: there");
            continue;
        }
        println!("{step}: missing; {}", tool.note);
        (tool.install)()?;
        if !(tool.present)() {
            return Err(format!("{} is still not found after installing it", tool.name));
        }
    }
    Ok(())
}

fn needed(purpose: Purpose) -> Result<Vec<Tool>, String> {
    let bindgen = bindgen_version()?;
    let mut needed = vec![
        Tool {
            name: "the wasm32 target, rustfmt and clippy".into(),
            present: target_is_there,
            install: || run(&mut command("rustup", &["toolchain", "install"])),
            note: "rustup adds them",
        },
        Tool {
            name: format!("wasm-bindgen {bindgen}"),
            present: bindgen_is_there,
            install: install_bindgen,
            note: "building it takes about 5 minutes, once",
        },
        Tool {
            name: format!("trunk {TRUNK}"),
            present: || version("trunk").as_deref() == Some(TRUNK),
            install: install_trunk,
            note: "building it takes about 6 minutes, once",
        },
    ];
    // Without npm, trunk fetches the optimizer itself.
    if purpose >= Purpose::Release && (wasm_opt_is_there() || find("npm").is_some()) {
        needed.push(Tool {
            name: format!("wasm-opt {WASM_OPT}"),
            present: wasm_opt_is_there,
            install: install_wasm_opt,
            note: "npm fetches it",
        });
    }
    if purpose == Purpose::Test {
        needed.push(Tool {
            name: "a browser for the tests: Chromium and chromedriver".into(),
            present: || browser_is_there() && driver_is_there(),
            install: install_browser,
            note: "the system's packages have them",
        });
    }
    Ok(needed)
}

fn target_is_there() -> bool {
    let target = ["--print", "target-libdir", "--target", "wasm32-unknown-unknown"];
    let library = output("rustc", &target).is_some_and(|folder| fs::read_dir(folder).is_ok());
    library && ["fmt", "clippy"].iter().all(|tool| output("cargo", &[tool, "--version"]).is_some())
}

/// The version of wasm-bindgen that the project builds with.
fn bindgen_version() -> Result<String, String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock: {error}"))?;
    locked(&lock, "wasm-bindgen").ok_or_else(|| "Cargo.lock has no wasm-bindgen".to_owned())
}

fn locked(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

fn bindgen_is_there() -> bool {
    let wanted = bindgen_version().ok();
    let tools = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    wanted.is_some() && tools.iter().all(|tool| version(tool) == wanted)
}

fn install_bindgen() -> Outcome {
    // Not --locked: this release is locked to packages that are not served everywhere.
    let package = format!("wasm-bindgen-cli@{}", bindgen_version()?);
    cargo_install(&[&package])
}

fn install_trunk() -> Outcome {
    let package = format!("trunk@{TRUNK}");
    cargo_install(&[&package, "--locked", "--no-default-features", "--features", "rustls"])
}

/// Installs with little optimization: these tools run for seconds.
fn cargo_install(arguments: &[&str]) -> Outcome {
    let build = tools().join("build");
    let mut install = command("cargo", &["install", "--force", "--root"]);
    install.arg(tools()).args(arguments);
    install.env("CARGO_TARGET_DIR", &build);
    install.env("CARGO_PROFILE_RELEASE_LTO", "false");
    install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    run(&mut install)?;
    fs::remove_dir_all(&build).map_err(|error| format!("{}: {error}", build.display()))
}

fn wasm_opt_is_there() -> bool {
    output("wasm-opt", &["--version"]).is_some_and(|said| said.contains(WASM_OPT))
}

fn install_wasm_opt() -> Outcome {
    let package = format!("binaryen@{WASM_OPT}");
    let mut npm = command("npm", &["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]);
    run(npm.arg(tools()).arg(package))
}

fn browser_is_there() -> bool {
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let places = [
        "/Applications/Google Chrome.app",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ];
    names.iter().any(|name| find(name).is_some())
        || places.iter().any(|place| fs::metadata(place).is_ok())
}

fn driver_is_there() -> bool {
    std::env::var_os("CHROMEDRIVER").is_some() || find("chromedriver").is_some()
}

fn install_browser() -> Outcome {
    let is_root = output("id", &["-u"]).as_deref() == Some("0");
    if find("apt-get").is_none() || !is_root {
        return Err(
            "please install Chromium (or Chrome) and the chromedriver of the same version, \
                    so that both are on the PATH"
                .to_owned(),
        );
    }
    run(&mut command("apt-get", &["update"]))?;
    let packages = ["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"];
    run(command("apt-get", &packages).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// The version that a tool says it has: the second word.
fn version(tool: &str) -> Option<String> {
    output(tool, &["--version"])?.split_whitespace().nth(1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::locked;

    #[test]
    fn the_version_is_the_one_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(lock, "leptos"), None);
    }
}
