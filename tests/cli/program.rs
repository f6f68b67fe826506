//! Running the program.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the program said, and how it ended.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program in the project's folder.
pub fn parcours(args: &[&str]) -> Ended {
    with_input(args, "")
}

/// Runs the program with a text on standard input.
pub fn with_input(args: &[&str], input: &str) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_parcours"))
        .args(args)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input may have ended already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Compares a text with a golden file.
#[track_caller]
pub fn golden(name: &str, text: &str) {
    let path = root().join("tests/cli/golden").join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(text == expected, "{} is not what was said:\n{text}", path.display());
}

/// A file of this test run's own.
pub fn scratch(name: &str, content: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path.to_string_lossy().into_owned()
}

/// The Post-purchase example, which has no errors.
pub fn example() -> String {
    fs::read_to_string(root().join(EXAMPLE)).unwrap()
}

/// Its path.
pub const EXAMPLE: &str = "examples/post-purchase.json";

/// The Post-purchase example with two errors: no trigger is chosen at `n21`, and at
/// `n20` an attribute is not mapped.
pub fn broken() -> String {
    let text = example();
    let broken = text
        .replacen("\"id\": \"n21\",\n              \"type\": \"customTrigger\",\n              \"trigger\": \"t13\",", "\"id\": \"n21\",\n              \"type\": \"customTrigger\",", 1)
        .replacen("                    \"a9\": {\"from\": {\"contact\": \"c1\"}},\n", "", 1);
    assert_eq!(broken.lines().count() + 2, text.lines().count(), "the example has changed");
    broken
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
