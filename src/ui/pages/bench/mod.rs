//! The canvas, to be measured from outside, with one journey of so many tiles: the
//! address ends in `?bench`, and a program that drives the browser finds what it needs
//! in `window.__bench`. docs/bench.md says what that is.
//!
//! What is measured is the canvas that people use: the same parts, gestures, editor and
//! undo. Only its place is another: it fills the window, and nothing else is shown.

pub mod engine;
pub mod hook;
mod long_tasks;
