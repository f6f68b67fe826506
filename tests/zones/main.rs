//! The time zone data that is compiled in, against the IANA database as jiff has
//! it. With `WRITE_ZONES=1` the data is written anew.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod agree;
mod columns;
mod file;
mod tzif;
