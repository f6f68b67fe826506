//! Controls that several panes share. They know nothing of journeys.

pub mod button;
pub mod confirm;
pub mod edge;
pub mod flyout;
pub mod inputs;
pub mod menu;
pub mod modal;
pub mod number;
pub mod picker;
pub mod type_input;
