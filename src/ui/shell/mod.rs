//! The frame around every page: top bar, rail, drawer, help.

pub mod drawer;
pub mod help;
pub mod rail;
pub mod state;
pub mod topbar;
