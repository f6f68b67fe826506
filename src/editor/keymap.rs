//! The keyboard: one table that the handlers and the help page both read.
//!
//! Ctrl and the Command key of a Mac are one. The zoom of the browser itself
//! (Ctrl and + or -) is left alone, and so is what a text field does by itself.
//! In the outline letters look for a tile by its name, so its keys are a group of
//! their own: what that group does not have is looked up in the others, but for
//! what a letter alone asks for.

use crate::layout::Direction;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Shortcut {
    Undo,
    Redo,
    SelectAll,
    /// Moves on to the next tile and selects it too.
    Extend(Direction),
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
    /// Gives what has the focus another name.
    Rename,
    ZoomIn,
    ZoomOut,
    ZoomToFit,
    /// Full size.
    ZoomFull,
    ZoomToSelection,
    /// Closes the branch that has the focus, or opens it.
    Fold,
    /// Closes all branches, or opens them when one is closed.
    FoldAll,
    /// Asks where to go.
    GoTo,
    /// Goes back to the place visited before.
    Back,
    Forward,
    /// Writes a note at the tile that has the focus.
    Note,
    /// Lays a note on the ground by the tile that has the focus.
    GroundNote,
    /// Shows the journey as an outline beside the canvas, or takes that away.
    Outline,
    Run,
    Help,
    /// Moves the focus in the outline, or opens and closes what has it.
    Step(Step),
    /// Moves a tile or a branch to another place.
    Move(Direction),
}

/// A step in the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the line above.
    Up,
    /// To the line below.
    Down,
    /// Closes the line, or goes to the one that it belongs to.
    Out,
    /// Opens the line, or goes to the first that belongs to it.
    In,
    /// To the first line.
    First,
    /// To the last line.
    Last,
    /// Opens all lines.
    OpenAll,
}

/// Where a key counts; also the headings of the help page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Everywhere.
    General,
    /// On what has the focus in a journey.
    Tiles,
    /// What part of a journey is seen, and how.
    View,
    /// In the outline of a journey.
    Outline,
}

/// A key and what it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// As `KeyboardEvent.key` names it, letters in lower case.
    pub key: &'static str,
    /// Whether Ctrl or Command is held.
    pub command: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether Shift is held; `None` where it makes the character and does not matter.
    pub shift: Option<bool>,
    /// Whether it also counts while a text field has the focus.
    pub in_text_field: bool,
    /// Where it counts.
    pub group: Group,
    /// What it asks for.
    pub shortcut: Shortcut,
    /// The id of the message that explains it.
    pub help: &'static str,
}

use Direction::{Down, Left, Right, Up};
use Group::{General, Outline, Tiles, View};

