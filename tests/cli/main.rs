//! The command line as a person meets it: the program is run, its output compared
//! with files in `tests/cli/golden`. With `BLESS=1` they are written anew.

#![allow(clippy::unwrap_used, missing_docs, reason = "a failed test says where")]

mod check;
mod diff;
mod files;
mod help;
mod program;
mod scenarios;
mod simulate;
