//! Parcours: design customer journeys, wire them together through custom
//! triggers, and run them on contacts in the browser before anything is
//! published.
//!
//! The layers, in reading order; each reads only those above it:
//!
//! - [`model`]: the workspace as data.
//! - [`check`], [`engine`], [`mod@format`], [`layout`]: what is wrong with it, what it
//!   does, how it is written down, how it is drawn. They do not know each other's
//!   insides.
//! - [`editor`]: commands, selection, undo; effects as data.
//! - [`locale`]: what people read, in their language.
//! - `cli`: the command line; it does not exist on wasm32.
//! - `web` and `ui`: the browser; they exist on wasm32 only.

pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod editor;
pub mod engine;
pub mod examples;
pub mod format;
pub mod layout;
pub mod locale;
pub mod model;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod web;