/// Every key, in the order of the help page.
pub const BINDINGS: &[Binding] = &[
    command(General, "z", Some(false), Shortcut::Undo, "key-undo"),
    command(General, "z", Some(true), Shortcut::Redo, "key-redo"),
    command(General, "y", Some(false), Shortcut::Redo, "key-redo"),
    Binding {
        in_text_field: true,
        ..command(General, "Enter", Some(false), Shortcut::Run, "key-run")
    },
    Binding {
        in_text_field: true,
        ..command(General, "k", Some(false), Shortcut::GoTo, "key-go-to")
    },
    alt(General, "ArrowLeft", Shortcut::Back, "key-back"),
    alt(General, "ArrowRight", Shortcut::Forward, "key-forward"),
    plain(General, "?", None, Shortcut::Help, "key-help"),
    plain(Tiles, "ArrowUp", Some(false), Shortcut::Focus(Up), "key-focus-up"),
    plain(Tiles, "ArrowDown", Some(false), Shortcut::Focus(Down), "key-focus-down"),
    plain(Tiles, "ArrowLeft", Some(false), Shortcut::Focus(Left), "key-focus-left"),
    plain(Tiles, "ArrowRight", Some(false), Shortcut::Focus(Right), "key-focus-right"),
    plain(Tiles, "ArrowUp", Some(true), Shortcut::Extend(Up), "key-extend-up"),
    plain(Tiles, "ArrowDown", Some(true), Shortcut::Extend(Down), "key-extend-down"),
    plain(Tiles, "ArrowLeft", Some(true), Shortcut::Extend(Left), "key-extend-left"),
    plain(Tiles, "ArrowRight", Some(true), Shortcut::Extend(Right), "key-extend-right"),
    command(Tiles, "a", Some(false), Shortcut::SelectAll, "key-select-all"),
    Binding {
        alt: true,
        ..plain(Tiles, "ArrowUp", Some(false), Shortcut::Move(Up), "key-tile-up")
    },
    Binding {
        alt: true,
        ..plain(Tiles, "ArrowDown", Some(false), Shortcut::Move(Down), "key-tile-down")
    },
    Binding {
        alt: true,
        ..plain(Tiles, "ArrowLeft", Some(true), Shortcut::Move(Left), "key-branch-left")
    },
    Binding {
        alt: true,
        ..plain(Tiles, "ArrowRight", Some(true), Shortcut::Move(Right), "key-branch-right")
    },
    plain(Tiles, "a", None, Shortcut::Insert, "key-insert"),
    plain(Tiles, "Insert", Some(false), Shortcut::Insert, "key-insert"),
    plain(Tiles, "Enter", Some(true), Shortcut::Insert, "key-insert"),
    plain(Tiles, "Enter", Some(false), Shortcut::Edit, "key-edit"),
    plain(Tiles, "F2", Some(false), Shortcut::Rename, "key-rename"),
    Binding {
        in_text_field: true,
        ..plain(Tiles, "Escape", Some(false), Shortcut::Cancel, "key-cancel")
    },
    plain(Tiles, "n", Some(false), Shortcut::Note, "key-note"),
    plain(Tiles, "n", Some(true), Shortcut::GroundNote, "key-ground-note"),
    command(Tiles, "d", Some(false), Shortcut::Duplicate, "key-duplicate"),
    plain(Tiles, "Delete", Some(false), Shortcut::Delete, "key-delete"),
    plain(Tiles, "Backspace", Some(false), Shortcut::Delete, "key-delete"),
    plain(View, "+", None, Shortcut::ZoomIn, "key-zoom-in"),
    plain(View, "=", None, Shortcut::ZoomIn, "key-zoom-in"),
    plain(View, "-", None, Shortcut::ZoomOut, "key-zoom-out"),
    plain(View, "0", None, Shortcut::ZoomFull, "key-zoom-full"),
    plain(View, "1", None, Shortcut::ZoomToFit, "key-zoom-to-fit"),
    plain(View, "2", None, Shortcut::ZoomToSelection, "key-zoom-to-selection"),
    plain(View, "c", Some(false), Shortcut::Fold, "key-fold"),
    plain(View, "c", Some(true), Shortcut::FoldAll, "key-fold-all"),
    plain(View, "o", None, Shortcut::Outline, "key-outline"),
    plain(Outline, "ArrowUp", Some(false), Shortcut::Step(Step::Up), "key-step-up"),
    plain(Outline, "ArrowDown", Some(false), Shortcut::Step(Step::Down), "key-step-down"),
    plain(Outline, "ArrowRight", Some(false), Shortcut::Step(Step::In), "key-step-in"),
    plain(Outline, "ArrowLeft", Some(false), Shortcut::Step(Step::Out), "key-step-out"),
    plain(Outline, "Home", Some(false), Shortcut::Step(Step::First), "key-step-first"),
    plain(Outline, "End", Some(false), Shortcut::Step(Step::Last), "key-step-last"),
    plain(Outline, "*", None, Shortcut::Step(Step::OpenAll), "key-open-all"),
    alt(Outline, "ArrowUp", Shortcut::Move(Up), "key-move-up"),
    alt(Outline, "ArrowDown", Shortcut::Move(Down), "key-move-down"),
    alt(Outline, "ArrowLeft", Shortcut::Move(Left), "key-move-out"),
    alt(Outline, "ArrowRight", Shortcut::Move(Right), "key-move-in"),
];

/// The keys that are held together with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    /// Ctrl or Command.
    pub command: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
}

/// What a key asks for, as `KeyboardEvent.key` names it, outside the outline.
/// `typing` says whether a text field has the focus.
pub fn shortcut(key: &str, held: Held, typing: bool) -> Option<Shortcut> {
    find(key, held, typing, |binding| binding.group != Outline)
}

/// As [`shortcut`], of a key that is pressed on a line of the outline.
pub fn outline_shortcut(key: &str, held: Held) -> Option<Shortcut> {
    let alone = !(held.command || held.alt);
    let is_letter = alone && key.len() == 1 && key.chars().all(char::is_alphanumeric);
    find(key, held, false, |binding| binding.group == Outline)
        .or_else(|| shortcut(key, held, false).filter(|_| !is_letter))
}

fn find(
    key: &str,
    held: Held,
    typing: bool,
    counts: impl Fn(&Binding) -> bool,
) -> Option<Shortcut> {
    let wanted = |binding: &&Binding| {
        // Alt makes other characters on many keyboards, so it never goes unseen.
        binding.command == held.command
            && binding.alt == held.alt
            && binding.shift.is_none_or(|wanted| wanted == held.shift)
            && (binding.in_text_field || !typing)
            && binding.key.eq_ignore_ascii_case(key)
            && counts(binding)
    };
    BINDINGS.iter().find(wanted).map(|binding| binding.shortcut)
}

