//! The keyboard: one table that the handler and the help page both read.
//!
//! Ctrl and the Command key of a Mac are one. The zoom of the browser itself
//! (Ctrl and + or -) is left alone, and so is what a text field does by itself.

use crate::layout::Direction;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Shortcut {
    Undo,
    Redo,
    /// Deletes what is selected.
    Delete,
    Duplicate,
    /// Moves the focus.
    Focus(Direction),
    /// Opens the settings of what has the focus, or places a tile there.
    Edit,
    /// Closes what is open, or lets go of the selection.
    Cancel,
    /// Places a tile after what has the focus.
    Insert,
    ZoomIn,
    ZoomOut,
    ZoomToFit,
    Run,
    Help,
}

/// A key and what it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// As `KeyboardEvent.key` names it, letters in lower case.
    pub key: &'static str,
    /// Whether Ctrl or Command is held.
    pub command: bool,
    /// Whether Shift is held; `None` where it makes the character and does not matter.
    pub shift: Option<bool>,
    /// Whether it also counts while a text field has the focus.
    pub in_text_field: bool,
    /// What it asks for.
    pub shortcut: Shortcut,
    /// The id of the message that explains it.
    pub help: &'static str,
}

/// Every key, in the order of the help page.
pub const BINDINGS: &[Binding] = &[
    command("z", Some(false), Shortcut::Undo, "key-undo"),
    command("z", Some(true), Shortcut::Redo, "key-redo"),
    command("y", Some(false), Shortcut::Redo, "key-redo"),
    plain("ArrowUp", Some(false), Shortcut::Focus(Direction::Up), "key-focus-up"),
    plain("ArrowDown", Some(false), Shortcut::Focus(Direction::Down), "key-focus-down"),
    plain("ArrowLeft", Some(false), Shortcut::Focus(Direction::Left), "key-focus-left"),
    plain("ArrowRight", Some(false), Shortcut::Focus(Direction::Right), "key-focus-right"),
    plain("a", None, Shortcut::Insert, "key-insert"),
    plain("Insert", Some(false), Shortcut::Insert, "key-insert"),
    plain("Enter", Some(false), Shortcut::Edit, "key-edit"),
    Binding { in_text_field: true, ..plain("Escape", Some(false), Shortcut::Cancel, "key-cancel") },
    command("d", Some(false), Shortcut::Duplicate, "key-duplicate"),
    plain("Delete", Some(false), Shortcut::Delete, "key-delete"),
    plain("Backspace", Some(false), Shortcut::Delete, "key-delete"),
    plain("+", None, Shortcut::ZoomIn, "key-zoom-in"),
    plain("=", None, Shortcut::ZoomIn, "key-zoom-in"),
    plain("-", None, Shortcut::ZoomOut, "key-zoom-out"),
    plain("1", None, Shortcut::ZoomToFit, "key-zoom-to-fit"),
    Binding { in_text_field: true, ..command("Enter", Some(false), Shortcut::Run, "key-run") },
    plain("?", None, Shortcut::Help, "key-help"),
];

/// What a key asks for, as `KeyboardEvent.key` names it. `command` is Ctrl or Command.
pub fn shortcut(
    key: &str,
    command: bool,
    shift: bool,
    alt: bool,
    in_text_field: bool,
) -> Option<Shortcut> {
    // Alt makes other characters on many keyboards, or opens the browser's menus.
    if alt {
        return None;
    }
    let wanted = |binding: &&Binding| {
        binding.command == command
            && binding.shift.is_none_or(|wanted| wanted == shift)
            && (binding.in_text_field || !in_text_field)
            && binding.key.eq_ignore_ascii_case(key)
    };
    BINDINGS.iter().find(wanted).map(|binding| binding.shortcut)
}

const fn plain(
    key: &'static str,
    shift: Option<bool>,
    shortcut: Shortcut,
    help: &'static str,
) -> Binding {
    Binding { key, command: false, shift, in_text_field: false, shortcut, help }
}

const fn command(
    key: &'static str,
    shift: Option<bool>,
    shortcut: Shortcut,
    help: &'static str,
) -> Binding {
    Binding { command: true, ..plain(key, shift, shortcut, help) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_asks_for_two_things() {
        for (index, a) in BINDINGS.iter().enumerate() {
            for b in &BINDINGS[..index] {
                let same_key = (a.key, a.command) == (b.key, b.command);
                let same_shift = a.shift.is_none() || b.shift.is_none() || a.shift == b.shift;
                assert!(!(same_key && same_shift), "{a:?} and {b:?}");
            }
        }
    }

    #[test]
    fn every_key_is_explained_in_both_languages() {
        let files =
            [include_str!("../locale/en/edits.ftl"), include_str!("../locale/fr/edits.ftl")];
        for binding in BINDINGS {
            for file in files {
                let message = format!("{} = ", binding.help);
                assert!(file.lines().any(|line| line.starts_with(&message)), "{message}");
            }
        }
    }

    #[test]
    fn keys_are_found_with_their_modifiers() {
        let find = |key, command, shift| shortcut(key, command, shift, false, false);
        assert_eq!(find("z", true, false), Some(Shortcut::Undo));
        assert_eq!(find("Z", true, true), Some(Shortcut::Redo));
        assert_eq!(find("z", false, false), None);
        assert_eq!(find("?", false, true), Some(Shortcut::Help));
        assert_eq!(find("1", false, true), Some(Shortcut::ZoomToFit));
        assert_eq!(find("+", true, true), None);
        assert_eq!(shortcut("z", true, false, true, false), None);
    }

    #[test]
    fn a_text_field_keeps_its_own_keys() {
        for key in ["z", "d", "Backspace", "ArrowLeft", "a", "?", "1", "Enter"] {
            for command in [false, true] {
                let found = shortcut(key, command, false, false, true);
                assert!(matches!(found, None | Some(Shortcut::Run)), "{key}");
            }
        }
        assert_eq!(shortcut("Escape", false, false, false, true), Some(Shortcut::Cancel));
        assert_eq!(shortcut("Enter", true, false, false, true), Some(Shortcut::Run));
    }
}
