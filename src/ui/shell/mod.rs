//! The frame around every page: top bar, rail, drawer, help, and what opens over it.

pub mod drawer;
pub mod help;
pub mod over;
pub mod path;
pub mod rail;
pub mod state;
pub mod topbar;
pub mod travel;