const fn plain(
    group: Group,
    key: &'static str,
    shift: Option<bool>,
    shortcut: Shortcut,
    help: &'static str,
) -> Binding {
    let (command, alt, in_text_field) = (false, false, false);
    Binding { key, command, alt, shift, in_text_field, group, shortcut, help }
}

const fn command(
    group: Group,
    key: &'static str,
    shift: Option<bool>,
    shortcut: Shortcut,
    help: &'static str,
) -> Binding {
    Binding { command: true, ..plain(group, key, shift, shortcut, help) }
}

/// A key with Alt: no letter, which it changes on many keyboards.
const fn alt(group: Group, key: &'static str, shortcut: Shortcut, help: &'static str) -> Binding {
    Binding { alt: true, ..plain(group, key, Some(false), shortcut, help) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CTRL: Held = Held { command: true, shift: false, alt: false };
    const NONE: Held = Held { command: false, shift: false, alt: false };

    #[test]
    fn no_key_asks_for_two_things() {
        for (index, a) in BINDINGS.iter().enumerate() {
            for b in &BINDINGS[..index] {
                let same_key = (a.key, a.command, a.alt) == (b.key, b.command, b.alt);
                let same_shift = a.shift.is_none() || b.shift.is_none() || a.shift == b.shift;
                let same_place = (a.group == Outline) == (b.group == Outline);
                assert!(!(same_key && same_shift && same_place), "{a:?} and {b:?}");
            }
        }
    }

    #[test]
    fn every_key_is_explained_in_both_languages() {
        let words = [
            [include_str!("../locale/en/edits.ftl"), include_str!("../locale/en/later/keys.ftl")],
            [include_str!("../locale/fr/edits.ftl"), include_str!("../locale/fr/later/keys.ftl")],
        ];
        for binding in BINDINGS {
            for files in words {
                let message = format!("{} = ", binding.help);
                let mut lines = files.iter().flat_map(|file| file.lines());
                assert!(lines.any(|line| line.starts_with(&message)), "{message}");
            }
        }
    }

    #[test]
    fn keys_of_a_group_stand_together() {
        let mut groups: Vec<Group> = BINDINGS.iter().map(|binding| binding.group).collect();
        groups.dedup();
        assert_eq!(groups, [General, Tiles, View, Outline]);
    }

    #[test]
    fn keys_are_found_with_their_modifiers() {
        let find = |key, command, shift| shortcut(key, Held { command, shift, alt: false }, false);
        assert_eq!(find("z", true, false), Some(Shortcut::Undo));
        assert_eq!(find("Z", true, true), Some(Shortcut::Redo));
        assert_eq!(find("z", false, false), None);
        assert_eq!(find("?", false, true), Some(Shortcut::Help));
        assert_eq!(find("1", false, true), Some(Shortcut::ZoomToFit));
        assert_eq!(find("+", true, true), None);
        assert_eq!(shortcut("z", Held { alt: true, ..CTRL }, false), None);
        assert_eq!(shortcut("ArrowLeft", Held { alt: true, ..NONE }, false), Some(Shortcut::Back));
    }

    #[test]
    fn a_text_field_keeps_its_own_keys() {
        for key in ["z", "d", "Backspace", "ArrowLeft", "a", "?", "1", "o", "Enter"] {
            for held in [NONE, CTRL] {
                let found = shortcut(key, held, true);
                assert!(matches!(found, None | Some(Shortcut::Run)), "{key}");
            }
        }
        assert_eq!(shortcut("Escape", NONE, true), Some(Shortcut::Cancel));
        assert_eq!(shortcut("Enter", CTRL, true), Some(Shortcut::Run));
    }

    #[test]
    fn in_the_outline_letters_look_for_a_name_and_all_other_keys_count() {
        for letter in ["a", "o", "1", "é", "z"] {
            assert_eq!(outline_shortcut(letter, NONE), None, "{letter}");
        }
        assert_eq!(outline_shortcut("ArrowUp", NONE), Some(Shortcut::Step(Step::Up)));
        let alt = Held { alt: true, ..NONE };
        assert_eq!(outline_shortcut("ArrowLeft", alt), Some(Shortcut::Move(Left)));
        assert_eq!(shortcut("ArrowLeft", alt, false), Some(Shortcut::Back));
        assert_eq!(outline_shortcut("d", CTRL), Some(Shortcut::Duplicate));
        assert_eq!(outline_shortcut("Delete", NONE), Some(Shortcut::Delete));
    }
}
